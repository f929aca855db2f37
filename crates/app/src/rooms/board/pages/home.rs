//! Home: what needs me, how customers get on, where it hurts, what was just said.

use super::figures::{self, Tile};
use crate::App;
use crate::rooms::cases::{self, Clock, Listed, Sight};
use crate::rooms::feedback::{self, Asking, Question};
use crate::rooms::processes::{self, Glance};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Cases that are shown.
const NEEDS: u32 = 6;

/// Answers with words that are shown.
const SAID: u32 = 2;

/// How far back scores go.
const YEAR: SignedDuration = SignedDuration::from_hours(365 * 24);

/// Settled promises without which a process is not called the worst.
const ENOUGH: u64 = 20;

#[derive(askama::Template)]
#[template(path = "board/templates/home.html")]
struct Home {
    page: Page,
    greeting: String,
    about: String,
    tiles: [Tile; 4],
    needs: Vec<Need>,
    reviews: Vec<Review>,
    own: Vec<Own>,
    /// Whether there are cases to take.
    is_any_free: bool,
    worst: Option<Worst>,
    said: Vec<Said>,
}

/// A case that needs the visitor.
struct Need {
    row: Listed,
    process: Option<String>,
    clock: Option<Clock>,
}

/// A process of the visitor's that was not looked over for long.
struct Review {
    key: String,
    name: String,
    last: Option<Timestamp>,
}

/// A process of the visitor's, with its figures of the last quarter.
struct Own {
    key: String,
    name: String,
    cases: String,
    kept: String,
    score: String,
}

/// The process that broke the most promises.
struct Worst {
    key: String,
    name: String,
    says: String,
}

/// What a customer said.
struct Said {
    words: String,
    /// After what, and with which score.
    after: String,
    case: Option<i64>,
    at: Timestamp,
}

/// The page; customers go straight to what is theirs.
pub async fn show(State(app): State<App>, visit: Visit) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    if !actor.may(Right::See) {
        return Ok(Redirect::to("/cases").into_response());
    }
    let (say, now, sight) = (&visit.say, visit.now(), Sight::of(actor));
    let mut db = app.db().read().await?;
    let counts = cases::counts(&mut db, &sight, now).await?;
    let glances = processes::glances(&mut db, app.measures(), now).await?;
    let asking = Asking { question: Question::Nps, from: now - YEAR, to: now, process: None, stage: None };
    let scores = feedback::by_process(&mut db, &asking).await?;
    let rows = cases::needs(&mut db, &sight, now, NEEDS).await?;
    let directory = app.directories().knowing(&mut db, now, &[]).await?;
    let names = &directory.processes;
    let needs: Vec<Need> = rows
        .into_iter()
        .map(|row| Need {
            process: row.process.as_ref().and_then(|key| names.get(key).cloned()),
            clock: row.standing.as_ref().map(|standing| Clock::of(&directory, standing, say)),
            row,
        })
        .collect();
    let catalogue = processes::catalogue(&mut db, app.measures()).await?;
    let owned = || catalogue.entries.iter().filter(|entry| entry.facts.owner == Some(actor.person));
    let own = owned().map(|process| own(process, &glances, say)).collect();
    let reviews: Vec<Review> = owned()
        .filter(|process| process.facts.review(now) == processes::Review::Due)
        .take(3)
        .map(|process| Review {
            key: process.key.clone(),
            name: process.facts.name.clone(),
            last: process.facts.reviewed_at,
        })
        .collect();
    let said = feedback::with_words(&mut db, &asking, actor.may(Right::Administer), SAID).await?;
    let said = said
        .into_iter()
        .map(|listed| {
            let process = names.get(&listed.answer.process).unwrap_or(&listed.answer.process);
            let score = listed.answer.score.to_string();
            Said {
                after: say.with2("home-said-after", ("score", &score), ("process", process)),
                words: listed.answer.words,
                case: listed.case_number,
                at: listed.answer.at,
            }
        })
        .collect();
    let home = Home {
        page: visit.page(Place::Home),
        greeting: greeting(say, &actor.name),
        about: about(say, needs.len() + reviews.len()),
        tiles: [
            figures::recommended(&scores, say),
            figures::kept(&glances, say),
            figures::open(&counts, say),
            figures::late(&counts, say),
        ],
        worst: worst(&glances, names, say),
        is_any_free: counts.unassigned > 0,
        needs,
        reviews,
        own,
        said,
    };
    Ok(html(&home)?.into_response())
}

fn own(process: &processes::Entry, glances: &BTreeMap<String, Glance>, say: &Say) -> Own {
    let glance = glances.get(&process.key);
    let or_dash = |figure: Option<String>| figure.unwrap_or_else(|| "–".to_owned());
    let language = say.language;
    Own {
        key: process.key.clone(),
        name: process.facts.name.clone(),
        cases: or_dash(glance.map(|glance| language.count(glance.cases))),
        kept: or_dash(
            glance.and_then(|glance| glance.promise.share()).map(|share| language.percent(share, 0)),
        ),
        score: or_dash(glance.and_then(|glance| glance.nps.score()).map(|score| language.signed(score, 0))),
    }
}

/// Good morning, by the visitor's own clock.
fn greeting(say: &Say, name: &str) -> String {
    let key = match say.now.to_zoned(say.zone.clone()).hour() {
        5..12 => "home-morning",
        12..18 => "home-day",
        _ => "home-evening",
    };
    say.with(key, "name", name.split(' ').next().unwrap_or(name))
}

fn about(say: &Say, needs: usize) -> String {
    if needs == 0 { say.text("home-nothing") } else { say.count("home-needs", &needs) }
}

/// The process of which the most promises were broken, by the lower end of the interval of their share, so that a few
/// bad cases do not make a process the worst.
fn worst(glances: &BTreeMap<String, Glance>, names: &BTreeMap<String, String>, say: &Say) -> Option<Worst> {
    let broken = |glance: &Glance| measure::Share { hits: glance.broken(), n: glance.promise.n };
    let surely = |glance: &Glance| broken(glance).ci95().map_or(0.0, |range| range.low);
    let (key, glance) = glances
        .iter()
        .filter(|(key, glance)| glance.promise.n >= ENOUGH && names.contains_key(*key))
        .max_by(|(_, a), (_, b)| surely(a).total_cmp(&surely(b)))?;
    let share = broken(glance).share().filter(|share| *share > 0.0)?;
    let (share, n) = (say.language.percent(share, 0), say.language.count(glance.promise.n));
    let says = say.with2("home-worst-says", ("share", &share), ("n", &n));
    Some(Worst { key: key.clone(), name: names.get(key)?.clone(), says })
}

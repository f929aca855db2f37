//! Listen: what customers say about everything, month by month and process by process.

use super::pictures::{Picture, by_month};
use super::speech::{Change, Shown, Speech, tone};
use super::wanted::{Filter, Period};
use crate::App;
use crate::rooms::feedback::emotions::{Cluster, Emotion};
use crate::rooms::feedback::feelings::{self, Feelings};
use crate::rooms::feedback::model::Question;
use crate::rooms::feedback::queries::{self, Asking, Line, Listed};
use crate::rooms::processes::{self, Stage};
use crate::web::{Actor, Page, Place, Problem, Right, Visit, html};
use axum::extract::{Query, State};
use axum::response::Html;
use db::Connection;
use std::collections::BTreeMap;

/// How many answers with words are shown.
const WORDS: u32 = 12;

#[derive(askama::Template)]
#[template(path = "feedback/templates/overview.html")]
struct Overview {
    page: Page,
    filter: Filter,
    is_empty: bool,
    about: String,
    months: Picture,
    felt: Felt,
    rows: Vec<Row>,
    words: Vec<Said>,
}

/// A row of the table: a process with its score.
struct Row {
    path: String,
    name: String,
    shown: Option<Shown>,
    n: String,
    change: Option<Change>,
}

/// Scores over all processes.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(filter): Query<Filter>,
) -> Result<Html<String>, Problem> {
    let actor = visit.allowed(Right::See)?;
    let asking = filter.asking(None, visit.now());
    let mut db = app.db().read().await?;
    let scores = queries::by_process(&mut db, &asking).await?;
    let names = processes::names(&mut db).await?;
    let speech = Speech { say: visit.say.clone(), question: filter.question() };
    let whole = scores.whole.all.estimate();
    let row = |(key, line): (&String, &Line)| {
        let estimate = line.all.estimate();
        let row = Row {
            path: format!("/feedback/{key}{}", filter.with(&filter.question())),
            name: names.get(key).unwrap_or(key).clone(),
            shown: estimate.map(|value| speech.shown(value, tone(value, line.all.n(), whole))),
            n: speech.count(line.all.n()),
            change: speech.change(line),
        };
        (estimate.map_or(f64::MAX, |estimate| estimate.high), row)
    };
    let mut rows: Vec<(f64, Row)> = scores.parts.iter().map(row).collect();
    // By the upper end, so that a few bad answers alone do not lead.
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    html(&Overview {
        page: visit.page(Place::Listen),
        is_empty: queries::is_empty(&mut db).await?,
        about: speech.lately(&scores.whole),
        months: by_month(&scores, &speech),
        felt: Felt::of(&feelings::feelings(&mut db, &asking).await?, &speech),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        words: said(&mut db, &asking, actor, &speech, &names).await?,
        filter,
    })
}

/// An answer with words.
pub struct Said {
    pub listed: Listed,
    pub case: Option<String>,
    pub process: String,
    pub of_most: String,
    pub emotions: Vec<Emotion>,
}

/// The latest answers with words. Those about confidential cases are for administrators.
pub async fn said(
    db: &mut Connection,
    asking: &Asking,
    actor: &Actor,
    speech: &Speech,
    names: &BTreeMap<String, String>,
) -> Result<Vec<Said>, Problem> {
    let emotions = feelings::emotions(db).await?;
    let listed = queries::with_words(db, asking, actor.may(Right::Administer), WORDS).await?;
    let said = |listed: Listed| Said {
        process: names.get(&listed.answer.process).unwrap_or(&listed.answer.process).clone(),
        case: listed.case_number.map(|number| number.to_string()),
        of_most: speech.of_most(&listed),
        emotions: listed.answer.emotions.keys().filter_map(|name| emotions.find(name).cloned()).collect(),
        listed,
    };
    Ok(listed.into_iter().map(said).collect())
}

/// What was felt, as pages show it.
pub struct Felt {
    pub n: u64,
    /// The clusters: name, place and width in the bar, share in words.
    pub clusters: Vec<(&'static str, String, String, String)>,
    /// The emotions that were named, most frequent first, each with how often.
    pub named: Vec<(Emotion, String, String)>,
    pub says: String,
}

impl Felt {
    pub fn of(feelings: &Feelings, speech: &Speech) -> Self {
        let all: u64 = feelings.clusters.iter().sum();
        let share = |n: u64, of: u64| if of == 0 { 0.0 } else { n as f64 / of as f64 };
        let mut from = 0.0;
        let clusters = Cluster::ALL.iter().zip(feelings.clusters).map(|(cluster, n)| {
            let width = 100.0 * share(n, all);
            let place = (format!("{from:.1}%"), format!("{:.1}%", (width - 0.4).max(0.0)));
            from += width;
            (cluster.as_str(), place.0, place.1, speech.say.language.percent(share(n, all), 0))
        });
        let mut named: Vec<&(Emotion, u64)> = feelings.named.iter().collect();
        named.retain(|(_, n)| *n > 0);
        named.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let worst = named.iter().find(|(emotion, _)| emotion.cluster == Cluster::Destroying);
        let says = match worst {
            Some((worst, _)) => speech.text(
                "feedback-felt-says",
                &[
                    ("share", speech.say.language.percent(share(feelings.driven_away, feelings.n), 0).into()),
                    ("n", feelings.n.into()),
                    ("emotion", worst.said(&speech.say).into()),
                ],
            ),
            None => speech.text("feedback-felt-nothing-bad", &[("n", feelings.n.into())]),
        };
        let clusters = clusters.collect();
        let in_words = |(emotion, n): &(Emotion, u64)| {
            (emotion.clone(), speech.count(*n), speech.say.language.percent(share(*n, feelings.n), 0))
        };
        Self { n: feelings.n, clusters, named: named.into_iter().map(in_words).collect(), says }
    }
}

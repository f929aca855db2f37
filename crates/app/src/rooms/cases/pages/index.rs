//! The queue: cases that the visitor may see, narrowed down by links that can be kept.

use super::names::{Clock, Names};
use super::requests;
use crate::App;
use crate::rooms::cases::projection::priority_word;
use crate::rooms::cases::{Counts, Filter, Listed, Sight, View, counts, list, queries};
use crate::rooms::processes::Process;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Query, State};
use axum::response::Html;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

/// What the address asks for.
#[derive(Debug, Default, Clone, serde::Deserialize, serde::Serialize)]
pub struct Asked {
    #[serde(skip_serializing_if = "Option::is_none")]
    view: Option<View>,
    /// The same as the view of that name, for links that ask for a state.
    #[serde(skip_serializing)]
    status: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    process: String,
    /// Where the cases came by, whether they are there or not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    step: String,
    /// The day (in UTC) since which they were opened.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    since: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<Uuid>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    q: String,
    /// Whether their promise was broken.
    #[serde(skip_serializing_if = "Option::is_none")]
    late: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
}

impl Asked {
    /// Which cases; a link from a figure says the state, and everyone else sees what is theirs first.
    fn view(&self, has_own: bool) -> View {
        let by_state = match self.status.as_deref() {
            Some("open") => Some(View::Open),
            Some("waiting") => Some(View::Waiting),
            Some("closed") => Some(View::Closed),
            Some(_) => Some(View::All),
            None => None,
        };
        let is_narrow = !self.process.is_empty() || !self.q.is_empty() || self.late.is_some();
        let usual = match (is_narrow || self.customer.is_some(), has_own) {
            (true, _) => View::All,
            (false, true) => View::Mine,
            (false, false) => View::Open,
        };
        self.view.or(by_state).unwrap_or(usual)
    }

    fn filter(&self, view: View) -> Filter {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Filter {
            view,
            process: some(&self.process),
            customer: self.customer,
            words: some(self.q.trim()),
            since: self.since(),
            came_to: some(&self.step),
            is_broken: self.is_broken(),
            ..Filter::default()
        }
    }

    fn is_broken(&self) -> bool {
        self.late.is_some_and(|late| late > 0)
    }

    /// The start of the day since which cases were opened; none for what is no day.
    fn since(&self) -> Option<Timestamp> {
        Some(self.since.parse::<Date>().ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp())
    }

    /// The same list without what a figure asked for.
    fn widened(&self) -> Self {
        Self { step: String::new(), since: String::new(), late: None, ..self.clone() }
    }

    /// The address of the same list with something else.
    fn link(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut asked = self.clone();
        change(&mut asked);
        let query = serde_html_form::to_string(&asked).unwrap_or_default();
        if query.is_empty() { "/cases".to_owned() } else { format!("/cases?{query}") }
    }
}

#[derive(askama::Template)]
#[template(path = "cases/templates/index.html")]
struct Index {
    page: Page,
    asked: Asked,
    counts: Counts,
    chips: Vec<Chip>,
    view: View,
    processes: Vec<(String, String)>,
    /// What a figure asked for whose cases these are.
    narrowed: Vec<String>,
    widened: String,
    lines: Vec<Line>,
    range: String,
    newer: Option<String>,
    older: Option<String>,
}

struct Chip {
    name: &'static str,
    link: String,
    count: Option<i64>,
    is_chosen: bool,
}

struct Line {
    row: Listed,
    process: Option<String>,
    who: Option<String>,
    urgency: &'static str,
    clock: Option<Clock>,
}

/// The list.
async fn queue(app: &App, visit: &Visit, mut asked: Asked) -> Result<Html<String>, Problem> {
    let actor = visit.allowed(Right::See)?;
    let (sight, now, say) = (Sight::of(actor), visit.now(), &visit.say);
    let mut db = app.db().read().await?;
    let counts = counts(&mut db, &sight, now).await?;
    let view = asked.view(counts.mine > 0);
    asked.view = Some(view);
    let number = asked.page.take().unwrap_or(1).clamp(1, 100_000) - 1;
    let rows = list(&mut db, &sight, &asked.filter(view), now, (queries::PAGE, number)).await?;
    let people: Vec<Uuid> = rows.iter().filter_map(|row| row.responsible).collect();
    let directory = app.directories().knowing(&mut db, now, &people).await?;
    let names = Names { directory: &directory, customer: None, say };
    let of = rows.first().map_or(0, |row| row.of);
    let from = i64::from(number) * i64::from(queries::PAGE);
    let shown = rows.len() as i64;
    let line = |row: Listed| Line {
        process: row.process.as_deref().map(|key| names.process(key)),
        who: row.responsible.map(|person| names.person(person)),
        urgency: priority_word(row.priority),
        clock: row.standing.as_ref().map(|standing| Clock::of(&directory, standing, say)),
        row,
    };
    let process = match asked.process.as_str() {
        "" => None,
        key => directory.process(&mut db, key).await?,
    };
    html(&Index {
        page: visit.page(Place::Run),
        narrowed: narrowed(&asked, process.as_deref(), say),
        widened: asked.widened().link(|_| {}),
        chips: chips(&asked, view, &counts, actor.department.is_some()),
        newer: (number > 0).then(|| asked.link(|asked| asked.page = Some(number))),
        older: (from + shown < of).then(|| asked.link(|asked| asked.page = Some(number + 2))),
        range: say.language.text_with(
            "cases-range",
            &[
                ("from", say.language.number((from + 1) as f64, 0).into()),
                ("to", say.language.number((from + shown) as f64, 0).into()),
                ("of", say.language.number(of as f64, 0).into()),
            ],
        ),
        processes: directory.processes.iter().map(|(key, name)| (key.clone(), name.clone())).collect(),
        lines: rows.into_iter().map(line).collect(),
        counts,
        view,
        asked,
    })
}

/// What narrows the list down beside what can be chosen above it, in words.
fn narrowed(asked: &Asked, process: Option<&Process>, say: &Say) -> Vec<String> {
    let day = asked.since().map(|since| say.with("cases-since", "day", &say.day(&since)));
    let known = process.and_then(|process| process.map.steps().iter().find(|step| step.id == asked.step));
    let name = known.map_or(asked.step.as_str(), |step| &step.name);
    let step = (!asked.step.is_empty()).then(|| say.with("cases-came-to", "step", name));
    let broken = asked.is_broken().then(|| say.text("cases-broken"));
    day.into_iter().chain(step).chain(broken).collect()
}

fn chips(asked: &Asked, view: View, counts: &Counts, has_department: bool) -> Vec<Chip> {
    let chip = |of: View, count| Chip {
        name: of.as_str(),
        link: asked.link(|asked| asked.view = Some(of)),
        count,
        is_chosen: view == of,
    };
    let department = has_department.then(|| chip(View::Department, Some(counts.department)));
    [chip(View::Mine, Some(counts.mine))]
        .into_iter()
        .chain(department)
        .chain([
            chip(View::Open, Some(counts.open)),
            chip(View::Unassigned, Some(counts.unassigned)),
            chip(View::Late, Some(counts.late)),
            chip(View::Waiting, Some(counts.waiting)),
            chip(View::Closed, None),
            chip(View::All, None),
        ])
        .collect()
}

/// The queue of staff, and a customer's own requests.
pub async fn index(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Problem> {
    let actor = visit.actor()?;
    if actor.may(Right::See) {
        return queue(&app, &visit, asked).await;
    }
    let number = asked.page.unwrap_or(1).clamp(1, 100_000) - 1;
    requests::list_own(&app, &visit, actor, number).await
}

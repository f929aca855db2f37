//! Two versions, or the maps of two processes: what changed, side by side and over each other.

use super::drawing::{Wish, drawing};
use super::parts::{VersionView, head, process};
use super::show::chosen;
use crate::App;
use crate::rooms::maps::model::{State as MapState, Version, VersionedMap};
use crate::rooms::maps::queries;
use crate::rooms::maps::reading::Reading;
use crate::rooms::maps::words::{self, Changed};
use crate::rooms::processes::{Head, Process};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, Query, State};
use axum::response::Html;
use bpmn::diff::{Change, Difference};
use bpmn::model::Bounds;
use chart::diagram::{Mark, extent};
use db::Connection;

/// What is compared: `a` before and `b` after, each `7` for a version of this process, `order` or `order:7` for one of
/// another.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Wanted {
    #[serde(default)]
    a: String,
    #[serde(default)]
    b: String,
    #[serde(default)]
    show: String,
}

/// One of the two.
struct Side {
    /// Its word in the address.
    word: String,
    /// What it is called.
    name: String,
    version: VersionView,
    drawing: Result<String, String>,
}

/// How the two are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Beside,
    Over,
}

/// A version that can be chosen.
struct Choice {
    word: String,
    name: String,
}

#[derive(askama::Template)]
#[template(path = "maps/templates/compare.html")]
struct Compare {
    page: Page,
    head: Head,
    sides: [Side; 2],
    choices: Vec<Choice>,
    shown: Shown,
    changes: Vec<Changed>,
    says: String,
}

impl Compare {
    /// Whether a choice is that of the first or the second.
    fn is_chosen(&self, choice: &Choice, side: usize) -> bool {
        self.sides.get(side).is_some_and(|side| side.word == choice.word)
    }
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let process = process(&mut db, &key).await?;
    let versions = queries::versions(&mut db, &process).await?;
    let (a, b) = usual(&versions);
    let a = side(&mut db, &process, if wanted.a.is_empty() { &a } else { &wanted.a }).await?;
    let b = side(&mut db, &process, if wanted.b.is_empty() { &b } else { &wanted.b }).await?;
    let mut choices: Vec<Choice> = versions
        .iter()
        .map(|about| Choice {
            word: about.number.to_string(),
            name: choice(&VersionView::of(about, say), say),
        })
        .collect();
    let head = head(&mut db, &app, process, say).await?;
    drop(db);
    let before = queries::read(a.2.bpmn.clone()).await?;
    let after = queries::read(b.2.bpmn.clone()).await?;
    let differences = after.since(&before);
    let shown = if wanted.show == "over" { Shown::Over } else { Shown::Beside };
    let frame = match shown {
        Shown::Over => both(&before, &after),
        Shown::Beside => None,
    };
    let side =
        |(word, process, map): &(String, Process, VersionedMap), reading: &Reading, prefix, is_after| {
            let name =
                say.with2("map-side-name", ("process", &process.name), ("n", &map.about.number.to_string()));
            let marks = marks(&differences, is_after);
            let wish = Wish { marks: &marks, frame, prefix, ..Wish::default() };
            Side {
                word: word.clone(),
                version: VersionView::of(&map.about, say),
                drawing: drawing(reading, reading.diagrams().next(), (&name, ""), &wish, say),
                name,
            }
        };
    let sides = [side(&a, &before, "a-", false), side(&b, &after, "b-", true)];
    for side in &sides {
        // What another process has is not in the list of versions.
        if choices.iter().all(|choice| choice.word != side.word) {
            choices.push(Choice { word: side.word.clone(), name: side.name.clone() });
        }
    }
    let page = Compare {
        page: visit.page(Place::Map),
        head,
        sides,
        choices,
        shown,
        says: says(&differences, say),
        changes: words::changed(&differences, say),
    };
    html(&page)
}

/// What is compared if nothing is said: the published version, or the one before it, with the latest.
fn usual(versions: &[Version]) -> (String, String) {
    let latest = versions.first().map_or(1, |about| about.number);
    let in_force = versions.iter().find(|about| about.state == MapState::Published).map(|about| about.number);
    let before = versions.get(1).map_or(latest, |about| about.number);
    (in_force.filter(|number| *number != latest).unwrap_or(before).to_string(), latest.to_string())
}

/// The version that a word means, with the process that it is of.
async fn side(
    db: &mut Connection,
    own: &Process,
    word: &str,
) -> Result<(String, Process, VersionedMap), Problem> {
    let is_own = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let (other, number) = match word.split_once(':') {
        Some((key, number)) => (process(db, key).await?, number),
        None if is_own || matches!(word, "draft" | "published") => (own.clone(), word),
        None => (process(db, word).await?, ""),
    };
    let map = chosen(db, &other, number).await?;
    let word = if other.id == own.id {
        map.about.number.to_string()
    } else {
        format!("{}:{}", other.key, map.about.number)
    };
    Ok((word, other, map))
}

fn choice(version: &VersionView, say: &Say) -> String {
    format!("{} ({})", version.name, say.of("map-state-", version.state.as_str()))
}

/// The part of the plane that both take up.
fn both(before: &Reading, after: &Reading) -> Option<Bounds> {
    let of = |reading: &Reading| extent(reading.diagrams().next()?);
    let (a, b) = (of(before)?, of(after)?);
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    let (right, below) = ((a.x + a.width).max(b.x + b.width), (a.y + a.height).max(b.y + b.height));
    Some(Bounds { x, y, width: right - x, height: below - y })
}

/// What is pointed out on the drawing before or after; what only moved on it is not.
fn marks(differences: &[Difference], is_after: bool) -> Vec<(String, Mark)> {
    let mark = |difference: &Difference| match difference.change {
        Change::Added => is_after.then_some(Mark::Added),
        Change::Removed => (!is_after).then_some(Mark::Removed),
        Change::Redrawn => None,
        _ => Some(Mark::Changed),
    };
    let marked = differences
        .iter()
        // A pool, lane or process that was changed would be framed as a whole; the list names it.
        .filter(|difference| !matches!(difference.element.kind.as_str(), "process" | "collaboration"))
        .filter_map(|difference| Some((difference.element.id.clone(), mark(difference)?)));
    let mut marks: Vec<(String, Mark)> = marked.filter(|(id, _)| !id.is_empty()).collect();
    marks.sort();
    marks.dedup_by(|a, b| a.0 == b.0);
    marks
}

/// How much changed, in a sentence.
fn says(differences: &[Difference], say: &Say) -> String {
    if differences.is_empty() {
        return say.text("map-same");
    }
    let count = |is: fn(&Change) -> bool| differences.iter().filter(|one| is(&one.change)).count();
    let parts = [
        ("map-count-added", count(|change| *change == Change::Added)),
        ("map-count-removed", count(|change| *change == Change::Removed)),
        (
            "map-count-changed",
            count(|change| !matches!(change, Change::Added | Change::Removed | Change::Redrawn)),
        ),
        ("map-count-redrawn", count(|change| *change == Change::Redrawn)),
    ];
    let parts = parts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| say.count(key, n));
    parts.collect::<Vec<_>>().join(" · ")
}

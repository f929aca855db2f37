//! The page of the BPMN: the drawing of a version, what the check finds in it, and ways to take it along.

use super::drawing::{Wish, Zoom, drawing};
use super::parts::{VersionView, head, process};
use crate::App;
use crate::rooms::maps::model::{State as MapState, VersionedMap, Which};
use crate::rooms::maps::queries;
use crate::rooms::maps::reading::Reading;
use crate::rooms::maps::words::{self, Fault, Found};
use crate::rooms::processes::{Head, Process};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, Query, State};
use axum::response::Html;
use db::Connection;

/// Which version, which of its diagrams, how large.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Wanted {
    #[serde(default)]
    version: String,
    #[serde(default)]
    diagram: usize,
    #[serde(default)]
    zoom: String,
}

/// A diagram among several.
struct Tab {
    name: String,
    address: String,
    is_here: bool,
}

/// A choice of size.
struct Size {
    name: String,
    address: String,
    is_here: bool,
}

#[derive(askama::Template)]
#[template(path = "maps/templates/show.html")]
struct Show {
    page: Page,
    head: Head,
    version: VersionView,
    is_published: bool,
    has_draft: bool,
    tabs: Vec<Tab>,
    sizes: Vec<Size>,
    drawing: Result<String, String>,
    found: Vec<Found>,
    says: String,
    faults: Vec<Fault>,
    diagram: usize,
}

#[derive(askama::Template)]
#[template(path = "maps/templates/print.html")]
struct Print {
    page: Page,
    name: String,
    version: VersionView,
    drawings: Vec<Result<String, String>>,
}

/// The version that an address names; without a word the published one.
pub async fn chosen(db: &mut Connection, process: &Process, word: &str) -> Result<VersionedMap, Problem> {
    let which =
        if word.is_empty() { Which::Published } else { Which::read(word).ok_or(Problem::NotFound)? };
    queries::version(db, process, which).await?.ok_or(Problem::NotFound)
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
    let map = chosen(&mut db, &process, &wanted.version).await?;
    let has_draft = queries::version(&mut db, &process, Which::Draft).await?.is_some();
    let head = head(&mut db, &app, process, say).await?;
    drop(db);
    let reading = queries::read(map.bpmn).await?;
    let version = VersionView::of(&map.about, say);
    let diagrams: Vec<_> = reading.diagrams().collect();
    let at = wanted.diagram.min(diagrams.len().saturating_sub(1));
    let found = words::found(&reading, say);
    let says = summary(&found, say);
    let zoom = Zoom::read(&wanted.zoom);
    let wish = Wish { marks: &words::marks(&reading), zoom, prefix: "at-", ..Wish::default() };
    let drawing = drawing(&reading, diagrams.get(at).copied(), (&head.process.name, &says), &wish, say);
    let address = |diagram: usize, zoom: Zoom| {
        format!("?version={}&diagram={diagram}&zoom={}", version.number, zoom.word())
    };
    let tab = |(index, diagram): (usize, &&bpmn::model::Diagram)| Tab {
        name: diagram_name(&reading, diagram, index, say),
        address: address(index, zoom),
        is_here: index == at,
    };
    let size =
        |wanted: Zoom| Size { name: wanted.name(say), address: address(at, wanted), is_here: wanted == zoom };
    let page = Show {
        page: visit.page(Place::Map),
        tabs: diagrams.iter().enumerate().map(tab).collect(),
        sizes: Zoom::ALL.into_iter().map(size).collect(),
        is_published: map.about.state == MapState::Published,
        has_draft,
        faults: words::faults(&reading, say),
        diagram: at,
        head,
        version,
        drawing,
        found,
        says,
    };
    html(&page)
}

/// All diagrams, to be printed or kept as PDF.
pub async fn print(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let process = process(&mut db, &key).await?;
    let map = chosen(&mut db, &process, &wanted.version).await?;
    drop(db);
    let reading = queries::read(map.bpmn).await?;
    let picture = |(index, diagram): (usize, &bpmn::model::Diagram)| {
        let title = diagram_name(&reading, diagram, index, say);
        drawing(
            &reading,
            Some(diagram),
            (&title, ""),
            &Wish { prefix: &format!("d{index}-"), ..Wish::default() },
            say,
        )
    };
    let page = Print {
        page: visit.page(Place::Map),
        name: process.name,
        version: VersionView::of(&map.about, say),
        drawings: reading.diagrams().enumerate().map(picture).collect(),
    };
    html(&page)
}

/// What people call a diagram: by its own name, what it shows, or its number.
fn diagram_name(reading: &Reading, diagram: &bpmn::model::Diagram, index: usize, say: &Say) -> String {
    let shown = diagram.shows.element.map(|element| reading.model.base(element).name.clone());
    let names = [Some(diagram.name.clone()), shown];
    let name = names.into_iter().flatten().find(|name| !name.is_empty());
    name.unwrap_or_else(|| say.with("map-diagram", "n", &(index + 1).to_string()))
}

/// How much was found, in a sentence.
fn summary(found: &[Found], say: &Say) -> String {
    let count = |severity: &str| found.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings, hints) = (count("error"), count("warning"), count("hint"));
    if errors + warnings + hints == 0 {
        return say.text("map-found-nothing");
    }
    let parts = [("map-found-errors", errors), ("map-found-warnings", warnings), ("map-found-hints", hints)];
    let parts = parts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| say.count(key, n));
    parts.collect::<Vec<_>>().join(" · ")
}

//! Competitors: scores of surveys beside our own, step by step, and where they come in.

use super::change::change;
use super::table::{Cell, Table};
use super::tracks::{around, plain};
use crate::App;
use crate::rooms::blueprints::amend::{MAX_ROWS, scores};
use crate::rooms::blueprints::known::Known;
use crate::rooms::processes::Head;
use crate::web::{Form, Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::{Html, Response};
use language::Value;

/// What somebody pastes.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct Pasted {
    #[serde(default)]
    version: u64,
    #[serde(default)]
    rows: String,
    #[serde(default)]
    source: String,
}

#[derive(askama::Template)]
#[template(path = "blueprints/templates/competitors.html")]
struct Competitors {
    page: Page,
    head: Head,
    table: Table,
    version: u64,
    pasted: Pasted,
    refused: Option<String>,
    most: usize,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    page(&app, &visit, &key, Pasted::default(), None).await
}

/// Takes scores; what does not fit comes back with what was pasted.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(pasted): Form<Pasted>,
) -> Result<Response, Problem> {
    let made = change(&app, &visit, &key, pasted.version, |known| {
        scores(&pasted.rows, pasted.source.trim(), known.blueprint())
    });
    let made = made.await?;
    let again = |refused| page(&app, &visit, &key, pasted, Some(refused));
    made.or_again(&format!("/processes/{key}/competitors"), again).await
}

async fn page(
    app: &App,
    visit: &Visit,
    key: &str,
    pasted: Pasted,
    refused: Option<String>,
) -> Result<Html<String>, Problem> {
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let known = Known::of(app, &mut db, key, visit.now()).await?;
    let head = Head::of(&mut db, known.process.clone(), "competitors", known.figures.cases, say).await?;
    html(&Competitors {
        page: visit.page(Place::Map),
        head,
        table: table(&known, say),
        version: known.said.1,
        pasted,
        refused,
        most: MAX_ROWS,
    })
}

/// How many steps have both our score and another's, and at how many a competitor is surely ahead.
pub fn says(known: &Known, say: &Say) -> String {
    let (mut compared, mut behind) = (0_usize, 0_usize);
    for (step, said) in known.process.map.steps().iter().zip(known.blueprint().steps()) {
        let ours = known.heard.marks.get(&step.id).and_then(measure::Moments::ci95);
        let Some(ours) = ours else { continue };
        let theirs: Vec<_> = said.scores.iter().filter_map(around).collect();
        compared += usize::from(!theirs.is_empty());
        behind += usize::from(theirs.iter().any(|range| range.low > ours.high));
    }
    if compared == 0 {
        return say.text("competitors-none");
    }
    let values = [("n", Value::from(compared)), ("behind", behind.into())];
    say.language.text_with("competitors-says", &values)
}

fn table(known: &Known, say: &Say) -> Table {
    let named = &known.blueprint().process.competitors;
    let steps = known.process.map.steps().iter().zip(known.blueprint().steps()).enumerate();
    let rows = steps.filter(|(_, (_, said))| !said.scores.is_empty()).map(|(at, (step, said))| {
        let ours = known.heard.marks.get(&step.id);
        let range = ours.and_then(measure::Moments::ci95);
        let mut row = vec![Cell::text(known.name(at)).link(known.cases_at(at))];
        row.push(ours.and_then(|marks| Some((marks.mean()?, marks.n()))).map_or_else(
            Cell::none,
            |(mean, n)| {
                Cell::text(say.language.number(mean, 1))
                    .note(plain(mean, range, n, say))
                    .link(format!("/feedback/{}", known.process.key))
            },
        ));
        row.extend(named.iter().map(|name| {
            let Some(score) = said.scores.iter().find(|score| score.competitor == *name) else {
                return Cell::none();
            };
            let theirs = around(score);
            let is_ahead = theirs.zip(range).is_some_and(|(theirs, ours)| theirs.low > ours.high);
            let told = plain(score.score, theirs, score.n.map_or(0, u64::from), say);
            let source = score.source.iter().map(|source| format!(" · {source}")).collect::<String>();
            Cell::text(say.language.number(score.score, 1)).note(told + &source).mark("worse", is_ahead)
        }));
        row
    });
    let mut columns = vec![(say.text("col-step"), false), (say.text("track-ours"), true)];
    columns.extend(named.iter().map(|name| (name.clone(), true)));
    Table {
        id: "competitors",
        title: say.text("competitors-title"),
        says: says(known, say),
        columns,
        rows: rows.collect(),
        read: say.text("competitors-read"),
    }
}

//! The landscape: every process by stage and area, as large as it has cases, in the colour and shape of its score.

use super::facets::{FacetView, Narrowed, facets, narrowed};
use super::wanted::Wanted;
use crate::App;
use crate::rooms::processes::entries::{Entry, Glances};
use crate::rooms::processes::filter::{Facet, Filter, side};
use crate::rooms::processes::glance::Glance;
use crate::rooms::processes::model::{Area, Stage};
use crate::rooms::processes::queries;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{self, RawQuery};
use axum::response::Html;
use language::Value;
use std::collections::BTreeMap;

/// Processes in one field of the whole landscape, those with most cases; where few are shown at all, more of each field.
const IN_FIELD: usize = 8;

/// Processes from which on fields show only the largest.
const MANY: usize = 120;

/// Processes in a field that is looked at alone, or in a landscape of few.
const IN_ONE: usize = 400;

/// Areas that have a row of their own.
const AREAS: usize = 30;

/// Answers from which on a score may stand out in the sentence.
const ENOUGH: u64 = 20;

/// Half the width of the largest mark and of the smallest, in pixels.
const RADIUS: (f64, f64) = (22.0, 6.0);

/// A process.
struct Bubble {
    key: String,
    name: String,
    /// On which side of zero its score lies, as a class and a shape.
    side: &'static str,
    /// Width of its drawing, and half of it.
    width: String,
    middle: String,
    /// How large the shape in it is.
    radius: String,
    /// Score and cases, in words.
    figures: String,
}

/// Processes of one stage and one area.
struct Field {
    stage: String,
    address: String,
    summary: String,
    count: usize,
    bubbles: Vec<Bubble>,
    more: usize,
}

/// An area with its fields, a stage each.
struct Band {
    name: String,
    address: String,
    fields: Vec<Field>,
}

/// A stage at the top.
struct Head {
    name: String,
    address: String,
    count: usize,
}

#[derive(askama::Template)]
#[template(path = "processes/templates/landscape.html")]
struct Landscape {
    page: Page,
    wanted: Wanted,
    facets: Vec<FacetView>,
    narrowed: Vec<Narrowed>,
    heads: Vec<Head>,
    bands: Vec<Band>,
    says: String,
    areas_beyond: usize,
    is_one: bool,
    scale: [(String, Bubble); 3],
}

impl Landscape {
    /// The four sides that a score may be on.
    fn sides(&self) -> [&'static str; 4] {
        ["good", "mixed", "bad", "none"]
    }

    /// A mark as it stands in the legend.
    fn sample(&self, side: &'static str) -> Bubble {
        Bubble { side, ..mark(0.25) }
    }
}

/// The page.
pub async fn show(
    extract::State(app): extract::State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let wanted = Wanted::read(&query.unwrap_or_default());
    let mut db = app.db().read().await?;
    let catalogue = queries::catalogue(&mut db, app.measures()).await?;
    let glances = queries::glances(&mut db, app.measures(), visit.now()).await?;
    drop(db);
    let found = catalogue.found(&wanted.filter, &glances, visit.now());
    let cases = |entry: &Entry| glances.get(&entry.key).map_or(0, |glance| glance.cases);
    let most = found.entries.iter().map(|entry| cases(entry)).max().unwrap_or(0).max(1);
    let mut areas: BTreeMap<&Area, [Vec<&Entry>; 5]> = BTreeMap::new();
    for entry in &found.entries {
        areas.entry(&entry.facts.area).or_default()[entry.facts.stage as usize].push(entry);
    }
    let is_one = !wanted.filter.stage.is_empty() && !wanted.filter.area.is_empty();
    let shown = if is_one || found.entries.len() <= MANY { IN_ONE } else { IN_FIELD };
    let stages: Vec<Stage> = match Stage::read(&wanted.filter.stage) {
        Some(stage) => vec![stage],
        None => Stage::ALL.to_vec(),
    };
    let at = |filter: Filter| Wanted { filter, ..Wanted::default() }.at("/processes/landscape");
    let band = |(area, mut fields): (&Area, [Vec<&Entry>; 5])| {
        let here = wanted.filter.with(Facet::Area, area.as_str());
        let field = |stage: &Stage| {
            let mut entries = std::mem::take(&mut fields[*stage as usize]);
            entries.sort_by_key(|entry| std::cmp::Reverse(cases(entry)));
            let all: u64 = entries.iter().map(|entry| cases(entry)).sum();
            let bubble = |entry: &&Entry| bubble(entry, &glances, most, say);
            let n = say.count("landscape-n", &entries.len());
            Field {
                stage: say.of("stage-", stage.as_str()),
                address: at(here.with(Facet::Stage, stage.as_str())),
                summary: say.with2("landscape-field", ("n", &n), ("cases", &say.language.count(all))),
                count: entries.len(),
                bubbles: entries.iter().take(shown).map(bubble).collect(),
                more: entries.len().saturating_sub(shown),
            }
        };
        Band { name: area.called(say), address: at(here.clone()), fields: stages.iter().map(field).collect() }
    };
    let areas_beyond = areas.len().saturating_sub(AREAS);
    let count = |stage: &Stage| found.entries.iter().filter(|entry| entry.facts.stage == *stage).count();
    let head = |stage: &Stage| Head {
        name: say.of("stage-", stage.as_str()),
        address: at(wanted.filter.with(Facet::Stage, stage.as_str())),
        count: count(stage),
    };
    let landscape = Landscape {
        page: visit.page(Place::Map),
        heads: stages.iter().map(head).collect(),
        bands: areas.into_iter().take(AREAS).map(band).collect(),
        says: says(&found.entries, &glances, say),
        facets: facets(&catalogue, &found, &wanted, say),
        narrowed: narrowed(&catalogue, &wanted, say),
        scale: [1, 4, 16].map(|part| {
            (say.count("landscape-cases", &(most as usize / part)), mark(1.0 / f64::from(part as u8)))
        }),
        areas_beyond,
        is_one,
        wanted,
    };
    html(&landscape)
}

/// A mark whose area stands for this share of the most cases that a process has.
fn mark(share: f64) -> Bubble {
    let (most, least) = RADIUS;
    let radius = (most * share.sqrt()).max(least);
    Bubble {
        key: String::new(),
        name: String::new(),
        side: "good",
        width: format!("{:.0}", 2.0 * radius + 2.0),
        middle: format!("{:.1}", radius + 1.0),
        radius: format!("{radius:.1}"),
        figures: String::new(),
    }
}

fn bubble(entry: &Entry, glances: &Glances, most: u64, say: &Say) -> Bubble {
    let glance = glances.get(&entry.key);
    let cases = glance.map_or(0, |glance| glance.cases);
    let count = say.count("landscape-cases", &(cases as usize));
    let score = glance.and_then(|glance| glance.nps.score());
    let figures = match score {
        Some(score) => {
            say.with2("landscape-score", ("score", &say.language.signed(score, 0)), ("cases", &count))
        }
        None => count,
    };
    Bubble {
        key: entry.key.clone(),
        name: entry.facts.name.clone(),
        side: side(glance),
        figures,
        ..mark(cases as f64 / most as f64)
    }
}

/// What the landscape shows, in a sentence: where most cases are, and where customers are least happy.
fn says(found: &[&Entry], glances: &Glances, say: &Say) -> String {
    let known: Vec<(&Entry, &Glance)> =
        found.iter().filter_map(|entry| Some((*entry, glances.get(&entry.key)?))).collect();
    let all = say.count("landscape-says", &found.len());
    let Some((busiest, most)) = known.iter().max_by_key(|(_, glance)| glance.cases) else { return all };
    let values = [("name", Value::from(&busiest.facts.name)), ("n", most.cases.into())];
    let busiest = say.language.text_with("landscape-busiest", &values);
    let scored: Vec<(&Entry, f64, u64)> = known
        .iter()
        .filter(|(_, glance)| glance.nps.n() >= ENOUGH)
        .filter_map(|(entry, glance)| Some((*entry, glance.nps.score()?, glance.nps.n())))
        .collect();
    // Of one alone nothing is said.
    let lowest = scored.iter().filter(|_| scored.len() > 1).min_by(|(_, a, _), (_, b, _)| a.total_cmp(b));
    let lowest = lowest.map(|(entry, score, n)| {
        let score = say.language.signed(*score, 0);
        let values = [("name", Value::from(&entry.facts.name)), ("score", score.into()), ("n", (*n).into())];
        say.language.text_with("landscape-lowest", &values)
    });
    [Some(all), Some(busiest), lowest].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_of_a_mark_stands_for_its_cases() {
        assert_eq!((mark(1.0).radius.as_str(), mark(0.25).radius.as_str()), ("22.0", "11.0"));
        assert_eq!((mark(0.0).radius.as_str(), mark(1.0).width.as_str()), ("6.0", "46"), "none vanishes");
    }
}

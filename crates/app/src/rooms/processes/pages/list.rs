//! The catalogue as a list: searched, narrowed, put in order, a page at a time, with rows that can be chosen.

use super::facets::{FacetView, Narrowed, facets, narrowed};
use super::parts::{ScoreView, badge, cases_since};
use super::wanted::Wanted;
use crate::App;
use crate::rooms::processes::entries::{Entry, Glances, order};
use crate::rooms::processes::facts::Review;
use crate::rooms::processes::filter::Facet;
use crate::rooms::processes::glance::Glance;
use crate::rooms::processes::model::State;
use crate::rooms::processes::{edits, queries, views};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{self, RawQuery};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;

/// Processes on a page.
const ON_PAGE: usize = 50;

/// Characters of a sentence below the name of a process.
const SENTENCE: usize = 64;

/// How long the list offers to undo what somebody did to many processes.
const REGRET: SignedDuration = SignedDuration::from_mins(30);

/// A column that puts the list in order.
struct Column {
    address: String,
    text: String,
    is_number: bool,
    order: Option<&'static str>,
    span: u8,
}

/// A saved view.
struct ViewLink {
    address: String,
    name: String,
    is_here: bool,
    by: Option<String>,
}

struct Row {
    chosen: String,
    key: String,
    name: String,
    about: String,
    version: u64,
    stage: String,
    area: String,
    state: Option<(&'static str, String)>,
    is_due: bool,
    owner: Option<String>,
    department: Option<String>,
    figures: Option<Figures>,
}

struct Figures {
    cases: String,
    cases_at: String,
    lead: String,
    kept: String,
    kept_of: String,
    late_at: String,
    score: Option<ScoreView>,
}

/// An edit of many processes that may be undone.
struct Regret {
    id: String,
    words: String,
}

#[derive(askama::Template)]
#[template(path = "processes/templates/list.html")]
struct List {
    page: Page,
    wanted: Wanted,
    stages: FacetView,
    facets: Vec<FacetView>,
    narrowed: Vec<Narrowed>,
    columns: Vec<Column>,
    views: Vec<ViewLink>,
    rows: Vec<Row>,
    found: usize,
    all: usize,
    regret: Option<Regret>,
    shown: Option<(String, Option<String>, Option<String>)>,
}

impl List {
    /// Whether a filter narrows the list beside words and stage, which are seen anyway.
    fn is_filtered(&self) -> bool {
        let filter = &self.wanted.filter;
        Facet::ALL.iter().any(|facet| *facet != Facet::Stage && !filter.value(*facet).is_empty())
    }

    /// The list without a stage.
    fn every_stage(&self) -> String {
        self.wanted.but(|wanted| wanted.filter.stage.clear())
    }

    /// The filter as it was asked for, so that an act can come back to it.
    fn query(&self) -> String {
        self.wanted.query()
    }
}

/// The list; without any wish, the view that the visitor wants to begin with.
pub async fn show(
    extract::State(app): extract::State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let actor = visit.allowed(Right::See)?;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let saved = views::seen(&mut db, actor).await?;
    if query.is_none()
        && let Some(first) = saved.iter().find(|view| view.is_first && view.person == actor.person)
    {
        return Ok(
            Redirect::to(&format!("/processes?{}", Wanted::read(&first.query).query())).into_response()
        );
    }
    let wanted = Wanted::read(query.as_deref().unwrap_or_default());
    let catalogue = queries::catalogue(&mut db, app.measures()).await?;
    let glances = queries::glances(&mut db, app.measures(), visit.now()).await?;
    let last = edits::last(&mut db, actor, visit.now() - REGRET).await?;
    drop(db);
    let mut found = catalogue.found(&wanted.filter, &glances, visit.now());
    order(&mut found.entries, &glances, &wanted.sort, wanted.is_turned());
    let number = wanted.number(found.entries.len(), ON_PAGE);
    let mut facets = facets(&catalogue, &found, &wanted, say);
    let stages = facets.remove(0);
    let regret = last
        .filter(|_| actor.may(Right::Design))
        .map(|(id, count)| Regret { id: id.to_string(), words: say.count("bulk-done", &count) });
    let shown_rows = found.entries.iter().skip((number - 1) * ON_PAGE).take(ON_PAGE);
    let list = List {
        page: visit.page(Place::Map),
        narrowed: narrowed(&catalogue, &wanted, say),
        columns: columns(&wanted, say),
        views: saved.into_iter().map(|view| link(view, &wanted, actor.person)).collect(),
        shown: pages(&wanted, number, found.entries.len(), say),
        rows: shown_rows.map(|entry| row(entry, &glances, say)).collect(),
        found: found.entries.len(),
        all: catalogue.entries.len(),
        stages,
        facets,
        regret,
        wanted,
    };
    Ok(html(&list)?.into_response())
}

fn link(view: views::View, wanted: &Wanted, person: uuid::Uuid) -> ViewLink {
    let kept = Wanted::read(&view.query);
    ViewLink {
        is_here: kept.view() == wanted.view(),
        address: format!("/processes?{}", kept.query()),
        by: (view.person != person).then_some(view.by),
        name: view.name,
    }
}

/// The columns that put the list in order, each with the order that it has by itself.
fn columns(wanted: &Wanted, say: &Say) -> Vec<Column> {
    let column = |name: &str, key: &str, is_ascending: bool, span| {
        let is_here = wanted.sort == name || (wanted.sort.is_empty() && name == "name");
        let is_turned = is_here && wanted.is_turned();
        let address = wanted.but(|wanted| {
            name.clone_into(&mut wanted.sort);
            let order = if is_here && !is_turned { "reverse" } else { "" };
            order.clone_into(&mut wanted.order);
        });
        let order = if is_ascending == is_turned { "descending" } else { "ascending" };
        Column {
            address,
            text: say.text(key),
            is_number: span == 1 && !matches!(name, "name" | "stage" | "owner"),
            order: is_here.then_some(order),
            span,
        }
    };
    vec![
        column("name", "processes-process", true, 1),
        column("stage", "process-stage", true, 1),
        column("owner", "process-owner", true, 1),
        column("cases", "processes-cases", false, 1),
        column("lead", "processes-lead", false, 1),
        column("kept", "processes-kept", true, 1),
        column("score", "processes-score", true, 2),
    ]
}

fn row(entry: &Entry, glances: &Glances, say: &Say) -> Row {
    let facts = &entry.facts;
    Row {
        chosen: format!("{}:{}", entry.id, entry.version),
        key: entry.key.clone(),
        name: facts.name.clone(),
        about: first_sentence(&facts.description),
        version: entry.version,
        stage: say.of("stage-", facts.stage.as_str()),
        area: facts.area.called(say),
        state: (facts.state != State::Published)
            .then(|| (badge(facts.state), say.of("state-", facts.state.as_str()))),
        is_due: facts.review(say.now) == Review::Due,
        owner: entry.owner.clone(),
        department: entry.department.clone(),
        figures: glances.get(&entry.key).map(|glance| figures(&entry.key, glance, say)),
    }
}

fn figures(key: &str, glance: &Glance, say: &Say) -> Figures {
    let cases_at = cases_since(key, &(say.now - queries::QUARTER));
    let none = || "–".to_owned();
    Figures {
        cases: say.language.count(glance.cases),
        lead: glance.median_s.map_or_else(none, |seconds| say.duration(&seconds)),
        kept: glance.promise.share().map_or_else(none, |share| say.language.percent(share, 0)),
        kept_of: say.count("processes-kept-of", &(glance.promise.n as usize)),
        late_at: format!("{cases_at}&late=1"),
        cases_at,
        score: ScoreView::of(&glance.nps, say),
    }
}

/// A paragraph's first sentence, cut between two words where it is long.
fn first_sentence(text: &str) -> String {
    let end = text.find(". ").or_else(|| text.find('。')).unwrap_or(text.len());
    let sentence = text[..end].trim_end_matches('.');
    match sentence.char_indices().nth(SENTENCE) {
        None => sentence.to_owned(),
        Some((cut, _)) => {
            let cut = sentence[..cut].rfind(' ').unwrap_or(cut);
            format!("{}…", sentence[..cut].trim_end_matches([',', ';', ':']))
        }
    }
}

/// Which processes of how many are shown, and the addresses of the pages before and behind; none if all are.
fn pages(
    wanted: &Wanted,
    number: usize,
    all: usize,
    say: &Say,
) -> Option<(String, Option<String>, Option<String>)> {
    if all <= ON_PAGE {
        return None;
    }
    let (first, last) = ((number - 1) * ON_PAGE + 1, (number * ON_PAGE).min(all));
    let values = [("from", first.into()), ("to", last.into()), ("all", all.into())];
    let at = |number: usize| wanted.but(|wanted| wanted.page = number.to_string());
    Some((
        say.language.text_with("processes-range", &values),
        (number > 1).then(|| at(number - 1)),
        (last < all).then(|| at(number + 1)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_stands_for_a_paragraph() {
        assert_eq!(first_sentence("It works again. Someone comes."), "It works again");
        assert_eq!(first_sentence("再次可用。有人来。"), "再次可用");
        assert_eq!(first_sentence("No end"), "No end");
        assert_eq!(first_sentence(&"word ".repeat(20)), format!("{}word…", "word ".repeat(11)));
    }
}

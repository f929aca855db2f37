//! The list of processes: searched, filtered, put in order, a page at a time.

use super::parts::{ScoreView, cases_since};
use crate::App;
use crate::rooms::offices;
use crate::rooms::processes::glance::Glance;
use crate::rooms::processes::model::{Stage, State};
use crate::rooms::processes::queries::{self, Listed};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{self, Query};
use axum::response::Html;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Processes on a page.
const ON_PAGE: usize = 20;

/// What the list is asked for.
#[derive(Debug, Clone, Default, serde::Deserialize, serde::Serialize)]
pub struct Wanted {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    q: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    stage: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    owner: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    department: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sort: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
}

impl Wanted {
    /// The address of the list with something changed; it begins with its first page.
    fn but(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut wanted = Self { page: None, ..self.clone() };
        change(&mut wanted);
        format!("/processes?{}", serde_html_form::to_string(&wanted).unwrap_or_default())
    }

    fn is_narrow(&self) -> bool {
        ![&self.q, &self.stage, &self.owner, &self.department].iter().all(|part| part.is_empty())
    }
}

/// A choice among stages.
struct Chip {
    address: String,
    text: String,
    count: usize,
    is_chosen: bool,
}

/// A column that puts the list in order.
struct Column {
    address: String,
    text: String,
    is_number: bool,
    order: Option<&'static str>,
    span: u8,
}

/// A choice in a box.
struct Choice {
    id: String,
    name: String,
    is_chosen: bool,
}

struct Row {
    key: String,
    name: String,
    about: String,
    stage: Stage,
    is_draft: bool,
    owner: Option<String>,
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

#[derive(askama::Template)]
#[template(path = "processes/templates/list.html")]
struct List {
    page: Page,
    q: String,
    stage: String,
    sort: String,
    owners: Vec<Choice>,
    departments: Vec<Choice>,
    chips: Vec<Chip>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    is_narrow: bool,
    shown: Option<(String, Option<String>, Option<String>)>,
}

/// The list.
pub async fn show(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let (owner, department) = (Uuid::parse_str(&wanted.owner).ok(), Uuid::parse_str(&wanted.department).ok());
    let found = queries::list(&mut db, &wanted.q, owner, department).await?;
    let glances = queries::glances(&mut db, app.measures(), visit.now()).await?;
    let owners = queries::owners(&mut db).await?;
    let departments = offices::departments(&mut db).await?;
    let stage = Stage::read(&wanted.stage);
    let chips = chips(&found, stage, &wanted, say);
    let mut found: Vec<Listed> =
        found.into_iter().filter(|process| stage.is_none_or(|stage| process.stage == stage)).collect();
    order(&mut found, &glances, &wanted.sort);
    let choice =
        |id: Uuid, name: String, chosen| Choice { id: id.to_string(), name, is_chosen: Some(id) == chosen };
    let number = wanted.page.unwrap_or(1).clamp(1, found.len().div_ceil(ON_PAGE).max(1));
    let list = List {
        page: visit.page(Place::Map),
        chips,
        columns: columns(&wanted, say),
        shown: pages(&wanted, number, found.len(), say),
        rows: found
            .into_iter()
            .skip((number - 1) * ON_PAGE)
            .take(ON_PAGE)
            .map(|process| row(process, &glances, say))
            .collect(),
        is_narrow: wanted.is_narrow(),
        owners: owners.into_iter().map(|(id, name)| choice(id, name, owner)).collect(),
        departments: departments.into_iter().map(|known| choice(known.id, known.name, department)).collect(),
        q: wanted.q,
        stage: wanted.stage,
        sort: wanted.sort,
    };
    html(&list)
}

fn chips(found: &[Listed], chosen: Option<Stage>, wanted: &Wanted, say: &Say) -> Vec<Chip> {
    let all = Chip {
        address: wanted.but(|wanted| wanted.stage.clear()),
        text: say.text("processes-all"),
        count: found.len(),
        is_chosen: chosen.is_none(),
    };
    let of = |stage: &Stage| Chip {
        address: wanted.but(|wanted| stage.as_str().clone_into(&mut wanted.stage)),
        text: say.of("stage-", stage.as_str()),
        count: found.iter().filter(|process| process.stage == *stage).count(),
        is_chosen: chosen == Some(*stage),
    };
    std::iter::once(all).chain(Stage::ALL.iter().map(of)).collect()
}

/// The columns after name, stage and owner.
fn columns(wanted: &Wanted, say: &Say) -> Vec<Column> {
    let column = |name: &str, key: &str, order, span| Column {
        address: wanted.but(|wanted| name.clone_into(&mut wanted.sort)),
        text: say.text(key),
        is_number: span == 1,
        order: (wanted.sort == name).then_some(order),
        span,
    };
    vec![
        column("cases", "processes-cases", "descending", 1),
        column("lead", "processes-lead", "descending", 1),
        column("kept", "processes-kept", "ascending", 1),
        column("score", "processes-score", "ascending", 2),
    ]
}

/// Puts processes in order: most cases, longest, least kept or lowest score first; those without figures last.
fn order(found: &mut [Listed], glances: &BTreeMap<String, Glance>, sort: &str) {
    let figure = |process: &Listed| -> Option<f64> {
        let glance = glances.get(&process.key)?;
        match sort {
            "cases" => Some(-(glance.cases as f64)),
            "lead" => glance.median_s.map(|median| -median),
            "kept" => glance.promise.share(),
            "score" => glance.nps.score(),
            _ => None,
        }
    };
    let place = |process: &Listed| figure(process).unwrap_or(f64::INFINITY);
    found.sort_by(|a, b| place(a).total_cmp(&place(b)));
}

fn row(process: Listed, glances: &BTreeMap<String, Glance>, say: &Say) -> Row {
    let figures = glances.get(&process.key).map(|glance| figures(&process.key, glance, say));
    Row {
        about: first_sentence(&process.description).to_owned(),
        key: process.key,
        name: process.name,
        stage: process.stage,
        is_draft: process.state == State::Draft,
        owner: process.owner,
        figures,
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

/// A paragraph's first sentence.
fn first_sentence(text: &str) -> &str {
    let end = text.find(". ").or_else(|| text.find('。')).map_or(text.len(), |end| end);
    text[..end].trim_end_matches('.')
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
    let at = |number: usize| wanted.but(|wanted| wanted.page = Some(number));
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
    fn a_list_keeps_what_was_asked_for_on_its_way() {
        let wanted = Wanted { q: "a & b".into(), page: Some(3), ..Wanted::default() };
        assert_eq!(
            wanted.but(|wanted| wanted.stage = "acquire".into()),
            "/processes?q=a+%26+b&stage=acquire"
        );
        assert!(wanted.is_narrow() && !Wanted::default().is_narrow());
    }

    #[test]
    fn the_first_sentence_stands_for_a_paragraph() {
        assert_eq!(first_sentence("It works again. Someone comes."), "It works again");
        assert_eq!(first_sentence("再次可用。有人来。"), "再次可用");
        assert_eq!(first_sentence("No end"), "No end");
    }
}

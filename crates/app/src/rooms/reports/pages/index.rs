//! Where to begin: processes in the order of how many customers they let down, each with why.

use crate::App;
use crate::rooms::processes::{self, cases_since};
use crate::rooms::promises;
use crate::rooms::reports::ranking::{Reason, Standing, ranked};
use crate::web::say::CURRENCY;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::State;
use axum::response::Html;
use jiff::SignedDuration;
use language::Value;
use std::collections::HashMap;

/// Processes on the page.
const SHOWN: usize = 50;

/// The period of the figures.
const QUARTER: SignedDuration = SignedDuration::from_hours(24 * 90);

struct Row {
    key: String,
    name: String,
    why: String,
    is_bad: bool,
    cases: String,
    cases_at: String,
    late: String,
    late_at: String,
    owed: String,
}

#[derive(askama::Template)]
#[template(path = "reports/templates/index.html")]
struct Index {
    page: Page,
    rows: Vec<Row>,
    says: String,
}

/// The page.
pub async fn show(State(app): State<App>, visit: Visit) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let catalogue = processes::catalogue(&mut db, app.measures()).await?;
    let glances = processes::glances(&mut db, app.measures(), visit.now()).await?;
    let promised = promises::list(&mut db).await?;
    let cents: HashMap<&str, i64> =
        promised.iter().map(|promise| (promise.key.as_str(), promise.compensation_cents)).collect();
    let standings = ranked(catalogue.entries.clone(), &glances);
    let bad = standings.iter().filter(|standing| standing.reason != Reason::Nothing).count();
    let says = say.count("improve-says", &bad);
    let rows = standings.iter().take(SHOWN).map(|standing| row(standing, &cents, say)).collect();
    html(&Index { page: visit.page(Place::Improve), rows, says })
}

fn row(standing: &Standing, cents: &HashMap<&str, i64>, say: &Say) -> Row {
    let (process, glance) = (&standing.process, &standing.glance);
    let cases_at = cases_since(&process.key, &(say.now - QUARTER));
    let each = process.facts.promise.as_deref().and_then(|key| cents.get(key)).copied().unwrap_or(0);
    let owed = each as f64 / 100.0 * glance.broken() as f64;
    Row {
        why: why(standing, say),
        is_bad: standing.reason != Reason::Nothing,
        cases: say.language.count(glance.cases),
        late: say.language.count(glance.broken()),
        late_at: format!("{cases_at}&late=1"),
        cases_at,
        owed: if owed > 0.0 { say.language.money(owed, CURRENCY) } else { "–".to_owned() },
        key: process.key.clone(),
        name: process.facts.name.clone(),
    }
}

/// What speaks most against a process, in a sentence.
pub fn why(standing: &Standing, say: &Say) -> String {
    let glance = &standing.glance;
    match standing.reason {
        Reason::Nothing => say.text("improve-why-nothing"),
        Reason::Late => {
            let share = glance.promise.share().map_or(0.0, |kept| 1.0 - kept);
            let values = [
                ("share", Value::from(say.language.percent(share, 0))),
                ("late", glance.broken().into()),
                ("n", glance.promise.n.into()),
            ];
            say.language.text_with("improve-why-late", &values)
        }
        Reason::Score => {
            let values = [
                ("score", Value::from(say.language.signed(glance.nps.score().unwrap_or(0.0), 0))),
                ("n", glance.nps.n().into()),
            ];
            say.language.text_with("improve-why-score", &values)
        }
    }
}

//! What reads scenarios, and today's parameters with what they rest on.

use super::calibration::{self, Calibration, Impossible, Input, Said};
use super::model::{MAX_SCENARIOS, Scenario};
use super::simulation::Outcome;
use super::store;
use crate::App;
use crate::rooms::maps;
use crate::rooms::offices;
use crate::rooms::processes::{self, Process};
use crate::web::{Memo, Problem};
use bpmn::extension::Money;
use calendar::{BusinessHours, Week};
use db::Connection;
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Processes of which today's parameters are remembered at most.
const REMEMBERED: usize = 64;

/// What was worked out of processes, as long as it holds.
#[derive(Debug)]
pub struct Calibrations(Memo<Today>);

impl Default for Calibrations {
    fn default() -> Self {
        Self(Memo::new(REMEMBERED))
    }
}

/// A process as its journal shows it.
#[derive(Debug)]
pub struct Today {
    /// What was worked out, or why nothing was.
    pub known: Result<Calibration, Impossible>,
    /// The currency that costs are in, where the map names one.
    pub currency: Option<String>,
}

/// The scenarios of a process, the oldest first.
///
/// # Errors
///
/// What the database says.
pub async fn list(db: &mut Connection, process: &Process) -> Result<Vec<Scenario>, Problem> {
    Ok(store::list(db, process.id, MAX_SCENARIOS).await?)
}

/// A scenario of a process.
///
/// # Errors
///
/// [`Problem::NotFound`], or what the database says.
pub async fn find(db: &mut Connection, process: &Process, id: Uuid) -> Result<Scenario, Problem> {
    let found = store::find(db, id).await?.filter(|scenario| scenario.process == process.id);
    found.ok_or(Problem::NotFound)
}

/// The result of a scenario; none before it was simulated.
///
/// # Errors
///
/// What the database says.
pub async fn outcome(db: &mut Connection, scenario: Uuid) -> Result<Option<Outcome>, Problem> {
    let Some(text) = store::result(db, scenario).await? else { return Ok(None) };
    let read = serde_json::from_str(&text);
    read.map(Some).map_err(|error| {
        tracing::error!(%error, "a result that was kept cannot be read");
        Problem::Unexpected
    })
}

/// Today's parameters of a process over the last year.
///
/// # Errors
///
/// What the database says; [`Problem::Busy`] while too much is simulated.
pub async fn today(app: &App, process: &Process, now: Timestamp) -> Result<Arc<Today>, Problem> {
    let mut db = app.db().read().await?;
    let mark = processes::mark(&mut db, now).await?;
    // What customers said changes nothing of it.
    let mark = [mark[0], 0, mark[2], mark[3].div_euclid(24)];
    if let Some(known) = app.whatif().calibrations.0.get(&process.key, mark) {
        return Ok(known);
    }
    let since = processes::since(now, processes::YEAR);
    let courses = processes::courses(&mut db, &process.key, since).await?;
    let passages = processes::passages(&mut db, &process.key, since).await?;
    let worked = store::worked(&mut db, &process.key, since).await?;
    let hours = match worked.iter().find_map(|(office, ..)| *office) {
        Some(office) => offices::find(&mut db, office).await?.map(|office| office.hours),
        None => offices::list(&mut db).await?.into_iter().next().map(|office| office.hours),
    };
    let hours = hours.unwrap_or_else(usual_hours);
    let (said, currency) = said(&mut db, process).await?;
    drop(db);
    let (map, period) = (process.map.clone(), (since, now));
    let people_seen = worked.iter().map(|(_, _, people)| people).sum();
    let known = app
        .whatif()
        .bench
        .ask(move |progress| {
            let (courses, passages, said, hours) = (&*courses, &*passages, &*said, &hours);
            let input = Input { map: &map, courses, passages, said, hours, people_seen, period };
            calibration::calibrate(&input, progress)
        })
        .await?;
    Ok(app.whatif().calibrations.0.put(&process.key, mark, Today { known, currency }))
}

/// The hours of an organisation that named none.
fn usual_hours() -> BusinessHours {
    let week = "09:00-17:00".parse().map(|hours| Week::working_days(&hours));
    let made = week.and_then(|week| BusinessHours::new("UTC", week, Vec::new()));
    made.unwrap_or_else(|_| BusinessHours::always_open())
}

/// What the published map says of the work at each step, and in which currency.
async fn said(db: &mut Connection, process: &Process) -> Result<(Vec<Said>, Option<String>), Problem> {
    let reading = maps::published(db, process).await?;
    let steps = &reading.extensions.steps;
    let by_id: HashMap<&str, _> =
        steps.iter().map(|(node, said)| (&*reading.model[*node].base.id, said)).collect();
    let currency = steps.values().find_map(|said| said.cost.as_ref()).map(|cost| cost.currency.clone());
    let whole =
        |cost: &Money| (Some(&cost.currency) == currency.as_ref()).then(|| cost.minor_units as f64 / 100.0);
    let said = process.map.steps().iter().map(|step| {
        let said = by_id.get(&*step.id);
        Said {
            work_s: said.and_then(|said| said.times.process_s),
            cost: said.and_then(|said| said.cost.as_ref()).and_then(whole),
        }
    });
    let said = said.collect();
    Ok((said, currency))
}

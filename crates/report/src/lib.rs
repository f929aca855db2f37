//! The whole loop on files, with no server and no database: the map of the real process, what customers said, which
//! promises were kept, what moves the score, and what a change would bring.
//!
//! A [`Spec`] says which files there are and what their columns mean; [`report`] reads them, a row at a time, through a
//! [`Files`] handed in; the [`Report`] is then written as [JSON](Report::to_json) or as one self-contained
//! [page](Report::to_html).
//!
//! ```
//! use std::io::{Cursor, Error, ErrorKind};
//!
//! struct Memory;
//!
//! impl report::Files for Memory {
//!     fn open(&self, path: &str) -> std::io::Result<Box<dyn eventlog::Seekable + '_>> {
//!         match path {
//!             "orders.csv" => Ok(Box::new(Cursor::new("id,ordered,delivered\n1,2026-01-05,2026-01-07\n"))),
//!             _ => Err(Error::from(ErrorKind::NotFound)),
//!         }
//!     }
//! }
//!
//! let spec = report::Spec::parse(
//!     r#"
//!     title = "Orders"
//!     cases = "orders"
//!     files.orders = { path = "orders.csv", case = "id" }
//!     lane = [{ id = "customer", name = "Customer", visibility = "customer" }]
//!     step = [
//!         { name = "Ordered", lane = "customer", file = "orders", time = "ordered" },
//!         { name = "Delivered", lane = "customer", file = "orders", time = "delivered" },
//!     ]
//!     "#,
//! )
//! .unwrap();
//! let report = report::report(&spec, &Memory).unwrap();
//! assert_eq!((report.cases, report.events), (1, 2));
//! assert_eq!(report.steps[1].wait.unwrap().median_s, 2.0 * 86_400.0);
//! ```

mod calendar;
mod cases;
pub mod figures;
mod files;
mod flow;
pub mod fonts;
mod gather;
mod improve;
mod json;
mod listen;
mod page;
mod parts;
mod promise;
pub mod spec;
pub mod wording;

pub use figures::Report;
pub use files::{FileError, Files};
pub use spec::{Spec, SpecError};

use mining::Durations;

use calendar::Calendar;
use figures::FileProblem;
use gather::Gathered;
use spec::LeadTimeSpec;

/// Reads the files of a spec and works the report out.
///
/// # Errors
/// The first file that cannot be read; single bad rows are [problems](Report::problems) of the report instead.
pub fn report(spec: &Spec, files: &dyn Files) -> Result<Report, FileError> {
    let mut data = gather::gather(spec, files)?;
    if let Some(lead_time) = &spec.lead_time {
        let backwards = gather::backwards(&data.cases, lead_time.from, lead_time.to, "lead_time", spec);
        data.problems.extend(backwards);
    }
    let calendar = Calendar::new(spec.time_zone.as_deref());
    let flow = flow::flow(spec, &data);
    let promises = spec
        .promise
        .as_ref()
        .map_or_else(|| vec![None; data.cases.count], |promise| promise::promises(promise, &data.cases));
    let outcomes = improve::Outcomes::of(spec, &data, &promises);
    Ok(Report {
        title: spec.title.clone(),
        about: spec.about.clone(),
        currency: spec.currency.clone(),
        cases: data.cases.count as u64,
        events: data.log.event_count() as u64,
        period: data.log.period_us().map(|(first, last)| (calendar.month(first), calendar.month(last))),
        lanes: spec.lanes.clone(),
        lead_time: spec.lead_time.as_ref().and_then(|lead_time| lead_times(lead_time, &data)),
        scores: listen::scores(spec, &data, &flow, &calendar),
        promise: promise::promise(spec, &data, &promises, &calendar),
        drivers: outcomes.drivers(),
        what_ifs: outcomes.what_ifs(),
        steps: flow.steps,
        arcs: flow.arcs,
        problems: data
            .problems
            .iter()
            .flat_map(|(file, problems)| {
                problems.iter().map(|problem| FileProblem { file: file.clone(), problem: problem.clone() })
            })
            .collect(),
    })
}

fn lead_times(spec: &LeadTimeSpec, data: &Gathered) -> Option<Durations> {
    let among = data.cases.holding(&spec.among);
    let times = gather::between_us(&data.cases, spec.from, spec.to).zip(among);
    let mut times: Vec<f64> =
        times.filter(|(_, among)| *among).filter_map(|(us, _)| Some(us? as f64 / 1e6)).collect();
    Durations::of(&mut times)
}

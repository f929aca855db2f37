//! What an event log shows of the process behind it: who follows whom, in which variants, how long it takes.
//!
//! Terms are those of process mining (van der Aalst, *Process Mining: Data Science in Action*, 2016): the
//! [directly-follows graph](directly_follows), [variants](variants()), [throughput time](throughput), [rework](rework()).
//! All times are seconds. Everything is computed on the columns of an [`eventlog::EventLog`] in a few passes; the answer
//! depends on nothing but the log.
//!
//! ```
//! use eventlog::{ColumnNames, CsvOptions, Records, TimeFormat, read_log};
//!
//! let file = "case,activity,time\n1,Order,2026-01-05\n1,Deliver,2026-01-07\n2,Order,2026-01-06\n2,Deliver,2026-01-10\n";
//! let records = Records::new(file.as_bytes(), &CsvOptions::default())?;
//! let (log, _) = read_log(records, &ColumnNames::default(), &TimeFormat::default())?;
//!
//! let graph = mining::directly_follows(&log);
//! assert_eq!((graph.arcs.len(), graph.arcs[0].count), (1, 2));
//! assert_eq!(graph.arcs[0].times.median_s, 3.0 * 86_400.0);
//! assert_eq!(mining::variants(&log).len(), 1);
//! # Ok::<(), eventlog::ReadError>(())
//! ```

mod activities;
mod durations;
mod follows;
mod rework;
mod throughput;
mod variants;

pub use activities::{ActivityFigures, activities};
pub use durations::Durations;
pub use follows::{Arc, DirectlyFollows, directly_follows};
pub use rework::{Rework, rework};
pub use throughput::throughput;
pub use variants::{Variant, variants};

#[cfg(test)]
mod tests;

//! What-if.

mod distribution;
mod kernel;
mod log;
mod net;
mod place;
mod plan;
mod replications;
pub mod scenario;
mod sketch;
mod stream;
mod tally;
mod timetable;

pub use distribution::Distribution;
pub use net::{Draft, Net};
pub use replications::{MAX_CASES, MAX_CASES_IN_ALL, MAX_REPLICATIONS, Options, Progress};
pub use place::{Error, Mistake, Place, Problem};
pub use log::{CsvLog, LogRow, LogSink};
pub use stream::{Purpose, Stream};

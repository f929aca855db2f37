//! Scores with their intervals: means, shares, NPS, CSAT, CES, differences of groups, quantiles and the bootstrap.
//!
//! A score without its interval invites decisions on noise, so everything here that gives a figure also gives its
//! range. The engine is pure: no input or output, no clock, and random numbers only from the generator handed in.
//!
//! | question | answered by |
//! | --- | --- |
//! | How high is the mean score, and how sure is that? | [`Moments`] (Student's t) |
//! | Which share kept the promise, or gave a top score? | [`Share`], [`wilson`], [`TopBox`], [`top_box`], [`ces`] |
//! | How many more would recommend us than would not? | [`Nps`] |
//! | How far apart are two groups? | [`Difference`] (Welch) |
//! | How long does the middle, or the slowest tenth, wait? | [`median`], [`quantile`], [`quantile_sorted`] |
//! | What is the range of a figure that has no formula? | [`bootstrap`], [`bootstrap_cells`] |
//!
//! Answers come in one at a time, so a stream of any length needs a fixed few bytes a group, and the parts of a
//! stream may be merged:
//!
//! ```
//! use measure::{Difference, Moments};
//!
//! let late: Moments = [2.0, 1.0, 4.0, 2.0, 3.0].into_iter().collect();
//! let in_time: Moments = [5.0, 4.0, 4.0, 5.0, 3.0, 5.0].into_iter().collect();
//! let lateness = Difference { with: late, without: in_time };
//!
//! let interval = lateness.ci95().expect("both groups hold two answers or more");
//! assert!(lateness.difference().unwrap() < -1.9);
//! assert!(interval.high < 0.0, "late orders score lower, beyond chance");
//! ```
//!
//! Ranges are 95 % throughout, and assume that the answers are independent draws from the population spoken of. They
//! speak of chance only: not of who did not answer, and not of cause.

mod bootstrap;
mod csat;
mod difference;
mod emotion;
mod error;
mod interval;
mod mean;
mod nps;
mod quantile;
mod share;

pub use bootstrap::{bootstrap, bootstrap_cells};
pub use csat::{TopBox, ces, top_box};
pub use difference::Difference;
pub use emotion::{CLUSTERS, DESTROYING, Feelings, PeakEnd, STRONGEST, net_emotional_value, peak_end};
pub use error::Error;
pub use interval::Interval;
pub use mean::Moments;
pub use nps::Nps;
pub use quantile::{median, quantile, quantile_sorted};
pub use share::{Share, wilson};

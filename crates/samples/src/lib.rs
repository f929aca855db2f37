//! Made-up data with known causes: an online shop, a telecom provider, event logs of any size; the same seed gives the
//! same bytes.
//!
//! What really drives a figure is never known of real data, so nobody can tell there whether an analysis found it.
//! Here it is known, as it was planted: [`shop::truth`] says by how much each cause moves a score, and which column
//! moves nothing. [`provider`] is a whole organisation at work, with its own [`provider::truth`]. [`log`] writes logs
//! that are large enough to measure speed on.
//!
//! ```
//! let mut csv = Vec::new();
//! samples::log::write(100, 7, &mut csv)?;
//! let csv = String::from_utf8(csv).expect("text");
//! assert_eq!(csv.lines().count(), 1 + 100);
//! assert!(csv.starts_with("case_id,activity,timestamp,resource\nC1,Receive request,2024-01-01T"));
//! # Ok::<(), std::io::Error>(())
//! ```

pub mod catalogue;
pub mod log;
pub mod provider;
pub mod shop;

mod odds;
mod stamp;

//! The commands: a file each.

pub mod log;
pub mod mine;
pub mod report;

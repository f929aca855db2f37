//! The commands: a file each.

pub mod care;
pub mod demo;
pub mod log;
pub mod map;
pub mod mine;
pub mod report;
pub mod serve;
pub mod simulate;
pub mod user;

//! report
mod cases;
mod files;
mod gather;
pub mod spec;

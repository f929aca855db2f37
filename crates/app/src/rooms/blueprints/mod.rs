//! Processes as customers meet them: views of a map, emotions, scenarios, failure points, places to streamline, systems and
//! competitors, with what was measured.

mod amend;
mod document;
mod failing;
mod known;
pub mod pages;
mod systems;
mod worth;

pub use known::Remembered;

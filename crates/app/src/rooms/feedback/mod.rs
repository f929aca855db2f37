//! What customers say: a question at a step of a process, its answer, and the scores that many answers make.

mod api;
mod asked;
mod commands;
mod emotions;
mod feelings;
mod gate;
mod heard;
mod model;
pub mod pages;
mod queries;
mod store;
mod tally;

pub use api::routes as api_routes;
pub use asked::{general_link, link};
pub use commands::{import, rebuild, record};
pub use emotions::{Cluster, Emotion, Emotions};
pub use gate::Gate;
pub use heard::{Heard, heard_since};
pub use model::{Answer, Felt, MAX_WORDS, Question};
pub use queries::{Asking, Scores, by_process, of_case, with_words};
pub use tally::Tally;

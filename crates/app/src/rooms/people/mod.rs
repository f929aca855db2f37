//! People: who they are, how they sign in, and the tokens by which programs act for them.

pub mod api;
pub mod commands;
mod door;
mod hashing;
mod model;
pub mod pages;
pub mod queries;
mod store;

pub use door::Doors;
pub use model::{Colleague, MIN_PASSWORD, NewPerson, Password, Person, Token};
pub use queries::colleagues;

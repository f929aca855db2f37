//! What tests over HTTP share: a house, who visits it, and what it answers.
//!
//! A file of stories names them once, and each is told on SQLite and on PostgreSQL:
//!
//! ```ignore
//! both!(a_viewer_reads_the_list);
//!
//! async fn a_viewer_reads_the_list(house: House) {
//!     let vera = house.sign_in(Role::Viewer).await;
//!     let page = vera.get("/processes").await;
//!     assert_eq!(page.status(), 200);
//!     assert!(page.text().contains("Internet fault"));
//! }
//! ```

mod answer;
mod house;
#[path = "../../../db/tests/kit/place.rs"]
#[macro_use]
mod place;
mod visitor;
mod world;

pub use answer::Answer;
pub use house::{House, PASSWORD};
pub use visitor::Visitor;

/// Tells a story in a house on SQLite.
pub fn on_sqlite<F: Future<Output = ()>>(story: impl FnOnce(House) -> F) {
    place::in_a_folder(async |location| story(House::at(location).await).await);
}

/// Tells a story in a house on PostgreSQL.
pub fn on_postgres<F: Future<Output = ()>>(story: impl FnOnce(House) -> F) {
    place::in_the_cluster(async |location| story(House::at(location).await).await);
}

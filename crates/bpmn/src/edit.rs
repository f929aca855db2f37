//! Editing a customer process in its grid: steps, lanes and flows by what they mean, in a document in which nothing else changes.
//!
//! An [`Edit`] names things by identifier and knows nothing of gateways, messages or drawings. [`Sheet::edit`] first says
//! what the [`Grid`] is to be afterwards, then changes the document until it says just that, and refuses what it cannot
//! change truthfully; so an edit either means what it says or nothing happens.
//!
//! 1. `plan` is the meaning of each verb, on lanes, steps and flows alone, and what it lays [`Claim`] to.
//! 2. `nodes`, `rows` and `flows` change elements of the document; `links` ties and cuts what follows what; `tidy` leaves no
//!    gateway, start or end behind that stands for nothing.
//! 3. `drawing` brings the diagram after it: one that we laid out is laid out again, another is changed where it must be.
//!
//! [`Patch`] leads exactly back and forth between two states of a file. [`edit_after`] lets two people edit at once.

mod claim;
mod columns;
mod drawing;
mod elements;
mod flows;
mod grid;
mod links;
mod nodes;
mod patch;
mod plan;
mod rebase;
mod refusal;
mod rows;
mod sheet;
mod tidy;
mod verb;
mod web;

pub use claim::{Claim, Claims};
pub use columns::columns;
pub use grid::{Grid, GridStep};
pub use patch::{Hunk, Patch, PatchFails};
pub use rebase::{Conflict, Meanwhile, edit_after};
pub use refusal::Refusal;
pub use sheet::Sheet;
pub use verb::{Edit, MAX_NAME, Place};

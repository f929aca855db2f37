//! The adaptive case: commands in, events or a typed refusal out, and the state that events make.
//!
//! A case is as simple as paper: a title, a text, fields, people, a due date, tasks, stages, comments, files, links.
//! Templates may propose any of it and force none of it. Everything that happens is an [`Event`], so that the journal
//! of a case is at once its history, the trail for auditors, and an event log for mining.
//!
//! | step | by |
//! | --- | --- |
//! | read the case's journal | [`Envelope::from_line`] or [`Event::read`], then [`Case::replay`] |
//! | decide what a [`Command`] leads to | [`decide`], or [`decide_after`] if others may have changed the case meanwhile |
//! | number what was decided, and store it | [`Stream::append`], [`Event::kind`], [`Event::data`] |
//! | let it happen | [`apply`], the only writer of a [`Case`] |
//!
//! The engine is pure: the time, the actor and the ids of new things are handed in. Nothing grows without one of the
//! [`limits`]. A [`Refusal`] is typed, so that a page can say it in its own language.
//!
//! Names of people, customers and files never enter an event; it refers to them by id. Words that people write into
//! titles, texts, fields, tasks and comments are the case itself, and stay in the journal.

mod apply;
pub mod case;
mod command;
mod conflict;
mod decide;
mod decimal;
mod envelope;
mod event;
mod id;
mod key;
mod kinds;
pub mod limits;
mod read;
mod refusal;
mod task;
mod value;
mod words;

pub use apply::apply;
pub use case::{Audience, Case, Confidentiality, Gap, LinkKind, Priority, Role, Status};
pub use command::{Command, NewCase, NewTask};
pub use conflict::decide_after;
pub use decide::decide;
pub use decimal::{Decimal, NotDecimal};
pub use envelope::{Actor, Context, Envelope, Stream};
pub use event::Event;
pub use id::{CaseId, CommentId, CustomerId, FileId, ItemId, PersonId, PromiseId, StageId, TaskId};
pub use key::Key;
pub use read::ReadError;
pub use refusal::{Refusal, What, Why};
pub use task::{Done, Item, Task};
pub use value::{Currency, Money, Value};

//! What rooms share: who visits, forms, pages, problems, assets, and what is counted.

pub mod api;
pub mod assets;
pub mod cookie;
pub mod csrf;
pub mod folded;
pub mod form;
pub mod headers;
pub mod memo;
pub mod observe;
pub mod page;
pub mod problem;
pub mod say;
pub mod secret;
pub mod upload;
pub mod visit;

pub use api::Caller;
pub use folded::folded;
pub use form::Form;
pub use memo::{Mark, Memo};
pub use page::{Page, Place, html};
pub use problem::{Problem, Text};
pub use say::Say;
pub use upload::Upload;
pub use visit::{Actor, Right, Role, Visit};

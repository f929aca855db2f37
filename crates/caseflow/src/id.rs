//! Ids: one type for each kind of thing, so that a task's id is never taken for a person's.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        ///
        /// A UUID made by the caller; in JSON its hyphenated text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// A case.
    CaseId
    /// A member of staff.
    PersonId
    /// A customer.
    CustomerId
    /// A task of a case.
    TaskId
    /// An item on a task's checklist.
    ItemId
    /// A stage of a case.
    StageId
    /// A comment on a case.
    CommentId
    /// A file kept outside the journal.
    FileId
    /// A promise made to the customer of a case.
    PromiseId
}

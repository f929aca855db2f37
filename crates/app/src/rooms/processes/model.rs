//! A customer process, and where it stands in the customer's life-cycle.

use bpmn::map::CustomerMap;
use jiff::Timestamp;
use uuid::Uuid;

/// Enums that are kept and shown by a word.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word in the database, in addresses and in the API.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The one with this word.
            #[must_use]
            pub fn read(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.as_str() == word)
            }
        }
    )*};
}

words! {
    /// A stage of the customer's life-cycle.
    Stage {
        /// Finding customers, and making them ours.
        Acquire = "acquire",
        /// Growing with them.
        Develop = "develop",
        /// Keeping what they have in order.
        Maintain = "maintain",
        /// Getting those back who left.
        WinBack = "win-back",
        /// Letting go, well.
        IntendedLoss = "intended-loss",
    }
    /// The area of the business.
    Area {
        /// Making what is sold.
        ProductDevelopment = "product-development",
        /// Bringing it to the customer.
        SupplyChain = "supply-chain",
        /// Staying in touch.
        Relationship = "relationship",
    }
    /// How far a process's description is.
    State {
        /// Being written.
        Draft = "draft",
        /// In force.
        Published = "published",
        /// Of the past.
        Archived = "archived",
    }
}

/// A customer process.
#[derive(Debug, Clone, PartialEq)]
pub struct Process {
    /// Its id.
    pub id: Uuid,
    /// Its short name for programs and addresses; cases and answers refer to it by that.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// What it is, in a paragraph.
    pub description: String,
    /// Its stage of the customer's life-cycle.
    pub stage: Stage,
    /// Its area of the business.
    pub area: Area,
    /// How far its description is.
    pub state: State,
    /// The department that it belongs to.
    pub department: Option<Uuid>,
    /// Who answers for it.
    pub owner: Option<Uuid>,
    /// What is promised, by its key.
    pub promise: Option<String>,
    /// When it was last looked over.
    pub reviewed_at: Option<Timestamp>,
    /// Its map.
    pub map: CustomerMap,
    /// Grows with every change.
    pub version: u64,
}

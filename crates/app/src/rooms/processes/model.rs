//! A customer process, and where it stands in the customer's life-cycle.

use super::facts::Facts;
use crate::web::Say;
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
    /// How far a process's description is.
    State {
        /// Somebody thought of it.
        Idea = "idea",
        /// Being written.
        Draft = "draft",
        /// Being looked over before it comes into force, or comes into force again.
        Review = "review",
        /// In force.
        Published = "published",
        /// Of the past.
        Archived = "archived",
    }
    /// Who or what sets a process going.
    Initiator {
        /// A customer comes.
        Customer = "customer",
        /// The front office goes to the customer.
        Front = "front",
        /// The back office finds that something is to be done.
        Back = "back",
        /// A system notices.
        System = "system",
        /// A partner asks.
        Partner = "partner",
        /// The time has come.
        Time = "time",
    }
}

/// The area of the business: one of the three that every business has, or one of the organisation's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Making what is sold.
    ProductDevelopment,
    /// Bringing it to the customer.
    SupplyChain,
    /// Staying in touch.
    Relationship,
    /// Another one, by the name that people gave it.
    Own(String),
}

impl Area {
    /// Those that every business has.
    pub const COMMON: [Self; 3] = [Self::ProductDevelopment, Self::SupplyChain, Self::Relationship];

    /// The word in the database, in addresses and in the API; of an own one, its name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ProductDevelopment => "product-development",
            Self::SupplyChain => "supply-chain",
            Self::Relationship => "relationship",
            Self::Own(name) => name,
        }
    }

    /// The area with this word or name; none without one.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        let word = word.trim();
        let common = Self::COMMON.into_iter().find(|known| known.as_str() == word);
        common.or_else(|| (!word.is_empty()).then(|| Self::Own(word.to_owned())))
    }

    /// What people call it.
    #[must_use]
    pub fn called(&self, say: &Say) -> String {
        match self {
            Self::Own(name) => name.clone(),
            common => say.of("area-", common.as_str()),
        }
    }
}

impl serde::Serialize for Area {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for Area {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = <String as serde::Deserialize>::deserialize(from)?;
        Self::read(&word).ok_or_else(|| serde::de::Error::custom("an area needs a name"))
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
    /// The industry that it is made for; none of a process that serves all of them.
    pub industry: Option<String>,
    /// Who or what sets it going.
    pub initiator: Initiator,
    /// Partners who take part.
    pub partners: Vec<String>,
    /// Words that it can be found by.
    pub tags: Vec<String>,
    /// The department that it belongs to.
    pub department: Option<Uuid>,
    /// Who answers for it.
    pub owner: Option<Uuid>,
    /// What is promised, by its key.
    pub promise: Option<String>,
    /// When it was last looked over.
    pub reviewed_at: Option<Timestamp>,
    /// How often it is to be looked over, in months; none, if never.
    pub review_months: Option<u32>,
    /// Its map.
    pub map: CustomerMap,
    /// Grows with every change.
    pub version: u64,
}

impl Process {
    /// A process of which this is said.
    #[must_use]
    pub fn of(id: Uuid, key: String, facts: Facts, map: CustomerMap, version: u64) -> Self {
        Self {
            id,
            key,
            name: facts.name,
            description: facts.description,
            stage: facts.stage,
            area: facts.area,
            state: facts.state,
            industry: facts.industry,
            initiator: facts.initiator,
            partners: facts.partners,
            tags: facts.tags,
            department: facts.department,
            owner: facts.owner,
            promise: facts.promise,
            reviewed_at: facts.reviewed_at,
            review_months: facts.review_months,
            map,
            version,
        }
    }

    /// What is said of it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let process = self.clone();
        Facts {
            name: process.name,
            description: process.description,
            stage: process.stage,
            area: process.area,
            state: process.state,
            industry: process.industry,
            initiator: process.initiator,
            partners: process.partners,
            tags: process.tags,
            department: process.department,
            owner: process.owner,
            promise: process.promise,
            reviewed_at: process.reviewed_at,
            review_months: process.review_months,
        }
    }
}

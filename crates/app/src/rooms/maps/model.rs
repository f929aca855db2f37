//! A version of a process's map.

use jiff::Timestamp;
use uuid::Uuid;

/// Largest BPMN file that is taken, in megabytes.
pub const MAX_FILE_MB: usize = 8;

/// Largest BPMN file that is taken, in bytes.
pub const MAX_FILE: usize = MAX_FILE_MB << 20;

/// Most versions that a process has.
pub const MAX_VERSIONS: u64 = 2_000;

/// Longest note, in characters.
pub const MAX_NOTE: usize = 500;

/// How far a version is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = MapState)]
pub enum State {
    /// Being drawn.
    Draft,
    /// In force.
    Published,
    /// Of the past.
    Archived,
}

impl State {
    /// All of them.
    const ALL: [Self; 3] = [Self::Draft, Self::Published, Self::Archived];

    /// The word in the database, in addresses and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// What is said of a version, without its document.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its id.
    pub id: Uuid,
    /// The process.
    pub process: Uuid,
    /// Counts the versions of a process from 1.
    pub number: u64,
    /// How far it is.
    pub state: State,
    /// What its author says of it.
    pub note: String,
    /// Who changed it last; none where the program made it.
    pub author: Option<Uuid>,
    /// Their name.
    pub author_name: Option<String>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When its document was last saved.
    pub changed_at: Timestamp,
    /// When it came into force.
    pub published_at: Option<Timestamp>,
    /// Grows with every save.
    pub version: u64,
}

/// A version with its document.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionedMap {
    /// What is said of it.
    pub about: Version,
    /// The document.
    pub bpmn: String,
}

/// Which version is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one with this number.
    Number(u64),
    /// The draft.
    Draft,
    /// The published one.
    Published,
}

impl Which {
    /// `draft`, `published` or a number.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        match word {
            "draft" => Some(Self::Draft),
            "published" => Some(Self::Published),
            number => number.parse().ok().map(Self::Number),
        }
    }
}

/// A file that somebody looks over before it becomes a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Its id.
    pub id: Uuid,
    /// The process that it is to be the map of.
    pub process: Uuid,
    /// What its sender calls it.
    pub name: String,
    /// What is in it.
    pub file: Vec<u8>,
}

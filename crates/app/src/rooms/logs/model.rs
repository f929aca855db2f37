//! An event log, and what its columns mean.

use super::summary::Summary;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Largest file, in bytes, and in the megabytes that messages name.
pub const MAX_FILE: usize = MAX_FILE_MB << 20;
pub const MAX_FILE_MB: usize = 32;

/// Longest name of a log, in characters.
const MAX_NAME: usize = 200;

/// What a column can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// What tells cases apart.
    Case,
    /// What was done.
    Activity,
    /// When it was done.
    Time,
    /// When it was begun.
    Start,
    /// By whom.
    Resource,
}

impl Meaning {
    /// All of them, the needed ones first.
    pub const ALL: [Self; 5] = [Self::Case, Self::Activity, Self::Time, Self::Start, Self::Resource];

    /// The word in forms.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Activity => "activity",
            Self::Time => "time",
            Self::Start => "start",
            Self::Resource => "resource",
        }
    }
}

/// The columns of a log as names, with how its times are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Mapping {
    /// What tells cases apart.
    pub case: String,
    /// What was done.
    pub activity: String,
    /// When it was done.
    pub time: String,
    /// When it was begun.
    pub start: Option<String>,
    /// By whom.
    pub resource: Option<String>,
    /// How times are written, as in `%d.%m.%Y %H:%M`; the usual ways, if nothing is said.
    pub time_format: Option<String>,
    /// The zone of times that name none, as in `Europe/Sofia`.
    pub time_zone: String,
}

impl Mapping {
    /// The column with a meaning.
    #[must_use]
    pub fn column(&self, meaning: Meaning) -> Option<&str> {
        match meaning {
            Meaning::Case => Some(&self.case),
            Meaning::Activity => Some(&self.activity),
            Meaning::Time => Some(&self.time),
            Meaning::Start => self.start.as_deref(),
            Meaning::Resource => self.resource.as_deref(),
        }
    }
}

/// What is known of the columns of a log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Columns {
    /// Their names.
    pub names: Vec<String>,
    /// The first rows, a value for each column.
    pub rows: Vec<Vec<String>>,
    /// What they mean, once someone has said so.
    pub mapping: Option<Mapping>,
}

/// An event log.
#[derive(Debug, Clone)]
pub struct Log {
    /// Its id.
    pub id: Uuid,
    /// What it is called: the name of its file.
    pub name: String,
    /// Who brought it in.
    pub person: Uuid,
    /// When.
    pub created_at: Timestamp,
    /// Size of its file.
    pub size_bytes: u64,
    /// What is known of its columns.
    pub columns: Columns,
    /// What it shows, once it was read.
    pub summary: Option<Summary>,
}

/// The name of a log after that of its file, without folders and in one line.
#[must_use]
pub fn name_of(file: &str) -> String {
    let last = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(MAX_NAME).collect();
    if name.trim().is_empty() { "log.csv".to_owned() } else { name.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_called_like_its_file() {
        assert_eq!(name_of("C:\\temp\\orders 2026.csv"), "orders 2026.csv");
        assert_eq!(name_of("../../etc/passwd"), "passwd");
        assert_eq!(name_of("a\r\nb.csv"), "ab.csv");
        assert_eq!(name_of(" /"), "log.csv");
        assert_eq!(name_of(&"ж".repeat(300)).chars().count(), MAX_NAME);
    }
}

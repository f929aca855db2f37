//! The spec of a report: which files, what their columns mean, what was promised, which change to try.

mod condition;
mod keys;
mod mistake;
mod read;
#[cfg(test)]
mod tests;

use bpmn::map::Visibility;
use language::Language;

pub use condition::{Condition, Test};
pub use mistake::{Mistake, SpecError};

/// Bytes of the longest spec that is read.
pub const SPEC_BYTES: usize = 1 << 20;

/// A report to be made. `docs/guide/report.md` explains the TOML it is read from. Numbers of files, fields and lanes
/// are places in the lists here.
#[derive(Debug, Clone)]
pub struct Spec {
    /// Heading of the page.
    pub title: Words,
    /// A sentence below it.
    pub about: Words,
    /// Code of the currency of all amounts.
    pub currency: String,
    /// Zone of times without an offset, and of months (IANA name).
    pub time_zone: Option<String>,
    /// Seed of the random numbers.
    pub seed: u64,
    /// Files that are read.
    pub files: Vec<FileSpec>,
    /// The file whose rows make the cases.
    pub cases: usize,
    /// What is known of each case.
    pub fields: Vec<FieldSpec>,
    /// Lanes of the map, the customer's first.
    pub lanes: Vec<LaneSpec>,
    /// A file of events, where there is one.
    pub log: Option<LogSpec>,
    /// Steps of the process in their order.
    pub steps: Vec<StepSpec>,
    /// How a case ends; the first whose condition holds.
    pub ends: Vec<EndSpec>,
    /// By what customers are told apart.
    pub group: Option<GroupSpec>,
    /// What customers said.
    pub score: Option<ScoreSpec>,
    /// From when to when the customer waits.
    pub lead_time: Option<LeadTimeSpec>,
    /// What was promised.
    pub promise: Option<PromiseSpec>,
    /// What may move the score.
    pub drivers: Vec<DriverSpec>,
    /// Changes to try.
    pub what_ifs: Vec<WhatIfSpec>,
}

/// A text for people in one language or several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(pub(crate) Vec<(Language, String)>);

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self(Language::ALL.map(|language| (language, text.to_owned())).to_vec())
    }
}

impl Words {
    /// A text that is known in every language.
    #[must_use]
    pub fn in_each(text: impl Fn(Language) -> String) -> Self {
        Self(Language::ALL.map(|language| (language, text(language))).to_vec())
    }

    /// The text in a language; where there is none, in English, else in any.
    #[must_use]
    pub fn to(&self, language: Language) -> &str {
        let find = |wanted: Language| self.0.iter().find(|(language, _)| *language == wanted);
        find(language).or_else(|| find(Language::En)).or(self.0.first()).map_or("", |(_, text)| text)
    }
}

/// A file and how its rows belong to cases.
#[derive(Debug, Clone)]
pub struct FileSpec {
    /// Name within the spec.
    pub id: String,
    /// Path below the data folder.
    pub path: String,
    /// File within a zip archive.
    pub entry: Option<String>,
    /// Between fields.
    pub delimiter: Option<u8>,
    /// Encoding of its text.
    pub encoding: Option<String>,
    /// How its times are written.
    pub time_format: Option<String>,
    /// Whether its numbers have a decimal comma, and points between thousands.
    pub decimal_comma: bool,
    /// Values that mean nothing is known.
    pub null: Vec<String>,
    /// How its rows find their case.
    pub rows: RowsOf,
    /// Of several rows of a case, the last by this column is the latest.
    pub order_by: Option<String>,
    /// Values of columns that are listed as problems.
    pub suspect: Vec<(String, Vec<String>)>,
}

/// How the rows of a file find their case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowsOf {
    /// By a column with the id of the case.
    Case(String),
    /// By a column `key` with the value that a field of the case has.
    LookUp {
        /// The column.
        key: String,
        /// The field.
        via: usize,
    },
}

/// Something known of each case.
#[derive(Debug, Clone)]
pub struct FieldSpec {
    /// Name within the spec.
    pub id: String,
    /// What its values are.
    pub kind: FieldKind,
    /// Where they come from.
    pub source: FieldSource,
}

/// What the values of a field are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Words.
    Text,
    /// Numbers.
    Number,
    /// Points in time.
    Time,
    /// Yes or no.
    YesNo,
}

impl FieldKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Text, Self::Number, Self::Time, Self::YesNo];

    /// Its name in a spec.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Time => "time",
            Self::YesNo => "yes-no",
        }
    }
}

/// Where the values of a field come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldSource {
    /// A column of a file.
    Column {
        /// The file.
        file: usize,
        /// Name of the column.
        column: String,
        /// What is taken of several rows.
        take: Take,
    },
    /// Days between two fields of kind time.
    Between {
        /// The earlier.
        from: usize,
        /// The later.
        to: usize,
    },
}

/// What is taken of several rows of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// The value of the first row that has one.
    First,
    /// The value of the last row.
    Last,
    /// Their sum.
    Sum,
    /// The least.
    Least,
    /// The greatest.
    Greatest,
    /// How many rows have one.
    Count,
}

/// A lane of the map.
#[derive(Debug, Clone)]
pub struct LaneSpec {
    /// Name within the spec.
    pub id: String,
    /// Name on the map.
    pub name: Words,
    /// How it stands to the customer.
    pub visibility: Visibility,
}

/// A file in which each row is an event.
#[derive(Debug, Clone)]
pub struct LogSpec {
    /// The file.
    pub file: usize,
    /// Column that says what was done.
    pub activity: String,
    /// Column that says when.
    pub time: String,
    /// Lane of activities that no step names.
    pub lane: usize,
}

/// A step of the process.
#[derive(Debug, Clone)]
pub struct StepSpec {
    /// Name on the map.
    pub name: Words,
    /// Name in the data: value of the log's activity column, or what the step is called in results.
    pub activity: String,
    /// Its lane.
    pub lane: usize,
    /// File and column of its time, where it does not come from the log.
    pub time: Option<(usize, String)>,
}

/// A way in which cases end.
#[derive(Debug, Clone)]
pub struct EndSpec {
    /// Name on the map.
    pub name: Words,
    /// What it is called in results.
    pub id: String,
    /// Its lane.
    pub lane: usize,
    /// Whether the customer got what they came for.
    pub good: bool,
    /// Cases that end so.
    pub when: Condition,
}

/// By what customers are told apart.
#[derive(Debug, Clone)]
pub struct GroupSpec {
    /// A field of kind text.
    pub field: usize,
    /// Heading.
    pub name: Words,
}

/// What customers said.
#[derive(Debug, Clone)]
pub struct ScoreSpec {
    /// Heading.
    pub name: Words,
    /// The file, whose rows belong to cases.
    pub file: usize,
    /// Column of the score.
    pub value: String,
    /// Column of the time.
    pub time: Option<String>,
    /// Lowest and highest score.
    pub scale: (f64, f64),
    /// How many of the highest whole scores count as top.
    pub top: f64,
    /// The step at which it is asked, which is no step reached before.
    pub step: Option<usize>,
}

/// From when to when the customer waits.
#[derive(Debug, Clone)]
pub struct LeadTimeSpec {
    /// A field of kind time.
    pub from: usize,
    /// A later one.
    pub to: usize,
    /// Cases it is worked out for.
    pub among: Condition,
}

/// What was promised.
#[derive(Debug, Clone)]
pub struct PromiseSpec {
    /// The promise in words.
    pub name: Words,
    /// Cases it was made to and that are done.
    pub among: Condition,
    /// When it is kept.
    pub kept: Kept,
    /// What is owed where it is broken.
    pub compensation: Option<Compensation>,
    /// A field of kind time that says to which month the promise belongs.
    pub month: Option<usize>,
}

/// When a promise is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// When one time is no later than another.
    InTime {
        /// Field with the time it was done.
        done: usize,
        /// Field with the time it was promised by.
        by: usize,
    },
    /// When a field says so.
    Field(usize),
}

/// What is owed to a customer whose promise was broken.
#[derive(Debug, Clone, PartialEq)]
pub enum Compensation {
    /// The same amount each time.
    Amount(f64),
    /// A part of a field, in percent.
    Percent {
        /// How many percent.
        percent: f64,
        /// Of which field.
        of: usize,
    },
}

/// Something that may move the score.
#[derive(Debug, Clone)]
pub struct DriverSpec {
    /// Name within the spec and in results.
    pub id: String,
    /// What it is called on the page.
    pub name: Words,
    /// Cases that have it.
    pub when: DriverWhen,
    /// Cases that are compared.
    pub among: Condition,
}

/// Which cases have a driver.
#[derive(Debug, Clone)]
pub enum DriverWhen {
    /// Those whose promise was broken.
    PromiseBroken,
    /// Those for which a condition holds.
    Holds(Condition),
}

/// A change to try: fewer cases with a driver.
#[derive(Debug, Clone)]
pub struct WhatIfSpec {
    /// What it is called.
    pub name: Words,
    /// Name in results.
    pub id: String,
    /// The driver.
    pub driver: usize,
    /// What is left of its share: 0.5 halves it.
    pub factor: f64,
    /// Bootstrap resamples behind its interval.
    pub resamples: usize,
}

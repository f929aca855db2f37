//! What is said of a process beside its map: everything that a form, a bulk edit, a spreadsheet or a program may change.

use super::model::{Area, Initiator, Stage, State};
use crate::web::{Problem, Text};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Longest name, in characters.
pub const MAX_NAME: usize = 120;

/// Longest description, in characters.
pub const MAX_DESCRIPTION: usize = 2_000;

/// Longest name of an area, an industry, a partner or a tag, in characters.
pub const MAX_WORD: usize = 80;

/// Partners and tags of a process, of each at most.
pub const MAX_WORDS: usize = 20;

/// Longest time between two reviews, in months.
pub const MAX_MONTHS: u32 = 120;

/// How often a process is looked over, if nobody says otherwise.
pub const USUAL_MONTHS: u32 = 12;

/// What is said of a process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// What people call it.
    pub name: String,
    /// What it is, in a paragraph.
    pub description: String,
    /// Its stage.
    pub stage: Stage,
    /// Its area.
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
}

/// How a process stands with its reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Review {
    /// Nobody looks it over: it is of the past, or needs no review.
    None,
    /// It was looked over in time.
    Fresh,
    /// It is time to look it over.
    Due,
}

impl Review {
    /// All of them, what is to be done first.
    pub const ALL: [Self; 3] = [Self::Due, Self::Fresh, Self::None];

    /// The word in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Fresh => "fresh",
            Self::Due => "due",
        }
    }
}

impl Facts {
    /// A process of which nothing but its name is known.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            description: String::new(),
            stage: Stage::Maintain,
            area: Area::Relationship,
            state: State::Draft,
            industry: None,
            initiator: Initiator::Customer,
            partners: Vec::new(),
            tags: Vec::new(),
            department: None,
            owner: None,
            promise: None,
            reviewed_at: None,
            review_months: Some(USUAL_MONTHS),
        }
    }

    /// How it stands with its reviews. A month is a twelfth of a year.
    #[must_use]
    pub fn review(&self, now: Timestamp) -> Review {
        const MONTH: SignedDuration = SignedDuration::from_secs(2_629_746);
        let Some(months) = self.review_months.filter(|_| self.state != State::Archived) else {
            return Review::None;
        };
        let between = MONTH * i32::try_from(months).unwrap_or(i32::MAX);
        let is_due = self.reviewed_at.is_none_or(|at| now.duration_since(at) > between);
        if is_due { Review::Due } else { Review::Fresh }
    }

    /// The same without blanks at the ends, if all of it is within the limits.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`], which names the limit.
    pub fn checked(self) -> Result<Self, Problem> {
        let Area::Own(area) = self.area else { return self.words_checked() };
        let area = word(&area)?.and_then(|area| Area::read(&area));
        let area = area.ok_or(Problem::Invalid(Text::key("process-area-wrong").with("n", MAX_WORD)))?;
        Self { area, ..self }.words_checked()
    }

    fn words_checked(self) -> Result<Self, Problem> {
        if self.review_months.is_some_and(|months| !(1..=MAX_MONTHS).contains(&months)) {
            return Err(Problem::Invalid(Text::key("process-months-wrong").with("n", MAX_MONTHS)));
        }
        Ok(Self {
            name: line(&self.name)?,
            description: paragraph(&self.description)?,
            industry: self.industry.as_deref().map(word).transpose()?.flatten(),
            partners: words(&self.partners)?,
            tags: words(&self.tags)?,
            ..self
        })
    }

    /// The names of what differs.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        let pairs = [
            ("name", self.name != other.name),
            ("description", self.description != other.description),
            ("stage", self.stage != other.stage),
            ("area", self.area != other.area),
            ("state", self.state != other.state),
            ("industry", self.industry != other.industry),
            ("initiator", self.initiator != other.initiator),
            ("partners", self.partners != other.partners),
            ("tags", self.tags != other.tags),
            ("department", self.department != other.department),
            ("owner", self.owner != other.owner),
            ("promise", self.promise != other.promise),
            ("reviewed_at", self.reviewed_at != other.reviewed_at),
            ("review_months", self.review_months != other.review_months),
        ];
        pairs.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
    }
}

fn line(name: &str) -> Result<String, Problem> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > MAX_NAME || name.contains(char::is_control) {
        return Err(Problem::Invalid(Text::key("process-name-wrong").with("n", MAX_NAME)));
    }
    Ok(name.to_owned())
}

fn paragraph(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    if text.chars().count() > MAX_DESCRIPTION {
        return Err(Problem::Invalid(Text::key("process-description-wrong").with("n", MAX_DESCRIPTION)));
    }
    Ok(text.to_owned())
}

/// A name of one line; none if nothing is left of it.
fn word(text: &str) -> Result<Option<String>, Problem> {
    let text = text.trim();
    if text.chars().count() > MAX_WORD || text.contains(char::is_control) {
        return Err(Problem::Invalid(Text::key("process-word-wrong").with("n", MAX_WORD)));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// Names, each once.
fn words(texts: &[String]) -> Result<Vec<String>, Problem> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts {
        if let Some(text) = word(text)?.filter(|text| !kept.contains(text)) {
            kept.push(text);
        }
    }
    if kept.len() > MAX_WORDS {
        return Err(Problem::Invalid(Text::key("process-words-too-many").with("n", MAX_WORDS)));
    }
    Ok(kept)
}

/// The names in a text where commas, semicolons or line ends stand between them, as people type them.
#[must_use]
pub fn listed(text: &str) -> Vec<String> {
    let parts = text.split([',', ';', '\n', '，', '；', '、']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_due_once_its_months_are_over() {
        let now: Timestamp = "2026-03-02T08:00:00Z".parse().unwrap();
        let ago = |days: i64| Some(now - SignedDuration::from_hours(24 * days));
        let of = |reviewed_at, review_months, state| {
            Facts { reviewed_at, review_months, state, ..Facts::named("a") }.review(now)
        };
        assert_eq!(of(None, Some(12), State::Published), Review::Due);
        assert_eq!(of(ago(364), Some(12), State::Published), Review::Fresh);
        assert_eq!(of(ago(366), Some(12), State::Published), Review::Due);
        assert_eq!(of(ago(366), Some(24), State::Published), Review::Fresh);
        assert_eq!(of(None, None, State::Published), Review::None);
        assert_eq!(of(None, Some(12), State::Archived), Review::None);
    }

    #[test]
    fn what_is_over_a_limit_is_named() {
        let refused = |facts: Facts| match facts.checked() {
            Err(Problem::Invalid(text)) => text.name(),
            other => panic!("{other:?}"),
        };
        let long = "ж".repeat(MAX_WORD + 1);
        assert_eq!(refused(Facts::named(" ")), "process-name-wrong");
        assert_eq!(
            refused(Facts { area: Area::Own(long.clone()), ..Facts::named("a") }),
            "process-word-wrong"
        );
        assert_eq!(refused(Facts { industry: Some(long), ..Facts::named("a") }), "process-word-wrong");
        assert_eq!(refused(Facts { review_months: Some(0), ..Facts::named("a") }), "process-months-wrong");
        let many = (0..=MAX_WORDS).map(|n| n.to_string()).collect();
        assert_eq!(refused(Facts { tags: many, ..Facts::named("a") }), "process-words-too-many");
    }

    #[test]
    fn names_are_listed_as_people_type_them() {
        assert_eq!(listed("Courier, Town hall;\n银行、物流"), ["Courier", "Town hall", "银行", "物流"]);
        let facts = Facts { tags: listed("a, b,a ,"), ..Facts::named("a") };
        assert_eq!(facts.checked().unwrap().tags, ["a", "b"]);
    }
}

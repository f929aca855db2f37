//! The form with everything that is said of a process, for a new one and for one that is there.

use crate::rooms::processes::choices::{Choices, Owner, Used};
use crate::rooms::processes::facts::{Facts, listed};
use crate::rooms::processes::model::{Area, Initiator, Stage, State};
use crate::web::{Problem, Text};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

/// What the form holds.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Filled {
    /// The version that was seen; 0 of a new process.
    pub version: u64,
    /// Its key, of a new process; empty to have one made.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// What it is.
    pub description: String,
    /// Its stage.
    pub stage: String,
    /// Its area, by its word.
    pub area: String,
    /// The name of an area that there was not before.
    pub area_new: String,
    /// How far its description is.
    pub state: String,
    /// The industry that it is made for.
    pub industry: String,
    /// What sets it going.
    pub initiator: String,
    /// Partners, with commas between them.
    pub partners: String,
    /// Tags, with commas between them.
    pub tags: String,
    /// Who answers for it, by id.
    pub owner: String,
    /// Its department, by id.
    pub department: String,
    /// What is promised, by key.
    pub promise: String,
    /// The day of the last review.
    pub reviewed: String,
    /// Months between two reviews.
    pub months: String,
}

/// What the form offers.
#[derive(Debug, Default)]
pub struct Offers {
    /// Owners, departments, promises.
    pub choices: Choices,
    /// Words that other processes use.
    pub used: Used,
}

impl Offers {
    /// Keeps whoever answers for the process now a choice, even if they could not be chosen any longer.
    pub fn keep_owner(&mut self, owner: Option<(Uuid, String)>) {
        if let Some((id, name)) = owner
            && self.choices.owner(&id.to_string()).is_none()
        {
            self.choices.owners.push(Owner { id, name, email: String::new() });
        }
    }
}

impl Filled {
    /// The form as it stands before anybody typed.
    #[must_use]
    pub fn of(facts: &Facts, version: u64, zone: &TimeZone) -> Self {
        let id = |id: Option<Uuid>| id.map_or_else(String::new, |id| id.to_string());
        let day = |at: Timestamp| at.to_zoned(zone.clone()).date().to_string();
        Self {
            version,
            key: String::new(),
            name: facts.name.clone(),
            description: facts.description.clone(),
            stage: facts.stage.as_str().to_owned(),
            area: facts.area.as_str().to_owned(),
            area_new: String::new(),
            state: facts.state.as_str().to_owned(),
            industry: facts.industry.clone().unwrap_or_default(),
            initiator: facts.initiator.as_str().to_owned(),
            partners: facts.partners.join(", "),
            tags: facts.tags.join(", "),
            owner: id(facts.owner),
            department: id(facts.department),
            promise: facts.promise.clone().unwrap_or_default(),
            reviewed: facts.reviewed_at.map_or_else(String::new, day),
            months: facts.review_months.map_or_else(String::new, |months| months.to_string()),
        }
    }

    /// What it says of the process. The hour of the last review stays where its day does.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`], if a value is none.
    pub fn facts(
        &self,
        before: Option<&Facts>,
        choices: &Choices,
        zone: &TimeZone,
    ) -> Result<Facts, Problem> {
        let wrong = || Problem::Invalid(Text::key("problem-form"));
        let id = |text: &str| match text {
            "" => Ok(None),
            text => Uuid::parse_str(text).map(Some).map_err(|_| wrong()),
        };
        let area = if self.area_new.trim().is_empty() { &self.area } else { &self.area_new };
        let months = match self.months.trim() {
            "" => None,
            // What is no number is over every limit, and is refused with the limit's words.
            text => Some(text.parse().unwrap_or(u32::MAX)),
        };
        let facts = Facts {
            name: self.name.clone(),
            description: self.description.clone(),
            stage: Stage::read(&self.stage).ok_or_else(wrong)?,
            area: Area::read(area).ok_or_else(wrong)?,
            state: State::read(&self.state).ok_or_else(wrong)?,
            industry: Some(self.industry.trim().to_owned()).filter(|industry| !industry.is_empty()),
            initiator: Initiator::read(&self.initiator).ok_or_else(wrong)?,
            partners: listed(&self.partners),
            tags: listed(&self.tags),
            department: id(&self.department)?,
            owner: id(&self.owner)?,
            promise: Some(self.promise.clone()).filter(|promise| !promise.is_empty()),
            reviewed_at: self.reviewed_at(before, zone)?,
            review_months: months,
        };
        let facts = facts.checked()?;
        choices.check(&facts, before)?;
        Ok(facts)
    }

    fn reviewed_at(&self, before: Option<&Facts>, zone: &TimeZone) -> Result<Option<Timestamp>, Problem> {
        let wrong = || Problem::Invalid(Text::key("process-reviewed-wrong"));
        if self.reviewed.trim().is_empty() {
            return Ok(None);
        }
        let day: Date = self.reviewed.trim().parse().map_err(|_| wrong())?;
        let known = before.and_then(|facts| facts.reviewed_at);
        if let Some(known) = known.filter(|at| at.to_zoned(zone.clone()).date() == day) {
            return Ok(Some(known));
        }
        Ok(Some(day.to_zoned(zone.clone()).map_err(|_| wrong())?.timestamp()))
    }
}

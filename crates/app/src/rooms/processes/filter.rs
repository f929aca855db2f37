//! What the catalogue can be narrowed by: words, and a value for each of many facets.

use super::entries::Entry;
use super::glance::Glance;
use jiff::Timestamp;

/// The value of a facet for processes that have none.
pub const NONE: &str = "none";

/// The value of the facet of industries for processes that are made for one, whichever it is.
pub const ANY: &str = "any";

/// A side from which processes are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The stage of the customer's life-cycle.
    Stage,
    /// The area of the business.
    Area,
    /// The industry, or none.
    Industry,
    /// How far the description is.
    State,
    /// Who answers for it.
    Owner,
    /// The department that it belongs to.
    Department,
    /// What sets it going.
    Initiator,
    /// A partner who takes part.
    Partner,
    /// A word that it can be found by.
    Tag,
    /// Whether it is time for a review.
    Review,
    /// On which side of zero its score surely lies.
    Score,
}

impl Facet {
    /// All of them, in the order in which people are asked.
    pub const ALL: &[Self] = &[
        Self::Stage,
        Self::Area,
        Self::Industry,
        Self::State,
        Self::Owner,
        Self::Department,
        Self::Initiator,
        Self::Partner,
        Self::Tag,
        Self::Review,
        Self::Score,
    ];

    /// Its name in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stage => "stage",
            Self::Area => "area",
            Self::Industry => "industry",
            Self::State => "state",
            Self::Owner => "owner",
            Self::Department => "department",
            Self::Initiator => "initiator",
            Self::Partner => "partner",
            Self::Tag => "tag",
            Self::Review => "review",
            Self::Score => "score",
        }
    }

    /// Calls with every value that a process has.
    pub fn each<'a>(
        self,
        entry: &'a Entry,
        glance: Option<&Glance>,
        now: Timestamp,
        call: &mut dyn FnMut(&'a str),
    ) {
        let facts = &entry.facts;
        let words = match self {
            Self::Partner => facts.partners.as_slice(),
            Self::Tag => facts.tags.as_slice(),
            Self::Industry => facts.industry.as_slice(),
            Self::Stage => return call(facts.stage.as_str()),
            Self::Area => return call(facts.area.as_str()),
            Self::State => return call(facts.state.as_str()),
            Self::Initiator => return call(facts.initiator.as_str()),
            Self::Owner => return call(entry.ids[0].as_deref().unwrap_or(NONE)),
            Self::Department => return call(entry.ids[1].as_deref().unwrap_or(NONE)),
            Self::Review => return call(facts.review(now).as_str()),
            Self::Score => return call(side(glance)),
        };
        for word in words {
            call(word);
        }
        match words {
            [] => call(NONE),
            _ if self == Self::Industry => call(ANY),
            _ => {}
        }
    }

    /// Whether a process has this value; any has an empty one.
    #[must_use]
    pub fn fits(self, entry: &Entry, value: &str, glance: Option<&Glance>, now: Timestamp) -> bool {
        let mut fits = value.is_empty();
        if !fits {
            self.each(entry, glance, now, &mut |known| fits |= known == value);
        }
        fits
    }
}

/// On which side of zero a score surely lies.
#[must_use]
pub fn side(glance: Option<&Glance>) -> &'static str {
    match glance.filter(|glance| glance.nps.n() > 0) {
        None => NONE,
        Some(glance) => match glance.lean() {
            1 => "good",
            -1 => "bad",
            _ => "mixed",
        },
    }
}

/// What the catalogue is narrowed to. What is empty narrows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(default)]
pub struct Filter {
    /// Words that a process must hold, all of them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub stage: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub area: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub industry: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub department: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub initiator: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub partner: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tag: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub review: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub score: String,
}

impl Filter {
    /// The value of a facet.
    #[must_use]
    pub fn value(&self, facet: Facet) -> &str {
        match facet {
            Facet::Stage => &self.stage,
            Facet::Area => &self.area,
            Facet::Industry => &self.industry,
            Facet::State => &self.state,
            Facet::Owner => &self.owner,
            Facet::Department => &self.department,
            Facet::Initiator => &self.initiator,
            Facet::Partner => &self.partner,
            Facet::Tag => &self.tag,
            Facet::Review => &self.review,
            Facet::Score => &self.score,
        }
    }

    /// The same with another value of a facet.
    #[must_use]
    pub fn with(&self, facet: Facet, value: &str) -> Self {
        let mut filter = self.clone();
        let place = match facet {
            Facet::Stage => &mut filter.stage,
            Facet::Area => &mut filter.area,
            Facet::Industry => &mut filter.industry,
            Facet::State => &mut filter.state,
            Facet::Owner => &mut filter.owner,
            Facet::Department => &mut filter.department,
            Facet::Initiator => &mut filter.initiator,
            Facet::Partner => &mut filter.partner,
            Facet::Tag => &mut filter.tag,
            Facet::Review => &mut filter.review,
            Facet::Score => &mut filter.score,
        };
        value.clone_into(place);
        filter
    }

    /// Whether it narrows anything.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        *self != Self::default()
    }

    /// It as part of an address; empty if it narrows nothing.
    #[must_use]
    pub fn query(&self) -> String {
        serde_html_form::to_string(self).unwrap_or_default()
    }

    /// The filter of a part of an address.
    #[must_use]
    pub fn read(query: &str) -> Self {
        serde_html_form::from_str(query).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::entries::{Catalogue, Glances};
    use super::super::facts::Facts;
    use super::super::model::{Area, Stage};
    use super::*;
    use uuid::Uuid;

    fn entry(name: &str, change: impl FnOnce(&mut Facts)) -> Entry {
        let mut facts = Facts::named(name);
        change(&mut facts);
        Entry::new((Uuid::now_v7(), name.to_lowercase(), 1), facts, None, None)
    }

    fn catalogue() -> Catalogue {
        let entries = vec![
            entry("Zgłoszenie usterki", |facts| facts.tags = vec!["hotline".into()]),
            entry("Смяна на тарифа", |facts| facts.stage = Stage::Develop),
            entry("宽带报修流程", |facts| facts.industry = Some("Hotels".into())),
            entry("Repair at a hotel", |facts| {
                facts.industry = Some("Hotels".into());
                facts.area = Area::Own("Field".into());
                facts.stage = Stage::Develop;
            }),
        ];
        Catalogue { entries }
    }

    fn names(filter: &Filter) -> Vec<String> {
        let (catalogue, glances) = (catalogue(), Glances::new());
        let found = catalogue.found(filter, &glances, Timestamp::UNIX_EPOCH);
        found.entries.iter().map(|entry| entry.facts.name.clone()).collect()
    }

    #[test]
    fn words_are_found_in_any_script_and_order() {
        let of = |q: &str| names(&Filter { q: q.into(), ..Filter::default() });
        assert_eq!(of("USTERKI zglosz"), ["Zgłoszenie usterki"]);
        assert_eq!(of("тарифа СМЯНА"), ["Смяна на тарифа"]);
        assert_eq!(of("报修"), ["宽带报修流程"]);
        assert_eq!(of("hotel"), ["宽带报修流程", "Repair at a hotel"]);
        assert_eq!(of("hotel zz"), [""; 0]);
    }

    #[test]
    fn counts_say_what_each_choice_would_find() {
        let (catalogue, glances) = (catalogue(), Glances::new());
        let filter = Filter { stage: "develop".into(), industry: "Hotels".into(), ..Filter::default() };
        let found = catalogue.found(&filter, &glances, Timestamp::UNIX_EPOCH);
        let of = |facet, value: &str| found.counts.get(&facet).and_then(|of| of.get(value)).copied();
        assert_eq!(found.entries.len(), 1);
        assert_eq!((of(Facet::Stage, "develop"), of(Facet::Stage, "maintain")), (Some(1), Some(1)));
        assert_eq!((of(Facet::Industry, NONE), of(Facet::Industry, ANY)), (Some(1), Some(1)));
        assert_eq!((of(Facet::Area, "Field"), of(Facet::Area, "relationship")), (Some(1), None));
    }

    #[test]
    fn a_filter_comes_back_from_its_address() {
        let filter = Filter { q: "a & b".into(), tag: "зелен".into(), ..Filter::default() };
        assert_eq!(Filter::read(&filter.query()), filter);
        assert_eq!(Filter::default().query(), "");
        assert!(!Filter::read("page=3").is_narrow());
    }
}

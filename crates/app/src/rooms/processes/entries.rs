//! The whole catalogue, held in memory until somebody changes it, so that any search, filter and count is one walk over it.

use super::facts::Facts;
use super::filter::{ANY, Facet, Filter, NONE};
use super::glance::Glance;
use super::model::Area;
use crate::web::folded::plain;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// A process of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: Uuid,
    /// Its key.
    pub key: String,
    /// Grows with every change.
    pub version: u64,
    /// What is said of it.
    pub facts: Facts,
    /// The name of who answers for it.
    pub owner: Option<String>,
    /// The name of its department.
    pub department: Option<String>,
    /// Ids of owner and department as they stand in filters.
    pub(super) ids: [Option<String>; 2],
    /// Everything that a search looks at.
    plain: String,
}

impl Entry {
    /// An entry.
    #[must_use]
    pub fn new(
        (id, key, version): (Uuid, String, u64),
        facts: Facts,
        owner: Option<String>,
        department: Option<String>,
    ) -> Self {
        let named =
            [Some(facts.name.as_str()), Some(&facts.description), Some(&key), Some(facts.area.as_str())];
        let others = [owner.as_deref(), department.as_deref(), facts.industry.as_deref()];
        let words = facts.partners.iter().chain(&facts.tags).map(String::as_str);
        let parts: Vec<&str> = named.into_iter().chain(others).flatten().chain(words).collect();
        let plain = plain(&parts.join("\n"));
        let ids = [facts.owner, facts.department].map(|id| id.map(|id| id.to_string()));
        Self { id, key, version, facts, owner, department, ids, plain }
    }
}

/// Every process, by name.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// They.
    pub entries: Vec<Entry>,
}

/// How many processes have each value of a facet, among those that fit the rest of a filter.
pub type Counts = BTreeMap<Facet, HashMap<String, usize>>;

/// What a filter finds.
#[derive(Debug)]
pub struct Found<'a> {
    /// The processes, by name.
    pub entries: Vec<&'a Entry>,
    /// By facet and value, how many there would be with that value chosen.
    pub counts: Counts,
}

/// Figures by the key of their process.
pub type Glances = BTreeMap<String, Glance>;

impl Catalogue {
    /// A catalogue of these.
    #[must_use]
    pub fn of(mut entries: Vec<Entry>) -> Self {
        // The two databases order letters in different ways.
        entries.sort_by_cached_key(|entry| plain(&entry.facts.name));
        Self { entries }
    }

    /// The process with this id.
    #[must_use]
    pub fn find(&self, id: Uuid) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Processes that hold all the words.
    #[must_use]
    pub fn holding(&self, text: &str) -> Vec<&Entry> {
        let words = words(text);
        self.entries.iter().filter(|entry| holds(entry, &words)).collect()
    }

    /// Processes that fit the filter, with counts for each choice.
    #[must_use]
    pub fn found(&self, filter: &Filter, glances: &Glances, now: Timestamp) -> Found<'_> {
        let words = words(&filter.q);
        let wanted: Vec<(Facet, &str)> =
            Facet::ALL.iter().map(|facet| (*facet, filter.value(*facet))).collect();
        let mut counts: BTreeMap<Facet, HashMap<&str, usize>> = BTreeMap::new();
        let mut entries = Vec::new();
        for entry in self.entries.iter().filter(|entry| holds(entry, &words)) {
            let glance = glances.get(&entry.key);
            let fails = |&&(facet, value): &&(Facet, &str)| !facet.fits(entry, value, glance, now);
            let mut failed = wanted.iter().filter(fails).map(|(facet, _)| *facet);
            match (failed.next(), failed.next()) {
                (None, _) => {
                    entries.push(entry);
                    for facet in Facet::ALL {
                        count(counts.entry(*facet).or_default(), *facet, entry, glance, now);
                    }
                }
                (Some(facet), None) => count(counts.entry(facet).or_default(), facet, entry, glance, now),
                _ => {}
            }
        }
        let owned =
            |of: HashMap<&str, usize>| of.into_iter().map(|(value, n)| (value.to_owned(), n)).collect();
        Found { entries, counts: counts.into_iter().map(|(facet, of)| (facet, owned(of))).collect() }
    }

    /// Words of a facet that people made up, in order.
    #[must_use]
    pub fn own_words(&self, facet: Facet) -> Vec<String> {
        let mut words = BTreeSet::new();
        for entry in &self.entries {
            facet.each(entry, None, Timestamp::UNIX_EPOCH, &mut |word| {
                let is_own = word != NONE && word != ANY && !(facet == Facet::Area && is_common(word));
                if is_own && !words.contains(word) {
                    words.insert(word.to_owned());
                }
            });
        }
        words.into_iter().collect()
    }
}

fn is_common(area: &str) -> bool {
    Area::COMMON.iter().any(|common| common.as_str() == area)
}

fn count<'a>(
    counts: &mut HashMap<&'a str, usize>,
    facet: Facet,
    entry: &'a Entry,
    glance: Option<&Glance>,
    now: Timestamp,
) {
    facet.each(entry, glance, now, &mut |value| *counts.entry(value).or_default() += 1);
}

/// The words of a search. Chinese is written without blanks between words, and so is found by any part.
fn words(text: &str) -> Vec<String> {
    plain(text).split_whitespace().map(str::to_owned).collect()
}

fn holds(entry: &Entry, words: &[String]) -> bool {
    words.iter().all(|word| entry.plain.contains(word.as_str()))
}

/// Puts processes in order of a column: by name, most cases, longest, least kept or lowest score first, and so on; those without
/// come last whichever way it runs.
pub fn order(found: &mut [&Entry], glances: &Glances, column: &str, is_turned: bool) {
    let figure = |entry: &Entry| -> Option<f64> {
        let glance = || glances.get(&entry.key);
        match column {
            "cases" => Some(-(glance()?.cases as f64)),
            "lead" => glance()?.median_s.map(|median| -median),
            "kept" => glance()?.promise.share(),
            "score" => glance()?.nps.score(),
            "reviewed" => entry.facts.reviewed_at.map(|at| at.as_second() as f64),
            _ => None,
        }
    };
    let place = |entry: &Entry| {
        let figure = figure(entry).map(|figure| if is_turned { -figure } else { figure });
        figure.unwrap_or(f64::INFINITY)
    };
    let word = |entry: &Entry| match column {
        "stage" => format!("{}", entry.facts.stage as u8),
        "owner" => entry.owner.as_deref().map_or_else(|| "\u{10ffff}".to_owned(), plain),
        "name" => plain(&entry.facts.name),
        _ => String::new(),
    };
    match column {
        "name" | "stage" | "owner" => {
            found.sort_by_cached_key(|entry| word(entry));
            if is_turned {
                found.reverse();
            }
        }
        _ => found.sort_by(|a, b| place(a).total_cmp(&place(b))),
    }
}

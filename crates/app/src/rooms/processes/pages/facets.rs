//! What the catalogue can be narrowed by, with counts, as a page shows it.

use super::said::{facet_label, facet_value};
use super::wanted::Wanted;
use crate::rooms::processes::entries::{Catalogue, Found};
use crate::rooms::processes::facts::Review;
use crate::rooms::processes::filter::{ANY, Facet, NONE};
use crate::rooms::processes::model::{Initiator, Stage, State};
use crate::web::Say;
use crate::web::folded::plain;
use std::collections::HashMap;

/// Choices that a facet offers at most; those with most processes, where there are more.
const MOST: usize = 200;

/// A choice of a facet.
#[derive(Debug)]
pub struct Choice {
    /// Its word.
    pub value: String,
    /// What it is called.
    pub text: String,
    /// How many processes it would find.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// The list with it chosen.
    pub address: String,
}

/// A facet with its choices.
#[derive(Debug)]
pub struct FacetView {
    /// Its name in addresses.
    pub name: &'static str,
    /// What it is called.
    pub label: String,
    /// What may be chosen.
    pub choices: Vec<Choice>,
}

/// Something that narrows the list now, and the list without it.
#[derive(Debug)]
pub struct Narrowed {
    /// What it is.
    pub text: String,
    /// The list without it.
    pub address: String,
}

/// The names of owners and departments by their ids.
fn names(catalogue: &Catalogue) -> HashMap<&str, &str> {
    let mut names = HashMap::new();
    for entry in &catalogue.entries {
        for (id, name) in entry.ids.iter().zip([&entry.owner, &entry.department]) {
            if let (Some(id), Some(name)) = (id, name) {
                names.insert(id.as_str(), name.as_str());
            }
        }
    }
    names
}

/// Every facet with its choices, the stages first.
#[must_use]
pub fn facets(catalogue: &Catalogue, found: &Found<'_>, wanted: &Wanted, say: &Say) -> Vec<FacetView> {
    let names = names(catalogue);
    let view = |facet: &Facet| {
        let chosen = wanted.filter.value(*facet);
        let mut counts: Vec<(&str, usize)> = found
            .counts
            .get(facet)
            .map(|counts| counts.iter().map(|(value, count)| (value.as_str(), *count)).collect())
            .unwrap_or_default();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts.truncate(MOST);
        let fixed = order(*facet);
        // Stages stand there even if no process is in them: that, too, says something.
        let wanting = fixed.iter().copied().filter(|_| *facet == Facet::Stage).chain([chosen]);
        for value in wanting.filter(|value| !value.is_empty()) {
            if !counts.iter().any(|(known, _)| *known == value) {
                counts.push((value, 0));
            }
        }
        let choice = |(value, count): (&str, usize)| Choice {
            text: facet_value(*facet, value, |id| names.get(id).copied(), say),
            address: wanted.but(|wanted| wanted.filter = wanted.filter.with(*facet, value)),
            is_chosen: value == chosen,
            value: value.to_owned(),
            count,
        };
        let mut choices: Vec<Choice> = counts.into_iter().map(choice).collect();
        let place = |choice: &Choice| {
            let fixed = fixed.iter().position(|known| *known == choice.value);
            (fixed.unwrap_or(usize::MAX / 2), choice.value == NONE, plain(&choice.text))
        };
        choices.sort_by_cached_key(place);
        FacetView { name: facet.as_str(), label: say.text(facet_label(*facet)), choices }
    };
    Facet::ALL.iter().map(view).collect()
}

/// The order of choices that have one.
fn order(facet: Facet) -> Vec<&'static str> {
    match facet {
        Facet::Stage => Stage::ALL.iter().map(|stage| stage.as_str()).collect(),
        Facet::State => State::ALL.iter().map(|state| state.as_str()).collect(),
        Facet::Initiator => Initiator::ALL.iter().map(|initiator| initiator.as_str()).collect(),
        Facet::Review => Review::ALL.iter().map(|review| review.as_str()).collect(),
        Facet::Score => vec!["bad", "mixed", "good", NONE],
        Facet::Industry => vec![NONE, ANY],
        Facet::Area => vec!["product-development", "supply-chain", "relationship"],
        Facet::Owner | Facet::Department | Facet::Partner | Facet::Tag => Vec::new(),
    }
}

/// What narrows the list now.
#[must_use]
pub fn narrowed(catalogue: &Catalogue, wanted: &Wanted, say: &Say) -> Vec<Narrowed> {
    let names = names(catalogue);
    let words = (!wanted.filter.q.trim().is_empty()).then(|| Narrowed {
        text: say.with("processes-words", "words", wanted.filter.q.trim()),
        address: wanted.but(|wanted| wanted.filter.q.clear()),
    });
    let facets = Facet::ALL.iter().filter_map(|facet| {
        let value = wanted.filter.value(*facet);
        let text = facet_value(*facet, value, |id| names.get(id).copied(), say);
        (!value.is_empty()).then(|| Narrowed {
            text: say.with2("processes-is", ("what", &say.text(facet_label(*facet))), ("value", &text)),
            address: wanted.but(|wanted| wanted.filter = wanted.filter.with(*facet, "")),
        })
    });
    words.into_iter().chain(facets).collect()
}

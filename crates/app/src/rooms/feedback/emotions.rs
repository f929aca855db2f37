//! Emotions that customers name, in four clusters from those that drive them away to those that make them advocates.
//!
//! The organisation may have a list of its own; without one it is that of the Emotional Signature. Source: Shaw, *The DNA of
//! Customer Experience*, 2007.

use crate::web::{Problem, Say, Text};
use measure::DESTROYING;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// Most emotions of a list: a matrix with more nobody reads.
const MAX_EMOTIONS: usize = 60;

/// Longest name of an emotion, in characters.
pub const MAX_NAME: usize = 60;

/// What an emotion does to a customer's loyalty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Cluster {
    /// Drives customers away.
    Destroying,
    /// Makes them look closer.
    Attention,
    /// Makes them recommend.
    Recommendation,
    /// Makes them speak for us unasked.
    Advocacy,
}

impl Cluster {
    /// All of them, the worst first.
    pub const ALL: [Self; 4] = [Self::Destroying, Self::Attention, Self::Recommendation, Self::Advocacy];

    /// Its name, which is also that of its drawing and colour.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Destroying => "destroying",
            Self::Attention => "attention",
            Self::Recommendation => "recommendation",
            Self::Advocacy => "advocacy",
        }
    }
}

/// An emotion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Emotion {
    /// Its name in answers and maps; it stays, whatever people call it.
    pub name: String,
    /// What the organisation calls it, in its own language; none where the program's word is used, in the reader's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its cluster.
    pub cluster: Cluster,
    /// Whether customers are offered it; too many to choose from, and nobody chooses.
    #[serde(default, rename = "offered")]
    pub is_offered: bool,
}

impl Emotion {
    /// What people call it.
    #[must_use]
    pub fn said(&self, say: &Say) -> String {
        self.label.clone().unwrap_or_else(|| say.of("emotion-", &self.name))
    }
}

/// Emotions of the Emotional Signature: name, cluster, whether customers are offered it.
const STANDARD: [(&str, Cluster, bool); 20] = [
    ("irritated", Cluster::Destroying, false),
    ("hurried", Cluster::Destroying, true),
    ("neglected", Cluster::Destroying, true),
    ("unhappy", Cluster::Destroying, false),
    ("unsatisfied", Cluster::Destroying, false),
    ("stressed", Cluster::Destroying, true),
    ("disappointed", Cluster::Destroying, true),
    ("frustrated", Cluster::Destroying, true),
    ("interesting", Cluster::Attention, true),
    ("energetic", Cluster::Attention, false),
    ("exploratory", Cluster::Attention, false),
    ("indulgent", Cluster::Attention, false),
    ("stimulated", Cluster::Attention, false),
    ("trusting", Cluster::Recommendation, true),
    ("valued", Cluster::Recommendation, true),
    ("focused", Cluster::Recommendation, false),
    ("safe", Cluster::Recommendation, true),
    ("cared-for", Cluster::Recommendation, true),
    ("happy", Cluster::Advocacy, true),
    ("pleased", Cluster::Advocacy, true),
];

/// Whether the program has a word for it in every language.
pub fn is_standard(name: &str) -> bool {
    STANDARD.iter().any(|(known, ..)| *known == name)
}

/// The emotions that answers may name, cluster by cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emotions(Vec<Emotion>);

impl Default for Emotions {
    fn default() -> Self {
        let emotion = |(name, cluster, is_offered): (&str, Cluster, bool)| Emotion {
            name: name.to_owned(),
            label: None,
            cluster,
            is_offered,
        };
        Self(STANDARD.map(emotion).into())
    }
}

impl Emotions {
    /// A list, put in the order of the clusters.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`], saying what does not hold: a name twice or none, too many, none that drives away or none that
    /// does not, so that there would be no net emotional value.
    pub fn new(mut list: Vec<Emotion>) -> Result<Self, Problem> {
        let invalid =
            |key| Err(Problem::Invalid(Text::key(key).with("most", MAX_EMOTIONS).with("n", MAX_NAME)));
        if list.len() > MAX_EMOTIONS {
            return invalid("emotions-too-many");
        }
        let is_name = |text: &str| !text.trim().is_empty() && text.chars().count() <= MAX_NAME;
        let has_names = |emotion: &Emotion| {
            is_name(&emotion.name)
                && emotion.label.as_deref().map_or_else(|| is_standard(&emotion.name), is_name)
        };
        if !list.iter().all(has_names) {
            return invalid("emotions-name-wrong");
        }
        let names: BTreeSet<&str> = list.iter().map(|emotion| emotion.name.as_str()).collect();
        if names.len() < list.len() {
            return invalid("emotions-twice");
        }
        let destroys = |emotion: &Emotion| emotion.cluster as usize == DESTROYING;
        if list.iter().all(destroys) || !list.iter().any(destroys) {
            return invalid("emotions-one-sided");
        }
        list.sort_by_key(|emotion| emotion.cluster);
        Ok(Self(list))
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Emotion> {
        self.0.iter()
    }

    /// The one with this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Emotion> {
        self.0.iter().find(|emotion| emotion.name == name)
    }

    /// The place in the list of the one with this name.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|emotion| emotion.name == name)
    }

    /// The cluster of each, as the engine counts them.
    #[must_use]
    pub fn clusters(&self) -> Vec<usize> {
        self.0.iter().map(|emotion| emotion.cluster as usize).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(label: &str, cluster: Cluster) -> Emotion {
        Emotion { name: label.to_lowercase(), label: Some(label.into()), cluster, is_offered: true }
    }

    #[test]
    fn the_standard_list_holds() {
        let standard = Emotions::default();
        assert_eq!(Emotions::new(standard.0.clone()), Ok(standard));
    }

    #[test]
    fn a_list_of_ones_own_is_ordered_by_cluster() {
        let list = Emotions::new(vec![own("Proud", Cluster::Advocacy), own("Lost", Cluster::Destroying)]);
        let list = list.unwrap();
        assert_eq!(list.clusters(), [0, 3]);
        assert_eq!((list.place("proud"), list.place("happy")), (Some(1), None));
    }

    #[test]
    fn what_does_not_hold_is_refused() {
        let (proud, lost) = (own("Proud", Cluster::Advocacy), own("Lost", Cluster::Destroying));
        let nameless = Emotion { label: None, ..proud.clone() };
        for wrong in [
            vec![],
            vec![proud.clone()],
            vec![lost.clone()],
            vec![proud.clone(), lost.clone(), proud.clone()],
            vec![nameless, lost.clone()],
            vec![own("", Cluster::Advocacy), lost.clone()],
            (0..=MAX_EMOTIONS).map(|n| own(&format!("E{n}"), Cluster::Advocacy)).chain([lost]).collect(),
        ] {
            assert!(Emotions::new(wrong.clone()).is_err(), "{wrong:?}");
        }
    }
}

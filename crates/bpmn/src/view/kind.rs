//! The views and tracks by the words that addresses use for them.

use std::fmt;
use std::str::FromStr;

/// What people look at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum View {
    /// Everything: all lanes and the three lines of a service blueprint.
    #[default]
    Blueprint,
    /// What the customer meets; staff and systems that they never meet are hidden.
    Customer,
    /// The organisation as one box, and the ways by which customers order, ask, change and return.
    Unit,
    /// The line of vision of one lane, by its identifier.
    Department(String),
    /// Work and waiting on the way that most cases go.
    ValueStream,
    /// What customers should feel and do feel.
    Emotions,
    /// How others do at the same steps.
    Competitors,
}

impl View {
    /// The word of the view, without the lane of a department.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Blueprint => "blueprint",
            Self::Customer => "customer",
            Self::Unit => "unit",
            Self::Department(_) => "department",
            Self::ValueStream => "value-stream",
            Self::Emotions => "emotions",
            Self::Competitors => "competitors",
        }
    }

    /// The tracks under the map as long as nobody chose others.
    #[must_use]
    pub const fn tracks(&self) -> &'static [Track] {
        match self {
            Self::Blueprint => &[Track::Channel, Track::Emotion, Track::Times],
            Self::Customer => &[Track::Channel, Track::Emotion, Track::Promises],
            Self::Unit => &[],
            Self::Department(_) => &[Track::Times, Track::Pains, Track::Owners],
            Self::ValueStream => &[Track::Times],
            Self::Emotions => &[Track::Emotion],
            Self::Competitors => &[Track::Scores],
        }
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Department(lane) => write!(f, "department:{lane}"),
            other => f.write_str(other.word()),
        }
    }
}

/// A word that names no [`View`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{word}` is no view; use blueprint, customer, unit, department:LANE, value-stream, emotions or competitors"
)]
pub struct UnknownView {
    /// The word as it was given.
    pub word: String,
}

impl FromStr for View {
    type Err = UnknownView;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let whole = [
            Self::Blueprint,
            Self::Customer,
            Self::Unit,
            Self::ValueStream,
            Self::Emotions,
            Self::Competitors,
        ];
        match word.split_once(':') {
            Some(("department", lane)) if !lane.is_empty() => Ok(Self::Department(lane.to_owned())),
            _ => whole
                .into_iter()
                .find(|view| view.word() == word)
                .ok_or_else(|| UnknownView { word: word.to_owned() }),
        }
    }
}

/// One of LOVEM's four charts: a view and tracks by a name of their own (IBM SG24-2590, chapter 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// The company and its customers, as boxes (ALOVC).
    Architecture,
    /// What is done, whoever and whatever does it: without systems (LLOVC).
    Logical,
    /// How, by whom and by which way (PLOVC).
    Physical,
    /// What one function does, and how it comes to the customer (JLOVC).
    Job,
}

impl Preset {
    /// All four, from the widest to the narrowest.
    pub const ALL: [Self; 4] = [Self::Architecture, Self::Logical, Self::Physical, Self::Job];

    /// The word of the chart.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Architecture => "architecture",
            Self::Logical => "logical",
            Self::Physical => "physical",
            Self::Job => "job",
        }
    }

    /// The chart of this word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.as_str() == word)
    }

    /// The view that it is; that of a job looks at the lane which is given.
    #[must_use]
    pub fn view(self, lane: Option<&str>) -> View {
        match (self, lane) {
            (Self::Architecture, _) => View::Unit,
            (Self::Job, Some(lane)) => View::Department(lane.to_owned()),
            _ => View::Blueprint,
        }
    }

    /// Its tracks.
    #[must_use]
    pub const fn tracks(self) -> &'static [Track] {
        match self {
            Self::Architecture => &[],
            Self::Logical => &[Track::Promises],
            Self::Physical => &[Track::Channel, Track::Owners, Track::Times],
            Self::Job => &[Track::Times, Track::Owners],
        }
    }
}

/// A row of values under the map, in line with its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Track {
    /// The way by which the customer is met.
    Channel,
    /// What customers should feel, and what they felt.
    Emotion,
    /// What customers say, and what they say of others.
    Scores,
    /// Waiting and work as a ladder.
    Times,
    /// What is promised.
    Promises,
    /// What may go wrong.
    Pains,
    /// What could be better.
    Ideas,
    /// Who answers for it.
    Owners,
}

impl Track {
    /// Every track, from top to bottom.
    pub const ALL: [Self; 8] = [
        Self::Channel,
        Self::Emotion,
        Self::Scores,
        Self::Times,
        Self::Promises,
        Self::Pains,
        Self::Ideas,
        Self::Owners,
    ];

    /// The word of the track.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::Emotion => "emotion",
            Self::Scores => "scores",
            Self::Times => "times",
            Self::Promises => "promises",
            Self::Pains => "pains",
            Self::Ideas => "ideas",
            Self::Owners => "owners",
        }
    }

    /// The tracks that a list of words names, from top to bottom; words that name none are left out.
    #[must_use]
    pub fn read(words: &str) -> Vec<Self> {
        let named: Vec<&str> = words.split(',').map(str::trim).collect();
        Self::ALL.into_iter().filter(|track| named.contains(&track.as_str())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_read_from_what_it_writes() {
        let department = View::Department("back-2".into());
        for view in
            [View::Blueprint, View::Customer, View::Unit, View::ValueStream, View::Emotions, department]
        {
            assert_eq!(view.to_string().parse(), Ok(view));
        }
        for wrong in ["", "department", "department:", "map", "customer:x"] {
            assert_eq!(wrong.parse::<View>(), Err(UnknownView { word: wrong.into() }));
        }
    }

    #[test]
    fn tracks_come_in_their_order_whatever_was_asked_for() {
        assert_eq!(Track::read("emotion, channel,nonsense"), [Track::Channel, Track::Emotion]);
        assert_eq!(Track::read(""), []);
    }

    #[test]
    fn the_chart_of_a_job_looks_at_a_lane() {
        assert_eq!(Preset::Job.view(Some("back-2")), View::Department("back-2".into()));
        assert_eq!(Preset::read("logical").map(|preset| preset.view(None)), Some(View::Blueprint));
    }
}

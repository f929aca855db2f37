//! Words of cells: what stages, areas, states and the like are called in any of our languages.

use crate::rooms::processes::model::{Area, Initiator, Stage, State};
use crate::web::folded::plain;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use language::Language;
use std::collections::HashMap;

/// What each word means.
#[derive(Debug)]
pub struct Words {
    stages: HashMap<String, Stage>,
    areas: HashMap<String, Area>,
    states: HashMap<String, State>,
    initiators: HashMap<String, Initiator>,
    none: Vec<String>,
}

/// The values by everything that they are called: their word, and the text of `prefix` and word in each language.
fn called<T: Clone>(all: &[T], prefix: &str, word: impl Fn(&T) -> String) -> HashMap<String, T> {
    let mut known = HashMap::new();
    for value in all {
        let word = word(value);
        for language in Language::ALL {
            known.insert(plain(&language.text(&format!("{prefix}{word}"))), value.clone());
        }
        known.insert(word, value.clone());
    }
    known
}

impl Words {
    /// Those of all languages.
    #[must_use]
    pub fn of_all_languages() -> Self {
        Self {
            stages: called(Stage::ALL, "stage-", |stage| stage.as_str().to_owned()),
            areas: called(&Area::COMMON, "area-", |area| area.as_str().to_owned()),
            states: called(State::ALL, "state-", |state| state.as_str().to_owned()),
            initiators: called(Initiator::ALL, "initiator-", |initiator| initiator.as_str().to_owned()),
            none: Language::ALL.iter().map(|language| plain(&language.text("process-horizontal"))).collect(),
        }
    }

    /// The stage of this word.
    #[must_use]
    pub fn stage(&self, text: &str) -> Option<Stage> {
        self.stages.get(&plain(text)).copied()
    }

    /// The area of this word, or one of this name.
    #[must_use]
    pub fn area(&self, text: &str) -> Option<Area> {
        self.areas.get(&plain(text)).cloned().or_else(|| Area::read(text))
    }

    /// The state of this word.
    #[must_use]
    pub fn state(&self, text: &str) -> Option<State> {
        self.states.get(&plain(text)).copied()
    }

    /// What sets a process going, by this word.
    #[must_use]
    pub fn initiator(&self, text: &str) -> Option<Initiator> {
        self.initiators.get(&plain(text)).copied()
    }

    /// The industry of this name; none for a word that says that a process serves all of them.
    #[must_use]
    pub fn industry(&self, text: &str) -> Option<String> {
        (!text.is_empty() && !self.none.contains(&plain(text))).then(|| text.to_owned())
    }
}

/// The beginning of a day, written as 2026-11-21, 21.11.2026, 2026/11/21 or 2026年11月21日. Where day and month could be taken for each
/// other, as in 11/12/2026, nothing is guessed.
#[must_use]
pub fn day(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let text = text.trim().trim_end_matches(['г', '.', ' ']);
    let date = text.split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> =
        date.split(['-', '.', '/', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let [a, _, _] = parts[..] else { return None };
    let number = |part: &str| part.parse::<i16>().ok();
    let (year, month, day) = match (a.len(), date.contains('.')) {
        (4, _) => (number(parts[0])?, number(parts[1])?, number(parts[2])?),
        (_, true) if parts[2].len() == 4 => (number(parts[2])?, number(parts[1])?, number(parts[0])?),
        _ => return None,
    };
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    Some(date.to_zoned(zone.clone()).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_every_language() {
        let words = Words::of_all_languages();
        for language in Language::ALL {
            for stage in Stage::ALL {
                let text = language.text(&format!("stage-{}", stage.as_str()));
                assert_eq!(words.stage(&text.to_uppercase()), Some(*stage), "{text}");
            }
            for state in State::ALL {
                let text = language.text(&format!("state-{}", state.as_str()));
                assert_eq!(words.state(&text), Some(*state), "{text}");
            }
        }
        assert_eq!(words.area("Supply chain"), Some(Area::SupplyChain));
        assert_eq!(words.area("Полево обслужване"), Some(Area::Own("Полево обслужване".into())));
        assert_eq!(words.industry("Hotels"), Some("Hotels".into()));
        assert_eq!((words.stage("later"), words.industry("")), (None, None));
    }

    #[test]
    fn days_are_read_as_they_are_written_unless_they_may_mean_two() {
        let sofia = TimeZone::get("Europe/Sofia").unwrap();
        let expected = "2026-11-20T22:00:00Z".parse().ok();
        for text in
            ["2026-11-21", "21.11.2026", "21.11.2026 г.", "2026/11/21", "2026年11月21日", "2026-11-21T10:00"]
        {
            assert_eq!(day(text, &sofia), expected, "{text}");
        }
        for text in ["11/12/2026", "soon", "31.02.2026", "2026-13-01", "", "1.2"] {
            assert_eq!(day(text, &sofia), None, "{text}");
        }
    }
}

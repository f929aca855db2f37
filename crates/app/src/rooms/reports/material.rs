//! What a report is made from: the cases of a process, the steps they came to, and the answers, as files in memory.

use crate::rooms::processes::Passage;
use eventlog::Seekable;
use jiff::Timestamp;
use report::Files;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::io::{Cursor, Error, ErrorKind};
use uuid::Uuid;

/// Name of the file with a row for each case.
pub const CASES: &str = "cases.csv";

/// Name of the file with a row for each event.
pub const EVENTS: &str = "events.csv";

/// Name of the file with a row for each answer.
pub const ANSWERS: &str = "answers.csv";

/// A case.
#[derive(Debug, Clone)]
pub struct Case {
    /// The case.
    pub id: Uuid,
    /// Its number.
    pub number: i64,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was closed, if it is.
    pub closed_at: Option<Timestamp>,
    /// How it ended.
    pub outcome: Option<String>,
    /// Until when the promise was to be kept.
    pub promise_due: Option<Timestamp>,
    /// How the promise stands.
    pub promise_state: Option<String>,
    /// The segment of the customer.
    pub segment: Option<String>,
    /// The office that looks after the customer.
    pub office: Option<String>,
    /// Through which channel it came.
    pub channel: Option<String>,
}

/// An answer to the question whether customers would recommend us.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The case.
    pub case: Uuid,
    /// From 0 to 10.
    pub score: i64,
    /// When it was given.
    pub at: Timestamp,
}

/// The material of a report.
#[derive(Debug, Default)]
pub struct Material {
    /// Cases, the latest first.
    pub cases: Vec<Case>,
    /// Steps that they came to, case by case; ends of the map are not among them.
    pub passages: Vec<Passage>,
    /// Answers.
    pub answers: Vec<Answer>,
}

/// What cases may have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trait {
    /// The channel that they came through.
    Channel,
    /// The segment of the customer.
    Segment,
    /// The office that looks after the customer.
    Office,
}

impl Trait {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Channel, Self::Segment, Self::Office];

    /// Its word: the column of the file, and what follows `report-on-` in texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::Segment => "segment",
            Self::Office => "office",
        }
    }

    fn of(self, case: &Case) -> Option<&str> {
        match self {
            Self::Channel => case.channel.as_deref(),
            Self::Segment => case.segment.as_deref(),
            Self::Office => case.office.as_deref(),
        }
    }
}

impl Material {
    /// Values of a trait that at least so many cases have and at least so many have not, the most frequent first.
    #[must_use]
    pub fn values(&self, of: Trait, least: usize) -> Vec<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let known = self.cases.iter().filter_map(|case| of.of(case));
        known.for_each(|value| *counts.entry(value).or_default() += 1);
        let all: usize = counts.values().sum();
        let mut values: Vec<(&str, usize)> =
            counts.into_iter().filter(|(_, n)| *n >= least && all - n >= least).collect();
        values.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        values.into_iter().map(|(value, _)| value.to_owned()).collect()
    }

    /// Whether some case has a step twice.
    #[must_use]
    pub fn has_rework(&self) -> bool {
        !self.reworked().is_empty()
    }

    fn reworked(&self) -> HashSet<Uuid> {
        let mut seen = HashSet::with_capacity(self.passages.len());
        self.passages
            .iter()
            .filter(|passage| !seen.insert((passage.case, passage.step.as_str())))
            .map(|passage| passage.case)
            .collect()
    }

    /// The files.
    #[must_use]
    pub fn files(&self) -> InMemory {
        let number: HashMap<Uuid, i64> = self.cases.iter().map(|case| (case.id, case.number)).collect();
        InMemory {
            cases: self.cases_csv(),
            events: self.events_csv(&number),
            answers: self.answers_csv(&number),
        }
    }

    fn cases_csv(&self) -> String {
        let reworked = self.reworked();
        let mut csv = "case,opened,closed,outcome,due,kept,segment,office,channel,again\n".to_owned();
        for case in &self.cases {
            let kept = match case.promise_state.as_deref() {
                Some("kept") => "yes",
                Some("broken") => "no",
                _ => "",
            };
            let again = if reworked.contains(&case.id) { "yes" } else { "no" };
            let time = |at: Option<Timestamp>| at.map_or_else(String::new, |at| at.to_string());
            let text = |text: &Option<String>| field(text.as_deref().unwrap_or_default());
            // Writing into a string cannot fail.
            let _ = writeln!(
                csv,
                "{},{},{},{},{},{kept},{},{},{},{again}",
                case.number,
                case.opened_at,
                time(case.closed_at),
                text(&case.outcome),
                time(case.promise_due),
                text(&case.segment),
                text(&case.office),
                text(&case.channel),
            );
        }
        csv
    }

    fn events_csv(&self, number: &HashMap<Uuid, i64>) -> String {
        let mut csv = "case,step,at\n".to_owned();
        for passage in &self.passages {
            if let Some(number) = number.get(&passage.case) {
                let _ = writeln!(csv, "{number},{},{}", field(&passage.step), passage.at);
            }
        }
        csv
    }

    fn answers_csv(&self, number: &HashMap<Uuid, i64>) -> String {
        let mut csv = "case,score,at\n".to_owned();
        for answer in &self.answers {
            if let Some(number) = number.get(&answer.case) {
                let _ = writeln!(csv, "{number},{},{}", answer.score, answer.at);
            }
        }
        csv
    }
}

/// A field of a CSV file (RFC 4180).
fn field(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// The files of a report, which nobody has to write anywhere.
#[derive(Debug)]
pub struct InMemory {
    cases: String,
    events: String,
    answers: String,
}

impl Files for InMemory {
    fn open(&self, path: &str) -> std::io::Result<Box<dyn Seekable + '_>> {
        let text = match path {
            CASES => &self.cases,
            EVENTS => &self.events,
            ANSWERS => &self.answers,
            _ => return Err(Error::from(ErrorKind::NotFound)),
        };
        Ok(Box::new(Cursor::new(text.as_bytes())))
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Fifty cases, opened a day after each other; every fifth is late and goes back to its first step.
    pub fn made_up() -> Material {
        let day = |day: i64, hour: i64| Timestamp::from_second(day * 86_400 + hour * 3600).unwrap();
        let id = |n: i64| Uuid::from_u128(n as u128);
        let is_late = |n: i64| n % 5 == 0;
        let case = |n: i64| Case {
            id: id(n),
            number: n,
            opened_at: day(n, 0),
            closed_at: Some(day(n, if is_late(n) { 30 } else { 6 })),
            outcome: Some("done".into()),
            promise_due: Some(day(n, 10)),
            promise_state: Some(if is_late(n) { "broken" } else { "kept" }.into()),
            segment: Some(if n % 2 == 0 { "family, large" } else { "private" }.into()),
            office: Some("Sofia \"Lozenets\"".into()),
            channel: (n % 3 != 0).then(|| "web".to_owned()),
        };
        let passage = |n, step: &str, hour| Passage { case: id(n), step: step.into(), at: day(n, hour) };
        let passages = |n| {
            let mut steps = vec![passage(n, "ask", 0), passage(n, "check", 3)];
            if is_late(n) {
                steps.extend([passage(n, "ask", 20), passage(n, "check", 24)]);
            }
            steps
        };
        let answer =
            |n: i64| Answer { case: id(n), score: if is_late(n) { 3 } else { 8 + n % 2 }, at: day(n, 40) };
        Material {
            cases: (1..=50).map(case).collect(),
            passages: (1..=50).flat_map(passages).collect(),
            answers: (1..=50).map(answer).collect(),
        }
    }

    #[test]
    fn values_are_drivers_only_where_both_sides_have_cases() {
        let material = made_up();
        assert_eq!(material.values(Trait::Segment, 20), ["family, large", "private"]);
        assert_eq!(material.values(Trait::Office, 1), [] as [&str; 0]);
        assert!(material.has_rework() && !Material::default().has_rework());
    }

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        let files = made_up().files();
        let row = files.cases.lines().nth(5).unwrap();
        assert_eq!(
            row,
            "5,1970-01-06T00:00:00Z,1970-01-07T06:00:00Z,done,1970-01-06T10:00:00Z,no,private,\"Sofia \"\"Lozenets\"\"\",web,yes"
        );
        assert_eq!(files.events.lines().count(), 1 + 50 * 2 + 10 * 2);
    }
}

//! What was wrong with single rows: counted, with the lines they stand on, never dropped in silence.

use std::collections::HashMap;

/// How many line numbers a problem keeps; all are counted.
pub const LINES_KEPT: usize = 20;

/// How many different problems a file may show; the rest is counted under the kind alone.
const PROBLEMS_KEPT: usize = 200;

/// Bytes kept of an example.
const EXAMPLE_BYTES: usize = 80;

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ProblemKind {
    /// Two columns of the header share a name; the first is meant, the second is called `name#2`.
    DuplicateColumn,
    /// The row has more or fewer fields than the header; it is left out.
    WrongFieldCount,
    /// No case is named; the row is left out.
    MissingCase,
    /// No activity is named; the event is left out.
    MissingActivity,
    /// The time is empty; the event is left out.
    MissingTime,
    /// The time cannot be read and is left out; where it is the time of an event, so is the event.
    UnreadableTime,
    /// Not a number; the value is left out.
    UnreadableNumber,
    /// Neither yes nor no; the value is left out.
    UnreadableFlag,
    /// A number outside its scale; the value is left out.
    OutOfScale,
    /// A value that whoever wrote the mapping finds suspect; the row is used.
    SuspectValue,
    /// The row speaks of a case that is not there; it is left out.
    UnknownCase,
    /// A look-up has no row for this key; the value stays empty.
    UnknownKey,
    /// An end lies before its start; the duration is left out.
    EndBeforeStart,
}

/// One kind of problem at one place of a file, with how often it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Name of the column, empty where the whole row is meant.
    pub column: String,
    /// The first value that showed it, cut after 80 bytes.
    pub example: String,
    /// How often it came.
    pub count: u64,
    /// The first lines it stands on, at most [`LINES_KEPT`], counted from one.
    pub lines: Vec<u64>,
}

/// The problems of one file, in the order of their first appearance.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    list: Vec<Problem>,
    places: HashMap<(ProblemKind, String, Option<String>), usize>,
}

impl Problems {
    /// Counts one more. Suspect values and doubled columns are told apart by `example`, others by kind and column.
    pub fn note(&mut self, kind: ProblemKind, column: &str, line: u64, example: &[u8]) {
        let problem = self.at(kind, column, shortened(example));
        problem.count += 1;
        if problem.lines.len() < LINES_KEPT {
            problem.lines.push(line);
        }
    }

    /// Adds what another reader of the same file found.
    pub fn append(&mut self, other: Self) {
        for found in other.list {
            let problem = self.at(found.kind, &found.column, found.example);
            problem.count += found.count;
            problem.lines.extend(found.lines);
            problem.lines.sort_unstable();
            problem.lines.truncate(LINES_KEPT);
        }
    }

    /// The problem of a kind and column, and of a value where values are told apart; a new one where there was none.
    fn at(&mut self, kind: ProblemKind, column: &str, example: String) -> &mut Problem {
        let full = self.list.len() >= PROBLEMS_KEPT;
        let by_value = matches!(kind, ProblemKind::SuspectValue | ProblemKind::DuplicateColumn);
        let exact = (kind, column.to_owned(), by_value.then(|| example.clone()));
        let key = if full && !self.places.contains_key(&exact) { (kind, String::new(), None) } else { exact };
        let column = key.1.clone();
        let place = *self.places.entry(key).or_insert_with(|| {
            self.list.push(Problem { kind, column, example, count: 0, lines: Vec::new() });
            self.list.len() - 1
        });
        &mut self.list[place]
    }

    /// All problems, by first appearance.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Problem> {
        self.list.iter()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// The beginning of a value as text, for a message.
pub(crate) fn shortened(value: &[u8]) -> String {
    let cut = &value[..value.len().min(EXAMPLE_BYTES)];
    let mut text = String::from_utf8_lossy(cut).into_owned();
    if cut.len() < value.len() {
        // A character cut in half shows as a replacement mark.
        while text.ends_with(char::REPLACEMENT_CHARACTER) {
            text.pop();
        }
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_of_one_kind_and_column_are_one_line_with_a_count() {
        let mut problems = Problems::default();
        for line in 2..40 {
            problems.note(ProblemKind::MissingTime, "paid", line, b"");
        }
        problems.note(ProblemKind::SuspectValue, "state", 5, b"-100");
        problems.note(ProblemKind::SuspectValue, "state", 6, b"-200");
        let list: Vec<_> = problems.iter().collect();
        assert_eq!(list.len(), 3);
        assert_eq!((list[0].count, list[0].lines.len(), list[0].lines[0]), (38, LINES_KEPT, 2));
        assert_eq!((list[1].example.as_str(), list[1].count), ("-100", 1));
    }

    #[test]
    fn what_two_readers_found_adds_up() {
        let mut first = Problems::default();
        first.note(ProblemKind::MissingTime, "paid", 7, b"");
        let mut second = Problems::default();
        second.note(ProblemKind::MissingTime, "paid", 3, b"");
        first.append(second);
        first.note(ProblemKind::MissingTime, "paid", 9, b"");
        let found: Vec<_> = first.iter().map(|problem| (problem.count, problem.lines.clone())).collect();
        assert_eq!(found, [(3, vec![3, 7, 9])]);
    }

    #[test]
    fn what_is_kept_stays_small_whatever_comes() {
        let mut problems = Problems::default();
        for i in 0..10_000_u64 {
            problems.note(ProblemKind::SuspectValue, &format!("c{i}"), i, &vec![b'x'; 100_000]);
        }
        assert!(problems.iter().len() <= PROBLEMS_KEPT + 1);
        assert_eq!(problems.iter().map(|p| p.count).sum::<u64>(), 10_000);
        assert!(problems.iter().all(|p| p.example.len() <= EXAMPLE_BYTES + 3));
    }

    #[test]
    fn a_long_example_is_cut_between_characters() {
        assert_eq!(shortened("я".repeat(60).as_bytes()), format!("{}…", "я".repeat(40)));
        assert_eq!(shortened(format!("a{}", "я".repeat(60)).as_bytes()), format!("a{}…", "я".repeat(39)));
    }
}

//! Tables of the page: every figure that a picture shows, for those who read or copy it.

use measure::Interval;

use super::Words;

/// Rows of a table; the results as JSON have all.
const ROWS_LISTED: usize = 1000;

/// In place of a figure that is not known.
const UNKNOWN: &str = "–";

/// A table whose first column says what a row is about.
pub(crate) struct Table {
    pub title: String,
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
}

/// What a row is about, and its figures.
pub(crate) struct Row {
    pub name: String,
    pub cells: Vec<String>,
}

impl Table {
    /// A table of at most [`ROWS_LISTED`] rows; `heads` are keys of texts, behind the head of the first column.
    pub(crate) fn new(
        title: String,
        first: String,
        heads: &[&str],
        rows: impl Iterator<Item = Row>,
        words: &Words<'_>,
    ) -> Self {
        let heads = std::iter::once(first).chain(heads.iter().map(|key| words.t(key))).collect();
        Self { title, heads, rows: rows.take(ROWS_LISTED).collect() }
    }
}

/// A figure in words, if it is known.
pub(crate) fn known(value: Option<f64>, write: impl Fn(f64) -> String) -> String {
    value.map_or_else(|| UNKNOWN.to_owned(), write)
}

/// An interval in words, if it is known.
pub(crate) fn range(interval: Option<Interval>, write: impl Fn(f64) -> String) -> String {
    interval.map_or_else(|| UNKNOWN.to_owned(), |ci95| format!("{} – {}", write(ci95.low), write(ci95.high)))
}

//! Tables of figures: each cell with what is behind it.

/// A table with a sentence that says what it shows.
#[derive(Debug, Default)]
pub struct Table {
    /// Its place on the page.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What it shows.
    pub says: String,
    /// The names of its columns, and whether they hold figures.
    pub columns: Vec<(String, bool)>,
    /// Its rows; the first cell of each names it.
    pub rows: Vec<Vec<Cell>>,
    /// How to read it.
    pub read: String,
}

/// A cell.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What is written.
    pub text: String,
    /// A quieter second line.
    pub note: String,
    /// Where it leads; nowhere, if empty.
    pub link: String,
    /// How it is meant: `worse`, `better`, or nothing.
    pub class: &'static str,
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Nothing is known.
    pub fn none() -> Self {
        Self::text("–")
    }

    /// With a second line.
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// Leading somewhere.
    pub fn link(self, link: impl Into<String>) -> Self {
        Self { link: link.into(), ..self }
    }

    /// Marked, if so.
    pub fn mark(self, class: &'static str, so: bool) -> Self {
        if so { Self { class, ..self } } else { self }
    }
}

//! Lines and columns of a text.

use super::Place;

/// Where a text begins.
pub(super) const START: Place = Place { line: 1, column: 1 };

/// Counts lines and columns on the way through the text; asked in the order of the file, but freely within a tag.
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    place: Place,
    mark: (usize, Place),
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, place: START, mark: (0, START) }
    }

    /// The place of a tag, behind which the cursor may go back.
    pub(super) fn mark(&mut self, at: usize) -> Place {
        let place = self.place(at);
        self.mark = (at, place);
        place
    }

    pub(super) fn place(&mut self, at: usize) -> Place {
        if at < self.at {
            (self.at, self.place) = self.mark;
        }
        for byte in self.text.as_bytes().get(self.at..at).unwrap_or_default() {
            match byte {
                b'\n' => self.place = Place { line: self.place.line + 1, column: 1 },
                // The bytes that continue a character.
                0x80..=0xbf => {}
                _ => self.place.column += 1,
            }
        }
        self.at = self.at.max(at);
        self.place
    }
}

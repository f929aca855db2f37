//! A CSV file being written, field by field (RFC 4180, lines ended by a line feed).

use std::io::{self, BufWriter, Write};

use super::Open;
use crate::stamp::Stamp;

/// One of the shop's files.
pub(super) struct Table {
    out: BufWriter<Box<dyn Write>>,
    row: Vec<u8>,
    stamp: Stamp,
}

impl Table {
    pub(super) fn opened(open: &mut Open<'_>, name: &str, header: &str) -> io::Result<Self> {
        let mut out = BufWriter::new(open(name)?);
        writeln!(out, "{header}")?;
        Ok(Self { out, row: Vec::new(), stamp: Stamp::default() })
    }

    /// A field of text, quoted where it has to be.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.separate();
        if text.contains(['"', ',', '\n', '\r']) {
            self.row.push(b'"');
            self.row.extend_from_slice(text.replace('"', "\"\"").as_bytes());
            self.row.push(b'"');
        } else {
            self.row.extend_from_slice(text.as_bytes());
        }
        self
    }

    /// A field with an identifier such as `HH-000042`.
    pub(super) fn id(&mut self, prefix: &str, number: usize) -> &mut Self {
        self.text(&format!("{prefix}{number:06}"))
    }

    /// A field with a number.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        self.text(&number.to_string())
    }

    /// A field with an amount of money.
    pub(super) fn money(&mut self, cents: u64) -> &mut Self {
        self.text(&format!("{}.{:02}", cents / 100, cents % 100))
    }

    /// A field with an instant, empty when there is none.
    pub(super) fn instant(&mut self, seconds: Option<i64>) -> &mut Self {
        self.separate();
        if let Some(seconds) = seconds {
            self.row.extend_from_slice(self.stamp.of(seconds));
        }
        self
    }

    /// Ends the row.
    pub(super) fn end(&mut self) -> io::Result<()> {
        self.row.push(b'\n');
        self.out.write_all(&self.row)?;
        self.row.clear();
        Ok(())
    }

    /// Writes out what is left.
    pub(super) fn close(mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// No row of the shop begins with an empty field, so an empty row is one without fields.
    fn separate(&mut self) {
        if !self.row.is_empty() {
            self.row.push(b',');
        }
    }
}

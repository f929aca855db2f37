//! Rows of a CSV file, one at a time, with the line they start on and a limit on everything.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::ops::Range;

use csv_core::ReadRecordResult;
use memchr::{memchr, memchr3_iter};

use crate::{Limits, ProblemKind, Problems, ReadError};

/// How a CSV file is written.
#[derive(Debug, Clone, Default)]
pub struct CsvOptions {
    /// Between fields; found out from the header where it is not given (`,` `;` tab or `|`).
    pub delimiter: Option<u8>,
    /// How much is read before reading stops.
    pub limits: Limits,
}

/// A CSV file read record by record. Its text is UTF-8, with or without a byte order mark; see
/// [`decoded`](crate::decoded) for others. Quotes are doubled within quoted fields (RFC 4180), line ends are LF, CRLF or CR.
///
/// Memory: one record and 128 KiB.
#[derive(Debug)]
pub struct Records<R> {
    input: Input<R>,
    core: csv_core::Reader,
    /// Between fields, once rows may be cut where they lie.
    plain_delimiter: Option<u8>,
    fields: Vec<u8>,
    ends: Vec<usize>,
    columns: Vec<String>,
    limits: Limits,
    problems: Problems,
    rows: u64,
}

/// Where a row lies, before it is lent out.
struct Found {
    line: u64,
    fields: usize,
    text: Text,
}

enum Text {
    /// In the chunk, delimiters and all.
    Chunk(Range<usize>),
    /// So many bytes at the start of the fields, as quotes had to be taken away or the row runs over the chunk's end.
    Fields(usize),
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    fields: &'a [u8],
    ends: &'a [usize],
    /// Bytes between the end of a field and the start of the next.
    gap: usize,
    /// Line on which it starts, from one.
    pub line: u64,
}

impl<'a> Record<'a> {
    /// How many fields it has: at least one.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a record is never empty")]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The field of a column counted from zero, without the blanks around it; empty where the row is too short.
    #[must_use]
    pub fn get(&self, column: usize) -> &'a [u8] {
        let Some(&end) = self.ends.get(column) else {
            return &[];
        };
        let start = if column == 0 { 0 } else { self.ends[column - 1] + self.gap };
        self.fields[start..end].trim_ascii()
    }
}

impl<R: Read> Records<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// An empty file, a header that breaks a limit, is not UTF-8, or has a quote that is never closed.
    pub fn new(reader: R, options: &CsvOptions) -> Result<Self, ReadError> {
        let mut input = Input::new(reader);
        input.skip_byte_order_mark()?;
        let delimiter = match options.delimiter {
            Some(delimiter) => delimiter,
            None => likely_delimiter(&mut input)?,
        };
        let mut records = Self {
            input,
            core: core_without_marks(delimiter),
            plain_delimiter: None,
            fields: vec![0; 4096],
            ends: vec![0; 64],
            columns: Vec::new(),
            limits: options.limits,
            problems: Problems::default(),
            rows: 0,
        };
        records.read_header()?;
        records.plain_delimiter = Some(delimiter).filter(|byte| !matches!(byte, b'"' | b'\n' | b'\r'));
        Ok(records)
    }

    fn read_header(&mut self) -> Result<(), ReadError> {
        let Some(found) = self.advance()? else {
            return Err(ReadError::Empty);
        };
        let line = found.line;
        let header = self.lend(&found);
        let mut names = Vec::with_capacity(header.len());
        for i in 0..header.len() {
            let name = std::str::from_utf8(header.get(i));
            names.push(name.map_err(|_| ReadError::NotUtf8 { line, column: i + 1 })?);
        }
        let given: HashSet<&str> = names.iter().copied().collect();
        // The number that the last column of a name has.
        let mut numbers: HashMap<&str, usize> = HashMap::with_capacity(given.len());
        let mut columns = Vec::with_capacity(names.len());
        let mut twice = Vec::new();
        for &name in &names {
            let number = numbers.entry(name).or_insert(0);
            *number += 1;
            if *number == 1 || name.is_empty() {
                columns.push(name.to_owned());
                continue;
            }
            let mut numbered = format!("{name}#{number}");
            while given.contains(numbered.as_str()) {
                *number += 1;
                numbered = format!("{name}#{number}");
            }
            columns.push(numbered);
            twice.push(name.to_owned());
        }
        for name in twice {
            self.problems.note(ProblemKind::DuplicateColumn, &name, line, name.as_bytes());
        }
        self.columns = columns;
        Ok(())
    }

    /// Names of the columns; a name that came before has `#2`, `#3` … at its end, whichever no other column is called.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Limits this file is read under.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The number of a column, from zero.
    ///
    /// # Errors
    /// [`ReadError::ColumnMissing`], with what the header has instead.
    pub fn column(&self, name: &str) -> Result<usize, ReadError> {
        self.columns
            .iter()
            .position(|c| c == name)
            .ok_or_else(|| ReadError::ColumnMissing { wanted: name.to_owned(), found: self.columns.clone() })
    }

    /// The next row that has as many fields as the header; others are counted as problems and passed over.
    ///
    /// # Errors
    /// A broken limit, an unclosed quote, or a failure below.
    #[expect(clippy::should_implement_trait, reason = "the row borrows from the reader")]
    pub fn next(&mut self) -> Result<Option<Record<'_>>, ReadError> {
        while let Some(found) = self.advance()? {
            self.rows += 1;
            if found.fields == self.columns.len() {
                return Ok(Some(self.lend(&found)));
            }
            let fields = found.fields.to_string();
            self.problems.note(ProblemKind::WrongFieldCount, "", found.line, fields.as_bytes());
        }
        Ok(None)
    }

    /// Rows read below the header, those with a wrong number of fields among them.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// What is wrong so far; readers above add to it.
    pub fn problems_mut(&mut self) -> &mut Problems {
        &mut self.problems
    }

    /// What was wrong, when reading is over.
    #[must_use]
    pub fn into_problems(self) -> Problems {
        self.problems
    }

    fn lend(&self, found: &Found) -> Record<'_> {
        let (fields, gap) = match &found.text {
            Text::Chunk(range) => (&self.input.buffer[range.clone()], 1),
            Text::Fields(bytes) => (&self.fields[..*bytes], 0),
        };
        Record { fields, ends: &self.ends[..found.fields], gap, line: found.line }
    }

    fn advance(&mut self) -> Result<Option<Found>, ReadError> {
        self.input.skip_blank_lines()?;
        match self.plain_line() {
            Some(found) => Ok(Some(found)),
            None => self.any_record(),
        }
    }

    /// A row that ends within the chunk and has no quote, as most do: cut where it lies.
    fn plain_line(&mut self) -> Option<Found> {
        let delimiter = self.plain_delimiter?;
        let rest = self.input.rest();
        let mut fields = 0;
        for at in memchr3_iter(delimiter, b'\n', b'"', rest) {
            match rest[at] {
                b'"' => return None,
                b'\n' => {
                    let text = rest[..at].strip_suffix(b"\r").unwrap_or(&rest[..at]);
                    // A lone carriage return ends a row too; there are few such files.
                    if text.len() >= self.limits.record_bytes || memchr(b'\r', text).is_some() {
                        return None;
                    }
                    *self.ends.get_mut(fields)? = text.len();
                    let line = self.core.line() + self.input.lines_skipped;
                    let text = Text::Chunk(self.input.start..self.input.start + text.len());
                    self.input.start += at + 1;
                    self.input.lines_skipped += 1;
                    return Some(Found { line, fields: fields + 1, text });
                }
                _ => {
                    *self.ends.get_mut(fields)? = at;
                    fields += 1;
                }
            }
        }
        None
    }

    fn any_record(&mut self) -> Result<Option<Found>, ReadError> {
        let line = self.core.line() + self.input.lines_skipped;
        let (mut bytes, mut fields) = (0, 0);
        loop {
            let at_end = self.input.rest().is_empty();
            let (result, read, written, ended) =
                self.core.read_record(self.input.rest(), &mut self.fields[bytes..], &mut self.ends[fields..]);
            self.input.start += read;
            bytes += written;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty => self.input.fill()?,
                ReadRecordResult::OutputFull => {
                    if self.fields.len() >= self.limits.record_bytes {
                        let limit = self.limits.record_bytes;
                        return Err(ReadError::RecordTooLong { line, limit });
                    }
                    let room = (self.fields.len() * 2).min(self.limits.record_bytes);
                    self.fields.resize(room, 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    if self.ends.len() >= self.limits.columns {
                        let limit = self.limits.columns;
                        return Err(ReadError::TooManyColumns { line, limit });
                    }
                    let room = (self.ends.len() * 2).min(self.limits.columns);
                    self.ends.resize(room, 0);
                }
                // A line end was put behind the last byte: only an open quote can outlive it.
                ReadRecordResult::Record if at_end => {
                    return Err(ReadError::UnclosedQuote { line, column: fields });
                }
                ReadRecordResult::Record => {
                    self.input.after_return = self.input.buffer[self.input.start - 1] == b'\r';
                    return Ok(Some(Found { line, fields, text: Text::Fields(bytes) }));
                }
                ReadRecordResult::End => return Ok(None),
            }
        }
    }
}

/// A parser that passes over no byte order mark: the one at the start is gone, and others belong to the text. It looks
/// for one in the first bytes that it is given, so they are a blank line.
fn core_without_marks(delimiter: u8) -> csv_core::Reader {
    let mut core = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let _ = core.read_record(b"\n", &mut [0], &mut [0]);
    core.set_line(1);
    core
}

/// The name in a list that is nearest to one that was not found there, if any is near: for "did you mean".
///
/// Near is an optimal-string-alignment distance of at most a third of the letters.
#[must_use]
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = wanted.to_lowercase().chars().take(100).collect();
    names
        .into_iter()
        .map(|name| {
            let letters: Vec<char> = name.to_lowercase().chars().take(100).collect();
            (distance(&wanted, &letters), letters.len().max(wanted.len()), name)
        })
        .filter(|&(distance, letters, _)| distance * 3 <= letters)
        .min_by_key(|&(distance, ..)| distance)
        .map(|(.., name)| name)
}

/// Letters to change, add, take away or swap with their neighbour to come from one word to the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let changed = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + changed);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// The delimiter that comes most often in the first line, outside of quotes; a comma where none does. Reads on until
/// that line has come whole, but no more than one chunk.
fn likely_delimiter<R: Read>(input: &mut Input<R>) -> Result<u8, ReadError> {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let (mut quoted, mut begun, mut at) = (false, false, 0);
    loop {
        let Some(&byte) = input.rest().get(at) else {
            if input.read_more()? {
                continue;
            }
            break;
        };
        at += 1;
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !begun => continue,
            b'\n' | b'\r' if !quoted => break,
            _ if !quoted => {
                for (delimiter, count) in &mut counts {
                    *count += u32::from(byte == *delimiter);
                }
            }
            _ => {}
        }
        begun = true;
    }
    // The first of equals wins, so that a comma is the answer where nothing is found.
    Ok(counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| *delimiter))
}

/// The bytes of the file in chunks, with one line end put behind the last.
#[derive(Debug)]
struct Input<R> {
    reader: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    state: InputState,
    lines_skipped: u64,
    /// Whether the byte before was a carriage return, of which it is not known yet whether a line feed follows.
    after_return: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum InputState {
    Reading,
    LineEndGiven,
}

impl<R: Read> Input<R> {
    fn new(reader: R) -> Self {
        Self {
            reader,
            buffer: vec![0; 64 * 1024],
            start: 0,
            end: 0,
            state: InputState::Reading,
            lines_skipped: 0,
            after_return: false,
        }
    }

    fn rest(&self) -> &[u8] {
        &self.buffer[self.start..self.end]
    }

    /// Reads the next chunk; at the end of the file gives one line end, then nothing.
    fn fill(&mut self) -> Result<(), ReadError> {
        (self.start, self.end) = (0, 0);
        self.read_more().map(|_| ())
    }

    /// Reads behind what is there; says whether anything came, as it does until the chunk is full or the file at its end.
    fn read_more(&mut self) -> Result<bool, ReadError> {
        if self.state == InputState::LineEndGiven || self.end == self.buffer.len() {
            return Ok(false);
        }
        loop {
            match self.reader.read(&mut self.buffer[self.end..]) {
                Ok(0) => {
                    self.state = InputState::LineEndGiven;
                    self.buffer[self.end] = b'\n';
                    self.end += 1;
                    return Ok(true);
                }
                Ok(read) => {
                    self.end += read;
                    return Ok(true);
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(ReadError::from_io(error)),
            }
        }
    }

    fn skip_byte_order_mark(&mut self) -> Result<(), ReadError> {
        // A pipe may hand over its first bytes one by one.
        while self.end < 3 && self.read_more()? {}
        if self.rest().starts_with(b"\xef\xbb\xbf") {
            self.start += 3;
        }
        Ok(())
    }

    /// Passes over line ends before a record, so that the record's line is the one it really starts on.
    fn skip_blank_lines(&mut self) -> Result<(), ReadError> {
        loop {
            while let Some(&byte) = self.buffer[self.start..self.end].first() {
                if std::mem::take(&mut self.after_return) && byte != b'\n' {
                    self.lines_skipped += 1;
                }
                match byte {
                    b'\n' => self.lines_skipped += 1,
                    b'\r' => self.after_return = true,
                    _ => return Ok(()),
                }
                self.start += 1;
            }
            self.fill()?;
            if self.rest().is_empty() {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests;

//! One file: opened, and read row by row into what the spec wants of it.

use std::io::Read;

use eventlog::{
    CsvOptions, Limits, ProblemKind, Problems, ReadError, Record, Records, TimeFormat, decoded, unpack,
};

use super::columns::{self, Value};
use super::places::Places;
use super::wanted::Wanted;
use super::{Answer, Event, State};
use crate::cases::Column;
use crate::files::Files;
use crate::spec::{FieldKind, Spec, Take};

/// A file that was opened and whose header was read.
pub(super) struct Table<'a> {
    records: Records<Box<dyn Read + 'a>>,
    number: usize,
    format: TimeFormat,
}

/// A row whose nulls are empty.
pub(super) struct Row<'r> {
    pub record: Record<'r>,
    null: &'r [String],
    decimal_comma: bool,
}

impl<'r> Row<'r> {
    pub(super) fn get(&self, column: usize) -> &'r [u8] {
        let value = self.record.get(column);
        if self.null.iter().any(|null| null.as_bytes() == value) { &[] } else { value }
    }
}

impl Row<'_> {
    /// The number in a column called `name`; a problem where there is something else.
    fn number(&self, column: usize, name: &str, problems: &mut Problems) -> Value {
        let text = self.get(column);
        if text.is_empty() {
            return Value::Unknown;
        }
        match self.parsed(text) {
            Some(number) => Value::Number(number),
            None => {
                problems.note(ProblemKind::UnreadableNumber, name, self.record.line, text);
                Value::Unknown
            }
        }
    }

    /// Where a row stands among others of its case: by a number or by a time.
    fn order(&self, column: usize, format: &TimeFormat) -> Option<f64> {
        let text = self.get(column);
        self.parsed(text).or_else(|| format.parse(text).map(|us| us as f64))
    }

    fn parsed(&self, text: &[u8]) -> Option<f64> {
        let text = std::str::from_utf8(text).ok()?;
        let number: f64 = if self.decimal_comma {
            text.replace(['.', ' ', '\u{a0}'], "").replace(',', ".").parse().ok()?
        } else {
            text.parse().ok()?
        };
        number.is_finite().then_some(number)
    }
}

impl<'a> Table<'a> {
    pub(super) fn open(spec: &Spec, number: usize, files: &'a dyn Files) -> Result<Self, ReadError> {
        let file = &spec.files[number];
        let limits = Limits::default();
        let packed = files.open(&file.path).map_err(ReadError::Io)?;
        let text = decoded(unpack(packed, file.entry.as_deref(), &limits)?, file.encoding.as_deref())?;
        let records = Records::new(text, &CsvOptions { delimiter: file.delimiter, limits })?;
        let format = TimeFormat::new(spec.time_zone.as_deref(), file.time_format.as_deref())?;
        Ok(Self { records, number, format })
    }

    /// Reads all rows and gives their problems.
    pub(super) fn read(mut self, spec: &Spec, state: &mut State) -> Result<Problems, ReadError> {
        let file = &spec.files[self.number];
        let mut reading = Reading {
            limits: *self.records.limits(),
            wanted: Wanted::of(spec, self.number, &self.records, &self.format)?,
            places: Places::of(spec, self.number, state),
            problems: Problems::default(),
            format: &self.format,
            state,
        };
        let mut taken = 0;
        while let Some(record) = self.records.next()? {
            let row = Row { record, null: &file.null, decimal_comma: file.decimal_comma };
            taken += u64::from(reading.take(&row)?);
        }
        for column in &reading.wanted.times {
            column.times.judge()?;
        }
        if self.records.rows() == 0 {
            return Err(ReadError::NoRows);
        }
        // A look-up may well hold nothing that is asked for; a file of the cases' own rows may not.
        if taken == 0 && matches!(reading.places, Places::Cases { .. }) {
            return Err(ReadError::NoUsableRows { rows: self.records.rows() });
        }
        let Reading { wanted, places, mut problems, state, .. } = reading;
        places.give_to_cases(&wanted.fields, state, &mut problems, spec);
        let mut all = self.records.into_problems();
        all.append(problems);
        Ok(all)
    }
}

/// What rows are read with and into.
struct Reading<'a> {
    limits: Limits,
    wanted: Wanted<'a>,
    places: Places,
    problems: Problems,
    format: &'a TimeFormat,
    state: &'a mut State,
}

impl Reading<'_> {
    /// Whether the row belongs to a case.
    fn take(&mut self, row: &Row<'_>) -> Result<bool, ReadError> {
        self.note_suspects(row);
        let found = self.places.find(row, self.wanted.id, self.state, &mut self.problems, &self.limits)?;
        let Some(place) = found else { return Ok(false) };
        for time in &mut self.wanted.times {
            let text = row.get(time.column);
            time.value = if time.needed {
                time.times.read(text, row.record.line, &mut self.problems)?
            } else {
                time.times.read_if_any(text, row.record.line, &mut self.problems)?
            };
        }
        self.take_fields(row, place as usize)?;
        self.take_events(row, place)?;
        self.take_score(row, place)?;
        Ok(true)
    }

    fn note_suspects(&mut self, row: &Row<'_>) {
        for (column, name, values) in &self.wanted.suspects {
            let value = row.record.get(*column);
            if values.iter().any(|suspect| suspect.as_bytes() == value) {
                self.problems.note(ProblemKind::SuspectValue, name, row.record.line, value);
            }
        }
    }

    fn take_events(&mut self, row: &Row<'_>, case: u32) -> Result<(), ReadError> {
        let line = row.record.line;
        for event in &self.wanted.events {
            let Some(time_us) = self.wanted.times[event.time].value else { continue };
            let activity = match event.activity {
                Ok(activity) => activity,
                Err((column, name)) if row.get(column).is_empty() => {
                    self.problems.note(ProblemKind::MissingActivity, name, line, b"");
                    continue;
                }
                Err((column, _)) => {
                    let limit = self.limits.name_bytes;
                    let number = self.state.activities.intern(row.get(column), limit);
                    number.map_err(|why| why.at(line, column, limit))?
                }
            };
            if self.state.events.len() >= self.limits.events {
                return Err(ReadError::TooManyEvents { line, limit: self.limits.events });
            }
            self.state.events.push(Event { case, activity, time_us });
        }
        Ok(())
    }

    fn take_score(&mut self, row: &Row<'_>, case: u32) -> Result<(), ReadError> {
        let Some(score) = &self.wanted.score else { return Ok(()) };
        let (text, line) = (row.get(score.column), row.record.line);
        // A column that is a field as well was complained of there.
        let mut told = Problems::default();
        let of_field =
            self.wanted.fields.iter().any(|field| field.column == score.column && field.is_number());
        let problems = if of_field { &mut told } else { &mut self.problems };
        let Value::Number(value) = row.number(score.column, &score.name, problems) else { return Ok(()) };
        if value < score.scale.0 || value > score.scale.1 {
            self.problems.note(ProblemKind::OutOfScale, &score.name, line, text);
            return Ok(());
        }
        if self.state.answers.len() >= self.limits.events {
            return Err(ReadError::TooManyEvents { line, limit: self.limits.events });
        }
        let time_us = score.time.and_then(|time| self.wanted.times[time].value);
        self.state.answers.push(Answer { case, value, time_us });
        Ok(())
    }

    fn take_fields(&mut self, row: &Row<'_>, place: usize) -> Result<(), ReadError> {
        let (columns, newest, count) = match &mut self.places {
            Places::Cases { newest, .. } => (&mut self.state.fields, newest, self.state.ids.len()),
            Places::LookUp { columns, newest, keys, seen, .. } => {
                seen[place] = true;
                (columns, newest, keys.len())
            }
        };
        if self.wanted.fields.is_empty() {
            return Ok(());
        }
        newest.resize(count, f64::NEG_INFINITY);
        let line = row.record.line;
        let latest = match self.wanted.order_by {
            None => true,
            Some((column, name)) => match row.order(column, self.format) {
                Some(order) if order >= newest[place] => {
                    newest[place] = order;
                    true
                }
                Some(_) => false,
                None => {
                    self.problems.note(ProblemKind::UnreadableNumber, name, line, row.get(column));
                    false
                }
            },
        };
        for field in &self.wanted.fields {
            let text = row.get(field.column);
            let column = &mut columns[field.number];
            columns::grow(column, count);
            let value = match (&mut *column, field.kind) {
                _ if text.is_empty() => Value::Unknown,
                (Column::Text { names, .. }, _) => {
                    let limit = self.limits.name_bytes;
                    let number = names.intern(text, limit);
                    Value::Text(number.map_err(|why| why.at(line, field.column, limit))?)
                }
                (_, FieldKind::Time) => {
                    self.wanted.times[field.time].value.map_or(Value::Unknown, Value::Time)
                }
                (_, FieldKind::YesNo) => yes_no(text, &field.name, line, &mut self.problems),
                _ if field.take == Take::Count => Value::Number(1.0),
                _ => row.number(field.column, &field.name, &mut self.problems),
            };
            columns::put(column, place, value, field.take, latest);
        }
        Ok(())
    }
}

fn yes_no(text: &[u8], column: &str, line: u64, problems: &mut Problems) -> Value {
    match text.to_ascii_lowercase().as_slice() {
        b"true" | b"yes" | b"y" | b"t" | b"1" => Value::YesNo(true),
        b"false" | b"no" | b"n" | b"f" | b"0" => Value::YesNo(false),
        _ => {
            problems.note(ProblemKind::UnreadableFlag, column, line, text);
            Value::Unknown
        }
    }
}

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
}

impl<'r> Row<'r> {
    pub(super) fn get(&self, column: usize) -> &'r [u8] {
        let value = self.record.get(column);
        if self.null.iter().any(|null| null.as_bytes() == value) { &[] } else { value }
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
            state,
        };
        while let Some(record) = self.records.next()? {
            reading.take(&Row { record, null: &file.null })?;
        }
        for column in &reading.wanted.times {
            column.times.judge()?;
        }
        if self.records.rows() == 0 {
            return Err(ReadError::NoRows);
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
    state: &'a mut State,
}

impl Reading<'_> {
    fn take(&mut self, row: &Row<'_>) -> Result<(), ReadError> {
        self.note_suspects(row);
        let found = self.places.find(row, self.wanted.id, self.state, &mut self.problems, &self.limits)?;
        let Some(place) = found else { return Ok(()) };
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
        self.take_score(row, place)
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
        let Value::Number(value) = number(text, &score.name, line, &mut self.problems) else { return Ok(()) };
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
        if self.wanted.fields.is_empty() {
            return Ok(());
        }
        let (columns, newest, count) = match &mut self.places {
            Places::Cases { newest, .. } => (&mut self.state.fields, newest, self.state.ids.len()),
            Places::LookUp { columns, newest, keys, seen, .. } => {
                seen[place] = true;
                (columns, newest, keys.len())
            }
        };
        newest.resize(count, f64::NEG_INFINITY);
        let line = row.record.line;
        let latest = match self.wanted.order_by {
            None => true,
            Some((column, name)) => match number(row.get(column), name, line, &mut self.problems) {
                Value::Number(order) if order >= newest[place] => {
                    newest[place] = order;
                    true
                }
                _ => false,
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
                _ => number(text, &field.name, line, &mut self.problems),
            };
            columns::put(column, place, value, field.take, latest);
        }
        Ok(())
    }
}

fn number(text: &[u8], column: &str, line: u64, problems: &mut Problems) -> Value {
    if text.is_empty() {
        return Value::Unknown;
    }
    let parsed = std::str::from_utf8(text).ok().and_then(|text| {
        // One comma and no point is a decimal comma.
        let comma =
            || (text.matches(',').count() == 1).then(|| text.replace(',', ".").parse().ok()).flatten();
        text.parse().ok().or_else(comma)
    });
    match parsed.filter(|number: &f64| number.is_finite()) {
        Some(number) => Value::Number(number),
        None => {
            problems.note(ProblemKind::UnreadableNumber, column, line, text);
            Value::Unknown
        }
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

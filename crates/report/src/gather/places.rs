//! What the rows of a file stand for: cases, or what cases are looked up by.

use eventlog::{Limits, Names, ProblemKind, Problems, ReadError};

use super::State;
use super::columns;
use super::table::Row;
use super::wanted::WantedField;
use crate::cases::Column;
use crate::spec::{RowsOf, Spec};

pub(super) enum Places {
    Cases {
        /// Whether an id that is not known yet is a new case.
        makes_cases: bool,
        /// By case: the highest order seen.
        newest: Vec<f64>,
    },
    /// Values wait here until all rows are read.
    LookUp {
        /// What cases may point to.
        keys: Names,
        /// The field by which they do.
        via: usize,
        columns: Vec<Column>,
        seen: Vec<bool>,
        newest: Vec<f64>,
    },
}

impl Places {
    pub(super) fn of(spec: &Spec, number: usize, state: &State) -> Self {
        match &spec.files[number].rows {
            RowsOf::Case(_) => Self::Cases { makes_cases: number == spec.cases, newest: Vec::new() },
            RowsOf::LookUp { via, .. } => {
                let keys = match &state.fields[*via] {
                    Column::Text { names, .. } => names.clone(),
                    _ => Names::default(),
                };
                // Columns that this file has something for grow when it comes.
                let columns = spec.fields.iter().map(|field| columns::empty(field.kind)).collect();
                Self::LookUp { seen: vec![false; keys.len()], newest: Vec::new(), keys, via: *via, columns }
            }
        }
    }

    /// The place of a row, or nothing where it belongs to no case.
    pub(super) fn find(
        &self,
        row: &Row<'_>,
        (column, name): (usize, &str),
        state: &mut State,
        problems: &mut Problems,
        limits: &Limits,
    ) -> Result<Option<u32>, ReadError> {
        let value = row.get(column);
        match self {
            Self::Cases { .. } if value.is_empty() => {
                problems.note(ProblemKind::MissingCase, name, row.record.line, b"");
                Ok(None)
            }
            Self::Cases { makes_cases: true, .. } => {
                let number = state.ids.intern(value, limits.name_bytes);
                number.map(Some).map_err(|why| why.at(row.record.line, column, limits.name_bytes))
            }
            Self::Cases { makes_cases: false, .. } => {
                let number = state.ids.find(value);
                if number.is_none() {
                    problems.note(ProblemKind::UnknownCase, name, row.record.line, value);
                }
                Ok(number)
            }
            // A look-up may well hold more than is asked for.
            Self::LookUp { keys, .. } => Ok(keys.find(value)),
        }
    }

    /// Hands what was looked up to the cases that point to it.
    pub(super) fn give_to_cases(
        self,
        fields: &[WantedField],
        state: &mut State,
        problems: &mut Problems,
        spec: &Spec,
    ) {
        let Self::LookUp { keys, via, mut columns, seen, .. } = self else { return };
        let Column::Text { values, .. } = &state.fields[via] else { return };
        let mut places: Vec<Option<u32>> =
            values.iter().map(|&text| ((text as usize) < keys.len()).then_some(text)).collect();
        places.resize(state.ids.len(), None);
        for &place in places.iter().flatten().filter(|&&place| !seen[place as usize]) {
            // No line can be named: it is the row that is not there.
            problems.note(ProblemKind::UnknownKey, &spec.fields[via].id, 0, keys.get(place).as_bytes());
        }
        for field in fields {
            let mut column = std::mem::replace(&mut columns[field.number], columns::empty(field.kind));
            columns::grow(&mut column, keys.len());
            state.fields[field.number] = columns::spread(column, &places);
        }
    }
}

//! Which columns of a file the spec asks for.

use std::io::Read;

use eventlog::{ReadError, Records, TimeColumn, TimeFormat};

use crate::spec::{FieldKind, FieldSource, RowsOf, Spec, Take};

/// The columns of a file that something is read from; names are those of the header.
pub(super) struct Wanted<'a> {
    /// Column that tells what the row is of.
    pub id: (usize, &'a str),
    pub order_by: Option<(usize, &'a str)>,
    pub fields: Vec<WantedField>,
    pub times: Vec<WantedTime<'a>>,
    pub events: Vec<WantedEvent<'a>>,
    pub score: Option<WantedScore>,
    pub suspects: Vec<(usize, &'a str, &'a [String])>,
}

pub(super) struct WantedField {
    pub number: usize,
    pub column: usize,
    pub name: String,
    pub kind: FieldKind,
    pub take: Take,
    /// Place among the columns of times, of a field of times.
    pub time: usize,
}

impl WantedField {
    /// Whether its column is read as numbers.
    pub fn is_number(&self) -> bool {
        self.kind == FieldKind::Number && self.take != Take::Count
    }
}

/// A column of times; each is read once a row, however many ask for it.
pub(super) struct WantedTime<'a> {
    pub column: usize,
    pub times: TimeColumn<'a>,
    /// Whether a row without it is a problem.
    pub needed: bool,
    /// What the row at hand has.
    pub value: Option<i64>,
}

pub(super) struct WantedEvent<'a> {
    /// Number of the activity, or the column that names it.
    pub activity: Result<u32, (usize, &'a str)>,
    pub time: usize,
}

pub(super) struct WantedScore {
    pub column: usize,
    pub name: String,
    pub time: Option<usize>,
    pub scale: (f64, f64),
}

impl<'a> Wanted<'a> {
    pub(super) fn of<R: Read>(
        spec: &'a Spec,
        number: usize,
        records: &Records<R>,
        format: &'a TimeFormat,
    ) -> Result<Self, ReadError> {
        let file = &spec.files[number];
        let (RowsOf::Case(id) | RowsOf::LookUp { key: id, .. }) = &file.rows;
        let named = |name: &'a str| Ok((records.column(name)?, name));
        let mut times = Times { list: Vec::new(), format };
        let mut events = Vec::new();
        if let Some(log) = spec.log.as_ref().filter(|log| log.file == number) {
            let activity = Err(named(&log.activity)?);
            events.push(WantedEvent { activity, time: times.place(records, &log.time, true)? });
        }
        for (step, activity) in spec.steps.iter().zip(0..) {
            if let Some((_, column)) = step.time.as_ref().filter(|(file, _)| *file == number) {
                events
                    .push(WantedEvent { activity: Ok(activity), time: times.place(records, column, true)? });
            }
        }
        let mut fields = Vec::new();
        for (field, spec) in spec.fields.iter().enumerate() {
            let FieldSource::Column { file, column: name, take } = &spec.source else { continue };
            if *file != number {
                continue;
            }
            let time = if spec.kind == FieldKind::Time { times.place(records, name, false)? } else { 0 };
            let (column, kind, take) = (records.column(name)?, spec.kind, *take);
            fields.push(WantedField { number: field, column, name: name.clone(), kind, take, time });
        }
        let score = match spec.score.as_ref().filter(|score| score.file == number) {
            Some(score) => Some(WantedScore {
                column: records.column(&score.value)?,
                name: score.value.clone(),
                time: score.time.as_ref().map(|name| times.place(records, name, false)).transpose()?,
                scale: score.scale,
            }),
            None => None,
        };
        let suspects = file
            .suspect
            .iter()
            .map(|(name, values)| Ok((records.column(name)?, name.as_str(), values.as_slice())));
        Ok(Self {
            id: named(id)?,
            order_by: file.order_by.as_deref().map(named).transpose()?,
            suspects: suspects.collect::<Result<_, ReadError>>()?,
            times: times.list,
            fields,
            events,
            score,
        })
    }
}

struct Times<'a> {
    list: Vec<WantedTime<'a>>,
    format: &'a TimeFormat,
}

impl Times<'_> {
    /// The place of a column of times in the list.
    fn place<R: Read>(&mut self, records: &Records<R>, name: &str, needed: bool) -> Result<usize, ReadError> {
        let column = records.column(name)?;
        if let Some(at) = self.list.iter().position(|time| time.column == column) {
            self.list[at].needed |= needed;
            return Ok(at);
        }
        let times = TimeColumn::new(self.format, name);
        self.list.push(WantedTime { column, times, needed, value: None });
        Ok(self.list.len() - 1)
    }
}

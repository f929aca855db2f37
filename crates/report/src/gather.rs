//! Reading the files of a spec: one pass over each, from rows to cases, events and scores.

mod columns;
mod places;
mod table;
mod wanted;

use eventlog::{EventLog, LogBuilder, NO_RESOURCE, NO_START, Names, Problems};

use crate::cases::{Cases, Column};
use crate::files::{FileError, Files};
use crate::spec::{FieldSource, RowsOf, Spec};
use table::Table;

/// One answer of a customer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Answer {
    pub case: u32,
    pub value: f64,
    /// Microseconds since 1970, where a time was given.
    pub time_us: Option<i64>,
}

/// One event before events are put in order.
#[derive(Debug, Clone, Copy)]
struct Event {
    case: u32,
    activity: u32,
    time_us: i64,
}

/// All that the files hold.
pub(crate) struct Gathered {
    pub cases: Cases,
    pub log: EventLog,
    pub answers: Vec<Answer>,
    /// Problems by path of the file.
    pub problems: Vec<(String, Problems)>,
}

/// Reads every file of a spec, the one with the cases first, look-ups when what they are looked up by is known.
pub(crate) fn gather(spec: &Spec, files: &dyn Files) -> Result<Gathered, FileError> {
    let mut state = State::new(spec);
    for number in reading_order(spec) {
        let file = &spec.files[number];
        let read = Table::open(spec, number, files).and_then(|table| table.read(spec, &mut state));
        let problems = read.map_err(|error| FileError { path: file.path.clone(), error })?;
        state.problems.push((file.path.clone(), problems));
    }
    Ok(state.finish(spec))
}

/// What is known while files are read.
struct State {
    ids: Names,
    activities: Names,
    fields: Vec<Column>,
    events: Vec<Event>,
    answers: Vec<Answer>,
    problems: Vec<(String, Problems)>,
}

impl State {
    fn new(spec: &Spec) -> Self {
        let mut activities = Names::default();
        for step in &spec.steps {
            activities.number(&step.activity);
        }
        let fields = spec.fields.iter().map(|field| columns::empty(field.kind)).collect();
        Self {
            ids: Names::default(),
            activities,
            fields,
            events: Vec::new(),
            answers: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn finish(mut self, spec: &Spec) -> Gathered {
        let count = self.ids.len();
        for column in &mut self.fields {
            columns::grow(column, count);
        }
        let mut cases = Cases { count, fields: self.fields };
        for (number, field) in spec.fields.iter().enumerate() {
            if let FieldSource::Between { from, to } = field.source {
                cases.fields[number] = days_between(&cases, from, to);
            }
        }
        let mut log = LogBuilder::with_cases(self.ids);
        for name in self.activities.iter() {
            log.activity(name);
        }
        for event in self.events {
            log.push(event.case, event.activity, event.time_us, NO_START, NO_RESOURCE);
        }
        Gathered { cases, log: log.finish(), answers: self.answers, problems: self.problems }
    }
}

fn days_between(cases: &Cases, from: usize, to: usize) -> Column {
    let days = |case| Some((cases.time_us(to, case)? - cases.time_us(from, case)?) as f64 / 86_400e6);
    Column::Number((0..cases.count).map(|case| days(case).unwrap_or(f64::NAN)).collect())
}

fn reading_order(spec: &Spec) -> Vec<usize> {
    let mut order = vec![spec.cases];
    while order.len() < spec.files.len() {
        let before = order.len();
        for (number, file) in spec.files.iter().enumerate() {
            let ready = match &file.rows {
                RowsOf::Case(_) => true,
                RowsOf::LookUp { via, .. } => match spec.fields[*via].source {
                    FieldSource::Column { file, .. } => order.contains(&file),
                    FieldSource::Between { .. } => true,
                },
            };
            if ready && !order.contains(&number) {
                order.push(number);
            }
        }
        // A spec has no circles, so each round finds a file.
        debug_assert!(order.len() > before);
    }
    order
}

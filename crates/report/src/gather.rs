//! Reading the files of a spec: one pass over each, from rows to cases, events and scores.

mod columns;
mod places;
mod table;
mod wanted;

use eventlog::{EventLog, LogBuilder, NO_RESOURCE, NO_START, Names, ProblemKind, Problems};

use crate::cases::{Cases, Column};
use crate::files::{FileError, Files};
use crate::spec::{FieldSource, RowsOf, Spec, Take};
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
            match (&field.source, &mut cases.fields[number]) {
                // Rows that are not there are none.
                (FieldSource::Column { take: Take::Count, .. }, Column::Number(counts)) => {
                    counts.iter_mut().filter(|count| count.is_nan()).for_each(|count| *count = 0.0);
                }
                (FieldSource::Between { from, to }, _) => {
                    let days = between_us(&cases, *from, *to)
                        .map(|us| us.map_or(f64::NAN, |us| us as f64 / 86_400e6));
                    cases.fields[number] = Column::Number(days.collect());
                    self.problems.extend(backwards(&cases, *from, *to, &field.id, spec));
                }
                _ => {}
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

/// Microseconds from one field of times to another, case by case; nothing where one is not known, or where the end lies
/// before the start.
pub(crate) fn between_us(cases: &Cases, from: usize, to: usize) -> impl Iterator<Item = Option<i64>> {
    (0..cases.count).map(move |case| {
        let us = cases.time_us(to, case)? - cases.time_us(from, case)?;
        (us >= 0).then_some(us)
    })
}

/// The problem of ends that lie before their starts, if there are any, with the file that the end comes from.
pub(crate) fn backwards(
    cases: &Cases,
    from: usize,
    to: usize,
    name: &str,
    spec: &Spec,
) -> Option<(String, Problems)> {
    let mut problems = Problems::default();
    for case in 0..cases.count {
        if let (Some(start), Some(end)) = (cases.time_us(from, case), cases.time_us(to, case))
            && end < start
        {
            problems.note(ProblemKind::EndBeforeStart, name, 0, b"");
        }
    }
    let file = match spec.fields[to].source {
        FieldSource::Column { file, .. } => file,
        FieldSource::Between { .. } => spec.cases,
    };
    (!problems.is_empty()).then(|| (spec.files[file].path.clone(), problems))
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

//! Columns that grow while rows are read, and what is taken of several rows.

use eventlog::Names;

use crate::cases::{Column, NO_TEXT, NO_TIME};
use crate::spec::{FieldKind, Take};

/// A value of one row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value {
    Text(u32),
    Number(f64),
    Time(i64),
    YesNo(bool),
    Unknown,
}

/// A column without cases.
pub(super) fn empty(kind: FieldKind) -> Column {
    match kind {
        FieldKind::Text => Column::Text { names: Names::default(), values: Vec::new() },
        FieldKind::Number => Column::Number(Vec::new()),
        FieldKind::Time => Column::Time(Vec::new()),
        FieldKind::YesNo => Column::YesNo(Vec::new()),
    }
}

/// Makes room for so many cases.
pub(super) fn grow(column: &mut Column, count: usize) {
    match column {
        Column::Text { values, .. } => values.resize(count, NO_TEXT),
        Column::Number(values) => values.resize(count, f64::NAN),
        Column::Time(values) => values.resize(count, NO_TIME),
        Column::YesNo(values) => values.resize(count, None),
    }
}

/// Puts the value of a row into its place; `latest` says whether no later row of the place was seen yet.
pub(super) fn put(column: &mut Column, place: usize, value: Value, take: Take, latest: bool) {
    match column {
        Column::Text { values, .. } => {
            let text = if let Value::Text(text) = value { text } else { NO_TEXT };
            put_one(&mut values[place], text, |text| text == NO_TEXT, take, latest);
        }
        Column::YesNo(values) => {
            let answer = if let Value::YesNo(answer) = value { Some(answer) } else { None };
            put_one(&mut values[place], answer, |answer| answer.is_none(), take, latest);
        }
        Column::Time(values) => {
            let time = if let Value::Time(time) = value { time } else { NO_TIME };
            let old = &mut values[place];
            match take {
                Take::Least if *old == NO_TIME => *old = time,
                Take::Least if time != NO_TIME => *old = time.min(*old),
                Take::Least => {}
                // What is not known is the least of all numbers.
                Take::Greatest => *old = time.max(*old),
                _ => put_one(old, time, |time| time == NO_TIME, take, latest),
            }
        }
        Column::Number(values) => {
            let number = if let Value::Number(number) = value { number } else { f64::NAN };
            let old = &mut values[place];
            match take {
                Take::Sum if number.is_nan() => {}
                Take::Sum => *old = number + if old.is_nan() { 0.0 } else { *old },
                Take::Count => {
                    let before = if old.is_nan() { 0.0 } else { *old };
                    *old = before + f64::from(u8::from(value != Value::Unknown));
                }
                // Of a number and NaN, both `min` and `max` are the number.
                Take::Least => *old = old.min(number),
                Take::Greatest => *old = old.max(number),
                _ => put_one(old, number, f64::is_nan, take, latest),
            }
        }
    }
}

fn put_one<T: Copy>(old: &mut T, new: T, unknown: impl Fn(T) -> bool, take: Take, latest: bool) {
    let replaces = if take == Take::First { unknown(*old) } else { latest };
    if replaces {
        *old = new;
    }
}

/// The values of the places that cases point to: a looked-up column as one of the cases.
pub(super) fn spread(column: Column, place_of_case: &[Option<u32>]) -> Column {
    fn pick<T: Copy>(values: &[T], places: &[Option<u32>], unknown: T) -> Vec<T> {
        places.iter().map(|place| place.map_or(unknown, |place| values[place as usize])).collect()
    }
    match column {
        Column::Text { names, values } => {
            Column::Text { names, values: pick(&values, place_of_case, NO_TEXT) }
        }
        Column::Number(values) => Column::Number(pick(&values, place_of_case, f64::NAN)),
        Column::Time(values) => Column::Time(pick(&values, place_of_case, NO_TIME)),
        Column::YesNo(values) => Column::YesNo(pick(&values, place_of_case, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(take: Take, rows: &[Option<f64>]) -> f64 {
        let mut column = Column::Number(vec![f64::NAN]);
        for row in rows {
            put(&mut column, 0, row.map_or(Value::Unknown, Value::Number), take, true);
        }
        match column {
            Column::Number(values) => values[0],
            _ => f64::NAN,
        }
    }

    #[test]
    fn of_several_rows_the_right_one_is_taken() {
        let rows = [None, Some(3.0), Some(1.0), Some(2.0)];
        let takes = [Take::First, Take::Last, Take::Sum, Take::Least, Take::Greatest, Take::Count];
        assert_eq!(takes.map(|take| taken(take, &rows)), [3.0, 2.0, 6.0, 1.0, 3.0, 3.0]);
        assert!(taken(Take::Last, &[Some(1.0), None]).is_nan(), "the last row says that nothing is known");
        assert!(taken(Take::Sum, &[None]).is_nan());
    }

    #[test]
    fn a_row_that_is_not_the_latest_changes_nothing() {
        let mut column = Column::Time(vec![NO_TIME]);
        put(&mut column, 0, Value::Time(5), Take::Last, true);
        put(&mut column, 0, Value::Time(4), Take::Last, false);
        assert!(matches!(&column, Column::Time(values) if values == &[5]));
        put(&mut column, 0, Value::Time(3), Take::Least, false);
        put(&mut column, 0, Value::Unknown, Take::Greatest, false);
        assert!(matches!(column, Column::Time(values) if values == [3]));
    }
}

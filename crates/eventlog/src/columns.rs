//! The log itself: columns of small numbers, grouped by case.

use crate::Names;

/// In place of a resource: none is known.
pub const NO_RESOURCE: u32 = u32::MAX;

/// In place of a start: only the end of the activity is known.
pub const NO_START: i64 = i64::MIN;

/// Events grouped by case (in the order in which cases first appeared) and, within a case, ordered by time; events
/// at the same instant keep the order in which they were pushed.
#[derive(Debug, Clone, Default)]
pub struct EventLog {
    cases: Names,
    activities: Names,
    resources: Names,
    /// Where the events of each case start; one more at the end.
    starts: Vec<u32>,
    activity: Vec<u32>,
    time_us: Vec<i64>,
    start_us: Vec<i64>,
    resource: Vec<u32>,
}

/// The events of one case, each column as long as the others.
#[derive(Debug, Clone, Copy)]
pub struct CaseEvents<'a> {
    /// Numbers of activities, see [`EventLog::activities`].
    pub activity: &'a [u32],
    /// When they were done, in microseconds since 1970.
    pub time_us: &'a [i64],
    /// When they were begun, or [`NO_START`]; empty where the log has no starts.
    pub start_us: &'a [i64],
    /// By whom, see [`EventLog::resources`], or [`NO_RESOURCE`]; empty where the log has none.
    pub resource: &'a [u32],
}

impl EventLog {
    /// How many cases there are.
    #[must_use]
    pub fn case_count(&self) -> usize {
        self.cases.len()
    }

    /// How many events there are.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.activity.len()
    }

    /// Ids of the cases by number.
    #[must_use]
    pub fn cases(&self) -> &Names {
        &self.cases
    }

    /// Names of the activities by number.
    #[must_use]
    pub fn activities(&self) -> &Names {
        &self.activities
    }

    /// Names of the resources by number.
    #[must_use]
    pub fn resources(&self) -> &Names {
        &self.resources
    }

    /// The events of a case by its number.
    ///
    /// # Panics
    /// If there is no such case.
    #[must_use]
    pub fn case(&self, number: usize) -> CaseEvents<'_> {
        let range = self.starts[number] as usize..self.starts[number + 1] as usize;
        CaseEvents {
            activity: &self.activity[range.clone()],
            time_us: &self.time_us[range.clone()],
            start_us: self.start_us.get(range.clone()).unwrap_or_default(),
            resource: self.resource.get(range).unwrap_or_default(),
        }
    }

    /// All cases by number.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = CaseEvents<'_>> {
        (0..self.case_count()).map(|number| self.case(number))
    }

    /// Activity numbers of all events, case after case.
    #[must_use]
    pub fn activity_column(&self) -> &[u32] {
        &self.activity
    }

    /// Times of all events, case after case, in microseconds since 1970.
    #[must_use]
    pub fn time_column(&self) -> &[i64] {
        &self.time_us
    }

    /// Time of the first and the last event, in microseconds since 1970.
    #[must_use]
    pub fn period_us(&self) -> Option<(i64, i64)> {
        Some((*self.time_us.iter().min()?, *self.time_us.iter().max()?))
    }
}

/// Takes events in any order and makes a log of them.
///
/// ```
/// let mut builder = eventlog::LogBuilder::default();
/// let (case, order, pay) = (builder.case("4711"), builder.activity("Order"), builder.activity("Pay"));
/// builder.push(case, pay, 2_000_000, eventlog::NO_START, eventlog::NO_RESOURCE);
/// builder.push(case, order, 1_000_000, eventlog::NO_START, eventlog::NO_RESOURCE);
/// assert_eq!(builder.finish().case(0).activity, [order, pay]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct LogBuilder {
    pub(crate) cases: Names,
    pub(crate) activities: Names,
    pub(crate) resources: Names,
    case: Vec<u32>,
    activity: Vec<u32>,
    time_us: Vec<i64>,
    start_us: Vec<i64>,
    resource: Vec<u32>,
}

impl LogBuilder {
    /// A log whose cases are already known, some perhaps without any event; their numbers are those of `cases`.
    #[must_use]
    pub fn with_cases(cases: Names) -> Self {
        Self { cases, ..Self::default() }
    }

    /// The number of a case.
    pub fn case(&mut self, id: &str) -> u32 {
        self.cases.number(id)
    }

    /// The number of an activity.
    pub fn activity(&mut self, name: &str) -> u32 {
        self.activities.number(name)
    }

    /// The number of a resource.
    pub fn resource(&mut self, name: &str) -> u32 {
        self.resources.number(name)
    }

    /// How many events were pushed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.activity.len()
    }

    /// Whether no event was pushed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.activity.is_empty()
    }

    /// Adds an event: numbers from this builder, times in microseconds since 1970, [`NO_START`](crate::NO_START) and
    /// [`NO_RESOURCE`](crate::NO_RESOURCE) where they are not known.
    pub fn push(&mut self, case: u32, activity: u32, time_us: i64, start_us: i64, resource: u32) {
        // Columns that nothing was said in yet cost nothing.
        if start_us != NO_START || !self.start_us.is_empty() {
            self.start_us.resize(self.activity.len(), NO_START);
            self.start_us.push(start_us);
        }
        if resource != NO_RESOURCE || !self.resource.is_empty() {
            self.resource.resize(self.activity.len(), NO_RESOURCE);
            self.resource.push(resource);
        }
        self.case.push(case);
        self.activity.push(activity);
        self.time_us.push(time_us);
    }

    /// Groups the events by case and orders them.
    ///
    /// A counting sort by case, column after column, then a look at each case: cost grows with the number of events,
    /// and only cases that came out of order are sorted.
    #[must_use]
    pub fn finish(self) -> EventLog {
        let Self { cases, activities, resources, case, activity, time_us, start_us, resource } = self;
        let starts = starts_of_cases(&case, cases.len());
        let mut log = EventLog {
            activity: grouped(activity, &case, &starts),
            time_us: grouped(time_us, &case, &starts),
            start_us: grouped(start_us, &case, &starts),
            resource: grouped(resource, &case, &starts),
            cases,
            activities,
            resources,
            starts,
        };
        log.order_within_cases();
        log
    }
}

impl EventLog {
    fn order_within_cases(&mut self) {
        let mut order: Vec<u32> = Vec::new();
        for number in 0..self.case_count() {
            let range = self.starts[number] as usize..self.starts[number + 1] as usize;
            let times = &self.time_us[range.clone()];
            if times.is_sorted() {
                continue;
            }
            order.clear();
            order.extend(0..times.len() as u32);
            order.sort_by_key(|&i| times[i as usize]);
            reorder(&mut self.activity[range.clone()], &order);
            reorder(&mut self.time_us[range.clone()], &order);
            if let Some(column) = self.start_us.get_mut(range.clone()) {
                reorder(column, &order);
            }
            if let Some(column) = self.resource.get_mut(range) {
                reorder(column, &order);
            }
        }
    }
}

fn starts_of_cases(case: &[u32], cases: usize) -> Vec<u32> {
    let mut starts = vec![0_u32; cases + 1];
    for &number in case {
        starts[number as usize + 1] += 1;
    }
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    starts
}

fn grouped<T: Copy + Default>(column: Vec<T>, case: &[u32], starts: &[u32]) -> Vec<T> {
    if column.is_empty() || case.is_sorted() {
        return column;
    }
    let mut next = starts.to_vec();
    let mut out = vec![T::default(); column.len()];
    for (&value, &number) in column.iter().zip(case) {
        let at = &mut next[number as usize];
        out[*at as usize] = value;
        *at += 1;
    }
    out
}

fn reorder<T: Copy>(column: &mut [T], order: &[u32]) {
    let old = column.to_vec();
    for (slot, &from) in column.iter_mut().zip(order) {
        *slot = old[from as usize];
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Against the simple way: sort everything by case and time, keeping the order of equals.
        #[test]
        fn events_come_out_grouped_and_ordered(
            events in proptest::collection::vec((0_u32..6, 0_u32..4, 0_i64..8, 0_u32..3), 0..60)
        ) {
            let mut builder = LogBuilder::default();
            let mut first_seen = Vec::new();
            for (i, &(case, activity, time, resource)) in events.iter().enumerate() {
                let case_number = builder.case(&format!("c{case}"));
                if case_number as usize == first_seen.len() {
                    first_seen.push(case);
                }
                let activity = builder.activity(&format!("a{activity}"));
                let (start, resource) = match resource {
                    0 => (NO_START, NO_RESOURCE),
                    // The resource is the event's number, so that a mix-up of columns shows.
                    _ => (time - 1, builder.resource(&format!("r{i}"))),
                };
                builder.push(case_number, activity, time, start, resource);
            }
            let log = builder.finish();
            prop_assert_eq!(log.case_count(), first_seen.len());
            prop_assert_eq!(log.event_count(), events.len());
            for (number, &case) in first_seen.iter().enumerate() {
                let mut expected: Vec<_> = events.iter().enumerate().filter(|(_, e)| e.0 == case).collect();
                expected.sort_by_key(|(_, e)| e.2);
                let found = log.case(number);
                prop_assert_eq!(found.activity.len(), expected.len());
                for (i, (at, e)) in expected.into_iter().enumerate() {
                    prop_assert_eq!(log.activities().get(found.activity[i]), format!("a{}", e.1));
                    prop_assert_eq!(found.time_us[i], e.2);
                    let resource = found.resource.get(i).copied().unwrap_or(NO_RESOURCE);
                    let start = found.start_us.get(i).copied().unwrap_or(NO_START);
                    if e.3 == 0 {
                        prop_assert_eq!((start, resource), (NO_START, NO_RESOURCE));
                    } else {
                        prop_assert_eq!(start, e.2 - 1);
                        prop_assert_eq!(log.resources().get(resource), format!("r{at}"));
                    }
                }
            }
        }
    }

    #[test]
    fn a_column_that_begins_late_is_filled_and_one_that_ends_early_too() {
        let mut builder = LogBuilder::default();
        let (case, activity, ann) = (builder.case("1"), builder.activity("a"), builder.resource("Ann"));
        builder.push(case, activity, 1, NO_START, NO_RESOURCE);
        builder.push(case, activity, 2, 1, ann);
        builder.push(case, activity, 3, NO_START, NO_RESOURCE);
        let log = builder.finish();
        assert_eq!(log.case(0).resource, [NO_RESOURCE, ann, NO_RESOURCE]);
        assert_eq!(log.case(0).start_us, [NO_START, 1, NO_START]);
    }

    #[test]
    fn an_empty_log_is_a_log() {
        let log = LogBuilder::default().finish();
        assert_eq!((log.case_count(), log.event_count(), log.period_us()), (0, 0, None));
    }
}

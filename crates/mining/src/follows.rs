//! The directly-follows graph: which activity comes next, how often, and after how long.

use std::hash::BuildHasher;

use eventlog::EventLog;
use foldhash::fast::FixedState;
use hashbrown::HashTable;

use crate::Durations;
use crate::durations::seconds;

/// The directly-follows graph of a log, with times.
#[derive(Debug, Clone)]
pub struct DirectlyFollows {
    /// One for each pair of activities of which one directly followed the other, most frequent first.
    pub arcs: Vec<Arc>,
    /// By activity number: cases that start with it.
    pub starts: Vec<u64>,
    /// By activity number: cases that end with it.
    pub ends: Vec<u64>,
    /// By activity number: time since the event before in the same case, over all events that have one.
    pub waits: Vec<Option<Durations>>,
}

/// One arc of the graph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arc {
    /// Activity number.
    pub from: u32,
    /// Number of the activity that comes directly after it.
    pub to: u32,
    /// How often.
    pub count: u64,
    /// Time between the two.
    pub times: Durations,
}

/// The directly-follows graph of a log. Ties between arcs are broken by activity numbers.
///
/// Two passes: the first counts each arc, the second puts every duration into the place that the counts made for it.
/// Arcs into one activity lie side by side, so that its waits are one slice. Memory: 8 bytes an event.
#[must_use]
pub fn directly_follows(log: &EventLog) -> DirectlyFollows {
    let activities = log.activities().len();
    let (mut starts, mut ends) = (vec![0; activities], vec![0; activities]);
    let mut counts = ArcTable::new(activities);
    for case in log.iter() {
        if let [first, .., last] | [first @ last] = case.activity {
            starts[*first as usize] += 1;
            ends[*last as usize] += 1;
        }
        for pair in case.activity.windows(2) {
            *counts.get(pair[0], pair[1]) += 1;
        }
    }

    let mut arcs = counts.list();
    arcs.sort_unstable_by_key(|&(from, to, _)| (to, from));
    let mut durations = vec![0.0; arcs.iter().map(|arc| arc.2 as usize).sum()];
    let mut places = counts;
    let mut place = 0;
    for &(from, to, count) in &arcs {
        *places.get(from, to) = place;
        place += count;
    }
    for case in log.iter() {
        for (pair, times) in case.activity.windows(2).zip(case.time_us.windows(2)) {
            let place = places.get(pair[0], pair[1]);
            durations[*place as usize] = seconds(times[1] - times[0]);
            *place += 1;
        }
    }

    let mut graph =
        DirectlyFollows { arcs: Vec::with_capacity(arcs.len()), starts, ends, waits: vec![None; activities] };
    let mut rest = durations.as_mut_slice();
    for into in arcs.chunk_by(|a, b| a.1 == b.1) {
        let (waits, after) = rest.split_at_mut(into.iter().map(|arc| arc.2 as usize).sum());
        rest = after;
        let mut of_arcs = &mut *waits;
        for &(from, to, count) in into {
            let (of_arc, after) = of_arcs.split_at_mut(count as usize);
            of_arcs = after;
            graph.arcs.extend(Durations::of(of_arc).map(|times| Arc {
                from,
                to,
                count: u64::from(count),
                times,
            }));
        }
        graph.waits[into[0].1 as usize] = Durations::of(waits);
    }
    graph.arcs.sort_by_key(|arc| (std::cmp::Reverse(arc.count), arc.from, arc.to));
    graph
}

/// Up to how many cells a table of all pairs is kept: 4 MiB.
const DENSE_CELLS: usize = 1 << 20;

/// A number for each pair of activities: a square table where there are few, a hash table where there are many.
enum ArcTable {
    Dense { activities: usize, cells: Vec<u32> },
    Sparse { table: HashTable<(u32, u32, u32)>, hasher: FixedState },
}

impl ArcTable {
    fn new(activities: usize) -> Self {
        match activities.checked_mul(activities) {
            Some(cells) if cells <= DENSE_CELLS => Self::Dense { activities, cells: vec![0; cells] },
            _ => Self::Sparse { table: HashTable::new(), hasher: FixedState::default() },
        }
    }

    fn get(&mut self, from: u32, to: u32) -> &mut u32 {
        match self {
            Self::Dense { activities, cells } => &mut cells[from as usize * *activities + to as usize],
            Self::Sparse { table, hasher } => {
                let hash = hasher.hash_one((from, to));
                let entry = table.entry(
                    hash,
                    |cell| (cell.0, cell.1) == (from, to),
                    |cell| hasher.hash_one((cell.0, cell.1)),
                );
                &mut entry.or_insert((from, to, 0)).into_mut().2
            }
        }
    }

    /// Pairs with a number above zero.
    fn list(&self) -> Vec<(u32, u32, u32)> {
        match self {
            Self::Dense { activities, cells } => cells
                .iter()
                .enumerate()
                .filter(|&(_, &count)| count > 0)
                .map(|(i, &count)| ((i / activities) as u32, (i % activities) as u32, count))
                .collect(),
            Self::Sparse { table, .. } => table.iter().copied().collect(),
        }
    }
}

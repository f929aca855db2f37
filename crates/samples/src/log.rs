//! Event logs of any size, as a customer-service desk would export them.
//!
//! Requests come in, are looked into, answered and closed, with questions back, escalations, reminders and reopened
//! cases. Cases run beside each other and rows are sorted by time, as in a real export; the log ends in the middle of
//! the work. Rows hold about 53 bytes, so a million events are 53 MB.

mod process;

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::io::{self, Write};

use jiff::civil::date;
use rand::{Rng, RngExt, SeedableRng};
use rand_distr::{Distribution, Exp1};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::stamp::{DAY_S, Stamp, seconds_of};
pub use process::ACTIVITIES;
use process::{FIRST, after, by_whom};

/// Most events of a log: at the fullest rate they reach past the year 5000.
pub const MOST_EVENTS: u64 = 10_000_000_000;

/// Fullest rate of new cases. A long log takes longer rather than running more cases at once, which keeps memory at
/// some thousand open cases.
const MOST_CASES_A_DAY: f64 = 1_000.0;
/// A short log is thinned to last so long, so that its cases have time to end.
const SHORTEST_DAYS: f64 = 90.0;
const EVENTS_A_CASE: f64 = 7.0;
const BUFFER_BYTES: usize = 1 << 16;

/// Writes `case_id,activity,timestamp,resource` and `events` rows as CSV. Memory does not grow with `events`.
///
/// # Errors
/// Those of `out`, and invalid input beyond [`MOST_EVENTS`].
pub fn write(events: u64, seed: u64, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
    if events > MOST_EVENTS {
        let message = format!("{events} events: the limit of a log is {MOST_EVENTS}");
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut desk = Desk::opened(events, &mut rng);
    let mut rows = Rows::with_header();
    for _ in 0..events {
        let event = desk.next(&mut rng);
        rows.push(&event, &mut rng);
        if rows.buffer.len() > BUFFER_BYTES {
            out.write_all(&rows.buffer)?;
            rows.buffer.clear();
        }
    }
    out.write_all(&rows.buffer)?;
    out.flush()
}

/// What is due, in the order in which the heap gives it: by time, then by case.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
struct Event {
    at_s: i64,
    case: u64,
    activity: usize,
}

/// The open cases, each by its next event, and the case that comes in next.
struct Desk {
    due: BinaryHeap<Reverse<Event>>,
    arrival: Event,
    between_arrivals_s: f64,
}

impl Desk {
    fn opened(events: u64, rng: &mut impl Rng) -> Self {
        let cases_a_day = (events as f64 / EVENTS_A_CASE / SHORTEST_DAYS).clamp(1.0, MOST_CASES_A_DAY);
        let between_arrivals_s = DAY_S as f64 / cases_a_day;
        let at_s = seconds_of(date(2024, 1, 1)) + wait_s(between_arrivals_s, rng);
        Self { due: BinaryHeap::new(), arrival: Event { at_s, case: 1, activity: FIRST }, between_arrivals_s }
    }

    fn next(&mut self, rng: &mut impl Rng) -> Event {
        let event = match self.due.peek_mut() {
            Some(mut due) if due.0 < self.arrival => {
                let event = due.0;
                match following(event, rng) {
                    // In place: the heap is set right once, where taking out and putting in would do so twice.
                    Some(following) => due.0 = following,
                    None => drop(PeekMut::pop(due)),
                }
                return event;
            }
            _ => self.arrival,
        };
        self.due.extend(following(event, rng).map(Reverse));
        self.arrival.case += 1;
        self.arrival.at_s += wait_s(self.between_arrivals_s, rng);
        event
    }
}

fn following(event: Event, rng: &mut impl Rng) -> Option<Event> {
    let (activity, mean_wait_s) = after(event.activity, rng)?;
    Some(Event { at_s: event.at_s + wait_s(mean_wait_s, rng), activity, ..event })
}

/// A waiting time, exponential and at least a second.
fn wait_s(mean_s: f64, rng: &mut impl Rng) -> i64 {
    let unit: f64 = Exp1.sample(rng);
    1 + (unit * mean_s) as i64
}

/// Rows as text, gathered in a buffer: formatting is most of the work of a large log.
struct Rows {
    buffer: Vec<u8>,
    stamp: Stamp,
}

impl Rows {
    fn with_header() -> Self {
        let mut buffer = Vec::with_capacity(BUFFER_BYTES + 256);
        buffer.extend_from_slice(b"case_id,activity,timestamp,resource\n");
        Self { buffer, stamp: Stamp::default() }
    }

    fn push(&mut self, event: &Event, rng: &mut impl Rng) {
        self.buffer.push(b'C');
        self.push_number(event.case);
        self.buffer.push(b',');
        self.buffer.extend_from_slice(ACTIVITIES[event.activity].as_bytes());
        self.buffer.push(b',');
        self.buffer.extend_from_slice(self.stamp.of(event.at_s));
        self.buffer.push(b',');
        self.buffer.extend_from_slice(by_whom(event.activity, rng.random()).as_bytes());
        self.buffer.push(b'\n');
    }

    fn push_number(&mut self, mut number: u64) {
        let mut digits = [0; 20];
        let mut from = digits.len();
        loop {
            from -= 1;
            digits[from] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                break;
            }
        }
        self.buffer.extend_from_slice(&digits[from..]);
    }
}

//! Made-up histories: every answer equals that of a count minute by minute.
//!
//! `CALENDAR_HISTORIES=1000000 cargo test --release -p calendar --test histories` runs a million of them instead of
//! 3,000. The same number gives the same history, and a failure names its number.

mod make;
mod oracle;

use calendar::{BusinessHours, Policy, PromiseClock, State};
use jiff::{SignedDuration, Timestamp};
use make::History;
use oracle::{Counter, MINUTE, Minutes};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

const HISTORIES: u64 = 3_000;

#[test]
fn histories_equal_a_count_minute_by_minute() {
    let histories =
        std::env::var("CALENDAR_HISTORIES").ok().map_or(HISTORIES, |n| n.parse().expect("a number"));
    let next = AtomicU64::new(0);
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let seen: Vec<Seen> = std::thread::scope(|scope| {
        let work = || {
            let mut seen = Seen::default();
            loop {
                let seed = next.fetch_add(1, Ordering::Relaxed);
                if seed >= histories {
                    return seen;
                }
                check(seed, &mut seen);
            }
        };
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().expect("its history is named above")).collect()
    });
    let seen = seen.into_iter().fold(Seen::default(), Seen::and);
    println!("{histories} histories, {seen:?}");
    // What is never made up is never checked.
    if histories >= HISTORIES {
        assert!(seen.zones.len() == make::ZONES.len() && seen.states.len() == 7, "{seen:?}");
        assert!(seen.clock_changed > histories / 3 && seen.refused > histories / 4, "{seen:?}");
    }
}

/// What the histories held.
#[derive(Debug, Default)]
struct Seen {
    answers: u64,
    clock_changed: u64,
    refused: u64,
    zones: BTreeMap<&'static str, u64>,
    states: BTreeMap<String, u64>,
}

impl Seen {
    fn and(mut self, other: Self) -> Self {
        self.answers += other.answers;
        self.clock_changed += other.clock_changed;
        self.refused += other.refused;
        other.zones.into_iter().for_each(|(zone, n)| *self.zones.entry(zone).or_default() += n);
        other.states.into_iter().for_each(|(state, n)| *self.states.entry(state).or_default() += n);
        self
    }
}

fn check(seed: u64, seen: &mut Seen) {
    let history = make::history(seed);
    let minutes =
        Minutes::look(history.zone, &history.week, &history.holidays, history.start, history.minutes);
    let hours = BusinessHours::new(history.zone, history.week.clone(), history.holidays.clone())
        .unwrap_or_else(|error| panic!("history {seed}: {error}"));
    *seen.zones.entry(history.zone).or_default() += 1;
    let zone = jiff::tz::TimeZone::get(history.zone).expect("a zone of the database");
    let end = minutes.instant(minutes.len());
    seen.clock_changed +=
        u64::from(zone.following(history.start).next().is_some_and(|c| c.timestamp() < end));
    check_hours(seed, &history, &hours, &minutes, seen);
    check_clock(seed, &history, hours, &minutes, seen);
}

fn check_hours(seed: u64, history: &History, hours: &BusinessHours, minutes: &Minutes, seen: &mut Seen) {
    let last = minutes.len();
    for (i, &from) in history.asked.iter().enumerate() {
        let at = minutes.instant(from);
        let case = || format!("history {seed}, minute {from} at {at}: {history:?}");
        assert_eq!(hours.is_open(at), minutes.is_open(from), "open, {}", case());
        same_or_later(hours.next_opening(at), minutes.next_opening(from), minutes, || {
            format!("opens, {}", case())
        });
        // Any number, and one that ends where the office closes.
        for need in [37 * i * i, minutes.open_between(from, last)] {
            let reached = hours.add_open_time(at, MINUTE * need as i32);
            same_or_later(reached, minutes.after(from, need), minutes, || {
                format!("{need} minutes on, {}", case())
            });
        }
        for &to in &history.asked[i..] {
            let open = hours.open_time_between(at, minutes.instant(to));
            assert_eq!(open, MINUTE * minutes.open_between(from, to) as i32, "open until {to}, {}", case());
            assert_eq!(hours.open_time_between(minutes.instant(to), at), -open, "back from {to}, {}", case());
            seen.answers += 2;
        }
        seen.answers += 4;
    }
    let (first, last) = (history.asked[0], last - 1);
    let runs = hours.spans_between(minutes.instant(first), minutes.instant(last));
    let runs: Vec<_> = runs.map(|open| (open.start, open.end)).collect();
    let instants = |(start, end)| (minutes.instant(start), minutes.instant(end));
    let expected: Vec<_> = minutes.runs(first, last).into_iter().map(instants).collect();
    assert_eq!(runs, expected, "spans, history {seed}: {history:?}");
    seen.answers += 1;
}

fn check_clock(seed: u64, history: &History, hours: BusinessHours, minutes: &Minutes, seen: &mut Seen) {
    let target = MINUTE * history.target as i32;
    let policy =
        Policy::new(hours, target, history.warning_percent as f64 / 100.0).expect("it can be promised");
    let mut clock = PromiseClock::new(policy);
    // How the counter stood at each minute that is asked about.
    let mut stood: Vec<(usize, Option<Counter>)> = Vec::new();
    let mut counter: Option<Counter> = None;
    let mut events = history.events.iter().peekable();
    for minute in 0..minutes.len() {
        if let Some(counter) = counter.as_mut().filter(|_| minute > 0) {
            counter.pass(minute, minutes.is_open(minute - 1));
        }
        while let Some((at, event)) = events.next_if(|(at, _)| *at == minute) {
            let allowed = match counter.as_mut() {
                Some(counter) => counter.happens(minute, *event),
                None => *event == calendar::ClockEvent::Started,
            };
            if allowed && counter.is_none() {
                counter = Some(Counter::start(minute, history.target, history.warning_percent));
            }
            let recorded = clock.record(minutes.instant(*at), *event);
            assert_eq!(
                recorded.is_ok(),
                allowed,
                "history {seed}, {event:?} at {at}: {recorded:?} {history:?}"
            );
            seen.refused += u64::from(!allowed);
        }
        if history.asked.binary_search(&minute).is_ok() {
            stood.push((minute, counter));
        }
    }
    // All events are recorded: answers about the past must not know of those that came later.
    for (minute, counter) in stood {
        let now = minutes.instant(minute);
        let case = || format!("history {seed}, minute {minute} at {now}: {history:?}");
        let status = clock.status(now);
        *seen.states.entry(format!("{:?}", status.state)).or_default() += 1;
        seen.answers += 5;
        let Some(counter) = counter else {
            assert_eq!(status.state, State::NotStarted, "{}", case());
            assert_eq!((clock.due_at(now), clock.warns_at(now)), (None, None), "{}", case());
            assert_eq!(
                (clock.elapsed(now), clock.remaining(now)),
                (SignedDuration::ZERO, target),
                "{}",
                case()
            );
            continue;
        };
        assert_eq!(status, counter.status(minute, minutes), "{}", case());
        assert_eq!(clock.elapsed(now), MINUTE * counter.elapsed as i32, "elapsed, {}", case());
        let left = MINUTE * (counter.target as i32 - counter.elapsed as i32);
        assert_eq!(clock.remaining(now), left, "remaining, {}", case());
        let (due, warns) = counter.ahead(minute, minutes);
        same_or_later(clock.due_at(now), due, minutes, || format!("due, {}", case()));
        same_or_later(clock.warns_at(now), warns, minutes, || format!("warns, {}", case()));
    }
}

/// The answer is the minute that was counted; where the count ended without one, it lies beyond, or there is none.
fn same_or_later(
    answer: Option<Timestamp>,
    counted: Option<usize>,
    minutes: &Minutes,
    case: impl Fn() -> String,
) {
    match counted {
        Some(minute) => assert_eq!(answer, Some(minutes.instant(minute)), "{}", case()),
        None => {
            assert!(answer.is_none_or(|at| at >= minutes.instant(minutes.len())), "{answer:?}, {}", case());
        }
    }
}

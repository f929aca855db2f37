//! How long a calendar takes to count working time, near and far, and a clock to say how its promise stands.

use std::hint::black_box;
use std::sync::Arc;

use calendar::{BusinessHours, ClockEvent, Holiday, HolidayDate, Policy, PromiseClock, Week};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::{SignedDuration, Timestamp};

const WORKING_DAY: SignedDuration = SignedDuration::from_hours(8);

/// Working days in Sofia, with twelve holidays a year.
fn sofia() -> BusinessHours {
    let yearly = |(month, day)| Holiday::closed("Holiday", HolidayDate::Yearly { month, day });
    let days = [
        (1, 1),
        (3, 3),
        (5, 1),
        (5, 6),
        (5, 24),
        (9, 6),
        (9, 22),
        (11, 1),
        (12, 24),
        (12, 25),
        (12, 26),
        (12, 31),
    ];
    let week = Week::working_days(&"09:00-12:30, 13:30-18:00".parse().expect("hours"));
    BusinessHours::new("Europe/Sofia", week, days.map(yearly).to_vec()).expect("a calendar")
}

fn start() -> Timestamp {
    "2026-03-02T10:17:00+02:00".parse().expect("an instant")
}

fn hours(criterion: &mut Criterion) {
    let (sofia, start) = (sofia(), start());
    let mut group = criterion.benchmark_group("calendar");
    for days in [1, 10, 250, 2_000] {
        group.bench_function(format!("add working days/{days}"), |bench| {
            bench.iter(|| sofia.add_open_time(black_box(start), WORKING_DAY * days));
        });
        let end = sofia.add_open_time(start, WORKING_DAY * days).expect("within ten years");
        group.bench_function(format!("working time over working days/{days}"), |bench| {
            bench.iter(|| sofia.open_time_between(black_box(start), black_box(end)));
        });
    }
    group.bench_function("is it open", |bench| bench.iter(|| sofia.is_open(black_box(start))));
    group.finish();
}

fn clocks(criterion: &mut Criterion) {
    let start = start();
    let policy = Policy::new(Arc::new(sofia()), WORKING_DAY * 5, 0.8).expect("a policy");
    let hour = |n: i32| start + SignedDuration::from_hours(1) * n;
    let mut events = vec![(start, ClockEvent::Started)];
    for n in 0..5 {
        events.push((hour(24 * n + 3), ClockEvent::Paused));
        events.push((hour(24 * n + 20), ClockEvent::Resumed));
    }
    let clock = PromiseClock::replay(policy.clone(), events.iter().copied()).expect("in order");
    let now = hour(6 * 24);
    let mut group = criterion.benchmark_group("calendar");
    group.bench_function("state and due instant of a clock", |bench| {
        bench.iter(|| (clock.status(black_box(now)), clock.due_at(black_box(now))));
    });
    group.bench_function("replay of a clock/11", |bench| {
        bench.iter(|| PromiseClock::replay(policy.clone(), events.iter().copied()));
    });
    group.finish();
}

criterion_group!(benches, hours, clocks);
criterion_main!(benches);

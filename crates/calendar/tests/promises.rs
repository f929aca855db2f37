//! A promise's clock through the life of a case, worked out by hand.

use calendar::{
    BusinessHours, ClockEvent, Error, MAX_CLOCK_EVENTS, MAX_TARGET, Policy, PromiseClock, State, Week,
};
use jiff::{SignedDuration, Timestamp};

/// In the week of Monday, 16 November 2026, in Sofia.
fn at(text: &str) -> Timestamp {
    format!("2026-11-{text}:00+02:00").parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn h(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

/// Eight hours from Monday to Friday, 9 to 17, with a warning after six.
fn policy() -> Policy {
    let week = Week::working_days(&"09:00-17:00".parse().unwrap());
    Policy::new(BusinessHours::new("Europe/Sofia", week, vec![]).unwrap(), h(8), 0.75).unwrap()
}

fn clock(events: &[(&str, ClockEvent)]) -> PromiseClock {
    PromiseClock::replay(policy(), events.iter().map(|(text, event)| (at(text), *event))).unwrap()
}

#[test]
fn a_promise_is_warned_of_then_broken_then_kept_late() {
    let mut clock = clock(&[("16T13:00", ClockEvent::Started)]);
    let stop = at("18T10:00");
    for stopped in [false, true] {
        for (now, state, elapsed) in [
            ("16T12:59", State::NotStarted, 0),
            ("16T13:00", State::Running, 0),
            ("17T10:00", State::Running, 5),
            ("17T11:00", State::Warned, 6),
            ("17T13:00", State::Warned, 8),
            ("17T13:01", State::Broken, 8),
        ] {
            assert_eq!(clock.state(at(now)), state, "{now}");
            assert_eq!(clock.elapsed(at(now)).as_hours(), elapsed, "{now}");
        }
        let now = at("17T10:00");
        assert_eq!((clock.due_at(now), clock.warns_at(now)), (Some(at("17T13:00")), Some(at("17T11:00"))));
        assert_eq!(clock.status(at("18T10:00")).broken_at, Some(at("17T13:00")));
        assert_eq!(clock.state(stop), if stopped { State::KeptLate } else { State::Broken });
        assert_eq!(clock.remaining(stop), h(-5));
        clock.record(stop, ClockEvent::Stopped).unwrap();
    }
    assert_eq!(clock.remaining(at("30T10:00")), h(-5), "a stopped clock stands still");
    assert_eq!(clock.due_at(at("30T10:00")), Some(at("17T13:00")));
}

#[test]
fn the_due_instant_itself_is_in_time_and_the_weekend_after_it_is_not() {
    let started = [("20T09:00", ClockEvent::Started)];
    for (stop, state) in [("20T17:00", State::Kept), ("21T12:00", State::KeptLate)] {
        let clock = clock(&[started[0], (stop, ClockEvent::Stopped)]);
        let status = clock.status(at("22T00:00"));
        assert_eq!((status.state, status.stopped_at), (state, Some(at(stop))));
        assert_eq!(clock.remaining(at("22T00:00")), SignedDuration::ZERO);
    }
}

#[test]
fn a_pause_moves_the_due_instant_and_later_events_do_not_change_the_past() {
    let clock = clock(&[
        ("16T09:00", ClockEvent::Started),
        ("16T11:00", ClockEvent::Paused),
        ("16T12:00", ClockEvent::Paused),
        ("18T09:00", ClockEvent::Resumed),
        ("18T10:00", ClockEvent::Resumed),
    ]);
    assert_eq!(clock.due_at(at("16T10:00")), Some(at("16T17:00")));
    assert_eq!(clock.due_at(at("17T12:00")), Some(at("18T10:00")), "if it is resumed then");
    let status = clock.status(at("17T12:00"));
    assert_eq!((status.state, status.paused_at), (State::Paused, Some(at("16T11:00"))));
    assert_eq!(clock.due_at(at("18T09:00")), Some(at("18T15:00")));
    assert_eq!(clock.elapsed(at("18T12:00")), h(5));
    assert_eq!(clock.status(at("18T12:00")).paused_at, None);
}

#[test]
fn a_stopped_clock_is_reopened_or_restarted() {
    let stopped = [("16T09:00", ClockEvent::Started), ("16T12:00", ClockEvent::Stopped)];
    let reopened = clock(&[stopped[0], stopped[1], ("18T09:00", ClockEvent::Resumed)]);
    assert_eq!(reopened.state(at("17T00:00")), State::Kept);
    assert_eq!(reopened.due_at(at("18T09:00")), Some(at("18T14:00")));
    let restarted = clock(&[stopped[0], stopped[1], ("18T09:00", ClockEvent::Restarted)]);
    let status = restarted.status(at("18T10:00"));
    assert_eq!((status.state, status.started_at), (State::Running, Some(at("18T09:00"))));
    assert_eq!(restarted.due_at(at("18T10:00")), Some(at("18T17:00")));
}

#[test]
fn a_new_target_counts_from_the_start_but_breaks_nothing_in_the_past() {
    let changed =
        |target| clock(&[("16T09:00", ClockEvent::Started), ("16T15:00", ClockEvent::TargetChanged(target))]);
    let shorter = changed(h(4));
    assert_eq!(shorter.state(at("16T14:59")), State::Running);
    assert_eq!(shorter.due_at(at("16T15:00")), Some(at("16T15:00")));
    assert_eq!(shorter.state(at("16T15:01")), State::Broken);
    let longer = changed(h(16));
    assert_eq!(longer.due_at(at("16T14:00")), Some(at("16T17:00")));
    assert_eq!(longer.due_at(at("16T15:00")), Some(at("17T17:00")));
    assert_eq!(longer.status(at("16T15:00")).warned_at, None);
    assert_eq!((longer.target(at("16T14:00")), longer.target(at("16T15:00"))), (h(8), h(16)));
    let whole = clock(&[("16T09:00", ClockEvent::Started), ("17T12:00", ClockEvent::TargetChanged(h(12)))]);
    assert_eq!(whole.state(at("17T11:00")), State::Broken);
    assert_eq!(whole.state(at("17T12:00")), State::Warned);
}

#[test]
fn events_that_cannot_be_are_refused_and_leave_the_clock_as_it_was() {
    let mut clock = PromiseClock::new(policy());
    let event = ClockEvent::Paused;
    assert_eq!(clock.record(at("16T09:00"), event), Err(Error::NotStarted { event, at: at("16T09:00") }));
    clock.record(at("16T10:00"), ClockEvent::Started).unwrap();
    assert_eq!(
        clock.record(at("16T09:00"), event),
        Err(Error::OutOfOrder { event, at: at("16T09:00"), latest: at("16T10:00") })
    );
    let again = clock.record(at("16T11:00"), ClockEvent::Started);
    assert_eq!(again, Err(Error::AlreadyStarted { at: at("16T11:00") }));
    for target in [SignedDuration::ZERO, h(-1), SignedDuration::MAX, SignedDuration::MIN] {
        let refused = clock.record(at("16T11:00"), ClockEvent::TargetChanged(target));
        assert_eq!(refused, Err(Error::Target { target, limit: MAX_TARGET }));
    }
    clock.record(at("16T10:30"), ClockEvent::Stopped).unwrap();
    assert_eq!(clock.record(at("16T11:00"), event), Err(Error::Stopped { event, at: at("16T11:00") }));
    assert_eq!(clock.elapsed(at("17T00:00")), SignedDuration::from_mins(30));
}

#[test]
fn a_policy_promises_something_and_a_clock_ends_somewhere() {
    let hours = BusinessHours::always_open();
    for share in [0.0, -0.5, 1.01, 0.000_000_4, f64::NAN, f64::INFINITY] {
        assert!(
            matches!(Policy::new(hours.clone(), h(1), share), Err(Error::WarningShare { .. })),
            "{share}"
        );
    }
    assert!(matches!(Policy::new(hours.clone(), h(0), 0.8), Err(Error::Target { .. })));
    let policy = Policy::new(hours, MAX_TARGET, 1.0).unwrap();
    let mut clock = PromiseClock::new(policy);
    clock.record(at("16T09:00"), ClockEvent::Started).unwrap();
    assert_eq!(clock.due_at(at("16T09:00")), Some(at("16T09:00") + MAX_TARGET));
    for _ in 1..MAX_CLOCK_EVENTS {
        clock.record(at("16T09:00"), ClockEvent::Paused).unwrap();
    }
    let full = clock.record(at("16T09:00"), ClockEvent::Resumed);
    assert_eq!(full, Err(Error::TooManyEvents { limit: MAX_CLOCK_EVENTS }));
}

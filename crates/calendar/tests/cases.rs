//! Cases worked out by hand: weekends, holidays, half-days, and clocks that change.

use calendar::{BusinessHours, Holiday, HolidayDate, Hours, Week};
use jiff::civil::{Weekday, date};
use jiff::{SignedDuration, Timestamp};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn hours(text: &str) -> Hours {
    text.parse().unwrap()
}

/// From, to, and the minutes of working time between them; `to` is the first instant with so many, unless it says `~`.
fn holds(hours: &BusinessHours, cases: &[(&str, &str, i64)]) {
    for &(from, to, minutes) in cases {
        let (from, first) = (at(from), !to.starts_with('~'));
        let to = at(to.trim_start_matches('~'));
        let open = SignedDuration::from_mins(minutes);
        assert_eq!(hours.open_time_between(from, to), open, "from {from} to {to}");
        assert_eq!(hours.open_time_between(to, from), -open, "from {to} back to {from}");
        assert_eq!(hours.add_open_time(from, open) == Some(to), first, "{minutes} min from {from}");
    }
}

/// Monday to Friday from 9 to 17 with an hour at noon, at Easter and Christmas 2026.
fn sofia() -> BusinessHours {
    let yearly = |month, day| HolidayDate::Yearly { month, day };
    let holidays = vec![
        Holiday::closed("Easter", HolidayDate::Through(date(2026, 4, 10), date(2026, 4, 13))),
        Holiday::closed("Christmas", HolidayDate::Through(date(2026, 12, 24), date(2026, 12, 26))),
        Holiday::with_hours(
            "Quiet days",
            HolidayDate::Through(date(2026, 12, 27), date(2026, 12, 31)),
            hours("10:00-12:00"),
        ),
        Holiday::with_hours("New Year's Eve", yearly(12, 31), hours("09:00-12:00")),
        Holiday::closed("New Year", yearly(1, 1)),
        Holiday::closed("Liberation Day", yearly(3, 3)),
        Holiday::with_hours("Worked Saturday", HolidayDate::On(date(2026, 5, 9)), hours("09:00-13:00")),
        Holiday::with_hours("St George's Day", yearly(5, 10), hours("09:00-13:00")),
    ];
    BusinessHours::new("Europe/Sofia", Week::working_days(&hours("09:00-12:00, 13:00-17:00")), holidays)
        .unwrap()
}

#[test]
fn days_weekends_and_holidays() {
    holds(
        &sofia(),
        &[
            // Within a day, over noon, before opening and after closing.
            ("2026-11-17T10:00+02:00", "2026-11-17T11:30+02:00", 90),
            ("2026-11-17T11:00+02:00", "2026-11-17T14:00+02:00", 120),
            ("2026-11-17T06:00+02:00", "2026-11-17T12:00+02:00", 180),
            ("2026-11-17T06:00+02:00", "~2026-11-17T13:00+02:00", 180),
            ("2026-11-17T18:00+02:00", "2026-11-18T09:01+02:00", 1),
            ("2026-11-17T17:00+02:00", "~2026-11-18T09:00+02:00", 0),
            // Friday to Monday; ten working days; from a zone to the east, the same instants.
            ("2026-11-20T16:00+02:00", "2026-11-23T10:00+02:00", 120),
            ("2026-11-16T09:00+02:00", "2026-11-27T17:00+02:00", 10 * 420),
            ("2026-11-16T15:00+08:00", "2026-11-27T23:00+08:00", 10 * 420),
            // Easter takes Friday to Monday.
            ("2026-04-09T16:00+03:00", "2026-04-14T10:00+03:00", 120),
            // 3 March comes every year, on a Tuesday and a Wednesday.
            ("2026-03-02T16:30+02:00", "2026-03-04T09:30+02:00", 60),
            ("2027-03-02T16:30+02:00", "2027-03-04T09:30+02:00", 60),
            // Christmas is closed; from 28 to 31 December 10 to 12, for a range goes before a day of each year.
            ("2026-12-23T16:00+02:00", "2026-12-28T11:00+02:00", 120),
            ("2026-12-30T11:00+02:00", "2027-01-04T09:30+02:00", 60 + 120 + 30),
            ("2027-12-31T08:00+02:00", "2028-01-03T09:01+02:00", 181),
            // A single date opens its Saturday, a day of each year leaves Sunday closed.
            ("2026-05-08T16:00+03:00", "2026-05-09T10:00+03:00", 120),
            ("2026-05-08T16:00+03:00", "2026-05-11T10:00+03:00", 60 + 240 + 60),
        ],
    );
}

#[test]
fn clocks_that_change() {
    let sundays = |zone, text| {
        BusinessHours::new(zone, Week::closed().with(Weekday::Sunday, hours(text)), vec![]).unwrap()
    };
    // 02:00 becomes 03:00 on 29 March, 03:00 becomes 02:00 on 25 October 2026.
    let berlin = sundays("Europe/Berlin", "01:00-05:00");
    holds(
        &berlin,
        &[
            ("2026-03-22T01:00+01:00", "2026-03-22T05:00+01:00", 240),
            ("2026-03-29T01:00+01:00", "2026-03-29T05:00+02:00", 180),
            ("2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00", 60),
            ("2026-10-25T01:00+02:00", "2026-10-25T05:00+01:00", 300),
            ("2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", 60),
        ],
    );
    // What the clock skips is not open, what it shows twice is open twice.
    holds(
        &sundays("Europe/Berlin", "02:15-02:45"),
        &[
            ("2026-03-29T00:00+01:00", "~2026-03-29T12:00+02:00", 0),
            ("2026-10-25T00:00+02:00", "2026-10-25T02:45+02:00", 30),
            ("2026-10-25T00:00+02:00", "2026-10-25T02:45+01:00", 60),
        ],
    );
    // Half an hour back at 02:00 on 5 April 2026.
    holds(
        &sundays("Australia/Lord_Howe", "01:00-03:00"),
        &[("2026-04-05T01:00+11:00", "2026-04-05T03:00+10:30", 150)],
    );
    // Midnight was skipped on Sunday, 4 November 2018; on Sunday, 18 February, the last hour of Saturday came again.
    holds(
        &sundays("America/Sao_Paulo", "00:00-24:00"),
        &[
            ("2018-11-03T12:00-03:00", "2018-11-05T00:00-02:00", 23 * 60),
            ("2018-02-17T12:00-02:00", "2018-02-19T00:00-03:00", 24 * 60),
        ],
    );
    let saturday = Week::closed().with(Weekday::Saturday, hours("22:00-24:00"));
    holds(
        &BusinessHours::new("America/Sao_Paulo", saturday, vec![]).unwrap(),
        &[("2018-02-17T12:00-02:00", "2018-02-18T00:00-03:00", 180)],
    );
    // Samoa had no 30 December 2011.
    let days = Week::working_days(&hours("08:00-16:00"));
    holds(
        &BusinessHours::new("Pacific/Apia", days.clone(), vec![]).unwrap(),
        &[("2011-12-29T15:00-10:00", "2012-01-02T09:00+14:00", 120)],
    );
    // Liberia went from -00:44:30 to UTC on 7 January 1972: the clock jumped from 00:00 to 00:44:30.
    let liberia = BusinessHours::new("Africa/Monrovia", Week::always_open(), vec![]).unwrap();
    let night =
        BusinessHours::new("Africa/Monrovia", Week::working_days(&hours("00:00-01:00")), vec![]).unwrap();
    holds(&liberia, &[("1972-01-06T12:00Z", "1972-01-07T12:00Z", 1_440)]);
    assert_eq!(
        night.open_time_between(at("1972-01-07T00:00Z"), at("1972-01-07T12:00Z")),
        SignedDuration::from_secs(15 * 60 + 30)
    );
}

#[test]
fn openings() {
    let sofia = sofia();
    for (from, opens) in [
        ("2026-11-20T12:00+02:00", "2026-11-20T13:00+02:00"),
        ("2026-11-20T17:00+02:00", "2026-11-23T09:00+02:00"),
        ("2026-11-20T16:59:59.999999999+02:00", "2026-11-20T16:59:59.999999999+02:00"),
        ("2026-12-23T17:00+02:00", "2026-12-28T10:00+02:00"),
    ] {
        assert_eq!(sofia.next_opening(at(from)), Some(at(opens)), "{from}");
        assert_eq!(sofia.is_open(at(from)), from == opens, "{from}");
        assert!(sofia.is_open(at(opens)));
    }
    let (from, to) = (at("2026-11-20T16:00+02:00"), at("2026-11-23T12:30+02:00"));
    let spans: Vec<_> = sofia.spans_between(from, to).map(|open| open.duration().as_mins()).collect();
    assert_eq!(spans, [60, 180]);
    assert_eq!(sofia.spans_between(to, from).count(), 0);
    assert_eq!(sofia.holiday_on(date(2026, 12, 31)).unwrap().name, "Quiet days");
    assert_eq!(sofia.hours_on(date(2027, 12, 31)), &hours("09:00-12:00"));
}

#[test]
fn always_and_never() {
    let always = BusinessHours::always_open();
    let (from, to) = (at("2026-03-01T00:00Z"), at("2026-11-21T09:13:05.000000007Z"));
    assert_eq!(always.open_time_between(from, to), to.duration_since(from));
    assert_eq!(always.add_open_time(from, to.duration_since(from)), Some(to));
    let whole: Vec<_> = always.spans_between(from, to).collect();
    assert_eq!((whole.len(), whole[0].start, whole[0].end), (1, from, to));
    let all = always.open_time_between(Timestamp::MIN, Timestamp::MAX);
    assert_eq!(all, Timestamp::MAX.duration_since(Timestamp::MIN));

    let never = BusinessHours::new("Asia/Beirut", Week::closed(), vec![]).unwrap();
    assert_eq!(never.open_time_between(Timestamp::MIN, Timestamp::MAX), SignedDuration::ZERO);
    assert_eq!(never.add_open_time(from, SignedDuration::from_nanos(1)), None);
    assert_eq!(never.add_open_time(from, SignedDuration::ZERO), Some(from));
    assert_eq!(never.add_open_time(from, SignedDuration::MIN), Some(from));
    assert_eq!(never.next_opening(from), None);
    assert_eq!(never.next_opening(Timestamp::MAX), None);
    assert_eq!(always.add_open_time(Timestamp::MAX, SignedDuration::from_nanos(1)), None);
    assert_eq!(always.add_open_time(from, SignedDuration::MAX), None);
}

#[test]
fn the_horizon_ends_the_search() {
    let once = vec![Holiday::with_hours("Fair", HolidayDate::On(date(2036, 1, 1)), Hours::all_day())];
    let once = BusinessHours::new("UTC", Week::closed(), once).unwrap();
    let hour = SignedDuration::from_hours(1);
    assert_eq!(once.add_open_time(at("2026-06-01T00:00Z"), hour), Some(at("2036-01-01T01:00Z")));
    assert_eq!(once.add_open_time(at("2025-06-01T00:00Z"), hour), None);
    assert_eq!(once.next_opening(at("2026-06-01T00:00Z")), Some(at("2036-01-01T00:00Z")));
    assert_eq!(once.next_opening(at("2025-06-01T00:00Z")), None);
}

#[test]
fn zones_that_do_not_exist_are_refused() {
    for name in ["", "Sofia", "Europe/Sofia ", "EET-2EEST,M3.5.0/3", "Etc/Unknown", "../etc/passwd"] {
        let refused = BusinessHours::new(name, Week::closed(), vec![]);
        assert!(
            matches!(refused, Err(calendar::Error::UnknownZone { name: named }) if named == name),
            "{name}"
        );
    }
    assert_eq!(
        BusinessHours::new("europe/sofia", Week::closed(), vec![]).unwrap().zone_name(),
        "Europe/Sofia"
    );
}

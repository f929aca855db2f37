//! Laws that hold at any nanosecond, anywhere between the years 1800 and 2200.

use calendar::{BusinessHours, Holiday, HolidayDate, Week};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

fn calendars() -> impl Strategy<Value = BusinessHours> {
    const ZONES: &[&str] =
        &["Europe/Sofia", "America/Sao_Paulo", "Asia/Beirut", "Africa/Monrovia", "Australia/Lord_Howe"];
    const WEEKS: &[&str] =
        &["09:00-17:00", "00:00-00:01, 23:59-24:00", "00:00-24:00", "02:10-02:20, 22:00-23:30"];
    (proptest::sample::select(ZONES), proptest::sample::select(WEEKS), any::<bool>()).prop_map(
        |(zone, hours, holidays)| {
            let yearly = |month, day| Holiday::closed("Yearly", HolidayDate::Yearly { month, day });
            let years = HolidayDate::Through(date(1950, 1, 1), date(1953, 6, 6));
            let all = vec![yearly(2, 29), yearly(12, 25), yearly(10, 20), Holiday::closed("Years", years)];
            let week = Week::working_days(&hours.parse().unwrap());
            BusinessHours::new(zone, week, if holidays { all } else { vec![] }).unwrap()
        },
    )
}

fn instants() -> impl Strategy<Value = Timestamp> {
    (-5_364_662_400_i64..7_258_118_400, 0..1_000_000_000_i32)
        .prop_map(|(s, ns)| Timestamp::new(s, ns).unwrap())
}

proptest! {
    #[test]
    fn parts_add_up_to_the_whole(hours in calendars(), a in instants(), b in instants(), c in instants()) {
        let parts = hours.open_time_between(a, b) + hours.open_time_between(b, c);
        prop_assert_eq!(hours.open_time_between(a, c), parts);
    }

    #[test]
    fn what_is_added_lies_between(hours in calendars(), from in instants(), ns in 1..2_000_000_000_000_000_i64) {
        let open = SignedDuration::from_nanos(ns);
        if let Some(to) = hours.add_open_time(from, open) {
            prop_assert_eq!(hours.open_time_between(from, to), open);
            // It is the first such instant.
            let before = to - SignedDuration::from_nanos(1);
            prop_assert!(hours.open_time_between(from, before) < open);
            prop_assert!(hours.is_open(before));
        }
    }

    #[test]
    fn spans_add_up_to_the_time_between(hours in calendars(), from in instants(), ns in 0..30_000_000_000_000_000_i64) {
        let to = from + SignedDuration::from_nanos(ns);
        let spans: Vec<_> = hours.spans_between(from, to).collect();
        let open: SignedDuration = spans.iter().map(calendar::OpenInterval::duration).sum();
        prop_assert_eq!(hours.open_time_between(from, to), open);
        prop_assert!(spans.windows(2).all(|pair| pair[0].end < pair[1].start));
        prop_assert!(spans.iter().all(|span| hours.is_open(span.start) && (span.end == to || !hours.is_open(span.end))));
    }
}

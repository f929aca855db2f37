//! Times in the forms people send, against what the calendar library says.

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;

fn us(text: &str) -> i64 {
    text.parse::<Timestamp>().unwrap().as_microsecond()
}

#[test]
fn the_usual_forms_are_read() {
    let usual = TimeFormat::default();
    for (text, expected) in [
        ("2026-11-21T09:30:00Z", "2026-11-21T09:30:00Z"),
        ("2026-11-21T09:30:00.25+02:00", "2026-11-21T07:30:00.25Z"),
        ("2026-11-21 09:30:00-0330", "2026-11-21T13:00:00Z"),
        ("2026-11-21 09:30:00.1234567 UTC", "2026-11-21T09:30:00.123456Z"),
        ("2026-11-21 9:30", "2026-11-21T09:30:00Z"),
        ("2026-11-21", "2026-11-21T00:00:00Z"),
        ("2026/11/21 09:30:05", "2026-11-21T09:30:05Z"),
        ("20261121T093005Z", "2026-11-21T09:30:05Z"),
        ("20261121", "2026-11-21T00:00:00Z"),
        ("21.11.2026 09:30", "2026-11-21T09:30:00Z"),
        ("1.2.2026", "2026-02-01T00:00:00Z"),
        ("1795253400", "2026-11-21T09:30:00Z"),
        ("1795253400250", "2026-11-21T09:30:00.25Z"),
        ("2024-02-29", "2024-02-29T00:00:00Z"),
        ("2016-12-31 23:59:60", "2016-12-31T23:59:59Z"),
        ("0001-01-01", "0001-01-01T00:00:00Z"),
        ("9998-12-31 23:59:59", "9998-12-31T23:59:59Z"),
    ] {
        assert_eq!(usual.parse(text.as_bytes()), Some(us(expected)), "{text}");
    }
}

#[test]
fn what_is_no_time_or_could_be_two_is_not_read() {
    let usual = TimeFormat::default();
    for text in [
        "",
        "soon",
        "11/12/2026",
        "2026-13-01",
        "2026-02-29",
        "2026-11-21T25:00",
        "2026-11-21T09:60",
        "2026-11-21T09",
        "2026-11-21x09:30",
        "0000-01-01",
        "2026-11-21 09:30 CET",
        "2026-11-21 09:30:00+99:00",
        "20261121x",
        "12345",
        "99999999999999999999",
        "2026-11-21 09:30:00.",
        "21.11.26",
    ] {
        assert_eq!(usual.parse(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn a_zone_holds_for_times_without_an_offset() {
    let sofia = TimeFormat::new(Some("Europe/Sofia"), None).unwrap();
    assert_eq!(sofia.parse(b"2026-07-01 12:00"), Some(us("2026-07-01T09:00:00Z")));
    assert_eq!(sofia.parse(b"2026-12-01 12:00"), Some(us("2026-12-01T10:00:00Z")));
    assert_eq!(sofia.parse(b"2026-12-01T12:00Z"), Some(us("2026-12-01T12:00:00Z")));
    // The clocks went from 03:00 to 04:00; then, in October, from 04:00 back to 03:00.
    assert_eq!(sofia.parse(b"2026-03-29 03:30"), Some(us("2026-03-29T01:30:00Z")));
    assert_eq!(sofia.parse(b"2026-10-25 03:30"), Some(us("2026-10-25T00:30:00Z")));
}

#[test]
fn the_years_are_the_same_in_every_zone() {
    let sofia = TimeFormat::new(Some("Europe/Sofia"), None).unwrap();
    for text in ["00000517", "0000-05-17", "9999-05-17"] {
        assert_eq!(sofia.parse(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn a_format_is_followed() {
    for (format, text, expected) in [
        ("%d/%m/%Y %H:%M", "5/3/2016 09:07", "2016-03-05T09:07:00Z"),
        ("%m/%d/%Y %H:%M", "5/3/2016 9:07", "2016-05-03T09:07:00Z"),
        ("%d-%b-%Y %I:%M %p", "05-Mar-2016 09:07 PM", "2016-03-05T21:07:00Z"),
        ("%Y-%m-%d %H:%M:%S.%f", "2016-03-05 09:07:01.5", "2016-03-05T09:07:01.5Z"),
        ("%d/%m/%Y %H:%M %z", "5/3/2016 09:07 +0100", "2016-03-05T08:07:00Z"),
        ("%A, %d %B %Y", "Saturday, 05 March 2016", "2016-03-05T00:00:00Z"),
        ("%d/%m/%Y %H:%M %Q", "5/3/2016 09:07 Europe/Sofia", "2016-03-05T07:07:00Z"),
        ("%FT%T%:z[%Q]", "2016-03-05T09:07:00+02:00[Europe/Sofia]", "2016-03-05T07:07:00Z"),
        ("%FT%H", "2016-03-05T09", "2016-03-05T09:00:00Z"),
        ("%F %z", "2016-03-05 +0100", "2016-03-04T23:00:00Z"),
        ("%s", "1795253400", "2026-11-21T09:30:00Z"),
        ("@%s.%f", "@1795253400.25", "2026-11-21T09:30:00.25Z"),
        ("%G-W%V-%u %R", "2016-W09-6 09:07", "2016-03-05T09:07:00Z"),
        ("%Y/%j", "2016/065", "2016-03-05T00:00:00Z"),
        ("%e.%m.%y %k:%M", " 5.03.16  9:07", "2016-03-05T09:07:00Z"),
        ("%Y年%m月%d日 %H时%M分", "2016年3月5日 9时07分", "2016-03-05T09:07:00Z"),
    ] {
        let format_read = TimeFormat::new(None, Some(format)).unwrap();
        assert_eq!(format_read.parse(text.as_bytes()), Some(us(expected)), "{format}: {text}");
    }
    let days_first = TimeFormat::new(None, Some("%d/%m/%Y")).unwrap();
    for text in ["31/4/2016", "5/3/16", "5/3/2016 09:00", "", "5-3-2016"] {
        assert_eq!(days_first.parse(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn formats_and_zones_that_are_none_are_errors() {
    assert!(TimeFormat::new(None, Some("%E")).is_err());
    assert!(TimeFormat::new(None, Some("dd.mm.yyyy")).is_err());
    assert!(TimeFormat::new(Some("Mars/Olympus"), None).is_err());
    // What leaves the day or the time open, or can only be written.
    for format in [
        "%F %M",
        "%Y-%m-%d %M",
        "%Y-%m-%d %S",
        "%F %H:%S",
        "%F %I:%M",
        "%H:%M",
        "%d %b",
        "%Y-%m",
        "%F %T %Z",
        "%c",
        "%x",
        "%F %q",
        "100%%",
        "",
    ] {
        assert!(TimeFormat::new(None, Some(format)).is_err(), "{format}");
    }
}

#[test]
fn what_a_format_cannot_place_is_not_read() {
    let zoned = TimeFormat::new(Some("Europe/Sofia"), Some("%F %R %Q")).unwrap();
    assert_eq!(zoned.parse(b"2026-07-01 12:00 America/Sao_Paulo"), Some(us("2026-07-01T15:00:00Z")));
    assert_eq!(zoned.parse(b"2026-07-01 12:00 Mars/Olympus"), None);
    let both = TimeFormat::new(None, Some("%F %R %z %Q")).unwrap();
    assert_eq!(both.parse(b"2026-07-01 12:00 +0900 Europe/Sofia"), None, "the offset is not the zone's");
}

proptest! {
    #[test]
    fn every_instant_comes_back(second in -62_135_596_800_i64..253_370_764_800, micro in 0_i64..1_000_000) {
        let instant = Timestamp::from_microsecond(second * 1_000_000 + micro).unwrap();
        prop_assert_eq!(TimeFormat::default().parse(instant.to_string().as_bytes()), Some(instant.as_microsecond()));
        let local = instant.to_zoned(TimeZone::UTC).strftime("%d/%m/%Y %H:%M:%S.%6f").to_string();
        let format = TimeFormat::new(None, Some("%d/%m/%Y %H:%M:%S.%f")).unwrap();
        prop_assert_eq!(format.parse(local.as_bytes()), Some(instant.as_microsecond()));
    }

    #[test]
    fn local_times_agree_with_the_calendar_library(second in 0_i64..4_102_444_800) {
        let zone = TimeZone::get("America/Sao_Paulo").unwrap();
        let local = Timestamp::from_second(second).unwrap().to_zoned(zone.clone()).datetime();
        let expected = zone.to_timestamp(local).unwrap().as_microsecond();
        let format = TimeFormat::new(Some("America/Sao_Paulo"), None).unwrap();
        prop_assert_eq!(format.parse(local.to_string().as_bytes()), Some(expected));
    }

    #[test]
    fn nothing_makes_it_panic(text in "\\PC{0,40}", digits in "[0-9/.:T+Z -]{0,40}") {
        for format in [None, Some("%d/%m/%Y %H:%M:%S.%f"), Some("%A %d %b %Y %z")] {
            let format = TimeFormat::new(Some("Europe/Warsaw"), format).unwrap();
            let _ = format.parse(text.as_bytes());
            let _ = format.parse(digits.as_bytes());
        }
    }
}

//! Times in any format: what is read is a time, and written as RFC 3339 it reads the same.
#![no_main]

use eventlog::TimeFormat;
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let [zone, data @ ..] = data else { return };
    let zone = [None, Some("UTC"), Some("Europe/Sofia"), Some("Asia/Kathmandu")][usize::from(zone % 4)];
    let mut parts = data.splitn(2, |byte| *byte == b'\n');
    let (Some(text), format) = (parts.next(), parts.next()) else { return };
    let usual = TimeFormat::new(zone, None).expect("a zone");
    check(&usual, text);
    if let Some(format) = format.and_then(|format| std::str::from_utf8(format).ok())
        && let Ok(format) = TimeFormat::new(zone, Some(format))
    {
        check(&format, text);
    }
    if let Ok(zone) = std::str::from_utf8(text) {
        let _ = TimeFormat::new(Some(zone), None);
    }
});

fn check(format: &TimeFormat, text: &[u8]) {
    let Some(us) = format.parse(text) else { return };
    let Ok(instant) = Timestamp::from_microsecond(us) else { panic!("{us} is no time") };
    let written = instant.to_string();
    // A year before 0 or after 9999 has a sign, which the usual forms do not know.
    if written.starts_with(|c: char| c.is_ascii_digit()) && !written.starts_with("0000") {
        assert_eq!(TimeFormat::default().parse(written.as_bytes()), Some(us), "{written}");
    }
}

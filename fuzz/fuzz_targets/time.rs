//! Times: any text, in the usual forms, in forms of digits and in any other form.
#![no_main]

use std::sync::LazyLock;

use eventlog::TimeFormat;
use libfuzzer_sys::fuzz_target;

static FORMATS: LazyLock<Vec<TimeFormat>> = LazyLock::new(|| {
    let formats = [
        (None, None),
        (Some("Europe/Sofia"), None),
        (None, Some("%d/%m/%Y %H:%M:%S.%f")),
        (Some("America/Sao_Paulo"), Some("%m/%d/%Y %H:%M")),
        (None, Some("%A, %d %b %Y %I:%M %p %z")),
    ];
    formats.into_iter().map(|(zone, format)| TimeFormat::new(zone, format).expect("a sound format")).collect()
});

/// Years 1 to 9998, and a day for offsets.
const YEARS_US: std::ops::Range<i64> = -62_135_683_200_000_000..253_370_851_200_000_000;

fuzz_target!(|input: &[u8]| {
    for format in FORMATS.iter().take(4) {
        if let Some(time_us) = format.parse(input) {
            assert!(YEARS_US.contains(&time_us), "{time_us}");
        }
    }
    let _ = FORMATS[4].parse(input);
    if let Ok(text) = std::str::from_utf8(input) {
        let (format, time) = text.split_once('\n').unwrap_or((text, "2026-11-21"));
        if let Ok(format) = TimeFormat::new(None, Some(format)) {
            let _ = format.parse(time.as_bytes());
        }
    }
});

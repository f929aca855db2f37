//! Hours of a day: any text; what was read and written again reads the same, and is in order.
#![no_main]

use calendar::{Hours, MAX_SPANS_PER_DAY};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(hours) = text.parse::<Hours>() {
        let spans = hours.spans();
        assert!(spans.len() <= MAX_SPANS_PER_DAY);
        assert!(spans.iter().all(|span| span.start_min() < span.end_min() && span.end_min() <= 1_440));
        assert!(spans.windows(2).all(|pair| pair[0].end_min() <= pair[1].start_min()));
        assert_eq!(hours.to_string().parse().as_ref(), Ok(&hours));
    }
});

//! Gzip and zip: never more than the limit, and no file on a pipe that is not there as a file.
#![no_main]

use eventlog::{Limits, unpack, unpack_stream};
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Read};

const MOST: u64 = 1 << 20;

fuzz_target!(|input: &[u8]| {
    let limits = Limits { unpacked_bytes: MOST, ..Limits::default() };
    let mut content = Vec::new();
    if let Ok(mut file) = unpack(Cursor::new(input), None, &limits) {
        let _ = file.read_to_end(&mut content);
        // A stored entry is not unpacked: it is as long as the file at most.
        assert!(content.len() as u64 <= (MOST + 64 * 1024).max(input.len() as u64));
    }
    let mut piped = Vec::new();
    if let Ok(mut pipe) = unpack_stream(input, &limits) {
        let whole = pipe.read_to_end(&mut piped).is_ok();
        if whole && !input.starts_with(b"PK") {
            assert_eq!(piped, content);
        }
    }
});

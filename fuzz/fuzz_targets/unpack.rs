//! Packed files: no more comes out than the limits allow.
#![no_main]

use std::io::{Cursor, Read};

use eventlog::{Limits, unpack, unpack_stream};
use libfuzzer_sys::fuzz_target;

const UNPACKED_BYTES: u64 = 1 << 16;

/// Bytes asked for at once; a limit shows with the read that passes it.
const ASKED: usize = 1 << 10;

fn drain(mut content: impl Read) -> u64 {
    let mut buffer = [0; ASKED];
    let mut bytes = 0;
    while let Ok(read @ 1..) = content.read(&mut buffer) {
        bytes += read as u64;
    }
    bytes
}

fuzz_target!(|data: &[u8]| {
    let limits = Limits { unpacked_bytes: UNPACKED_BYTES, ..Limits::default() };
    // What is stored and not packed cannot be more than there is.
    let most = UNPACKED_BYTES.max(data.len() as u64);
    for entry in [None, Some("a.csv")] {
        if let Ok(content) = unpack(Cursor::new(data), entry, &limits) {
            assert!(drain(content) <= most);
        }
    }
    if let Ok(content) = unpack_stream(data, &limits) {
        assert!(drain(content) <= most);
    }
});

//! Other encodings: what comes out is UTF-8, the same however the bytes arrive.
#![no_main]

use eventlog::decoded;
use libfuzzer_sys::fuzz_target;
use std::io::Read;
use touchline_fuzz::Pieces;

const NAMES: [&str; 6] = ["windows-1251", "iso-8859-2", "gb18030", "utf-16le", "shift_jis", "iso-2022-jp"];

fuzz_target!(|input: &[u8]| {
    let Some((&choice, rest)) = input.split_first() else { return };
    let name = NAMES[usize::from(choice) % NAMES.len()];
    let read = |input: &mut dyn Read| {
        let mut text = Vec::new();
        let mut reader = decoded(input, Some(name)).expect("a known name, and memory is always read");
        reader.read_to_end(&mut text).expect("memory is always read");
        text
    };
    let mut pieces = Pieces::new(rest);
    let whole = read(&mut { pieces.whole() });
    assert_eq!(whole, read(&mut pieces));
    // A file with the mark of UTF-8 passes as it is.
    if !rest.get(1..).unwrap_or_default().starts_with(b"\xef\xbb\xbf") {
        assert!(std::str::from_utf8(&whole).is_ok());
    }
});

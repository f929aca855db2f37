//! Text in any encoding: what comes out of a named one is UTF-8, the same however the bytes arrive.
#![no_main]

use std::io::Read;

use eventlog::decoded;
use libfuzzer_sys::fuzz_target;
use touchline_fuzz::Pieces;

const NAMES: [&str; 10] = [
    "utf-16le",
    "utf-16be",
    "windows-1251",
    "windows-1252",
    "iso-8859-2",
    "gb18030",
    "big5",
    "shift_jis",
    "iso-2022-jp",
    "replacement",
];

fn text<'a>(reader: impl Read + 'a, encoding: Option<&str>) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    decoded(reader, encoding).ok()?.read_to_end(&mut text).expect("memory does not fail");
    Some(text)
}

fuzz_target!(|data: &[u8]| {
    let [name, rest @ ..] = data else { return };
    let bytes = Pieces::new(rest).whole();
    let name = NAMES[usize::from(*name) % NAMES.len()];
    for encoding in [None, Some(name)] {
        let whole = text(bytes, encoding);
        assert_eq!(whole, text(Pieces::new(rest), encoding));
        let is_utf8 = whole.as_ref().is_none_or(|text| std::str::from_utf8(text).is_ok());
        let is_unchanged = whole.as_deref() == Some(bytes);
        assert!(is_utf8 || is_unchanged, "{encoding:?}");
    }
    // Any text may be asked for as a name.
    let _ = text(bytes, std::str::from_utf8(bytes).ok());
});

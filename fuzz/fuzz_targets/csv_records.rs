//! Rows of CSV under tiny limits: the same however the bytes arrive.
#![no_main]

use std::io::Read;

use eventlog::{CsvOptions, Limits, Records};
use libfuzzer_sys::fuzz_target;
use touchline_fuzz::Pieces;

type Rows = (Vec<(u64, Vec<Vec<u8>>)>, Option<String>);

fn read(reader: impl Read, options: &CsvOptions) -> Rows {
    let mut rows = Vec::new();
    let mut records = match Records::new(reader, options) {
        Ok(records) => records,
        Err(error) => return (rows, Some(error.to_string())),
    };
    let columns = records.columns().len();
    loop {
        match records.next() {
            Ok(Some(record)) => {
                assert_eq!(record.len(), columns);
                assert!(record.get(columns).is_empty());
                rows.push((record.line, (0..columns).map(|i| record.get(i).to_vec()).collect()));
            }
            Ok(None) => break,
            Err(error) => return (rows, Some(error.to_string())),
        }
    }
    assert!(records.rows() >= rows.len() as u64);
    (rows, None)
}

fuzz_target!(|data: &[u8]| {
    let [delimiter, limits, text @ ..] = data else { return };
    let pieces = Pieces::new(text);
    let text = pieces.whole();
    let limits =
        Limits { record_bytes: 1 << (limits % 16), columns: 1 << (limits / 16), ..Limits::default() };
    // A delimiter that is found out depends on the first chunk, so that one is given.
    let options = CsvOptions { delimiter: Some(*delimiter), limits };
    let whole = read(text, &options);
    let in_pieces = read(pieces, &options);
    assert_eq!(whole, in_pieces);
    assert!(whole.0.is_sorted_by_key(|(line, _)| *line));
    // And without one, it may end anyhow, but has to end.
    read(text, &CsvOptions { delimiter: None, limits });
});

//! CSV rows: the same rows however the bytes arrive, lines that grow, and limits that hold.
#![no_main]

use eventlog::{CsvOptions, Limits, ReadError, Records};
use libfuzzer_sys::fuzz_target;
use std::io::Read;
use touchline_fuzz::Pieces;

const LIMITS: (usize, usize) = (4096, 64);

fuzz_target!(|input: &[u8]| {
    let pieces = Pieces::new(input);
    let whole = rows(pieces.whole());
    let cut = rows(pieces);
    match (whole, cut) {
        (Ok(whole), Ok(cut)) => assert_eq!(whole, cut),
        (Err(whole), Err(cut)) => assert_eq!(whole.to_string(), cut.to_string()),
        (whole, cut) => panic!("whole: {whole:?}, cut: {cut:?}"),
    }
});

/// A row: its line and its fields.
type Row = (u64, Vec<Vec<u8>>);

fn rows(input: impl Read) -> Result<Vec<Row>, ReadError> {
    let limits = Limits { record_bytes: LIMITS.0, columns: LIMITS.1, ..Limits::default() };
    // The first chunk decides the delimiter where none is given, and a pipe may hand over little of it.
    let mut records = Records::new(input, &CsvOptions { delimiter: Some(b','), limits })?;
    assert!(records.columns().len() <= LIMITS.1);
    let mut rows = Vec::new();
    let mut before = 0;
    while let Some(record) = records.next()? {
        assert!(record.line > before, "lines grow");
        before = record.line;
        let fields: Vec<_> = (0..record.len()).map(|i| record.get(i).to_vec()).collect();
        assert!(fields.iter().map(Vec::len).sum::<usize>() <= LIMITS.0);
        rows.push((record.line, fields));
    }
    assert!(records.rows() >= rows.len() as u64);
    Ok(rows)
}

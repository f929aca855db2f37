//! Rows as RFC 4180 has them, and rows as people really send them.

use std::io::{self, Read};

use super::*;

fn rows(text: &[u8]) -> Result<Vec<(u64, Vec<String>)>, ReadError> {
    let mut records = Records::new(text, &CsvOptions::default())?;
    let mut rows = Vec::new();
    while let Some(record) = records.next()? {
        let fields = (0..record.len()).map(|i| String::from_utf8_lossy(record.get(i)).into_owned());
        rows.push((record.line, fields.collect()));
    }
    Ok(rows)
}

/// Hands over a few bytes at a time, as a slow pipe does.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.1.min(self.0.len()).min(buffer.len());
        buffer[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

#[test]
fn quotes_hold_delimiters_line_ends_and_doubled_quotes() {
    let found = rows(b"a,b\n1,\"x, \"\"y\"\"\nz\"\n2,w\n").unwrap();
    assert_eq!(found[0], (2, vec!["1".into(), "x, \"y\"\nz".into()]));
    assert_eq!(found[1], (4, vec!["2".into(), "w".into()]));
}

#[test]
fn lines_are_counted_over_blank_lines_and_every_kind_of_line_end() {
    let found = rows(b"\n\na,b\r\n\r\n1,2\r\n\n\n3,4").unwrap();
    assert_eq!(found.iter().map(|row| row.0).collect::<Vec<_>>(), [5, 8]);
    let found = rows(b"a,b\r1,2\r\r3,\"4\"\r5,6\r\n7,8\r").unwrap();
    assert_eq!(found.iter().map(|row| row.0).collect::<Vec<_>>(), [2, 4, 5, 6]);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_name() {
    let records = Records::new(b"\xef\xbb\xbfid,b\n1,2\n".as_slice(), &CsvOptions::default()).unwrap();
    assert_eq!(records.columns(), ["id", "b"]);
}

#[test]
fn a_byte_order_mark_elsewhere_is_text_however_bytes_arrive() {
    let text = "\n\n\u{feff}\nid\n1\n".as_bytes();
    for step in [1, 2, 100] {
        let mut records = Records::new(Drip(text, step), &CsvOptions::default()).unwrap();
        assert_eq!(records.columns(), ["\u{feff}"], "{step} bytes at a time");
        assert_eq!(records.next().unwrap().map(|r| r.line), Some(4));
    }
}

#[test]
fn the_delimiter_is_found_out() {
    for delimiter in [",", ";", "\t", "|"] {
        let text = format!("case{delimiter}\"a,b;c\"{delimiter}x\n1{delimiter}2{delimiter}3\n");
        assert_eq!(rows(text.as_bytes()).unwrap()[0].1, ["1", "2", "3"], "{delimiter:?}");
    }
    assert_eq!(rows(b"only\n1\n").unwrap()[0].1, ["1"]);
}

#[test]
fn the_delimiter_is_found_out_however_bytes_arrive() {
    for delimiter in [",", ";", "\t", "|"] {
        let text = format!("\r\n\ncase{delimiter}\"a,b;\nc\"{delimiter}x\n1{delimiter}2,2;2{delimiter}3\n");
        for step in [1, 2, 3, 7, 1000] {
            let text = crate::decoded(Drip(text.as_bytes(), step), None).unwrap();
            let records = Records::new(text, &CsvOptions::default()).unwrap();
            assert_eq!(records.columns(), ["case", "a,b;\nc", "x"], "{delimiter:?}, {step} bytes at a time");
        }
    }
    let unended = crate::decoded(Drip(b"a;b", 1), None).unwrap();
    assert_eq!(Records::new(unended, &CsvOptions::default()).unwrap().columns(), ["a", "b"]);
    // A header beyond one chunk is judged by the chunk.
    let long = format!("a;{}\n1;2\n", "b".repeat(100_000));
    assert_eq!(rows(long.as_bytes()).unwrap()[0].1, ["1", "2"]);
}

#[test]
fn the_answer_does_not_depend_on_how_bytes_arrive() {
    let text = "\u{feff}case,note\n1,\"a\n\"\"b\"\"\"\r\n\n2,é\n3,\"\"".as_bytes();
    let whole = rows(text).unwrap();
    for step in 1..8 {
        let mut records = Records::new(Drip(text, step), &CsvOptions::default()).unwrap();
        let mut found = Vec::new();
        while let Some(record) = records.next().unwrap() {
            let fields = (0..record.len()).map(|i| String::from_utf8_lossy(record.get(i)).into_owned());
            found.push((record.line, fields.collect::<Vec<_>>()));
        }
        assert_eq!(found, whole, "{step} bytes at a time");
    }
}

#[test]
fn a_quote_that_never_ends_is_an_error_with_its_line_and_column() {
    for text in ["a,b\n1,2\n3,\"never\nends\n4,5\n", "a,b\n1,2\n3,\"", "a,b\n1,2\n3,\"x\"\""] {
        let error = rows(text.as_bytes()).unwrap_err();
        assert!(matches!(error, ReadError::UnclosedQuote { line: 3, column: 2 }), "{text:?}: {error}");
    }
}

#[test]
fn a_last_row_without_line_end_is_a_row() {
    for text in ["a,b\n1,2", "a,b\n1,2\n", "a,b\n1,\"2\"", "a,b\r\n1,2\r"] {
        assert_eq!(rows(text.as_bytes()).unwrap(), [(2, vec!["1".to_owned(), "2".to_owned()])], "{text:?}");
    }
}

#[test]
fn an_empty_file_says_so() {
    for text in ["", "\n", "\r\n\r\n", "\u{feff}"] {
        assert!(matches!(rows(text.as_bytes()), Err(ReadError::Empty)), "{text:?}");
    }
}

#[test]
fn a_line_of_a_hundred_megabytes_is_refused_after_one() {
    let endless = b"a,b\n".as_slice().chain(io::repeat(b'x').take(100 << 20));
    let mut records = Records::new(endless, &CsvOptions::default()).unwrap();
    let error = records.next().unwrap_err();
    assert!(matches!(error, ReadError::RecordTooLong { line: 2, .. }), "{error}");
    assert!(records.fields.capacity() <= 2 << 20);
}

#[test]
fn more_columns_than_the_limit_are_refused() {
    let text = format!("{}\n", ",".repeat(5000));
    let error = rows(text.as_bytes()).unwrap_err();
    assert!(matches!(error, ReadError::TooManyColumns { line: 1, limit: 4096 }), "{error}");
}

#[test]
fn rows_of_another_length_are_counted_and_passed_over() {
    let mut records = Records::new(b"a,b\n1\n2,3\n4,5,6\n".as_slice(), &CsvOptions::default()).unwrap();
    assert_eq!(records.next().unwrap().map(|r| r.line), Some(3));
    assert!(records.next().unwrap().is_none());
    assert_eq!(records.rows(), 3);
    let problems = records.into_problems();
    let problem = problems.iter().next().unwrap();
    assert_eq!((problem.kind, problem.count), (ProblemKind::WrongFieldCount, 2));
    assert_eq!(problem.lines, [2, 4]);
}

#[test]
fn a_column_that_comes_twice_is_told_and_can_be_named() {
    let records =
        Records::new(b"id,category,category,category\n".as_slice(), &CsvOptions::default()).unwrap();
    assert_eq!(records.columns(), ["id", "category", "category#2", "category#3"]);
    assert_eq!(records.column("category#2").unwrap(), 2);
    assert!(matches!(records.column("kategory"), Err(ReadError::ColumnMissing { .. })));
    let problems = records.into_problems();
    assert_eq!(problems.iter().map(|p| (p.count, p.lines.clone())).collect::<Vec<_>>(), [(2, vec![1, 1])]);
}

#[test]
fn number_signs_of_the_header_itself_change_no_name() {
    for (header, columns) in [
        ("time#utc,time", vec!["time#utc", "time"]),
        ("n #,n #", vec!["n #", "n ##2"]),
        ("a,a,a#2,a", vec!["a", "a#3", "a#2", "a#4"]),
        ("a#2,a#2,a,a", vec!["a#2", "a#2#2", "a", "a#3"]),
        ("#,,,#2", vec!["#", "", "", "#2"]),
    ] {
        let records = Records::new(header.as_bytes(), &CsvOptions::default()).unwrap();
        assert_eq!(records.columns(), columns, "{header}");
        let told: u64 = records.into_problems().iter().map(|problem| problem.count).sum();
        let new = columns.iter().filter(|name| !header.split(',').any(|given| given == **name)).count();
        assert_eq!(told, new as u64, "{header}");
    }
}

#[test]
fn a_near_name_is_found_and_a_far_one_is_not() {
    let names = ["order_id", "order_status", "customer_id"];
    assert_eq!(nearest("oder_id", names), Some("order_id"));
    assert_eq!(nearest("Order_Stauts", names), Some("order_status"));
    assert_eq!(nearest("price", names), None);
}

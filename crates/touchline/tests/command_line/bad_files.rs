//! Files that cannot be read: each ends in a message with place and remedy, in bounded memory.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::run::{Done, Folder, LANGUAGES, is_said_in};

const HEADER: &str = "case,activity,time\n";
const ROWS: &str = "case,activity,time\n1,Order,2026-01-05 09:00\n1,Deliver,2026-01-07\n";

/// The stated ceiling of readers, and room for the program itself.
const CEILING_BYTES: u64 = (64 + 16) << 20;

/// Refused with this text in English, and in every language with the same place and words of its own.
fn refused(folder: &Folder, line: &str, place: &str, text: &str) {
    let english = folder.run(line);
    let said = english.refused();
    let last = said.lines().last().unwrap_or_default();
    assert!(last.starts_with(place), "{place:?}: {said}");
    assert!(last.contains(text), "{text:?}: {said}");
    for language in LANGUAGES {
        let done = folder.run(&format!("{line} --lang {language}"));
        let own = done.refused().lines().last().unwrap_or_default();
        assert!(own.starts_with(place), "{own}");
        assert!(if language == "en" { own == last } else { is_said_in(language, own, last) }, "{own}");
        assert_bounded(&done);
    }
    assert_bounded(&english);
}

fn assert_bounded(done: &Done) {
    assert!(done.peak_bytes < CEILING_BYTES, "{} bytes at the peak", done.peak_bytes);
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut packer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        packer.start_file(*name, SimpleFileOptions::default()).unwrap();
        packer.write_all(content).unwrap();
    }
    packer.finish().unwrap().into_inner()
}

#[test]
fn an_empty_file() {
    let folder = Folder::new("empty");
    folder.write("log.csv", "");
    refused(&folder, "mine log.csv", "log.csv:1: ", "The file is empty. Export it again");
    refused(&folder, "log info log.csv --json", "log.csv:1: ", "The file is empty");
}

#[test]
fn one_column() {
    let folder = Folder::new("one_column");
    folder.write("log.csv", "case\n1\n2\n");
    refused(
        &folder,
        "mine log.csv",
        "log.csv:1: ",
        "No column looks like the activity. Name it with --activity; the header has: case.",
    );
    refused(
        &folder,
        "mine log.csv --activity acse",
        "log.csv:1: ",
        "There is no column “acse”. The header has: case. Did you mean “case”?",
    );
}

#[test]
fn a_header_without_rows() {
    let folder = Folder::new("no_rows");
    folder.write("log.csv", HEADER);
    refused(
        &folder,
        "mine log.csv",
        "log.csv:1: ",
        "There are no rows below the header. Export the file again",
    );
}

#[test]
fn rows_of_which_none_can_be_used() {
    let folder = Folder::new("no_usable_rows");
    folder.write("log.csv", "case,activity,time\n,Order,2026-01-05\n1,,2026-01-05\n");
    refused(&folder, "mine log.csv", "log.csv: ", "None of the 2 rows can be used. Check");
}

#[test]
fn another_encoding() {
    let folder = Folder::new("encoding");
    let windows_1251 = b"case,activity,time\n1,\xcf\xee\xf0\xfa\xf7\xea\xe0,2026-01-05\n";
    folder.write("log.csv", windows_1251);
    refused(
        &folder,
        "mine log.csv",
        "log.csv:2:2: ",
        "The text is not UTF-8. Name its encoding, such as windows-1251",
    );
    let read = folder.run("mine log.csv --json --encoding windows-1251").json();
    assert_eq!(read["activities"][0]["name"], "Поръчка");

    let utf_16: Vec<u8> = ROWS.encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder.write("unmarked.csv", &utf_16);
    folder.write("marked.csv", [b"\xff\xfe", utf_16.as_slice()].concat());
    for file in ["unmarked.csv", "marked.csv"] {
        assert_eq!(folder.run(&format!("mine {file} --json")).json()["events"], 2);
    }
}

#[test]
fn a_quote_that_never_ends() {
    let folder = Folder::new("quote");
    folder.write("log.csv", format!("{ROWS}2,\"Order,2026-01-05\n3,Order,2026-01-06\n"));
    refused(&folder, "mine log.csv", "log.csv:4:2: ", "A quote is opened here and never closed. Close it");
}

#[test]
fn dates_that_no_one_can_read() {
    let folder = Folder::new("dates");
    folder.write("log.csv", "case,activity,time\n1,Order,03/04/2026\n1,Pay,04/05/2026\n");
    let text = "Column “time”: “03/04/2026” is not a time that can be read, like 2 of 2 values. Say how times are written";
    refused(&folder, "mine log.csv", "log.csv:2: ", text);
    let read = folder.run("mine log.csv --json --time-format %d/%m/%Y").json();
    assert_eq!(read["throughput_s"]["median"], 31.0 * 86_400.0 - 86_400.0 + 86_400.0);
}

#[test]
fn a_line_of_a_hundred_megabytes() {
    let folder = Folder::new("long_line");
    let mut file = folder.create("log.csv");
    file.write_all(ROWS.as_bytes()).unwrap();
    for _ in 0..100 {
        file.write_all(&[b'x'; 1 << 20]).unwrap();
    }
    refused(
        &folder,
        "mine log.csv",
        "log.csv:4: ",
        "The row is longer than 1,048,576 bytes. Look for a quote left open",
    );
    folder.write("commas.csv", format!("{ROWS}{}", ",".repeat(1 << 20)));
    let text = "The row has more than 4,096 columns. Check which character";
    refused(&folder, "mine commas.csv", "commas.csv:4: ", text);
}

#[test]
fn bombs() {
    let folder = Folder::new("bombs");
    let mut gz = GzEncoder::new(folder.create("log.csv.gz"), Compression::default());
    let mut zip = ZipWriter::new(folder.create("log.zip"));
    zip.start_file("log.csv", SimpleFileOptions::default()).unwrap();
    for packer in [&mut gz as &mut dyn Write, &mut zip] {
        packer.write_all(ROWS.as_bytes()).unwrap();
        for _ in 0..100 {
            packer.write_all(&[b'\n'; 1 << 20]).unwrap();
        }
    }
    gz.finish().unwrap();
    zip.finish().unwrap();
    let text = "The file unpacks to more than 200 times its size, as only a zip bomb does. If you trust it, unpack it first.";
    refused(&folder, "mine log.csv.gz", "log.csv.gz: ", text);
    refused(&folder, "mine log.zip", "log.zip: ", text);
}

#[test]
fn archives() {
    let folder = Folder::new("archives");
    folder.write("two.zip", zipped(&[("a.csv", ROWS.as_bytes()), ("b.csv", HEADER.as_bytes())]));
    refused(
        &folder,
        "mine two.zip",
        "two.zip: ",
        "it holds: a.csv, b.csv. Name one of them (on the command line --entry",
    );
    assert_eq!(folder.run("mine two.zip --entry a.csv --json").json()["events"], 2);

    folder.write("none.zip", zipped(&[]));
    refused(&folder, "mine none.zip", "none.zip: ", "There is no file in the zip archive.");

    let mut locked = zipped(&[("a.csv", ROWS.as_bytes())]);
    let directory = locked.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    // The lowest of the general-purpose flags says "encrypted" (APPNOTE 4.4.4).
    locked[6] |= 1;
    locked[directory + 8] |= 1;
    folder.write("locked.zip", &locked);
    refused(&folder, "mine locked.zip", "locked.zip: ", "locked with a password. Unpack it first.");

    let whole = zipped(&[("a.csv", ROWS.as_bytes())]);
    folder.write("cut.zip", &whole[..whole.len() / 2]);
    refused(&folder, "mine cut.zip", "cut.zip: ", "The zip archive is broken");

    let mut gz = GzEncoder::new(Vec::new(), Compression::default());
    gz.write_all(ROWS.repeat(100).as_bytes()).unwrap();
    let gz = gz.finish().unwrap();
    folder.write("cut.csv.gz", &gz[..gz.len() / 2]);
    refused(&folder, "mine cut.csv.gz", "cut.csv.gz: ", "The packed data is broken or cut short.");

    let piped = folder.run_with("mine -", &[], &whole);
    assert!(piped.refused().contains("A zip archive cannot be read from standard input. Name the file."));
}

#[test]
fn what_is_not_there_or_no_file() {
    let folder = Folder::new("not_there");
    refused(&folder, "mine log.csv", "log.csv: ", "There is no such file. Check the name");
    std::fs::create_dir(folder.path("folder")).unwrap();
    refused(&folder, "mine folder", "folder: ", "This is a folder. Name a file.");
}

#[test]
fn text_from_a_file_cannot_steer_the_terminal() {
    let folder = Folder::new("control");
    folder.write("log.csv", "case,activity,time\n1,a\u{1b}[2Jb,2026-01-05\n1,c,\u{1b}[31mred\n");
    let done = folder.run("mine log.csv");
    assert_eq!(done.code, Some(0));
    assert!(!done.out.contains('\u{1b}') && !done.err.contains('\u{1b}'), "{} {}", done.out, done.err);
}

//! BPMN files that are refused: each with its place, the limit and the way out, in bounded memory.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::run::{Folder, LANGUAGES, is_said_in};

/// A file at the limit and its tree, and room for the program itself.
const CEILING_BYTES: u64 = 400 << 20;

const HEAD: &str = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">";

/// Refused by every command, with this said in English and words of its own in every language.
fn refused(folder: &Folder, file: &str, place: &str, text: &str) {
    let line = format!("map check {file}");
    let english = folder.run(&line);
    let said = english.refused().to_owned();
    assert!(said.starts_with(place) && said.contains(text), "{said}");
    assert!(english.peak_bytes < CEILING_BYTES, "{} bytes at the peak", english.peak_bytes);
    for language in LANGUAGES.iter().skip(1) {
        let own = folder.run(&format!("{line} --lang {language}"));
        assert!(own.refused().starts_with(place) && is_said_in(language, &own.err, &said), "{}", own.err);
    }
    for line in [format!("map convert {file} --out out.svg"), format!("map diff {file} {file}")] {
        assert_eq!(folder.run(&line).refused(), said);
    }
    assert!(!folder.files().contains(&"out.svg".to_owned()));
}

#[test]
fn no_xml_and_no_bpmn() {
    let folder = Folder::new("map_no_bpmn");
    folder.write("empty.bpmn", "");
    refused(&folder, "empty.bpmn", "empty.bpmn: ", "The file holds no XML.");
    folder.write("page.bpmn", "<html>\n<body/></html>");
    refused(&folder, "page.bpmn", "page.bpmn:1:1: ", "not BPMN 2.0");
    refused(&folder, "none.bpmn", "none.bpmn: ", "There is no such file.");
}

#[test]
fn entities_are_never_expanded() {
    let folder = Folder::new("map_entities");
    let laughs: String =
        (1..10).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))).collect();
    folder.write(
        "laughs.bpmn",
        format!(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE d [<!ENTITY l0 \"lol\">{laughs}]>\n{HEAD}&l9;</definitions>"
        ),
    );
    refused(&folder, "laughs.bpmn", "laughs.bpmn:2:1: ", "Remove <!DOCTYPE …> from the file.");
    folder.write("secret.txt", "top secret");
    folder.write(
        "outside.bpmn",
        format!("<!DOCTYPE d [<!ENTITY x SYSTEM \"secret.txt\">]>\n{HEAD}&x;</definitions>"),
    );
    refused(&folder, "outside.bpmn", "outside.bpmn:1:1: ", "it may pull in other files");
}

#[test]
fn nesting_bombs() {
    let folder = Folder::new("map_nesting");
    folder.write("deep.bpmn", format!("{HEAD}{}", "<subProcess>".repeat(1_000_000)));
    refused(&folder, "deep.bpmn", "deep.bpmn:1:", "nested more than 256 deep");
}

#[test]
fn an_attribute_of_100_megabytes() {
    let folder = Folder::new("map_attribute");
    let mut file = folder.create("long.bpmn");
    write!(file, "{HEAD}<process id=\"").unwrap();
    let block = vec![b'a'; 1 << 20];
    (0..100).for_each(|_| file.write_all(&block).unwrap());
    write!(file, "\"/></definitions>").unwrap();
    refused(&folder, "long.bpmn", "long.bpmn: ", "larger than 67,108,864 bytes");

    let mut packer = GzEncoder::new(folder.create("long.bpmn.gz"), Compression::fast());
    write!(packer, "{HEAD}<process id=\"").unwrap();
    (0..100).for_each(|_| packer.write_all(&block).unwrap());
    packer.finish().unwrap();
    refused(&folder, "long.bpmn.gz", "long.bpmn.gz: ", "larger than 67,108,864 bytes");

    folder.write("five.bpmn", format!("{HEAD}\n<process id=\"{}\"/></definitions>", "a".repeat(5 << 20)));
    refused(&folder, "five.bpmn", "five.bpmn:2:10: ", "longer than 4,194,304 bytes");
}

#[test]
fn a_hundred_thousand_loose_steps_are_checked_in_bounded_memory() {
    let folder = Folder::new("map_loose");
    let steps: String = (0..100_000).map(|n| format!("<task id=\"t{n}\"/>")).collect();
    folder.write("loose.bpmn", format!("{HEAD}<process id=\"p\">{steps}</process></definitions>"));
    let done = folder.run("map check loose.bpmn");
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.out.contains("hint · soundness-open (1)"), "{}", done.out);
    assert!(done.peak_bytes < CEILING_BYTES, "{} bytes at the peak", done.peak_bytes);
}

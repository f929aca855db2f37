//! What is printed and written when all is well.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::run::{Folder, LANGUAGES};

/// The made-up shop with its spec.
fn shop(name: &str) -> Folder {
    let folder = Folder::new(name);
    samples::shop::write(400, 1, &mut |file| Ok(Box::new(File::create(folder.path(file))?))).unwrap();
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/shop.toml");
    folder.write("shop.toml", std::fs::read(spec).unwrap());
    folder
}

/// A log of four cases with all that can be told of one.
fn log(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write(
        "log.csv",
        "case_id,activity,start_time,end_time,resource\n\
         1,Order,2026-01-05 08:00,2026-01-05 09:00,Ann\n\
         2,Order,2026-01-05 09:00,2026-01-05 09:30,Ben\n\
         1,Deliver,,2026-01-07 09:00,Ann\n\
         2,Pay,,2026-01-05 10:30,\n\
         2,Pay,,2026-01-05 11:30,\n\
         3,Order,,soon,Ann\n\
         4,Order,,2026-01-09,Ann\n",
    );
    folder
}

/// Names of fields and kinds of values; of a list, those of its first item.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), shape(value))).collect(),
        Value::Array(items) => items.first().map_or_else(|| json!([]), |item| json!([shape(item)])),
        Value::Null => json!("null"),
        Value::Bool(_) => json!("flag"),
        Value::Number(_) => json!("number"),
        Value::String(_) => json!("text"),
    }
}

#[test]
fn a_report_in_json_keeps_its_fields() {
    let folder = shop("report_json");
    let report = folder.run("report shop.toml --json").json();
    assert_eq!(report["cases"], 400);
    insta::assert_snapshot!(serde_json::to_string_pretty(&shape(&report)).unwrap());
    assert!(!folder.files().contains(&"report.html".to_owned()), "no page unless one is asked for");
    let other = folder.run("report shop.toml --json --lang zh").json();
    assert_eq!(report, other, "figures do not depend on the language");
}

#[test]
fn a_report_in_words_names_the_page() {
    let folder = shop("report_page");
    for language in LANGUAGES {
        let done = folder.run(&format!("report shop.toml --lang {language}"));
        assert_eq!(done.code, Some(0), "{}", done.err);
        assert!(done.out.lines().last().is_some_and(|line| line.ends_with("report.html")), "{}", done.out);
        assert!(done.out.lines().count() >= 9, "{}", done.out);
        let page = folder.read("report.html");
        assert!(page.contains(&format!("lang=\"{language}\"")) && page.trim_end().ends_with("</html>"));
        assert!(done.err.lines().any(|line| line.starts_with("orders.csv:")), "{}", done.err);
    }
    assert!(!folder.files().iter().any(|name| name.ends_with(".part")), "{:?}", folder.files());
    let done = folder.run("report shop.toml --json --out page.html");
    assert_eq!(done.json()["cases"], 400);
    assert!(folder.read("page.html").contains("</html>"));
}

#[test]
fn data_may_lie_in_another_folder_and_the_spec_come_from_a_pipe() {
    let folder = shop("report_data");
    let spec = folder.read("shop.toml");
    let elsewhere = Folder::new("report_elsewhere");
    let line = format!("report - --json --data {}", folder.path("").display());
    assert_eq!(elsewhere.run_with(&line, &[], spec.as_bytes()).json()["cases"], 400);
    assert!(elsewhere.files().is_empty());
}

#[test]
fn a_mined_log_in_json_is_right_and_keeps_its_fields() {
    let done = log("mine_json").run("mine log.csv --json");
    let mined = done.json();
    insta::assert_json_snapshot!(mined);
    assert!(done.err.starts_with("Columns: case “case_id” · activity “activity” · time “end_time” · start “start_time” · resource “resource”\n"));
    assert!(
        done.err.ends_with(
            "log.csv:7: column “end_time”: the time cannot be read and is left out (first: “soon”), once\n"
        ),
        "{}",
        done.err
    );
}

#[test]
fn a_log_in_words() {
    let folder = log("mine_words");
    let mined = folder.run("mine log.csv");
    assert!(mined.out.starts_with("Cases: 3, events: 6, variants: 3\n"), "{}", mined.out);
    insta::assert_snapshot!(mined.out);
    let info = folder.run("log info log.csv");
    insta::assert_snapshot!(info.out);
    for language in &LANGUAGES[1..] {
        for (line, english) in [("mine log.csv", &mined.out), ("log info log.csv", &info.out)] {
            let own = folder.run(&format!("{line} --lang {language}"));
            assert_eq!(own.code, Some(0));
            assert_ne!(own.out, *english);
            assert!(!own.out.contains("Unknown localization"), "{}", own.out);
        }
    }
}

#[test]
fn what_a_log_holds_in_json() {
    let info = log("info_json").run("log info log.csv --json").json();
    insta::assert_json_snapshot!(info);
}

#[test]
fn plain_gzip_zip_and_pipe_give_the_same() {
    let folder = log("packed");
    let plain = folder.read("log.csv");
    let mut gz = flate2::write::GzEncoder::new(folder.create("log.csv.gz"), flate2::Compression::default());
    gz.write_all(plain.as_bytes()).unwrap();
    gz.finish().unwrap();
    let mut zip = zip::ZipWriter::new(folder.create("log.zip"));
    zip.start_file("log.csv", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(plain.as_bytes()).unwrap();
    zip.finish().unwrap();
    let expected = folder.run("mine log.csv --json").out;
    assert_eq!(folder.run("mine log.csv.gz --json").out, expected);
    assert_eq!(folder.run("mine log.zip --json").out, expected);
    assert_eq!(folder.run_with("mine - --json", &[], plain.as_bytes()).out, expected);
    let packed = std::fs::read(folder.path("log.csv.gz")).unwrap();
    assert_eq!(folder.run_with("mine - --json", &[], &packed).out, expected);
}

#[test]
#[cfg(unix)]
fn a_pipe_may_be_named_by_its_path() {
    let folder = log("named_pipe");
    let plain = folder.read("log.csv");
    let expected = folder.run("mine log.csv --json").out;
    assert_eq!(folder.run_with("mine /dev/stdin --json", &[], plain.as_bytes()).out, expected);

    let shop = shop("report_named_pipe");
    let expected = shop.run("report shop.toml --json").json();
    let orders = shop.read("orders.csv");
    std::fs::remove_file(shop.path("orders.csv")).unwrap();
    std::os::unix::fs::symlink("/dev/stdin", shop.path("orders.csv")).unwrap();
    assert_eq!(shop.run_with("report shop.toml --json", &[], orders.as_bytes()).json(), expected);
}

#[test]
fn columns_delimiter_zone_and_number_of_variants_can_be_named() {
    let folder = Folder::new("named");
    folder.write(
        "log.csv",
        "id~what~when\n1~Order~5.7.2026 09:00\n1~Pay~5.7.2026 10:00\n2~Pay~5.7.2026 10:00\n",
    );
    let line = "mine log.csv --json --delimiter ~ --case id --activity what --time when --time-zone Europe/Sofia --variants 1";
    let mined = folder.run(line).json();
    assert_eq!((&mined["variants"], mined["top_variants"].as_array().unwrap().len()), (&json!(2), 1));
    let info = folder.run(&line.replace("mine", "log info").replace(" --variants 1", "")).json();
    assert_eq!(info["period"]["from"], "2026-07-05T06:00:00Z");
}

#[test]
fn the_delimiter_is_found_out() {
    let folder = log("delimiter");
    let expected = folder.run("mine log.csv --json").out;
    for delimiter in [";", "\t", "|"] {
        folder.write("other.csv", folder.read("log.csv").replace(',', delimiter));
        assert_eq!(folder.run("mine other.csv --json").out, expected, "{delimiter:?}");
    }
}

#[test]
fn nobody_complains_when_nobody_reads() {
    let folder = Folder::new("pipe");
    let mut rows = b"case,activity,time\n".to_vec();
    for i in 0..20_000 {
        writeln!(rows, "{i},activity {i} with a name that is rather long,2026-01-05").unwrap();
    }
    folder.write("log.csv", rows);
    let mut child = Command::new(env!("CARGO_BIN_EXE_touchline"))
        .args(["mine", "log.csv", "--json"])
        .current_dir(folder.path(""))
        .env_clear()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(said.lines().count(), 1, "{said}");
}

//! Specs with mistakes, and specs whose files cannot be read.

use crate::run::{Folder, LANGUAGES, is_said_in};

const SPEC: &str = r#"title = "Orders"
cases = "orders"
files.orders = { path = "orders.csv", case = "id" }
lane = [{ id = "customer", name = "Customer", visibility = "customer" }]
step = [
    { name = "Ordered", lane = "customer", file = "orders", time = "ordered" },
    { name = "Delivered", lane = "customer", file = "orders", time = "delivered" },
]
"#;

fn folder(name: &str, spec: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("spec.toml", spec);
    folder.write("orders.csv", "id,ordered,delivered\n1,2026-01-05,2026-01-07\n2,2026-01-06,\n");
    folder
}

fn refused(folder: &Folder, lines: &[&str]) {
    let english = folder.run("report spec.toml");
    let said: Vec<&str> = english.refused().lines().collect();
    assert_eq!(said, lines);
    for language in &LANGUAGES[1..] {
        let done = folder.run(&format!("report spec.toml --lang {language}"));
        let own: Vec<&str> = done.refused().lines().collect();
        assert_eq!(own.len(), lines.len());
        for (own, english) in own.iter().zip(lines) {
            assert!(is_said_in(language, own, english), "{own}");
            let place = |line: &str| line.split(": ").next().map(str::to_owned);
            assert_eq!(place(own), place(english), "{own}");
        }
    }
    assert_eq!(folder.files(), ["orders.csv", "spec.toml"], "no page, and nothing left behind");
}

#[test]
fn every_mistake_at_once_with_its_place() {
    let spec = SPEC
        .replace("title", "tilte")
        .replace("file = \"orders\", time = \"delivered\"", "file = \"order\", time = \"delivered\"");
    refused(
        &folder("mistakes", &spec),
        &[
            "spec.toml:1:1: [spec] lacks the key “title”. Add it.",
            "spec.toml:1:1: [spec] has no key “tilte”. It may hold: about, cases, currency, driver, end, fields, files, group, lane, lead_time, log, null, promise, score, seed, step, time_zone, title, what_if. Did you mean “title”?",
            "spec.toml:7:53: There is no file “order” in the spec. Add it under [files], or use the name of one that is there. Did you mean “orders”?",
        ],
    );
}

#[test]
fn a_file_that_is_no_toml() {
    let folder = folder("no_toml", "title = \"Orders\ncases = 1\n");
    let done = folder.run("report spec.toml");
    assert!(done.refused().starts_with("spec.toml:1:16: This is not TOML ("), "{}", done.err);
    assert!(done.err.ends_with("). Check quotes, brackets and equals signs.\n"), "{}", done.err);
}

#[test]
fn a_spec_that_is_no_text() {
    let folder = Folder::new("spec_no_text");
    folder.write("spec.toml", b"title = \"a\"\n# \xcf\xee\n");
    let done = folder.run("report spec.toml");
    assert_eq!(done.refused(), "spec.toml:2: The spec is not UTF-8 here. Save it as UTF-8.\n");
    folder.write("spec.toml", "#".repeat(2 << 20));
    let done = folder.run("report spec.toml");
    assert_eq!(done.refused(), "spec.toml:1:1: The spec is longer than 1,048,576 bytes. Make it shorter.\n");
    assert!(folder.run("report none.toml").refused().starts_with("none.toml: There is no such file."));
}

#[test]
fn a_data_file_that_is_missing() {
    let folder = folder("missing_data", &SPEC.replace("orders.csv", "order.csv"));
    refused(&folder, &["order.csv: There is no such file. Check the name and the folder."]);
    let done = folder.run("report spec.toml --data elsewhere");
    assert!(done.refused().starts_with("elsewhere/order.csv: There is no such file."), "{}", done.err);
}

#[test]
fn paths_that_lead_out_of_the_data_folder() {
    for (name, path) in
        [("escape_up", "../orders.csv"), ("escape_root", "/etc/passwd"), ("escape_later", "a/../../b.csv")]
    {
        let folder = folder(name, &SPEC.replace("orders.csv", path));
        let text = "This path leads out of the data folder. Use a path below it, without “..”, or name another folder with --data.";
        refused(&folder, &[&format!("{path}: {text}")]);
    }
}

#[test]
fn a_column_that_is_missing() {
    let folder = folder("missing_column", &SPEC.replace("\"delivered\" }", "\"deliverd\" }"));
    refused(
        &folder,
        &[
            "orders.csv:1: There is no column “deliverd”. The header has: id, ordered, delivered. Did you mean “delivered”?",
        ],
    );
}

#[test]
fn a_page_that_cannot_be_written_or_would_cost_data() {
    let folder = folder("page", SPEC);
    let done = folder.run("report spec.toml --out none/page.html");
    assert!(done.refused().contains("none/page.html: This could not be written."), "{}", done.err);
    for input in ["spec.toml", "orders.csv"] {
        let before = folder.read(input);
        let done = folder.run(&format!("report spec.toml --out {input}"));
        assert_eq!(done.code, Some(2));
        assert!(done.err.contains("which is read here. Give --out another name."), "{}", done.err);
        assert_eq!(folder.read(input), before);
    }
}

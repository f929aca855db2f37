//! The page: whole, safe, and in every language.

use crate::files::{Memory, shop, shop_spec};
use language::Language;

const SPEC: &str = r#"
title = "Orders & <more>"
cases = "orders"
files.orders = { path = "orders.csv", case = "id" }
fields.name = { file = "orders", column = "name" }
fields.score = { file = "orders", column = "score", kind = "number" }
lane = [{ id = "customer", name = "Customer", visibility = "customer" }]
log = { file = "orders", activity = "activity", time = "time", lane = "customer" }
group = { field = "name", name = "customer" }
score = { name = "Score", file = "orders", value = "score", time = "time", scale = [1, 5] }
"#;

const ROWS: &str = "id,name,activity,time,score\n\
    1,<script>alert(1)</script>,Ask,2026-01-01,5\n\
    1,<script>alert(1)</script>,\"<img src=x onerror=\"\"alert(2)\"\">\",2026-01-02,\n\
    2,\"</title></style>\"\" onload=\"\"x\",Ask,2026-01-03,1\n\
    3,Żółć & 订单,Ask,not a time <b>,2\n\
    4,Żółć & 订单,Ask,2026-01-03,3\n\
    5,Żółć & 订单,Ask,2026-01-04,3\n";

fn page(spec: &str, files: &Memory, language: Language) -> String {
    let spec = report::Spec::parse(spec).expect("a sound spec");
    report::report(&spec, files).expect("readable files").to_html(language)
}

#[test]
fn text_from_the_data_stays_text() {
    let html = page(SPEC, &Memory::of(&[("orders.csv", ROWS)]), Language::En);
    for hostile in ["<script", "<img", "</title></style>", "\" onload", "<b>", "<more>"] {
        assert!(!html.contains(hostile), "{hostile} came through");
    }
    assert!(html.contains("alert(1)"), "the text itself is shown");
    assert!(html.contains("Żółć"));
}

#[test]
fn the_page_needs_nothing_but_itself() {
    let html = report::report(&shop_spec(), &shop(300)).unwrap().to_html(Language::En);
    for reference in ["src=", "<link", "@import", "url(", "<script", "<iframe", "http://", "https://"] {
        let found = html
            .match_indices(reference)
            .filter(|(at, _)| !html[*at..].starts_with("http://www.w3.org/2000/svg"));
        assert_eq!(found.count(), 0, "{reference}");
    }
    assert!(html.starts_with("<!doctype html>"));
    for mark in ["name=\"viewport\"", "prefers-color-scheme: dark", "@media print", "Content-Security-Policy"]
    {
        assert!(html.contains(mark), "{mark}");
    }
}

#[test]
fn every_language_has_every_word() {
    let report = report::report(&shop_spec(), &shop(300)).unwrap();
    let english = report.to_html(Language::En);
    for language in Language::ALL {
        let html = report.to_html(language);
        assert!(html.contains(&format!("<html lang=\"{}\">", language.code())));
        assert!(!html.contains("Unknown localization"), "{language:?} lacks a text");
        assert!(!html.contains("{ $"), "{language:?} leaves a value out");
        if language != Language::En {
            for sentence in
                ["What customers said", "What is wrong with the data", "Line of visibility", "Warehouse"]
            {
                assert!(english.contains(sentence) && !html.contains(sentence), "{language:?}: {sentence}");
            }
        }
    }
}

#[test]
fn a_report_of_next_to_nothing_is_a_page() {
    let spec = r#"
        title = "One event"
        cases = "f"
        files.f = { path = "f.csv", case = "id" }
        lane = [{ id = "c", name = "Customer", visibility = "customer" }]
        step = [{ name = "Seen", lane = "c", file = "f", time = "t" }]
    "#;
    for rows in ["id,t\n1,2026-01-01\n", "id,t\n1,\n"] {
        let html = page(spec, &Memory::of(&[("f.csv", rows)]), Language::En);
        assert!(html.contains("</html>"), "{rows:?}");
    }
}

#[test]
fn results_keep_their_shape() {
    let report = report::report(&shop_spec(), &shop(60)).unwrap();
    insta::assert_json_snapshot!(report.to_json());
}

//! Whole reports over strangers' files: figures that add up, JSON, and a page in which no tag of the data stands.
#![no_main]

use std::io::{self, Cursor};
use std::sync::LazyLock;

use language::Language;
use libfuzzer_sys::fuzz_target;
use report::{Files, Spec};

static SPEC: LazyLock<Spec> =
    LazyLock::new(|| Spec::parse(include_str!("../seeds/spec/whole.toml")).expect("a sound spec"));

/// Three files, set apart by a byte that CSV has no use for.
struct Parts<'a>([&'a [u8]; 3]);

impl Files for Parts<'_> {
    fn open(&self, path: &str) -> io::Result<Box<dyn eventlog::Seekable + '_>> {
        let number = ["orders.csv", "customers.csv", "reviews.csv"].iter().position(|name| *name == path);
        Ok(Box::new(Cursor::new(self.0[number.expect("a file of the spec")])))
    }
}

fuzz_target!(|input: &[u8]| {
    let mut parts = input.split(|byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let files = Parts([part(), part(), part()]);
    let Ok(report) = report::report(&SPEC, &files) else { return };
    let json = report.to_json();
    assert_eq!(json["cases"], report.cases);
    let ends: u64 = report.steps.iter().filter(|step| step.end.is_some()).map(|step| step.count).sum();
    assert!(ends <= report.cases);
    if let Some(promise) = &report.promise {
        assert!(promise.all.late <= promise.all.n && promise.all.n <= report.cases);
    }
    let html = report.to_html(Language::Bg);
    assert!(html.ends_with("</html>\n") || html.ends_with("</html>"));
    assert!(!html.contains("<script") && !html.contains("<img"));
});

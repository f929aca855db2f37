//! Reports on any data: a file that cannot be read, or figures that agree with each other.
#![no_main]

use std::io::{self, Cursor};
use std::sync::LazyLock;

use eventlog::Seekable;
use language::Language;
use libfuzzer_sys::fuzz_target;
use report::{Spec, wording};

static SPEC: LazyLock<Spec> = LazyLock::new(|| Spec::parse(SPEC_TEXT).expect("a spec"));

/// Everything a spec may hold, with few resamples.
const SPEC_TEXT: &str = include_str!("report.toml");

struct Memory<'a>(Vec<&'a [u8]>);

impl report::Files for Memory<'_> {
    fn open(&self, path: &str) -> io::Result<Box<dyn Seekable + '_>> {
        let number = ["orders.csv", "customers.csv", "reviews.csv"].iter().position(|name| *name == path);
        let content = number.and_then(|number| self.0.get(number)).ok_or(io::ErrorKind::NotFound)?;
        Ok(Box::new(Cursor::new(*content)))
    }
}

fuzz_target!(|data: &[u8]| {
    // The files one after the other, parted by a byte that UTF-8 does not have.
    let files = Memory(data.splitn(3, |byte| *byte == 0xff).collect());
    let report = match report::report(&SPEC, &files) {
        Ok(report) => report,
        Err(failed) => {
            let words = wording::read_error(Language::Bg, &failed.error);
            assert!(!words.is_empty() && !words.contains("Unknown localization"), "{words}");
            return;
        }
    };
    let json = report.to_json();
    assert_eq!(json["cases"], report.cases);
    if let Some(promise) = &report.promise {
        assert!(promise.all.late <= promise.all.n && promise.all.n <= report.cases);
    }
    let steps: u64 = report.steps.iter().filter(|step| step.end.is_none()).map(|step| step.count).sum();
    assert_eq!(steps, report.events);
    for found in &report.problems {
        let words = wording::problem(Language::Zh, &found.problem);
        assert!(!words.is_empty() && !words.contains("Unknown localization"), "{words}");
    }
    // Drawing takes ten times as long as all the rest: one input in sixteen is enough.
    if data.len() % 16 == 0 {
        let page = report.to_html(Language::En);
        assert!(!page.contains("<script>alert"), "text from the data stays text");
    }
});

//! Our own scenarios: whatever is read either says what is wrong, or runs to an end on a small map.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sim::{Net, Options, Progress, Scenario};

fuzz_target!(|text: &str| {
    let Ok(scenario) = Scenario::from_toml(text) else { return };
    let mut draft = Net::draft();
    let (start, task, end) = (draft.start("s"), draft.task("t", ""), draft.end("e"));
    draft.flow("f1", start, task);
    draft.flow("f2", task, end);
    let net = draft.freeze().expect("a net");
    let mut options = Options::new("2024-01-01T09:00:00+00:00[UTC]".parse().expect("a time"));
    (options.cases, options.replications) = (20, 1);
    options.until_s = Some(1e7);
    if let Ok(report) = sim::run(&net, &scenario, &options, &Progress::default(), None) {
        assert_eq!(report.cases, 20);
    }
});

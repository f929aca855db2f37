//! Scenarios of BPSim with the map they stand in: whatever is read either says what is wrong, or runs to an end.
#![no_main]

use bpmn::model::Model;
use bpmn::xml::Document;
use libfuzzer_sys::fuzz_target;
use sim::{Net, Options, Progress, Scenario};

fuzz_target!(|bytes: &[u8]| {
    let Ok((document, _)) = Document::read(bytes) else { return };
    let Ok(net) = Net::from_model(&Model::read(&document).0) else { return };
    let Ok(scenario) = Scenario::from_bpsim(&document, None) else { return };
    let mut options = Options::new("2024-01-01T09:00:00+00:00[UTC]".parse().expect("a time"));
    (options.cases, options.replications) = (5, 1);
    options.until_s = Some(1e7);
    if let Ok(report) = sim::run(&net, &scenario, &options, &Progress::default(), None) {
        assert_eq!(report.cases, 5);
    }
});

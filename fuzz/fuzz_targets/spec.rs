//! Specs of reports: read, or refused with places that lie within the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use report::Spec;

fuzz_target!(|text: &str| {
    match Spec::parse(text) {
        Ok(spec) => {
            assert!(spec.cases < spec.files.len() && !spec.lanes.is_empty());
            assert!(spec.steps.iter().all(|step| step.lane < spec.lanes.len()));
        }
        Err(mistakes) => {
            assert!(!mistakes.is_empty());
            let lines = text.split('\n').count();
            assert!(mistakes.iter().all(|mistake| (1..=lines).contains(&mistake.line) && mistake.column > 0));
        }
    }
});

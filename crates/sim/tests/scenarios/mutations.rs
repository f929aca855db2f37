//! Scenarios with random pieces changed are refused or run to an end: no panic, no hang.

use super::desk::{BPSIM, MAP, PROSIMOS, TOML, net, options, read_map};
use proptest::prelude::*;
use sim::{Progress, Scenario};

/// Pieces that put readers to the test.
const PIECES: &[&str] = &[
    "",
    "0",
    "-1",
    "1e308",
    "1e-308",
    "NaN",
    "null",
    "[]",
    "{}",
    "\"\"",
    "true",
    "9e99",
    "0.5",
    "\"FUZZY\"",
    "24:00:00",
    "exponential",
    "1d",
    "always",
    "é",
    "\\",
    "'",
    "\"",
    ",",
    "]",
    "}",
];

/// Replaces some words of a text, those between punctuation, by pieces.
fn changed(text: &str, changes: &[(usize, usize)]) -> String {
    let mut words: Vec<&str> = text.split_inclusive([' ', ',', ':', '"', '=', '\n', '>']).collect();
    for (word, piece) in changes {
        let at = word % words.len();
        words[at] = PIECES[piece % PIECES.len()];
    }
    words.concat()
}

fn runs(scenario: Result<Scenario, sim::Error>) {
    let Ok(scenario) = scenario else { return };
    let mut options = options(30, 1);
    options.until_s = Some(1e8);
    if let Ok(report) = sim::run(&net(MAP), &scenario, &options, &Progress::default(), None) {
        assert!(report.cost.total >= 0.0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn any_scenario_is_refused_or_runs(changes in prop::collection::vec((0..1_000usize, 0..100usize), 1..4)) {
        runs(Scenario::from_prosimos(changed(PROSIMOS, &changes).as_bytes()));
        runs(Scenario::from_toml(&changed(TOML, &changes)));
        if let Ok((document, _)) = bpmn::xml::Document::read(changed(BPSIM, &changes).as_bytes()) {
            runs(Scenario::from_bpsim(&document, None));
        }
    }
}

#[test]
fn the_scenarios_that_are_changed_are_right() {
    assert!(Scenario::from_prosimos(changed(PROSIMOS, &[]).as_bytes()).is_ok());
    assert!(Scenario::from_toml(&changed(TOML, &[])).is_ok());
    assert!(Scenario::from_bpsim(&read_map(&changed(BPSIM, &[])), None).is_ok());
}

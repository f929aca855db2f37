//! Scenarios in each format on a small service desk: the same figures, the same bytes for any number of threads, and what is
//! wrong by name and place.

mod business;
mod desk;
mod mistakes;
mod mutations;
mod peer;
mod semantics;
mod written;

use desk::{BPSIM, MAP, PROSIMOS, PROSIMOS_OLD, TOML, net, options, read_map};
use sim::{Progress, Report, Scenario};

fn run(scenario: &Scenario) -> Report {
    sim::run(&net(MAP), scenario, &options(2_000, 4), &Progress::default(), None).unwrap()
}

/// One process stated four times: names differ where formats name people differently, figures do not.
#[test]
fn four_formats_say_the_same() {
    let document = read_map(BPSIM);
    let reports = [
        run(&Scenario::from_prosimos(PROSIMOS.as_bytes()).unwrap()),
        run(&Scenario::from_prosimos(PROSIMOS_OLD.as_bytes()).unwrap()),
        run(&Scenario::from_toml(TOML).unwrap()),
        run(&Scenario::from_bpsim(&document, None).unwrap()),
    ];
    for report in &reports {
        assert_eq!(report.cycle_time_s, reports[0].cycle_time_s);
        assert_eq!(report.waiting_time_s, reports[0].waiting_time_s);
        assert!((report.cost.total - reports[0].cost.total).abs() < 1e-6 * report.cost.total);
        let worked = |report: &Report| report.resources.iter().map(|resource| resource.tasks).sum::<f64>();
        assert_eq!(worked(report), worked(&reports[0]));
    }
    assert_eq!(
        reports[0].tasks.iter().map(|task| &*task.name).collect::<Vec<_>>(),
        ["Log", "Solve", "Escalate"]
    );
    assert_eq!(reports[0].resources[0].profile, "First line");
    assert_eq!((reports[0].resources[0].id.as_str(), reports[0].resources.len()), ("first_0", 3));
}

#[test]
fn the_answer_is_the_same_for_any_number_of_threads() {
    let scenario = Scenario::from_prosimos(PROSIMOS.as_bytes()).unwrap();
    let bytes = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let report = pool.install(|| {
            sim::run(&net(MAP), &scenario, &options(500, 12), &Progress::default(), None).unwrap()
        });
        serde_json::to_string(&report).unwrap()
    };
    let one = bytes(1);
    assert_eq!(one, bytes(2));
    assert_eq!(one, bytes(8));
}

#[test]
fn a_comparison_is_paired() {
    let scenario = Scenario::from_toml(TOML).unwrap();
    let more = Scenario::from_toml(&TOML.replace("count = 2", "count = 3")).unwrap();
    let net = net(MAP);
    let options = options(2_000, 6);
    let report =
        sim::compare((&net, &scenario), (&net, &more), &options, &Progress::default(), None).unwrap();
    let compared = report.compare.unwrap();
    let delta = compared.delta.waiting_time_s;
    let apart = compared.other.waiting_time_s.mean.unwrap() - report.waiting_time_s.mean.unwrap();
    assert!((delta.mean.unwrap() - apart).abs() < 1e-9 * apart.abs());
    let [low, high] = delta.ci95.unwrap();
    assert!(high < 0.0, "one more person shortens the wait: {low} to {high}");
    // Work is the same but for rounding: the same numbers are drawn for the same cases.
    assert!(compared.delta.processing_time_s.mean.unwrap().abs() < 1e-9);
    assert_eq!(compared.delta.tasks[1].count.mean, Some(0.0));
}

#[test]
fn a_cancelled_run_stops() {
    let scenario = Scenario::from_toml(TOML).unwrap();
    let progress = Progress::default();
    progress.cancel();
    let stopped = sim::run(&net(MAP), &scenario, &options(100_000, 50), &progress, None);
    assert_eq!(stopped, Err(sim::Error::Cancelled));
    let done = Progress::default();
    sim::run(&net(MAP), &scenario, &options(1_000, 3), &done, None).unwrap();
    assert_eq!(done.cases(), 3_000);
}

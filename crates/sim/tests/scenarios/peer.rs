//! The same service desk as in ten runs of Prosimos 2.1.0 (5,000 cases each, from Monday at nine): intervals meet.
//!
//! Prosimos' times within a shift's end are compared where it counts them right: elapsed time, waits, work of tasks, costs of
//! tasks, utilisation. `docs/guide/simulate.md` says where its processing time of cases is another.

use super::desk::{map_of, net, options};
use sim::{Progress, Report, Scenario};

const SCENARIO: &str = r#"
[calendars]
day = "mon-fri 09:00-17:00"
[pools]
first = { count = 3, cost_per_hour = 20 }
second = { count = 6, cost_per_hour = 35, calendar = "day" }
[arrivals]
every = "exponential 900"
[tasks]
log = { by = "first", time = "exponential 300" }
solve = { by = "first", time = "gamma 900 636.3961" }
escalate = { by = "second", time = "exponential 3000" }
confirm = { by = "first", time = "uniform 60 240" }
[gateways.which]
easy = 0.7
hard = 0.3
"#;

fn report() -> Report {
    let map = map_of(
        "<process id='p'><startEvent id='s'/><task id='log'/><exclusiveGateway id='which'/><task id='solve'/><task id='escalate'/>\
         <exclusiveGateway id='join'/><task id='confirm'/><endEvent id='e'/>\
         <sequenceFlow id='a' sourceRef='s' targetRef='log'/><sequenceFlow id='b' sourceRef='log' targetRef='which'/>\
         <sequenceFlow id='easy' sourceRef='which' targetRef='solve'/><sequenceFlow id='hard' sourceRef='which' targetRef='escalate'/>\
         <sequenceFlow id='c' sourceRef='solve' targetRef='join'/><sequenceFlow id='d1' sourceRef='escalate' targetRef='join'/>\
         <sequenceFlow id='f' sourceRef='join' targetRef='confirm'/><sequenceFlow id='g' sourceRef='confirm' targetRef='e'/></process>",
    );
    let scenario = Scenario::from_toml(SCENARIO).unwrap();
    sim::run(&net(&map), &scenario, &options(5_000, 10), &Progress::default(), None).unwrap()
}

#[test]
fn intervals_meet_those_of_prosimos() {
    let report = report();
    let task = |id: &str| report.tasks.iter().find(|task| task.id == id).unwrap();
    let pool = |name: &str| {
        let shares = report.resources.iter().filter(|held| held.profile == name);
        let shares: Vec<f64> = shares.filter_map(|held| held.utilisation).collect();
        Some(shares.iter().sum::<f64>() / shares.len() as f64)
    };
    let none = Some([0.0, 0.0]);
    let figures = [
        ("elapsed time", report.elapsed_time_s.mean, report.elapsed_time_s.ci95, 24_722.814, 752.053),
        ("waiting time", report.waiting_time_s.mean, report.waiting_time_s.ci95, 21_457.018, 711.857),
        ("wait of log", task("log").waiting_s.mean, task("log").waiting_s.ci95, 35.161, 2.878),
        ("wait of solve", task("solve").waiting_s.mean, task("solve").waiting_s.ci95, 34.591, 2.371),
        ("wait of confirm", task("confirm").waiting_s.mean, task("confirm").waiting_s.ci95, 43.332, 3.905),
        (
            "wait of escalate",
            task("escalate").waiting_s.mean,
            task("escalate").waiting_s.ci95,
            71_203.296,
            2_331.984,
        ),
        ("work of solve", task("solve").processing_s.mean, task("solve").processing_s.ci95, 897.182, 6.767),
        (
            "work of escalate",
            task("escalate").processing_s.mean,
            task("escalate").processing_s.ci95,
            3_039.4,
            35.039,
        ),
        ("cost of escalate", task("escalate").cost.mean, task("escalate").cost.ci95, 29.55, 0.341),
        ("first line", pool("first"), none, 0.395, 0.007),
        ("second line", pool("second"), none, 0.682, 0.014),
    ];
    for (name, mean, ci95, peer, half_width) in figures {
        let (mean, [low, high]) = (mean.unwrap(), ci95.unwrap());
        let own = (high - low) / 2.0;
        assert!(
            (mean - peer).abs() <= own + half_width,
            "{name}: {mean} ± {own} is not {peer} ± {half_width}"
        );
    }
    assert_eq!(report.unstable, []);
}

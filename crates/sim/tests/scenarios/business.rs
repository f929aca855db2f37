//! Batches, several tasks at once, chances of being there, attributes and rules: as Prosimos states them.

use super::desk::{map_of, net, options};
use sim::{LogRow, LogSink, Progress, Report, Scenario};

#[derive(Default)]
struct Told(Vec<String>);

impl LogSink for Told {
    fn row(&mut self, row: &LogRow<'_>) {
        self.0.push(format!("{}:{} {}-{} {}", row.case, row.activity, row.start_s, row.end_s, row.resource));
    }
}

fn map() -> String {
    map_of(
        "<process id='p'><startEvent id='s'/><task id='t'/><exclusiveGateway id='g'/><task id='a'/><task id='b'/><exclusiveGateway id='j'/><endEvent id='e'/>\
         <sequenceFlow id='f1' sourceRef='s' targetRef='t'/><sequenceFlow id='f2' sourceRef='t' targetRef='g'/>\
         <sequenceFlow id='fa' sourceRef='g' targetRef='a'/><sequenceFlow id='fb' sourceRef='g' targetRef='b'/>\
         <sequenceFlow id='f3' sourceRef='a' targetRef='j'/><sequenceFlow id='f4' sourceRef='b' targetRef='j'/><sequenceFlow id='f5' sourceRef='j' targetRef='e'/></process>",
    )
}

/// A scenario with one person for `t`, others for `a` and `b`, cases every `every` seconds, and what is added.
fn json(every: u32, work: u32, extra: &str) -> String {
    let fix =
        |value: u32| format!(r#""distribution_name": "fix", "distribution_params": [{{"value": {value}}}]"#);
    let person = |id: &str, amount: u32| {
        format!(
            r#"{{"id": "{id}", "name": "{id}", "cost_per_hour": 36, "amount": {amount}, "calendar": "c"}}"#
        )
    };
    format!(
        r#"{{"resource_profiles": [{{"id": "P", "name": "P", "resource_list": [{}, {}]}}],
"arrival_time_distribution": {{{}}},
"gateway_branching_probabilities": [{{"gateway_id": "g", "probabilities": [{{"path_id": "fa", "value": 0.5, "condition_id": "big"}}, {{"path_id": "fb", "value": 0.5}}]}}],
"branch_rules": [{{"id": "big", "rules": [[{{"attribute": "amount", "comparison": ">", "value": "1000"}}]]}}],
"case_attributes": [{{"name": "kind", "type": "discrete", "values": [{{"key": "x", "value": 1}}]}}],
"event_attributes": [{{"event_id": "t", "attributes": [{{"name": "amount", "type": "expression", "values": "999 + 2"}}]}}],
"task_resource_distribution": [
 {{"task_id": "t", "resources": [{{"resource_id": "r", {}}}]}},
 {{"task_id": "a", "resources": [{{"resource_id": "o", {}}}]}},
 {{"task_id": "b", "resources": [{{"resource_id": "o", {}}}]}}]{extra}}}"#,
        person("r", 1),
        person("o", 50),
        fix(every),
        fix(work),
        fix(0),
        fix(0)
    )
}

const ALWAYS: &str = r#", "resource_calendars": [{"id": "c", "time_periods": [{"from": "MONDAY", "to": "SUNDAY", "beginTime": "00:00:00", "endTime": "23:59:59"}]}]"#;

fn tell(json: &str, cases: u64) -> (Vec<String>, Report) {
    let scenario = Scenario::from_prosimos(json.as_bytes()).unwrap();
    let mut told = Told::default();
    let report =
        sim::run(&net(&map()), &scenario, &options(cases, 1), &Progress::default(), Some(&mut told)).unwrap();
    (told.0.into_iter().filter(|row| row.contains(":t ")).collect(), report)
}

fn batch(kind: &str, rules: &str) -> String {
    format!(
        r#"{ALWAYS}, "batch_processing": [{{"task_id": "t", "type": "{kind}", "size_distrib": [{{"key": "1", "value": 0}}, {{"key": "3", "value": 1}}],
"duration_distrib": [{{"key": "3", "value": 0.5}}], "firing_rules": {rules}}}]"#
    )
}

#[test]
fn batches_are_worked_one_after_the_other_at_once_or_together() {
    let of_three = r#"[[{"attribute": "size", "comparison": "=", "value": 3}]]"#;
    let (rows, report) = tell(&json(10, 100, &batch("Sequential", of_three)), 3);
    assert_eq!(rows, ["0:t 20-70 r", "1:t 70-120 r", "2:t 120-170 r"]);
    assert_eq!((report.resources[0].worked_s, report.cost.total), (150.0, 1.5));
    for kind in ["Parallel", "Concurrent"] {
        let (rows, report) = tell(&json(10, 100, &batch(kind, of_three)), 3);
        assert_eq!(rows, ["0:t 20-170 r", "1:t 20-170 r", "2:t 20-170 r"], "{kind}");
        // The person works once; the cases share what it costs.
        assert!((report.resources[0].worked_s - 150.0).abs() < 1e-9);
        assert!((report.cost.total - 1.5).abs() < 1e-9);
    }
}

#[test]
fn batches_begin_by_size_by_time_and_at_the_end() {
    let by_size = r#"[[{"attribute": "size", "comparison": ">=", "value": 2}]]"#;
    let (rows, _) = tell(&json(10, 1, &batch("Parallel", by_size)), 3);
    // Two are as near to one as to three, and the smaller counts; the last is worked alone when nobody else comes.
    assert_eq!(rows, ["0:t 10-12 r", "1:t 10-12 r", "2:t 20-21 r"]);
    let by_time = r#"[[{"attribute": "large_wt", "comparison": ">=", "value": 45}]]"#;
    let (rows, _) = tell(&json(10, 1, &batch("Parallel", by_time)), 6);
    assert!(rows[..5].iter().all(|row| row.contains(":t 45-")), "{rows:?}");
    let by_hour = r#"[[{"attribute": "daily_hour", "comparison": "=", "value": "12"}, {"attribute": "week_day", "comparison": "=", "value": "Tuesday"}]]"#;
    let (rows, _) = tell(&json(10, 1, &batch("Parallel", by_hour)), 2);
    // From Monday at nine to Tuesday at noon.
    assert_eq!(rows[0], "0:t 97200-97202 r");
    let by_share = batch("Parallel", "[]");
    let (rows, _) = tell(&json(10, 2, &by_share), 6);
    assert_eq!(rows[0], "0:t 20-23 r");
    assert_eq!(rows[3], "3:t 50-53 r");
}

#[test]
fn people_take_several_tasks_as_readily_as_said() {
    let multitask = r#", "multitask": {"type": "global", "values": [{"resource_id": "r", "r_workload": 1, "multitask_info": [{"parallel_tasks": 1, "probability": 1.0}]}]}"#;
    let (rows, _) = tell(&json(10, 100, &format!("{ALWAYS}{multitask}")), 3);
    assert_eq!(rows, ["0:t 0-100 r", "1:t 10-110 r", "2:t 100-200 r"]);
    let local = r#", "multitask": {"type": "local", "values": [{"resource_id": "r", "r_workload": 1, "weekly_probability": [[{"from": "MONDAY", "to": "MONDAY", "beginTime": "10:00:00", "endTime": "24:00:00", "multitask_info": [{"parallel_tasks": 1, "probability": 1.0}]}]]}]}"#;
    let (rows, _) = tell(&json(1_000, 5_000, &format!("{ALWAYS}{local}")), 3);
    // Until ten in the morning, an hour after the start, it is one at a time.
    assert_eq!(rows, ["0:t 0-5000 r", "1:t 5000-10000 r", "2:t 5000-10000 r"]);
}

#[test]
fn chances_of_being_there_stretch_the_work() {
    let fuzzy = r#", "model_type": "FUZZY", "granule_size": {"value": 60, "time_unit": "MINUTES"}, "resource_calendars": [{"id": "c", "time_periods": [{"from": "MONDAY", "to": "SUNDAY", "beginTime": "00:00:00", "endTime": "23:59:59", "probability": 0.5}], "workload_ratio": []}]"#;
    let (_, report) = tell(&json(1_000_000, 360_000, fuzzy), 40);
    let stretched = report.elapsed_time_s.mean.unwrap() / 360_000.0;
    assert!((stretched - 2.0).abs() < 0.1, "{stretched}");
    assert!((report.tasks[0].processing_s.mean.unwrap() - 360_000.0).abs() < 1e-3);
}

#[test]
fn a_rule_over_an_attribute_that_a_task_sets_decides_the_way() {
    let (_, report) = tell(&json(10, 1, ALWAYS), 50);
    let count = |id: &str| report.tasks.iter().find(|task| task.id == id).unwrap().count;
    assert_eq!((count("a"), count("b")), (50.0, 0.0));
}

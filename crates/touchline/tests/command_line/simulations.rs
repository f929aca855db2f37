//! `touchline simulate`: figures, comparisons, logs and words.

use serde_json::Value;

use crate::run::{Folder, LANGUAGES, is_said_in};

/// A request is logged and answered at once, or an expert looks at it first.
pub const MAP: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test" id="d">
  <process id="requests" name="Requests">
    <startEvent id="asked" name="Asked"/>
    <userTask id="log" name="Log"/>
    <exclusiveGateway id="which" name="Hard?" gatewayDirection="Diverging"/>
    <userTask id="look" name="Look into it"/>
    <endEvent id="easy" name="Answered at once"/>
    <endEvent id="done" name="Answered"/>
    <sequenceFlow id="f1" sourceRef="asked" targetRef="log"/>
    <sequenceFlow id="f2" sourceRef="log" targetRef="which"/>
    <sequenceFlow id="to_expert" name="yes" sourceRef="which" targetRef="look"/>
    <sequenceFlow id="at_once" name="no" sourceRef="which" targetRef="easy"/>
    <sequenceFlow id="f5" sourceRef="look" targetRef="done"/>
  </process>
</definitions>
"#;

pub const TODAY: &str = r#"name = "Today"

[pools.desk]
name = "Desk"
count = 1
cost_per_hour = 20

[pools.experts]
name = "Experts"
count = 1
cost_per_hour = 60

[arrivals]
every = "exponential 10m"

[tasks]
log = { by = "desk", time = "exponential 5m" }
look = { by = "experts", time = "exponential 20m" }

[gateways.which]
to_expert = 0.4
at_once = 0.6
"#;

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("map.bpmn", MAP);
    folder.write("today.toml", TODAY);
    folder
        .write("more.toml", TODAY.replace("name = \"Experts\"\ncount = 1", "name = \"Experts\"\ncount = 2"));
    folder
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is a number"))
}

#[test]
fn every_figure_stands_where_scripts_look_for_it() {
    let folder = folder("simulate_json");
    let report =
        folder.run("simulate map.bpmn today.toml --cases 2000 --replications 10 --seed 7 --json").json();
    assert_eq!(
        (&report["seed"], &report["replications"], &report["cases"]),
        (&7.into(), &10.into(), &2000.into())
    );
    for spread in ["cycle_time_s", "waiting_time_s", "processing_time_s"] {
        let held = &report[spread];
        for field in ["mean", "p50", "p90", "p99", "min", "max"] {
            assert!(number(&held[field]) >= 0.0, "{spread}.{field}");
        }
        let (low, high) = (number(&held["ci95"][0]), number(&held["ci95"][1]));
        assert!(low < number(&held["mean"]) && number(&held["mean"]) < high, "{spread}");
    }
    // What is worked follows from the scenario: 5 minutes each, and 20 minutes for four of ten.
    let worked = number(&report["processing_time_s"]["mean"]);
    assert!((worked - 780.0).abs() < 25.0, "{worked}");
    let cost = 5.0 / 60.0 * 20.0 + 0.4 * 20.0 / 60.0 * 60.0;
    assert!((number(&report["cost"]["mean"]) - cost).abs() < 0.4, "{}", report["cost"]);
    let experts = &report["resources"][1];
    assert_eq!((&experts["id"], &experts["profile"]), (&"experts-1".into(), &"Experts".into()));
    assert!((number(&experts["utilisation"]) - 0.8).abs() < 0.05, "{experts}");
    assert!(number(&experts["tasks"]) > 700.0 && number(&experts["worked_s"]) > 800_000.0, "{experts}");
    let tasks: Vec<&str> =
        report["tasks"].as_array().unwrap().iter().filter_map(|task| task["id"].as_str()).collect();
    assert_eq!(tasks, ["log", "look"]);
    assert_eq!(number(&report["tasks"][0]["count"]), 2000.0);
    assert!(report["compare"].is_null());
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_any_number_of_threads() {
    let folder = folder("simulate_threads");
    let run = |threads: u32, seed: u32| {
        let log = format!("log{threads}.csv");
        let line = format!(
            "simulate map.bpmn today.toml --compare more.toml --cases 300 --seed {seed} --threads {threads} --log {log} --json"
        );
        let done = folder.run(&line);
        assert_eq!(done.code, Some(0), "{}", done.err);
        (done.out, folder.read(&log))
    };
    let one = run(1, 3);
    assert_eq!(one, run(2, 3));
    assert_ne!(one.0, run(2, 4).0);
}

#[test]
fn a_second_scenario_is_told_apart_by_paired_differences() {
    let folder = folder("simulate_compare");
    let line = "simulate map.bpmn today.toml --compare more.toml --cases 1000";
    let report = folder.run(&format!("{line} --json")).json();
    let difference = &report["compare"]["delta"]["waiting_time_s"];
    assert!(number(&difference["ci95"][1]) < 0.0, "{difference}");
    let second = number(&report["compare"]["waiting_time_s"]["mean"]);
    let first = number(&report["waiting_time_s"]["mean"]);
    assert!((second - first - number(&difference["mean"])).abs() < 1e-6 * first);
    let said = folder.run(line).out;
    assert!(said.contains("The second scenario lowers the waiting of a case by "), "{said}");
    assert!(said.contains("First: today.toml") && said.contains("Second: more.toml"), "{said}");

    // The same against itself: there is no difference, and it is said so.
    let same = folder.run("simulate map.bpmn today.toml --compare today.toml --cases 100").out;
    assert!(same.contains("then by less than a tenth"), "{same}");
}

#[test]
fn another_map_can_be_compared_under_the_same_scenario() {
    let folder = folder("simulate_compare_map");
    folder.write("renamed.bpmn", MAP.replace("Look into it", "Investigate"));
    let report =
        folder.run("simulate map.bpmn today.toml --compare-map renamed.bpmn --cases 50 --json").json();
    assert_eq!(report["compare"]["tasks"][1]["name"], "Investigate");
    assert_eq!(number(&report["compare"]["delta"]["waiting_time_s"]["mean"]), 0.0);
}

#[test]
fn a_queue_that_grows_is_said_in_a_sentence_and_has_no_mean() {
    let folder = folder("simulate_unstable");
    folder.write("flood.toml", TODAY.replace("exponential 10m", "exponential 6m"));
    let line = "simulate map.bpmn flood.toml --cases 2000 --replications 5";
    let report = folder.run(&format!("{line} --json")).json();
    assert!(report["waiting_time_s"]["mean"].is_null());
    assert_eq!(report["unstable"][0]["tasks"][0], "look");
    let english = folder.run(line).out;
    assert!(english.contains("This queue grows without end: Look into it."), "{english}");
    assert!(english.contains("can be done by: Experts 1"), "{english}");
}

#[test]
fn the_log_is_that_of_the_first_replication() {
    let folder = folder("simulate_log");
    let report =
        folder.run("simulate map.bpmn today.toml --cases 40 --start 2026-03-02T09:00+02:00[Europe/Sofia] --log out.csv --json");
    let rows = report.json()["log_rows"].as_u64().unwrap();
    let log = folder.read("out.csv");
    let mut lines = log.lines();
    assert_eq!(lines.next(), Some("case_id,activity,enable_time,start_time,end_time,resource"));
    assert_eq!(lines.clone().count() as u64, rows);
    assert!(lines.next().unwrap().starts_with("0,Log,2026-03-02T09:00:00.000000+02:00,"), "{log}");
    // It is a log like any other.
    let mined = folder.run("mine out.csv --json").json();
    assert_eq!((&mined["cases"], &mined["events"]), (&40.into(), &rows.into()));
}

#[test]
fn people_read_a_table_in_their_language() {
    let folder = folder("simulate_words");
    let line = "simulate map.bpmn today.toml --compare more.toml --cases 200";
    let english = folder.run(line).out;
    insta::assert_snapshot!(english);
    for language in LANGUAGES.iter().skip(1) {
        let own = folder.run(&format!("{line} --lang {language}"));
        assert_eq!(own.code, Some(0));
        assert!(is_said_in(language, &own.out, &english), "{}", own.out);
        for word in ["Waiting", "interval", "simulate-", "scenario-"] {
            assert!(!own.out.contains(word), "{language}: {word} in {}", own.out);
        }
    }
}

#[test]
fn a_scenario_comes_through_a_pipe_and_packed() {
    use flate2::write::GzEncoder;
    use std::io::Write;

    let folder = folder("simulate_pipe");
    let plain = folder.run("simulate map.bpmn today.toml --cases 50 --json").out;
    let line = "simulate map.bpmn - --cases 50 --json";
    assert_eq!(folder.run_with(line, &[], TODAY.as_bytes()).out, plain);
    // What comes through a pipe can be compared with, too: it is read once.
    let compared = "--compare more.toml --cases 50 --json";
    let named = folder.run(&format!("simulate map.bpmn today.toml {compared}")).json();
    let piped = folder.run_with(&format!("simulate - today.toml {compared}"), &[], MAP.as_bytes()).json();
    assert_eq!(piped, named);
    let mut packed = GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(TODAY.as_bytes()).unwrap();
    folder.write("today.toml.gz", packed.finish().unwrap());
    assert_eq!(folder.run("simulate map.bpmn today.toml.gz --cases 50 --json").out, plain);
}

//! What is wrong is named with its place.

use super::desk::{MAP, PROSIMOS, TOML, map_of, net, options, read_map, try_net};
use sim::{Error, Progress, Scenario};

fn lines(error: &Error) -> Vec<String> {
    error.to_string().lines().map(ToOwned::to_owned).collect()
}

/// The mistakes of a scenario of Prosimos with one piece changed, in reading or in running.
fn prosimos(from: &str, to: &str) -> Vec<String> {
    assert!(PROSIMOS.contains(from), "{from}");
    match Scenario::from_prosimos(PROSIMOS.replacen(from, to, 1).as_bytes()) {
        Err(error) => lines(&error),
        Ok(scenario) => {
            let ran = sim::run(&net(MAP), &scenario, &options(10, 1), &Progress::default(), None);
            lines(&ran.unwrap_err())
        }
    }
}

#[test]
fn mistakes_of_a_scenario_are_named_with_their_pointer() {
    let cases: &[(&str, &str, &str)] = &[
        (
            "\"0.8\"",
            "\"0.9\"",
            "/gateway_branching_probabilities/0: the probabilities of gateway which sum to 1.1, not to 1",
        ),
        (
            "{\"value\": 300}",
            "{\"value\": -300}",
            "/task_resource_distribution/0/resources/0: the distribution \"fix\" is not possible: the value is -300; it has to be zero or more",
        ),
        (
            "{\"resource_id\": \"second\"",
            "{\"resource_id\": \"third\"",
            "/task_resource_distribution/2/resources/0: there is no resource \"third\"",
        ),
        (
            "\"path_id\": \"hard\"",
            "\"path_id\": \"soft\"",
            "/gateway_branching_probabilities/0: the flow \"soft\" does not leave the gateway \"which\"",
        ),
        (
            "\"task_id\": \"solve\"",
            "\"task_id\": \"save\"",
            "/task_resource_distribution/1: the map has no task \"save\"",
        ),
        (
            "\"beginTime\": \"00:00:00\", \"endTime\": \"23:59:59\"",
            "\"beginTime\": \"09:00:00\", \"endTime\": \"09:00:00\"",
            "/resource_calendars/0/time_periods: the calendar \"all\" is not possible: they never open",
        ),
        (
            "\"distribution_name\": \"uniform\"",
            "\"distribution_name\": \"cauchy\"",
            "/task_resource_distribution/2/resources/0: \"cauchy\" is no distribution",
        ),
        (
            "\"calendar\": \"all\"",
            "\"calendar\": \"none\"",
            "/resource_profiles/0/resource_list/0/calendar: there is no calendar \"none\"",
        ),
        ("\"MONDAY\"", "\"MOANDAY\"", "/arrival_time_calendar/0/from: \"MOANDAY\" is no day of the week"),
        (
            "\"amount\": 2",
            "\"amount\": 2.5",
            "/resource_profiles/0/resource_list/0/amount: the amount is 2.5; it has to be a whole number",
        ),
        (
            "\"amount\": 2",
            "\"amount\": 1e9",
            "/resource_profiles/0/resource_list/0/amount: the amount is 1000000000",
        ),
    ];
    for (from, to, expected) in cases {
        let found = prosimos(from, to);
        assert!(found.iter().any(|line| line.starts_with(expected)), "{expected} is not in {found:#?}");
    }
}

#[test]
fn a_task_that_nobody_does_is_named_by_the_map() {
    let scenario = Scenario::from_toml(&TOML.replace("log = {", "# log = {")).unwrap();
    let ran = sim::run(&net(MAP), &scenario, &options(10, 1), &Progress::default(), None);
    let found = lines(&ran.unwrap_err());
    assert!(found[0].starts_with("line 3, column 25: log (\"Log\"): nobody does this task"), "{found:?}");
}

#[test]
fn a_file_of_the_wrong_kind_is_said_to_be_so() {
    let wrong = |text: &str| lines(&Scenario::from_prosimos(text.as_bytes()).unwrap_err()).remove(0);
    assert!(wrong("<xml/>").starts_with("line 1, column 1: this is not JSON"));
    assert!(wrong("{\"a\": 1}").starts_with("the file: this is not a scenario"));
    assert!(wrong("[]").starts_with("the file: this is not a scenario"));
    assert!(wrong("").contains("this is not JSON"));
    let toml = |text: &str| lines(&Scenario::from_toml(text).unwrap_err()).remove(0);
    assert!(toml("[tasks\n").starts_with("line 1, column"), "{}", toml("[tasks\n"));
    assert!(toml("a = 1").contains("the key \"a\" is not known here"));
    let found = toml(&TOML.replace("10m\"", "10 parsecs\""));
    assert!(found.starts_with("/arrivals/every: a time such as 90"), "{found}");
    assert!(Scenario::from_bpsim(&read_map(MAP), None).is_err());
}

#[test]
fn numbers_out_of_range_are_refused() {
    let scenario = Scenario::from_toml(TOML).unwrap();
    let refused = |cases, replications| {
        let options = options(cases, replications);
        sim::run(&net(MAP), &scenario, &options, &Progress::default(), None).unwrap_err().to_string()
    };
    assert_eq!(
        refused(1_000_000_000, 1),
        "the number of cases is 1000000000; it has to be from 1 to 100000000"
    );
    assert_eq!(refused(0, 1), "the number of cases is 0; it has to be from 1 to 100000000");
    assert!(refused(1_000_000, 100_000).starts_with("the number of cases of all replications"));
}

#[test]
fn loops_without_exit_are_found_before_and_while_running() {
    let map = map_of(
        r#"<process id="p"><startEvent id="s"/><exclusiveGateway id="g"/><exclusiveGateway id="h"/><endEvent id="e"/>
<sequenceFlow id="a" sourceRef="s" targetRef="g"/><sequenceFlow id="b" sourceRef="g" targetRef="h"/>
<sequenceFlow id="back" sourceRef="h" targetRef="g"/><sequenceFlow id="out" sourceRef="h" targetRef="e"/></process>"#,
    );
    let scenario = |back: f64| {
        Scenario::from_toml(&format!(
            "[arrivals]\nevery = 60\n[gateways.h]\nback = {back}\nout = {}\n",
            1.0 - back
        ))
        .unwrap()
    };
    let run = |back| sim::run(&net(&map), &scenario(back), &options(10, 1), &Progress::default(), None);
    let found = lines(&run(1.0).unwrap_err());
    assert!(found[0].contains("a case that comes here never ends"), "{found:?}");
    let found = lines(&run(1.0 - 1e-12).unwrap_err());
    assert!(found[0].contains("did not end"), "{found:?}");
    assert!(run(0.5).is_ok());
}

#[test]
fn what_cannot_be_simulated_is_refused_by_name_and_place() {
    let refused = |content: &str| {
        let problems =
            try_net(&map_of(&format!("<process id=\"p\"><startEvent id=\"s\"/>{content}</process>")));
        problems.unwrap_err().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let found = refused("<complexGateway id=\"g\" name=\"Odd\"/>");
    assert_eq!(found, "line 2, column 37: g (\"Odd\"): a complex gateway cannot be simulated");
    assert!(refused("<adHocSubProcess id=\"a\"><task id=\"t\"/></adHocSubProcess>").contains("ad-hoc"));
    assert!(
        refused("<subProcess id=\"a\" triggeredByEvent=\"true\"><task id=\"t\"/></subProcess>")
            .contains("event")
    );
    // Without a start event a process begins at the very steps that cannot be simulated.
    let content =
        "<process id=\"p\"><choreographyTask id=\"c\"/><complexGateway id=\"g\"/><task id=\"t\"/></process>";
    let problems = try_net(&map_of(content)).unwrap_err();
    assert_eq!(problems.len(), 2, "{problems:?}");
}

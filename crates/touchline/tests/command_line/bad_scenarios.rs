//! Scenarios that cannot be simulated: each mistake with its place and its mend, in words of each language.

use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::run::{Folder, LANGUAGES, is_said_in};
use crate::simulations::{MAP, TODAY};

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("map.bpmn", MAP);
    folder.write("today.toml", TODAY);
    folder
}

/// Refused with exit code 1, this place and these words; nothing is written.
fn refused(folder: &Folder, files: &str, place: &str, words: &str) {
    let line = format!("simulate {files} --log out.csv");
    let english = folder.run(&line);
    let said = english.refused().to_owned();
    assert!(said.lines().any(|line| line.starts_with(place) && line.contains(words)), "{said}");
    for language in LANGUAGES.iter().skip(1) {
        let own = folder.run(&format!("{line} --lang {language}"));
        assert!(own.refused().contains(place) && is_said_in(language, &own.err, &said), "{}", own.err);
    }
    assert!(folder.files().iter().all(|file| !file.contains("out.csv")), "{:?}", folder.files());
}

/// Today's scenario with one piece changed.
fn changed(folder: &Folder, from: &str, to: &str, place: &str, words: &str) {
    assert!(TODAY.contains(from), "{from}");
    folder.write("bad.toml", TODAY.replacen(from, to, 1));
    refused(folder, "map.bpmn bad.toml", place, words);
}

#[test]
fn mistakes_of_a_scenario() {
    let folder = folder("bad_scenarios");
    changed(
        &folder,
        "to_expert = 0.4",
        "to_expert = 0.5",
        "bad.toml:/gateways/which: ",
        "sum to 1.1. Change them",
    );
    changed(&folder, "exponential 5m", "exponential -5m", "bad.toml:/tasks/log", "the mean = −300");
    changed(
        &folder,
        "look = { by = \"experts\", time = \"exponential 20m\" }\n",
        "",
        "map.bpmn:7:5: ",
        "“Look into it”: Nobody does this task. Give it a resource or a duration",
    );
    changed(&folder, "by = \"experts\"", "by = \"nobody\"", "bad.toml:/tasks/look", "“nobody”. Add it");
    changed(
        &folder,
        "to_expert = 0.4",
        "elsewhere = 0.4",
        "bad.toml:/gateways/which",
        "“elsewhere” does not leave",
    );
    changed(&folder, "look = {", "peek = {", "bad.toml:/tasks/peek", "Not in the map: task “peek”");
    changed(
        &folder,
        "every = \"exponential 10m\"",
        "evry = 1",
        "bad.toml:/arrivals",
        "“evry” means nothing here",
    );
    changed(
        &folder,
        "[arrivals]\nevery = \"exponential 10m\"",
        "[calendars]\nshut = \"mon 09:00-09:00\"\n[arrivals]\nevery = \"exponential 10m\"\ncalendar = \"shut\"",
        "bad.toml:/calendars/shut",
        "it never opens; give it hours",
    );
    changed(&folder, "name = \"Today\"", "name = \"Today", "bad.toml:1:", "cannot be read as TOML");
}

#[test]
fn maps_that_have_no_way_out_or_ask_too_much() {
    let folder = folder("bad_simulated_maps");
    folder.write(
        "loop.bpmn",
        MAP.replace(
            "id=\"f5\" sourceRef=\"look\" targetRef=\"done\"",
            "id=\"f5\" sourceRef=\"look\" targetRef=\"log\"",
        )
        .replace("<endEvent id=\"done\" name=\"Answered\"/>", ""),
    );
    folder
        .write("always.toml", TODAY.replace("to_expert = 0.4\nat_once = 0.6", "to_expert = 1\nat_once = 0"));
    refused(&folder, "loop.bpmn always.toml", "loop.bpmn:", "never ends. Lead a way");
    folder.write("complex.bpmn", MAP.replace("exclusiveGateway", "complexGateway"));
    refused(
        &folder,
        "complex.bpmn today.toml",
        "complex.bpmn:6:5: ",
        "“Hard?”: This cannot be simulated: a complex gateway",
    );
}

#[test]
fn files_of_another_kind() {
    let folder = folder("not_scenarios");
    folder.write("orders.json", "{\"orders\": []}");
    refused(&folder, "map.bpmn orders.json", "orders.json: ", "This is not a scenario");
    refused(&folder, "map.bpmn map.bpmn", "map.bpmn: ", "none of bpsim:Scenario");
    folder.write("list.json", "[1, 2");
    refused(&folder, "map.bpmn list.json", "list.json:1:", "cannot be read as JSON");
    folder.write("bytes.toml", b"name = \"\xff\"");
    refused(&folder, "map.bpmn bytes.toml", "bytes.toml:1: ", "not text in UTF-8");
    refused(&folder, "today.toml today.toml", "today.toml: ", "no XML");
    refused(&folder, "map.bpmn none.toml", "none.toml: ", "There is no such file.");
}

#[test]
fn numbers_out_of_range_are_wrong_use() {
    let folder = folder("simulate_numbers");
    let cases = [
        ("--cases 1000000000", "the number of cases = 1,000,000,000. Choose from 1 to 100,000,000."),
        ("--cases 100000000", "the number of cases of all replications = 2,000,000,000."),
        ("--replications 0", "the number of replications = 0. Choose from 1 to 100,000."),
        ("--cases -1", "“-1”"),
        (
            "--start yesterday",
            "“yesterday” is no value for “--start <TIME>”. Allowed: a time such as 2026-01-05T09:00",
        ),
        ("--threads 0", "Allowed: a number from 1 to 1024."),
        ("--log today.toml", "today.toml"),
    ];
    for (option, said) in cases {
        let done = folder.run(&format!("simulate map.bpmn today.toml {option}"));
        assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{option}: {}", done.err);
        assert!(done.err.contains(said), "{option}: {}", done.err);
    }
    assert_eq!(folder.read("today.toml"), TODAY);
    let done = folder.run_with("simulate - -", &[], b"");
    assert_eq!(done.code, Some(2));
    assert!(done.err.contains("Only one of the files"), "{}", done.err);
}

#[test]
fn ctrl_c_cancels_and_leaves_nothing_behind() {
    let folder = folder("simulate_cancelled");
    let mut child = Command::new(env!("CARGO_BIN_EXE_touchline"))
        .args("simulate map.bpmn today.toml --cases 40000000 --log out.csv --json".split(' '))
        .current_dir(folder.path(""))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The log is begun once the simulation is about to run.
    while child.try_wait().unwrap().is_none() && !folder.files().iter().any(|file| file.contains("out.csv")) {
        sleep(Duration::from_millis(20));
    }
    sleep(Duration::from_millis(300));
    let interrupted = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupted.success());
    let done = child.wait_with_output().unwrap();
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(130), "{said}");
    assert!(
        done.stdout.is_empty() && said.contains("The simulation was cancelled. Nothing was written."),
        "{said}"
    );
    assert_eq!(folder.files(), ["map.bpmn", "today.toml"]);
}

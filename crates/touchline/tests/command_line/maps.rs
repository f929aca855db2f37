//! `touchline map`: maps checked, converted and compared.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::run::{Done, Folder, LANGUAGES, is_said_in};

/// A customer asks and a desk answers; nothing is wrong with it.
const SOUND: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test" id="d">
  <collaboration id="c">
    <participant id="customer" name="Customer" processRef="asking"/>
    <participant id="shop" name="Shop" processRef="answering"/>
    <messageFlow id="m1" sourceRef="ask" targetRef="asked"/>
    <messageFlow id="m2" sourceRef="reply" targetRef="receive"/>
  </collaboration>
  <process id="asking" name="Asking">
    <startEvent id="wish" name="Has a question"/>
    <task id="ask" name="Ask"/>
    <task id="receive" name="Receive the answer"/>
    <endEvent id="knows" name="Knows"/>
    <sequenceFlow id="a1" sourceRef="wish" targetRef="ask"/>
    <sequenceFlow id="a2" sourceRef="ask" targetRef="receive"/>
    <sequenceFlow id="a3" sourceRef="receive" targetRef="knows"/>
  </process>
  <process id="answering" name="Answering">
    <laneSet id="lanes">
      <lane id="desk" name="Desk">
        <flowNodeRef>asked</flowNodeRef><flowNodeRef>reply</flowNodeRef><flowNodeRef>done</flowNodeRef>
      </lane>
      <lane id="experts" name="Experts"><flowNodeRef>look</flowNodeRef></lane>
    </laneSet>
    <startEvent id="asked" name="Asked"><messageEventDefinition/></startEvent>
    <userTask id="look" name="Look it up"/>
    <userTask id="reply" name="Reply"/>
    <endEvent id="done" name="Answered"/>
    <sequenceFlow id="b1" sourceRef="asked" targetRef="look"/>
    <sequenceFlow id="b2" sourceRef="look" targetRef="reply"/>
    <sequenceFlow id="b3" sourceRef="reply" targetRef="done"/>
  </process>
</definitions>
"#;

/// A choice that is joined as if both ways were gone, a reference to nothing, and a bare ampersand.
const FAULTY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test" id="d">
  <process id="p" name="Pay & go">
    <startEvent id="s" name="Begun"/>
    <exclusiveGateway id="which" name="Which way?" default="nowhere"/>
    <task id="left" name="Left"/>
    <task id="right" name="Right"/>
    <parallelGateway id="join"/>
    <endEvent id="e" name="Ended"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="which"/>
    <sequenceFlow id="f2" name="left" sourceRef="which" targetRef="left"/>
    <sequenceFlow id="f3" sourceRef="which" targetRef="right"/>
    <sequenceFlow id="f4" sourceRef="left" targetRef="join"/>
    <sequenceFlow id="f5" sourceRef="right" targetRef="join"/>
    <sequenceFlow id="f6" sourceRef="join" targetRef="e"/>
  </process>
</definitions>
"#;

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("sound.bpmn", SOUND);
    folder.write("faulty.bpmn", FAULTY);
    folder
}

/// The one JSON object that a failed check prints.
fn failed(done: &Done) -> Value {
    assert_eq!((done.code, done.err.as_str()), (Some(3), ""), "{}", done.out);
    serde_json::from_str(&done.out).expect("JSON")
}

#[test]
fn a_sound_map_has_nothing_to_mend() {
    let folder = folder("map_sound");
    let done = folder.run("map check sound.bpmn");
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""));
    assert_eq!(
        done.out,
        "sound.bpmn: processes 2, pools 2, steps 4, gateways 0, sequence flows 6, message flows 2\n\nNothing to mend.\n"
    );
    let checked = folder.run("map check sound.bpmn --json").json();
    assert_eq!(
        checked,
        json!({
            "file": "sound.bpmn",
            "elements": {
                "processes": 2, "pools": 2, "lanes": 2, "steps": 4, "events": 4, "gateways": 0,
                "flows": 6, "message_flows": 2, "data": 0, "diagrams": 0,
            },
            "problems": [], "findings": [], "errors": 0, "warnings": 0, "hints": 0,
        })
    );
}

#[test]
fn a_faulty_map_is_told_with_place_reason_and_mend() {
    let folder = folder("map_faulty");
    let done = folder.run("map check faulty.bpmn");
    assert_eq!((done.code, done.err.as_str()), (Some(3), ""));
    insta::assert_snapshot!(done.out);
    for language in LANGUAGES.iter().skip(1) {
        let own = folder.run(&format!("map check faulty.bpmn --lang {language}"));
        assert_eq!(own.code, Some(3));
        assert_eq!(own.out.lines().count(), done.out.lines().count(), "{}", own.out);
        for (own, english) in own.out.lines().zip(done.out.lines()).filter(|(_, line)| !line.is_empty()) {
            assert!(is_said_in(language, own, english), "{own}");
        }
        assert!(!own.out.contains("Unknown localization"), "{}", own.out);
    }
}

#[test]
fn the_json_of_a_check_keeps_its_fields() {
    let checked = failed(&folder("map_json").run("map check faulty.bpmn --json"));
    let problem = |kind: &str| {
        let problems = checked["problems"].as_array().unwrap();
        problems.iter().find(|problem| problem["kind"] == kind).unwrap_or_else(|| panic!("{checked}")).clone()
    };
    assert_eq!(
        problem("bare-ampersand"),
        json!({
            "line": 3, "column": 19, "kind": "bare-ampersand", "element": "",
            "message": "A bare ampersand was taken for text. Write &amp;.",
        })
    );
    assert_eq!(problem("broken-reference")["element"], "exclusiveGateway which");
    let findings = checked["findings"].as_array().unwrap();
    let deadlock = findings.iter().find(|finding| finding["rule"] == "deadlock").expect("a deadlock");
    assert_eq!(
        *deadlock,
        json!({
            "rule": "deadlock", "severity": "error", "line": 8, "column": 5, "id": "join", "name": "",
            "element": "parallelGateway",
            "reason": "It can wait for ever: not every way that it joins is always taken.",
            "mend": "Join ways with a gateway of the kind that split them: what is chosen is joined by an exclusive gateway, what goes on side by side by a parallel one.",
        })
    );
    let grave = findings.iter().filter(|finding| finding["severity"] == "error").count();
    assert_eq!(checked["errors"], grave + 2, "what is malformed or broken counts as an error");
}

#[test]
fn warnings_and_hints_alone_are_no_failure() {
    let folder = Folder::new("map_warned");
    let nameless: String = (0..13).map(|n| format!("<task id=\"t{n}\"/>")).collect();
    let flows: String = (1..13)
        .map(|n| format!("<sequenceFlow id=\"f{n}\" sourceRef=\"t{}\" targetRef=\"t{n}\"/>", n - 1))
        .collect();
    let ends = "<startEvent id=\"s\" name=\"S\"/><endEvent id=\"e\" name=\"E\"/><sequenceFlow id=\"x\" sourceRef=\"s\" targetRef=\"t0\"/><sequenceFlow id=\"y\" sourceRef=\"t12\" targetRef=\"e\"/>";
    folder.write("long.bpmn", format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">{nameless}{flows}{ends}</process></definitions>"
    ));
    let done = folder.run("map check long.bpmn");
    assert_eq!(done.code, Some(0), "{}", done.out);
    assert!(done.out.contains("warning · label-missing (13)\n"), "{}", done.out);
    assert!(done.out.contains("\n  … and 3 more; --all lists them\n"), "{}", done.out);
    assert!(!done.out.contains("task t12"));
    let all = folder.run("map check long.bpmn --all");
    assert!(all.out.contains("task t12") && !all.out.contains("more;"), "{}", all.out);
}

#[test]
fn pipes_and_packed_files_are_read_alike() {
    let folder = folder("map_pipes");
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(FAULTY.as_bytes()).unwrap();
    let packed = packer.finish().unwrap();
    folder.write("faulty.bpmn.gz", &packed);
    let named = |name: &str, checked: Value| {
        assert_eq!(checked["file"], name);
        (checked["problems"].clone(), checked["findings"].clone())
    };
    let plain = named("faulty.bpmn", failed(&folder.run("map check faulty.bpmn --json")));
    assert_eq!(named("faulty.bpmn.gz", failed(&folder.run("map check faulty.bpmn.gz --json"))), plain);
    for input in [FAULTY.as_bytes(), &packed] {
        assert_eq!(named("-", failed(&folder.run_with("map check - --json", &[], input))), plain);
    }
    let piped = folder.run_with("map convert - --out - --to csv", &[], SOUND.as_bytes());
    assert_eq!(piped.out, folder.run("map convert sound.bpmn --out - --to csv").out);
}

#[test]
fn a_map_without_a_drawing_gets_one_and_keeps_it() {
    let folder = folder("map_drawn");
    let done = folder.run("map convert sound.bpmn --out drawn.bpmn");
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (Some(0), "", ""));
    let drawn = folder.read("drawn.bpmn");
    let said = &SOUND[SOUND.find("<collaboration").unwrap()..SOUND.find("\n</definitions>").unwrap()];
    assert!(drawn.contains(said), "nothing else changes");
    assert_eq!(folder.run("map check drawn.bpmn --json").json()["elements"]["diagrams"], 1);
    assert_eq!(folder.run("map convert drawn.bpmn --out again.bpmn").code, Some(0));
    assert_eq!(folder.read("again.bpmn"), drawn);
    let moved = drawn.replacen("x=\"", "x=\"9", 1);
    assert_ne!(moved, drawn);
    folder.write("moved.bpmn", moved);
    assert_eq!(folder.run("map convert moved.bpmn --out anew.bpmn --layout").code, Some(0));
    assert_eq!(folder.read("anew.bpmn"), drawn);
}

#[test]
fn a_map_is_drawn_and_listed() {
    let folder = folder("map_pictures");
    for (line, holds) in [
        ("--out map.svg", "Look it up"),
        ("--out map.svg --view blueprint", "Line of visibility"),
        ("--out map.svg --view customer", "Receive the answer"),
        ("--out map.svg --view department:desk", "Reply"),
        ("--out map.svg --view unit", "Shop"),
        ("--out map.SVG", "Look it up"),
        ("--out map.txt --to mmd", "flowchart"),
        ("--out map.csv", "Look it up"),
    ] {
        let done = folder.run(&format!("map convert sound.bpmn {line}"));
        assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (Some(0), "", ""), "{line}");
        let file = line.split(' ').nth(1).unwrap();
        assert!(folder.read(file).contains(holds), "{line}: {}", folder.read(file));
    }
    let pixels = folder.run("map convert sound.bpmn --out map.png");
    // A machine without fonts says so instead of drawing without words.
    match pixels.code {
        Some(0) => assert_eq!(&std::fs::read(folder.path("map.png")).unwrap()[1..4], b"PNG"),
        _ => assert!(pixels.err.contains("No font was found"), "{}", pixels.err),
    }
    let customers = folder.run("map convert sound.bpmn --out - --to svg --view customer");
    assert!(!customers.out.contains("Look it up"), "what is behind the line of visibility is not seen");
}

#[test]
fn what_a_file_says_of_times_and_emotions_stands_under_its_map() {
    let folder = Folder::new("map_tracks");
    let said = "<task id=\"receive\" name=\"Receive the answer\"><extensionElements>\
        <t:step xmlns:t=\"urn:touchline:bpmn:1\"><t:times processSeconds=\"600\" waitingSeconds=\"86400\"/>\
        <t:emotion name=\"trusting\" strength=\"7\"/></t:step></extensionElements></task>";
    let file = SOUND.replace("<task id=\"receive\" name=\"Receive the answer\"/>", said);
    assert_ne!(file, SOUND);
    folder.write("said.bpmn", file);
    let stream = folder.run("map convert said.bpmn --out - --to svg --view value-stream");
    assert!(
        stream.out.contains("Waiting and work") && stream.out.contains("10.0\u{a0}min"),
        "{}",
        stream.out
    );
    let felt = folder.run("map convert said.bpmn --out - --to svg --view emotions");
    assert!(felt.out.contains(">Emotion<") && felt.out.contains("trusting 7"), "{}", felt.out);
}

#[test]
fn one_of_several_diagrams_is_chosen() {
    let folder = Folder::new("map_diagrams");
    folder.write(
        "two.bpmn",
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">\
         <process id=\"p\" name=\"One\"><task id=\"a\" name=\"Alpha\"/></process>\
         <process id=\"q\" name=\"Two\"><task id=\"b\" name=\"Beta\"/></process></definitions>",
    );
    let first = folder.run("map convert two.bpmn --out - --to svg");
    assert_eq!(first.code, Some(0), "{}", first.err);
    assert!(first.out.contains("Alpha") && !first.out.contains("Beta"));
    assert_eq!(
        first.err,
        "The file has several diagrams; the first was drawn. Choose with --diagram: 1 One, 2 Two\n"
    );
    for chosen in ["2", "Two"] {
        let second = folder.run(&format!("map convert two.bpmn --out - --to svg --diagram {chosen}"));
        assert!(second.out.contains("Beta") && !second.out.contains("Alpha"), "{chosen}: {}", second.err);
    }
    let none = folder.run("map convert two.bpmn --out - --to svg --diagram 3");
    assert_eq!(
        (none.code, none.err.as_str()),
        (Some(2), "The file has no diagram “3”. It has: 1 One, 2 Two.\n")
    );
}

#[test]
fn wrong_use_of_convert_says_what_is_right() {
    let folder = folder("map_wrong_use");
    for (line, said) in [
        ("--out map.doc", "Add --to with one of: bpmn, svg, png, mmd, csv."),
        ("--out -", "Add --to with one of: bpmn, svg, png, mmd, csv."),
        ("--out a.svg --to pdf", "Allowed: bpmn, svg, png, mmd, csv."),
        (
            "--out a.svg --view lanes",
            "Allowed: customer, unit, department:NAME, blueprint, value-stream, emotions.",
        ),
        (
            "--out a.svg --view department:Cellar",
            "There is no lane or pool “Cellar”. The map has: Customer, Desk, Experts.",
        ),
        ("--out a.csv --view blueprint", "“--view” is of no use for csv."),
        ("--out a.mmd --layout", "“--layout” is of no use for mmd."),
        ("--out a.svg --view blueprint --layout", "“--layout” and “--view” do not go together."),
        ("--out sound.bpmn", "This would replace “sound.bpmn”, which is read here."),
    ] {
        let done = folder.run(&format!("map convert sound.bpmn {line}"));
        assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{line}: {}", done.err);
        assert!(done.err.contains(said), "{line}: {}", done.err);
        for language in LANGUAGES.iter().skip(1) {
            let own = folder.run(&format!("map convert sound.bpmn {line} --lang {language}")).err;
            assert!(is_said_in(language, &own, &done.err), "{own}");
        }
    }
    assert_eq!(folder.read("sound.bpmn"), SOUND);
    let missing = folder.run("map convert sound.bpmn");
    assert_eq!(missing.code, Some(2));
    assert!(missing.err.starts_with("Missing: --out <FILE>."), "{}", missing.err);
}

#[test]
fn what_changed_is_told_by_kind() {
    let folder = folder("map_diff");
    let changed = SOUND
        .replace("name=\"Look it up\"", "name=\"Research\"")
        .replace("<flowNodeRef>reply</flowNodeRef>", "")
        .replace(
            "<flowNodeRef>look</flowNodeRef>",
            "<flowNodeRef>look</flowNodeRef><flowNodeRef>reply</flowNodeRef>",
        )
        .replace("sourceRef=\"look\" targetRef=\"reply\"", "sourceRef=\"look\" targetRef=\"check\"")
        .replace("<endEvent id=\"done\"", "<serviceTask id=\"check\" name=\"Check\"/><endEvent id=\"done\"");
    folder.write("changed.bpmn", changed);
    let told = folder.run("map diff sound.bpmn changed.bpmn --json").json();
    assert_eq!(told["same"], false);
    assert_eq!(told["added"], json!([{ "id": "check", "kind": "serviceTask", "name": "Check" }]));
    assert_eq!(told["removed"], json!([]));
    assert_eq!(
        told["renamed"],
        json!([{ "id": "look", "kind": "userTask", "from": "Look it up", "to": "Research" }])
    );
    assert_eq!(
        told["moved"],
        json!([{ "id": "reply", "kind": "userTask", "name": "Reply", "from": "Desk", "to": "Experts" }])
    );
    assert_eq!(
        told["rerouted"],
        json!([{
            "id": "b2", "kind": "sequenceFlow", "name": "",
            "from": { "source": "Look it up", "target": "Reply" },
            "to": { "source": "Research", "target": "Check" },
        }])
    );
    let read = folder.run("map diff sound.bpmn changed.bpmn");
    assert_eq!((read.code, read.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(read.out);
    let same = folder.run("map diff sound.bpmn sound.bpmn");
    assert_eq!((same.code, same.out.as_str()), (Some(0), "Nothing changed.\n"));
    let piped = folder.run_with("map diff sound.bpmn - --json", &[], SOUND.as_bytes()).json();
    assert_eq!(piped["same"], true);
    assert_eq!(folder.run("map diff - -").code, Some(2));
}

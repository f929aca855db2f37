//! A map that is written as BPMN is found again, and maps are found in files of others.

use bpmn::customer::{Naming, to_document, to_map};
use bpmn::extension::Extensions;
use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use bpmn::model::Model;
use bpmn::xml::Document;
use proptest::prelude::*;

const NAMING: Naming<'_> = Naming { key: "order", process: "An order", organisation: "Linden" };

fn found(document: &Document) -> CustomerMap {
    let (model, problems) = Model::read(document);
    assert_eq!(problems, []);
    let (extensions, problems) = Extensions::read(document, &model);
    assert_eq!(problems, []);
    let derived = to_map(&model, &extensions).expect("a map");
    assert_eq!(derived.left_out, [""; 0]);
    derived.map
}

/// What a map says, whatever the order of its steps.
fn said(map: &CustomerMap) -> (Vec<Lane>, Vec<String>, Vec<String>) {
    let id = |step: usize| map.steps()[step].id.as_str();
    let mut steps: Vec<String> = map
        .steps()
        .iter()
        .map(|step| format!("{} {} {:?} {}", step.id, step.name, step.kind, map.lanes()[step.lane].id))
        .collect();
    let mut flows: Vec<String> =
        map.flows().iter().map(|flow| format!("{} > {}", id(flow.from), id(flow.to))).collect();
    steps.sort();
    flows.sort();
    (map.lanes().to_vec(), steps, flows)
}

fn maps() -> impl Strategy<Value = CustomerMap> {
    let visibilities = prop::collection::vec(0usize..5, 0..5);
    let steps = prop::collection::vec((any::<prop::sample::Index>(), 0u8..8), 1..14);
    let flows = prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..40);
    (visibilities, steps, flows).prop_filter_map("no map", |(mut visibilities, steps, flows)| {
        visibilities.sort_unstable();
        visibilities.insert(0, 0);
        let lane = |(at, &line): (usize, &usize)| Lane {
            id: format!("lane{at}"),
            name: format!("Lane {at} & more"),
            visibility: Visibility::ALL[line],
        };
        let lanes: Vec<Lane> = visibilities.iter().enumerate().map(lane).collect();
        let step = |(at, (lane, kind)): (usize, &(prop::sample::Index, u8))| Step {
            id: format!("step{at}"),
            name: format!("Step <{at}>"),
            lane: lane.index(lanes.len()),
            kind: match kind {
                0 => StepKind::Start,
                1 => StepKind::End { good: true },
                2 => StepKind::End { good: false },
                _ => StepKind::Step,
            },
        };
        let steps: Vec<Step> = steps.iter().enumerate().map(step).collect();
        let mut flows: Vec<Flow> = flows
            .iter()
            .map(|(from, to)| Flow { from: from.index(steps.len()), to: to.index(steps.len()) })
            .filter(|flow| steps[flow.to].kind != StepKind::Start && !steps[flow.from].kind.is_end())
            .collect();
        flows.sort_unstable();
        flows.dedup();
        CustomerMap::new(lanes, steps, flows).ok()
    })
}

proptest! {
    #[test]
    fn a_map_that_is_written_is_found_again(map in maps()) {
        let document = to_document(&map, &NAMING);
        let (read, problems) = Document::read(document.write().as_bytes()).expect("what was written");
        prop_assert_eq!(problems, []);
        prop_assert_eq!(said(&found(&read)), said(&map));
    }
}

#[test]
fn identifiers_are_made_fit_for_xml() {
    let lane = |id: &str, visibility| Lane { id: id.into(), name: id.into(), visibility };
    let step = |id: &str, lane| Step { id: id.into(), name: id.into(), lane, kind: StepKind::Step };
    let map = CustomerMap::new(
        vec![lane("you", Visibility::Customer), lane("we", Visibility::Back)],
        vec![step("1st call", 0), step("you", 1), step("1st.call", 1), step("1st_call", 0)],
        vec![Flow { from: 0, to: 1 }, Flow { from: 1, to: 2 }, Flow { from: 2, to: 3 }],
    )
    .expect("a map");
    let again = found(&to_document(&map, &NAMING));
    let mut ids: Vec<&str> = again.steps().iter().map(|step| step.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["_1st.call", "_1st_call", "_1st_call_2", "you_2"]);
}

/// A file as other tools write it, without our extension.
const FOREIGN: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t">
  <collaboration id="c">
    <participant id="bank" name="Bank"/>
    <participant id="buyer" name="Private customer"/>
    <participant id="shop" name="Shop" processRef="p"/>
    <participant id="carrier" name="Carrier" processRef="q"/>
    <messageFlow id="asks" name="Ask" sourceRef="buyer" targetRef="start"/>
    <messageFlow id="told" sourceRef="tell" targetRef="buyer"/>
    <messageFlow id="paid" name="Pay" sourceRef="charge" targetRef="bank"/>
    <messageFlow id="sent" sourceRef="pack" targetRef="carry"/>
  </collaboration>
  <process id="p">
    <laneSet id="ls">
      <lane id="desk" name="Desk"><flowNodeRef>start</flowNodeRef><flowNodeRef>gate</flowNodeRef><flowNodeRef>tell</flowNodeRef></lane>
      <lane id="store" name="Customer store"><flowNodeRef>pack</flowNodeRef><flowNodeRef>late</flowNodeRef></lane>
      <lane id="erp" name="ERP"><flowNodeRef>charge</flowNodeRef></lane>
    </laneSet>
    <startEvent id="start"/>
    <exclusiveGateway id="gate" name="In stock?"/>
    <sendTask id="tell" name="Tell"/>
    <subProcess id="pack" name="Pack"><task id="inner" name="Inner"/></subProcess>
    <boundaryEvent id="late" name="Too late" attachedToRef="pack"><timerEventDefinition/></boundaryEvent>
    <endEvent id="lost" name="Lost"><errorEventDefinition/></endEvent>
    <endEvent id="won" name="Won"/>
    <serviceTask id="charge" name="Charge"><standardLoopCharacteristics/></serviceTask>
    <task id="undo" name="Undo" isForCompensation="true"/>
    <sequenceFlow id="f1" sourceRef="start" targetRef="gate"/>
    <sequenceFlow id="f2" sourceRef="gate" targetRef="tell"/>
    <sequenceFlow id="f3" sourceRef="gate" targetRef="pack"/>
    <sequenceFlow id="f4" sourceRef="pack" targetRef="charge"/>
    <sequenceFlow id="f5" sourceRef="late" targetRef="lost"/>
    <sequenceFlow id="f6" sourceRef="charge" targetRef="won"/>
  </process>
  <process id="q"><task id="carry" name="Carry"/></process>
</definitions>"#;

#[test]
fn a_map_is_found_in_a_file_of_another_tool() {
    let (document, _) = Document::read(FOREIGN.as_bytes()).expect("XML");
    let (model, problems) = Model::read(&document);
    assert_eq!(problems, []);
    let derived = to_map(&model, &Extensions::default()).expect("a map");
    assert_eq!(derived.left_out, ["undo"]);
    let lanes: Vec<String> =
        derived.map.lanes().iter().map(|lane| format!("{} {}", lane.name, lane.visibility)).collect();
    assert_eq!(
        lanes,
        [
            "Private customer customer",
            "Desk front",
            "Shop back",
            "Customer store back",
            "ERP system",
            "Bank partner",
            "Carrier partner"
        ]
    );
    let (_, steps, flows) = said(&derived.map);
    assert_eq!(
        flows,
        [
            "asks > pack",
            "asks > tell",
            "charge > charge",
            "charge > paid",
            "charge > won",
            "late > lost",
            "pack > carry",
            "pack > charge",
            "pack > late",
            "tell > told"
        ]
    );
    for wanted in [
        "asks Ask Step buyer",
        "told Tell Step buyer",
        "lost Lost End { good: false } shop",
        "won Won End { good: true } shop",
        "late Too late Step store",
        "paid Pay Step bank",
    ] {
        assert!(steps.iter().any(|step| step == wanted), "{wanted} in {steps:?}");
    }
}

#[test]
fn a_file_without_steps_holds_no_map() {
    let text = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"/></definitions>";
    let (document, _) = Document::read(text.as_bytes()).expect("XML");
    let (model, _) = Model::read(&document);
    let problems = to_map(&model, &Extensions::default()).expect_err("no map");
    assert_eq!(problems[0].to_string(), "the map has no step");
}

//! Every symbol of BPMN drawn once, and that data stays data in the picture.

use bpmn::model::Model;
use bpmn::xml::Document;
use chart::Caption;
use chart::diagram::{DiagramError, draw};

const TASKS: [&str; 8] = [
    "task",
    "userTask",
    "serviceTask",
    "sendTask",
    "receiveTask",
    "manualTask",
    "scriptTask",
    "businessRuleTask",
];
const GATEWAYS: [&str; 5] =
    ["exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway", "eventBasedGateway"];
const EVENTS: [&str; 5] =
    ["startEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "endEvent"];
const DEFINITIONS: [&str; 10] = [
    "message",
    "timer",
    "signal",
    "error",
    "escalation",
    "conditional",
    "compensate",
    "link",
    "terminate",
    "cancel",
];

fn caption() -> Caption {
    Caption { title: "All symbols".into(), desc: "Each symbol once.".into() }
}

/// A file with these elements in a process, laid out by us.
fn file(content: &str) -> Model {
    let text = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"d\" targetNamespace=\"urn:test\">\
         <process id=\"p\">{content}</process></definitions>"
    );
    let (mut document, _) = Document::read(text.as_bytes()).expect("XML");
    let (model, _) = Model::read(&document);
    bpmn::layout::draw(&mut document, &model).expect("a drawing");
    Model::read(&document).0
}

fn picture(content: &str) -> String {
    let model = file(content);
    draw(&model, &model.diagrams[0], &caption()).expect("a picture").to_plain()
}

#[test]
fn activities_and_gateways() {
    let plain = TASKS.iter().chain(&GATEWAYS).map(|kind| format!("<{kind} id=\"{kind}\" name=\"{kind}\"/>"));
    let marked = [
        "<task id=\"loop\"><standardLoopCharacteristics/></task>",
        "<task id=\"many\"><multiInstanceLoopCharacteristics/></task>",
        "<task id=\"each\"><multiInstanceLoopCharacteristics isSequential=\"true\"/></task>",
        "<task id=\"undo\" isForCompensation=\"true\"/>",
        "<callActivity id=\"call\" name=\"call\"/>",
        "<subProcess id=\"closed\" name=\"closed\"/>",
        "<subProcess id=\"open\" name=\"open\"><task id=\"inner\"/></subProcess>",
        "<subProcess id=\"event\" triggeredByEvent=\"true\"/>",
        "<transaction id=\"transaction\"/>",
        "<adHocSubProcess id=\"adhoc\"/>",
    ];
    insta::assert_snapshot!(picture(&(plain.collect::<String>() + &marked.concat())));
}

#[test]
fn events() {
    let mut content = String::from("<task id=\"host\"/>");
    for event in EVENTS {
        let host =
            if event == "boundaryEvent" { " attachedToRef=\"host\" cancelActivity=\"false\"" } else { "" };
        for definition in DEFINITIONS {
            content += &format!(
                "<{event} id=\"{event}_{definition}\"{host}><{definition}EventDefinition/></{event}>"
            );
        }
        content += &format!("<{event} id=\"{event}\"{host}/>");
        content += &format!(
            "<{event} id=\"{event}_all\" parallelMultiple=\"true\"{host}><signalEventDefinition/><timerEventDefinition/></{event}>"
        );
    }
    insta::assert_snapshot!(picture(&content));
}

#[test]
fn data_notes_and_flows() {
    insta::assert_snapshot!(picture(
        "<task id=\"a\" default=\"f\"><dataOutputAssociation><targetRef>o</targetRef></dataOutputAssociation></task>\
         <task id=\"b\"/><task id=\"c\"/><dataObjectReference id=\"o\" name=\"Order\"><dataState name=\"paid\"/></dataObjectReference>\
         <dataStoreReference id=\"s\" name=\"Store\"/><group id=\"g\"/>\
         <textAnnotation id=\"n\"><text>A note</text></textAnnotation>\
         <association id=\"x\" sourceRef=\"b\" targetRef=\"n\" associationDirection=\"Both\"/>\
         <sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"b\"/>\
         <sequenceFlow id=\"w\" name=\"if it rains\" sourceRef=\"a\" targetRef=\"c\"><conditionExpression>x</conditionExpression></sequenceFlow>"
    ));
}

#[test]
fn text_and_colours_stay_what_they_are() {
    let mut model = file("<task id=\"a\" name=\"&lt;script&gt;alert(1)&lt;/script&gt;\"/>");
    model.diagrams[0].shapes[0].colours.fill = Some("#123456".into());
    model.diagrams[0].shapes[0].colours.stroke = Some("red\"/><script>".into());
    let svg = draw(&model, &model.diagrams[0], &caption()).expect("a picture").to_plain();
    assert!(svg.contains("fill=\"#123456\"") && svg.contains("&lt;script&gt;"));
    assert!(!svg.contains("<script") && !svg.contains("style="));
}

#[test]
fn what_is_too_large_is_refused() {
    let mut model = file("<task id=\"a\"/><task id=\"b\"/>");
    if let Some(bounds) = &mut model.diagrams[0].shapes[1].bounds {
        bounds.x = 900_000.0;
    }
    assert!(matches!(draw(&model, &model.diagrams[0], &caption()), Err(DiagramError::TooLarge { .. })));
    model.diagrams[0].shapes.clear();
    assert_eq!(draw(&model, &model.diagrams[0], &caption()), Err(DiagramError::Empty));
}

//! A file without a diagram gets one that shows all of it; a file that has one keeps it.

use bpmn::layout::draw;
use bpmn::model::{Bounds, ElementRef, Model};
use bpmn::xml::Document;

/// Two pools, lanes, an open sub-process with an event on its border, data, a note; the association of data has no id.
const ORDER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
  <bpmn:collaboration id="all">
    <bpmn:participant id="buyer" name="Buyer"/>
    <bpmn:participant id="shop" name="Shop" processRef="p"/>
    <bpmn:messageFlow id="asks" name="order" sourceRef="buyer" targetRef="in"/>
  </bpmn:collaboration>
  <bpmn:process id="p">
    <bpmn:laneSet id="lanes">
      <bpmn:lane id="desk" name="Desk"><bpmn:flowNodeRef>in</bpmn:flowNodeRef><bpmn:flowNodeRef>ok</bpmn:flowNodeRef></bpmn:lane>
      <bpmn:lane id="store" name="Store"><bpmn:flowNodeRef>pack</bpmn:flowNodeRef><bpmn:flowNodeRef>out</bpmn:flowNodeRef><bpmn:flowNodeRef>late</bpmn:flowNodeRef><bpmn:flowNodeRef>late_end</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="in" name="Order came"><bpmn:messageEventDefinition/></bpmn:startEvent>
    <bpmn:exclusiveGateway id="ok" name="In stock?"/>
    <bpmn:subProcess id="pack" name="Pack">
      <bpmn:task id="fetch" name="Fetch"/>
      <bpmn:task id="wrap" name="Wrap"/>
      <bpmn:sequenceFlow id="f4" sourceRef="fetch" targetRef="wrap"/>
    </bpmn:subProcess>
    <bpmn:boundaryEvent id="late" attachedToRef="pack"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>
    <bpmn:endEvent id="late_end"/>
    <bpmn:task id="out" name="Send">
      <bpmn:dataOutputAssociation><bpmn:targetRef>slip</bpmn:targetRef></bpmn:dataOutputAssociation>
    </bpmn:task>
    <bpmn:dataObjectReference id="slip" name="Slip"/>
    <bpmn:textAnnotation id="note"><bpmn:text>Before noon</bpmn:text></bpmn:textAnnotation>
    <bpmn:association id="a1" sourceRef="out" targetRef="note"/>
    <bpmn:sequenceFlow id="f1" sourceRef="in" targetRef="ok"/>
    <bpmn:sequenceFlow id="f2" name="yes" sourceRef="ok" targetRef="pack"/>
    <bpmn:sequenceFlow id="f3" sourceRef="pack" targetRef="out"/>
    <bpmn:sequenceFlow id="f5" sourceRef="late" targetRef="late_end"/>
    <bpmn:sequenceFlow id="f6" sourceRef="out" targetRef="ok"/>
  </bpmn:process>
</bpmn:definitions>
"#;

fn read(text: &str) -> (Document, Model) {
    let (document, problems) = Document::read(text.as_bytes()).expect("XML");
    assert!(problems.is_empty(), "{problems:?}");
    let (model, _) = Model::read(&document);
    (document, model)
}

fn drawn(text: &str) -> (String, Model) {
    let (mut document, model) = read(text);
    assert_eq!(draw(&mut document, &model), Ok(1));
    let text = document.write();
    let (_, model) = read(&text);
    (text, model)
}

fn bounds(model: &Model, id: &str) -> Bounds {
    let element = model.element(id);
    let shape = model.diagrams[0].shapes.iter().find(|shape| shape.depicts.element == element);
    shape.and_then(|shape| shape.bounds).unwrap_or_else(|| panic!("{id} is not drawn"))
}

#[test]
fn everything_is_drawn() {
    let (_, model) = drawn(ORDER);
    let diagram = &model.diagrams[0];
    assert_eq!(diagram.shows.element, model.element("all"));
    assert_eq!(diagram.shapes.len(), 2 + 2 + 8 + 2, "pools, lanes, steps, data and note");
    let edges: Vec<&str> = diagram.edges.iter().map(|edge| edge.depicts.id.as_str()).collect();
    assert_eq!(edges.len(), 1 + 6 + 2, "{edges:?}");
    assert!(diagram.edges.iter().all(|edge| edge.depicts.element.is_some() && edge.waypoints.len() > 1));
    let wrapped = |inner: &str, outer: &str| {
        let (inner, outer) = (bounds(&model, inner), bounds(&model, outer));
        outer.x < inner.x && inner.x + inner.width <= outer.x + outer.width && outer.y < inner.y
    };
    assert!(wrapped("wrap", "pack") && wrapped("pack", "store") && wrapped("store", "shop"));
    let (host, event) = (bounds(&model, "pack"), bounds(&model, "late"));
    assert_eq!(event.y + event.height / 2.0, host.y + host.height, "an event sits on the border");
    assert!(bounds(&model, "buyer").y < bounds(&model, "shop").y, "pools as in the file");
    assert!(
        bounds(&model, "in").x < bounds(&model, "ok").x && bounds(&model, "ok").x < bounds(&model, "out").x
    );
}

#[test]
fn the_line_to_the_customer_orders_lanes() {
    let line = |lane: &str, line: &str| {
        format!(
            "<bpmn:lane id=\"{lane}\" name=\"{lane}\"><bpmn:extensionElements><touchline:lane xmlns:touchline=\"urn:touchline:bpmn:1\" \
             line=\"{line}\"/></bpmn:extensionElements>"
        )
    };
    let text = ORDER
        .replace("<bpmn:lane id=\"desk\" name=\"Desk\">", &line("desk", "back"))
        .replace("<bpmn:lane id=\"store\" name=\"Store\">", &line("store", "front"));
    let (_, model) = drawn(&text);
    assert!(bounds(&model, "store").y < bounds(&model, "desk").y);
}

#[test]
fn what_is_drawn_is_left_alone() {
    let (once, model) = drawn(ORDER);
    let (mut document, again) = read(&once);
    assert_eq!(draw(&mut document, &again), Ok(0));
    assert_eq!(document.write(), once);
    assert!(
        model.data_associations.iter().all(|data| !data.base.id.is_empty()),
        "what is shown has an identifier"
    );
    assert_eq!(drawn(ORDER).0, once, "the same every time");
    assert!(matches!(model.element("slip"), Some(ElementRef::Data(_))));
}

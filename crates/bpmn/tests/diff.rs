//! What changed between two versions: each kind of change, and nothing where nothing changed.

use bpmn::diff::{Change, Difference, Side, diff};
use bpmn::model::Model;
use bpmn::xml::Document;

const BEFORE: &str = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' \
    xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' \
    id='file' targetNamespace='urn:test'>\
  <process id='p' name='Orders'>\
    <laneSet id='set'><lane id='desk' name='Desk'><flowNodeRef>check</flowNodeRef></lane>\
      <lane id='store' name='Store'><flowNodeRef>pack</flowNodeRef></lane></laneSet>\
    <startEvent id='s' name='Ordered'/><task id='check' name='Check'><documentation>With care</documentation></task>\
    <task id='pack' name='Pack'/><endEvent id='e' name='Sent'/>\
    <sequenceFlow id='f1' sourceRef='s' targetRef='check'/><sequenceFlow id='f2' sourceRef='check' targetRef='pack'/>\
    <sequenceFlow id='f3' sourceRef='pack' targetRef='e'/>\
  </process>\
  <di:BPMNDiagram><di:BPMNPlane bpmnElement='p'><di:BPMNShape bpmnElement='check'>\
    <dc:Bounds x='10' y='10' width='100' height='80'/></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram>\
</definitions>";

/// The changes after `BEFORE` was edited by replacing texts, as `kind id: change`.
fn after(edits: &[(&str, &str)]) -> Vec<String> {
    let mut text = BEFORE.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    compare(BEFORE, &text).into_iter().map(|found| told(&found)).collect()
}

fn compare(before: &str, after: &str) -> Vec<Difference> {
    let read = |text: &str| {
        let (document, malformed) = Document::read(text.as_bytes()).expect("a file");
        let (model, problems) = Model::read(&document);
        assert!(malformed.is_empty() && problems.is_empty(), "{malformed:?} {problems:?}");
        (document, model)
    };
    let ((one, old), (other, new)) = (read(before), read(after));
    diff(Side { document: &one, model: &old }, Side { document: &other, model: &new })
}

fn told(difference: &Difference) -> String {
    let change = match &difference.change {
        Change::Added => "added".to_owned(),
        Change::Removed => "removed".to_owned(),
        Change::Renamed { from } => format!("renamed from {from}"),
        Change::Retyped { from } => format!("retyped from {from}"),
        Change::Moved { from, to } => format!("moved from {from} to {to}"),
        Change::Rerouted { from, to } => format!("rerouted from {}>{} to {}>{}", from.0, from.1, to.0, to.1),
        Change::Altered { what } => format!("altered {}", what.join(", ")),
        Change::Redrawn => "redrawn".to_owned(),
    };
    format!("{} {}: {change}", difference.element.kind, difference.element.id)
}

#[test]
fn the_same_file_has_no_changes() {
    assert_eq!(after(&[]), Vec::<String>::new());
    // Neither prefixes nor white space nor the order of attributes are a change.
    assert_eq!(
        after(&[("<endEvent id='e' name='Sent'/>", "\n  <endEvent name='Sent' id='e' />")]),
        Vec::<String>::new()
    );
}

#[test]
fn each_change_is_told_by_its_kind() {
    assert_eq!(after(&[("name='Check'", "name='Look over'")]), ["task check: renamed from Check"]);
    assert_eq!(
        after(&[("<task id='pack' name='Pack'/>", "<userTask id='pack' name='Pack'/>")]),
        ["userTask pack: retyped from task"]
    );
    assert_eq!(
        after(&[
            ("<flowNodeRef>check</flowNodeRef>", ""),
            ("<flowNodeRef>pack", "<flowNodeRef>check</flowNodeRef><flowNodeRef>pack")
        ]),
        ["task check: moved from Desk to Store"]
    );
    assert_eq!(
        after(&[
            ("targetRef='pack'", "targetRef='e'"),
            ("sourceRef='pack' targetRef='e'", "sourceRef='pack' targetRef='check'")
        ]),
        [
            "sequenceFlow f2: rerouted from Check>Pack to Check>Sent",
            "sequenceFlow f3: rerouted from Pack>Sent to Pack>Check"
        ]
    );
    assert_eq!(after(&[("With care", "Twice")]), ["task check: altered documentation"]);
    assert_eq!(after(&[("x='10'", "x='60'")]), ["task check: redrawn"]);
    assert_eq!(
        after(&[(
            "<sequenceFlow id='f2' sourceRef='check' targetRef='pack'/>",
            "<task id='label' name='Label'/><sequenceFlow id='f2' sourceRef='check' targetRef='label'/><sequenceFlow id='f4' sourceRef='label' targetRef='pack'/>"
        )]),
        [
            "task label: added",
            "sequenceFlow f4: added",
            "sequenceFlow f2: rerouted from Check>Pack to Check>Label"
        ]
    );
    assert_eq!(
        after(&[
            ("<endEvent id='e' name='Sent'/>", ""),
            ("<sequenceFlow id='f3' sourceRef='pack' targetRef='e'/>", "")
        ]),
        ["endEvent e: removed", "sequenceFlow f3: removed"]
    );
}

#[test]
fn a_step_with_a_new_identifier_is_known_by_its_name() {
    assert_eq!(after(&[("'pack'", "'Activity_1'"), (">pack<", ">Activity_1<")]), Vec::<String>::new());
}

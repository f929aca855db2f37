//! Models in other programs' formats.

use bpmn::export::{csv, mermaid};
use bpmn::model::Model;
use bpmn::xml::Document;

const FILE: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
  <collaboration id="c"><participant id="a" name="Buyer"/><participant id="b" name="Shop" processRef="p"/>
    <messageFlow id="m" name="order" sourceRef="a" targetRef="s"/></collaboration>
  <process id="p"><laneSet><lane id="l" name="Desk, front"><flowNodeRef>s</flowNodeRef></lane></laneSet>
    <startEvent id="s" name="In"/><userTask id="t" name="Say &quot;yes&quot; &lt;b&gt;"/><endEvent id="e"/>
    <sequenceFlow id="f" sourceRef="s" targetRef="t"/><sequenceFlow id="g" name="ok" sourceRef="t" targetRef="e"/>
  </process>
</definitions>"#;

fn model() -> Model {
    let (document, _) = Document::read(FILE.as_bytes()).expect("XML");
    Model::read(&document).0
}

#[test]
fn a_row_for_each_step() {
    let rows: Vec<String> = csv(&model()).lines().map(str::to_owned).collect();
    assert_eq!(rows[0], "process,within,lane,id,name,element,next");
    assert_eq!(rows[1], "p,,\"Desk, front\",s,In,startEvent,t");
    assert_eq!(rows[2], "p,,,t,\"Say \"\"yes\"\" <b>\",userTask,e");
    assert_eq!(rows.len(), 4);
}

#[test]
fn a_flowchart_with_names_that_stay_names() {
    let expected = "flowchart LR\n  subgraph s0[\"Shop\"]\n    n0((\"In\"))\n    n1[\"Say #34;yes#34; #60;b#62;\"]\n    n2(((\" \")))\n  end\n  \
                    p0[\"Buyer\"]\n  n0 --> n1\n  n1 -->|\"ok\"| n2\n  p0 -.->|\"order\"| n0\n";
    assert_eq!(mermaid(&model()), expected);
}

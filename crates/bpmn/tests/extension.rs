//! The extension is read, written and left in peace; wrong values are named.

use bpmn::extension::{
    CompetitorScore, Emotion, Extensions, FailurePoint, Money, ProcessExtension, Scenario, Stage,
    StepExtension, Times, write_line,
};
use bpmn::map::Visibility;
use bpmn::model::Model;
use bpmn::xml::Document;

const PLAIN: &str =
    "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"urn:t\">
  <collaboration id=\"c\">
    <participant id=\"pool\" processRef=\"p\"/>
  </collaboration>
  <process id=\"p\">
    <documentation>What it is.</documentation>
    <laneSet id=\"ls\">
      <lane id=\"lane\">
        <flowNodeRef>ask</flowNodeRef>
      </lane>
    </laneSet>
    <task id=\"ask\"/>
  </process>
</definitions>
";

fn read(document: &Document) -> (Model, Extensions) {
    let (model, problems) = Model::read(document);
    assert_eq!(problems, []);
    let (extensions, problems) = Extensions::read(document, &model);
    assert_eq!(problems, []);
    (model, extensions)
}

fn process() -> ProcessExtension {
    ProcessExtension {
        stage: Some(Stage::WinBack),
        initiator: Some("customer".into()),
        owner: Some("Sales & more".into()),
        scenarios: vec![Scenario {
            name: "Moving house".into(),
            reason: Some("a new address".into()),
            channel: Some("web".into()),
            steps: vec!["ask".into()],
        }],
        competitors: vec!["Acme".into()],
    }
}

fn step() -> StepExtension {
    StepExtension {
        line: Some(Visibility::Front),
        phase: Some("order".into()),
        channel: Some("phone".into()),
        promise: Some("answer-24h".into()),
        owner: Some("Ann".into()),
        value_adding: Some(false),
        good: None,
        cost: Some(Money { minor_units: -1_250, currency: "EUR".into() }),
        times: Times { process_s: Some(600.5), waiting_s: Some(86_400.0), accurate_percent: Some(92.0) },
        emotions: vec![Emotion { name: "trusting".into(), strength: 7.5 }],
        failures: vec![FailurePoint { what: "late".into(), severity: 7, occurrence: 3, detection: 10 }],
        scores: vec![CompetitorScore {
            competitor: "Acme".into(),
            score: 7.9,
            source: Some("panel".into()),
            n: Some(120),
            deviation: Some(1.5),
        }],
        ideas: vec!["Answer by message".into()],
    }
}

#[test]
fn what_is_written_is_read() {
    let (mut document, _) = Document::read(PLAIN.as_bytes()).expect("XML");
    let (model, none) = read(&document);
    assert_eq!(none, Extensions::default());
    process().write(&mut document, model.processes[0].base.origin.node);
    step().write(&mut document, model.nodes[0].base.origin.node);
    write_line(&mut document, model.lanes[0].base.origin.node, Some(Visibility::Back));
    write_line(&mut document, model.participants[0].base.origin.node, Some(Visibility::Partner));
    let written = document.write();
    let (again, _) = Document::read(written.as_bytes()).expect("what was written");
    let (_, extensions) = read(&again);
    assert_eq!(extensions.processes.values().collect::<Vec<_>>(), [&process()]);
    assert_eq!(extensions.steps.values().collect::<Vec<_>>(), [&step()]);
    assert_eq!(extensions.lanes.values().collect::<Vec<_>>(), [&Visibility::Back]);
    assert_eq!(extensions.pools.values().collect::<Vec<_>>(), [&Visibility::Partner]);
    assert!(written.contains(
        "    <documentation>What it is.</documentation>\n    <extensionElements>\n      <touchline:process stage=\"win-back\""
    ));
    assert_eq!(step().failures[0].rpn(), 210);
}

#[test]
fn writing_twice_is_writing_once_and_nothing_leaves_nothing() {
    let (mut document, _) = Document::read(PLAIN.as_bytes()).expect("XML");
    let (model, _) = read(&document);
    let (process_at, step_at) = (model.processes[0].base.origin.node, model.nodes[0].base.origin.node);
    let write = |document: &mut Document| {
        process().write(document, process_at);
        step().write(document, step_at);
        document.write()
    };
    assert_eq!(write(&mut document), write(&mut document));
    ProcessExtension::default().write(&mut document, process_at);
    StepExtension::default().write(&mut document, step_at);
    let declared = PLAIN.replacen(
        "targetNamespace=\"urn:t\"",
        "targetNamespace=\"urn:t\" xmlns:touchline=\"urn:touchline:bpmn:1\"",
        1,
    );
    assert_eq!(document.write(), declared);
}

#[test]
fn what_others_put_there_stays() {
    let text = PLAIN.replace(
        "<task id=\"ask\"/>",
        "<task id=\"ask\"><extensionElements xmlns:t=\"urn:touchline:bpmn:1\"><v:x xmlns:v=\"urn:v\"/><t:step later=\"1\" owner=\"Bo\"><t:newer/></t:step></extensionElements></task>",
    );
    let (mut document, _) = Document::read(text.as_bytes()).expect("XML");
    let (model, extensions) = read(&document);
    assert_eq!(extensions.steps.values().next().and_then(|step| step.owner.as_deref()), Some("Bo"));
    step().write(&mut document, model.nodes[0].base.origin.node);
    let written = document.write();
    for kept in [
        "<v:x xmlns:v=\"urn:v\"/>",
        "later=\"1\"",
        "<t:newer/>",
        "owner=\"Ann\"",
        "<t:cost amount=\"-12.50\"",
    ] {
        assert!(written.contains(kept), "{kept} in {written}");
    }
}

#[test]
fn wrong_values_are_named_with_their_place() {
    let extension = "<extensionElements xmlns:t=\"urn:touchline:bpmn:1\">
<t:step line=\"side\" valueAdding=\"perhaps\">
<t:cost amount=\"1,5\" currency=\"EUR\"/>
<t:times processSeconds=\"-1\" accuratePercent=\"101\"/>
<t:emotion name=\"happy\" strength=\"11\"/>
<t:failure what=\"late\" severity=\"0\" occurrence=\"1\" detection=\"1\"/>
<t:failure severity=\"1\" occurrence=\"1\" detection=\"1\"/>
<t:score competitor=\"Acme\" score=\"high\"/>
</t:step></extensionElements>";
    let text = PLAIN.replace("<task id=\"ask\"/>", &format!("<task id=\"ask\">{extension}</task>")).replace(
        "<laneSet id",
        "<extensionElements xmlns:t=\"urn:touchline:bpmn:1\"><t:process stage=\"old\"><t:scenario><t:answer step=\"ghost\"/></t:scenario></t:process></extensionElements><laneSet id",
    );
    let (document, _) = Document::read(text.as_bytes()).expect("XML");
    let (model, _) = Model::read(&document);
    let (extensions, problems) = Extensions::read(&document, &model);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "line 7, column 55: touchline:process: `stage` is `old`, which is not a stage",
            "line 7, column 90: touchline:answer: `step` leads to `ghost`, which does not exist",
            "line 13, column 1: touchline:step: `line` is `side`, which is not customer, front, back, system or partner",
            "line 13, column 1: touchline:step: `valueAdding` is `perhaps`, which is not true or false",
            "line 14, column 1: touchline:cost: `amount` is `1,5 EUR`, which is not an amount of a currency, as 12.50 EUR",
            "line 15, column 1: touchline:times: `processSeconds` is `-1`, which is not a number of seconds",
            "line 15, column 1: touchline:times: `accuratePercent` is `101`, which is not a number from 0 to 100",
            "line 16, column 1: touchline:emotion: `strength` is `11`, which is not a number from 0 to 10",
            "line 17, column 1: touchline:failure: `severity` is `0`, which is not a whole number from 1 to 10",
            "line 18, column 1: touchline:failure: it has no `what`",
            "line 19, column 1: touchline:score: `score` is `high`, which is not a number",
        ]
    );
    let only = extensions.steps.values().next().expect("the step");
    assert!(only.emotions.is_empty() && only.failures.is_empty() && only.scores.is_empty());
}

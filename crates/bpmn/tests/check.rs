//! Every rule of the check: a model that breaches it, and that the finding names the right element.

use bpmn::check::{Rule, check};
use bpmn::extension::Extensions;
use bpmn::model::Model;
use bpmn::xml::Document;
use std::collections::BTreeSet;

/// The breaches of a process with this content, as rule and identifier; that nobody answers for it is left aside.
fn breaches(content: &str) -> Vec<(Rule, String)> {
    without_owners(breaches_of(&format!("<process id='p' name='P'>{content}</process>")))
}

fn without_owners(mut found: Vec<(Rule, String)>) -> Vec<(Rule, String)> {
    found.retain(|(rule, _)| *rule != Rule::OwnerMissing);
    found
}

/// The breaches of a file with this content.
fn breaches_of(content: &str) -> Vec<(Rule, String)> {
    let file = format!(
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' \
         xmlns:touchline='urn:touchline:bpmn:1' xmlns:bpmndi='http://www.omg.org/spec/BPMN/20100524/DI' \
         xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' id='file' targetNamespace='urn:test'>{content}</definitions>"
    );
    let (document, malformed) = Document::read(file.as_bytes()).expect("a file");
    assert!(malformed.is_empty(), "{malformed:?}");
    let (model, problems) = Model::read(&document);
    let expected_to_dangle = content.contains("nowhere");
    assert!(problems.is_empty() || expected_to_dangle, "{problems:?}");
    let (extensions, problems) = Extensions::read(&document, &model);
    assert!(problems.is_empty(), "{problems:?}");
    check(&model, &extensions).into_iter().map(|finding| (finding.rule, finding.id)).collect()
}

/// Elements and flows in a short notation, a word each: `start:s`, `task:a`, `xor:x`, `s>a`, `x>b?` with a condition.
fn process(words: &str) -> String {
    words.split_whitespace().map(element).collect()
}

fn element(word: &str) -> String {
    if let Some((source, target)) = word.split_once('>') {
        let (target, condition) = match target.strip_suffix('?') {
            Some(target) => (target, "<conditionExpression>yes</conditionExpression>"),
            None => (target, ""),
        };
        return format!(
            "<sequenceFlow id='{source}{target}' name='n' sourceRef='{source}' targetRef='{target}'>{condition}</sequenceFlow>"
        );
    }
    let (kind, id) = word.split_once(':').expect("a kind and an identifier");
    let named = |element: &str| format!("<{element} id='{id}' name='{id}'/>");
    match kind {
        "start" => named("startEvent"),
        "end" => named("endEvent"),
        "stop" => format!("<endEvent id='{id}' name='{id}'><terminateEventDefinition/></endEvent>"),
        "task" => named("task"),
        "receive" => named("receiveTask"),
        "xor" => named("exclusiveGateway"),
        "and" => named("parallelGateway"),
        "or" => named("inclusiveGateway"),
        "complex" => named("complexGateway"),
        "either" => named("eventBasedGateway"),
        "timer" => format!(
            "<intermediateCatchEvent id='{id}' name='{id}'><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>"
        ),
        other => panic!("{other} is no kind"),
    }
}

#[track_caller]
fn assert_breaches(content: &str, expected: &[(Rule, &str)]) {
    let found: BTreeSet<(Rule, String)> = breaches(content).into_iter().collect();
    let expected: BTreeSet<(Rule, String)> =
        expected.iter().map(|(rule, id)| (*rule, (*id).to_owned())).collect();
    assert_eq!(found, expected, "{content}");
}

#[test]
fn a_sound_process_has_nothing_to_mend() {
    assert_breaches(&process("start:s task:a end:e s>a a>e"), &[]);
    assert_breaches(&process("start:s xor:x task:a task:b xor:y end:e s>x x>a? x>b? a>y b>y y>e"), &[]);
    assert_breaches(&process("start:s and:x task:a task:b and:y end:e s>x x>a x>b a>y b>y y>e"), &[]);
    assert_breaches(&process("start:s or:x task:a task:b or:y end:e s>x x>a? x>b? a>y b>y y>e"), &[]);
    assert_breaches(&process("start:s either:x timer:a receive:b xor:y end:e s>x x>a x>b a>y b>y y>e"), &[]);
    assert_breaches(&process("start:s xor:m task:a xor:x end:e s>m m>a a>x x>m? x>e?"), &[]);
}

#[test]
fn flows_begin_and_end_somewhere() {
    use Rule::*;
    assert_breaches(
        &process("start:s task:a end:e s>a a>e a>nowhere"),
        &[(FlowDangling, "anowhere"), (SplitImplicit, "a"), (SoundnessOpen, "p")],
    );
    let twice =
        process("start:s task:a end:e s>a a>e") + "<sequenceFlow id='again' sourceRef='s' targetRef='a'/>";
    assert_breaches(
        &twice,
        &[(FlowTwice, "again"), (SplitImplicit, "s"), (JoinImplicit, "a"), (NotSynchronised, "e")],
    );
    let inner = process("start:i task:t end:j i>t t>j");
    let across = format!(
        "{}<subProcess id='sub' name='sub'>{inner}</subProcess><sequenceFlow id='x' sourceRef='s' targetRef='t'/>",
        process("start:s end:e s>sub sub>e")
    );
    let found = breaches(&across);
    assert!(found.contains(&(FlowLeavesScope, "x".into())), "{found:?}");
}

#[test]
fn processes_begin_and_end() {
    use Rule::*;
    assert_breaches(&process("task:a end:e a>e"), &[(StartMissing, "p"), (StartImplicit, "a")]);
    assert_breaches(&process("start:s task:a s>a"), &[(EndMissing, "p"), (EndImplicit, "a")]);
    assert_breaches(&process("start:s task:a end:e s>a a>e task:b"), &[(Disconnected, "b")]);
    assert_breaches(&process("start:s start:t xor:x task:a end:e s>x t>x x>a a>e"), &[(StartsBlank, "p")]);
    let turned = breaches(&process("start:s task:a end:e s>a a>e e>s"));
    for expected in [(EndLeft, "e"), (StartEntered, "s")] {
        assert!(turned.contains(&(expected.0, expected.1.into())), "{turned:?}");
    }
}

#[test]
fn splits_and_joins_are_said() {
    use Rule::*;
    assert_breaches(
        &process("start:s task:a task:b task:c end:e end:f s>a a>b a>c b>e c>f"),
        &[(SplitImplicit, "a")],
    );
    assert_breaches(
        &process("start:s xor:x task:a task:b task:c end:e s>x x>a? x>b? a>c b>c c>e"),
        &[(JoinImplicit, "c")],
    );
    assert_breaches(&process("start:s xor:x task:a end:e s>x x>a a>e"), &[(GatewaySuperfluous, "x")]);
    assert_breaches(
        &process(
            "start:s xor:x task:a task:b xor:y task:c task:d end:e end:f s>x x>a? x>b? a>y b>y y>c? y>d? c>e d>f",
        ),
        &[(GatewayJoinsAndSplits, "y")],
    );
    assert_breaches(
        &process("start:s xor:x task:a task:b end:e end:f s>x x>a? x>b a>e b>f"),
        &[(ConditionMissing, "xb")],
    );
    let default = "<exclusiveGateway id='x' name='x' default='xb'/>".to_owned()
        + &process("start:s task:a task:b end:e end:f s>x x>a? x>b? a>e b>f");
    assert_breaches(&default, &[(DefaultConditional, "xb")]);
    let complex = breaches(&process("start:s complex:x task:a task:b end:e end:f s>x x>a x>b a>e b>f"));
    assert_eq!(complex, [(SoundnessOpen, "p".into()), (GatewayComplex, "x".into())]);
    assert_breaches(
        &process("start:s either:x timer:a task:b end:e end:f s>x x>a x>b a>e b>f"),
        &[(EventGatewayTarget, "x")],
    );
}

#[test]
fn events_can_happen() {
    use Rule::*;
    let on_border = |event: &str, flows: &str| {
        process("start:s task:a end:e s>a a>e")
            + &format!("<boundaryEvent id='b' attachedToRef='a'>{event}</boundaryEvent>")
            + &process(flows)
    };
    let timer = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>";
    assert_breaches(&on_border(timer, ""), &[(BoundaryIgnored, "b")]);
    assert_breaches(&on_border(timer, "end:f b>f"), &[]);
    assert_breaches(&on_border("<timerEventDefinition/>", "end:f b>f"), &[(TimerEmpty, "b")]);
    assert_breaches(
        &on_border(&format!("{timer}<messageEventDefinition/>"), "end:f b>f"),
        &[(EventMany, "b")],
    );
    let entered = breaches(&on_border(timer, "end:f b>f a>b"));
    assert!(entered.contains(&(BoundaryEntered, "b".into())), "{entered:?}");
    assert_breaches(&process("start:s task:a stop:e s>a a>e"), &[(TerminationSuperfluous, "e")]);

    let link = |name: &str, element: &str, id: &str| {
        format!("<{element} id='{id}' name='{id}'><linkEventDefinition name='{name}'/></{element}>")
    };
    let jump = process("start:s task:a end:e s>t c>a a>e")
        + &link("there", "intermediateThrowEvent", "t")
        + &link("there", "intermediateCatchEvent", "c");
    assert_breaches(&jump, &[]);
    let lost = process("start:s task:a end:e s>a a>t c>e")
        + &link("here", "intermediateThrowEvent", "t")
        + &link("there", "intermediateCatchEvent", "c");
    let found = breaches(&lost);
    for id in ["t", "c"] {
        assert!(found.contains(&(LinkAlone, id.into())), "{found:?}");
    }

    let inside = |event: &str, by_event: bool| {
        process("start:s end:e s>sub sub>e").replace("s>sub", "")
            + &format!(
                "<subProcess id='sub' name='sub' triggeredByEvent='{by_event}'><startEvent id='i' name='i'>{event}</startEvent>{}</subProcess>",
                process("end:j i>j")
            )
    };
    let found = breaches(&inside(timer, false));
    assert!(found.contains(&(SubProcessStartTyped, "i".into())), "{found:?}");
    let alone = process("start:s end:e s>e")
        + &format!(
            "<subProcess id='sub' name='sub' triggeredByEvent='true'><startEvent id='i' name='i'/>{}</subProcess>",
            process("end:j i>j")
        );
    assert_breaches(&alone, &[(EventSubProcessStartBlank, "i")]);
}

#[test]
fn what_readers_see_has_a_name() {
    use Rule::*;
    let nameless = process("start:s end:e s>a a>e") + "<userTask id='a'/>";
    assert_breaches(&nameless, &[(LabelMissing, "a")]);
    let way = process("start:s xor:x task:a task:b end:e end:f s>x x>a? a>e b>f")
        + "<sequenceFlow id='xb' sourceRef='x' targetRef='b'><conditionExpression>no</conditionExpression></sequenceFlow>";
    assert_breaches(&way, &[(LabelMissing, "xb")]);
}

#[test]
fn soundness_is_played_through() {
    use Rule::*;
    assert_breaches(
        &process("start:s xor:x task:a task:b and:y end:e s>x x>a? x>b? a>y b>y y>e"),
        &[(Deadlock, "y")],
    );
    assert_breaches(
        &process("start:s and:x task:a task:b xor:y end:e s>x x>a x>b a>y b>y y>e"),
        &[(NotSynchronised, "e")],
    );
    assert_breaches(
        &process("start:s task:a xor:x task:b end:e s>a a>e b>x x>b?"),
        &[(Unreachable, "b"), (Unreachable, "x"), (GatewaySuperfluous, "x")],
    );
    let found =
        breaches(&process("start:s xor:m task:a xor:x task:b end:e s>m m>a a>x x>m? x>b? b>m task:c c>e"));
    assert!(found.contains(&(NeverEnds, "m".into())), "{found:?}");
    // What undoes a step is no way out of it.
    let undone = process("start:s and:x task:a task:b and:y end:e s>x x>a x>b a>y b>y y>e")
        + "<boundaryEvent id='c' attachedToRef='a'><compensateEventDefinition/></boundaryEvent>";
    assert_breaches(&undone, &[]);
    // What an end stops does not wait for ever, and does not meet itself.
    assert_breaches(&process("start:s and:x task:a task:b stop:e stop:f s>x x>a x>b a>e b>f"), &[]);
}

#[test]
fn too_many_ways_are_left_open() {
    let ways: String = (0..16).map(|way| format!("task:t{way} x>t{way} t{way}>y ")).collect();
    let found = breaches(&process(&format!("start:s and:x and:y end:e s>x y>e {ways}")));
    assert_eq!(found, [(Rule::SoundnessOpen, "p".into())]);
}

#[test]
fn messages_go_from_pool_to_pool() {
    let file = format!(
        "<collaboration id='c'><participant id='one' name='One' processRef='p'/><participant id='two' name='Two'/>\
         <messageFlow id='within' sourceRef='a' targetRef='b'/><messageFlow id='across' sourceRef='a' targetRef='two'/></collaboration>\
         <process id='p'>{}</process>",
        process("start:s task:a task:b end:e s>a a>b b>e")
    );
    assert_eq!(without_owners(breaches_of(&file)), [(Rule::MessageWithinPool, "within".into())]);
}

#[test]
fn the_drawing_shows_everything_apart() {
    let shape = |id: &str, x: u32| {
        format!(
            "<bpmndi:BPMNShape bpmnElement='{id}'><dc:Bounds x='{x}' y='0' width='100' height='80'/></bpmndi:BPMNShape>"
        )
    };
    let file = format!(
        "<process id='p'>{}</process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='p'>{}{}{}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>",
        process("start:s task:a task:b end:e s>a a>b b>e"),
        shape("s", 0),
        shape("a", 200),
        shape("b", 250)
    );
    assert_eq!(
        without_owners(breaches_of(&file)),
        [(Rule::Overlap, "b".into()), (Rule::NotDrawn, "e".into())]
    );
}

/// A customer's pool and the shop's, with what the extension says.
fn shop(answer: &str, scenario: &str) -> String {
    let line = |line: &str| format!("<extensionElements><touchline:lane line='{line}'/></extensionElements>");
    format!(
        "<collaboration id='c'><participant id='buyer' name='Buyer' processRef='p'>{}</participant>\
         <participant id='shop' name='Shop' processRef='q'>{}</participant>{answer}</collaboration>\
         <process id='p' name='P'><extensionElements><touchline:process owner='Ada'>{scenario}</touchline:process></extensionElements>{}</process>\
         <process id='q' name='Q'><extensionElements><touchline:process owner='Ada'/></extensionElements>{}</process>",
        line("customer"),
        line("back"),
        process("start:s task:order end:e s>order order>e"),
        process("start:t task:pack end:f t>pack pack>f")
    )
}

#[test]
fn customers_are_answered_and_steps_behind_serve_them() {
    use Rule::*;
    let both = "<messageFlow id='m' sourceRef='order' targetRef='pack'/><messageFlow id='n' sourceRef='pack' targetRef='order'/>";
    assert_eq!(breaches_of(&shop(both, "")), []);
    assert_eq!(
        breaches_of(&shop("", "")),
        [(CustomerUnanswered, "order".into()), (NoLineOfVision, "pack".into())]
    );
    let one_way = "<messageFlow id='m' sourceRef='order' targetRef='pack'/>";
    assert_eq!(breaches_of(&shop(one_way, "")), [(NoLineOfVision, "pack".into())]);
    let holes = "<touchline:scenario name='Asks'><touchline:answer step='order'/></touchline:scenario><touchline:scenario name='Returns'/>";
    assert_eq!(breaches_of(&shop(both, holes)), [(ScenarioUnanswered, "p".into())]);
}

#[test]
fn somebody_answers_for_each_step() {
    let owner = "<extensionElements><touchline:step owner='Ada'/></extensionElements>";
    let steps = process("start:s task:b end:e s>a a>b b>e");
    let file = format!("<process id='p' name='P'><task id='a' name='a'>{owner}</task>{steps}</process>");
    assert_eq!(breaches_of(&file), [(Rule::OwnerMissing, "b".into())]);
}

#[test]
fn every_rule_has_a_name_of_its_own() {
    let names: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(names.len(), Rule::ALL.len());
}

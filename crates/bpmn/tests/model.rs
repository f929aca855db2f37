//! Every kind of element is read into its type, and what is wrong is named with its place.

use bpmn::model::{
    ArtifactKind, Band, Bounds, ChoreographyKind, ChoreographyLoop, CollaborationKind, ConversationKind,
    DataKind, Direction, ElementRef, EventKind, EventPosition, Gateway, Loop, MessageVisible, Model,
    Multiplicity, NodeKind, Point, ProcessType, RootKind, SubProcessKind, TaskKind, Timer,
};
use bpmn::xml::{Document, same};

const EVERY: &[u8] = include_bytes!("fixtures/every.bpmn");
const BROKEN: &[u8] = include_bytes!("fixtures/broken.bpmn");

fn every() -> Model {
    let (document, malformed) = Document::read(EVERY).expect("the fixture");
    assert_eq!(malformed, []);
    let (model, problems) = Model::read(&document);
    assert_eq!(problems, []);
    model
}

fn kind<'m>(model: &'m Model, id: &str) -> &'m NodeKind {
    &model[model.node(id).unwrap_or_else(|| panic!("no node {id}"))].kind
}

fn task<'m>(model: &'m Model, id: &str) -> &'m TaskKind {
    match kind(model, id) {
        NodeKind::Task { task, .. } => task,
        other => panic!("{id} is {other:?}"),
    }
}

fn events<'m>(model: &'m Model, id: &str) -> Vec<&'m EventKind> {
    let event = model[model.node(id).expect(id)].event().expect(id);
    event.definitions.iter().map(|definition| &definition.kind).collect()
}

fn leads_to(model: &Model, reference: Option<&bpmn::model::Reference>) -> String {
    let element =
        reference.and_then(|reference| reference.element).expect("a reference that leads somewhere");
    model.base(element).id.clone()
}

#[test]
fn tasks_have_their_kinds() {
    let model = every();
    assert_eq!(task(&model, "plain"), &TaskKind::Plain);
    assert_eq!(task(&model, "user"), &TaskKind::User);
    assert_eq!(task(&model, "manual"), &TaskKind::Manual);
    assert_eq!(task(&model, "rule"), &TaskKind::BusinessRule);
    let TaskKind::Service { operation } = task(&model, "service") else { panic!("no service task") };
    assert_eq!(leads_to(&model, operation.as_ref()), "op");
    let TaskKind::Send { message } = task(&model, "send") else { panic!("no send task") };
    assert_eq!(leads_to(&model, message.as_ref()), "m_order");
    assert!(matches!(task(&model, "receive"), TaskKind::Receive { instantiate: true, .. }));
    let TaskKind::Script { format, script } = task(&model, "script") else { panic!("no script task") };
    assert_eq!((format.as_deref(), script.as_deref()), (Some("text/x-lua"), Some("return 1 < 2")));
}

#[test]
fn activities_know_how_often_they_are_done_and_by_whom() {
    let model = every();
    let activity = |id| model[model.node(id).expect(id)].activity().expect(id);
    let Some(Loop::Standard { test_before: true, maximum: Some(3), condition: Some(condition) }) =
        &activity("plain").repeat
    else {
        panic!("no standard loop")
    };
    assert_eq!((condition.text.as_str(), condition.language.as_deref()), ("more", Some("feel")));
    let Some(Loop::MultiInstance { sequential: true, cardinality: Some(five), completion: Some(_) }) =
        &activity("service").repeat
    else {
        panic!("no multi-instance")
    };
    assert_eq!(five.text, "5");
    assert_eq!((activity("user").start_quantity, activity("user").completion_quantity), (2, 3));
    assert_eq!(activity("user").performers, ["Clerk"]);
    assert!(activity("undo").for_compensation && !activity("plain").for_compensation);
    let NodeKind::CallActivity { called: Some(called), .. } = kind(&model, "call") else { panic!("no call") };
    assert_eq!((called.text.as_str(), called.element), ("acme:other", None));
}

#[test]
fn gateways_and_their_flows() {
    let model = every();
    for (id, wanted) in [
        ("xor", Gateway::Exclusive),
        ("or", Gateway::Inclusive),
        ("and", Gateway::Parallel),
        ("events", Gateway::EventBased { instantiate: true, parallel: true }),
    ] {
        assert_eq!(model[model.node(id).expect(id)].gateway(), Some(&wanted), "{id}");
    }
    assert!(matches!(
        kind(&model, "complex"),
        NodeKind::Gateway(Gateway::Complex { activation: Some(condition) }) if condition.text == "2 of 3"
    ));
    let xor = &model[model.node("xor").expect("xor")];
    let ids = |flows: &[bpmn::model::FlowIx]| -> Vec<String> {
        flows.iter().map(|&flow| model[flow].base.id.clone()).collect()
    };
    assert_eq!(
        (ids(&xor.incoming), ids(&xor.outgoing)),
        (vec!["f1".into()], vec!["f_big".into(), "f_small".into()])
    );
    assert_eq!(xor.default.map(|flow| model[flow].base.id.as_str()), Some("f_small"));
    let condition = model[xor.outgoing[0]].condition.as_ref().expect("a condition");
    assert_eq!((condition.text.as_str(), condition.language.as_deref()), ("total > 100", Some("feel")));
}

#[test]
fn events_have_positions_and_definitions() {
    let model = every();
    let position = |id| model[model.node(id).expect(id)].event().expect(id).position;
    assert_eq!(position("start"), EventPosition::Start { interrupting: true });
    assert_eq!(position("oe_start"), EventPosition::Start { interrupting: false });
    assert_eq!(position("end"), EventPosition::End);
    assert_eq!(position("c_date"), EventPosition::IntermediateCatch);
    assert_eq!(position("t_link"), EventPosition::IntermediateThrow);
    let user = model.node("user");
    assert_eq!(position("b_timer"), EventPosition::Boundary { attached_to: user, interrupting: false });
    assert_eq!(model[user.expect("user")].boundary, [model.node("b_timer").expect("b_timer")]);
    assert!(matches!(position("b_error"), EventPosition::Boundary { interrupting: true, .. }));

    let [EventKind::Message { message, operation }] = events(&model, "start")[..] else {
        panic!("no message")
    };
    assert_eq!(leads_to(&model, message.as_ref()), "m_order");
    assert_eq!(leads_to(&model, operation.as_ref()), "op");
    let timer = |id| match events(&model, id)[..] {
        [EventKind::Timer(Some(timer))] => timer.clone(),
        ref other => panic!("{id}: {other:?}"),
    };
    assert!(matches!(timer("b_timer"), Timer::Duration(text) if text.text == "PT1H"));
    assert!(matches!(timer("c_date"), Timer::Date(text) if text.text == "2026-01-01T00:00:00Z"));
    assert!(matches!(timer("c_ref"), Timer::Cycle(text) if text.text == "R/P1D"));
    let [EventKind::Escalation(escalation), EventKind::Signal(signal)] = events(&model, "oe_start")[..]
    else {
        panic!("not multiple")
    };
    assert_eq!(leads_to(&model, escalation.as_ref()), "x_late");
    assert_eq!(leads_to(&model, signal.as_ref()), "s_stock");
    assert!(model[model.node("oe_start").expect("it")].event().expect("it").parallel_multiple);
    assert!(matches!(events(&model, "b_error")[..], [EventKind::Error(Some(_))]));
    assert!(
        matches!(events(&model, "c_cond")[..], [EventKind::Conditional(Some(cold))] if cold.text == "cold")
    );
    assert!(matches!(events(&model, "t_link")[..], [EventKind::Link { name }] if name == "A"));
    assert!(matches!(
        events(&model, "t_comp")[..],
        [EventKind::Compensate { activity: Some(_), wait: false }]
    ));
    assert!(matches!(events(&model, "end")[..], [EventKind::Terminate]));
    assert!(matches!(events(&model, "tx_end")[..], [EventKind::Cancel]));
}

#[test]
fn sub_processes_have_scopes() {
    let model = every();
    let of = |id| match kind(&model, id) {
        NodeKind::SubProcess { kind, scope, .. } => (kind.clone(), *scope),
        other => panic!("{id} is {other:?}"),
    };
    let (embedded, scope) = of("sub");
    assert_eq!(embedded, SubProcessKind::Embedded);
    assert_eq!(
        model.nodes_in(scope).map(|(_, node)| node.base.id.as_str()).collect::<Vec<_>>(),
        ["sub_start", "sub_task"]
    );
    assert_eq!((model[scope].flows.len(), model[scope].data.len()), (1, 1));
    let process = model.processes[0].scope;
    assert_eq!(model[scope].parent, Some(process));
    assert_eq!(of("on_event").0, SubProcessKind::Event);
    assert_eq!(of("tx").0, SubProcessKind::Transaction { method: Some("##Store".into()) });
    assert!(matches!(
        of("adhoc").0,
        SubProcessKind::AdHoc { sequential: true, completion: Some(_), cancel_remaining: false }
    ));
    let inner = model.node("sub_task").expect("sub_task");
    assert_eq!(model.lane_of(inner).map(|lane| model[lane].base.id.as_str()), Some("l_front"));
    assert_eq!(model.process_of(inner).map(|process| model[process].base.id.as_str()), Some("shop"));
}

#[test]
fn lanes_are_nested() {
    let model = every();
    let scope = &model[model.processes[0].scope];
    let ids: Vec<&str> = scope.lanes.iter().map(|&lane| model[lane].base.id.as_str()).collect();
    assert_eq!(ids, ["l_front", "l_back"]);
    let inner = model[scope.lanes[1]].children[0];
    assert_eq!((model[inner].base.name.as_str(), model[inner].parent), ("Inner", Some(scope.lanes[1])));
    assert_eq!(model.lane_of(model.node("service").expect("it")), Some(inner));
    assert_eq!(model.lane_of(model.node("user").expect("it")), Some(scope.lanes[1]));
    assert_eq!(model.lane_of(model.node("end").expect("it")), None);
}

#[test]
fn processes_data_and_artifacts() {
    let model = every();
    let process = &model.processes[0];
    assert_eq!(process.base.documentation, ["How we sell.", "And deliver."]);
    assert_eq!((process.executable, process.process_type), (true, ProcessType::Private));
    let data = |id: &str| match model.element(id) {
        Some(ElementRef::Data(at)) => &model[at],
        other => panic!("{id} is {other:?}"),
    };
    assert_eq!(data("do").kind, DataKind::Object { collection: true });
    assert_eq!(data("in_p").kind, DataKind::Input { collection: true });
    assert_eq!(data("out_p").kind, DataKind::Output { collection: false });
    assert_eq!(data("prop").kind, DataKind::Property);
    assert_eq!(data("dor").state.as_deref(), Some("paid"));
    assert!(
        matches!(&data("dor").kind, DataKind::ObjectReference { object } if leads_to(&model, object.as_ref()) == "do")
    );
    assert!(
        matches!(&data("dsr").kind, DataKind::StoreReference { store } if leads_to(&model, store.as_ref()) == "store")
    );
    assert_eq!(data("in_u").node, model.node("user"));
    let user = &model[model.node("user").expect("user")];
    let end = |at: bpmn::model::DataAssociationIx| model[at].data().map(|data| model.base(data).id.clone());
    assert_eq!(end(user.data_inputs[0]).as_deref(), Some("dor"));
    assert_eq!(end(user.data_outputs[0]).as_deref(), Some("dsr"));

    let artifact = |id: &str| match model.element(id) {
        Some(ElementRef::Artifact(at)) => &model[at].kind,
        other => panic!("{id} is {other:?}"),
    };
    assert!(matches!(artifact("note"), ArtifactKind::Annotation { text } if text == "Mind the gap"));
    assert!(
        matches!(artifact("group"), ArtifactKind::Group { category } if leads_to(&model, category.as_ref()) == "cat_v")
    );
    let ArtifactKind::Association { source, target, direction } = artifact("assoc") else {
        panic!("no line")
    };
    assert_eq!((*source, *target), (model.element("note"), model.element("user")));
    assert_eq!(*direction, Direction::One);
}

#[test]
fn definitions_for_all() {
    let model = every();
    let root = |id: &str| match model.element(id) {
        Some(ElementRef::Root(at)) => &model[at].kind,
        other => panic!("{id} is {other:?}"),
    };
    assert!(
        matches!(root("m_order"), RootKind::Message { item } if leads_to(&model, item.as_ref()) == "item")
    );
    assert_eq!(root("s_stock"), &RootKind::Signal);
    assert_eq!(root("e_card"), &RootKind::Error { code: Some("402".into()) });
    assert_eq!(root("x_late"), &RootKind::Escalation { code: Some("LATE".into()) });
    assert_eq!(
        root("item"),
        &RootKind::ItemDefinition { structure: Some("acme:Order".into()), collection: true }
    );
    assert_eq!(root("store"), &RootKind::DataStore { capacity: Some(1000), unlimited: false });
    assert_eq!(root("cat"), &RootKind::Category);
    assert_eq!(root("cat_v"), &RootKind::CategoryValue { value: "Money".into() });
    assert_eq!(root("api"), &RootKind::Interface);
    assert!(matches!(root("op"), RootKind::Operation { takes: Some(_), gives: None }));
    assert_eq!(root("clerks"), &RootKind::Resource);
    assert_eq!(root("carrier_role"), &RootKind::PartnerRole);
    assert_eq!(root("carrier_entity"), &RootKind::PartnerEntity);
    assert_eq!(root("g_sign"), &RootKind::GlobalTask(TaskKind::User));
    assert_eq!(root("g_any"), &RootKind::GlobalTask(TaskKind::Plain));
    assert!(matches!(root("t_daily"), RootKind::EventDefinition(EventKind::Timer(Some(Timer::Cycle(_))))));
    assert_eq!(root("corr"), &RootKind::Other("correlationProperty".into()));
    assert_eq!(model.definitions.exporter.as_deref(), Some("Hand"));
}

#[test]
fn collaborations_conversations_and_choreographies() {
    let model = every();
    let collaboration = &model.collaborations[0];
    let [customer, shop] = collaboration.participants[..] else { panic!("not two pools") };
    assert_eq!(model[customer].process, None);
    assert_eq!(model[shop].process.map(|process| model[process].base.id.as_str()), Some("shop"));
    assert_eq!(model[shop].multiplicity, Some(Multiplicity { minimum: 2, maximum: 5 }));
    let flow = &model[collaboration.message_flows[0]];
    assert_eq!((flow.source, flow.target), (Some(ElementRef::Participant(customer)), model.element("start")));
    assert_eq!(leads_to(&model, flow.message.as_ref()), "m_order");
    let [talk, talks, call] = collaboration.conversations[..] else { panic!("not three conversations") };
    assert_eq!(model[talk].participants, [customer, shop]);
    assert_eq!(model[talk].message_flows, [collaboration.message_flows[0]]);
    assert!(
        matches!(&model[talks].kind, ConversationKind::Sub { conversations } if conversations.len() == 1)
    );
    assert!(
        matches!(&model[call].kind, ConversationKind::Call { called } if leads_to(&model, called.as_ref()) == "g_talk")
    );
    assert_eq!(model[collaboration.links[0]].target, Some(ElementRef::Conversation(talk)));
    assert_eq!(collaboration.artifacts.len(), 1);

    let choreography = &model.collaborations[2];
    let CollaborationKind::Choreography(scope) = choreography.kind else { panic!("no choreography") };
    assert_eq!((model[scope].nodes.len(), model[scope].flows.len(), model[scope].artifacts.len()), (4, 1, 1));
    let activity = |id| match kind(&model, id) {
        NodeKind::Choreography(activity) => activity,
        other => panic!("{id} is {other:?}"),
    };
    let offer = activity("ch_task");
    assert_eq!(offer.participants, choreography.participants);
    assert_eq!(offer.initiating, Some(choreography.participants[0]));
    assert_eq!(offer.repeat, ChoreographyLoop::Parallel);
    assert!(matches!(&offer.kind, ChoreographyKind::Task { message_flows } if message_flows.len() == 1));
    assert!(
        matches!(&activity("ch_sub").kind, ChoreographyKind::Sub { scope } if model[*scope].nodes.len() == 1)
    );
    assert!(matches!(&activity("ch_call").kind, ChoreographyKind::Call { called: Some(_) }));
}

#[test]
fn diagrams_have_shapes_and_edges() {
    let model = every();
    let diagram = &model.diagrams[0];
    assert_eq!((diagram.name.as_str(), diagram.shows.element), ("Overview", model.element("collab")));
    let [shop, sub, xor, band] = &diagram.shapes[..] else { panic!("not four shapes") };
    assert_eq!(shop.bounds, Some(Bounds { x: 0.0, y: 10.5, width: 600.0, height: 200.0 }));
    assert_eq!((shop.horizontal, sub.expanded, xor.marker_visible), (Some(true), Some(false), Some(true)));
    assert_eq!(sub.label.and_then(|label| label.bounds).map(|bounds| bounds.x), Some(3.0));
    assert_eq!((sub.colours.fill.as_deref(), sub.colours.stroke.as_deref()), (Some("#fff"), Some("#000")));
    assert_eq!(xor.depicts.element, model.element("xor"));
    let wanted = Band {
        kind: Some("top_initiating".into()),
        activity_shape: Some("sh_xor".into()),
        message_visible: true,
    };
    assert_eq!(band.band, Some(wanted));
    assert_eq!(diagram.edges[0].waypoints, [Point { x: 1.0, y: 2.0 }, Point { x: 3.0, y: 2.0 }]);
    assert!(diagram.edges[0].label.is_some_and(|label| label.bounds.is_none()));
    assert_eq!(diagram.edges[1].message, Some(MessageVisible::NonInitiating));
}

#[test]
fn what_is_written_is_the_same() {
    let (document, _) = Document::read(EVERY).expect("the fixture");
    let written = document.write();
    let (again, malformed) = Document::read(written.as_bytes()).expect("what was written");
    assert_eq!(malformed, []);
    assert_eq!(same(&document, &again), Ok(()));
    assert_eq!(again.write(), written);
    assert_eq!(Model::read(&document).0, Model::read(&again).0);
    // This file is written as we write, so even its bytes are the same.
    assert_eq!(written.as_bytes(), EVERY);
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let (document, malformed) = Document::read(BROKEN).expect("the fixture");
    assert_eq!(malformed, []);
    let (_, problems) = Model::read(&document);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(said, include_str!("fixtures/broken.txt").lines().collect::<Vec<_>>());
}

#[test]
fn other_files_are_said_to_be_other() {
    let (document, _) = Document::read(b"<html><body/></html>").expect("XML");
    let (model, problems) = Model::read(&document);
    assert!(model.processes.is_empty());
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["line 1, column 1: html: the outermost element is not `definitions` of BPMN 2.0"]
    );
}

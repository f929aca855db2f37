//! Every command: what it leads to, and why it is refused.

use crate::desk::{Desk, customer, id, key, minute, new_case, new_task, staff};
use caseflow::{
    Actor, Audience, Case, Command, Confidentiality, Event, LinkKind, NewTask, Priority, Refusal, Role,
    Status, Value, What, Why, decide,
};
use uuid::Uuid;

/// A case with two tasks, the second waiting for the first, an item, two stages, a comment, a file, a link, a promise.
fn desk() -> Desk {
    Desk::with([
        Command::AddStage { stage: id(1), name: "Diagnosis".into() },
        Command::AddStage { stage: id(2), name: "Repair".into() },
        Command::AddTask(new_task(1, "Call")),
        Command::AddTask(NewTask { waits_for: vec![id(1), id(1)], ..new_task(2, "Send") }),
        Command::AddItem { task: id(1), item: id(1), name: "Number".into() },
        Command::Comment { comment: id(1), text: "Will call".into(), audience: Audience::Staff },
        Command::AttachFile {
            file: id(1),
            name: "a.png".into(),
            size_bytes: 7,
            media_type: "image/png".into(),
        },
        Command::Link { link: LinkKind::Relates, case: id(1) },
        Command::MakePromise { promise: id(1), terms: key("answer"), due: None },
        Command::Assign { person: id(1), role: Role::Responsible },
        Command::SetField { field: key("paid"), value: Value::YesNo(false) },
    ])
}

fn unknown(what: What, n: u8) -> Refusal {
    Refusal::Unknown { what, id: id::<Uuid>(n) }
}

fn invalid(what: What, why: Why) -> Refusal {
    Refusal::Invalid { what, why }
}

/// Each command changes the case as the events say; given again at once, it changes nothing more.
#[test]
fn commands_lead_to_events() {
    let set = |value| Command::SetField { field: key("speed"), value };
    let table: Vec<(Command, Vec<Event>)> = vec![
        (
            Command::Retitle { title: " No line ".into() },
            vec![Event::TitleChanged { title: "No line".into() }],
        ),
        (Command::Rewrite { text: "a\r\nb".into() }, vec![Event::TextChanged { text: "a\nb".into() }]),
        (Command::Rewrite { text: " ".into() }, vec![Event::TextChanged { text: String::new() }]),
        (
            set(Value::Text("a\r\n".into())),
            vec![Event::FieldSet { field: key("speed"), value: Value::Text("a".into()) }],
        ),
        (Command::ClearField { field: key("paid") }, vec![Event::FieldCleared { field: key("paid") }]),
        (Command::SetDue { due: Some(minute(5)) }, vec![Event::DueSet { due: minute(5) }]),
        (
            Command::SetPriority { priority: Priority::Urgent },
            vec![Event::PrioritySet { priority: Priority::Urgent }],
        ),
        (
            Command::SetConfidentiality { confidentiality: Confidentiality::People },
            vec![Event::ConfidentialitySet { confidentiality: Confidentiality::People }],
        ),
        (Command::SetCustomer { customer: Some(id(9)) }, vec![Event::CustomerSet { customer: id(9) }]),
        (Command::SetCustomer { customer: None }, vec![Event::CustomerCleared {}]),
        (
            Command::Assign { person: id(2), role: Role::Watcher },
            vec![Event::PersonAssigned { person: id(2), role: Role::Watcher }],
        ),
        (
            Command::Assign { person: id(2), role: Role::Responsible },
            vec![
                Event::PersonAssigned { person: id(1), role: Role::Participant },
                Event::PersonAssigned { person: id(2), role: Role::Responsible },
            ],
        ),
        (Command::Unassign { person: id(1) }, vec![Event::PersonUnassigned { person: id(1) }]),
        (
            Command::RenameTask { task: id(1), name: "Ring".into() },
            vec![Event::TaskRenamed { task: id(1), name: "Ring".into() }],
        ),
        (Command::CompleteTask { task: id(1) }, vec![Event::TaskCompleted { task: id(1) }]),
        (
            Command::MoveTask { task: id(1), stage: Some(id(2)), after: Some(id(2)) },
            vec![Event::TaskMoved { task: id(1), stage: Some(id(2)), after: Some(id(2)) }],
        ),
        (
            Command::AssignTask { task: id(1), person: Some(id(4)) },
            vec![Event::TaskAssigned { task: id(1), person: id(4) }],
        ),
        (
            Command::SetTaskDue { task: id(1), due: Some(minute(3)) },
            vec![Event::TaskDueSet { task: id(1), due: minute(3) }],
        ),
        (
            Command::RemoveDependency { task: id(2), on: id(1) },
            vec![Event::DependencyRemoved { task: id(2), on: id(1) }],
        ),
        (
            Command::AddItem { task: id(1), item: id(2), name: "Name".into() },
            vec![Event::ItemAdded { task: id(1), item: id(2), name: "Name".into() }],
        ),
        (
            Command::RenameItem { task: id(1), item: id(1), name: "Name".into() },
            vec![Event::ItemRenamed { task: id(1), item: id(1), name: "Name".into() }],
        ),
        (
            Command::TickItem { task: id(1), item: id(1), ticked: true },
            vec![Event::ItemTicked { task: id(1), item: id(1) }],
        ),
        (
            Command::RenameStage { stage: id(1), name: "Test".into() },
            vec![Event::StageRenamed { stage: id(1), name: "Test".into() }],
        ),
        (Command::EnterStage { stage: id(2) }, vec![Event::StageEntered { stage: id(2) }]),
        (
            Command::EditComment { comment: id(1), text: "Called".into() },
            vec![Event::CommentEdited { comment: id(1), text: "Called".into() }],
        ),
        (Command::RemoveComment { comment: id(1) }, vec![Event::CommentRemoved { comment: id(1) }]),
        (
            Command::Link { link: LinkKind::Blocks, case: id(1) },
            vec![Event::CaseLinked { link: LinkKind::Blocks, case: id(1) }],
        ),
        (
            Command::Unlink { link: LinkKind::Relates, case: id(1) },
            vec![Event::CaseUnlinked { link: LinkKind::Relates, case: id(1) }],
        ),
        (Command::AwaitCustomer, vec![Event::CustomerAwaited {}]),
        (
            Command::MakePromise { promise: id(2), terms: key("visit"), due: Some(minute(9)) },
            vec![Event::PromiseMade { promise: id(2), terms: key("visit"), due: Some(minute(9)) }],
        ),
        (Command::KeepPromise { promise: id(1) }, vec![Event::PromiseKept { promise: id(1) }]),
        (Command::BreakPromise { promise: id(1) }, vec![Event::PromiseBroken { promise: id(1) }]),
        (Command::Close { outcome: key("solved") }, vec![Event::CaseClosed { outcome: key("solved") }]),
        (
            Command::MergeInto { case: id(5), outcome: key("duplicate") },
            vec![
                Event::CaseLinked { link: LinkKind::Duplicates, case: id(5) },
                Event::CaseClosed { outcome: key("duplicate") },
            ],
        ),
    ];
    for (command, events) in table {
        let mut desk = desk();
        assert_eq!(desk.does(command.clone()), events);
        assert_eq!(desk.refuses(command), Refusal::Unchanged);
    }
    // These cannot be given twice in the same words.
    for (command, event) in [
        (Command::RemoveTask { task: id(1) }, Event::TaskRemoved { task: id(1) }),
        (Command::RemoveItem { task: id(1), item: id(1) }, Event::ItemRemoved { task: id(1), item: id(1) }),
        (Command::DetachFile { file: id(1) }, Event::FileDetached { file: id(1) }),
    ] {
        let mut desk = desk();
        assert_eq!(desk.does(command.clone()), [event]);
        assert!(matches!(desk.refuses(command), Refusal::Unknown { .. }));
    }
}

#[test]
fn a_number_is_given_once() {
    let mut desk = desk();
    assert_eq!(desk.does(Command::Number { number: 7 }), [Event::NumberGiven { number: 7 }]);
    assert_eq!(desk.case.number, Some(7));
    assert_eq!(desk.refuses(Command::Number { number: 7 }), Refusal::Unchanged);
    assert_eq!(desk.refuses(Command::Number { number: 8 }), Refusal::Taken { what: What::Number });
}

#[test]
fn commands_are_refused_for_a_reason() {
    let add_task = |n, name| Command::AddTask(new_task(n, name));
    let comment =
        |text: &str| Command::Comment { comment: id(2), text: text.into(), audience: Audience::Staff };
    let attach = |name: &str, media_type: &str| {
        let (name, media_type) = (name.into(), media_type.into());
        Command::AttachFile { file: id(2), name, size_bytes: 1, media_type }
    };
    let table = [
        (Command::Open(new_case()), Refusal::Unchanged),
        (Command::Open(caseflow::NewCase { case: id(7), ..new_case() }), Refusal::Taken { what: What::Case }),
        (Command::Retitle { title: "No connection".into() }, Refusal::Unchanged),
        (Command::Retitle { title: " ".into() }, invalid(What::Title, Why::Empty)),
        (Command::Retitle { title: "a\nb".into() }, invalid(What::Title, Why::Character)),
        (Command::Rewrite { text: "a\0".into() }, invalid(What::Text, Why::Character)),
        (Command::ClearField { field: key("speed") }, Refusal::Unchanged),
        (Command::SetDue { due: None }, Refusal::Unchanged),
        (Command::Unassign { person: id(8) }, Refusal::Unchanged),
        (add_task(1, "Call"), Refusal::Unchanged),
        (add_task(1, "Other"), Refusal::Taken { what: What::Task }),
        (add_task(9, " "), invalid(What::TaskName, Why::Empty)),
        (Command::AddTask(NewTask { stage: Some(id(9)), ..new_task(9, "a") }), unknown(What::Stage, 9)),
        (Command::AddTask(NewTask { waits_for: vec![id(8)], ..new_task(9, "a") }), unknown(What::Task, 8)),
        (Command::AddTask(NewTask { waits_for: vec![id(9)], ..new_task(9, "a") }), Refusal::Cycle),
        (Command::RenameTask { task: id(9), name: "a".into() }, unknown(What::Task, 9)),
        (Command::CompleteTask { task: id(9) }, unknown(What::Task, 9)),
        (Command::CompleteTask { task: id(2) }, Refusal::Waits { on: vec![id(1)] }),
        (Command::ReopenTask { task: id(1) }, Refusal::Unchanged),
        (Command::RemoveTask { task: id(9) }, unknown(What::Task, 9)),
        (Command::MoveTask { task: id(2), stage: None, after: Some(id(1)) }, Refusal::Unchanged),
        (Command::MoveTask { task: id(1), stage: None, after: None }, Refusal::Unchanged),
        (
            Command::MoveTask { task: id(1), stage: None, after: Some(id(1)) },
            invalid(What::Task, Why::Itself),
        ),
        (Command::MoveTask { task: id(1), stage: None, after: Some(id(9)) }, unknown(What::Task, 9)),
        (Command::MoveTask { task: id(1), stage: Some(id(9)), after: None }, unknown(What::Stage, 9)),
        (Command::AssignTask { task: id(1), person: None }, Refusal::Unchanged),
        (Command::SetTaskDue { task: id(1), due: None }, Refusal::Unchanged),
        (Command::AddDependency { task: id(2), on: id(1) }, Refusal::Unchanged),
        (Command::AddDependency { task: id(1), on: id(2) }, Refusal::Cycle),
        (Command::AddDependency { task: id(1), on: id(1) }, Refusal::Cycle),
        (Command::AddDependency { task: id(1), on: id(9) }, unknown(What::Task, 9)),
        (Command::RemoveDependency { task: id(1), on: id(2) }, Refusal::Unchanged),
        (Command::AddItem { task: id(1), item: id(1), name: "Number".into() }, Refusal::Unchanged),
        (
            Command::AddItem { task: id(1), item: id(1), name: "a".into() },
            Refusal::Taken { what: What::Item },
        ),
        (Command::RenameItem { task: id(1), item: id(9), name: "a".into() }, unknown(What::Item, 9)),
        (Command::TickItem { task: id(1), item: id(1), ticked: false }, Refusal::Unchanged),
        (Command::AddStage { stage: id(1), name: "Diagnosis".into() }, Refusal::Unchanged),
        (Command::AddStage { stage: id(1), name: "a".into() }, Refusal::Taken { what: What::Stage }),
        (Command::EnterStage { stage: id(9) }, unknown(What::Stage, 9)),
        (comment(" \r\n "), invalid(What::Comment, Why::Empty)),
        (
            Command::Comment { comment: id(1), text: "Will call".into(), audience: Audience::Staff },
            Refusal::Unchanged,
        ),
        (
            Command::Comment { comment: id(1), text: "a".into(), audience: Audience::Staff },
            Refusal::Taken { what: What::Comment },
        ),
        (
            Command::Comment { comment: id(1), text: "Will call".into(), audience: Audience::Customer },
            Refusal::Taken { what: What::Comment },
        ),
        (Command::EditComment { comment: id(9), text: "a".into() }, unknown(What::Comment, 9)),
        (attach("", "image/png"), invalid(What::FileName, Why::Empty)),
        (attach("a.png", "image"), invalid(What::MediaType, Why::Form)),
        (attach("a.png", "text/html; charset=x"), invalid(What::MediaType, Why::Form)),
        (Command::Link { link: LinkKind::Relates, case: id(0) }, invalid(What::Link, Why::Itself)),
        (Command::MergeInto { case: id(0), outcome: key("duplicate") }, invalid(What::Link, Why::Itself)),
        (Command::Unlink { link: LinkKind::Blocks, case: id(1) }, Refusal::Unchanged),
        (Command::RecordAnswer, Refusal::Unchanged),
        (
            Command::MakePromise { promise: id(1), terms: key("b"), due: None },
            Refusal::Taken { what: What::Promise },
        ),
        (Command::KeepPromise { promise: id(9) }, unknown(What::Promise, 9)),
        (Command::Reopen { reason: "Again".into() }, invalid(What::Case, Why::Open)),
    ];
    for (command, refusal) in table {
        assert_eq!(desk().refuses(command.clone()), refusal, "{command:?}");
        if !matches!(command, Command::Open(_)) {
            assert_eq!(decide(&Case::default(), &command, &staff(0)), Err(Refusal::NotOpen));
        }
    }
}

#[test]
fn tasks_are_done_in_the_order_they_wait_for() {
    let mut desk = desk();
    let ready = |desk: &Desk| desk.case.ready_tasks().map(|task| task.name.clone()).collect::<Vec<_>>();
    assert_eq!(ready(&desk), ["Call"]);
    desk.does(Command::CompleteTask { task: id(1) });
    assert_eq!(ready(&desk), ["Send"]);
    desk.does(Command::ReopenTask { task: id(1) });
    desk.does(Command::RemoveTask { task: id(1) });
    desk.does(Command::CompleteTask { task: id(2) });
    assert_eq!(ready(&desk), [""; 0]);
}

#[test]
fn a_comment_belongs_to_its_author() {
    let mut desk = desk();
    let edit = Command::EditComment { comment: id(1), text: "Called".into() };
    let remove = Command::RemoveComment { comment: id(1) };
    assert_eq!(desk.tries(&staff(1), &edit), Err(Refusal::NotYours));
    assert_eq!(desk.tries(&staff(1), &remove), Err(Refusal::NotYours));
    assert_eq!(desk.tries(&customer(), &remove), Err(Refusal::NotYours), "a customer's id is no person's");
    assert_eq!(desk.tries(&staff(3), &edit), Err(Refusal::NotYours), "moderators put no words into mouths");
    assert!(desk.tries(&staff(3), &remove).is_ok());
    assert_eq!(desk.case.comments.len(), 1, "the mark stays");
    assert_eq!(desk.refuses(edit), invalid(What::Comment, Why::Removed));
}

#[test]
fn a_customer_who_comments_has_answered() {
    let mut desk = desk();
    desk.does(Command::AwaitCustomer);
    assert_eq!(desk.case.status(), Status::Waiting);
    desk.does(Command::Comment {
        comment: id(2),
        text: "A note for colleagues".into(),
        audience: Audience::Staff,
    });
    assert_eq!(desk.case.status(), Status::Waiting);
    desk.tries(
        &customer(),
        &Command::Comment { comment: id(3), text: "At noon, please".into(), audience: Audience::Staff },
    )
    .unwrap();
    assert_eq!(desk.case.status(), Status::Open);
    assert_eq!(desk.case.waits[0].to, Some(minute(0)));
}

#[test]
fn a_customer_speaks_to_all_and_staff_choose() {
    let mut desk = Desk::opened();
    let comment = |n, audience| Command::Comment { comment: id(n), text: "Hello".into(), audience };
    for (n, who, wanted, heard) in [
        (1, staff(0), Audience::Staff, Audience::Staff),
        (2, staff(0), Audience::Customer, Audience::Customer),
        (3, customer(), Audience::Staff, Audience::Customer),
        (4, customer(), Audience::Customer, Audience::Customer),
    ] {
        let events = desk.tries(&who, &comment(n, wanted)).unwrap();
        assert_eq!(events, [Event::CommentAdded { comment: id(n), text: "Hello".into(), audience: heard }]);
        assert_eq!(desk.case.comments.last().map(|said| said.audience), Some(heard));
        assert_eq!(desk.tries(&who, &comment(n, wanted)), Err(Refusal::Unchanged));
    }
}

#[test]
fn steps_are_kept_in_the_order_they_were_reached_and_repetitions_too() {
    let mut desk = Desk::opened();
    for step in ["look", "repair", "repair", "look"] {
        assert_eq!(desk.does(Command::Reach { step: key(step) }), [Event::StepReached { step: key(step) }]);
    }
    let steps: Vec<&str> = desk.case.steps.iter().map(|passage| passage.step.as_str()).collect();
    assert_eq!(steps, ["report-fault", "look", "repair", "repair", "look"], "the first is where it began");
    assert_eq!((desk.case.steps[0].at, desk.case.steps[0].by), (minute(0), Actor::Person(id(0))));
    let mut nowhere = Desk::default();
    nowhere.does(Command::Open(caseflow::NewCase { step: None, ..new_case() }));
    assert!(nowhere.case.steps.is_empty());
}

#[test]
fn a_closed_case_goes_on_only_after_reopening() {
    let mut desk = desk();
    desk.does(Command::AwaitCustomer);
    desk.does(Command::Close { outcome: key("solved") });
    assert!(desk.case.waits[0].to.is_some(), "nobody waits on a closed case");
    for (command, refusal) in [
        (Command::Close { outcome: key("solved") }, Refusal::Unchanged),
        (Command::Close { outcome: key("refused") }, Refusal::Closed),
        (Command::MergeInto { case: id(5), outcome: key("solved") }, Refusal::Closed),
        (Command::Retitle { title: "No line".into() }, Refusal::Closed),
        (Command::CompleteTask { task: id(1) }, Refusal::Closed),
        (Command::Reach { step: key("repair") }, Refusal::Closed),
        (Command::AwaitCustomer, Refusal::Closed),
        (Command::Reopen { reason: " ".into() }, invalid(What::Reason, Why::Empty)),
    ] {
        assert_eq!(desk.refuses(command), refusal);
    }
    desk.does(Command::Comment { comment: id(2), text: "Thank you".into(), audience: Audience::Staff });
    desk.does(Command::KeepPromise { promise: id(1) });
    assert_eq!(desk.refuses(Command::BreakPromise { promise: id(1) }), invalid(What::Promise, Why::Settled));
    desk.does(Command::Reopen { reason: "It broke again".into() });
    assert_eq!((desk.case.status(), desk.case.reopenings.len()), (Status::Open, 1));
    desk.does(Command::Retitle { title: "No line".into() });
}

#[test]
fn names_of_files_stay_out_of_the_journal() {
    let mut desk = Desk::opened();
    let (name, media_type) = ("passport of Anna.pdf".into(), "application/pdf".into());
    desk.does(Command::AttachFile { file: id(1), name, size_bytes: 9, media_type });
    assert!(desk.journal.iter().all(|envelope| !envelope.to_line().contains("Anna")));
}

//! Every limit holds: the last that fits goes through, the next is refused and the limit named.

use crate::desk::{self, Desk, key, new_case, new_task, staff};
use caseflow::{
    Audience, Case, Command, LinkKind, NewCase, NewTask, Refusal, Role, Value, What, decide, limits,
};
use uuid::Uuid;

fn id<T: From<Uuid>>(n: usize) -> T {
    T::from(Uuid::from_u128(1_000 + n as u128))
}

/// Fills a case with `limit` things and asks for one more.
fn fills(what: What, limit: usize, mut desk: Desk, mut one: impl FnMut(usize) -> Command) {
    for n in 0..limit {
        desk.does(one(n));
    }
    assert_eq!(desk.refuses(one(limit)), Refusal::TooMany { what, limit });
}

#[test]
fn there_are_never_more_things_than_their_limit() {
    let task = |n| Command::AddTask(NewTask { task: id(n), ..new_task(0, "Call") });
    let with_task = Desk::with([task(9_999)]);
    let with_tasks = Desk::with((0..=limits::DEPENDENCIES).chain([9_999]).map(task));
    fills(What::Field, limits::FIELDS, Desk::opened(), |n| Command::SetField {
        field: key(&format!("field-{n}")),
        value: Value::YesNo(true),
    });
    fills(What::Person, limits::PEOPLE, Desk::opened(), |n| Command::Assign {
        person: id(n),
        role: Role::Watcher,
    });
    fills(What::Task, limits::TASKS, Desk::opened(), task);
    fills(What::Item, limits::ITEMS, with_task, |n| Command::AddItem {
        task: id(9_999),
        item: id(n),
        name: "Number".into(),
    });
    fills(What::Dependency, limits::DEPENDENCIES, with_tasks.clone(), |n| Command::AddDependency {
        task: id(9_999),
        on: id(n),
    });
    let waits_for = (0..=limits::DEPENDENCIES).map(id).collect();
    let too_many = Command::AddTask(NewTask { waits_for, ..new_task(0, "Call") });
    let limit = limits::DEPENDENCIES;
    assert_eq!(with_tasks.refuses(too_many), Refusal::TooMany { what: What::Dependency, limit });
    fills(What::Stage, limits::STAGES, Desk::opened(), |n| Command::AddStage {
        stage: id(n),
        name: "Repair".into(),
    });
    fills(What::Comment, limits::COMMENTS, Desk::opened(), |n| Command::Comment {
        comment: id(n),
        text: "Done".into(),
        audience: Audience::Staff,
    });
    fills(What::File, limits::FILES, Desk::opened(), |n| Command::AttachFile {
        file: id(n),
        name: "picture.png".into(),
        size_bytes: 1,
        media_type: "image/png".into(),
    });
    fills(What::Link, limits::LINKS, Desk::opened(), |n| Command::Link {
        link: LinkKind::Relates,
        case: id(n),
    });
    fills(What::Parent, limits::PARENTS, Desk::opened(), |n| Command::Link {
        link: LinkKind::Parent,
        case: id(n),
    });
    fills(What::Promise, limits::PROMISES, Desk::opened(), |n| Command::MakePromise {
        promise: id(n),
        terms: key("answer"),
        due: None,
    });
    let nowhere = Command::Open(NewCase { step: None, ..new_case() });
    let mut unplaced = Desk::default();
    unplaced.does(nowhere);
    fills(What::Step, limits::PASSAGES, unplaced, |_| Command::Reach { step: key("repair") });
    let mut waited = Desk::opened();
    for _ in 0..limits::WAITS {
        waited.does(Command::AwaitCustomer);
        waited.does(Command::RecordAnswer);
    }
    let limit = limits::WAITS;
    assert_eq!(waited.refuses(Command::AwaitCustomer), Refusal::TooMany { what: What::Wait, limit });
}

#[test]
fn a_full_case_can_still_be_changed_in_place() {
    let mut desk = Desk::with(
        (0..limits::FIELDS)
            .map(|n| Command::SetField { field: key(&format!("field-{n}")), value: Value::YesNo(true) }),
    );
    desk.does(Command::SetField { field: key("field-0"), value: Value::YesNo(false) });
}

#[test]
fn texts_are_never_longer_than_their_limit() {
    let desk = Desk::with([
        Command::AddTask(new_task(1, "Call")),
        Command::AddItem { task: desk::id(1), item: desk::id(1), name: "Number".into() },
        Command::AddStage { stage: desk::id(1), name: "Repair".into() },
        Command::Comment { comment: desk::id(1), text: "Done".into(), audience: Audience::Staff },
    ]);
    let closed = Desk::with([Command::Close { outcome: key("solved") }]);
    type OfText = fn(String) -> Command;
    let commands: [(&Desk, What, usize, OfText); 13] = [
        (&desk, What::Title, limits::TITLE_CHARS, |title| Command::Retitle { title }),
        (&desk, What::Text, limits::TEXT_CHARS, |text| Command::Rewrite { text }),
        (&desk, What::Field, limits::FIELD_CHARS, |text| Command::SetField {
            field: key("note"),
            value: Value::Text(text),
        }),
        (&desk, What::TaskName, limits::NAME_CHARS, |name| {
            Command::AddTask(NewTask { name, ..new_task(2, "") })
        }),
        (&desk, What::TaskName, limits::NAME_CHARS, |name| Command::RenameTask { task: desk::id(1), name }),
        (&desk, What::ItemName, limits::NAME_CHARS, |name| Command::AddItem {
            task: desk::id(1),
            item: desk::id(2),
            name,
        }),
        (&desk, What::ItemName, limits::NAME_CHARS, |name| Command::RenameItem {
            task: desk::id(1),
            item: desk::id(1),
            name,
        }),
        (&desk, What::StageName, limits::NAME_CHARS, |name| Command::AddStage { stage: desk::id(2), name }),
        (&desk, What::StageName, limits::NAME_CHARS, |name| Command::RenameStage {
            stage: desk::id(1),
            name,
        }),
        (&desk, What::Comment, limits::COMMENT_CHARS, |text| Command::Comment {
            comment: desk::id(2),
            text,
            audience: Audience::Staff,
        }),
        (&desk, What::Comment, limits::COMMENT_CHARS, |text| Command::EditComment {
            comment: desk::id(1),
            text,
        }),
        (&desk, What::FileName, limits::FILE_NAME_CHARS, |name| Command::AttachFile {
            file: desk::id(1),
            name,
            size_bytes: 1,
            media_type: "image/png".into(),
        }),
        (&closed, What::Reason, limits::REASON_CHARS, |reason| Command::Reopen { reason }),
    ];
    for (desk, what, limit, command) in commands {
        // Characters count, not bytes.
        assert!(decide(&desk.case, &command("語".repeat(limit)), &staff(0)).is_ok(), "{what}");
        assert_eq!(desk.refuses(command("語".repeat(limit + 1))), Refusal::TooLong { what, limit });
        assert_eq!(desk.refuses(command("語".repeat(limit * 8))), Refusal::TooLong { what, limit });
    }
    let open = |title: String| Command::Open(NewCase { title, ..new_case() });
    let limit = limits::TITLE_CHARS;
    let refusal = decide(&Case::default(), &open("a".repeat(limit + 1)), &staff(0));
    assert_eq!(refusal, Err(Refusal::TooLong { what: What::Title, limit }));
}

#[test]
fn a_case_with_too_many_events_can_only_be_closed() {
    let mut desk = Desk::opened();
    desk.case.version = limits::EVENTS;
    let limit = limits::EVENTS as usize;
    assert_eq!(desk.refuses(Command::AwaitCustomer), Refusal::TooMany { what: What::Event, limit });
    desk.does(Command::Close { outcome: key("solved") });
    assert_eq!(
        desk.refuses(Command::Reopen { reason: "Again".into() }),
        Refusal::TooMany { what: What::Event, limit }
    );
}

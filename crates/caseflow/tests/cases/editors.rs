//! Two people edit one case at once, in any interleaving, and nobody's words are lost without their seeing it.

use crate::desk::{self, Desk, VERBS, command, new_task, staff};
use caseflow::{Audience, Case, Command, Refusal, decide, decide_after};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Everything that someone wrote or set, by its place. The obvious oracle: it knows states, not events.
fn words(case: &Case) -> BTreeMap<String, String> {
    let mut words = BTreeMap::from([
        ("title".to_owned(), case.title.clone()),
        ("text".to_owned(), case.text.clone()),
        ("priority".to_owned(), format!("{:?}", case.priority)),
        ("confidentiality".to_owned(), format!("{:?}", case.confidentiality)),
    ]);
    let mut note = |place: String, what: Option<String>| words.extend(what.map(|what| (place, what)));
    note("due".into(), case.due.map(|due| due.to_string()));
    note("customer".into(), case.customer.map(|customer| format!("{customer:?}")));
    note("stage".into(), case.stage.map(|stage| format!("{stage:?}")));
    note("responsible".into(), case.responsible().map(|person| format!("{person:?}")));
    case.fields.iter().for_each(|(field, value)| note(format!("field {field}"), Some(format!("{value:?}"))));
    case.people.iter().for_each(|(person, role)| note(format!("{person:?}"), Some(format!("{role:?}"))));
    case.stages.iter().for_each(|stage| note(format!("{:?}", stage.id), Some(stage.name.clone())));
    case.comments.iter().for_each(|comment| note(format!("{:?}", comment.id), comment.text.clone()));
    case.files.iter().for_each(|file| note(format!("{:?}", file.id), Some(file.media_type.clone())));
    case.links.iter().for_each(|link| note(format!("{link:?}"), Some(String::new())));
    for task in &case.tasks {
        let place = |what: &str| format!("{:?} {what}", task.id);
        note(place("name"), Some(task.name.clone()));
        note(place("responsible"), task.responsible.map(|person| format!("{person:?}")));
        note(place("due"), task.due.map(|due| due.to_string()));
        note(place("done"), task.done.map(|_| String::new()));
        for item in &task.items {
            note(place(&format!("{:?}", item.id)), Some(item.name.clone()));
            note(place(&format!("{:?} tick", item.id)), item.ticked.then(String::new));
        }
        task.waits_for.iter().for_each(|on| note(place(&format!("after {on:?}")), Some(String::new())));
    }
    words
}

/// What one person looks at: the words, and the version they stand at.
#[derive(Clone)]
struct Screen {
    version: u64,
    words: BTreeMap<String, String>,
}

impl Screen {
    fn of(case: &Case) -> Self {
        Self { version: case.version, words: words(case) }
    }
}

/// A step of the interleaving: who, whether they look again before, and what they do.
fn steps() -> impl Strategy<Value = Vec<(u8, bool, Command)>> {
    let step = (0..2_u8, prop::bool::weighted(0.3), 0..VERBS, 0..3_u8, 0..3_u8, 0..5_u8);
    let step = step.prop_map(|(who, looks, verb, a, b, word)| (who, looks, command(verb, a, b, word)));
    prop::collection::vec(step, 1..80)
}

/// A case where the steps find something to work on: three of everything, a date and a person here and there.
fn furnished() -> Desk {
    let mut desk = Desk::opened();
    for n in 0..3 {
        desk.does(Command::AddStage { stage: desk::id(n), name: "Repair".into() });
        desk.does(Command::AddTask(new_task(n, "Call")));
        desk.does(Command::SetTaskDue { task: desk::id(n), due: Some(desk::minute(9)) });
        desk.does(Command::AssignTask { task: desk::id(n), person: Some(desk::id(9)) });
        for item in 0..3 {
            desk.does(Command::AddItem { task: desk::id(n), item: desk::id(item), name: "Number".into() });
        }
        desk.does(Command::Comment {
            comment: desk::id(n),
            text: "Will call".into(),
            audience: Audience::Staff,
        });
    }
    desk.does(Command::AddDependency { task: desk::id(0), on: desk::id(1) });
    desk
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn nobody_overwrites_what_they_have_not_seen(steps in steps()) {
        let mut desk = furnished();
        let mut screens = [Screen::of(&desk.case), Screen::of(&desk.case)];
        for (who, looks, command) in steps {
            let screen = &mut screens[usize::from(who)];
            if looks {
                *screen = Screen::of(&desk.case);
            }
            // The second editor may remove the first one's comments.
            let context = staff(who * 3);
            let since = &desk.journal[screen.version as usize..];
            let outcome = decide_after(&desk.case, screen.version, since, &command, &context);
            let alone = decide(&desk.case, &command, &context);
            let before = words(&desk.case);
            match outcome {
                Ok(events) => {
                    prop_assert_eq!(Ok(&events), alone.as_ref());
                    desk.store(&context, events);
                    let after = words(&desk.case);
                    for place in before.keys().chain(after.keys()) {
                        let (was, is, seen) = (before.get(place), after.get(place), screen.words.get(place));
                        // Nobody being responsible is no one's word: another may step in.
                        let steps_in = place == "responsible" && was.is_none();
                        prop_assert!(was == is || was == seen || steps_in, "{:?} lost {}", command, place);
                    }
                }
                Err(Refusal::Conflict { theirs }) => {
                    prop_assert!(alone.is_ok() && !theirs.is_empty());
                    prop_assert!(theirs.iter().all(|event| since.contains(event)));
                }
                Err(refusal) => prop_assert_eq!(Err(refusal), alone),
            }
        }
    }

    #[test]
    fn whoever_has_seen_everything_meets_no_conflict(steps in steps()) {
        let mut desk = Desk::opened();
        for (who, _, command) in steps {
            let context = staff(who * 3);
            let outcome = decide_after(&desk.case, desk.case.version, &[], &command, &context);
            prop_assert_eq!(&outcome, &decide(&desk.case, &command, &context));
            if let Ok(events) = outcome {
                desk.store(&context, events);
            }
        }
    }
}

/// Anna does the first while Boris, who has not seen it, does the second.
fn meanwhile(
    setup: impl IntoIterator<Item = Command>,
    anna: Command,
    boris: &Command,
) -> Result<(), Refusal> {
    let mut desk = Desk::with(setup);
    let seen = desk.case.version;
    desk.does(anna);
    decide_after(&desk.case, seen, &desk.journal[seen as usize..], boris, &staff(3)).map(drop)
}

fn is_conflict(outcome: &Result<(), Refusal>) -> bool {
    matches!(outcome, Err(Refusal::Conflict { theirs }) if theirs.len() == 1)
}

#[test]
fn different_things_both_go_through() {
    let task = || [Command::AddTask(new_task(1, "Call")), Command::AddTask(new_task(2, "Write"))];
    let rename = |n, name: &str| Command::RenameTask { task: desk::id(n), name: name.into() };
    let retitle = || Command::Retitle { title: "No line".into() };
    for (anna, boris) in [
        (retitle(), Command::Rewrite { text: "Since Tuesday.".into() }),
        (rename(1, "Ring"), rename(2, "Send")),
        (rename(1, "Ring"), Command::CompleteTask { task: desk::id(1) }),
        (retitle(), Command::Close { outcome: desk::key("solved") }),
        (
            Command::SetField { field: desk::key("a"), value: caseflow::Value::YesNo(true) },
            Command::SetField { field: desk::key("b"), value: caseflow::Value::YesNo(true) },
        ),
        (
            Command::Comment { comment: desk::id(1), text: "One".into(), audience: Audience::Staff },
            Command::Comment { comment: desk::id(2), text: "Two".into(), audience: Audience::Staff },
        ),
    ] {
        assert_eq!(meanwhile(task(), anna, &boris), Ok(()), "{boris:?}");
    }
}

#[test]
fn the_same_thing_is_a_conflict_and_the_same_words_are_none() {
    let task = || [Command::AddTask(new_task(1, "Call")), Command::AddTask(new_task(2, "Write"))];
    let rename = |name: &str| Command::RenameTask { task: desk::id(1), name: name.into() };
    let remove = |n| Command::RemoveTask { task: desk::id(n) };
    let title = |title: &str| Command::Retitle { title: title.into() };
    for (anna, boris) in [
        (title("One"), title("Two")),
        (Command::Rewrite { text: "One".into() }, Command::Rewrite { text: "Two".into() }),
        (rename("Ring"), rename("Write")),
        (rename("Ring"), remove(1)),
        (Command::AddItem { task: desk::id(1), item: desk::id(1), name: "Number".into() }, remove(1)),
        (Command::AddDependency { task: desk::id(1), on: desk::id(2) }, remove(2)),
        (
            Command::AddTask(caseflow::NewTask { waits_for: vec![desk::id(1)], ..new_task(3, "Pay") }),
            remove(1),
        ),
        (
            Command::MoveTask { task: desk::id(1), stage: None, after: Some(desk::id(2)) },
            Command::MoveTask { task: desk::id(1), stage: None, after: None },
        ),
        (
            Command::Assign { person: desk::id(1), role: caseflow::Role::Responsible },
            Command::Assign { person: desk::id(2), role: caseflow::Role::Responsible },
        ),
    ] {
        assert!(is_conflict(&meanwhile(task(), anna, &boris)), "{boris:?}");
    }
    assert_eq!(meanwhile(task(), title("One"), &title("One")), Err(Refusal::Unchanged));
}

#[test]
fn a_customers_comment_is_never_refused_for_whose_turn_it_is() {
    let mut desk = Desk::opened();
    desk.does(Command::AwaitCustomer);
    let comment =
        Command::Comment { comment: desk::id(1), text: "It works again".into(), audience: Audience::Staff };
    let events = decide_after(&desk.case, 1, &desk.journal[1..], &comment, &desk::customer()).unwrap();
    assert_eq!(events.len(), 2);
}

#[test]
fn events_that_do_not_lead_to_the_case_are_stale() {
    let desk = Desk::with([Command::AwaitCustomer, Command::RecordAnswer]);
    let command = Command::Retitle { title: "No line".into() };
    for (seen, since) in
        [(1, &desk.journal[2..]), (2, &desk.journal[..1]), (3, &desk.journal[2..]), (9, &[][..])]
    {
        let outcome = decide_after(&desk.case, seen, since, &command, &staff(0));
        assert_eq!(outcome, Err(Refusal::Stale { seen, current: 3 }));
    }
    assert!(decide_after(&desk.case, u64::MAX, &desk.journal, &command, &staff(0)).is_err());
}

//! What holds after any commands in any order.

use crate::desk::{self, Desk, VERBS, command, customer, staff};
use caseflow::{Case, Command, Context, Envelope, Refusal, Role, Status, decide, limits};
use proptest::prelude::*;

/// Commands with who gives them; a few are given by the customer.
fn commands(at_most: usize) -> impl Strategy<Value = Vec<(Context, Command)>> {
    let one = (0..VERBS, 0..4_u8, 0..4_u8, 0..8_u8, 0..5_u8).prop_map(|(verb, a, b, word, who)| {
        (if who == 4 { customer() } else { staff(who) }, command(verb, a, b, word))
    });
    prop::collection::vec(one, 1..at_most)
}

/// What is true of every case.
fn check(case: &Case) {
    let responsible = case.people.values().filter(|role| **role == Role::Responsible).count();
    assert!(responsible <= 1);
    let lasting = case.waits.iter().position(|wait| wait.to.is_none());
    assert!(lasting.is_none_or(|place| place + 1 == case.waits.len()), "only the last wait may last");
    assert!(case.tasks.len() <= limits::TASKS && case.links.len() <= limits::LINKS);
    for (n, task) in case.tasks.iter().enumerate() {
        assert!(!task.name.trim().is_empty() && task.name.chars().count() <= limits::NAME_CHARS);
        assert!(case.tasks[..n].iter().all(|earlier| earlier.id != task.id));
        assert!(
            task.waits_for.iter().all(|on| case.task(*on).is_some()),
            "none waits for a task that is gone"
        );
        assert!(task.stage.is_none_or(|stage| case.stage(stage).is_some()));
    }
    assert!(case.stage.is_none_or(|stage| case.stage(stage).is_some()));
    // Tasks can be done in some order: take away those that wait for none, until none is left.
    let mut left: Vec<_> = case.tasks.iter().collect();
    while !left.is_empty() {
        let ready = left.iter().position(|task| left.iter().all(|other| !task.waits_for.contains(&other.id)));
        left.swap_remove(ready.expect("a circle of tasks"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_journal_tells_the_whole_case(commands in commands(120), open_first in prop::bool::weighted(0.95)) {
        let mut desk = if open_first { Desk::opened() } else { Desk::default() };
        for (context, command) in &commands {
            let before = desk.case.clone();
            match desk.tries(context, command) {
                Ok(events) => {
                    prop_assert!(!events.is_empty() && open_first);
                    prop_assert_eq!(desk.case.version, before.version + events.len() as u64);
                    let mut but_version = desk.case.clone();
                    but_version.version = before.version;
                    prop_assert_ne!(but_version, before.clone(), "{:?} changed nothing", command);
                    if before.status() == Status::Closed {
                        prop_assert!(command.suits_closed(), "{:?} went through on a closed case", command);
                    }
                }
                Err(refusal) => {
                    prop_assert!(open_first || refusal == Refusal::NotOpen);
                    prop_assert_eq!(&desk.case, &before);
                }
            }
            check(&desk.case);
        }
        prop_assert_eq!(&Case::replay(&desk.journal).unwrap(), &desk.case);
        let stored: Vec<String> = desk.journal.iter().map(Envelope::to_line).collect();
        let read: Vec<Envelope> = stored.iter().map(|line| Envelope::from_line(line).unwrap()).collect();
        prop_assert_eq!(read, desk.journal);
    }

    #[test]
    fn a_command_given_twice_happens_once(commands in commands(60)) {
        let mut desk = Desk::opened();
        for (context, command) in &commands {
            if desk.tries(context, command).is_err() {
                continue;
            }
            let again = decide(&desk.case, command, context);
            // What was removed is gone the second time; what ended the case, or began it anew, meets it as it is now.
            // A step alone is reached again, as work may be done twice.
            let may_repeat = matches!(command, Command::Reach { .. });
            prop_assert_eq!(again.is_ok(), may_repeat, "{:?}", command);
        }
    }

    #[test]
    fn a_closed_case_stays_as_it_is_but_for_what_may_be_done_to_it(commands in commands(60)) {
        let mut desk = Desk::opened();
        for (context, command) in &commands {
            let _ = desk.tries(context, command);
        }
        if desk.case.status() != Status::Closed {
            desk.does(Command::Close { outcome: desk::key("solved") });
        }
        for (context, command) in &commands {
            if command.suits_closed() {
                prop_assert_ne!(decide(&desk.case, command, context), Err(Refusal::Closed));
            } else {
                let outcome = decide(&desk.case, command, context);
                let refused = matches!(outcome, Err(Refusal::Closed | Refusal::Unchanged))
                    || matches!(command, Command::MergeInto { .. }) && outcome.is_err();
                prop_assert!(refused, "{:?}: {:?}", command, outcome);
            }
        }
    }
}

#[test]
fn a_journal_with_a_hole_is_not_replayed() {
    let mut desk = Desk::with([Command::AwaitCustomer, Command::RecordAnswer]);
    let removed = desk.journal.remove(1);
    let gap = Case::replay(&desk.journal).unwrap_err();
    assert_eq!((gap.expected, gap.found), (removed.version, 3));
    assert_eq!(Case::replay(&[]).unwrap().status(), Status::New);
}

#[test]
fn events_of_what_is_not_there_change_only_the_version() {
    let tasks = [1, 2].map(|n| Command::AddTask(desk::new_task(n, "Call")));
    for command in [
        Command::RenameTask { task: desk::id(1), name: "Ring".into() },
        Command::MoveTask { task: desk::id(1), stage: None, after: Some(desk::id(2)) },
        Command::RemoveTask { task: desk::id(1) },
        Command::AddDependency { task: desk::id(1), on: desk::id(2) },
    ] {
        let events = Desk::with(tasks.clone()).does(command);
        let mut elsewhere = Desk::opened();
        elsewhere.store(&staff(0), events);
        elsewhere.case.version = 1;
        assert_eq!(elsewhere.case, Desk::opened().case);
    }
}

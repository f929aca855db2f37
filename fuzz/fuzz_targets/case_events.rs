//! Journals of cases: what is read is written and read the same, and any events can happen to a case.
#![no_main]

use caseflow::{Actor, Case, Command, Context, Envelope, Event, Key, PersonId, Stream, apply, decide};
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use uuid::Uuid;

fuzz_target!(|input: &str| {
    let mut case = Case::default();
    for line in input.lines() {
        let Ok(envelope) = Envelope::from_line(line) else { continue };
        assert_eq!(Envelope::from_line(&envelope.to_line()).expect("it was written"), envelope);
        assert_eq!(
            Event::read(envelope.event.kind(), &envelope.event.data()).expect("known"),
            envelope.event
        );
        let next = Envelope { version: case.version + 1, ..envelope };
        apply(&mut case, &next);
    }

    // However odd the case became, decisions about it end, and do what they say.
    let actor = Actor::Person(PersonId(Uuid::from_u128(1)));
    let context = Context { now: Timestamp::UNIX_EPOCH, actor, moderator: true };
    let step =
        case.steps.last().map_or_else(|| Key::new("a").expect("a key"), |passage| passage.step.clone());
    let mut commands =
        vec![Command::AwaitCustomer, Command::Retitle { title: "A".into() }, Command::Reach { step }];
    for task in case.tasks.iter().take(8).map(|task| task.id) {
        commands.push(Command::CompleteTask { task });
        commands.extend(case.tasks.iter().take(8).map(|on| Command::AddDependency { task, on: on.id }));
        commands.push(Command::RemoveTask { task });
    }
    commands.extend(case.comments.iter().take(8).map(|said| Command::RemoveComment { comment: said.id }));
    for command in commands {
        let Ok(events) = decide(&case, &command, &context) else { continue };
        assert!(!events.is_empty());
        for envelope in Stream::of(&case).append(&context, events) {
            apply(&mut case, &envelope);
        }
    }
});

//! Published kinds of events are frozen: a journal that was once written is read for ever, and written the same.
//!
//! A line of `golden/events.jsonl` is never changed or removed. A new kind adds one, a new field of a kind another.

use caseflow::{Audience, Case, Envelope, Event, LinkKind, Priority, ReadError, Role, Status, limits};
use std::collections::BTreeSet;

const GOLDEN: &str = include_str!("golden/events.jsonl");

fn golden() -> Vec<Envelope> {
    GOLDEN
        .lines()
        .map(|line| Envelope::from_line(line).unwrap_or_else(|error| panic!("{error}\n{line}")))
        .collect()
}

#[test]
fn every_line_is_written_as_it_was() {
    for (line, envelope) in GOLDEN.lines().zip(golden()) {
        assert_eq!(envelope.to_line(), line);
        let Envelope { event, .. } = &envelope;
        assert_eq!(&Event::read(event.kind(), &event.data()).unwrap(), event);
    }
}

#[test]
fn every_kind_has_a_line() {
    let seen: BTreeSet<&str> = golden().iter().map(|envelope| envelope.event.kind()).collect();
    assert_eq!(seen, Event::KINDS.iter().copied().collect());
    assert_eq!(Event::KINDS.len(), seen.len(), "two kinds have one name");
    for kind in Event::KINDS {
        assert!(kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{kind}");
    }
}

/// What an old journal meant, it means for ever.
#[test]
fn the_old_journal_makes_the_case_it_made() {
    let journal = golden();
    let case = Case::replay(&journal).unwrap();
    assert_eq!(
        (case.title.as_str(), case.text.as_str()),
        ("Нет соединения", "Since \"Monday\".\n\tNow it works.")
    );
    assert_eq!(case.number, Some(1042));
    assert_eq!((case.status(), case.priority), (Status::Open, Priority::Normal));
    assert_eq!(case.people.values().collect::<Vec<_>>(), [&Role::Responsible]);
    assert_eq!(
        case.fields.keys().map(caseflow::Key::as_str).collect::<Vec<_>>(),
        ["device", "installed", "line", "note", "price", "seen", "speed"]
    );
    assert_eq!((case.stages[0].name.as_str(), case.stage), ("Repair", Some(case.stages[0].id)));
    let [task] = &case.tasks[..] else { panic!("{:?}", case.tasks) };
    assert_eq!((task.name.as_str(), task.waits_for.len(), task.stage), ("Send a technician", 0, case.stage));
    assert_eq!(case.comments[0].text, None);
    assert!(case.comments[0].changed > Some(case.comments[0].at));
    let kinds: Vec<LinkKind> = case.links.iter().map(|link| link.kind).collect();
    assert_eq!(kinds, [LinkKind::Relates, LinkKind::Duplicates, LinkKind::Parent]);
    let settled: Vec<Option<bool>> =
        case.promises.iter().map(|promise| promise.settled.map(|s| s.kept)).collect();
    assert_eq!(settled, [Some(true), Some(false)]);
    assert_eq!((case.waits.len(), case.files.len(), case.reopenings.len()), (1, 0, 1));
    let audiences: Vec<Audience> = case.comments.iter().map(|said| said.audience).collect();
    assert_eq!(
        audiences,
        [Audience::Staff, Audience::Customer, Audience::Customer],
        "what a customer said before comments had an audience was never for staff alone"
    );
    let steps: Vec<&str> = case.steps.iter().map(|passage| passage.step.as_str()).collect();
    assert_eq!(steps, ["report-fault", "repair", "repair"]);
    assert_eq!(case.version as usize, journal.len());
}

#[test]
fn kinds_of_a_newer_version_are_named() {
    let line = GOLDEN.lines().next().unwrap().replace("case-opened", "case-teleported");
    let error = Envelope::from_line(&line).unwrap_err();
    assert!(matches!(&error, ReadError::UnknownKind { kind } if kind == "case-teleported"));
    assert!(error.to_string().contains("newer version"));
    let long = "k".repeat(1000);
    assert!(matches!(Event::read(&long, "{}"), Err(ReadError::UnknownKind { kind }) if kind.len() == 64));
}

#[test]
fn what_is_not_of_its_kinds_form_is_an_error() {
    for (kind, data) in [
        ("title-changed", "{}"),
        ("title-changed", r#"{"title":1}"#),
        ("title-changed", r#"{"title":"a","more":1}"#),
        ("title-changed", r#"{"title":"a","title":"b"}"#),
        ("title-changed", r#"{"title":"a"} {}"#),
        ("due-cleared", r#"{"due":null}"#),
        ("due-cleared", "null"),
        ("due-set", r#"{"due":"2026-02-30T00:00:00Z"}"#),
        ("priority-set", r#"{"priority":"extreme"}"#),
        ("case-closed", r#"{"outcome":"not a key"}"#),
        ("task-removed", r#"{"task":"one"}"#),
        ("step-reached", r#"{"step":"not a key"}"#),
        (
            "comment-added",
            r#"{"comment":"01900000-0000-7000-8000-000000000070","text":"a","audience":"all"}"#,
        ),
    ] {
        assert!(matches!(Event::read(kind, data), Err(ReadError::Data { .. })), "{kind} {data}");
    }
    for line in ["", "{}", "[]", "null", r#"{"version":-1}"#] {
        assert!(matches!(Envelope::from_line(line), Err(ReadError::Line { .. })), "{line}");
    }
}

#[test]
fn the_longest_text_can_be_stored_and_nothing_much_longer() {
    // A quote takes two bytes in JSON, a letter of most scripts two or three, the rarest four.
    for letter in ["\"", "a", "я", "語", "\u{10FFFF}"] {
        let event = Event::TextChanged { text: letter.repeat(limits::TEXT_CHARS) };
        assert!(event.data().len() <= limits::EVENT_BYTES);
        assert_eq!(Event::read(event.kind(), &event.data()).unwrap(), event);
    }
    let huge = Event::TextChanged { text: "a".repeat(limits::EVENT_BYTES) };
    assert!(matches!(Event::read("text-changed", &huge.data()), Err(ReadError::TooLong { .. })));
    assert!(matches!(Envelope::from_line(&" ".repeat(2 << 20)), Err(ReadError::TooLong { .. })));
}

//! How long it takes to replay a journal, and to take a case through its life.

use caseflow::{
    Actor, Audience, Case, CaseId, Command, CommentId, Context, Envelope, Event, Key, NewCase, NewTask,
    PersonId, Role, Stream, TaskId, apply, decide, decide_after,
};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jiff::Timestamp;
use std::hint::black_box;
use uuid::Uuid;

fn context() -> Context {
    let actor = Actor::Person(PersonId(Uuid::from_u128(1)));
    Context { now: Timestamp::UNIX_EPOCH, actor, moderator: false }
}

fn key(text: &str) -> Key {
    Key::new(text).expect("a key")
}

fn open() -> Command {
    Command::Open(NewCase {
        case: CaseId(Uuid::from_u128(2)),
        case_type: key("fault"),
        title: "No connection since Monday".into(),
        text: "The lamp is red, and the telephone is dead too. A restart did not help.".into(),
        customer: None,
        process: Some(key("repair")),
        step: Some(key("report-fault")),
    })
}

fn comment(n: u128) -> Command {
    let text = "Called the customer: nobody at home, will try again at noon.".into();
    Command::Comment { comment: CommentId(Uuid::from_u128(n)), text, audience: Audience::Staff }
}

fn add_task(n: u128) -> Command {
    let task = TaskId(Uuid::from_u128(n));
    let name = "Measure the line".into();
    Command::AddTask(NewTask { task, name, stage: None, responsible: None, due: None, waits_for: Vec::new() })
}

fn journal_of(commands: &[Command]) -> (Case, Vec<Envelope>) {
    let (mut case, mut journal) = (Case::default(), Vec::new());
    for command in commands {
        let events = decide(&case, command, &context()).expect("allowed");
        for envelope in Stream::of(&case).append(&context(), events) {
            apply(&mut case, &envelope);
            journal.push(envelope);
        }
    }
    (case, journal)
}

/// A case of 200 events: a hundred comments, and tasks that are added and done.
fn long_case() -> (Case, Vec<Envelope>) {
    let task = |n| TaskId(Uuid::from_u128(n));
    let commands: Vec<Command> = [open()]
        .into_iter()
        .chain((0..100).map(comment))
        .chain((0..50).map(add_task))
        .chain((0..49).map(|n| Command::CompleteTask { task: task(n) }))
        .collect();
    journal_of(&commands)
}

fn replay(criterion: &mut Criterion) {
    let (_, journal) = long_case();
    assert_eq!(journal.len(), 200);
    let rows: Vec<(&str, String)> = journal.iter().map(|e| (e.event.kind(), e.event.data())).collect();
    let mut group = criterion.benchmark_group("a case with 200 events");
    group.bench_function("replayed", |bench| bench.iter(|| Case::replay(black_box(&journal))));
    group.bench_function("read from its rows", |bench| {
        bench.iter(|| {
            rows.iter()
                .map(|(kind, data)| Event::read(kind, data))
                .collect::<Result<Vec<_>, _>>()
                .expect("events")
        });
    });
    group.finish();
}

fn life(criterion: &mut Criterion) {
    let person = PersonId(Uuid::from_u128(1));
    let task = TaskId(Uuid::from_u128(3));
    let six = [
        open(),
        Command::Assign { person, role: Role::Responsible },
        add_task(3),
        comment(4),
        Command::CompleteTask { task },
        Command::Close { outcome: key("solved") },
    ];
    let mut group = criterion.benchmark_group("a case of six steps");
    group.throughput(Throughput::Elements(1));
    group.bench_function("decided and applied", |bench| bench.iter(|| journal_of(black_box(&six))));
    group.bench_function("decided, applied and written as lines", |bench| {
        bench.iter(|| {
            journal_of(black_box(&six)).1.iter().map(Envelope::to_line).map(|l| l.len()).sum::<usize>()
        });
    });
    group.finish();
}

fn conflict(criterion: &mut Criterion) {
    let (case, journal) = long_case();
    let title = Command::Retitle { title: "No line".into() };
    criterion.bench_function("a title decided after 100 unseen events", |bench| {
        bench.iter(|| decide_after(&case, 100, black_box(&journal[100..]), &title, &context()));
    });
}

criterion_group!(benches, replay, life, conflict);
criterion_main!(benches);

//! How long an edit of a map of 200 steps takes: read, changed, drawn again, written.

use bpmn::customer::{Naming, to_document};
use bpmn::edit::{Edit, Patch, Place, Sheet};
use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use bpmn::model::Model;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

const STEPS: usize = 200;

/// A way through four lanes that changes them every three steps, with a way past the next after each tenth.
fn large() -> Sheet {
    let line = [Visibility::Customer, Visibility::Front, Visibility::Back, Visibility::System];
    let lane = |at: usize| Lane { id: format!("l{at}"), name: format!("Lane {at}"), visibility: line[at] };
    let step = |at: usize| Step {
        id: format!("s{at}"),
        name: format!("Step {at}"),
        lane: at / 3 % 4,
        kind: StepKind::Step,
    };
    let mut flows: Vec<Flow> = (1..STEPS).map(|to| Flow { from: to - 1, to }).collect();
    flows.extend((0..STEPS - 2).step_by(10).map(|from| Flow { from, to: from + 2 }));
    let map =
        CustomerMap::new((0..4).map(lane).collect(), (0..STEPS).map(step).collect(), flows).expect("a map");
    let naming = Naming { key: "large", process: "Large", organisation: "Linden" };
    let mut document = to_document(&map, &naming);
    let (model, _) = Model::read(&document);
    bpmn::layout::draw(&mut document, &model).expect("a drawing");
    Sheet::read(&document.write()).expect("a document")
}

fn benchmark(c: &mut Criterion) {
    let sheet = large();
    let text = sheet.bpmn().to_owned();
    let rename = Edit::RenameStep { step: "s100".into(), name: "Renamed".into() };
    let (step, name, lane) = ("new".into(), "New".into(), "l1".into());
    let add = Edit::AddStep { step, name, lane, at: Place::After("s100".into()) };
    let moved =
        Edit::MoveStep { step: "s100".into(), lane: "l3".into(), at: Some(Place::After("s20".into())) };
    let edited = sheet.edit(&add).expect("an edit");
    let mut group = c.benchmark_group("bpmn: a map of 200 steps");
    group.sample_size(20);
    group.bench_function("read", |b| b.iter(|| Sheet::read(black_box(&text))));
    for (name, edit) in [("rename a step", &rename), ("add a step", &add), ("move a step", &moved)] {
        group.bench_function(name, |b| b.iter(|| sheet.edit(black_box(edit))));
    }
    group.bench_function("what changed", |b| b.iter(|| Patch::between(black_box(&text), edited.bpmn())));
    group.finish();
}

criterion_group!(benches, benchmark);
criterion_main!(benches);

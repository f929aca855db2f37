//! How long it takes to lay out and draw a large map: 20 steps, 60 flows, 4 lanes.

use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use chart::map::{Direction, FlowFigures, MapText, StepFigures, draw};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

const STEPS: usize = 20;
const FLOWS: usize = 60;

/// A map whose main way leads through all steps; the other flows skip ahead or back by a fixed rule.
fn large() -> (CustomerMap, Vec<StepFigures>, Vec<FlowFigures>) {
    let lane = |(at, visibility): (usize, &Visibility)| Lane {
        id: at.to_string(),
        name: format!("Department {at}"),
        visibility: *visibility,
    };
    let step = |at: usize| Step {
        id: at.to_string(),
        name: format!("Step number {at}"),
        lane: at * 7 % 4,
        kind: match at {
            18.. => StepKind::End { good: at == 18 },
            _ => StepKind::Step,
        },
    };
    let mut flows: Vec<Flow> = (0..STEPS - 2).map(|from| Flow { from, to: from + 1 }).collect();
    let others = (0..STEPS * STEPS).map(|k| Flow { from: k * 5 % 18, to: (k * 11 + k / 18) % STEPS });
    for flow in others {
        if flows.len() < FLOWS && !flows.contains(&flow) {
            flows.push(flow);
        }
    }
    let figures = (0..STEPS).map(|at| StepFigures {
        headline: format!("{},{:03}", 9 - at / 3, at * 37),
        detail: vec!["median 2.2\u{a0}d".into(), "p90 6.4\u{a0}d".into()],
        weight: 1.0 / (at + 1) as f64,
    });
    let weight = |at: usize| {
        if at < STEPS { 5_000.0 / (at + 1) as f64 } else { 900.0 / (at + 1) as f64 }
    };
    let labels =
        (0..flows.len()).map(|at| FlowFigures { label: format!("{:.0}", weight(at)), weight: weight(at) });
    let (figures, labels) = (figures.collect(), labels.collect());
    let lanes = Visibility::ALL.iter().enumerate().take(4).map(lane).collect();
    let map = CustomerMap::new(lanes, (0..STEPS).map(step).collect(), flows).expect("a valid map");
    (map, figures, labels)
}

fn map(criterion: &mut Criterion) {
    let (map, steps, flows) = large();
    let text = MapText::default();
    for (name, direction) in [("wide", Direction::LeftToRight), ("tall", Direction::TopToBottom)] {
        criterion.bench_function(&format!("map of 20 steps and 60 flows, {name}"), |bencher| {
            bencher.iter(|| draw(black_box(&map), &steps, &flows, &text, direction));
        });
    }
}

criterion_group!(benches, map);
criterion_main!(benches);

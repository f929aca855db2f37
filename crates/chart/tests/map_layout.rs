//! Whatever the map, its picture keeps the rules of a readable one.

use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use chart::map::{Direction, FlowFigures, Layout, MapText, Point, Rect, StepFigures, layout};
use proptest::prelude::*;

/// A map of any shape with figures: lanes, steps (lane, is an end), flows (from, to, cases).
#[derive(Debug, Clone)]
struct Case {
    map: CustomerMap,
    steps: Vec<StepFigures>,
    flows: Vec<FlowFigures>,
}

fn case(lanes: usize, steps: &[(usize, bool)], wanted: &[(usize, usize, u32)]) -> Case {
    let is_end = |step: usize| step > 0 && steps[step].1;
    let mut flows: Vec<(Flow, u32)> = Vec::new();
    let mut add = |from: usize, to: usize, cases: u32| {
        let flow = Flow { from, to };
        if !is_end(from) && flows.iter().all(|(other, _)| *other != flow) {
            flows.push((flow, cases));
        }
    };
    // A way from the first step to every other, and then whatever comes.
    for step in 1..steps.len() {
        let before = (0..step).rev().find(|&before| !is_end(before)).unwrap_or(0);
        add(before, step, 1000 / step as u32);
    }
    for &(from, to, cases) in wanted {
        add(from % steps.len(), to % steps.len(), cases);
    }
    let map = CustomerMap::new(
        (0..lanes)
            .map(|lane| Lane {
                id: lane.to_string(),
                name: format!("Department {lane}"),
                visibility: Visibility::ALL[lane.min(4)],
            })
            .collect(),
        steps
            .iter()
            .enumerate()
            .map(|(at, (lane, _))| Step {
                id: at.to_string(),
                name: ["Sent", "Order placed", "Handed over to the carrier by hand", "Возврат оформлен"]
                    [at % 4]
                    .into(),
                lane: lane % lanes,
                kind: if is_end(at) { StepKind::End { good: at % 2 == 0 } } else { StepKind::Step },
            })
            .collect(),
        flows.iter().map(|(flow, _)| *flow).collect(),
    )
    .expect("a valid map");
    Case {
        steps: (0..map.steps().len())
            .map(|at| StepFigures {
                headline: (at * 731).to_string(),
                detail: (0..at % 3).map(|line| format!("median {line}.5 d")).collect(),
                weight: 0.5,
            })
            .collect(),
        flows: flows
            .iter()
            .map(|(_, cases)| FlowFigures { label: cases.to_string(), weight: f64::from(*cases) })
            .collect(),
        map,
    }
}

fn cases() -> impl Strategy<Value = Case> {
    let steps = prop::collection::vec((0_usize..6, prop::bool::weighted(0.2)), 3..26);
    let flows = prop::collection::vec((0_usize..25, 0_usize..25, 0_u32..100_000), 0..45);
    (1_usize..7, steps, flows).prop_map(|(lanes, steps, flows)| case(lanes, &steps, &flows))
}

fn lay(case: &Case, direction: Direction) -> Layout {
    let text = MapText {
        line_interaction: "Line of interaction".into(),
        line_visibility: "Line of visibility".into(),
        line_internal: "Линия внутреннего взаимодействия".into(),
        ..MapText::default()
    };
    layout(&case.map, &case.steps, &case.flows, &text, direction)
}

/// The rectangle between two points.
fn between(a: Point, b: Point) -> Rect {
    Rect { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
}

fn inside(area: &Rect) -> Rect {
    const BORDER: f64 = 0.01;
    Rect {
        x: area.x + BORDER,
        y: area.y + BORDER,
        width: area.width - 2.0 * BORDER,
        height: area.height - 2.0 * BORDER,
    }
}

fn touches(area: &Rect, point: Point) -> bool {
    let (x2, y2) = (area.x + area.width, area.y + area.height);
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    let within = |value: f64, low: f64, high: f64| value >= low - 1e-6 && value <= high + 1e-6;
    ((near(point.x, area.x) || near(point.x, x2)) && within(point.y, area.y, y2))
        || ((near(point.y, area.y) || near(point.y, y2)) && within(point.x, area.x, x2))
}

/// Everything that must hold of a layout; what does not, in words.
fn faults(case: &Case, layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |is_right: bool, fault: &dyn Fn() -> String| {
        if !is_right {
            faults.push(fault());
        }
    };
    for (at, area) in layout.boxes.iter().enumerate() {
        for (other_at, other) in layout.boxes.iter().enumerate().skip(at + 1) {
            check(!area.overlaps(other), &|| format!("boxes {at} and {other_at} overlap"));
        }
        let lane = &layout.lanes[case.map.steps()[at].lane].area;
        check(
            area.x >= lane.x
                && area.y >= lane.y
                && area.x + area.width <= lane.x + lane.width
                && area.y + area.height <= lane.y + lane.height,
            &|| format!("box {at} leaves its lane"),
        );
    }
    let everything = Rect { x: 0.0, y: 0.0, width: layout.width, height: layout.height };
    let is_in = |area: &Rect| {
        area.x >= 0.0
            && area.y >= 0.0
            && area.x + area.width <= everything.width
            && area.y + area.height <= everything.height
    };
    for area in layout.boxes.iter().chain(layout.lines.iter().map(|line| &line.label_area)) {
        check(is_in(area), &|| format!("{area:?} leaves the picture"));
    }
    for line in &layout.lines {
        for other in &layout.lines {
            for &(from, to) in &line.pieces {
                let piece = between(from, to);
                check(!piece.overlaps(&inside(&other.label_area)), &|| {
                    format!("{:?} runs through the name of {:?}", line.kind, other.kind)
                });
            }
        }
    }
    for arrow in &layout.arrows {
        let flow = case.map.flows()[arrow.flow];
        let (first, last) = (arrow.points[0], arrow.points[arrow.points.len() - 1]);
        check(touches(&layout.boxes[flow.from], first), &|| format!("{flow:?} does not begin at its box"));
        check(touches(&layout.boxes[flow.to], last), &|| format!("{flow:?} does not end at its box"));
        check(arrow.plate.is_some(), &|| format!("{flow:?} has no number"));
        for pair in arrow.points.windows(2) {
            let piece = between(pair[0], pair[1]);
            check(piece.width < 1e-6 || piece.height < 1e-6, &|| format!("{flow:?} runs aslant"));
            for line in &layout.lines {
                check(!piece.overlaps(&line.label_area), &|| {
                    format!("{flow:?} runs through the name of {:?}", line.kind)
                });
            }
            check(is_in(&piece), &|| format!("{flow:?} leaves the picture"));
            for (at, area) in layout.boxes.iter().enumerate() {
                check(!piece.overlaps(&inside(area)), &|| format!("{flow:?} runs through box {at}"));
            }
        }
    }
    let plates: Vec<(usize, Rect)> =
        layout.arrows.iter().filter_map(|arrow| arrow.plate.map(|plate| (arrow.flow, plate))).collect();
    for (at, (flow, plate)) in plates.iter().enumerate() {
        check(is_in(plate), &|| format!("the number of flow {flow} leaves the picture"));
        for area in &layout.boxes {
            check(!plate.overlaps(area), &|| format!("the number of flow {flow} lies on a box"));
        }
        for (other, area) in &plates[at + 1..] {
            check(!plate.overlaps(area), &|| format!("the numbers of flows {flow} and {other} overlap"));
        }
    }
    for (at, arrow) in layout.arrows.iter().enumerate() {
        for other in &layout.arrows[at + 1..] {
            check(!run_together(&arrow.points, &other.points), &|| {
                let flows = case.map.flows();
                format!("{:?} and {:?} lie upon each other", flows[arrow.flow], flows[other.flow])
            });
        }
    }
    faults
}

/// Whether two lines share more than points.
fn run_together(a: &[Point], b: &[Point]) -> bool {
    const NEAR: f64 = 0.5;
    a.windows(2).any(|first| {
        b.windows(2).any(|second| {
            let (p, q) = (between(first[0], first[1]), between(second[0], second[1]));
            let shared =
                |a: f64, extent_a: f64, b: f64, extent_b: f64| (a + extent_a).min(b + extent_b) - a.max(b);
            let (along_x, along_y) =
                (shared(p.x, p.width, q.x, q.width), shared(p.y, p.height, q.y, q.height));
            (along_x > NEAR && along_y > -NEAR && p.height < NEAR && q.height < NEAR)
                || (along_y > NEAR && along_x > -NEAR && p.width < NEAR && q.width < NEAR)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_wide_map_is_readable(case in cases()) {
        prop_assert_eq!(faults(&case, &lay(&case, Direction::LeftToRight)), Vec::<String>::new());
    }

    #[test]
    fn a_tall_map_is_readable(case in cases()) {
        prop_assert_eq!(faults(&case, &lay(&case, Direction::TopToBottom)), Vec::<String>::new());
    }

    #[test]
    fn the_same_map_gives_the_same_layout(case in cases()) {
        prop_assert_eq!(lay(&case, Direction::LeftToRight), lay(&case, Direction::LeftToRight));
    }
}

#[test]
fn a_single_step_is_a_map() {
    let case = case(1, &[(0, false)], &[(0, 0, 5)]);
    for direction in [Direction::LeftToRight, Direction::TopToBottom] {
        assert_eq!(faults(&case, &lay(&case, direction)), Vec::<String>::new());
    }
}

#[test]
fn the_heavy_way_leads_forwards() {
    let case = case(2, &[(0, false), (1, false), (0, true)], &[(1, 0, 3)]);
    let back: Vec<bool> = lay(&case, Direction::LeftToRight).arrows.iter().map(|arrow| arrow.back).collect();
    assert_eq!(back, [false, false, true]);
}

#[test]
fn four_lanes_fit_a_phone() {
    let steps: Vec<(usize, bool)> = [0, 1, 2, 3, 0].map(|lane| (lane, false)).to_vec();
    let layout = lay(&case(4, &steps, &[(1, 4, 10), (4, 3, 2), (0, 2, 4)]), Direction::TopToBottom);
    assert!(layout.width <= 392.0, "{}", layout.width);
}

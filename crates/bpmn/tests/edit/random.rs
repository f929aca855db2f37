//! Random maps, and random edits of whatever map there is.

use bpmn::customer::{Naming, to_document};
use bpmn::edit::{Edit, Grid, Place, Sheet};
use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use proptest::prelude::*;
use proptest::sample::Index;

/// Random maps of up to 13 steps.
pub fn maps() -> impl Strategy<Value = CustomerMap> {
    let visibilities = prop::collection::vec(0usize..5, 0..5);
    let steps = prop::collection::vec((any::<Index>(), 0u8..12), 1..14);
    let flows = prop::collection::vec((any::<Index>(), any::<Index>()), 0..40);
    (visibilities, steps, flows).prop_filter_map("no map", |(mut visibilities, steps, flows)| {
        visibilities.sort_unstable();
        visibilities.insert(0, 0);
        let lane = |(at, &line): (usize, &usize)| Lane {
            id: format!("lane{at}"),
            name: format!("Lane {at} & more"),
            visibility: Visibility::ALL[line],
        };
        let lanes: Vec<Lane> = visibilities.iter().enumerate().map(lane).collect();
        let step = |(at, (lane, kind)): (usize, &(Index, u8))| Step {
            id: format!("step{at}"),
            name: format!("Step <{at}>"),
            lane: lane.index(lanes.len()),
            kind: match kind {
                0 => StepKind::Start,
                1 => StepKind::End { good: true },
                2 => StepKind::End { good: false },
                _ => StepKind::Step,
            },
        };
        let steps: Vec<Step> = steps.iter().enumerate().map(step).collect();
        let flow =
            |(from, to): (Index, Index)| Flow { from: from.index(steps.len()), to: to.index(steps.len()) };
        let mut flows: Vec<Flow> = flows.into_iter().map(flow).collect();
        // A way through all of it, so that most maps are whole.
        flows.extend((1..steps.len()).map(|to| Flow { from: to - 1, to }));
        flows.sort_unstable();
        flows.dedup();
        flows.retain(|flow| !steps[flow.from].kind.is_end() && steps[flow.to].kind != StepKind::Start);
        CustomerMap::new(lanes, steps, flows).ok()
    })
}

/// The document of a map.
pub fn sheet(map: &CustomerMap) -> Sheet {
    let naming = Naming { key: "order", process: "An order", organisation: "Linden" };
    let mut document = to_document(map, &naming);
    let (model, _) = bpmn::model::Model::read(&document);
    bpmn::layout::draw(&mut document, &model).expect("a drawing");
    Sheet::read(&document.write()).expect("a document")
}

/// What an edit is made of, before it is known of what map.
#[derive(Debug, Clone)]
pub struct Wish {
    verb: u8,
    place: u8,
    one: Index,
    other: Index,
    lane: Index,
    line: usize,
}

/// Random wishes.
pub fn wishes(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Wish>> {
    let parts = (0u8..22, 0u8..5, any::<Index>(), any::<Index>(), any::<Index>(), 0usize..5);
    let wish =
        parts.prop_map(|(verb, place, one, other, lane, line)| Wish { verb, place, one, other, lane, line });
    prop::collection::vec(wish, count)
}

impl Wish {
    /// The edit of this map; what is new is called by `number`.
    pub fn of(&self, grid: &Grid, number: usize) -> Edit {
        let step = |index: &Index| grid.steps[index.index(grid.steps.len())].id.clone();
        let lane = grid.lanes[self.lane.index(grid.lanes.len())].id.clone();
        let line = Visibility::ALL[self.line];
        let flow = || {
            let count = grid.flows.len();
            let found =
                (count > 0).then(|| grid.flows.keys().nth(self.other.index(count)).cloned()).flatten();
            found.unwrap_or_else(|| (step(&self.one), step(&self.other)))
        };
        let at = match self.place {
            0 => Place::Loose,
            1 | 2 => Place::After(step(&self.other)),
            3 => Place::Before(step(&self.other)),
            _ => {
                let (from, to) = flow();
                Place::Between(from, to)
            }
        };
        let one = step(&self.one);
        let name = format!("New {number} \"<&>\"");
        let (from, to) = flow();
        match self.verb {
            0..=2 => Edit::AddStep { step: format!("new{number}"), name, lane, at },
            3 => Edit::RenameStep { step: one, name },
            4..=6 => Edit::MoveStep { step: one, lane, at: Some(at) },
            7..=8 => Edit::MoveStep { step: one, lane, at: None },
            9 => Edit::SplitStep {
                step: one,
                name,
                second: format!("new{number}"),
                second_name: format!("Half {number}"),
            },
            10 => Edit::MergeSteps { step: from, with: to, name },
            11 => Edit::MergeSteps { step: one, with: step(&self.other), name },
            12..=13 => Edit::RemoveStep { step: one },
            14 => Edit::AddLane { lane: format!("new{number}"), name, line },
            15 => Edit::RenameLane { lane, name },
            16 => {
                let alike = grid.lanes.iter().filter(|other| other.visibility == line && other.id != lane);
                let before = alike.map(|lane| lane.id.clone()).next();
                Edit::MoveLane { lane, line, before }
            }
            17 => Edit::RemoveLane { lane },
            18 => Edit::Connect { from: one, to: step(&self.other) },
            19 => Edit::Disconnect { from, to },
            20 => Edit::NameFlow { from, to, name },
            _ => Edit::SetStage { step: one, stage: (self.place > 0).then_some(name) },
        }
    }
}

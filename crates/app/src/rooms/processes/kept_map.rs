//! A map as the database keeps it: JSON with lanes, steps and flows, flows by the steps' ids.

use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Kept {
    lanes: Vec<KeptLane>,
    steps: Vec<KeptStep>,
    flows: Vec<[String; 2]>,
}

#[derive(Serialize, Deserialize)]
struct KeptLane {
    id: String,
    name: String,
    visibility: String,
}

#[derive(Serialize, Deserialize)]
struct KeptStep {
    id: String,
    name: String,
    lane: usize,
    kind: KeptKind,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KeptKind {
    Start,
    Step,
    GoodEnd,
    BadEnd,
}

/// The map as text.
pub fn written(map: &CustomerMap) -> String {
    let lane = |lane: &Lane| KeptLane {
        id: lane.id.clone(),
        name: lane.name.clone(),
        visibility: lane.visibility.as_str().to_owned(),
    };
    let step = |step: &Step| KeptStep {
        id: step.id.clone(),
        name: step.name.clone(),
        lane: step.lane,
        kind: match step.kind {
            StepKind::Start => KeptKind::Start,
            StepKind::Step => KeptKind::Step,
            StepKind::End { good: true } => KeptKind::GoodEnd,
            StepKind::End { good: false } => KeptKind::BadEnd,
        },
    };
    let id = |index: usize| map.steps()[index].id.clone();
    let kept = Kept {
        lanes: map.lanes().iter().map(lane).collect(),
        steps: map.steps().iter().map(step).collect(),
        flows: map.flows().iter().map(|flow| [id(flow.from), id(flow.to)]).collect(),
    };
    serde_json::to_string(&kept).unwrap_or_default()
}

/// The map of a text; none if it is no map.
pub fn read(text: &str) -> Option<CustomerMap> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    let lanes = kept
        .lanes
        .into_iter()
        .map(|lane| Some(Lane { id: lane.id, name: lane.name, visibility: lane.visibility.parse().ok()? }));
    let kind = |kind: &KeptKind| match kind {
        KeptKind::Start => StepKind::Start,
        KeptKind::Step => StepKind::Step,
        KeptKind::GoodEnd => StepKind::End { good: true },
        KeptKind::BadEnd => StepKind::End { good: false },
    };
    let steps: Vec<Step> = kept
        .steps
        .into_iter()
        .map(|step| Step { kind: kind(&step.kind), id: step.id, name: step.name, lane: step.lane })
        .collect();
    let place = |id: &str| steps.iter().position(|step| step.id == id);
    let flows = kept.flows.iter().map(|[from, to]| Some(Flow { from: place(from)?, to: place(to)? }));
    let (lanes, flows) = (lanes.collect::<Option<_>>()?, flows.collect::<Option<_>>()?);
    CustomerMap::new(lanes, steps, flows).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use bpmn::map::Visibility;

    #[test]
    fn a_map_comes_back_as_it_was() {
        let lane = |id: &str, visibility| Lane { id: id.into(), name: id.to_uppercase(), visibility };
        let step = |id: &str, lane, kind| Step { id: id.into(), name: id.into(), lane, kind };
        let map = CustomerMap::new(
            vec![lane("buyer", Visibility::Customer), lane("desk", Visibility::Back)],
            vec![
                step("ask", 0, StepKind::Step),
                step("check", 1, StepKind::Step),
                step("got", 0, StepKind::End { good: true }),
                step("lost", 0, StepKind::End { good: false }),
            ],
            vec![Flow { from: 0, to: 1 }, Flow { from: 1, to: 2 }, Flow { from: 1, to: 3 }],
        )
        .unwrap();
        assert_eq!(read(&written(&map)), Some(map));
        assert_eq!(read("{}"), None);
    }
}

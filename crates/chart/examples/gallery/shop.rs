//! The map of an online shop in Brazil, with the figures of about 8,000 orders.

use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use chart::Caption;
use chart::map::{FlowFigures, MapText, StepFigures};

/// The map and the figures of its steps and flows.
pub(crate) struct Shop {
    pub(crate) map: CustomerMap,
    pub(crate) steps: Vec<StepFigures>,
    pub(crate) flows: Vec<FlowFigures>,
}

const STEP: StepKind = StepKind::Step;
const GOOD: StepKind = StepKind::End { good: true };
const BAD: StepKind = StepKind::End { good: false };

/// Name, lane, kind, cases, waiting before it.
type StepRow = (&'static str, usize, StepKind, u32, &'static [&'static str]);

const LANES: [(&str, Visibility); 4] = [
    ("Customer", Visibility::Customer),
    ("Shop", Visibility::Front),
    ("Warehouse", Visibility::Back),
    ("Carrier", Visibility::Partner),
];

const STEPS: [StepRow; 10] = [
    ("Order placed", 0, STEP, 8_135, &[]),
    ("Payment approved", 1, STEP, 7_975, &["median 20\u{a0}min", "p90 2.1\u{a0}d"]),
    ("Handed to carrier", 2, STEP, 6_500, &["median 2.2\u{a0}d", "p90 6.4\u{a0}d"]),
    ("Delivered", 3, STEP, 5_170, &["median 7.1\u{a0}d", "p90 18\u{a0}d"]),
    ("Review written", 0, STEP, 8_225, &["median 1.3\u{a0}d", "p90 4.9\u{a0}d"]),
    ("Satisfied", 0, GOOD, 5_010, &[]),
    ("Cancelled", 0, BAD, 620, &[]),
    ("Unavailable", 1, BAD, 600, &[]),
    ("Still open", 0, BAD, 1_905, &[]),
    ("Query answered", 1, STEP, 412, &["median 9\u{a0}h", "p90 3.0\u{a0}d"]),
];

const FLOWS: [(usize, usize, u32); 18] = [
    (0, 1, 7_975),
    (0, 6, 96),
    (1, 2, 6_180),
    (1, 4, 1_010),
    (1, 7, 600),
    (1, 6, 185),
    (1, 9, 290),
    (9, 2, 320),
    (9, 9, 58),
    (2, 3, 5_170),
    (2, 4, 1_330),
    (3, 4, 5_020),
    (4, 3, 140),
    (4, 5, 5_010),
    (4, 6, 339),
    (4, 8, 1_905),
    (4, 4, 90),
    (2, 9, 34),
];

impl Shop {
    pub(crate) fn new() -> Self {
        let lanes = LANES
            .iter()
            .map(|&(name, visibility)| Lane { id: name.to_lowercase(), name: name.into(), visibility })
            .collect();
        let steps = STEPS
            .iter()
            .map(|&(name, lane, kind, ..)| Step { id: name.to_lowercase(), name: name.into(), lane, kind })
            .collect();
        let flows = FLOWS.iter().map(|&(from, to, _)| Flow { from, to }).collect();
        Self {
            map: CustomerMap::new(lanes, steps, flows).expect("a valid map"),
            steps: STEPS
                .iter()
                .map(|&(.., cases, detail)| StepFigures {
                    headline: thousands(cases),
                    detail: detail.iter().map(|&line| line.to_owned()).collect(),
                    weight: f64::from(cases) / 8_225.0,
                })
                .collect(),
            flows: FLOWS
                .iter()
                .map(|&(.., cases)| FlowFigures { label: thousands(cases), weight: f64::from(cases) })
                .collect(),
        }
    }
}

/// The words on the map.
pub(crate) fn text() -> MapText {
    MapText {
        caption: Caption {
            title: "From order to review".into(),
            desc: "8,135 orders; 5,170 are delivered, half of them within 10.3 days.".into(),
        },
        line_interaction: "Line of interaction".into(),
        line_visibility: "Line of visibility".into(),
        line_internal: "Line of internal interaction".into(),
    }
}

/// A number with a comma after the thousands.
pub(crate) fn thousands(number: u32) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", thousands(number / 1_000), number % 1_000),
    }
}

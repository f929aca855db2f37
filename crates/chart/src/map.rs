//! The map of a customer process with its figures: lanes, steps, flows and the lines of a service blueprint.

mod draw;
mod geometry;
mod layout;
mod measures;
mod place;
mod ports;
mod route;
#[cfg(test)]
mod sample;
mod tracks;
mod under;

pub use layout::{Arrow, BlueprintLine, LaneBand, Layout, Point, Rect, layout};
pub use under::{Curve, Frame, Mark, Rung, Spot, Stroke, Track, Values, Word};

use crate::{Caption, Svg};
use bpmn::map::CustomerMap;

/// What is known about a step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StepFigures {
    /// The number that counts most: "8,135".
    pub headline: String,
    /// Further figures, one a line: "median 10.3 d", "p90 23.1 d".
    pub detail: Vec<String>,
    /// Share of all cases that come by, from 0 to 1.
    pub weight: f64,
}

/// What is known about a flow.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FlowFigures {
    /// The number beside the arrow: "6,500".
    pub label: String,
    /// How many cases go this way, in any unit; the widest arrow has the most.
    pub weight: f64,
}

/// The words on the map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MapText {
    /// Name and description of the picture.
    pub caption: Caption,
    /// Name of the line of interaction.
    pub line_interaction: String,
    /// Name of the line of visibility.
    pub line_visibility: String,
    /// Name of the line of internal interaction.
    pub line_internal: String,
}

/// Which way the process goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// Lanes are rows: for slides and wide screens.
    #[default]
    LeftToRight,
    /// Lanes are columns: for phones.
    TopToBottom,
}

/// Draws `map`. Figures belong to steps and flows by index; where one is missing, nothing is written.
///
/// ```
/// use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
/// use chart::map::{Direction, FlowFigures, MapText, StepFigures, draw};
///
/// let lane = |name: &str, visibility| Lane { id: name.into(), name: name.into(), visibility };
/// let step = |name: &str, lane, kind| Step { id: name.into(), name: name.into(), lane, kind };
/// let map = CustomerMap::new(
///     vec![lane("Customer", Visibility::Customer), lane("Carrier", Visibility::Partner)],
///     vec![step("Ordered", 0, StepKind::Step), step("Delivered", 1, StepKind::End { good: true })],
///     vec![Flow { from: 0, to: 1 }],
/// )
/// .expect("a valid map");
/// let steps = [
///     StepFigures { headline: "8,135".into(), detail: vec![], weight: 1.0 },
///     StepFigures { headline: "5,170".into(), detail: vec!["median 10.3\u{a0}d".into()], weight: 0.64 },
/// ];
/// let flows = [FlowFigures { label: "5,170".into(), weight: 5170.0 }];
/// let svg = draw(&map, &steps, &flows, &MapText::default(), Direction::LeftToRight);
/// assert!(svg.to_string().contains("<title>Ordered → Delivered: 5,170</title>"));
/// ```
#[must_use]
pub fn draw(
    map: &CustomerMap,
    steps: &[StepFigures],
    flows: &[FlowFigures],
    text: &MapText,
    direction: Direction,
) -> Svg {
    draw::Sheet {
        map,
        steps,
        flows,
        text,
        measures: measures::Measures::new(direction),
        layout: layout(map, steps, flows, text, direction),
        links: &[],
        is_heat: false,
    }
    .draw()
}

/// Draws `map` as [`draw`] does, each step in one of five tints that deepen with its weight.
#[must_use]
pub fn draw_heat(map: &CustomerMap, steps: &[StepFigures], text: &MapText, direction: Direction) -> Svg {
    draw::Sheet {
        map,
        steps,
        flows: &[],
        text,
        measures: measures::Measures::new(direction),
        layout: layout(map, steps, &[], text, direction),
        links: &[],
        is_heat: true,
    }
    .draw()
}

/// Draws `map` for a wide screen, with headings above its columns and tracks below that line up with them.
///
/// ```
/// use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
/// use chart::map::{Frame, MapText, Track, Values, Word, draw_framed};
///
/// let lane = Lane { id: "c".into(), name: "Customer".into(), visibility: Visibility::Customer };
/// let step = |name: &str, kind| Step { id: name.into(), name: name.into(), lane: 0, kind };
/// let steps = vec![step("Ask", StepKind::Start), step("Got it", StepKind::End { good: true })];
/// let map = CustomerMap::new(vec![lane], steps, vec![Flow { from: 0, to: 1 }]).expect("a valid map");
/// let word = Word { text: "web".into(), ..Word::default() };
/// let tracks = vec![Track { name: "Channel".into(), values: Values::Words(vec![vec![word], vec![]]) }];
/// let frame = Frame { headings: vec!["Wish".into(), "In use".into()], links: vec![], tracks };
/// let svg = draw_framed(&map, &[], &[], &MapText::default(), &frame).to_plain();
/// assert!(svg.contains(">Wish<") && svg.contains(">web<"));
/// ```
#[must_use]
pub fn draw_framed(
    map: &CustomerMap,
    steps: &[StepFigures],
    flows: &[FlowFigures],
    text: &MapText,
    frame: &Frame,
) -> Svg {
    let direction = Direction::LeftToRight;
    let sheet = draw::Sheet {
        map,
        steps,
        flows,
        text,
        measures: measures::Measures::new(direction),
        layout: layout(map, steps, flows, text, direction),
        links: &frame.links,
        is_heat: false,
    };
    under::draw(&sheet, frame)
}

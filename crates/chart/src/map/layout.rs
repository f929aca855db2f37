//! Where everything on the map lies, in pixels.

use super::geometry;
use super::measures::{Card, Measures};
use super::place::{self, Grid};
use super::ports::{self, Ports};
use super::route::{self, Route};
use super::{Direction, FlowFigures, MapText, StepFigures};
use bpmn::map::{CustomerMap, LineKind};

/// A point; x to the right, y downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Pixels from the left.
    pub x: f64,
    /// Pixels from the top.
    pub y: f64,
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Extent to the right.
    pub width: f64,
    /// Extent downwards.
    pub height: f64,
}

impl Rect {
    /// Whether the insides of the two have a point in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

/// A lane: the whole of it, and the part that holds its name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaneBand {
    /// The whole lane.
    pub area: Rect,
    /// Where its name is written.
    pub head: Rect,
}

/// A line of the service blueprint.
#[derive(Debug, Clone, PartialEq)]
pub struct BlueprintLine {
    /// Which line it is.
    pub kind: LineKind,
    /// Its pieces from first to last: it begins after its name, and breaks off around the names of other lines.
    pub pieces: Vec<(Point, Point)>,
    /// Its name, shortened where there is no room.
    pub label: String,
    /// Where the name is written.
    pub label_area: Rect,
}

/// The arrow of a flow.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrow {
    /// Index of the flow in the map.
    pub flow: usize,
    /// Its corners, from the border of the first box to the border of the last; pieces are upright or level.
    pub points: Vec<Point>,
    /// Whether it leads backwards in the process.
    pub back: bool,
    /// Width of the stroke.
    pub width: f64,
    /// Where its number is written, if it has one.
    pub plate: Option<Rect>,
}

/// Where everything on the map lies, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// The lanes, as in the map.
    pub lanes: Vec<LaneBand>,
    /// The lines of the blueprint.
    pub lines: Vec<BlueprintLine>,
    /// The boxes of the steps, as in the map.
    pub boxes: Vec<Rect>,
    /// The arrows of the flows, as in the map.
    pub arrows: Vec<Arrow>,
    pub(super) cards: Vec<Card>,
}

/// What is known before anything is measured in pixels.
pub(super) struct Plan<'a> {
    pub(super) map: &'a CustomerMap,
    pub(super) steps: &'a [StepFigures],
    pub(super) flows: &'a [FlowFigures],
    pub(super) text: &'a MapText,
    pub(super) measures: Measures,
    pub(super) grid: Grid,
    pub(super) routes: Vec<Option<Route>>,
    pub(super) ports: Ports,
}

impl Plan<'_> {
    /// The number beside the arrow of `flow`.
    pub(super) fn label(&self, flow: usize) -> &str {
        self.flows.get(flow).map_or("", |figures| &figures.label)
    }
}

/// Lays `map` out without drawing it; [`draw`](super::draw) draws this.
#[must_use]
pub fn layout(
    map: &CustomerMap,
    steps: &[StepFigures],
    flows: &[FlowFigures],
    text: &MapText,
    direction: Direction,
) -> Layout {
    let measures = Measures::new(direction);
    let weights: Vec<f64> = flows.iter().map(|figures| sound(figures.weight)).collect();
    let grid = place::place(map, &weights, measures.max_rows);
    let routes = route::choose(&grid, map.flows(), &weights);
    let ports = ports::assign(&grid, map.flows(), &routes);
    geometry::measure(&Plan { map, steps, flows, text, measures, grid, routes, ports })
}

/// A weight that can be counted with.
pub(super) fn sound(weight: f64) -> f64 {
    if weight.is_finite() { weight.max(0.0) } else { 0.0 }
}

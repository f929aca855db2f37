//! The ends of an arrow on the lines: where it may leave and arrive, and what each side costs.

use super::graph::{EdgeKind, End, Graph, Outline};
use super::grid::Grid;
use super::hang::{Hang, Hangs};
use super::lattice::{Frame, Lattice, Spot, Way};

/// One end of an arrow.
#[derive(Debug, Clone)]
pub(super) struct Stop {
    pub(super) end: End,
    pub(super) frame: Frame,
    /// The line of its main way.
    spine: usize,
    /// The other end lies within.
    is_around: bool,
    /// Its place on its host's lower border.
    hang: Option<Hang>,
    /// Upright lines on which events take the lower border.
    taken: Vec<usize>,
    outline: Outline,
    /// How far from its middle an upright arrow may meet it.
    reach: f64,
}

/// Prices of turning and of sides, in the units of [`search`](super::search).
const TURN_SIDE: u32 = 5;
const WRONG_SIDE: u32 = 14;
const OFF_SPINE: u32 = 4;
/// How far arrows keep from the corners of boxes, in pixels.
pub(super) const PORT_MARGIN: f64 = 8.0;

impl Stop {
    /// The stop at `end`; `is_around` says whether the other end lies within this one.
    pub(super) fn new(graph: &Graph, grid: &Grid, end: End, hangs: &Hangs, is_around: bool) -> Self {
        match end {
            End::Node(index) => {
                let node = &graph.nodes[index];
                Self {
                    end,
                    frame: Frame::of(grid.nodes[index]),
                    spine: 2 * grid.nodes[index].spine + 1,
                    is_around: is_around && node.host.is_none(),
                    hang: node.host.map(|_| hangs.of[index]),
                    taken: taken(hangs, index, node.is_container),
                    outline: node.outline,
                    reach: match node.outline {
                        Outline::Box => hangs.size[index].width / 2.0 - PORT_MARGIN,
                        Outline::Ellipse | Outline::Diamond => 0.0,
                    },
                }
            }
            End::Band(index) => Self {
                end,
                frame: Lattice::band_frame(grid, index),
                spine: 2 * grid.bands[index].spine + 1,
                is_around,
                hang: None,
                taken: Vec::new(),
                outline: Outline::Box,
                reach: f64::INFINITY,
            },
        }
    }

    /// Whether it is one point, a node in its cell.
    fn is_point(&self) -> bool {
        self.frame.left == self.frame.right && self.frame.top == self.frame.bottom
    }

    /// Whether an arrow that goes `way` from this point of the border leaves it properly.
    fn is_door(&self, spot: Spot, outward: Way) -> bool {
        if let Some(hang) = self.hang {
            return outward == Way::Down && spot == Spot { x: hang.line, y: self.frame.bottom };
        }
        if outward == Way::Down && self.taken.contains(&spot.x) {
            return false;
        }
        if self.is_point() {
            return true;
        }
        let between_rows = self.frame.top < spot.y && spot.y < self.frame.bottom && spot.y % 2 == 1;
        let between_columns = self.frame.left < spot.x && spot.x < self.frame.right;
        match outward {
            Way::Right => spot.x == self.frame.right && between_rows && matches!(self.end, End::Node(_)),
            Way::Left => spot.x == self.frame.left && between_rows && matches!(self.end, End::Node(_)),
            Way::Down => spot.y == self.frame.bottom && between_columns,
            Way::Up => spot.y == self.frame.top && between_columns,
        }
    }

    /// The points an arrow may start from, with its way and price.
    pub(super) fn starts(&self, kind: EdgeKind) -> Vec<(Spot, Way, u32)> {
        let Frame { left, right, top, bottom } = self.frame;
        let sides = (top..=bottom).flat_map(|y| [Spot { x: left, y }, Spot { x: right, y }]);
        let ends = (left..=right).flat_map(|x| [Spot { x, y: top }, Spot { x, y: bottom }]);
        let mut spots: Vec<Spot> = sides.chain(ends).collect();
        spots.sort_unstable();
        spots.dedup();
        let mut starts = Vec::new();
        for spot in spots {
            for outward in Way::ALL.into_iter().filter(|&outward| self.is_door(spot, outward)) {
                let way = if self.is_around { outward.back() } else { outward };
                starts.push((spot, way, self.price(kind, spot, outward, true)));
            }
        }
        starts
    }

    /// The price of arriving at `spot` on the given way; nothing if the arrow does not arrive there.
    pub(super) fn arrival(&self, kind: EdgeKind, spot: Spot, way: Way) -> Option<u32> {
        let outward = if self.is_around { way } else { way.back() };
        (self.frame.holds(spot) && self.is_door(spot, outward))
            .then(|| self.price(kind, spot, outward, false))
    }

    /// How far a point is from here at least, in columns and rows of lines.
    pub(super) fn distance(&self, spot: Spot) -> (usize, usize) {
        if self.is_around {
            return (0, 0);
        }
        let outside = |at: usize, low: usize, high: usize| low.saturating_sub(at) + at.saturating_sub(high);
        let Frame { left, right, top, bottom } = self.frame;
        (outside(spot.x, left, right), outside(spot.y, top, bottom))
    }

    /// Whether an upright arrow without a turn may join the two: an event on a border leaves beside the middle of its host,
    /// and not everything can be met there.
    pub(super) fn may_join_straight(&self, other: &Self) -> bool {
        let fits = |hang: Option<Hang>, stop: &Self| {
            hang.is_none_or(|hang| stop.hang.is_none() && hang.offset.abs() <= stop.reach)
        };
        fits(self.hang, other) && fits(other.hang, self)
    }

    fn price(&self, kind: EdgeKind, spot: Spot, outward: Way, leaves: bool) -> u32 {
        if self.hang.is_some() {
            return 0;
        }
        let turn = if self.outline == Outline::Diamond { 2 } else { TURN_SIDE };
        let side = match (kind, outward, leaves) {
            (EdgeKind::Sequence, Way::Right, true) | (EdgeKind::Sequence, Way::Left, false) => 0,
            (EdgeKind::Sequence, Way::Left | Way::Right, _) => WRONG_SIDE,
            (EdgeKind::Sequence, Way::Up | Way::Down, _) => turn,
            (_, Way::Up | Way::Down, _) => 0,
            (EdgeKind::Message, ..) => WRONG_SIDE,
            (EdgeKind::Association, ..) => 3,
        };
        let is_off = outward.is_level() && !self.is_point() && spot.y != self.spine;
        side + if is_off { OFF_SPINE } else { 0 }
    }
}

/// The upright lines on which events leave no room at the lower border of `node`: two leave the middle of a step free.
fn taken(hangs: &Hangs, node: usize, is_container: bool) -> Vec<usize> {
    let events = &hangs.on[node];
    if is_container || events.len() > 2 {
        events.iter().map(|&event| hangs.of[event].line).collect()
    } else {
        Vec::new()
    }
}

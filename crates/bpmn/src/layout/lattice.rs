//! The lines that arrows may run on, and what stands in their way.
//!
//! Each column and each row of cells gives a line through its middle (odd numbers), and so does the room between them
//! (even numbers, from before the first to behind the last). Arrows run along these lines and turn where two meet. Lines
//! through a node are closed to every arrow that does not end there, a container to every arrow that neither starts nor
//! ends within; a border is crossed, never followed.

use super::graph::{End, Graph};
use super::grid::{Grid, Span};
use super::hang::Hangs;
use super::scope::line;

/// A direction to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Way {
    Right,
    Down,
    Left,
    Up,
}

impl Way {
    pub(super) const ALL: [Self; 4] = [Self::Right, Self::Down, Self::Left, Self::Up];

    pub(super) fn is_level(self) -> bool {
        matches!(self, Self::Right | Self::Left)
    }

    pub(super) fn back(self) -> Self {
        Self::ALL[(self as usize + 2) % 4]
    }
}

/// A point where two lines meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Spot {
    pub(super) x: usize,
    pub(super) y: usize,
}

/// A rectangle of lines, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) top: usize,
    pub(super) bottom: usize,
}

impl Frame {
    pub(super) fn of(span: Span) -> Self {
        let at = |cell: usize| 2 * cell + 1;
        Self { left: at(span.left), right: at(span.right), top: at(span.top), bottom: at(span.bottom) }
    }

    pub(super) fn holds(&self, spot: Spot) -> bool {
        (self.left..=self.right).contains(&spot.x) && (self.top..=self.bottom).contains(&spot.y)
    }
}

/// The lines with their obstacles.
#[derive(Debug)]
pub(super) struct Lattice {
    pub(super) width: usize,
    pub(super) height: usize,
    /// What stands at each point: a node, or a closed band.
    pub(super) stands: Vec<Option<End>>,
    /// The innermost container around each point, its border included.
    container: Vec<Option<u32>>,
    /// Whether a border runs there from left to right, from top to bottom.
    wall: Vec<(bool, bool)>,
}

impl Lattice {
    pub(super) fn new(graph: &Graph, grid: &Grid, hangs: &Hangs) -> Self {
        let (width, height) = (2 * grid.columns + 1, 2 * grid.rows + 1);
        let count = width * height;
        let mut lattice = Self {
            width,
            height,
            stands: vec![None; count],
            container: vec![None; count],
            wall: vec![(false, false); count],
        };
        for (index, band) in graph.bands.iter().enumerate() {
            let frame = Lattice::band_frame(grid, index);
            for x in frame.left..=frame.right {
                for y in [frame.top, frame.bottom] {
                    lattice.wall[y * width + x].0 = true;
                }
                // Nothing leaves a band to the right.
                for y in (frame.top..=frame.bottom).filter(|_| band.is_closed || x == frame.right) {
                    lattice.stands[y * width + x] = Some(End::Band(index));
                }
            }
        }
        // Outer containers first, so that the inner ones write over them.
        let mut order: Vec<usize> =
            (0..graph.nodes.len()).filter(|&n| graph.nodes[n].host.is_none()).collect();
        order.sort_by_cached_key(|&node| (line(graph, node).len(), node));
        for node in order {
            let frame = Frame::of(grid.nodes[node]);
            lattice.add(node, frame, graph.nodes[node].is_container);
            for &event in &hangs.on[node] {
                lattice.wall[frame.bottom * width + hangs.of[event].line].1 = true;
            }
        }
        lattice
    }

    fn add(&mut self, node: usize, frame: Frame, is_container: bool) {
        for y in frame.top..=frame.bottom {
            for x in frame.left..=frame.right {
                let at = y * self.width + x;
                if is_container {
                    self.container[at] = Some(node as u32);
                    self.wall[at].0 |= y == frame.top || y == frame.bottom;
                    self.wall[at].1 |= x == frame.left || x == frame.right;
                } else {
                    self.stands[at] = Some(End::Node(node));
                }
            }
        }
    }

    /// The lines of a band, from the first on.
    pub(super) fn band_frame(grid: &Grid, band: usize) -> Frame {
        Frame { left: 0, ..Frame::of(grid.bands[band]) }
    }

    pub(super) fn index(&self, spot: Spot) -> usize {
        spot.y * self.width + spot.x
    }

    /// The next point, if there is one.
    pub(super) fn next(&self, spot: Spot, way: Way) -> Option<Spot> {
        let next = match way {
            Way::Right => Spot { x: spot.x + 1, ..spot },
            Way::Down => Spot { y: spot.y + 1, ..spot },
            Way::Left => Spot { x: spot.x.checked_sub(1)?, ..spot },
            Way::Up => Spot { y: spot.y.checked_sub(1)?, ..spot },
        };
        (next.x < self.width && next.y < self.height).then_some(next)
    }

    /// Whether a border runs along the given way at one of two points, or an event sits on it.
    pub(super) fn is_walled(&self, points: [Spot; 2], way: Way) -> bool {
        points.into_iter().any(|spot| {
            let (level, upright) = self.wall[self.index(spot)];
            if way.is_level() { level } else { upright }
        })
    }

    /// Whether an arrow that may enter the containers `open` may pass a point.
    pub(super) fn is_free(&self, spot: Spot, open: &[usize]) -> bool {
        let at = self.index(spot);
        self.stands[at].is_none()
            && self.container[at].is_none_or(|container| open.contains(&(container as usize)))
    }
}

//! The way of each arrow over the lines: cheap by length, turns, crossings and crowding.
//!
//! A* (Hart, Nilsson & Raphael, *A Formal Basis for the Heuristic Determination of Minimum Cost Paths*, 1968) over
//! points and directions, one arrow after the other, short ones first, so that long ones go around them.

use super::graph::{EdgeKind, End, Graph};
use super::grid::Grid;
use super::hang::Hangs;
use super::lattice::{Lattice, Spot, Way};
use super::scope::line;
use super::stop::Stop;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

const COLUMN: u32 = 3;
const ROW: u32 = 2;
const TURN: u32 = 4;
const CROSSING: u32 = 5;
const CROWDING: u32 = 1;
/// On a line through the middle of cells there is room for one.
const OVERLAP: u32 = 20;
/// An arrow that leaves where another arrives, or the other way around.
const SHARED_SIDE: u32 = 9;

/// With every so many lines between two ends, the search for a way hastens.
const FAR: usize = 20;

/// Marks the first state of a way.
const NONE: u32 = u32::MAX;

/// The corners of an arrow's way, both ends included.
pub(super) type Path = Vec<Spot>;

/// Finds the way of every edge.
pub(super) fn paths(graph: &Graph, grid: &Grid, lattice: &Lattice, hangs: &Hangs) -> Vec<Path> {
    let mut order: Vec<usize> = (0..graph.edges.len()).collect();
    let stops: Vec<[Stop; 2]> =
        graph.edges.iter().map(|edge| stops(graph, grid, edge.from, edge.to, hangs)).collect();
    order.sort_by_cached_key(|&edge| {
        let [from, to] = &stops[edge];
        (graph.edges[edge].kind, apart(from, to), edge)
    });
    let mut search = Search::new(graph, lattice);
    let mut paths = vec![Vec::new(); graph.edges.len()];
    for edge in order {
        paths[edge] = search.run(edge, &stops[edge]);
    }
    paths
}

fn stops(graph: &Graph, grid: &Grid, from: End, to: End, hangs: &Hangs) -> [Stop; 2] {
    let is_around = |outer: End, inner: End| match (outer, inner) {
        (End::Node(outer), End::Node(inner)) => {
            outer != inner
                && graph.nodes[outer].is_container
                && line(graph, inner).contains(&outer)
                && graph.nodes[inner].host != Some(outer)
        }
        (End::Band(outer), End::Node(inner)) => {
            let root = line(graph, inner)[0];
            std::iter::successors(graph.nodes[root].band, |&band| graph.bands[band].parent)
                .any(|b| b == outer)
        }
        (End::Band(outer), End::Band(inner)) => {
            std::iter::successors(graph.bands[inner].parent, |&band| graph.bands[band].parent)
                .any(|b| b == outer)
        }
        (End::Node(_), End::Band(_)) => false,
    };
    [(from, to), (to, from)].map(|(end, other)| Stop::new(graph, grid, end, hangs, is_around(end, other)))
}

/// What runs through a point in one direction: how many, and the last of them.
#[derive(Clone, Copy, Default)]
struct Traffic {
    count: u32,
    last: u32,
}

/// Point and direction, numbered.
type State = usize;

struct Search<'a> {
    graph: &'a Graph,
    lattice: &'a Lattice,
    /// By point: level, upright.
    traffic: Vec<[Traffic; 2]>,
    /// By state: price so far, the state before, and the search that wrote them.
    best: Vec<(u32, u32, u32)>,
    round: u32,
    /// The arrow that last took a side of an end, by the point and the way outward.
    sides: HashMap<(End, Spot, Way), u32>,
}

impl<'a> Search<'a> {
    fn new(graph: &'a Graph, lattice: &'a Lattice) -> Self {
        let points = lattice.width * lattice.height;
        Self {
            graph,
            lattice,
            traffic: vec![<[Traffic; 2]>::default(); points],
            best: vec![(0, 0, 0); 4 * points],
            round: 0,
            sides: HashMap::new(),
        }
    }

    fn state(&self, spot: Spot, way: Way) -> State {
        4 * self.lattice.index(spot) + way as usize
    }

    fn at(&self, state: State) -> (Spot, Way) {
        let point = state / 4;
        (Spot { x: point % self.lattice.width, y: point / self.lattice.width }, Way::ALL[state % 4])
    }

    fn run(&mut self, edge: usize, stops: &[Stop; 2]) -> Path {
        let ([from, to], haste) = (stops, haste(stops));
        let kind = self.graph.edges[edge].kind;
        let open = self.open_containers(edge);
        self.round += 1;
        let mut heap = BinaryHeap::new();
        for (spot, way, price) in from.starts(kind) {
            let price = price + self.side(edge, from, spot, way);
            let state = self.state(spot, way);
            self.best[state] = (price, NONE, self.round);
            heap.push(Reverse(rank(price + ahead(to, spot, haste), price, state)));
        }
        let mut arrived: Option<(u32, State, Spot)> = None;
        while let Some(Reverse(ranked)) = heap.pop() {
            let (guess, price, state) = of_rank(ranked);
            if arrived.is_some_and(|(best, ..)| guess >= best) {
                break;
            }
            if price > self.best[state].0 {
                continue;
            }
            let (spot, way) = self.at(state);
            let is_start = self.best[state].1 == NONE;
            for next_way in Way::ALL {
                if next_way == way.back() || (is_start && next_way != way) {
                    continue;
                }
                let Some(next) = self.lattice.next(spot, next_way) else { continue };
                let arrival = to.arrival(kind, next, next_way);
                let is_open = self.lattice.is_free(next, &open)
                    && (is_start || !self.lattice.is_walled([spot, next], next_way));
                if arrival.is_none() && !is_open {
                    continue;
                }
                let turn = if next_way == way { self.crossing(spot, way, is_start) } else { TURN };
                let price = match arrival {
                    Some(side) => price + turn + side + self.side(edge, to, next, next_way.back()),
                    None => price + turn + self.pass(edge, next, next_way),
                };
                if arrival.is_some() {
                    let is_straight = next_way == way && self.is_straight(state);
                    if arrived.is_none_or(|(best, ..)| price < best)
                        && (!is_straight || from.may_join_straight(to))
                    {
                        arrived = Some((price, state, next));
                    }
                    continue;
                }
                let next_state = self.state(next, next_way);
                let known = self.best[next_state];
                if known.2 == self.round && known.0 <= price {
                    continue;
                }
                self.best[next_state] = (price, state as u32, self.round);
                heap.push(Reverse(rank(price + ahead(to, next, haste), price, next_state)));
            }
        }
        let mut way_back: Path = arrived.iter().map(|&(_, _, spot)| spot).collect();
        let mut state = arrived.map_or(NONE, |(_, state, _)| state as u32);
        while state != NONE {
            way_back.push(self.at(state as usize).0);
            state = self.best[state as usize].1;
        }
        way_back.reverse();
        self.remember(edge, &way_back, [from.end, to.end]);
        corners(&way_back)
    }

    /// Whether the way to a state has no turn.
    fn is_straight(&self, state: State) -> bool {
        let mut at = state as u32;
        while at != NONE {
            if at % 4 != state as u32 % 4 {
                return false;
            }
            at = self.best[at as usize].1;
        }
        true
    }

    /// The containers around either end.
    fn open_containers(&self, edge: usize) -> Vec<usize> {
        let edge = &self.graph.edges[edge];
        let mut open = Vec::new();
        for end in [edge.from, edge.to] {
            if let End::Node(node) = end {
                let mut around = line(self.graph, node);
                around.pop();
                open.extend(around);
            }
        }
        open
    }

    fn crossing(&self, spot: Spot, way: Way, is_start: bool) -> u32 {
        const MOST: u32 = 4;
        let across = self.traffic[self.lattice.index(spot)][usize::from(way.is_level())];
        if is_start { 0 } else { CROSSING * across.count.min(MOST) }
    }

    fn pass(&self, edge: usize, spot: Spot, way: Way) -> u32 {
        let traffic = self.traffic[self.lattice.index(spot)][usize::from(!way.is_level())];
        let (length, line) = if way.is_level() { (COLUMN, spot.y) } else { (ROW, spot.x) };
        let is_shared = traffic.count > 0 && self.is_akin(edge, traffic.last as usize);
        let crowd = match (traffic.count, line % 2 == 1) {
            (0, _) => 0,
            (_, true) => OVERLAP * u32::from(!is_shared),
            (count, false) => CROWDING * count.min(8) * u32::from(!is_shared),
        };
        length + crowd
    }

    /// Whether two edges may share a line: they start, or end, together.
    fn is_akin(&self, edge: usize, other: usize) -> bool {
        let (one, other) = (&self.graph.edges[edge], &self.graph.edges[other]);
        one.kind == other.kind
            && (one.from == other.from) != (one.to == other.to)
            && one.kind != EdgeKind::Message
    }

    /// What it costs to meet a side that another arrow meets in the other direction.
    fn side(&self, edge: usize, stop: &Stop, spot: Spot, outward: Way) -> u32 {
        let taken = self.sides.get(&(stop.end, spot, outward));
        if taken.is_some_and(|&other| !self.is_akin(edge, other as usize)) { SHARED_SIDE } else { 0 }
    }

    fn remember(&mut self, edge: usize, way: &[Spot], ends: [End; 2]) {
        let (first, second, before, last) = (way.first(), way.get(1), way.iter().rev().nth(1), way.last());
        for (end, here, next) in [(ends[0], first, second), (ends[1], last, before)] {
            if let (Some(&here), Some(&next)) = (here, next) {
                self.sides.insert((end, here, way_to(here, next)), edge as u32);
            }
        }
        // The ends themselves belong to what stands there.
        for pair in way.windows(2) {
            let direction = usize::from(pair[0].x == pair[1].x);
            for spot in pair.iter().filter(|&&spot| spot != way[0] && spot != way[way.len() - 1]) {
                let at = self.lattice.index(*spot);
                let traffic = self.traffic[at][direction];
                let is_new = traffic.count == 0
                    || (traffic.last as usize != edge && !self.is_akin(edge, traffic.last as usize));
                self.traffic[at][direction] =
                    Traffic { count: traffic.count + u32::from(is_new), last: edge as u32 };
            }
        }
    }
}

/// The order in which states are looked at, as one number: the lowest guess first, then the farthest, then by number.
fn rank(guess: u32, price: u32, state: State) -> u128 {
    (u128::from(guess) << 96) | (u128::from(!price) << 64) | state as u128
}

/// Guess, price and state of a [`rank`].
fn of_rank(rank: u128) -> (u32, u32, State) {
    ((rank >> 96) as u32, !((rank >> 64) as u32), rank as u64 as State)
}

/// The way from a point to one beside it.
fn way_to(here: Spot, next: Spot) -> Way {
    match (next.x.cmp(&here.x), next.y.cmp(&here.y)) {
        (std::cmp::Ordering::Greater, _) => Way::Right,
        (std::cmp::Ordering::Less, _) => Way::Left,
        (_, std::cmp::Ordering::Less) => Way::Up,
        _ => Way::Down,
    }
}

/// The price that the rest of the way is guessed at: its length and a turn, and more by the `haste` in quarters, as ways
/// around others are longer. So a way may be a little dearer than the cheapest, and is found many times sooner (weighted A*:
/// Pohl, *Heuristic Search Viewed as Path Finding in a Graph*, 1970).
fn ahead(to: &Stop, spot: Spot, haste: u32) -> u32 {
    let (x, y) = to.distance(spot);
    let turn = if x > 0 && y > 0 { TURN } else { 0 };
    let least = x as u32 * COLUMN + y as u32 * ROW + turn;
    least + least * haste / 4
}

/// How much more the rest of a way is guessed at, in quarters: the farther ends are apart, the more ways there are between
/// them that hardly differ.
fn haste([from, to]: &[Stop; 2]) -> u32 {
    1 + (apart(from, to) / FAR).min(4) as u32
}

/// How far the first corner of one end is from the other, in lines.
fn apart(from: &Stop, to: &Stop) -> usize {
    let (x, y) = to.distance(Spot { x: from.frame.right, y: from.frame.top });
    x + y
}

/// Leaves out the points where the way goes straight on.
fn corners(way: &[Spot]) -> Path {
    let mut corners: Path = Vec::new();
    for (index, &spot) in way.iter().enumerate() {
        let straight =
            |a: Spot, c: Spot| (a.x == spot.x && c.x == spot.x) || (a.y == spot.y && c.y == spot.y);
        let is_corner = index == 0 || way.get(index + 1).is_none_or(|&next| !straight(way[index - 1], next));
        if is_corner {
            corners.push(spot);
        }
    }
    corners
}

//! Which row each step stands in: straight chains of steps, packed into the rows of their band.
//!
//! The flow on the longest way through the process is taken first, so that the main way lies on one line. Chains then
//! choose, the longest way first, the free place nearest to what they are tied to; sweeps over chains and over
//! neighbouring rows follow, as long as they shorten the ties. Straight ways on a grid follow Kitzmann, König, Lübke &
//! Singer, *A Simple Algorithm for Automatic Layout of BPMN Processes*, 2009; the sweeps, Gansner et al. 1993.

use super::graph::{EdgeKind, Graph, Role};
use super::rank::Ranks;
use super::scope::Members;

/// How often all chains choose again.
const SWEEPS: usize = 4;

/// The rows of one scope.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// The row of each member within its band.
    pub(super) of: Vec<usize>,
    /// How many rows each band has.
    pub(super) count: Vec<usize>,
    /// The row of the main way in the first band.
    pub(super) spine: usize,
}

/// Finds the rows of the members; `bands` has the band of each, of `band_count`.
pub(super) fn rows(
    graph: &Graph,
    scope: &Members,
    ranks: &Ranks,
    bands: &[usize],
    band_count: usize,
) -> Rows {
    let chains = chains(graph, scope, ranks, bands);
    let mut table = Table::new(scope, &chains, bands, band_count);
    for chain in 0..chains.len() {
        table.settle(chain, true);
    }
    for _ in 0..SWEEPS {
        let mut moved = false;
        for chain in 0..chains.len() {
            moved |= table.resettle(chain);
        }
        moved |= table.swap_rows();
        if !moved {
            break;
        }
    }
    let mut of = vec![0; scope.nodes.len()];
    for (index, chain) in chains.iter().enumerate() {
        for &member in &chain.members {
            of[member] = table.row[index];
        }
    }
    let spine = chains.iter().position(|chain| chain.band == 0).map_or(0, |chain| table.row[chain]);
    Rows { of, count: table.bands.iter().map(Vec::len).collect(), spine }
}

/// Steps that stand on one line.
struct Chain {
    members: Vec<usize>,
    band: usize,
    /// First and last column.
    span: (usize, usize),
}

/// Cuts the members into chains, those on the longest way first, data and notes last.
fn chains(graph: &Graph, scope: &Members, ranks: &Ranks, bands: &[usize]) -> Vec<Chain> {
    let count = scope.nodes.len();
    let through = through(count, ranks);
    let mut order: Vec<usize> = (0..ranks.forward.len()).collect();
    order.sort_by_key(|&flow| {
        let link = &ranks.forward[flow];
        let step = ranks.of[link.to] - ranks.of[link.from];
        // Of equally long ways the one whose flow skips fewer columns, then the one that was written first.
        (std::cmp::Reverse(through[link.from].0 + through[link.to].1), step, flow)
    });
    let mut next: Vec<Option<usize>> = vec![None; count];
    let mut has_before = vec![false; count];
    for flow in order {
        let link = &ranks.forward[flow];
        if bands[link.to] == bands[link.from]
            && !link.hangs
            && next[link.from].is_none()
            && !has_before[link.to]
        {
            next[link.from] = Some(link.to);
            has_before[link.to] = true;
        }
    }
    let mut chains: Vec<Chain> = (0..count)
        .filter(|&member| !has_before[member])
        .map(|first| {
            let members: Vec<usize> = std::iter::successors(Some(first), |&member| next[member]).collect();
            let last = members.last().copied().unwrap_or(first);
            Chain { band: bands[first], span: (ranks.of[first], ranks.of[last]), members }
        })
        .collect();
    chains.sort_by_key(|chain| {
        let first = chain.members[0];
        let is_artifact = graph.nodes[scope.nodes[first]].role == Role::Artifact;
        let way = chain.members.iter().map(|&member| through[member].0 + through[member].1).max();
        (is_artifact, std::cmp::Reverse(way), std::cmp::Reverse(chain.members.len()), first)
    });
    chains
}

/// For each member the number of flows on the longest way to it, and from it.
fn through(count: usize, ranks: &Ranks) -> Vec<(usize, usize)> {
    let mut through = vec![(0, 0); count];
    let mut flows: Vec<_> = ranks.forward.iter().collect();
    flows.sort_by_key(|link| ranks.of[link.from]);
    for link in &flows {
        through[link.to].0 = through[link.to].0.max(through[link.from].0 + 1);
    }
    flows.sort_by_key(|link| std::cmp::Reverse(ranks.of[link.to]));
    for link in &flows {
        through[link.from].1 = through[link.from].1.max(through[link.to].1 + 1);
    }
    through
}

/// A tie of a chain to another, as its costs see it.
#[derive(Clone, Copy)]
struct Tie {
    other: usize,
    weight: i64,
    /// What hangs on a border would rather be below its host: `1` for the chain below, `-1` for the host, `0` if neither.
    below: i64,
}

/// Chains in the rows of their bands.
struct Table<'a> {
    chains: &'a [Chain],
    ties: Vec<Vec<Tie>>,
    /// For each band its rows, for each row the chains in it.
    bands: Vec<Vec<Vec<usize>>>,
    /// The row of each chain.
    row: Vec<usize>,
    is_settled: Vec<bool>,
}

impl<'a> Table<'a> {
    fn new(scope: &Members, chains: &'a [Chain], bands: &[usize], band_count: usize) -> Self {
        let mut chain_of = vec![0; bands.len()];
        for (index, chain) in chains.iter().enumerate() {
            for &member in &chain.members {
                chain_of[member] = index;
            }
        }
        let mut ties = vec![Vec::new(); chains.len()];
        for link in &scope.links {
            let (from, to) = (chain_of[link.from], chain_of[link.to]);
            if from == to {
                continue;
            }
            let weight = if link.kind == EdgeKind::Association { 3 } else { 2 };
            let below = i64::from(link.hangs);
            ties[from].push(Tie { other: to, weight, below: -below });
            ties[to].push(Tie { other: from, weight, below });
        }
        Self {
            chains,
            ties,
            bands: vec![Vec::new(); band_count],
            row: vec![0; chains.len()],
            is_settled: vec![false; chains.len()],
        }
    }

    /// What it costs that `chain` stands in `row`; a row that is new moves those below it down.
    fn cost(&self, chain: usize, row: usize, is_new: bool) -> i64 {
        let band = self.chains[chain].band;
        let mut cost = if is_new { 3 } else { 0 };
        for tie in self.ties[chain].iter().filter(|tie| self.is_settled[tie.other]) {
            let other = self.chains[tie.other].band;
            let height = self.bands[band].len() as i64;
            let distance = match other.cmp(&band) {
                std::cmp::Ordering::Less => row as i64 + 1,
                std::cmp::Ordering::Greater => height - row as i64,
                std::cmp::Ordering::Equal => {
                    let theirs = self.row[tie.other];
                    let theirs = theirs + usize::from(is_new && theirs >= row);
                    let down = row as i64 - theirs as i64;
                    down.abs() + if down * tie.below < 0 { 2 } else { 0 }
                }
            };
            cost += tie.weight * distance;
        }
        cost
    }

    fn is_free(&self, chain: usize, row: usize) -> bool {
        let Chain { band, span, .. } = self.chains[chain];
        let meets = |&other: &usize| {
            let theirs = self.chains[other].span;
            span.0 <= theirs.1 && theirs.0 <= span.1
        };
        !self.bands[band][row].iter().any(meets)
    }

    /// Puts `chain` where it costs least: into a row with room, or into one of its own.
    fn settle(&mut self, chain: usize, may_grow: bool) {
        let band = self.chains[chain].band;
        let height = self.bands[band].len();
        let free = (0..height).filter(|&row| self.is_free(chain, row)).map(|row| (row, false));
        let new = (0..=height).rev().map(|row| (row, true)).filter(|_| may_grow || height == 0);
        let best = free.chain(new).min_by_key(|&(row, is_new)| self.cost(chain, row, is_new));
        let (row, is_new) = best.unwrap_or((height, true));
        self.put(chain, row, is_new);
    }

    fn put(&mut self, chain: usize, row: usize, is_new: bool) {
        let rows = &mut self.bands[self.chains[chain].band];
        if is_new {
            rows.insert(row, Vec::new());
            for (below, chains) in rows.iter().enumerate().skip(row + 1) {
                for &other in chains {
                    self.row[other] = below;
                }
            }
        }
        rows[row].push(chain);
        self.row[chain] = row;
        self.is_settled[chain] = true;
    }

    /// Lets `chain` choose again; whether it moved. A chain alone in its row leaves no empty row behind.
    fn resettle(&mut self, chain: usize) -> bool {
        let (band, row) = (self.chains[chain].band, self.row[chain]);
        let before = self.cost(chain, row, false);
        let alone = self.bands[band][row].len() == 1;
        let rows = 0..self.bands[band].len();
        let better = rows
            .filter(|&other| other != row && self.is_free(chain, other))
            .map(|other| (self.cost(chain, other, false), other))
            .min()
            .filter(|&(cost, _)| cost < before + if alone { 3 } else { 0 });
        let Some((_, target)) = better else { return false };
        self.bands[band][row].retain(|&other| other != chain);
        self.put(chain, target, false);
        if alone {
            self.bands[band].remove(row);
            for (index, chains) in self.bands[band].iter().enumerate().skip(row) {
                for &other in chains {
                    self.row[other] = index;
                }
            }
        }
        true
    }

    /// Changes neighbouring rows over where that shortens the ties; whether it did.
    fn swap_rows(&mut self) -> bool {
        let mut moved = false;
        for band in 0..self.bands.len() {
            for row in 1..self.bands[band].len() {
                let before = self.cost_of_rows(band, row);
                self.swap(band, row);
                if self.cost_of_rows(band, row) < before {
                    moved = true;
                } else {
                    self.swap(band, row);
                }
            }
        }
        moved
    }

    fn cost_of_rows(&self, band: usize, row: usize) -> i64 {
        let both = self.bands[band][row - 1].iter().chain(&self.bands[band][row]);
        both.map(|&chain| self.cost(chain, self.row[chain], false)).sum()
    }

    fn swap(&mut self, band: usize, row: usize) {
        self.bands[band].swap(row - 1, row);
        for at in [row - 1, row] {
            for &chain in &self.bands[band][at] {
                self.row[chain] = at;
            }
        }
    }
}

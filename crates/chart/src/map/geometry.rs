//! From the plan of the map to pixels: first across the lanes, then along the process, then turned the way it is read.

mod across;
mod along;
mod finish;
mod zones;

use super::layout::{Layout, Plan};
use super::route::{self, Channel, Route, Side};
use super::tracks::{self, Run};
use across::Across;
use along::Along;

/// A stretch of one axis.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Stretch {
    start: f64,
    size: f64,
}

impl Stretch {
    fn end(self) -> f64 {
        self.start + self.size
    }

    /// Whether the insides of the two have a point in common.
    fn meets(self, other: Self) -> bool {
        self.start < other.end() && other.start < self.end()
    }

    fn middle(self) -> f64 {
        self.start + self.size / 2.0
    }
}

/// The track of every leg of every flow, and how many tracks each channel has.
#[derive(Debug, Default)]
struct Tracks {
    of_leg: Vec<Vec<usize>>,
    corridors: Vec<usize>,
    gutters: Vec<usize>,
}

/// Measures the whole map.
pub(super) fn measure(plan: &Plan<'_>) -> Layout {
    let mut tracks = Tracks {
        of_leg: plan
            .routes
            .iter()
            .map(|route| vec![0; route.as_ref().map_or(0, |route| route.legs.len())])
            .collect(),
        corridors: vec![0; 2 * plan.grid.rows.len()],
        gutters: vec![0; plan.grid.columns + 1],
    };
    let coarse: Vec<Vec<(f64, f64)>> =
        plan.routes.iter().map(|route| route.as_ref().map(Route::corners).unwrap_or_default()).collect();
    let (mut across, mut along) = settle(plan, &mut tracks, &coarse, &coarse);
    // Which of two flows lies inside the other is known exactly only now: once more, with the true positions.
    let exact = corners(plan, &tracks, &across, &along);
    (across, along) = settle(plan, &mut tracks, &coarse, &exact);
    let corners = corners(plan, &tracks, &across, &along);
    finish::finish(plan, &across, &along, &corners)
}

/// Shares out the tracks of the corridors, then those of the gutters, and measures both axes.
fn settle(
    plan: &Plan<'_>,
    tracks: &mut Tracks,
    coarse: &[Vec<(f64, f64)>],
    known: &[Vec<(f64, f64)>],
) -> (Across, Along) {
    for corridor in 0..tracks.corridors.len() {
        let runs = runs(plan, Channel::Corridor(corridor), known, |flow, leg| {
            let (a, b) = (coarse[flow][leg + 1].0, coarse[flow][leg + 2].0);
            (a.min(b), a.max(b))
        });
        tracks.corridors[corridor] = share_out(tracks, &runs);
    }
    let across = Across::measure(plan, &tracks.corridors);
    let levels: Vec<Vec<(f64, f64)>> = (0..plan.routes.len())
        .map(|flow| {
            let levels = lines(plan, tracks, flow, &across, None);
            with_lines(&known[flow], &levels)
        })
        .collect();
    for gutter in 0..tracks.gutters.len() {
        let runs = runs(plan, Channel::Gutter(gutter), &levels, |flow, leg| {
            /// Between the ends of two runs in one track.
            const CLEAR: f64 = 5.0;
            let (a, b) = (levels[flow][leg + 1].1, levels[flow][leg + 2].1);
            (a.min(b) - CLEAR, a.max(b) + CLEAR)
        });
        tracks.gutters[gutter] = share_out(tracks, &runs);
    }
    let along = Along::measure(plan, tracks, &across);
    (across, along)
}

/// The runs of `channel`, each with its flow and leg.
fn runs(
    plan: &Plan<'_>,
    channel: Channel,
    corners: &[Vec<(f64, f64)>],
    span: impl Fn(usize, usize) -> (f64, f64),
) -> Vec<(usize, usize, Run)> {
    let mut runs = Vec::new();
    for (flow, route) in plan.routes.iter().enumerate() {
        let legs = route.iter().flat_map(|route| route.legs.iter().enumerate());
        for (leg, _) in legs.filter(|&(_, &other)| other == channel) {
            let end = |at: usize, beyond: usize| {
                let (here, there) = (corners[flow][at], corners[flow][beyond]);
                match channel {
                    Channel::Corridor(_) => (here.0, there.1 < here.1),
                    Channel::Gutter(_) => (here.1, there.0 < here.0),
                }
            };
            let ends = [end(leg + 1, leg), end(leg + 2, leg + 3)];
            runs.push((flow, leg, Run { span: span(flow, leg), ends }));
        }
    }
    runs
}

fn share_out(tracks: &mut Tracks, runs: &[(usize, usize, Run)]) -> usize {
    let bare: Vec<Run> = runs.iter().map(|(.., run)| run.clone()).collect();
    let (assigned, count) = tracks::assign(&bare);
    for (&(flow, leg, _), track) in runs.iter().zip(assigned) {
        tracks.of_leg[flow][leg] = track;
    }
    count
}

/// The positions of a flow's lines, first port to last: across the lanes for those that run along, and where `along` is
/// known along the process for the others.
fn lines(
    plan: &Plan<'_>,
    tracks: &Tracks,
    flow: usize,
    across: &Across,
    along: Option<&Along>,
) -> Vec<Option<f64>> {
    let Some(route) = &plan.routes[flow] else {
        return Vec::new();
    };
    let port = |side: Side, cell, slot| match side {
        Side::Left | Side::Right => Some(across.slot(cell, slot)),
        Side::Top | Side::Bottom => along.map(|along| along.slot(cell, slot)),
    };
    let mut lines = vec![port(route.exit, route.from, plan.ports.exit[flow])];
    lines.extend(route.legs.iter().zip(&tracks.of_leg[flow]).map(|(&leg, &track)| match leg {
        Channel::Corridor(corridor) => Some(across.track(corridor, track)),
        Channel::Gutter(gutter) => along.map(|along| along.track(gutter, track)),
    }));
    lines.push(port(route.entry, route.to, plan.ports.entry[flow]));
    lines
}

/// `corners` with the levels of the lines that are known; lines that run across keep their coarse places.
fn with_lines(corners: &[(f64, f64)], lines: &[Option<f64>]) -> Vec<(f64, f64)> {
    let mut corners = corners.to_vec();
    for (at, level) in lines.iter().enumerate() {
        if let Some(level) = level {
            // Line `at` ends in the corners `at` and `at + 1`.
            for corner in corners.iter_mut().skip(at).take(2) {
                corner.1 = *level;
            }
        }
    }
    corners
}

/// The corners of every flow, from the border of its first box to the border of its last.
fn corners(plan: &Plan<'_>, tracks: &Tracks, across: &Across, along: &Along) -> Vec<Vec<(f64, f64)>> {
    let corners = |flow: usize| {
        let Some(route) = &plan.routes[flow] else {
            return Vec::new();
        };
        let lines: Vec<f64> = lines(plan, tracks, flow, across, Some(along)).into_iter().flatten().collect();
        let (first, last) = (plan.map.flows()[flow].from, plan.map.flows()[flow].to);
        let border = |step: usize, side: Side, level: f64| {
            let (u, v) = (along.boxes[step], across.boxes[step]);
            match side {
                Side::Left => (u.start, level),
                Side::Right => (u.end(), level),
                Side::Top => (level, v.start),
                Side::Bottom => (level, v.end()),
            }
        };
        let mut corners = vec![border(first, route.exit, lines[0])];
        let mut is_along = route.exit.is_along();
        if !route.legs.is_empty() {
            for pair in lines.windows(2) {
                corners.push(if is_along { (pair[1], pair[0]) } else { (pair[0], pair[1]) });
                is_along = !is_along;
            }
        }
        corners.push(border(last, route.entry, lines[lines.len() - 1]));
        corners
    };
    (0..plan.routes.len()).map(corners).collect()
}

/// The largest distance of a slot from the middle, over the ports that `counts`.
fn half_slots(plan: &Plan<'_>, counts: impl Fn(route::PortRef) -> bool) -> f64 {
    let mut half: f64 = 0.0;
    for (flow, route) in plan.routes.iter().enumerate() {
        for port in route::ports(plan.map.flows()[flow], &plan.grid.cells, route.as_ref()) {
            let slot = if port.leaves { plan.ports.exit[flow] } else { plan.ports.entry[flow] };
            if counts(port) {
                half = half.max(slot.abs());
            }
        }
    }
    half
}

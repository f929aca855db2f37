//! The measured map, turned the way it is read.

use super::super::layout::{Arrow, BlueprintLine, LaneBand, Layout, Plan, Point, Rect, sound};
use super::super::{Direction, MapText};
use super::Stretch;
use super::across::Across;
use super::along::{Along, lane_head};
use crate::map::route::Route;
use bpmn::map::LineKind;

pub(super) fn finish(plan: &Plan<'_>, across: &Across, along: &Along, corners: &[Vec<(f64, f64)>]) -> Layout {
    let turn = Turn(plan.measures.direction);
    let (width, height) = turn.pair(along.size, across.size);
    let heaviest = plan.flows.iter().map(|figures| sound(figures.weight)).fold(0.0, f64::max);
    let arrows = corners
        .iter()
        .enumerate()
        .map(|(flow, corners)| {
            let weight = plan.flows.get(flow).map_or(0.0, |figures| sound(figures.weight));
            let route = plan.routes[flow].as_ref();
            let corners = if route.is_some() { corners.clone() } else { arc(plan, across, along, flow) };
            Arrow {
                flow,
                points: corners.into_iter().map(|(u, v)| turn.point(u, v)).collect(),
                back: route.is_some_and(Route::is_back),
                width: stroke(weight, heaviest, plan.measures.widest),
                plate: along.plates[flow].map(|(u, v)| turn.rect(u, v)),
            }
        })
        .collect();
    Layout {
        width,
        height,
        lanes: across.lanes.iter().map(|&lane| band(plan, along, turn, lane)).collect(),
        lines: lines(plan, across, along, corners, turn),
        boxes: along.boxes.iter().zip(&across.boxes).map(|(&u, &v)| turn.rect(u, v)).collect(),
        arrows,
        cards: across.cards.clone(),
    }
}

/// Width of an arrow: in proportion to its weight, but never so thin that it is lost.
fn stroke(weight: f64, heaviest: f64, widest: f64) -> f64 {
    const THINNEST: f64 = 1.25;
    if heaviest > 0.0 { (widest * weight / heaviest).max(THINNEST) } else { THINNEST }
}

/// Turns "along and across" into x and y.
#[derive(Clone, Copy)]
struct Turn(Direction);

impl Turn {
    fn pair(self, along: f64, across: f64) -> (f64, f64) {
        match self.0 {
            Direction::LeftToRight => (along, across),
            Direction::TopToBottom => (across, along),
        }
    }

    fn point(self, along: f64, across: f64) -> Point {
        let (x, y) = self.pair(along, across);
        Point { x, y }
    }

    fn rect(self, along: Stretch, across: Stretch) -> Rect {
        let (x, y) = self.pair(along.start, across.start);
        let (width, height) = self.pair(along.size, across.size);
        Rect { x, y, width, height }
    }
}

/// The way of a step that repeats itself: out of the box and back at its side.
fn arc(plan: &Plan<'_>, across: &Across, along: &Along, flow: usize) -> Vec<(f64, f64)> {
    let step = plan.map.flows()[flow].from;
    let border = along.boxes[step].end();
    let (out, back) = (plan.ports.exit[flow], plan.ports.entry[flow]);
    let (out, back) = (across.slot(plan.grid.cells[step], out), across.slot(plan.grid.cells[step], back));
    let far = border + plan.measures.arc;
    vec![(border, out), (far, out), (far, back), (border, back)]
}

fn band(plan: &Plan<'_>, along: &Along, turn: Turn, lane: Stretch) -> LaneBand {
    let lines = plan.map.lines().len() as f64 * plan.measures.line.line;
    let (start, head) = match plan.measures.direction {
        Direction::LeftToRight => (0.0, lane_head(plan)),
        Direction::TopToBottom => (lines, along.head - lines - plan.measures.inset),
    };
    LaneBand {
        area: turn.rect(Stretch { start, size: along.size - start }, lane),
        head: turn.rect(Stretch { start, size: head }, lane),
    }
}

fn lines(
    plan: &Plan<'_>,
    across: &Across,
    along: &Along,
    corners: &[Vec<(f64, f64)>],
    turn: Turn,
) -> Vec<BlueprintLine> {
    let all = plan.map.lines();
    let mut lines = Vec::new();
    for (at, line) in all.iter().enumerate() {
        // Lines at one border lie one after the other in the gap between the lanes.
        let first = all.iter().position(|other| other.below_lane == line.below_lane).unwrap_or(at);
        let count = all.iter().filter(|other| other.below_lane == line.below_lane).count();
        let (above, below) = (across.lanes[line.below_lane].end(), across.lanes[line.below_lane + 1].start);
        let level = above + (below - above) * ((at - first) as f64 + 0.5) / count as f64;
        let free = match plan.measures.direction {
            Direction::LeftToRight => first_crossing(corners, level, plan.measures.line.line).min(along.size),
            Direction::TopToBottom => across.size,
        };
        lines.push(name_line(plan, line.kind, at, level, free, along.size, turn));
    }
    if plan.measures.direction == Direction::TopToBottom {
        break_off(&mut lines);
    }
    lines
}

/// Where along the process the first flow crosses a strip `size` wide around `level`.
fn first_crossing(corners: &[Vec<(f64, f64)>], level: f64, size: f64) -> f64 {
    let pieces = corners.iter().flat_map(|corners| corners.windows(2));
    pieces
        .filter(|piece| {
            let (a, b) = (piece[0].1, piece[1].1);
            a.min(b) < level + size / 2.0 && a.max(b) > level - size / 2.0
        })
        .map(|piece| piece[0].0.min(piece[1].0))
        .fold(f64::INFINITY, f64::min)
}

/// Breaks lines that run downwards off around the names of others, so that they cross no words.
fn break_off(lines: &mut [BlueprintLine]) {
    const SPACE: f64 = 3.0;
    let names: Vec<Rect> = lines.iter().map(|line| line.label_area).collect();
    for (at, line) in lines.iter_mut().enumerate() {
        let Some(&(mut from, to)) = line.pieces.first() else { continue };
        // Names lie in rows from top to bottom, each line's own above those of the lines after it.
        let mut pieces = Vec::new();
        for name in &names[at + 1..] {
            if from.x > name.x - SPACE && from.x < name.x + name.width + SPACE {
                if name.y > from.y {
                    pieces.push((from, Point { x: from.x, y: name.y }));
                }
                from.y = from.y.max(name.y + name.height);
            }
        }
        pieces.push((from, to));
        line.pieces = pieces;
    }
}

/// A line with its name, for which there is room up to `free`: at its left on a wide map; on a phone above the lanes, each line in a row of its own so that no
/// name crosses another line.
fn name_line(
    plan: &Plan<'_>,
    kind: LineKind,
    at: usize,
    level: f64,
    free: f64,
    along: f64,
    turn: Turn,
) -> BlueprintLine {
    const SPACE: f64 = 6.0;
    let face = plan.measures.line;
    let label = name(plan.text, kind);
    let (label, label_area, from) = match plan.measures.direction {
        Direction::LeftToRight => {
            let label = face.fit(label, (free - 2.0 - 2.0 * SPACE).max(0.0));
            let width = face.width(&label);
            let area = Rect { x: 2.0, y: level - face.line / 2.0, width, height: face.line };
            (label, area, width + 2.0 + SPACE)
        }
        Direction::TopToBottom => {
            let label = face.fit(label, free - 2.0 * SPACE);
            let width = face.width(&label);
            let top = at as f64 * face.line;
            let x = (level + SPACE / 2.0).min(free - width);
            (
                label,
                Rect { x, y: top, width, height: face.line },
                if x < level { top + face.line } else { top },
            )
        }
    };
    BlueprintLine {
        kind,
        pieces: vec![(turn.point(from, level), turn.point(along, level))],
        label,
        label_area,
    }
}

fn name(text: &MapText, kind: LineKind) -> &str {
    match kind {
        LineKind::Interaction => &text.line_interaction,
        LineKind::Visibility => &text.line_visibility,
        LineKind::InternalInteraction => &text.line_internal,
    }
}

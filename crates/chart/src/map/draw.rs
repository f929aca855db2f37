//! Writes the laid-out map as SVG: lanes at the back, then arrows, their numbers, and the boxes on top.

use super::layout::{Arrow, BlueprintLine, LaneBand, Layout, Point, Rect};
use super::measures::{self, MARK, MARK_GAP, Measures, SHARE};
use super::{FlowFigures, MapText, StepFigures};
use crate::Svg;
use crate::frame::polyline;
use crate::svg::{Anchor, Number, Pen};
use bpmn::map::{CustomerMap, Lane, StepKind, Visibility};
use std::fmt::Write as _;

/// What is drawn, and where it lies.
pub(super) struct Sheet<'a> {
    pub(super) map: &'a CustomerMap,
    pub(super) steps: &'a [StepFigures],
    pub(super) flows: &'a [FlowFigures],
    pub(super) text: &'a MapText,
    pub(super) measures: Measures,
    pub(super) layout: Layout,
    /// Where each step leads, by index; nowhere where that is empty or missing.
    pub(super) links: &'a [String],
    /// Whether steps are tinted by their weight.
    pub(super) is_heat: bool,
}

impl Sheet<'_> {
    pub(super) fn draw(&self) -> Svg {
        let mut pen = Pen::new(&self.text.caption.title, &self.text.caption.desc);
        self.draw_on(&mut pen);
        pen.finish("map", self.layout.width, self.layout.height)
    }

    pub(super) fn draw_on(&self, pen: &mut Pen) {
        for (lane, band) in self.map.lanes().iter().zip(&self.layout.lanes) {
            self.lane(pen, &lane.name, lane.visibility, band);
        }
        for line in &self.layout.lines {
            self.line(pen, line);
        }
        // Thin arrows lie upon thick ones, and those that lead backwards below all.
        let mut arrows: Vec<&Arrow> = self.layout.arrows.iter().collect();
        arrows.sort_by(|a, b| b.back.cmp(&a.back).then(b.width.total_cmp(&a.width)));
        for arrow in &arrows {
            self.arrow(pen, arrow);
        }
        for arrow in &self.layout.arrows {
            self.label(pen, arrow);
        }
        for step in 0..self.layout.boxes.len() {
            pen.link(self.links.get(step).map_or("", String::as_str), |pen| self.step(pen, step));
        }
    }

    fn lane(&self, pen: &mut Pen, name: &str, visibility: Visibility, band: &LaneBand) {
        const RADIUS: f64 = 8.0;
        let (area, head) = match visibility {
            Visibility::Customer => ("own", "own-head"),
            _ => ("lane", "lane-head"),
        };
        let measures = &self.measures;
        pen.group("band-of-lane", |pen| {
            pen.title(name);
            rect(pen, area, &band.area, RADIUS);
            rect(pen, head, &band.head, RADIUS);
            let lines = measures.lane.wrap(name, band.head.width - 2.0 * measures.inset, 3);
            let middle = band.head.y + band.head.height / 2.0;
            let mut y = middle - lines.len() as f64 * measures.lane.line / 2.0;
            for line in &lines {
                y += measures.lane.line;
                let x = band.head.x + measures.inset;
                pen.text(measures.lane, "", x, y - baseline(measures.lane), Anchor::Start, line);
            }
        });
    }

    fn line(&self, pen: &mut Pen, line: &BlueprintLine) {
        for (from, to) in &line.pieces {
            pen.segment("blueprint", from.x, from.y, to.x, to.y);
        }
        let area = &line.label_area;
        let y = area.y + area.height - baseline(self.measures.line);
        pen.text(self.measures.line, "blueprint", area.x, y, Anchor::Start, &line.label);
    }

    fn arrow(&self, pen: &mut Pen, arrow: &Arrow) {
        let flow = self.map.flows()[arrow.flow];
        let (from, to) = (&self.map.steps()[flow.from].name, &self.map.steps()[flow.to].name);
        let label = self.flows.get(arrow.flow).map_or("", |figures| &figures.label);
        pen.group(if arrow.back { "flow back" } else { "flow" }, |pen| {
            let colon = if label.is_empty() { "" } else { ": " };
            pen.title(&format!("{from} → {to}{colon}{label}"));
            let (shaft, head) = path(arrow);
            pen.stroke(&shaft, arrow.width);
            pen.path("head", &head);
        });
    }

    fn label(&self, pen: &mut Pen, arrow: &Arrow) {
        let (Some(plate), Some(figures)) = (&arrow.plate, self.flows.get(arrow.flow)) else {
            return;
        };
        let is_own = |lane: &Lane| lane.visibility == Visibility::Customer;
        let lanes = self.map.lanes().iter().zip(&self.layout.lanes);
        let on_own = lanes.filter(|(lane, _)| is_own(lane)).any(|(_, band)| band.area.overlaps(plate));
        rect(pen, if on_own { "own" } else { "lane" }, plate, 4.0);
        let face = self.measures.label;
        let y = plate.y + plate.height / 2.0 + face.size * 0.36;
        pen.text(face, "", plate.x + plate.width / 2.0, y, Anchor::Middle, &figures.label);
    }

    fn step(&self, pen: &mut Pen, index: usize) {
        let step = &self.map.steps()[index];
        let area = &self.layout.boxes[index];
        let class = match step.kind {
            StepKind::Start => "start",
            StepKind::Step => self.tint(index),
            StepKind::End { good: true } => "end good",
            StepKind::End { good: false } => "end bad",
        };
        pen.group(class, |pen| {
            let figures = self.steps.get(index);
            pen.title(&told(&step.name, figures));
            shape(pen, step.kind, area);
            self.card(pen, index, step.kind, area);
            if let (StepKind::Step, Some(figures)) = (step.kind, figures) {
                let (x, y) = (area.x + self.measures.inset, area.y + area.height - self.measures.inset - 1.0);
                let width = area.width - 2.0 * self.measures.inset;
                let share = if figures.weight.is_finite() { figures.weight.clamp(0.0, 1.0) } else { 0.0 };
                pen.rect("share", x, y, width, 3.0, 1.5);
                pen.rect("share-part", x, y, width * share, 3.0, 1.5);
            }
        });
    }

    /// The class of a step: where weights are shown as tints, one of five of them.
    fn tint(&self, index: usize) -> &'static str {
        let weight = self.steps.get(index).map_or(0.0, |figures| figures.weight);
        match weight {
            weight if !self.is_heat || weight.is_nan() || weight < 0.05 => "step",
            ..0.2 => "step heat-1",
            ..0.4 => "step heat-2",
            ..0.6 => "step heat-3",
            ..0.8 => "step heat-4",
            _ => "step heat-5",
        }
    }

    /// The text of a box, and the mark of a start or an end.
    fn card(&self, pen: &mut Pen, index: usize, kind: StepKind, area: &Rect) {
        let card = &self.layout.cards[index];
        let measures = &self.measures;
        let is_beside = measures::has_mark_beside(measures, kind);
        let x = area.x + measures.inset;
        // What is left over goes above and below; the bar of a step stays at its bottom.
        let mut y = area.y + measures.inset + (area.height - card.height) / 2.0;
        let mut beside = x;
        if is_beside {
            let name = card.name.len() as f64 * measures.name.line;
            mark(pen, kind, x + MARK / 2.0, y + name + measures.headline.line / 2.0);
            beside += MARK + MARK_GAP;
        } else if kind != StepKind::Step {
            mark(pen, kind, x + MARK / 2.0, y + MARK / 2.0);
            y += MARK + 2.0;
        }
        let mut write = |face: crate::text::Face, class: &str, x: f64, text: &str| {
            y += face.line;
            pen.text(face, class, x, y - baseline(face), Anchor::Start, text);
        };
        for line in &card.name {
            write(measures.name, "", x, line);
        }
        if !card.headline.is_empty() || is_beside {
            write(measures.headline, "", beside, &card.headline);
        }
        for line in &card.detail {
            write(measures.detail, "soft", x, line);
        }
        debug_assert!(y <= area.y + area.height - if kind == StepKind::Step { SHARE } else { 0.0 });
    }
}

/// Everything known about a step in one line, for those who point at it.
fn told(name: &str, figures: Option<&StepFigures>) -> String {
    let parts =
        figures.into_iter().flat_map(|figures| std::iter::once(&figures.headline).chain(&figures.detail));
    parts.filter(|part| !part.is_empty()).fold(name.to_owned(), |told, part| told + " · " + part)
}

/// The outline of a box: rounded for steps, a pill for starts and good ends, an octagon for bad ones.
fn shape(pen: &mut Pen, kind: StepKind, area: &Rect) {
    match kind {
        StepKind::Step => rect(pen, "box", area, 8.0),
        StepKind::Start | StepKind::End { good: true } => rect(pen, "shape", area, 12.0),
        StepKind::End { good: false } => {
            const CUT: f64 = 8.0;
            let (x1, y1, x2, y2) = (area.x, area.y, area.x + area.width, area.y + area.height);
            let corners = [
                (x1 + CUT, y1),
                (x2 - CUT, y1),
                (x2, y1 + CUT),
                (x2, y2 - CUT),
                (x2 - CUT, y2),
                (x1 + CUT, y2),
                (x1, y2 - CUT),
                (x1, y1 + CUT),
            ];
            pen.path("shape", &polygon(&corners));
        }
    }
}

/// The mark of a start (ring), a good end (tick) or a bad one (cross).
fn mark(pen: &mut Pen, kind: StepKind, x: f64, y: f64) {
    let radius = MARK / 2.0;
    let line = |points: &[(f64, f64)]| polyline(points.iter().map(|(dx, dy)| (x + dx, y + dy)));
    match kind {
        StepKind::Start => pen.circle("mark", x, y, radius - 1.0),
        StepKind::Step => {}
        StepKind::End { good: true } => {
            pen.circle("mark good", x, y, radius);
            pen.path("glyph", &line(&[(-4.0, 0.5), (-1.2, 3.2), (4.2, -3.0)]));
        }
        StepKind::End { good: false } => {
            pen.circle("mark bad", x, y, radius);
            pen.path("glyph", &(line(&[(-3.2, -3.2), (3.2, 3.2)]) + &line(&[(3.2, -3.2), (-3.2, 3.2)])));
        }
    }
}

/// How far the base line lies above the lower end of a line of text.
fn baseline(face: crate::text::Face) -> f64 {
    (face.line - face.size) / 2.0 + face.size * 0.16
}

fn rect(pen: &mut Pen, class: &str, area: &Rect, radius: f64) {
    pen.rect(class, area.x, area.y, area.width, area.height, radius);
}

fn polygon(points: &[(f64, f64)]) -> String {
    polyline(points.iter().copied()) + "Z"
}

/// Shaft and head of an arrow: level and upright pieces with rounded corners, and a triangle at the end.
fn path(arrow: &Arrow) -> (String, String) {
    const RADIUS: f64 = 8.0;
    let mut points = arrow.points.clone();
    points.dedup();
    let (Some(&tip), Some(&before)) =
        (points.last(), points.len().checked_sub(2).and_then(|at| points.get(at)))
    else {
        return (String::new(), String::new());
    };
    let (length, half) = (5.5 + 1.1 * arrow.width, 3.2 + 0.75 * arrow.width);
    let (dx, dy) = direction(before, tip);
    let base = Point { x: tip.x - dx * length, y: tip.y - dy * length };
    let head = polygon(&[
        (tip.x, tip.y),
        (base.x - dy * half, base.y + dx * half),
        (base.x + dy * half, base.y - dx * half),
    ]);
    if let Some(last) = points.last_mut() {
        // The shaft ends inside the head, so that no gap shows between them.
        *last = Point { x: base.x + dx, y: base.y + dy };
    }
    let mut shaft = String::new();
    let _ = write!(shaft, "M{} {}", Number(points[0].x), Number(points[0].y));
    for at in 1..points.len() - 1 {
        let (a, corner, b) = (points[at - 1], points[at], points[at + 1]);
        let radius = RADIUS.min(distance(a, corner) / 2.0).min(distance(corner, b) / 2.0);
        let ((ax, ay), (bx, by)) = (direction(a, corner), direction(corner, b));
        let _ = write!(
            shaft,
            "L{} {}Q{} {} {} {}",
            Number(corner.x - ax * radius),
            Number(corner.y - ay * radius),
            Number(corner.x),
            Number(corner.y),
            Number(corner.x + bx * radius),
            Number(corner.y + by * radius)
        );
    }
    let last = points[points.len() - 1];
    let _ = write!(shaft, "L{} {}", Number(last.x), Number(last.y));
    (shaft, head)
}

fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

/// The unit vector from `a` to `b`, which lie upright or level to each other.
fn direction(a: Point, b: Point) -> (f64, f64) {
    let sign = |d: f64| if d.abs() < 1e-9 { 0.0 } else { d.signum() };
    (sign(b.x - a.x), sign(b.y - a.y))
}

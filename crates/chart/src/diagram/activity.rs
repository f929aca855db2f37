//! Activities: tasks, call activities and sub-processes, open or closed.

use super::brush::{Brush, Dash, Paint};
use super::marker::{Mark, marks};
use super::{label, task};
use crate::svg::Pen;
use bpmn::model::{Bounds, FlowNode, Loop, NodeKind, SubProcessKind, TaskKind};

const RADIUS: f64 = 10.0;
const STROKE: f64 = 2.0;
/// Of a call activity.
const THICK: f64 = 5.0;

pub(super) fn draw(pen: &mut Pen, brush: &Brush, at: Bounds, node: &FlowNode, is_open: bool) {
    let (width, dash) = match &node.kind {
        NodeKind::CallActivity { .. } => (THICK, Dash::None),
        NodeKind::SubProcess { kind: SubProcessKind::Event, .. } => (STROKE, Dash::Dotted),
        _ => (STROKE, Dash::None),
    };
    brush.rect(pen, Paint::Shape, width, dash, at, RADIUS);
    if let NodeKind::SubProcess { kind: SubProcessKind::Transaction { .. }, .. } = &node.kind {
        let inner = inset(at, 3.0);
        brush.line_only().rect(pen, Paint::Line, STROKE - 0.5, Dash::None, inner, RADIUS - 2.0);
    }
    let kind = match &node.kind {
        NodeKind::Task { task, .. } => Some(task),
        _ => None,
    };
    let has_icon = kind.is_some_and(|kind| !matches!(kind, TaskKind::Plain));
    if let Some(kind) = kind {
        task::icon(pen, brush, at, kind);
    }
    let marks_of = marks_of(node, is_open);
    marks(pen, brush, at, &marks_of);
    let name = &node.base.name;
    if is_open {
        label::at_top(pen, brush, at, name);
        return;
    }
    // A name keeps clear of the icon and of the marks, where there is room enough.
    let top = if has_icon { (106.0 - at.height).clamp(0.0, 18.0) } else { 0.0 };
    let bottom = if marks_of.is_empty() { 0.0 } else { 18.0 };
    let room = Bounds { y: at.y + top, height: at.height - top - bottom, ..at };
    label::centred(pen, brush, room, name);
}

fn marks_of(node: &FlowNode, is_open: bool) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let Some(activity) = node.activity() {
        if activity.for_compensation {
            marks.push(Mark::Compensation);
        }
        match activity.repeat {
            Some(Loop::Standard { .. }) => marks.push(Mark::Loop),
            Some(Loop::MultiInstance { sequential: true, .. }) => marks.push(Mark::Sequential),
            Some(Loop::MultiInstance { sequential: false, .. }) => marks.push(Mark::Parallel),
            None => {}
        }
    }
    if let NodeKind::SubProcess { kind, .. } = &node.kind {
        if !is_open {
            marks.push(Mark::Closed);
        }
        if matches!(kind, SubProcessKind::AdHoc { .. }) {
            marks.push(Mark::AdHoc);
        }
    }
    marks
}

fn inset(at: Bounds, by: f64) -> Bounds {
    let side = |length: f64| (length - 2.0 * by).max(0.0);
    Bounds { x: at.x + by, y: at.y + by, width: side(at.width), height: side(at.height) }
}

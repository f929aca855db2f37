//! How large elements are drawn, in pixels: the sizes that modellers use, larger where a name needs it.

use super::graph::{Outline, Size};
use super::text;
use crate::model::{DataKind, FlowNode, NodeKind};

const EVENT: Size = Size { width: 36.0, height: 36.0 };
const GATEWAY: Size = Size { width: 50.0, height: 50.0 };
const TASK: Size = Size { width: 100.0, height: 80.0 };
/// For names that do not fit a task.
const LARGE_TASK: Size = Size { width: 160.0, height: 90.0 };
const DATA: Size = Size { width: 36.0, height: 50.0 };
const STORE: Size = Size { width: 50.0, height: 50.0 };
const NOTE_WIDTH: f64 = 130.0;
/// Height of the band of a participant of a choreography task.
pub(super) const PARTICIPANT_BAND: f64 = 20.0;
/// The least height of a pool or lane.
const BAND: f64 = 60.0;

/// The size and form of a flow node.
pub(super) fn node_size(node: &FlowNode) -> (Size, Outline) {
    let task = if text::size(&node.base.name, TASK.width - 10.0).height > TASK.height - 24.0 {
        LARGE_TASK
    } else {
        TASK
    };
    match &node.kind {
        NodeKind::Event(_) => (EVENT, Outline::Ellipse),
        NodeKind::Gateway(_) => (GATEWAY, Outline::Diamond),
        NodeKind::Choreography(activity) => {
            let bands = activity.participants.len().max(2) as f64 * PARTICIPANT_BAND;
            (Size { width: task.width, height: task.height - 20.0 + bands }, Outline::Box)
        }
        _ => (task, Outline::Box),
    }
}

/// The size of data.
pub(super) fn data_size(kind: &DataKind) -> Size {
    if matches!(kind, DataKind::StoreReference { .. }) { STORE } else { DATA }
}

/// The size of a note.
pub(super) fn note_size(note: &str) -> Size {
    let text = text::size(note, NOTE_WIDTH - 12.0);
    Size { width: (text.width + 12.0).max(60.0), height: (text.height + 10.0).max(30.0) }
}

/// The least height of a band, by its name, which is written upright in its head.
pub(super) fn band_height(name: &str) -> f64 {
    const MOST: f64 = 160.0;
    (text::size(name, MOST - 20.0).width + 20.0).max(BAND)
}

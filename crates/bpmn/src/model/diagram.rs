//! Diagram interchange: where everything is drawn.

use super::{ElementRef, Origin};

/// A point of a diagram, in pixels; y grows downwards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A rectangle of a diagram, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bounds {
    /// The left side.
    pub x: f64,
    /// The upper side.
    pub y: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

/// A diagram with its plane.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagram {
    /// Its identifier.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Where it stands.
    pub origin: Origin,
    /// The plane's node, where shapes and edges are written; nothing for a diagram without a plane.
    pub plane: Option<Origin>,
    /// What the plane shows: what and its identifier.
    pub shows: Depicted,
    /// What is drawn as a shape, in the order of the file.
    pub shapes: Vec<Shape>,
    /// What is drawn as a line, in the order of the file.
    pub edges: Vec<Edge>,
}

/// The element that is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Depicted {
    /// The identifier that the file gives, prefix included; empty where it gives none.
    pub id: String,
    /// The element; nothing where the reference is broken.
    pub element: Option<ElementRef>,
}

/// A label's place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// Where it is written; nothing to leave that to the program.
    pub bounds: Option<Bounds>,
}

/// Colours of a shape or edge, by the `bioc` and `color` extensions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Colours {
    /// Of the inside.
    pub fill: Option<String>,
    /// Of the border or line.
    pub stroke: Option<String>,
    /// Of the label.
    pub label: Option<String>,
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its identifier.
    pub id: String,
    /// What is drawn.
    pub depicts: Depicted,
    /// Where it stands.
    pub origin: Origin,
    /// Where it is drawn; nothing where the file gives no number.
    pub bounds: Option<Bounds>,
    /// Whether a pool or lane lies flat.
    pub horizontal: Option<bool>,
    /// Whether a sub-process is drawn open.
    pub expanded: Option<bool>,
    /// Whether an exclusive gateway shows its mark.
    pub marker_visible: Option<bool>,
    /// Of a participant of a choreography activity: where its band is.
    pub band: Option<Band>,
    /// Its label.
    pub label: Option<Label>,
    /// Its colours.
    pub colours: Colours,
}

/// The band of a participant on a choreography activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Where it is and whose: `top_initiating`, `middle_non_initiating` and so on.
    pub kind: Option<String>,
    /// The shape of the activity.
    pub activity_shape: Option<String>,
    /// Whether its message is drawn.
    pub message_visible: bool,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Its identifier.
    pub id: String,
    /// What is drawn.
    pub depicts: Depicted,
    /// Where it stands.
    pub origin: Origin,
    /// Its corners from the source to the target.
    pub waypoints: Vec<Point>,
    /// Of a message flow: whether its message is drawn, and by whom it is sent.
    pub message: Option<MessageVisible>,
    /// Its label.
    pub label: Option<Label>,
    /// Its colours.
    pub colours: Colours,
}

/// How the message of a message flow is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageVisible {
    /// As one that begins.
    Initiating,
    /// As an answer.
    NonInitiating,
}

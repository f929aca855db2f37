//! The namespaces of BPMN 2.0 and of what is used with it.

/// The model: processes, collaborations, definitions.
pub const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
/// BPMN's diagrams, shapes and edges.
pub const BPMNDI: &str = "http://www.omg.org/spec/BPMN/20100524/DI";
/// Bounds.
pub const DC: &str = "http://www.omg.org/spec/DD/20100524/DC";
/// Waypoints.
pub const DI: &str = "http://www.omg.org/spec/DD/20100524/DI";
/// The type of an expression.
pub const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// Colours, as bpmn.io first wrote them.
pub const BIOC: &str = "http://bpmn.io/schema/bpmn/biocolor/1.0";
/// Colours, as tools agreed on.
pub const COLOR: &str = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";

//! Marks on elements of a diagram: an outline and a sign, so that nobody has to tell colours apart.

use super::edge::halfway;
use crate::svg::{Number, Pen};
use bpmn::model::{Bounds, Diagram, Point};

/// What is pointed out of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is different.
    Changed,
    /// It is wrong.
    Error,
    /// It may be taken in different ways.
    Warning,
    /// It could be better.
    Hint,
}

impl Mark {
    const fn class(self) -> &'static str {
        match self {
            Self::Added => "mark-added",
            Self::Removed => "mark-removed",
            Self::Changed => "mark-changed",
            Self::Error => "mark-error",
            Self::Warning => "mark-warning",
            Self::Hint => "mark-hint",
        }
    }

    /// The sign, as a path around the origin that is ten pixels wide.
    const fn sign(self) -> &'static str {
        match self {
            Self::Added => "M-5 0H5M0 -5V5",
            Self::Removed => "M-5 0H5",
            // A pencil.
            Self::Changed => "M-5 5L-4 1.5L2.5 -5L5 -2.5L-1.5 4Z",
            Self::Error => "M-4 -4L4 4M-4 4L4 -4",
            Self::Warning => "M0 -5V1.5M0 4.5V5",
            Self::Hint => "M-2.5 -2.5A2.5 2.5 0 1 1 0 0.5V2M0 5V5.2",
        }
    }
}

/// Radius of the ground of a sign.
const RADIUS: f64 = 10.0;

/// How far an outline stands off its element.
const OFF: f64 = 4.0;

/// Marks what of the diagram has this identifier; the diagram lies at its origin already.
pub(super) fn draw(pen: &mut Pen, diagram: &Diagram, id: &str, mark: Mark) {
    let is_it = |depicted: &bpmn::model::Depicted| depicted.id.rsplit(':').next() == Some(id);
    for at in diagram.shapes.iter().filter(|shape| is_it(&shape.depicts)).filter_map(|shape| shape.bounds) {
        pen.group(mark.class(), |pen| {
            let Bounds { x, y, width, height } = at;
            pen.rect("mark-line", x - OFF, y - OFF, width + 2.0 * OFF, height + 2.0 * OFF, 8.0);
            sign(pen, Point { x: x + width, y }, mark);
        });
    }
    for edge in diagram.edges.iter().filter(|edge| is_it(&edge.depicts)) {
        pen.group(mark.class(), |pen| {
            let points = edge.waypoints.iter().map(|at| format!("{} {}", Number(at.x), Number(at.y)));
            pen.path("mark-line", &format!("M{}", points.collect::<Vec<_>>().join("L")));
            sign(pen, halfway(&edge.waypoints), mark);
        });
    }
}

fn sign(pen: &mut Pen, at: Point, mark: Mark) {
    pen.moved(at.x, at.y, 1.0, |pen| {
        pen.circle("mark-ground", 0.0, 0.0, RADIUS);
        pen.path("mark-sign", mark.sign());
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Caption;
    use crate::diagram::{View, draw_view, extent};
    use bpmn::model::Model;
    use bpmn::xml::Document;

    const FILE: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="a">
        <process id="p"><task id="a" name="A"/><task id="b"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/></process>
        </definitions>"#;

    fn drawn() -> Model {
        let (mut document, _) = Document::read(FILE.as_bytes()).expect("a file");
        let (model, _) = Model::read(&document);
        bpmn::layout::draw(&mut document, &model).expect("a drawing");
        Model::read(&document).0
    }

    #[test]
    fn steps_and_arrows_are_marked_and_what_is_not_there_is_not() {
        let model = drawn();
        let marks = [("a", Mark::Added), ("f", Mark::Removed), ("no-such", Mark::Error)];
        let marks = marks.map(|(id, mark)| (id.to_owned(), mark));
        let caption = Caption { title: "A".into(), desc: String::new() };
        let view = View { marks: &marks, frame: None };
        let svg = draw_view(&model, &model.diagrams[0], &caption, &view).expect("a picture").to_plain();
        assert_eq!(svg.matches("<g class=\"mark-added\">").count(), 1);
        assert_eq!(svg.matches("<g class=\"mark-removed\">").count(), 1);
        assert!(!svg.contains("mark-error"));
    }

    #[test]
    fn a_frame_makes_pictures_of_one_size() {
        let model = drawn();
        let own = extent(&model.diagrams[0]).expect("it shows something");
        let frame = Bounds { x: own.x - 100.0, width: own.width + 100.0, ..own };
        let caption = Caption { title: "A".into(), desc: String::new() };
        let drawn =
            |frame| draw_view(&model, &model.diagrams[0], &caption, &View { marks: &[], frame }).unwrap();
        assert_eq!(drawn(Some(frame)).width(), drawn(None).width() + 100.0);
    }
}

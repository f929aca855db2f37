//! Fill and stroke of an element: those of the stylesheet, or the colours that a tool gave it.

use crate::svg::{Number, Pen};
use bpmn::model::{Bounds, Colours};
use std::fmt;

/// What an element is painted with.
#[derive(Debug, Clone, Default)]
pub(super) struct Brush {
    fill: Option<String>,
    stroke: Option<String>,
    label: Option<String>,
}

/// What of an element is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    /// Ground and outline.
    Shape,
    /// The outline only.
    Line,
    /// All of it in the colour of outlines.
    Solid,
}

/// How an outline is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Dash {
    #[default]
    None,
    /// Non-interrupting events.
    Long,
    /// Message flows.
    Message,
    /// Associations, event sub-processes.
    Dotted,
    /// Groups.
    Group,
}

impl Brush {
    /// The colours of a shape or edge, those that are colours.
    pub(super) fn of(colours: &Colours) -> Self {
        let sound = |colour: &Option<String>| colour.clone().filter(|colour| is_colour(colour));
        let (fill, stroke) = (sound(&colours.fill), sound(&colours.stroke));
        // On a ground of its own text keeps to what was seen with it: dark, whatever the surroundings.
        let label =
            sound(&colours.label).or_else(|| fill.as_deref().map(|fill| contrasting(fill).to_owned()));
        Self {
            stroke: stroke.or_else(|| fill.as_deref().map(|fill| contrasting(fill).to_owned())),
            fill,
            label,
        }
    }

    /// The brush of what stands outside its shape.
    pub(super) fn outside(&self) -> Self {
        Self { label: None, ..self.clone() }
    }

    /// The colour of text, if it has one of its own.
    pub(super) fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// The same without its ground: for lines on other shapes.
    pub(super) fn line_only(&self) -> Self {
        Self { fill: None, ..self.clone() }
    }

    pub(super) fn path(&self, pen: &mut Pen, paint: Paint, width: f64, dash: Dash, d: &str) {
        pen.element(format_args!("path d=\"{d}\""), format_args!("{}", self.attributes(paint, width, dash)));
    }

    pub(super) fn rect(&self, pen: &mut Pen, paint: Paint, width: f64, dash: Dash, at: Bounds, radius: f64) {
        let (x, y, w, h) =
            (Number(at.x), Number(at.y), Number(at.width.max(0.0)), Number(at.height.max(0.0)));
        pen.element(
            format_args!("rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{}\"", Number(radius)),
            format_args!("{}", self.attributes(paint, width, dash)),
        );
    }

    pub(super) fn ellipse(&self, pen: &mut Pen, paint: Paint, width: f64, dash: Dash, at: Bounds) {
        let (rx, ry) = ((at.width / 2.0).max(0.0), (at.height / 2.0).max(0.0));
        let (cx, cy) = (Number(at.x + at.width / 2.0), Number(at.y + at.height / 2.0));
        pen.element(
            format_args!("ellipse cx=\"{cx}\" cy=\"{cy}\" rx=\"{}\" ry=\"{}\"", Number(rx), Number(ry)),
            format_args!("{}", self.attributes(paint, width, dash)),
        );
    }

    fn attributes(&self, paint: Paint, width: f64, dash: Dash) -> Attributes<'_> {
        Attributes { brush: self, paint, width, dash }
    }
}

struct Attributes<'a> {
    brush: &'a Brush,
    paint: Paint,
    width: f64,
    dash: Dash,
}

impl fmt::Display for Attributes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (fill, stroke) = (self.brush.fill.as_deref(), self.brush.stroke.as_deref());
        let class = match (self.paint, fill, stroke) {
            (Paint::Shape, None, None) => "bpmn-fill bpmn-line",
            (Paint::Shape, Some(_), None) | (Paint::Line, _, None) => "bpmn-line",
            (Paint::Shape, None, Some(_)) => "bpmn-fill",
            (Paint::Solid, _, None) => "bpmn-solid",
            _ => "",
        };
        if !class.is_empty() {
            write!(f, "class=\"{class}\" ")?;
        }
        match (self.paint, fill, stroke) {
            (Paint::Shape, Some(fill), _) => write!(f, "fill=\"{fill}\" ")?,
            (Paint::Line, ..) => write!(f, "fill=\"none\" ")?,
            (Paint::Solid, _, Some(stroke)) => write!(f, "fill=\"{stroke}\" ")?,
            _ => {}
        }
        if let (Some(stroke), true) = (stroke, self.paint != Paint::Solid || self.width > 0.0) {
            write!(f, "stroke=\"{stroke}\" ")?;
        }
        write!(f, "stroke-width=\"{}\"", Number(self.width))?;
        let dashes = match self.dash {
            Dash::None => return Ok(()),
            Dash::Long => "6 3",
            Dash::Message => "10 6",
            Dash::Dotted => "1 4",
            Dash::Group => "10 4 2 4",
        };
        write!(f, " stroke-dasharray=\"{dashes}\"")
    }
}

/// Whether a text is a colour of CSS that is safe to write: `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` of numbers, or a word.
fn is_colour(text: &str) -> bool {
    const LONGEST: usize = 32;
    if text.len() > LONGEST {
        return false;
    }
    if let Some(digits) = text.strip_prefix('#') {
        return matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    }
    if let Some(inside) = text.strip_prefix("rgb(").and_then(|rest| rest.strip_suffix(')')) {
        return inside.bytes().all(|b| b.is_ascii_digit() || b" ,.%".contains(&b));
    }
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Black or white, whichever is easier to read on a ground; black where the ground is not given by digits.
fn contrasting(fill: &str) -> &'static str {
    const DARK: &str = "#1c2430";
    const LIGHT: &str = "#ffffff";
    let digits = fill.strip_prefix('#').unwrap_or("");
    let channel = |at: usize| match digits.len() {
        3 | 4 => u32::from_str_radix(&digits[at..=at], 16).map(|digit| digit * 17),
        6 | 8 => u32::from_str_radix(&digits[2 * at..2 * at + 2], 16),
        _ => Ok(255),
    };
    let [red, green, blue] = [0, 1, 2].map(|at| channel(at).unwrap_or(255));
    // The luma of ITU-R BT.601, in thousandths.
    if 299 * red + 587 * green + 114 * blue > 128_000 { DARK } else { LIGHT }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_colours_are_colours() {
        for good in ["#fff", "#1E88E5", "#BBDEFBff", "rgb(255, 0, 0)", "red"] {
            assert!(is_colour(good), "{good}");
        }
        for bad in ["", "#12", "#ggg", "url(#x)", "red\"/><script>", "rgb(1;2)", "expression(1)"] {
            assert!(!is_colour(bad), "{bad}");
        }
    }

    #[test]
    fn text_is_readable_on_its_ground() {
        assert_eq!(contrasting("#fff"), "#1c2430");
        assert_eq!(contrasting("#0D4372"), "#ffffff");
    }
}

//! Drawings of a document's diagrams for pages, whose elements links can lead to.

use crate::rooms::maps::reading::Reading;
use crate::web::{Say, Text};
use bpmn::model::{Bounds, Diagram};
use chart::Caption;
use chart::diagram::{DiagramError, Mark, View, draw_view};

/// How large a drawing is shown, in percent of the size that it was drawn for; none to fit the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Zoom(Option<u16>);

impl Zoom {
    /// The choices that a page offers.
    pub const ALL: [Self; 4] = [Self(None), Self(Some(50)), Self(Some(100)), Self(Some(200))];

    /// The zoom of an address; to fit where it names none.
    pub fn read(word: &str) -> Self {
        Self::ALL.into_iter().find(|zoom| zoom.word() == word).unwrap_or_default()
    }

    /// The word in addresses.
    pub fn word(self) -> String {
        self.0.map_or_else(|| "fit".to_owned(), |percent| percent.to_string())
    }

    /// What people read.
    pub fn name(self, say: &Say) -> String {
        self.0.map_or_else(
            || say.text("map-zoom-fit"),
            |percent| say.language.percent(f64::from(percent) / 100.0, 0),
        )
    }
}

/// How a drawing is shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish<'a> {
    /// What is pointed out.
    pub marks: &'a [(String, Mark)],
    /// The part of the plane.
    pub frame: Option<Bounds>,
    /// How large.
    pub zoom: Zoom,
    /// What the identifiers of elements begin with on the page, so that two drawings can stand on one.
    pub prefix: &'a str,
}

/// The drawing as markup, or why there is none.
pub fn drawing(
    reading: &Reading,
    diagram: Option<&Diagram>,
    (title, desc): (&str, &str),
    wish: &Wish<'_>,
    say: &Say,
) -> Result<String, String> {
    let diagram = diagram.ok_or_else(|| say.text("map-not-drawn"))?;
    let caption = Caption { title: title.to_owned(), desc: desc.to_owned() };
    let view = View { marks: wish.marks, frame: wish.frame };
    let svg = draw_view(&reading.model, diagram, &caption, &view).map_err(|error| why(&error, say))?;
    let mut markup = svg.to_plain();
    if let Zoom(Some(percent)) = wish.zoom {
        let width = (svg.width() * f64::from(percent) / 100.0).round();
        markup = markup.replacen("<svg ", &format!("<svg width=\"{width}\" "), 1);
    }
    // Quotes of the data are escaped, so that this stands in tags only.
    Ok(markup.replace(" data-element=\"", &format!(" id=\"{}", wish.prefix)))
}

/// Why a diagram cannot be drawn.
fn why(error: &DiagramError, say: &Say) -> String {
    match error {
        DiagramError::Empty => say.text("map-not-drawn"),
        DiagramError::TooMany { .. } => {
            Text::key("map-drawing-too-many").with("n", chart::diagram::MAX_ELEMENTS).said(say.language)
        }
        DiagramError::TooLarge { .. } => say.text("map-drawing-too-large"),
    }
}

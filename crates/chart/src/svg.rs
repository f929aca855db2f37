//! A finished picture, and the pen that writes it: every text escaped, every number rounded the same way.

use crate::style;
use crate::text::Face;
use std::fmt::{self, Write as _};

/// A finished picture.
///
/// [`fmt::Display`] gives the `<svg>` element for a page that embeds [`style`](crate::style()); it scales to the width it is
/// given. [`Svg::to_document`] gives a file of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Svg {
    width: f64,
    height: f64,
    class: &'static str,
    role: &'static str,
    body: String,
}

impl Svg {
    /// Width of the view box; the size in CSS pixels at which the text has the size it was drawn for.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.width
    }

    /// Height of the view box.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.height
    }

    /// The picture for a page whose policy forbids styles in elements: how wide it gets is up to the page.
    #[must_use]
    pub fn to_plain(&self) -> String {
        let (w, h) = (Number(self.width), Number(self.height));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {}\" role=\"{}\" viewBox=\"0 0 {w} {h}\">\n{}</svg>\n",
            self.class, self.role, self.body
        )
    }

    /// The same at its own size: for what a page lets scroll.
    #[must_use]
    pub fn to_sized(&self) -> String {
        let size = format!("width=\"{}\" height=\"{}\" viewBox", Number(self.width), Number(self.height));
        self.to_plain().replacen("viewBox", &size, 1)
    }

    /// A file of its own, in light colours on a ground of their own, with neither custom properties nor other things that
    /// slide programs do not know.
    #[must_use]
    pub fn to_document(&self) -> String {
        let (w, h) = (Number(self.width), Number(self.height));
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {}\" \
             role=\"img\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\n<style>{}</style>\n\
             <rect class=\"ground\" width=\"{w}\" height=\"{h}\"/>\n{}</svg>\n",
            self.class,
            style::for_document(),
            self.body
        )
    }
}

impl fmt::Display for Svg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (w, h) = (Number(self.width), Number(self.height));
        write!(
            f,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {}\" role=\"{}\" style=\"max-width:{w}px\" \
             viewBox=\"0 0 {w} {h}\">\n{}</svg>\n",
            self.class, self.role, self.body
        )
    }
}

/// Where text stands relative to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// Writes the elements of one picture.
#[derive(Debug)]
pub(crate) struct Pen {
    body: String,
    depth: usize,
    is_linked: bool,
}

impl Pen {
    /// A picture with its accessible name and description.
    pub(crate) fn new(title: &str, desc: &str) -> Self {
        let mut pen = Self { body: String::new(), depth: 0, is_linked: false };
        pen.title(title);
        pen.line(format_args!("<desc>{}</desc>", Escaped(desc)));
        pen
    }

    /// The picture, in a view box of `width` by `height`.
    pub(crate) fn finish(self, class: &'static str, width: f64, height: f64) -> Svg {
        // What is an image to assistive technology has nothing in it that could be opened.
        let role = if self.is_linked { "group" } else { "img" };
        Svg { width, height, class, role, body: self.body }
    }

    /// A group; `inside` writes what it holds.
    pub(crate) fn group(&mut self, class: &str, inside: impl FnOnce(&mut Self)) {
        self.line(format_args!("<g class=\"{class}\">"));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.line(format_args!("</g>"));
    }

    /// A group for an element of the data, which programs find by its identifier.
    pub(crate) fn group_of(&mut self, class: &str, id: &str, inside: impl FnOnce(&mut Self)) {
        self.line(format_args!("<g class=\"{class}\" data-element=\"{}\">", Escaped(id)));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.line(format_args!("</g>"));
    }

    /// A group whose own origin lies at `(x, y)`, and whose unit is `scale` pixels.
    pub(crate) fn moved(&mut self, x: f64, y: f64, scale: f64, inside: impl FnOnce(&mut Self)) {
        self.line(format_args!(
            "<g transform=\"translate({} {}) scale({})\">",
            Number(x),
            Number(y),
            Number(scale)
        ));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.line(format_args!("</g>"));
    }

    /// What leads to an address, if there is one.
    pub(crate) fn link(&mut self, address: &str, inside: impl FnOnce(&mut Self)) {
        if address.is_empty() {
            return inside(self);
        }
        self.is_linked = true;
        self.line(format_args!("<a href=\"{}\">", Escaped(address)));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.line(format_args!("</a>"));
    }

    /// The name of the element just opened, shown when it is pointed at.
    pub(crate) fn title(&mut self, text: &str) {
        self.line(format_args!("<title>{}</title>", Escaped(text)));
    }

    /// A line of text; `(x, y)` is its anchor on the base line.
    pub(crate) fn text(&mut self, face: Face, class: &str, x: f64, y: f64, anchor: Anchor, text: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let weight = if face.strong { " font-weight=\"600\"" } else { "" };
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        self.line(format_args!(
            "<text{class} x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor}>{}</text>",
            Number(x),
            Number(y),
            Number(face.size),
            Escaped(text)
        ));
    }

    /// A line of text in a colour of its own, which must be one; `(x, y)` is its anchor on the base line.
    pub(crate) fn coloured_text(
        &mut self,
        face: Face,
        colour: Option<&str>,
        x: f64,
        y: f64,
        anchor: Anchor,
        text: &str,
    ) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (x, y) = (Number(x), Number(y));
        self.letters(face, colour, format_args!("x=\"{x}\" y=\"{y}\"{anchor}"), text);
    }

    /// A line of text that is read from bottom to top, its middle at `y`.
    pub(crate) fn turned_text(&mut self, face: Face, colour: Option<&str>, x: f64, y: f64, text: &str) {
        let (x, y) = (Number(x), Number(y));
        let place = format_args!("transform=\"translate({x} {y}) rotate(-90)\" text-anchor=\"middle\"");
        self.letters(face, colour, place, text);
    }

    fn letters(&mut self, face: Face, colour: Option<&str>, place: fmt::Arguments<'_>, text: &str) {
        let size = Number(face.size);
        // The stylesheet's rule for text is weaker than a class of its own, and an attribute weaker than either.
        match colour {
            Some(colour) => self.line(format_args!(
                "<g fill=\"{colour}\"><text class=\"given\" {place} font-size=\"{size}\">{}</text></g>",
                Escaped(text)
            )),
            None => self.line(format_args!("<text {place} font-size=\"{size}\">{}</text>", Escaped(text))),
        }
    }

    pub(crate) fn rect(&mut self, class: &str, x: f64, y: f64, width: f64, height: f64, radius: f64) {
        let (x, y, width, height) = (Number(x), Number(y), Number(width.max(0.0)), Number(height.max(0.0)));
        self.line(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{}\"/>",
            Number(radius)
        ));
    }

    pub(crate) fn circle(&mut self, class: &str, x: f64, y: f64, radius: f64) {
        let (x, y, radius) = (Number(x), Number(y), Number(radius));
        self.line(format_args!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
    }

    pub(crate) fn segment(&mut self, class: &str, x1: f64, y1: f64, x2: f64, y2: f64) {
        let (x1, y1, x2, y2) = (Number(x1), Number(y1), Number(x2), Number(y2));
        self.line(format_args!("<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>"));
    }

    /// A path; `d` comes from [`Number`]s.
    pub(crate) fn path(&mut self, class: &str, d: &str) {
        self.line(format_args!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// An element from its name, geometry and paint; all three come from [`Number`]s and checked words.
    pub(crate) fn element(&mut self, geometry: fmt::Arguments<'_>, paint: fmt::Arguments<'_>) {
        self.line(format_args!("<{geometry} {paint}/>"));
    }

    /// A path whose stroke is `width` wide.
    pub(crate) fn stroke(&mut self, d: &str, width: f64) {
        self.line(format_args!("<path d=\"{d}\" stroke-width=\"{}\"/>", Number(width)));
    }

    fn line(&mut self, content: fmt::Arguments<'_>) {
        for _ in 0..self.depth {
            self.body.push(' ');
        }
        // Writing into a string cannot fail.
        let _ = self.body.write_fmt(content);
        self.body.push('\n');
    }
}

/// A coordinate with at most two decimals, so that bytes do not depend on the last bits of a sum.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number(pub(crate) f64);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 * 100.0).round() as i64;
        let sign = if hundredths < 0 { "-" } else { "" };
        let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        match part {
            0 => write!(f, "{sign}{whole}"),
            _ if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            _ => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

/// Text of the data, safe inside an element: markup is escaped, what XML 1.0 forbids is dropped, and line breaks are spaces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\t' | '\n' | '\r' => f.write_char(' ')?,
                // Directional overrides could turn the rest of the page's line around.
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => {}
                c if c.is_control() => {}
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            Escaped("<script>alert('1')</script> & \"more\"\u{0}\u{1b}\n\u{202e}").to_string(),
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot; "
        );
    }

    #[test]
    fn numbers_are_short() {
        let shown: Vec<String> =
            [0.0, -0.001, 1.5, -2.25, 3.0, 10.05, 1e3].map(|n| Number(n).to_string()).into();
        assert_eq!(shown, ["0", "0", "1.5", "-2.25", "3", "10.05", "1000"]);
    }
}

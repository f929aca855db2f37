//! A picture as pixels, for slides and mails that take nothing else.

use crate::Svg;
use resvg::{tiny_skia, usvg};
use std::sync::Arc;

pub use usvg::fontdb::Database as Fonts;

/// Most pixels of a picture; each takes four bytes while it is drawn.
pub const MAX_PIXELS: f64 = 40e6;

/// Why a picture was not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    /// It would be larger than the limit.
    #[error(
        "the picture would have {found} pixels, and may have {limit}; ask for a smaller scale, or take SVG"
    )]
    TooLarge {
        /// Pixels that it would have.
        found: u64,
        /// Pixels that it may have.
        limit: u64,
    },
    /// Nothing is known to write its texts with.
    #[error("no font was found; install one, such as DejaVu or Noto, or take SVG")]
    NoFonts,
    /// The picture is not one that can be drawn.
    #[error("the picture cannot be drawn: {0}")]
    Undrawable(String),
}

impl Svg {
    /// The picture as a PNG in light colours, `scale` pixels for each of its units, its texts in one of `fonts`.
    ///
    /// # Errors
    ///
    /// [`PngError`]; no memory is taken for a picture that is too large.
    pub fn to_png(&self, scale: f64, fonts: Arc<Fonts>) -> Result<Vec<u8>, PngError> {
        let (width, height) =
            ((self.width() * scale).ceil().max(1.0), (self.height() * scale).ceil().max(1.0));
        if !scale.is_finite() || width * height > MAX_PIXELS {
            return Err(PngError::TooLarge { found: (width * height) as u64, limit: MAX_PIXELS as u64 });
        }
        if fonts.is_empty() {
            return Err(PngError::NoFonts);
        }
        let undrawable = |error: &dyn std::fmt::Display| PngError::Undrawable(error.to_string());
        let options = usvg::Options { fontdb: fonts, ..usvg::Options::default() };
        let tree = usvg::Tree::from_str(&self.to_document(), &options).map_err(|error| undrawable(&error))?;
        let mut pixels = tiny_skia::Pixmap::new(width as u32, height as u32)
            .ok_or_else(|| PngError::Undrawable(format!("{width} by {height} pixels")))?;
        let scale = tiny_skia::Transform::from_scale(scale as f32, scale as f32);
        resvg::render(&tree, scale, &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| undrawable(&error))
    }
}

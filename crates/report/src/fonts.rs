//! The fonts of the machine, for pictures that are made of pixels.

use chart::Fonts;
use std::sync::{Arc, OnceLock};

/// Families to write in, the first that is there: they have Latin, Cyrillic and, the later ones, Chinese letters.
const FAMILIES: [&str; 8] = [
    "Noto Sans",
    "DejaVu Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Liberation Sans",
    "Arial",
    "Noto Sans CJK SC",
    "Microsoft YaHei",
];

/// The fonts of the machine, looked for once. Letters that the family does not have are taken from any other.
#[must_use]
pub fn of_system() -> Arc<Fonts> {
    static FONTS: OnceLock<Arc<Fonts>> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            let mut fonts = Fonts::new();
            fonts.load_system_fonts();
            let is_there = |name: &&str| {
                fonts.faces().any(|face| face.families.iter().any(|(family, _)| family == *name))
            };
            let first =
                || fonts.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
            let family = FAMILIES.iter().find(|name| is_there(name)).map(|name| (*name).to_owned());
            if let Some(family) = family.or_else(first) {
                fonts.set_sans_serif_family(family);
            }
            Arc::new(fonts)
        })
        .clone()
}

#[cfg(test)]
mod tests {
    use chart::bars::{Bars, draw};

    #[test]
    fn a_picture_is_as_large_as_asked_for() {
        let picture = draw(&Bars::default(), &|value| value.to_string(), 400.0);
        let fonts = super::of_system();
        if fonts.is_empty() {
            assert_eq!(picture.to_png(2.0, fonts), Err(chart::PngError::NoFonts));
            return;
        }
        let png = picture.to_png(2.0, fonts).unwrap();
        assert_eq!(&png[1..4], b"PNG");
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(side(16), (picture.width() * 2.0).ceil() as u32);
        assert_eq!(side(20), (picture.height() * 2.0).ceil() as u32);
    }
}

//! The one stylesheet of all pictures.

/// The stylesheet a page embeds once: colours as custom properties, in light, dark and print.
#[must_use]
pub fn style() -> &'static str {
    ".chart{width:100%;height:auto;display:block}"
}

/// The stylesheet of a file of its own: plain colours, no custom properties.
pub(crate) fn for_document() -> &'static str {
    style()
}

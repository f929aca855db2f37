//! What people wrote, as text of a page.

use askama::filters::{self, Escaper};
use memchr::{memchr2, memchr3};
use std::fmt;

/// Escapes as the templates' own does, letter by letter, but only where there is something to escape.
#[derive(Debug, Clone, Copy)]
pub struct Html;

impl Escaper for Html {
    fn write_escaped_str<W: fmt::Write>(&self, mut dest: W, text: &str) -> fmt::Result {
        if is_plain(text.as_bytes()) {
            dest.write_str(text)
        } else {
            filters::Html.write_escaped_str(dest, text)
        }
    }
}

/// Whether it holds nothing that means something in HTML.
fn is_plain(text: &[u8]) -> bool {
    memchr3(b'<', b'>', b'&', text).is_none() && memchr2(b'"', b'\'', text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_html_is_text() {
        let escaped = |text: &str| {
            let mut page = String::new();
            Html.write_escaped_str(&mut page, text).unwrap();
            page
        };
        for text in ["", "Łódź ж 中", "a = b; (c) [d] {e} `f` / \\ \0 \u{7f}"] {
            assert_eq!(escaped(text), text);
        }
        for special in ["<", ">", "&", "\"", "'"] {
            let code = u32::from(special.chars().next().unwrap());
            for (before, after) in
                [("", ""), ("ж", ""), ("", "中"), ("a long text before ", " and one after it")]
            {
                let text = format!("{before}{special}{after}");
                assert_eq!(escaped(&text), format!("{before}&#{code};{after}"));
            }
        }
    }
}

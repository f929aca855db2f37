//! Templates: their texts exist, and their markup keeps to the policy that the server sends with it.

use super::languages::keys;
use super::{Breach, Tree};

/// How templates ask for a text, before its key in quotes.
const ASKING: &[&str] = &["text(", "with(", "t("];

/// Every text that a template asks for by its whole key is there.
pub fn texts_exist(tree: &Tree) -> Vec<Breach> {
    let keys = keys(tree);
    let mut breaches = Vec::new();
    for (path, text) in tree.ending(&[".html"]).filter(|(path, _)| path.starts_with("crates/")) {
        for (at, key) in asked(text).filter(|(_, key)| !keys.contains(*key)) {
            breaches.push(Breach::at(path, text, at, format!("there is no text `{key}`")));
        }
    }
    breaches
}

/// No style and no script inside the markup: the policy forbids what an attacker could write there.
pub fn nothing_is_inline(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, text) in tree.ending(&[".html"]).filter(|(path, _)| path.starts_with("crates/app/")) {
        let markup = markup(text);
        for (at, name) in attributes(&markup) {
            if name == "style" || name.starts_with("on") || name.starts_with("hx-on") {
                breaches.push(Breach::at(
                    path,
                    text,
                    at,
                    format!("`{name}=` is inline; use a class or a script of web"),
                ));
            }
        }
        for (at, _) in markup.match_indices("<script") {
            if !markup[at..].split('>').next().is_some_and(|tag| tag.contains(" src=")) {
                breaches.push(Breach::at(path, text, at, "an inline script; write it in web"));
            }
        }
        for (at, _) in markup.match_indices("<style") {
            breaches.push(Breach::at(path, text, at, "an inline stylesheet; write it in web"));
        }
    }
    breaches
}

/// Place and key of each `text("key"`, and their like.
fn asked(text: &str) -> impl Iterator<Item = (usize, &str)> {
    ASKING.iter().flat_map(move |call| {
        text.match_indices(call).filter_map(move |(at, _)| {
            let part_of_name = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let key = text[at + call.len()..].trim_start().strip_prefix('"')?.split('"').next()?;
            (!part_of_name).then_some((at, key))
        })
    })
}

/// The file with what the template engine reads blanked, bytes and lines kept.
fn markup(text: &str) -> String {
    let mut left = text.as_bytes().to_vec();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
        for (at, _) in text.match_indices(open) {
            let end = text[at..].find(close).map_or(text.len(), |end| at + end + close.len());
            left[at..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b'.');
        }
    }
    String::from_utf8_lossy(&left).into_owned()
}

/// Place and name of each `name=` after whitespace inside a tag.
fn attributes(markup: &str) -> impl Iterator<Item = (usize, &str)> {
    markup.match_indices('=').filter_map(|(at, _)| {
        let before = &markup[..at];
        let start = before.rfind(|c: char| !(c.is_ascii_alphanumeric() || "-:_".contains(c)))? + 1;
        let in_tag = before.rfind('<') > before.rfind('>');
        let after_space = before[..start].ends_with(char::is_whitespace);
        (in_tag && after_space && start < at).then(|| (start, &markup[start..at]))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    const PAGE: &str = "crates/app/src/rooms/cases/templates/show.html";

    #[test]
    fn a_text_that_nobody_wrote_is_found() {
        let page = "<h1>{{ say.text(\"case\") }}</h1>\n{{ say.with( \"cases\", n) }}\n{{ self.t(\"name.label\") }} {{ part(\"x\") }}";
        let files =
            [(PAGE, page), ("locales/en/app.ftl", "case = Case\nname = Name\n    .label = Your name\n")];
        assert_eq!(found(texts_exist, &files), [format!("{PAGE}:2: there is no text `cases`")]);
    }

    #[test]
    fn what_is_inline_is_found() {
        let page = "<p style=\"a\">\n<a onclick=x>\n<div\n hx-on::load='y'>\n<script>z</script>\n<style>\n";
        let lines: Vec<usize> = nothing_is_inline(&super::super::tests::tree(&[(PAGE, page)]))
            .iter()
            .map(|breach| breach.line)
            .collect();
        assert_eq!(lines, [1, 2, 4, 5, 6]);
    }

    #[test]
    fn what_looks_inline_and_is_not_is_fine() {
        let page = "{# <script> style= #}{% let only = 1 %}<p class=\"{{ a style=b }}\" data-style=\"c\">one = on=1</p>\n\
                    <script src=\"/assets/app.js\" defer></script>\n";
        let files = [(PAGE, page), ("crates/report/src/page/report.html", "<style>")];
        assert_eq!(found(nothing_is_inline, &files), [] as [&str; 0]);
    }
}

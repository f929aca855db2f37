//! Links in Markdown: those that stay in the project lead to something that exists.

use super::{Breach, Tree};

/// Every relative link in a Markdown file leads to a file or a folder of the project.
pub fn links_lead_somewhere(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, text) in tree.ending(&[".md"]) {
        for (line, link) in links(text) {
            let target = link.split(['#', '?']).next().unwrap_or_default();
            let elsewhere = link.starts_with('#') || link.starts_with("//") || has_scheme(&link);
            if !elsewhere && !resolve(path, target).is_some_and(|file| tree.has(&file)) {
                breaches.push(Breach::on(path, line, format!("the link `{link}` leads nowhere")));
            }
        }
    }
    breaches
}

/// Line and target of each link and picture, those in code left out.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut fence: Option<&str> = None;
    for (n, line) in (1..).zip(text.lines()) {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (mark, fence) {
            (Some(_), None) => fence = mark,
            (Some(mark), Some(open)) if mark == open => fence = None,
            (None, None) => {
                found.extend(links_of_line(&without_code(line)).into_iter().map(|link| (n, link)));
            }
            _ => {}
        }
    }
    found
}

/// The targets of `[text](target "title")`, of `[name]: target` and of `src`, `srcset` and `href` in HTML.
fn links_of_line(line: &str) -> Vec<String> {
    let until = |rest: &str, ends: &[char]| rest.split(ends).next().unwrap_or_default().to_owned();
    let mut found = Vec::new();
    for (at, open) in line.match_indices("](") {
        let rest = line[at + open.len()..].trim_start();
        found.push(
            rest.strip_prefix('<').map_or_else(|| until(rest, &[')', ' ']), |rest| until(rest, &['>'])),
        );
    }
    if let Some((name, target)) =
        line.split_once("]: ").filter(|(name, _)| name.starts_with('[') && !name.contains(']'))
    {
        // `[^1]: words` is a footnote.
        found.extend((!name.starts_with("[^")).then(|| until(target.trim(), &[' '])));
    }
    for attribute in ["src=\"", "srcset=\"", "href=\""] {
        found.extend(
            line.match_indices(attribute).map(|(at, name)| until(&line[at + name.len()..], &['"', ' '])),
        );
    }
    found
}

/// The line with what is between backticks blanked.
fn without_code(line: &str) -> String {
    let parts = line.split('`').enumerate();
    parts.map(|(n, part)| if n % 2 == 0 { part } else { "" }).collect::<Vec<_>>().join("`")
}

fn has_scheme(link: &str) -> bool {
    link.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// The path from the root that `link` in the file `from` means; none if it leaves the project.
fn resolve(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    if link.starts_with('/') {
        parts.clear();
    }
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn a_link_to_nothing_is_found() {
        let page = "# A\n[b](b.md) [c](../c.md#x)\n![d](pictures/d.png)\n[e]: e.md\n<img src=\"f.png\">\n[g](../../g.md)\n";
        assert_eq!(
            found(links_lead_somewhere, &[("docs/a.md", page), ("c.md", "")]),
            [
                "docs/a.md:2: the link `b.md` leads nowhere",
                "docs/a.md:3: the link `pictures/d.png` leads nowhere",
                "docs/a.md:4: the link `e.md` leads nowhere",
                "docs/a.md:5: the link `f.png` leads nowhere",
                "docs/a.md:6: the link `../../g.md` leads nowhere",
            ]
        );
    }

    #[test]
    fn links_that_lead_somewhere_or_away_are_fine() {
        let page = "[a](docs) [b](docs/b.md \"title\") [c](https://example.org/x) [d](#part) [e](mailto:a@b.c) [f](/docs/b.md) [g](<docs/b.md>)\n[^1]: A footnote.\n";
        assert_eq!(found(links_lead_somewhere, &[("README.md", page), ("docs/b.md", "")]), [] as [&str; 0]);
    }

    #[test]
    fn code_holds_no_links() {
        let page = "`[a](b)`\n```toml\n[c](d)\n~~~\n```\n[e](f)\n";
        assert_eq!(found(links_lead_somewhere, &[("a.md", page)]), ["a.md:6: the link `f` leads nowhere"]);
    }
}

//! Rust source with its parts told apart: what is code, what is comment, what is a string, what is a test.

use std::ops::Range;

/// One file of Rust. Both texts are as long as the file, with every other byte but the line ends blanked.
pub struct Source {
    /// Code without comments and without what is inside strings and characters.
    pub code: String,
    /// Comments, those that make the docs too.
    pub comments: String,
    /// Where strings and characters stand, with their quotes.
    literals: Vec<Range<usize>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Code,
    Comment,
    Literal,
}

impl Source {
    /// Tells the parts of a file apart.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut code = vec![b' '; bytes.len()];
        let mut comments = code.clone();
        let mut literals = Vec::new();
        let mut start = 0;
        while start < bytes.len() {
            let (part, end) = next_part(bytes, start);
            if part == Part::Literal {
                literals.push(start..end.min(bytes.len()));
            }
            for at in start..end.min(bytes.len()) {
                let newline = bytes[at] == b'\n';
                if part == Part::Code || newline {
                    code[at] = bytes[at];
                }
                if part == Part::Comment || newline {
                    comments[at] = bytes[at];
                }
            }
            start = end;
        }
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Self { code: text(code), comments: text(comments), literals }
    }

    /// The code with every item under `#[cfg(test)]` blanked.
    pub fn code_without_tests(&self) -> String {
        let mut code = self.code.clone().into_bytes();
        for item in self.tests() {
            code[item].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        }
        String::from_utf8_lossy(&code).into_owned()
    }

    /// Where each string outside of tests starts in `text`, and what is between its quotes, as it is written.
    pub fn strings<'a>(&self, text: &'a str) -> Vec<(usize, &'a str)> {
        let tests: Vec<_> = self.tests().collect();
        let shipped = self.literals.iter().filter(|at| !tests.iter().any(|test| test.contains(&at.start)));
        let inside = |at: &Range<usize>| {
            let literal = text.get(at.clone()).filter(|literal| !literal.starts_with('\''))?;
            let (_, rest) = literal.split_once('"')?;
            Some((at.start, rest.trim_end_matches('#').trim_end_matches('"')))
        };
        shipped.filter_map(inside).collect()
    }

    fn tests(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = self.code.match_indices("#[cfg(test)]");
        starts.map(|(start, _)| start..end_of_item(self.code.as_bytes(), start))
    }
}

/// Bytes at which `word` stands in `code` and is not part of a longer name.
pub fn places_of<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = code[..*at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let ends_in_name = word.chars().next_back().is_some_and(is_name);
        !(before.is_some_and(is_name) || ends_in_name && after.is_some_and(is_name))
    })
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn next_part(bytes: &[u8], at: usize) -> (Part, usize) {
    let rest = &bytes[at..];
    if rest.starts_with(b"//") {
        let end = rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
        (Part::Comment, at + end)
    } else if rest.starts_with(b"/*") {
        (Part::Comment, end_of_block_comment(bytes, at))
    } else if let Some(end) = end_of_raw_string(bytes, at) {
        (Part::Literal, end)
    } else if rest[0] == b'"' {
        (Part::Literal, end_of_quoted(bytes, at, b'"'))
    } else if rest[0] == b'\'' && is_character(rest) {
        (Part::Literal, end_of_quoted(bytes, at, b'\''))
    } else {
        let name = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        // The prefix of a byte string or a C string belongs to the literal that follows.
        (Part::Code, at + name.max(1))
    }
}

/// `'x'` and `'\n'`, but not the `'a` of a lifetime.
fn is_character(rest: &[u8]) -> bool {
    let width = match rest.get(1) {
        Some(b'\\') => return true,
        Some(lead) => lead.leading_ones().max(1) as usize,
        None => return false,
    };
    rest.get(1 + width) == Some(&b'\'')
}

fn end_of_quoted(bytes: &[u8], at: usize, quote: u8) -> usize {
    let mut at = at + 1;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}

/// The end of `r"…"`, `br#"…"#` and their like, if one starts here.
fn end_of_raw_string(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = &bytes[at..];
    let prefix = [&b"br"[..], b"cr", b"r"].into_iter().find(|prefix| rest.starts_with(prefix))?.len();
    let hashes = rest[prefix..].iter().take_while(|b| **b == b'#').count();
    if rest.get(prefix + hashes) != Some(&b'"') {
        return None;
    }
    let start = at + prefix + hashes + 1;
    let closing = [&b"\""[..], &b"#".repeat(hashes)].concat();
    let length = bytes[start..].windows(closing.len()).position(|w| w == closing);
    Some(length.map_or(bytes.len(), |length| start + length + closing.len()))
}

/// Comments between `/*` and `*/` nest.
fn end_of_block_comment(bytes: &[u8], at: usize) -> usize {
    let mut depth = 0;
    let mut at = at;
    while at < bytes.len() {
        match &bytes[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The end of the item that starts with the attribute at `at`: its `;`, or the brace that closes its body.
fn end_of_item(code: &[u8], at: usize) -> usize {
    let mut depth = 0;
    for (offset, byte) in code[at..].iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return at + offset + 1,
            b'}' => depth -= 1,
            b';' if depth == 0 => return at + offset + 1,
            _ => {}
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        let source = Source::new(text);
        assert_eq!((source.code.len(), source.comments.len()), (text.len(), text.len()));
        source.code
    }

    #[test]
    fn comments_and_strings_are_not_code() {
        assert_eq!(code("let a = \"x; // y\"; // z"), "let a =          ;     ");
        assert_eq!(code("a /* b /* c */ d */ e"), "a                   e");
        assert_eq!(code(r#""\"" b"#), "     b");
        assert_eq!(code("r#\"a \" b\"# c"), "           c");
        assert_eq!(code("br\"a\" c"), "      c");
    }

    #[test]
    fn names_that_end_or_start_like_a_prefix_stay_code() {
        assert_eq!(code("for r in br {}"), "for r in br {}");
        assert_eq!(code("r#type"), "r#type");
        assert_eq!(code("bar\"x\""), "bar   ");
    }

    #[test]
    fn characters_are_blanked_and_lifetimes_are_not() {
        assert_eq!(code("'\"' a"), "    a");
        assert_eq!(code(r"'\'' a"), "     a");
        assert_eq!(code("'ж' a"), "     a");
        assert_eq!(code("&'a str"), "&'a str");
    }

    #[test]
    fn what_never_ends_ends_with_the_file() {
        for text in ["\"a", "r#\"a\"", "/* a", "'\\", "'"] {
            code(text);
        }
    }

    #[test]
    fn comments_are_kept_apart() {
        assert_eq!(Source::new("a // b\n\"// c\"").comments, "  // b\n      ");
    }

    #[test]
    fn items_under_test_are_taken_out() {
        let source = Source::new(
            "fn a() {}\n#[cfg(test)]\nmod tests { fn b() { c } }\nfn d() {}\n#[cfg(test)]\nuse e;\nfn f() {}",
        );
        let left = source.code_without_tests();
        assert_eq!(left.split_whitespace().collect::<Vec<_>>().join(" "), "fn a() {} fn d() {} fn f() {}");
    }

    #[test]
    fn strings_are_found_outside_of_tests() {
        let text = "f(\"a\", r#\"b\"c\"#, b\"d\", '\"');\n#[cfg(test)]\nmod tests { f(\"e\") }\n// \"f\"\n";
        let strings = Source::new(text).strings(text);
        assert_eq!(strings, [(2, "a"), (7, "b\"c"), (18, "d")]);
    }

    #[test]
    fn words_are_whole() {
        let places = |code, word| places_of(code, word).collect::<Vec<_>>();
        assert_eq!(places("std::env::args", "std::env"), [0]);
        assert_eq!(places("std::environment, my_std::env", "std::env"), [] as [usize; 0]);
        assert_eq!(places("a.b!(c) xb!(d)", "b!"), [2]);
    }
}

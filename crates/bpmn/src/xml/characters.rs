//! Characters: which may stand in XML and in its names, references, ends of lines.

use super::{MAX_PROBLEMS, ProblemKind};
use std::borrow::Cow;

/// Whether a character may stand in XML 1.0 (section 2.2).
pub(super) const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// White space of XML.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// Whether a text is the name of an element or attribute, prefix included; a second colon is let pass.
pub(super) fn is_name(name: &str) -> bool {
    let part = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(begins_name) && chars.all(|c| c == ':' || continues_name(c))
    };
    match name.split_once(':') {
        Some((prefix, local)) => part(prefix) && part(local),
        None => part(name),
    }
}

/// Whether a text may be the identifier of an element: a name without a colon.
pub(crate) fn is_identifier(text: &str) -> bool {
    is_name(text) && !text.contains(':')
}

fn begins_name(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '_' => true,
        _ => {
            matches!(c, '\u{c0}'..='\u{2ff}' | '\u{370}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}'
            | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
            | '\u{10000}'..='\u{effff}')
                && !matches!(c, '\u{d7}' | '\u{f7}' | '\u{37e}')
        }
    }
}

fn continues_name(c: char) -> bool {
    begins_name(c)
        || matches!(c, '0'..='9' | '-' | '.' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

/// The character that a reference stands for, without its `&` and `;`.
pub(super) fn referred(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix('x') {
                Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => {
                    u32::from_str_radix(hex, 16).ok()?
                }
                None if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok()?,
                _ => return None,
            };
            Some(char::from_u32(code).unwrap_or('\u{ffff}'))
        }
    }
}

/// Adds what a reference stands for, or the reference itself where it stands for nothing.
pub(super) fn push_reference(into: &mut String, name: &str, problems: &mut Vec<ProblemKind>) {
    match referred(name) {
        Some(c) => push_allowed(into, c, problems),
        None => {
            let is_entity = is_name(name) && !name.contains(':');
            let entity = || ProblemKind::UnknownEntity { name: name.chars().take(40).collect() };
            note(problems, if is_entity { entity() } else { ProblemKind::BareAmpersand });
            into.push('&');
            push_text(into, name, problems);
            into.push(';');
        }
    }
}

/// Adds text as it stands in a file: ends of lines become `\n`, forbidden characters are replaced.
pub(super) fn push_text(into: &mut String, text: &str, problems: &mut Vec<ProblemKind>) {
    let plain = |b: u8| b >= b' ' && b != 0xef || matches!(b, b'\t' | b'\n');
    if text.bytes().all(plain) {
        into.push_str(text);
        return;
    }
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' {
            chars.next_if_eq(&'\n');
            into.push('\n');
        } else {
            push_allowed(into, c, problems);
        }
    }
}

/// Lists a problem; one too many is enough for the file to be given up.
fn note(problems: &mut Vec<ProblemKind>, kind: ProblemKind) {
    if problems.len() <= MAX_PROBLEMS {
        problems.push(kind);
    }
}

fn push_allowed(into: &mut String, c: char, problems: &mut Vec<ProblemKind>) {
    if is_allowed(c) {
        into.push(c);
    } else {
        note(problems, ProblemKind::ForbiddenCharacter { code: c as u32 });
        into.push('\u{fffd}');
    }
}

/// The value of an attribute as it stands in a file: references resolved, white space normalised (section 3.3.3).
pub(super) fn attribute_value(raw: &str, problems: &mut Vec<ProblemKind>) -> Box<str> {
    let mut value = String::with_capacity(raw.len());
    if raw.contains('<') {
        note(problems, ProblemKind::BareLess);
    }
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        push_spaced(&mut value, &rest[..at], problems);
        rest = &rest[at + 1..];
        match rest.find([';', '&']).filter(|&end| rest.as_bytes()[end] == b';') {
            Some(end) => {
                let mut resolved = String::new();
                push_reference(&mut resolved, &rest[..end], problems);
                // A reference that stands for nothing is text, and its white space is that of text.
                let literal = resolved.chars().count() > 1;
                value.push_str(&if literal { spaced(&resolved) } else { Cow::Borrowed(&*resolved) });
                rest = &rest[end + 1..];
            }
            None => {
                note(problems, ProblemKind::BareAmpersand);
                value.push('&');
            }
        }
    }
    push_spaced(&mut value, rest, problems);
    value.into()
}

fn push_spaced(into: &mut String, text: &str, problems: &mut Vec<ProblemKind>) {
    if text.bytes().any(|b| b < b' ') {
        let mut clean = String::new();
        push_text(&mut clean, text, problems);
        into.push_str(&spaced(&clean));
    } else {
        push_text(into, text, problems);
    }
}

fn spaced(text: &str) -> Cow<'_, str> {
    if text.contains(['\t', '\n']) { text.replace(['\t', '\n'], " ").into() } else { text.into() }
}

//! What people write, checked and tidied before it becomes part of an event.

use crate::refusal::{Refusal, What, Why};

/// One line: not empty, without space around it.
pub fn line(what: What, text: &str, limit: usize) -> Result<String, Refusal> {
    let text = text.trim();
    check(what, text, limit, |_| false)?;
    if text.is_empty() { Err(Refusal::Invalid { what, why: Why::Empty }) } else { Ok(text.to_owned()) }
}

/// Lines of text that may be none. Browsers send CR LF; it is kept as LF, so that what was not edited is unchanged.
pub fn lines(what: What, text: &str, limit: usize) -> Result<String, Refusal> {
    // A text of CR LF only shrinks, to half its length at most.
    too_long(what, text.len() / 8, limit)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_end();
    check(what, text, limit, |c| matches!(c, '\n' | '\t'))?;
    Ok(text.to_owned())
}

/// Lines of text, not all of them empty.
pub fn some_lines(what: What, text: &str, limit: usize) -> Result<String, Refusal> {
    let text = lines(what, text, limit)?;
    if text.is_empty() { Err(Refusal::Invalid { what, why: Why::Empty }) } else { Ok(text) }
}

/// Control characters are refused: no page shows them, and not every store takes them.
fn check(what: What, text: &str, limit: usize, also: fn(char) -> bool) -> Result<(), Refusal> {
    too_long(what, text.len() / 4, limit)?;
    too_long(what, text.chars().count(), limit)?;
    if text.chars().any(|c| c.is_control() && !also(c)) {
        return Err(Refusal::Invalid { what, why: Why::Character });
    }
    Ok(())
}

fn too_long(what: What, length: usize, limit: usize) -> Result<(), Refusal> {
    if length > limit { Err(Refusal::TooLong { what, limit }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_checked() {
        assert_eq!(line(What::Title, "  Нет связи ", 9), Ok("Нет связи".to_owned()));
        assert_eq!(line(What::Title, "Нет связи!", 9), Err(Refusal::TooLong { what: What::Title, limit: 9 }));
        assert_eq!(
            line(What::Title, " \u{3000}\n", 9),
            Err(Refusal::Invalid { what: What::Title, why: Why::Empty })
        );
        for bad in ["a\nb", "a\tb", "a\0b", "a\u{85}b"] {
            assert_eq!(
                line(What::Title, bad, 9),
                Err(Refusal::Invalid { what: What::Title, why: Why::Character })
            );
        }
    }

    #[test]
    fn lines_end_as_one_system_ends_them() {
        assert_eq!(lines(What::Text, "a\r\n\r\n\tb\rc \r\n", 99), Ok("a\n\n\tb\nc".to_owned()));
        assert_eq!(lines(What::Text, "\r\n", 99), Ok(String::new()));
        assert_eq!(lines(What::Text, &"a\r\n".repeat(50), 99), Ok("a\n".repeat(50).trim_end().to_owned()));
        assert_eq!(
            lines(What::Text, "a\0", 99),
            Err(Refusal::Invalid { what: What::Text, why: Why::Character })
        );
        assert_eq!(
            lines(What::Text, &"\r\n".repeat(500), 99),
            Err(Refusal::TooLong { what: What::Text, limit: 99 })
        );
        assert_eq!(
            some_lines(What::Text, "\n", 9),
            Err(Refusal::Invalid { what: What::Text, why: Why::Empty })
        );
    }
}

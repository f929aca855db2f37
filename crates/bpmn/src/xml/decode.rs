//! From bytes to text: byte order marks, declared encodings, and files that declare a wrong one.

use super::{Place, Problem, ProblemKind};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The text of a file, and what was wrong with its encoding.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<Problem>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_in(encoding, &bytes[mark..]);
    }
    match bytes {
        [b'<', 0, ..] => return decode_in(UTF_16LE, bytes),
        [0, b'<', ..] => return decode_in(UTF_16BE, bytes),
        _ => {}
    }
    let Some(label) = declared(bytes) else {
        return decode_in(UTF_8, bytes);
    };
    let encoding = Encoding::for_label(label.as_bytes());
    match encoding {
        // A file whose first bytes could be read is in no encoding of two bytes a character.
        Some(encoding) if encoding != UTF_16LE && encoding != UTF_16BE => decode_in(encoding, bytes),
        _ => {
            let (text, problem) = decode_in(UTF_8, bytes);
            let kind = ProblemKind::WrongEncoding { label, used: UTF_8.name() };
            (text, problem.or(Some(Problem { place: Place { line: 1, column: 1 }, kind })))
        }
    }
}

fn decode_in<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> (Cow<'a, str>, Option<Problem>) {
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    let problem = malformed.then(|| {
        let at = text.find('\u{fffd}').unwrap_or(0);
        let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[..at].matches('\n').count() + 1;
        let column = text[line_start..at].chars().count() + 1;
        Problem {
            place: Place { line: line as u32, column: column as u32 },
            kind: ProblemKind::Undecodable { encoding: encoding.name() },
        }
    });
    (text, problem)
}

/// The encoding that the XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(512)];
    let end = head.windows(2).position(|pair| pair == b"?>")?;
    let declaration = head[..end].strip_prefix(b"<?xml")?;
    // `<?xmlish …?>` is an instruction for somebody else.
    let text =
        std::str::from_utf8(declaration).ok().filter(|text| text.starts_with([' ', '\t', '\r', '\n']))?;
    let value =
        text[text.find("encoding")? + "encoding".len()..].trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split(quote).next().map(str::to_owned)
}

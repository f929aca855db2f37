//! Text in other encodings, turned into UTF-8 while it is read.

use std::io::{self, Read};
use std::ops::Range;

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::ReadError;

/// Turns a file's text into UTF-8. A byte order mark decides; else `encoding`, by its web name (`windows-1251`,
/// `iso-8859-2`, `gb18030`, `utf-16le` …); else UTF-16 is known by the zero in its first character; without any of these
/// the bytes pass unchanged.
///
/// Bytes that have no meaning in another encoding become U+FFFD. UTF-8 passes unchanged, named or not: whoever reads it
/// checks it, and can then say on which line it is broken.
///
/// # Errors
/// [`ReadError::UnknownEncoding`], also for those that the Encoding Standard knows by name and reads no text in
/// (`iso-2022-kr`, `hz-gb-2312`); or a failure to read the first bytes.
pub fn decoded<'a>(
    mut reader: impl Read + 'a,
    encoding: Option<&str>,
) -> Result<Box<dyn Read + 'a>, ReadError> {
    let named = match encoding {
        Some(name) => {
            let found = Encoding::for_label_no_replacement(name.as_bytes());
            Some(found.ok_or_else(|| ReadError::UnknownEncoding(name.to_owned()))?)
        }
        None => None,
    };
    let mut start = Vec::with_capacity(3);
    reader.by_ref().take(3).read_to_end(&mut start).map_err(ReadError::from_io)?;
    let marked = Encoding::for_bom(&start).map(|(encoding, _)| encoding);
    let zeroed = match start.as_slice() {
        [1..=255, 0, ..] => Some(UTF_16LE),
        [0, 1..=255, ..] => Some(UTF_16BE),
        _ => None,
    };
    let reader = io::Cursor::new(start).chain(reader);
    match marked.or(named).or(zeroed) {
        None => Ok(Box::new(reader)),
        Some(encoding) if encoding == UTF_8 => Ok(Box::new(reader)),
        Some(encoding) => Ok(Box::new(Decoding {
            reader,
            decoder: encoding.new_decoder_with_bom_removal(),
            input: vec![0; CHUNK_BYTES],
            undecoded: 0..0,
            output: vec![0; 2 * CHUNK_BYTES],
            decoded: 0..0,
            state: State::Reading,
        })),
    }
}

const CHUNK_BYTES: usize = 16 * 1024;

struct Decoding<R> {
    reader: R,
    decoder: Decoder,
    input: Vec<u8>,
    undecoded: Range<usize>,
    output: Vec<u8>,
    decoded: Range<usize>,
    state: State,
}

#[derive(PartialEq, Eq)]
enum State {
    Reading,
    LastChunk,
    Finished,
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.decoded.is_empty() && self.state != State::Finished {
            self.decode_some()?;
        }
        let n = self.decoded.len().min(buffer.len());
        buffer[..n].copy_from_slice(&self.output[self.decoded.start..self.decoded.start + n]);
        self.decoded.start += n;
        Ok(n)
    }
}

impl<R: Read> Decoding<R> {
    fn decode_some(&mut self) -> io::Result<()> {
        if self.undecoded.is_empty() && self.state == State::Reading {
            let read = self.reader.read(&mut self.input)?;
            self.undecoded = 0..read;
            if read == 0 {
                self.state = State::LastChunk;
            }
        }
        let input = &self.input[self.undecoded.clone()];
        let last = self.state == State::LastChunk;
        let (result, read, written, _) = self.decoder.decode_to_utf8(input, &mut self.output, last);
        self.undecoded.start += read;
        self.decoded = 0..written;
        if last && result == CoderResult::InputEmpty {
            self.state = State::Finished;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], encoding: Option<&str>) -> Result<String, ReadError> {
        let mut text = String::new();
        decoded(bytes, encoding)?.read_to_string(&mut text).map_err(ReadError::from_io)?;
        Ok(text)
    }

    #[test]
    fn a_named_encoding_is_read() {
        let bytes = b"\xcf\xee\xf0\xfa\xf7\xea\xe0";
        assert_eq!(text(bytes, Some("windows-1251")).unwrap(), "Поръчка");
    }

    #[test]
    fn a_byte_order_mark_wins_over_the_name() {
        let utf16: Vec<u8> = "\u{feff}żółć".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&utf16, Some("utf-8")).unwrap(), "żółć");
        assert_eq!(text(&utf16, None).unwrap(), "żółć");
    }

    #[test]
    fn utf_16_is_known_without_a_mark() {
        let (le, be): (Vec<u8>, Vec<u8>) = (
            "case,żółć".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "case,żółć".encode_utf16().flat_map(u16::to_be_bytes).collect(),
        );
        assert_eq!(text(&le, None).unwrap(), "case,żółć");
        assert_eq!(text(&be, None).unwrap(), "case,żółć");
    }

    #[test]
    fn text_longer_than_every_buffer_arrives_whole() {
        let long = "я订单 ".repeat(50_000);
        let (bytes, ..) = Encoding::for_label(b"gb18030").unwrap().encode(&long);
        assert_eq!(text(&bytes, Some("gb18030")).unwrap(), long);
    }

    #[test]
    fn an_unknown_name_is_an_error() {
        for name in ["klingon", "", "iso-2022-kr", "hz-gb-2312", "replacement"] {
            assert!(matches!(text(b"a", Some(name)), Err(ReadError::UnknownEncoding(_))), "{name}");
        }
    }

    #[test]
    fn only_text_that_is_decoded_has_its_broken_bytes_replaced() {
        assert_eq!(text(b"a\xffb", Some("gb18030")).unwrap(), "a\u{fffd}b");
        assert!(text(b"a\xffb", Some("utf-8")).is_err());
    }

    #[test]
    fn without_a_name_bytes_pass_unchanged() {
        let mut bytes = Vec::new();
        decoded(b"a\xff".as_slice(), None).unwrap().read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, b"a\xff");
    }
}

//! Files packed as gzip or zip, opened by what they are and not by what they are called.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::Crc;
use flate2::read::{DeflateDecoder, MultiGzDecoder};
use zip::{CompressionMethod, ZipArchive};

use crate::{Limits, ReadError};

/// Bytes that may be unpacked before the ratio is looked at: small files of blanks pack very well.
const RATIO_FREE_BYTES: u64 = 64 << 20;

const GZIP: &[u8] = b"\x1f\x8b";
const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";

/// A reader that can go back, as a file can: zip archives have their table at the end.
pub trait Seekable: Read + Seek {}

impl<T: Read + Seek> Seekable for T {}

/// The content of a file, unpacked where it is gzip or zip. `entry` names the file within a zip archive; it may be left
/// out where there is only one. Only a zip archive is ever sought in, so that the file may be a named pipe or a device.
///
/// # Errors
/// A broken or locked archive, an entry that is not there; while reading, more than
/// [`Limits::unpacked_bytes`] or [`Limits::unpack_ratio`], or a checksum that does not agree.
pub fn unpack<'a>(
    mut file: impl Seekable + 'a,
    entry: Option<&str>,
    limits: &Limits,
) -> Result<Box<dyn Read + 'a>, ReadError> {
    let start = first_bytes(&mut file)?;
    if start == ZIP || start == EMPTY_ZIP {
        file.rewind().map_err(|error| match error.kind() {
            io::ErrorKind::NotSeekable => ReadError::ZipOnPipe,
            _ => ReadError::Io(error),
        })?;
        return open_zip(file, entry, limits);
    }
    Ok(plain_or_gunzipped(start, file, limits))
}

/// The content of a pipe, unpacked where it is gzip.
///
/// # Errors
/// A zip archive, which cannot be read from a pipe; else as [`unpack`].
pub fn unpack_stream<'a>(mut pipe: impl Read + 'a, limits: &Limits) -> Result<Box<dyn Read + 'a>, ReadError> {
    let start = first_bytes(&mut pipe)?;
    if start == ZIP || start == EMPTY_ZIP {
        return Err(ReadError::ZipOnPipe);
    }
    Ok(plain_or_gunzipped(start, pipe, limits))
}

fn first_bytes(reader: &mut impl Read) -> Result<Vec<u8>, ReadError> {
    let mut start = Vec::with_capacity(4);
    reader.take(4).read_to_end(&mut start).map_err(ReadError::Io)?;
    Ok(start)
}

fn plain_or_gunzipped<'a>(start: Vec<u8>, rest: impl Read + 'a, limits: &Limits) -> Box<dyn Read + 'a> {
    let packed = start.starts_with(GZIP);
    let whole = io::Cursor::new(start).chain(rest);
    if packed { Box::new(gunzip(whole, *limits)) } else { Box::new(whole) }
}

fn gunzip<R: Read>(packed: R, limits: Limits) -> impl Read {
    let inner = MultiGzDecoder::new(Counted { reader: packed, bytes: 0 });
    Limited { inner, packed_bytes: |d: &MultiGzDecoder<Counted<R>>| d.get_ref().bytes, bytes: 0, limits }
}

fn open_zip<'a>(
    file: impl Seekable + 'a,
    entry: Option<&str>,
    limits: &Limits,
) -> Result<Box<dyn Read + 'a>, ReadError> {
    let broken = |error: zip::result::ZipError| ReadError::ZipBroken(error.to_string());
    let mut archive = ZipArchive::new(file).map_err(broken)?;
    let number = choose_entry(&archive, entry)?;
    let (start, packed_bytes, method, checksum) = {
        let within = archive.by_index_raw(number).map_err(broken)?;
        if within.encrypted() {
            return Err(ReadError::ZipLocked);
        }
        let start = within.data_start().ok_or_else(|| ReadError::ZipBroken("an entry has no data".into()))?;
        (start, within.compressed_size(), within.compression(), within.crc32())
    };
    let mut file = archive.into_inner();
    file.seek(SeekFrom::Start(start)).map_err(ReadError::Io)?;
    let packed = file.take(packed_bytes);
    match method {
        CompressionMethod::Stored => Ok(Box::new(Checked::new(packed, checksum))),
        CompressionMethod::Deflated => {
            let inner = DeflateDecoder::new(packed);
            let limited = Limited {
                inner,
                packed_bytes: |d: &DeflateDecoder<_>| d.total_in(),
                bytes: 0,
                limits: *limits,
            };
            Ok(Box::new(Checked::new(limited, checksum)))
        }
        other => Err(ReadError::ZipMethod(other.to_string())),
    }
}

/// The number of the entry that is named, or of the only one; folders and what macOS adds do not count.
fn choose_entry<R: Seekable>(archive: &ZipArchive<R>, entry: Option<&str>) -> Result<usize, ReadError> {
    let names: Vec<(usize, String)> = (0..archive.len())
        .filter_map(|i| Some((i, archive.name_for_index(i)?.ok()?.into_owned())))
        .filter(|(_, name)| !name.ends_with('/') && !name.starts_with("__MACOSX/"))
        .collect();
    if entry.is_none() && names.iter().any(|(_, name)| name == "[Content_Types].xml") {
        return Err(ReadError::Workbook);
    }
    let chosen = match entry {
        Some(entry) => names.iter().find(|(_, name)| name == entry),
        None if names.len() == 1 => names.first(),
        None => None,
    };
    chosen.map(|(number, _)| *number).ok_or_else(|| ReadError::ZipEntry {
        found: names.iter().take(20).map(|(_, name)| name.clone()).collect(),
    })
}

/// Counts what passes.
struct Counted<R> {
    reader: R,
    bytes: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.bytes += read as u64;
        Ok(read)
    }
}

/// Stops a decoder that gives too much.
struct Limited<D, F> {
    inner: D,
    packed_bytes: F,
    bytes: u64,
    limits: Limits,
}

impl<D: Read, F: Fn(&D) -> u64> Read for Limited<D, F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.bytes += read as u64;
        if self.bytes > self.limits.unpacked_bytes {
            return Err(ReadError::UnpackedTooLarge { limit: self.limits.unpacked_bytes }.into());
        }
        let allowed = (self.packed_bytes)(&self.inner).saturating_mul(self.limits.unpack_ratio);
        if self.bytes > RATIO_FREE_BYTES && self.bytes > allowed {
            return Err(ReadError::UnpackRatio { ratio: self.limits.unpack_ratio }.into());
        }
        Ok(read)
    }
}

/// Compares the checksum of a zip entry when its end is reached.
struct Checked<R> {
    inner: R,
    crc: Crc,
    expected: u32,
}

impl<R> Checked<R> {
    fn new(inner: R, expected: u32) -> Self {
        Self { inner, crc: Crc::new(), expected }
    }
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.crc.update(&buffer[..read]);
        if read == 0 && !buffer.is_empty() && self.crc.sum() != self.expected {
            return Err(ReadError::ZipBroken("its checksum does not agree".into()).into());
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn gzip(content: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(content).unwrap();
        packer.finish().unwrap()
    }

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut packer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            packer
                .start_file(
                    *name,
                    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated),
                )
                .unwrap();
            packer.write_all(content).unwrap();
        }
        packer.finish().unwrap().into_inner()
    }

    fn content(file: &[u8], entry: Option<&str>) -> Result<Vec<u8>, ReadError> {
        let mut content = Vec::new();
        unpack(Cursor::new(file), entry, &Limits::default())?
            .read_to_end(&mut content)
            .map_err(ReadError::from_io)?;
        Ok(content)
    }

    #[test]
    fn plain_gzip_and_zip_give_the_same() {
        let text = b"case,activity\n1,Order\n";
        assert_eq!(content(text, None).unwrap(), text);
        assert_eq!(content(&gzip(text), None).unwrap(), text);
        assert_eq!(content(&[gzip(text), gzip(b"2,Pay\n")].concat(), None).unwrap().len(), text.len() + 6);
        assert_eq!(
            content(&zipped(&[("log/log.csv", text), ("__MACOSX/log.csv", b"x")]), None).unwrap(),
            text
        );
        let mut piped = Vec::new();
        unpack_stream(gzip(text).as_slice(), &Limits::default()).unwrap().read_to_end(&mut piped).unwrap();
        assert_eq!(piped, text);
    }

    /// A pipe that was opened by its path.
    struct NamedPipe<'a>(&'a [u8]);

    impl Read for NamedPipe<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0.read(buffer)
        }
    }

    impl Seek for NamedPipe<'_> {
        fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
            Err(io::ErrorKind::NotSeekable.into())
        }
    }

    #[test]
    fn a_file_that_cannot_go_back_is_read_like_a_pipe() {
        let text = b"case,activity\n1,Order\n";
        for file in [text.to_vec(), gzip(text)] {
            let mut content = Vec::new();
            let mut reader = unpack(NamedPipe(&file), None, &Limits::default()).unwrap();
            reader.read_to_end(&mut content).unwrap();
            assert_eq!(content, text);
        }
        let archive = zipped(&[("log.csv", text)]);
        let refused = unpack(NamedPipe(&archive), None, &Limits::default());
        assert!(matches!(refused, Err(ReadError::ZipOnPipe)));
    }

    #[test]
    fn an_archive_of_several_files_wants_a_name() {
        let file = zipped(&[("a.csv", b"a"), ("b.csv", b"b")]);
        assert!(
            matches!(content(&file, None), Err(ReadError::ZipEntry { found }) if found == ["a.csv", "b.csv"])
        );
        assert_eq!(content(&file, Some("b.csv")).unwrap(), b"b");
        assert!(
            matches!(content(&zipped(&[]), None), Err(ReadError::ZipEntry { found }) if found.is_empty())
        );
    }

    #[test]
    fn a_workbook_is_called_what_it_is() {
        let file =
            zipped(&[("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", b"<worksheet/>")]);
        assert!(matches!(content(&file, None), Err(ReadError::Workbook)));
    }

    #[test]
    fn broken_archives_are_errors() {
        let mut file = zipped(&[("a.csv", &b"case,activity\n".repeat(100))]);
        assert!(matches!(content(&file[..file.len() / 2], None), Err(ReadError::ZipBroken(_))));
        let start = 30 + "a.csv".len();
        file[start + 3] ^= 0x55;
        assert!(content(&file, None).is_err());
        let gz = gzip(&b"case,activity\n".repeat(100));
        assert!(matches!(content(&gz[..gz.len() / 2], None), Err(ReadError::Io(_))));
        assert!(matches!(unpack_stream(file.as_slice(), &Limits::default()), Err(ReadError::ZipOnPipe)));
    }

    #[test]
    fn a_bomb_is_stopped_by_its_ratio_long_before_it_fills_anything() {
        let row = b"1,Order placed,2026-01-01\n".repeat(40_000);
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        for _ in 0..150 {
            packer.write_all(&row).unwrap();
        }
        let bomb = packer.finish().unwrap();
        let mut reader = unpack(Cursor::new(&bomb), None, &Limits::default()).unwrap();
        let error = ReadError::from_io(io::copy(&mut reader, &mut io::sink()).unwrap_err());
        assert!(matches!(error, ReadError::UnpackRatio { ratio: 200 }), "{error}");
    }

    #[test]
    fn what_unpacks_to_more_than_the_limit_is_stopped() {
        let limits = Limits { unpacked_bytes: 1000, ..Limits::default() };
        let mut reader = unpack(Cursor::new(gzip(&[b'x'; 2000])), None, &limits).unwrap();
        let error = ReadError::from_io(io::copy(&mut reader, &mut io::sink()).unwrap_err());
        assert!(matches!(error, ReadError::UnpackedTooLarge { limit: 1000 }), "{error}");
    }
}

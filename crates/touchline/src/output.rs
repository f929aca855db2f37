//! What leaves the program: lines to people, results to scripts, files.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use language::Language;

use crate::failure::Failure;

/// Says a line on standard error. Nobody is told if nobody listens there.
pub fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "{}", harmless(line));
}

/// Writes a result on standard output, with a line end behind it.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush())
        .map_err(Failure::of_output)
}

/// Lines for people, as [`print`](fn@print) writes them.
pub fn print_lines(lines: &[String]) -> Result<(), Failure> {
    print(&lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n"))
}

/// Text from strangers' files, as it is shown: control characters could steer a terminal.
fn harmless(line: &str) -> String {
    line.replace(char::is_control, "\u{fffd}")
}

/// Writes a file's bytes on standard output, as they are.
pub fn write(content: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(content).and_then(|()| out.flush()).map_err(Failure::of_output)
}

/// A slip of the hand must not cost anyone their data: what is written may not be what is read.
pub fn replaces_nothing_read(
    language: Language,
    out: &Path,
    mut read: impl Iterator<Item = PathBuf>,
) -> Result<(), Failure> {
    let Ok(out) = out.canonicalize() else { return Ok(()) };
    match read.find(|file| file.canonicalize().is_ok_and(|file| file == out)) {
        None => Ok(()),
        Some(file) => {
            let values = &[("file", file.display().to_string().into())];
            Err(Failure::Use(vec![language.text_with("usage-out-is-input", values)]))
        }
    }
}

/// Writes a file whole or not at all: beside its place first, then into it. What was there before is replaced.
pub fn write_file(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let failed = |error| Failure::Output { place: path.display().to_string(), error };
    // What a link points to is replaced, not the link; what is no plain file cannot be replaced, only written to.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&target) {
        Ok(found) if !found.is_file() && !found.is_dir() => fs::write(&target, content).map_err(failed),
        _ => replace(&target, content).map_err(failed),
    }
}

fn replace(target: &Path, content: &[u8]) -> io::Result<()> {
    let beside = beside(target).ok_or(io::ErrorKind::IsADirectory)?;
    let written = File::create(&beside).and_then(|mut file| {
        file.write_all(content)?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&beside, target));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

/// Where a file is written before it comes into its place.
pub fn beside(target: &Path) -> Option<PathBuf> {
    let mut name = std::ffi::OsString::from(".");
    name.push(target.file_name()?);
    name.push(format!(".{}.part", std::process::id()));
    Some(target.with_file_name(name))
}

/// Rows of a number and a text: numbers flush right, as wide as the widest.
pub fn table(rows: &[[String; 2]]) -> Vec<String> {
    let widest = rows.iter().map(|[number, _]| number.chars().count()).max().unwrap_or(0);
    rows.iter().map(|[number, text]| format!("  {number:>widest$}  {text}")).collect()
}

/// Rows of a place and a text: texts below each other, two blanks behind the widest place.
pub fn columns(rows: &[[String; 2]]) -> Vec<String> {
    let widest = rows.iter().map(|[place, _]| place.chars().count()).max().unwrap_or(0);
    rows.iter().map(|[place, text]| format!("  {place:<widest$}  {text}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strangers_text_cannot_steer_the_terminal() {
        assert_eq!(harmless("a\u{1b}[2Jb\tc\r"), "a\u{fffd}[2Jb\u{fffd}c\u{fffd}");
    }

    #[test]
    fn numbers_stand_below_each_other() {
        let rows = [["1,000".into(), "a".into()], ["20".into(), "b".into()]];
        assert_eq!(table(&rows), ["  1,000  a", "     20  b"]);
        assert_eq!(columns(&rows), ["  1,000  a", "  20     b"]);
    }
}

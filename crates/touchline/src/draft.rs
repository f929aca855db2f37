//! A file that is written bit by bit beside its place, and comes into it at the end or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::output;

/// What is being written; it goes with its value unless it is [kept](Self::keep).
pub struct Draft {
    target: PathBuf,
    /// None where the target is written to itself, as it is no plain file.
    beside: Option<PathBuf>,
    out: BufWriter<File>,
}

impl Draft {
    /// Begins a file; what is in its place stays until it is kept.
    pub fn begin(place: &Path) -> Result<Self, Failure> {
        let failed = |error| Failure::Output { place: place.display().to_string(), error };
        // What a link points to is replaced, not the link.
        let target = place.canonicalize().unwrap_or_else(|_| place.to_owned());
        let is_special = fs::metadata(&target).is_ok_and(|found| !found.is_file() && !found.is_dir());
        let beside = if is_special {
            None
        } else {
            Some(output::beside(&target).ok_or_else(|| failed(io::ErrorKind::IsADirectory.into()))?)
        };
        let file = match &beside {
            Some(beside) => File::create(beside),
            None => fs::OpenOptions::new().write(true).open(&target),
        };
        Ok(Self { out: BufWriter::new(file.map_err(failed)?), beside, target })
    }

    /// Puts it into its place.
    pub fn keep(mut self) -> io::Result<()> {
        self.out.flush()?;
        if let Some(beside) = &self.beside {
            self.out.get_ref().sync_all()?;
            fs::rename(beside, &self.target)?;
            self.beside = None;
        }
        Ok(())
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            let _ = fs::remove_file(beside);
        }
    }
}

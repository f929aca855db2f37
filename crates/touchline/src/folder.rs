//! The data folder of a report: the only place its spec can read from.

use std::fs::File;
use std::io;
use std::path::{Component, Path, PathBuf};

use eventlog::{ReadError, Seekable};
use report::{FileError, Files, wording};

use crate::progress;
use language::Language;

/// Files below a folder.
pub struct Folder(pub PathBuf);

/// A path that leads out of the folder.
#[derive(Debug)]
struct Outside;

impl std::fmt::Display for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the path leads out of the data folder")
    }
}

impl std::error::Error for Outside {}

impl Files for Folder {
    fn open(&self, path: &str) -> io::Result<Box<dyn Seekable + '_>> {
        let within = |part| matches!(part, Component::Normal(_) | Component::CurDir);
        if !Path::new(path).components().all(within) {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, Outside));
        }
        Ok(progress::watched(File::open(self.0.join(path))?))
    }
}

impl Folder {
    /// What is said of a file that stopped the report.
    pub fn wording(&self, language: Language, failed: &FileError) -> String {
        let path = match &failed.error {
            ReadError::Io(error) if leads_outside(error) => {
                let why = language.text("outside-folder");
                return format!("{}: {why}", failed.path);
            }
            // Written as the shell would find it.
            _ => self.0.join(&failed.path).display().to_string(),
        };
        wording::placed_read_error(language, &path, &failed.error)
    }
}

fn leads_outside(error: &io::Error) -> bool {
    error.get_ref().and_then(|inner| inner.downcast_ref::<Outside>()).is_some()
}

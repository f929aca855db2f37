//! Copies of a database: a file that holds everything, and back again.
//!
//! A file is written beside its place and then moved there, so that it is whole or not there.

use crate::carry::carry;
use crate::database::PATIENCE;
use crate::examine::check_copy;
use crate::sqlite::File;
use crate::{Database, Error, Location};
use std::io;
use std::path::{Path, PathBuf};

impl Database {
    /// Writes everything, as it is at one moment, into a new SQLite file, while others go on working.
    ///
    /// # Errors
    ///
    /// [`Error::Occupied`], if the file is there already; else what the database says.
    pub async fn copy_to(&self, file: &Path) -> Result<(), Error> {
        if file.exists() {
            return Err(Error::Occupied(file.display().to_string()));
        }
        let part = Part::beside(file)?;
        match self.location() {
            Location::File(own) => {
                // A connection of its own: those that read may write nowhere.
                let connection = File::open(own, PATIENCE)?;
                connection.run("vacuum into $1", &[part.0.display().to_string().into()], false)?;
                connection.close()?;
            }
            Location::Server(_) => {
                let target = Self::open(Location::File(part.0.clone())).await?;
                let from = self.read().await?;
                let place = file.display().to_string();
                let carried =
                    target.write(move |tx| Box::pin(async move { carry(from, tx, &place).await })).await;
                target.close().await;
                carried?;
            }
        }
        part.becomes(file)
    }

    /// Fills an empty database from a file that [`copy_to`](Self::copy_to) wrote, and leaves that as it is.
    ///
    /// # Errors
    ///
    /// [`Error::Foreign`] and [`Error::Damaged`] for other files, [`Error::Newer`], [`Error::Occupied`] if there is
    /// data already.
    pub async fn restore(location: Location, file: &Path) -> Result<(), Error> {
        check_copy(file)?;
        match &location {
            Location::File(own) => restore_file(own, file).await,
            Location::Server(_) => restore_server(location, file).await,
        }
    }
}

async fn restore_file(own: &Path, file: &Path) -> Result<(), Error> {
    // What SQLite had not yet brought into a file that is gone would be brought into this one.
    let with = |ending: &str| PathBuf::from(format!("{}{ending}", own.display()));
    if own.exists() || with("-wal").exists() {
        return Err(Error::Occupied(own.display().to_string()));
    }
    let part = Part::beside(own)?;
    std::fs::copy(file, &part.0).map_err(|source| Error::Folder { path: part.0.clone(), source })?;
    // What an older program wrote is brought up to date before it is there.
    Database::open(Location::File(part.0.clone())).await?.close().await;
    part.becomes(own)
}

async fn restore_server(location: Location, file: &Path) -> Result<(), Error> {
    let place = location.shown();
    // A copy of the copy is brought up to date, and read.
    let part = Part::beside(file)?;
    std::fs::copy(file, &part.0).map_err(|source| Error::Folder { path: part.0.clone(), source })?;
    let source = Database::open(Location::File(part.0.clone())).await?;
    let target = Database::open(location).await?;
    let from = source.read().await?;
    let carried = target.write(move |tx| Box::pin(async move { carry(from, tx, &place).await })).await;
    source.close().await;
    target.close().await;
    carried
}

/// A file on its way to its place, deleted with all that belongs to it if it does not get there.
struct Part(PathBuf);

impl Part {
    /// Beside the place of `file`, in a folder that is made if it is not there; one that was left there by a program that was killed goes away.
    fn beside(file: &Path) -> Result<Self, Error> {
        let folder = folder_of(file);
        std::fs::create_dir_all(folder).map_err(|source| Error::Folder { path: folder.into(), source })?;
        let part = Self(PathBuf::from(format!("{}.part", file.display())));
        match std::fs::remove_file(&part.0) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                Err(Error::Folder { path: part.0.clone(), source })
            }
            _ => Ok(part),
        }
    }

    /// Moves to its place, and is on the disk then.
    fn becomes(self, file: &Path) -> Result<(), Error> {
        std::fs::File::open(&self.0)
            .and_then(|part| part.sync_all())
            .and_then(|()| std::fs::rename(&self.0, file))
            .and_then(|()| sync_folder(folder_of(file)))
            .map_err(|source| Error::Folder { path: file.into(), source })
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm"] {
            // What is not there need not go.
            let _ = std::fs::remove_file(format!("{}{ending}", self.0.display()));
        }
    }
}

/// The folder that a file is in.
fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Waits until the names in a folder are on the disk, where folders can be asked for that.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { std::fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

//! Where a database lies.

use crate::Error;
use std::path::{Path, PathBuf};

/// The file of an embedded database, in the data folder.
const FILE: &str = "touchline.db";

/// Which of the two it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// SQLite, embedded.
    Sqlite,
    /// PostgreSQL, a server that several nodes share.
    Postgres,
}

/// Where a database lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A file.
    File(PathBuf),
    /// The address of a PostgreSQL database.
    Server(String),
}

impl Location {
    /// The database of an installation: at `address` if one is given, else in the data folder.
    ///
    /// # Errors
    ///
    /// [`Error::Address`], if it is no address of PostgreSQL.
    pub fn of(folder: &Path, address: Option<&str>) -> Result<Self, Error> {
        match address {
            None => Ok(Self::File(folder.join(FILE))),
            Some(address) if address.starts_with("postgres://") || address.starts_with("postgresql://") => {
                Ok(Self::Server(address.to_owned()))
            }
            Some(address) => Err(Error::Address(hidden(address))),
        }
    }

    /// Which of the two it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::File(_) => Kind::Sqlite,
            Self::Server(_) => Kind::Postgres,
        }
    }

    /// The place in words, without a password.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Server(address) => hidden(address),
        }
    }
}

/// The address without the password in it.
fn hidden(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let Some((user, place)) = rest.rsplit_once('@') else { return address.to_owned() };
    let user = user.split(':').next().unwrap_or_default();
    format!("{scheme}://{user}@{place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        let shown = |address: &str| Location::Server(address.into()).shown();
        assert_eq!(
            shown("postgres://anna:s3cret@db.example/touchline"),
            "postgres://anna@db.example/touchline"
        );
        assert_eq!(shown("postgres://db.example/touchline"), "postgres://db.example/touchline");
        let wrong = Location::of(Path::new("."), Some("mysql://anna:s3cret@db.example/x")).unwrap_err();
        assert!(!wrong.to_string().contains("s3cret"), "{wrong}");
    }

    #[test]
    fn without_an_address_it_is_a_file_in_the_folder() {
        let file = Location::of(Path::new("data"), None).unwrap();
        assert_eq!((file.kind(), file.shown()), (Kind::Sqlite, format!("data/{FILE}")));
    }
}

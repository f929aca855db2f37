//! An installation on the command line: where it lies, how it is opened, and what is said when that fails.

use crate::args::InstallationArgs;
use crate::failure::Failure;
use app::web::Problem;
use app::{App, Config};
use db::Location;
use language::Language;
use std::num::NonZero;
use std::path::Path;

/// Where the installation lies.
pub fn location(language: Language, args: &InstallationArgs) -> Result<Location, Failure> {
    at(language, &args.data, args.database.as_deref())
}

/// Where an installation lies, by its folder or its database.
pub fn at(language: Language, data: &Path, database: Option<&str>) -> Result<Location, Failure> {
    Location::of(data, database).map_err(|error| failure(language, &error))
}

/// Opens an installation that is to be there already.
pub async fn existing(language: Language, args: &InstallationArgs) -> Result<App, Failure> {
    let location = location(language, args)?;
    if let Location::File(file) = &location
        && !file.exists()
    {
        let place = location.shown();
        return Err(Failure::input(language.text_with("installation-missing", &[("place", place.into())])));
    }
    open(language, location).await
}

/// Opens an installation, which is made if it is not there yet.
pub async fn open(language: Language, location: Location) -> Result<App, Failure> {
    App::open(location, Config::default()).await.map_err(|error| failure(language, &error))
}

/// Runs what waits for the database.
pub fn block_on<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    // Statements of SQLite run on the threads that answer, so there are as many more of those.
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(cores + db::THREADS).enable_all().build();
    match runtime {
        Ok(runtime) => runtime.block_on(work),
        Err(error) => Err(Failure::Output { place: "tokio".to_owned(), error }),
    }
}

/// A fault of the database, said.
pub fn failure(language: Language, error: &db::Error) -> Failure {
    use db::Error;
    let place = |path: &Path| path.display().to_string();
    let line = match error {
        Error::Folder { path, source } => language.text_with(
            "database-folder",
            &[("path", place(path).into()), ("why", report::wording::io_error(language, source).into())],
        ),
        Error::Address(address) => language.text_with("database-address", &[("address", address.into())]),
        Error::Newer { found, known } => language.text_with(
            "database-newer",
            &[("found", found.to_string().into()), ("known", known.to_string().into())],
        ),
        Error::Foreign(path) => language.text_with("database-foreign", &[("path", place(path).into())]),
        Error::Damaged { path, what } => {
            language.text_with("database-damaged", &[("path", place(path).into()), ("what", what.into())])
        }
        Error::Occupied(place) => language.text_with("database-occupied", &[("place", place.into())]),
        other => language.text_with("database-says", &[("what", other.to_string().into())]),
    };
    Failure::input(line)
}

/// A problem that a page would show, said.
pub fn problem(language: Language, problem: &Problem) -> Failure {
    Failure::input(problem.detail(language))
}

//! `touchline backup`, `restore` and `doctor`: care of an installation.

use crate::args::{BackupArgs, DoctorArgs, RestoreArgs};
use crate::failure::Failure;
use crate::installation::{self, block_on, existing};
use crate::output;
use db::Database;
use language::Language;
use serde_json::json;

/// Copies everything into one file, while the server goes on working.
pub fn backup(language: Language, args: &BackupArgs) -> Result<(), Failure> {
    block_on(async {
        let app = existing(language, &args.installation).await?;
        app.db().copy_to(&args.copy).await.map_err(|error| installation::failure(language, &error))?;
        let values =
            [("file", args.copy.display().to_string().into()), ("place", app.db().location().shown().into())];
        output::print_lines(&[language.text_with("backup-done", &values)])
    })
}

/// Fills an installation that is not there yet from such a file.
pub fn restore(language: Language, args: &RestoreArgs) -> Result<(), Failure> {
    let location = installation::location(language, &args.installation)?;
    block_on(async {
        let place = location.shown();
        Database::restore(location, &args.copy)
            .await
            .map_err(|error| installation::failure(language, &error))?;
        let values = [("file", args.copy.display().to_string().into()), ("place", place.into())];
        output::print_lines(&[language.text_with("restore-done", &values)])
    })
}

/// Looks an installation over; exit code 3 if something is wrong.
pub fn doctor(language: Language, args: &DoctorArgs) -> Result<(), Failure> {
    block_on(async {
        let app = existing(language, &args.installation).await?;
        if args.rebuild {
            app::rooms::rebuild(&app).await.map_err(|problem| installation::problem(language, &problem))?;
        }
        let found =
            app::rooms::examine(&app).await.map_err(|problem| installation::problem(language, &problem))?;
        if args.json {
            output::print(&json!({ "place": app.db().location().shown(), "found": found }).to_string())?;
        } else if found.is_empty() {
            let values = [("place", app.db().location().shown().into())];
            output::print_lines(&[language.text_with("doctor-well", &values)])?;
        }
        if found.is_empty() { Ok(()) } else { Err(Failure::Check(found)) }
    })
}

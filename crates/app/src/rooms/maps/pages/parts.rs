//! What the pages share: finding the process with its head, and the addresses of its versions.

use crate::App;
use crate::rooms::maps::model::{State, Version};
use crate::rooms::processes::{self, Head, Process};
use crate::web::{Problem, Say};
use db::Connection;

/// Who made what no person made.
const PROGRAM: &str = "Touchline";

/// The process with this key.
pub async fn process(db: &mut Connection, key: &str) -> Result<Process, Problem> {
    processes::find(db, key).await?.ok_or(Problem::NotFound)
}

/// The head of its pages.
pub async fn head(db: &mut Connection, app: &App, process: Process, say: &Say) -> Result<Head, Problem> {
    let figures = processes::measured(db, app.measures(), &process, say.now).await?;
    Ok(Head::of(db, process, "bpmn", figures.cases, say).await?)
}

/// A version as a list shows it.
#[derive(Debug)]
pub struct VersionView {
    /// Its number.
    pub number: u64,
    /// What it is called.
    pub name: String,
    /// How far it is.
    pub state: State,
    /// Class of the badge that says so.
    pub badge: &'static str,
    /// What its author says of it.
    pub note: String,
    /// Who changed it last.
    pub author: String,
    /// When.
    pub changed_at: jiff::Timestamp,
    /// The version that was seen.
    pub version: u64,
}

impl VersionView {
    /// The version in the visitor's language.
    pub fn of(about: &Version, say: &Say) -> Self {
        Self {
            number: about.number,
            name: say.with("map-version-name", "n", &about.number.to_string()),
            state: about.state,
            badge: match about.state {
                State::Draft => "warning",
                State::Published => "good",
                State::Archived => "over",
            },
            note: about.note.clone(),
            author: about.author_name.clone().unwrap_or_else(|| PROGRAM.to_owned()),
            changed_at: about
                .published_at
                .filter(|_| about.state == State::Published)
                .unwrap_or(about.changed_at),
            version: about.version,
        }
    }

    /// Who saved it last, and how long ago, in a sentence.
    pub fn says(&self, say: &Say) -> String {
        say.with2("map-draft-about", ("name", &self.author), ("when", &say.ago(&self.changed_at)))
    }
}

/// The version of the draft among versions; 0 without one.
pub fn draft_seen(versions: &[Version]) -> u64 {
    versions.iter().find(|about| about.state == State::Draft).map_or(0, |about| about.version)
}

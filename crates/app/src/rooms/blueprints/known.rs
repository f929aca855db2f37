//! All that is known of a process: what is said of it, what was measured, what customers said.

use super::document;
use crate::App;
use crate::rooms::feedback::{self, Heard};
use crate::rooms::processes::{self, Measured, Process};
use crate::web::{Mark, Memo, Problem};
use bpmn::view::{Blueprint, usual_way};
use db::Connection;
use jiff::Timestamp;
use std::sync::Arc;

/// Processes of which it is remembered what was heard, and pictures that are kept, at most.
const REMEMBERED: usize = 256;

/// What was worked out, as long as it holds.
#[derive(Debug)]
pub struct Remembered {
    heard: Memo<Heard>,
    blueprints: Memo<(Blueprint, u64)>,
    /// Drawn maps; each takes some ten kilobytes.
    pub(super) pictures: Memo<String>,
}

impl Default for Remembered {
    fn default() -> Self {
        Self {
            heard: Memo::new(REMEMBERED),
            blueprints: Memo::new(REMEMBERED),
            pictures: Memo::new(REMEMBERED),
        }
    }
}

/// A process with everything that its pages need.
#[derive(Debug)]
pub struct Known {
    /// The process.
    pub process: Process,
    /// What is said of it, and in which version.
    pub said: Arc<(Blueprint, u64)>,
    /// What was measured over a year.
    pub figures: Arc<Measured>,
    /// What customers said over a year.
    pub heard: Arc<Heard>,
    /// Since when.
    pub since: Timestamp,
    /// Of which state all of this speaks.
    pub mark: Mark,
}

impl Known {
    /// The process with this key.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`], or what the database says.
    pub async fn of(app: &App, db: &mut Connection, key: &str, now: Timestamp) -> Result<Self, Problem> {
        let process = processes::find(db, key).await?.ok_or(Problem::NotFound)?;
        let figures = processes::measured(db, app.measures(), &process, now).await?;
        let mark = processes::mark(db, now).await?;
        let since = processes::since(now, processes::YEAR);
        let memo = app.blueprints();
        let heard = match memo.heard.get(key, mark) {
            Some(heard) => heard,
            None => memo.heard.put(key, mark, feedback::heard_since(db, key, since).await?),
        };
        let said = match memo.blueprints.get(key, mark) {
            Some(said) => said,
            None => memo.blueprints.put(key, mark, document::blueprint(db, &process).await?),
        };
        Ok(Self { process, said, figures, heard, since, mark })
    }

    /// What is said of it.
    pub fn blueprint(&self) -> &Blueprint {
        &self.said.0
    }

    /// The way that most cases go, by index of steps.
    pub fn way(&self) -> Vec<usize> {
        let weights: Vec<f64> =
            self.figures.flows.iter().map(|way| way.map_or(0.0, |way| way.count as f64)).collect();
        usual_way(&self.process.map, &weights)
    }

    /// The name of a step.
    pub fn name(&self, step: usize) -> &str {
        &self.process.map.steps()[step].name
    }

    /// Where the cases of the year are that came to a step.
    pub fn cases_at(&self, step: usize) -> String {
        let cases = processes::cases_since(&self.process.key, &self.since);
        format!("{cases}&step={}", self.process.map.steps()[step].id)
    }
}

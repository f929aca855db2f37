//! What people on a case are called, and clocks and amounts said in words.

use crate::rooms::cases::{Directory, Face, Standing};
use crate::web::Say;
use caseflow::{Actor, PersonId};
use jiff::Timestamp;
use uuid::Uuid;

/// Knows what people are called.
pub struct Names<'a> {
    pub directory: &'a Directory,
    pub customer: Option<&'a str>,
    pub say: &'a Say,
}

impl Names<'_> {
    /// The name of one of the staff.
    pub fn person(&self, id: Uuid) -> String {
        self.directory
            .people
            .get(&id)
            .map_or_else(|| self.say.text("case-someone"), |known| known.name.clone())
    }

    /// The name of whoever did something.
    pub fn actor(&self, actor: Actor) -> String {
        match actor {
            Actor::Person(PersonId(id)) => self.person(id),
            Actor::Customer(_) => self.customer.map_or_else(|| self.say.text("case-customer"), str::to_owned),
            Actor::Program => self.say.text("case-program"),
        }
    }

    /// What stands beside the name: a department, or that it is the customer.
    pub fn part(&self, actor: Actor) -> String {
        match actor {
            Actor::Person(PersonId(id)) => {
                self.directory.people.get(&id).and_then(|known| known.department.clone()).unwrap_or_default()
            }
            Actor::Customer(_) => self.say.text("case-customer"),
            Actor::Program => String::new(),
        }
    }

    /// The name of a process; its key, if it is gone.
    pub fn process(&self, key: &str) -> String {
        self.directory.processes.get(key).map_or_else(|| key.to_owned(), Clone::clone)
    }
}

/// How a promise looks now.
pub fn face(directory: &Directory, standing: &Standing, now: Timestamp) -> Face {
    let promise = directory.promise(&standing.terms);
    let target = promise.map_or((0, 1.0), |promise| (promise.target.as_secs(), promise.warn_share));
    Face::of(standing, directory.hours(standing.office), target, now)
}

/// A face and what it says.
#[derive(Debug)]
pub struct Clock {
    /// The face.
    pub face: Face,
    /// What is left, or by how much it is too late.
    pub left: String,
}

impl Clock {
    /// A promise as a clock.
    pub fn of(directory: &Directory, standing: &Standing, say: &Say) -> Self {
        let face = face(directory, standing, say.now);
        let left = match face.look {
            "kept" => say.text("clock-kept"),
            "broken" => say.with("clock-broken", "span", &span(say, -face.left_s)),
            "late" => say.with("clock-late", "span", &span(say, -face.left_s)),
            "paused" => say.with("clock-paused", "span", &span(say, face.left_s)),
            _ => say.with("clock-left", "span", &span(say, face.left_s)),
        };
        Self { face, left }
    }
}

/// Working time in hours and minutes: a day of it is not a day.
pub fn span(say: &Say, seconds: i64) -> String {
    let minutes = seconds.max(0) / 60;
    let hours = minutes / 60;
    let unit = |key, n: i64| say.with(key, "n", &say.language.number(n as f64, 0));
    match (hours, minutes % 60) {
        (0, minutes) => unit("unit-minutes", minutes),
        (hours, 0) => unit("unit-hours", hours),
        (hours, _) if hours >= 10 => unit("unit-hours", hours),
        (hours, minutes) => format!("{} {}", unit("unit-hours", hours), unit("unit-minutes", minutes)),
    }
}

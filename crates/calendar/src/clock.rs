//! The clock of one promise: counts working time from what happened, and says how the promise stands.

use crate::policy::checked_target;
use crate::{Error, Policy};
use jiff::{SignedDuration, Timestamp};

/// The most events that a clock keeps.
pub const MAX_CLOCK_EVENTS: usize = 10_000;

/// What happens to a clock.
///
/// | | not started | running | paused | stopped |
/// | --- | --- | --- | --- | --- |
/// | `Started` | runs | error | error | error |
/// | `Paused` | error | pauses | – | error |
/// | `Resumed` | error | – | runs | runs: the end was none |
/// | `Stopped` | error | stops | stops | – |
/// | `Restarted` | error | counts anew | counts anew | counts anew |
/// | `TargetChanged` | error | new target | new target | error |
///
/// A dash changes nothing: of repeated events, the first counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClockEvent {
    /// The promise was made; time counts from here.
    Started,
    /// Time stops counting, as while the customer is asked.
    Paused,
    /// Time counts again. After `Stopped`, the matter was opened again: time in between does not count.
    Resumed,
    /// What was promised is done.
    Stopped,
    /// The promise is made again: everything counts from zero, against the latest target.
    Restarted,
    /// Another target for all of the time since the start; what has passed stays passed. A shorter target can break a
    /// promise from this instant on, not before it; a longer one makes a broken promise whole, as far as it reaches.
    TargetChanged(SignedDuration),
}

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Nothing was promised yet.
    NotStarted,
    /// Time counts, and the warning is still to come.
    Running,
    /// Time does not count, and the promise is not broken.
    Paused,
    /// Time counts, and the warning has come.
    Warned,
    /// The due instant has passed, whether time counts or not.
    Broken,
    /// Stopped, at the due instant at the latest.
    Kept,
    /// Stopped after the due instant.
    KeptLate,
}

/// How a promise stands, and when it came to that. Instants are those of the latest start, restart or reopening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// The state, of which there is one.
    pub state: State,
    /// When it was started, or last restarted.
    pub started_at: Option<Timestamp>,
    /// Since when it is paused, if it is.
    pub paused_at: Option<Timestamp>,
    /// When the warning came, if it has.
    pub warned_at: Option<Timestamp>,
    /// The due instant, if that has passed before the clock stopped.
    pub broken_at: Option<Timestamp>,
    /// When it was stopped, if it is.
    pub stopped_at: Option<Timestamp>,
}

/// A promise and what happened to it.
///
/// The promise is due at the first instant at which the target of working time has passed. It is kept if the clock
/// stops at that instant or before, and broken from then on: a promise due on Friday at 17:00 is broken on Saturday,
/// though no working time has passed in between.
///
/// Every question takes `now`, which may lie before events already recorded; those do not count then. Each is answered
/// from the latest event, in the time that [`BusinessHours`](crate::BusinessHours) needs.
///
/// ```
/// use calendar::{BusinessHours, ClockEvent, Policy, PromiseClock, State, Week};
/// use jiff::{SignedDuration, Timestamp};
///
/// let at = |text: &str| -> Timestamp { format!("2026-11-{text}:00+01:00").parse().unwrap() };
/// let hours = BusinessHours::new("Europe/Warsaw", Week::working_days(&"09:00-17:00".parse()?), vec![])?;
/// let policy = Policy::new(hours, SignedDuration::from_hours(8), 0.75)?;
///
/// let mut clock = PromiseClock::new(policy);
/// clock.record(at("20T15:00"), ClockEvent::Started)?; // A Friday: two hours are left of it.
/// assert_eq!(clock.due_at(at("20T15:00")), Some(at("23T15:00")));
///
/// clock.record(at("23T10:00"), ClockEvent::Paused)?; // The customer is asked, and takes a day.
/// clock.record(at("24T10:00"), ClockEvent::Resumed)?;
/// assert_eq!(clock.elapsed(at("24T13:00")), SignedDuration::from_hours(6));
/// assert_eq!(clock.state(at("24T13:00")), State::Warned);
/// assert_eq!(clock.due_at(at("24T13:00")), Some(at("24T15:00")));
///
/// clock.record(at("24T16:00"), ClockEvent::Stopped)?;
/// assert_eq!(clock.state(at("25T00:00")), State::KeptLate);
/// assert_eq!(clock.remaining(at("25T00:00")), SignedDuration::from_hours(-1));
/// # Ok::<(), calendar::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PromiseClock {
    policy: Policy,
    /// How the clock stood right after each event, in order of time.
    marks: Vec<Mark>,
}

/// How a clock stands at an instant.
#[derive(Debug, Clone, Copy)]
struct Mark {
    at: Timestamp,
    phase: Phase,
    started: Timestamp,
    target: SignedDuration,
    elapsed: SignedDuration,
    /// When the warning was reached, at `at` or before.
    warned: Option<Timestamp>,
    /// When the target was reached, at `at` or before.
    due: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy)]
enum Phase {
    Running,
    Paused(Timestamp),
    Stopped(Timestamp),
}

impl PromiseClock {
    /// A clock that has not been started.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self { policy, marks: Vec::new() }
    }

    /// A clock after a history of events.
    ///
    /// # Errors
    ///
    /// As [`record`](Self::record), for the first event that cannot be.
    pub fn replay(
        policy: Policy,
        events: impl IntoIterator<Item = (Timestamp, ClockEvent)>,
    ) -> Result<Self, Error> {
        let mut clock = Self::new(policy);
        for (at, event) in events {
            clock.record(at, event)?;
        }
        Ok(clock)
    }

    /// Adds an event, not earlier than the latest one; events at the same instant count in the order they are recorded.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfOrder`]; [`Error::NotStarted`], [`Error::AlreadyStarted`] and [`Error::Stopped`] by the table of
    /// [`ClockEvent`]; [`Error::Target`] as for [`Policy::new`]; [`Error::TooManyEvents`] above
    /// [`MAX_CLOCK_EVENTS`]. The clock is then as it was.
    pub fn record(&mut self, at: Timestamp, event: ClockEvent) -> Result<(), Error> {
        if let Some(latest) = self.marks.last().map(|mark| mark.at).filter(|latest| at < *latest) {
            return Err(Error::OutOfOrder { event, at, latest });
        }
        if self.marks.len() == MAX_CLOCK_EVENTS {
            return Err(Error::TooManyEvents { limit: MAX_CLOCK_EVENTS });
        }
        let mark = match self.marks.last() {
            Some(last) => self.after(self.carried(last, at), event)?,
            None if event == ClockEvent::Started => Mark::start(at, self.policy.target()),
            None => return Err(Error::NotStarted { event, at }),
        };
        self.marks.push(mark);
        Ok(())
    }

    /// What was promised at the start.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The target in force.
    #[must_use]
    pub fn target(&self, now: Timestamp) -> SignedDuration {
        self.mark(now).map_or(self.policy.target(), |mark| mark.target)
    }

    /// Working time that has counted.
    #[must_use]
    pub fn elapsed(&self, now: Timestamp) -> SignedDuration {
        self.mark(now).map_or(SignedDuration::ZERO, |mark| mark.elapsed)
    }

    /// Working time that is left of the target; negative when more has passed.
    #[must_use]
    pub fn remaining(&self, now: Timestamp) -> SignedDuration {
        self.target(now) - self.elapsed(now)
    }

    /// The instant after which the promise is broken if nothing more happens to it. While paused: if it is resumed
    /// `now`. Once stopped: what it was then. None before the start, and if the target does not pass within
    /// [`HORIZON`](crate::HORIZON).
    #[must_use]
    pub fn due_at(&self, now: Timestamp) -> Option<Timestamp> {
        let mark = self.mark(now)?;
        mark.due.or_else(|| self.reaches(&mark, mark.target, now))
    }

    /// The instant of the warning, on the same terms as [`due_at`](Self::due_at).
    #[must_use]
    pub fn warns_at(&self, now: Timestamp) -> Option<Timestamp> {
        let mark = self.mark(now)?;
        mark.warned.or_else(|| self.reaches(&mark, self.policy.warns_after(mark.target), now))
    }

    /// How the promise stands.
    #[must_use]
    pub fn state(&self, now: Timestamp) -> State {
        self.status(now).state
    }

    /// How the promise stands, and since when.
    #[must_use]
    pub fn status(&self, now: Timestamp) -> Status {
        let Some(mark) = self.mark(now) else {
            return Status {
                state: State::NotStarted,
                started_at: None,
                paused_at: None,
                warned_at: None,
                broken_at: None,
                stopped_at: None,
            };
        };
        let (paused_at, stopped_at) = match mark.phase {
            Phase::Running => (None, None),
            Phase::Paused(at) => (Some(at), None),
            Phase::Stopped(at) => (None, Some(at)),
        };
        let broken_at = mark.due.filter(|due| *due < stopped_at.unwrap_or(now));
        let state = match mark.phase {
            Phase::Stopped(_) if broken_at.is_some() => State::KeptLate,
            Phase::Stopped(_) => State::Kept,
            _ if broken_at.is_some() => State::Broken,
            Phase::Paused(_) => State::Paused,
            Phase::Running if mark.warned.is_some() => State::Warned,
            Phase::Running => State::Running,
        };
        Status {
            state,
            started_at: Some(mark.started),
            paused_at,
            warned_at: mark.warned,
            broken_at,
            stopped_at,
        }
    }

    /// How the clock stands at an instant, events after it left out.
    fn mark(&self, now: Timestamp) -> Option<Mark> {
        let past = self.marks.partition_point(|mark| mark.at <= now);
        Some(self.carried(self.marks[..past].last()?, now))
    }

    /// How the clock stands at `now` if nothing has happened since `mark`.
    fn carried(&self, mark: &Mark, now: Timestamp) -> Mark {
        if !matches!(mark.phase, Phase::Running) {
            return Mark { at: now, ..*mark };
        }
        let hours = self.policy.hours();
        let elapsed = mark.elapsed + hours.open_time_between(mark.at, now);
        let reached = |need: SignedDuration| {
            let search = || hours.add_open_time_until(mark.at, need - mark.elapsed, now);
            (elapsed >= need).then(search).flatten()
        };
        let warned = mark.warned.or_else(|| reached(self.policy.warns_after(mark.target)));
        let due = mark.due.or_else(|| reached(mark.target));
        Mark { at: now, elapsed, warned, due, ..*mark }
    }

    /// How the clock stands after an event, `mark` being how it stood right before.
    fn after(&self, mark: Mark, event: ClockEvent) -> Result<Mark, Error> {
        let at = mark.at;
        match (event, mark.phase) {
            (ClockEvent::Started, _) => Err(Error::AlreadyStarted { at }),
            (ClockEvent::Paused | ClockEvent::TargetChanged(_), Phase::Stopped(_)) => {
                Err(Error::Stopped { event, at })
            }
            (ClockEvent::Paused, Phase::Paused(_)) | (ClockEvent::Stopped, Phase::Stopped(_)) => Ok(mark),
            (ClockEvent::Paused, Phase::Running) => Ok(Mark { phase: Phase::Paused(at), ..mark }),
            (ClockEvent::Resumed, _) => Ok(Mark { phase: Phase::Running, ..mark }),
            (ClockEvent::Stopped, _) => Ok(Mark { phase: Phase::Stopped(at), ..mark }),
            (ClockEvent::Restarted, _) => Ok(Mark::start(at, mark.target)),
            (ClockEvent::TargetChanged(target), _) => {
                let target = checked_target(target)?;
                let reached = |need, before: Option<_>| (mark.elapsed >= need).then(|| before.unwrap_or(at));
                let warned = reached(self.policy.warns_after(target), mark.warned);
                let due = reached(target, mark.due);
                Ok(Mark { target, warned, due, ..mark })
            }
        }
    }

    /// When so much working time in all will have counted.
    fn reaches(&self, mark: &Mark, need: SignedDuration, now: Timestamp) -> Option<Timestamp> {
        let from = if let Phase::Stopped(at) = mark.phase { at } else { now };
        self.policy.hours().add_open_time(from, need - mark.elapsed)
    }
}

impl Mark {
    fn start(at: Timestamp, target: SignedDuration) -> Self {
        let elapsed = SignedDuration::ZERO;
        Self { at, phase: Phase::Running, started: at, target, elapsed, warned: None, due: None }
    }
}

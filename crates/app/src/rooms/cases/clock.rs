//! The clock of a case's promise: replayed from what happened, kept as a few columns, and shown.

use calendar::{BusinessHours, ClockEvent, Policy, PromiseClock, State};
use caseflow::{Case, Envelope, Event, Status};
use jiff::Timestamp;
use uuid::Uuid;

/// How a promise stands, as the row of its case keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What is promised, by its key.
    pub terms: String,
    /// Whether it runs, waits, or is over.
    pub state: PromiseState,
    /// By when it is to be kept; while it is paused, as it stood at the beginning of the pause.
    pub due: Option<Timestamp>,
    /// Working seconds that are left while it is paused, or were left when it ended; less than 0 is too late.
    pub left_s: Option<i64>,
    /// The office whose hours count; none for all hours.
    pub office: Option<Uuid>,
}

/// Whether a promise runs, waits, or is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PromiseState {
    /// Working time counts.
    Running,
    /// It is the customer's turn.
    Paused,
    /// Done in time.
    Kept,
    /// Done too late.
    Broken,
}

impl PromiseState {
    /// The word in the database and in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Kept => "kept",
            Self::Broken => "broken",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        [Self::Running, Self::Paused, Self::Kept, Self::Broken]
            .into_iter()
            .find(|known| known.as_str() == word)
    }
}

/// The clock of the case's latest promise, after these events: waits pause it, and it stops when the promise is found
/// kept, or the case is closed. Found broken it counts on: how late it gets matters. After a reopening it goes on, unless
/// it was kept. None before a promise was made.
///
/// # Errors
///
/// What the calendar says; a history that the engine of cases decided has no such error.
pub fn promise_clock(events: &[Envelope], policy: &Policy) -> Result<Option<PromiseClock>, calendar::Error> {
    let made = events.iter().rposition(|envelope| matches!(envelope.event, Event::PromiseMade { .. }));
    let Some(made) = made else { return Ok(None) };
    let mut clock = PromiseClock::new(policy.clone());
    let mut latest = events[made].at;
    clock.record(latest, ClockEvent::Started)?;
    for envelope in &events[made + 1..] {
        // Nodes whose clocks differ may write a little out of order.
        latest = latest.max(envelope.at);
        let event = match envelope.event {
            Event::CustomerAwaited {} => ClockEvent::Paused,
            Event::CustomerAnswered {} | Event::CaseReopened { .. } => ClockEvent::Resumed,
            Event::CaseClosed { .. } => ClockEvent::Stopped,
            Event::PromiseKept { .. } => {
                clock.record(latest, ClockEvent::Stopped)?;
                break;
            }
            _ => continue,
        };
        clock.record(latest, event)?;
    }
    Ok(Some(clock))
}

/// How the latest promise of a case stands after these events. Without a policy, because its terms are gone, what was
/// reckoned when it was made is all that is known.
pub fn standing(
    case: &Case,
    events: &[Envelope],
    policy: Option<&Policy>,
    office: Option<Uuid>,
) -> Option<Standing> {
    let (promise, last) = (case.promises.last()?, events.last()?.at);
    let clock = policy.and_then(|policy| match promise_clock(events, policy) {
        Ok(clock) => clock,
        Err(error) => {
            tracing::error!(%error, "the clock of a promise");
            None
        }
    });
    let is_late = clock.as_ref().is_some_and(|clock| clock.state(last) == State::KeptLate);
    let state = match (case.status(), promise.settled) {
        (_, Some(settled)) if settled.kept => PromiseState::Kept,
        (Status::Closed, Some(_)) => PromiseState::Broken,
        (Status::Closed, None) if is_late => PromiseState::Broken,
        (Status::Closed, None) => PromiseState::Kept,
        (Status::Waiting, _) => PromiseState::Paused,
        _ => PromiseState::Running,
    };
    // While it is paused, the due instant moves with the time; it is that of the beginning until it goes on.
    let at = case.waits.last().filter(|wait| wait.to.is_none()).map_or(last, |wait| wait.from);
    let due = clock.as_ref().map_or(promise.due, |clock| clock.due_at(at));
    let left = clock.as_ref().map(|clock| clock.remaining(at).as_secs());
    let left_s = left.filter(|_| state != PromiseState::Running);
    Some(Standing { terms: promise.terms.as_str().to_owned(), state, due, left_s, office })
}

/// A promise as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// Its look: `running`, `warning`, `late`, `paused`, `kept`, `broken`.
    pub look: &'static str,
    /// Its drawing.
    pub icon: &'static str,
    /// How much of the working time is used up, in percent.
    pub percent: u8,
    /// Working seconds that are left; less than 0 is too late.
    pub left_s: i64,
    /// By when it is to be kept.
    pub due: Option<Timestamp>,
}

impl Face {
    /// How a promise looks at a moment.
    #[must_use]
    pub fn of(
        standing: &Standing,
        hours: &BusinessHours,
        (target_s, warn_share): (i64, f64),
        now: Timestamp,
    ) -> Self {
        let due = standing.due;
        let left_s = standing.left_s.or_else(|| due.map(|due| between(hours, now, due))).unwrap_or(0);
        let used = (target_s - left_s).max(0) as f64 / target_s.max(1) as f64;
        let (look, icon) = match standing.state {
            PromiseState::Kept => ("kept", "good"),
            PromiseState::Broken => ("broken", "bad"),
            PromiseState::Running | PromiseState::Paused if left_s < 0 || is_past(standing, now) => {
                ("late", "bad")
            }
            PromiseState::Paused => ("paused", "pause"),
            PromiseState::Running if used >= warn_share => ("warning", "warning"),
            PromiseState::Running => ("running", "clock"),
        };
        let percent =
            if matches!(look, "kept" | "broken" | "late") { 100.0 } else { (used * 100.0).min(100.0) };
        Self { look, icon, percent: percent as u8, left_s, due }
    }

    /// Whether it is broken already, or was.
    #[must_use]
    pub fn is_late(&self) -> bool {
        matches!(self.look, "late" | "broken")
    }
}

/// Broken from its due instant on, though no working time may have passed since.
fn is_past(standing: &Standing, now: Timestamp) -> bool {
    standing.state == PromiseState::Running && standing.due.is_some_and(|due| due < now)
}

/// Working seconds from one instant to another, less than 0 if that lies before.
fn between(hours: &BusinessHours, from: Timestamp, to: Timestamp) -> i64 {
    if from <= to {
        hours.open_time_between(from, to).as_secs()
    } else {
        -hours.open_time_between(to, from).as_secs()
    }
}

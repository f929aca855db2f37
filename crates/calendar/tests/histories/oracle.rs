//! The slow and obvious version: looks at the clock on the wall once a minute.

use calendar::{ClockEvent, Holiday, HolidayDate, State, Status, Week};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A minute.
pub const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// Whether the office is open, minute by minute.
pub struct Minutes {
    start: Timestamp,
    open: Vec<bool>,
}

impl Minutes {
    pub fn look(zone: &str, week: &Week, holidays: &[Holiday], start: Timestamp, minutes: usize) -> Self {
        let zone = TimeZone::get(zone).expect("a zone of the database");
        let mut open = Vec::with_capacity(minutes);
        let mut today = (Date::MIN, Vec::new());
        for i in 0..minutes {
            let clock = (start + MINUTE * i as i32).to_zoned(zone.clone()).datetime();
            if clock.date() != today.0 {
                today = (clock.date(), spans_of(week, holidays, clock.date()));
            }
            let minute = clock.hour() as u16 * 60 + clock.minute() as u16;
            open.push(today.1.iter().any(|(start, end)| *start <= minute && minute < *end));
        }
        Self { start, open }
    }

    /// How many minutes were looked at.
    pub fn len(&self) -> usize {
        self.open.len()
    }

    pub fn instant(&self, minute: usize) -> Timestamp {
        self.start + MINUTE * minute as i32
    }

    pub fn is_open(&self, minute: usize) -> bool {
        self.open[minute]
    }

    /// Open minutes from one minute up to another.
    pub fn open_between(&self, from: usize, to: usize) -> usize {
        self.open[from..to].iter().filter(|open| **open).count()
    }

    /// The first minute by which so many open minutes have passed.
    pub fn after(&self, from: usize, mut need: usize) -> Option<usize> {
        let mut minute = from;
        while need > 0 {
            need -= usize::from(*self.open.get(minute)?);
            minute += 1;
        }
        Some(minute)
    }

    /// The first minute that is open.
    pub fn next_opening(&self, from: usize) -> Option<usize> {
        (from..self.len()).find(|minute| self.open[*minute])
    }

    /// Start and end of each run of open minutes.
    pub fn runs(&self, from: usize, to: usize) -> Vec<(usize, usize)> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for minute in (from..to).filter(|minute| self.open[*minute]) {
            match runs.last_mut() {
                Some(run) if run.1 == minute => run.1 += 1,
                _ => runs.push((minute, minute + 1)),
            }
        }
        runs
    }
}

/// First and last minute of the spans of a date.
fn spans_of(week: &Week, holidays: &[Holiday], date: Date) -> Vec<(u16, u16)> {
    let regular = week.hours(date.weekday());
    let find = |falls: &dyn Fn(HolidayDate) -> bool| holidays.iter().find(|holiday| falls(holiday.date));
    let single = find(&|when| when == HolidayDate::On(date));
    let range =
        find(&|when| matches!(when, HolidayDate::Through(first, last) if first <= date && date <= last));
    let yearly = find(&|when| when == HolidayDate::Yearly { month: date.month(), day: date.day() });
    let hours = match (single, range, yearly) {
        (Some(holiday), _, _) => &holiday.hours,
        _ if regular.is_closed() => regular,
        (_, Some(holiday), _) | (_, _, Some(holiday)) => &holiday.hours,
        _ => regular,
    };
    hours.spans().iter().map(|span| (span.start_min(), span.end_min())).collect()
}

/// A clock that counts up, a minute at a time. `None` stands for a clock that was not started.
#[derive(Clone, Copy)]
pub struct Counter {
    pub target: usize,
    pub elapsed: usize,
    started: usize,
    paused: Option<usize>,
    stopped: Option<usize>,
    warned: Option<usize>,
    due: Option<usize>,
    warning_percent: usize,
}

impl Counter {
    /// A clock started in a minute.
    pub fn start(minute: usize, target: usize, warning_percent: usize) -> Self {
        let (paused, stopped, warned, due) = (None, None, None, None);
        Self { target, elapsed: 0, started: minute, paused, stopped, warned, due, warning_percent }
    }

    /// Lets the minute before `minute` pass, in which the office was `open` or not.
    pub fn pass(&mut self, minute: usize, open: bool) {
        if open && self.paused.is_none() && self.stopped.is_none() {
            self.elapsed += 1;
            self.note(minute);
        }
    }

    fn note(&mut self, minute: usize) {
        if self.elapsed >= self.warns_after() {
            self.warned.get_or_insert(minute);
        }
        if self.elapsed >= self.target {
            self.due.get_or_insert(minute);
        }
    }

    fn warns_after(&self) -> usize {
        self.target * self.warning_percent / 100
    }

    /// What an event does; false if it may not happen now.
    pub fn happens(&mut self, minute: usize, event: ClockEvent) -> bool {
        match event {
            ClockEvent::Started => return false,
            ClockEvent::Paused if self.stopped.is_some() => return false,
            ClockEvent::TargetChanged(_) if self.stopped.is_some() => return false,
            ClockEvent::Paused => {
                self.paused.get_or_insert(minute);
            }
            ClockEvent::Resumed => (self.paused, self.stopped) = (None, None),
            ClockEvent::Stopped => {
                self.stopped.get_or_insert(minute);
            }
            ClockEvent::Restarted => *self = Self::start(minute, self.target, self.warning_percent),
            ClockEvent::TargetChanged(target) => {
                self.target = target.as_mins() as usize;
                self.warned = self.warned.filter(|_| self.elapsed >= self.warns_after());
                self.due = self.due.filter(|_| self.elapsed >= self.target);
                self.note(minute);
            }
        }
        true
    }

    /// When the target is reached if nothing more happens, and when the warning is.
    pub fn ahead(&self, now: usize, minutes: &Minutes) -> (Option<usize>, Option<usize>) {
        let from = self.stopped.unwrap_or(now);
        let reached = |need: usize| minutes.after(from, need.saturating_sub(self.elapsed));
        (self.due.or_else(|| reached(self.target)), self.warned.or_else(|| reached(self.warns_after())))
    }

    pub fn status(&self, now: usize, minutes: &Minutes) -> Status {
        let broken = self.due.filter(|due| *due < self.stopped.unwrap_or(now));
        let state = match (self.stopped, broken, self.paused, self.warned) {
            (Some(_), Some(_), _, _) => State::KeptLate,
            (Some(_), None, _, _) => State::Kept,
            (None, Some(_), _, _) => State::Broken,
            (None, None, Some(_), _) => State::Paused,
            (None, None, None, Some(_)) => State::Warned,
            (None, None, None, None) => State::Running,
        };
        let instant = |minute: Option<usize>| minute.map(|minute| minutes.instant(minute));
        Status {
            state,
            started_at: instant(Some(self.started)),
            paused_at: instant(self.paused.filter(|_| self.stopped.is_none())),
            warned_at: instant(self.warned),
            broken_at: instant(broken),
            stopped_at: instant(self.stopped),
        }
    }
}

//! A scenario as TOML, for people to keep and to change.

mod rules;

use calendar::{BusinessHours, HolidayDate};
use jiff::civil::Weekday;

use crate::Distribution;
use crate::scenario::{Hours, Pattern, Performer, Pool, Resource, Scenario, Task};
use crate::timetable::DAY_S;

/// What a scenario says and our format has no words for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} of \"{id}\" cannot be written as TOML")]
pub struct Wordless {
    /// What it is.
    pub what: &'static str,
    /// Whose.
    pub id: String,
}

type Written<T> = Result<T, Wordless>;

pub(super) fn wordless<T>(what: &'static str, id: &str) -> Written<T> {
    Err(Wordless { what, id: id.to_owned() })
}

impl Scenario {
    /// The scenario as TOML, which [`from_toml`](Self::from_toml) reads back: the same people, times and ways, with numbers as
    /// exact as they are (means and standard deviations of log-normal and gamma to some 15 digits).
    ///
    /// # Errors
    /// [`Wordless`] names what only other formats can say: calendars by chance, batches, several tasks at once, shifted
    /// distributions and histograms, attributes of all cases together.
    pub fn to_toml(&self) -> Result<String, Wordless> {
        let mut out = String::new();
        let mut line = |text: &str| out.extend([text, "\n"]);
        if !self.name.is_empty() {
            line(&format!("name = {}", quoted(&self.name)));
        }
        if let Some(limit) = self.gateway_limit {
            line(&format!("gateway_limit = {limit}"));
        }
        self.calendars(&mut line)?;
        self.people(&mut line)?;
        self.arrivals_to(&mut line)?;
        head("tasks", self.tasks.is_empty(), &mut line);
        for task in &self.tasks {
            line(&format!("{} = {{ {} }}", quoted(&task.id), self.task(task)?.join(", ")));
        }
        self.gateways_to(&mut line)?;
        head("events", self.events.is_empty(), &mut line);
        for event in &self.events {
            let waiting = if event.only_waiting { ", only_waiting = true" } else { "" };
            line(&format!(
                "{} = {{ after = {}{waiting} }}",
                quoted(&event.id),
                time(&event.delay, &event.id)?
            ));
        }
        head("repeats", self.repeats.is_empty(), &mut line);
        for repeat in &self.repeats {
            line(&format!("{} = {}", quoted(&repeat.id), time(&repeat.count, &repeat.id)?));
        }
        self.attributes_to(&mut line)?;
        Ok(out)
    }

    fn calendars(&self, line: &mut impl FnMut(&str)) -> Written<()> {
        head("calendars", self.calendars.is_empty(), line);
        for calendar in &self.calendars {
            let hours = match &calendar.hours {
                Hours::Week(hours) if hours.is_always() => "\"always\"".to_owned(),
                Hours::Week(hours) => match week_words(hours.spans()) {
                    Some(words) => format!("\"{words}\""),
                    None => return wordless("hours that are not of whole minutes", &calendar.id),
                },
                Hours::Business(hours) => business(hours, &calendar.id)?,
                Hours::Fuzzy(_) => return wordless("a calendar by chance", &calendar.id),
            };
            line(&format!("{} = {hours}", quoted(&calendar.id)));
        }
        Ok(())
    }

    fn people(&self, line: &mut impl FnMut(&str)) -> Written<()> {
        for (at, pool) in self.pools.iter().enumerate() {
            line(&format!("\n[pools.{}]\nname = {}", quoted(&pool.id), quoted(&pool.name)));
            let people: Vec<&Resource> = self.resources.iter().filter(|person| person.pool == at).collect();
            if let Some(first) = people.first().filter(|_| is_counted(pool, &people)) {
                line(&format!("count = {}", people.len()));
                self.terms(first, line);
            }
        }
        for resource in &self.resources {
            if resource.multitasking.is_some() {
                return wordless("several tasks at once", &resource.id);
            }
            let pool = &self.pools[resource.pool];
            let of_pool = |person: &&Resource| person.pool == resource.pool;
            if is_counted(pool, &self.resources.iter().filter(of_pool).collect::<Vec<_>>()) {
                continue;
            }
            line(&format!("\n[resources.{}]\nname = {}", quoted(&resource.id), quoted(&resource.name)));
            line(&format!("pool = {}", quoted(&pool.id)));
            self.terms(resource, line);
        }
        Ok(())
    }

    /// When somebody is there, and what they cost.
    fn terms(&self, resource: &Resource, line: &mut impl FnMut(&str)) {
        if let Some(calendar) = resource.calendar {
            line(&format!("calendar = {}", quoted(&self.calendars[calendar].id)));
        }
        if resource.cost_per_hour > 0.0 {
            line(&format!("cost_per_hour = {}", resource.cost_per_hour));
        }
    }

    fn arrivals_to(&self, line: &mut impl FnMut(&str)) -> Written<()> {
        for arrivals in &self.arrivals {
            line("\n[[arrivals]]");
            let id = arrivals.start.as_deref().unwrap_or("arrivals");
            if let Some(start) = &arrivals.start {
                line(&format!("start = {}", quoted(start)));
            }
            match &arrivals.pattern {
                Pattern::Intervals { distribution, calendar } => {
                    line(&format!("every = {}", time(distribution, id)?));
                    if let Some(calendar) = calendar {
                        line(&format!("calendar = {}", quoted(&self.calendars[*calendar].id)));
                    }
                }
                Pattern::Rates(rates) => {
                    line("rates = [");
                    for (from, to, per_hour) in rates {
                        let Some(hours) = week_words(&[(*from, *to)]) else {
                            return wordless("hours that are not of whole minutes", id);
                        };
                        line(&format!("  {{ hours = \"{hours}\", per_hour = {per_hour} }},"));
                    }
                    line("]");
                }
            }
        }
        Ok(())
    }

    fn task(&self, task: &Task) -> Written<Vec<String>> {
        if task.batching.is_some() {
            return wordless("work in batches", &task.id);
        }
        let mut parts = Vec::new();
        let is_same =
            task.performers.iter().all(|performer| Some(&performer.duration) == task.duration.as_ref());
        if !task.performers.is_empty() {
            let (names, times) = self.performers(&task.performers);
            let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
            if is_same {
                parts.push(format!("by = [{}]", names.join(", ")));
            } else {
                let times: Written<Vec<String>> = times.iter().map(|of| time(of, &task.id)).collect();
                let pairs = names.iter().zip(times?).map(|(name, time)| format!("{name} = {time}"));
                parts.push(format!("by = {{ {} }}", pairs.collect::<Vec<_>>().join(", ")));
            }
        }
        if let Some(duration) = &task.duration {
            parts.push(format!("time = {}", time(duration, &task.id)?));
        }
        if task.cost > 0.0 {
            parts.push(format!("cost = {}", task.cost));
        }
        if let Some(patience) = &task.patience {
            parts.push(format!("patience = {}", time(patience, &task.id)?));
        }
        if let Some(room) = task.room {
            parts.push(format!("room = {room}"));
        }
        Ok(parts)
    }

    /// Names of whole pools whose people take the same time, and of single people, with their times.
    fn performers<'a>(&'a self, performers: &'a [Performer]) -> (Vec<&'a str>, Vec<&'a Distribution>) {
        let mut found: Vec<(&str, &Distribution)> = Vec::new();
        for performer in performers {
            let resource = &self.resources[performer.resource];
            let of_pool = |at: &usize| self.resources[*at].pool == resource.pool;
            let has = |at: usize| {
                performers.iter().any(|other| other.resource == at && other.duration == performer.duration)
            };
            let is_whole = (0..self.resources.len()).filter(of_pool).all(has);
            let name = if is_whole { &*self.pools[resource.pool].id } else { &*resource.id };
            if !found.iter().any(|(known, _)| *known == name) {
                found.push((name, &performer.duration));
            }
        }
        found.into_iter().unzip()
    }
}

/// Whether people are named and paid as those whom a pool only counts.
fn is_counted(pool: &Pool, people: &[&Resource]) -> bool {
    let is_alike = |(place, person): (usize, &&Resource)| {
        person.id == format!("{}-{}", pool.id, place + 1)
            && person.name == format!("{} {}", pool.name, place + 1)
            && (person.calendar, person.cost_per_hour) == (people[0].calendar, people[0].cost_per_hour)
    };
    !people.is_empty() && people.iter().enumerate().all(is_alike)
}

/// The heading of a table that is not empty.
pub(super) fn head(table: &str, is_empty: bool, line: &mut impl FnMut(&str)) {
    if !is_empty {
        line(&format!("\n[{table}]"));
    }
}

pub(super) fn time(distribution: &Distribution, id: &str) -> Written<String> {
    distribution.toml().map_or_else(|| wordless("a distribution", id), Ok)
}

/// A text of TOML.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Spans in seconds from Monday, midnight, as people write hours; none where one is not of whole minutes.
fn week_words(spans: &[(f64, f64)]) -> Option<String> {
    let mut parts = Vec::new();
    for &(from, to) in spans {
        if from % 60.0 != 0.0 || to % 60.0 != 0.0 {
            return None;
        }
        let mut at = from;
        while at < to {
            let day = (at / DAY_S) as usize;
            let midnight = day as f64 * DAY_S;
            let end = to.min(midnight + DAY_S);
            let clock = |at: f64| {
                let minutes = ((at - midnight) / 60.0) as u32;
                format!("{:02}:{:02}", minutes / 60, minutes % 60)
            };
            parts.push(format!("{} {}-{}", DAYS.get(day)?, clock(at), clock(end)));
            at = end;
        }
    }
    Some(parts.join(", "))
}

fn business(hours: &BusinessHours, id: &str) -> Written<String> {
    let mut spans = Vec::new();
    for (day, weekday) in Weekday::Monday.cycle_forward().take(7).enumerate() {
        let seconds = |minute: u16| day as f64 * DAY_S + f64::from(minute) * 60.0;
        let of_day = hours.week().hours(weekday).spans().iter();
        spans.extend(of_day.map(|span| (seconds(span.start_min()), seconds(span.end_min()))));
    }
    let mut closed = Vec::new();
    for holiday in hours.holidays() {
        match holiday.date {
            HolidayDate::On(date) if holiday.hours.is_closed() => closed.push(format!("\"{date}\"")),
            _ => return wordless("a holiday that is not one closed day", id),
        }
    }
    let Some(words) = week_words(&spans) else { return wordless("hours that are not of whole minutes", id) };
    let holidays =
        if closed.is_empty() { String::new() } else { format!(", holidays = [{}]", closed.join(", ")) };
    Ok(format!("{{ hours = \"{words}\", zone = {}{holidays} }}", quoted(hours.zone_name())))
}

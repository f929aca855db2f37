//! What a simulation of a process is made of: plain values that were measured, fitted or assumed, and may be changed.

use bpmn::map::{StepKind, Visibility};
use jiff::Zoned;
use jiff::civil::Date;
use sim::WeekHours;

/// Everything that decides what a simulation does.
#[derive(Debug, Clone)]
pub struct Parameters {
    /// When it begins, on the clock of the office: a Monday, midnight.
    pub start: Zoned,
    /// Cases an hour, for each hour of the week from Monday, midnight.
    pub per_hour: Vec<f64>,
    /// Rows of the map.
    pub lanes: Vec<Lane>,
    /// Steps, those of the map first.
    pub steps: Vec<Step>,
    /// At which step cases begin, with shares that sum to one.
    pub begins: Vec<(usize, f64)>,
    /// Which way cases go from each step; shares of a step sum to one.
    pub ways: Vec<Way>,
}

/// A row of the map, with the people who work in it.
#[derive(Debug, Clone)]
pub struct Lane {
    /// Its identifier on the map.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// How it stands to the customer.
    pub visibility: Visibility,
    /// Who works there; none where nobody of the organisation does.
    pub people: Option<People>,
}

/// People of a lane, as far as they work on this process.
#[derive(Debug, Clone)]
pub struct People {
    /// How many; of a part of one, that part of each day.
    pub count: f64,
    /// How many more come on each day of the week, from Monday.
    pub extra: [f64; 7],
    /// When they are there.
    pub hours: WeekHours,
    /// Days on which they are not.
    pub holidays: Vec<Date>,
    /// What an hour of work costs.
    pub cost_per_hour: f64,
}

/// A step of the process.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its identifier on the map.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Its lane.
    pub lane: usize,
    /// What it stands for.
    pub kind: StepKind,
    /// Mean time of work on a case, seconds; in the customer's lane their own time.
    pub work_s: f64,
    /// Time that passes before the work and that no free person would shorten: values seen, seconds.
    pub delay_s: Vec<f64>,
    /// Mean time after which a case that waits for somebody leaves, seconds; none, if it stays.
    pub patience_s: Option<f64>,
}

/// A way from one step to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    /// The earlier step.
    pub from: usize,
    /// The later step.
    pub to: usize,
    /// Share of those who leave the earlier one.
    pub share: f64,
}

/// Spread of working times beside their mean, which journals without beginnings of work do not show.
pub const WORK_SPREAD: f64 = 0.5;

impl Parameters {
    /// The step with this identifier.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.id == id)
    }

    /// The lane with this identifier.
    #[must_use]
    pub fn lane(&self, id: &str) -> Option<usize> {
        self.lanes.iter().position(|lane| lane.id == id)
    }

    /// Who works at a step.
    #[must_use]
    pub fn people_at(&self, step: usize) -> Option<&People> {
        self.lanes[self.steps[step].lane].people.as_ref()
    }

    /// Whether somebody of the organisation works at a step.
    #[must_use]
    pub fn is_staffed(&self, step: usize) -> bool {
        !self.steps[step].kind.is_end() && self.people_at(step).is_some()
    }

    /// Cases that come in a week.
    #[must_use]
    pub fn per_week(&self) -> f64 {
        self.per_hour.iter().sum()
    }

    /// The ways from a step.
    pub fn ways_from(&self, step: usize) -> impl Iterator<Item = &Way> {
        self.ways.iter().filter(move |way| way.from == step)
    }

    /// How often a case comes to each step: the solution of the traffic equations, by repeated substitution (Jackson 1957).
    #[must_use]
    pub fn visits(&self) -> Vec<f64> {
        const ROUNDS: usize = 500;
        let mut visits = vec![0.0; self.steps.len()];
        let mut coming = visits.clone();
        for &(step, share) in &self.begins {
            coming[step] += share;
        }
        for _ in 0..ROUNDS {
            let mut next = vec![0.0; visits.len()];
            for (sum, now) in visits.iter_mut().zip(&coming) {
                *sum += now;
            }
            for way in self.ways.iter().filter(|way| !self.steps[way.from].kind.is_end()) {
                next[way.to] += coming[way.from] * way.share;
            }
            coming = next;
            if coming.iter().sum::<f64>() < 1e-9 {
                break;
            }
        }
        visits
    }
}

impl Step {
    /// The mean of the time that passes before the work.
    #[must_use]
    pub fn mean_delay_s(&self) -> f64 {
        if self.delay_s.is_empty() {
            0.0
        } else {
            self.delay_s.iter().sum::<f64>() / self.delay_s.len() as f64
        }
    }

    /// The same values, longer or shorter, so that this is their mean.
    pub fn set_mean_delay(&mut self, mean_s: f64) {
        let now = self.mean_delay_s();
        if mean_s <= 0.0 {
            self.delay_s.clear();
        } else if now > 0.0 {
            self.delay_s.iter_mut().for_each(|value| *value *= mean_s / now);
        } else {
            self.delay_s = vec![mean_s];
        }
    }
}

impl People {
    /// Hours of a week in which all of them together are there.
    #[must_use]
    pub fn hours_a_week(&self) -> f64 {
        let of_day = |day: usize| open_s(&day_spans(&self.hours, day)) / 3_600.0;
        (0..7).map(|day| of_day(day) * (self.count + self.extra[day])).sum()
    }
}

/// The spans of a day of the week, in seconds from its midnight.
#[must_use]
pub fn day_spans(hours: &WeekHours, day: usize) -> Vec<(f64, f64)> {
    let (from, to) = (day as f64 * 86_400.0, (day + 1) as f64 * 86_400.0);
    let within = hours.spans().iter().map(|span| (span.0.max(from) - from, span.1.min(to) - from));
    within.filter(|span| span.0 < span.1).collect()
}

/// The time that spans cover.
#[must_use]
pub fn open_s(spans: &[(f64, f64)]) -> f64 {
    spans.iter().map(|span| span.1 - span.0).sum()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Ask → check → mend, of which a fifth comes back to check → done.
    pub fn desk() -> Parameters {
        let lane = |id: &str, visibility, people| Lane {
            id: id.into(),
            name: id.to_uppercase(),
            visibility,
            people,
        };
        let people = People {
            count: 2.0,
            extra: [0.0; 7],
            hours: WeekHours::new([(0, 4, 32_400.0, 61_200.0)]).unwrap(),
            holidays: vec!["2025-03-03".parse().unwrap()],
            cost_per_hour: 40.0,
        };
        let step = |id: &str, lane, kind, work_s, delay_s: &[f64]| Step {
            id: id.into(),
            name: id.to_uppercase(),
            lane,
            kind,
            work_s,
            delay_s: delay_s.to_vec(),
            patience_s: None,
        };
        let mut per_hour = vec![0.0; 168];
        (0..5).for_each(|day| per_hour[day * 24 + 9..day * 24 + 17].fill(1.5));
        Parameters {
            start: "2025-03-03T00:00[Europe/Sofia]".parse().unwrap(),
            per_hour,
            lanes: vec![
                lane("customer", Visibility::Customer, None),
                lane("desk", Visibility::Back, Some(people)),
            ],
            steps: vec![
                step("ask", 0, StepKind::Start, 0.0, &[]),
                step("check", 1, StepKind::Step, 1_200.0, &[600.0]),
                step("mend", 1, StepKind::Step, 2_400.0, &[3_600.0, 7_200.0]),
                step("done", 0, StepKind::End { good: true }, 0.0, &[]),
            ],
            begins: vec![(0, 1.0)],
            ways: vec![
                Way { from: 0, to: 1, share: 1.0 },
                Way { from: 1, to: 2, share: 1.0 },
                Way { from: 2, to: 3, share: 0.8 },
                Way { from: 2, to: 1, share: 0.2 },
            ],
        }
    }

    #[test]
    fn visits_follow_from_the_shares() {
        let visits = desk().visits();
        let wanted = [1.0, 1.25, 1.25, 1.0];
        assert!(visits.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-6), "{visits:?}");
    }

    #[test]
    fn a_part_of_a_person_is_there_for_a_part_of_the_week() {
        let mut people = desk().lanes[1].people.clone().unwrap();
        people.count = 0.5;
        people.extra[0] = 1.0;
        assert_eq!(people.hours_a_week(), 28.0);
    }

    #[test]
    fn a_delay_keeps_its_shape_when_its_mean_is_changed() {
        let mut step = desk().steps[2].clone();
        step.set_mean_delay(2_700.0);
        assert_eq!(step.delay_s, [1_800.0, 3_600.0]);
        step.set_mean_delay(0.0);
        assert_eq!(step.mean_delay_s(), 0.0);
    }
}

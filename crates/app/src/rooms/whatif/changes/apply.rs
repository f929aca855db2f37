//! Today's parameters with the changes of a scenario, or everything that is wrong with these.

use super::{
    Added, Changes, DAYS, MAX_ADDED, MAX_CASES, MAX_CASES_IN_ALL, MAX_NAME, MAX_PEOPLE, MAX_REPLICATIONS,
    MAX_TIME_S, MAX_VOLUME, Wrong,
};
use crate::rooms::whatif::parameters::{Parameters, Step, Way};
use crate::web::Text;
use bpmn::map::StepKind;
use sim::scenario::Hours;
use sim::{Scenario, WeekHours};

/// How far shares may miss a sum of one: people write whole percents.
const SUM_TOLERANCE: f64 = 0.005;

impl Changes {
    /// The parameters with these changes.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, each with the field it stands in.
    pub fn applied(&self, today: &Parameters) -> Result<Parameters, Vec<Wrong>> {
        let mut made = Made { parameters: today.clone(), wrong: Vec::new() };
        made.size(self);
        made.people(self);
        made.steps(self);
        made.shares(self);
        made.moves(self);
        for id in &self.removed {
            made.remove(id);
        }
        if self.added.len() > MAX_ADDED {
            made.refuse("added-name", "", Text::key("whatif-wrong-added").with("n", MAX_ADDED));
        }
        for (number, step) in self.added.iter().take(MAX_ADDED).enumerate() {
            made.add(number, step);
        }
        if made.wrong.is_empty() { Ok(made.parameters) } else { Err(made.wrong) }
    }
}

struct Made {
    parameters: Parameters,
    wrong: Vec<Wrong>,
}

impl Made {
    fn refuse(&mut self, field: impl Into<String>, of: &str, text: Text) {
        self.wrong.push(Wrong { field: field.into(), of: of.to_owned(), text });
    }

    /// A number within its range, or a refusal.
    fn within(
        &mut self,
        field: &str,
        of: &str,
        value: f64,
        (least, most): (f64, f64),
        unit: f64,
    ) -> Option<f64> {
        if (least..=most).contains(&value) {
            return Some(value);
        }
        let text = Text::key("whatif-wrong-range").with("value", tidy(value / unit));
        self.refuse(field, of, text.with("least", tidy(least / unit)).with("most", tidy(most / unit)));
        None
    }

    fn lane(&mut self, field: &str, id: &str) -> Option<usize> {
        let lane = self.parameters.lane(id).filter(|&lane| self.parameters.lanes[lane].people.is_some());
        if lane.is_none() {
            self.refuse(field, id, Text::key("whatif-wrong-lane").with("lane", id));
        }
        lane
    }

    fn step(&mut self, field: &str, id: &str) -> Option<usize> {
        let step = self.parameters.step(id);
        if step.is_none() {
            self.refuse(field, id, Text::key("whatif-wrong-step").with("step", id));
        }
        step
    }

    fn size(&mut self, changes: &Changes) {
        if let Some(volume) = changes.volume
            && self.within("volume", "", volume, (0.01, MAX_VOLUME), 0.01).is_some()
        {
            self.parameters.per_hour.iter_mut().for_each(|rate| *rate *= volume);
        }
        let (cases, replications) = (changes.cases.unwrap_or(1), changes.replications.unwrap_or(2));
        self.within("cases", "", cases as f64, (1.0, MAX_CASES as f64), 1.0);
        self.within("replications", "", replications as f64, (2.0, MAX_REPLICATIONS as f64), 1.0);
        if cases.saturating_mul(replications) > MAX_CASES_IN_ALL && self.wrong.is_empty() {
            self.refuse("cases", "", Text::key("whatif-wrong-cases").with("n", MAX_CASES_IN_ALL));
        }
    }

    fn people(&mut self, changes: &Changes) {
        for (id, count) in &changes.people {
            let field = format!("people/{id}");
            let Some(lane) = self.lane(&field, id) else { continue };
            let name = self.parameters.lanes[lane].name.clone();
            let count = self.within(&field, &name, *count, (0.01, MAX_PEOPLE), 1.0);
            if let (Some(count), Some(people)) = (count, &mut self.parameters.lanes[lane].people) {
                people.count = count;
            }
        }
        for (id, days) in &changes.extra {
            let Some(lane) = self.lane(&format!("extra/{id}/mon"), id) else { continue };
            let name = self.parameters.lanes[lane].name.clone();
            for (day, count) in days {
                let field = format!("extra/{id}/{day}");
                let Some(at) = DAYS.iter().position(|known| known == day) else {
                    self.refuse(field, &name, Text::key("whatif-wrong-day").with("day", day));
                    continue;
                };
                let count = self.within(&field, &name, *count, (0.0, MAX_PEOPLE), 1.0);
                if let (Some(count), Some(people)) = (count, &mut self.parameters.lanes[lane].people) {
                    people.extra[at] = count;
                }
            }
        }
        for (id, text) in &changes.hours {
            let field = format!("hours/{id}");
            let Some(lane) = self.lane(&field, id) else { continue };
            let name = self.parameters.lanes[lane].name.clone();
            match week(text) {
                Ok(hours) => {
                    if let Some(people) = &mut self.parameters.lanes[lane].people {
                        people.hours = hours;
                    }
                }
                Err(text) => self.refuse(field, &name, text),
            }
        }
        for (id, cost) in &changes.cost_per_hour {
            let field = format!("cost/{id}");
            let Some(lane) = self.lane(&field, id) else { continue };
            let name = self.parameters.lanes[lane].name.clone();
            let cost = self.within(&field, &name, *cost, (0.0, 1e6), 1.0);
            if let (Some(cost), Some(people)) = (cost, &mut self.parameters.lanes[lane].people) {
                people.cost_per_hour = cost;
            }
        }
    }

    fn steps(&mut self, changes: &Changes) {
        let set_work: fn(&mut Step, f64) = |step, value| step.work_s = value;
        let set_delay: fn(&mut Step, f64) = Step::set_mean_delay;
        let set_patience: fn(&mut Step, f64) = |step, value| step.patience_s = (value > 0.0).then_some(value);
        for (kind, values, set, unit) in [
            ("work", &changes.work_s, set_work, 60.0),
            ("delay", &changes.delay_s, set_delay, 3_600.0),
            ("patience", &changes.patience_s, set_patience, 3_600.0),
        ] {
            for (id, value) in values {
                let field = format!("{kind}/{id}");
                let Some(step) = self.step(&field, id) else { continue };
                let name = self.parameters.steps[step].name.clone();
                if let Some(value) = self.within(&field, &name, *value, (0.0, MAX_TIME_S), unit) {
                    set(&mut self.parameters.steps[step], value);
                }
            }
        }
    }

    fn shares(&mut self, changes: &Changes) {
        for (id, shares) in &changes.shares {
            let Some(from) = self.step(&format!("share/{id}"), id) else { continue };
            let name = self.parameters.steps[from].name.clone();
            for (to, share) in shares {
                let field = format!("share/{id}/{to}");
                let Some(target) = self.step(&field, to) else { continue };
                let Some(share) = self.within(&field, &name, *share, (0.0, 1.0), 0.01) else { continue };
                let ways = &mut self.parameters.ways;
                match ways.iter_mut().find(|way| (way.from, way.to) == (from, target)) {
                    Some(way) => way.share = share,
                    None => ways.push(Way { from, to: target, share }),
                }
            }
            let sum: f64 = self.parameters.ways_from(from).map(|way| way.share).sum();
            if (sum - 1.0).abs() > SUM_TOLERANCE {
                let first = shares.keys().next().cloned().unwrap_or_default();
                let text = Text::key("whatif-wrong-sum").with("step", &name).with("sum", tidy(sum * 100.0));
                self.refuse(format!("share/{id}/{first}"), &name, text);
            } else {
                self.parameters
                    .ways
                    .iter_mut()
                    .filter(|way| way.from == from)
                    .for_each(|way| way.share /= sum);
            }
        }
    }

    fn moves(&mut self, changes: &Changes) {
        for (id, lane) in &changes.moved {
            let field = format!("lane/{id}");
            let Some(step) = self.step(&field, id) else { continue };
            match self.parameters.lane(lane) {
                Some(lane) => self.parameters.steps[step].lane = lane,
                None => self.refuse(field, id, Text::key("whatif-wrong-lane").with("lane", lane)),
            }
        }
    }

    /// Leaves a step out: who came to it goes on as those who left it did, without going round in it.
    fn remove(&mut self, id: &str) {
        let field = format!("remove/{id}");
        let Some(step) = self.step(&field, id) else { return };
        let parameters = &mut self.parameters;
        let round: f64 = parameters.ways_from(step).filter(|way| way.to == step).map(|way| way.share).sum();
        let on: Vec<(usize, f64)> = parameters
            .ways_from(step)
            .filter(|way| way.to != step)
            .map(|way| (way.to, way.share / (1.0 - round).max(f64::MIN_POSITIVE)))
            .collect();
        let name = parameters.steps[step].name.clone();
        if parameters.steps[step].kind.is_end() || on.is_empty() {
            return self.refuse(field, &name, Text::key("whatif-wrong-remove").with("step", &name));
        }
        let mut ways: Vec<Way> = Vec::new();
        let mut take = |from: usize, to: usize, share: f64| match ways
            .iter_mut()
            .find(|way: &&mut Way| (way.from, way.to) == (from, to))
        {
            Some(way) => way.share += share,
            None => ways.push(Way { from, to, share }),
        };
        for way in parameters.ways.iter().filter(|way| way.from != step) {
            if way.to == step {
                on.iter().for_each(|&(to, share)| take(way.from, to, way.share * share));
            } else {
                take(way.from, way.to, way.share);
            }
        }
        let mut begins: Vec<(usize, f64)> = Vec::new();
        for &(begin, share) in &parameters.begins {
            let next = if begin == step { on.clone() } else { vec![(begin, 1.0)] };
            for (to, part) in next {
                match begins.iter_mut().find(|(known, _)| *known == to) {
                    Some((_, sum)) => *sum += share * part,
                    None => begins.push((to, share * part)),
                }
            }
        }
        let moved = |at: usize| if at > step { at - 1 } else { at };
        parameters.ways = ways
            .iter()
            .map(|way| Way { from: moved(way.from), to: moved(way.to), share: way.share })
            .collect();
        parameters.begins = begins.iter().map(|&(at, share)| (moved(at), share)).collect();
        parameters.steps.remove(step);
    }

    /// Puts a step between another and all that comes after it.
    fn add(&mut self, number: usize, added: &Added) {
        let name = added.name.trim();
        if name.is_empty() || name.chars().count() > MAX_NAME || name.contains(char::is_control) {
            return self.refuse("added-name", name, Text::key("whatif-wrong-name").with("n", MAX_NAME));
        }
        let Some(after) = self.step("added-after", &added.after) else { return };
        let Some(lane) = self.parameters.lane(&added.lane) else {
            let text = Text::key("whatif-wrong-lane").with("lane", &added.lane);
            return self.refuse("added-lane", name, text);
        };
        if self.parameters.steps[after].kind.is_end() {
            let of = self.parameters.steps[after].name.clone();
            return self.refuse("added-after", name, Text::key("whatif-wrong-after").with("step", of));
        }
        let work = self.within("added-work", name, added.work_s, (0.0, MAX_TIME_S), 60.0);
        let delay = self.within("added-delay", name, added.delay_s, (0.0, MAX_TIME_S), 3_600.0);
        let (Some(work_s), Some(delay_s)) = (work, delay) else { return };
        let parameters = &mut self.parameters;
        let at = parameters.steps.len();
        parameters.steps.push(Step {
            id: format!("new-{}", number + 1),
            name: name.to_owned(),
            lane,
            kind: StepKind::Step,
            work_s,
            delay_s: if delay_s > 0.0 { vec![delay_s] } else { Vec::new() },
            patience_s: None,
        });
        parameters.ways.iter_mut().filter(|way| way.from == after).for_each(|way| way.from = at);
        parameters.ways.push(Way { from: after, to: at, share: 1.0 });
    }
}

/// A number as people would write it.
fn tidy(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}

/// The hours of a text, or what is wrong with it.
pub fn week(text: &str) -> Result<WeekHours, Text> {
    let is_plain = text.len() <= 500 && !text.contains(['"', '\\']) && !text.contains(char::is_control);
    let toml = format!("[arrivals]\nevery = 1\n[calendars]\nhours = \"{text}\"\n");
    let read = is_plain.then(|| Scenario::from_toml(&toml).ok()).flatten();
    match read.and_then(|scenario| scenario.calendars.into_iter().next()).map(|calendar| calendar.hours) {
        Some(Hours::Week(hours)) => Ok(hours),
        _ => Err(Text::key("whatif-wrong-hours").with("hours", text.chars().take(60).collect::<String>())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::parameters::tests::desk;
    use super::*;

    fn changes(json: &str) -> Changes {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn each_change_is_made_and_nothing_else() {
        let today = desk();
        let made = changes(
            r#"{"volume": 2, "people": {"desk": 3}, "extra": {"desk": {"mon": 1}}, "hours": {"desk": "mon-sat 08:00-12:00"},
                "work_s": {"check": 60}, "delay_s": {"mend": 100}, "patience_s": {"mend": 7200},
                "shares": {"mend": {"done": 0.9, "check": 0.1}}, "moved": {"check": "customer"}}"#,
        )
        .applied(&today)
        .unwrap();
        assert_eq!(made.per_week(), 2.0 * today.per_week());
        let people = made.lanes[1].people.as_ref().unwrap();
        assert_eq!((people.count, people.extra[0], people.hours.spans().len()), (3.0, 1.0, 6));
        assert_eq!((made.steps[1].work_s, made.steps[2].mean_delay_s().round()), (60.0, 100.0));
        assert_eq!((made.steps[2].patience_s, made.steps[1].lane), (Some(7_200.0), 0));
        assert_eq!(made.ways[2].share, 0.9);
        assert_eq!(made.steps[2].work_s, today.steps[2].work_s);
    }

    #[test]
    fn a_step_can_be_left_out_and_another_come_in() {
        let made = changes(
            r#"{"removed": ["check"], "added": [{"after": "mend", "name": "Test", "lane": "desk", "work_s": 600}]}"#,
        )
        .applied(&desk())
        .unwrap();
        let ids: Vec<&str> = made.steps.iter().map(|step| &*step.id).collect();
        assert_eq!(ids, ["ask", "mend", "done", "new-1"]);
        let visits = made.visits();
        assert!((visits[1] - 1.25).abs() < 1e-6 && (visits[3] - 1.25).abs() < 1e-6, "{visits:?}");
        assert!((visits[2] - 1.0).abs() < 1e-6);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_field() {
        let wrong = changes(
            r#"{"volume": -1, "people": {"desk": 0, "nobody": 2}, "hours": {"desk": "mon 17:00-09:00"},
                "delay_s": {"mend": -5}, "shares": {"mend": {"done": 0.9}}, "removed": ["done"], "cases": 1000000000,
                "extra": {"desk": {"noday": 1}}, "added": [{"after": "done", "name": "x", "lane": "desk"}]}"#,
        )
        .applied(&desk())
        .unwrap_err();
        let fields: Vec<&str> = wrong.iter().map(|wrong| &*wrong.field).collect();
        assert_eq!(
            fields,
            [
                "volume",
                "cases",
                "people/desk",
                "people/nobody",
                "extra/desk/noday",
                "hours/desk",
                "delay/mend",
                "share/mend/done",
                "remove/done",
                "added-after"
            ]
        );
        assert_eq!(wrong[7].text.name(), "whatif-wrong-sum");
        assert!(week("").is_err(), "a calendar that never opens is none");
        assert!(week("mon-fri 09:00-17:00").is_ok());
    }
}

//! The form of a scenario: what stands in its fields, and what somebody changed in them.
//!
//! A field that says what today's says is no change, so that a scenario holds only what differs.

use crate::rooms::whatif::changes::{Added, Changes, DAYS, Wrong};
use crate::rooms::whatif::parameters::{Parameters, day_spans};
use crate::web::Text;
use sim::WeekHours;
use std::collections::BTreeMap;

/// Fields by name.
pub type Filled = BTreeMap<String, String>;

/// What stands in the fields for today with these changes.
pub fn filled(today: &Parameters, changes: &Changes) -> Filled {
    let mut filled = Filled::new();
    let mut put = |name: String, text: String| drop(filled.insert(name, text));
    put("volume".into(), tidy(changes.volume.unwrap_or(1.0) * 100.0));
    let count = |count: Option<u64>| count.map_or_else(String::new, |count| count.to_string());
    put("cases".into(), count(changes.cases));
    put("replications".into(), count(changes.replications));
    for lane in &today.lanes {
        let (Some(people), id) = (&lane.people, &lane.id) else { continue };
        put(format!("people/{id}"), tidy(changes.people.get(id).copied().unwrap_or(people.count)));
        let hours = changes.hours.get(id).cloned().unwrap_or_else(|| week_text(&people.hours));
        put(format!("hours/{id}"), hours);
        let cost = changes.cost_per_hour.get(id).copied().unwrap_or(people.cost_per_hour);
        put(format!("cost/{id}"), tidy(cost));
        for (day, name) in DAYS.iter().enumerate() {
            let extra = changes.extra.get(id).and_then(|days| days.get(*name)).copied();
            put(format!("extra/{id}/{name}"), tidy(extra.unwrap_or(people.extra[day])));
        }
    }
    for (at, step) in today.steps.iter().enumerate().filter(|(_, step)| !step.kind.is_end()) {
        let id = &step.id;
        put(format!("work/{id}"), tidy(changes.work_s.get(id).copied().unwrap_or(step.work_s) / 60.0));
        let delay = changes.delay_s.get(id).copied().unwrap_or_else(|| step.mean_delay_s());
        put(format!("delay/{id}"), tidy(delay / 3_600.0));
        let patience = changes.patience_s.get(id).copied().or(step.patience_s).filter(|value| *value > 0.0);
        put(format!("patience/{id}"), patience.map_or_else(String::new, |value| tidy(value / 3_600.0)));
        let lane = changes.moved.get(id).cloned().unwrap_or_else(|| today.lanes[step.lane].id.clone());
        put(format!("lane/{id}"), lane);
        if changes.removed.contains(id) {
            put(format!("remove/{id}"), "on".into());
        }
        for way in today.ways_from(at) {
            let to = &today.steps[way.to].id;
            let changed = changes.shares.get(id).and_then(|shares| shares.get(to)).copied();
            put(format!("share/{id}/{to}"), tidy(changed.unwrap_or(way.share) * 100.0));
        }
    }
    filled
}

/// What a form changes of today; `before` holds the steps that came in already, of which some may be dropped.
///
/// # Errors
///
/// Every field that is no number.
pub fn changes(today: &Parameters, before: &[Added], form: &Filled) -> Result<Changes, Vec<Wrong>> {
    let base = filled(today, &Changes::default());
    let mut read = Read { form, base: &base, wrong: Vec::new() };
    let mut made = Changes {
        volume: read.number("volume", "").map(|percent| percent / 100.0),
        cases: read.number("cases", "").map(|cases| cases as u64),
        replications: read.number("replications", "").map(|count| count as u64),
        ..Changes::default()
    };
    for lane in today.lanes.iter().filter(|lane| lane.people.is_some()) {
        let (id, name) = (&lane.id, &*lane.name);
        made.people.extend(read.number(&format!("people/{id}"), name).map(|count| (id.clone(), count)));
        made.cost_per_hour.extend(read.number(&format!("cost/{id}"), name).map(|cost| (id.clone(), cost)));
        made.hours.extend(read.changed(&format!("hours/{id}")).map(|hours| (id.clone(), hours.to_owned())));
        let days: BTreeMap<String, f64> = DAYS
            .iter()
            .filter_map(|day| Some(((*day).to_owned(), read.number(&format!("extra/{id}/{day}"), name)?)))
            .collect();
        if !days.is_empty() {
            made.extra.insert(id.clone(), days);
        }
    }
    for (at, step) in today.steps.iter().enumerate().filter(|(_, step)| !step.kind.is_end()) {
        let (id, name) = (&step.id, &*step.name);
        made.work_s.extend(read.number(&format!("work/{id}"), name).map(|value| (id.clone(), value * 60.0)));
        made.delay_s
            .extend(read.number(&format!("delay/{id}"), name).map(|value| (id.clone(), value * 3_600.0)));
        let patience = format!("patience/{id}");
        match read.changed(&patience) {
            Some("") => drop(made.patience_s.insert(id.clone(), 0.0)),
            Some(_) => made
                .patience_s
                .extend(read.number(&patience, name).map(|value| (id.clone(), value * 3_600.0))),
            None => {}
        }
        made.moved.extend(read.changed(&format!("lane/{id}")).map(|lane| (id.clone(), lane.to_owned())));
        if form.contains_key(&format!("remove/{id}")) {
            made.removed.insert(id.clone());
        }
        let ways: Vec<_> = today.ways_from(at).map(|way| today.steps[way.to].id.clone()).collect();
        let is_changed = ways.iter().any(|to| read.changed(&format!("share/{id}/{to}")).is_some());
        if is_changed {
            let shares = ways.iter().filter_map(|to| {
                let field = format!("share/{id}/{to}");
                let share = read.any_number(&field, name)?;
                Some((to.clone(), share / 100.0))
            });
            let shares = shares.collect();
            made.shares.insert(id.clone(), shares);
        }
    }
    let kept = |(number, _): &(usize, &Added)| !form.contains_key(&format!("drop/{number}"));
    made.added = before.iter().enumerate().filter(kept).map(|(_, added)| added.clone()).collect();
    made.added.extend(read.added());
    if read.wrong.is_empty() { Ok(made) } else { Err(read.wrong) }
}

struct Read<'a> {
    form: &'a Filled,
    base: &'a Filled,
    wrong: Vec<Wrong>,
}

impl<'a> Read<'a> {
    /// What a field says, if that is not what today's says.
    fn changed(&self, field: &str) -> Option<&'a str> {
        let said = self.form.get(field)?.trim();
        (self.base.get(field).map(String::as_str) != Some(said)).then_some(said)
    }

    /// The number of a field that was changed; empty is no number, and no change.
    fn number(&mut self, field: &str, of: &str) -> Option<f64> {
        let said = self.changed(field).filter(|said| !said.is_empty())?;
        self.parsed(field, of, said)
    }

    fn any_number(&mut self, field: &str, of: &str) -> Option<f64> {
        let said = self.form.get(field).map(|said| said.trim()).filter(|said| !said.is_empty())?;
        self.parsed(field, of, said)
    }

    fn parsed(&mut self, field: &str, of: &str, said: &str) -> Option<f64> {
        let number =
            said.replace(',', ".").replace('−', "-").parse::<f64>().ok().filter(|value| value.is_finite());
        if number.is_none() {
            let said: String = said.chars().take(40).collect();
            let text = Text::key("whatif-wrong-number").with("said", said);
            self.wrong.push(Wrong { field: field.to_owned(), of: of.to_owned(), text });
        }
        number
    }

    /// The step that is to come in, if one has a name.
    fn added(&mut self) -> Option<Added> {
        let said = |field: &str| self.form.get(field).map(|said| said.trim().to_owned()).unwrap_or_default();
        let (name, after, lane) = (said("added-name"), said("added-after"), said("added-lane"));
        if name.is_empty() {
            return None;
        }
        let work = self.any_number("added-work", &name).unwrap_or(0.0);
        let delay = self.any_number("added-delay", &name).unwrap_or(0.0);
        Some(Added { after, name, lane, work_s: work * 60.0, delay_s: delay * 3_600.0 })
    }
}

/// A number as it stands in a field: without what nobody would type.
pub fn tidy(value: f64) -> String {
    let digits = if value.abs() < 10.0 { 100.0 } else { 10.0 };
    let rounded = (value * digits).round() / digits;
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// The hours of a week as people write them, days that are alike in one.
pub fn week_text(hours: &WeekHours) -> String {
    let clock = |at: f64| format!("{:02}:{:02}", (at / 3_600.0) as u32, (at / 60.0) as u32 % 60);
    let of_day = |day: usize| {
        let spans = day_spans(hours, day).into_iter();
        spans.map(|(from, to)| format!("{}-{}", clock(from), clock(to))).collect::<Vec<_>>().join(" ")
    };
    let days: Vec<String> = (0..7).map(of_day).collect();
    let mut parts = Vec::new();
    let mut at = 0;
    while at < 7 {
        let end = (at..7).take_while(|&day| days[day] == days[at]).last().unwrap_or(at);
        if !days[at].is_empty() {
            let name = if end > at { format!("{}-{}", DAYS[at], DAYS[end]) } else { DAYS[at].to_owned() };
            parts.push(format!("{name} {}", days[at]));
        }
        at = end + 1;
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rooms::whatif::parameters::tests::desk;

    #[test]
    fn a_form_that_nobody_touched_changes_nothing() {
        let today = desk();
        let form = filled(&today, &Changes::default());
        assert_eq!(form["hours/desk"], "mon-fri 09:00-17:00");
        assert_eq!(
            (&*form["work/mend"], &*form["delay/mend"], &*form["share/mend/check"]),
            ("40", "1.5", "20")
        );
        assert_eq!(changes(&today, &[], &form).unwrap(), Changes::default());
    }

    #[test]
    fn what_is_changed_comes_back_into_the_form() {
        let today = desk();
        let mut form = filled(&today, &Changes::default());
        for (field, text) in [
            ("people/desk", "3"),
            ("extra/desk/mon", "1,5"),
            ("patience/mend", "8"),
            ("share/mend/check", "10"),
            ("share/mend/done", "90"),
            ("lane/check", "customer"),
            ("remove/ask", "on"),
            ("added-name", "Test"),
            ("added-after", "mend"),
            ("added-lane", "desk"),
            ("added-work", "5"),
        ] {
            form.insert(field.into(), text.into());
        }
        let made = changes(&today, &[], &form).unwrap();
        assert_eq!((made.people["desk"], made.extra["desk"]["mon"]), (3.0, 1.5));
        assert_eq!((made.patience_s["mend"], made.shares["mend"]["check"]), (28_800.0, 0.1));
        assert_eq!((made.added[0].work_s, made.removed.contains("ask")), (300.0, true));
        assert!(made.applied(&today).is_ok());
        let again = filled(&today, &made);
        assert_eq!(
            (&*again["people/desk"], &*again["lane/check"], &*again["remove/ask"]),
            ("3", "customer", "on")
        );
        assert_eq!(changes(&today, &made.added, &again).unwrap(), made);
    }

    #[test]
    fn what_is_no_number_is_named() {
        let today = desk();
        let mut form = filled(&today, &Changes::default());
        form.insert("work/mend".into(), "soon".into());
        let wrong = changes(&today, &[], &form).unwrap_err();
        assert_eq!((&*wrong[0].field, wrong[0].text.name()), ("work/mend", "whatif-wrong-number"));
    }
}

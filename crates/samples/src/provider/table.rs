//! The customer processes, read from the table beside this file.

use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use caseflow::Key;
use jiff::{Timestamp, ToSpan};
use rand::{Rng, RngExt};
use toml::de::{DeArray, DeTable, DeValue};

use super::catalogue::{Area, LifeStage, Process, Promise};
use super::offices::Department;
use super::staff::{StaffMember, StaffRole};

const TABLE: &str = include_str!("processes.toml");

/// The processes, each with an owner of its department.
pub fn processes(
    departments: &[Department],
    staff: &[StaffMember],
    now: Timestamp,
    rng: &mut impl Rng,
) -> Vec<Process> {
    let table = DeTable::parse(TABLE).expect("the table of processes is TOML").into_inner();
    let DeValue::Array(rows) = table["process"].get_ref() else { panic!("there is a list of processes") };
    let row = |row: &toml::Spanned<DeValue<'static>>| {
        let row = Row(row.get_ref().as_table().expect("a process is a table"));
        let department = departments.iter().position(|known| known.key == row.text("department"));
        let department = department.expect("the department of a process is in the table");
        let owners: Vec<usize> = (0..staff.len())
            .filter(|&person| {
                staff[person].role == StaffRole::Owner && staff[person].department == department
            })
            .collect();
        let owner = owners[rng.random_range(0..owners.len())];
        let reviewed = now - (24 * rng.random_range(5..300_i64)).hours();
        row.process(department, owner, reviewed)
    };
    rows.iter().map(row).collect()
}

/// A process as the table has it. The table is part of the program, so that what is wrong with it stops the tests.
struct Row<'a>(&'a DeTable<'static>);

impl Row<'_> {
    fn process(&self, department: usize, owner: usize, reviewed: Timestamp) -> Process {
        let lanes = self.texts("lanes").into_iter().enumerate().map(lane).collect();
        let steps: Vec<StepRow> = self.texts("steps").into_iter().map(StepRow::read).collect();
        let place = |id: &str| steps.iter().position(|step| step.id == id).expect("ways lead to steps");
        let work: Vec<(f64, Vec<(usize, u32)>)> = steps
            .iter()
            .map(|step| (step.hours, step.ways.iter().map(|(id, percent)| (place(id), *percent)).collect()))
            .collect();
        let flows = work
            .iter()
            .enumerate()
            .flat_map(|(from, (_, ways))| ways.iter().map(move |&(to, _)| Flow { from, to }));
        let map =
            CustomerMap::new(lanes, steps.iter().enumerate().map(StepRow::step).collect(), flows.collect());
        let is_published = !self.is("draft");
        Process {
            key: key(self.text("key")),
            name: self.text("name"),
            about: self.text("about"),
            stage: named(&LifeStage::ALL, LifeStage::as_str, self.text("stage")),
            area: named(&Area::ALL, Area::as_str, self.text("area")),
            owner,
            department,
            is_published,
            reviewed: is_published.then_some(reviewed),
            review_months: self.0.get("review").map_or(12, |months| number(months.get_ref()) as u32),
            industry: self.0.get("industry").map(|name| text(name.get_ref())),
            initiator: self.0.get("initiator").map_or("customer", |word| text(word.get_ref())),
            partners: self
                .texts("lanes")
                .into_iter()
                .filter_map(|lane| lane.strip_prefix("partner "))
                .collect(),
            tags: self.texts("tags"),
            map: map.expect("the table's maps are valid"),
            promise: self.promise(),
            case_type: key(self.text("type")),
            is_fault: self.is("fault"),
            is_for_firms: self.is("business"),
            weight: number(self.0["weight"].get_ref()) as u32,
            says: self.texts("says"),
            work,
        }
    }

    fn promise(&self) -> Promise {
        let parts = self.list("promise");
        let part = |place: usize| parts[place].get_ref();
        let target_h = number(part(1)) as u32;
        Promise {
            terms: key(&format!("{}-{target_h}h", self.text("key"))),
            name: text(part(0)),
            target_h,
            warning_share: number(part(2)),
            compensation_cents: number(part(3)) as u32,
            compensation: text(part(4)),
        }
    }

    fn text(&self, name: &str) -> &'static str {
        text(self.0[name].get_ref())
    }

    fn is(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| value.get_ref().as_bool() == Some(true))
    }

    fn list(&self, name: &str) -> &DeArray<'static> {
        self.0[name].get_ref().as_array().expect("a list")
    }

    fn texts(&self, name: &str) -> Vec<&'static str> {
        self.list(name).iter().map(|item| text(item.get_ref())).collect()
    }
}

/// A step as the table has it.
struct StepRow {
    id: &'static str,
    name: &'static str,
    lane: usize,
    hours: f64,
    /// Whether it is a good end, or a bad one.
    end: Option<bool>,
    ways: Vec<(&'static str, u32)>,
}

impl StepRow {
    fn read(line: &'static str) -> Self {
        let mut parts = line.split('|').map(str::trim);
        let mut next = || parts.next().unwrap_or_default();
        let (id, lane, hours, name, ways) = (next(), next(), next(), next(), next());
        let end = match hours {
            "good" => Some(true),
            "bad" => Some(false),
            _ => None,
        };
        let way = |way: &'static str| match way.trim().rsplit_once(' ') {
            Some((to, percent)) => (to, percent.parse().expect("a percentage")),
            None => (way.trim(), 0),
        };
        let mut ways: Vec<_> = ways.split(',').filter(|way| !way.is_empty()).map(way).collect();
        let others: u32 = ways.iter().map(|way| way.1).sum();
        if let Some(usual) = ways.first_mut() {
            usual.1 = 100 - others;
        }
        let hours = if end.is_some() { 0.0 } else { hours.parse().expect("hours") };
        Self { id, name, lane: lane.parse().expect("a lane"), hours, end, ways }
    }

    fn step((place, row): (usize, &Self)) -> Step {
        let kind = match row.end {
            Some(good) => StepKind::End { good },
            None if place == 0 => StepKind::Start,
            None => StepKind::Step,
        };
        Step { id: row.id.to_owned(), name: row.name.to_owned(), lane: row.lane, kind }
    }
}

fn lane((place, text): (usize, &str)) -> Lane {
    let (visibility, name) = text.split_once(' ').expect("a lane has a visibility and a name");
    let visibility: Visibility = visibility.parse().expect("a visibility");
    Lane { id: format!("{visibility}-{place}"), name: name.to_owned(), visibility }
}

fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, wanted: &str) -> T {
    *all.iter().find(|one| name(**one) == wanted).expect("one of those that there are")
}

fn key(text: &str) -> Key {
    Key::new(text).expect("the table's keys are keys")
}

fn text(value: &DeValue<'static>) -> &'static str {
    let DeValue::String(std::borrow::Cow::Borrowed(text)) = value else { panic!("a text without escapes") };
    text
}

fn number(value: &DeValue<'static>) -> f64 {
    let digits = match value {
        DeValue::Integer(number) => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => panic!("a number"),
    };
    digits.parse().expect("a number")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps_of(row: &Row<'_>) -> Vec<StepRow> {
        row.texts("steps").into_iter().map(StepRow::read).collect()
    }

    #[test]
    fn the_usual_way_comes_to_a_good_end_in_time() {
        let table = DeTable::parse(TABLE).unwrap().into_inner();
        for row in table["process"].get_ref().as_array().unwrap() {
            let row = Row(row.get_ref().as_table().unwrap());
            let steps = steps_of(&row);
            assert!((6..=12).contains(&steps.len()), "{} has {} steps", row.text("key"), steps.len());
            assert!((3..=6).contains(&row.texts("lanes").len()), "{}", row.text("key"));
            let mut at = &steps[0];
            let (mut walked, mut hours) = (0, 0.0);
            while at.end.is_none() {
                let usual = at.ways[0].0;
                let is_work = !row.texts("lanes")[at.lane].starts_with("customer ");
                hours += if is_work { at.hours } else { 0.0 };
                at = steps.iter().find(|step| step.id == usual).unwrap();
                walked += 1;
                assert!(walked < 20, "{} goes round in circles", row.text("key"));
            }
            assert_eq!(at.end, Some(true), "{}", row.text("key"));
            let target = f64::from(row.promise().target_h);
            assert!(hours < 0.85 * target, "{}: {hours} h of work for {target} h", row.text("key"));
        }
    }
}

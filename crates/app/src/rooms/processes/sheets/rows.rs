//! What each row of a spreadsheet would do to the catalogue.

use super::words::{Words, day};
use super::{Column, Sheet};
use crate::rooms::processes::choices::Choices;
use crate::rooms::processes::entries::{Catalogue, Entry};
use crate::rooms::processes::facts::{Facts, listed};
use crate::rooms::processes::naming::is_key;
use crate::web::folded::plain;
use crate::web::{Problem, Text};
use jiff::tz::TimeZone;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// A row, and what it would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its number in the spreadsheet.
    pub number: usize,
    /// The key that it gives; of a process that is there, its own.
    pub key: Option<String>,
    /// What would be said of the process.
    pub facts: Facts,
    /// What it would do.
    pub fate: Fate,
}

/// What a row would do.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// Make a process.
    New,
    /// Change the process there, in what these names say.
    Changed(Place, Vec<&'static str>),
    /// Nothing: all of it is so already.
    Same,
    /// Nothing, for these reasons.
    Wrong(Vec<Text>),
}

/// The process that a row changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its id.
    pub id: Uuid,
    /// The version that was seen.
    pub seen: u64,
    /// What is said of it.
    pub before: Box<Facts>,
}

/// What the rows would do, given what their columns mean.
#[must_use]
pub fn lines(
    sheet: &Sheet,
    columns: &[Option<Column>],
    catalogue: &Catalogue,
    choices: &Choices,
    zone: &TimeZone,
) -> Vec<Line> {
    let by_key: HashMap<&str, &Entry> =
        catalogue.entries.iter().map(|entry| (entry.key.as_str(), entry)).collect();
    // The first of several with one name is as good as any other: only a key tells them apart.
    let mut by_name: HashMap<String, &Entry> = HashMap::new();
    for entry in catalogue.entries.iter().rev() {
        by_name.insert(plain(&entry.facts.name), entry);
    }
    let words = Words::of_all_languages();
    let mut seen = HashSet::new();
    let mut line = |(number, cells): &(usize, Vec<String>)| {
        let row = Row { columns, cells, words: &words, choices, zone };
        let (key, name) =
            (row.cell(Column::Key).unwrap_or_default(), row.cell(Column::Name).unwrap_or_default());
        let there = by_key.get(key).or_else(|| by_name.get(&plain(name)).filter(|_| key.is_empty())).copied();
        let (facts, mut wrong) =
            row.facts(there.map_or_else(|| Facts::named(name), |entry| entry.facts.clone()));
        if there.is_none() && !key.is_empty() && !is_key(key) {
            wrong.push(Text::key("process-key-wrong"));
        }
        let mark = there
            .map_or_else(|| if key.is_empty() { plain(name) } else { key.to_owned() }, |e| e.key.clone());
        if !seen.insert(mark) {
            wrong.push(Text::key("sheet-twice"));
        }
        let checked = facts.clone().checked().and_then(|facts| {
            choices.check(&facts, there.map(|entry| &entry.facts))?;
            Ok(facts)
        });
        let facts = match checked {
            Ok(facts) => facts,
            Err(Problem::Invalid(text)) => {
                wrong.push(text);
                facts
            }
            Err(_) => facts,
        };
        let fate = match there {
            _ if !wrong.is_empty() => Fate::Wrong(wrong),
            None => Fate::New,
            Some(entry) if entry.facts == facts => Fate::Same,
            Some(entry) => {
                let changed = facts.differences(&entry.facts);
                let before = Box::new(entry.facts.clone());
                Fate::Changed(Place { id: entry.id, seen: entry.version, before }, changed)
            }
        };
        let key = there
            .map(|entry| entry.key.clone())
            .or_else(|| Some(key.to_owned()).filter(|key| !key.is_empty()));
        Line { number: *number, key, facts, fate }
    };
    sheet.rows.iter().map(&mut line).collect()
}

/// A row with what its columns mean.
struct Row<'a> {
    columns: &'a [Option<Column>],
    cells: &'a [String],
    words: &'a Words,
    choices: &'a Choices,
    zone: &'a TimeZone,
}

impl Row<'_> {
    /// What stands in a column; none if there is no such column.
    fn cell(&self, column: Column) -> Option<&str> {
        let place = self.columns.iter().position(|meant| *meant == Some(column))?;
        self.cells.get(place).map(String::as_str)
    }

    /// What is to be said of the process, and what of the row cannot be understood. What the row does not speak of stays.
    fn facts(&self, mut facts: Facts) -> (Facts, Vec<Text>) {
        let mut wrong = Vec::new();
        // An empty cell says nothing of what every process has, and empties what it need not have.
        let given = |column| self.cell(column).filter(|text| !text.is_empty());
        let mut read = |column: Column, take: &mut dyn FnMut(&str) -> bool| {
            if let Some(text) = given(column)
                && !take(text)
            {
                let text: String = text.chars().take(60).collect();
                let key = match column {
                    Column::Owner => "sheet-owner-unknown",
                    Column::Department => "sheet-department-unknown",
                    Column::Promise => "sheet-promise-unknown",
                    Column::Reviewed => "sheet-day-unknown",
                    Column::Months => "sheet-months-unknown",
                    Column::Stage => "sheet-stage-unknown",
                    Column::State => "sheet-state-unknown",
                    _ => "sheet-initiator-unknown",
                };
                wrong.push(Text::key(key).with("text", text));
            }
        };
        read(Column::Name, &mut |text| put(&mut facts.name, Some(text.to_owned())));
        read(Column::Stage, &mut |text| put(&mut facts.stage, self.words.stage(text)));
        read(Column::Area, &mut |text| put(&mut facts.area, self.words.area(text)));
        read(Column::State, &mut |text| put(&mut facts.state, self.words.state(text)));
        read(Column::Initiator, &mut |text| put(&mut facts.initiator, self.words.initiator(text)));
        let is_emptied = |column| self.cell(column) == Some("");
        if is_emptied(Column::Owner) {
            facts.owner = None;
        }
        read(Column::Owner, &mut |text| {
            put(&mut facts.owner, self.choices.owner(text).map(|one| Some(one.id)))
        });
        if is_emptied(Column::Department) {
            facts.department = None;
        }
        let department = |text: &str| self.choices.department(text).map(|one| Some(one.id));
        read(Column::Department, &mut |text| put(&mut facts.department, department(text)));
        if is_emptied(Column::Promise) {
            facts.promise = None;
        }
        let promise = |text: &str| self.choices.promise(text).map(|one| Some(one.key.clone()));
        read(Column::Promise, &mut |text| put(&mut facts.promise, promise(text)));
        if is_emptied(Column::Reviewed) {
            facts.reviewed_at = None;
        }
        let day = |text: &str| day(text, self.zone).map(Some);
        // A day says nothing of the hour, which stays as it is known.
        let known = facts.reviewed_at.map(|at| at.to_zoned(self.zone.clone()).date());
        read(Column::Reviewed, &mut |text| match day(text) {
            Some(Some(at)) if known == Some(at.to_zoned(self.zone.clone()).date()) => true,
            at => put(&mut facts.reviewed_at, at),
        });
        if is_emptied(Column::Months) {
            facts.review_months = None;
        }
        read(Column::Months, &mut |text| put(&mut facts.review_months, text.parse().ok().map(Some)));
        if let Some(text) = self.cell(Column::Description) {
            text.clone_into(&mut facts.description);
        }
        if let Some(text) = self.cell(Column::Industry) {
            facts.industry = self.words.industry(text);
        }
        if let Some(text) = self.cell(Column::Partners) {
            facts.partners = listed(text);
        }
        if let Some(text) = self.cell(Column::Tags) {
            facts.tags = listed(text);
        }
        (facts, wrong)
    }
}

/// Puts a value in its place; says whether there is one.
fn put<T>(place: &mut T, value: Option<T>) -> bool {
    value.map(|value| *place = value).is_some()
}

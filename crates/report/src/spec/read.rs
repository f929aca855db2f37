//! Reading a spec: every name is looked up, every mistake is gathered.

use std::str::FromStr;

use std::cell::RefCell;
use std::collections::HashSet;
use std::io;

use bpmn::map::Visibility;
use eventlog::{TimeFormat, decoded};
use toml::de::{DeTable, DeValue};

use super::keys::{At, Errors, Keys};
use super::*;

impl Spec {
    /// Reads a spec.
    ///
    /// # Errors
    /// Every mistake in it, in the order of the file.
    pub fn parse(text: &str) -> Result<Self, Vec<SpecError>> {
        let errors = Errors::new(text);
        if text.len() > SPEC_BYTES {
            errors.add(0, Mistake::TooLong { limit: SPEC_BYTES });
            return Err(errors.into_sorted());
        }
        let document = match DeTable::parse(text) {
            Ok(document) => document,
            Err(error) => {
                errors.add(
                    error.span().map_or(0, |span| span.start),
                    Mistake::Syntax(error.message().to_owned()),
                );
                return Err(errors.into_sorted());
            }
        };
        let spec = {
            let keys = Keys::new(document.get_ref(), &errors, "spec", 0..0);
            let spec = Reading::of(&keys).spec();
            keys.finish();
            spec
        };
        let found = errors.into_sorted();
        if found.is_empty() { Ok(spec) } else { Err(found) }
    }
}

/// Where a name was not found: reading goes on with the first, and the mistake ends it.
const UNKNOWN: usize = 0;

/// The names that the parts of a spec call each other by.
pub(super) struct Reading<'a> {
    pub(super) keys: &'a Keys<'a>,
    /// Names that were given so far, and to what.
    given: RefCell<HashSet<(&'static str, String)>>,
    file_ids: Vec<String>,
    field_ids: Vec<String>,
    lane_ids: Vec<String>,
    pub(super) kinds: Vec<FieldKind>,
}

impl<'a> Reading<'a> {
    fn of(keys: &'a Keys<'a>) -> Self {
        let names = |key| {
            keys.table(key).map_or_else(Vec::new, |table| table.entries().map(|(k, _)| k.value).collect())
        };
        let lanes = keys.tables("lane");
        let kinds = keys.table("fields").map_or_else(Vec::new, |table| {
            table.entries().map(|(_, value)| kind_of(value.get_ref()).unwrap_or(FieldKind::Text)).collect()
        });
        Self {
            keys,
            given: RefCell::default(),
            file_ids: names("files"),
            field_ids: names("fields"),
            lane_ids: lanes
                .iter()
                .map(|lane| lane.text("id").map_or_else(String::new, |id| id.value))
                .collect(),
            kinds,
        }
    }

    fn spec(self) -> Spec {
        let keys = self.keys;
        let null = keys.texts("null");
        let time_zone = keys.text("time_zone");
        if let Some(zone) = &time_zone
            && TimeFormat::new(Some(&zone.value), None).is_err()
        {
            self.bad_value("time_zone", zone, "an IANA name such as Europe/Sofia");
        }
        let fields = self.fields();
        let files = self.files(&null, &fields);
        let lanes = self.lanes();
        let log = keys.table("log").map(|table| self.log(&table, &files));
        let steps = self.steps(log.is_some(), &files);
        if steps.is_empty() && log.is_none() {
            keys.mistake(0, Mistake::MissingKey { table: "spec".into(), key: "step".into() });
        }
        let promise = keys.table("promise").map(|table| self.promise(&table));
        let drivers = self.drivers(promise.as_ref(), keys.any("score").is_some());
        Spec {
            title: keys.needed_words("title"),
            about: keys.words("about").unwrap_or_default(),
            currency: keys.text("currency").map_or_else(String::new, |text| text.value),
            time_zone: time_zone.map(|zone| zone.value),
            seed: keys.whole("seed", 0).map_or(1, |seed| seed.value),
            cases: self.case_file(&keys.needed_text("cases"), &files),
            ends: self.ends(),
            group: keys.table("group").map(|table| self.group(&table)),
            score: keys.table("score").map(|table| self.score(&table, &steps, &files)),
            lead_time: keys.table("lead_time").map(|table| self.lead_time(&table)),
            what_ifs: self.what_ifs(&drivers),
            files,
            fields,
            lanes,
            log,
            steps,
            promise,
            drivers,
        }
    }

    fn files(&self, null: &[String], fields: &[FieldSpec]) -> Vec<FileSpec> {
        let Some(table) = self.keys.table("files") else {
            self.keys.mistake(0, Mistake::MissingKey { table: "spec".into(), key: "files".into() });
            return Vec::new();
        };
        let files: Vec<_> = table
            .entries()
            .filter_map(|(id, value)| {
                let keys = table.entry_table(&format!("files.{}", id.value), value)?;
                let file = self.one_file(id.value, &keys, null);
                keys.finish();
                Some(file)
            })
            .collect();
        for (number, file) in files.iter().enumerate() {
            if self.waits_for_itself(number, &files, fields) {
                self.keys.mistake(table.at(), Mistake::Circle { file: file.id.clone() });
            }
        }
        files
    }

    fn one_file(&self, id: String, keys: &Keys<'_>, null: &[String]) -> FileSpec {
        let delimiter = keys.text("delimiter").and_then(|text| match text.value.as_bytes() {
            [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Some(*byte),
            _ => {
                self.bad_value("delimiter", &text, "one character such as ; or \\t");
                None
            }
        });
        let time_format = keys.text("time_format");
        if let Some(format) = &time_format
            && TimeFormat::new(None, Some(&format.value)).is_err()
        {
            self.bad_value("time_format", format, "directives such as %d/%m/%Y %H:%M");
        }
        let encoding = keys.text("encoding");
        if let Some(encoding) = &encoding
            && decoded(io::empty(), Some(&encoding.value)).is_err()
        {
            self.bad_value("encoding", encoding, "a name such as utf-8, windows-1251 or utf-16le");
        }
        let decimal = keys.text("decimal");
        if let Some(decimal) = decimal.as_ref().filter(|sign| !matches!(sign.value.as_str(), "." | ",")) {
            self.bad_value("decimal", decimal, "a point or a comma");
        }
        let decimal_comma = decimal.is_some_and(|sign| sign.value == ",");
        let rows = match (keys.text("case"), keys.text("key")) {
            (Some(case), None) => RowsOf::Case(case.value),
            (None, Some(key)) => RowsOf::LookUp {
                key: key.value,
                via: self.field(&keys.needed_text("via"), Some(FieldKind::Text)),
            },
            _ => {
                keys.mistake(
                    keys.at(),
                    Mistake::MissingKey { table: format!("files.{id}"), key: "case".into() },
                );
                RowsOf::Case(String::new())
            }
        };
        let mut null = null.to_vec();
        null.extend(keys.texts("null"));
        let suspect = keys.table("suspect").map_or_else(Vec::new, |columns| {
            columns
                .entries()
                .map(|(column, values)| (column.value, columns.text_list("suspect", values)))
                .collect()
        });
        FileSpec {
            path: keys.needed_text("path").value,
            entry: keys.text("entry").map(|text| text.value),
            encoding: encoding.map(|text| text.value),
            decimal_comma,
            order_by: keys.text("order_by").map(|text| text.value),
            time_format: time_format.map(|text| text.value),
            id,
            delimiter,
            null,
            rows,
            suspect,
        }
    }

    fn waits_for_itself(&self, start: usize, files: &[FileSpec], fields: &[FieldSpec]) -> bool {
        let mut file = start;
        for _ in 0..=files.len() {
            let Some(RowsOf::LookUp { via, .. }) = files.get(file).map(|file| &file.rows) else {
                return false;
            };
            match fields.get(*via).map(|field| &field.source) {
                Some(FieldSource::Column { file: next, .. }) => file = *next,
                _ => return false,
            }
        }
        true
    }

    fn fields(&self) -> Vec<FieldSpec> {
        let Some(table) = self.keys.table("fields") else { return Vec::new() };
        let fields = table.entries().filter_map(|(id, value)| {
            let keys = table.entry_table(&format!("fields.{}", id.value), value)?;
            let field = if keys.any("from").is_some() {
                self.between(id.value, &keys)
            } else {
                self.column(id.value, &keys)
            };
            keys.finish();
            Some(field)
        });
        fields.collect()
    }

    fn between(&self, id: String, keys: &Keys<'_>) -> FieldSpec {
        let from = self.field(&keys.needed_text("from"), Some(FieldKind::Time));
        let to = self.field(&keys.needed_text("to"), Some(FieldKind::Time));
        FieldSpec { id, kind: FieldKind::Number, source: FieldSource::Between { from, to } }
    }

    fn column(&self, id: String, keys: &Keys<'_>) -> FieldSpec {
        let kinds = FieldKind::ALL.map(|kind| (kind.name(), kind));
        let kind = self.choice("kind", keys.text("kind").as_ref(), &kinds).unwrap_or(FieldKind::Text);
        let takes = [
            ("first", Take::First),
            ("last", Take::Last),
            ("sum", Take::Sum),
            ("least", Take::Least),
            ("greatest", Take::Greatest),
            ("count", Take::Count),
        ];
        let named = keys.text("take");
        let take = self.choice("take", named.as_ref(), &takes).unwrap_or(Take::Last);
        let counted = matches!(take, Take::Sum | Take::Count);
        let compared = matches!(take, Take::Least | Take::Greatest);
        let fits = match kind {
            FieldKind::Number => true,
            FieldKind::Time => !counted,
            FieldKind::Text | FieldKind::YesNo => !counted && !compared,
        };
        if let (false, Some(named)) = (fits, named) {
            self.keys.mistake(named.at, Mistake::WrongKind { field: id.clone(), expected: "number" });
        }
        let file = self.file(&keys.needed_text("file"));
        let column = keys.needed_text("column").value;
        FieldSpec { id, kind, source: FieldSource::Column { file, column, take } }
    }

    fn lanes(&self) -> Vec<LaneSpec> {
        let lanes = self.keys.tables("lane").into_iter().map(|keys| {
            let visibility = keys.needed_text("visibility");
            let lane = LaneSpec {
                id: keys.needed_text("id").value,
                name: keys.needed_words("name"),
                visibility: Visibility::from_str(&visibility.value).unwrap_or_else(|_| {
                    self.bad_value("visibility", &visibility, "customer, front, back, system or partner");
                    Visibility::Customer
                }),
            };
            self.once("lane", &lane.id, keys.at());
            keys.finish();
            lane
        });
        let lanes: Vec<_> = lanes.collect();
        match lanes.first() {
            None => self.keys.mistake(0, Mistake::MissingKey { table: "spec".into(), key: "lane".into() }),
            Some(first) if first.visibility != Visibility::Customer => {
                let value = first.visibility.as_str().to_owned();
                let allowed = "customer for the first lane: the map has the customer on top".to_owned();
                let at = self.keys.tables("lane").first().map_or(0, Keys::at);
                self.keys.mistake(at, Mistake::BadValue { key: "visibility".into(), value, allowed });
            }
            Some(_) => {}
        }
        lanes
    }

    fn log(&self, keys: &Keys<'_>, files: &[FileSpec]) -> LogSpec {
        let log = LogSpec {
            file: self.case_file(&keys.needed_text("file"), files),
            activity: keys.needed_text("activity").value,
            time: keys.needed_text("time").value,
            lane: self.lane(&keys.needed_text("lane")),
        };
        keys.finish();
        log
    }

    fn steps(&self, has_log: bool, files: &[FileSpec]) -> Vec<StepSpec> {
        let steps = self.keys.tables("step").into_iter().map(|keys| {
            let name = keys.needed_words("name");
            let given = keys.text("activity").map(|text| text.value);
            let time = if has_log && given.is_some() {
                None
            } else {
                Some((self.case_file(&keys.needed_text("file"), files), keys.needed_text("time").value))
            };
            let step = StepSpec {
                activity: given.unwrap_or_else(|| name.to(Language::En).to_owned()),
                lane: self.lane(&keys.needed_text("lane")),
                name,
                time,
            };
            self.once("step", &step.activity, keys.at());
            keys.finish();
            step
        });
        steps.collect()
    }

    fn ends(&self) -> Vec<EndSpec> {
        let ends = self.keys.tables("end").into_iter().map(|keys| {
            let name = keys.needed_words("name");
            let end = EndSpec {
                id: keys.text("id").map_or_else(|| name.to(Language::En).to_owned(), |text| text.value),
                lane: self.lane(&keys.needed_text("lane")),
                good: keys.flag("good").unwrap_or(false),
                when: self.condition(&keys, "when"),
                name,
            };
            self.once("step", &end.id, keys.at());
            keys.finish();
            end
        });
        ends.collect()
    }

    fn group(&self, keys: &Keys<'_>) -> GroupSpec {
        let group = GroupSpec {
            field: self.field(&keys.needed_text("field"), Some(FieldKind::Text)),
            name: keys.needed_words("name"),
        };
        keys.finish();
        group
    }

    fn score(&self, keys: &Keys<'_>, steps: &[StepSpec], files: &[FileSpec]) -> ScoreSpec {
        let scale = match keys.numbers("scale") {
            Some(At { value: list, .. }) if list.len() == 2 && list[0] < list[1] => (list[0], list[1]),
            other => {
                let at = other.map_or(keys.at(), |list| list.at);
                let allowed = "the lowest and the highest score, such as [1, 5]".to_owned();
                keys.mistake(at, Mistake::BadValue { key: "scale".into(), value: String::new(), allowed });
                (0.0, 1.0)
            }
        };
        let names: Vec<&str> = steps.iter().map(|step| step.activity.as_str()).collect();
        let score = ScoreSpec {
            name: keys.needed_words("name"),
            file: self.case_file(&keys.needed_text("file"), files),
            value: keys.needed_text("value").value,
            time: keys.text("time").map(|text| text.value),
            top: self.top(keys, scale),
            step: keys.text("step").map(|step| self.find("step", &step, &names)),
            scale,
        };
        keys.finish();
        score
    }

    /// How many of the highest scores count as top: two, or less where the scale is shorter.
    fn top(&self, keys: &Keys<'_>, (lowest, highest): (f64, f64)) -> f64 {
        let span = highest - lowest;
        let Some(top) = keys.number("top") else { return span.min(2.0) };
        if top.value <= 0.0 || top.value > span {
            let (value, allowed) = (top.value.to_string(), format!("more than 0 and at most {span}"));
            keys.mistake(top.at, Mistake::BadValue { key: "top".into(), value, allowed });
        }
        top.value
    }

    fn lead_time(&self, keys: &Keys<'_>) -> LeadTimeSpec {
        let lead_time = LeadTimeSpec {
            from: self.field(&keys.needed_text("from"), Some(FieldKind::Time)),
            to: self.field(&keys.needed_text("to"), Some(FieldKind::Time)),
            among: self.condition(keys, "among"),
        };
        keys.finish();
        lead_time
    }

    fn promise(&self, keys: &Keys<'_>) -> PromiseSpec {
        let kept = match keys.text("kept") {
            Some(field) => Kept::Field(self.field(&field, Some(FieldKind::YesNo))),
            None => Kept::InTime {
                done: self.field(&keys.needed_text("done"), Some(FieldKind::Time)),
                by: self.field(&keys.needed_text("by"), Some(FieldKind::Time)),
            },
        };
        let promise = PromiseSpec {
            name: keys.needed_words("name"),
            among: self.condition(keys, "among"),
            compensation: keys.table("compensation").map(|table| self.compensation(&table)),
            month: keys.text("month").map(|field| self.field(&field, Some(FieldKind::Time))),
            kept,
        };
        keys.finish();
        promise
    }

    fn compensation(&self, keys: &Keys<'_>) -> Compensation {
        let not_negative = |found: At<f64>, key: &str| {
            if found.value < 0.0 {
                let (value, allowed) = (found.value.to_string(), "0 or more".to_owned());
                keys.mistake(found.at, Mistake::BadValue { key: key.to_owned(), value, allowed });
            }
            found.value
        };
        let compensation = match keys.number("amount") {
            Some(amount) => Compensation::Amount(not_negative(amount, "amount")),
            None => Compensation::Percent {
                percent: not_negative(keys.needed_number("percent"), "percent"),
                of: self.field(&keys.needed_text("of"), Some(FieldKind::Number)),
            },
        };
        keys.finish();
        compensation
    }

    fn drivers(&self, promise: Option<&PromiseSpec>, scored: bool) -> Vec<DriverSpec> {
        let drivers = self.keys.tables("driver").into_iter().map(|keys| {
            let when = self.driver_when(&keys, promise.is_some() && scored);
            let among = match (keys.any("among"), promise) {
                (None, Some(promise)) => promise.among.clone(),
                _ => self.condition(&keys, "among"),
            };
            let driver =
                DriverSpec { id: keys.needed_text("id").value, name: keys.needed_words("name"), when, among };
            self.once("driver", &driver.id, keys.at());
            keys.finish();
            driver
        });
        drivers.collect()
    }

    /// A broken promise moves the score; where there is none, the promise itself is what is moved.
    fn driver_when(&self, keys: &Keys<'_>, scored_promise: bool) -> DriverWhen {
        const BROKEN: &str = "promise broken";
        let Some(value) = keys.any("when") else {
            keys.mistake(keys.at(), Mistake::MissingKey { table: "driver".into(), key: "when".into() });
            return DriverWhen::PromiseBroken;
        };
        if !value.get_ref().is_str() {
            return DriverWhen::Holds(self.condition(keys, "when"));
        }
        if let Some(word) = keys.text("when")
            && (word.value != BROKEN || !scored_promise)
        {
            let allowed = "\"promise broken\" (with a [promise] and a [score]) or a table of conditions";
            self.bad_value("when", &word, allowed);
        }
        DriverWhen::PromiseBroken
    }

    fn what_ifs(&self, drivers: &[DriverSpec]) -> Vec<WhatIfSpec> {
        let ids: Vec<&str> = drivers.iter().map(|driver| driver.id.as_str()).collect();
        let what_ifs = self.keys.tables("what_if").into_iter().map(|keys| {
            let name = keys.needed_words("name");
            let factor = keys.needed_number("factor");
            if !(0.0..=1.0).contains(&factor.value) {
                let (value, allowed) =
                    (factor.value.to_string(), "what is left of the share, from 0 to 1".to_owned());
                keys.mistake(factor.at, Mistake::BadValue { key: "factor".into(), value, allowed });
            }
            let resamples = keys.whole("resamples", 100).unwrap_or(At { value: 2000, at: keys.at() });
            if resamples.value > 100_000 {
                let (value, allowed) = (resamples.value.to_string(), "100 to 100000".to_owned());
                keys.mistake(resamples.at, Mistake::BadValue { key: "resamples".into(), value, allowed });
            }
            let what_if = WhatIfSpec {
                id: keys.text("id").map_or_else(|| name.to(Language::En).to_owned(), |text| text.value),
                driver: self.find("driver", &keys.needed_text("driver"), &ids),
                factor: factor.value,
                resamples: resamples.value as usize,
                name,
            };
            self.once("what_if", &what_if.id, keys.at());
            keys.finish();
            what_if
        });
        what_ifs.collect()
    }

    /// The number of a file whose rows carry the id of their case.
    fn case_file(&self, name: &At<String>, files: &[FileSpec]) -> usize {
        let number = self.file(name);
        if files
            .get(number)
            .is_some_and(|file| file.id == name.value && !matches!(file.rows, RowsOf::Case(_)))
        {
            self.bad_value("file", name, "a file that names the case of each row (case = \"column\")");
        }
        number
    }

    fn file(&self, name: &At<String>) -> usize {
        self.find("file", name, &self.file_ids.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn lane(&self, name: &At<String>) -> usize {
        self.find("lane", name, &self.lane_ids.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The number of a field, which must be of this kind where one is given and kinds are known.
    pub(super) fn field(&self, name: &At<String>, expected: Option<FieldKind>) -> usize {
        let number = self.find("field", name, &self.field_ids.iter().map(String::as_str).collect::<Vec<_>>());
        if let (Some(expected), Some(kind)) = (expected, self.kinds.get(number))
            && expected != *kind
            && self.field_ids.get(number) == Some(&name.value)
        {
            let mistake = Mistake::WrongKind { field: name.value.clone(), expected: expected.name() };
            self.keys.mistake(name.at, mistake);
        }
        number
    }

    /// Names a name that was given before.
    fn once(&self, what: &'static str, name: &str, at: usize) {
        if !name.is_empty() && !self.given.borrow_mut().insert((what, name.to_owned())) {
            self.keys.mistake(at, Mistake::Twice { what, name: name.to_owned() });
        }
    }

    fn find(&self, what: &'static str, name: &At<String>, names: &[&str]) -> usize {
        if name.value.is_empty() {
            // It was missing, and that was said.
            return UNKNOWN;
        }
        names.iter().position(|known| *known == name.value).unwrap_or_else(|| {
            let near = self.keys.near(&name.value, names.iter().copied());
            self.keys.mistake(name.at, Mistake::UnknownName { what, name: name.value.clone(), near });
            UNKNOWN
        })
    }

    fn choice<T: Copy>(&self, key: &str, named: Option<&At<String>>, choices: &[(&str, T)]) -> Option<T> {
        let named = named?;
        let found = choices.iter().find(|(name, _)| *name == named.value).map(|(_, choice)| *choice);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.bad_value(key, named, &names.join(", "));
        }
        found
    }

    fn bad_value(&self, key: &str, value: &At<String>, allowed: &str) {
        let mistake = Mistake::BadValue {
            key: key.to_owned(),
            value: value.value.clone(),
            allowed: allowed.to_owned(),
        };
        self.keys.mistake(value.at, mistake);
    }
}

/// What kind of values a field has, so far as its table says.
fn kind_of(field: &DeValue<'_>) -> Option<FieldKind> {
    let table = field.as_table()?;
    if table.contains_key("from") {
        return Some(FieldKind::Number);
    }
    let name = table.get("kind")?.get_ref().as_str()?;
    FieldKind::ALL.into_iter().find(|kind| kind.name() == name)
}

//! What the report on a process says, in short: where customers wait, what moves the outcome, what a change would bring.

use crate::App;
use crate::rooms::processes::{self, Measured, Process, cases_since};
use crate::rooms::reports::queries::{self, PERIOD};
use crate::web::say::CURRENCY;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::Html;
use language::Value;
use measure::Interval;
use report::Report;
use report::figures::{Driver, ENOUGH, Outcome, WhatIf};

/// Drivers on the page; the report has all of them.
const DRIVERS: usize = 8;

struct Tile {
    name: String,
    value: String,
    note: String,
}

/// A sentence, and where the cases are that it speaks of.
struct Finding {
    says: String,
    address: String,
}

struct DriverRow {
    name: String,
    with: String,
    with_n: String,
    without: String,
    without_n: String,
    difference: String,
    range: String,
    class: &'static str,
}

struct Change {
    name: String,
    says: String,
    owed: Option<String>,
}

struct Found {
    tiles: Vec<Tile>,
    findings: Vec<Finding>,
    drivers_say: Option<String>,
    drivers: Vec<DriverRow>,
    /// Says so, where traits of too few cases are missing.
    left_out: Option<String>,
    changes: Vec<Change>,
}

#[derive(askama::Template)]
#[template(path = "reports/templates/show.html")]
struct Show {
    page: Page,
    key: String,
    name: String,
    found: Option<Found>,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let now = visit.now();
    let mut db = app.db().read().await?;
    let process = processes::find(&mut db, &key).await?.ok_or(Problem::NotFound)?;
    let figures = processes::measured(&mut db, app.measures(), &process, now).await?;
    drop(db);
    let report = queries::report(&app, &process, now).await?;
    let words = Words { say: &visit.say };
    let found = report.as_ref().as_ref().map(|report| words.found(report, &process, &figures));
    html(&Show { page: visit.page(Place::Improve), key: process.key, name: process.name, found })
}

/// How the visitor's language writes what the report found.
struct Words<'a> {
    say: &'a Say,
}

impl Words<'_> {
    fn found(&self, report: &Report, process: &Process, figures: &Measured) -> Found {
        let known = || report.drivers.iter().filter(|driver| driver.is_known());
        let are_left_out = known().count() < report.drivers.len();
        Found {
            tiles: self.tiles(report),
            findings: self.findings(process, figures),
            drivers_say: known().next().map(|driver| self.driver_says(driver)),
            drivers: known().take(DRIVERS).map(|driver| self.driver(driver)).collect(),
            left_out: are_left_out.then(|| self.with("improve-left-out", &[("n", ENOUGH.into())])),
            changes: report.what_ifs.iter().map(|what_if| self.change(what_if, report)).collect(),
        }
    }

    fn with(&self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        self.say.language.text_with(key, values)
    }

    fn tiles(&self, report: &Report) -> Vec<Tile> {
        let language = self.say.language;
        let mut tiles = vec![Tile {
            name: self.say.text("process-tile-cases"),
            value: language.count(report.cases),
            note: self.with("count-events", &[("n", report.events.into())]),
        }];
        if let Some(lead) = &report.lead_time {
            tiles.push(Tile {
                name: self.say.text("process-tile-lead"),
                value: language.duration(lead.median_s),
                note: self.say.with("process-tile-lead-note", "time", &language.duration(lead.p90_s)),
            });
        }
        if let Some(promise) = &report.promise
            && let (Some(share), Some(range)) = (promise.all.share(), promise.all.ci95())
        {
            let values = [
                ("broken", Value::from(promise.all.late)),
                ("n", promise.all.n.into()),
                ("low", language.percent(range.low, 0).into()),
                ("high", language.percent(range.high, 0).into()),
            ];
            tiles.push(Tile {
                name: self.say.text("process-tile-promise"),
                value: language.percent(share, 0),
                note: self.with("process-tile-promise-note", &values),
            });
            if promise.compensated {
                tiles.push(Tile {
                    name: self.say.text("report-owed"),
                    value: language.money(promise.all.compensation, CURRENCY),
                    note: self.say.text("report-owed-note"),
                });
            }
        }
        tiles
    }

    fn findings(&self, process: &Process, figures: &Measured) -> Vec<Finding> {
        let cases = cases_since(&process.key, &(self.say.now - PERIOD));
        let at = |step: usize| format!("{cases}&step={}", process.map.steps()[step].id);
        let name = |step: usize| Value::from(&process.map.steps()[step].name);
        let wait = figures.longest_wait().map(|(step, wait)| {
            let values = [
                ("step", name(step)),
                ("median", self.say.duration(&wait.median_s).into()),
                ("p90", self.say.duration(&wait.p90_s).into()),
            ];
            Finding { says: self.with("process-map-says", &values), address: at(step) }
        });
        let again = figures.most_again().map(|step| {
            let done = &figures.steps[step];
            let values = [
                ("step", name(step)),
                ("share", self.say.language.percent(done.again as f64 / done.cases as f64, 0).into()),
                ("n", done.again.into()),
                ("all", done.cases.into()),
            ];
            Finding { says: self.with("process-again-says", &values), address: at(step) }
        });
        wait.into_iter().chain(again).collect()
    }

    fn value(&self, outcome: Outcome, value: f64) -> String {
        match outcome {
            Outcome::Score => self.say.language.number(value, 2),
            Outcome::Promise => self.say.language.percent(value, 1),
        }
    }

    fn moved(&self, outcome: Outcome, by: f64) -> String {
        match outcome {
            Outcome::Score => self.say.language.signed(by, 2),
            Outcome::Promise => {
                self.say.with("percentage-points", "n", &self.say.language.signed(by * 100.0, 1))
            }
        }
    }

    fn range(&self, interval: Option<Interval>, write: impl Fn(f64) -> String) -> String {
        interval.map_or_else(
            || self.say.text("report-range-none"),
            |range| {
                let values = [("low", write(range.low).into()), ("high", write(range.high).into())];
                self.with("report-range", &values)
            },
        )
    }

    fn driver_says(&self, driver: &Driver) -> String {
        if !driver.is_beyond_chance() {
            return self.say.text("report-driver-none");
        }
        let key = match driver.outcome {
            Outcome::Score => "report-driver-says-score",
            Outcome::Promise => "report-driver-says-promise",
        };
        let mean = |mean: Option<f64>| self.value(driver.outcome, mean.unwrap_or(0.0));
        let moved = |by| self.moved(driver.outcome, by);
        let values = [
            ("name", driver.name.to(self.say.language).into()),
            ("with", mean(driver.with.mean).into()),
            ("without", mean(driver.without.mean).into()),
            ("withn", driver.with.n.into()),
            ("withoutn", driver.without.n.into()),
            ("difference", moved(driver.difference.unwrap_or(0.0)).into()),
            ("range", self.range(driver.difference_ci95, moved).into()),
        ];
        self.with(key, &values)
    }

    fn driver(&self, driver: &Driver) -> DriverRow {
        let mean =
            |mean: Option<f64>| mean.map_or_else(|| "–".into(), |mean| self.value(driver.outcome, mean));
        let moved = |by| self.moved(driver.outcome, by);
        DriverRow {
            name: driver.name.to(self.say.language).to_owned(),
            with: mean(driver.with.mean),
            with_n: self.say.language.count(driver.with.n),
            without: mean(driver.without.mean),
            without_n: self.say.language.count(driver.without.n),
            difference: moved(driver.difference.unwrap_or(0.0)),
            range: driver
                .difference_ci95
                .map_or_else(|| "–".into(), |range| format!("{} … {}", moved(range.low), moved(range.high))),
            class: match driver.difference_ci95 {
                Some(range) if range.high < 0.0 => "worse",
                Some(range) if range.low > 0.0 => "better",
                _ => "",
            },
        }
    }

    fn change(&self, what_if: &WhatIf, report: &Report) -> Change {
        let (language, outcome) = (self.say.language, what_if.outcome);
        let key = match outcome {
            Outcome::Score => "report-what-if-says-score",
            Outcome::Promise => "report-what-if-says-promise",
        };
        let values = [
            ("name", what_if.driver.to(language).into()),
            ("share", Value::from(language.percent(what_if.share, 1))),
            ("newshare", language.percent(what_if.new_share, 1).into()),
            ("now", self.value(outcome, what_if.now).into()),
            ("then", self.value(outcome, what_if.now + what_if.change).into()),
            ("change", self.moved(outcome, what_if.change).into()),
            ("range", self.range(what_if.change_ci95, |by| self.moved(outcome, by)).into()),
        ];
        let money = |amount| language.signed_money(amount, CURRENCY);
        let owed = || {
            let range = self.range(what_if.compensation_change_ci95, money);
            let values = [("money", money(what_if.compensation_change).into()), ("range", range.into())];
            self.with("report-what-if-owed", &values)
        };
        Change {
            name: what_if.name.to(language).to_owned(),
            says: self.with(key, &values),
            owed: report.promise.as_ref().is_some_and(|promise| promise.compensated).then(owed),
        }
    }
}

//! The spec of a report: what the files in memory mean, from the map and the promise of a process.

use super::material::{ANSWERS, CASES, EVENTS, Material, Trait};
use crate::rooms::processes::Process;
use crate::rooms::promises::Promise;
use bpmn::map::StepKind;
use language::{Language, Value};
use report::Spec;
use report::spec::{
    Compensation, Condition, DriverSpec, DriverWhen, EndSpec, FieldKind, FieldSource, FieldSpec, FileSpec,
    GroupSpec, Kept, LaneSpec, LeadTimeSpec, LogSpec, PromiseSpec, RowsOf, ScoreSpec, StepSpec, Take, Test,
    WhatIfSpec, Words,
};

/// Cases with and cases without a value from which on the two are compared.
const COMPARED: usize = 20;

/// Values of one trait that are compared.
const VALUES: usize = 5;

/// Draws behind the interval of a change.
const RESAMPLES: usize = 1_000;

/// The columns of the file of cases, each a field; the number of a field is its place here.
const FIELDS: [(&str, FieldKind); 9] = [
    ("opened", FieldKind::Time),
    ("closed", FieldKind::Time),
    ("outcome", FieldKind::Text),
    ("due", FieldKind::Time),
    ("kept", FieldKind::YesNo),
    ("segment", FieldKind::Text),
    ("office", FieldKind::Text),
    ("channel", FieldKind::Text),
    ("again", FieldKind::YesNo),
];

fn field(name: &str) -> usize {
    FIELDS.iter().position(|(known, _)| *known == name).unwrap_or(0)
}

/// The spec for a process; amounts are in `currency`.
#[must_use]
pub fn spec(process: &Process, promise: Option<&Promise>, currency: &str, material: &Material) -> Spec {
    let has_score = !material.answers.is_empty();
    let mut spec = Spec {
        title: Words::from(process.name.as_str()),
        about: Words::from(process.description.as_str()),
        currency: currency.to_owned(),
        time_zone: None,
        seed: 1,
        files: files(has_score),
        cases: 0,
        fields: fields(),
        lanes: lanes(process),
        log: Some(LogSpec { file: 1, activity: "step".into(), time: "at".into(), lane: 0 }),
        steps: steps(process),
        ends: ends(process),
        group: Some(GroupSpec { field: field("office"), name: said("report-on-office") }),
        score: has_score.then(score),
        lead_time: Some(LeadTimeSpec {
            from: field("opened"),
            to: field("closed"),
            among: Condition::default(),
        }),
        promise: promise.map(promise_spec),
        drivers: Vec::new(),
        what_ifs: Vec::new(),
    };
    drivers(&mut spec, material);
    spec
}

/// A text of ours in every language.
fn said(key: &str) -> Words {
    Words::in_each(|language| language.text(key))
}

/// A text of ours with a value, in every language.
fn said_of(key: &str, value: &str) -> Words {
    Words::in_each(|language: Language| language.text_with(key, &[("value", Value::from(value))]))
}

fn files(has_score: bool) -> Vec<FileSpec> {
    let file = |id: &str, path: &str| FileSpec {
        id: id.into(),
        path: path.into(),
        entry: None,
        delimiter: Some(b','),
        encoding: None,
        time_format: None,
        decimal_comma: false,
        null: Vec::new(),
        rows: RowsOf::Case("case".into()),
        order_by: None,
        suspect: Vec::new(),
    };
    let mut files = vec![file("cases", CASES), file("events", EVENTS)];
    if has_score {
        files.push(file("answers", ANSWERS));
    }
    files
}

fn fields() -> Vec<FieldSpec> {
    let field = |(name, kind): (&str, FieldKind)| FieldSpec {
        id: name.into(),
        kind,
        source: FieldSource::Column { file: 0, column: name.into(), take: Take::Last },
    };
    FIELDS.into_iter().map(field).collect()
}

fn lanes(process: &Process) -> Vec<LaneSpec> {
    let lane = |lane: &bpmn::map::Lane| LaneSpec {
        id: lane.id.clone(),
        name: Words::from(lane.name.as_str()),
        visibility: lane.visibility,
    };
    process.map.lanes().iter().map(lane).collect()
}

/// The steps of the map; its ends are ends of the report.
fn steps(process: &Process) -> Vec<StepSpec> {
    let step = |step: &bpmn::map::Step| StepSpec {
        name: Words::from(step.name.as_str()),
        activity: step.id.clone(),
        lane: step.lane,
        time: None,
    };
    process.map.steps().iter().filter(|step| !step.kind.is_end()).map(step).collect()
}

fn ends(process: &Process) -> Vec<EndSpec> {
    let end = |step: &bpmn::map::Step| {
        let StepKind::End { good } = step.kind else { return None };
        Some(EndSpec {
            name: Words::from(step.name.as_str()),
            id: step.id.clone(),
            lane: step.lane,
            good,
            when: Condition(vec![(field("outcome"), Test::OneOf(vec![step.id.clone()]))]),
        })
    };
    process.map.steps().iter().filter_map(end).collect()
}

fn score() -> ScoreSpec {
    ScoreSpec {
        name: said("report-on-score"),
        file: 2,
        value: "score".into(),
        time: Some("at".into()),
        scale: (0.0, 10.0),
        top: 2.0,
        step: None,
    }
}

fn promise_spec(promise: &Promise) -> PromiseSpec {
    let owed = promise.compensation_cents as f64 / 100.0;
    PromiseSpec {
        name: Words::from(promise.name.as_str()),
        among: Condition::default(),
        kept: Kept::Field(field("kept")),
        compensation: (owed > 0.0).then_some(Compensation::Amount(owed)),
        month: Some(field("due")),
    }
}

/// What may move the outcome: lateness, work done again, and what cases have in common; and the change to try.
fn drivers(spec: &mut Spec, material: &Material) {
    let driver = |id: String, name: Words, when| DriverSpec { id, name, when, among: Condition::default() };
    let holds = |name: &str, test| DriverWhen::Holds(Condition(vec![(field(name), test)]));
    let (has_score, has_promise) = (spec.score.is_some(), spec.promise.is_some());
    if !has_score && !has_promise {
        return;
    }
    if has_score && has_promise {
        spec.drivers.push(driver("late".into(), said("report-on-late"), DriverWhen::PromiseBroken));
    }
    if material.has_rework() {
        spec.drivers.push(driver("again".into(), said("report-on-again"), holds("again", Test::Is(true))));
    }
    for of in Trait::ALL {
        for value in material.values(of, COMPARED).into_iter().take(VALUES) {
            let key = match of {
                Trait::Channel => "report-on-channel-is",
                Trait::Segment => "report-on-segment-is",
                Trait::Office => "report-on-office-is",
            };
            let (id, name) = (format!("{}: {value}", of.as_str()), said_of(key, &value));
            spec.drivers.push(driver(id, name, holds(of.as_str(), Test::OneOf(vec![value]))));
        }
    }
    let tried =
        [("late", "half-late", "report-on-half-late"), ("again", "half-again", "report-on-half-again")];
    for (driver, id, key) in tried {
        if let Some(place) = spec.drivers.iter().position(|known| known.id == driver) {
            let (name, id) = (said(key), id.to_owned());
            spec.what_ifs.push(WhatIfSpec { name, id, driver: place, factor: 0.5, resamples: RESAMPLES });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::material::tests::made_up;
    use super::*;
    use crate::rooms::processes::{Area, Initiator, Stage, State};
    use bpmn::map::{CustomerMap, Flow, Lane, Step, Visibility};
    use jiff::SignedDuration;
    use uuid::Uuid;

    fn process() -> Process {
        let lane = |id: &str, visibility| Lane { id: id.into(), name: id.into(), visibility };
        let step = |id: &str, lane, kind| Step { id: id.into(), name: id.to_uppercase(), lane, kind };
        let map = CustomerMap::new(
            vec![lane("buyer", Visibility::Customer), lane("desk", Visibility::Back)],
            vec![
                step("ask", 0, StepKind::Step),
                step("check", 1, StepKind::Step),
                step("done", 0, StepKind::End { good: true }),
            ],
            vec![Flow { from: 0, to: 1 }, Flow { from: 1, to: 2 }],
        );
        Process {
            id: Uuid::nil(),
            key: "mend".into(),
            name: "A fault is mended".into(),
            description: String::new(),
            stage: Stage::Maintain,
            area: Area::Relationship,
            state: State::Published,
            industry: None,
            initiator: Initiator::Customer,
            partners: Vec::new(),
            tags: Vec::new(),
            department: None,
            owner: None,
            promise: Some("mend-10h".into()),
            reviewed_at: None,
            review_months: None,
            map: map.unwrap(),
            version: 1,
        }
    }

    fn promise() -> Promise {
        Promise {
            id: Uuid::nil(),
            key: "mend-10h".into(),
            name: "Mended in ten hours".into(),
            target: SignedDuration::from_hours(10),
            warn_share: 0.8,
            compensation_cents: 1_000,
            sentence: String::new(),
        }
    }

    #[test]
    fn the_report_finds_what_lateness_costs() {
        let material = made_up();
        let spec = spec(&process(), Some(&promise()), "EUR", &material);
        let report = report::report(&spec, &material.files()).unwrap();
        assert_eq!((report.cases, report.events), (50, 120));
        assert!(report.problems.is_empty(), "{:?}", report.problems);
        assert_eq!(report.promise.as_ref().unwrap().all.late, 10);
        assert_eq!(report.promise.as_ref().unwrap().all.compensation, 100.0);
        assert_eq!(report.lead_time.unwrap().n, 50);
        let names: Vec<_> = report.steps.iter().map(|step| (step.id.as_str(), step.cases)).collect();
        assert_eq!(names, [("ask", 50), ("check", 50), ("done", 50)]);
        let worst = &report.drivers[0];
        assert!(["late", "again"].contains(&worst.id.as_str()) && worst.difference.unwrap() < -5.0);
        assert!(report.drivers.iter().any(|driver| driver.id == "segment: family, large"));
        assert_eq!(report.what_ifs[0].compensation_change, -50.0);
    }

    #[test]
    fn without_answers_it_speaks_of_the_promise() {
        let material = Material { answers: Vec::new(), ..made_up() };
        let spec = spec(&process(), Some(&promise()), "EUR", &material);
        let report = report::report(&spec, &material.files()).unwrap();
        assert!(report.scores.is_none() && report.drivers.iter().all(|driver| driver.id != "late"));
        assert_eq!(report.drivers[0].outcome, report::figures::Outcome::Promise);
    }

    #[test]
    fn without_answers_and_promise_it_is_still_a_report() {
        let material = Material { answers: Vec::new(), ..made_up() };
        let spec = spec(&process(), None, "EUR", &material);
        let report = report::report(&spec, &material.files()).unwrap();
        assert!(report.drivers.is_empty() && report.promise.is_none());
    }
}

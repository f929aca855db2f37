//! The report as JSON, for scripts: names and units are fixed and do not depend on a language.

use eventlog::{Problem, ProblemKind};
use measure::Interval;
use mining::Durations;
use serde_json::{Value, json};

use crate::figures::{
    Driver, Group, Kept, Month, Outcome, Part, Promise, Report, Score, Scores, Step, WhatIf,
};

impl Report {
    /// The report as JSON. Times are seconds; what is not known is `null`.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "cases": self.cases,
            "events": self.events,
            "problems": self.problems.iter().map(|p| problem(&p.file, &p.problem)).collect::<Vec<_>>(),
            "steps": self.steps.iter().map(|step| self.step(step)).collect::<Vec<_>>(),
            "arcs": self.arcs.iter().map(|arc| json!({
                "from": self.steps[arc.from].id,
                "to": self.steps[arc.to].id,
                "count": arc.count,
            })).collect::<Vec<_>>(),
            "lead_time_s": lead_time(self.lead_time.as_ref()),
            "scores": scores(self.scores.as_ref()),
            "promise": promise(self.promise.as_ref()),
            "drivers": self.drivers.iter().map(driver).collect::<Vec<_>>(),
            "what_if": self.what_ifs.iter().map(what_if).collect::<Vec<_>>(),
        })
    }

    fn step(&self, step: &Step) -> Value {
        let lane = &self.lanes[step.lane];
        json!({
            "name": step.id,
            "lane": lane.id,
            "line": lane.visibility.as_str(),
            "kind": match step.end {
                None => "step",
                Some(true) => "end",
                Some(false) => "failed end",
            },
            "count": step.count,
            "cases": step.cases,
            "wait_median_s": step.wait.map(|wait| wait.median_s),
            "wait_p90_s": step.wait.map(|wait| wait.p90_s),
        })
    }
}

fn problem(file: &str, problem: &Problem) -> Value {
    // What is missing altogether stands on no line.
    let lines: Vec<u64> = problem.lines.iter().copied().filter(|&line| line > 0).collect();
    json!({
        "file": file,
        "line": lines.first(),
        "problem": kind(problem.kind),
        "count": problem.count,
        "column": problem.column,
        "example": problem.example,
        "lines": lines,
    })
}

/// The name of a kind of problem in results.
pub(crate) fn kind(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::DuplicateColumn => "duplicate-column",
        ProblemKind::WrongFieldCount => "wrong-field-count",
        ProblemKind::MissingCase => "missing-case",
        ProblemKind::MissingActivity => "missing-activity",
        ProblemKind::MissingTime => "missing-time",
        ProblemKind::UnreadableTime => "unreadable-time",
        ProblemKind::UnreadableNumber => "unreadable-number",
        ProblemKind::UnreadableFlag => "unreadable-flag",
        ProblemKind::OutOfScale => "out-of-scale",
        ProblemKind::SuspectValue => "suspect-value",
        ProblemKind::UnknownCase => "unknown-case",
        ProblemKind::UnknownKey => "unknown-key",
        ProblemKind::EndBeforeStart => "end-before-start",
        _ => "other",
    }
}

fn lead_time(times: Option<&Durations>) -> Value {
    json!({
        "n": times.map_or(0, |times| times.n),
        "mean": times.map(|times| times.mean_s),
        "median": times.map(|times| times.median_s),
        "p90": times.map(|times| times.p90_s),
    })
}

fn scores(scores: Option<&Scores>) -> Value {
    let Some(scores) = scores else {
        return json!({
            "n": 0, "mean": null, "ci95": null, "top2_share": null, "top2_ci95": null,
            "by": {"step": [], "end": [], "group": [], "month": []},
        });
    };
    let mut all = score(&scores.all);
    let list = |parts: &[(Part, Score)]| -> Vec<Value> {
        parts.iter().map(|(part, figures)| named(part, score(figures))).collect()
    };
    all["by"] = json!({
        "step": list(&scores.by_step),
        "end": list(&scores.by_end),
        "group": list(&scores.by_group),
        "month": list(&scores.by_month),
    });
    all
}

fn score(score: &Score) -> Value {
    json!({
        "n": score.n,
        "mean": score.mean,
        "ci95": interval(score.mean_ci95),
        "top2_share": score.top_share,
        "top2_ci95": interval(score.top_ci95),
    })
}

fn promise(promise: Option<&Promise>) -> Value {
    let Some(promise) = promise else {
        return json!({
            "n": 0, "late_n": 0, "kept_share": null, "kept_ci95": null, "compensation_total": 0.0,
            "by": {"month": [], "group": []},
        });
    };
    let mut all = kept(&promise.all);
    all["compensation_total"] = all["compensation"].take();
    if let Some(object) = all.as_object_mut() {
        object.remove("compensation");
    }
    let list = |parts: &[(Part, Kept)]| -> Vec<Value> {
        parts.iter().map(|(part, figures)| named(part, kept(figures))).collect()
    };
    all["by"] = json!({"month": list(&promise.by_month), "group": list(&promise.by_group)});
    all
}

fn kept(kept: &Kept) -> Value {
    json!({
        "n": kept.n,
        "late_n": kept.late,
        "kept_share": kept.share(),
        "kept_ci95": interval(kept.ci95()),
        "compensation": cents(kept.compensation),
    })
}

fn driver(driver: &Driver) -> Value {
    let group = |group: &Group| (group.n, group.mean);
    let ((with_n, with_mean), (without_n, without_mean)) = (group(&driver.with), group(&driver.without));
    json!({
        "name": driver.id,
        "outcome": outcome(driver.outcome),
        "with_n": with_n,
        "with_mean": with_mean,
        "without_n": without_n,
        "without_mean": without_mean,
        "difference": driver.difference,
        "difference_ci95": interval(driver.difference_ci95),
    })
}

fn what_if(what_if: &WhatIf) -> Value {
    json!({
        "name": what_if.id,
        "outcome": outcome(what_if.outcome),
        "n": what_if.n,
        "share": what_if.share,
        "new_share": what_if.new_share,
        "score_change": what_if.change,
        "score_change_ci95": interval(what_if.change_ci95),
        "compensation_change": cents(what_if.compensation_change),
        "compensation_change_ci95": interval(what_if.compensation_change_ci95),
    })
}

const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Score => "score",
        Outcome::Promise => "promise kept",
    }
}

fn named(part: &Part, mut figures: Value) -> Value {
    figures["name"] = match part {
        Part::Step { id, .. } => id.as_str().into(),
        Part::Value(value) => value.as_str().into(),
        Part::Month(Month { year, month }) => format!("{year:04}-{month:02}").into(),
    };
    figures
}

fn interval(interval: Option<Interval>) -> Value {
    interval.map_or(Value::Null, |interval| json!([interval.low, interval.high]))
}

/// An amount to the cent: sums of binary fractions end in noise.
fn cents(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}

//! What was simulated, in a screenful: a case, tasks, people, queues that grow, and what another scenario changes.

mod compared;

use language::Language;
use sim::{Figure, Report, ResourceFigures, Spread, Unstable};

use super::figures::Unit;
use super::grid::grid;

/// How many tasks and people are listed.
const LISTED: usize = 20;

/// How many names stand in a sentence.
const NAMED: usize = 5;

/// Headings and tables; `names` are those of two scenarios that are compared.
pub fn lines(language: Language, report: &Report, names: Option<[&str; 2]>) -> Vec<String> {
    let values = [
        ("replications", language.count(report.replications).into()),
        ("cases", language.count(report.cases).into()),
        ("seed", report.seed.to_string().into()),
        ("rows", language.count(report.log_rows).into()),
    ];
    let mut lines = vec![language.text_with("simulate-runs", &values)];
    let (Some(comparison), Some([first, second])) = (&report.compare, names) else {
        lines.extend(of_one(language, report));
        return lines;
    };
    let both = [("simulate-first", first, report), ("simulate-second", second, &comparison.other)];
    for (key, name, report) in both {
        lines.extend([String::new(), language.text_with(key, &[("file", name.into())])]);
        lines.extend(of_one(language, report));
    }
    lines.extend(compared::lines(language, report, comparison));
    lines
}

/// The tables of one scenario.
fn of_one(language: Language, report: &Report) -> Vec<String> {
    let mut lines = vec![String::new()];
    lines.extend(grid(&of_a_case(language, report)));
    lines.extend(sentences(language, report));
    lines.extend(listed(language, tasks(language, report)));
    lines.extend(listed(language, resources(language, report)));
    lines
}

fn head(language: Language, title: &str, columns: &[&str]) -> Vec<String> {
    let columns = columns.iter().map(|column| language.text(&format!("simulate-col-{column}")));
    std::iter::once(language.text(title)).chain(columns).collect()
}

const fn figure(spread: Spread) -> Figure {
    Figure { mean: spread.mean, ci95: spread.ci95 }
}

/// Whether cases rest at all; where none does, the clock says the same as the cycle time.
fn rests(report: &Report) -> bool {
    report.idle_time_s.max.unwrap_or(0.0) >= 1.0
}

fn of_a_case(language: Language, report: &Report) -> Vec<Vec<String>> {
    let mut rows = vec![head(language, "simulate-per-case", &["mean", "range", "median", "p90", "max"])];
    let mut times = vec![
        ("simulate-waiting", report.waiting_time_s),
        ("simulate-processing", report.processing_time_s),
        ("simulate-cycle", report.cycle_time_s),
    ];
    if rests(report) {
        times.extend([("simulate-idle", report.idle_time_s), ("simulate-elapsed", report.elapsed_time_s)]);
    }
    for (title, spread) in times {
        let [mean, range] = Unit::Time.with_range(language, figure(spread));
        let rest = [spread.p50, spread.p90, spread.max].map(|value| Unit::Time.maybe(language, value));
        rows.push([vec![language.text(title), mean, range], rest.to_vec()].concat());
    }
    if report.cost.total > 0.0 {
        let cost = Figure { mean: report.cost.mean, ci95: report.cost.ci95 };
        let [mean, range] = Unit::Amount.with_range(language, cost);
        rows.push(vec![language.text("simulate-cost"), mean, range]);
    }
    rows
}

/// What a table cannot say: queues that grow, cases that left, cases that are stuck.
fn sentences(language: Language, report: &Report) -> Vec<String> {
    let count = |figure: Figure| Unit::Count.write(language, figure.mean.unwrap_or(0.0));
    let mut lines: Vec<String> =
        report.unstable.iter().map(|queue| unstable(language, report, queue)).collect();
    if [report.abandoned, report.blocked].iter().any(|left| left.mean.unwrap_or(0.0) > 0.0) {
        let values =
            [("abandoned", count(report.abandoned).into()), ("blocked", count(report.blocked).into())];
        lines.push(language.text_with("simulate-left", &values));
    }
    if let Some(at) = &report.unfinished_at {
        let values = [("n", count(report.unfinished).into()), ("at", task_name(report, at).into())];
        lines.push(language.text_with("simulate-unfinished", &values));
    }
    if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines
}

fn unstable(language: Language, report: &Report, queue: &Unstable) -> String {
    let tasks = queue.tasks.iter().map(|id| task_name(report, id));
    let resources = queue.resources.iter().map(|id| {
        let found = report.resources.iter().find(|resource| resource.id == *id);
        found.map_or(id.as_str(), |resource| name_or_id(&resource.name, &resource.id))
    });
    let values = [
        ("tasks", names(tasks).into()),
        ("resources", names(resources).into()),
        ("growth", Unit::Count.write(language, queue.growth_per_day).into()),
    ];
    language.text_with("simulate-unstable", &values)
}

fn names<'a>(all: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<&str> = all.collect();
    let more = if all.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", all[..all.len().min(NAMED)].join(", "))
}

fn task_name<'r>(report: &'r Report, id: &'r str) -> &'r str {
    let found = report.tasks.iter().find(|task| task.id == id);
    found.map_or(id, |task| name_or_id(&task.name, &task.id))
}

fn name_or_id<'a>(name: &'a str, id: &'a str) -> &'a str {
    if name.trim().is_empty() { id } else { name }
}

fn tasks(language: Language, report: &Report) -> Vec<Vec<String>> {
    let columns = ["times", "waits", "range", "p90", "works", "cost"];
    let mut rows = vec![head(language, "simulate-tasks", &columns)];
    rows.extend(report.tasks.iter().map(|task| {
        let [waits, range] = Unit::Time.with_range(language, figure(task.waiting_s));
        vec![
            name_or_id(&task.name, &task.id).to_owned(),
            Unit::Count.write(language, task.count),
            waits,
            range,
            Unit::Time.maybe(language, task.waiting_s.p90),
            Unit::Time.maybe(language, task.processing_s.mean),
            Unit::Amount.maybe(language, task.cost.mean),
        ]
    }));
    rows
}

/// The busiest first.
fn resources(language: Language, report: &Report) -> Vec<Vec<String>> {
    let mut rows = vec![head(language, "simulate-resources", &["busy", "range", "times", "worked"])];
    let mut resources: Vec<&ResourceFigures> = report.resources.iter().collect();
    let busy = |resource: &ResourceFigures| resource.utilisation.unwrap_or(0.0);
    resources.sort_by(|one, other| busy(other).total_cmp(&busy(one)));
    rows.extend(resources.iter().map(|resource| {
        let name = name_or_id(&resource.name, &resource.id);
        let of_pool = !resource.profile.is_empty() && resource.profile != name;
        vec![
            if of_pool { format!("{name} ({})", resource.profile) } else { name.to_owned() },
            Unit::Share.maybe(language, resource.utilisation),
            Unit::Share.range(language, resource.utilisation_ci95),
            Unit::Count.write(language, resource.tasks),
            Unit::Time.write(language, resource.worked_s),
        ]
    }));
    rows
}

/// A table below an empty line, as far as a person reads it; nothing where it has a head only.
fn listed(language: Language, mut rows: Vec<Vec<String>>) -> Vec<String> {
    let all = rows.len() - 1;
    if all == 0 {
        return Vec::new();
    }
    rows.truncate(LISTED + 1);
    let mut lines = vec![String::new()];
    lines.extend(grid(&rows));
    if all > LISTED {
        lines.push(language.text_with("and-more", &[("n", (all - LISTED).into())]));
    }
    lines
}

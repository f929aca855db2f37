//! Two scenarios side by side, with the difference and its interval, and a sentence about waiting.

use language::Language;
use sim::{Comparison, Delta, Report, replications_for};

use super::{Unit, head, listed, name_or_id, rests};

/// The part of the wait that would matter, where a difference cannot be told from chance.
const WORTH_TELLING: f64 = 0.1;

/// How many of the times say something where nothing rests.
const RESTLESS: usize = 3;

pub fn lines(language: Language, first: &Report, comparison: &Comparison) -> Vec<String> {
    let second = &comparison.other;
    let delta = &comparison.delta;
    let mut rows = vec![head(language, "simulate-compared", &["first", "second", "difference", "range"])];
    let mut row = |name: &str, unit: Unit, [one, two]: [Option<f64>; 2], difference: Delta| {
        // A mean that a growing queue leaves out leaves no difference either.
        if one.is_none() || two.is_none() {
            return;
        }
        let [one, two] = [one, two].map(|value| unit.maybe(language, value));
        let range = unit.range(language, difference.ci95);
        rows.push(vec![name.to_owned(), one, two, unit.signed(language, difference.mean), range]);
    };
    let means = [
        ("simulate-waiting", first.waiting_time_s, second.waiting_time_s, delta.waiting_time_s),
        ("simulate-processing", first.processing_time_s, second.processing_time_s, delta.processing_time_s),
        ("simulate-cycle", first.cycle_time_s, second.cycle_time_s, delta.cycle_time_s),
        ("simulate-idle", first.idle_time_s, second.idle_time_s, delta.idle_time_s),
        ("simulate-elapsed", first.elapsed_time_s, second.elapsed_time_s, delta.elapsed_time_s),
    ];
    let told = if rests(first) || rests(second) { means.len() } else { RESTLESS };
    for (key, one, two, difference) in means.into_iter().take(told) {
        row(&language.text(key), Unit::Time, [one.mean, two.mean], difference);
    }
    row(&language.text("simulate-cost"), Unit::Amount, [first.cost.mean, second.cost.mean], delta.cost);
    let left = [
        ("simulate-abandoned", first.abandoned.mean, second.abandoned.mean, delta.abandoned),
        ("simulate-blocked", first.blocked.mean, second.blocked.mean, delta.blocked),
    ];
    for (key, one, two, difference) in left {
        if [one, two].iter().any(|value| value.unwrap_or(0.0) > 0.0) {
            row(&language.text(key), Unit::Count, [one, two], difference);
        }
    }
    let mut lines = listed(language, rows);
    lines.extend(listed(language, pools(language, comparison)));
    lines.extend(listed(language, tasks(language, first, comparison)));
    if first.unstable.is_empty() && second.unstable.is_empty() {
        lines.extend([String::new(), verdict(language, first, delta.waiting_time_s)]);
    }
    lines
}

/// How much busier each pool is.
fn pools(language: Language, comparison: &Comparison) -> Vec<Vec<String>> {
    let mut rows = vec![head(language, "simulate-col-busy", &["difference", "range"])];
    rows.extend(comparison.delta.pools.iter().map(|pool| {
        let range = Unit::Share.range(language, pool.utilisation.ci95);
        vec![pool.profile.clone(), Unit::Share.signed(language, pool.utilisation.mean), range]
    }));
    rows
}

/// How long each task that both have waits.
fn tasks(language: Language, first: &Report, comparison: &Comparison) -> Vec<Vec<String>> {
    let columns = ["first", "second", "difference", "range"];
    let mut rows = vec![head(language, "simulate-col-waits", &columns)];
    let of = |report: &Report, id: &str| report.tasks.iter().find(|task| task.id == id).cloned();
    rows.extend(comparison.delta.tasks.iter().filter_map(|task| {
        let (one, two) = (of(first, &task.id)?, of(&comparison.other, &task.id)?);
        one.waiting_s.mean.and(two.waiting_s.mean)?;
        Some(vec![
            name_or_id(&one.name, &one.id).to_owned(),
            Unit::Time.maybe(language, one.waiting_s.mean),
            Unit::Time.maybe(language, two.waiting_s.mean),
            Unit::Time.signed(language, task.waiting_s.mean),
            Unit::Time.range(language, task.waiting_s.ci95),
        ])
    }));
    rows
}

/// Whether waiting changes, or how many replications it would take to tell.
fn verdict(language: Language, first: &Report, difference: Delta) -> String {
    let (Some(mean), Some([low, high])) = (difference.mean, difference.ci95) else {
        return language.text("simulate-verdict-none");
    };
    let range = Unit::Time.range(language, difference.ci95);
    if low > 0.0 || high < 0.0 {
        let key = if mean < 0.0 { "simulate-verdict-lower" } else { "simulate-verdict-higher" };
        let change = Unit::Time.write(language, mean.abs());
        return language.text_with(key, &[("change", change.into()), ("range", range.into())]);
    }
    let worth = first.waiting_time_s.mean.unwrap_or(0.0) * WORTH_TELLING;
    match replications_for(&difference, first.replications, worth) {
        Some(n) if n > first.replications => {
            let n = language.count(n);
            language.text_with("simulate-verdict-same", &[("range", range.into()), ("n", n.into())])
        }
        _ => language.text_with("simulate-verdict-equal", &[("range", range.into())]),
    }
}

//! What was mined, in a screenful.

use language::Language;

use super::Mined;
use crate::output::table;

/// How many activities, arcs and repeated activities are shown.
const SHOWN: usize = 10;

/// How many activities of a variant are shown.
const STEPS_SHOWN: usize = 12;

/// Headings and tables; `most_variants` bounds how many variants are shown, as it does in JSON.
pub fn lines(language: Language, mined: &Mined<'_>, most_variants: usize) -> Vec<String> {
    let (cases, events) = (mined.log.case_count(), mined.log.event_count());
    let variants = mined.variants.len();
    let counts = language.text_with(
        "mine-counts",
        &[("cases", cases.into()), ("events", events.into()), ("variants", variants.into())],
    );
    let mut lines = vec![counts];
    lines.extend(mined.throughput.map(|times| {
        language.text_with(
            "mine-throughput",
            &[
                ("median", language.duration(times.median_s).into()),
                ("mean", language.duration(times.mean_s).into()),
                ("p90", language.duration(times.p90_s).into()),
                ("max", language.duration(times.max_s).into()),
            ],
        )
    }));

    let activities = mined.activities.iter().take(SHOWN).map(|activity| {
        let service = activity
            .service
            .map(|s| language.text_with("mine-median", &[("time", language.duration(s.median_s).into())]));
        [language.count(activity.count), with_note(mined.name(activity.activity), service)]
    });
    part(language, &mut lines, "mine-activities", mined.activities.len(), activities);

    let arcs = mined.graph.arcs.iter().take(SHOWN).map(|arc| {
        let median =
            language.text_with("mine-median", &[("time", language.duration(arc.times.median_s).into())]);
        let steps = format!("{} → {}", mined.name(arc.from), mined.name(arc.to));
        [language.count(arc.count), with_note(&steps, Some(median))]
    });
    part(language, &mut lines, "mine-arcs", mined.graph.arcs.len(), arcs);

    let ways = mined.variants.iter().take(SHOWN.min(most_variants)).map(|variant| {
        let share = language.percent(variant.cases as f64 / cases as f64, 1);
        [format!("{}  {share}", language.count(variant.cases)), path(mined, &variant.activities)]
    });
    part(language, &mut lines, "mine-variants", variants, ways);

    let rework = mined.rework.iter().take(SHOWN).map(|rework| {
        let cases = language.text_with("mine-rework-cases", &[("n", rework.cases.into())]);
        [language.count(rework.extra), with_note(mined.name(rework.activity), Some(cases))]
    });
    part(language, &mut lines, "mine-rework", mined.rework.len(), rework);
    lines
}

/// A heading, a table below it, and how many rows it has no room for.
fn part(
    language: Language,
    lines: &mut Vec<String>,
    heading: &str,
    all: usize,
    rows: impl Iterator<Item = [String; 2]>,
) {
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return;
    }
    lines.extend([String::new(), language.text(heading)]);
    lines.extend(table(&rows));
    if all > rows.len() {
        let more = language.text_with("and-more", &[("n", (all - rows.len()).into())]);
        lines.push(format!("  {more}"));
    }
}

fn with_note(name: &str, note: Option<String>) -> String {
    note.map_or_else(|| name.to_owned(), |note| format!("{name}  ({note})"))
}

fn path(mined: &Mined<'_>, activities: &[u32]) -> String {
    let names: Vec<&str> = activities.iter().take(STEPS_SHOWN).map(|&a| mined.name(a)).collect();
    let more = if activities.len() > STEPS_SHOWN { " → …" } else { "" };
    format!("{}{more}", names.join(" → "))
}

//! Pictures of figures by step, by group and by month.

use chart::dots::{self, Dots, Row};
use chart::series::{self, Point, Series};
use chart::{Caption, Estimate, Reference, Tone};

use super::{Picture, Words};
use crate::figures::{Month, Part};

/// Widths that pictures are drawn for, in CSS pixels.
pub(crate) const WIDE: f64 = 680.0;
pub(crate) const NARROW: f64 = 350.0;

/// Rows of a picture; the results as JSON have all.
const ROWS_DRAWN: usize = 40;

/// Parts with fewer cases are drawn, but no sentence is built on them.
pub(crate) const ENOUGH: u64 = 30;

/// One part of what is shown.
pub(crate) struct Slice {
    pub part: Part,
    pub n: u64,
    pub estimate: Option<Estimate>,
    pub value_label: String,
}

impl Slice {
    fn name(&self, words: &Words<'_>) -> String {
        words.part(&self.part)
    }
}

/// What is shown of all slices together.
pub(crate) struct Whole<'a> {
    pub title: String,
    pub value: f64,
    pub value_label: String,
    pub value_head: &'a str,
    pub range: Option<(f64, f64)>,
    pub tick: &'a dyn Fn(f64) -> String,
}

/// A row for each slice.
pub(crate) fn by_part(slices: &[Slice], whole: &Whole<'_>, words: &Words<'_>) -> Picture {
    let mut says = says(slices, whole, "report-parts-say", words);
    if slices.len() > ROWS_DRAWN {
        let drawn = [("n", ROWS_DRAWN.into()), ("all", slices.len().into())];
        says = words.sentences(&[&words.say("report-parts-drawn", &drawn), &says]);
    }
    let rows = slices.iter().take(ROWS_DRAWN).map(|slice| Row {
        label: slice.name(words),
        estimate: slice.estimate,
        value_label: slice.value_label.clone(),
        n_label: words.count(slice.n),
        tone: tone(slice, whole.value),
    });
    let dots = Dots {
        caption: Caption { title: whole.title.clone(), desc: says.clone() },
        rows: rows.collect(),
        reference: Some(reference(whole, words)),
        range: whole.range,
        value_head: whole.value_head.to_owned(),
        n_head: words.t("report-n"),
    };
    let draw = |width| dots::draw(&dots, whole.tick, width);
    Picture { title: whole.title.clone(), wide: draw(WIDE), narrow: draw(NARROW), says }
}

/// A point for each month, months without anything among them.
pub(crate) fn by_month(slices: &[Slice], whole: &Whole<'_>, words: &Words<'_>) -> Picture {
    let says = says(slices, whole, "report-months-say", words);
    let within = |value: f64| whole.range.map_or(value, |(least, most)| value.clamp(least, most));
    let points = months(slices).into_iter().map(|month| {
        let slice = slices.iter().find(|slice| slice.part == Part::Month(month));
        Point {
            label: words.month(month),
            // Of few answers, an interval may reach beyond what can be answered.
            estimate: slice.and_then(|slice| slice.estimate).map(|estimate| Estimate {
                low: within(estimate.low),
                high: within(estimate.high),
                ..estimate
            }),
            value_label: slice.map_or_else(String::new, |slice| slice.value_label.clone()),
            n: slice.map_or(0, |slice| slice.n),
            n_label: words.count(slice.map_or(0, |slice| slice.n)),
        }
    });
    let series = Series {
        caption: Caption { title: whole.title.clone(), desc: says.clone() },
        points: points.collect(),
        reference: Some(reference(whole, words)),
        range: whole.range,
        n_head: words.t("report-n"),
    };
    let draw = |width| series::draw(&series, whole.tick, width);
    Picture { title: whole.title.clone(), wide: draw(WIDE), narrow: draw(NARROW), says }
}

/// All months from the first to the last; at most a hundred years of them.
pub(crate) fn months(slices: &[Slice]) -> Vec<Month> {
    let found = slices.iter().filter_map(|slice| match slice.part {
        Part::Month(month) => Some(month.number()),
        _ => None,
    });
    let (Some(first), Some(last)) = (found.clone().min(), found.max()) else { return Vec::new() };
    (first.max(last.saturating_sub(1200))..=last).map(Month::from_number).collect()
}

fn reference(whole: &Whole<'_>, words: &Words<'_>) -> Reference {
    let label = words.say("report-all", &[("value", whole.value_label.as_str().into())]);
    Reference { value: whole.value, label }
}

/// Better or worse than the whole only where the interval says so.
fn tone(slice: &Slice, whole: f64) -> Tone {
    match slice.estimate {
        Some(estimate) if slice.n >= ENOUGH && estimate.low > whole => Tone::Good,
        Some(estimate) if slice.n >= ENOUGH && estimate.high < whole => Tone::Bad,
        _ => Tone::Plain,
    }
}

/// Names the highest and the lowest, where any part differs from the whole beyond chance.
fn says(slices: &[Slice], whole: &Whole<'_>, key: &str, words: &Words<'_>) -> String {
    let enough: Vec<&Slice> =
        slices.iter().filter(|slice| slice.n >= ENOUGH && slice.estimate.is_some()).collect();
    let value = |slice: &&&Slice| slice.estimate.map_or(0.0, |estimate| estimate.value);
    let lowest = enough.iter().min_by(|a, b| value(a).total_cmp(&value(b)));
    let highest = enough.iter().max_by(|a, b| value(a).total_cmp(&value(b)));
    match (lowest, highest) {
        (Some(low), Some(high)) if low.part != high.part => {
            if enough.iter().all(|slice| tone(slice, whole.value) == Tone::Plain) {
                return words.t("report-parts-even");
            }
            words.say(
                key,
                &[
                    ("low", low.name(words).into()),
                    ("lowvalue", low.value_label.as_str().into()),
                    ("high", high.name(words).into()),
                    ("highvalue", high.value_label.as_str().into()),
                    ("enough", ENOUGH.into()),
                ],
            )
        }
        (Some(only), _) => words.say(
            "report-parts-one",
            &[
                ("name", only.name(words).into()),
                ("value", only.value_label.as_str().into()),
                ("enough", ENOUGH.into()),
            ],
        ),
        _ => words.say("report-parts-say-nothing", &[("enough", ENOUGH.into())]),
    }
}

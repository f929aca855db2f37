//! Pictures of scores: month by month, and part by part.

use super::speech::{ENOUGH, Speech, tone};
use crate::rooms::feedback::queries::{Line, Scores};
use crate::rooms::feedback::tally::Tally;
use chart::dots::{self, Dots, Row};
use chart::series::{self, Point, Series};
use chart::{Caption, Estimate, Reference, Tone};
use jiff::civil::Date;

/// Widths that pictures are drawn for, in CSS pixels.
const WIDE: f64 = 680.0;
const NARROW: f64 = 350.0;

/// A picture for desks and phones, and what it says.
pub struct Picture {
    pub wide: String,
    pub narrow: String,
    pub says: String,
}

/// Scores over the months.
pub fn by_month(scores: &Scores, speech: &Speech) -> Picture {
    let points = scores.months.iter().map(|(month, tally)| Point {
        label: label(*month, speech),
        estimate: tally.estimate(),
        value_label: tally.estimate().map_or_else(String::new, |estimate| speech.whole(estimate)),
        n: tally.n(),
        n_label: speech.answers(tally.n()),
    });
    let says = months_say(scores, speech);
    let series = Series {
        caption: Caption { title: speech.say.text("feedback-by-month"), desc: says.clone() },
        points: points.collect(),
        reference: reference(scores, speech),
        range: None,
        n_head: "n".to_owned(),
    };
    let draw = |width| series::draw(&series, &|value| speech.figure(value), width).to_plain();
    Picture { wide: draw(WIDE), narrow: draw(NARROW), says }
}

/// A part with its name.
pub struct Part<'a> {
    pub name: String,
    pub line: &'a Line,
}

/// Scores of parts, in the order given.
pub fn by_part(parts: &[Part<'_>], scores: &Scores, speech: &Speech) -> Picture {
    let whole = scores.whole.all.estimate();
    let row = |part: &Part<'_>| {
        let (estimate, n) = (part.line.all.estimate(), part.line.all.n());
        Row {
            label: part.name.clone(),
            estimate,
            value_label: estimate.map_or_else(String::new, |estimate| speech.figure(estimate.value)),
            n_label: speech.count(n),
            tone: estimate.map_or(Tone::Plain, |estimate| tone(estimate, n, whole)),
        }
    };
    let says = parts_say(parts, whole, speech);
    let dots = Dots {
        caption: Caption { title: speech.say.text("feedback-by-step"), desc: says.clone() },
        rows: parts.iter().map(row).collect(),
        reference: reference(scores, speech),
        range: None,
        value_head: speech.say.of("feedback-unit-", speech.question.as_str()),
        n_head: "n".to_owned(),
    };
    let draw = |width| dots::draw(&dots, &|value| speech.figure(value), width).to_plain();
    Picture { wide: draw(WIDE), narrow: draw(NARROW), says }
}

fn label(month: Date, speech: &Speech) -> String {
    speech.say.language.month(month.year(), month.month())
}

fn reference(scores: &Scores, speech: &Speech) -> Option<Reference> {
    let value = scores.whole.all.estimate()?.value;
    Some(Reference { value, label: speech.say.with("feedback-all", "value", &speech.figure(value)) })
}

/// The best and the worst month of those with enough answers.
fn months_say(scores: &Scores, speech: &Speech) -> String {
    let months: Vec<(String, Tally)> =
        scores.months.iter().map(|(month, tally)| (label(*month, speech), *tally)).collect();
    match ends(&months) {
        Some([(low, lowest), (high, highest)]) => speech.text(
            "feedback-months-say",
            &[
                ("high", high.into()),
                ("highvalue", speech.figure(highest.value).into()),
                ("low", low.into()),
                ("lowvalue", speech.figure(lowest.value).into()),
            ],
        ),
        None => speech.text("feedback-says-nothing", &[("n", ENOUGH.into())]),
    }
}

/// The best and the worst part, where any differs from the whole beyond chance.
fn parts_say(parts: &[Part<'_>], whole: Option<Estimate>, speech: &Speech) -> String {
    let tallies: Vec<(String, Tally)> = parts.iter().map(|part| (part.name.clone(), part.line.all)).collect();
    let Some([(low, lowest), (high, highest)]) = ends(&tallies) else {
        return speech.text("feedback-says-nothing", &[("n", ENOUGH.into())]);
    };
    let differs = |(_, tally): &(String, Tally)| {
        tally.estimate().is_some_and(|estimate| tone(estimate, tally.n(), whole) != Tone::Plain)
    };
    if !tallies.iter().any(differs) {
        return speech.say.text("feedback-parts-even");
    }
    speech.text(
        "feedback-parts-say",
        &[
            ("low", low.into()),
            ("lowvalue", speech.figure(lowest.value).into()),
            ("high", high.into()),
            ("highvalue", speech.figure(highest.value).into()),
        ],
    )
}

/// The lowest and the highest of those with enough answers, if there are two.
fn ends(named: &[(String, Tally)]) -> Option<[(&str, Estimate); 2]> {
    let enough = named.iter().filter(|(_, tally)| tally.n() >= ENOUGH);
    let mut known: Vec<(&str, Estimate)> =
        enough.filter_map(|(name, tally)| Some((name.as_str(), tally.estimate()?))).collect();
    known.sort_by(|a, b| a.1.value.total_cmp(&b.1.value));
    match known.as_slice() {
        [low, .., high] => Some([*low, *high]),
        _ => None,
    }
}

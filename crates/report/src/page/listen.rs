//! What customers said: by step reached, by the way cases ended, by group and by month.

use chart::Estimate;

use super::parts::{Slice, Whole, by_month, by_part};
use super::{Picture, Words};
use crate::figures::{Part, Score, Scores};

/// Rows of a table; the results as JSON have all.
const ROWS_LISTED: usize = 1000;

pub(crate) struct ListenView {
    pub says: String,
    pub pictures: Vec<Picture>,
    /// Top-box shares of every part.
    pub tables: Vec<ScoreTable>,
}

pub(crate) struct ScoreTable {
    pub title: String,
    pub rows: Vec<ScoreRow>,
}

pub(crate) struct ScoreRow {
    pub name: String,
    pub n: String,
    pub mean: String,
    pub mean_ci95: String,
    pub top: String,
    pub top_ci95: String,
}

impl ListenView {
    pub(crate) fn of(scores: &Scores, words: &Words<'_>) -> Self {
        let name = scores.name.to(words.language);
        let group = scores.group.as_ref().map_or("", |group| group.to(words.language));
        let title = |key: &str| words.say(key, &[("score", name.into()), ("group", group.into())]);
        let parts = [
            (title("report-by-month"), &scores.by_month),
            (title("report-by-step"), &scores.by_step),
            (title("report-by-end"), &scores.by_end),
            (title("report-by-group"), &scores.by_group),
        ];
        let tick = |value: f64| words.language.number(value, 1);
        let mean_head = words.t("report-mean");
        let whole = |title: &str| Whole {
            title: title.to_owned(),
            value: scores.all.mean.unwrap_or(0.0),
            value_label: words.score(scores.all.mean.unwrap_or(0.0)),
            value_head: &mean_head,
            range: Some(scores.scale),
            tick: &tick,
        };
        let mut view = Self { says: says(scores, words), pictures: Vec::new(), tables: Vec::new() };
        for (title, slices) in parts.iter().filter(|(_, slices)| !slices.is_empty()) {
            let drawn: Vec<Slice> = slices.iter().map(|(part, score)| slice(part, score, words)).collect();
            let monthly = matches!(slices[0].0, Part::Month(_));
            let draw = if monthly { by_month } else { by_part };
            view.pictures.push(draw(&drawn, &whole(title), words));
            let rows = slices.iter().take(ROWS_LISTED).map(|(part, score)| row(part, score, words)).collect();
            view.tables.push(ScoreTable { title: title.clone(), rows });
        }
        view
    }
}

fn slice(part: &Part, score: &Score, words: &Words<'_>) -> Slice {
    let estimate = score.mean.map(|mean| {
        let (low, high) = score.mean_ci95.map_or((mean, mean), |ci95| (ci95.low, ci95.high));
        Estimate { value: mean, low, high }
    });
    Slice {
        part: part.clone(),
        n: score.n,
        estimate,
        value_label: score.mean.map_or_else(String::new, |m| words.score(m)),
    }
}

fn row(part: &Part, score: &Score, words: &Words<'_>) -> ScoreRow {
    let known =
        |value: Option<f64>, write: &dyn Fn(f64) -> String| value.map_or_else(|| "–".to_owned(), write);
    let range = |interval: Option<measure::Interval>, write: &dyn Fn(f64) -> String| {
        interval.map_or_else(|| "–".to_owned(), |ci95| format!("{} – {}", write(ci95.low), write(ci95.high)))
    };
    let (number, percent) = (|value| words.score(value), |share| words.percent(share));
    ScoreRow {
        name: words.part(part),
        n: words.count(score.n),
        mean: known(score.mean, &number),
        mean_ci95: range(score.mean_ci95, &number),
        top: known(score.top_share, &percent),
        top_ci95: range(score.top_ci95, &percent),
    }
}

fn says(scores: &Scores, words: &Words<'_>) -> String {
    let (Some(mean), Some(top)) = (scores.all.mean, scores.all.top_share) else {
        return words.t("report-no-answers");
    };
    words.say(
        "report-listen-says",
        &[
            ("n", scores.all.n.into()),
            ("mean", words.score(mean).into()),
            ("scale", words.language.number(scores.scale.1, 0).into()),
            ("top", words.percent(top).into()),
            ("from", words.language.number(scores.top_from, 0).into()),
        ],
    )
}

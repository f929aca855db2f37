//! What customers said: by step reached, by the way cases ended, by group and by month.

use chart::Estimate;

use super::parts::{Slice, Whole, by_month, by_part};
use super::table::{Row, Table, known, range};
use super::{Picture, Words};
use crate::figures::{Part, Score, Scores};

pub(crate) struct ListenView {
    pub says: String,
    pub pictures: Vec<Picture>,
    pub tables: Vec<Table>,
}

impl ListenView {
    pub(crate) fn of(scores: &Scores, words: &Words<'_>) -> Self {
        let name = scores.name.to(words.language);
        let group = scores.group.as_ref().map_or("", |group| group.to(words.language));
        let title = |key: &str| words.say(key, &[("score", name.into()), ("group", group.into())]);
        let parts = [
            (title("report-by-month"), words.t("col-month"), &scores.by_month),
            (title("report-by-step"), words.t("col-step"), &scores.by_step),
            (title("report-by-end"), words.t("col-end"), &scores.by_end),
            (title("report-by-group"), group.to_owned(), &scores.by_group),
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
        for (title, head, slices) in parts.into_iter().filter(|(.., slices)| !slices.is_empty()) {
            let drawn: Vec<Slice> = slices.iter().map(|(part, score)| slice(part, score, words)).collect();
            let monthly = matches!(slices[0].0, Part::Month(_));
            let draw = if monthly { by_month } else { by_part };
            view.pictures.push(draw(&drawn, &whole(&title), words));
            let heads = ["report-n", "report-mean", "col-ci95", "col-top", "col-ci95"];
            let rows = slices.iter().map(|(part, score)| row(part, score, scores.scale, words));
            view.tables.push(Table::new(title, head, &heads, rows, words));
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

fn row(part: &Part, score: &Score, (lowest, highest): (f64, f64), words: &Words<'_>) -> Row {
    // Of few answers, an interval may reach beyond what can be answered.
    let on_scale = |value: f64| words.score(value.clamp(lowest, highest));
    let percent = |share| words.percent(share);
    Row {
        name: words.part(part),
        cells: vec![
            words.count(score.n),
            known(score.mean, |mean| words.score(mean)),
            range(score.mean_ci95, on_scale),
            known(score.top_share, percent),
            range(score.top_ci95, percent),
        ],
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

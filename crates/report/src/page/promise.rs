//! How the promise was kept, and what is owed.

use chart::bars::{self, Bar, Bars, Lie};
use chart::{Caption, Estimate, Tone};

use super::parts::{NARROW, Slice, WIDE, Whole, by_month, by_part, months};
use super::table::{Row, Table, known, range};
use super::{Picture, Words};
use crate::figures::{Kept, Part, Promise, Report};

/// Groups whose compensation is drawn one by one; the rest is one bar.
const GROUPS_SHOWN: usize = 12;

pub(crate) struct PromiseView {
    pub title: String,
    pub says: String,
    /// How many cases the promise does not speak of, if any.
    pub others: Option<String>,
    pub pictures: Vec<Picture>,
    pub tables: Vec<Table>,
}

impl PromiseView {
    pub(crate) fn of(promise: &Promise, report: &Report, words: &Words<'_>) -> Self {
        let group = promise.group.as_ref().map_or("", |group| group.to(words.language));
        let title = |key: &str| words.say(key, &[("group", group.into())]);
        let tick = |share: f64| words.language.percent(share, 0);
        let kept_head = words.t("report-kept");
        let whole = |title: String| Whole {
            title,
            value: promise.all.share().unwrap_or(0.0),
            value_label: words.percent(promise.all.share().unwrap_or(0.0)),
            value_head: &kept_head,
            range: None,
            tick: &tick,
        };
        let slices = |parts: &[(Part, Kept)]| -> Vec<Slice> {
            parts.iter().map(|(part, kept)| slice(part, kept, words)).collect()
        };
        let (monthly, grouped) = (slices(&promise.by_month), slices(&promise.by_group));
        let mut pictures = Vec::new();
        if !monthly.is_empty() {
            pictures.push(by_month(&monthly, &whole(title("report-kept-by-month")), words));
        }
        if promise.compensated && !monthly.is_empty() {
            pictures.push(owed_by_month(promise, &monthly, title("report-owed-by-month"), words));
        }
        if !grouped.is_empty() {
            pictures.push(by_part(&grouped, &whole(title("report-kept-by-group")), words));
        }
        if promise.compensated && !grouped.is_empty() {
            pictures.push(owed_by_group(promise, title("report-owed-by-group"), words));
        }
        let table = |key: &str, first: String, parts: &[(Part, Kept)]| {
            let mut heads = vec!["report-n", "report-kept", "col-ci95", "col-broken"];
            heads.extend(promise.compensated.then_some("report-owed"));
            let rows = parts.iter().map(|(part, kept)| row(part, kept, promise.compensated, words));
            Table::new(title(key), first, &heads, rows, words)
        };
        let tables = [
            table("report-kept-by-month", words.t("col-month"), &promise.by_month),
            table("report-kept-by-group", group.to_owned(), &promise.by_group),
        ];
        let others = report.cases - promise.all.n;
        Self {
            title: promise.name.to(words.language).to_owned(),
            says: says(promise, words),
            others: (others > 0).then(|| words.say("report-promise-others", &[("n", others.into())])),
            pictures,
            tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
        }
    }
}

fn row(part: &Part, kept: &Kept, compensated: bool, words: &Words<'_>) -> Row {
    let percent = |share| words.percent(share);
    let mut cells = vec![
        words.count(kept.n),
        known(kept.share(), percent),
        range(kept.ci95(), percent),
        words.count(kept.late),
    ];
    cells.extend(compensated.then(|| words.money(kept.compensation)));
    Row { name: words.part(part), cells }
}

fn slice(part: &Part, kept: &Kept, words: &Words<'_>) -> Slice {
    let estimate =
        kept.share().zip(kept.ci95()).map(|(value, ci95)| Estimate { value, low: ci95.low, high: ci95.high });
    let value_label = kept.share().map_or_else(String::new, |share| words.percent(share));
    Slice { part: part.clone(), n: kept.n, estimate, value_label }
}

fn says(promise: &Promise, words: &Words<'_>) -> String {
    let (Some(share), Some(ci95)) = (promise.all.share(), promise.all.ci95()) else {
        return words.t("report-no-promises");
    };
    let mut text = words.say(
        "report-promise-says",
        &[
            ("share", words.percent(share).into()),
            ("low", words.percent(ci95.low).into()),
            ("high", words.percent(ci95.high).into()),
            ("n", promise.all.n.into()),
            ("late", promise.all.late.into()),
        ],
    );
    if promise.compensated {
        text.push(' ');
        text += &words.say("report-owed-says", &[("money", words.money(promise.all.compensation).into())]);
    }
    text
}

fn owed_by_month(promise: &Promise, slices: &[Slice], title: String, words: &Words<'_>) -> Picture {
    let owed = |month| {
        let found = promise.by_month.iter().find(|(part, _)| *part == Part::Month(month));
        found.map_or(0.0, |(_, kept)| kept.compensation)
    };
    let list: Vec<(String, f64)> =
        months(slices).into_iter().map(|month| (words.month(month), owed(month))).collect();
    amounts(title, &list, Lie::Standing, words)
}

fn owed_by_group(promise: &Promise, title: String, words: &Words<'_>) -> Picture {
    let mut list: Vec<(String, f64)> = promise
        .by_group
        .iter()
        .filter_map(|(part, kept)| match part {
            Part::Value(value) => Some((value.clone(), kept.compensation)),
            _ => None,
        })
        .collect();
    list.sort_by(|a, b| b.1.total_cmp(&a.1));
    let rest: f64 = list.iter().skip(GROUPS_SHOWN).map(|(_, owed)| owed).sum();
    let others = list.len().saturating_sub(GROUPS_SHOWN);
    list.truncate(GROUPS_SHOWN);
    if others > 0 {
        list.push((words.say("report-other-groups", &[("n", others.into())]), rest));
    }
    amounts(title, &list, Lie::Lying, words)
}

fn amounts(title: String, list: &[(String, f64)], lie: Lie, words: &Words<'_>) -> Picture {
    let most = list.iter().max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, owed)| *owed > 0.0);
    let says = match most {
        Some((name, owed)) => {
            words.say("report-owed-most", &[("name", name.into()), ("money", words.money(*owed).into())])
        }
        None => words.t("report-owed-nothing"),
    };
    let bars = list.iter().map(|(label, owed)| Bar {
        label: label.clone(),
        value: *owed,
        value_label: words.money(*owed),
        tone: if most.is_some_and(|(name, _)| name == label) { Tone::Bad } else { Tone::Plain },
    });
    let bars =
        Bars { caption: Caption { title: title.clone(), desc: says.clone() }, bars: bars.collect(), lie };
    let tick = |value: f64| words.language.number(value, 0);
    let draw = |width| bars::draw(&bars, &tick, width);
    Picture { title, wide: draw(WIDE), narrow: draw(NARROW), says }
}

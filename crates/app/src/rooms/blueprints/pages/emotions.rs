//! The emotion matrix: what customers should feel at each step, what they felt, and the gap.

use super::table::{Cell, Table};
use super::tracks::wanted_value;
use crate::App;
use crate::rooms::blueprints::known::Known;
use crate::rooms::feedback::{Cluster, Emotion};
use crate::rooms::processes::Head;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::Html;
use language::Value;
use measure::{Feelings, PeakEnd, peak_end};

/// A gap from which on it is marked, on the scale from 0 to 10.
const GAP: f64 = 3.0;

#[derive(askama::Template)]
#[template(path = "blueprints/templates/emotions.html")]
struct Matrix {
    page: Page,
    head: Head,
    says: String,
    facts: Vec<(String, String, String)>,
    steps: Vec<(String, String)>,
    groups: Vec<Group>,
    nets: Vec<NetRow>,
    values: Table,
}

/// A cluster's rows.
struct Group {
    cluster: &'static str,
    name: String,
    rows: Vec<(String, Vec<Option<MatrixCell>>)>,
}

/// An emotion at a step.
struct MatrixCell {
    wanted: String,
    measured: String,
    class: &'static str,
    told: String,
}

/// A row of net emotional values.
struct NetRow {
    name: String,
    values: Vec<String>,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let known = Known::of(&app, &mut db, &key, visit.now()).await?;
    let head = Head::of(&mut db, known.process.clone(), "emotions", known.figures.cases, say).await?;
    let steps = shown(&known);
    let page = Matrix {
        page: visit.page(Place::Map),
        says: says(&known, say),
        facts: facts(&known, say),
        steps: steps
            .iter()
            .map(|&step| {
                let n = felt(&known, step).map_or(0, Feelings::n);
                (known.name(step).to_owned(), format!("n = {}", say.language.count(n)))
            })
            .collect(),
        groups: Cluster::ALL.into_iter().map(|cluster| group(&known, cluster, &steps, say)).collect(),
        nets: nets(&known, &steps, say),
        values: values(&known, &steps, say),
        head,
    };
    html(&page)
}

/// The steps at which something is wanted or was felt.
fn shown(known: &Known) -> Vec<usize> {
    let said = known.blueprint().steps();
    (0..said.len()).filter(|&step| !said[step].emotions.is_empty() || felt(known, step).is_some()).collect()
}

fn felt(known: &Known, step: usize) -> Option<&Feelings> {
    known.heard.felt.get(&known.process.map.steps()[step].id)
}

/// Wanted and measured net emotional value of a step.
fn net(known: &Known, step: usize) -> (Option<f64>, Option<f64>) {
    let said = &known.blueprint().steps()[step];
    let wanted = (!said.emotions.is_empty()).then(|| wanted_value(said, &known.heard.emotions));
    (wanted, felt(known, step).and_then(|felt| felt.net().mean()))
}

/// The sentence that matters most: where the gap is largest.
pub fn says(known: &Known, say: &Say) -> String {
    let gap = |step: usize| {
        let (Some(wanted), Some(measured)) = net(known, step) else { return None };
        // A gap that chance alone would explain is none.
        let range = felt(known, step)?.net().ci95()?;
        (range.high < wanted).then_some((step, wanted, measured))
    };
    let gaps = (0..known.process.map.steps().len()).filter_map(gap);
    let most = gaps.max_by(|a, b| (a.1 - a.2).total_cmp(&(b.1 - b.2)));
    let Some((step, wanted, measured)) = most else {
        return say.text("emotions-none");
    };
    let values = [
        ("step", Value::from(known.name(step))),
        ("wanted", say.language.signed(wanted, 1).into()),
        ("measured", say.language.signed(measured, 1).into()),
        ("n", felt(known, step).map_or(0, Feelings::n).into()),
    ];
    say.language.text_with("emotions-says", &values)
}

/// The whole process: net value, peak and end, the level of the relationship.
fn facts(known: &Known, say: &Say) -> Vec<(String, String, String)> {
    let language = say.language;
    let whole = &known.heard.whole;
    let mut facts = Vec::new();
    if let (Some(value), Some(range)) = (whole.net().mean(), whole.net().ci95()) {
        let values = [
            ("low", Value::from(language.signed(range.low, 2))),
            ("high", language.signed(range.high, 2).into()),
            ("n", whole.n().into()),
        ];
        facts.push((
            say.text("emotions-net"),
            language.signed(value, 2),
            language.text_with("emotions-range", &values),
        ));
    }
    let way: Vec<(usize, f64)> =
        known.way().into_iter().filter_map(|step| Some((step, net(known, step).1?))).collect();
    let values: Vec<f64> = way.iter().map(|(_, value)| *value).collect();
    if let Some(PeakEnd { peak, end, remembered, mean }) = peak_end(&values) {
        let values = [
            ("peak", Value::from(known.name(way[peak].0))),
            ("end", known.name(way[end].0).into()),
            ("mean", language.signed(mean, 2).into()),
        ];
        let note = language.text_with("emotions-peak-note", &values);
        facts.push((say.text("emotions-peak"), language.signed(remembered, 2), note));
    }
    if let Some((level, range)) = whole.level() {
        let values = [
            ("low", Value::from(language.signed(range.low, 2))),
            ("high", language.signed(range.high, 2).into()),
            ("n", whole.n().into()),
        ];
        facts.push((
            say.text("emotions-level"),
            say.of("cluster-", Cluster::ALL[level].as_str()),
            language.text_with("emotions-range", &values),
        ));
    }
    facts
}

fn group(known: &Known, cluster: Cluster, steps: &[usize], say: &Say) -> Group {
    let of = known.heard.emotions.iter().enumerate().filter(|(_, emotion)| emotion.cluster == cluster);
    let rows = of.map(|(at, emotion)| {
        let cells = steps.iter().map(|&step| cell(known, step, (at, emotion), say)).collect();
        (emotion.said(say), cells)
    });
    Group { cluster: cluster.as_str(), name: say.of("cluster-", cluster.as_str()), rows: rows.collect() }
}

fn cell(known: &Known, step: usize, (at, emotion): (usize, &Emotion), say: &Say) -> Option<MatrixCell> {
    let said = &known.blueprint().steps()[step];
    let wanted =
        said.emotions.iter().find(|wanted| wanted.name == emotion.name).map(|wanted| wanted.strength);
    let felt = felt(known, step);
    let measured = felt.and_then(|felt| felt.strength(at).mean());
    if wanted.is_none() && measured.is_none_or(|measured| measured == 0.0) {
        return None;
    }
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| say.language.number(v, 1));
    let gap = wanted.zip(measured).map(|(wanted, measured)| wanted - measured);
    let is_bad = match emotion.cluster {
        Cluster::Destroying => measured.unwrap_or_default() - wanted.unwrap_or_default() >= GAP,
        _ => gap.is_some_and(|gap| gap >= GAP && gap >= widest(known, step)),
    };
    let values = [
        ("step", Value::from(known.name(step))),
        ("wanted", number(wanted).into()),
        ("measured", number(measured).into()),
        ("gap", gap.map_or_else(|| "–".to_owned(), |gap| say.language.signed(gap, 1)).into()),
        ("n", felt.map_or(0, Feelings::n).into()),
    ];
    Some(MatrixCell {
        wanted: number(wanted),
        measured: number(measured),
        class: if is_bad { "worse" } else { "" },
        told: say.language.text_with("emotions-cell", &values),
    })
}

/// The widest gap between what is wanted at a step and what was felt.
fn widest(known: &Known, step: usize) -> f64 {
    let Some(felt) = felt(known, step) else { return 0.0 };
    let gap = |wanted: &bpmn::extension::Emotion| {
        let at = known.heard.emotions.place(&wanted.name)?;
        Some(wanted.strength - felt.strength(at).mean()?)
    };
    known.blueprint().steps()[step].emotions.iter().filter_map(gap).fold(0.0, f64::max)
}

fn nets(known: &Known, steps: &[usize], say: &Say) -> Vec<NetRow> {
    let signed = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| say.language.signed(v, 2));
    let row = |key: &str, of: &dyn Fn(usize) -> Option<f64>| NetRow {
        name: say.text(key),
        values: steps.iter().map(|&step| signed(of(step))).collect(),
    };
    vec![
        row("emotions-net-wanted", &|step| net(known, step).0),
        row("emotions-net-measured", &|step| net(known, step).1),
        row("emotions-net-gap", &|step| net(known, step).0.zip(net(known, step).1).map(|(a, b)| a - b)),
    ]
}

/// The net value of each step with its interval.
fn values(known: &Known, steps: &[usize], say: &Say) -> Table {
    let signed = |value: f64| say.language.signed(value, 2);
    let row = |&step: &usize| {
        let (wanted, measured) = net(known, step);
        let felt = felt(known, step);
        let range = felt.and_then(|felt| felt.net().ci95());
        let shown = measured.map_or_else(Cell::none, |value| {
            Cell::text(signed(value)).link(format!("/feedback/{}", known.process.key))
        });
        let range_text = range.map_or_else(Cell::none, |range| {
            Cell::text(format!("{} … {}", signed(range.low), signed(range.high)))
        });
        // Only what chance does not explain is marked.
        let is_short = wanted.zip(range).is_some_and(|(wanted, range)| range.high < wanted);
        let gap = wanted.zip(measured).map_or_else(Cell::none, |(wanted, measured)| {
            Cell::text(signed(wanted - measured)).mark("worse", is_short)
        });
        vec![
            Cell::text(known.name(step)),
            wanted.map_or_else(Cell::none, |wanted| Cell::text(signed(wanted))),
            shown,
            range_text,
            Cell::text(say.language.count(felt.map_or(0, Feelings::n))),
            gap,
        ]
    };
    Table {
        id: "net",
        title: say.text("emotions-net"),
        says: say.text("emotions-net-says"),
        columns: vec![
            (say.text("col-step"), false),
            (say.text("track-wanted"), true),
            (say.text("track-measured"), true),
            (say.text("emotions-interval"), true),
            ("n".to_owned(), true),
            (say.text("emotions-gap"), true),
        ],
        rows: steps.iter().map(row).collect(),
        read: say.text("emotions-net-read"),
    }
}

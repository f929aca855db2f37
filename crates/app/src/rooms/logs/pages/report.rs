//! The report on a log: the ways cases went, where they waited, and what was done again.

use super::show::period;
use crate::App;
use crate::rooms::logs::model::Log;
use crate::rooms::logs::queries;
use crate::rooms::logs::summary::{Activity, Arc, Summary, Times};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::Html;
use chart::bars::{self, Bar, Bars, Lie};
use chart::{Caption, Tone};
use uuid::Uuid;

/// Rows of a table.
const ROWS: usize = 20;

/// Bars of a picture.
const BARS: usize = 12;

/// Arcs gone by fewer cases than one in so many say nothing about waiting.
const RARE: u64 = 100;

#[derive(askama::Template)]
#[template(path = "logs/templates/report.html")]
struct Report {
    page: Page,
    log: Log,
    summary: Summary,
    period: String,
    variants_say: String,
    waits_say: String,
    rework_says: String,
    waits: [String; 2],
    slowest: Vec<Arc>,
    repeated: Vec<Activity>,
}

impl Report {
    fn name(&self, at: &usize) -> &str {
        self.summary.activities.get(*at).map_or("", |activity| activity.name.as_str())
    }

    fn share(&self, cases: &u64) -> String {
        share(&self.page.say, *cases, self.summary.cases)
    }

    fn count(&self, n: &u64) -> String {
        self.page.say.language.count(*n)
    }

    fn time(&self, seconds: &f64) -> String {
        self.page.say.duration(seconds)
    }
}

/// The report.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let log = queries::find(&mut app.db().read().await?, id).await?.ok_or(Problem::NotFound)?;
    let summary = log.summary.clone().ok_or(Problem::NotFound)?;
    let slowest = slowest(&summary);
    let mut repeated: Vec<Activity> =
        summary.activities.iter().filter(|activity| activity.repeated > 0).cloned().collect();
    repeated.sort_by_key(|activity| std::cmp::Reverse(activity.repeated));
    repeated.truncate(ROWS);
    html(&Report {
        page: visit.page(Place::Data),
        period: period(&visit, &summary),
        variants_say: variants_say(&summary, &visit.say),
        waits_say: waits_say(&summary, slowest.first(), &visit.say),
        rework_says: rework_says(&summary, repeated.first(), &visit.say),
        waits: [680.0, 350.0].map(|width| waits(&summary, &visit.say, width)),
        slowest,
        repeated,
        log,
        summary,
    })
}

/// The ways on that take longest, of those that are gone often enough.
fn slowest(summary: &Summary) -> Vec<Arc> {
    let often = |arc: &&Arc| arc.count * RARE >= summary.cases;
    let mut arcs: Vec<Arc> = summary.arcs.iter().filter(often).cloned().collect();
    arcs.sort_by(|a, b| b.times.median_s.total_cmp(&a.times.median_s));
    arcs.truncate(ROWS);
    arcs
}

/// How long each activity is waited for, the longest first.
fn waits(summary: &Summary, say: &Say, width: f64) -> String {
    let mut waits: Vec<(&Activity, Times)> = summary
        .activities
        .iter()
        .filter(|activity| activity.count * RARE >= summary.cases)
        .filter_map(|activity| Some((activity, activity.wait?)))
        .collect();
    waits.sort_by(|a, b| b.1.median_s.total_cmp(&a.1.median_s));
    let bar = |(activity, wait): &(&Activity, Times)| Bar {
        label: activity.name.clone(),
        value: wait.median_s,
        value_label: say.duration(&wait.median_s),
        tone: Tone::Plain,
    };
    let bars = Bars {
        caption: Caption { title: say.text("logs-waits"), desc: say.text("logs-waits-text") },
        bars: waits.iter().take(BARS).map(bar).collect(),
        lie: Lie::Lying,
    };
    bars::draw(&bars, &|seconds| say.duration(&seconds), width).to_string()
}

fn variants_say(summary: &Summary, say: &Say) -> String {
    let most = summary.variants.first().map_or(0, |variant| variant.cases);
    say.language.text_with(
        "logs-variants-say",
        &[("n", summary.variant_count.into()), ("share", share(say, most, summary.cases).into())],
    )
}

fn waits_say(summary: &Summary, slowest: Option<&Arc>, say: &Say) -> String {
    let Some(arc) = slowest else { return say.text("logs-waits-none") };
    let name = |at: usize| summary.activities[at].name.as_str();
    say.language.text_with(
        "logs-waits-say",
        &[
            ("from", name(arc.from).into()),
            ("to", name(arc.to).into()),
            ("median", say.duration(&arc.times.median_s).into()),
            ("most", say.duration(&arc.times.p90_s).into()),
        ],
    )
}

fn rework_says(summary: &Summary, repeated: Option<&Activity>, say: &Say) -> String {
    let Some(activity) = repeated else { return say.text("logs-rework-none") };
    say.language.text_with(
        "logs-rework-says",
        &[
            ("name", activity.name.as_str().into()),
            ("share", share(say, activity.repeated_in, summary.cases).into()),
            ("n", activity.repeated.into()),
        ],
    )
}

fn share(say: &Say, part: u64, whole: u64) -> String {
    say.language.percent(part as f64 / whole.max(1) as f64, 1)
}

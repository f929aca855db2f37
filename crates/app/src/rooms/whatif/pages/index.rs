//! Today: the parameters of a process as its journal shows them, how far they may be trusted, and the scenarios.

use super::fields::week_text;
use super::parts::{Known, Speech, impossible};
use crate::App;
use crate::rooms::processes::Head;
use crate::rooms::whatif::calibration::{Calibration, Origin, Pair, Trust};
use crate::rooms::whatif::changes::DAYS;
use crate::rooms::whatif::model::{RunState, Scenario};
use crate::rooms::whatif::queries;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::Html;
use bpmn::map::Visibility;
use language::Value;

/// A parameter with what it rests on.
pub struct Evidence {
    pub name: String,
    pub value: String,
    pub origin: &'static str,
    pub rests_on: String,
}

/// A table of them.
pub struct Group {
    pub key: &'static str,
    pub rows: Vec<Evidence>,
}

/// Measured beside simulated.
pub struct CheckRow {
    pub name: String,
    pub measured: String,
    pub simulated: String,
    pub off: String,
}

/// A scenario of the list.
pub struct Listed {
    pub id: String,
    pub name: String,
    pub author: String,
    pub changed: String,
    pub state: &'static str,
    pub badge: &'static str,
    pub has_result: bool,
}

#[derive(askama::Template)]
#[template(path = "whatif/templates/index.html")]
struct Index {
    page: Page,
    head: Head,
    nothing: Option<String>,
    trust: Option<(&'static str, String)>,
    checks: Vec<CheckRow>,
    limits: Vec<String>,
    groups: Vec<Group>,
    scenarios: Vec<Listed>,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let known = Known::of(&app, &visit, &key).await?;
    let say = &visit.say;
    let scenarios = queries::list(&mut app.db().read().await?, &known.head.process).await?;
    let speech = Speech { say, currency: known.today.currency.as_deref() };
    let mut page = Index {
        page: visit.page(Place::Map),
        nothing: None,
        trust: None,
        checks: Vec::new(),
        limits: Vec::new(),
        groups: Vec::new(),
        scenarios: scenarios.iter().map(|scenario| listed(scenario, say)).collect(),
        head: known.head,
    };
    match &known.today.known {
        Err(why) => page.nothing = Some(impossible(*why).said(say.language)),
        Ok(found) => {
            page.trust = Some(trust(found, say));
            page.checks = checks(found, &speech);
            page.limits = limits(found, say);
            page.groups = groups(found, &speech);
        }
    }
    html(&page)
}

fn listed(scenario: &Scenario, say: &Say) -> Listed {
    let state = match scenario.run.as_ref().map(|run| run.state) {
        None => "new",
        Some(RunState::Done) if scenario.is_outdated() => "outdated",
        Some(state) => state.as_str(),
    };
    Listed {
        id: scenario.id.to_string(),
        name: scenario.name.clone(),
        author: scenario.author_name.clone().unwrap_or_else(|| "Touchline".to_owned()),
        changed: say.ago(&scenario.changed_at),
        state,
        badge: match state {
            "done" => "good",
            "failed" => "bad",
            "waiting" => "busy",
            _ => "warning",
        },
        has_result: scenario.has_result(),
    }
}

/// Whether a manager may build on it, in a sentence.
fn trust(found: &Calibration, say: &Say) -> (&'static str, String) {
    let (class, key) = match found.check.trust() {
        Trust::High => ("good", "whatif-trust-high"),
        Trust::Some => ("warning", "whatif-trust-some"),
        Trust::Low => ("bad", "whatif-trust-low"),
    };
    let check = &found.check;
    let worst = [check.mean_s.off(), check.median_s.off(), check.p90_s.off()].into_iter().fold(0.0, f64::max);
    let values = [
        ("measured", Value::from(say.duration(&check.mean_s.measured))),
        ("simulated", say.duration(&check.mean_s.simulated).into()),
        ("off", say.language.percent(worst, 0).into()),
        ("n", check.n.into()),
    ];
    (class, say.language.text_with(key, &values))
}

fn checks(found: &Calibration, speech: &Speech<'_>) -> Vec<CheckRow> {
    let check = &found.check;
    let row = |name: &str, figure: &str, pair: &Pair| {
        let measured = speech.value(figure, pair.measured);
        let measured = match pair.range {
            Some(range) => {
                let (low, high) =
                    (speech.value(figure, range.low.max(0.0)), speech.value(figure, range.high));
                let values = [("value", Value::from(measured)), ("low", low.into()), ("high", high.into())];
                speech.say.language.text_with("whatif-value-range", &values)
            }
            None => measured,
        };
        CheckRow {
            name: speech.say.text(name),
            measured,
            simulated: speech.value(figure, pair.simulated),
            off: if pair.measured > 0.0 {
                speech.say.language.percent(pair.off(), 0)
            } else {
                "–".to_owned()
            },
        }
    };
    vec![
        row("whatif-lead-mean", "lead", &check.mean_s),
        row("whatif-lead-median", "lead", &check.median_s),
        row("whatif-lead-p90", "lead", &check.p90_s),
        row("whatif-figure-throughput", "throughput", &check.per_week),
        row("whatif-figure-left", "left", &check.gave_up),
    ]
}

/// What is not in the simulation, and why.
fn limits(found: &Calibration, say: &Say) -> Vec<String> {
    let today = &found.today;
    let mut limits = Vec::new();
    if today.lanes.iter().all(|lane| lane.people.is_none()) {
        limits.push(say.text("whatif-limit-nobody"));
    }
    let lanes = |wanted: fn(Visibility) -> bool| {
        let worked = |at: usize| today.steps.iter().any(|step| step.lane == at && !step.kind.is_end());
        let lanes = today.lanes.iter().enumerate();
        let names: Vec<&str> = lanes
            .filter(|(at, lane)| wanted(lane.visibility) && worked(*at))
            .map(|(_, lane)| &*lane.name)
            .collect();
        names.join(", ")
    };
    let others = lanes(|visibility| matches!(visibility, Visibility::System | Visibility::Partner));
    if !others.is_empty() {
        limits.push(say.with("whatif-limit-others", "lanes", &others));
    }
    limits.push(say.text("whatif-limit-queues"));
    limits.push(say.text("whatif-limit-order"));
    if found.left_out > 0 {
        limits.push(say.with("whatif-limit-left-out", "n", &say.language.count(found.left_out)));
    }
    if found.gave_up == 0 {
        limits.push(say.text("whatif-limit-patience"));
    }
    limits
}

const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Measured => "measured",
        Origin::Fitted => "fitted",
        Origin::Stated => "stated",
        Origin::Assumed => "assumed",
    }
}

fn groups(found: &Calibration, speech: &Speech<'_>) -> Vec<Group> {
    vec![
        Group { key: "whatif-arrivals", rows: arrivals(found, speech) },
        Group { key: "whatif-people", rows: people(found, speech) },
        Group { key: "whatif-times", rows: times(found, speech) },
        Group { key: "whatif-ways", rows: ways(found, speech) },
    ]
}

fn arrivals(found: &Calibration, speech: &Speech<'_>) -> Vec<Evidence> {
    let say = speech.say;
    let (mean, [low, high]) = found.arrivals.per_week();
    let number = |value: f64| say.number(&value, &1);
    let counted = say.with("whatif-evidence-n", "n", &say.language.count(found.arrivals.n));
    let range = say.language.text_with(
        "whatif-evidence-range",
        &[("low", Value::from(number(low))), ("high", number(high).into())],
    );
    let mut rows = vec![Evidence {
        name: say.text("whatif-per-week"),
        value: number(mean),
        origin: origin(Origin::Measured),
        rests_on: format!("{counted} · {range}"),
    }];
    for (day, n) in found.arrivals.by_day.iter().enumerate() {
        let hours = &found.today.per_hour[day * 24..(day + 1) * 24];
        let most = hours.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(hour, _)| hour);
        rows.push(Evidence {
            name: say.of("weekday-", DAYS[day]),
            value: number(hours.iter().sum()),
            origin: origin(Origin::Measured),
            rests_on: say.with2(
                "whatif-evidence-busiest",
                ("n", &say.language.count(*n)),
                ("hour", &format!("{most:02}:00")),
            ),
        });
    }
    rows
}

fn people(found: &Calibration, speech: &Speech<'_>) -> Vec<Evidence> {
    let say = speech.say;
    let mut rows = Vec::new();
    for (lane, pool) in found.today.lanes.iter().zip(&found.pools) {
        let Some(people) = &lane.people else { continue };
        let (rests_on, from) = match pool {
            Some(pool) => {
                let values = [
                    ("measured", Value::from(say.duration(&pool.measured_s))),
                    ("simulated", say.duration(&pool.simulated_s).into()),
                    ("n", say.language.count(pool.n).into()),
                    ("work", say.number(&pool.work_h, &1).into()),
                    ("seen", say.language.count(found.people_seen).into()),
                ];
                let key = if pool.is_found { "whatif-evidence-people" } else { "whatif-evidence-enough" };
                (say.language.text_with(key, &values), Origin::Fitted)
            }
            None => (say.text("whatif-evidence-nobody"), Origin::Assumed),
        };
        rows.push(Evidence {
            name: lane.name.clone(),
            value: say.number(&people.count, &(if people.count.fract() == 0.0 { 0 } else { 2 })),
            origin: origin(from),
            rests_on,
        });
        rows.push(Evidence {
            name: say.with("whatif-hours-of", "lane", &lane.name),
            value: week_text(&people.hours),
            origin: origin(Origin::Stated),
            rests_on: say.text("whatif-evidence-office"),
        });
        rows.push(Evidence {
            name: say.with("whatif-cost-of", "lane", &lane.name),
            value: speech.value("cost", people.cost_per_hour),
            origin: origin(if people.cost_per_hour == super::super::calibration::USUAL_COST {
                Origin::Assumed
            } else {
                Origin::Stated
            }),
            rests_on: String::new(),
        });
    }
    rows
}

fn times(found: &Calibration, speech: &Speech<'_>) -> Vec<Evidence> {
    let say = speech.say;
    let mut rows = Vec::new();
    let steps = found.today.steps.iter().zip(&found.steps).enumerate();
    for (at, (step, figures)) in steps.filter(|(_, (step, _))| !step.kind.is_end()) {
        let Some((mean, range)) = figures.mean_s else {
            rows.push(Evidence {
                name: step.name.clone(),
                value: "–".to_owned(),
                origin: origin(Origin::Assumed),
                rests_on: say.text("whatif-evidence-never"),
            });
            continue;
        };
        let time =
            |seconds: Option<f64>| seconds.map_or_else(|| "–".to_owned(), |seconds| say.duration(&seconds));
        let values = [
            ("n", Value::from(say.language.count(figures.n))),
            ("median", time(figures.median_s).into()),
            ("p90", time(figures.p90_s).into()),
            ("low", time(range.map(|range| range.low.max(0.0))).into()),
            ("high", time(range.map(|range| range.high)).into()),
        ];
        let mut rests_on = say.language.text_with("whatif-evidence-time", &values);
        if let Some((family, ks)) = figures.family {
            let values = [
                ("family", Value::from(say.of("whatif-family-", family))),
                ("ks", say.number(&ks, &2).into()),
            ];
            rests_on = format!("{rests_on} · {}", say.language.text_with("whatif-evidence-family", &values));
        }
        rows.push(Evidence {
            name: step.name.clone(),
            value: say.duration(&mean),
            origin: origin(Origin::Measured),
            rests_on,
        });
        if found.today.is_staffed(at) {
            rows.push(Evidence {
                name: say.with("whatif-work-of", "step", &step.name),
                value: say.duration(&step.work_s),
                origin: origin(figures.work),
                rests_on: say.text("whatif-evidence-work"),
            });
            rows.push(Evidence {
                name: say.with("whatif-delay-of", "step", &step.name),
                value: say.duration(&figures.delay_s),
                origin: origin(Origin::Fitted),
                rests_on: say.text("whatif-evidence-delay"),
            });
        }
        if let Some(patience) = step.patience_s {
            rows.push(Evidence {
                name: say.with("whatif-patience-of", "step", &step.name),
                value: say.duration(&patience),
                origin: origin(Origin::Measured),
                rests_on: say.text("whatif-evidence-patience"),
            });
        }
    }
    rows
}

fn ways(found: &Calibration, speech: &Speech<'_>) -> Vec<Evidence> {
    let say = speech.say;
    let today = &found.today;
    let forked = today.ways.iter().zip(&found.ways).filter(|(way, _)| today.ways_from(way.from).count() > 1);
    forked
        .map(|(way, figures)| {
            let percent = |share: f64| say.language.percent(share, 1);
            let counted = say.with2(
                "whatif-evidence-share",
                ("n", &say.language.count(figures.share.hits)),
                ("all", &say.language.count(figures.share.n)),
            );
            let range = figures.share.ci95().map(|range| {
                let values = [("low", Value::from(percent(range.low))), ("high", percent(range.high).into())];
                say.language.text_with("whatif-evidence-range", &values)
            });
            let off = (!figures.is_on_map).then(|| say.text("whatif-evidence-off-map"));
            let parts: Vec<String> = [Some(counted), range, off].into_iter().flatten().collect();
            Evidence {
                name: format!("{} → {}", today.steps[way.from].name, today.steps[way.to].name),
                value: percent(way.share),
                origin: origin(if figures.share.n > 0 { Origin::Measured } else { Origin::Assumed }),
                rests_on: parts.join(" · "),
            }
        })
        .collect()
}

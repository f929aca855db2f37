//! The map of the process and the table of its steps.

use std::collections::BTreeSet;

use bpmn::map::{CustomerMap, Flow, Lane, StepKind};
use chart::map::{Direction, FlowFigures, MapText, StepFigures, draw};
use chart::{Caption, Svg};

use super::Words;
use super::table::{Row, Table, known};
use crate::figures::{Arc, Report, Step};

/// Steps on the map; more are in the table.
const STEPS_SHOWN: usize = 20;

/// A step that fewer than one in so many cases come by is in the table only.
const RARE: u64 = 500;

/// Share of all arcs, by how often they are gone, that the map shows at least.
const FLOW_SHOWN: f64 = 0.95;

pub(crate) struct FlowView {
    pub wide: Svg,
    pub narrow: Svg,
    pub says: String,
    /// What the map leaves out, if anything.
    pub left_out: Option<String>,
    pub table: Table,
}

impl FlowView {
    pub(crate) fn of(report: &Report, words: &Words<'_>) -> Option<Self> {
        let shown = Shown::of(report);
        let (map, steps, flows) = shown.picture(report, words)?;
        let text = map_text(report, words);
        Some(Self {
            wide: draw(&map, &steps, &flows, &text, Direction::LeftToRight),
            narrow: draw(&map, &steps, &flows, &text, Direction::TopToBottom),
            says: says(report, words),
            left_out: shown.left_out(report, words),
            table: table(report, words),
        })
    }
}

fn table(report: &Report, words: &Words<'_>) -> Table {
    let heads = ["col-lane", "col-count", "col-cases", "col-wait-median", "col-wait-p90"];
    let time = |time: Option<f64>| known(time, |time| words.duration(time));
    let rows = report.steps.iter().filter(|step| step.count > 0).map(|step| Row {
        name: step.name.to(words.language).to_owned(),
        cells: vec![
            report.lanes[step.lane].name.to(words.language).to_owned(),
            words.count(step.count),
            words.count(step.cases),
            time(step.wait.map(|wait| wait.median_s)),
            time(step.wait.map(|wait| wait.p90_s)),
        ],
    });
    Table::new(words.t("report-steps-table"), words.t("col-step"), &heads, rows, words)
}

/// The longest wait on the way that most cases go.
fn says(report: &Report, words: &Words<'_>) -> String {
    let usual = report.steps.iter().enumerate().filter(|(_, step)| step.cases * 2 >= report.cases);
    let waits = usual.filter_map(|(number, step)| Some((before(report, number)?, step, usual_wait(step)?)));
    match waits.max_by(|a, b| a.2.median_s.total_cmp(&b.2.median_s)) {
        Some((from, step, wait)) => words.say(
            "report-map-says",
            &[
                ("from", from.name.to(words.language).into()),
                ("step", step.name.to(words.language).into()),
                ("median", words.duration(wait.median_s).into()),
                ("p90", words.duration(wait.p90_s).into()),
            ],
        ),
        None => words.t("report-map-says-nothing"),
    }
}

/// The step that most often comes directly before another; arcs come by frequency.
fn before(report: &Report, step: usize) -> Option<&Step> {
    let arc = report.arcs.iter().find(|arc| arc.to == step && arc.from != step)?;
    Some(&report.steps[arc.from])
}

/// The wait for a step, if it is waited for at all: where most cases start, a few that come back say little.
fn usual_wait(step: &Step) -> Option<mining::Durations> {
    step.wait.filter(|wait| wait.n * 2 >= step.count)
}

fn map_text(report: &Report, words: &Words<'_>) -> MapText {
    MapText {
        caption: Caption { title: words.t("report-map-title"), desc: says(report, words) },
        line_interaction: words.t("line-interaction"),
        line_visibility: words.t("line-visibility"),
        line_internal: words.t("line-internal"),
    }
}

/// What is drawn: places in the lists of the report.
struct Shown {
    steps: Vec<usize>,
    arcs: Vec<Arc>,
    /// Steps that a start is drawn to.
    starts: Vec<usize>,
}

impl Shown {
    /// The most frequent steps; of the arcs between them the most frequent that together make up [`FLOW_SHOWN`], and those
    /// without which a step would hang in the air.
    fn of(report: &Report) -> Self {
        let often = |step: &usize| {
            let cases = report.steps[*step].cases;
            cases > 0 && cases * RARE >= report.cases
        };
        let mut steps: Vec<usize> = (0..report.steps.len()).filter(often).collect();
        steps.sort_by_key(|&step| std::cmp::Reverse(report.steps[step].count));
        steps.truncate(STEPS_SHOWN);
        steps.sort_unstable();
        let within: Vec<Arc> = report
            .arcs
            .iter()
            .filter(|arc| steps.contains(&arc.from) && steps.contains(&arc.to))
            .copied()
            .collect();
        let all: u64 = within.iter().map(|arc| arc.count).sum();
        let mut chosen = BTreeSet::new();
        let mut covered = 0;
        for (number, arc) in within.iter().enumerate() {
            if covered as f64 >= FLOW_SHOWN * all as f64 {
                break;
            }
            covered += arc.count;
            chosen.insert(number);
        }
        let starts = Self::join(report, &steps, &within, &mut chosen);
        for &step in &steps {
            // What goes in comes out, unless most cases end there: the strongest way on, as arcs come by frequency.
            let leaves = |arc: &Arc| arc.from == step && arc.to != step;
            let onward: u64 = within.iter().filter(|arc| leaves(arc)).map(|arc| arc.count).sum();
            if onward * 2 < report.steps[step].cases {
                continue;
            }
            if !chosen.iter().any(|&number| leaves(&within[number])) {
                chosen.extend(within.iter().position(leaves));
            }
        }
        let arcs = chosen.into_iter().map(|number| within[number]).collect();
        Self { steps, arcs, starts }
    }

    /// Adds the strongest arc from what can be reached to what cannot, until all can; gives the steps where cases start.
    fn join(report: &Report, steps: &[usize], arcs: &[Arc], chosen: &mut BTreeSet<usize>) -> Vec<usize> {
        let begun: u64 = steps.iter().map(|&step| report.steps[step].starts).sum();
        let mut starts: Vec<usize> =
            steps.iter().copied().filter(|&step| report.steps[step].starts * 20 >= begun.max(1)).collect();
        let mut reached: BTreeSet<usize> = starts.iter().copied().collect();
        loop {
            // Arcs come by frequency, so the first is the strongest.
            let next =
                (0..arcs.len()).find(|&n| reached.contains(&arcs[n].from) && !reached.contains(&arcs[n].to));
            match (next, steps.iter().find(|step| !reached.contains(step))) {
                (Some(number), _) => {
                    chosen.insert(number);
                    reached.insert(arcs[number].to);
                }
                (None, Some(&step)) => {
                    starts.push(step);
                    reached.insert(step);
                }
                (None, None) => return starts,
            }
        }
    }

    /// How many steps and arcs are not drawn, in words.
    fn left_out(&self, report: &Report, words: &Words<'_>) -> Option<String> {
        let steps = report.steps.iter().filter(|step| step.count > 0).count() - self.steps.len();
        let arcs = report.arcs.len() - self.arcs.len();
        let counts = [("count-steps", steps), ("count-arrows", arcs)];
        let counts: Vec<String> = counts
            .iter()
            .filter(|(_, n)| *n > 0)
            .map(|(key, n)| words.say(key, &[("n", (*n).into())]))
            .collect();
        let what = counts.join(words.comma());
        (!counts.is_empty()).then(|| words.say("report-map-left-out", &[("what", what.into())]))
    }

    fn picture(
        &self,
        report: &Report,
        words: &Words<'_>,
    ) -> Option<(CustomerMap, Vec<StepFigures>, Vec<FlowFigures>)> {
        let place = |step: usize| self.steps.iter().position(|&shown| shown == step);
        let mut order: Vec<usize> = (0..report.lanes.len()).collect();
        order.sort_by_key(|&lane| report.lanes[lane].visibility);
        let lanes: Vec<Lane> = order
            .iter()
            .map(|&lane| Lane {
                id: report.lanes[lane].id.clone(),
                name: report.lanes[lane].name.to(words.language).to_owned(),
                visibility: report.lanes[lane].visibility,
            })
            .collect();
        let lane_of = |lane: usize| order.iter().position(|&l| l == lane).unwrap_or(0);
        let mut steps: Vec<bpmn::map::Step> = self
            .steps
            .iter()
            .map(|&number| {
                let step = &report.steps[number];
                bpmn::map::Step {
                    id: format!("step-{number}"),
                    name: step.name.to(words.language).to_owned(),
                    lane: lane_of(step.lane),
                    kind: step.end.map_or(StepKind::Step, |good| StepKind::End { good }),
                }
            })
            .collect();
        let mut figures: Vec<StepFigures> =
            self.steps.iter().map(|&number| step_figures(report, &report.steps[number], words)).collect();
        let mut flows: Vec<(Flow, u64)> = self
            .arcs
            .iter()
            .filter_map(|arc| Some((Flow { from: place(arc.from)?, to: place(arc.to)? }, arc.count)))
            .collect();
        if self.needs_start(&flows, place) {
            let start = steps.len();
            steps.push(bpmn::map::Step {
                id: "start".to_owned(),
                name: words.t("report-map-start"),
                lane: 0,
                kind: StepKind::Start,
            });
            figures.push(StepFigures {
                headline: words.count(report.cases),
                detail: Vec::new(),
                weight: 1.0,
            });
            let starts =
                self.starts.iter().filter_map(|&step| Some((place(step)?, report.steps[step].starts)));
            flows.extend(starts.map(|(to, count)| (Flow { from: start, to }, count)));
        }
        let flow_figures =
            flows.iter().map(|(_, count)| FlowFigures { label: words.count(*count), weight: *count as f64 });
        let flow_figures = flow_figures.collect();
        let map = CustomerMap::new(lanes, steps, flows.into_iter().map(|(flow, _)| flow).collect()).ok()?;
        Some((map, figures, flow_figures))
    }

    /// A process that begins at one step to which nothing leads back shows by itself where it begins.
    fn needs_start(&self, flows: &[(Flow, u64)], place: impl Fn(usize) -> Option<usize>) -> bool {
        match self.starts.as_slice() {
            [only] => flows.iter().any(|(flow, _)| Some(flow.to) == place(*only) && flow.from != flow.to),
            _ => true,
        }
    }
}

fn step_figures(report: &Report, step: &Step, words: &Words<'_>) -> StepFigures {
    let detail = usual_wait(step).map_or_else(Vec::new, |wait| {
        vec![
            words.say("map-median", &[("time", words.duration(wait.median_s).into())]),
            words.say("map-p90", &[("time", words.duration(wait.p90_s).into())]),
        ]
    });
    StepFigures {
        headline: words.count(step.count),
        detail,
        weight: step.cases as f64 / report.cases.max(1) as f64,
    }
}

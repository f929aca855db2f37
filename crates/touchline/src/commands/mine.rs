//! `touchline mine`: what an event log says of the process behind it.

use eventlog::EventLog;
use language::Language;
use mining::{ActivityFigures, DirectlyFollows, Durations, Rework, Variant};
use serde_json::{Value, json};

use crate::args::MineArgs;
use crate::failure::Failure;
use crate::{logfile, output};

mod summary;

/// Reads a log and prints what is in it.
pub fn run(language: Language, args: &MineArgs) -> Result<(), Failure> {
    let (log, _) = logfile::read(language, &args.log)?;
    let mined = Mined::of(&log);
    if args.json {
        output::print(&mined.to_json(args.variants).to_string())
    } else {
        output::print_lines(&summary::lines(language, &mined, args.variants))
    }
}

/// Everything that is found in a log.
struct Mined<'a> {
    log: &'a EventLog,
    activities: Vec<ActivityFigures>,
    graph: DirectlyFollows,
    variants: Vec<Variant>,
    throughput: Option<Durations>,
    rework: Vec<Rework>,
}

impl<'a> Mined<'a> {
    fn of(log: &'a EventLog) -> Self {
        Self {
            log,
            activities: mining::activities(log),
            graph: mining::directly_follows(log),
            variants: mining::variants(log),
            throughput: mining::throughput(log),
            rework: mining::rework(log),
        }
    }

    fn name(&self, activity: u32) -> &'a str {
        self.log.activities().get(activity)
    }

    /// The object of `mine --json`; times are seconds.
    fn to_json(&self, top_variants: usize) -> Value {
        json!({
            "cases": self.log.case_count(),
            "events": self.log.event_count(),
            "activities": self.activities.iter().map(|activity| json!({
                "name": self.name(activity.activity),
                "count": activity.count,
                "median_service_s": activity.service.map(|service| service.median_s),
            })).collect::<Vec<_>>(),
            "variants": self.variants.len(),
            "top_variants": self.variants.iter().take(top_variants).map(|variant| json!({
                "activities": variant.activities.iter().map(|&a| self.name(a)).collect::<Vec<_>>(),
                "cases": variant.cases,
            })).collect::<Vec<_>>(),
            "dfg": self.graph.arcs.iter().map(|arc| json!({
                "from": self.name(arc.from),
                "to": self.name(arc.to),
                "count": arc.count,
                "mean_s": arc.times.mean_s,
                "median_s": arc.times.median_s,
                "p90_s": arc.times.p90_s,
            })).collect::<Vec<_>>(),
            "start": self.cases_by_activity(&self.graph.starts),
            "end": self.cases_by_activity(&self.graph.ends),
            "throughput_s": self.throughput.map(|times| json!({
                "mean": times.mean_s,
                "median": times.median_s,
                "p90": times.p90_s,
                "min": times.min_s,
                "max": times.max_s,
            })),
            "rework": self.rework.iter().map(|rework| json!({
                "activity": self.name(rework.activity),
                "cases": rework.cases,
                "extra": rework.extra,
            })).collect::<Vec<_>>(),
        })
    }

    /// Activities with at least one case, those with most first.
    fn cases_by_activity(&self, cases: &[u64]) -> Vec<Value> {
        let mut found: Vec<(u32, u64)> = (0..).zip(cases.iter().copied()).filter(|(_, n)| *n > 0).collect();
        found.sort_by_key(|&(activity, n)| (std::cmp::Reverse(n), activity));
        found.into_iter().map(|(a, n)| json!({ "activity": self.name(a), "cases": n })).collect()
    }
}

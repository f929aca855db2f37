//! Where the customer is: the steps that a case came to, the one where it is, and those on the usual way ahead.

use crate::rooms::processes::Process;
use crate::web::Say;
use bpmn::map::{StepKind, Visibility};
use caseflow::{Case, Status};

/// Steps behind that are shown, the latest.
const BEHIND: usize = 12;

/// A step on the ladder.
#[derive(Debug, PartialEq, Eq)]
pub struct Rung {
    pub name: String,
    /// `done`, `now`, or nothing for what lies ahead.
    pub look: &'static str,
    pub note: String,
}

/// The ladder. Customers see the steps above the line of visibility: their own, and those that they meet.
pub fn ladder(case: &Case, process: &Process, is_for_customer: bool, say: &Say) -> Vec<Rung> {
    let map = &process.map;
    let place = |key: &str| map.steps().iter().position(|step| step.id == key);
    let is_seen = |step: usize| {
        !is_for_customer
            || map.steps()[step].kind.is_end()
            || map.lanes()[map.steps()[step].lane].visibility <= Visibility::Front
    };
    let mut rungs = Vec::new();
    let mut before = None;
    for passage in &case.steps {
        let since = before.replace(passage.at);
        let Some(step) = place(passage.step.as_str()).filter(|step| is_seen(*step)) else { continue };
        let note = match since {
            Some(since) if !is_for_customer => {
                let gap = passage.at.duration_since(since).as_secs_f64().max(0.0);
                say.with("case-after", "span", &say.duration(&gap))
            }
            _ => say.moment(&passage.at),
        };
        rungs.push(Rung { name: map.steps()[step].name.clone(), look: "done", note });
    }
    rungs.drain(..rungs.len().saturating_sub(BEHIND));
    let is_over = case.status() == Status::Closed;
    let is_here = case.steps.last().and_then(|last| place(last.step.as_str())).is_some_and(&is_seen);
    if let (Some(last), Some(passage), false) = (rungs.last_mut(), case.steps.last(), is_over) {
        last.look = "now";
        if is_here {
            let waits = say.now.duration_since(passage.at).as_secs_f64().max(0.0);
            last.note = if waits < 60.0 {
                say.text("just-now")
            } else {
                say.with("case-here-for", "span", &say.duration(&waits))
            };
        }
    }
    if !is_over {
        let ahead = ahead(case, process).into_iter().filter(|step| is_seen(*step));
        rungs.extend(ahead.map(|step| Rung {
            name: map.steps()[step].name.clone(),
            look: "",
            note: String::new(),
        }));
    }
    rungs
}

/// The steps to which a case may come next, the usual one first, by key and name.
pub fn next(case: &Case, process: &Process) -> Vec<(String, String)> {
    let map = &process.map;
    let Some(here) = here(case, process) else { return Vec::new() };
    let to = map.flows().iter().filter(|flow| flow.from == here && flow.to != here);
    to.map(|flow| &map.steps()[flow.to]).map(|step| (step.id.clone(), step.name.clone())).collect()
}

/// The ends of a process, by key and name, the good ones first.
pub fn ends(process: &Process) -> Vec<(String, String)> {
    let of = |good| {
        let ends = process.map.steps().iter().filter(move |step| step.kind == StepKind::End { good });
        ends.map(|step| (step.id.clone(), step.name.clone()))
    };
    of(true).chain(of(false)).collect()
}

fn here(case: &Case, process: &Process) -> Option<usize> {
    let last = case.steps.last()?;
    process.map.steps().iter().position(|step| step.id == last.step.as_str())
}

/// The usual way from where the case is: the first flow out of each step, until an end or a step already on the way.
fn ahead(case: &Case, process: &Process) -> Vec<usize> {
    let mut way = Vec::new();
    let start = here(case, process);
    let mut at = start;
    while let Some(step) = at {
        at = process.map.flows().iter().find(|flow| flow.from == step && flow.to != step).map(|flow| flow.to);
        at = at.filter(|next| Some(*next) != start && !way.contains(next));
        way.extend(at);
    }
    way
}

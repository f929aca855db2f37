//! Drawings of the demo's processes. Three of them were drawn otherwise once, and are being drawn anew.

use crate::rooms::maps::{Reading, State, Version, VersionedMap};
use crate::rooms::processes::Process;
use bpmn::customer::Naming;
use bpmn::map::{CustomerMap, Flow, Step, StepKind, Visibility};
use jiff::{SignedDuration, Timestamp};
use samples::provider;
use uuid::Uuid;

/// What became of a map, and what is thought of.
struct History {
    process: &'static str,
    /// The step that the version before did not have yet.
    came: &'static str,
    /// Why it came.
    note: &'static str,
    /// What is to be added in the draft: id, name, and the two steps that it comes between.
    new: (&'static str, &'static str, [&'static str; 2]),
    /// What is to be called otherwise: id and name.
    renamed: (&'static str, &'static str),
    /// Why.
    wish: &'static str,
}

const HISTORIES: [History; 3] = [
    History {
        process: "get-connected",
        came: "test-line",
        note: "The line is tested before the technician leaves: one in nine had to come back.",
        new: ("confirm-date", "Confirm the appointment by message", ["book-line", "install"]),
        renamed: ("order", "Choose a plan and an appointment"),
        wish: "Customers call to ask whether the appointment stands. A message answers before they ask.",
    },
    History {
        process: "port-number-in",
        came: "correct",
        note: "Customers correct their details themselves, rather than beginning again.",
        new: ("tell-day", "Tell the customer the day", ["agree-day", "switch"]),
        renamed: ("take-details", "Take the details of the old contract"),
        wish: "Nobody tells the customer on which day their number moves.",
    },
    History {
        process: "business-offer",
        came: "visit",
        note: "A visit before the offer: fewer offers are written twice.",
        new: ("name-contact", "Name a contact for the firm", ["present", "decide"]),
        renamed: ("describe", "Describe the need, with numbers"),
        wish: "Firms want to know whom to call while they decide.",
    },
];

const BEFORE: SignedDuration = SignedDuration::from_hours(24 * 430);
const SINCE: SignedDuration = SignedDuration::from_hours(24 * 160);
const LATELY: SignedDuration = SignedDuration::from_hours(30);

/// The versions of each process.
pub fn versions(processes: &[Process], now: Timestamp) -> Vec<VersionedMap> {
    processes.iter().flat_map(|process| of(process, now)).collect()
}

fn of(process: &Process, now: Timestamp) -> Vec<VersionedMap> {
    let history = HISTORIES.iter().find(|history| history.process == process.key);
    let Some(history) = history else {
        return vec![version(process, (1, State::Published), &process.map, "", now - SINCE)];
    };
    let before = without(&process.map, history.came);
    let draft = with(&process.map, history);
    let maps = [
        before.map(|map| (State::Archived, map, "", now - BEFORE)),
        Some((State::Published, process.map.clone(), history.note, now - SINCE)),
        draft.map(|map| (State::Draft, map, history.wish, now - LATELY)),
    ];
    let numbered = maps.into_iter().flatten().zip(1..);
    numbered
        .map(|((state, map, note, at), number)| version(process, (number, state), &map, note, at))
        .collect()
}

fn version(
    process: &Process,
    (number, state): (u64, State),
    map: &CustomerMap,
    note: &str,
    at: Timestamp,
) -> VersionedMap {
    let naming = Naming { key: &process.key, process: &process.name, organisation: provider::NAME };
    let about = Version {
        id: Uuid::now_v7(),
        process: process.id,
        number,
        state,
        note: note.to_owned(),
        author: process.owner,
        author_name: None,
        created_at: at,
        changed_at: at,
        published_at: (state != State::Draft).then_some(at),
        version: 1,
    };
    VersionedMap { about, bpmn: Reading::of_map(map, &naming).written() }
}

/// The map without a step: what came before it goes on to what came after.
fn without(map: &CustomerMap, id: &str) -> Option<CustomerMap> {
    let at = map.steps().iter().position(|step| step.id == id)?;
    let moved = |step: usize| if step > at { step - 1 } else { step };
    let next: Vec<usize> = map.flows().iter().filter(|flow| flow.from == at).map(|flow| flow.to).collect();
    let mut flows: Vec<Flow> = Vec::new();
    for flow in map.flows().iter().filter(|flow| flow.from != at) {
        let targets = if flow.to == at { next.clone() } else { vec![flow.to] };
        for to in targets.into_iter().filter(|to| *to != at) {
            let flow = Flow { from: moved(flow.from), to: moved(to) };
            if !flows.contains(&flow) && flow.from != flow.to {
                flows.push(flow);
            }
        }
    }
    let steps = map.steps().iter().filter(|step| step.id != id).cloned().collect();
    CustomerMap::new(map.lanes().to_vec(), steps, flows).ok()
}

/// The map with what is thought of.
fn with(map: &CustomerMap, history: &History) -> Option<CustomerMap> {
    let (id, name, [before, after]) = history.new;
    let place = |id: &str| map.steps().iter().position(|step| step.id == id);
    let (before, after) = (place(before)?, place(after)?);
    let lane = map.lanes().iter().position(|lane| lane.visibility == Visibility::Front)?;
    let mut steps = map.steps().to_vec();
    steps.push(Step { id: id.to_owned(), name: name.to_owned(), lane, kind: StepKind::Step });
    history.renamed.1.clone_into(&mut steps[place(history.renamed.0)?].name);
    let new = steps.len() - 1;
    let mut flows: Vec<Flow> =
        map.flows().iter().copied().filter(|flow| *flow != Flow { from: before, to: after }).collect();
    flows.extend([Flow { from: before, to: new }, Flow { from: new, to: after }]);
    CustomerMap::new(map.lanes().to_vec(), steps, flows).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use bpmn::diff::Change;

    #[test]
    fn three_processes_have_a_past_and_a_draft_that_differ_as_they_say() {
        let organisation =
            provider::Organisation::new(1, "2026-03-02T08:00:00Z".parse().expect("an instant"));
        for history in &HISTORIES {
            let process =
                organisation.processes.iter().find(|process| process.key.to_string() == history.process);
            let map = &process.expect("the process").map;
            let naming = Naming { key: "a", process: "b", organisation: "c" };
            let read = |map: &CustomerMap| Reading::of_map(map, &naming);
            let changes = |before: &CustomerMap, after: &CustomerMap| read(after).since(&read(before));
            let before = without(map, history.came).expect("the map before");
            let added = |id: &str, changes: &[bpmn::diff::Difference]| {
                changes.iter().any(|one| one.element.id == id && one.change == Change::Added)
            };
            assert!(added(history.came, &changes(&before, map)), "{}", history.process);
            let draft = with(map, history).expect("the draft");
            let changes = changes(map, &draft);
            assert!(added(history.new.0, &changes), "{}", history.process);
            let is_renamed = |one: &bpmn::diff::Difference| matches!(one.change, Change::Renamed { .. });
            assert!(changes.iter().any(is_renamed), "{}", history.process);
        }
    }
}

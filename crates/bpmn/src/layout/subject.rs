//! What a model has to draw: a diagram for each collaboration, and for each process that none shows.

use crate::model::{
    CollaborationIx, CollaborationKind, ElementRef, Model, ParticipantIx, ProcessIx, ScopeIx, ScopeOwner,
};
use std::collections::BTreeSet;

/// What one diagram shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Collaboration(CollaborationIx),
    Process(ProcessIx),
}

/// What is not drawn yet.
pub(super) fn subjects(model: &Model) -> Vec<Subject> {
    let drawn = drawn(model);
    let mut shown = BTreeSet::new();
    let mut subjects = Vec::new();
    for at in (0..model.collaborations.len()).map(CollaborationIx::new) {
        let collaboration = &model[at];
        let processes =
            collaboration.participants.iter().filter_map(|&participant| model[participant].process);
        if drawn.contains(&ElementRef::Collaboration(at)) {
            shown.extend(processes);
            continue;
        }
        let has_content = match collaboration.kind {
            CollaborationKind::Choreography(scope) => !model[scope].nodes.is_empty(),
            _ => !collaboration.participants.is_empty() || !collaboration.conversations.is_empty(),
        };
        let is_open =
            |process: ProcessIx| !drawn.contains(&ElementRef::Process(process)) && !shown.contains(&process);
        // A process that is drawn elsewhere is not drawn a second time.
        let is_left = processes.clone().count() == 0 || processes.clone().any(is_open);
        if has_content && is_left {
            shown.extend(processes);
            subjects.push(Subject::Collaboration(at));
        }
    }
    for at in (0..model.processes.len()).map(ProcessIx::new) {
        let scope = &model[model[at].scope];
        let is_empty = scope.nodes.is_empty() && scope.data.is_empty() && scope.artifacts.is_empty();
        if !is_empty && !shown.contains(&at) && !drawn.contains(&ElementRef::Process(at)) {
            subjects.push(Subject::Process(at));
        }
    }
    subjects
}

/// Collaborations and processes of which something is drawn.
fn drawn(model: &Model) -> BTreeSet<ElementRef> {
    let mut drawn = BTreeSet::new();
    for diagram in model.diagrams.iter().filter(|diagram| !diagram.shapes.is_empty()) {
        drawn.extend(diagram.shows.element);
        for element in diagram.shapes.iter().filter_map(|shape| shape.depicts.element) {
            match element {
                ElementRef::Node(node) => drawn.insert(owner(model, model[node].scope)),
                ElementRef::Data(data) => drawn.insert(owner(model, model[data].scope)),
                ElementRef::Lane(lane) => drawn.insert(owner(model, model[lane].scope)),
                ElementRef::Participant(participant) => drawn.insert(collaboration(model, participant)),
                _ => false,
            };
        }
    }
    drawn
}

fn collaboration(model: &Model, participant: ParticipantIx) -> ElementRef {
    ElementRef::Collaboration(model[participant].collaboration)
}

fn owner(model: &Model, scope: ScopeIx) -> ElementRef {
    match model[scope].owner {
        ScopeOwner::Process(process) => ElementRef::Process(process),
        ScopeOwner::Choreography(collaboration) => ElementRef::Collaboration(collaboration),
        ScopeOwner::Node(node) => owner(model, model[node].scope),
    }
}

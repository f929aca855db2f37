//! The steps of a view from top to bottom, for phones and for those who read instead of look.

use super::drawing::Cut;
use super::figures::{Shown, step_figures};
use super::tracks::{Told, Tracks};
use crate::rooms::blueprints::known::Known;
use crate::web::Say;
use bpmn::map::{StepKind, Visibility};

/// A step in the list.
pub struct Line {
    /// What it is called.
    pub name: String,
    /// Where its cases are; nowhere for the organisation as one box.
    pub link: String,
    /// Its lane.
    pub lane: String,
    /// How its lane stands to the customer.
    pub visibility: &'static str,
    /// Its phase, where that is another than that of the step before.
    pub phase: Option<String>,
    /// Whether it is a good or a bad end.
    pub end: Option<&'static str>,
    /// The figures in it.
    pub figures: Vec<String>,
    /// Whether no way leads from it to the customer.
    pub is_unseen: bool,
    /// What the tracks say of it.
    pub told: Vec<Told>,
}

/// The list; steps come in the order in which cases usually come to them.
pub fn upright(known: &Known, cut: &Cut, tracks: &Tracks, figures: Shown, say: &Say) -> Vec<Line> {
    let mut phase = None;
    let line = |(at, step): (usize, &bpmn::map::Step)| {
        let lane = &cut.map.lanes()[step.lane];
        let origin = cut.steps[at];
        let said = origin.map(|step| &known.blueprint().steps()[step]);
        let of_step = said.and_then(|said| said.phase.clone());
        let is_new = of_step != phase;
        phase.clone_from(&of_step);
        let shown =
            origin.map(|step| step_figures(&known.figures.steps[step], known.figures.cases, figures, say));
        Line {
            name: step.name.clone(),
            link: origin.map_or_else(String::new, |step| known.cases_at(step)),
            lane: lane.name.clone(),
            visibility: match lane.visibility {
                Visibility::Customer => "customer",
                Visibility::Front => "front",
                Visibility::Back => "back",
                Visibility::System => "system",
                Visibility::Partner => "partner",
            },
            phase: of_step.filter(|_| is_new),
            end: match step.kind {
                StepKind::End { good: true } => Some("good"),
                StepKind::End { good: false } => Some("bad"),
                _ => None,
            },
            figures: shown
                .into_iter()
                .flat_map(|shown| std::iter::once(shown.headline).chain(shown.detail))
                .filter(|text| !text.is_empty())
                .collect(),
            is_unseen: origin.is_some_and(|step| cut.unseen.contains(&step)),
            told: origin.map_or_else(Vec::new, |step| tracks.told(step)),
        }
    };
    cut.map.steps().iter().enumerate().map(line).collect()
}

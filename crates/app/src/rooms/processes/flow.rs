//! What the journal says of the way through a process: cases at each step, waits, work done again, ways off the map.

use bpmn::map::{CustomerMap, StepKind};
use eventlog::{EventLog, LogBuilder, NO_RESOURCE, NO_START};
use jiff::Timestamp;
use measure::{Nps, Share};
use mining::Durations;
use std::collections::HashMap;
use uuid::Uuid;

/// A case that came to a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The case.
    pub case: Uuid,
    /// The step, by its key on the map.
    pub step: String,
    /// When it came there.
    pub at: Timestamp,
}

/// A case as far as figures ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The case.
    pub case: Uuid,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was closed, if it is.
    pub closed_at: Option<Timestamp>,
    /// Whether its promise was kept; none while that is open, or if nothing was promised.
    pub is_kept: Option<bool>,
    /// How it ended.
    pub outcome: Option<String>,
}

/// What was measured on a process. Steps and flows are those of its map, by index.
#[derive(Debug, Clone, Default)]
pub struct Measured {
    /// Cases that were opened in the period.
    pub cases: u64,
    /// Those of them that are open still.
    pub open: u64,
    /// From the opening to the end of the map, of cases that are closed: some stay open for a while after that, in case
    /// the customer comes back.
    pub lead: Option<Durations>,
    /// Promises kept, of those that were kept or broken.
    pub promise: Share,
    /// How likely customers are to recommend us.
    pub nps: Nps,
    /// By step of the map.
    pub steps: Vec<StepFigures>,
    /// By flow of the map; none where nobody went.
    pub flows: Vec<Option<Way>>,
    /// Where cases went although the map does not, most frequent first; the rarest are left out.
    pub deviations: Vec<Deviation>,
    /// How often cases went where the map does not.
    pub off_map: u64,
}

/// What was measured at a step.
#[derive(Debug, Clone, Default)]
pub struct StepFigures {
    /// Cases that came by.
    pub cases: u64,
    /// How often they came, in all.
    pub count: u64,
    /// Cases that came more than once.
    pub again: u64,
    /// Time since the step before.
    pub wait: Option<Durations>,
    /// What customers said who were asked there.
    pub nps: Nps,
}

/// One step directly after another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    /// How often.
    pub count: u64,
    /// How long it took.
    pub times: Durations,
}

/// A way that cases went and that is not on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// Step of the map, by index.
    pub from: usize,
    /// Step of the map, by index.
    pub to: usize,
    /// How often.
    pub count: u64,
}

/// Most deviations that are kept.
const DEVIATIONS: usize = 20;

/// Works the figures out. Scores come by step; those of no step count for the whole alone.
#[must_use]
pub fn measured(
    map: &CustomerMap,
    courses: &[Course],
    passages: &[Passage],
    scores: &[(Option<String>, Nps)],
) -> Measured {
    let log = log(map, courses, passages);
    let graph = mining::directly_follows(&log);
    let mut steps = steps(map, &log);
    for (step, wait) in steps.iter_mut().zip(graph.waits) {
        step.wait = wait;
    }
    for again in mining::rework(&log) {
        if let Some(step) = steps.get_mut(again.activity as usize) {
            step.again = again.cases;
        }
    }
    let mut nps = Nps::default();
    for (step, score) in scores {
        nps.merge(score);
        let place = step.as_ref().and_then(|step| map.steps().iter().position(|known| known.id == *step));
        if let Some(place) = place {
            steps[place].nps.merge(score);
        }
    }
    let mut flows = vec![None; map.flows().len()];
    let mut deviations = Vec::new();
    for arc in &graph.arcs {
        let (from, to) = (arc.from as usize, arc.to as usize);
        let on_map = map.flows().iter().position(|flow| (flow.from, flow.to) == (from, to));
        match on_map {
            Some(flow) => flows[flow] = Some(Way { count: arc.count, times: arc.times }),
            None if from.max(to) < steps.len() => deviations.push(Deviation { from, to, count: arc.count }),
            // A step that the map does not have any longer.
            None => {}
        }
    }
    let off_map = deviations.iter().map(|deviation: &Deviation| deviation.count).sum();
    deviations.truncate(DEVIATIONS);
    let ended = ends(map, passages);
    let lead = |course: &Course| {
        let closed = course.closed_at?;
        let end = ended.get(&course.case).copied().unwrap_or(closed);
        Some(end.min(closed).duration_since(course.opened_at).as_secs_f64())
    };
    let mut leads: Vec<f64> = courses.iter().filter_map(lead).collect();
    Measured {
        cases: courses.len() as u64,
        open: courses.iter().filter(|course| course.closed_at.is_none()).count() as u64,
        lead: Durations::of(&mut leads),
        promise: courses.iter().filter_map(|course| course.is_kept).collect(),
        nps,
        steps,
        flows,
        deviations,
        off_map,
    }
}

/// When each case last came to an end of the map.
#[must_use]
pub fn ends(map: &CustomerMap, passages: &[Passage]) -> HashMap<Uuid, Timestamp> {
    let is_end = |id: &str| map.steps().iter().any(|step| step.kind.is_end() && step.id == id);
    passages
        .iter()
        .filter(|passage| is_end(&passage.step))
        .map(|passage| (passage.case, passage.at))
        .collect()
}

/// The event log: activities are numbered as the steps of the map are, and those that it does not have come behind.
fn log(map: &CustomerMap, courses: &[Course], passages: &[Passage]) -> EventLog {
    let mut log = LogBuilder::default();
    for step in map.steps() {
        log.activity(&step.id);
    }
    let mut number: HashMap<Uuid, (u32, Option<u32>)> = HashMap::with_capacity(courses.len());
    for course in courses {
        number.insert(course.case, (log.case(&course.case.to_string()), None));
    }
    for passage in passages {
        let activity = log.activity(&passage.step);
        if let Some((case, last)) = number.get_mut(&passage.case) {
            *last = Some(activity);
            log.push(*case, activity, passage.at.as_microsecond(), NO_START, NO_RESOURCE);
        }
    }
    // An outcome says how a case ended, also where nobody noted that it came to that end.
    for course in courses {
        let (Some(closed), Some(outcome)) = (course.closed_at, &course.outcome) else { continue };
        let end = map.steps().iter().position(|step| step.id == *outcome && step.kind.is_end());
        let (Some(end), Some((case, last))) = (end, number.get(&course.case)) else { continue };
        if *last != Some(end as u32) {
            log.push(*case, end as u32, closed.as_microsecond(), NO_START, NO_RESOURCE);
        }
    }
    log.finish()
}

/// How many cases came to each step, and how often. Where cases come in, all did.
fn steps(map: &CustomerMap, log: &EventLog) -> Vec<StepFigures> {
    let mut steps = vec![StepFigures::default(); map.steps().len()];
    let mut last_case = vec![usize::MAX; steps.len()];
    for (number, case) in log.iter().enumerate() {
        for activity in case.activity.iter().map(|&activity| activity as usize) {
            if let Some(step) = steps.get_mut(activity) {
                step.count += 1;
                step.cases += u64::from(last_case[activity] != number);
                last_case[activity] = number;
            }
        }
    }
    for (step, known) in steps.iter_mut().zip(map.steps()) {
        if known.kind == StepKind::Start && step.count == 0 {
            (step.cases, step.count) = (log.case_count() as u64, log.case_count() as u64);
        }
    }
    steps
}

impl Measured {
    /// The step that is waited for longest on the way that half of all cases go, with its wait.
    #[must_use]
    pub fn longest_wait(&self) -> Option<(usize, Durations)> {
        let usual = self.steps.iter().enumerate().filter(|(_, step)| step.cases * 2 >= self.cases);
        usual
            .filter_map(|(number, step)| Some((number, step.wait.filter(|wait| wait.n * 2 >= step.count)?)))
            .max_by(|a, b| a.1.median_s.total_cmp(&b.1.median_s))
    }

    /// The step that most cases come to again, if any does.
    #[must_use]
    pub fn most_again(&self) -> Option<usize> {
        let again = self.steps.iter().enumerate().filter(|(_, step)| step.again > 0);
        again.max_by_key(|(_, step)| step.again).map(|(number, _)| number)
    }

    /// How often a case went from one step to the next, on the map and off it.
    #[must_use]
    pub fn moves(&self) -> (u64, u64) {
        let on = self.flows.iter().flatten().map(|way| way.count).sum();
        (on, self.off_map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bpmn::map::{Flow, Lane, Step, Visibility};

    fn map() -> CustomerMap {
        let lane = |id: &str, visibility| Lane { id: id.into(), name: id.into(), visibility };
        let step = |id: &str, lane, kind| Step { id: id.into(), name: id.into(), lane, kind };
        CustomerMap::new(
            vec![lane("buyer", Visibility::Customer), lane("desk", Visibility::Back)],
            vec![
                step("ask", 0, StepKind::Step),
                step("check", 1, StepKind::Step),
                step("done", 0, StepKind::End { good: true }),
            ],
            vec![Flow { from: 0, to: 1 }, Flow { from: 1, to: 2 }],
        )
        .unwrap()
    }

    fn hour(hour: i64) -> Timestamp {
        Timestamp::from_second(hour * 3600).unwrap()
    }

    /// Two cases: one goes the way of the map, one asks again and is open still.
    fn told() -> Measured {
        let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let course = |case, closed_at: Option<i64>, is_kept, outcome: Option<&str>| Course {
            case,
            opened_at: hour(0),
            closed_at: closed_at.map(hour),
            is_kept,
            outcome: outcome.map(Into::into),
        };
        let courses = [course(a, Some(4), Some(true), Some("done")), course(b, None, Some(false), None)];
        let passage = |case, step: &str, at| Passage { case, step: step.into(), at: hour(at) };
        let passages = [
            passage(a, "ask", 0),
            passage(a, "check", 2),
            passage(b, "ask", 0),
            passage(b, "check", 4),
            passage(b, "ask", 5),
            passage(b, "gone", 6),
        ];
        let scores = [
            (Some("check".to_owned()), Nps { promoters: 1, passives: 0, detractors: 0 }),
            (None, Nps { promoters: 0, passives: 0, detractors: 1 }),
        ];
        measured(&map(), &courses, &passages, &scores)
    }

    #[test]
    fn figures_stand_at_the_steps_and_ways_of_the_map() {
        let figures = told();
        assert_eq!((figures.cases, figures.open), (2, 1));
        assert_eq!(figures.lead.unwrap().median_s, 4.0 * 3600.0);
        assert_eq!((figures.promise.hits, figures.promise.n), (1, 2));
        let counts: Vec<_> = figures.steps.iter().map(|step| (step.cases, step.count, step.again)).collect();
        assert_eq!(counts, [(2, 3, 1), (2, 2, 0), (1, 1, 0)]);
        assert_eq!(figures.flows[0].unwrap().times.median_s, 3.0 * 3600.0);
        // Nobody noted that the first case came to its end; its outcome says so.
        assert_eq!(figures.flows[1].unwrap().count, 1);
        assert_eq!(figures.longest_wait().unwrap().0, 1);
        assert_eq!(figures.most_again(), Some(0));
    }

    #[test]
    fn what_comes_after_the_end_does_not_count_as_waiting() {
        let case = Uuid::from_u128(1);
        let course = Course {
            case,
            opened_at: hour(0),
            closed_at: Some(hour(900)),
            is_kept: None,
            outcome: Some("done".into()),
        };
        let passage = |step: &str, at| Passage { case, step: step.into(), at: hour(at) };
        let figures = measured(&map(), &[course], &[passage("ask", 0), passage("done", 7)], &[]);
        assert_eq!(figures.lead.unwrap().median_s, 7.0 * 3600.0);
    }

    #[test]
    fn ways_off_the_map_are_named_and_unknown_steps_left_out() {
        let figures = told();
        assert_eq!(figures.deviations, [Deviation { from: 1, to: 0, count: 1 }]);
        assert_eq!(figures.moves(), (3, 1));
    }

    #[test]
    fn answers_of_no_step_count_for_the_whole() {
        let figures = told();
        assert_eq!((figures.nps.n(), figures.steps[1].nps.n()), (2, 1));
    }

    #[test]
    fn a_process_without_cases_has_no_figures() {
        let figures = measured(&map(), &[], &[], &[]);
        assert_eq!((figures.cases, figures.lead, figures.longest_wait()), (0, None, None));
        assert!(figures.flows.iter().all(Option::is_none));
    }
}

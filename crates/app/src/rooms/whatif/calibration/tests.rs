//! Calibration on made-up journals whose truth is known.

use super::*;
use crate::rooms::whatif::kit::{Kit, Names};
use crate::rooms::whatif::parameters::tests::desk;
use bpmn::map::{Flow, StepKind};
use jiff::SignedDuration;
use sim::{LogRow, LogSink, Options};
use uuid::Uuid;

/// A journal of so many cases that went as these parameters say.
struct Journal {
    map: CustomerMap,
    courses: Vec<Course>,
    passages: Vec<Passage>,
    hours: BusinessHours,
    period: (Timestamp, Timestamp),
}

#[derive(Default)]
struct Rows(Vec<(u64, String, f64, f64)>);

impl LogSink for Rows {
    fn row(&mut self, row: &LogRow<'_>) {
        self.0.push((row.case, row.activity.to_owned(), row.enabled_s, row.end_s));
    }
}

impl Journal {
    fn of(truth: &Parameters, cases: u64) -> Self {
        let names = Names { key: "desk", process: "Desk", scenario: "" };
        let ready = Kit::of(truth, names).unwrap().ready(&truth.start).unwrap();
        let options = Options { cases, replications: 1, ..Options::new(truth.start.clone()) };
        let mut rows = Rows::default();
        sim::simulate(&ready.net, &ready.scenario, &options, &Progress::default(), Some(&mut rows)).unwrap();
        rows.0.sort_by(|a, b| a.0.cmp(&b.0).then(a.3.total_cmp(&b.3)));
        let at = |seconds: f64| {
            truth.start.timestamp() + SignedDuration::from_micros((seconds * 1e6).round() as i64)
        };
        let (mut courses, mut passages) = (Vec::new(), Vec::new());
        for case in rows.0.chunk_by(|a, b| a.0 == b.0) {
            let id = Uuid::from_u128(u128::from(case[0].0) + 1);
            let opened = at(case[0].2);
            let mut reached = opened;
            for (_, activity, _, end) in case {
                let step = truth.steps.iter().find(|step| step.name == *activity).unwrap();
                passages.push(Passage { case: id, step: step.id.clone(), at: reached });
                reached = at(*end);
            }
            passages.push(Passage { case: id, step: "done".into(), at: reached });
            courses.push(Course {
                case: id,
                opened_at: opened,
                closed_at: Some(reached),
                is_kept: Some(reached.duration_since(opened) < SignedDuration::from_hours(48)),
                outcome: Some("done".into()),
            });
        }
        let last = courses.iter().map(|course| course.opened_at).max().unwrap();
        let lanes = truth.lanes.iter().map(|lane| bpmn::map::Lane {
            id: lane.id.clone(),
            name: lane.name.clone(),
            visibility: lane.visibility,
        });
        let steps = truth.steps.iter().map(|step| bpmn::map::Step {
            id: step.id.clone(),
            name: step.name.clone(),
            lane: step.lane,
            kind: step.kind,
        });
        let flows = truth.ways.iter().map(|way| Flow { from: way.from, to: way.to });
        Self {
            map: CustomerMap::new(lanes.collect(), steps.collect(), flows.collect()).unwrap(),
            courses,
            passages,
            hours: BusinessHours::new(
                "Europe/Sofia",
                calendar::Week::working_days(&"09:00-17:00".parse().unwrap()),
                Vec::new(),
            )
            .unwrap(),
            period: (truth.start.timestamp(), last),
        }
    }

    fn calibrated(&self, work: [Option<f64>; 4]) -> Result<Calibration, Impossible> {
        let said: Vec<Said> = work.iter().map(|&work_s| Said { work_s, cost: None }).collect();
        let input = Input {
            map: &self.map,
            courses: &self.courses,
            passages: &self.passages,
            said: &said,
            hours: &self.hours,
            people_seen: 3,
            period: self.period,
        };
        calibrate(&input, &Progress::default())
    }
}

const WORK: [Option<f64>; 4] = [None, Some(1_200.0), Some(2_400.0), None];

#[test]
fn arrivals_ways_and_times_come_back() {
    let truth = desk();
    let found = Journal::of(&truth, 1_500).calibrated(WORK).unwrap();
    let (per_week, [low, high]) = found.arrivals.per_week();
    assert!(low < 60.0 && 60.0 < high && (per_week - 60.0).abs() < 4.0, "{per_week}");
    assert_eq!(found.today.per_hour[6], 0.0, "nobody comes at night");
    let again = found.today.ways.iter().position(|way| (way.from, way.to) == (2, 1)).unwrap();
    assert!((found.today.ways[again].share - 0.2).abs() < 0.03);
    assert!(found.ways[again].share.ci95().unwrap().contains(0.2), "{:?}", found.ways[again]);
    assert!(found.ways[again].is_on_map);
    assert_eq!((found.steps[1].work, found.today.steps[1].work_s), (Origin::Stated, 1_200.0));
    assert_eq!(found.steps[1].n, found.ways[again].share.n);
}

#[test]
fn simulated_today_is_as_measured() {
    for people in [2.5, 4.0] {
        let mut truth = desk();
        truth.lanes[1].people.as_mut().unwrap().count = people;
        let found = Journal::of(&truth, 1_500).calibrated(WORK).unwrap();
        let pool = found.pools[1].unwrap();
        assert!(pool.simulated_s <= pool.measured_s, "{pool:?}");
        assert_ne!(found.check.trust(), Trust::Low, "{:?}", found.check);
        assert!(found.check.mean_s.off() < 0.15, "{:?}", found.check.mean_s);
        let kept = found.check.kept.unwrap().share().unwrap();
        assert!(found.promise_s.is_some() && kept > 0.0);
    }
}

/// Where nobody is ever queued for, people are found who are hardly waited for, and the time remains a delay.
#[test]
fn a_delay_is_not_taken_for_a_queue() {
    let mut truth = desk();
    truth.lanes[1].people.as_mut().unwrap().count = 20.0;
    for step in [1, 2] {
        truth.steps[step].delay_s = vec![5.0 * 86_400.0];
    }
    let found = Journal::of(&truth, 800).calibrated(WORK).unwrap();
    assert!(found.check.mean_s.off() < 0.1, "{:?}", found.check);
    let people = found.today.lanes[1].people.as_ref().unwrap().count;
    let hours = found.pools[1].unwrap().work_h;
    assert!(people * 40.0 > hours, "as many as the work needs: {people} for {hours} h");
}

#[test]
fn those_who_give_up_show_how_patient_customers_are() {
    let mut journal = Journal::of(&desk(), 600);
    let mut left = 0;
    for course in journal.courses.iter_mut().step_by(10) {
        let passed: Vec<_> = journal.passages.iter().filter(|passage| passage.case == course.case).collect();
        let Some(mended) = passed.iter().find(|passage| passage.step == "mend").map(|passage| passage.at)
        else {
            continue;
        };
        left += 1;
        course.outcome = None;
        course.closed_at = Some(mended + SignedDuration::from_hours(10));
        let case = course.case;
        journal.passages.retain(|passage| passage.case != case || passage.at <= mended);
    }
    let found = journal.calibrated(WORK).unwrap();
    assert_eq!(found.gave_up, left);
    let patience = found.today.steps[2].patience_s.unwrap();
    assert!(patience > 10.0 * 3_600.0 && found.today.steps[1].patience_s.is_none(), "{patience}");
    assert!((found.check.gave_up.measured - left as f64 / 600.0).abs() < 1e-9);
}

#[test]
fn what_is_not_stated_is_assumed_and_said_to_be() {
    let found = Journal::of(&desk(), 300).calibrated([None; 4]).unwrap();
    assert_eq!(found.steps[2].work, Origin::Assumed);
    assert!(found.today.steps[2].work_s > 0.0 && found.today.steps[2].work_s <= 900.0);
}

#[test]
fn a_journal_that_says_too_little_is_refused() {
    let refused = Journal::of(&desk(), 12).calibrated(WORK).map(|_| ());
    assert_eq!(refused, Err(Impossible::FewCases { n: 12 }));
}

/// A process in which nobody of the organisation works can be simulated; there are no people to change.
#[test]
fn where_nobody_works_times_are_all_there_is() {
    let mut truth = desk();
    truth.lanes[1].visibility = Visibility::Partner;
    truth.lanes[1].people = None;
    let found = Journal::of(&truth, 400).calibrated(WORK).unwrap();
    assert!(found.today.lanes.iter().all(|lane| lane.people.is_none()));
    assert!(found.check.mean_s.off() < 0.1, "{:?}", found.check);
    assert!(truth.steps.iter().all(|step| step.kind != StepKind::End { good: false }));
}

/// The busiest processes of the made-up provider: simulated today is close to what its journal says.
#[test]
fn the_demo_is_simulated_as_it_was_measured() {
    let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
    let linden = samples::provider::Organisation::new(20, now);
    let since = now - SignedDuration::from_hours(24 * 365);
    for &key in KEYS {
        let at = linden.processes.iter().position(|process| process.key.as_str() == key).unwrap();
        let (mut courses, mut passages) = (Vec::new(), Vec::new());
        for story in linden.cases().filter(|story| story.process == at) {
            let mut case = caseflow::Case::default();
            story.events.iter().for_each(|event| caseflow::apply(&mut case, event));
            let id = story.case.0;
            let mut opened = now;
            let mut closed = None;
            let mut kept = None;
            for event in &story.events {
                match &event.event {
                    caseflow::Event::CaseOpened { step, .. } => {
                        opened = event.at;
                        passages.extend(step.iter().map(|step| Passage {
                            case: id,
                            step: step.to_string(),
                            at: event.at,
                        }));
                    }
                    caseflow::Event::StepReached { step } => {
                        passages.push(Passage { case: id, step: step.to_string(), at: event.at });
                    }
                    caseflow::Event::CaseClosed { outcome, .. } => {
                        closed = Some((event.at, outcome.to_string()));
                    }
                    caseflow::Event::PromiseKept { .. } => kept = kept.or(Some(true)),
                    caseflow::Event::PromiseBroken { .. } => kept = Some(false),
                    _ => {}
                }
            }
            if opened < since {
                passages.retain(|passage| passage.case != id);
                continue;
            }
            courses.push(Course {
                case: id,
                opened_at: opened,
                closed_at: closed.as_ref().map(|closed| closed.0),
                is_kept: kept,
                outcome: closed.map(|closed| closed.1),
            });
        }
        let process = &linden.processes[at];
        let blueprint = process.blueprint();
        let said: Vec<Said> = blueprint
            .steps()
            .iter()
            .map(|step| Said {
                work_s: step.times.process_s,
                cost: step.cost.as_ref().map(|cost| cost.minor_units as f64 / 100.0),
            })
            .collect();
        let input = Input {
            map: &process.map,
            courses: &courses,
            passages: &passages,
            said: &said,
            hours: &linden.offices[5].hours,
            people_seen: 36,
            period: (since, now),
        };
        let found = calibrate(&input, &Progress::default()).unwrap();
        assert_ne!(found.check.trust(), Trust::Low, "{key}: {:?}", found.check);
        assert!(found.check.mean_s.off() < 0.1, "{key}: {:?}", found.check.mean_s);
        for (lane, pool) in found.today.lanes.iter().zip(&found.pools) {
            let (Some(people), Some(pool)) = (&lane.people, pool) else { continue };
            assert!(people.hours_a_week() > pool.work_h && pool.n > 0, "{key}: {} {pool:?}", lane.name);
        }
    }
}

const KEYS: &[&str] = &["mend-fault", "slow-internet", "get-connected", "move-house", "business-site"];

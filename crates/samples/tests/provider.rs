//! The made-up provider is what it says: its sizes, the lawfulness of its cases, and the causes that were planted.

use std::collections::{HashMap, HashSet};

use bpmn::map::Visibility;
use caseflow::{Case, Event, Status};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use measure::{Difference, Share};
use samples::provider::{
    CaseStory, DEMO_CUSTOMER, EMOTIONS, Feedback, LifeStage, Organisation, StaffRole, truth,
};

/// A Saturday.
fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn linden() -> Organisation {
    Organisation::new(1, now())
}

#[test]
fn it_has_the_sizes_that_it_states() {
    let linden = linden();
    assert_eq!((linden.departments.len(), linden.offices.len()), (8, 20));
    assert_eq!((linden.staff.len(), linden.customers.len(), linden.processes.len()), (60, 5_000, 40));
    for stage in LifeStage::ALL {
        assert!(linden.processes.iter().filter(|process| process.stage == stage).count() >= 4, "{stage:?}");
    }
    let zones: HashSet<&str> = linden.offices.iter().map(|office| office.hours.zone_name()).collect();
    assert_eq!(zones.len(), 5);
    for role in [StaffRole::Administrator, StaffRole::Owner, StaffRole::Agent, StaffRole::Viewer] {
        assert!(linden.staff.iter().any(|person| person.role == role));
    }
    let emails = linden.staff.iter().map(|person| &person.email);
    let emails: HashSet<&String> = emails.chain(linden.customers.iter().map(|c| &c.email)).collect();
    assert_eq!(emails.len(), 5_060, "nobody shares a mailbox");
    assert!(emails.iter().all(|email| email.is_ascii()));

    let (mut open, mut of_demo, mut events, mut feedback) = (0, Vec::new(), 0, 0);
    for story in linden.cases() {
        let status = Case::replay(&story.events).unwrap().status();
        open += usize::from(status != Status::Closed);
        if linden.customers[story.customer].email == DEMO_CUSTOMER {
            of_demo.push(status);
        }
        events += story.events.len();
        feedback += story.feedback.len();
    }
    let cases = linden.case_count();
    assert!((9_500..10_500).contains(&cases), "{cases} cases");
    assert!((500..700).contains(&open), "{open} open cases");
    assert!((2_800..3_300).contains(&feedback), "{feedback} answers");
    assert!((8..=16).contains(&(events / cases)), "{events} events");
    assert_eq!(of_demo.len(), 8);
    assert!(of_demo[7] != Status::Closed && of_demo[0] == Status::Closed);
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let bytes = |seed| {
        let linden = Organisation::new(seed, now());
        let told: String = linden.cases().take(800).map(|story| format!("{story:?}\n")).collect();
        (format!("{:?}{:?}{:?}", linden.staff, linden.customers, linden.processes), told)
    };
    assert!(bytes(7) == bytes(7));
    assert!(bytes(7) != bytes(8));
}

#[test]
fn journals_are_lawful() {
    let linden = linden();
    let mut ids = HashSet::new();
    for (story, number) in linden.cases().zip(1..) {
        let process = &linden.processes[story.process];
        let customer = &linden.customers[story.customer];
        assert!(story.number == number && ids.insert(story.case) && process.is_published);
        let case = Case::replay(&story.events).unwrap_or_else(|gap| panic!("case {number}: {gap}"));
        assert_eq!(case.opening.as_ref().map(|opening| opening.case), Some(story.case));
        assert_eq!(case.customer, Some(customer.id));
        assert!(story.events.is_sorted_by_key(|event| event.at));
        assert!(story.events.iter().all(|event| event.at <= now()));
        let opened = story.events[0].at;
        let is_former = customer.left.is_some_and(|left| left < opened);
        assert!(!is_former || process.stage == LifeStage::WinBack, "case {number} of one who left");

        let steps = process.map.steps();
        let place = |key: &caseflow::Key| steps.iter().position(|step| step.id == key.as_str());
        let path: Vec<usize> = case.steps.iter().map(|passage| place(&passage.step).unwrap()).collect();
        let follows = |pair: &[usize]| {
            process.map.flows().iter().any(|flow| flow.from == pair[0] && flow.to == pair[1])
        };
        let back = path.windows(2).filter(|pair| !follows(pair)).count();
        assert!(back <= case.reopenings.len(), "case {number} leaves its map");
        if let Some(closure) = &case.closure {
            assert!(steps[place(&closure.outcome).unwrap()].kind.is_end());
        }
        let [promise] = &case.promises[..] else { panic!("case {number} has one promise") };
        let hours = SignedDuration::from_hours(process.promise.target_h.into());
        assert_eq!(promise.terms, process.promise.terms);
        let office = &linden.offices[customer.office];
        assert_eq!(promise.due, office.hours.add_open_time(promise.made, hours));
        for answer in &story.feedback {
            lawful_answer(answer, &story, &case);
        }
    }
}

fn lawful_answer(answer: &Feedback, story: &CaseStory, case: &Case) {
    let (least, most) = answer.question.scale();
    assert!((least..=most).contains(&answer.score) && answer.at <= now());
    assert!(answer.case == story.case && Some(answer.customer) == case.customer);
    assert!(case.steps.iter().any(|passage| passage.step == answer.step));
    assert!(answer.emotions.len() <= 3);
    assert!(answer.emotions.iter().all(|emotion| EMOTIONS.contains(emotion)));
}

/// A case of which all that matters is known.
struct Known {
    customer: usize,
    opened: Timestamp,
    is_fault: bool,
    is_good: bool,
    /// Whether the promise was broken; none while it runs.
    broken: Option<bool>,
    repeated: bool,
    /// Points of a hundred.
    points: Option<f64>,
}

fn known(linden: &Organisation) -> Vec<Known> {
    let known = |story: CaseStory| {
        let case = Case::replay(&story.events).unwrap();
        let process = &linden.processes[story.process];
        let steps: HashSet<&str> = case.steps.iter().map(|passage| passage.step.as_str()).collect();
        let end = |good| move |step: &&bpmn::map::Step| step.kind == bpmn::map::StepKind::End { good };
        let reached = |step: &&bpmn::map::Step| steps.contains(step.id.as_str());
        let points = |answer: &Feedback| {
            let (least, most) = answer.question.scale();
            100.0 * f64::from(answer.score - least) / f64::from(most - least)
        };
        Known {
            customer: story.customer,
            opened: story.events[0].at,
            is_fault: process.is_fault,
            is_good: process.map.steps().iter().filter(reached).any(|step| end(true)(&step)),
            broken: case.promises[0].settled.map(|settled| !settled.kept),
            repeated: steps.len() < case.steps.len(),
            points: story.feedback.first().map(points),
        }
    };
    linden.cases().map(known).collect()
}

#[test]
fn planted_effects_on_scores_can_be_found() {
    let linden = linden();
    let (mut late, mut rework, mut firm, mut bad) =
        (Difference::default(), Difference::default(), Difference::default(), Difference::default());
    for case in known(&linden) {
        let (Some(points), Some(broken)) = (case.points, case.broken) else { continue };
        if case.is_good && !case.repeated {
            late.push(broken, points);
        }
        if case.is_good && !broken {
            rework.push(case.repeated, points);
        }
        if !broken && !case.repeated {
            bad.push(!case.is_good, points);
            firm.push(linden.customers[case.customer].segment.is_business(), points);
        }
    }
    // Answers end at the top of their scale, which takes a little off every effect.
    let worst = truth::LATE_EFFECT + truth::HOUR_EFFECT * truth::HOURS_FELT;
    let found = late.ci95().unwrap();
    assert!(worst < found.low && found.high < truth::LATE_EFFECT * 0.8, "{found:?}");
    let found = rework.ci95().unwrap();
    let most = truth::REWORK_EFFECT * truth::REWORK_FELT as f64;
    assert!(most < found.low && found.high < truth::REWORK_EFFECT * 0.6, "{found:?}");
    let found = bad.ci95().unwrap();
    assert!(
        truth::BAD_END_EFFECT * 1.25 < found.low && found.high < truth::BAD_END_EFFECT * 0.6,
        "{found:?}"
    );
    let found = firm.ci95().unwrap();
    assert!(found.low > -5.0 && found.high < 5.0, "{found:?}");
}

#[test]
fn planted_causes_of_leaving_lateness_and_demand_can_be_found() {
    let linden = linden();
    let cases = known(&linden);

    let mut last_fault: HashMap<usize, Timestamp> = HashMap::new();
    let mut repeated = HashSet::new();
    for case in cases.iter().filter(|case| case.is_fault) {
        let last = last_fault.insert(case.customer, case.opened);
        if last.is_some_and(|last| case.opened <= last + (24 * truth::REPEAT_D).hours()) {
            repeated.insert(case.customer);
        }
    }
    let (mut leave, mut others) = (Share::default(), Share::default());
    for (customer, known) in linden.customers.iter().enumerate() {
        let group = if repeated.contains(&customer) { &mut leave } else { &mut others };
        group.push(known.left.is_some());
    }
    assert!(leave.ci95().unwrap().low > 4.0 * others.ci95().unwrap().high, "{leave:?} {others:?}");

    let (mut slow, mut usual) = (Share::default(), Share::default());
    for case in &cases {
        let city = linden.offices[linden.customers[case.customer].office].city;
        let group = if city == truth::SLOW_OFFICE { &mut slow } else { &mut usual };
        if let Some(broken) = case.broken {
            group.push(broken);
        }
    }
    assert!(slow.ci95().unwrap().low > 2.0 * usual.ci95().unwrap().high, "{slow:?} {usual:?}");

    let mut by_weekday = [0_u32; 7];
    for case in &cases {
        let weekday = case.opened.to_zoned(TimeZone::UTC).weekday();
        by_weekday[weekday.to_monday_zero_offset() as usize] += 1;
    }
    let [monday, tuesday, wednesday, thursday, friday, ..] = by_weekday.map(f64::from);
    assert!(monday > truth::MONDAY * (tuesday + wednesday + thursday + friday) / 4.0, "{by_weekday:?}");

    // Against other cases, because all of them grow.
    let router = now() - (24 * truth::ROUTER_D).hours();
    let (mut before, mut since) = (Share::default(), Share::default());
    for case in &cases {
        let group = if case.opened < router { &mut before } else { &mut since };
        group.push(case.is_fault);
    }
    let odds = |share: &Share| share.hits as f64 / (share.n - share.hits) as f64;
    let times = odds(&since) / odds(&before);
    assert!((truth::ROUTER_FAULTS * 0.75..truth::ROUTER_FAULTS * 1.25).contains(&times), "{times}");
}

#[test]
fn cases_show_every_side_of_a_case() {
    let linden = linden();
    let mut kinds = HashSet::new();
    let (mut actors, mut by_system) = (HashSet::new(), false);
    for story in linden.cases().take(2_000) {
        let map = &linden.processes[story.process].map;
        for envelope in &story.events {
            kinds.insert(envelope.event.kind());
            actors.insert(std::mem::discriminant(&envelope.actor));
            if let Event::StepReached { step } = &envelope.event {
                let step = map.steps().iter().find(|known| known.id == step.as_str()).unwrap();
                by_system |= map.lanes()[step.lane].visibility == Visibility::System;
            }
        }
    }
    for kind in [
        "case-opened",
        "field-set",
        "person-assigned",
        "task-added",
        "task-completed",
        "comment-added",
        "customer-awaited",
        "customer-answered",
        "step-reached",
        "promise-made",
        "promise-kept",
        "promise-broken",
        "case-closed",
        "case-reopened",
    ] {
        assert!(kinds.contains(kind), "{kind}");
    }
    assert!(actors.len() == 3 && by_system);
}

#[test]
fn any_seed_and_any_now_will_do() {
    for (seed, now) in [
        (0, Timestamp::MIN),
        (1, Timestamp::MAX),
        (2, "2024-02-29T23:59:59.999Z".parse().unwrap()),
        (3, "2025-01-01T00:00:00Z".parse().unwrap()),
    ] {
        let linden = Organisation::new(seed, now);
        assert_eq!(linden.cases().take(300).count(), 300);
    }
}

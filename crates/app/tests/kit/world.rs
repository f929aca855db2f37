//! A small organisation: an office, a department, a promise of a working day, and a process with a map.

use super::House;
use app::rooms::offices::{self, Department, Office};
use app::rooms::processes::{self, Area, Initiator, Process, Stage, State};
use app::rooms::promises::{self, Promise};
use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use calendar::{BusinessHours, Week};
use jiff::SignedDuration;
use uuid::Uuid;

/// What the organisation is made of.
#[derive(Debug, Clone)]
pub struct World {
    /// Works in Sofia from nine to five on weekdays.
    pub office: Office,
    pub department: Department,
    /// Eight working hours; it warns after six.
    pub promise: Promise,
    /// Published, with five steps: `reported`, `examined`, `repaired`, `confirmed`, `given-up`.
    pub process: Process,
}

impl House {
    /// Makes the organisation.
    pub async fn with_process(&self) -> World {
        let week = Week::working_days(&"09:00-17:00".parse().expect("hours"));
        let hours = BusinessHours::new("Europe/Sofia", week, Vec::new()).expect("an office's hours");
        let office = Office { id: Uuid::now_v7(), key: "sofia".into(), name: "Sofia".into(), hours };
        let department = Department { id: Uuid::now_v7(), key: "field".into(), name: "Field Service".into() };
        let promise = Promise {
            id: Uuid::now_v7(),
            key: "repaired-in-a-day".into(),
            name: "Repaired within a working day".into(),
            target: SignedDuration::from_hours(8),
            warn_share: 0.75,
            compensation_cents: 1_000,
            sentence: "A month costs ten euros less".into(),
        };
        let process = Process {
            id: Uuid::now_v7(),
            key: "internet-fault".into(),
            name: "Internet fault".into(),
            description: "A customer's connection fails, and works again.".into(),
            stage: Stage::Maintain,
            area: Area::Relationship,
            state: State::Published,
            industry: None,
            initiator: Initiator::Customer,
            partners: Vec::new(),
            tags: Vec::new(),
            department: Some(department.id),
            owner: None,
            promise: Some(promise.key.clone()),
            reviewed_at: None,
            review_months: Some(12),
            map: map(),
            version: 1,
        };
        let world = World { office, department, promise, process };
        let (made, now) = (world.clone(), self.now());
        self.write(move |tx| {
            Box::pin(async move {
                offices::add_departments(tx, &[made.department]).await?;
                offices::add_offices(tx, &[made.office]).await?;
                promises::add(tx, &[made.promise]).await?;
                Ok(processes::add(tx, &[made.process], ("program", None), now).await?)
            })
        })
        .await;
        world
    }
}

fn map() -> CustomerMap {
    let lane = |id: &str, name: &str, visibility| Lane { id: id.into(), name: name.into(), visibility };
    let step = |id: &str, name: &str, lane, kind| Step { id: id.into(), name: name.into(), lane, kind };
    let lanes = vec![
        lane("customer", "Customer", Visibility::Customer),
        lane("service", "Customer Service", Visibility::Front),
        lane("field", "Field Service", Visibility::Back),
    ];
    let steps = vec![
        step("reported", "Fault reported", 0, StepKind::Start),
        step("examined", "Line examined", 1, StepKind::Step),
        step("repaired", "Line repaired", 2, StepKind::Step),
        step("confirmed", "Works again", 0, StepKind::End { good: true }),
        step("given-up", "Given up", 1, StepKind::End { good: false }),
    ];
    let flows = [(0, 1), (1, 2), (1, 4), (2, 1), (2, 3)].map(|(from, to)| Flow { from, to });
    CustomerMap::new(lanes, steps, flows.into()).expect("the map holds")
}

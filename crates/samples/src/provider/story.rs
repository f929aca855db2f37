//! What happens in a case: every event on its way over the map, as the engine of cases decides it.

use bpmn::map::Visibility;
use caseflow::{
    Actor, Audience, Case, CaseId, Command, Context, Envelope, Key, NewCase, NewTask, PersonId, PromiseId,
    Role, Stream, TaskId, Value, apply, decide,
};
use jiff::{SignedDuration, Timestamp, ToSpan};
use rand::{Rng, RngExt, SeedableRng};
use rand_distr::{Distribution, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::Organisation;
use super::catalogue::Process;
use super::customers::Customer;
use super::demand::{Channel, Demand};
use super::feedback::{Feedback, Outcome};
use super::ids::id;
use super::offices::Office;
use super::staff::StaffRole;
use super::walk;
use super::words::{STAFF_NOTES, STAFF_TO_CUSTOMER, words};
use crate::odds::pick;

/// A case, all that happened in it, and what the customer said afterwards.
#[derive(Debug, Clone)]
pub struct CaseStory {
    /// Its number, from 1, in the order in which cases came.
    pub number: u32,
    /// Its id.
    pub case: CaseId,
    /// Index of the customer whose matter it is.
    pub customer: usize,
    /// Index of the process that it runs through.
    pub process: usize,
    /// Its journal, from the first event on.
    pub events: Vec<Envelope>,
    /// Answers to a question after the case; mostly none.
    pub feedback: Vec<Feedback>,
}

/// Spread of working times: standard deviation of their logarithm.
const WORK_SPREAD: f64 = 0.5;

/// Share of the customer's turns that they forget, and how many times longer those take.
const FORGOTTEN: f64 = 0.15;
const FORGOTTEN_TIMES: f64 = 30.0;

/// Share of work behind the scene that becomes a task.
const TASKS: f64 = 0.4;

/// Share of work about which someone writes a comment.
const COMMENTS: f64 = 0.1;

/// Share of cases that are put aside at some work, and for how many working hours: a part is missing, a colleague left.
const PUT_ASIDE: f64 = 0.06;
const PUT_ASIDE_H: std::ops::Range<f64> = 80.0..1_000.0;

/// Share of well-ended cases in which the customer is asked whether all is well, and days until silence means yes.
const ASKED: f64 = 0.8;
const SILENCE_D: i64 = 40;

/// Share of well-ended cases that the customer reopens.
const REOPENED: f64 = 0.03;

/// Tells a case from its demand.
pub fn told(organisation: &Organisation, number: u32, demand: &Demand) -> CaseStory {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(demand.seed);
    let process = &organisation.processes[demand.process];
    let customer = &organisation.customers[demand.customer];
    let path = walk::path(process, &mut rng);
    let mut teller = Teller {
        now: organisation.now,
        process,
        customer,
        office: &organisation.offices[customer.office],
        agent: agent(organisation, customer.office, &mut rng),
        case: Case::default(),
        events: Vec::with_capacity(16),
        at: demand.at,
        worked_h: 0.0,
        promise: None,
        rng,
    };
    let case = teller.opens(demand, path[0]);
    let put_aside = teller.rng.random_bool(PUT_ASIDE).then(|| teller.rng.random_range(0..path.len() - 1));
    for (place, pair) in path.windows(2).enumerate() {
        if teller.at > teller.now {
            break;
        }
        let aside_h = if put_aside == Some(place) { teller.rng.random_range(PUT_ASIDE_H) } else { 0.0 };
        teller.passes(pair[0], place == 0, aside_h);
        teller.reaches(pair[1]);
    }
    let feedback = teller.ends(&path, case);
    CaseStory {
        number,
        case,
        customer: demand.customer,
        process: demand.process,
        events: teller.events,
        feedback: feedback.into_iter().collect(),
    }
}

/// An agent of the office.
fn agent(organisation: &Organisation, office: usize, rng: &mut impl Rng) -> PersonId {
    let agents: Vec<PersonId> = organisation
        .staff
        .iter()
        .filter(|person| person.office == office && person.role == StaffRole::Agent)
        .map(|person| person.id)
        .collect();
    *pick(&agents, rng)
}

struct Teller<'a> {
    now: Timestamp,
    process: &'a Process,
    customer: &'a Customer,
    office: &'a Office,
    agent: PersonId,
    case: Case,
    events: Vec<Envelope>,
    /// How far the story has come.
    at: Timestamp,
    /// Working hours since it was opened, the customer's turns aside: what the promise counts.
    worked_h: f64,
    /// The promise, while it runs.
    promise: Option<PromiseId>,
    rng: Xoshiro256PlusPlus,
}

impl Teller<'_> {
    /// The case is opened, has a promise made and gets someone who answers for it.
    fn opens(&mut self, demand: &Demand, start: usize) -> CaseId {
        let case: CaseId = id(self.at, &mut self.rng);
        let is_written = !demand.channel.needs_staff();
        let opener = if is_written { Actor::Customer(self.customer.id) } else { Actor::Person(self.agent) };
        let asks = words(self.customer.language).asks;
        let has_text = is_written && self.rng.random_bool(0.6);
        let title = (*pick(&self.process.says, &mut self.rng)).to_owned();
        let text = if has_text { (*pick(&asks, &mut self.rng)).to_owned() } else { String::new() };
        let new = NewCase {
            case,
            case_type: self.process.case_type.clone(),
            title,
            text,
            customer: Some(self.customer.id),
            process: Some(self.process.key.clone()),
            step: Some(self.step(start)),
        };
        self.does(self.at, opener, &Command::Open(new));
        let value = Value::Choice(channel_key(demand.channel));
        self.does(self.at, opener, &Command::SetField { field: field_key(), value });
        let promise = id(self.at, &mut self.rng);
        let due = self.later(self.at, f64::from(self.process.promise.target_h));
        let terms = self.process.promise.terms.clone();
        self.does(self.at, Actor::Program, &Command::MakePromise { promise, terms, due: Some(due) });
        self.promise = Some(promise);
        let taken = self.at + self.rng.random_range(40..240_i64).seconds();
        let taker = if is_written { Actor::Program } else { Actor::Person(self.agent) };
        self.does(taken, taker, &Command::Assign { person: self.agent, role: Role::Responsible });
        self.at = taken;
        case
    }

    /// The time at a step goes by.
    fn passes(&mut self, step: usize, is_first: bool, aside_h: f64) {
        let lane = self.process.map.steps()[step].lane;
        let visibility = self.process.map.lanes()[lane].visibility;
        let hours = self.process.work[step].0 * self.spread();
        if visibility == Visibility::Customer && !is_first {
            self.waits(hours);
        } else {
            let hours = hours * self.office.slowness + aside_h;
            self.works(step, hours, visibility == Visibility::Back);
        }
    }

    /// It is the customer's turn.
    fn waits(&mut self, hours: f64) {
        self.does(self.at, Actor::Person(self.agent), &Command::AwaitCustomer);
        let times = if self.rng.random_bool(FORGOTTEN) { FORGOTTEN_TIMES } else { 1.0 };
        self.at = self.at.saturating_add(wall(hours * times)).expect("a span of clock time");
        if self.rng.random_bool(0.45) {
            let text = (*pick(&words(self.customer.language).answers, &mut self.rng)).to_owned();
            let comment = id(self.at, &mut self.rng);
            let says = Command::Comment { comment, text, audience: Audience::Customer };
            self.does(self.at, Actor::Customer(self.customer.id), &says);
        } else {
            self.does(self.at, Actor::Program, &Command::RecordAnswer);
        }
    }

    /// Somebody, or something, works; the promise runs.
    fn works(&mut self, step: usize, hours: f64, may_be_task: bool) {
        let agent = Actor::Person(self.agent);
        let done = self.later(self.at, hours);
        let mut during = Vec::new();
        if may_be_task && self.rng.random_bool(TASKS) {
            let task: TaskId = id(self.at, &mut self.rng);
            during.push((self.at, agent, Command::AddTask(self.task(task, step, done))));
            during.push((done, agent, Command::CompleteTask { task }));
        }
        if self.rng.random_bool(COMMENTS) {
            let at = self.later(self.at, hours / 2.0);
            during.push((at, agent, self.comment(at)));
        }
        let target_h = f64::from(self.process.promise.target_h);
        if let Some(promise) = self.promise.filter(|_| self.worked_h + hours > target_h) {
            let broken = self.later(self.at, target_h - self.worked_h);
            during.push((broken, Actor::Program, Command::BreakPromise { promise }));
            self.promise = None;
        }
        during.sort_by_key(|(at, ..)| *at);
        for (at, actor, command) in during {
            self.does(at, actor, &command);
        }
        self.at = done;
        self.worked_h += hours;
    }

    fn task(&self, task: TaskId, step: usize, due: Timestamp) -> NewTask {
        NewTask {
            task,
            name: self.process.map.steps()[step].name.clone(),
            stage: None,
            responsible: Some(self.agent),
            due: Some(due),
            waits_for: Vec::new(),
        }
    }

    fn comment(&mut self, at: Timestamp) -> Command {
        let (text, audience) = if self.rng.random_bool(0.6) {
            (*pick(&STAFF_NOTES, &mut self.rng), Audience::Staff)
        } else {
            (*pick(&STAFF_TO_CUSTOMER, &mut self.rng), Audience::Customer)
        };
        Command::Comment { comment: id(at, &mut self.rng), text: text.to_owned(), audience }
    }

    /// The case comes to a step.
    fn reaches(&mut self, step: usize) {
        let lane = self.process.map.steps()[step].lane;
        let actor = match self.process.map.lanes()[lane].visibility {
            Visibility::System | Visibility::Partner => Actor::Program,
            _ => Actor::Person(self.agent),
        };
        let reach = Command::Reach { step: self.step(step) };
        self.does(self.at, actor, &reach);
    }

    /// The case is closed, now and then reopened, and the customer asked.
    fn ends(&mut self, path: &[usize], case: CaseId) -> Option<Feedback> {
        let is_good = walk::ends_well(self.process, path);
        let target_h = f64::from(self.process.promise.target_h);
        if let Some(promise) = self.promise.take() {
            self.does(self.at, Actor::Program, &Command::KeepPromise { promise });
        }
        let ended = self.at;
        let outcome = self.step(path[path.len() - 1]);
        self.closes(&outcome, is_good);
        let over_h = self.worked_h - target_h;
        let mut repeated = walk::repeated(path);
        if is_good && self.rng.random_bool(REOPENED) && path.len() > 2 {
            self.reopens(path, &outcome);
            repeated += 1;
        }
        if ended > self.now {
            return None;
        }
        let outcome = Outcome { ended, over_h, repeated, is_good };
        let asked = *pick(path, &mut self.rng);
        let step = self.step(asked);
        let process = self.process.key.clone();
        Feedback::of(outcome, case, self.customer, process, step, &mut self.rng)
            .filter(|feedback| feedback.at <= self.now)
    }

    /// Somebody closes it, or silence does.
    fn closes(&mut self, outcome: &Key, is_good: bool) {
        self.at += self.rng.random_range(30..400_i64).seconds();
        let agent = Actor::Person(self.agent);
        let close = Command::Close { outcome: outcome.clone() };
        if is_good && self.rng.random_bool(ASKED) {
            self.does(self.at, agent, &Command::AwaitCustomer);
            self.at += (24 * SILENCE_D).hours();
            self.does(self.at, Actor::Program, &close);
        } else {
            self.does(self.at, agent, &close);
        }
    }

    /// It was not right after all: the last work is done once more.
    fn reopens(&mut self, path: &[usize], outcome: &Key) {
        let back = self.at + (self.rng.random_range(20..280_i64)).hours();
        let reason = (*pick(&words(self.customer.language).again, &mut self.rng)).to_owned();
        self.at = back;
        self.does(back, Actor::Customer(self.customer.id), &Command::Reopen { reason });
        self.reaches(path[path.len() - 2]);
        self.works(path[path.len() - 2], 3.0 * self.office.slowness, false);
        self.reaches(path[path.len() - 1]);
        self.closes(outcome, false);
    }

    /// Does it, unless it is still to come.
    fn does(&mut self, at: Timestamp, actor: Actor, command: &Command) {
        if at > self.now {
            return;
        }
        let context = Context { now: at, actor, moderator: false };
        let events = decide(&self.case, command, &context).expect("stories are lawful");
        for envelope in Stream::of(&self.case).append(&context, events) {
            apply(&mut self.case, &envelope);
            self.events.push(envelope);
        }
    }

    /// When so many of the office's hours have passed.
    fn later(&self, from: Timestamp, hours: f64) -> Timestamp {
        self.office.hours.add_open_time(from, wall(hours)).expect("offices open within ten years")
    }

    fn step(&self, step: usize) -> Key {
        Key::new(&self.process.map.steps()[step].id).expect("ids of the table's steps are keys")
    }

    fn spread(&mut self) -> f64 {
        let normal: f64 = StandardNormal.sample(&mut self.rng);
        (normal * WORK_SPREAD).exp()
    }
}

/// Hours in whole seconds.
fn wall(hours: f64) -> SignedDuration {
    SignedDuration::from_secs((hours * 3_600.0).round() as i64)
}

fn field_key() -> Key {
    Key::new("channel").expect("a key")
}

fn channel_key(channel: Channel) -> Key {
    Key::new(channel.as_str()).expect("channels are keys")
}

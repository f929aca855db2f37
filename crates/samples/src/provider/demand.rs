//! What is wanted when: which customer comes with what, and who leaves because of it.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::catalogue::{LifeStage, Process};
use super::customers::Customer;
use super::offices::Office;
use super::truth::{
    LEAVES_AFTER_REPEAT, LEAVES_ANYWAY, MONDAY, REPEAT_D, REPEATS, ROUTER_D, ROUTER_FAULTS, SPAN_D,
};
use super::walk;
use crate::odds::{Odds, draw, pick};
use crate::stamp::DAY_S;

/// A case to come.
#[derive(Debug, Clone, Copy)]
pub struct Demand {
    pub at: Timestamp,
    pub customer: usize,
    pub process: usize,
    pub channel: Channel,
    /// Seed of all that happens in the case.
    pub seed: u64,
}

/// The way a case came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    Phone,
    Web,
    App,
    Mail,
    Chat,
    Counter,
}

impl Channel {
    const ALL: [Self; 6] = [Self::Phone, Self::Web, Self::App, Self::Mail, Self::Chat, Self::Counter];

    /// Percentages of all channels.
    const ODDS: Odds<6> = [38, 20, 14, 11, 9, 8];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Web => "web",
            Self::App => "app",
            Self::Mail => "mail",
            Self::Chat => "chat",
            Self::Counter => "counter",
        }
    }

    /// Whether someone of the office must be there.
    pub const fn needs_staff(self) -> bool {
        matches!(self, Self::Phone | Self::Counter)
    }
}

/// Cases of a working day other than Monday that nothing planned before brings.
const PER_DAY: f64 = 11.3;

/// By how much of their mean the cases of a day grow over the whole time.
const GROWTH: f64 = 0.3;

/// Cases of Saturday and Sunday beside those of a working day.
const WEEKEND: f64 = 0.45;

/// Plans all cases up to `now`, in the order in which they come, and lets customers leave.
pub fn planned(
    customers: &mut [Customer],
    processes: &[Process],
    offices: &[Office],
    now: Timestamp,
    rng: &mut impl Rng,
) -> Vec<Demand> {
    let mut plan = Plan {
        customers,
        processes,
        offices,
        now,
        start: midnight(now) - (24 * SPAN_D).hours(),
        router: now - (24 * ROUTER_D).hours(),
        coming: BinaryHeap::new(),
        last_fault: Vec::new(),
        gone: Vec::new(),
        planned: Vec::new(),
    };
    plan.last_fault = vec![None; plan.customers.len()];
    plan.known_beforehand(rng);
    for day in 0..=SPAN_D {
        plan.day(plan.start + (24 * day).hours(), rng);
    }
    let mut planned = plan.planned;
    planned.sort_by_key(|demand| demand.at);
    planned
}

fn midnight(at: Timestamp) -> Timestamp {
    at - (at.as_second().rem_euclid(DAY_S)).seconds()
}

struct Plan<'a> {
    customers: &'a mut [Customer],
    processes: &'a [Process],
    offices: &'a [Office],
    now: Timestamp,
    start: Timestamp,
    router: Timestamp,
    /// What follows from something else: when, whose, which process. The earliest first.
    coming: BinaryHeap<Reverse<(Timestamp, usize, usize)>>,
    last_fault: Vec<Option<Timestamp>>,
    /// Who left, and can be won back.
    gone: Vec<usize>,
    planned: Vec<Demand>,
}

impl Plan<'_> {
    /// Those who join bring an order, some leave whatever happens, and the demo's customer has a history.
    fn known_beforehand(&mut self, rng: &mut impl Rng) {
        for customer in 0..self.customers.len() {
            let since = self.customers[customer].since;
            if since > self.start + (24 * 30).hours() {
                let ordered = since - (24 * rng.random_range(8..28_i64)).hours();
                if let Some(process) = self.of_stage(LifeStage::Acquire, customer, rng) {
                    self.coming.push(Reverse((ordered, customer, process)));
                }
            }
            if customer != DEMO && rng.random_bool(LEAVES_ANYWAY) {
                let left = self.start + (24 * rng.random_range(30..SPAN_D)).hours();
                if left > since + (24 * 40).hours() {
                    self.leaves(customer, left, rng);
                }
            }
        }
        for (days, key) in DEMO_CASES {
            let at = self.now - (24 * days).hours() - rng.random_range(3_600..20_000_i64).seconds();
            self.coming.push(Reverse((at, DEMO, self.process(key))));
        }
    }

    fn day(&mut self, day: Timestamp, rng: &mut impl Rng) {
        let until = day + 24.hours();
        while self.coming.peek().is_some_and(|Reverse((at, ..))| *at < until) {
            if let Some(Reverse((at, customer, process))) = self.coming.pop() {
                self.comes(at, customer, process, rng);
            }
        }
        let weekday = day.to_zoned(TimeZone::UTC).weekday().to_monday_one_offset();
        let mean = PER_DAY * [1.0, MONDAY, 1.0, 1.0, 1.0, 1.0, WEEKEND, WEEKEND][weekday as usize];
        let share = (day.as_second() - self.start.as_second()) as f64 / (SPAN_D * DAY_S) as f64;
        let grown = 1.0 + GROWTH * (share - 0.5);
        let cases = (mean * grown * rng.random_range(0.7..1.3)).round() as usize;
        for _ in 0..cases {
            let at = day + rng.random_range(5 * 3_600..19 * 3_600_i64).seconds();
            if let Some((customer, process)) = self.anyone(at, rng) {
                self.comes(at, customer, process, rng);
            }
        }
    }

    /// Somebody with some wish.
    fn anyone(&self, at: Timestamp, rng: &mut impl Rng) -> Option<(usize, usize)> {
        let process = self.any_process(at, rng);
        let wanted = &self.processes[process];
        for _ in 0..200 {
            let customer = if wanted.stage == LifeStage::WinBack && !self.gone.is_empty() {
                *pick(&self.gone, rng)
            } else {
                rng.random_range(DEMO + 1..self.customers.len())
            };
            if self.suits(wanted, customer, at) {
                return Some((customer, process));
            }
        }
        None
    }

    fn suits(&self, wanted: &Process, customer: usize, at: Timestamp) -> bool {
        let customer = &self.customers[customer];
        let is_there = customer.since < at && customer.left.is_none_or(|left| left > at + (24 * 6).hours());
        let has_left = customer.left.is_some_and(|left| left < at);
        let in_time = if wanted.stage == LifeStage::WinBack { has_left } else { is_there };
        in_time && (!wanted.is_for_firms || customer.segment.is_business())
    }

    /// A process for those who are customers, or were.
    fn any_process(&self, at: Timestamp, rng: &mut impl Rng) -> usize {
        let faults = if at > self.router { ROUTER_FAULTS } else { 1.0 };
        let weight = |process: &Process| {
            let times = if process.is_fault { faults } else { 1.0 };
            let is_new = process.stage == LifeStage::Acquire;
            if is_new { 0.0 } else { f64::from(process.weight) * times }
        };
        weighted(self.processes, weight, rng)
    }

    /// A process of a stage that suits a customer.
    fn of_stage(&self, stage: LifeStage, customer: usize, rng: &mut impl Rng) -> Option<usize> {
        let is_firm = self.customers[customer].segment.is_business();
        let suits = |process: &Process| process.stage == stage && (is_firm || !process.is_for_firms);
        let weight = |process: &Process| if suits(process) { f64::from(process.weight) } else { 0.0 };
        self.processes
            .iter()
            .any(|process| weight(process) > 0.0)
            .then(|| weighted(self.processes, weight, rng))
    }

    fn process(&self, key: &str) -> usize {
        self.processes.iter().position(|process| process.key.as_str() == key).expect("a process of the table")
    }

    /// A case begins, and what follows from it is planned.
    fn comes(&mut self, at: Timestamp, customer: usize, process: usize, rng: &mut impl Rng) {
        // The demo's customer writes, so that the newest case is as old as the table says on a Sunday, too.
        let channel = if customer == DEMO { Channel::App } else { Channel::ALL[draw(&Channel::ODDS, rng)] };
        let hours = &self.offices[self.customers[customer].office].hours;
        let opens = channel.needs_staff().then(|| hours.next_opening(at)).flatten();
        // Those who waited for the door to open come one after another.
        let late = rng.random_range(0..5_400_i64).seconds();
        let at = opens.filter(|opens| *opens > at).map_or(at, |opens| opens + late);
        let wanted = &self.processes[process];
        let has_left = self.customers[customer].left.is_some_and(|left| left < at);
        if at >= self.now || (has_left && wanted.stage != LifeStage::WinBack) {
            return;
        }
        let demand = Demand { at, customer, process, channel, seed: rng.random() };
        self.planned.push(demand);
        if wanted.is_fault {
            self.fault(at, customer, rng);
        } else if wanted.stage == LifeStage::WinBack && self.is_won_back(&demand) {
            self.customers[customer].left = None;
            self.gone.retain(|gone| *gone != customer);
        }
    }

    /// A fault brings another, and a second one soon after the first drives people away.
    fn fault(&mut self, at: Timestamp, customer: usize, rng: &mut impl Rng) {
        let is_again = self.last_fault[customer].is_some_and(|last| at <= last + (24 * REPEAT_D).hours());
        self.last_fault[customer] = Some(at);
        if customer != DEMO && rng.random_bool(REPEATS) {
            let again = at + (24 * rng.random_range(3..REPEAT_D - 6)).hours();
            let fault = if rng.random_bool(0.8) { "mend-fault" } else { "slow-internet" };
            self.coming.push(Reverse((again, customer, self.process(fault))));
        }
        let may_leave = customer != DEMO && self.customers[customer].left.is_none();
        if is_again && may_leave && rng.random_bool(LEAVES_AFTER_REPEAT) {
            self.leaves(customer, at + (24 * rng.random_range(25..60_i64)).hours(), rng);
        }
    }

    /// A customer leaves, most of them with a word.
    fn leaves(&mut self, customer: usize, left: Timestamp, rng: &mut impl Rng) {
        let goodbye = match rng.random_range(0..100) {
            0..45 => Some("cancel"),
            45..65 => Some("port-number-out"),
            65..80 => Some("notice-withdrawn"),
            _ => None,
        };
        // The word comes while the customer is still there, so that notice can be withdrawn.
        if let Some(goodbye) = goodbye {
            let said = left - (24 * rng.random_range(8..20_i64)).hours();
            self.coming.push(Reverse((said, customer, self.process(goodbye))));
        }
        if left < self.now {
            self.customers[customer].left = Some(left);
            self.gone.push(customer);
        }
    }

    /// Whether a case that has had time to end won the customer back.
    fn is_won_back(&self, demand: &Demand) -> bool {
        let process = &self.processes[demand.process];
        let path = walk::path(process, &mut Xoshiro256PlusPlus::seed_from_u64(demand.seed));
        walk::ends_well(process, &path) && demand.at < self.now - (24 * 90).hours()
    }
}

/// Index of the demo's customer, who never leaves.
const DEMO: usize = 0;

/// Days before the end, and what the demo's customer came with then.
const DEMO_CASES: [(i64, &str); 8] = [
    (640, "change-plan"),
    (410, "understand-bill"),
    (265, "upgrade-fibre"),
    (190, "mend-fault"),
    (62, "better-wifi"),
    (9, "move-house"),
    (2, "dispute-bill"),
    (0, "mend-fault"),
];

fn weighted(processes: &[Process], weight: impl Fn(&Process) -> f64, rng: &mut impl Rng) -> usize {
    let total: f64 = processes.iter().map(&weight).sum();
    let mut left = rng.random_range(0.0..total);
    for (place, process) in processes.iter().enumerate() {
        left -= weight(process);
        if left < 0.0 {
            return place;
        }
    }
    0
}

//! A slow and plain simulator: it searches all there is for what comes next, and counts hours day by day.

use sim::{Distribution, Purpose, Stream};

const DAY_S: f64 = 86_400.0;

/// A process of numbered nodes; the first is where cases begin.
#[derive(Debug, Clone)]
pub struct Model {
    pub nodes: Vec<Node>,
    /// Who does each task.
    pub performers: Vec<Vec<usize>>,
    /// How long each takes, on average.
    pub means: Vec<f64>,
    pub between: f64,
    /// Hours of each person, every day alike; always there without.
    pub hours: Vec<Option<(f64, f64)>>,
    pub seed: u64,
    pub cases: u64,
}

#[derive(Debug, Clone, Default)]
pub struct Node {
    pub task: Option<usize>,
    /// The probability of the first way.
    pub share: Option<f64>,
    pub joins: bool,
    pub is_end: bool,
    pub out: Vec<usize>,
}

impl Node {
    pub fn task(task: usize) -> Self {
        Self { task: Some(task), ..Self::default() }
    }

    pub fn either(share: f64) -> Self {
        Self { share: Some(share), ..Self::default() }
    }

    pub fn both() -> Self {
        Self { joins: true, ..Self::default() }
    }

    pub fn pass() -> Self {
        Self::default()
    }

    pub fn end() -> Self {
        Self { is_end: true, ..Self::default() }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub case: u64,
    pub task: usize,
    pub person: usize,
    pub enabled: f64,
    pub start: f64,
    pub end: f64,
}

impl Row {
    pub fn is_near(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-5;
        (self.case, self.task, self.person) == (other.case, other.task, other.person)
            && near(self.enabled, other.enabled)
            && near(self.start, other.start)
            && near(self.end, other.end)
    }
}

#[derive(Debug)]
struct Job {
    case: u64,
    node: usize,
    task: usize,
    visit: u32,
    enabled: f64,
    start: f64,
    end: f64,
    person: Option<usize>,
}

struct Plain<'a> {
    model: &'a Model,
    now: f64,
    jobs: Vec<Job>,
    /// Since when, in order, each person has had nothing to do.
    idle: Vec<Option<u64>>,
    order: u64,
    joins: Vec<(u64, usize)>,
    visits: Vec<(u64, usize)>,
    rows: Vec<Row>,
}

pub fn simulate(model: &Model) -> Vec<Row> {
    let people = model.hours.len();
    let idle = (0..people as u64).map(Some).collect();
    let mut plain = Plain {
        model,
        now: 0.0,
        jobs: Vec::new(),
        idle,
        order: people as u64,
        joins: Vec::new(),
        visits: Vec::new(),
        rows: Vec::new(),
    };
    plain.run();
    plain.rows
}

impl Plain<'_> {
    fn run(&mut self) {
        let arrivals = Purpose::new("arrivals", "n0").key(self.model.seed, 0);
        let between = Distribution::exponential(self.model.between).unwrap();
        let (mut come, mut next_arrival) = (0, 0.0);
        loop {
            let done = (0..self.jobs.len())
                .filter(|job| self.jobs[*job].person.is_some())
                .min_by(|a, b| self.jobs[*a].end.total_cmp(&self.jobs[*b].end));
            let opens = self.next_opening();
            let arrival = if come < self.model.cases { next_arrival } else { f64::INFINITY };
            let end = done.map_or(f64::INFINITY, |job| self.jobs[job].end);
            let (opens_at, opener) = opens.unwrap_or((f64::INFINITY, 0));
            self.now = arrival.min(end).min(opens_at);
            if self.now.is_infinite() {
                return;
            }
            if self.now == arrival {
                come += 1;
                self.come_to(come - 1, 0);
                next_arrival = self.now + between.draw(&mut Stream::at(arrivals, come, 0));
            } else if let Some(job) = done.filter(|_| self.now == end) {
                let job = self.jobs.remove(job);
                let person = job.person.unwrap();
                let Job { case, task, enabled, start, end, .. } = job;
                self.rows.push(Row { case, task, person, enabled, start, end });
                self.go_on(case, job.node);
                self.look_for_work(person);
            } else {
                self.look_for_work(opener);
            }
        }
    }

    /// When somebody who has nothing to do comes to work for whom something waits, and who.
    fn next_opening(&self) -> Option<(f64, usize)> {
        (0..self.idle.len())
            .filter(|person| self.idle[*person].is_some() && self.waiting_for(*person).is_some())
            .map(|person| (self.next_open(person, self.now), person))
            .min_by(|a, b| a.0.total_cmp(&b.0))
    }

    fn waiting_for(&self, person: usize) -> Option<usize> {
        (0..self.jobs.len()).find(|job| {
            self.jobs[*job].person.is_none() && self.model.performers[self.jobs[*job].task].contains(&person)
        })
    }

    fn look_for_work(&mut self, person: usize) {
        let is_there = self.next_open(person, self.now) <= self.now;
        match self.waiting_for(person).filter(|_| is_there) {
            Some(job) => self.start(job, person),
            None if self.idle[person].is_none() || is_there => {
                self.order += 1;
                self.idle[person] = Some(self.order);
            }
            None => {}
        }
    }

    fn start(&mut self, job: usize, person: usize) {
        self.idle[person] = None;
        let held = &self.jobs[job];
        let key = Purpose::new("task", &format!("n{}", held.node)).key(self.model.seed, 0);
        let distribution = Distribution::exponential(self.model.means[held.task]).unwrap();
        let work = distribution.draw(&mut Stream::at(key, held.case, held.visit));
        let end = self.done(person, self.now, work);
        let held = &mut self.jobs[job];
        (held.start, held.end, held.person) = (self.now, end, Some(person));
    }

    fn come_to(&mut self, case: u64, at: usize) {
        let node = &self.model.nodes[at];
        if let Some(task) = node.task {
            let visit = self.visit(case, at);
            let job =
                Job { case, node: at, task, visit, enabled: self.now, start: 0.0, end: 0.0, person: None };
            self.jobs.push(job);
            let free = self.model.performers[task]
                .iter()
                .copied()
                .filter(|person| {
                    self.idle[*person].is_some() && self.next_open(*person, self.now) <= self.now
                })
                .min_by_key(|person| self.idle[*person]);
            if let Some(person) = free {
                self.start(self.jobs.len() - 1, person);
            }
        } else if node.joins {
            match self.joins.iter().position(|held| *held == (case, at)) {
                Some(other) => {
                    self.joins.remove(other);
                    self.go_on(case, at);
                }
                None => self.joins.push((case, at)),
            }
        } else {
            self.go_on(case, at);
        }
    }

    fn go_on(&mut self, case: u64, at: usize) {
        let node = &self.model.nodes[at];
        if let Some(share) = node.share {
            let visit = self.visit(case, at);
            let key = Purpose::new("gateway", &format!("n{at}")).key(self.model.seed, 0);
            let first = Stream::at(key, case, visit).uniform() <= share;
            self.come_to(case, node.out[usize::from(!first)]);
        } else {
            node.out.iter().for_each(|to| self.come_to(case, *to));
        }
    }

    fn visit(&mut self, case: u64, at: usize) -> u32 {
        let before = self.visits.iter().filter(|held| **held == (case, at)).count();
        self.visits.push((case, at));
        before as u32
    }

    fn span(&self, person: usize, day: f64) -> (f64, f64) {
        let (from, to) = self.model.hours[person].unwrap_or((0.0, 24.0));
        let end = if self.model.hours[person].is_some() { (to * 3_600.0).min(DAY_S - 2.0) } else { DAY_S };
        (day * DAY_S + from * 3_600.0, day * DAY_S + end)
    }

    fn next_open(&self, person: usize, at: f64) -> f64 {
        let (from, to) = self.span(person, (at / DAY_S).floor());
        // An instant that sums of binary fractions put beside an opening is on it.
        if at < from - 1e-6 {
            from
        } else if at < to - 1e-6 {
            at
        } else {
            self.span(person, (at / DAY_S).floor() + 1.0).0.max(at)
        }
    }

    fn done(&self, person: usize, at: f64, work: f64) -> f64 {
        let (mut at, mut left) = (at, work);
        loop {
            let (_, to) = self.span(person, (at / DAY_S).floor());
            if left <= to - at {
                return at + left;
            }
            left -= (to - at).max(0.0);
            at = self.next_open(person, to);
        }
    }
}

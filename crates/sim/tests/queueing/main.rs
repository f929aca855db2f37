//! Proof by queueing theory: intervals of simulated means hold the exact ones, for twenty seeds of each system.
//!
//! A right simulator's 95 % interval misses once in twenty seeds; more than three misses have a probability of 1.6 %, and as
//! seeds are fixed, the outcome is always the same.

mod stations;
mod theory;

use sim::scenario::attributes::{Attribute, Source, Value};
use sim::scenario::rule::{Condition, Rule, Test};
use sim::scenario::{Gateway, Path, Priority};
use sim::{Distribution, Figure, Net, Place, Scenario};
use stations::{Exact, Size, Station, exponential, line, misses, report};
use theory::{Chain, erlang_c};

const MOST_MISSES: usize = 3;

/// Intervals of several figures, each against its exact value.
fn proves(name: &str, net: &Net, scenario: &Scenario, size: Size, exact: &[Exact]) {
    let missed = misses(net, scenario, size, exact);
    for ((figure, value, _), missed) in exact.iter().zip(missed) {
        assert!(missed <= MOST_MISSES, "{name}: {figure} of {value} was missed by {missed} of 20 seeds");
    }
}

fn wait(report: &sim::Report, task: usize) -> Figure {
    let found = &report.tasks[task].waiting_s;
    Figure { mean: found.mean, ci95: found.ci95 }
}

fn utilisation(report: &sim::Report) -> Figure {
    Figure { mean: report.resources[0].utilisation, ci95: report.resources[0].utilisation_ci95 }
}

#[test]
fn one_server() {
    let (net, scenario) = line(exponential(100.0), vec![Station::new(1, exponential(70.0))]);
    let exact = 0.7 / (1.0 - 0.7) * 70.0;
    proves(
        "M/M/1",
        &net,
        &scenario,
        Size::middle(),
        &[("wait", exact, |r| wait(r, 0)), ("utilisation", 0.7, utilisation)],
    );
}

#[test]
fn ten_servers() {
    let (net, scenario) = line(exponential(400.0), vec![Station::new(10, exponential(3600.0))]);
    let exact = erlang_c(10, 9.0) * 3600.0 / (10.0 - 9.0);
    assert!((exact - 2_407.4).abs() < 0.05, "{exact}");
    proves(
        "M/M/10",
        &net,
        &scenario,
        Size::long(),
        &[("wait", exact, |r| wait(r, 0)), ("utilisation", 0.9, utilisation)],
    );
}

/// Erlang C of call centres: mean answer times of published tables.
#[test]
fn erlang_c_rows() {
    for (servers, load, handle, answer) in [(14, 10.0, 180.0, 7.8359), (30, 24.0, 240.0, 6.9145)] {
        let exact = erlang_c(servers, load) * handle / (f64::from(servers) - load);
        assert!((exact - answer).abs() < 1e-3, "{exact}");
        let (net, scenario) =
            line(exponential(handle / load), vec![Station::new(servers, exponential(handle))]);
        proves("Erlang C", &net, &scenario, Size::middle(), &[("wait", exact, |r| wait(r, 0))]);
    }
    assert!((erlang_c(2, 1.0) - 1.0 / 3.0).abs() < 1e-12);
    assert!((erlang_c(5, 4.0) - 0.554_113).abs() < 1e-6);
}

/// Pollaczek-Khinchine: the wait depends on mean and variance of the service alone.
#[test]
fn one_server_with_any_service() {
    let services = [
        ("M/D/1", Distribution::fixed(80.0).unwrap(), 0.0),
        ("M/G/1 gamma", Distribution::gamma_by_moments(80.0, 12_800.0).unwrap(), 12_800.0),
        ("M/G/1 uniform", Distribution::uniform(20.0, 140.0).unwrap(), 1_200.0),
        ("M/G/1 log-normal", Distribution::log_normal_by_moments(80.0, 6_400.0).unwrap(), 6_400.0),
    ];
    for (name, service, variance) in services {
        let (net, scenario) = line(exponential(125.0), vec![Station::new(1, service)]);
        let rate = 1.0 / 125.0;
        let exact = rate * (80.0 * 80.0 + variance) / (2.0 * (1.0 - 80.0 * rate));
        proves(name, &net, &scenario, Size::middle(), &[("wait", exact, |r| wait(r, 0))]);
    }
}

/// M/M/c/K: cases that find no room leave.
#[test]
fn little_room() {
    let chain = Chain::new(40, |n| if n < 8 { 1.0 / 60.0 } else { 0.0 }, |n| n.min(3) as f64 / 200.0);
    let served = 1.0 / 60.0 * (1.0 - chain.share(8));
    let exact_wait = chain.mean(|n| n.saturating_sub(3) as f64) / served;
    let exact_blocked = chain.share(8) * Size::middle().counted();
    let (net, mut scenario) = line(exponential(60.0), vec![Station::new(3, exponential(200.0))]);
    scenario.tasks[0].room = Some(5);
    let exact: &[Exact] = &[("wait", exact_wait, |r| wait(r, 0)), ("blocked", exact_blocked, |r| r.blocked)];
    proves("M/M/3/8", &net, &scenario, Size::middle(), exact);
}

/// M/M/c+M (Erlang A): cases lose their patience; more come than could be served.
#[test]
fn little_patience() {
    let arrivals = 1.0 / 50.0;
    let leave = |n: usize| n.min(4) as f64 / 180.0 + n.saturating_sub(4) as f64 / 300.0;
    let chain = Chain::new(400, |_| arrivals, leave);
    let gives_up = chain.mean(|n| n.saturating_sub(4) as f64 / 300.0) / arrivals;
    let exact_abandoned = gives_up * Size::middle().counted();
    let (net, mut scenario) = line(exponential(50.0), vec![Station::new(4, exponential(180.0))]);
    scenario.tasks[0].patience = Some(exponential(300.0));
    let busy = chain.mean(|n| n.min(4) as f64) / 4.0;
    // Everybody idle is taken in turn, so that each of the four has the same share.
    let exact: &[Exact] =
        &[("abandoned", exact_abandoned, |r| r.abandoned), ("utilisation", busy, utilisation)];
    proves("M/M/4+M", &net, &scenario, Size::middle(), exact);
}

/// Jackson: what leaves a stable M/M/c is a Poisson process, so the second station is one of its own.
#[test]
fn one_after_the_other() {
    let stations = vec![Station::new(1, exponential(60.0)), Station::new(2, exponential(150.0))];
    let (net, scenario) = line(exponential(100.0), stations);
    let first = 0.6 / 0.4 * 60.0;
    let second = erlang_c(2, 1.5) * 150.0 / 0.5;
    let exact: &[Exact] = &[("first wait", first, |r| wait(r, 0)), ("second wait", second, |r| wait(r, 1))];
    proves("tandem", &net, &scenario, Size::middle(), exact);
}

/// Cobham (1954): two classes at one server, the first before the second, nobody interrupted.
#[test]
fn one_class_before_the_other() {
    let mut draft = Net::draft();
    let (start, split) = (draft.start("start"), draft.exclusive("split"));
    let (urgent, usual, end) = (draft.task("urgent", ""), draft.task("usual", ""), draft.end("end"));
    for (id, from, to) in [
        ("f", start, split),
        ("to-urgent", split, urgent),
        ("to-usual", split, usual),
        ("g", urgent, end),
        ("h", usual, end),
    ] {
        draft.flow(id, from, to);
    }
    let net = draft.freeze().unwrap();
    let (_, mut scenario) = line(exponential(100.0), vec![Station::new(1, exponential(80.0))]);
    let only = scenario.tasks.remove(0);
    for id in ["urgent", "usual"] {
        scenario.tasks.push(sim::scenario::Task { id: id.into(), ..only.clone() });
    }
    let values = vec![(Value::text("urgent"), 0.3), (Value::text("usual"), 1.0)];
    let class = Attribute { name: "class".into(), global: false, first: Some(Source::Choice(values)) };
    scenario.attributes.push(class);
    let is = |class: &str| Rule {
        any: vec![vec![Condition { attribute: 0, test: Test::Is(Value::text(class)) }]],
    };
    let path = |class: &str| Path { flow: format!("to-{class}"), probability: None, rule: Some(is(class)) };
    let paths = vec![path("urgent"), path("usual")];
    scenario.gateways.push(Gateway { id: "split".into(), paths, place: Place::Whole });
    scenario.priorities.push(Priority { level: 1, rule: is("urgent") });
    // Work found on coming, and the shares of the server's time that go to the first class and to both.
    let residual = 0.8 * 80.0;
    let (first, both) = (0.3 * 0.8, 0.8);
    let exact: &[Exact] = &[
        ("urgent wait", residual / (1.0 - first), |r| wait(r, 0)),
        ("usual wait", residual / ((1.0 - first) * (1.0 - both)), |r| wait(r, 1)),
    ];
    proves("priorities", &net, &scenario, Size::long(), exact);
}

#[test]
fn more_work_than_people_is_said() {
    let (net, mut scenario) = line(exponential(100.0), vec![Station::new(2, exponential(230.0))]);
    let overloaded = report(&net, &scenario, 1, Size::middle());
    assert_eq!(overloaded.unstable[0].tasks, ["task0"]);
    assert_eq!((overloaded.cycle_time_s.mean, overloaded.tasks[0].waiting_s.mean), (None, None));
    let growth = 86_400.0 * (1.0 / 100.0 - 2.0 / 230.0);
    assert!((overloaded.unstable[0].growth_per_day / growth - 1.0).abs() < 0.1, "{:?}", overloaded.unstable);
    // Near its limit, but stable: no false alarm in any of twenty runs.
    scenario.tasks[0].performers.iter_mut().for_each(|performer| performer.duration = exponential(190.0));
    for seed in 0..20 {
        assert_eq!(report(&net, &scenario, seed, Size::middle()).unstable, [], "seed {seed}");
    }
}

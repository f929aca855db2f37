//! Scenarios written as TOML: what is read back is the same process.

use super::desk::{BPSIM, MAP, PROSIMOS, TOML, net, options, read_map};
use sim::{Progress, Scenario};

const ALL: &str = r#"
name = "All \"at once\""
gateway_limit = 9
[calendars]
day = "mon-fri 09:00-17:00, sat 10:00-14:30"
bank = { hours = "mon-fri 09:00-12:00 13:00-17:00", zone = "Europe/Sofia", holidays = ["2026-12-24"] }
all = "always"
[pools.first]
name = "First line"
count = 3
calendar = "day"
cost_per_hour = 20
[pools.second]
[resources."Ana Ł."]
pool = "second"
calendar = "bank"
[[arrivals]]
start = "start"
rates = [{ hours = "mon-fri 09:00-12:00", per_hour = 12.5 }, { hours = "sun 22:00-24:00", per_hour = 0.25 }]
[tasks]
log = { by = "first", time = "exponential 5m within 1m 1h", room = 50 }
solve = { by = { first-1 = "weibull 2 300", "Ana Ł." = [60, 90] }, patience = "exponential 1d", cost = 1.5 }
escalate = { time = "triangular 1h 2h 3h" }
[gateways.which]
easy = { when = [{ kind = "urgent", amount = ">500" }, { amount = [1, 2] }], probability = 0.7 }
hard = 0.3
[attributes]
kind = { urgent = 0.25, usual = 0.75 }
amount = "uniform 0 1000"
[updates.solve]
amount = { formula = "amount * 0.5" }
[[priorities]]
level = 1
when = { kind = "!=usual" }
"#;

#[test]
fn what_is_written_is_read_back_as_it_was() {
    let scenario = Scenario::from_toml(ALL).unwrap();
    let text = scenario.to_toml().unwrap();
    let again = Scenario::from_toml(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let twice = again.to_toml().unwrap();
    assert_eq!(Scenario::from_toml(&twice).unwrap().to_toml().unwrap(), twice);
    let performers = |scenario: &Scenario, task: usize| {
        let of = &scenario.tasks[task].performers;
        of.iter().map(|p| (scenario.resources[p.resource].id.clone(), p.duration.clone())).collect::<Vec<_>>()
    };
    assert!(text.contains("count = 3"), "people who are alike are counted: {text}");
    for task in 0..3 {
        let (before, after) = (performers(&scenario, task), performers(&again, task));
        assert!(before.len() == after.len() && before.iter().all(|one| after.contains(one)), "{after:?}");
        assert_eq!(scenario.tasks[task].duration, again.tasks[task].duration);
        assert_eq!(scenario.tasks[task].patience, again.tasks[task].patience);
    }
    assert_eq!((scenario.name, scenario.gateway_limit), (again.name, again.gateway_limit));
    assert_eq!(scenario.arrivals[0].pattern, again.arrivals[0].pattern);
    assert_eq!(scenario.attributes, again.attributes);
    assert_eq!(scenario.priorities, again.priorities);
    assert_eq!(scenario.gateways[0].paths, again.gateways[0].paths);
}

#[test]
fn each_format_simulates_the_same_once_it_is_toml() {
    let run = |scenario: &Scenario| {
        sim::run(&net(MAP), scenario, &options(1_000, 3), &Progress::default(), None).unwrap()
    };
    let document = read_map(BPSIM);
    for scenario in [
        Scenario::from_toml(TOML).unwrap(),
        Scenario::from_prosimos(PROSIMOS.as_bytes()).unwrap(),
        Scenario::from_bpsim(&document, None).unwrap(),
    ] {
        let written = Scenario::from_toml(&scenario.to_toml().unwrap()).unwrap();
        assert_eq!(run(&written).cycle_time_s, run(&scenario).cycle_time_s);
        assert_eq!(run(&written).cost.total, run(&scenario).cost.total);
    }
}

#[test]
fn what_has_no_words_is_named() {
    let mut scenario = Scenario::from_toml(ALL).unwrap();
    let at = scenario.tasks.iter().position(|task| task.id == "escalate").unwrap();
    scenario.tasks[at].duration = Some(sim::Distribution::shifted_exponential(5.0, 1.0).unwrap());
    let refused = scenario.to_toml().unwrap_err();
    assert_eq!((refused.what, &*refused.id), ("a distribution", "escalate"));
}

//! How fast cases are simulated: ten servers, and a service desk with calendars and costs.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sim::{Net, Options, Progress, Scenario};

const TEN_SERVERS: &str = "[pools.desk]\ncount = 10\ncost_per_hour = 36\n[arrivals]\nevery = \"exponential 400\"\n\
                           [tasks]\nserve = { by = \"desk\", time = \"exponential 3600\" }\n";

const DESK: &str = r#"
[calendars]
day = "mon-fri 09:00-17:00"
[pools]
first = { count = 3, cost_per_hour = 20 }
second = { count = 6, cost_per_hour = 35, calendar = "day" }
[arrivals]
every = "exponential 15m"
[tasks]
log = { by = "first", time = "exponential 5m" }
solve = { by = "first", time = "gamma 15m 11m" }
escalate = { by = "second", time = "exponential 50m" }
confirm = { by = "first", time = "uniform 1m 4m" }
[gateways.which]
easy = 0.7
hard = 0.3
[gateways.join]
on = 1
"#;

fn net(tasks: &[(&str, &str)], flows: &[(&str, &str, &str)]) -> Net {
    let mut draft = Net::draft();
    let mut ids = Vec::new();
    for (id, kind) in tasks {
        let node = match *kind {
            "start" => draft.start(id),
            "gateway" => draft.exclusive(id),
            "end" => draft.end(id),
            _ => draft.task(id, ""),
        };
        ids.push((*id, node));
    }
    let node = |id: &str| ids.iter().find(|(known, _)| *known == id).expect("a node").1;
    for (id, from, to) in flows {
        draft.flow(id, node(from), node(to));
    }
    draft.freeze().expect("a net")
}

fn simulate(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("sim");
    let options = |cases| {
        let mut options = Options::new("2024-01-01T09:00:00+00:00[UTC]".parse().expect("a time"));
        (options.cases, options.replications) = (cases, 1);
        options
    };
    let ten =
        net(&[("s", "start"), ("serve", "task"), ("e", "end")], &[("a", "s", "serve"), ("b", "serve", "e")]);
    let scenario = Scenario::from_toml(TEN_SERVERS).expect("a scenario");
    // Arrivals and departures.
    group.throughput(Throughput::Elements(200_000));
    group.bench_function("M/M/10, 100,000 cases", |bencher| {
        bencher.iter(|| black_box(sim::run(&ten, &scenario, &options(100_000), &Progress::default(), None)));
    });
    let desk = net(
        &[
            ("s", "start"),
            ("log", "task"),
            ("which", "gateway"),
            ("solve", "task"),
            ("escalate", "task"),
            ("join", "gateway"),
            ("confirm", "task"),
            ("e", "end"),
        ],
        &[
            ("a", "s", "log"),
            ("b", "log", "which"),
            ("easy", "which", "solve"),
            ("hard", "which", "escalate"),
            ("c", "solve", "join"),
            ("d", "escalate", "join"),
            ("on", "join", "confirm"),
            ("f", "confirm", "e"),
        ],
    );
    let scenario = Scenario::from_toml(DESK).expect("a scenario");
    // Rows of the log.
    group.throughput(Throughput::Elements(300_000));
    group.bench_function("service desk, 100,000 cases", |bencher| {
        bencher.iter(|| black_box(sim::run(&desk, &scenario, &options(100_000), &Progress::default(), None)));
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = simulate
}
criterion_main!(benches);

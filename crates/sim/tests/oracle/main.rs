//! The kernel against a slow and plain second simulator, row by row of their logs, on random small processes.

mod plain;

use plain::{Model, Node, Row};
use proptest::prelude::*;
use sim::scenario::{Arrivals, Calendar, Gateway, Hours, Path, Pattern, Performer, Pool, Resource, Task};
use sim::{Distribution, LogRow, LogSink, Net, Options, Place, Progress, Scenario, WeekHours};

const DAY_S: f64 = 86_400.0;

/// Rows as they come.
#[derive(Default)]
struct Rows(Vec<Row>);

impl LogSink for Rows {
    fn row(&mut self, row: &LogRow<'_>) {
        let number = |name: &str| name[1..].parse().unwrap();
        self.0.push(Row {
            case: row.case,
            task: number(row.activity),
            person: number(row.resource),
            enabled: row.enabled_s,
            start: row.start_s,
            end: row.end_s,
        });
    }
}

/// One random piece of a process.
#[derive(Debug, Clone)]
enum Piece {
    Task(usize),
    Either(f64, Vec<Piece>, Vec<Piece>),
    Both(Vec<Piece>, Vec<Piece>),
    Again(f64, Vec<Piece>),
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let task = (0..3usize).prop_map(Piece::Task);
    let piece = task.prop_recursive(3, 12, 3, |inner| {
        let some = prop::collection::vec(inner, 0..3);
        prop_oneof![
            (0.1..0.9f64, some.clone(), some.clone()).prop_map(|(share, a, b)| Piece::Either(share, a, b)),
            (some.clone(), some.clone()).prop_map(|(a, b)| Piece::Both(a, b)),
            (0.1..0.6f64, some).prop_map(|(share, a)| Piece::Again(share, a)),
        ]
    });
    prop::collection::vec(piece, 1..4)
}

/// Adds pieces one after the other behind a node; gives the last.
fn build(nodes: &mut Vec<Node>, mut before: usize, pieces: &[Piece]) -> usize {
    let add = |nodes: &mut Vec<Node>, node| {
        nodes.push(node);
        nodes.len() - 1
    };
    for piece in pieces {
        before = match piece {
            Piece::Task(task) => {
                let at = add(nodes, Node::task(*task));
                nodes[before].out.push(at);
                at
            }
            Piece::Either(share, a, b) => {
                let (split, join) = (add(nodes, Node::either(*share)), add(nodes, Node::pass()));
                nodes[before].out.push(split);
                for side in [a, b] {
                    let first = add(nodes, Node::pass());
                    nodes[split].out.push(first);
                    let last = build(nodes, first, side);
                    nodes[last].out.push(join);
                }
                join
            }
            Piece::Both(a, b) => {
                let (split, join) = (add(nodes, Node::pass()), add(nodes, Node::both()));
                nodes[before].out.push(split);
                for side in [a, b] {
                    let first = add(nodes, Node::pass());
                    nodes[split].out.push(first);
                    let last = build(nodes, first, side);
                    nodes[last].out.push(join);
                }
                join
            }
            Piece::Again(share, inner) => {
                let (first, split) = (add(nodes, Node::pass()), add(nodes, Node::either(*share)));
                nodes[before].out.push(first);
                let last = build(nodes, first, inner);
                nodes[last].out.push(split);
                let after = add(nodes, Node::pass());
                nodes[split].out.extend([first, after]);
                after
            }
        };
    }
    before
}

prop_compose! {
    fn models()(
        pieces in pieces(),
        performers in prop::collection::vec(prop::collection::btree_set(0..3usize, 1..4), 3),
        means in prop::collection::vec(100.0..9_000.0f64, 3),
        between in 500.0..20_000.0f64,
        hours in prop::collection::vec(prop::option::of((0.0..10.0f64, 14.0..24.0f64)), 3),
        seed in 0..1_000u64,
    ) -> Model {
        let mut nodes = vec![Node::pass()];
        let last = build(&mut nodes, 0, &pieces);
        nodes.push(Node::end());
        let end = nodes.len() - 1;
        nodes[last].out.push(end);
        let performers = performers.into_iter().map(|set| set.into_iter().collect()).collect();
        Model { nodes, performers, means, between, hours, seed, cases: 30 }
    }
}

/// The same model for the kernel. Nodes are named by their number, tasks and people too.
fn simulate(model: &Model) -> Vec<Row> {
    let mut draft = Net::draft();
    let mut scenario = Scenario::default();
    let mut incoming = vec![0; model.nodes.len()];
    for node in &model.nodes {
        node.out.iter().for_each(|to| incoming[*to] += 1);
    }
    let ids: Vec<u32> = (0..model.nodes.len())
        .map(|at| {
            let node = &model.nodes[at];
            let id = format!("n{at}");
            match (node.task, node.share) {
                _ if at == 0 => draft.start(&id),
                (Some(task), _) => draft.task(&id, &format!("t{task}")),
                (_, Some(_)) => draft.exclusive(&id),
                _ if node.is_end => draft.end(&id),
                // Ways that split without a choice, and those that only lead on.
                _ if node.joins || node.out.len() > 1 || incoming[at] == 1 => draft.parallel(&id),
                _ => {
                    let path = Path { flow: format!("n{at}-0"), probability: Some(1.0), rule: None };
                    scenario.gateways.push(Gateway {
                        id: id.clone(),
                        paths: vec![path],
                        place: Place::Whole,
                    });
                    draft.exclusive(&id)
                }
            }
        })
        .collect();
    for (at, node) in model.nodes.iter().enumerate() {
        for (way, to) in node.out.iter().enumerate() {
            draft.flow(&format!("n{at}-{way}"), ids[at], ids[*to]);
        }
        if let Some(share) = node.share {
            let path = |way: usize, share| Path {
                flow: format!("n{at}-{way}"),
                probability: Some(share),
                rule: None,
            };
            let paths = vec![path(0, share), path(1, 1.0 - share)];
            scenario.gateways.push(Gateway { id: format!("n{at}"), paths, place: Place::Whole });
        }
    }
    scenario.pools.push(Pool { id: "all".into(), name: "all".into() });
    for (person, hours) in model.hours.iter().enumerate() {
        let calendar = hours.map(|(from, to)| {
            let hours = WeekHours::new([(0, 6, from * 3_600.0, (to * 3_600.0).min(DAY_S - 2.0))]).unwrap();
            scenario.calendars.push(Calendar {
                id: format!("c{person}"),
                hours: Hours::Week(hours),
                place: Place::Whole,
            });
            scenario.calendars.len() - 1
        });
        scenario.resources.push(Resource {
            id: format!("p{person}"),
            name: format!("p{person}"),
            pool: 0,
            calendar,
            cost_per_hour: 1.0,
            multitasking: None,
            place: Place::Whole,
        });
    }
    for (at, task) in model.nodes.iter().enumerate().filter_map(|(at, node)| Some((at, node.task?))) {
        let duration = Distribution::exponential(model.means[task]).unwrap();
        let of = |resource: &usize| Performer { resource: *resource, duration: duration.clone() };
        scenario.tasks.push(Task {
            id: format!("n{at}"),
            performers: model.performers[task].iter().map(of).collect(),
            duration: None,
            cost: 0.0,
            batching: None,
            patience: None,
            room: None,
            place: Place::Whole,
        });
    }
    let distribution = Distribution::exponential(model.between).unwrap();
    let pattern = Pattern::Intervals { distribution, calendar: None };
    scenario.arrivals.push(Arrivals { start: None, pattern, place: Place::Whole });
    let mut options = Options::new("2024-01-01T00:00:00+00:00[UTC]".parse().unwrap());
    (options.seed, options.replications, options.cases) = (model.seed, 1, model.cases);
    let mut rows = Rows::default();
    let net = draft.freeze().unwrap();
    sim::run(&net, &scenario, &options, &Progress::default(), Some(&mut rows)).unwrap();
    rows.0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_kernel_does_what_a_plain_simulator_does(model in models()) {
        let (kernel, plain) = (simulate(&model), plain::simulate(&model));
        prop_assert_eq!(kernel.len(), plain.len());
        for (kernel, plain) in kernel.iter().zip(&plain) {
            prop_assert!(kernel.is_near(plain), "{:?} is not {:?}", kernel, plain);
        }
    }
}

//! The order of the steps from left to right: loops are cut, then each step takes the column of the longest way to it.
//!
//! The layers of Sugiyama, Tagawa & Toda, *Methods for Visual Understanding of Hierarchical System Structures*, 1981:
//! longest paths from the starts. Loops are cut where a depth-first walk from the starts leads back (as in Gansner,
//! Koutsofios, North & Vo, *A Technique for Drawing Directed Graphs*, 1993). Messages order the steps of different
//! pools too, as far as they contradict neither the flows nor each other.

use super::graph::{EdgeKind, Graph, Role};
use super::scope::{Link, Members};

/// The columns of one scope.
#[derive(Debug, Default)]
pub(super) struct Ranks {
    /// The column of each member, by its position in the scope.
    pub(super) of: Vec<usize>,
    /// Flows that lead on, as positions; those that lead back are left out.
    pub(super) forward: Vec<Link>,
}

/// Orders the members of a scope.
pub(super) fn rank(graph: &Graph, scope: &Members) -> Ranks {
    let count = scope.nodes.len();
    let flows: Vec<Link> =
        scope.links.iter().filter(|link| link.kind == EdgeKind::Sequence).copied().collect();
    let mut forward = without_loops(count, &flows);
    let messages = scope.links.iter().filter(|link| link.kind == EdgeKind::Message).copied();
    let mut of = longest_paths(count, &forward, &messages.collect::<Vec<_>>());
    beside_their_steps(graph, scope, &mut of);
    forward.retain(|flow| of[flow.from] < of[flow.to]);
    Ranks { of, forward }
}

/// The flows that do not lead back in a depth-first walk that begins at the starts.
fn without_loops(count: usize, flows: &[Link]) -> Vec<Link> {
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut incoming = vec![0_usize; count];
    for (at, flow) in flows.iter().enumerate().filter(|(_, flow)| flow.from != flow.to) {
        out[flow.from].push(at);
        incoming[flow.to] += 1;
    }
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        OnTheWay,
        Done,
    }
    let mut seen = vec![Seen::No; count];
    let mut leads_on = vec![false; flows.len()];
    let starts = (0..count).filter(|&node| incoming[node] == 0);
    for start in starts.chain(0..count) {
        if seen[start] != Seen::No {
            continue;
        }
        seen[start] = Seen::OnTheWay;
        let mut way = vec![(start, 0)];
        while let Some((node, next)) = way.last_mut() {
            let Some(&flow) = out[*node].get(*next) else {
                seen[*node] = Seen::Done;
                way.pop();
                continue;
            };
            *next += 1;
            let target = flows[flow].to;
            leads_on[flow] = seen[target] != Seen::OnTheWay;
            if seen[target] == Seen::No {
                seen[target] = Seen::OnTheWay;
                way.push((target, 0));
            }
        }
    }
    flows.iter().zip(leads_on).filter(|(_, on)| *on).map(|(flow, _)| *flow).collect()
}

/// Longest paths over `flows`, each a column wide. A message that would close a loop is not heeded.
fn longest_paths(count: usize, flows: &[Link], messages: &[Link]) -> Vec<usize> {
    let mut out: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    // How many flows, and how many messages, are still to come before the node.
    let mut waits = vec![(0_usize, 0_usize); count];
    for flow in flows {
        out[flow.from].push((flow.to, 1));
        waits[flow.to].0 += 1;
    }
    for message in messages.iter().filter(|message| message.from != message.to) {
        out[message.from].push((message.to, 0));
        waits[message.to].1 += 1;
    }
    let mut of = vec![0; count];
    let mut is_done = vec![false; count];
    let mut ready: std::collections::BTreeSet<(bool, usize)> =
        (0..count).filter(|&node| waits[node].0 == 0).map(|node| (waits[node].1 > 0, node)).collect();
    // Nodes that wait for a message come last: if nothing else is left, the message closes a loop.
    while let Some((_, node)) = ready.pop_first() {
        is_done[node] = true;
        for &(to, step) in &out[node] {
            if is_done[to] {
                continue;
            }
            of[to] = of[to].max(of[node] + step);
            let was_ready = waits[to].0 == 0;
            if was_ready {
                ready.remove(&(waits[to].1 > 0, to));
            }
            if step == 1 {
                waits[to].0 -= 1;
            } else {
                waits[to].1 -= 1;
            }
            if waits[to].0 == 0 {
                ready.insert((waits[to].1 > 0, to));
            }
        }
    }
    late_starts(&mut of, flows, messages);
    of
}

/// A start that is needed late stands right before the step that needs it.
fn late_starts(of: &mut [usize], flows: &[Link], messages: &[Link]) {
    let mut latest: Vec<Option<usize>> = vec![None; of.len()];
    for flow in flows {
        let before = of[flow.to].saturating_sub(1);
        latest[flow.from] = Some(latest[flow.from].map_or(before, |known| known.min(before)));
    }
    for link in flows.iter().chain(messages) {
        latest[link.to] = None;
    }
    for message in messages {
        latest[message.from] = None;
    }
    for (rank, latest) in of.iter_mut().zip(latest) {
        *rank = latest.map_or(*rank, |latest| latest.max(*rank));
    }
}

/// Data, notes and steps that only associations reach stand in the column of their step; what is tied to nothing is
/// spread over a square.
fn beside_their_steps(graph: &Graph, scope: &Members, of: &mut [usize]) {
    let mut flows = vec![false; of.len()];
    let mut tied: Vec<Option<usize>> = vec![None; of.len()];
    for link in &scope.links {
        if link.kind == EdgeKind::Association {
            continue;
        }
        flows[link.from] |= link.from != link.to;
        flows[link.to] |= link.from != link.to;
    }
    let is_fixed = |at: usize| flows[at] && graph.nodes[scope.nodes[at]].role == Role::Step;
    for link in scope.links.iter().filter(|link| link.kind == EdgeKind::Association) {
        for (one, other) in [(link.from, link.to), (link.to, link.from)] {
            let better = tied[one].is_none_or(|known| !is_fixed(known) && is_fixed(other));
            if one != other && !is_fixed(one) && better {
                tied[one] = Some(other);
            }
        }
    }
    let loose: Vec<bool> =
        (0..of.len()).map(|at| !flows[at] && (tied[at].is_none() || is_root(at, &tied))).collect();
    let side = (loose.iter().filter(|&&loose| loose).count() as f64).sqrt().ceil() as usize;
    for (index, at) in (0..of.len()).filter(|&at| loose[at]).enumerate() {
        of[at] = index % side.max(1);
    }
    // Two rounds reach a note on a datum on a step.
    for _ in 0..2 {
        for at in 0..of.len() {
            if let Some(other) = tied[at].filter(|_| !loose[at]) {
                of[at] = of[other];
            }
        }
    }
}

/// Of two that are tied to each other only, the first.
fn is_root(at: usize, tied: &[Option<usize>]) -> bool {
    tied[at].is_some_and(|other| tied[other] == Some(at) && at < other)
}

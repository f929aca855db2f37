//! Which nodes lead where: what inclusive joins wait for, and from where no end is reached.

use super::{Kind, Net};

/// For each inclusive join of a scope: the incoming flows of the join that a token at each node can still reach without
/// passing the join (BPMN 2.0.2, 13.4.3).
pub(super) fn joins_of(net: &Net, scope: u32) -> Vec<(u32, Vec<u64>)> {
    let inside: Vec<u32> =
        (0..net.nodes.len() as u32).filter(|at| net.nodes[*at as usize].scope == scope).collect();
    inside
        .iter()
        .copied()
        .filter(|at| {
            let node = &net.nodes[*at as usize];
            matches!(node.kind, Kind::Inclusive { .. }) && node.incoming > 1
        })
        .map(|join| (join, reach(net, &inside, join)))
        .collect()
}

fn reach(net: &Net, inside: &[u32], join: u32) -> Vec<u64> {
    let mut reach = vec![0u64; inside.len()];
    loop {
        let mut changed = false;
        for &at in inside.iter().rev().filter(|at| **at != join) {
            let node = &net.nodes[at as usize];
            let mut bits = reach[node.local as usize];
            for flow in net.out(at) {
                bits |= if flow.target == join {
                    1 << flow.slot
                } else {
                    reach[net.nodes[flow.target as usize].local as usize]
                };
            }
            for event in &node.boundary {
                bits |= reach[net.nodes[event.node as usize].local as usize];
            }
            changed |= bits != reach[node.local as usize];
            reach[node.local as usize] = bits;
        }
        if !changed {
            return reach;
        }
    }
}

/// The nodes that a case can come to but not leave for any end, given which flows are ever taken; the first of each scope.
pub(crate) fn without_exit(net: &Net, is_taken: impl Fn(u32) -> bool) -> Vec<u32> {
    let count = net.nodes.len();
    let targets = |at: usize| {
        let (from, to) = net.nodes[at].out;
        (from..to).filter(|flow| is_taken(*flow)).map(|flow| net.flows[flow as usize].target as usize)
    };
    let mut reached = vec![false; count];
    let mut open: Vec<usize> = net
        .scopes
        .iter()
        .flat_map(|scope| &scope.entries)
        .chain(&net.starts)
        .map(|at| *at as usize)
        .collect();
    while let Some(at) = open.pop() {
        if !std::mem::replace(&mut reached[at], true) {
            open.extend(targets(at).chain(net.nodes[at].boundary.iter().map(|event| event.node as usize)));
        }
    }
    let mut ends = vec![false; count];
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut open = Vec::new();
    for at in 0..count {
        let mut leaves = false;
        for target in targets(at).chain(net.nodes[at].boundary.iter().map(|event| event.node as usize)) {
            before[target].push(at);
            leaves = true;
        }
        if !leaves {
            open.push(at);
        }
    }
    while let Some(at) = open.pop() {
        if !std::mem::replace(&mut ends[at], true) {
            open.extend(&before[at]);
        }
    }
    let mut found: Vec<u32> = Vec::new();
    for at in (0..count).filter(|at| reached[*at] && !ends[*at]) {
        if !found.iter().any(|other| net.nodes[*other as usize].scope == net.nodes[at].scope) {
            found.push(at as u32);
        }
    }
    found
}

//! Soundness: whether what begins always ends, and everything can happen, by playing all ways through the net.

use super::net::{Marking, Net, Takes, Transition};
use super::{Findings, Rule};
use crate::model::{ElementRef, NodeIx, ScopeIx};
use std::collections::{BTreeSet, HashMap, VecDeque};

/// Most states that are looked at of one process.
const MAX_STATES: usize = 20_000;

/// Most places and transitions that are looked at on the way: a bound on time and memory for nets in which much goes on at once.
const MAX_WORK: usize = 100_000_000;

pub(super) fn check(found: &mut Findings<'_>) {
    let scopes: Vec<_> = found.scopes().collect();
    for (scope, owner) in scopes {
        let Some(net) = Net::of(found.model, scope) else {
            found.add(Rule::SoundnessOpen, owner);
            continue;
        };
        if net.beginnings.is_empty() || net.takers.is_empty() {
            continue;
        }
        match Play::through(&net) {
            Some(play) => report(found, scope, &net, &play),
            None => found.add(Rule::SoundnessOpen, owner),
        }
    }
}

fn report(found: &mut Findings<'_>, scope: ScopeIx, net: &Net, play: &Play) {
    let model = found.model;
    for &node in &play.stuck {
        found.add(Rule::Deadlock, ElementRef::Node(node));
    }
    for &node in &play.doubled {
        found.add(Rule::NotSynchronised, ElementRef::Node(node));
    }
    // What follows a fault is a consequence, and is not told apart from it.
    if !play.stuck.is_empty() || !play.doubled.is_empty() {
        return;
    }
    let entered: BTreeSet<NodeIx> = net.takers.iter().copied().collect();
    for &node in &model[scope].nodes {
        if entered.contains(&node) && !play.done.contains(&node) {
            found.add(Rule::Unreachable, ElementRef::Node(node));
        }
    }
    if let Some(node) = play.endless {
        found.add(Rule::NeverEnds, ElementRef::Node(node));
    }
}

/// What came out of playing a net.
#[derive(Default)]
struct Play {
    /// Nodes that wait for ever.
    stuck: BTreeSet<NodeIx>,
    /// Nodes that two tokens come to by one flow.
    doubled: BTreeSet<NodeIx>,
    /// Nodes that acted.
    done: BTreeSet<NodeIx>,
    /// A node from which no end can be reached.
    endless: Option<NodeIx>,
}

impl Play {
    /// Plays every way; nothing if there are too many states.
    fn through(net: &Net) -> Option<Self> {
        let mut play = Self::default();
        let mut states: HashMap<Marking, usize> = HashMap::new();
        let mut before: Vec<Vec<usize>> = Vec::new();
        let mut open: VecDeque<Marking> = VecDeque::new();
        let mut all: Vec<Marking> = Vec::new();
        for beginning in &net.beginnings {
            if !states.contains_key(beginning) {
                states.insert(beginning.clone(), all.len());
                all.push(beginning.clone());
                before.push(Vec::new());
                open.push_back(beginning.clone());
            }
        }
        let mut last = Vec::new();
        let mut work = 0;
        while let Some(marking) = open.pop_front() {
            let from = states[&marking];
            if marking.iter().all(|tokens| *tokens == 0) {
                last.push(from);
                continue;
            }
            let mut moved = false;
            work += net.transitions.len();
            for transition in &net.transitions {
                let Some(next) = fire(transition, &marking) else { continue };
                moved = true;
                work += marking.len();
                play.done.insert(transition.node);
                if let Some(place) = next.iter().position(|tokens| *tokens > 1) {
                    play.doubled.insert(net.takers[place]);
                    continue;
                }
                let to = *states.entry(next).or_insert_with_key(|next| {
                    all.push(next.clone());
                    before.push(Vec::new());
                    open.push_back(next.clone());
                    all.len() - 1
                });
                before[to].push(from);
                if all.len() > MAX_STATES || work > MAX_WORK {
                    return None;
                }
            }
            if !moved {
                let waiting = marking.iter().zip(&net.takers).filter(|(tokens, _)| **tokens > 0);
                play.stuck.extend(waiting.map(|(_, node)| *node));
            }
        }
        let ending = backwards(&before, last);
        play.endless = (0..all.len()).find(|state| !ending[*state]).and_then(|state| {
            let place = all[state].iter().position(|tokens| *tokens > 0)?;
            Some(net.takers[place])
        });
        Some(play)
    }
}

/// Which states lead to one of these.
fn backwards(before: &[Vec<usize>], last: Vec<usize>) -> Vec<bool> {
    let mut leads = vec![false; before.len()];
    let mut open = last;
    while let Some(state) = open.pop() {
        if !std::mem::replace(&mut leads[state], true) {
            open.extend(&before[state]);
        }
    }
    leads
}

/// The marking after a node acted; nothing if it may not.
fn fire(transition: &Transition, marking: &Marking) -> Option<Marking> {
    let taken: Vec<usize> = match &transition.takes {
        Takes::Each(places) => places
            .iter()
            .all(|place| marking[*place] > 0)
            .then(|| places.clone())
            .filter(|all| !all.is_empty())?,
        Takes::Inclusive(ways) => {
            let (here, missing): (Vec<_>, Vec<_>) = ways.iter().partition(|(place, _)| marking[*place] > 0);
            let may_come = |(_, rivals): &&(usize, std::collections::HashSet<usize>)| {
                let own: Vec<usize> = here.iter().map(|(place, _)| *place).collect();
                rivals.iter().any(|place| marking[*place] > 0 && !own.contains(place))
            };
            if here.is_empty() || missing.iter().any(may_come) {
                return None;
            }
            here.into_iter().map(|(place, _)| *place).collect()
        }
    };
    let mut next = if transition.clears { vec![0; marking.len()] } else { marking.clone() };
    if !transition.clears {
        for place in taken {
            next[place] -= 1;
        }
    }
    for &place in &transition.gives {
        next[place] = next[place].saturating_add(1);
    }
    Some(next)
}

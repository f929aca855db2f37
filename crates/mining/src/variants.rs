//! Variants: the different ways through the process.

use std::hash::BuildHasher;

use eventlog::EventLog;
use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// One way through the process, and how many cases went it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Activity numbers in order.
    pub activities: Vec<u32>,
    /// How many cases.
    pub cases: u64,
    /// Number of the first of them.
    pub first_case: u32,
}

/// All variants of a log, the one with most cases first; of two with as many, the one that came first.
#[must_use]
pub fn variants(log: &EventLog) -> Vec<Variant> {
    let hasher = FixedState::default();
    // A variant is known by its first case until the end, so that no list of activities is copied on the way.
    let mut found: Vec<(u32, u64)> = Vec::new();
    let mut table: HashTable<u32> = HashTable::new();
    let path = |case: u32| log.case(case as usize).activity;
    for case in 0..log.case_count() as u32 {
        let hash = hasher.hash_one(path(case));
        let same = |&variant: &u32| path(found[variant as usize].0) == path(case);
        if let Some(&variant) = table.find(hash, same) {
            found[variant as usize].1 += 1;
            continue;
        }
        let rehash = |&variant: &u32| hasher.hash_one(path(found[variant as usize].0));
        table.insert_unique(hash, found.len() as u32, rehash);
        found.push((case, 1));
    }
    let mut variants: Vec<Variant> = found
        .into_iter()
        .map(|(first_case, cases)| Variant { activities: path(first_case).to_vec(), cases, first_case })
        .collect();
    variants.sort_by_key(|variant| (std::cmp::Reverse(variant.cases), variant.first_case));
    variants
}

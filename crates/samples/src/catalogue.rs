//! Catalogues of any size, as rows of a spreadsheet: names that say something, spread over stages and areas.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

const DEEDS: [&str; 12] = [
    "Order", "Change", "Cancel", "Repair", "Check", "Explain", "Deliver", "Return", "Renew", "Move", "Open",
    "Settle",
];

const THINGS: [&str; 14] = [
    "an account",
    "an invoice",
    "a meter",
    "a contract",
    "a card",
    "a loan",
    "a policy",
    "a claim",
    "a line",
    "a device",
    "a visit",
    "a parcel",
    "a subscription",
    "a complaint",
];

const FOR_WHOM: [&str; 12] = [
    "at home",
    "for a firm",
    "for a shop",
    "for a hotel",
    "for a school",
    "for a family",
    "for a student",
    "for a landlord",
    "abroad",
    "by telephone",
    "on the web",
    "at the counter",
];

const STAGES: [&str; 5] = ["acquire", "develop", "maintain", "win-back", "intended-loss"];

const AREAS: [&str; 8] = [
    "product-development",
    "supply-chain",
    "relationship",
    "Billing",
    "Field service",
    "Risk",
    "Digital",
    "Partners",
];

const STATES: [&str; 5] = ["idea", "draft", "review", "published", "archived"];

const TAGS: [&str; 6] = ["online", "regulated", "appointment", "hotline", "contract", "parcel"];

/// A catalogue with this many processes: a header and a row each, with tabs between the cells. The same seed gives the same rows.
///
/// ```
/// let rows = samples::catalogue::rows(3, 1);
/// assert_eq!(rows.lines().count(), 4);
/// assert!(rows.starts_with("Key\tName\t"));
/// ```
#[must_use]
pub fn rows(count: usize, seed: u64) -> String {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut rows = String::from("Key\tName\tDescription\tStage\tArea\tState\tTags\tMonths between reviews\n");
    for number in 1..=count {
        let mut pick = |from: &[&'static str]| from[rng.random_range(0..from.len())];
        let (deed, thing, whom) = (pick(&DEEDS), pick(&THINGS), pick(&FOR_WHOM));
        let (stage, area, state, tag) = (pick(&STAGES), pick(&AREAS), pick(&STATES), pick(&TAGS));
        rows.push_str(&format!(
            "p{number}\t{deed} {thing} {whom} {number}\tFrom the first word to the last: {thing} {whom}.\t{stage}\t{area}\t{state}\t{tag}\t12\n"
        ));
    }
    rows
}

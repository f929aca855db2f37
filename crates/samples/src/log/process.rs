//! The process behind the log: what follows what, how long it waits, and who does it.

use rand::{Rng, RngExt};

/// The activities, in the order in which a case usually meets them.
pub const ACTIVITIES: [&str; 13] = [
    "Receive request",
    "Classify",
    "Assign",
    "Investigate",
    "Ask customer",
    "Customer replies",
    "Escalate",
    "Ask supplier",
    "Propose solution",
    "Approve refund",
    "Inform customer",
    "Close",
    "Reopen",
];

/// The activity that opens a case.
pub(super) const FIRST: usize = 0;

const HOUR_S: f64 = 3600.0;

/// What may follow an activity: next activity, percentage, mean waiting time in hours. What is left to 100 % ends the
/// case. Loops (questions back, reminders, solutions turned down, cases reopened) give many rare variants.
const AFTER: [&[(usize, u8, f64)]; ACTIVITIES.len()] = [
    &[(1, 77, 0.5), (10, 23, 1.0)], // Receive request: the simple ones are answered
    &[(2, 76, 1.0), (8, 16, 3.0), (4, 8, 2.0)], // Classify
    &[(3, 87, 6.0), (2, 8, 4.0), (6, 5, 3.0)], // Assign
    &[(8, 60, 8.0), (4, 18, 3.0), (7, 10, 5.0), (6, 7, 6.0), (2, 5, 5.0)], // Investigate
    &[(5, 90, 30.0), (11, 10, 120.0)], // Ask customer: some never reply
    &[(3, 50, 4.0), (8, 50, 4.0)],  // Customer replies
    &[(3, 60, 10.0), (8, 40, 14.0)], // Escalate
    &[(8, 82, 48.0), (7, 18, 72.0)], // Ask supplier
    &[(10, 72, 2.0), (9, 20, 8.0), (3, 8, 6.0)], // Propose solution
    &[(10, 94, 3.0), (8, 6, 5.0)],  // Approve refund
    &[(11, 95, 20.0), (12, 5, 40.0)], // Inform customer
    &[(12, 4, 90.0)],               // Close
    &[(3, 100, 5.0)],               // Reopen
];

/// What follows `activity`, and after how long on average, in seconds; none when the case ends.
pub(super) fn after(activity: usize, rng: &mut impl Rng) -> Option<(usize, f64)> {
    let mut left = rng.random_range(0..100_u8);
    for &(next, percent, mean_wait_h) in AFTER[activity] {
        if left < percent {
            return Some((next, mean_wait_h * HOUR_S));
        }
        left -= percent;
    }
    None
}

const CUSTOMER: &[&str] = &["Customer"];
const MACHINES: &[&str] = &["Web form", "Mailbox", "Phone system", "Chat window"];
const AGENTS: &[&str] = &[
    "Anna Kowalska",
    "Ben Hartley",
    "Carla Moreno",
    "Dimitar Petrov",
    "Elise Laurent",
    "Femke de Vries",
    "Giulia Conti",
    "Hugo Lindqvist",
    "Ines Ferreira",
    "Jonas Weber",
    "Katya Ivanova",
    "Liam Byrne",
    "Marta Nowak",
    "Nils Jensen",
    "Olga Sokolova",
    "Pieter Maes",
    "Rosa Marino",
    "Sven Bergman",
    "Tess Murphy",
    "Viktor Horvat",
    "Wanda Zielinska",
    "Yana Koleva",
    "Zoltan Kiss",
    "Adrian Popescu",
];
const LEADS: &[&str] = &["Clara Vogel", "Mateo Ruiz", "Sofia Greco", "Tomas Novak"];

/// Who does each activity.
const STAFF: [&[&str]; ACTIVITIES.len()] = [
    MACHINES, AGENTS, AGENTS, AGENTS, AGENTS, CUSTOMER, LEADS, AGENTS, AGENTS, LEADS, AGENTS, AGENTS, AGENTS,
];

/// One of those who do `activity`, picked by `lot`.
pub(super) fn by_whom(activity: usize, lot: u32) -> &'static str {
    let staff = STAFF[activity];
    // The high part of the product spreads a lot of 32 bits evenly over the list.
    staff[((u64::from(lot) * staff.len() as u64) >> 32) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_leave_room_for_an_end() {
        for (activity, after) in AFTER.iter().enumerate() {
            let sum: u32 = after.iter().map(|&(_, percent, _)| u32::from(percent)).sum();
            let ends = ACTIVITIES[activity] == "Close";
            assert!(if ends { sum < 100 } else { sum == 100 }, "{}: {sum} %", ACTIVITIES[activity]);
        }
    }
}

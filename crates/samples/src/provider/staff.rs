//! Who works there: sixty people, by role, department and office.

use caseflow::PersonId;
use jiff::{Timestamp, ToSpan};
use rand::{Rng, RngExt};
use std::collections::HashSet;

use super::ids::id;
use super::names::{mailbox, person};
use super::offices::{Department, Office, slow_office};

/// What a member of staff may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StaffRole {
    /// Runs the installation.
    Administrator,
    /// Answers for customer processes.
    Owner,
    /// Works on cases.
    Agent,
    /// Looks on.
    Viewer,
}

/// A member of staff.
#[derive(Debug, Clone)]
pub struct StaffMember {
    /// Their id.
    pub id: PersonId,
    /// First name and surname.
    pub name: String,
    /// Their mailbox at `linden.example`.
    pub email: String,
    /// What they may do.
    pub role: StaffRole,
    /// Index of their department.
    pub department: usize,
    /// Index of their office.
    pub office: usize,
}

/// How many have each role.
const ROLES: [(StaffRole, usize); 4] =
    [(StaffRole::Administrator, 4), (StaffRole::Owner, 12), (StaffRole::Agent, 36), (StaffRole::Viewer, 8)];

/// Staff by role, administrators first. Every department has an owner and every office an agent; the others have a
/// second one in the larger offices, the slow one aside.
pub(super) fn staff(
    founded: Timestamp,
    departments: &[Department],
    offices: &[Office],
    rng: &mut impl Rng,
) -> Vec<StaffMember> {
    let mut larger: Vec<usize> = (0..offices.len()).filter(|&office| office != slow_office()).collect();
    larger.sort_by_key(|&office| std::cmp::Reverse(offices[office].share));
    let mut taken = HashSet::new();
    let mut staff = Vec::new();
    for (role, count) in ROLES {
        for place in 0..count {
            let office = match role {
                StaffRole::Agent if place < offices.len() => place,
                StaffRole::Agent => larger[(place - offices.len()) % larger.len()],
                _ => (place * 7) % offices.len(),
            };
            let name = free_name(offices[office].country_index, &mut taken, rng);
            let hired = founded + (24 * 7 * rng.random_range(0..40_i64)).hours();
            staff.push(StaffMember {
                id: id(hired, rng),
                email: format!("{}@linden.example", mailbox(&name)),
                name,
                role,
                department: place % departments.len(),
                office,
            });
        }
    }
    staff
}

/// A name whose mailbox nobody has.
fn free_name(country: usize, taken: &mut HashSet<String>, rng: &mut impl Rng) -> String {
    loop {
        let name = person(country, rng);
        if taken.insert(mailbox(&name)) {
            return name;
        }
    }
}

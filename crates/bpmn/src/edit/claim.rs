//! What an edit lays claim to, so that edits of different things can be told from edits of the same.

use serde::{Deserialize, Serialize};

/// A part of a process that one person changes at a time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Claim {
    /// That a step is there.
    Step(String),
    /// What a step is called.
    Name(String),
    /// The stage of a step.
    Stage(String),
    /// The lane of a step.
    Row(String),
    /// All that leads to a step.
    Into(String),
    /// All that leads from a step.
    Out(String),
    /// Whether a step follows another.
    Flow(String, String),
    /// What is written at a flow.
    FlowName(String, String),
    /// That a lane is there.
    Lane(String),
    /// What a lane is called.
    LaneName(String),
    /// The order of the lanes.
    Order,
}

impl Claim {
    fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Flow(from, _) | Self::FlowName(from, _), Self::Out(step))
            | (Self::Out(step), Self::Flow(from, _) | Self::FlowName(from, _)) => from == step,
            (Self::Flow(_, to) | Self::FlowName(_, to), Self::Into(step))
            | (Self::Into(step), Self::Flow(_, to) | Self::FlowName(_, to)) => to == step,
            (Self::FlowName(from, to), Self::Flow(a, b)) | (Self::Flow(a, b), Self::FlowName(from, to)) => {
                (from, to) == (a, b)
            }
            (one, other) => one == other,
        }
    }
}

/// What an edit changes, and what must be there for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Claims {
    /// What it changes.
    pub changes: Vec<Claim>,
    /// What must stay for it: steps and lanes that it names.
    pub needs: Vec<Claim>,
}

impl Claims {
    /// Whether another edit's claims leave this one alone, and this one's the other.
    #[must_use]
    pub fn are_apart(&self, other: &Self) -> bool {
        let meets = |some: &[Claim], others: &[Claim]| {
            some.iter().any(|one| others.iter().any(|other| one.overlaps(other)))
        };
        !meets(&self.changes, &other.changes)
            && !meets(&self.changes, &other.needs)
            && !meets(&self.needs, &other.changes)
    }

    pub(super) fn change(&mut self, claim: Claim) {
        if !self.changes.contains(&claim) {
            self.changes.push(claim);
        }
    }

    pub(super) fn need(&mut self, claim: Claim) {
        if !self.needs.contains(&claim) {
            self.needs.push(claim);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_meet_where_they_are_of_one_thing() {
        let claims =
            |changes: &[Claim], needs: &[Claim]| Claims { changes: changes.into(), needs: needs.into() };
        let flow = |a: &str, b: &str| Claim::Flow(a.into(), b.into());
        let name = claims(&[Claim::Name("a".into())], &[Claim::Step("a".into())]);
        let other = claims(&[Claim::Name("b".into())], &[Claim::Step("b".into())]);
        assert!(name.are_apart(&other) && !name.are_apart(&name));
        let gone = claims(&[Claim::Step("a".into())], &[]);
        assert!(!gone.are_apart(&name) && !name.are_apart(&gone) && gone.are_apart(&other));
        let after = claims(&[Claim::Out("a".into())], &[]);
        assert!(!after.are_apart(&claims(&[flow("a", "b")], &[])));
        assert!(after.are_apart(&claims(&[flow("b", "a")], &[])));
    }
}

//! The end of a case, and going on after it.

use super::{Decision, links};
use crate::refusal::{Refusal, What, Why};
use crate::words::some_lines;
use crate::{Case, CaseId, Event, Key, LinkKind, limits};

pub fn close(case: &Case, outcome: &Key) -> Decision {
    match &case.closure {
        None => Ok(vec![Event::CaseClosed { outcome: outcome.clone() }]),
        Some(closure) if closure.outcome == *outcome => Err(Refusal::Unchanged),
        Some(_) => Err(Refusal::Closed),
    }
}

/// A case that is already linked as a duplicate is only closed.
pub fn merge(case: &Case, other: CaseId, outcome: &Key) -> Decision {
    let linked = match links::link(case, LinkKind::Duplicates, other) {
        Err(Refusal::Unchanged) => Vec::new(),
        decision => decision?,
    };
    match close(case, outcome) {
        Ok(closed) => Ok(linked.into_iter().chain(closed).collect()),
        Err(Refusal::Unchanged) if !linked.is_empty() => Err(Refusal::Closed),
        Err(refusal) => Err(refusal),
    }
}

pub fn reopen(case: &Case, reason: &str) -> Decision {
    if case.closure.is_none() {
        return Err(Refusal::Invalid { what: What::Case, why: Why::Open });
    }
    let reason = some_lines(What::Reason, reason, limits::REASON_CHARS)?;
    Ok(vec![Event::CaseReopened { reason }])
}

//! Links from a case to others. What the other side shows is worked out from the same event.

use super::{Decision, event_if, room};
use crate::case::Link;
use crate::refusal::{Refusal, What, Why};
use crate::{Case, CaseId, Event, LinkKind, limits};

pub fn link(case: &Case, link: LinkKind, other: CaseId) -> Decision {
    if case.opening.as_ref().is_some_and(|opening| opening.case == other) {
        return Err(Refusal::Invalid { what: What::Link, why: Why::Itself });
    }
    if case.links.contains(&Link { kind: link, case: other }) {
        return Err(Refusal::Unchanged);
    }
    if link == LinkKind::Parent {
        let parents = case.links.iter().filter(|known| known.kind == LinkKind::Parent).count();
        room(What::Parent, parents, limits::PARENTS)?;
    }
    room(What::Link, case.links.len(), limits::LINKS)?;
    Ok(vec![Event::CaseLinked { link, case: other }])
}

pub fn unlink(case: &Case, link: LinkKind, other: CaseId) -> Decision {
    let is_linked = case.links.contains(&Link { kind: link, case: other });
    event_if(is_linked, Event::CaseUnlinked { link, case: other })
}

//! When two people edit at once: edits of different things both go through, of the same thing the later is refused with
//! the earlier shown, so that nobody's work is overwritten by someone who did not see it.

use super::{Claim, Claims, Edit, Refusal, Sheet};

/// An edit that somebody made meanwhile, and what it laid claim to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meanwhile {
    /// What they did.
    pub edit: Edit,
    /// What it changed, and what it needs.
    pub claims: Claims,
}

/// Why an edit does not go through.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// Others changed the same meanwhile.
    #[error("others changed the same since")]
    Theirs {
        /// Which of what they did, by its place in the list.
        edits: Vec<usize>,
    },
    /// It makes no sense, whatever others did.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// Makes an edit of somebody who has not seen the edits `since`, of which the document `now` came; gives what it claims, too.
///
/// # Errors
/// [`Conflict`]; the document is then as it was.
pub fn edit_after(since: &[Meanwhile], now: &Sheet, edit: &Edit) -> Result<(Sheet, Claims), Conflict> {
    let theirs = |meets: &dyn Fn(&Claims) -> bool| -> Vec<usize> {
        (0..since.len()).filter(|&at| meets(&since[at].claims)).collect()
    };
    let claims = match now.claims(edit) {
        Ok(claims) => claims,
        // What is not there any longer was taken away by one of them, or never was.
        Err(refusal) => {
            let lost = Claims { changes: lost(&refusal), needs: Vec::new() };
            let edits = theirs(&|claims| !claims.are_apart(&lost));
            return Err(if edits.is_empty() { refusal.into() } else { Conflict::Theirs { edits } });
        }
    };
    let edits = theirs(&|other| !other.are_apart(&claims));
    if edits.is_empty() { Ok((now.edit(edit)?, claims)) } else { Err(Conflict::Theirs { edits }) }
}

/// What an edit that was refused would have needed.
fn lost(refusal: &Refusal) -> Vec<Claim> {
    match refusal {
        Refusal::NoStep { id } | Refusal::OnlyStep { step: id } => vec![Claim::Step(id.clone())],
        Refusal::NoLane { id } | Refusal::LaneNotEmpty { lane: id } => vec![Claim::Lane(id.clone())],
        Refusal::NoFlow { from, to } | Refusal::IsFlow { from, to } => {
            vec![Claim::Flow(from.clone(), to.clone())]
        }
        _ => Vec::new(),
    }
}

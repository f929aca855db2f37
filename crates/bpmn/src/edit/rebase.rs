//! When two people edit at once: edits of different things both go through, of the same thing the later is refused with
//! the earlier shown, so that nobody's work is overwritten by someone who did not see it.

use super::{Claims, Edit, Refusal, Sheet};

/// An edit that somebody made meanwhile, and what it laid claim to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meanwhile {
    /// What they did.
    pub edit: Edit,
    /// What it changed.
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

/// Makes an edit of somebody who saw the document as `seen`, when others made the edits `since` of it, of which `now` came.
///
/// # Errors
/// [`Conflict`]; the document is then as it was.
pub fn edit_after(
    seen: &Sheet,
    since: &[Meanwhile],
    now: &Sheet,
    edit: &Edit,
) -> Result<(Sheet, Claims), Conflict> {
    let claims = seen.claims(edit)?;
    let meets = |theirs: &Meanwhile| !theirs.claims.are_apart(&claims);
    let edits: Vec<usize> = (0..since.len()).filter(|&at| meets(&since[at])).collect();
    if !edits.is_empty() {
        return Err(Conflict::Theirs { edits });
    }
    let edited = now.edit(edit).map_err(|refusal| match since.len() {
        0 => Conflict::Refused(refusal),
        // What made sense before and does not now, does not because of what others did.
        count => Conflict::Theirs { edits: (0..count).collect() },
    })?;
    let claims = now.claims(edit)?;
    Ok((edited, claims))
}

//! Edits of a draft in its grid: who made which, what it changed, and whether it was undone.

use bpmn::edit::{Claims, Edit, Meanwhile, Patch};
use uuid::Uuid;

/// Most edits of a draft that are kept to be undone.
pub const MAX_KEPT: u64 = 200;

/// Whether an edit holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Made,
    /// It was undone, and can be made again.
    Undone,
    /// It was undone, and its maker went on to something else.
    Over,
}

impl Standing {
    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Undone => "undone",
            Self::Over => "over",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        [Self::Made, Self::Undone, Self::Over].into_iter().find(|standing| standing.as_str() == word)
    }
}

/// An edit that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// Its id.
    pub id: Uuid,
    /// The version of the draft that it led to.
    pub version: u64,
    /// Who made it.
    pub person: Option<Uuid>,
    /// Their name.
    pub who: Option<String>,
    /// What it is about, as people know it.
    pub what: String,
    /// What was done.
    pub edit: Edit,
    /// What it laid claim to.
    pub claims: Claims,
    /// Whether it holds.
    pub standing: Standing,
    /// The version of the draft that undoing it led to.
    pub undone: Option<u64>,
}

/// Which draft somebody saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Its number; 0 where there was none.
    pub draft: u64,
    /// Its version; 0 where there was none.
    pub version: u64,
}

/// Something that happened to a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Happened {
    /// Who did it.
    pub who: Option<String>,
    /// Their id.
    pub person: Option<Uuid>,
    /// The verb of the edit.
    pub verb: &'static str,
    /// What it is about.
    pub what: String,
    /// Whether it was undone.
    pub is_undone: bool,
    /// What it lays claim to.
    pub meanwhile: Meanwhile,
}

/// What happened since a version, in order; nothing, if other things did as well, of which nothing is known in detail.
pub fn since(all: &[Made], seen: u64, now: u64) -> Option<Vec<Happened>> {
    let mut found: Vec<(u64, Happened)> = Vec::new();
    for made in all {
        let happened = |is_undone| Happened {
            who: made.who.clone(),
            person: made.person,
            verb: made.edit.verb(),
            what: made.what.clone(),
            is_undone,
            meanwhile: Meanwhile { edit: made.edit.clone(), claims: made.claims.clone() },
        };
        if made.version > seen {
            found.push((made.version, happened(false)));
        }
        if let Some(undone) = made.undone.filter(|&undone| undone > seen) {
            found.push((undone, happened(true)));
        }
    }
    found.sort_by_key(|(version, _)| *version);
    let is_all = found.iter().map(|(version, _)| *version).eq(seen + 1..=now);
    is_all.then(|| found.into_iter().map(|(_, happened)| happened).collect())
}

/// The edit that a person would undo next: their last one, as far back as all that happened is known.
pub fn to_undo(all: &[Made], person: Option<Uuid>, now: u64) -> Option<&Made> {
    let own = |made: &&Made| made.person == person && made.standing == Standing::Made;
    let last = all.iter().filter(own).max_by_key(|made| made.version)?;
    since(all, last.version - 1, now).map(|_| last)
}

/// The edit that a person would make again: the one that they undid last.
pub fn to_redo(all: &[Made], person: Option<Uuid>) -> Option<&Made> {
    let own = |made: &&Made| made.person == person && made.standing == Standing::Undone;
    all.iter().filter(own).max_by_key(|made| made.undone)
}

/// A patch as it is kept.
pub fn packed(patch: &Patch) -> Vec<u8> {
    use std::io::Write;
    let text = serde_json::to_vec(patch).unwrap_or_default();
    let mut to = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    // Nothing fails that writes to memory.
    let _ = to.write_all(&text);
    to.finish().unwrap_or_default()
}

/// A patch that was kept; it was made of documents under a limit.
pub fn unpacked(bytes: &[u8]) -> Option<Patch> {
    serde_json::from_reader(std::io::BufReader::new(flate2::read::DeflateDecoder::new(bytes))).ok()
}

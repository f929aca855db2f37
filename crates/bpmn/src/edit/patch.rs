//! What changed between two states of a text, by which each is made of the other to the byte.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A stretch of lines in place of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hunk {
    /// The line at which it stands in the text before, counted from 0.
    pub at: usize,
    /// The lines before, with their ends.
    pub before: String,
    /// The lines after, with their ends.
    pub after: String,
}

/// What leads from a text to another.
///
/// ```
/// use bpmn::edit::Patch;
///
/// let patch = Patch::between("one\ntwo\nthree\n", "one\nthree\nfour\n");
/// assert_eq!(patch.apply("one\ntwo\nthree\n").as_deref(), Ok("one\nthree\nfour\n"));
/// assert_eq!(patch.reversed().apply("one\nthree\nfour\n").as_deref(), Ok("one\ntwo\nthree\n"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Patch {
    /// Where the texts differ, from the top.
    pub hunks: Vec<Hunk>,
}

/// A text that a patch was not made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is not the one that the patch was made of: line {line} differs")]
pub struct PatchFails {
    /// The first line of the hunk that does not fit, from 0.
    pub line: usize,
}

impl Patch {
    /// What leads from `before` to `after`. Lines that stand once in both are taken for the same, in the longest order that
    /// both have.
    #[must_use]
    pub fn between(before: &str, after: &str) -> Self {
        let (old, new): (Vec<&str>, Vec<&str>) = (lines(before), lines(after));
        let mut hunks = Vec::new();
        let (mut a, mut b) = (0, 0);
        for (x, y) in anchors(&old, &new).into_iter().chain([(old.len(), new.len())]) {
            // An anchor that lies in what was already taken for the same is passed over.
            if x < a || y < b {
                continue;
            }
            let head = same(old[a..x].iter(), new[b..y].iter());
            let tail = same(old[a + head..x].iter().rev(), new[b + head..y].iter().rev());
            let (old_part, new_part) = (&old[a + head..x - tail], &new[b + head..y - tail]);
            if !old_part.is_empty() || !new_part.is_empty() {
                hunks.push(Hunk { at: a + head, before: old_part.concat(), after: new_part.concat() });
            }
            (a, b) = (x, y);
        }
        Self { hunks }
    }

    /// Leads the other way.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let mut shift = 0isize;
        let hunks = self.hunks.iter().map(|hunk| {
            let at = hunk.at.saturating_add_signed(shift);
            shift += lines(&hunk.after).len() as isize - lines(&hunk.before).len() as isize;
            Hunk { at, before: hunk.after.clone(), after: hunk.before.clone() }
        });
        Self { hunks: hunks.collect() }
    }

    /// The other text.
    ///
    /// # Errors
    /// [`PatchFails`], if this is not the text that the patch was made of.
    pub fn apply(&self, text: &str) -> Result<String, PatchFails> {
        let old = lines(text);
        let mut out = String::with_capacity(text.len() + 1024);
        let mut at = 0;
        for hunk in &self.hunks {
            let fails = PatchFails { line: hunk.at };
            let before = lines(&hunk.before);
            let end = hunk.at.checked_add(before.len()).ok_or(fails)?;
            if hunk.at < at || old.get(hunk.at..end) != Some(&before[..]) {
                return Err(fails);
            }
            out.extend(old[at..hunk.at].iter().copied());
            out.push_str(&hunk.after);
            at = end;
        }
        out.extend(old[at..].iter().copied());
        Ok(out)
    }
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn same<'a>(one: impl Iterator<Item = &'a &'a str>, other: impl Iterator<Item = &'a &'a str>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// Lines that stand once in each text, in the longest order common to both (patience sorting).
fn anchors(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let once = |lines: &[&str]| -> HashMap<String, Option<usize>> {
        let mut places: HashMap<String, Option<usize>> = HashMap::with_capacity(lines.len());
        for (at, line) in lines.iter().enumerate() {
            places.entry((*line).to_owned()).and_modify(|place| *place = None).or_insert(Some(at));
        }
        places
    };
    let (of_old, of_new) = (once(old), once(new));
    let pairs = old.iter().filter_map(|line| Some(((*of_old.get(*line)?)?, (*of_new.get(*line)?)?)));
    let pairs: Vec<(usize, usize)> = pairs.collect();
    // The last pair of the best order of each length, and what stood before it.
    let mut piles: Vec<usize> = Vec::new();
    let mut previous = vec![None; pairs.len()];
    for (at, &(_, y)) in pairs.iter().enumerate() {
        let pile = piles.partition_point(|&top| pairs[top].1 < y);
        previous[at] = pile.checked_sub(1).map(|below| piles[below]);
        if pile == piles.len() { piles.push(at) } else { piles[pile] = at }
    }
    let mut chain = Vec::new();
    let mut at = piles.last().copied();
    while let Some(pair) = at {
        chain.push(pairs[pair]);
        at = previous[pair];
    }
    chain.reverse();
    chain
}

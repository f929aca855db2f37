//! Names kept once, each known by a small number.

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use crate::ReadError;

/// Different texts in the order of their first appearance; text number `i` is found in constant time both ways.
///
/// All texts share one buffer, so a name costs its bytes and about twenty more.
#[derive(Debug, Clone, Default)]
pub struct Names {
    text: String,
    ends: Vec<u32>,
    /// Half of the hash and the number: what does not match is passed over without a look at its text, and the table
    /// grows without one.
    table: HashTable<(u32, u32)>,
    hasher: RandomState,
    /// What was met lately, by the lowest bits of the hash: rows speak of the same few cases and activities for a while,
    /// and a table of millions lies far from the processor. Empty until the first name.
    recent: Vec<(u32, u32)>,
}

/// How many names are remembered as met lately: 32 KiB.
const RECENT: usize = 4096;

/// In place of a number: nothing was met.
const NONE: u32 = u32::MAX;

/// Why a text was not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Its bytes are not UTF-8.
    NotUtf8,
    /// It would pass the limit.
    Full,
}

impl Refused {
    /// The error for a field; `column` counts from zero.
    #[must_use]
    pub fn at(self, line: u64, column: usize, limit: usize) -> ReadError {
        match self {
            Self::NotUtf8 => ReadError::NotUtf8 { line, column: column + 1 },
            Self::Full => ReadError::TooManyNames { line, column: column + 1, limit },
        }
    }
}

impl Names {
    /// How many different names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The name with a number.
    ///
    /// # Panics
    /// If no name has this number.
    #[must_use]
    pub fn get(&self, number: u32) -> &str {
        &self.text[self.range(number)]
    }

    fn range(&self, number: u32) -> Range<usize> {
        let i = number as usize;
        let start = if i == 0 { 0 } else { self.ends[i - 1] as usize };
        start..self.ends[i] as usize
    }

    fn is(&self, number: u32, name: &[u8]) -> bool {
        &self.text.as_bytes()[self.range(number)] == name
    }

    fn hash(&self, name: &[u8]) -> u32 {
        self.hasher.hash_one(name) as u32
    }

    /// The number of a name, if it is known.
    #[must_use]
    pub fn find(&self, name: &[u8]) -> Option<u32> {
        let hash = self.hash(name);
        let found = self.table.find(spread(hash), |&(other, n)| other == hash && self.is(n, name));
        found.map(|&(_, number)| number)
    }

    /// The number of a name, which is taken in if it is new.
    ///
    /// # Panics
    /// If all names together pass 4 GiB; readers hold them under [`Limits::name_bytes`](crate::Limits::name_bytes).
    pub fn number(&mut self, name: &str) -> u32 {
        self.intern(name.as_bytes(), u32::MAX as usize).expect("under 4 GiB of names")
    }

    /// The number of a name, taken in if it is new, is UTF-8, and fits under `limit` bytes of all names.
    ///
    /// # Errors
    /// [`Refused`], and the names stay as they are.
    pub fn intern(&mut self, name: &[u8], limit: usize) -> Result<u32, Refused> {
        let hash = self.hash(name);
        let place = hash as usize % RECENT;
        if let Some(&(known, number)) = self.recent.get(place)
            && known == hash
            && number != NONE
            && self.is(number, name)
        {
            return Ok(number);
        }
        if let Some(&(_, number)) =
            self.table.find(spread(hash), |&(other, n)| other == hash && self.is(n, name))
        {
            self.recent[place] = (hash, number);
            return Ok(number);
        }
        let text = std::str::from_utf8(name).map_err(|_| Refused::NotUtf8)?;
        let end = self.text.len() + text.len();
        if end > limit.min(u32::MAX as usize) || self.ends.len() >= u32::MAX as usize - 1 {
            return Err(Refused::Full);
        }
        let number = self.ends.len() as u32;
        self.text.push_str(text);
        self.ends.push(end as u32);
        self.table.insert_unique(spread(hash), (hash, number), |&(hash, _)| spread(hash));
        self.recent.resize(RECENT, (0, NONE));
        self.recent[place] = (hash, number);
        Ok(number)
    }

    /// All names by number.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.len()).map(|i| self.get(i as u32))
    }
}

/// Half a hash as a whole one: the table looks at its lowest and at its highest bits.
const fn spread(hash: u32) -> u64 {
    // The odd number nearest to 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
    (hash as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_number_and_comes_back() {
        let mut names = Names::default();
        let first = names.number("Order placed");
        let second = names.number("Доставена");
        assert_eq!(names.number("Order placed"), first);
        assert_eq!(names.get(second), "Доставена");
        assert_eq!(names.find("Доставена".as_bytes()), Some(second));
        assert_eq!(names.find(b"nothing"), None);
        assert_eq!(names.iter().collect::<Vec<_>>(), ["Order placed", "Доставена"]);
    }

    #[test]
    fn ten_thousand_names_survive_growth() {
        let mut names = Names::default();
        let numbers: Vec<u32> = (0..10_000).map(|i| names.number(&format!("case {i}"))).collect();
        for (i, number) in numbers.into_iter().enumerate() {
            assert_eq!(names.get(number), format!("case {i}"));
            assert_eq!(names.find(format!("case {i}").as_bytes()), Some(number));
        }
    }

    #[test]
    fn bytes_that_are_no_text_and_names_past_the_limit_are_refused() {
        let mut names = Names::default();
        assert_eq!(names.intern(b"S\xe3o Paulo", 100), Err(Refused::NotUtf8));
        assert_eq!(names.intern(b"abcdef", 5), Err(Refused::Full));
        assert!(names.is_empty());
    }
}

//! What was worked out and still holds: values by name, each good for one state of what it was worked out from.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Of what state a value speaks: places in the journal, and whatever else it depends on.
pub type Mark = [i64; 4];

/// Values by name. The ones that were not asked for longest make room for others.
#[derive(Debug)]
pub struct Memo<V> {
    most: usize,
    kept: Mutex<Kept<V>>,
}

#[derive(Debug)]
struct Kept<V> {
    turn: u64,
    values: HashMap<String, Remembered<V>>,
}

#[derive(Debug)]
struct Remembered<V> {
    mark: Mark,
    value: Arc<V>,
    used: u64,
}

impl<V> Memo<V> {
    /// One that keeps so many values at most.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { most, kept: Mutex::new(Kept { turn: 0, values: HashMap::new() }) }
    }

    /// The value of this name, if it speaks of that state.
    #[must_use]
    pub fn get(&self, name: &str, mark: Mark) -> Option<Arc<V>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.turn += 1;
        let turn = kept.turn;
        let found = kept.values.get_mut(name).filter(|found| found.mark == mark)?;
        found.used = turn;
        Some(Arc::clone(&found.value))
    }

    /// Keeps a value under this name, in place of an older one.
    pub fn put(&self, name: &str, mark: Mark, value: V) -> Arc<V> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.turn += 1;
        let used = kept.turn;
        if kept.values.len() >= self.most && !kept.values.contains_key(name) {
            let oldest = kept.values.iter().min_by_key(|(_, value)| value.used).map(|(name, _)| name.clone());
            oldest.and_then(|oldest| kept.values.remove(&oldest));
        }
        let value = Arc::new(value);
        kept.values.insert(name.to_owned(), Remembered { mark, value: Arc::clone(&value), used });
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_holds_until_something_happens() {
        let memo = Memo::new(2);
        memo.put("a", [1, 0, 0, 0], "first");
        assert_eq!(memo.get("a", [1, 0, 0, 0]).as_deref(), Some(&"first"));
        assert_eq!(memo.get("a", [2, 0, 0, 0]), None);
        memo.put("a", [2, 0, 0, 0], "second");
        assert_eq!(memo.get("a", [2, 0, 0, 0]).as_deref(), Some(&"second"));
    }

    #[test]
    fn what_was_not_asked_for_longest_makes_room() {
        let memo = Memo::new(2);
        let mark = [0; 4];
        memo.put("a", mark, 1);
        memo.put("b", mark, 2);
        assert!(memo.get("a", mark).is_some());
        memo.put("c", mark, 3);
        assert_eq!((memo.get("a", mark).is_some(), memo.get("b", mark).is_some()), (true, false));
    }
}

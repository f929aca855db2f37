//! Sums by part: by step, by group, by month.

use std::collections::BTreeMap;

use crate::figures::Part;
use crate::gather::Gathered;
use crate::spec::Spec;

/// One sum for each part that came, parts known by a number.
#[derive(Debug)]
pub(crate) struct Parts<S>(BTreeMap<usize, S>);

impl<S> Default for Parts<S> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<S: Default> Parts<S> {
    /// The sum of a part.
    pub(crate) fn of(&mut self, part: usize) -> &mut S {
        self.0.entry(part).or_default()
    }

    /// The parts in the order of their numbers.
    pub(crate) fn in_order<P, T>(&self, name: impl Fn(usize) -> P, figures: impl Fn(&S) -> T) -> Vec<(P, T)> {
        self.0.iter().map(|(&part, sum)| (name(part), figures(sum))).collect()
    }

    /// The parts by size.
    pub(crate) fn largest_first<P, T>(
        &self,
        name: impl Fn(usize) -> P,
        figures: impl Fn(&S) -> T,
        size: impl Fn(&T) -> u64,
    ) -> Vec<(P, T)> {
        let mut parts = self.in_order(name, figures);
        parts.sort_by_key(|(_, figures)| std::cmp::Reverse(size(figures)));
        parts
    }
}

impl Part {
    /// The group with a number among the names of the spec's group field.
    pub(crate) fn of_group(spec: &Spec, data: &Gathered, number: usize) -> Self {
        let names = spec.group.as_ref().and_then(|group| data.cases.names(group.field));
        Self::Value(names.map_or_else(String::new, |names| names.get(number as u32).to_owned()))
    }
}

//! What is known of a case, or of all cases: values, where they come from, what changes them.

use std::sync::Arc;

use super::formula::Formula;
use crate::distribution::Distribution;
use crate::place::Place;
use crate::stream::Stream;

/// A value of an attribute.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Not known yet.
    #[default]
    Missing,
    /// A number; yes and no are 1 and 0.
    Number(f64),
    /// A word.
    Text(Arc<str>),
}

impl Value {
    /// A word.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// The number it is, or that its text says.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Missing => None,
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok(),
        }
    }

    pub(super) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Missing, _) | (_, Self::Missing) => false,
            (Self::Text(text), Self::Text(other)) => text == other,
            _ => self.number().is_some_and(|number| other.number() == Some(number)),
        }
    }
}

/// An attribute: of each case, or one for all.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// Whether there is one for all cases rather than one for each.
    pub global: bool,
    /// Where its first value comes from; missing without.
    pub first: Option<Source>,
}

/// A new value of an attribute when a task is done or an event has happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// The task or event.
    pub element: String,
    /// The attribute's place in the scenario's list.
    pub attribute: usize,
    /// Where its value comes from.
    pub source: Source,
    /// Where it stands.
    pub place: Place,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// One of several, by chance: values with cumulated shares.
    Choice(Vec<(Value, f64)>),
    /// A number drawn from a distribution.
    Draw(Distribution),
    /// From the present value to the next by chance: for each, values with cumulated shares. Others stay.
    Chain(Vec<(Value, Vec<(Value, f64)>)>),
    /// What a formula over the attributes gives.
    Formula(Formula),
    /// The first formula whose conditions hold; zero where none do.
    Tree(Vec<(Vec<Formula>, Formula)>),
}

impl Source {
    /// A value, given all that is known and the value so far.
    #[must_use]
    pub fn value(&self, known: &[Value], before: &Value, stream: &mut Stream) -> Value {
        match self {
            Self::Choice(values) => pick(values, stream),
            Self::Draw(distribution) => Value::Number(distribution.draw(stream)),
            Self::Chain(states) => match states.iter().find(|(state, _)| state.same(before)) {
                Some((_, next)) => pick(next, stream),
                None => before.clone(),
            },
            Self::Formula(formula) => formula.value(known, stream),
            Self::Tree(branches) => branches
                .iter()
                .find(|(conditions, _)| conditions.iter().all(|condition| condition.is_true(known, stream)))
                .map_or(Value::Number(0.0), |(_, formula)| formula.value(known, stream)),
        }
    }
}

fn pick(values: &[(Value, f64)], stream: &mut Stream) -> Value {
    let share = stream.uniform() * values.last().map_or(0.0, |(_, up_to)| *up_to);
    let at = values.partition_point(|(_, up_to)| *up_to < share);
    values.get(at).or(values.last()).map_or(Value::Missing, |(value, _)| value.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::Purpose;

    fn shares(source: &Source, before: &Value) -> f64 {
        let key = Purpose::new("test", "shares").key(1, 0);
        let count = (0..10_000)
            .filter(|case| source.value(&[], before, &mut Stream::at(key, *case, 0)) == Value::text("b"))
            .count();
        count as f64 / 10_000.0
    }

    #[test]
    fn values_come_as_often_as_said() {
        let next = vec![(Value::text("a"), 0.75), (Value::text("b"), 1.0)];
        assert!((shares(&Source::Choice(next.clone()), &Value::Missing) - 0.25).abs() < 0.02);
        let chain = Source::Chain(vec![(Value::text("a"), next)]);
        assert!((shares(&chain, &Value::text("a")) - 0.25).abs() < 0.02);
        assert_eq!(shares(&chain, &Value::text("b")), 1.0);
        assert_eq!(shares(&chain, &Value::Missing), 0.0);
    }
}

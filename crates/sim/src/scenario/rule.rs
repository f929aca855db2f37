//! Rules over what is known of a case.

use super::attributes::Value;

/// Any of several groups of conditions, each of which has to hold whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rule {
    /// The groups.
    pub any: Vec<Vec<Condition>>,
}

/// A comparison of an attribute with a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The attribute's place in the scenario's list.
    pub attribute: usize,
    /// How it is compared.
    pub test: Test,
}

/// How a value is compared.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// The same.
    Is(Value),
    /// Another.
    IsNot(Value),
    /// Below.
    Below(f64),
    /// At most.
    AtMost(f64),
    /// Above.
    Above(f64),
    /// At least.
    AtLeast(f64),
    /// From one number to another, both included.
    Within(f64, f64),
}

impl Rule {
    /// Whether it holds for these values.
    #[must_use]
    pub fn holds(&self, values: &[Value]) -> bool {
        self.any.iter().any(|all| all.iter().all(|condition| condition.holds(values)))
    }
}

impl Condition {
    fn holds(&self, values: &[Value]) -> bool {
        let value = &values[self.attribute];
        let number = value.number();
        match &self.test {
            Test::Is(other) => value.same(other),
            Test::IsNot(other) => *value != Value::Missing && !value.same(other),
            Test::Below(bound) => number.is_some_and(|number| number < *bound),
            Test::AtMost(bound) => number.is_some_and(|number| number <= *bound),
            Test::Above(bound) => number.is_some_and(|number| number > *bound),
            Test::AtLeast(bound) => number.is_some_and(|number| number >= *bound),
            Test::Within(low, high) => number.is_some_and(|number| *low <= number && number <= *high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_group_holds_whole() {
        let condition = |attribute, test| Condition { attribute, test };
        let rule = Rule {
            any: vec![
                vec![
                    condition(0, Test::Is(Value::text("BUSINESS"))),
                    condition(1, Test::Within(10.0, f64::INFINITY)),
                ],
                vec![condition(1, Test::Above(100.0))],
            ],
        };
        assert!(rule.holds(&[Value::text("BUSINESS"), Value::Number(10.0)]));
        assert!(!rule.holds(&[Value::text("BUSINESS"), Value::Number(9.0)]));
        assert!(rule.holds(&[Value::text("REGULAR"), Value::Number(101.0)]));
        assert!(!rule.holds(&[Value::Missing, Value::Missing]));
    }

    #[test]
    fn a_number_written_as_text_is_that_number() {
        let is = |value| Condition { attribute: 0, test: Test::Is(value) };
        assert!(is(Value::text("5")).holds(&[Value::Number(5.0)]));
        assert!(is(Value::Number(5.0)).holds(&[Value::text("5.0")]));
        let not = Condition { attribute: 0, test: Test::IsNot(Value::text("a")) };
        assert!(not.holds(&[Value::text("b")]) && !not.holds(&[Value::Missing]));
    }
}

//! Conditions on what is known of a case.

/// Tests on fields that must all hold; an empty condition holds for every case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Condition(pub Vec<(usize, Test)>);

/// A test on one field. A value that is not known passes none but `Present(false)`.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// The text is one of these.
    OneOf(Vec<String>),
    /// The answer is this.
    Is(bool),
    /// The number lies over the first and under the second, where they are given.
    Between(Option<f64>, Option<f64>),
    /// Something is known, or nothing is.
    Present(bool),
}

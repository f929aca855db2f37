//! Formulas over attributes: arithmetic, comparisons, a few functions and draws.

mod parse;

use super::attributes::Value;
use crate::distribution::Distribution;
use crate::stream::Stream;

pub use parse::MAX_FORMULA_CHARS;

/// A formula such as `amount * 1.2 + norm(10, 2, 0, 100)` or `kind == 'loan' and amount > 1000`.
///
/// A name that is not known, a division by zero and a function outside its domain are 0, as in Prosimos; results are kept
/// within the range of a 32-bit float.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    text: String,
    root: Term,
}

#[derive(Debug, Clone, PartialEq)]
enum Term {
    Value(Value),
    Attribute(usize),
    Negative(Box<Term>),
    Not(Box<Term>),
    Binary(Operator, Box<Term>, Box<Term>),
    All(Vec<Term>),
    Any(Vec<Term>),
    /// A function by its place in the list of those known.
    Call(usize, Vec<Term>),
    /// A draw whose parameters are numbers: its distribution is made once.
    Draw(Distribution),
    /// A draw whose parameters are worked out each time.
    DrawWith(String, Vec<Term>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    DivideWhole,
    Remainder,
    Power,
    Equal,
    NotEqual,
    Below,
    AtMost,
    Above,
    AtLeast,
}

/// A function of numbers.
type Function = fn(&[f64]) -> f64;

impl Formula {
    /// The formula as it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it gives.
    #[must_use]
    pub fn value(&self, known: &[Value], stream: &mut Stream) -> Value {
        match self.root.value(known, stream) {
            Value::Number(number) => Value::Number(within_float(number)),
            Value::Missing => Value::Number(0.0),
            text @ Value::Text(_) => text,
        }
    }

    /// Whether it gives a number other than 0 or a word.
    #[must_use]
    pub fn is_true(&self, known: &[Value], stream: &mut Stream) -> bool {
        truth(&self.root.value(known, stream))
    }
}

impl Term {
    fn value(&self, known: &[Value], stream: &mut Stream) -> Value {
        match self {
            Self::Value(value) => value.clone(),
            Self::Attribute(at) => known.get(*at).cloned().unwrap_or_default(),
            Self::Negative(term) => Value::Number(-term.number(known, stream)),
            Self::Not(term) => yes(!truth(&term.value(known, stream))),
            Self::Binary(operator, left, right) => {
                let (left, right) = (left.value(known, stream), right.value(known, stream));
                operator.of(&left, &right)
            }
            Self::All(terms) => yes(terms.iter().all(|term| truth(&term.value(known, stream)))),
            Self::Any(terms) => yes(terms.iter().any(|term| truth(&term.value(known, stream)))),
            Self::Call(function, terms) => {
                let numbers: Vec<f64> = terms.iter().map(|term| term.number(known, stream)).collect();
                Value::Number(or_zero(parse::FUNCTIONS[*function].2(&numbers)))
            }
            Self::Draw(distribution) => Value::Number(distribution.draw(stream)),
            Self::DrawWith(name, terms) => {
                let numbers: Vec<f64> = terms.iter().map(|term| term.number(known, stream)).collect();
                let drawn = parse::distribution(name, &numbers).map(|made| made.draw(stream));
                Value::Number(drawn.unwrap_or(0.0))
            }
        }
    }

    fn number(&self, known: &[Value], stream: &mut Stream) -> f64 {
        self.value(known, stream).number().unwrap_or(0.0)
    }
}

impl Operator {
    fn of(self, left: &Value, right: &Value) -> Value {
        match self {
            Self::Equal => return yes(left.same(right)),
            Self::NotEqual => return yes(!left.same(right)),
            _ => {}
        }
        if let (Value::Text(left), Value::Text(right)) = (left, right)
            && let Some(holds) = self.orders(left, right)
        {
            return yes(holds);
        }
        let (left, right) = (left.number().unwrap_or(0.0), right.number().unwrap_or(0.0));
        if let Some(holds) = self.orders(&left, &right) {
            return yes(holds);
        }
        Value::Number(or_zero(match self {
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
            Self::Divide if right != 0.0 => left / right,
            Self::DivideWhole if right != 0.0 => (left / right).floor(),
            Self::Remainder if right != 0.0 => left - right * (left / right).floor(),
            Self::Power => left.powf(right),
            _ => 0.0,
        }))
    }

    fn orders<T: PartialOrd>(self, left: &T, right: &T) -> Option<bool> {
        match self {
            Self::Below => Some(left < right),
            Self::AtMost => Some(left <= right),
            Self::Above => Some(left > right),
            Self::AtLeast => Some(left >= right),
            _ => None,
        }
    }
}

fn yes(holds: bool) -> Value {
    Value::Number(f64::from(u8::from(holds)))
}

fn truth(value: &Value) -> bool {
    match value {
        Value::Missing => false,
        Value::Number(number) => *number != 0.0,
        Value::Text(text) => !text.is_empty(),
    }
}

fn or_zero(number: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number }
}

fn within_float(number: f64) -> f64 {
    let most = f64::from(f32::MAX);
    or_zero(number).clamp(-most, most)
}

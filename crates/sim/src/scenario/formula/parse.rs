//! Reading formulas: a parser by recursive descent, as deep as it is allowed.

use super::{Formula, Function, Operator, Term};
use crate::distribution::Distribution;
use crate::scenario::attributes::Value;

/// Characters of the longest formula.
pub const MAX_FORMULA_CHARS: usize = 10_000;

/// How deep terms may be nested.
const MAX_DEPTH: usize = 64;

pub(super) const FUNCTIONS: &[(&str, usize, Function)] = &[
    ("abs", 1, |x| x[0].abs()),
    ("ceil", 1, |x| x[0].ceil()),
    ("cos", 1, |x| x[0].cos()),
    ("exp", 1, |x| x[0].exp()),
    ("floor", 1, |x| x[0].floor()),
    ("log", 1, |x| x[0].ln()),
    ("log10", 1, |x| x[0].log10()),
    ("max", 2, |x| x[0].max(x[1])),
    ("min", 2, |x| x[0].min(x[1])),
    ("pow", 2, |x| x[0].powf(x[1])),
    ("round", 1, |x| x[0].round_ties_even()),
    ("sin", 1, |x| x[0].sin()),
    ("sqrt", 1, |x| x[0].sqrt()),
    ("tan", 1, |x| x[0].tan()),
];

const DRAWS: &[&str] = &["fix", "uniform", "norm", "triang", "expon", "lognorm", "gamma"];

/// A distribution by its name in a formula and its parameters: those of Prosimos, bounds last and left out at will.
pub(super) fn distribution(name: &str, numbers: &[f64]) -> Option<Distribution> {
    let at = |index: usize| numbers.get(index).copied();
    let bounds = |first: usize| (at(first).unwrap_or(0.0), at(first + 1).unwrap_or(f64::INFINITY));
    let (made, (low, high)) = match name {
        "fix" => (Distribution::fixed(at(0)?.max(0.0)), (0.0, f64::INFINITY)),
        "uniform" => (Distribution::uniform(at(0)?, at(1)?), (0.0, f64::INFINITY)),
        "norm" => (Distribution::normal(at(0)?, at(1)?), bounds(2)),
        "triang" => (Distribution::triangular(at(1)?, at(0)?, at(2)?), (0.0, f64::INFINITY)),
        "expon" => {
            let low = at(1).unwrap_or(0.0);
            let scale = if at(0)? < low { at(0)? } else { at(0)? - low };
            (Distribution::shifted_exponential(low, scale), bounds(1))
        }
        "lognorm" => (Distribution::log_normal_by_moments(at(0)?, at(1)?), bounds(2)),
        "gamma" => (Distribution::gamma_by_moments(at(0)?, at(1)?), bounds(2)),
        _ => return None,
    };
    made.ok()?.within(low, high).ok()
}

impl Formula {
    /// Reads a formula; `attribute` finds the place of an attribute.
    ///
    /// # Errors
    /// What it does not understand.
    pub fn parse(text: &str, attribute: &dyn Fn(&str) -> Option<usize>) -> Result<Self, String> {
        if text.chars().count() > MAX_FORMULA_CHARS {
            return Err(format!("it has more than {MAX_FORMULA_CHARS} characters"));
        }
        let mut parser = Parser { rest: text.trim(), attribute, depth: 0 };
        let root = parser.any()?;
        if parser.rest.is_empty() {
            Ok(Self { text: text.to_owned(), root })
        } else {
            Err(format!("\"{}\" was not expected", head(parser.rest)))
        }
    }
}

struct Parser<'a> {
    rest: &'a str,
    attribute: &'a dyn Fn(&str) -> Option<usize>,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn any(&mut self) -> Result<Term, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(format!("it is nested more than {MAX_DEPTH} deep"));
        }
        let mut terms = vec![self.all()?];
        while self.word("or") {
            terms.push(self.all()?);
        }
        self.depth -= 1;
        Ok(if terms.len() == 1 { terms.swap_remove(0) } else { Term::Any(terms) })
    }

    fn all(&mut self) -> Result<Term, String> {
        let mut terms = vec![self.comparison()?];
        while self.word("and") {
            terms.push(self.comparison()?);
        }
        Ok(if terms.len() == 1 { terms.swap_remove(0) } else { Term::All(terms) })
    }

    fn comparison(&mut self) -> Result<Term, String> {
        let mut nots = 0;
        while self.word("not") {
            nots += 1;
        }
        let mut term = self.sum()?;
        let signs = [
            ("==", Operator::Equal),
            ("!=", Operator::NotEqual),
            ("<=", Operator::AtMost),
            (">=", Operator::AtLeast),
            ("<", Operator::Below),
            (">", Operator::Above),
        ];
        if let Some((_, operator)) = signs.into_iter().find(|(sign, _)| self.sign(sign)) {
            term = Term::Binary(operator, Box::new(term), Box::new(self.sum()?));
        }
        Ok(if nots % 2 == 1 { Term::Not(Box::new(term)) } else { term })
    }

    fn sum(&mut self) -> Result<Term, String> {
        let mut term = self.product()?;
        loop {
            let operator = if self.sign("+") {
                Operator::Add
            } else if self.sign("-") {
                Operator::Subtract
            } else {
                return Ok(term);
            };
            term = Term::Binary(operator, Box::new(term), Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Result<Term, String> {
        let mut term = self.signed()?;
        loop {
            let operator = if self.sign("//") {
                Operator::DivideWhole
            } else if self.sign("/") {
                Operator::Divide
            } else if !self.rest.starts_with("**") && self.sign("*") {
                Operator::Multiply
            } else if self.sign("%") {
                Operator::Remainder
            } else {
                return Ok(term);
            };
            term = Term::Binary(operator, Box::new(term), Box::new(self.signed()?));
        }
    }

    fn signed(&mut self) -> Result<Term, String> {
        let mut negative = false;
        while self.rest.starts_with(['-', '+']) {
            negative ^= self.rest.starts_with('-');
            self.skip(1);
        }
        let mut term = self.operand()?;
        if self.sign("**") {
            self.depth += 1;
            if self.depth > MAX_DEPTH {
                return Err(format!("it is nested more than {MAX_DEPTH} deep"));
            }
            term = Term::Binary(Operator::Power, Box::new(term), Box::new(self.signed()?));
            self.depth -= 1;
        }
        Ok(match term {
            term if !negative => term,
            Term::Value(Value::Number(number)) => Term::Value(Value::Number(-number)),
            term => Term::Negative(Box::new(term)),
        })
    }

    fn operand(&mut self) -> Result<Term, String> {
        let Some(first) = self.rest.chars().next() else { return Err("it ends too early".into()) };
        if self.sign("(") {
            let term = self.any()?;
            return if self.sign(")") { Ok(term) } else { Err("a bracket is not closed".into()) };
        }
        if first == '\'' || first == '"' {
            let end = self.rest[1..].find(first).ok_or("a quote is not closed")? + 1;
            let text = Value::text(&self.rest[1..end]);
            self.skip(end + 1);
            return Ok(Term::Value(text));
        }
        if first.is_ascii_digit() || first == '.' {
            return self.number();
        }
        let length = self.rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(self.rest.len());
        if length == 0 {
            return Err(format!("\"{}\" was not expected", head(self.rest)));
        }
        let name = &self.rest[..length];
        self.skip(length);
        if self.sign("(") { self.call(name) } else { Ok(self.name(name)) }
    }

    fn number(&mut self) -> Result<Term, String> {
        let exponent =
            |at: usize, c: char| (c == '+' || c == '-') && at > 0 && self.rest[..at].ends_with(['e', 'E']);
        let end = self
            .rest
            .char_indices()
            .find(|(at, c)| !(c.is_ascii_alphanumeric() || *c == '.' || exponent(*at, *c)))
            .map_or(self.rest.len(), |(at, _)| at);
        let text = &self.rest[..end];
        let number: f64 = text.parse().map_err(|_| format!("\"{}\" is no number", head(text)))?;
        self.skip(end);
        Ok(Term::Value(Value::Number(number)))
    }

    /// An attribute, or one of Python's constants; a name of nothing is missing.
    fn name(&self, name: &str) -> Term {
        match (name, (self.attribute)(name)) {
            (_, Some(at)) => Term::Attribute(at),
            ("True" | "true", None) => Term::Value(Value::Number(1.0)),
            ("False" | "false", None) => Term::Value(Value::Number(0.0)),
            _ => Term::Value(Value::Missing),
        }
    }

    fn call(&mut self, name: &'a str) -> Result<Term, String> {
        let mut terms = Vec::new();
        if !self.sign(")") {
            loop {
                terms.push(self.any()?);
                if self.sign(")") {
                    break;
                }
                if !self.sign(",") {
                    return Err("a bracket is not closed".into());
                }
            }
        }
        if DRAWS.contains(&name) {
            let constant = |term: &Term| match term {
                Term::Value(value) => value.number(),
                _ => None,
            };
            let constants: Option<Vec<f64>> = terms.iter().map(constant).collect();
            return match constants {
                Some(numbers) => distribution(name, &numbers)
                    .map(Term::Draw)
                    .ok_or_else(|| format!("{name} has impossible parameters")),
                None => Ok(Term::DrawWith(name.to_owned(), terms)),
            };
        }
        let function = FUNCTIONS
            .iter()
            .position(|(known, _, _)| *known == name)
            .ok_or_else(|| format!("there is no function \"{}\"", head(name)))?;
        let count = FUNCTIONS[function].1;
        if terms.len() != count {
            return Err(format!("{name} takes {count}, not {}", terms.len()));
        }
        Ok(Term::Call(function, terms))
    }

    fn sign(&mut self, sign: &str) -> bool {
        let found = self.rest.starts_with(sign);
        if found {
            self.skip(sign.len());
        }
        found
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self
            .rest
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
        if found {
            self.skip(word.len());
        }
        found
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest[bytes..].trim_start();
    }
}

/// The first characters of a text, for messages.
fn head(text: &str) -> String {
    text.chars().take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::Stream;

    fn known(name: &str) -> Option<usize> {
        ["amount", "kind"].iter().position(|known| *known == name)
    }

    fn value(text: &str) -> Value {
        let formula = Formula::parse(text, &known).unwrap();
        formula.value(&[Value::Number(10.0), Value::text("loan")], &mut Stream::at(1, 0, 0))
    }

    #[test]
    fn formulas_give_what_python_gives() {
        for (text, expected) in [
            ("1 + 2 * 3", 7.0),
            ("(1 + 2) * 3", 9.0),
            ("-2 ** 2", -4.0),
            ("2 ** 3 ** 2", 512.0),
            ("7 // 2 + 7 % 4", 6.0),
            ("-7 % 4", 1.0),
            ("amount / 4", 2.5),
            ("amount / 0", 0.0),
            ("amount > 5 and kind == 'loan'", 1.0),
            ("not amount > 5 or kind != \"loan\"", 0.0),
            ("max(amount, 1e2) + sqrt(9)", 103.0),
            ("nothing + 1", 1.0),
            ("fix(3) + fix(amount)", 13.0),
            ("1e-3 * 1000", 1.0),
        ] {
            assert_eq!(value(text), Value::Number(expected), "{text}");
        }
        assert_eq!(value("kind"), Value::text("loan"));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for text in
            ["", "1 +", "(1", "1 2", "import os", "open('x')", "max(1)", "'a", "1..2", "norm(1, -1)", "é("]
        {
            assert!(Formula::parse(text, &known).is_err(), "{text}");
        }
        assert!(Formula::parse(&"(".repeat(100_000), &known).is_err());
        assert!(Formula::parse(&format!("{}1", "(".repeat(500)), &known).is_err());
        assert!(Formula::parse(&format!("2{}", "**2".repeat(500)), &known).is_err());
    }
}

//! Times and distributions as people write them: `"5m"`, `"exponential 5m"`, `"normal 1h 10m within 30m 2h"`.

use super::At;
use crate::distribution::{Distribution, InvalidDistribution};
use crate::place::Mistake;
use crate::scenario::json::Mistakes;

const KNOWN: &str = "fixed, exponential, uniform, normal, lognormal, gamma, weibull, triangular, beta";

/// A number (seconds), a list of values seen, or a text.
pub(super) fn distribution(at: &At<'_>, mistakes: &mut Mistakes) -> Option<Distribution> {
    if at.value.is_array() {
        let values: Option<Vec<f64>> =
            at.items(mistakes).iter().map(|value| value.number(mistakes)).collect();
        return checked(at, "values", Distribution::empirical(values?), mistakes);
    }
    if at.value.is_number() {
        return checked(at, "fixed", Distribution::fixed(at.number(mistakes)?), mistakes);
    }
    let text = at.text(mistakes)?;
    let (shape, bounds) = match text.split_once(" within ") {
        Some((shape, bounds)) => (shape, Some(numbers(at, bounds, mistakes)?)),
        None => (&*text, None),
    };
    let name = shape.split_whitespace().next().unwrap_or_default().to_lowercase();
    let made = match seconds(&name) {
        Some(value) if shape.split_whitespace().count() == 1 => Distribution::fixed(value),
        _ => {
            let values = numbers(at, shape.trim_start().get(name.len()..).unwrap_or_default(), mistakes)?;
            make(at, &name, &values, mistakes)?
        }
    };
    let made = made.and_then(|made| match bounds.as_deref() {
        Some([low, high]) => made.within(*low, *high),
        _ => Ok(made),
    });
    if bounds.as_ref().is_some_and(|bounds| bounds.len() != 2) {
        let found = bounds.map_or(0, |bounds| bounds.len());
        mistakes
            .note(at.place(), Mistake::Parameters { name: "within".into(), found, wanted: "least, most" });
        return None;
    }
    checked(at, &name, made, mistakes)
}

fn checked(
    at: &At<'_>,
    name: &str,
    made: Result<Distribution, InvalidDistribution>,
    mistakes: &mut Mistakes,
) -> Option<Distribution> {
    made.map_err(|why| mistakes.note(at.place(), Mistake::Distribution { name: name.to_owned(), why })).ok()
}

fn make(
    at: &At<'_>,
    name: &str,
    values: &[f64],
    mistakes: &mut Mistakes,
) -> Option<Result<Distribution, InvalidDistribution>> {
    let wanted = match (name, values) {
        ("fixed", [value]) => return Some(Distribution::fixed(*value)),
        ("exponential", [mean]) => return Some(Distribution::exponential(*mean)),
        ("uniform", [low, high]) => return Some(Distribution::uniform(*low, *high)),
        ("normal", [mean, sd]) => return Some(Distribution::normal(*mean, *sd)),
        ("lognormal", [mean, sd]) => return Some(Distribution::log_normal_by_moments(*mean, sd * sd)),
        ("gamma", [mean, sd]) => return Some(Distribution::gamma_by_moments(*mean, sd * sd)),
        ("weibull", [shape, scale]) => return Some(Distribution::weibull(*shape, *scale, 0.0)),
        ("triangular", [low, mode, high]) => return Some(Distribution::triangular(*low, *mode, *high)),
        ("beta", [alpha, beta, low, high]) => return Some(Distribution::beta(*alpha, *beta, *low, *high)),
        ("fixed", _) => "the value",
        ("exponential", _) => "the mean",
        ("uniform", _) => "minimum, maximum",
        ("normal" | "lognormal" | "gamma", _) => "mean, standard deviation",
        ("weibull", _) => "shape, scale",
        ("triangular", _) => "minimum, mode, maximum",
        ("beta", _) => "alpha, beta, minimum, maximum",
        _ => {
            let what = Mistake::Word { word: name.to_owned(), what: "distribution", known: KNOWN };
            mistakes.note(at.place(), what);
            return None;
        }
    };
    mistakes.note(at.place(), Mistake::Parameters { name: name.to_owned(), found: values.len(), wanted });
    None
}

fn numbers(at: &At<'_>, text: &str, mistakes: &mut Mistakes) -> Option<Vec<f64>> {
    let words = text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    words
        .map(|word| {
            let found = seconds(word);
            if found.is_none() {
                let found = format!("\"{}\"", word.chars().take(40).collect::<String>());
                mistakes.note(
                    at.place(),
                    Mistake::Type { wanted: "a time such as 90, 90s, 15m, 1h30m or 2d", found },
                );
            }
            found
        })
        .collect()
}

/// Seconds of `90`, `90s`, `15m`, `1h30m`, `2d`, `1w`.
fn seconds(word: &str) -> Option<f64> {
    if let Ok(number) = word.parse::<f64>() {
        return number.is_finite().then_some(number);
    }
    let mut sum = 0.0;
    let mut rest = word;
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        let number: f64 = rest[..end].parse().ok()?;
        let unit = match rest.as_bytes()[end] {
            b's' => 1.0,
            b'm' => 60.0,
            b'h' => 3_600.0,
            b'd' => 86_400.0,
            b'w' => 604_800.0,
            _ => return None,
        };
        sum += number * unit;
        rest = &rest[end + 1..];
    }
    Some(sum)
}

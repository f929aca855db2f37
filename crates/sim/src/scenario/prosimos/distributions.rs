//! Distributions as Prosimos writes them, and as SciPy orders their parameters in older files.

use super::At;
use crate::distribution::{Distribution, InvalidDistribution};
use crate::place::Mistake;
use crate::scenario::json::Mistakes;

const KNOWN: &str = "fix, expon, norm, uniform, lognorm, gamma, triang, exponnorm, weibull, beta, histogram_sampling, empirical";

/// A distribution: its name and parameters, or a histogram.
///
/// Prosimos states mean, variance and bounds. Older files hold what SciPy fits: shape, location, scale, and then bounds.
/// Which of the two is told by whether parameters are objects, and by how many there are.
pub(super) fn read(at: &At<'_>, mistakes: &mut Mistakes) -> Option<Distribution> {
    let name = at.text_of("distribution_name", mistakes)?.to_lowercase();
    if name == "histogram_sampling" {
        let histogram = at.need("histogram_data", mistakes)?;
        let cumulated = numbers(&histogram.need("cdf", mistakes)?, mistakes)?;
        let values = numbers(&histogram.need("bin_midpoints", mistakes)?, mistakes)?;
        return checked(at, &name, Distribution::histogram(cumulated, values), mistakes);
    }
    let parameters = at.need("distribution_params", mistakes)?;
    let is_old =
        parameters.value.as_array().is_some_and(|list| list.first().is_some_and(|first| !first.is_object()));
    let values = numbers(&parameters, mistakes)?;
    if name == "empirical" {
        return checked(at, &name, Distribution::empirical(values), mistakes);
    }
    let made = if is_old { by_scipy(&name, &values) } else { by_prosimos(&name, &values) };
    match made {
        Made::Yes(made) => checked(at, &name, made, mistakes),
        Made::Parameters(wanted) => {
            let what = Mistake::Parameters { name, found: values.len(), wanted };
            mistakes.note(parameters.place(), what);
            None
        }
        Made::Unknown => {
            let what = Mistake::Word { word: name, what: "distribution", known: KNOWN };
            mistakes.note(at.place(), what);
            None
        }
    }
}

/// Numbers, each as it is or as `{"value": …}`.
fn numbers(at: &At<'_>, mistakes: &mut Mistakes) -> Option<Vec<f64>> {
    let items = at.items(mistakes);
    let before = mistakes.0.len();
    let values: Vec<f64> = items
        .iter()
        .filter_map(|item| match item.value.is_object() {
            true => item.need("value", mistakes)?.number(mistakes),
            false => item.number(mistakes),
        })
        .collect();
    (mistakes.0.len() == before).then_some(values)
}

fn checked(
    at: &At<'_>,
    name: &str,
    made: Result<Distribution, InvalidDistribution>,
    mistakes: &mut Mistakes,
) -> Option<Distribution> {
    made.map_err(|why| mistakes.note(at.place(), Mistake::Distribution { name: name.to_owned(), why })).ok()
}

enum Made {
    Yes(Result<Distribution, InvalidDistribution>),
    Parameters(&'static str),
    Unknown,
}

fn bounded(made: Result<Distribution, InvalidDistribution>, bounds: &[f64]) -> Made {
    Made::Yes(made.and_then(|made| match bounds {
        [low, high, ..] => made.within(*low, *high),
        _ => Ok(made),
    }))
}

fn by_prosimos(name: &str, values: &[f64]) -> Made {
    match (name, values) {
        ("fix" | "fixed", [value, ..]) => Made::Yes(Distribution::fixed(*value)),
        ("expon" | "exponential", [mean, low, high]) => {
            let scale = if mean < low { *mean } else { mean - low };
            bounded(Distribution::shifted_exponential(*low, scale), &[*low, *high])
        }
        ("norm" | "normal", [mean, sd, rest @ ..]) if matches!(rest.len(), 0 | 2) => {
            bounded(Distribution::normal(*mean, *sd), rest)
        }
        ("uniform", [low, high]) => Made::Yes(Distribution::uniform(*low, *high)),
        // A variance of zero is one value.
        ("lognorm" | "gamma", [mean, 0.0, rest @ ..]) if matches!(rest.len(), 0 | 2) => {
            Made::Yes(Distribution::fixed(*mean))
        }
        ("lognorm" | "log_normal" | "lognormal", [mean, variance, rest @ ..])
            if matches!(rest.len(), 0 | 2) =>
        {
            bounded(Distribution::log_normal_by_moments(*mean, *variance), rest)
        }
        ("gamma", [mean, variance, rest @ ..]) if matches!(rest.len(), 0 | 2) => {
            bounded(Distribution::gamma_by_moments(*mean, *variance), rest)
        }
        ("triang" | "triangular", [mode, low, high]) => {
            Made::Yes(Distribution::triangular(*low, *mode, *high))
        }
        // With one parameter more, they are in SciPy's order.
        ("expon" | "uniform", [_, _, _, _])
        | ("lognorm" | "gamma" | "exponnorm" | "triang", [_, _, _, ..])
        | ("weibull" | "weibull_min" | "beta", [_, ..]) => by_scipy(name, values),
        ("fix" | "fixed", _) => Made::Parameters("the value"),
        ("expon" | "exponential", _) => Made::Parameters("mean, minimum, maximum"),
        ("norm" | "normal", _) => Made::Parameters("mean, standard deviation, minimum, maximum"),
        ("uniform", _) => Made::Parameters("minimum, maximum"),
        ("lognorm" | "log_normal" | "lognormal" | "gamma", _) => {
            Made::Parameters("mean, variance, minimum, maximum")
        }
        ("triang" | "triangular", _) => Made::Parameters("mode, minimum, maximum"),
        _ => by_scipy(name, values),
    }
}

/// Shape, location and scale; bounds behind them may be left out.
fn by_scipy(name: &str, values: &[f64]) -> Made {
    match (name, values) {
        ("fix", [value, ..]) => Made::Yes(Distribution::fixed(*value)),
        ("expon", [shift, scale, rest @ ..]) => {
            bounded(Distribution::shifted_exponential(*shift, *scale), rest)
        }
        ("norm", [mean, sd, rest @ ..]) => bounded(Distribution::normal(*mean, *sd), rest),
        ("uniform", [low, width, rest @ ..]) => bounded(Distribution::uniform(*low, low + width), rest),
        ("lognorm", [sigma, shift, scale, rest @ ..]) => {
            bounded(Distribution::log_normal(scale.ln(), *sigma, *shift), rest)
        }
        ("gamma", [shape, shift, scale, rest @ ..]) => {
            bounded(Distribution::gamma(*shape, *scale, *shift), rest)
        }
        ("weibull" | "weibull_min", [shape, shift, scale, rest @ ..]) => {
            bounded(Distribution::weibull(*shape, *scale, *shift), rest)
        }
        ("triang", [share, low, width, rest @ ..]) => {
            bounded(Distribution::triangular(*low, low + share * width, low + width), rest)
        }
        ("beta", [alpha, beta, low, width, rest @ ..]) => {
            bounded(Distribution::beta(*alpha, *beta, *low, low + width), rest)
        }
        ("exponnorm", [k, mean, sd, rest @ ..]) => {
            bounded(Distribution::exponential_normal(*mean, *sd, k * sd), rest)
        }
        ("fix", _) => Made::Parameters("the value"),
        ("expon" | "norm" | "uniform", _) => Made::Parameters("location, scale"),
        ("lognorm" | "gamma" | "weibull" | "weibull_min" | "triang" | "exponnorm", _) => {
            Made::Parameters("shape, location, scale")
        }
        ("beta", _) => Made::Parameters("alpha, beta, location, scale"),
        _ => Made::Unknown,
    }
}

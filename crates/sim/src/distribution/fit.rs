//! Fitting: which distribution a list of times comes from, with the choice shown.

use serde::Serialize;
use statrs::distribution::{Continuous, ContinuousCDF, Exp, Gamma, LogNormal, Normal, Uniform, Weibull};
use statrs::function::gamma::digamma;

use super::{Distribution, MAX_VALUES};

/// Values below which a distribution is not worth choosing: the values themselves say as much.
const MIN_VALUES: usize = 5;

/// Values closer than this share of their mean are one value.
const SAME: f64 = 1e-9;

/// A family with the parameters that fit best, and how well they do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fit {
    /// The family: `exponential`, `uniform`, `normal`, `lognormal`, `gamma`, `weibull`, `fixed` or `empirical`.
    pub family: &'static str,
    /// Its parameters by name, in seconds where they are times.
    pub parameters: Vec<(&'static str, f64)>,
    /// Akaike's criterion: lower is better (Akaike 1974). None where there is no density.
    pub aic: Option<f64>,
    /// The largest distance between the shares that the fit and the values have below any time (Kolmogorov-Smirnov).
    pub ks: f64,
    /// The distribution, ready to be drawn from.
    #[serde(skip)]
    pub distribution: Distribution,
}

/// All families fitted to values by maximum likelihood, the best (lowest AIC) first; the values themselves come last, as
/// what is left where nothing fits. Values that are no numbers or negative are left out.
///
/// Few values, or none that differ, are not fitted: one value is `fixed`, fewer than five are `empirical`.
///
/// ```
/// use sim::{Distribution, Purpose, Stream};
///
/// let true_one = Distribution::exponential(300.0).unwrap();
/// let key = Purpose::new("test", "fit").key(1, 0);
/// let seen: Vec<f64> = (0..2_000).map(|case| true_one.draw(&mut Stream::at(key, case, 0))).collect();
/// let fits = sim::fit(&seen);
/// assert!((fits[0].distribution.mean() / 300.0 - 1.0).abs() < 0.1 && fits[0].ks < 0.03);
/// ```
#[must_use]
pub fn fit(values: &[f64]) -> Vec<Fit> {
    let mut sorted: Vec<f64> =
        values.iter().copied().filter(|value| value.is_finite() && *value >= 0.0).collect();
    sorted.truncate(MAX_VALUES);
    sorted.sort_by(f64::total_cmp);
    let (Some(&least), Some(&most)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    let n = sorted.len() as f64;
    let mean = sorted.iter().sum::<f64>() / n;
    let mut fits = Vec::new();
    if most - least <= SAME * most.max(1.0) {
        let parameters = vec![("value", mean)];
        fits.extend(made("fixed", parameters, None, 0.0, Distribution::fixed(mean)));
        return fits;
    }
    if sorted.len() >= MIN_VALUES {
        let variance = sorted.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n;
        fits.extend(exponential(&sorted, mean));
        fits.extend(uniform(&sorted, least, most));
        fits.extend(normal(&sorted, mean, variance));
        if least > 0.0 {
            let mean_log = sorted.iter().map(|value| value.ln()).sum::<f64>() / n;
            fits.extend(log_normal(&sorted, mean_log));
            fits.extend(gamma(&sorted, mean, mean_log));
            fits.extend(weibull(&sorted, mean_log));
        }
        fits.sort_by(|a: &Fit, b: &Fit| a.aic.unwrap_or(f64::MAX).total_cmp(&b.aic.unwrap_or(f64::MAX)));
    }
    let parameters = vec![("values", n)];
    fits.extend(made("empirical", parameters, None, 0.0, Distribution::empirical(sorted)));
    fits
}

fn made<E>(
    family: &'static str,
    parameters: Vec<(&'static str, f64)>,
    aic: Option<f64>,
    ks: f64,
    distribution: Result<Distribution, E>,
) -> Option<Fit> {
    distribution.ok().map(|distribution| Fit { family, parameters, aic, ks, distribution })
}

fn judged<E>(
    family: &'static str,
    parameters: Vec<(&'static str, f64)>,
    sorted: &[f64],
    law: &(impl Continuous<f64, f64> + ContinuousCDF<f64, f64>),
    distribution: Result<Distribution, E>,
) -> Option<Fit> {
    let likelihood: f64 = sorted.iter().map(|value| law.ln_pdf(*value)).sum();
    let aic = 2.0 * parameters.len() as f64 - 2.0 * likelihood;
    let n = sorted.len() as f64;
    let apart = |(at, value): (usize, &f64)| {
        let share = law.cdf(*value);
        (share - at as f64 / n).abs().max((share - (at + 1) as f64 / n).abs())
    };
    let ks = sorted.iter().enumerate().map(apart).fold(0.0, f64::max);
    if aic.is_finite() { made(family, parameters, Some(aic), ks, distribution) } else { None }
}

fn exponential(sorted: &[f64], mean: f64) -> Option<Fit> {
    let law = Exp::new(1.0 / mean).ok()?;
    judged("exponential", vec![("mean", mean)], sorted, &law, Distribution::exponential(mean))
}

fn uniform(sorted: &[f64], least: f64, most: f64) -> Option<Fit> {
    let law = Uniform::new(least, most).ok()?;
    let parameters = vec![("minimum", least), ("maximum", most)];
    judged("uniform", parameters, sorted, &law, Distribution::uniform(least, most))
}

fn normal(sorted: &[f64], mean: f64, variance: f64) -> Option<Fit> {
    let sd = variance.sqrt();
    let law = Normal::new(mean, sd).ok()?;
    let parameters = vec![("mean", mean), ("standard deviation", sd)];
    judged("normal", parameters, sorted, &law, Distribution::normal(mean, sd))
}

fn log_normal(sorted: &[f64], mean_log: f64) -> Option<Fit> {
    let n = sorted.len() as f64;
    let sigma = (sorted.iter().map(|value| (value.ln() - mean_log).powi(2)).sum::<f64>() / n).sqrt();
    let law = LogNormal::new(mean_log, sigma).ok()?;
    let parameters = vec![("mu", mean_log), ("sigma", sigma)];
    judged("lognormal", parameters, sorted, &law, Distribution::log_normal(mean_log, sigma, 0.0))
}

/// Newton's steps on the shape from the approximation of Minka (2002).
fn gamma(sorted: &[f64], mean: f64, mean_log: f64) -> Option<Fit> {
    let apart = mean.ln() - mean_log;
    if apart <= 0.0 {
        return None;
    }
    let mut shape = (3.0 - apart + ((apart - 3.0).powi(2) + 24.0 * apart).sqrt()) / (12.0 * apart);
    for _ in 0..50 {
        let step = 1e-5 * shape;
        let slope = (digamma(shape + step) - digamma(shape - step)) / (2.0 * step);
        let next = 1.0
            / (1.0 / shape + (shape.ln() - digamma(shape) - apart) / (shape * shape * (1.0 / shape - slope)));
        if !(next.is_finite() && next > 0.0) {
            return None;
        }
        let is_there = (next - shape).abs() <= 1e-10 * shape;
        shape = next;
        if is_there {
            break;
        }
    }
    let scale = mean / shape;
    let law = Gamma::new(shape, 1.0 / scale).ok()?;
    let parameters = vec![("shape", shape), ("scale", scale)];
    judged("gamma", parameters, sorted, &law, Distribution::gamma(shape, scale, 0.0))
}

/// The shape by bisection: the derivative of the likelihood falls with it.
fn weibull(sorted: &[f64], mean_log: f64) -> Option<Fit> {
    let most = *sorted.last()?;
    let slope = |shape: f64| {
        let (mut sum, mut weighted) = (0.0, 0.0);
        for value in sorted {
            let power = (value / most).powf(shape);
            sum += power;
            weighted += power * value.ln();
        }
        1.0 / shape + mean_log - weighted / sum
    };
    let (mut low, mut high) = (1e-3, 1e3);
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if slope(middle) > 0.0 { low = middle } else { high = middle }
    }
    let shape = f64::midpoint(low, high);
    let n = sorted.len() as f64;
    let scale =
        most * (sorted.iter().map(|value| (value / most).powf(shape)).sum::<f64>() / n).powf(1.0 / shape);
    let law = Weibull::new(shape, scale).ok()?;
    judged(
        "weibull",
        vec![("shape", shape), ("scale", scale)],
        sorted,
        &law,
        Distribution::weibull(shape, scale, 0.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Stream};

    fn seen(distribution: &Distribution) -> Vec<f64> {
        let key = Purpose::new("test", "fit").key(5, 0);
        (0..4_000).map(|case| distribution.draw(&mut Stream::at(key, case, 0))).collect()
    }

    #[test]
    fn the_family_that_values_come_from_is_found() {
        for (family, distribution) in [
            ("uniform", Distribution::uniform(60.0, 240.0).unwrap()),
            ("normal", Distribution::normal(500.0, 20.0).unwrap()),
            ("lognormal", Distribution::log_normal(5.0, 0.8, 0.0).unwrap()),
            ("gamma", Distribution::gamma(3.0, 60.0, 0.0).unwrap()),
            ("weibull", Distribution::weibull(3.5, 100.0, 0.0).unwrap()),
        ] {
            let fits = fit(&seen(&distribution));
            assert_eq!(fits[0].family, family, "{fits:?}");
            assert!((fits[0].distribution.mean() / distribution.mean() - 1.0).abs() < 0.05);
            assert!(fits[0].ks < 0.03, "{}", fits[0].ks);
        }
    }

    /// `scipy.stats.gamma.fit(values, floc=0)` and `weibull_min.fit(values, floc=0)`, checked by the likelihood: no
    /// neighbour of the parameters does better.
    #[test]
    fn parameters_are_those_of_the_greatest_likelihood() {
        let values = seen(&Distribution::gamma(2.0, 100.0, 0.0).unwrap());
        for found in fit(&values).into_iter().filter(|fit| matches!(fit.family, "gamma" | "weibull")) {
            let [(_, shape), (_, scale)] = found.parameters[..] else { panic!("two parameters") };
            let likelihood = |shape: f64, scale: f64| -> f64 {
                if found.family == "gamma" {
                    let law = Gamma::new(shape, 1.0 / scale).unwrap();
                    values.iter().map(|value| law.ln_pdf(*value)).sum()
                } else {
                    let law = Weibull::new(shape, scale).unwrap();
                    values.iter().map(|value| law.ln_pdf(*value)).sum()
                }
            };
            let best = likelihood(shape, scale);
            for (a, b) in [(1.001, 1.0), (0.999, 1.0), (1.0, 1.001), (1.0, 0.999)] {
                assert!(likelihood(shape * a, scale * b) < best, "{} {a} {b}", found.family);
            }
        }
    }

    #[test]
    fn few_or_equal_values_are_taken_as_they_are() {
        assert_eq!(fit(&[f64::NAN, -1.0]), []);
        assert_eq!(fit(&[5.0; 40])[0].family, "fixed");
        assert_eq!(fit(&[1.0, 2.0, 3.0])[0].family, "empirical");
        assert!(fit(&[0.0, 0.0, 1.0, 5.0, 9.0, 2.0]).iter().all(|fit| fit.family != "lognormal"));
    }
}

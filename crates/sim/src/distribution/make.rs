//! Distributions from their parameters, each checked.

use rand_distr::{Beta, Gamma};

use super::{Distribution, Shape};

/// The most values of a histogram or an empirical distribution.
pub const MAX_VALUES: usize = 1_000_000;

/// Why there is no such distribution.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum InvalidDistribution {
    /// A parameter is not a number within its range.
    #[error("{parameter} is {value}; it has to be {wanted}")]
    Parameter {
        /// Which.
        parameter: &'static str,
        /// What it is.
        value: f64,
        /// What it may be.
        wanted: &'static str,
    },
    /// Two parameters are in the wrong order.
    #[error("{low_name} ({low}) is above {high_name} ({high})")]
    Order {
        /// Which should be lower.
        low_name: &'static str,
        /// Its value.
        low: f64,
        /// Which should be higher.
        high_name: &'static str,
        /// Its value.
        high: f64,
    },
    /// No values.
    #[error("it has no values")]
    Empty,
    /// Lists that belong together are of different length.
    #[error("it has {shares} shares for {values} values")]
    Lengths {
        /// Length of one.
        shares: usize,
        /// Length of the other.
        values: usize,
    },
    /// Too many values.
    #[error("it has {count} values; {MAX_VALUES} are the most")]
    TooMany {
        /// How many.
        count: usize,
    },
}

impl Distribution {
    fn whole(shape: Shape) -> Self {
        let stand_in = shape.mean().max(0.0);
        Self { shape, low: 0.0, high: f64::INFINITY, stand_in }
    }

    /// Only values from `low` to `high`.
    ///
    /// # Errors
    /// Where a bound is not a number. Bounds in the wrong order are taken as Prosimos takes them: nothing lies between them,
    /// so every value is the stand-in.
    pub fn within(mut self, low: f64, high: f64) -> Result<Self, InvalidDistribution> {
        for (parameter, value) in [("the minimum", low), ("the maximum", high)] {
            if value.is_nan() {
                return Err(InvalidDistribution::Parameter { parameter, value, wanted: "a number" });
            }
        }
        (self.low, self.high) = (low.max(0.0), high);
        let mean = self.shape.mean();
        self.stand_in = if mean >= self.low && mean <= high {
            mean
        } else if low.is_finite() && high.is_finite() {
            (low + (high - low) / 2.0).max(0.0)
        } else {
            mean.max(self.low)
        };
        Ok(self)
    }

    /// Always the same.
    ///
    /// # Errors
    /// A negative value.
    pub fn fixed(value: f64) -> Result<Self, InvalidDistribution> {
        Ok(Self::whole(Shape::Fixed(not_negative("the value", value)?)))
    }

    /// Exponential with a mean.
    ///
    /// # Errors
    /// A negative mean.
    pub fn exponential(mean: f64) -> Result<Self, InvalidDistribution> {
        Self::shifted_exponential(0.0, mean)
    }

    /// `shift` and an exponential value of mean `scale` above it.
    ///
    /// # Errors
    /// A negative scale.
    pub fn shifted_exponential(shift: f64, scale: f64) -> Result<Self, InvalidDistribution> {
        let shape = Shape::Exponential {
            shift: finite("the shift", shift)?,
            scale: not_negative("the mean", scale)?,
        };
        Ok(Self::whole(shape))
    }

    /// Any value between two equally likely.
    ///
    /// # Errors
    /// Bounds in the wrong order.
    pub fn uniform(low: f64, high: f64) -> Result<Self, InvalidDistribution> {
        ordered("the minimum", finite("the minimum", low)?, "the maximum", finite("the maximum", high)?)?;
        Ok(Self::whole(Shape::Uniform { low, width: high - low }))
    }

    /// Normal.
    ///
    /// # Errors
    /// A negative standard deviation.
    pub fn normal(mean: f64, sd: f64) -> Result<Self, InvalidDistribution> {
        let shape = Shape::Normal {
            mean: finite("the mean", mean)?,
            sd: not_negative("the standard deviation", sd)?,
        };
        Ok(Self::whole(shape))
    }

    /// Log-normal: `shift` and a value whose logarithm is normal with mean `mu` and standard deviation `sigma`.
    ///
    /// # Errors
    /// A negative `sigma`.
    pub fn log_normal(mu: f64, sigma: f64, shift: f64) -> Result<Self, InvalidDistribution> {
        let (mu, sigma) = (finite("mu", mu)?, not_negative("sigma", sigma)?);
        Ok(Self::whole(Shape::LogNormal { mu, sigma, shift: finite("the shift", shift)? }))
    }

    /// Log-normal by its mean and variance.
    ///
    /// # Errors
    /// A mean that is not positive, a negative variance.
    pub fn log_normal_by_moments(mean: f64, variance: f64) -> Result<Self, InvalidDistribution> {
        let (mean, variance) = (positive("the mean", mean)?, not_negative("the variance", variance)?);
        let sigma_2 = (variance / (mean * mean)).ln_1p();
        Self::log_normal(mean.ln() - sigma_2 / 2.0, sigma_2.sqrt(), 0.0)
    }

    /// Gamma: `shift` and a value of this shape and scale.
    ///
    /// # Errors
    /// A shape or scale that is not positive.
    pub fn gamma(shape: f64, scale: f64, shift: f64) -> Result<Self, InvalidDistribution> {
        let (shape, scale) = (positive("the shape", shape)?, positive("the scale", scale)?);
        let gamma = Gamma::new(shape, scale).map_err(|_| InvalidDistribution::Parameter {
            parameter: "the shape",
            value: shape,
            wanted: "a number that the scale can be multiplied with",
        })?;
        Ok(Self::whole(Shape::Gamma { gamma, shape, scale, shift: finite("the shift", shift)? }))
    }

    /// Gamma by its mean and variance.
    ///
    /// # Errors
    /// A mean or variance that is not positive.
    pub fn gamma_by_moments(mean: f64, variance: f64) -> Result<Self, InvalidDistribution> {
        let (mean, variance) = (positive("the mean", mean)?, positive("the variance", variance)?);
        Self::gamma(mean * mean / variance, variance / mean, 0.0)
    }

    /// Weibull: `shift` and a value of this shape and scale.
    ///
    /// # Errors
    /// A shape or scale that is not positive.
    pub fn weibull(shape: f64, scale: f64, shift: f64) -> Result<Self, InvalidDistribution> {
        let (shape, scale) = (positive("the shape", shape)?, positive("the scale", scale)?);
        Ok(Self::whole(Shape::Weibull { shape, scale, shift: finite("the shift", shift)? }))
    }

    /// Triangular.
    ///
    /// # Errors
    /// Parameters in the wrong order.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Result<Self, InvalidDistribution> {
        let (low, mode) = (finite("the minimum", low)?, finite("the mode", mode)?);
        ordered("the minimum", low, "the mode", mode)?;
        ordered("the mode", mode, "the maximum", finite("the maximum", high)?)?;
        Ok(Self::whole(Shape::Triangular { low, mode, high }))
    }

    /// Beta between two bounds.
    ///
    /// # Errors
    /// A parameter that is not positive, bounds in the wrong order.
    pub fn beta(alpha: f64, beta: f64, low: f64, high: f64) -> Result<Self, InvalidDistribution> {
        let (alpha, second) = (positive("alpha", alpha)?, positive("beta", beta)?);
        ordered("the minimum", finite("the minimum", low)?, "the maximum", finite("the maximum", high)?)?;
        let beta = Beta::new(alpha, second).map_err(|_| InvalidDistribution::Parameter {
            parameter: "alpha",
            value: alpha,
            wanted: "a positive number",
        })?;
        Ok(Self::whole(Shape::Beta { beta, alpha, second, low, width: high - low }))
    }

    /// The sum of a normal value and an exponential one of mean `exponential`.
    ///
    /// # Errors
    /// A negative standard deviation or exponential mean.
    pub fn exponential_normal(mean: f64, sd: f64, exponential: f64) -> Result<Self, InvalidDistribution> {
        let (sd, exponential) =
            (not_negative("the standard deviation", sd)?, not_negative("the exponential part", exponential)?);
        Ok(Self::whole(Shape::ExponentialNormal { mean: finite("the mean", mean)?, sd, exponential }))
    }

    /// Values with the share of draws that are at most each (`cumulated`, rising; the last stands for all).
    ///
    /// # Errors
    /// Lists of different length, shares that fall or are not positive at the end.
    pub fn histogram(cumulated: Vec<f64>, values: Vec<f64>) -> Result<Self, InvalidDistribution> {
        listed(&values)?;
        if cumulated.len() != values.len() {
            return Err(InvalidDistribution::Lengths { shares: cumulated.len(), values: values.len() });
        }
        let mut before = 0.0;
        for &up_to in &cumulated {
            ordered("a cumulated share", before, "the next", finite("a cumulated share", up_to)?)?;
            before = up_to;
        }
        positive("the last cumulated share", before)?;
        Ok(Self::whole(Shape::Histogram { cumulated, values }))
    }

    /// One of the values seen, each equally likely.
    ///
    /// # Errors
    /// No values, too many, or a negative one.
    pub fn empirical(values: Vec<f64>) -> Result<Self, InvalidDistribution> {
        listed(&values)?;
        Ok(Self::whole(Shape::Empirical(values)))
    }
}

fn listed(values: &[f64]) -> Result<(), InvalidDistribution> {
    match values.len() {
        0 => Err(InvalidDistribution::Empty),
        count if count > MAX_VALUES => Err(InvalidDistribution::TooMany { count }),
        _ => values.iter().try_for_each(|value| not_negative("a value", *value).map(|_| ())),
    }
}

fn finite(parameter: &'static str, value: f64) -> Result<f64, InvalidDistribution> {
    check(parameter, value, "a number", value.is_finite())
}

fn not_negative(parameter: &'static str, value: f64) -> Result<f64, InvalidDistribution> {
    check(parameter, value, "zero or more", value.is_finite() && value >= 0.0)
}

fn positive(parameter: &'static str, value: f64) -> Result<f64, InvalidDistribution> {
    check(parameter, value, "more than zero", value.is_finite() && value > 0.0)
}

fn check(
    parameter: &'static str,
    value: f64,
    wanted: &'static str,
    holds: bool,
) -> Result<f64, InvalidDistribution> {
    if holds { Ok(value) } else { Err(InvalidDistribution::Parameter { parameter, value, wanted }) }
}

fn ordered(
    low_name: &'static str,
    low: f64,
    high_name: &'static str,
    high: f64,
) -> Result<(), InvalidDistribution> {
    if low <= high { Ok(()) } else { Err(InvalidDistribution::Order { low_name, low, high_name, high }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Stream};

    /// Means, and standard deviations by the textbook formula of each.
    #[test]
    fn draws_have_the_mean_and_spread_of_their_distribution() {
        let cases: Vec<(&str, Distribution, f64, f64)> = vec![
            ("exponential", Distribution::exponential(300.0).unwrap(), 300.0, 300.0),
            ("uniform", Distribution::uniform(60.0, 240.0).unwrap(), 150.0, 180.0 / 12f64.sqrt()),
            ("normal", Distribution::normal(100.0, 5.0).unwrap(), 100.0, 5.0),
            ("log-normal", Distribution::log_normal_by_moments(50.0, 400.0).unwrap(), 50.0, 20.0),
            ("gamma", Distribution::gamma_by_moments(900.0, 405_000.0).unwrap(), 900.0, 405_000f64.sqrt()),
            ("Weibull", Distribution::weibull(2.0, 10.0, 0.0).unwrap(), 8.862_269_254_527_58, 4.632_513_755),
            ("triangular", Distribution::triangular(0.0, 3.0, 9.0).unwrap(), 4.0, (63.0f64 / 18.0).sqrt()),
            ("beta", Distribution::beta(2.0, 3.0, 10.0, 20.0).unwrap(), 14.0, 2.0),
            ("exponential-normal", Distribution::exponential_normal(100.0, 3.0, 4.0).unwrap(), 104.0, 5.0),
            (
                "histogram",
                Distribution::histogram(vec![0.25, 0.25, 1.0], vec![1.0, 2.0, 5.0]).unwrap(),
                4.0,
                3f64.sqrt(),
            ),
            ("empirical", Distribution::empirical(vec![1.0, 3.0]).unwrap(), 2.0, 1.0),
        ];
        let n = 200_000u32;
        for (name, distribution, mean, sd) in cases {
            let key = Purpose::new("test", name).key(7, 0);
            let draws: measure::Moments =
                (0..n).map(|case| distribution.draw(&mut Stream::at(key, u64::from(case), 0))).collect();
            assert!((distribution.mean() - mean).abs() < 1e-9, "{name}");
            let error = sd / f64::from(n).sqrt();
            assert!((draws.mean().unwrap() - mean).abs() < 4.5 * error, "{name}: {:?}", draws.mean());
            let spread = draws.variance().unwrap().sqrt();
            assert!((spread / sd - 1.0).abs() < 0.02, "{name}: {spread} is not {sd}");
        }
    }

    #[test]
    fn draws_stay_within_their_bounds() {
        let bounded = Distribution::normal(10.0, 20.0).unwrap().within(5.0, 12.0).unwrap();
        let impossible = Distribution::exponential(1.0).unwrap().within(1e6, 2e6).unwrap();
        for case in 0..2_000 {
            let mut stream = Stream::at(Purpose::new("test", "bounds").key(1, 0), case, 0);
            assert!((5.0..=12.0).contains(&bounded.draw(&mut stream)));
            assert_eq!(impossible.draw(&mut stream), 1.5e6);
        }
        let mean_inside = Distribution::normal(7.0, 1e-9).unwrap().within(7.5, 6.5).unwrap();
        assert_eq!(mean_inside.draw(&mut Stream::at(0, 0, 0)), 7.0);
    }

    #[test]
    fn what_is_no_distribution_is_refused() {
        assert!(Distribution::fixed(-1.0).is_err());
        assert!(Distribution::exponential(f64::NAN).is_err());
        assert!(Distribution::uniform(2.0, 1.0).is_err());
        assert!(Distribution::gamma(0.0, 1.0, 0.0).is_err());
        assert!(Distribution::triangular(1.0, 5.0, 4.0).is_err());
        assert!(Distribution::histogram(vec![0.5, 0.4], vec![1.0, 2.0]).is_err());
        assert!(Distribution::histogram(vec![1.0], vec![1.0, 2.0]).is_err());
        assert!(Distribution::empirical(vec![]).is_err());
        assert!(Distribution::empirical(vec![-0.1]).is_err());
        assert_eq!(
            Distribution::normal(1.0, -2.0).unwrap_err().to_string(),
            "the standard deviation is -2; it has to be zero or more"
        );
    }
}

//! Distributions of times and amounts: what they are, and one draw from them.

mod fit;
mod make;
mod words;

use rand_distr::{Beta, Distribution as _, Gamma, StandardNormal};

use crate::stream::Stream;

pub use fit::{Fit, fit};
pub use make::{InvalidDistribution, MAX_VALUES};

/// How often a draw that lies out of bounds is repeated before the stand-in is taken.
const TRIES: u32 = 100;

/// A distribution of a duration in seconds, or of an amount, that is never below zero.
///
/// A draw that lies out of bounds is repeated, up to a hundred times; then the mean is taken where it lies within the
/// bounds, else their middle. This is truncation as Prosimos defines it.
///
/// ```
/// use sim::{Distribution, Purpose, Stream};
///
/// let minutes = Distribution::exponential(300.0).unwrap().within(0.0, 3600.0).unwrap();
/// let key = Purpose::new("task", "call").key(1, 0);
/// let drawn = minutes.draw(&mut Stream::at(key, 0, 0));
/// assert!((0.0..=3600.0).contains(&drawn));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    shape: Shape,
    low: f64,
    high: f64,
    stand_in: f64,
}

/// The forms that a distribution may have.
#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Fixed(f64),
    Exponential {
        shift: f64,
        scale: f64,
    },
    Uniform {
        low: f64,
        width: f64,
    },
    Normal {
        mean: f64,
        sd: f64,
    },
    LogNormal {
        mu: f64,
        sigma: f64,
        shift: f64,
    },
    Gamma {
        gamma: Gamma<f64>,
        shape: f64,
        scale: f64,
        shift: f64,
    },
    Weibull {
        shape: f64,
        scale: f64,
        shift: f64,
    },
    Triangular {
        low: f64,
        mode: f64,
        high: f64,
    },
    Beta {
        beta: Beta<f64>,
        alpha: f64,
        second: f64,
        low: f64,
        width: f64,
    },
    /// Sum of a normal and an exponential value.
    ExponentialNormal {
        mean: f64,
        sd: f64,
        exponential: f64,
    },
    /// Cumulated shares and the value of each.
    Histogram {
        cumulated: Vec<f64>,
        values: Vec<f64>,
    },
    Empirical(Vec<f64>),
}

impl Distribution {
    /// One value.
    #[inline]
    #[must_use]
    pub fn draw(&self, stream: &mut Stream) -> f64 {
        if let Shape::Fixed(value) = self.shape {
            return value;
        }
        for _ in 0..TRIES {
            let value = self.shape.draw(stream);
            if self.low <= value && value <= self.high {
                return value;
            }
        }
        self.stand_in
    }

    /// The mean; for a truncated distribution that of the whole one, which is what its file states.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.shape.mean()
    }

    /// Whether it can only be one value, and which.
    #[must_use]
    pub fn fixed_value(&self) -> Option<f64> {
        match self.shape {
            Shape::Fixed(value) => Some(value),
            _ => None,
        }
    }
}

impl Shape {
    #[inline]
    fn draw(&self, stream: &mut Stream) -> f64 {
        match self {
            Self::Fixed(value) => *value,
            Self::Exponential { shift, scale } => shift - scale * stream.uniform().ln(),
            Self::Uniform { low, width } => low + width * stream.uniform(),
            Self::Normal { mean, sd } => mean + sd * normal(stream),
            Self::LogNormal { mu, sigma, shift } => shift + (mu + sigma * normal(stream)).exp(),
            Self::Gamma { gamma, shift, .. } => shift + gamma.sample(stream),
            Self::Weibull { shape, scale, shift } => {
                shift + scale * (-stream.uniform().ln()).powf(shape.recip())
            }
            Self::Triangular { low, mode, high } => triangular(*low, *mode, *high, stream.uniform()),
            Self::Beta { beta, low, width, .. } => low + width * beta.sample(stream),
            Self::ExponentialNormal { mean, sd, exponential } => {
                mean + sd * normal(stream) - exponential * stream.uniform().ln()
            }
            Self::Histogram { cumulated, values } => {
                let share = stream.uniform() * cumulated[cumulated.len() - 1];
                values[cumulated.partition_point(|up_to| *up_to < share).min(values.len() - 1)]
            }
            Self::Empirical(values) => {
                values[((stream.uniform() * values.len() as f64) as usize).min(values.len() - 1)]
            }
        }
    }

    fn mean(&self) -> f64 {
        match self {
            Self::Fixed(value) => *value,
            Self::Exponential { shift, scale } => shift + scale,
            Self::Uniform { low, width } => low + width / 2.0,
            Self::Normal { mean, .. } => *mean,
            Self::LogNormal { mu, sigma, shift } => shift + (mu + sigma * sigma / 2.0).exp(),
            Self::Gamma { shape, scale, shift, .. } => shift + shape * scale,
            Self::Weibull { shape, scale, shift } => {
                shift + scale * statrs::function::gamma::gamma(1.0 + shape.recip())
            }
            Self::Triangular { low, mode, high } => (low + mode + high) / 3.0,
            Self::Beta { alpha, second, low, width, .. } => low + width * alpha / (alpha + second),
            Self::ExponentialNormal { mean, exponential, .. } => mean + exponential,
            Self::Histogram { cumulated, values } => {
                let mut before = 0.0;
                let mut sum = 0.0;
                for (up_to, value) in cumulated.iter().zip(values) {
                    sum += (up_to - before) * value;
                    before = *up_to;
                }
                sum / before
            }
            Self::Empirical(values) => values.iter().sum::<f64>() / values.len() as f64,
        }
    }
}

fn normal(stream: &mut Stream) -> f64 {
    StandardNormal.sample(stream)
}

/// The value below which the share `u` of a triangular distribution lies.
fn triangular(low: f64, mode: f64, high: f64, u: f64) -> f64 {
    let width = high - low;
    if width <= 0.0 {
        return low;
    }
    if u * width < mode - low {
        low + (u * width * (mode - low)).sqrt()
    } else {
        high - ((1.0 - u) * width * (high - mode)).sqrt()
    }
}

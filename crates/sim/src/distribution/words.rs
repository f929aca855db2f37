//! Distributions in the words of our own scenarios.

use super::{Distribution, Shape};

impl Distribution {
    /// The value that TOML has for it; none of one that our format has no words for.
    pub(crate) fn toml(&self) -> Option<String> {
        let words = match &self.shape {
            Shape::Fixed(value) => format!("fixed {value}"),
            Shape::Exponential { shift: 0.0, scale } => format!("exponential {scale}"),
            Shape::Uniform { low, width } => format!("uniform {low} {}", low + width),
            Shape::Normal { mean, sd } => format!("normal {mean} {sd}"),
            Shape::LogNormal { mu, sigma, shift: 0.0 } => {
                let mean = (mu + sigma * sigma / 2.0).exp();
                format!("lognormal {mean} {}", mean * (sigma * sigma).exp_m1().sqrt())
            }
            Shape::Gamma { shape, scale, shift: 0.0, .. } => {
                format!("gamma {} {}", shape * scale, shape.sqrt() * scale)
            }
            Shape::Weibull { shape, scale, shift: 0.0 } => format!("weibull {shape} {scale}"),
            Shape::Triangular { low, mode, high } => format!("triangular {low} {mode} {high}"),
            Shape::Beta { alpha, second, low, width, .. } => {
                format!("beta {alpha} {second} {low} {}", low + width)
            }
            Shape::Empirical(values) if (self.low, self.high) == (0.0, f64::INFINITY) => {
                let values: Vec<String> = values.iter().map(ToString::to_string).collect();
                return Some(format!("[{}]", values.join(", ")));
            }
            _ => return None,
        };
        let bounds = match (self.low, self.high) {
            (0.0, f64::INFINITY) => String::new(),
            (low, high) if high.is_finite() => format!(" within {low} {high}"),
            _ => return None,
        };
        Some(format!("\"{words}{bounds}\""))
    }
}

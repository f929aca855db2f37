//! Values of parameters: numbers, durations, distributions.

use bpmn::xml::NodeId;
use jiff::Span;

use super::Reader;
use crate::distribution::{Distribution, InvalidDistribution};
use crate::place::Mistake;

pub(super) fn unit_seconds(unit: &str) -> Option<f64> {
    Some(match unit {
        "ms" => 1e-3,
        "s" => 1.0,
        "min" => 60.0,
        "hour" => 3_600.0,
        "day" => 86_400.0,
        _ => return None,
    })
}

impl Reader<'_> {
    /// The value of a parameter: its first element that is not a request for a result.
    fn value(&mut self, parameter: NodeId) -> Option<(NodeId, String)> {
        let found = self.inner(parameter).into_iter().find(|(_, name)| name != "ResultRequest");
        if found.is_none() {
            self.note(parameter, Mistake::Missing("a value".into()));
        }
        found
    }

    /// A number as it stands.
    pub(super) fn number(&mut self, parameter: NodeId) -> Option<f64> {
        let (node, name) = self.value(parameter)?;
        if !matches!(&*name, "NumericParameter" | "FloatingParameter") {
            self.note(node, Mistake::Type { wanted: "a number", found: name });
            return None;
        }
        self.attribute(node, "value")
    }

    fn attribute(&mut self, node: NodeId, name: &str) -> Option<f64> {
        let text = self.document.attribute(node, "", name).map(ToOwned::to_owned);
        let Some(text) = text else {
            self.note(node, Mistake::Missing(name.to_owned()));
            return None;
        };
        let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
        if number.is_none() {
            self.note(node, Mistake::Type { wanted: "a number", found: format!("\"{text}\"") });
        }
        number
    }

    /// A time: a number, a duration or a distribution, in seconds.
    pub(super) fn distribution(&mut self, parameter: NodeId) -> Option<Distribution> {
        let (node, name) = self.value(parameter)?;
        let unit = match self.document.attribute(node, "", "timeUnit").map(ToOwned::to_owned) {
            None => self.unit_s,
            Some(word) => match unit_seconds(&word) {
                Some(seconds) => seconds,
                None => {
                    let known = "ms, s, min, hour, day";
                    self.note(node, Mistake::Word { word, what: "unit of time", known });
                    return None;
                }
            },
        };
        let mut time = |name: &str| self.attribute(node, name).map(|value| value * unit);
        let made = match &*name {
            "NumericParameter" | "FloatingParameter" => Distribution::fixed(time("value")?),
            "DurationParameter" => {
                let text = self.document.attribute(node, "", "value").unwrap_or_default().to_owned();
                let Some(seconds) = duration(&text) else {
                    let found = format!("\"{text}\"");
                    self.note(node, Mistake::Type { wanted: "a duration such as PT15M", found });
                    return None;
                };
                Distribution::fixed(seconds)
            }
            "NegativeExponentialDistribution" | "ExponentialDistribution" => {
                Distribution::exponential(time("mean")?)
            }
            "UniformDistribution" => Distribution::uniform(time("min")?, time("max")?),
            "TriangularDistribution" => Distribution::triangular(time("min")?, time("mode")?, time("max")?),
            "NormalDistribution" => Distribution::normal(time("mean")?, time("standardDeviation")?),
            "TruncatedNormalDistribution" => {
                let made = Distribution::normal(time("mean")?, time("standardDeviation")?);
                let (low, high) = (time("min")?, time("max")?);
                made.and_then(|made| made.within(low, high))
            }
            "LogNormalDistribution" => {
                Distribution::log_normal_by_moments(time("mean")?, time("standardDeviation")?.powi(2))
            }
            "ErlangDistribution" => {
                let (mean, k) = (time("mean")?, self.attribute(node, "k")?);
                Distribution::gamma(k, mean / k.max(f64::MIN_POSITIVE), 0.0)
            }
            "GammaDistribution" => {
                let (scale, shape) = (time("scale")?, self.attribute(node, "shape")?);
                Distribution::gamma(shape, scale, 0.0)
            }
            "WeibullDistribution" => {
                let (scale, shape) = (time("scale")?, self.attribute(node, "shape")?);
                Distribution::weibull(shape, scale, 0.0)
            }
            _ => {
                self.note(node, Mistake::Unsupported("this value of a time in BPSim"));
                return None;
            }
        };
        self.made(node, &name, made)
    }

    fn made(
        &mut self,
        node: NodeId,
        name: &str,
        made: Result<Distribution, InvalidDistribution>,
    ) -> Option<Distribution> {
        made.map_err(|why| self.note(node, Mistake::Distribution { name: name.to_owned(), why })).ok()
    }
}

/// Seconds of an ISO 8601 duration without months and years.
fn duration(text: &str) -> Option<f64> {
    let span: Span = text.trim().parse().ok()?;
    if span.get_years() != 0 || span.get_months() != 0 {
        return None;
    }
    let days = f64::from(span.get_weeks()) * 7.0 + f64::from(span.get_days());
    let minutes = f64::from(span.get_hours()) * 60.0 + span.get_minutes() as f64;
    Some(days * 86_400.0 + minutes * 60.0 + span.get_seconds() as f64 + span.get_milliseconds() as f64 / 1e3)
}

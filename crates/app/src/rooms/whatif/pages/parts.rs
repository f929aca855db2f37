//! What the pages share: finding the process with what was calibrated, and how figures are said.

use crate::App;
use crate::rooms::processes::{self, Head, Process};
use crate::rooms::whatif::calibration::{Calibration, Impossible, LEAST_CASES};
use crate::rooms::whatif::queries::{self, Today};
use crate::rooms::whatif::simulation::{Compared, Estimate};
use crate::web::{Problem, Say, Text, Visit};
use language::Value;
use std::sync::Arc;

/// A process with the head of its pages, and what its journal says.
pub struct Known {
    pub head: Head,
    pub today: Arc<Today>,
}

impl Known {
    /// The process with this key.
    pub async fn of(app: &App, visit: &Visit, key: &str) -> Result<Self, Problem> {
        let process = process(app, key).await?;
        let today = queries::today(app, &process, visit.now()).await?;
        let mut db = app.db().read().await?;
        let figures = processes::measured(&mut db, app.measures(), &process, visit.now()).await?;
        let head = Head::of(&mut db, process, "what-if", figures.cases, &visit.say).await?;
        Ok(Self { head, today })
    }

    /// What was calibrated.
    pub fn calibration(&self) -> Result<&Calibration, Problem> {
        self.today.known.as_ref().map_err(|why| Problem::Invalid(impossible(*why)))
    }
}

pub async fn process(app: &App, key: &str) -> Result<Process, Problem> {
    processes::find(&mut app.db().read().await?, key).await?.ok_or(Problem::NotFound)
}

/// Why nothing can be simulated.
pub fn impossible(why: Impossible) -> Text {
    match why {
        Impossible::FewCases { n } => Text::key("whatif-few-cases").with("n", n).with("least", LEAST_CASES),
        Impossible::NoWay => Text::key("whatif-no-way"),
        Impossible::Refused => Text::key("whatif-impossible"),
    }
}

/// A value as it is said, and its interval; empty without one.
#[derive(Clone, Default)]
pub struct Said {
    pub value: String,
    pub range: String,
}

/// Whether a difference is told from none, and large enough to be read.
fn is_seen(speech: &Speech<'_>, compared: &Compared) -> bool {
    let Some(mean) = compared.delta.mean else { return false };
    let is_clear = compared.delta.range.is_none() && mean != 0.0 || compared.delta.is_clear();
    is_clear && !speech.is_nothing(&compared.of, mean)
}

/// How figures are said.
pub struct Speech<'a> {
    pub say: &'a Say,
    pub currency: Option<&'a str>,
}

/// A figure, and whether more of it is better.
pub fn is_more_better(figure: &str) -> Option<bool> {
    match figure {
        "wait" | "queue" | "lead" | "cost" | "staff" | "left" => Some(false),
        "throughput" | "within" => Some(true),
        _ => None,
    }
}

impl Speech<'_> {
    /// A value of a figure, with its unit.
    pub fn value(&self, figure: &str, value: f64) -> String {
        let language = self.say.language;
        match figure {
            "wait" | "queue" | "lead" => self.say.duration(&value),
            "throughput" => self.say.number(&value, &1),
            "cost" | "staff" => match self.currency {
                Some(currency) => language.money(value, currency),
                None => self.say.number(&value, &2),
            },
            _ => language.percent(value, 1),
        }
    }

    /// A value, and its interval.
    pub fn estimate(&self, figure: &str, estimate: &Estimate) -> Said {
        let Some(mean) = estimate.mean else { return Said { value: "–".to_owned(), range: String::new() } };
        let range = estimate.range.filter(|[low, high]| low < high);
        let said = |value: f64| self.value(figure, value.max(0.0));
        Said {
            value: self.value(figure, mean),
            range: range.map_or_else(String::new, |[low, high]| self.range(&said(low), &said(high))),
        }
    }

    /// A difference with its sign, and its interval.
    pub fn difference(&self, figure: &str, delta: &Estimate) -> Said {
        let Some(mean) = delta.mean else { return Said { value: "–".to_owned(), range: String::new() } };
        let signed = |value: f64| {
            let said = self.value(figure, value.abs());
            let sign = if value < 0.0 { "−" } else { "+" };
            if self.is_nothing(figure, value) { said } else { format!("{sign}{said}") }
        };
        let range = delta.range.filter(|ends| ends.iter().any(|end| !self.is_nothing(figure, *end)));
        Said {
            value: signed(mean),
            range: range.map_or_else(String::new, |[low, high]| self.range(&signed(low), &signed(high))),
        }
    }

    /// Whether a value is said like none.
    fn is_nothing(&self, figure: &str, value: f64) -> bool {
        const NEARLY_NONE: f64 = 1e-9;
        let said = self.value(figure, value.abs());
        said == self.value(figure, 0.0) || said == self.value(figure, NEARLY_NONE)
    }

    fn range(&self, low: &str, high: &str) -> String {
        self.say.with2("whatif-range", ("low", low), ("high", high))
    }

    /// What a difference means, in a sentence.
    pub fn sentence(&self, compared: &Compared) -> String {
        let figure = &*compared.of;
        let Some(mean) = compared.delta.mean else { return self.say.text("whatif-says-unknown") };
        // What is known without chance has no interval.
        let [low, high] = compared.delta.range.unwrap_or([mean, mean]);
        if low == 0.0 && high == 0.0 {
            return self.say.text("whatif-says-same");
        }
        if !is_seen(self, compared) {
            return self.say.text("whatif-says-none");
        }
        let (nearer, farther) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
        let key = format!("whatif-says-{figure}-{}", if mean < 0.0 { "less" } else { "more" });
        let points = |value: f64| match figure {
            "within" | "left" => self.say.number(&(value * 100.0), &1),
            _ => self.value(figure, value),
        };
        let values = [
            ("by", Value::from(points(mean.abs()))),
            ("low", points(nearer).into()),
            ("high", points(farther).into()),
        ];
        self.say.language.text_with(&key, &values)
    }

    /// Class of a difference: good, bad, or neither.
    pub fn tone(&self, compared: &Compared) -> &'static str {
        let better = is_more_better(&compared.of);
        match (is_seen(self, compared), compared.delta.mean, better) {
            (true, Some(mean), Some(more)) if (mean > 0.0) == more => "good",
            (true, Some(_), Some(_)) => "bad",
            _ => "",
        }
    }
}

//! How scores are said: figures with their intervals, changes, and sentences about them.

use crate::rooms::feedback::model::Question;
use crate::rooms::feedback::queries::{Line, Listed, RECENT_DAYS};
use crate::web::Say;
use chart::{Estimate, Tone};
use language::Value;

/// Parts with fewer answers are shown, but no sentence is built on them.
pub const ENOUGH: u64 = 30;

/// Says the scores of one question.
#[derive(Debug, Clone)]
pub struct Speech {
    pub say: Say,
    pub question: Question,
}

/// A change, and whether it is one.
pub struct Change {
    pub text: String,
    pub class: &'static str,
}

/// A figure as tables show it.
pub struct Shown {
    pub value: String,
    pub interval: String,
    /// Value and interval in one sentence.
    pub whole: String,
    /// Places on the scale in percent: the value, and the ends of the interval.
    pub at: String,
    pub low: String,
    pub high: String,
    pub class: &'static str,
}

impl Speech {
    pub fn text(&self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        self.say.language.text_with(key, values)
    }

    /// A figure: points of recommendation with their sign, percent of the others.
    pub fn figure(&self, value: f64) -> String {
        match self.question {
            Question::Nps => self.say.language.signed(value, 0),
            _ => self.say.language.percent(value / 100.0, 0),
        }
    }

    pub fn interval(&self, estimate: Estimate) -> String {
        let (low, high) = (self.figure(estimate.low), self.figure(estimate.high));
        self.text("feedback-interval", &[("low", low.into()), ("high", high.into())])
    }

    /// A figure with its interval.
    pub fn whole(&self, estimate: Estimate) -> String {
        let value = self.figure(estimate.value);
        let (low, high) = (self.figure(estimate.low), self.figure(estimate.high));
        self.text("feedback-value", &[("value", value.into()), ("low", low.into()), ("high", high.into())])
    }

    pub fn count(&self, n: u64) -> String {
        self.say.language.count(n)
    }

    pub fn answers(&self, n: u64) -> String {
        self.text("feedback-count", &[("n", n.into())])
    }

    /// The figure of a row; coloured where it differs from that of everything beyond chance.
    pub fn shown(&self, estimate: Estimate, tone: Tone) -> Shown {
        let place = |value: f64| {
            let share = if self.question == Question::Nps { (value + 100.0) / 2.0 } else { value };
            format!("{:.1}%", share.clamp(0.0, 100.0))
        };
        Shown {
            value: self.figure(estimate.value),
            interval: self.interval(estimate),
            whole: self.whole(estimate),
            at: place(estimate.value),
            low: place(estimate.low),
            high: place(estimate.high),
            class: match tone {
                Tone::Plain => "",
                Tone::Good => "good",
                Tone::Bad => "bad",
            },
        }
    }

    /// The change against the quarter before, said only of enough answers on both sides.
    pub fn change(&self, line: &Line) -> Option<Change> {
        if line.recent.n() < ENOUGH || line.before.n() < ENOUGH {
            return None;
        }
        let change = line.recent.change_since(&line.before)?;
        let class = match change {
            Estimate { low, .. } if low > 0.0 => "better",
            Estimate { high, .. } if high < 0.0 => "worse",
            _ => "quiet-words",
        };
        let points = self.say.language.signed(change.value, 0);
        let low = self.say.language.signed(change.low, 0);
        let high = self.say.language.signed(change.high, 0);
        let values = [("value", points.into()), ("low", low.into()), ("high", high.into())];
        Some(Change { text: self.text("feedback-change", &values), class })
    }

    /// What there was of late, and whether it became better.
    pub fn lately(&self, line: &Line) -> String {
        let answers = self.answers(line.recent.n());
        let days = RECENT_DAYS.to_string();
        let lately = self.text("feedback-lately", &[("answers", answers.into()), ("days", days.into())]);
        let change = match self.change(line) {
            None => self.say.text("feedback-compares-nothing"),
            Some(change) => {
                let key = match change.class {
                    "better" => "feedback-rose",
                    "worse" => "feedback-fell",
                    _ => "feedback-chance",
                };
                self.say.with(key, "change", &change.text)
            }
        };
        self.sentences(&[lately, change])
    }

    /// Sentences one after the other; Chinese ones without a blank.
    pub fn sentences(&self, sentences: &[String]) -> String {
        sentences.join(if self.say.code() == "zh" { "" } else { " " })
    }

    /// A score on its scale, of the most that could be answered.
    pub fn of_most(&self, listed: &Listed) -> String {
        let answer = &listed.answer;
        let (_, most) = answer.question.scale();
        self.text(
            "feedback-of",
            &[("score", answer.score.to_string().into()), ("most", most.to_string().into())],
        )
    }
}

/// Better or worse than everything only where the interval says so.
pub fn tone(estimate: Estimate, n: u64, whole: Option<Estimate>) -> Tone {
    match whole {
        Some(whole) if n >= ENOUGH && estimate.low > whole.value => Tone::Good,
        Some(whole) if n >= ENOUGH && estimate.high < whole.value => Tone::Bad,
        _ => Tone::Plain,
    }
}

//! What several pages show: the head of a process, and a score on its scale.

use crate::rooms::processes::filter::{Facet, Filter, NONE};
use crate::rooms::processes::model::{Process, State};
use crate::rooms::processes::queries;
use crate::web::Say;
use db::{Connection, Error};
use jiff::Timestamp;
use measure::Nps;

/// A score with its interval, as a drawing on the scale from −100 to 100 and in words.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreView {
    /// Class of the drawing.
    pub class: &'static str,
    /// Where the interval begins, the value lies and the interval ends, in percent of the width.
    pub places: [String; 3],
    /// The value with its sign.
    pub value: String,
    /// Value and interval in words.
    pub label: String,
    /// How many answers.
    pub n: u64,
}

impl ScoreView {
    /// The score; none without answers.
    #[must_use]
    pub fn of(nps: &Nps, say: &Say) -> Option<Self> {
        let (score, range) = (nps.score()?, nps.ci95_score()?);
        let signed = |value: f64| say.language.signed(value, 0);
        let place = |value: f64| format!("{:.1}%", (value + 100.0) / 2.0);
        let class = match (range.low, range.high) {
            (_, high) if high < 0.0 => "bad",
            (low, _) if low > 0.0 => "good",
            _ => "",
        };
        let values = [
            ("score", signed(score).into()),
            ("low", signed(range.low).into()),
            ("high", signed(range.high).into()),
            ("n", nps.n().into()),
        ];
        Some(Self {
            class,
            places: [place(range.low), place(score), place(range.high)],
            value: signed(score),
            label: say.language.text_with("process-score-label", &values),
            n: nps.n(),
        })
    }
}

/// The address of the cases of a process that were opened since.
#[must_use]
pub fn cases_since(key: &str, since: &Timestamp) -> String {
    format!("/cases?process={key}&status=all&since={}", since.strftime("%Y-%m-%d"))
}

/// Class of the badge that says how far a process is.
#[must_use]
pub fn badge(state: State) -> &'static str {
    match state {
        State::Published => "good",
        State::Idea | State::Draft => "warning",
        State::Review => "busy",
        State::Archived => "over",
    }
}

/// What is said of a process beside its name, its owner and its state.
fn facts(process: &Process, say: &Say) -> Vec<(&'static str, String, String)> {
    let list =
        |facet: Facet, value: &str| format!("/processes?{}", Filter::default().with(facet, value).query());
    let industry = process.industry.as_deref();
    let mut facts = vec![
        ("process-area", process.area.called(say), list(Facet::Area, process.area.as_str())),
        (
            "process-industry",
            industry.map_or_else(|| say.text("process-horizontal"), str::to_owned),
            list(Facet::Industry, industry.unwrap_or(NONE)),
        ),
        (
            "process-initiator",
            say.of("initiator-", process.initiator.as_str()),
            list(Facet::Initiator, process.initiator.as_str()),
        ),
    ];
    let words = [
        ("process-partners", Facet::Partner, &process.partners),
        ("process-tags", Facet::Tag, &process.tags),
    ];
    for (label, facet, words) in words {
        match words.as_slice() {
            [] => {}
            [word] => facts.push((label, word.clone(), list(facet, word))),
            words => facts.push((label, words.join(", "), String::new())),
        }
    }
    let review = process.facts().review(say.now);
    if let Some(months) = process.review_months {
        let every = say.count("process-months-n", &(months as usize));
        let due = say.of("review-", review.as_str());
        facts.push(("process-review", format!("{due} · {every}"), list(Facet::Review, review.as_str())));
    }
    facts
}

/// The head of the pages of one process.
#[derive(Debug)]
pub struct Head {
    /// The process.
    pub process: Process,
    /// The name of who answers for it.
    pub owner: Option<String>,
    /// The name of its department.
    pub department: Option<String>,
    /// Class of the badge that says how far it is.
    pub badge: &'static str,
    /// More that is said of it: the key of what it is, what it is, and the processes of which the same is said.
    pub facts: Vec<(&'static str, String, String)>,
    /// When it was last looked over.
    pub reviewed: Option<String>,
    /// Which of the tabs is open.
    pub tab: &'static str,
    /// Where its cases are.
    pub cases: String,
    /// How many.
    pub case_count: String,
}

impl Head {
    /// Whether it is of the past.
    #[must_use]
    pub fn is_retired(&self) -> bool {
        self.process.state == State::Archived
    }

    /// The head of a process, with one of its tabs open.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn of(
        db: &mut Connection,
        process: Process,
        tab: &'static str,
        cases: u64,
        say: &Say,
    ) -> Result<Self, Error> {
        let (owner, department) = queries::people(db, &process).await?;
        Ok(Self {
            owner,
            department,
            badge: badge(process.state),
            facts: facts(&process, say),
            reviewed: process.reviewed_at.map(|at| say.with("process-reviewed", "day", &say.day(&at))),
            tab,
            cases: cases_since(&process.key, &(say.now - queries::YEAR)),
            case_count: say.language.count(cases),
            process,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use language::Language;

    #[test]
    fn a_score_lies_on_its_scale_with_its_interval() {
        let say = Say { language: Language::En, zone: TimeZone::UTC, now: Timestamp::UNIX_EPOCH };
        assert_eq!(ScoreView::of(&Nps::default(), &say), None);
        let view = ScoreView::of(&Nps { promoters: 0, passives: 0, detractors: 40 }, &say).unwrap();
        assert_eq!((view.class, view.value.as_str(), view.n), ("bad", "−100", 40));
        assert_eq!((view.places[0].as_str(), view.places[1].as_str()), ("0.0%", "0.0%"));
        let view = ScoreView::of(&Nps { promoters: 1, passives: 0, detractors: 1 }, &say).unwrap();
        assert_eq!((view.class, view.places[1].as_str()), ("", "50.0%"));
    }
}

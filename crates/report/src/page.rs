//! The report as one self-contained page: no script, no network, readable on a phone, in the dark and on paper.

mod flow;
mod improve;
mod listen;
mod parts;
mod promise;
mod table;

use askama::Template;
use chart::Svg;
use eventlog::Problem;
use language::{Language, Value};

use crate::figures::{Month, Part, Report};
use crate::wording;
use flow::FlowView;
use improve::ImproveView;
use listen::ListenView;
use promise::PromiseView;

impl Report {
    /// The report as an HTML page in a language. Text from the data stays text.
    #[must_use]
    pub fn to_html(&self, language: Language) -> String {
        let page = Page::of(self, language);
        // Writing into a string fails only where a template's own filter does, and this one has none that can.
        page.render().unwrap_or_default()
    }
}

/// A picture for wide pages and one for narrow ones, with the sentence that says what they show.
pub(crate) struct Picture {
    pub title: String,
    pub wide: Svg,
    pub narrow: Svg,
    pub says: String,
}

/// A figure at the top of the page.
pub(crate) struct Tile {
    pub label: String,
    pub value: String,
    pub note: String,
}

/// A line of the list of problems.
struct ProblemView {
    file: String,
    lines: String,
    text: String,
    count: String,
}

#[derive(Template)]
#[template(path = "report.html")]
struct Page {
    language: Language,
    title: String,
    about: String,
    facts: String,
    tiles: Vec<Tile>,
    flow: Option<FlowView>,
    listen: Option<ListenView>,
    promise: Option<PromiseView>,
    improve: Option<ImproveView>,
    problems: Vec<ProblemView>,
    problems_say: String,
    styles: [&'static str; 2],
}

impl Page {
    fn of(report: &Report, language: Language) -> Self {
        let words = Words { language, currency: &report.currency };
        Self {
            language,
            title: report.title.to(language).to_owned(),
            about: report.about.to(language).to_owned(),
            facts: words.facts(report),
            tiles: words.tiles(report),
            flow: FlowView::of(report, &words),
            listen: report.scores.as_ref().map(|scores| ListenView::of(scores, &words)),
            promise: report.promise.as_ref().map(|promise| PromiseView::of(promise, report, &words)),
            improve: ImproveView::of(report, &words),
            problems: report
                .problems
                .iter()
                .map(|found| words.problem(&found.file, &found.problem))
                .collect(),
            problems_say: words.problems_say(report),
            styles: [chart::style(), include_str!("page/report.css")],
        }
    }

    fn t(&self, key: &str) -> String {
        self.language.text(key)
    }
}

/// A language and how it writes the report's figures.
pub(crate) struct Words<'a> {
    pub language: Language,
    pub currency: &'a str,
}

impl Words<'_> {
    pub(crate) fn t(&self, key: &str) -> String {
        self.language.text(key)
    }

    pub(crate) fn say(&self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        self.language.text_with(key, values)
    }

    pub(crate) fn count(&self, n: u64) -> String {
        self.language.count(n)
    }

    /// A score or a change of it.
    pub(crate) fn score(&self, value: f64) -> String {
        self.language.number(value, 2)
    }

    pub(crate) fn percent(&self, share: f64) -> String {
        self.language.percent(share, 1)
    }

    pub(crate) fn duration(&self, seconds: f64) -> String {
        self.language.duration(seconds)
    }

    pub(crate) fn money(&self, amount: f64) -> String {
        self.language.money(amount, self.currency)
    }

    pub(crate) fn month(&self, month: Month) -> String {
        self.language.month(month.year, month.month)
    }

    /// Sentences one after the other.
    pub(crate) fn sentences(&self, sentences: &[&str]) -> String {
        // Chinese ones follow each other without a blank.
        sentences.join(if self.language == Language::Zh { "" } else { " " })
    }

    /// What stands between the parts of a list.
    pub(crate) fn comma(&self) -> &'static str {
        if self.language == Language::Zh { "、" } else { ", " }
    }

    pub(crate) fn part(&self, part: &Part) -> String {
        match part {
            Part::Step { name, .. } => name.to(self.language).to_owned(),
            Part::Value(value) => value.clone(),
            Part::Month(month) => self.month(*month),
        }
    }

    fn facts(&self, report: &Report) -> String {
        let cases = self.say("count-cases", &[("n", report.cases.into())]);
        let events = self.say("count-events", &[("n", report.events.into())]);
        let mut facts = vec![cases, events];
        if let Some((from, to)) = report.period {
            let (from, to) = (self.month(from), self.month(to));
            facts.push(self.say("report-period", &[("from", from.into()), ("to", to.into())]));
        }
        facts.join(" · ")
    }

    fn tiles(&self, report: &Report) -> Vec<Tile> {
        let mut tiles = Vec::new();
        if let Some(times) = &report.lead_time {
            tiles.push(Tile {
                label: self.t("report-lead-time"),
                value: self.duration(times.median_s),
                note: self.say("report-lead-time-note", &[("p90", self.duration(times.p90_s).into())]),
            });
        }
        if let Some(scores) = &report.scores
            && let (Some(mean), Some(ci95)) = (scores.all.mean, scores.all.mean_ci95)
        {
            let (low, high) = (self.score(ci95.low), self.score(ci95.high));
            let scale = self.language.number(scores.scale.1, 0);
            tiles.push(Tile {
                label: scores.name.to(self.language).to_owned(),
                value: self.score(mean),
                note: self.say(
                    "report-score-note",
                    &[
                        ("scale", scale.into()),
                        ("low", low.into()),
                        ("high", high.into()),
                        ("n", scores.all.n.into()),
                    ],
                ),
            });
        }
        if let Some(promise) = &report.promise
            && let Some(share) = promise.all.share()
        {
            tiles.push(Tile {
                label: promise.name.to(self.language).to_owned(),
                value: self.percent(share),
                note: self.say(
                    "report-promise-note",
                    &[("late", promise.all.late.into()), ("n", promise.all.n.into())],
                ),
            });
            if promise.compensated {
                tiles.push(Tile {
                    label: self.t("report-owed"),
                    value: self.money(promise.all.compensation),
                    note: self.t("report-owed-note"),
                });
            }
        }
        tiles
    }

    fn problem(&self, file: &str, problem: &Problem) -> ProblemView {
        let lines: Vec<String> = problem.lines.iter().filter(|&&line| line > 0).map(u64::to_string).collect();
        let more = if problem.count > problem.lines.len() as u64 && !lines.is_empty() { ", …" } else { "" };
        ProblemView {
            file: file.to_owned(),
            lines: lines.join(", ") + more,
            text: wording::problem(self.language, problem),
            count: self.count(problem.count),
        }
    }

    fn problems_say(&self, report: &Report) -> String {
        let rows: u64 = report.problems.iter().map(|found| found.problem.count).sum();
        match report.problems.len() {
            0 => self.t("report-problems-none"),
            kinds => self.say("report-problems-say", &[("kinds", kinds.into()), ("rows", rows.into())]),
        }
    }
}

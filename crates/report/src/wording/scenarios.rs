//! What can be wrong with a simulation, in words of each language: a scenario, a map, a number asked for.
//!
//! Texts stand in `locales/*/simulate.ftl`. Each says what is wrong and then what to do.

use language::{Language, Value};
use sim::{Error, InvalidDistribution, InvalidHours, Mistake, Place, Problem, limits};

use super::terms::term;
use super::{quoted, shortened};

/// Names of the two files that a simulation is made of.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The map.
    pub map: &'a str,
    /// The scenario.
    pub scenario: &'a str,
}

/// Everything that an error says, a line each: `file:line:column: what is wrong. What to do.`, as far as the place is
/// known; in JSON, the pointer to the value stands behind the file.
#[must_use]
pub fn error(language: Language, sources: Sources<'_>, error: &Error) -> Vec<String> {
    match error {
        Error::Scenario(problems) | Error::Map(problems) => {
            problems.iter().map(|found| problem(language, sources, found)).collect()
        }
        Error::Option { what, value, least, most } => vec![language.text_with(
            "scenario-refused-option",
            &[
                ("what", term(language, what).into()),
                ("value", number(language, *value).into()),
                ("least", number(language, *least).into()),
                ("most", number(language, *most).into()),
            ],
        )],
        Error::Endless { case, steps, place } => {
            let values = [("case", (*case).into()), ("steps", (*steps).into())];
            let what = language.text_with("scenario-refused-endless", &values);
            vec![placed(language, sources, place, &what)]
        }
        Error::TooManyAtOnce { count, limit } => {
            let values = [("count", (*count).into()), ("limit", (*limit).into())];
            let what = language.text_with("scenario-refused-at-once", &values);
            vec![placed(language, sources, &Place::Whole, &what)]
        }
        Error::Cancelled => vec![language.text("scenario-refused-cancelled")],
    }
}

/// One problem behind its place.
#[must_use]
pub fn problem(language: Language, sources: Sources<'_>, problem: &Problem) -> String {
    placed(language, sources, &problem.place, &mistake(language, &problem.what))
}

fn placed(language: Language, sources: Sources<'_>, place: &Place, what: &str) -> String {
    let (map, scenario) = (sources.map, sources.scenario);
    match place {
        Place::Pointer(pointer) if !pointer.is_empty() => format!("{scenario}:{pointer}: {what}"),
        Place::Line { line, column } => format!("{scenario}:{line}:{column}: {what}"),
        Place::Element { id, name, line: 0, .. } => {
            format!("{map}: {}: {what}", label(language, id, name))
        }
        Place::Element { id, name, line, column } => {
            format!("{map}:{line}:{column}: {}: {what}", label(language, id, name))
        }
        Place::Whole | Place::Pointer(_) => format!("{scenario}: {what}"),
    }
}

/// An element by its name, or by its identifier where it has none.
fn label(language: Language, id: &str, name: &str) -> String {
    // Names in drawings are broken into lines.
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { shortened(id) } else { quoted(language, &shortened(&name)) }
}

/// What is wrong, without its place.
#[must_use]
pub fn mistake(language: Language, mistake: &Mistake) -> String {
    let say = |key: &str, values: &[(&'static str, Value<'_>)]| language.text_with(key, values);
    let named = |key: &str, name: &str| say(key, &[("name", shortened(name).into())]);
    let thing = |key: &str, what: &str, id: &str| {
        say(key, &[("what", term(language, what).into()), ("id", shortened(id).into())])
    };
    match mistake {
        Mistake::Syntax { format, why } => say(
            "scenario-problem-syntax",
            &[("format", term(language, format).into()), ("why", why.trim().replace('\n', " ").into())],
        ),
        Mistake::NotAScenario { expected } => {
            say("scenario-problem-not-a-scenario", &[("expected", (*expected).into())])
        }
        Mistake::TooLarge { limit, .. } => say("scenario-problem-too-large", &[("limit", (*limit).into())]),
        Mistake::Missing(key) => say("scenario-problem-missing", &[("key", term(language, key).into())]),
        Mistake::UnknownKey { key, known } => {
            say("scenario-problem-unknown-key", &[("key", shortened(key).into()), ("known", known.into())])
        }
        Mistake::Type { wanted, found } => say(
            "scenario-problem-type",
            &[("wanted", term(language, wanted).into()), ("found", term(language, found).into())],
        ),
        Mistake::Range { what, value, wanted } => {
            range(language, "scenario-problem-range", what, *value, wanted)
        }
        Mistake::Word { word, what, known } => say(
            "scenario-problem-word",
            &[
                ("word", shortened(word).into()),
                ("what", term(language, what).into()),
                ("known", (*known).into()),
            ],
        ),
        Mistake::Sum { of, sum } => say(
            "scenario-problem-sum",
            &[("of", shortened(of).into()), ("sum", number(language, *sum).into())],
        ),
        Mistake::Distribution { name, why } => {
            let why = distribution(language, why);
            say("scenario-problem-distribution", &[("name", shortened(name).into()), ("why", why.into())])
        }
        Mistake::Parameters { name, found, wanted } => say(
            "scenario-problem-parameters",
            &[
                ("name", shortened(name).into()),
                ("found", (*found).into()),
                ("wanted", term(language, wanted).into()),
            ],
        ),
        Mistake::Hours { name, why } => {
            let why = hours(language, why);
            say("scenario-problem-hours", &[("name", shortened(name).into()), ("why", why.into())])
        }
        Mistake::Unknown { what, id } => thing("scenario-problem-unknown", what, id),
        Mistake::NotInMap { what, id } => thing("scenario-problem-not-in-map", what, id),
        Mistake::Twice { what, id } => thing("scenario-problem-twice", what, id),
        Mistake::NoResource => language.text("scenario-problem-no-resource"),
        Mistake::NoPath => language.text("scenario-problem-no-path"),
        Mistake::NotAPath { flow, gateway } => say(
            "scenario-problem-not-a-path",
            &[("flow", shortened(flow).into()), ("gateway", shortened(gateway).into())],
        ),
        Mistake::NoExit => language.text("scenario-problem-no-exit"),
        Mistake::NoDelay => language.text("scenario-problem-no-delay"),
        Mistake::NoStart => language.text("scenario-problem-no-start"),
        Mistake::ManyStarts { count } => say("scenario-problem-many-starts", &[("count", (*count).into())]),
        Mistake::Unsupported(what) => {
            say("scenario-problem-unsupported", &[("what", term(language, what).into())])
        }
        Mistake::Recursion(name) => named("scenario-problem-recursion", name),
        Mistake::Formula { formula, why } => {
            say("scenario-problem-formula", &[("formula", shortened(formula).into()), ("why", why.into())])
        }
        Mistake::TooMany { what, count, limit } => say(
            "scenario-problem-too-many",
            &[("what", term(language, what).into()), ("count", (*count).into()), ("limit", (*limit).into())],
        ),
        Mistake::Conflict(what) => term(language, what),
        other => say("scenario-problem-other", &[("why", other.to_string().into())]),
    }
}

fn distribution(language: Language, why: &InvalidDistribution) -> String {
    match why {
        InvalidDistribution::Parameter { parameter, value, wanted } => {
            range(language, "scenario-bad-parameter", parameter, *value, wanted)
        }
        InvalidDistribution::Order { low_name, low, high_name, high } => language.text_with(
            "scenario-bad-order",
            &[
                ("low", term(language, low_name).into()),
                ("least", number(language, *low).into()),
                ("high", term(language, high_name).into()),
                ("most", number(language, *high).into()),
            ],
        ),
        InvalidDistribution::Empty => language.text("scenario-bad-empty"),
        InvalidDistribution::Lengths { shares, values } => language
            .text_with("scenario-bad-lengths", &[("shares", (*shares).into()), ("values", (*values).into())]),
        InvalidDistribution::TooMany { count } => language.text_with(
            "scenario-bad-count",
            &[("count", (*count).into()), ("limit", limits::MAX_VALUES.into())],
        ),
    }
}

fn hours(language: Language, why: &InvalidHours) -> String {
    match why {
        InvalidHours::Span { from_s, to_s } => language.text_with(
            "scenario-hours-span",
            &[("from", number(language, *from_s).into()), ("to", number(language, *to_s).into())],
        ),
        InvalidHours::Day(day) => language.text_with("scenario-hours-day", &[("day", (*day).into())]),
        InvalidHours::Chance(chance) => {
            language.text_with("scenario-hours-chance", &[("chance", number(language, *chance).into())])
        }
        InvalidHours::Granule(seconds) => {
            language.text_with("scenario-hours-granule", &[("seconds", number(language, *seconds).into())])
        }
        InvalidHours::NeverOpen => language.text("scenario-hours-never"),
        InvalidHours::TooMany => {
            language.text_with("scenario-hours-many", &[("limit", limits::MAX_SPANS.into())])
        }
    }
}

fn range(language: Language, key: &str, what: &str, value: f64, wanted: &str) -> String {
    let values = [
        ("what", term(language, what).into()),
        ("value", number(language, value).into()),
        ("wanted", term(language, wanted).into()),
    ];
    language.text_with(key, &values)
}

/// A number with as many decimals as it needs, four at most.
fn number(language: Language, value: f64) -> String {
    let decimals = (0..4).find(|decimals| {
        let scaled = value * 10f64.powi(*decimals);
        (scaled - scaled.round()).abs() < 1e-9 * scaled.abs().max(1.0)
    });
    language.number(value, decimals.unwrap_or(4) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCES: Sources<'_> = Sources { map: "map.bpmn", scenario: "more.toml" };

    #[test]
    fn a_problem_says_where_what_and_how_to_mend_it() {
        let element = Place::Element { id: "t1".into(), name: "Solve".into(), line: 7, column: 3 };
        let found = Problem { place: element, what: Mistake::NoResource };
        assert_eq!(
            problem(Language::En, SOURCES, &found),
            "map.bpmn:7:3: “Solve”: Nobody does this task. Give it a resource or a duration in the scenario."
        );
        let what = Mistake::Range { what: "a probability", value: 1.25, wanted: "from 0 to 1" };
        let found = Problem { place: Place::Pointer("/gateways/which".into()), what };
        assert_eq!(
            problem(Language::En, SOURCES, &found),
            "more.toml:/gateways/which: Out of range: a probability = 1.25. It has to be: from 0 to 1."
        );
    }

    #[test]
    fn parameters_of_a_distribution_are_named_in_the_language() {
        let what = Mistake::Parameters { name: "gamma".into(), found: 1, wanted: "mean, standard deviation" };
        let said = mistake(Language::Ru, &what);
        assert!(said.ends_with("Нужны: среднее значение, стандартное отклонение."), "{said}");
    }

    #[test]
    fn what_is_wrong_with_a_distribution_is_said_whole() {
        let why = InvalidDistribution::Order {
            low_name: "the minimum",
            low: 5.0,
            high_name: "the maximum",
            high: 2.5,
        };
        let said = mistake(Language::En, &Mistake::Distribution { name: "uniform".into(), why });
        assert_eq!(
            said,
            "The distribution “uniform” is not possible: the minimum = 5 is above the maximum = 2.5; swap them."
        );
    }
}

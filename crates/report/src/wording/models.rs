//! What can be wrong with a BPMN file, in words of each language: malformed XML, refusals, broken references and values.
//!
//! Texts stand in `locales/*/bpmn.ftl`. Each says what is wrong and then what to do, or what was done about it.

use bpmn::model::ProblemKind as Broken;
use bpmn::xml::{Place, ProblemKind as Malformed, ReadError};
use language::{Language, Value};

use super::shortened;

/// What was malformed, and how it was mended.
#[must_use]
pub fn malformed(language: Language, kind: &Malformed) -> String {
    let text = |key: &str| language.text(key);
    let with = |key: &str, values: &[(&'static str, Value<'_>)]| language.text_with(key, values);
    let named = |key: &str, name: &str| with(key, &[("name", shortened(name).into())]);
    match kind {
        Malformed::WrongEncoding { label, used } => {
            with("xml-wrong-encoding", &[("name", shortened(label).into()), ("used", (*used).into())])
        }
        Malformed::Undecodable { encoding } => named("xml-undecodable", encoding),
        Malformed::ForbiddenCharacter { code } => {
            named("xml-forbidden-character", &format!("U+{code:04X}"))
        }
        Malformed::BareAmpersand => text("xml-bare-ampersand"),
        Malformed::UnknownEntity { name } => named("xml-unknown-entity", name),
        Malformed::BareLess => text("xml-bare-less"),
        Malformed::UndeclaredPrefix { prefix, namespace } => {
            with("xml-undeclared-prefix", &[("name", prefix.into()), ("namespace", namespace.into())])
        }
        Malformed::EmptyNamespace { prefix } => named("xml-empty-namespace", prefix),
        Malformed::Colons { name } => named("xml-colons", name),
        Malformed::DuplicateAttribute { name, value } => with(
            "xml-duplicate-attribute",
            &[("name", shortened(name).into()), ("value", shortened(value).into())],
        ),
        Malformed::UnquotedAttribute { name } => named("xml-unquoted-attribute", name),
        Malformed::NoAttribute { text } => named("xml-no-attribute", text),
        Malformed::Unclosed { name, opened } => {
            with("xml-unclosed", &[("name", shortened(name).into()), ("place", place(*opened).into())])
        }
        Malformed::UnmatchedEnd { name } => named("xml-unmatched-end", name),
        Malformed::HyphensInComment => text("xml-hyphens-in-comment"),
        Malformed::SecondRoot { name } => named("xml-second-root", name),
        Malformed::TextOutside => text("xml-text-outside"),
        Malformed::Misplaced { what } => {
            with("xml-misplaced", &[("what", markup(language, what).into())])
        }
        Malformed::Endless { what } => with("xml-endless", &[("what", markup(language, what).into())]),
    }
}

/// Why a file is not read at all and what to do, behind `file:line:column` as far as they are known.
#[must_use]
pub fn placed_refusal(language: Language, file: &str, error: &ReadError) -> String {
    let (key, at, limit) = match error {
        ReadError::TooLarge { limit, .. } => ("xml-refused-too-large", None, *limit),
        ReadError::TooDeep { place, limit } => ("xml-refused-too-deep", Some(place), *limit),
        ReadError::TooLong { place, limit, .. } => ("xml-refused-too-long", Some(place), *limit),
        ReadError::TooManyAttributes { place, limit } => {
            ("xml-refused-too-many-attributes", Some(place), *limit)
        }
        ReadError::TooManyNodes { place, limit } => ("xml-refused-too-many-nodes", Some(place), *limit),
        ReadError::TooMalformed { place, limit } => ("xml-refused-too-malformed", Some(place), *limit),
        ReadError::Doctype { place } => ("xml-refused-doctype", Some(place), 0),
        ReadError::NoElement => ("xml-refused-no-element", None, 0),
    };
    let what = language.text_with(key, &[("limit", limit.into())]);
    match at {
        Some(at) => format!("{}: {what}", placed(file, *at)),
        None => format!("{file}: {what}"),
    }
}

/// `file:line:column`; what stands nowhere in the file has the file alone.
#[must_use]
pub fn placed(file: &str, at: Place) -> String {
    if at == Place::NONE { file.to_owned() } else { format!("{file}:{}", place(at)) }
}

fn place(at: Place) -> String {
    format!("{}:{}", at.line, at.column)
}

/// What is wrong with an element: its identifier, a reference, a value.
#[must_use]
pub fn problem(language: Language, kind: &Broken) -> String {
    let text = |key: &str| language.text(key);
    let with = |key: &str, values: &[(&'static str, Value<'_>)]| language.text_with(key, values);
    match kind {
        Broken::NotDefinitions => text("model-not-definitions"),
        Broken::UnknownElement => text("model-unknown-element"),
        Broken::MissingId => text("model-missing-id"),
        Broken::DuplicateId { first } => with("model-duplicate-id", &[("place", place(*first).into())]),
        Broken::BrokenReference { attribute, text } => with(
            "model-broken-reference",
            &[("attribute", (*attribute).into()), ("text", shortened(text).into())],
        ),
        Broken::WrongReference { attribute, text, expected: wanted } => with(
            "model-wrong-reference",
            &[
                ("attribute", (*attribute).into()),
                ("text", shortened(text).into()),
                ("expected", expected(language, wanted).into()),
            ],
        ),
        Broken::MissingReference { attribute } => {
            with("model-missing-reference", &[("attribute", (*attribute).into())])
        }
        Broken::TooFewWaypoints { found } => with("model-too-few-waypoints", &[("n", (*found).into())]),
        Broken::BadValue { attribute, text, expected: wanted } => with(
            "model-bad-value",
            &[
                ("attribute", (*attribute).into()),
                ("text", shortened(text).into()),
                ("expected", expected(language, wanted).into()),
            ],
        ),
        Broken::TwoLanes { node, other } => with(
            "model-two-lanes",
            &[("node", shortened(node).into()), ("other", shortened(other).into())],
        ),
    }
}

/// The parts of a file that the reader of XML speaks of.
fn markup(language: Language, what: &str) -> String {
    let key = match what {
        "a comment" => "xml-a-comment",
        "a CDATA section" => "xml-a-cdata-section",
        "an instruction" | "this instruction" => "xml-an-instruction",
        "an XML declaration" => "xml-a-declaration",
        "a document type" => "xml-a-document-type",
        _ => "xml-a-tag",
    };
    language.text(key)
}

/// What a reference or value should be; words of the format are the same in every language.
fn expected(language: Language, what: &str) -> String {
    let key = match what {
        "a message flow" => "expected-message-flow",
        "a number" | "a number that fits" => "expected-number",
        "a number from 0 to 10" => "expected-strength",
        "a number from 0 to 100" => "expected-percent",
        "a number of seconds" => "expected-seconds",
        "a participant" => "expected-participant",
        "a pool, step or event" => "expected-message-end",
        "a process" => "expected-process",
        "a sequence flow" => "expected-sequence-flow",
        "a stage" => "expected-stage",
        "a step, event or gateway" => "expected-flow-node",
        "a whole number" => "expected-whole-number",
        "a whole number from 1 to 10" => "expected-rating",
        "an activity" => "expected-activity",
        "an amount of a currency, as 12.50 EUR" => "expected-money",
        "an element" => "expected-element",
        "an event definition" => "expected-event-definition",
        "at least the minimum" => "expected-at-least-minimum",
        // Words of the format.
        words => return words.replace(" or ", ", "),
    };
    language.text(key)
}

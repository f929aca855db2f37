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
    let key = format!("xml-{}", malformed_id(kind));
    let say = |values: &[(&'static str, Value<'_>)]| language.text_with(&key, values);
    let named = |name: &str| say(&[("name", shortened(name).into())]);
    match kind {
        Malformed::BareAmpersand
        | Malformed::BareLess
        | Malformed::HyphensInComment
        | Malformed::TextOutside => language.text(&key),
        Malformed::WrongEncoding { label, used } => {
            say(&[("name", shortened(label).into()), ("used", (*used).into())])
        }
        Malformed::Undecodable { encoding } => named(encoding),
        Malformed::ForbiddenCharacter { code } => named(&format!("U+{code:04X}")),
        Malformed::UndeclaredPrefix { prefix, namespace } => {
            say(&[("name", prefix.into()), ("namespace", namespace.into())])
        }
        Malformed::DuplicateAttribute { name, value } => {
            say(&[("name", shortened(name).into()), ("value", shortened(value).into())])
        }
        Malformed::NoAttribute { text } => named(text),
        Malformed::Unclosed { name, opened } => {
            say(&[("name", shortened(name).into()), ("place", place(*opened).into())])
        }
        Malformed::UnknownEntity { name }
        | Malformed::Colons { name }
        | Malformed::UnquotedAttribute { name }
        | Malformed::UnmatchedEnd { name }
        | Malformed::SecondRoot { name }
        | Malformed::EmptyNamespace { prefix: name } => named(name),
        Malformed::Misplaced { what } | Malformed::Endless { what } => {
            say(&[("what", markup(language, what).into())])
        }
    }
}

/// The name of a kind of malformedness in results, the same in every language.
#[must_use]
pub const fn malformed_id(kind: &Malformed) -> &'static str {
    match kind {
        Malformed::WrongEncoding { .. } => "wrong-encoding",
        Malformed::Undecodable { .. } => "undecodable",
        Malformed::ForbiddenCharacter { .. } => "forbidden-character",
        Malformed::BareAmpersand => "bare-ampersand",
        Malformed::UnknownEntity { .. } => "unknown-entity",
        Malformed::BareLess => "bare-less",
        Malformed::UndeclaredPrefix { .. } => "undeclared-prefix",
        Malformed::EmptyNamespace { .. } => "empty-namespace",
        Malformed::Colons { .. } => "colons",
        Malformed::DuplicateAttribute { .. } => "duplicate-attribute",
        Malformed::UnquotedAttribute { .. } => "unquoted-attribute",
        Malformed::NoAttribute { .. } => "no-attribute",
        Malformed::Unclosed { .. } => "unclosed",
        Malformed::UnmatchedEnd { .. } => "unmatched-end",
        Malformed::HyphensInComment => "hyphens-in-comment",
        Malformed::SecondRoot { .. } => "second-root",
        Malformed::TextOutside => "text-outside",
        Malformed::Misplaced { .. } => "misplaced",
        Malformed::Endless { .. } => "endless",
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
    let key = format!("model-{}", problem_id(kind));
    let say = |values: &[(&'static str, Value<'_>)]| language.text_with(&key, values);
    match kind {
        Broken::NotDefinitions
        | Broken::UnknownElement
        | Broken::MissingId
        | Broken::TooFewWaypoints { .. } => language.text(&key),
        Broken::DuplicateId { first } => say(&[("place", place(*first).into())]),
        Broken::BrokenReference { attribute, text } => {
            say(&[("attribute", (*attribute).into()), ("text", shortened(text).into())])
        }
        Broken::WrongReference { attribute, text, expected: wanted }
        | Broken::BadValue { attribute, text, expected: wanted } => say(&[
            ("attribute", (*attribute).into()),
            ("text", shortened(text).into()),
            ("expected", expected(language, wanted).into()),
        ]),
        Broken::MissingReference { attribute } => say(&[("attribute", (*attribute).into())]),
        Broken::TwoLanes { node, other } => {
            say(&[("node", shortened(node).into()), ("other", shortened(other).into())])
        }
    }
}

/// The name of a kind of problem of an element in results, the same in every language.
#[must_use]
pub const fn problem_id(kind: &Broken) -> &'static str {
    match kind {
        Broken::NotDefinitions => "not-definitions",
        Broken::UnknownElement => "unknown-element",
        Broken::MissingId => "missing-id",
        Broken::DuplicateId { .. } => "duplicate-id",
        Broken::BrokenReference { .. } => "broken-reference",
        Broken::WrongReference { .. } => "wrong-reference",
        Broken::MissingReference { .. } => "missing-reference",
        Broken::TooFewWaypoints { .. } => "too-few-waypoints",
        Broken::BadValue { .. } => "bad-value",
        Broken::TwoLanes { .. } => "two-lanes",
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

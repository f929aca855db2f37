//! What the check of a BPMN model finds, and what changed between two, in words of each language.
//!
//! Every rule has a *reason*, the text `rule-NAME`, and a *mend*, `rule-NAME-mend`. A reason never holds the name of the
//! element it is about: [`label`] stands before it, so that no language has to inflect a name.

use bpmn::check::{Finding, Rule, Severity};
use bpmn::diff::{Change, Difference};
use language::Language;

use super::{quoted, shortened};

/// Elements that people have a word for; others are called as BPMN calls them.
const ELEMENTS: [&str; 49] = [
    "adHocSubProcess",
    "association",
    "boundaryEvent",
    "businessRuleTask",
    "callActivity",
    "callChoreography",
    "callConversation",
    "choreography",
    "choreographyTask",
    "collaboration",
    "complexGateway",
    "conversation",
    "conversationLink",
    "dataInput",
    "dataInputAssociation",
    "dataObject",
    "dataObjectReference",
    "dataOutput",
    "dataOutputAssociation",
    "dataStore",
    "dataStoreReference",
    "definitions",
    "endEvent",
    "event",
    "eventBasedGateway",
    "exclusiveGateway",
    "group",
    "inclusiveGateway",
    "intermediateCatchEvent",
    "intermediateThrowEvent",
    "lane",
    "manualTask",
    "messageFlow",
    "parallelGateway",
    "participant",
    "process",
    "receiveTask",
    "scriptTask",
    "sendTask",
    "sequenceFlow",
    "serviceTask",
    "startEvent",
    "subChoreography",
    "subConversation",
    "subProcess",
    "task",
    "textAnnotation",
    "transaction",
    "userTask",
];

/// What people call a kind of element: a `userTask` is a user task.
#[must_use]
pub fn element(language: Language, kind: &str) -> String {
    if ELEMENTS.contains(&kind) { language.text(&format!("element-{kind}")) } else { kind.to_owned() }
}

/// An element as people know it: its kind and its name, or its identifier where it has none.
#[must_use]
pub fn label(language: Language, kind: &str, id: &str, name: &str) -> String {
    let kind = element(language, kind);
    // Names in drawings are broken into lines.
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match (name.as_str(), id) {
        ("", "") => kind,
        ("", id) => format!("{kind} {}", shortened(id)),
        (name, _) => format!("{kind} {}", quoted(language, &shortened(name))),
    }
}

/// Why a rule is breached, as a sentence about the element.
#[must_use]
pub fn reason(language: Language, finding: &Finding) -> String {
    let key = match (finding.rule, &finding.other) {
        (Rule::LabelMissing, Some(_)) => "rule-label-missing-way".to_owned(),
        (Rule::EventGatewayTarget, None) => "rule-event-gateway-target-one".to_owned(),
        (rule, _) => format!("rule-{}", rule.as_str()),
    };
    let other = shortened(finding.other.as_deref().unwrap_or_default());
    language.text_with(&key, &[("other", other.into())])
}

/// What to do about a breach of a rule.
#[must_use]
pub fn mend(language: Language, rule: Rule) -> String {
    language.text(&format!("rule-{}-mend", rule.as_str()))
}

/// How much a finding weighs, in a word.
#[must_use]
pub fn severity(language: Language, severity: Severity) -> String {
    language.text(&format!("severity-{}", severity.as_str()))
}

/// What happened to an element, behind what it is called.
#[must_use]
pub fn change(language: Language, difference: &Difference) -> String {
    let element = &difference.element;
    let label = label(language, &element.kind, &element.id, &element.name);
    let known = |name: &str| match name {
        "" => language.text("change-nowhere"),
        name => quoted(language, &shortened(name)),
    };
    let from_to = |from: String, to: String| {
        language.text_with("change-from-to", &[("from", from.into()), ("to", to.into())])
    };
    let way = |(from, to): &(String, String)| format!("{} → {}", known(from), known(to));
    let what = match &difference.change {
        Change::Added | Change::Removed | Change::Redrawn => return label,
        Change::Renamed { from } => {
            let kind = self::element(language, &element.kind);
            return format!("{kind}: {}", from_to(known(from), known(&element.name)));
        }
        Change::Retyped { from } => {
            from_to(self::element(language, from), self::element(language, &element.kind))
        }
        Change::Moved { from, to } => from_to(known(from), known(to)),
        Change::Rerouted { from, to } => from_to(way(from), way(to)),
        Change::Altered { what } => super::list(language, what),
    };
    format!("{label}: {what}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use bpmn::model::{ElementRef, NodeIx};
    use bpmn::xml::Place;

    #[test]
    fn every_rule_has_its_words_in_every_language() {
        for (language, rule) in Language::ALL.into_iter().flat_map(|l| Rule::ALL.iter().map(move |r| (l, *r)))
        {
            for other in [None, Some("Pay".to_owned())] {
                let element = ElementRef::Node(NodeIx::new(0));
                let (id, name) = (String::new(), String::new());
                let finding = Finding { rule, element, id, name, place: Place::NONE, other };
                for text in
                    [reason(language, &finding), mend(language, rule), severity(language, rule.severity())]
                {
                    assert!(!text.contains("Unknown localization"), "{language:?}: {text}");
                }
            }
        }
    }

    #[test]
    fn every_element_that_is_listed_has_a_word() {
        for kind in ELEMENTS {
            assert!(!element(Language::En, kind).contains("Unknown localization"), "{kind}");
        }
        assert_eq!(element(Language::En, "resourceRole"), "resourceRole");
    }

    #[test]
    fn an_element_is_called_by_its_name_else_by_its_identifier() {
        let label = |id, name| label(Language::En, "userTask", id, name);
        assert_eq!(label("t1", "Check\n the order"), "user task “Check the order”");
        assert_eq!(label("t1", ""), "user task t1");
        assert_eq!(label("", " "), "user task");
    }
}

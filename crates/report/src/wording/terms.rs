//! Terms of the simulator in its messages, without their articles, and the keys of their texts.

use language::Language;

/// Each term as the simulator writes it, and the key of its text.
const TERMS: [(&str, &str); 105] = [
    ("mean", "scenario-term-mean"),
    ("variance", "scenario-term-variance"),
    ("minimum", "scenario-term-minimum"),
    ("maximum", "scenario-term-maximum"),
    ("standard deviation", "scenario-term-standard-deviation"),
    ("mode", "scenario-term-mode"),
    ("location", "scenario-term-location"),
    ("scale", "scenario-term-scale"),
    ("shape", "scenario-term-shape"),
    ("shift", "scenario-term-shift"),
    ("exponential part", "scenario-term-exponential-part"),
    ("cumulated share", "scenario-term-cumulated-share"),
    ("next", "scenario-term-next"),
    ("last cumulated share", "scenario-term-last-cumulated-share"),
    ("least", "scenario-term-least"),
    ("most", "scenario-term-most"),
    ("value", "scenario-term-value"),
    ("number", "scenario-term-number"),
    ("zero or more", "scenario-term-zero-or-more"),
    ("more than zero", "scenario-term-more-than-zero"),
    ("positive number", "scenario-term-positive-number"),
    ("from 0 to 1", "scenario-term-from-0-to-1"),
    ("from 0 to 24", "scenario-term-from-0-to-24"),
    ("from 0 to 10,000", "scenario-term-from-0-to-10-000"),
    ("from 0 to 1,000,000,000", "scenario-term-from-0-to-1-000-000-000"),
    ("whole number", "scenario-term-whole-number"),
    ("whole number within its limits", "scenario-term-whole-number-within-its-limits"),
    (
        "number that the scale can be multiplied with",
        "scenario-term-number-that-the-scale-can-be-multiplied-with",
    ),
    ("probability", "scenario-term-probability"),
    ("size", "scenario-term-size"),
    ("time", "scenario-term-time"),
    ("hour", "scenario-term-hour"),
    ("level", "scenario-term-level"),
    ("amount", "scenario-term-amount"),
    ("quantity", "scenario-term-quantity"),
    ("cost", "scenario-term-cost"),
    ("rate", "scenario-term-rate"),
    ("number of people", "scenario-term-number-of-people"),
    ("number of tasks", "scenario-term-number-of-tasks"),
    ("limit", "scenario-term-limit"),
    ("room", "scenario-term-room"),
    ("list", "scenario-term-list"),
    ("object", "scenario-term-object"),
    ("text", "scenario-term-text"),
    ("nothing", "scenario-term-nothing"),
    ("list of two numbers", "scenario-term-list-of-two-numbers"),
    ("list of conditions and a formula", "scenario-term-list-of-conditions-and-a-formula"),
    ("duration such as PT15M", "scenario-term-duration-such-as-pt15m"),
    ("date such as 2026-12-24", "scenario-term-date-such-as-2026-12-24"),
    ("time of day such as 09:00:00", "scenario-term-time-of-day-such-as-09-00-00"),
    ("time such as 90, 90s, 15m, 1h30m or 2d", "scenario-term-time-such-as-90-90s-15m-1h30m-or-2d"),
    (
        "hours such as \"mon-fri 09:00-17:00, sat 10:00-14:00\"",
        "scenario-term-hours-such-as-mon-fri-09-00-17-00-sat-10-00-14-00",
    ),
    ("distribution", "scenario-term-distribution"),
    ("unit of time", "scenario-term-unit-of-time"),
    ("comparison", "scenario-term-comparison"),
    ("calendar", "scenario-term-calendar"),
    ("attribute", "scenario-term-attribute"),
    ("task", "scenario-term-task"),
    ("resource", "scenario-term-resource"),
    ("resource with a quantity", "scenario-term-resource-with-a-quantity"),
    ("pool", "scenario-term-pool"),
    ("pool or resource with people", "scenario-term-pool-or-resource-with-people"),
    ("start event", "scenario-term-start-event"),
    ("sequence flow", "scenario-term-sequence-flow"),
    ("gateway", "scenario-term-gateway"),
    ("event", "scenario-term-event"),
    ("activity", "scenario-term-activity"),
    ("task or event", "scenario-term-task-or-event"),
    ("kind of multitasking", "scenario-term-kind-of-multitasking"),
    ("kind of batch", "scenario-term-kind-of-batch"),
    ("kind of attribute", "scenario-term-kind-of-attribute"),
    ("firing rule", "scenario-term-firing-rule"),
    ("day of the week", "scenario-term-day-of-the-week"),
    ("day of the week to be equal to", "scenario-term-day-of-the-week-to-be-equal-to"),
    ("branch rule", "scenario-term-branch-rule"),
    ("BPSim scenario", "scenario-term-bpsim-scenario"),
    ("resources", "scenario-term-resources"),
    ("nodes", "scenario-term-nodes"),
    ("flows to an inclusive gateway", "scenario-term-flows-to-an-inclusive-gateway"),
    ("number of cases", "scenario-term-number-of-cases"),
    ("number of replications", "scenario-term-number-of-replications"),
    ("number of cases of all replications", "scenario-term-number-of-cases-of-all-replications"),
    ("warm-up in cases", "scenario-term-warm-up-in-cases"),
    ("end in seconds", "scenario-term-end-in-seconds"),
    (
        "condition on a flow that leaves a step rather than a gateway",
        "scenario-term-condition-on-a-flow-that-leaves-a-step-rather-than-a-gateway",
    ),
    ("choreography", "scenario-term-choreography"),
    ("sub-process that an event starts", "scenario-term-sub-process-that-an-event-starts"),
    (
        "sub-process whose steps people choose (ad-hoc)",
        "scenario-term-sub-process-whose-steps-people-choose-ad-hoc",
    ),
    ("compensation", "scenario-term-compensation"),
    ("step that takes or gives several tokens", "scenario-term-step-that-takes-or-gives-several-tokens"),
    ("condition that ends a repetition early", "scenario-term-condition-that-ends-a-repetition-early"),
    (
        "event-based gateway that starts the process or waits for all events",
        "scenario-term-event-based-gateway-that-starts-the-process-or-waits-for-all",
    ),
    ("complex gateway", "scenario-term-complex-gateway"),
    (
        "event-based gateway before something that is not an event",
        "scenario-term-event-based-gateway-before-something-that-is-not-an-event",
    ),
    ("event on the border of nothing", "scenario-term-event-on-the-border-of-nothing"),
    (
        "event on the border of a task that only waits",
        "scenario-term-event-on-the-border-of-a-task-that-only-waits",
    ),
    ("link that leads nowhere", "scenario-term-link-that-leads-nowhere"),
    (
        "repetition without a count in the map or the scenario",
        "scenario-term-repetition-without-a-count-in-the-map-or-the-scenario",
    ),
    ("this value of a time in BPSim", "scenario-term-this-value-of-a-time-in-bpsim"),
    ("this part of a BPSim scenario", "scenario-term-this-part-of-a-bpsim-scenario"),
    ("this parameter of BPSim", "scenario-term-this-parameter-of-bpsim"),
    ("selection other than getResource('name', 1)", "scenario-term-selection-other-than-getresource-name-1"),
    (
        "cases at intervals of zero leave no room for other arrivals",
        "scenario-term-cases-at-intervals-of-zero-leave-no-room-for-other-arrivals",
    ),
    ("no time of day fits both bounds", "scenario-term-no-time-of-day-fits-both-bounds"),
    ("arrivals have either \"every\" or \"rates\"", "scenario-term-arrivals-have-either-every-or-rates"),
];

/// A term in a language; words of a format, which have no text, stay as they are.
pub(super) fn term(language: Language, words: &str) -> String {
    if let Some(text) = find(language, words) {
        return text;
    }
    // Parameters of a distribution are listed.
    let listed = words.split(", ").map(|word| find(language, word).unwrap_or_else(|| word.to_owned()));
    listed.collect::<Vec<_>>().join(", ")
}

fn find(language: Language, words: &str) -> Option<String> {
    let bare = ["a ", "an ", "the "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words);
    TERMS.iter().find(|(term, _)| *term == bare).map(|(_, key)| language.text(key))
}

//! `touchline map check`: what is malformed in a BPMN file, wrong in its model, and against good practice.

use bpmn::check::{Finding, Rule, Severity, check};
use bpmn::model::Model;
use language::Language;
use report::wording::{findings, models};
use serde_json::{Value, json};

use crate::args::MapCheckArgs;
use crate::failure::Failure;
use crate::modelfile::ModelFile;
use crate::output;

/// How many places are listed of each rule and each kind of problem, unless all are asked for.
const LISTED: usize = 10;

/// Reads a file, checks it and prints what was found; errors and anything malformed or broken give exit code 3.
pub fn run(language: Language, args: &MapCheckArgs) -> Result<(), Failure> {
    let file = ModelFile::read(language, &args.model)?;
    let checked = Checked { found: check(&file.model, &file.extensions), file };
    if args.json {
        output::print(&checked.to_json(language).to_string())?;
    } else {
        output::print_lines(&checked.lines(language, if args.all { usize::MAX } else { LISTED }))?;
    }
    if checked.errors() == 0 { Ok(()) } else { Err(Failure::Check(Vec::new())) }
}

/// A file and what was found in it.
struct Checked {
    file: ModelFile,
    found: Vec<Finding>,
}

impl Checked {
    fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|finding| finding.rule.severity() == severity).count()
    }

    /// What is malformed or broken, and breaches of rules that are errors.
    fn errors(&self) -> usize {
        self.file.malformed.len() + self.file.problems.len() + self.count(Severity::Error)
    }

    /// The object of `map check --json`; lines and columns count from 1.
    fn to_json(&self, language: Language) -> Value {
        let malformed = self.file.malformed.iter().map(|problem| {
            json!({
                "line": problem.place.line,
                "column": problem.place.column,
                "kind": models::malformed_id(&problem.kind),
                "element": "",
                "message": models::malformed(language, &problem.kind),
            })
        });
        let broken = self.file.problems.iter().map(|problem| {
            json!({
                "line": problem.place.line,
                "column": problem.place.column,
                "kind": models::problem_id(&problem.kind),
                "element": problem.element,
                "message": models::problem(language, &problem.kind),
            })
        });
        let found = self.found.iter().map(|finding| {
            json!({
                "rule": finding.rule.as_str(),
                "severity": finding.rule.severity().as_str(),
                "line": finding.place.line,
                "column": finding.place.column,
                "id": finding.id,
                "name": finding.name,
                "element": self.file.kind(finding.element),
                "reason": findings::reason(language, finding),
                "mend": findings::mend(language, finding.rule),
            })
        });
        let elements: serde_json::Map<String, Value> = counts(&self.file.model)
            .into_iter()
            .map(|(name, count)| (name.to_owned(), count.into()))
            .collect();
        json!({
            "file": self.file.name,
            "elements": elements,
            "problems": malformed.chain(broken).collect::<Vec<_>>(),
            "findings": found.collect::<Vec<_>>(),
            "errors": self.errors(),
            "warnings": self.count(Severity::Warning),
            "hints": self.count(Severity::Hint),
        })
    }

    /// What is in the file, then what was found, the gravest first, and how much it is.
    fn lines(&self, language: Language, most: usize) -> Vec<String> {
        let [processes, pools, _, steps, _, gateways, flows, messages, ..] =
            counts(&self.file.model).map(|(_, count)| count);
        let values = [
            ("file", self.file.name.as_str().into()),
            ("processes", processes.into()),
            ("pools", pools.into()),
            ("steps", steps.into()),
            ("gateways", gateways.into()),
            ("flows", flows.into()),
            ("messages", messages.into()),
        ];
        let mut lines = vec![language.text_with("check-counts", &values)];
        let placed = |place| models::placed(&self.file.name, place);
        let malformed = self.file.malformed.iter();
        let malformed =
            malformed.map(|problem| [placed(problem.place), models::malformed(language, &problem.kind)]);
        lines.extend(group(language, &language.text("check-malformed"), malformed.collect(), most));
        let broken = self.file.problems.iter();
        let broken = broken.map(|problem| [placed(problem.place), self.file.described(language, problem)]);
        lines.extend(group(language, &language.text("check-broken"), broken.collect(), most));
        for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
            let rules = Rule::ALL.iter().filter(|rule| rule.severity() == severity);
            lines.extend(rules.flat_map(|rule| self.breaches(language, *rule, most)));
        }
        lines.push(String::new());
        lines.push(self.closing(language));
        lines
    }

    /// The places where a rule is breached, and the mend below them.
    fn breaches(&self, language: Language, rule: Rule, most: usize) -> Vec<String> {
        let found = self.found.iter().filter(|finding| finding.rule == rule);
        let rows = found.map(|finding| {
            let kind = self.file.kind(finding.element);
            let label = findings::label(language, kind, &finding.id, &finding.name);
            let reason = findings::reason(language, finding);
            [models::placed(&self.file.name, finding.place), format!("{label}: {reason}")]
        });
        let head = format!("{} · {}", findings::severity(language, rule.severity()), rule.as_str());
        let mut lines = group(language, &head, rows.collect(), most);
        if !lines.is_empty() {
            lines.push(format!("  → {}", findings::mend(language, rule)));
        }
        lines
    }

    fn closing(&self, language: Language) -> String {
        let (errors, warnings, hints) =
            (self.errors(), self.count(Severity::Warning), self.count(Severity::Hint));
        if errors + warnings + hints == 0 {
            return language.text("check-nothing");
        }
        let values = [("errors", errors.into()), ("warnings", warnings.into()), ("hints", hints.into())];
        language.text_with("check-summary", &values)
    }
}

/// A heading with the number of rows, and as many rows as may be; nothing without any.
fn group(language: Language, head: &str, mut rows: Vec<[String; 2]>, most: usize) -> Vec<String> {
    if rows.is_empty() {
        return Vec::new();
    }
    let all = rows.len();
    let mut lines = vec![String::new(), format!("{head} ({})", language.count(all as u64))];
    rows.truncate(most);
    lines.extend(output::columns(&rows));
    if all > most {
        lines.push(format!("  {}", language.text_with("check-more", &[("n", (all - most).into())])));
    }
    lines
}

/// How many elements of each kind a model has.
fn counts(model: &Model) -> [(&'static str, usize); 10] {
    let is_step = |node: &&bpmn::model::FlowNode| node.event().is_none() && node.gateway().is_none();
    [
        ("processes", model.processes.len()),
        ("pools", model.participants.len()),
        ("lanes", model.lanes.len()),
        ("steps", model.nodes.iter().filter(is_step).count()),
        ("events", model.nodes.iter().filter(|node| node.event().is_some()).count()),
        ("gateways", model.nodes.iter().filter(|node| node.gateway().is_some()).count()),
        ("flows", model.flows.len()),
        ("message_flows", model.message_flows.len()),
        ("data", model.data.len()),
        ("diagrams", model.diagrams.len()),
    ]
}

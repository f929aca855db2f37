//! `touchline map diff`: what changed from one version of a map to the next.

use bpmn::diff::{Change, Difference, Side, diff};
use language::Language;
use report::wording::findings;
use serde_json::{Map, Value, json};

use crate::args::MapDiffArgs;
use crate::failure::Failure;
use crate::modelfile::ModelFile;
use crate::output;

/// The kinds of change in the order they are told: what matters most to a customer first.
const KINDS: [&str; 8] =
    ["added", "removed", "renamed", "retyped", "moved", "rerouted", "altered", "redrawn"];

/// Reads both files and prints what changed.
pub fn run(language: Language, args: &MapDiffArgs) -> Result<(), Failure> {
    if args.before.as_os_str() == "-" && args.after.as_os_str() == "-" {
        return Err(Failure::Use(vec![language.text("diff-one-pipe")]));
    }
    let before = ModelFile::read(language, &args.before)?;
    let after = ModelFile::read(language, &args.after)?;
    before.tell_problems(language);
    after.tell_problems(language);
    let changed = diff(side(&before), side(&after));
    if args.json {
        output::print(&to_json(&changed).to_string())
    } else {
        output::print_lines(&lines(language, &changed))
    }
}

const fn side(file: &ModelFile) -> Side<'_> {
    Side { document: &file.document, model: &file.model }
}

const fn kind(change: &Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::Removed => "removed",
        Change::Renamed { .. } => "renamed",
        Change::Retyped { .. } => "retyped",
        Change::Moved { .. } => "moved",
        Change::Rerouted { .. } => "rerouted",
        Change::Altered { .. } => "altered",
        Change::Redrawn => "redrawn",
    }
}

fn of_kind<'d>(changed: &'d [Difference], wanted: &str) -> Vec<&'d Difference> {
    changed.iter().filter(|difference| kind(&difference.change) == wanted).collect()
}

/// The object of `map diff --json`: a list for each kind of change, and whether all of them are empty.
fn to_json(changed: &[Difference]) -> Value {
    let mut object: Map<String, Value> = KINDS
        .iter()
        .map(|wanted| {
            let found = of_kind(changed, wanted).into_iter().map(entry);
            ((*wanted).to_owned(), found.collect())
        })
        .collect();
    object.insert("same".to_owned(), changed.is_empty().into());
    object.into()
}

fn entry(difference: &Difference) -> Value {
    let element = &difference.element;
    let ends = |(source, target): &(String, String)| json!({ "source": source, "target": target });
    let mut entry = json!({ "id": element.id, "kind": element.kind });
    match &difference.change {
        Change::Added | Change::Removed | Change::Redrawn => {}
        Change::Renamed { from } => {
            entry["from"] = json!(from);
            entry["to"] = json!(element.name);
            return entry;
        }
        Change::Retyped { from } => {
            entry["from"] = json!(from);
            entry["to"] = json!(element.kind);
        }
        Change::Moved { from, to } => {
            entry["from"] = json!(from);
            entry["to"] = json!(to);
        }
        Change::Rerouted { from, to } => {
            entry["from"] = ends(from);
            entry["to"] = ends(to);
        }
        Change::Altered { what } => entry["what"] = json!(what),
    }
    entry["name"] = json!(element.name);
    entry
}

/// A heading for each kind of change with its elements below, and how many there are in all.
fn lines(language: Language, changed: &[Difference]) -> Vec<String> {
    if changed.is_empty() {
        return vec![language.text("diff-same")];
    }
    let mut lines = Vec::new();
    for wanted in KINDS {
        let found = of_kind(changed, wanted);
        if found.is_empty() {
            continue;
        }
        let count = language.count(found.len() as u64);
        lines.push(format!("{} ({count})", language.text(&format!("diff-{wanted}"))));
        lines.extend(found.iter().map(|difference| format!("  {}", findings::change(language, difference))));
        lines.push(String::new());
    }
    lines.push(language.text_with("diff-count", &[("n", changed.len().into())]));
    lines
}

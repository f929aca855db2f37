//! Attributes, what changes them, and rules, which are formulas' simple sisters: `{ kind = "loan", amount = ">1000" }`.

use super::{At, members, time};
use crate::place::Mistake;
use crate::scenario::attributes::{Attribute, Source, Update, Value};
use crate::scenario::formula::Formula;
use crate::scenario::json::Mistakes;
use crate::scenario::rule::{Condition, Rule, Test};
use crate::scenario::{Priority, Scenario};

/// Names of the attributes, in the order of the scenario's list.
pub(super) struct Attributes(Vec<String>);

impl Attributes {
    pub fn read(root: &At<'_>, scenario: &mut Scenario, mistakes: &mut Mistakes) -> Self {
        let listed = members(root, "attributes", mistakes);
        let names = Self(listed.iter().map(|(name, _)| (*name).to_owned()).collect());
        for (name, stated) in &listed {
            let first = names.source(stated, mistakes);
            scenario.attributes.push(Attribute { name: (*name).to_owned(), global: false, first });
        }
        for (element, changes) in members(root, "updates", mistakes) {
            for (name, stated) in changes.members(mistakes) {
                let Some(attribute) = names.find(name, &stated, mistakes) else { continue };
                let Some(source) = names.source(&stated, mistakes) else { continue };
                let element = element.to_owned();
                scenario.updates.push(Update { element, attribute, source, place: stated.place() });
            }
        }
        for priority in root.get("priorities").map_or_else(Vec::new, |list| list.items(mistakes)) {
            priority.know(&["level", "when"], mistakes);
            let level = priority.need("level", mistakes);
            let level = level.and_then(|level| level.whole("the level", 0, u32::MAX - 1, mistakes));
            let rule = priority.need("when", mistakes).and_then(|when| names.rule(&when, mistakes));
            if let (Some(level), Some(rule)) = (level, rule) {
                scenario.priorities.push(Priority { level, rule });
            }
        }
        names
    }

    fn find(&self, name: &str, at: &At<'_>, mistakes: &mut Mistakes) -> Option<usize> {
        let found = self.0.iter().position(|known| known == name);
        if found.is_none() {
            mistakes.note(at.place(), Mistake::Unknown { what: "attribute", id: name.to_owned() });
        }
        found
    }

    /// A distribution, `{ word = share, … }`, or `{ formula = "…" }`.
    fn source(&self, at: &At<'_>, mistakes: &mut Mistakes) -> Option<Source> {
        if !at.value.is_object() {
            return time::distribution(at, mistakes).map(Source::Draw);
        }
        if let Some(formula) = at.get("formula") {
            let text = formula.text(mistakes)?;
            let read = Formula::parse(&text, &|name| self.0.iter().position(|known| known == name));
            let refused =
                |why| mistakes.note(formula.place(), Mistake::Formula { formula: text.to_string(), why });
            return read.map_err(refused).ok().map(Source::Formula);
        }
        let mut sum = 0.0;
        let mut values = Vec::new();
        for (word, share) in at.members(mistakes) {
            sum += share.within((0.0, 1.0), "a probability", "from 0 to 1", mistakes)?;
            values.push((Value::text(word), sum));
        }
        if (sum - 1.0).abs() > 1e-6 {
            mistakes.note(at.place(), Mistake::Sum { of: "the values".into(), sum });
            return None;
        }
        Some(Source::Choice(values))
    }

    /// A table of conditions that hold all, or a list of such tables of which any holds.
    pub fn rule(&self, at: &At<'_>, mistakes: &mut Mistakes) -> Option<Rule> {
        let groups = if at.value.is_array() { at.items(mistakes) } else { vec![at.clone()] };
        let mut any = Vec::new();
        for group in groups {
            let mut all = Vec::new();
            for (name, value) in group.members(mistakes) {
                let attribute = self.find(name, &value, mistakes)?;
                all.push(Condition { attribute, test: test(&value, mistakes)? });
            }
            any.push(all);
        }
        Some(Rule { any })
    }
}

/// A number or word to be equal to, `">1000"`, `"<=5"`, `"!=loan"`, or `[low, high]`.
fn test(at: &At<'_>, mistakes: &mut Mistakes) -> Option<Test> {
    if at.value.is_array() {
        return match &*at.items(mistakes) {
            [low, high] => Some(Test::Within(low.number(mistakes)?, high.number(mistakes)?)),
            list => {
                let found = format!("a list of {}", list.len());
                mistakes.note(at.place(), Mistake::Type { wanted: "a list of two numbers", found });
                None
            }
        };
    }
    if at.value.is_number() {
        return at.number(mistakes).map(|number| Test::Is(Value::Number(number)));
    }
    let text = at.text(mistakes)?;
    let bound = |sign: &str| text.strip_prefix(sign).and_then(|rest| rest.trim().parse::<f64>().ok());
    Some(if let Some(number) = bound("<=") {
        Test::AtMost(number)
    } else if let Some(number) = bound(">=") {
        Test::AtLeast(number)
    } else if let Some(number) = bound("<") {
        Test::Below(number)
    } else if let Some(number) = bound(">") {
        Test::Above(number)
    } else if let Some(word) = text.strip_prefix("!=") {
        Test::IsNot(Value::text(word.trim()))
    } else {
        Test::Is(Value::text(&text))
    })
}

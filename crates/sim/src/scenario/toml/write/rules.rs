//! Ways from gateways, attributes, and what changes them, as TOML.

use super::{Written, head, quoted, time, wordless};
use crate::scenario::Scenario;
use crate::scenario::attributes::{Source, Value};
use crate::scenario::rule::{Condition, Rule, Test};

impl Scenario {
    pub(super) fn gateways_to(&self, line: &mut impl FnMut(&str)) -> Written<()> {
        for gateway in &self.gateways {
            line(&format!("\n[gateways.{}]", quoted(&gateway.id)));
            for path in &gateway.paths {
                let share = path.probability.map(|share| share.to_string());
                let value = match (&path.rule, share) {
                    (None, Some(share)) => share,
                    (None, None) => continue,
                    (Some(rule), share) => {
                        let share = share.map_or(String::new(), |share| format!(", probability = {share}"));
                        format!("{{ when = {}{share} }}", self.rule(rule, &gateway.id)?)
                    }
                };
                line(&format!("{} = {value}", quoted(&path.flow)));
            }
        }
        Ok(())
    }

    pub(super) fn attributes_to(&self, line: &mut impl FnMut(&str)) -> Written<()> {
        head("attributes", self.attributes.is_empty(), line);
        for attribute in &self.attributes {
            let source = attribute.first.as_ref().filter(|_| !attribute.global);
            let Some(source) = source else { return wordless("what is known of all cases", &attribute.name) };
            line(&format!("{} = {}", quoted(&attribute.name), said(source, &attribute.name)?));
        }
        let mut updates = Vec::new();
        for update in &self.updates {
            let name = &self.attributes[update.attribute].name;
            updates.push(format!(
                "{}.{} = {}",
                quoted(&update.element),
                quoted(name),
                said(&update.source, name)?
            ));
        }
        head("updates", updates.is_empty(), line);
        updates.iter().for_each(|update| line(update));
        for priority in &self.priorities {
            let when = self.rule(&priority.rule, "priorities")?;
            line(&format!("\n[[priorities]]\nlevel = {}\nwhen = {when}", priority.level));
        }
        Ok(())
    }

    fn rule(&self, rule: &Rule, id: &str) -> Written<String> {
        let group = |all: &Vec<Condition>| {
            let conditions: Written<Vec<String>> = all.iter().map(|held| self.condition(held, id)).collect();
            conditions.map(|held| format!("{{ {} }}", held.join(", ")))
        };
        let groups: Written<Vec<String>> = rule.any.iter().map(group).collect();
        groups.map(|groups| format!("[{}]", groups.join(", ")))
    }

    fn condition(&self, condition: &Condition, id: &str) -> Written<String> {
        let name = quoted(&self.attributes[condition.attribute].name);
        let test = match &condition.test {
            Test::Is(Value::Number(number)) => number.to_string(),
            Test::Is(Value::Text(word)) if !word.starts_with(['<', '>', '!']) => quoted(word),
            Test::IsNot(Value::Text(word)) => quoted(&format!("!={word}")),
            Test::IsNot(Value::Number(number)) => quoted(&format!("!={number}")),
            Test::Below(bound) => quoted(&format!("<{bound}")),
            Test::AtMost(bound) => quoted(&format!("<={bound}")),
            Test::Above(bound) => quoted(&format!(">{bound}")),
            Test::AtLeast(bound) => quoted(&format!(">={bound}")),
            Test::Within(low, high) => format!("[{low}, {high}]"),
            Test::Is(_) | Test::IsNot(_) => return wordless("a condition", id),
        };
        Ok(format!("{name} = {test}"))
    }
}

fn said(source: &Source, id: &str) -> Written<String> {
    match source {
        Source::Draw(distribution) => time(distribution, id),
        Source::Formula(formula) => Ok(format!("{{ formula = {} }}", quoted(formula.text()))),
        Source::Choice(values) => {
            let mut before = 0.0;
            let mut shares = Vec::new();
            for (value, up_to) in values {
                let Value::Text(word) = value else { return wordless("a choice among numbers", id) };
                shares.push(format!("{} = {}", quoted(word), up_to - before));
                before = *up_to;
            }
            Ok(format!("{{ {} }}", shares.join(", ")))
        }
        Source::Chain(_) | Source::Tree(_) => wordless("an attribute that depends on its last value", id),
    }
}

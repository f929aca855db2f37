//! From the outside in: every reason and channel for which customers may come, and whether a step answers it.

use super::Blueprint;
use crate::extension::Scenario;

/// How a scenario is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Index of the scenario in the extension of the process.
    pub scenario: usize,
    /// The steps that answer it, by index.
    pub steps: Vec<usize>,
    /// Identifiers of steps that it names and the map does not have.
    pub missing: Vec<String>,
}

impl Coverage {
    /// Whether nothing answers a customer who comes for it.
    #[must_use]
    pub fn is_hole(&self) -> bool {
        self.steps.is_empty()
    }
}

/// What a reason meets at a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Nobody thought of it.
    Unlisted,
    /// It is known and no step answers it.
    Hole,
    /// A step answers it.
    Covered,
}

/// Reasons by channels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Why customers come, in the order in which scenarios name it.
    pub reasons: Vec<String>,
    /// The ways by which they come.
    pub channels: Vec<String>,
    /// A row a reason, a cell a channel.
    pub cells: Vec<Vec<Cell>>,
}

/// Every scenario with its answers; those that nothing answers come first, in their order.
#[must_use]
pub fn coverage(blueprint: &Blueprint) -> Vec<Coverage> {
    let of = |(scenario, said): (usize, &Scenario)| {
        let place = |id: &String| blueprint.place(id).ok_or_else(|| id.clone());
        let (found, missing): (Vec<_>, Vec<_>) = said.steps.iter().map(place).partition(Result::is_ok);
        Coverage {
            scenario,
            steps: found.into_iter().filter_map(Result::ok).collect(),
            missing: missing.into_iter().filter_map(Result::err).collect(),
        }
    };
    let mut all: Vec<Coverage> = blueprint.process.scenarios.iter().enumerate().map(of).collect();
    all.sort_by_key(|coverage| !coverage.is_hole());
    all
}

/// Reasons by channels; a scenario without a reason is its own, by its name, and one without a channel is of every channel.
#[must_use]
pub fn table(blueprint: &Blueprint) -> Table {
    let scenarios = &blueprint.process.scenarios;
    let reason = |scenario: &Scenario| scenario.reason.clone().unwrap_or_else(|| scenario.name.clone());
    let mut reasons: Vec<String> = Vec::new();
    let mut channels: Vec<String> = Vec::new();
    for scenario in scenarios {
        let named = reason(scenario);
        if !reasons.contains(&named) {
            reasons.push(named);
        }
        channels.extend(
            scenario
                .channel
                .iter()
                .filter(|channel| !channels.contains(channel))
                .cloned()
                .collect::<Vec<_>>(),
        );
    }
    let mut cells = vec![vec![Cell::Unlisted; channels.len()]; reasons.len()];
    for coverage in coverage(blueprint) {
        let scenario = &scenarios[coverage.scenario];
        let row = reasons.iter().position(|known| *known == reason(scenario)).unwrap_or_default();
        for (at, cell) in cells[row].iter_mut().enumerate() {
            if scenario.channel.as_ref().is_none_or(|channel| *channel == channels[at]) {
                // One way of answering is enough for a customer.
                if !coverage.is_hole() {
                    *cell = Cell::Covered;
                } else if *cell == Cell::Unlisted {
                    *cell = Cell::Hole;
                }
            }
        }
    }
    Table { reasons, channels, cells }
}

#[cfg(test)]
mod tests {
    use super::super::filter::tests::connected;
    use super::*;
    use crate::extension::ProcessExtension;

    fn asked(scenarios: &[(&str, &str, Option<&str>, &[&str])]) -> Blueprint {
        let scenario = |&(name, reason, channel, steps): &(&str, &str, Option<&str>, &[&str])| Scenario {
            name: name.into(),
            reason: Some(reason.into()),
            channel: channel.map(Into::into),
            steps: steps.iter().map(|&step| step.into()).collect(),
        };
        let scenarios = scenarios.iter().map(scenario).collect();
        Blueprint::new(connected(), ProcessExtension { scenarios, ..ProcessExtension::default() }, [])
    }

    #[test]
    fn holes_come_first_and_lost_steps_are_named() {
        let blueprint = asked(&[
            ("New flat", "Needs a line", Some("web"), &["ask", "order"]),
            ("Cannot wait", "Wants it sooner", Some("phone"), &["express"]),
        ]);
        let found = coverage(&blueprint);
        assert_eq!((found[0].scenario, found[0].is_hole()), (1, true));
        assert_eq!(found[0].missing, ["express"]);
        assert_eq!(found[1].steps, [0, 2]);
    }

    #[test]
    fn a_reason_is_covered_on_a_channel_if_any_scenario_is() {
        let blueprint = asked(&[
            ("a", "Order", Some("web"), &["order"]),
            ("b", "Order", Some("phone"), &[]),
            ("c", "Cancel", Some("phone"), &[]),
            ("d", "Cancel", Some("phone"), &["ask"]),
            ("e", "Complain", None, &[]),
        ]);
        let table = table(&blueprint);
        assert_eq!(
            (table.reasons.len(), &table.channels[..]),
            (3, &["web".to_owned(), "phone".to_owned()][..])
        );
        assert_eq!(
            table.cells,
            [[Cell::Covered, Cell::Hole], [Cell::Unlisted, Cell::Covered], [Cell::Hole, Cell::Hole]]
        );
    }
}

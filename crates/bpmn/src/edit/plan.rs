//! What each edit means, on lanes, steps and flows alone.

use super::Refusal;
use super::claim::{Claim, Claims};
use super::grid::{Grid, GridStep};
use super::verb::{Edit, MAX_NAME, Place};
use crate::map::{Lane, MAX_FLOWS, MAX_LANES, MAX_STEPS, StepKind, Visibility};

/// What the grid is to be after an edit, and what the edit lays claim to.
pub(super) fn plan(grid: &Grid, edit: &Edit) -> Result<(Grid, Claims), Refusal> {
    let mut plan = Plan { grid: grid.clone(), claims: Claims::default() };
    plan.make(edit)?;
    let limits = [
        ("lanes", plan.grid.lanes.len(), grid.lanes.len(), MAX_LANES),
        ("steps", plan.grid.steps.len(), grid.steps.len(), MAX_STEPS),
        ("flows", plan.grid.flows.len(), grid.flows.len(), MAX_FLOWS),
    ];
    match limits.into_iter().find(|&(_, now, before, most)| now > most && now > before) {
        Some((part, _, _, most)) => Err(Refusal::TooMany { part, most }),
        None => Ok((plan.grid, plan.claims)),
    }
}

struct Plan {
    grid: Grid,
    claims: Claims,
}

impl Plan {
    fn make(&mut self, edit: &Edit) -> Result<(), Refusal> {
        match edit {
            Edit::AddStep { step, name, lane, at } => self.add_step(step, name, lane, at),
            Edit::RenameStep { step, name } => {
                self.rename_step(step, name)?;
                Ok(())
            }
            Edit::MoveStep { step, lane, at } => self.move_step(step, lane, at.as_ref()),
            Edit::SplitStep { step, name, second, second_name } => {
                self.plain_step(step)?;
                let lane = self.step(step)?.lane.clone();
                self.claims.need(Claim::Row(step.clone()));
                self.rename_step(step, name)?;
                self.add_step(second, second_name, &lane, &Place::After(step.clone()))
            }
            Edit::MergeSteps { step, with, name } => self.merge_steps(step, with, name),
            Edit::RemoveStep { step } => self.remove_step(step),
            Edit::AddLane { lane, name, line } => self.add_lane(lane, name, *line),
            Edit::RenameLane { lane, name } => {
                let name = named(name)?;
                self.lane(lane)?.name = name;
                self.claims.change(Claim::LaneName(lane.clone()));
                Ok(())
            }
            Edit::MoveLane { lane, line, before } => self.move_lane(lane, *line, before.as_deref()),
            Edit::RemoveLane { lane } => self.remove_lane(lane),
            Edit::Connect { from, to } => self.connect(from, to),
            Edit::Disconnect { from, to } => self.disconnect(from, to),
            Edit::NameFlow { from, to, name } => {
                let name = optional(name)?;
                self.flow(from, to)?;
                self.grid.flows.insert((from.clone(), to.clone()), name);
                self.claims.change(Claim::FlowName(from.clone(), to.clone()));
                Ok(())
            }
            Edit::SetStage { step, stage } => {
                let stage = stage.as_deref().map(optional).transpose()?.filter(|stage| !stage.is_empty());
                self.real_step(step)?;
                self.step(step)?.stage = stage;
                self.claims.change(Claim::Stage(step.clone()));
                Ok(())
            }
        }
    }

    fn add_step(&mut self, id: &str, name: &str, lane: &str, at: &Place) -> Result<(), Refusal> {
        if self.grid.step(id).is_some() {
            return Err(Refusal::Identifier { id: id.to_owned() });
        }
        let name = named(name)?;
        self.lane(lane)?;
        let (id, lane) = (id.to_owned(), lane.to_owned());
        self.claims.change(Claim::Step(id.clone()));
        let kind = StepKind::Step;
        self.grid.steps.push(GridStep { id: id.clone(), name, lane, kind, stage: None, is_message: false });
        self.put(&id, at)
    }

    fn rename_step(&mut self, id: &str, name: &str) -> Result<(), Refusal> {
        let name = named(name)?;
        self.step(id)?.name = name;
        self.claims.change(Claim::Name(id.to_owned()));
        Ok(())
    }

    fn move_step(&mut self, id: &str, lane: &str, at: Option<&Place>) -> Result<(), Refusal> {
        self.real_step(id)?;
        let named = match at {
            Some(Place::After(step) | Place::Before(step)) => vec![step],
            Some(Place::Between(from, to)) => vec![from, to],
            Some(Place::Loose) | None => vec![],
        };
        if named.into_iter().any(|named| named == id) {
            return Err(Refusal::Itself { step: id.to_owned() });
        }
        self.lane(lane)?;
        self.step(id)?.lane = lane.to_owned();
        self.claims.change(Claim::Row(id.to_owned()));
        match at {
            None => Ok(()),
            Some(at) => {
                self.take_out(id);
                self.put(id, at)
            }
        }
    }

    fn merge_steps(&mut self, id: &str, with: &str, name: &str) -> Result<(), Refusal> {
        if id == with {
            return Err(Refusal::Itself { step: id.to_owned() });
        }
        self.plain_step(id)?;
        self.plain_step(with)?;
        self.rename_step(id, name)?;
        for step in [id, with] {
            self.claims.change(Claim::Into(step.to_owned()));
            self.claims.change(Claim::Out(step.to_owned()));
        }
        self.claims.change(Claim::Step(with.to_owned()));
        self.claims.change(Claim::Stage(id.to_owned()));
        let one = |end: &str| if end == with { id.to_owned() } else { end.to_owned() };
        for ((from, to), name) in std::mem::take(&mut self.grid.flows) {
            let was_between = (from == id && to == with) || (from == with && to == id);
            if !was_between {
                let known = self.grid.flows.entry((one(&from), one(&to))).or_default();
                if known.is_empty() {
                    *known = name;
                }
            }
        }
        let stage = self.step(with)?.stage.clone();
        let kept = self.step(id)?;
        kept.stage = kept.stage.take().or(stage);
        self.grid.steps.retain(|step| step.id != with);
        Ok(())
    }

    fn remove_step(&mut self, id: &str) -> Result<(), Refusal> {
        self.real_step(id)?;
        if self.grid.steps.iter().filter(|step| !step.is_message).count() == 1 {
            return Err(Refusal::OnlyStep { step: id.to_owned() });
        }
        self.take_out(id);
        self.claims.change(Claim::Step(id.to_owned()));
        // Messages to and from it go with it.
        let goes = |grid: &Grid, step: &GridStep| {
            let mut ties =
                grid.flows.keys().filter(|(from, to)| *from == step.id || *to == step.id).peekable();
            step.is_message && ties.peek().is_some() && ties.all(|(from, to)| from == id || to == id)
        };
        let gone: Vec<String> = self
            .grid
            .steps
            .iter()
            .filter(|step| step.id == id || goes(&self.grid, step))
            .map(|step| step.id.clone())
            .collect();
        self.grid.steps.retain(|step| !gone.contains(&step.id));
        self.grid.flows.retain(|(from, to), _| !gone.contains(from) && !gone.contains(to));
        Ok(())
    }

    /// Leads what came before a step to what came after, and leaves it with nothing but messages and its own repetition.
    fn take_out(&mut self, id: &str) {
        let others = |ids: Vec<String>, grid: &Grid| -> Vec<String> {
            let is_tied =
                |other: &String| other != id && grid.step(other).is_some_and(|step| !step.is_message);
            ids.into_iter().filter(is_tied).collect()
        };
        let before = others(self.grid.before(id).map(str::to_owned).collect(), &self.grid);
        let after = others(self.grid.after(id).map(str::to_owned).collect(), &self.grid);
        self.claims.change(Claim::Into(id.to_owned()));
        self.claims.change(Claim::Out(id.to_owned()));
        for from in &before {
            self.grid.flows.remove(&(from.clone(), id.to_owned()));
            for to in after.iter().filter(|to| *to != from) {
                self.tie(from, to);
            }
        }
        for to in &after {
            self.grid.flows.remove(&(id.to_owned(), to.clone()));
        }
    }

    fn put(&mut self, id: &str, at: &Place) -> Result<(), Refusal> {
        let others = |ids: Vec<String>, grid: &Grid| -> Vec<String> {
            ids.into_iter().filter(|id| grid.step(id).is_some_and(|step| !step.is_message)).collect()
        };
        match at {
            Place::Loose => {}
            Place::After(step) => {
                self.real_step(step)?;
                let after = others(self.grid.after(step).map(str::to_owned).collect(), &self.grid);
                self.claims.change(Claim::Out(step.clone()));
                for to in after {
                    self.cut(step, &to);
                    self.tie(id, &to);
                }
                self.tie(step, id);
            }
            Place::Before(step) => {
                self.real_step(step)?;
                let before = others(self.grid.before(step).map(str::to_owned).collect(), &self.grid);
                self.claims.change(Claim::Into(step.clone()));
                for from in before {
                    self.cut(&from, step);
                    self.tie(&from, id);
                }
                self.tie(id, step);
            }
            Place::Between(from, to) => {
                self.real_step(from)?;
                self.real_step(to)?;
                self.flow(from, to)?;
                self.cut(from, to);
                self.tie(from, id);
                self.tie(id, to);
            }
        }
        self.ends(id)
    }

    fn connect(&mut self, from: &str, to: &str) -> Result<(), Refusal> {
        self.real_step(from)?;
        self.real_step(to)?;
        if self.grid.flows.contains_key(&(from.to_owned(), to.to_owned())) {
            return Err(Refusal::IsFlow { from: from.to_owned(), to: to.to_owned() });
        }
        self.tie(from, to);
        self.ends(from)?;
        self.ends(to)
    }

    fn disconnect(&mut self, from: &str, to: &str) -> Result<(), Refusal> {
        self.real_step(from)?;
        self.real_step(to)?;
        self.flow(from, to)?;
        self.cut(from, to);
        Ok(())
    }

    fn add_lane(&mut self, id: &str, name: &str, line: Visibility) -> Result<(), Refusal> {
        if self.grid.lane(id).is_some() {
            return Err(Refusal::Identifier { id: id.to_owned() });
        }
        let lane = Lane { id: id.to_owned(), name: named(name)?, visibility: line };
        // The lane that stands for a customer of whom the file says nothing gives way to one that it has.
        let stands_in = |lane: &Lane| lane.visibility == Visibility::Customer && lane.name.is_empty();
        if line == Visibility::Customer {
            self.grid.lanes.retain(|lane| !stands_in(lane));
        }
        self.claims.change(Claim::Lane(id.to_owned()));
        self.claims.change(Claim::Order);
        self.insert_lane(lane, None)
    }

    fn move_lane(&mut self, id: &str, line: Visibility, before: Option<&str>) -> Result<(), Refusal> {
        let mut lane = self.lane(id)?.clone();
        if lane.visibility == Visibility::Customer && line != lane.visibility {
            self.not_the_only_customer(&lane)?;
        }
        if before == Some(id) {
            return Ok(());
        }
        lane.visibility = line;
        self.grid.lanes.retain(|lane| lane.id != id);
        self.claims.change(Claim::Order);
        self.insert_lane(lane, before)
    }

    fn insert_lane(&mut self, lane: Lane, before: Option<&str>) -> Result<(), Refusal> {
        let lanes = &self.grid.lanes;
        let at = match before {
            Some(id) => {
                let fits = |other: &Lane| other.id == id && other.visibility == lane.visibility;
                lanes.iter().position(fits).ok_or_else(|| Refusal::NoLane { id: id.to_owned() })?
            }
            None => lanes.iter().filter(|other| other.visibility <= lane.visibility).count(),
        };
        self.grid.lanes.insert(at, lane);
        Ok(())
    }

    fn remove_lane(&mut self, id: &str) -> Result<(), Refusal> {
        let lane = self.lane(id)?.clone();
        if self.grid.steps.iter().any(|step| step.lane == id) {
            return Err(Refusal::LaneNotEmpty { lane: id.to_owned() });
        }
        if lane.visibility == Visibility::Customer {
            self.not_the_only_customer(&lane)?;
        }
        self.grid.lanes.retain(|lane| lane.id != id);
        self.claims.change(Claim::Lane(id.to_owned()));
        Ok(())
    }

    fn not_the_only_customer(&self, lane: &Lane) -> Result<(), Refusal> {
        let customers = self.grid.lanes.iter().filter(|lane| lane.visibility == Visibility::Customer).count();
        if customers == 1 { Err(Refusal::OnlyCustomer { lane: lane.id.clone() }) } else { Ok(()) }
    }

    fn tie(&mut self, from: &str, to: &str) {
        self.claims.change(Claim::Flow(from.to_owned(), to.to_owned()));
        self.grid.flows.entry((from.to_owned(), to.to_owned())).or_default();
    }

    fn cut(&mut self, from: &str, to: &str) {
        self.claims.change(Claim::Flow(from.to_owned(), to.to_owned()));
        self.grid.flows.remove(&(from.to_owned(), to.to_owned()));
    }

    fn flow(&self, from: &str, to: &str) -> Result<(), Refusal> {
        let is_there = self.grid.flows.contains_key(&(from.to_owned(), to.to_owned()));
        if is_there { Ok(()) } else { Err(Refusal::NoFlow { from: from.to_owned(), to: to.to_owned() }) }
    }

    /// Nothing leads into a start that a step is or leads to, and nothing out of an end.
    fn ends(&self, id: &str) -> Result<(), Refusal> {
        let kind = |id: &str| self.grid.step(id).map(|step| step.kind);
        for (from, to) in self.grid.flows.keys().filter(|(from, to)| from == id || to == id) {
            if kind(to) == Some(StepKind::Start) {
                return Err(Refusal::IntoStart { step: to.clone() });
            }
            if kind(from).is_some_and(StepKind::is_end) {
                return Err(Refusal::OutOfEnd { step: from.clone() });
            }
        }
        Ok(())
    }

    fn step(&mut self, id: &str) -> Result<&mut GridStep, Refusal> {
        self.claims.need(Claim::Step(id.to_owned()));
        let step = self.grid.steps.iter_mut().find(|step| step.id == id);
        step.ok_or_else(|| Refusal::NoStep { id: id.to_owned() })
    }

    fn lane(&mut self, id: &str) -> Result<&mut Lane, Refusal> {
        self.claims.need(Claim::Lane(id.to_owned()));
        let lane = self.grid.lanes.iter_mut().find(|lane| lane.id == id);
        lane.ok_or_else(|| Refusal::NoLane { id: id.to_owned() })
    }

    /// A step that is no message.
    fn real_step(&mut self, id: &str) -> Result<(), Refusal> {
        let is_message = self.step(id)?.is_message;
        if is_message { Err(Refusal::Message { step: id.to_owned() }) } else { Ok(()) }
    }

    /// A step that is neither a message nor a start or end.
    fn plain_step(&mut self, id: &str) -> Result<(), Refusal> {
        self.real_step(id)?;
        let kind = self.step(id)?.kind;
        if kind == StepKind::Step { Ok(()) } else { Err(Refusal::NotAStep { step: id.to_owned() }) }
    }
}

fn named(name: &str) -> Result<String, Refusal> {
    let name = optional(name)?;
    if name.is_empty() { Err(Refusal::Name { most: MAX_NAME }) } else { Ok(name) }
}

fn optional(name: &str) -> Result<String, Refusal> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().count() > MAX_NAME { Err(Refusal::Name { most: MAX_NAME }) } else { Ok(name) }
}

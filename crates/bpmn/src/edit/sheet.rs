//! A document that is edited: its grid, and the document that an edit makes of it.

use super::claim::Claims;
use super::elements::Work;
use super::grid::{Grid, GridStep};
use super::plan::plan;
use super::verb::{Edit, Place};
use super::web::{Tie, Web};
use super::{Refusal, drawing};
use crate::customer::{Source, parts};
use crate::extension::{Extensions, write_phase, write_step_line};
use crate::map::Lane;
use crate::model::{Base, LaneIx, Model, NodeIx, ParticipantIx, ProcessIx};
use crate::xml::{Document, ReadError};
use std::collections::{BTreeMap, BTreeSet};

/// Most rounds of tying and cutting until the document says what it is to say.
const MAX_ROUNDS: usize = 4;

/// A document with its grid.
///
/// ```
/// use bpmn::customer::{Naming, to_document};
/// use bpmn::edit::{Edit, Place, Sheet};
/// use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
///
/// let lane = Lane { id: "customer".into(), name: "Customer".into(), visibility: Visibility::Customer };
/// let step = |id: &str| Step { id: id.into(), name: id.into(), lane: 0, kind: StepKind::Step };
/// let flows = vec![Flow { from: 0, to: 1 }];
/// let map = CustomerMap::new(vec![lane], vec![step("ask"), step("get")], flows).expect("a map");
/// let naming = Naming { key: "order", process: "An order", organisation: "Linden" };
/// let sheet = Sheet::read(&to_document(&map, &naming).write()).expect("a document");
///
/// let at = Place::Between("ask".into(), "get".into());
/// let (step, name, lane) = ("pay".into(), "Pay".into(), "customer".into());
/// let edited = sheet.edit(&Edit::AddStep { step, name, lane, at }).expect("an edit");
/// assert_eq!(edited.grid().after("ask").collect::<Vec<_>>(), ["pay"]);
/// assert_eq!(edited.grid().after("pay").collect::<Vec<_>>(), ["get"]);
/// ```
#[derive(Debug, Clone)]
pub struct Sheet {
    bpmn: String,
    document: Document,
    model: Model,
    grid: Grid,
    homes: Homes,
}

/// What a row of the grid lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    Lane(LaneIx),
    /// A pool without lanes.
    Pool(ParticipantIx),
    /// A process that no pool stands for, without lanes.
    Process(ProcessIx),
}

/// What each row lies in, and the node of each step.
#[derive(Debug, Clone)]
pub(super) struct Homes {
    pub(super) lanes: Vec<Lane>,
    homes: Vec<Option<Home>>,
    nodes: BTreeMap<String, NodeIx>,
}

impl Homes {
    pub(super) fn of(&self, lane: &str) -> Option<Home> {
        let at = self.lanes.iter().position(|known| known.id == lane)?;
        self.homes[at]
    }
}

impl Sheet {
    /// Reads a document.
    ///
    /// # Errors
    /// What keeps it from being read.
    pub fn read(bpmn: &str) -> Result<Self, ReadError> {
        let (document, _) = Document::read(bpmn.as_bytes())?;
        let (model, _) = Model::read(&document);
        let (extensions, _) = Extensions::read(&document, &model);
        let (grid, parts) = Grid::of(&model, &extensions);
        let home = |source: &Option<Source>| match source {
            Some(Source::Lane(lane)) => Some(Home::Lane(*lane)),
            Some(Source::Pool(pool)) => Some(Home::Pool(*pool)),
            Some(Source::Process(process)) => Some(Home::Process(*process)),
            Some(Source::Choreography) | None => None,
        };
        let nodes = parts.steps.iter().zip(&parts.nodes);
        let nodes = nodes.filter_map(|(step, node)| Some((step.id.clone(), (*node)?))).collect();
        let homes = parts.sources.iter().map(home).collect();
        let homes = Homes { lanes: parts.lanes, homes, nodes };
        Ok(Self { bpmn: bpmn.to_owned(), document, model, grid, homes })
    }

    /// The document as text.
    #[must_use]
    pub fn bpmn(&self) -> &str {
        &self.bpmn
    }

    /// What is edited.
    #[must_use]
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// What an edit would lay claim to.
    ///
    /// # Errors
    /// [`Refusal`], if it makes no sense here.
    pub fn claims(&self, edit: &Edit) -> Result<Claims, Refusal> {
        plan(&self.grid, edit).map(|(_, claims)| claims)
    }

    /// The document after an edit. The same edit of the same document gives the same bytes.
    ///
    /// # Errors
    /// [`Refusal`], if the edit makes no sense here or the file draws what it changes in a way that only the full notation
    /// can change.
    pub fn edit(&self, edit: &Edit) -> Result<Self, Refusal> {
        let (wanted, _) = plan(&self.grid, edit)?;
        if wanted == self.grid {
            return Ok(self.clone());
        }
        let not_here = || Refusal::NotHere { what: edit.subject().to_owned() };
        let mut work = Work::new(self.document.clone(), self.model.clone());
        work.check_new(edit)?;
        self.carry_out(&mut work, edit, &wanted)?;
        work.tidy();
        self.tie_as(&mut work, &wanted).ok_or_else(not_here)?;
        work.tidy();
        work.keep_names(&wanted);
        stand_as(&mut work, &wanted);
        let mut document = work.document;
        drawing::follow(self, &mut document, edit);
        let edited = Self::read(&document.write()).map_err(|_| not_here())?;
        if says(&edited.grid, &wanted, edit) { Ok(edited) } else { Err(not_here()) }
    }

    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    pub(super) fn model(&self) -> &Model {
        &self.model
    }

    fn carry_out(&self, work: &mut Work, edit: &Edit, wanted: &Grid) -> Result<(), Refusal> {
        let not_here = |what: &str| Refusal::NotHere { what: what.to_owned() };
        let home = |lane: &str| self.homes.of(lane).ok_or_else(|| not_here(lane));
        match edit {
            Edit::AddStep { step, lane, at, .. } => {
                let line = wanted.lane(lane).map(|lane| lane.visibility).ok_or_else(|| not_here(lane))?;
                let name = name_in(wanted, step);
                work.add_step(step, &name, home(lane)?, line).ok_or_else(|| not_here(lane))?;
                work.put(step, at).ok_or_else(|| not_here(step))
            }
            Edit::RenameStep { step, .. } => self.rename(work, step, wanted),
            Edit::MoveStep { step, lane, at } => {
                if at.is_some() {
                    work.splice(step).ok_or_else(|| not_here(step))?;
                }
                if self.grid.step(step).is_some_and(|known| known.lane != *lane) {
                    if let Some(&node) = self.homes.nodes.get(step) {
                        write_step_line(&mut work.document, self.model[node].base.origin.node, None);
                        work.changed();
                    }
                    work.settle(step, home(lane)?)?;
                }
                at.as_ref().map_or(Some(()), |at| work.put(step, at)).ok_or_else(|| not_here(step))
            }
            Edit::SplitStep { step, second, .. } => {
                self.rename(work, step, wanted)?;
                let lane = wanted.step(step).map(|step| step.lane.as_str()).ok_or_else(|| not_here(step))?;
                let line = wanted.lane(lane).map(|lane| lane.visibility).ok_or_else(|| not_here(lane))?;
                let name = name_in(wanted, second);
                work.add_step(second, &name, home(lane)?, line).ok_or_else(|| not_here(lane))?;
                let after = Place::After(step.clone());
                work.put(second, &after).ok_or_else(|| not_here(step))
            }
            Edit::MergeSteps { step, with, .. } => {
                self.rename(work, step, wanted)?;
                work.merge(step, with).ok_or_else(|| not_here(with))
            }
            Edit::RemoveStep { step } => {
                work.splice(step).ok_or_else(|| not_here(step))?;
                work.take_away(step).ok_or_else(|| not_here(step))
            }
            Edit::AddLane { lane, .. } => {
                let new = wanted.lane(lane).ok_or_else(|| not_here(lane))?;
                work.add_row(&self.homes, new)
            }
            Edit::RenameLane { lane, .. } => {
                let name = wanted.lane(lane).map(|lane| lane.name.clone()).unwrap_or_default();
                work.rename_row(home(lane)?, &name);
                Ok(())
            }
            Edit::MoveLane { lane, before, .. } => {
                let before = before.as_deref().map(home).transpose()?;
                work.move_row(lane, home(lane)?, before)
            }
            Edit::RemoveLane { lane } => work.remove_row(lane, home(lane)?),
            Edit::Connect { .. } | Edit::Disconnect { .. } => Ok(()),
            Edit::NameFlow { from, to, .. } => {
                let name = wanted.flows.get(&(from.clone(), to.clone())).map_or("", String::as_str);
                work.name_flow(from, to, name).ok_or_else(|| not_here(from))
            }
            Edit::SetStage { step, .. } => {
                let &node = self.homes.nodes.get(step).ok_or_else(|| not_here(step))?;
                let stage = wanted.step(step).and_then(|step| step.stage.as_deref());
                write_phase(&mut work.document, self.model[node].base.origin.node, stage);
                work.changed();
                Ok(())
            }
        }
    }

    fn rename(&self, work: &mut Work, step: &str, wanted: &Grid) -> Result<(), Refusal> {
        let element = match self.homes.nodes.get(step) {
            Some(&node) => Some(self.model[node].base.origin.node),
            None => self.model.element(step).map(|element| self.model.base(element).origin.node),
        };
        let element = element.ok_or_else(|| Refusal::NotHere { what: step.to_owned() })?;
        work.document.set_attribute(element, "", "name", &name_in(wanted, step));
        work.changed();
        Ok(())
    }

    /// Ties and cuts until what follows what is as wanted. Messages of pools that nobody sees into go with their steps.
    fn tie_as(&self, work: &mut Work, wanted: &Grid) -> Option<()> {
        let is_node = |id: &str| wanted.step(id).is_some_and(|step| !step.is_message);
        let wanted: BTreeSet<(String, String)> =
            wanted.flows.keys().filter(|(from, to)| is_node(from) && is_node(to)).cloned().collect();
        for _ in 0..MAX_ROUNDS {
            let now = work.pairs();
            if now == wanted {
                return Some(());
            }
            for (from, to) in now.difference(&wanted) {
                work.unlink(from, to)?;
            }
            work.tidy();
            for (from, to) in wanted.difference(&work.pairs()) {
                work.link(from, to)?;
            }
            work.tidy();
        }
        (work.pairs() == wanted).then_some(())
    }
}

impl Work {
    /// What is new has an identifier that may be used.
    fn check_new(&self, edit: &Edit) -> Result<(), Refusal> {
        let new = match edit {
            Edit::AddStep { step, .. } => step,
            Edit::SplitStep { second, .. } => second,
            Edit::AddLane { lane, .. } => lane,
            _ => return Ok(()),
        };
        if self.is_free(new) { Ok(()) } else { Err(Refusal::Identifier { id: new.clone() }) }
    }

    /// What follows what, by identifier.
    fn pairs(&mut self) -> BTreeSet<(String, String)> {
        let model = self.model();
        let web = Web::of(&model);
        let id = |node: NodeIx| model[node].base.id.clone();
        let steps = (0..model.nodes.len()).map(NodeIx::new).filter(|&node| web.is_step(node));
        steps
            .flat_map(|from| web.after(from).into_iter().map(move |to| (from, to)))
            .map(|(a, b)| (id(a), id(b)))
            .collect()
    }

    /// Writes a name at the way from a step to the next; where that is shared with others, they are given a way of their own.
    fn name_flow(&mut self, from: &str, to: &str, name: &str) -> Option<()> {
        if self.write_name(from, to, name).is_none() {
            self.unlink(from, to)?;
            self.tidy();
            self.link(from, to)?;
            self.write_name(from, to, name)?;
        }
        Some(())
    }

    /// Writes names again that stood at ways which had to be drawn anew.
    fn keep_names(&mut self, wanted: &Grid) {
        for ((from, to), name) in wanted.flows.iter().filter(|(_, name)| !name.is_empty()) {
            let model = self.model();
            if let (Some(a), Some(b)) = (model.node(from), model.node(to))
                && Web::of(&model).name(&model, a, b).is_empty()
            {
                self.write_name(from, to, name);
            }
        }
    }

    fn write_name(&mut self, from: &str, to: &str, name: &str) -> Option<()> {
        let model = self.model();
        let (from, to) = (model.node(from)?, model.node(to)?);
        let web = Web::of(&model);
        let own = web.between(from, to).into_iter().filter(|&at| web.is_own(at, from, to));
        let own: Vec<&Base> = own
            .filter_map(|at| match web.strands[at].tie {
                Tie::Flow(flow) => Some(&model[flow].base),
                Tie::Message(flow) => Some(&model[flow].base),
                Tie::Border | Tie::Repeat => None,
            })
            .collect();
        let named = own.iter().find(|base| !base.name.is_empty());
        let element = named.or(own.first())?.origin.node;
        if name.is_empty() {
            self.document.remove_attribute(element, "", "name");
        } else {
            self.document.set_attribute(element, "", "name", name);
        }
        self.changed();
        Some(())
    }
}

/// Says of lanes and steps how they stand to the customer where the edit would change that unsaid.
fn stand_as(work: &mut Work, wanted: &Grid) {
    let (lanes, sources) = {
        let model = work.model();
        let (extensions, _) = Extensions::read(&work.document, &model);
        let parts = parts(&model, &extensions);
        (parts.lanes, parts.sources)
    };
    for (lane, source) in lanes.iter().zip(&sources) {
        let home = match source {
            Some(Source::Lane(lane)) => Home::Lane(*lane),
            Some(Source::Pool(pool)) => Home::Pool(*pool),
            _ => continue,
        };
        if let Some(row) = wanted.lane(&lane.id).filter(|row| row.visibility != lane.visibility) {
            work.write_row_line(home, row.visibility);
        }
    }
}

/// Whether a document's grid is what an edit was to make of it.
fn says(grid: &Grid, wanted: &Grid, edit: &Edit) -> bool {
    let steps = |grid: &Grid| -> BTreeMap<String, GridStep> {
        grid.steps.iter().map(|step| (step.id.clone(), step.clone())).collect()
    };
    let is_named = match edit {
        Edit::NameFlow { from, to, .. } => {
            let key = (from.clone(), to.clone());
            grid.flows.get(&key) == wanted.flows.get(&key)
        }
        _ => true,
    };
    // Where a new lane stands among its like is left to the file.
    let lanes = |grid: &Grid| {
        let mut lanes = grid.lanes.clone();
        if let Edit::AddLane { lane, .. } = edit {
            lanes.sort_by_key(|it| it.id == *lane);
        }
        lanes
    };
    is_named
        && lanes(grid) == lanes(wanted)
        && steps(grid) == steps(wanted)
        && grid.flows.keys().eq(wanted.flows.keys())
}

fn name_in(grid: &Grid, step: &str) -> String {
    grid.step(step).map(|step| step.name.clone()).unwrap_or_default()
}

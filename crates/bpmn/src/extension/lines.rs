//! How a step stands to the customer, as its file says.

use super::Extensions;
use crate::map::Visibility;
use crate::model::{LaneIx, Model, NodeIx};

impl Extensions {
    /// How a node stands to the customer: as it says itself, or its lane, the lanes around that, or its pool. Nothing where
    /// none of them says anything.
    #[must_use]
    pub fn line_of(&self, model: &Model, node: NodeIx) -> Option<Visibility> {
        let own = self.steps.get(&node).and_then(|step| step.line);
        let of_pool = || {
            let process = model.process_of(node)?;
            model.participants_of(process).find_map(|pool| self.pools.get(&pool).copied())
        };
        own.or_else(|| self.line_of_lane(model, model.lane_of(node)?)).or_else(of_pool)
    }

    fn line_of_lane(&self, model: &Model, lane: LaneIx) -> Option<Visibility> {
        self.lanes.get(&lane).copied().or_else(|| self.line_of_lane(model, model[lane].parent?))
    }
}

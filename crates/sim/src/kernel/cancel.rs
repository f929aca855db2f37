//! Taking away what is in progress.

use super::Kernel;
use super::store::State;

impl Kernel<'_> {
    /// Takes a token away, whatever it is doing; its frame no longer counts it.
    pub(super) fn cancel_token(&mut self, at: u32) {
        let frame = self.tokens[at].frame;
        self.stop_token(at);
        self.frames[frame].live = self.frames[frame].live.saturating_sub(1);
    }

    /// Ends what a token is doing; its frame still counts it.
    pub(super) fn stop_token(&mut self, at: u32) {
        let (case, node, state) = (self.tokens[at].case, self.tokens[at].node, self.tokens[at].state);
        match state {
            State::Queued | State::Gathering => {
                let task = self.plan.steps[node as usize].task as usize;
                self.waiting[task] -= 1;
                if let Some(queue) = self.plan.tasks[task].queue {
                    self.queues[queue as usize].change(self.now, -1);
                }
                self.wait_ends(case);
                let (bundle, person) = (self.tokens[at].bundle, self.tokens[at].resource);
                // In a sequential batch that was begun, its turn had not come.
                if person != Self::NOBODY && self.leave_bundle(bundle) {
                    self.let_go(person);
                }
            }
            State::Working => self.end_work(at, false),
            State::Racing | State::Awaiting => self.hand_ends(case, None),
            State::Free => {}
            State::Hosting => {
                while let Some(child) = self.tokens[at].children.pop() {
                    self.cancel_frame(child);
                }
            }
        }
        self.lift_token(at);
    }
}

//! The workbench: one thread of low priority that simulates, one thing after the other, so that pages stay quick.

use crate::web::{Problem, Text};
use sim::Progress;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;
use uuid::Uuid;

/// Simulations that wait at most.
const MAX_WAITING: usize = 100;

/// How nice the thread is to others: as nice as can be.
const NICE: i32 = 19;

type Work = Box<dyn FnOnce() + Send>;

/// The workbench. Clones share it.
#[derive(Clone, Default)]
pub struct Bench(Arc<Mutex<State>>);

impl std::fmt::Debug for Bench {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bench")
    }
}

#[derive(Default)]
struct State {
    /// What a page waits for: done first.
    asked: VecDeque<Work>,
    /// Runs, in the order in which they were asked for.
    runs: VecDeque<(Uuid, Arc<Progress>, Work)>,
    running: Option<(Uuid, Arc<Progress>)>,
    is_up: bool,
}

impl Bench {
    /// Does something and waits for it.
    ///
    /// # Errors
    ///
    /// [`Problem::Busy`] where too much is asked for already, [`Problem::Unexpected`] where it failed.
    pub async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (told, answer) = oneshot::channel();
        {
            let mut state = self.state();
            if state.asked.len() >= MAX_WAITING {
                return Err(Problem::Busy(Text::key("whatif-busy")));
            }
            state.asked.push_back(Box::new(move || drop(told.send(work()))));
            self.wake(&mut state);
        }
        answer.await.map_err(|_| Problem::Unexpected)
    }

    /// Runs something when what was asked before is done. What runs already under that name is cancelled.
    ///
    /// # Errors
    ///
    /// [`Problem::Busy`] where too much waits already.
    pub fn run(&self, id: Uuid, work: impl FnOnce(&Progress) + Send + 'static) -> Result<(), Problem> {
        let mut state = self.state();
        if state.runs.len() >= MAX_WAITING {
            return Err(Problem::Busy(Text::key("whatif-busy")));
        }
        cancel(&mut state, id);
        let progress = Arc::new(Progress::default());
        let own = Arc::clone(&progress);
        state.runs.push_back((id, progress, Box::new(move || work(&own))));
        self.wake(&mut state);
        Ok(())
    }

    /// Stops a run, or takes it off the list.
    pub fn cancel(&self, id: Uuid) {
        cancel(&mut self.state(), id);
    }

    /// How many cases a run has simulated; none, if it is not the one that runs.
    #[must_use]
    pub fn cases(&self, id: Uuid) -> Option<u64> {
        self.state()
            .running
            .as_ref()
            .filter(|(running, _)| *running == id)
            .map(|(_, progress)| progress.cases())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts the thread, if it does not run: it ends when nothing is left.
    fn wake(&self, state: &mut State) {
        if state.is_up {
            return;
        }
        let bench = self.clone();
        let spawned = std::thread::Builder::new().name("whatif".into()).spawn(move || bench.work());
        state.is_up = spawned.is_ok();
    }

    fn work(&self) {
        // Simulations would take all cores, if they were let.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).start_handler(|_| be_nice()).build();
        while let Some(work) = self.next() {
            let done = catch_unwind(AssertUnwindSafe(|| match &pool {
                Ok(pool) => pool.install(work),
                Err(_) => work(),
            }));
            if done.is_err() {
                tracing::error!("a simulation broke");
            }
        }
    }

    fn next(&self) -> Option<Work> {
        let mut state = self.state();
        state.running = None;
        if let Some(work) = state.asked.pop_front() {
            return Some(work);
        }
        let Some((id, progress, work)) = state.runs.pop_front() else {
            state.is_up = false;
            return None;
        };
        state.running = Some((id, progress));
        Some(work)
    }
}

fn cancel(state: &mut State, id: Uuid) {
    state.runs.retain(|(waiting, ..)| *waiting != id);
    if let Some((_, progress)) = state.running.as_ref().filter(|(running, _)| *running == id) {
        progress.cancel();
    }
}

/// Lets everybody else go first, where the system knows that of a thread.
fn be_nice() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(None, NICE) {
        tracing::debug!(%error, "simulations run at the usual priority");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[tokio::test]
    async fn what_a_page_asks_goes_before_runs_that_wait() {
        let (bench, order) = (Bench::default(), Arc::new(Mutex::new(Vec::new())));
        let (go, gate) = mpsc::channel::<()>();
        let note = |name: &'static str| {
            let order = Arc::clone(&order);
            move || order.lock().unwrap().push(name)
        };
        bench.run(Uuid::from_u128(1), move |_| drop(gate.recv())).unwrap();
        let second = note("run");
        bench.run(Uuid::from_u128(2), move |_| second()).unwrap();
        let asked = bench.ask(note("asked"));
        let answer = tokio::spawn(asked);
        tokio::task::yield_now().await;
        go.send(()).unwrap();
        answer.await.unwrap().unwrap();
        bench.ask(|| ()).await.unwrap();
        while bench.state().is_up {
            tokio::task::yield_now().await;
        }
        assert_eq!(*order.lock().unwrap(), ["asked", "run"]);
    }

    #[tokio::test]
    async fn a_run_that_breaks_takes_nothing_with_it() {
        let bench = Bench::default();
        bench.run(Uuid::from_u128(1), |_| panic!("inside a simulation")).unwrap();
        assert_eq!(bench.ask(|| 7).await.unwrap(), 7);
        assert!(bench.ask(|| -> u8 { panic!("again") }).await.is_err());
        assert_eq!(bench.ask(|| 8).await.unwrap(), 8);
    }

    #[tokio::test]
    async fn what_is_cancelled_before_its_turn_never_runs() {
        let bench = Bench::default();
        let (go, gate) = mpsc::channel::<()>();
        let (first, second) = (Uuid::from_u128(1), Uuid::from_u128(2));
        bench.run(first, move |progress| while gate.try_recv().is_err() && progress.cases() == 0 {}).unwrap();
        bench.run(second, |_| panic!("was cancelled")).unwrap();
        bench.cancel(second);
        assert_eq!(bench.cases(second), None);
        go.send(()).unwrap();
        assert_eq!(bench.ask(|| 1).await.unwrap(), 1);
    }
}

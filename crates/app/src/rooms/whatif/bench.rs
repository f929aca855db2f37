//! The workbench: two threads of low priority that simulate, so that pages stay quick: one what a page waits for, the other
//! runs, one after the other.

use crate::web::{Problem, Text};
use sim::Progress;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;
use uuid::Uuid;

/// Simulations that wait at most, on each line.
const MAX_WAITING: usize = 100;

/// How nice runs are to everything else: next to pages that want all there is, a tenth is left for them.
const RUNS_NICE: i32 = 10;

/// How nice that is which a page waits for.
const ASKED_NICE: i32 = 3;

type Work = Box<dyn FnOnce() + Send>;

/// The workbench. Clones share it.
#[derive(Debug, Clone)]
pub struct Bench {
    asked: Line,
    runs: Line,
}

impl Default for Bench {
    fn default() -> Self {
        Self { asked: Line::of(ASKED_NICE), runs: Line::of(RUNS_NICE) }
    }
}

impl Bench {
    /// Does something and waits for it; stops it once nobody waits any more.
    ///
    /// # Errors
    ///
    /// [`Problem::Busy`] where too much is asked for already, [`Problem::Unexpected`] where it failed.
    pub async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (told, answer) = oneshot::channel();
        let waited = Waited(Arc::default());
        let progress = Arc::clone(&waited.0);
        let own = Arc::clone(&progress);
        let work = move || {
            if !told.is_closed() {
                drop(told.send(work(&own)));
            }
        };
        self.asked.push(None, progress, Box::new(work))?;
        answer.await.map_err(|_| Problem::Unexpected)
    }

    /// Runs something when the runs that were asked for before are over. What runs already under that name is cancelled.
    ///
    /// # Errors
    ///
    /// [`Problem::Busy`] where too much waits already.
    pub fn run(&self, id: Uuid, work: impl FnOnce(&Progress) + Send + 'static) -> Result<(), Problem> {
        self.runs.cancel(id);
        let progress = Arc::new(Progress::default());
        let own = Arc::clone(&progress);
        self.runs.push(Some(id), progress, Box::new(move || work(&own)))
    }

    /// Stops a run, or takes it off the list.
    pub fn cancel(&self, id: Uuid) {
        self.runs.cancel(id);
    }

    /// How many cases a run has simulated; none, if it is not the one that runs.
    #[must_use]
    pub fn cases(&self, id: Uuid) -> Option<u64> {
        let state = self.runs.state();
        let running = state.running.as_ref().filter(|(running, _)| *running == Some(id));
        running.map(|(_, progress)| progress.cases())
    }
}

/// Somebody who waits for an answer, and goes away with it or before.
struct Waited(Arc<Progress>);

impl Drop for Waited {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// Work in the order in which it was asked for, on a thread of its own that ends when nothing is left.
#[derive(Clone)]
struct Line {
    state: Arc<Mutex<State>>,
    nice: i32,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<(Option<Uuid>, Arc<Progress>, Work)>,
    running: Option<(Option<Uuid>, Arc<Progress>)>,
    is_up: bool,
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Line").field("nice", &self.nice).finish_non_exhaustive()
    }
}

impl Line {
    fn of(nice: i32) -> Self {
        Self { state: Arc::default(), nice }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, id: Option<Uuid>, progress: Arc<Progress>, work: Work) -> Result<(), Problem> {
        let mut state = self.state();
        if state.waiting.len() >= MAX_WAITING {
            return Err(Problem::Busy(Text::key("whatif-busy")));
        }
        state.waiting.push_back((id, progress, work));
        if !state.is_up {
            let line = self.clone();
            let spawned = std::thread::Builder::new().name("whatif".into()).spawn(move || line.work());
            state.is_up = spawned.is_ok();
        }
        Ok(())
    }

    fn cancel(&self, id: Uuid) {
        let mut state = self.state();
        state.waiting.retain(|(waiting, ..)| *waiting != Some(id));
        if let Some((_, progress)) = state.running.as_ref().filter(|(running, _)| *running == Some(id)) {
            progress.cancel();
        }
    }

    fn work(&self) {
        let nice = self.nice;
        // Simulations would take all cores, if they were let.
        let pool =
            rayon::ThreadPoolBuilder::new().num_threads(1).start_handler(move |_| be_nice(nice)).build();
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
        let Some((id, progress, work)) = state.waiting.pop_front() else {
            (state.running, state.is_up) = (None, false);
            return None;
        };
        state.running = Some((id, progress));
        Some(work)
    }
}

/// Lets others go first, where the system knows that of a thread.
fn be_nice(nice: i32) {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(None, nice) {
        tracing::debug!(%error, "simulations run at the usual priority");
    }
    #[cfg(not(target_os = "linux"))]
    let _ = nice;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[tokio::test]
    async fn what_a_page_asks_does_not_wait_for_runs() {
        let bench = Bench::default();
        let (go, gate) = mpsc::channel::<()>();
        let (done, over) = mpsc::channel::<u8>();
        let also_done = done.clone();
        bench
            .run(Uuid::from_u128(1), move |_| {
                gate.recv().unwrap_or_default();
                done.send(1).unwrap();
            })
            .unwrap();
        bench.run(Uuid::from_u128(2), move |_| also_done.send(2).unwrap()).unwrap();
        assert_eq!(bench.ask(|_| 7).await.unwrap(), 7);
        assert!(over.try_recv().is_err(), "the first run waits still");
        go.send(()).unwrap();
        assert_eq!([over.recv().unwrap(), over.recv().unwrap()], [1, 2], "in the order they were asked for");
    }

    #[tokio::test]
    async fn a_run_that_breaks_takes_nothing_with_it() {
        let bench = Bench::default();
        let (done, over) = mpsc::channel::<u8>();
        bench.run(Uuid::from_u128(1), |_| panic!("inside a simulation")).unwrap();
        bench.run(Uuid::from_u128(2), move |_| done.send(2).unwrap()).unwrap();
        assert_eq!(over.recv().unwrap(), 2);
        assert!(bench.ask(|_| -> u8 { panic!("again") }).await.is_err());
        assert_eq!(bench.ask(|_| 8).await.unwrap(), 8);
    }

    #[tokio::test]
    async fn what_nobody_waits_for_any_more_stops() {
        let bench = Bench::default();
        let (begun, under_way) = oneshot::channel();
        let asked = bench.ask(move |progress| {
            begun.send(()).unwrap();
            while !progress.is_cancelled() {
                std::thread::yield_now();
            }
        });
        let never = bench.ask(|_| panic!("nobody waits for it"));
        tokio::select! {
            biased;
            _ = asked => panic!("it ends only when it is stopped"),
            _ = never => panic!("it has to wait for the first"),
            done = under_way => done.unwrap(),
        }
        assert_eq!(bench.ask(|_| 3).await.unwrap(), 3, "the line goes on");
    }

    #[test]
    fn what_is_cancelled_before_its_turn_never_runs() {
        let bench = Bench::default();
        let (go, gate) = mpsc::channel::<()>();
        let (done, over) = mpsc::channel::<u8>();
        let (first, second, third) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        let told = done.clone();
        bench.run(first, move |_| gate.recv().unwrap_or_default()).unwrap();
        bench.run(second, move |_| told.send(2).unwrap()).unwrap();
        bench.run(third, move |_| done.send(3).unwrap()).unwrap();
        bench.cancel(second);
        assert_eq!(bench.cases(second), None);
        go.send(()).unwrap();
        assert_eq!(over.recv().unwrap(), 3, "the second was taken off the list");
    }
}

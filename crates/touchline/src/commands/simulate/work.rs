//! A simulation under way: on its own threads, with a bar where a person may be watching, until Ctrl-C.

use std::future::{Future, poll_fn};
use std::io::IsTerminal;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::task::Poll;
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use language::Language;
use rayon::ThreadPoolBuilder;
use sim::Progress;

use crate::failure::Failure;

/// How often the bar moves and a wish to stop is heard.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// Does the work on so many threads, all of the machine's without a number, and passes its answer on. It is asked to stop once
/// it was interrupted.
pub fn watched<T: Send>(
    language: Language,
    interrupted: &AtomicBool,
    threads: Option<u16>,
    cases: u64,
    work: impl FnOnce(&Progress) -> Result<T, sim::Error> + Send,
) -> Result<Result<T, sim::Error>, Failure> {
    let pool = ThreadPoolBuilder::new().num_threads(threads.map_or(0, usize::from)).build();
    let pool = pool.map_err(|error| {
        let why = error.to_string();
        Failure::input(language.text_with("simulate-no-threads", &[("why", why.into())]))
    })?;
    let bar = bar(cases);
    let progress = Progress::default();
    let answer = thread::scope(|scope| {
        let (done, is_done) = channel::<()>();
        let progress = &progress;
        let task = scope.spawn(move || {
            // Dropped at the end, also of a panic, which wakes whoever waits.
            let _done = done;
            pool.install(|| work(progress))
        });
        while is_done.recv_timeout(LOOK_EVERY) == Err(RecvTimeoutError::Timeout) {
            bar.set_position(progress.cases());
            if interrupted.load(Ordering::Relaxed) {
                progress.cancel();
            }
        }
        task.join().unwrap_or_else(|panic| resume_unwind(panic))
    });
    bar.finish_and_clear();
    Ok(answer)
}

/// Becomes true with Ctrl-C, which from now on does nothing else; where it cannot be heard, it ends the program as it does by
/// itself.
pub fn interrupted() -> Arc<AtomicBool> {
    let heard = Arc::new(AtomicBool::new(false));
    if let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() {
        let heard = heard.clone();
        let mut pressed = Box::pin(tokio::signal::ctrl_c());
        // The first look sets it up; after that it may wait on a thread of its own.
        let first = runtime.block_on(poll_fn(|context| Poll::Ready(pressed.as_mut().poll(context))));
        thread::spawn(move || {
            let pressed = match first {
                Poll::Ready(pressed) => pressed,
                Poll::Pending => runtime.block_on(pressed),
            };
            if pressed.is_ok() {
                heard.store(true, Ordering::Relaxed);
            }
        });
    }
    heard
}

fn bar(cases: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {percent:>3} % {eta}");
    let bar = ProgressBar::with_draw_target(Some(cases), ProgressDrawTarget::stderr());
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

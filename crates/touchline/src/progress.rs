//! A bar on standard error while a large file is read, where a person may be watching.

use std::fs::File;
use std::io::IsTerminal;

use eventlog::Seekable;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Files up to this size are read before anyone could look.
const SMALL_BYTES: u64 = 20 << 20;

/// The file as it is, or with a bar that moves as it is read and goes when it is closed.
pub fn watched(file: File) -> Box<dyn Seekable> {
    let bytes = file.metadata().map_or(0, |metadata| metadata.len());
    if bytes <= SMALL_BYTES || !std::io::stderr().is_terminal() {
        return Box::new(file);
    }
    let style = ProgressStyle::with_template("{bar:40} {percent:>3} % {binary_bytes_per_sec}");
    let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr());
    let bar = bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    Box::new(bar.with_finish(indicatif::ProgressFinish::AndClear).wrap_read(file))
}

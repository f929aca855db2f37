//! Starts other programs: says what it runs, and turns a bad ending into an error that names the command.

use crate::place::root;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

/// What every verb returns: an error is one clear sentence for a person.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

/// `cargo` with the words of `line` as arguments, at the root of the tree.
///
/// The `cargo` of the path and not the one that started us: only rustup's understands `+nightly`.
pub fn cargo(line: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(line.split_whitespace()).current_dir(root());
    cargo
}

/// Runs a command whose output goes straight to the screen; anything but success is an error.
pub fn run(command: &mut Command) -> Result {
    let line = say(command);
    let status = command.stdin(Stdio::null()).status().map_err(|e| cannot_start(&line, &e))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` ended with {status}").into()) }
}

/// Becomes another program, so that its ending, signals and screen are its own. Returns only if it cannot be started.
#[cfg(unix)]
pub fn replace_by(command: &mut Command) -> Result {
    let line = say(command);
    Err(cannot_start(&line, &std::os::unix::process::CommandExt::exec(command)).into())
}

/// Runs another program with our screen and keyboard until it ends.
#[cfg(not(unix))]
pub fn replace_by(command: &mut Command) -> Result {
    let line = say(command);
    let status = command.status().map_err(|e| cannot_start(&line, &e))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` ended with {status}").into()) }
}

/// Runs a command, shows its output line by line as it comes, and keeps all of it.
///
/// Standard output and standard error are kept one after the other.
pub fn watch(command: &mut Command) -> Result<(ExitStatus, String)> {
    let line = say(command);
    if std::io::stderr().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|e| cannot_start(&line, &e))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let (out, err) = thread::scope(|scope| {
        let out = scope.spawn(|| out.map(|pipe| pass_on(pipe, std::io::stdout())));
        let err = scope.spawn(|| err.map(|pipe| pass_on(pipe, std::io::stderr())));
        (out.join().ok().flatten(), err.join().ok().flatten())
    });
    Ok((child.wait()?, out.unwrap_or_default() + &err.unwrap_or_default()))
}

/// Runs a command silently and returns its standard output.
pub fn read(command: &mut Command) -> Result<String> {
    let line = line_of(command);
    let output = command.stdin(Stdio::null()).output().map_err(|e| cannot_start(&line, &e))?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{line}` ended with {}\n{}", output.status, why.trim_end()).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a command is there and ends well, its output thrown away.
pub fn works(command: &mut Command) -> bool {
    let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    silent.status().is_ok_and(|status| status.success())
}

/// Whether the user may do everything on this machine.
pub fn is_superuser() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn pass_on(from: impl Read, mut to: impl Write) -> String {
    let mut kept = Vec::new();
    let mut from = BufReader::new(from);
    let mut start = 0;
    while from.read_until(b'\n', &mut kept).is_ok_and(|n| n > 0) {
        // A screen that went away is no reason to stop counting.
        let _ = to.write_all(&kept[start..]).and_then(|()| to.flush());
        start = kept.len();
    }
    String::from_utf8_lossy(&kept).into_owned()
}

fn say(command: &Command) -> String {
    let line = line_of(command);
    eprintln!("$ {line}");
    line
}

fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn cannot_start(line: &str, why: &std::io::Error) -> String {
    format!("`{line}` could not be started: {why}")
}

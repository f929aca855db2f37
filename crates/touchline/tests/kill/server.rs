//! The program: its server, and what is run beside it.

use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_touchline");

/// A running server. Letting go of it kills it.
pub struct Server {
    process: Child,
    pub address: SocketAddr,
}

impl Server {
    /// Starts it, and waits until it listens.
    pub fn start(data: &Path) -> Self {
        let mut serve = program(data, &["serve", "--listen", "127.0.0.1:0"]);
        serve.env("TOUCHLINE_LOG", "error").stdin(Stdio::null()).stdout(Stdio::piped());
        let mut process = serve.spawn().expect("the server starts");
        let mut line = String::new();
        let said = process.stdout.take().expect("it says where it is");
        BufReader::new(said).read_line(&mut line).expect("a line");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next());
        let address = address.and_then(|address| address.trim_end_matches(['/', '.']).parse().ok());
        let address = address.unwrap_or_else(|| panic!("no address in {line:?}"));
        Self { process, address }
    }

    /// Ends it at once, as when the power fails; it cannot tidy up.
    pub fn kill(mut self) {
        self.process.kill().expect("it can be killed");
        self.process.wait().expect("it is gone");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Adds someone who works on cases.
pub fn add_agent(data: &Path, email: &str, password: &str) {
    let arguments = ["user", "add", email, "--name", "Boris", "--role", "agent"];
    let mut add =
        program(data, &arguments).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("it starts");
    writeln!(add.stdin.take().expect("standard input"), "{password}").expect("it reads");
    assert!(add.wait().expect("it ends").success());
}

/// Looks the installation over.
pub fn doctor(data: &Path) {
    let found = program(data, &["doctor"]).output().expect("it runs");
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
}

fn program(data: &Path, arguments: &[&str]) -> Command {
    let mut program = Command::new(PROGRAM);
    program.args(arguments).arg("--data").arg(data).env("LANG", "en_GB.UTF-8").env_remove("LC_ALL");
    program
}

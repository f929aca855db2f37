//! The demo's server as a process: started, watched from outside, and ended.

use super::http;
use crate::shell::{Result, read, works};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The longest that it may take to answer.
const START: Duration = Duration::from_secs(60);

/// How often it is asked whether it answers.
const PAUSE: Duration = Duration::from_millis(2);

/// A running server. Letting go of it ends it.
pub struct Demo {
    server: Child,
    said: Arc<Mutex<Vec<String>>>,
    /// Host and port.
    pub address: String,
    /// From its start to its first answer that it is well.
    pub start_s: f64,
}

impl Demo {
    /// Starts it on a free port with the data in a folder, and waits until it is well.
    pub fn start(program: &Path, data: &Path) -> Result<Self> {
        let start = Instant::now();
        let mut command = Command::new(program);
        command.args(["demo", "--listen", "127.0.0.1:0", "--data"]).arg(data);
        let mut server = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let said = Arc::new(Mutex::new(Vec::new()));
        if let Some(pipe) = server.stdout.take() {
            let said = Arc::clone(&said);
            std::thread::spawn(move || keep(BufReader::new(pipe), &said));
        }
        let mut demo = Self { server, said, address: String::new(), start_s: 0.0 };
        demo.wait(start)?;
        demo.start_s = start.elapsed().as_secs_f64();
        Ok(demo)
    }

    fn wait(&mut self, start: Instant) -> Result {
        loop {
            if self.address.is_empty() {
                self.address = self.lines().iter().find_map(|line| address(line)).unwrap_or_default();
            } else if http::is_well(&self.address) {
                return Ok(());
            }
            if start.elapsed() > START || self.server.try_wait()?.is_some() {
                return Err(format!("the demo does not answer; it said:\n{}", self.lines().join("\n")).into());
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// E-mail and password of a role, which the demo prints beside each other.
    pub fn person(&self, role: &str) -> Result<(String, String)> {
        let start = Instant::now();
        loop {
            if let Some(person) = self.lines().iter().find_map(|line| person(line, role)) {
                return Ok(person);
            }
            if start.elapsed() > START {
                return Err(format!("the demo prints no sign-in for `{role}`").into());
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Memory in use, in units of 10⁶ bytes.
    pub fn rss_mb(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kb = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
        Ok(kb.ok_or("the system does not say how much memory the server uses")? * 1024.0 / 1e6)
    }

    /// CPU time that all its threads took so far, user and system.
    pub fn cpu_s(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.server.id()))?;
        let per_s: f64 = read(Command::new("getconf").arg("CLK_TCK"))?.trim().parse()?;
        Ok(ticks(&stat).ok_or("the system does not say what time the server took")? / per_s)
    }

    /// Ends it in order and waits until it is gone.
    pub fn stop(mut self) -> Result {
        works(Command::new("kill").args(["-TERM", &self.server.id().to_string()]));
        self.server.wait()?;
        Ok(())
    }

    fn lines(&self) -> Vec<String> {
        self.said.lock().map(|said| said.clone()).unwrap_or_default()
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn keep(lines: impl BufRead, said: &Mutex<Vec<String>>) {
    for line in lines.lines().map_while(std::result::Result::ok) {
        if let Ok(mut said) = said.lock() {
            said.push(line);
        }
    }
}

/// Host and port of the first address in a line.
fn address(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("http://")?;
    Some(rest.split(|c: char| c == '/' || c.is_whitespace()).next()?.to_owned())
}

fn person(line: &str, role: &str) -> Option<(String, String)> {
    let mut words = line.split_whitespace().skip_while(|word| !word.starts_with(&format!("{role}@")));
    Some((words.next()?.to_owned(), words.next()?.to_owned()))
}

/// User and system time, the 14th and 15th field; the name before them may hold anything, even brackets.
fn ticks(stat: &str) -> Option<f64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(11).map(str::parse::<f64>);
    Some(times.next()?.ok()? + times.next()?.ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_demo_prints_is_understood() {
        assert_eq!(address("Touchline: http://127.0.0.1:8080/ "), Some("127.0.0.1:8080".into()));
        let line = "  agent     agent@linden.example     plum-7-river ";
        assert_eq!(person(line, "agent"), Some(("agent@linden.example".into(), "plum-7-river".into())));
        assert_eq!(person(line, "admin"), None);
    }

    #[test]
    fn the_time_of_a_process_is_read_behind_its_name() {
        let stat = "42 (a) b) c) S 1 42 42 0 -1 4194560 1 0 0 0 250 50 0 0 20 0 9 0 1";
        assert_eq!(ticks(stat), Some(300.0));
        assert_eq!(ticks("42 (a"), None);
    }
}

//! Calling the program, and folders for its files.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;
use wait4::Wait4;

/// The five languages; English first.
pub const LANGUAGES: [&str; 5] = ["en", "bg", "pl", "ru", "zh"];

/// Whether a line is said in a language of its own and not in English.
pub fn is_said_in(language: &str, own: &str, english: &str) -> bool {
    // Polish does without its own letters in short sentences.
    own != english && (language == "pl" || !own.is_ascii())
}

/// How a call ended.
pub struct Done {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    pub peak_bytes: u64,
}

impl Done {
    /// What was printed, as the one JSON object that it has to be.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, Some(0), "{}", self.err);
        assert!(self.out.ends_with("}\n") && self.out.lines().count() == 1, "{}", self.out);
        serde_json::from_str(&self.out).expect("JSON")
    }

    /// Holds a refusal against what every refusal has to be, and gives what was said.
    pub fn refused(&self) -> &str {
        assert_eq!(self.code, Some(1), "out: {} err: {}", self.out, self.err);
        assert!(self.out.is_empty(), "{}", self.out);
        assert!(!self.err.trim().is_empty());
        for word in ["panicked", "fault of its own", "Unknown localization", "RUST_BACKTRACE"] {
            assert!(!self.err.contains(word), "{}", self.err);
        }
        &self.err
    }
}

/// A folder for the files of one test.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty one; `name` is the test's own.
    pub fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command_line").join(name);
        if path.exists() {
            fs::remove_dir_all(&path).expect("the folder of an earlier run goes");
        }
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).expect("a file");
    }

    pub fn create(&self, name: &str) -> File {
        File::create(self.path(name)).expect("a file")
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a text file")
    }

    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("a folder");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("a file").file_name().into_string().expect("a name")).collect();
        names.sort();
        names
    }

    /// Runs the program within the folder; arguments are parted by blanks.
    pub fn run(&self, line: &str) -> Done {
        self.run_with(line, &[], b"")
    }

    pub fn run_with(&self, line: &str, environment: &[(&str, &str)], input: &[u8]) -> Done {
        let mut child = Command::new(env!("CARGO_BIN_EXE_touchline"))
            .args(line.split_whitespace())
            .current_dir(&self.0)
            .env_clear()
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        // It may well stop before it has read everything.
        let _ = stdin.write_all(input);
        drop(stdin);
        let (mut stdout, mut stderr) =
            (child.stdout.take().expect("a pipe"), child.stderr.take().expect("a pipe"));
        let said = thread::spawn(move || text(&mut stderr));
        let out = text(&mut stdout);
        let err = said.join().expect("standard error is read");
        let done = child.wait4().expect("the program ends");
        Done { code: done.status.code(), out, err, peak_bytes: done.rusage.maxrss }
    }
}

fn text(pipe: &mut impl Read) -> String {
    let mut text = String::new();
    pipe.read_to_string(&mut text).expect("what is said is UTF-8");
    text
}

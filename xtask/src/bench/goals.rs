//! `docs/benchmarks.toml`: goals and peers of the benchmarks, of the server, and the runs of the program that are measured whole.

use crate::shell::Result;
use toml::{Table, Value};

/// What the file says.
#[derive(Debug, Default)]
pub struct Goals {
    benches: Vec<Bench>,
    /// Runs of the program, in the order of the file.
    pub processes: Vec<Process>,
    /// Figures of the server.
    pub server: Vec<Server>,
}

/// Goal of one figure of the server.
#[derive(Debug)]
pub struct Server {
    /// The name of the figure.
    pub id: String,
    /// What it may be at most, in the figure's unit.
    pub most: Option<f64>,
    /// What others reach.
    pub peer: String,
}

/// Words beside one benchmark.
#[derive(Debug, Default, Clone)]
pub struct Bench {
    id: String,
    /// What it should reach.
    pub goal: String,
    /// What others reach.
    pub peer: String,
    /// What to know.
    pub note: String,
}

/// One run of the program.
#[derive(Debug)]
pub struct Process {
    /// The name of its row.
    pub id: String,
    /// Arguments of `cargo xtask` that make its input; may be empty.
    pub prepare: Vec<String>,
    /// Arguments of `touchline`.
    pub command: Vec<String>,
    /// CPU time that it may take.
    pub goal_cpu_s: Option<f64>,
    /// Memory that it may take, in units of 10⁶ bytes.
    pub goal_rss_mb: Option<f64>,
    /// What others reach.
    pub peer: String,
}

impl Goals {
    /// Reads the file. A key that it does not know is an error, for it would be a goal that nobody checks.
    pub fn parse(text: &str) -> Result<Self> {
        let file: Table = text.parse()?;
        known_keys("the file", &file, &["bench", "process", "server"])?;
        let mut goals = Self::default();
        for (id, about) in file.get("bench").and_then(Value::as_table).into_iter().flatten() {
            let about = about.as_table().ok_or_else(|| format!("bench.{id} is no table"))?;
            known_keys(id, about, &["goal", "peer", "note"])?;
            goals.benches.push(Bench {
                id: id.clone(),
                goal: word(about, "goal"),
                peer: word(about, "peer"),
                note: word(about, "note"),
            });
        }
        for about in file.get("process").and_then(Value::as_array).into_iter().flatten() {
            let about = about.as_table().ok_or("a [[process]] is no table")?;
            goals.processes.push(Process::parse(about)?);
        }
        for (id, about) in file.get("server").and_then(Value::as_table).into_iter().flatten() {
            let about = about.as_table().ok_or_else(|| format!("server.{id} is no table"))?;
            known_keys(id, about, &["most", "peer"])?;
            goals.server.push(Server {
                id: id.clone(),
                most: number(about, "most"),
                peer: word(about, "peer"),
            });
        }
        Ok(goals)
    }

    /// The words beside a benchmark, empty ones if the file has none.
    pub fn bench(&self, id: &str) -> Bench {
        self.benches.iter().find(|bench| bench.id == id).cloned().unwrap_or_default()
    }
}

impl Process {
    fn parse(about: &Table) -> Result<Self> {
        let id = word(about, "id");
        known_keys(&id, about, &["id", "prepare", "command", "goal_cpu_s", "goal_rss_mb", "peer"])?;
        let process = Self {
            prepare: words(about, "prepare"),
            command: words(about, "command"),
            goal_cpu_s: number(about, "goal_cpu_s"),
            goal_rss_mb: number(about, "goal_rss_mb"),
            peer: word(about, "peer"),
            id,
        };
        if process.id.is_empty() || process.command.is_empty() {
            return Err("a [[process]] needs an `id` and a `command`".into());
        }
        Ok(process)
    }
}

fn known_keys(place: &str, table: &Table, known: &[&str]) -> Result {
    match table.keys().find(|key| !known.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => Err(format!("{place}: `{key}` is not known; the keys are {}", known.join(", ")).into()),
    }
}

fn word(table: &Table, key: &str) -> String {
    table.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn words(table: &Table, key: &str) -> Vec<String> {
    let items = table.get(key).and_then(Value::as_array).into_iter().flatten();
    items.filter_map(Value::as_str).map(String::from).collect()
}

fn number(table: &Table, key: &str) -> Option<f64> {
    let value = table.get(key)?;
    value.as_float().or_else(|| value.as_integer().map(|n| n as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_are_found_by_the_name_of_the_benchmark() -> Result {
        let goals = Goals::parse("[bench.\"a/b/1\"]\ngoal = \"≤ 1 s\"\npeer = \"x 2 s\"\n")?;
        let bench = goals.bench("a/b/1");
        assert_eq!((bench.goal.as_str(), bench.peer.as_str(), bench.note.as_str()), ("≤ 1 s", "x 2 s", ""));
        assert_eq!(goals.bench("a/b/2").goal, "");
        Ok(())
    }

    #[test]
    fn a_process_has_its_command_and_numbers() -> Result {
        let goals = Goals::parse(
            "[[process]]\nid = \"a\"\ncommand = [\"mine\", \"{dir}/x\"]\ngoal_cpu_s = 0.3\ngoal_rss_mb = 60\n",
        )?;
        let process = &goals.processes[0];
        assert_eq!(process.command, ["mine", "{dir}/x"]);
        assert_eq!((process.goal_cpu_s, process.goal_rss_mb), (Some(0.3), Some(60.0)));
        Ok(())
    }

    #[test]
    fn a_misspelt_key_and_a_process_without_a_command_are_refused() {
        for text in [
            "[server.a]\nleast = 1\n",
            "[bench.a]\ngaol = \"x\"\n",
            "[benches]\n",
            "[[process]]\nid = \"a\"\n",
            "[bench]\na = 1\n",
        ] {
            assert!(Goals::parse(text).is_err(), "{text}");
        }
    }
}

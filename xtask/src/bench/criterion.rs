//! Reads what criterion measured, from the files that it leaves below the target folder.

use super::goals::Goals;
use super::table::{Table, interval, rate, time};
use crate::shell::Result;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// One benchmark.
#[derive(Debug)]
pub struct Measured {
    /// `group/function/value`, as the bench names it.
    id: String,
    group: String,
    median_ns: f64,
    low_ns: f64,
    high_ns: f64,
    throughput: Value,
}

/// All benchmarks below `folder` that were measured since `since`: older results may be of benches long gone.
pub fn results(folder: &Path, since: SystemTime) -> Result<Vec<Measured>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.ends_with("new/estimates.json") && fs::metadata(&path)?.modified()? >= since {
                let benchmark = fs::read_to_string(path.with_file_name("benchmark.json"))?;
                let measured = Measured::parse(&benchmark, &fs::read_to_string(&path)?);
                found.push(
                    measured.ok_or_else(|| format!("{} is not what criterion writes", path.display()))?,
                );
            }
        }
    }
    found.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(found)
}

/// One table a group.
pub fn tables(results: &[Measured], goals: &Goals) -> Vec<Table> {
    let mut groups: BTreeMap<&str, Vec<&Measured>> = BTreeMap::new();
    results.iter().for_each(|one| groups.entry(&one.group).or_default().push(one));
    let columns = &["benchmark", "median", "95 % interval", "throughput", "goal", "peer", "note"];
    let table = |(group, all): (&str, Vec<&Measured>)| Table {
        title: group.to_owned(),
        columns,
        rows: all.iter().map(|one| one.row(goals)).collect(),
    };
    groups.into_iter().map(table).collect()
}

impl Measured {
    fn parse(benchmark: &str, estimates: &str) -> Option<Self> {
        let benchmark: Value = serde_json::from_str(benchmark).ok()?;
        let estimates: Value = serde_json::from_str(estimates).ok()?;
        let median = &estimates["median"];
        Some(Self {
            id: benchmark["full_id"].as_str()?.to_owned(),
            group: benchmark["group_id"].as_str()?.to_owned(),
            median_ns: median["point_estimate"].as_f64()?,
            low_ns: median["confidence_interval"]["lower_bound"].as_f64()?,
            high_ns: median["confidence_interval"]["upper_bound"].as_f64()?,
            throughput: benchmark["throughput"].clone(),
        })
    }

    fn row(&self, goals: &Goals) -> Vec<String> {
        let name = self.id.strip_prefix(&format!("{}/", self.group)).unwrap_or(&self.id).to_owned();
        let words = goals.bench(&self.id);
        let interval = interval(self.low_ns, self.high_ns);
        vec![name, time(self.median_ns), interval, self.throughput(), words.goal, words.peer, words.note]
    }

    /// What goes through in a second; criterion names it `{"Bytes": 1024}` or `{"Elements": 10}`.
    fn throughput(&self) -> String {
        let Some((kind, amount)) = self.throughput.as_object().and_then(|kinds| kinds.iter().next()) else {
            return String::new();
        };
        let amount = amount.as_f64().or_else(|| amount["elements"].as_f64()).unwrap_or_default();
        let thing = match kind.as_str() {
            "Bytes" | "BytesDecimal" => "B",
            "Bits" => "b",
            _ => "",
        };
        rate(amount / (self.median_ns / 1e9), thing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const BENCHMARK: &str = r#"{"group_id": "eventlog/csv", "function_id": "read", "value_str": "1k",
        "throughput": {"Bytes": 53000}, "full_id": "eventlog/csv/read/1k", "title": "x"}"#;
    const ESTIMATES: &str = r#"{"median": {"confidence_interval": {"confidence_level": 0.95,
        "lower_bound": 98000.0, "upper_bound": 103000.0}, "point_estimate": 100000.0, "standard_error": 1.0}}"#;

    #[test]
    fn a_result_becomes_a_row_with_its_goal() -> Result {
        let measured = Measured::parse(BENCHMARK, ESTIMATES).ok_or("not read")?;
        let goals = Goals::parse("[bench.\"eventlog/csv/read/1k\"]\ngoal = \"≥ 0.4 GB/s\"\n")?;
        let tables = tables(&[measured], &goals);
        let text = tables.iter().map(ToString::to_string).collect::<String>();
        assert_eq!(
            text,
            "### eventlog/csv\n\n| benchmark | median | 95 % interval | throughput | goal |\n| --- | ---: | ---: | ---: | ---: |\n\
             | read/1k | 100 µs | 98.0 to 103 µs | 530 MB/s | ≥ 0.4 GB/s |\n"
        );
        Ok(())
    }

    #[test]
    fn a_benchmark_of_its_own_has_no_throughput() {
        let alone = r#"{"group_id": "nps", "full_id": "nps", "throughput": null}"#;
        let measured = Measured::parse(alone, ESTIMATES);
        assert_eq!(measured.map(|one| one.throughput()), Some(String::new()));
        assert!(Measured::parse("{}", ESTIMATES).is_none());
    }

    #[test]
    fn only_fresh_results_are_read() -> Result {
        let folder = std::env::temp_dir().join(format!("touchline-bench-{}", std::process::id()));
        let new = folder.join("group/read/new");
        fs::create_dir_all(&new)?;
        fs::write(new.join("benchmark.json"), BENCHMARK)?;
        fs::write(new.join("estimates.json"), ESTIMATES)?;
        let now = SystemTime::now();
        let counts = [now - Duration::from_secs(60), now + Duration::from_secs(60)]
            .map(|since| results(&folder, since).map(|all| all.len()).ok());
        fs::remove_dir_all(&folder)?;
        assert_eq!(counts, [Some(1), Some(0)]);
        Ok(())
    }
}

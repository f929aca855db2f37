//! Load by wrk: two threads with sixteen connections, and what a request then costs the server.

use super::demo::Demo;
use super::http::{Form, Session};
use crate::shell::{Result, read};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// What one request took.
pub struct Cost {
    /// Time of the server's processor, user and system.
    pub cpu_ms: f64,
    /// How many were answered in a second, on the cores that wrk needs as well.
    pub per_s: f64,
}

/// Asks for one page again and again.
pub fn pages(demo: &Demo, session: &Session, path: &str, time: Duration) -> Result<Cost> {
    load(demo, session, path, time, &[])
}

/// Sends forms in turn; the script that does it is written to a file.
pub fn forms(demo: &Demo, session: &Session, forms: &[Form], time: Duration, script: &Path) -> Result<Cost> {
    fs::write(script, lua(forms))?;
    load(demo, session, "/", time, &["--script", &script.to_string_lossy()])
}

fn load(demo: &Demo, session: &Session, path: &str, time: Duration, more: &[&str]) -> Result<Cost> {
    let mut wrk = Command::new("wrk");
    wrk.args(["-t2", "-c16", &format!("-d{}s", time.as_secs())]).args(more);
    wrk.args(["-H", &format!("Cookie: {}", session.cookie)]).arg(format!("http://{}{path}", demo.address));
    let before_s = demo.cpu_s()?;
    let said = read(&mut wrk)?;
    let cpu_s = demo.cpu_s()? - before_s;
    let requests = requests(&said)?;
    Ok(Cost { cpu_ms: cpu_s * 1e3 / requests, per_s: requests / time.as_secs_f64() })
}

/// How many requests wrk counted; one that was refused makes the figure worthless.
fn requests(said: &str) -> Result<f64> {
    if let Some(line) = said.lines().find(|line| line.contains("Non-2xx") || line.contains("Socket errors")) {
        return Err(format!("not every request was answered well: {}", line.trim()).into());
    }
    let count = said.lines().find_map(|line| line.split_once(" requests in ")?.0.trim().parse().ok());
    count.filter(|count| *count > 0.0).ok_or_else(|| format!("wrk counted no request:\n{said}").into())
}

/// Each thread of wrk sends all forms in turn. The bodies are encoded, so they hold nothing that Lua would read.
fn lua(forms: &[Form]) -> String {
    let rows = forms
        .iter()
        .map(|form| format!("  {{ {:?}, {:?} }},\n", form.action, form.body()))
        .collect::<String>();
    format!(
        "local forms = {{\n{rows}}}\nlocal n = 0\n\
         function request()\n  n = n % #forms + 1\n  local headers = {{}}\n\
         \x20 for name, value in pairs(wrk.headers) do headers[name] = value end\n\
         \x20 headers[\"Content-Type\"] = \"application/x-www-form-urlencoded\"\n\
         \x20 return wrk.format(\"POST\", forms[n][1], headers, forms[n][2])\nend\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_when_all_were_answered_well() {
        let said =
            "Running 10s test\n  2 threads and 16 connections\n  61205 requests in 10.02s, 5.1MB read\n";
        assert_eq!(requests(said).ok(), Some(61_205.0));
        assert!(requests(&format!("{said}  Non-2xx or 3xx responses: 4\n")).is_err());
        assert!(requests("  0 requests in 10.0s, 0B read\n").is_err());
    }

    #[test]
    fn the_script_names_each_form() {
        let page = "<form action=\"/a\"><input type=\"hidden\" name=\"csrf\" value=\"x\"></form>";
        let forms: Vec<Form> = Form::find(page, |_| true).into_iter().collect();
        assert!(lua(&forms).contains("{ \"/a\", \"csrf=x\" },"));
    }
}

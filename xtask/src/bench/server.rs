//! Measures the server with the demo's data: how soon it answers, what it keeps in memory, what a request costs.

mod catalogue;
mod demo;
mod http;
mod wrk;

use super::goals::{Goals, Server as Goal};
use super::table::{Table, digits};
use crate::place::target;
use crate::program;
use crate::shell::Result;
use crate::tools;
use demo::Demo;
use http::{Form, Session, links};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Pages that are looked at before the memory is measured again.
const PAGES: usize = 1_000;

/// Comments on the case whose page is measured.
const COMMENTS: usize = 5;

/// How long pages are asked for.
const READING: Duration = Duration::from_secs(10);

/// How long comments are written: shorter, so that the cases stay as long as cases are.
const WRITING: Duration = Duration::from_secs(3);

/// What was measured, and in which unit.
struct Figure {
    id: &'static str,
    value: f64,
    unit: &'static str,
}

/// The table of the server; none if the goals name no figure of it.
pub fn table(goals: &Goals) -> Result<Option<Table>> {
    if goals.server.is_empty() {
        return Ok(None);
    }
    tools::wrk()?;
    let folder = target()?.join("bench/server");
    let figures = measure(&program::release()?, &folder)?;
    let columns = &["figure", "value", "goal", "peer"];
    Ok(Some(Table {
        title: "The server, with the demo's data".into(),
        columns,
        rows: rows(&figures, goals)?,
    }))
}

fn measure(program: &Path, folder: &Path) -> Result<Vec<Figure>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let first = Demo::start(program, &folder.join("data"))?;
    let first_s = first.start_s;
    first.stop()?;
    let demo = Demo::start(program, &folder.join("data"))?;
    let restart_s = demo.start_s;
    let rss_mb = demo.rss_mb()?;
    let (email, password) = demo.person("agent")?;
    let session = Session::sign_in(&demo.address, &email, &password)?;
    let cases = cases(&session)?;
    let case = cases.first().ok_or("the demo has no case")?;
    for _ in 0..COMMENTS {
        session.send(&comment(&session, case)?)?;
    }
    for n in 0..PAGES {
        session.page(&cases[n % cases.len()])?;
    }
    let used_mb = demo.rss_mb()?;
    let page = wrk::pages(&demo, &session, case, READING)?;
    let forms = cases.iter().map(|case| comment(&session, case)).collect::<Result<Vec<_>>>()?;
    let written = wrk::forms(&demo, &session, &forms, WRITING, &folder.join("comments.lua"))?;
    let catalogue = catalogue::costs(&demo)?;
    demo.stop()?;
    let size_mb = fs::metadata(program)?.len() as f64 / 1e6;
    let figure = |id, value, unit| Figure { id, value, unit };
    Ok(vec![
        figure("first start", first_s, "s"),
        figure("restart", restart_s, "s"),
        figure("memory after the start", rss_mb, "MB"),
        figure("memory after 1,000 pages", used_mb, "MB"),
        figure("page of a case with 5 comments", page.cpu_ms, "CPU ms"),
        figure("pages of a case in a second", page.per_s, "/s"),
        figure("durable comment", written.cpu_ms, "CPU ms"),
        figure("durable comments in a second", written.per_s, "/s"),
        figure("list of 3,040 processes", catalogue.list.cpu_ms, "CPU ms"),
        figure("list of 3,040 processes, narrowed", catalogue.narrowed.cpu_ms, "CPU ms"),
        figure("landscape of 3,040 processes", catalogue.landscape.cpu_ms, "CPU ms"),
        figure("program", size_mb, "MB"),
    ])
}

/// Addresses of the cases on the first page of the queue.
fn cases(session: &Session) -> Result<Vec<String>> {
    let page = session.page("/cases")?;
    let is_case = |link: &str| {
        link.strip_prefix("/cases/")
            .is_some_and(|key| key.bytes().any(|b| b.is_ascii_digit()) && !key.contains(['/', '?']))
    };
    let mut cases: Vec<String> = links(&page).filter(|link| is_case(link)).map(String::from).collect();
    cases.sort();
    cases.dedup();
    Ok(cases)
}

/// The form of a case's page that adds a comment, filled in.
fn comment(session: &Session, case: &str) -> Result<Form> {
    let page = session.page(case)?;
    let form = Form::find(&page, |action| action.ends_with("/comments"));
    let mut form = form.ok_or_else(|| format!("{case} has no form for comments"))?;
    form.fill_text(
        "The technician called: the new router is there, and it will be put in tomorrow morning.",
    )?;
    Ok(form)
}

fn rows(figures: &[Figure], goals: &Goals) -> Result<Vec<Vec<String>>> {
    if let Some(goal) = goals.server.iter().find(|goal| figures.iter().all(|figure| figure.id != goal.id)) {
        let known: Vec<_> = figures.iter().map(|figure| figure.id).collect();
        return Err(
            format!("server: `{}` is not measured; the figures are {}", goal.id, known.join(", ")).into()
        );
    }
    let row = |figure: &Figure| {
        let goal = goals.server.iter().find(|goal| goal.id == figure.id);
        let reached =
            |most: f64| format!("≤ {most} {} {}", figure.unit, if figure.value <= most { "✓" } else { "✗" });
        let words = goal.and_then(|goal| goal.most).map(reached).unwrap_or_default();
        let peer = goal.map(|goal: &Goal| goal.peer.clone()).unwrap_or_default();
        vec![figure.id.to_owned(), format!("{} {}", digits(figure.value), figure.unit), words, peer]
    };
    Ok(figures.iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_beside_its_goal_and_a_goal_without_one_is_refused() -> Result {
        let figures = [
            Figure { id: "restart", value: 0.3, unit: "s" },
            Figure { id: "program", value: 20.0, unit: "MB" },
        ];
        let goals = Goals::parse("[server.restart]\nmost = 0.2\npeer = \"x 9 s\"\n")?;
        let rows = rows(&figures, &goals)?;
        assert_eq!(rows, [["restart", "0.30 s", "≤ 0.2 s ✗", "x 9 s"], ["program", "20.0 MB", "", ""]]);
        let goals = Goals::parse("[server.start]\nmost = 1\n")?;
        assert!(super::rows(&figures, &goals).is_err_and(|e| e.to_string().contains("restart, program")));
        Ok(())
    }
}

//! The catalogue with thousands of processes: taken in from a spreadsheet as a person does, then listed, narrowed and seen whole.

use super::demo::Demo;
use super::http::{Form, Session};
use super::wrk::{self, Cost};
use crate::shell::Result;
use std::time::Duration;

/// Processes that are added to those of the demo.
const PROCESSES: usize = 3_000;

/// How long each page is asked for.
const READING: Duration = Duration::from_secs(4);

/// What a page of the catalogue costs.
pub struct Costs {
    /// The list from its beginning.
    pub list: Cost,
    /// The list narrowed by words, a stage and a state, with what each other choice would find.
    pub narrowed: Cost,
    /// All of them by stage and area.
    pub landscape: Cost,
}

/// Fills the catalogue and asks for its pages.
pub fn costs(demo: &Demo) -> Result<Costs> {
    let (email, password) = demo.person("owner")?;
    let owner = Session::sign_in(&demo.address, &email, &password)?;
    let page = owner.page("/processes/import")?;
    let mut paste =
        Form::find(&page, |action| action == "/processes/import").ok_or("no form to paste into")?;
    paste.fill_text(&samples::catalogue::rows(PROCESSES, 7))?;
    let preview = owner.send(&paste)?;
    let page = owner.page(&preview)?;
    owner.send(&Form::find(&page, |action| action == preview).ok_or("the preview has no form")?)?;
    let cost = |path| wrk::pages(demo, &owner, path, READING);
    Ok(Costs {
        list: cost("/processes?sort=name")?,
        narrowed: cost("/processes?q=invoice+firm&stage=maintain&state=published")?,
        landscape: cost("/processes/landscape")?,
    })
}

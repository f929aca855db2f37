//! By when a case is to be done, beside what was promised.

use super::act::act;
use crate::App;
use crate::web::{Form, Problem, Text, Visit};
use axum::extract::{Path, State};
use axum::response::Redirect;
use caseflow::Command;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// A day, or nothing for no day.
#[derive(serde::Deserialize)]
pub struct Day {
    due: String,
    version: Option<u64>,
}

/// Sets it, or takes it away.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(Day { due, version }): Form<Day>,
) -> Result<Redirect, Problem> {
    let due = end_of_day(&due, &visit)?;
    act(&app, &visit, (number, version), |_| vec![Command::SetDue { due }]).await
}

/// The end of a day as the visitor's zone has it; none for an empty text.
pub fn end_of_day(text: &str, visit: &Visit) -> Result<Option<Timestamp>, Problem> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let wrong = |_| Problem::Invalid(Text::key("case-day-wrong"));
    let day: Date = text.trim().parse().map_err(wrong)?;
    let end = day.tomorrow().and_then(|next| next.to_zoned(visit.say.zone.clone())).map_err(wrong)?;
    Ok(Some(end.timestamp() - 1.second()))
}

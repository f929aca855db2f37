//! What reads answers: the words of single ones, and the scores that many make.

use super::model::{Answer, Question};
use super::store::{self, Cell};
use super::tally::Tally;
use db::{Connection, Error};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Days of which scores are compared with as many before.
pub const RECENT_DAYS: i64 = 90;

/// Most answers of a case that are shown.
const OF_CASE: u32 = 100;

const DAY_S: i64 = 86_400;

/// Which answers are asked for.
#[derive(Debug, Clone)]
pub struct Asking {
    /// To which question.
    pub question: Question,
    /// Given from this instant on.
    pub from: Timestamp,
    /// And before this one.
    pub to: Timestamp,
    /// About this process only.
    pub process: Option<String>,
    /// About processes of this stage only.
    pub stage: Option<String>,
}

/// An answer with the number of its case, as people know it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The answer.
    pub answer: Answer,
    /// The number of the case.
    pub case_number: Option<i64>,
}

/// Answers in all, of late, and before that.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// In the whole period.
    pub all: Tally,
    /// Of the last [`RECENT_DAYS`].
    pub recent: Tally,
    /// Of as many days before.
    pub before: Tally,
}

/// Scores of a period.
#[derive(Debug, Clone)]
pub struct Scores {
    /// Of everything.
    pub whole: Line,
    /// Of each month (in UTC) from the first to the last of the period.
    pub months: Vec<(Date, Tally)>,
    /// Of each part, by its key: a process, or a step (empty for the process as a whole).
    pub parts: BTreeMap<String, Line>,
}

/// Scores by process.
///
/// # Errors
///
/// What the database says.
pub async fn by_process(db: &mut Connection, asking: &Asking) -> Result<Scores, Error> {
    let cells = store::by_process(db, &reaching_back(asking)).await?;
    Ok(scores(asking, cells))
}

/// Scores by step of a process.
///
/// # Errors
///
/// What the database says.
pub async fn by_step(db: &mut Connection, asking: &Asking, process: &str) -> Result<Scores, Error> {
    let cells = store::by_step(db, &reaching_back(asking), process).await?;
    Ok(scores(asking, cells))
}

/// The same with what is needed to compare with.
fn reaching_back(asking: &Asking) -> Asking {
    let back = asking.to.as_second() - 2 * RECENT_DAYS * DAY_S;
    let back = Timestamp::from_second(back).unwrap_or(asking.from);
    Asking { from: asking.from.min(back), ..asking.clone() }
}

fn scores(asking: &Asking, cells: Vec<Cell>) -> Scores {
    let none = Tally::new(asking.question);
    let empty = Line { all: none, recent: none, before: none };
    let (first, today) = (day(asking.from), day(asking.to));
    let mut whole = empty;
    let mut parts: BTreeMap<String, Line> = BTreeMap::new();
    let mut months: BTreeMap<Date, Tally> = months(asking).map(|month| (month, none)).collect();
    for (part, on, score, n) in cells {
        let score = u8::try_from(score).unwrap_or(u8::MAX);
        let take = |line: &mut Line| {
            if on >= first {
                line.all.add(score, n);
            }
            match today - on {
                age if age < RECENT_DAYS => line.recent.add(score, n),
                age if age < 2 * RECENT_DAYS => line.before.add(score, n),
                _ => {}
            }
        };
        take(&mut whole);
        take(parts.entry(part.unwrap_or_default()).or_insert(empty));
        if let Some(month) = month_of(on).and_then(|month| months.get_mut(&month))
            && on >= first
        {
            month.add(score, n);
        }
    }
    parts.retain(|_, line| line.all.n() > 0);
    Scores { whole, months: months.into_iter().collect(), parts }
}

/// The first day of each month of the period.
fn months(asking: &Asking) -> impl Iterator<Item = Date> {
    let first = asking.from.to_zoned(TimeZone::UTC).date().first_of_month();
    let last = asking.to.to_zoned(TimeZone::UTC).date();
    first.series(jiff::Span::new().months(1)).take_while(move |month| *month <= last)
}

fn day(at: Timestamp) -> i64 {
    at.as_second().div_euclid(DAY_S)
}

fn month_of(day: i64) -> Option<Date> {
    let at = Timestamp::from_second(day.checked_mul(DAY_S)?).ok()?;
    Some(at.to_zoned(TimeZone::UTC).date().first_of_month())
}

/// The latest answers with words. Those about confidential cases are left out, unless `all` are to be shown.
///
/// # Errors
///
/// What the database says.
pub async fn with_words(
    db: &mut Connection,
    asking: &Asking,
    all: bool,
    limit: u32,
) -> Result<Vec<Listed>, Error> {
    store::with_words(db, asking, all, limit).await
}

/// A page of answers, the latest first, and whether there are more. Those about confidential cases are left out, unless
/// `all` are to be shown.
///
/// # Errors
///
/// What the database says.
pub async fn list(
    db: &mut Connection,
    wanted: (Option<String>, Option<Question>),
    all: bool,
    (limit, page): (u32, u32),
) -> Result<(Vec<Listed>, bool), Error> {
    let mut listed = store::list(db, wanted, all, (limit + 1, page.saturating_mul(limit))).await?;
    let has_more = listed.len() > limit as usize;
    listed.truncate(limit as usize);
    Ok((listed, has_more))
}

/// The answers about a case, in order; whoever asks has found the case before.
///
/// # Errors
///
/// What the database says.
pub async fn of_case(db: &mut Connection, case: Uuid) -> Result<Vec<Answer>, Error> {
    store::of_case(db, case, OF_CASE).await
}

/// Whether the answer with this id was given.
///
/// # Errors
///
/// What the database says.
pub async fn is_answered(db: &mut Connection, id: Uuid) -> Result<bool, Error> {
    store::is_answered(db, id).await
}

/// Whether anyone has answered anything.
///
/// # Errors
///
/// What the database says.
pub async fn is_empty(db: &mut Connection) -> Result<bool, Error> {
    Ok(store::first(db).await?.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(from: &str, to: &str) -> Asking {
        Asking {
            question: Question::Csat,
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            process: None,
            stage: None,
        }
    }

    #[test]
    fn months_without_answers_are_there_too() {
        let asking = asking("2026-01-15T00:00:00Z", "2026-04-02T00:00:00Z");
        let on = |at: &str| day(at.parse().unwrap());
        let cells = vec![
            (Some("fault".into()), on("2026-01-10T00:00:00Z"), 1, 5),
            (Some("fault".into()), on("2026-01-31T23:00:00Z"), 5, 2),
            (None, on("2026-03-01T00:00:00Z"), 4, 3),
        ];
        let scores = scores(&asking, cells);
        let counts: Vec<u64> = scores.months.iter().map(|(_, tally)| tally.n()).collect();
        assert_eq!(counts, [2, 0, 3, 0], "before the period nothing counts");
        assert_eq!((scores.whole.all.n(), scores.whole.recent.n()), (5, 10));
        assert_eq!(scores.parts.keys().collect::<Vec<_>>(), ["", "fault"]);
    }

    #[test]
    fn a_quarter_is_compared_with_the_one_before() {
        let asking = asking("2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z");
        let today = day(asking.to);
        let cells = vec![
            (Some("fault".into()), today - 89, 5, 1),
            (Some("fault".into()), today - 90, 5, 10),
            (Some("fault".into()), today - 180, 5, 100),
        ];
        let line = scores(&asking, cells).whole;
        assert_eq!((line.recent.n(), line.before.n()), (1, 10));
        assert!(reaching_back(&asking).from < asking.from);
    }
}

//! The room's SQL.

use super::model::{Answer, Question};
use super::queries::{Asking, Listed};
use db::{Connection, Error, FromRow, Row, Tx, values};
use jiff::Timestamp;
use uuid::Uuid;

impl FromRow for Answer {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let damaged = |what: &str| Error::Unreadable(what.to_owned());
        Ok(Self {
            id: row.get(0)?,
            case: row.get(1)?,
            customer: row.get(2)?,
            process: row.get(3)?,
            step: row.get(4)?,
            question: Question::read(&row.get::<String>(5)?).ok_or_else(|| damaged("a question"))?,
            score: u8::try_from(row.get::<u32>(6)?).map_err(|_| damaged("a score"))?,
            words: row.get(7)?,
            emotions: serde_json::from_str(&row.get::<String>(8)?).map_err(|_| damaged("emotions"))?,
            channel: row.get(9)?,
            at: row.get(10)?,
        })
    }
}

impl FromRow for Listed {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self { answer: Answer::from_row(row)?, case_number: row.get(11)? })
    }
}

const ADD: &str = "
    insert into feedback (id, case_id, customer, process, step, question, score, words, emotions, channel, at) values";

pub async fn add(tx: &mut Tx, answers: &[Answer]) -> Result<(), Error> {
    let row = |answer: &Answer| {
        values![
            answer.id,
            answer.case,
            answer.customer,
            &answer.process,
            answer.step.clone(),
            answer.question.as_str(),
            u32::from(answer.score),
            &answer.words,
            serde_json::json!(answer.emotions).to_string(),
            &answer.channel,
            answer.at
        ]
    };
    tx.insert_all(ADD, answers.iter().map(row).collect()).await
}

const CLEAR: &str = "delete from feedback";

pub async fn clear(tx: &mut Tx) -> Result<(), Error> {
    tx.run(CLEAR, values![]).await.map(drop)
}

const IS_ANSWERED: &str = "select count(*) from feedback where id = $1";

pub async fn is_answered(db: &mut Connection, id: Uuid) -> Result<bool, Error> {
    db.one::<(i64,)>(IS_ANSWERED, values![id]).await.map(|(count,)| count > 0)
}

const CUSTOMER_OF: &str = "select customer from cases where id = $1";

/// The customer of a case.
pub async fn customer_of(db: &mut Connection, case: Uuid) -> Result<Option<Uuid>, Error> {
    Ok(db.maybe::<(Option<Uuid>,)>(CUSTOMER_OF, values![case]).await?.and_then(|(customer,)| customer))
}

const IS_CASE: &str = "select count(*) from cases where id = $1";

pub async fn is_case(db: &mut Connection, case: Uuid) -> Result<bool, Error> {
    db.one::<(i64,)>(IS_CASE, values![case]).await.map(|(count,)| count > 0)
}

/// How many answers there are: of a process or step, of a day counted from 1970 in UTC, with a score.
pub type Cell = (Option<String>, i64, u32, u64);

const BY_PROCESS: &str = "
    select f.process, f.at / 86400000000, f.score, count(*)
    from feedback f left join processes p on p.key = f.process
    where f.question = $1 and f.at >= $2 and f.at < $3 and (cast($4 as text) is null or p.stage = $4)
    group by 1, 2, 3";

pub async fn by_process(db: &mut Connection, asking: &Asking) -> Result<Vec<Cell>, Error> {
    let Asking { question, from, to, stage, .. } = asking;
    db.all(BY_PROCESS, values![question.as_str(), *from, *to, stage.clone()]).await
}

const BY_STEP: &str = "
    select step, at / 86400000000, score, count(*) from feedback
    where question = $1 and at >= $2 and at < $3 and process = $4
    group by 1, 2, 3";

pub async fn by_step(db: &mut Connection, asking: &Asking, process: &str) -> Result<Vec<Cell>, Error> {
    let Asking { question, from, to, .. } = asking;
    db.all(BY_STEP, values![question.as_str(), *from, *to, process]).await
}

const EMOTIONS: &str = "
    select f.emotions, count(*)
    from feedback f left join processes p on p.key = f.process
    where f.emotions <> '{}' and f.at >= $1 and f.at < $2
        and (cast($3 as text) is null or f.process = $3) and (cast($4 as text) is null or p.stage = $4)
    group by f.emotions";

/// What was felt, as answers keep it, and by how many.
pub async fn emotions(db: &mut Connection, asking: &Asking) -> Result<Vec<(String, u64)>, Error> {
    let Asking { from, to, process, stage, .. } = asking;
    db.all(EMOTIONS, values![*from, *to, process.clone(), stage.clone()]).await
}

const WITH_WORDS: &str = "
    select f.id, f.case_id, f.customer, f.process, f.step, f.question, f.score, f.words, f.emotions, f.channel, f.at,
        c.number
    from feedback f left join processes p on p.key = f.process left join cases c on c.id = f.case_id
    where f.words <> '' and f.question = $1 and f.at >= $2 and f.at < $3
        and (cast($4 as text) is null or f.process = $4) and (cast($5 as text) is null or p.stage = $5)
        and ($6 = 1 or c.id is null or c.confidentiality = 'organisation')
    order by f.at desc, f.id desc limit $7";

/// The latest answers with words, as far as everyone may see their case; `all` shows the others too.
pub async fn with_words(
    db: &mut Connection,
    asking: &Asking,
    all: bool,
    limit: u32,
) -> Result<Vec<Listed>, Error> {
    let Asking { question, from, to, process, stage } = asking;
    let values = values![question.as_str(), *from, *to, process.clone(), stage.clone(), all, limit];
    db.all(WITH_WORDS, values).await
}

const LIST: &str = "
    select f.id, f.case_id, f.customer, f.process, f.step, f.question, f.score, f.words, f.emotions, f.channel, f.at,
        c.number
    from feedback f left join cases c on c.id = f.case_id
    where (cast($1 as text) is null or f.process = $1) and (cast($2 as text) is null or f.question = $2)
        and ($3 = 1 or c.id is null or c.confidentiality = 'organisation')
    order by f.at desc, f.id desc limit $4 offset $5";

/// Answers, the latest first, as far as everyone may see their case; `all` shows the others too.
pub async fn list(
    db: &mut Connection,
    (process, question): (Option<String>, Option<Question>),
    all: bool,
    (limit, offset): (u32, u32),
) -> Result<Vec<Listed>, Error> {
    let question = question.map(Question::as_str);
    db.all(LIST, values![process, question, all, limit, offset]).await
}

const OF_CASE: &str = "
    select id, case_id, customer, process, step, question, score, words, emotions, channel, at
    from feedback where case_id = $1 order by at, id limit $2";

pub async fn of_case(db: &mut Connection, case: Uuid, limit: u32) -> Result<Vec<Answer>, Error> {
    db.all(OF_CASE, values![case, limit]).await
}

const FELT_BY_STEP: &str = "
    select step, emotions, count(*) from feedback
    where process = $1 and at >= $2 and emotions <> '{}'
    group by step, emotions order by step, emotions";

/// What was felt at the steps of a process, as answers keep it, and by how many.
pub async fn felt_by_step(
    db: &mut Connection,
    process: &str,
    since: Timestamp,
) -> Result<Vec<(Option<String>, String, u64)>, Error> {
    db.all(FELT_BY_STEP, values![process, since]).await
}

const MARKS: &str = "
    select step, case_id, score from feedback
    where question = 'nps' and process = $1 and at >= $2
    order by at desc, id limit $3";

/// How likely customers are to recommend: the step, the case and the answer, the latest first.
pub async fn marks(
    db: &mut Connection,
    process: &str,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<(Option<String>, Option<Uuid>, u32)>, Error> {
    db.all(MARKS, values![process, since, limit]).await
}

const FIRST: &str = "select min(at) from feedback";

/// When the first answer was given.
pub async fn first(db: &mut Connection) -> Result<Option<Timestamp>, Error> {
    db.one::<(Option<Timestamp>,)>(FIRST, values![]).await.map(|(at,)| at)
}

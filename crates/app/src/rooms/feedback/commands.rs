//! What keeps answers: each is a stream of the journal, from which the table can be made again.

use super::model::{Answer, Felt, Question};
use super::{feelings, store};
use crate::app::whole_microseconds;
use crate::web::{Problem, Text};
use db::journal::{self, Entry};
use db::{Error, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const TOPIC: &str = "feedback";

/// The one kind of event. It is published: it may only gain fields that can be left out.
const RECORDED: &str = "answer-recorded";

/// Events that are read at a time when the table is made again.
const AT_A_TIME: u32 = 500;

/// What the journal says of an answer.
#[derive(Serialize, Deserialize)]
struct Recorded {
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<Uuid>,
    process: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<String>,
    question: Question,
    score: u8,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    words: String,
    #[serde(default, skip_serializing_if = "Felt::is_empty")]
    emotions: Felt,
    channel: String,
}

/// Keeps an answer. The customer of its case is put in where it names none.
///
/// # Errors
///
/// [`Problem::Invalid`] for an answer that does not hold; [`Problem::Conflict`], if it was given already.
pub async fn record(
    tx: &mut Tx,
    mut answer: Answer,
    by: (&'static str, Option<Uuid>),
) -> Result<(), Problem> {
    answer.check(&feelings::emotions(tx).await?)?;
    tx.lock(answer.id).await?;
    if journal::version(tx, answer.id).await? > 0 {
        return Err(Problem::Conflict(Text::key("feedback-answered")));
    }
    if let (None, Some(case)) = (answer.customer, answer.case) {
        answer.customer = store::customer_of(tx, case).await?;
    }
    journal::append(tx, vec![entry(&answer, by)]).await?;
    Ok(store::add(tx, &[answer]).await?)
}

/// Keeps many answers that were given elsewhere, each as its customer's own.
///
/// # Errors
///
/// [`Problem::Invalid`] for the first that does not hold, [`Problem::Conflict`] for one that is there already; none
/// is kept then.
pub async fn import(tx: &mut Tx, answers: Vec<Answer>) -> Result<(), Problem> {
    let emotions = feelings::emotions(tx).await?;
    answers.iter().try_for_each(|answer| answer.check(&emotions))?;
    let entries = answers.iter().map(|answer| entry(answer, ("customer", answer.customer)));
    journal::append(tx, entries.collect()).await?;
    Ok(store::add(tx, &answers).await?)
}

/// Makes the table again from the journal.
///
/// # Errors
///
/// What the database says; [`Error::Unreadable`], if the journal holds an event that is none of ours.
pub async fn rebuild(tx: &mut Tx) -> Result<(), Error> {
    store::clear(tx).await?;
    let mut after = 0;
    loop {
        let events = journal::topic(tx, TOPIC, after, AT_A_TIME).await?;
        let Some(last) = events.last() else { return Ok(()) };
        after = last.seq;
        let answers: Result<Vec<Answer>, Error> =
            events.into_iter().map(|event| answer(&event.entry)).collect();
        store::add(tx, &answers?).await?;
    }
}

fn entry(answer: &Answer, (actor_kind, actor): (&str, Option<Uuid>)) -> Entry {
    let recorded = Recorded {
        case: answer.case,
        customer: answer.customer,
        process: answer.process.clone(),
        step: answer.step.clone(),
        question: answer.question,
        score: answer.score,
        words: answer.words.clone(),
        emotions: answer.emotions.clone(),
        channel: answer.channel.clone(),
    };
    Entry {
        topic: TOPIC.into(),
        stream: answer.id,
        version: 1,
        at: whole_microseconds(answer.at),
        actor_kind: actor_kind.into(),
        actor,
        kind: RECORDED.into(),
        data: serde_json::json!(recorded).to_string(),
    }
}

fn answer(entry: &Entry) -> Result<Answer, Error> {
    let unreadable = || Error::Unreadable(format!("the answer {} in the journal", entry.stream));
    if entry.kind != RECORDED {
        return Err(unreadable());
    }
    let recorded: Recorded = serde_json::from_str(&entry.data).map_err(|_| unreadable())?;
    Ok(Answer {
        id: entry.stream,
        case: recorded.case,
        customer: recorded.customer,
        process: recorded.process,
        step: recorded.step,
        question: recorded.question,
        score: recorded.score,
        words: recorded.words,
        emotions: recorded.emotions,
        channel: recorded.channel,
        at: entry.at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was written once is read for ever.
    #[test]
    fn an_event_of_the_journal_is_read_as_it_was_published() {
        let data = r#"{"case":"00000000-0000-0000-0000-000000000007","process":"fault","step":"on-site","question":"nps","score":6,"words":"Four days!","emotions":{"neglected":2},"channel":"link"}"#;
        let kept = Entry {
            topic: TOPIC.into(),
            stream: Uuid::from_u128(1),
            version: 1,
            at: jiff::Timestamp::UNIX_EPOCH,
            actor_kind: "customer".into(),
            actor: None,
            kind: RECORDED.into(),
            data: data.into(),
        };
        let read = answer(&kept).unwrap();
        assert_eq!((read.score, read.emotions.get("neglected")), (6, Some(&2)));
        let written = entry(&read, ("customer", None));
        let same = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(same(&written.data), same(data));
        assert!(answer(&Entry { kind: "answer-eaten".into(), ..kept }).is_err());
    }
}

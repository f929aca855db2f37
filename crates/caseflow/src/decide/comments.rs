//! Comments: anyone says something to colleagues or to the customer, only the author changes it, and a removed one
//! leaves a mark.

use super::{Decision, event_if, room, taken};
use crate::case::Comment;
use crate::refusal::{Refusal, What, Why};
use crate::words::some_lines;
use crate::{Actor, Audience, Case, CommentId, Context, Event, Status, limits};

pub fn add(case: &Case, comment: CommentId, text: &str, audience: Audience, context: &Context) -> Decision {
    let audience = audience.of(context.actor);
    let text = some_lines(What::Comment, text, limits::COMMENT_CHARS)?;
    if let Some(known) = case.comment(comment) {
        let is_same =
            known.author == context.actor && known.text.as_ref() == Some(&text) && known.audience == audience;
        return Err(taken(What::Comment, is_same));
    }
    room(What::Comment, case.comments.len(), limits::COMMENTS)?;
    let is_answer = matches!(context.actor, Actor::Customer(_)) && case.status() == Status::Waiting;
    let answered = is_answer.then_some(Event::CustomerAnswered {});
    Ok([Event::CommentAdded { comment, text, audience }].into_iter().chain(answered).collect())
}

pub fn edit(case: &Case, comment: CommentId, text: &str, context: &Context) -> Decision {
    let text = some_lines(What::Comment, text, limits::COMMENT_CHARS)?;
    let known = find(case, comment)?;
    if known.author != context.actor {
        return Err(Refusal::NotYours);
    }
    match &known.text {
        None => Err(Refusal::Invalid { what: What::Comment, why: Why::Removed }),
        Some(before) => event_if(*before != text, Event::CommentEdited { comment, text }),
    }
}

pub fn remove(case: &Case, comment: CommentId, context: &Context) -> Decision {
    let known = find(case, comment)?;
    if known.author != context.actor && !context.moderator {
        return Err(Refusal::NotYours);
    }
    event_if(known.text.is_some(), Event::CommentRemoved { comment })
}

fn find(case: &Case, comment: CommentId) -> Result<&Comment, Refusal> {
    case.comment(comment).ok_or(Refusal::Unknown { what: What::Comment, id: comment.0 })
}

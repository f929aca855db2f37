//! Promises: made once, then kept or broken for good.

use super::{Decision, room, taken};
use crate::refusal::{Refusal, What, Why};
use crate::{Case, Event, Key, PromiseId, limits};
use jiff::Timestamp;

pub fn make(case: &Case, promise: PromiseId, terms: &Key, due: Option<Timestamp>) -> Decision {
    if let Some(known) = case.promise(promise) {
        return Err(taken(What::Promise, known.terms == *terms && known.due == due));
    }
    room(What::Promise, case.promises.len(), limits::PROMISES)?;
    Ok(vec![Event::PromiseMade { promise, terms: terms.clone(), due }])
}

pub fn settle(case: &Case, promise: PromiseId, kept: bool) -> Decision {
    let known = case.promise(promise).ok_or(Refusal::Unknown { what: What::Promise, id: promise.0 })?;
    match known.settled {
        None if kept => Ok(vec![Event::PromiseKept { promise }]),
        None => Ok(vec![Event::PromiseBroken { promise }]),
        Some(settled) if settled.kept == kept => Err(Refusal::Unchanged),
        Some(_) => Err(Refusal::Invalid { what: What::Promise, why: Why::Settled }),
    }
}

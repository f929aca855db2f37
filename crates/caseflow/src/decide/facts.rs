//! What a case is about: opening it, its title, text, fields, due date, priority and confidentiality.

use super::{Decision, event_if, room, taken};
use crate::refusal::What;
use crate::words::{line, lines};
use crate::{Case, Confidentiality, Event, Key, NewCase, Priority, Value, limits};
use jiff::Timestamp;

pub fn open(case: &Case, new: &NewCase) -> Decision {
    if let Some(opening) = &case.opening {
        return Err(taken(What::Case, opening.case == new.case && opening.case_type == new.case_type));
    }
    Ok(vec![Event::CaseOpened {
        case: new.case,
        case_type: new.case_type.clone(),
        title: line(What::Title, &new.title, limits::TITLE_CHARS)?,
        text: lines(What::Text, &new.text, limits::TEXT_CHARS)?,
        customer: new.customer,
        process: new.process.clone(),
        step: new.step.clone(),
    }])
}

/// Numbers are counted above the engine, so that two cases never have the same one.
pub fn number(case: &Case, number: u64) -> Decision {
    match case.number {
        None => Ok(vec![Event::NumberGiven { number }]),
        Some(given) => Err(taken(What::Number, given == number)),
    }
}

pub fn retitle(case: &Case, title: &str) -> Decision {
    let title = line(What::Title, title, limits::TITLE_CHARS)?;
    event_if(title != case.title, Event::TitleChanged { title })
}

pub fn rewrite(case: &Case, text: &str) -> Decision {
    let text = lines(What::Text, text, limits::TEXT_CHARS)?;
    event_if(text != case.text, Event::TextChanged { text })
}

pub fn set_field(case: &Case, field: &Key, value: &Value) -> Decision {
    let value = match value {
        Value::Text(text) => Value::Text(lines(What::Field, text, limits::FIELD_CHARS)?),
        typed => typed.clone(),
    };
    let known = case.fields.get(field);
    if known.is_none() {
        room(What::Field, case.fields.len(), limits::FIELDS)?;
    }
    event_if(known != Some(&value), Event::FieldSet { field: field.clone(), value })
}

pub fn clear_field(case: &Case, field: &Key) -> Decision {
    event_if(case.fields.contains_key(field), Event::FieldCleared { field: field.clone() })
}

pub fn set_due(case: &Case, due: Option<Timestamp>) -> Decision {
    event_if(due != case.due, due.map_or(Event::DueCleared {}, |due| Event::DueSet { due }))
}

pub fn set_priority(case: &Case, priority: Priority) -> Decision {
    event_if(priority != case.priority, Event::PrioritySet { priority })
}

pub fn set_confidentiality(case: &Case, confidentiality: Confidentiality) -> Decision {
    event_if(confidentiality != case.confidentiality, Event::ConfidentialitySet { confidentiality })
}

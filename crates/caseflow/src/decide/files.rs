//! Files on a case.

use super::{Decision, room, taken};
use crate::refusal::{Refusal, What, Why};
use crate::words::line;
use crate::{Case, Event, FileId, limits};

/// The name is checked and then left out of the event: it often names a person, and the journal is kept for ever.
pub fn attach(case: &Case, file: FileId, name: &str, size_bytes: u64, media_type: &str) -> Decision {
    line(What::FileName, name, limits::FILE_NAME_CHARS)?;
    if media_type.len() > limits::MEDIA_TYPE_BYTES {
        return Err(Refusal::TooLong { what: What::MediaType, limit: limits::MEDIA_TYPE_BYTES });
    }
    if !is_media_type(media_type) {
        return Err(Refusal::Invalid { what: What::MediaType, why: Why::Form });
    }
    if let Some(known) = case.file(file) {
        let is_same = known.size_bytes == size_bytes && known.media_type == media_type;
        return Err(taken(What::File, is_same));
    }
    room(What::File, case.files.len(), limits::FILES)?;
    Ok(vec![Event::FileAttached { file, size_bytes, media_type: media_type.to_owned() }])
}

pub fn detach(case: &Case, file: FileId) -> Decision {
    case.file(file).ok_or(Refusal::Unknown { what: What::File, id: file.0 })?;
    Ok(vec![Event::FileDetached { file }])
}

/// Two names with a slash between, without parameters: RFC 6838, section 4.2.
fn is_media_type(text: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphanumeric())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    text.split_once('/').is_some_and(|(kind, subtype)| is_name(kind) && is_name(subtype))
}

//! The most of everything that a case can hold. Lengths of text are counted in characters (Unicode scalar values).

/// Characters of a title.
pub const TITLE_CHARS: usize = 200;
/// Characters of a case's text.
pub const TEXT_CHARS: usize = 50_000;
/// Characters of a comment.
pub const COMMENT_CHARS: usize = 20_000;
/// Characters of the name of a task, a checklist item or a stage.
pub const NAME_CHARS: usize = 200;
/// Characters of a field that holds text.
pub const FIELD_CHARS: usize = 4_000;
/// Characters of the reason for reopening.
pub const REASON_CHARS: usize = 1_000;
/// Characters of a file's name.
pub const FILE_NAME_CHARS: usize = 255;
/// Bytes of a media type, as RFC 6838, section 4.2, allows for each of its two halves together.
pub const MEDIA_TYPE_BYTES: usize = 255;
/// Bytes of a [`Key`](crate::Key).
pub const KEY_BYTES: usize = 64;
/// Fields of a case.
pub const FIELDS: usize = 200;
/// People on a case.
pub const PEOPLE: usize = 200;
/// Tasks of a case.
pub const TASKS: usize = 500;
/// Items on one task's checklist.
pub const ITEMS: usize = 100;
/// Tasks that one task waits for.
pub const DEPENDENCIES: usize = 50;
/// Stages of a case.
pub const STAGES: usize = 50;
/// Times that a case comes to a step of its customer process.
pub const PASSAGES: usize = 1_000;
/// Comments on a case, removed ones included.
pub const COMMENTS: usize = 5_000;
/// Files of a case.
pub const FILES: usize = 500;
/// Links from a case to others.
pub const LINKS: usize = 200;
/// Cases that one case is part of.
pub const PARENTS: usize = 1;
/// Promises made for a case.
pub const PROMISES: usize = 100;
/// Times that a case waits for its customer.
pub const WAITS: usize = 1_000;
/// Events of a case. Closing is possible beyond it, so that no case stays open for ever.
pub const EVENTS: u64 = 50_000;
/// Bytes of an event's data as JSON. The longest text fits even if JSON writes each character in six bytes.
pub const EVENT_BYTES: usize = 1 << 20;

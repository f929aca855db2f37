//! A column of times, and the judgement whether it is the rows that are wrong or the format.

use crate::problem::shortened;
use crate::{ProblemKind, Problems, ReadError, TimeFormat};

/// A column of times that notices when it is the format that is wrong.
#[derive(Debug)]
pub struct TimeColumn<'a> {
    pub(crate) format: &'a TimeFormat,
    name: String,
    seen: u64,
    failed: u64,
    first_failure: Option<(u64, String)>,
}

/// After how many times that all failed reading stops at once.
const HOPELESS: u64 = 1000;

impl<'a> TimeColumn<'a> {
    /// A column called `name`.
    #[must_use]
    pub fn new(format: &'a TimeFormat, name: &str) -> Self {
        Self { format, name: name.to_owned(), seen: 0, failed: 0, first_failure: None }
    }

    /// The time in a field; a problem is noted where it is empty or cannot be read.
    ///
    /// # Errors
    /// [`ReadError::UnreadableTimes`] once the first thousand have all failed.
    pub fn read(
        &mut self,
        text: &[u8],
        line: u64,
        problems: &mut Problems,
    ) -> Result<Option<i64>, ReadError> {
        if text.is_empty() {
            problems.note(ProblemKind::MissingTime, &self.name, line, b"");
            return Ok(None);
        }
        self.read_if_any(text, line, problems)
    }

    /// The same where the field may be empty.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_if_any(
        &mut self,
        text: &[u8],
        line: u64,
        problems: &mut Problems,
    ) -> Result<Option<i64>, ReadError> {
        if text.is_empty() {
            return Ok(None);
        }
        self.seen += 1;
        if let Some(time_us) = self.format.parse(text) {
            return Ok(Some(time_us));
        }
        self.failed += 1;
        self.first_failure.get_or_insert_with(|| (line, shortened(text)));
        problems.note(ProblemKind::UnreadableTime, &self.name, line, text);
        if self.failed == HOPELESS && self.seen == HOPELESS {
            self.judge()?;
        }
        Ok(None)
    }

    /// Whether more than half of what was not empty could be read.
    ///
    /// # Errors
    /// [`ReadError::UnreadableTimes`] where it could not.
    pub fn judge(&self) -> Result<(), ReadError> {
        match &self.first_failure {
            Some((line, example)) if self.failed * 2 > self.seen => Err(ReadError::UnreadableTimes {
                line: *line,
                column: self.name.clone(),
                example: example.clone(),
                failed: self.failed,
                of: self.seen,
            }),
            _ => Ok(()),
        }
    }
}

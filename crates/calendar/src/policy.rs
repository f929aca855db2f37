//! What was promised: how much working time, by which hours, and when to warn.

use crate::{BusinessHours, Error};
use jiff::SignedDuration;
use std::sync::Arc;

/// The longest target: ten years of working time, as far as is searched for the instant at which it has passed.
pub const MAX_TARGET: SignedDuration = crate::HORIZON;

/// What a clock counts against: a target of working time, the share of it at which to warn, and the hours that count.
#[derive(Debug, Clone)]
pub struct Policy {
    hours: Arc<BusinessHours>,
    target: SignedDuration,
    warning_ppm: u32,
}

impl Policy {
    /// A promise to be done within `target` of working time, with a warning at a share of it; at 1 the warning comes
    /// with the due instant. The share is kept to a millionth.
    ///
    /// # Errors
    ///
    /// [`Error::Target`] unless the target is more than zero and at most [`MAX_TARGET`], [`Error::WarningShare`] unless
    /// the share is within 0 and 1, and not 0.
    pub fn new(
        hours: impl Into<Arc<BusinessHours>>,
        target: SignedDuration,
        warning_share: f64,
    ) -> Result<Self, Error> {
        let warning_ppm = (warning_share * 1e6).round();
        if !(1.0..=1e6).contains(&warning_ppm) {
            return Err(Error::WarningShare { share: warning_share });
        }
        Ok(Self { hours: hours.into(), target: checked_target(target)?, warning_ppm: warning_ppm as u32 })
    }

    /// The hours that count.
    #[must_use]
    pub fn hours(&self) -> &BusinessHours {
        &self.hours
    }

    /// Working time promised at the start; the clock may be given another.
    #[must_use]
    pub fn target(&self) -> SignedDuration {
        self.target
    }

    /// Share of the target at which to warn, above 0 and at most 1.
    #[must_use]
    pub fn warning_share(&self) -> f64 {
        f64::from(self.warning_ppm) / 1e6
    }

    /// Working time after which to warn, for a target.
    pub(crate) fn warns_after(&self, target: SignedDuration) -> SignedDuration {
        SignedDuration::from_nanos_i128(target.as_nanos() * i128::from(self.warning_ppm) / 1_000_000)
    }
}

/// A target that can be promised.
pub(crate) fn checked_target(target: SignedDuration) -> Result<SignedDuration, Error> {
    if target > SignedDuration::ZERO && target <= MAX_TARGET {
        Ok(target)
    } else {
        Err(Error::Target { target, limit: MAX_TARGET })
    }
}

//! A promise.

use calendar::{BusinessHours, Error, Policy};
use jiff::SignedDuration;
use uuid::Uuid;

/// What is promised to customers.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// Its id.
    pub id: Uuid,
    /// Its short name for programs.
    pub key: String,
    /// What is promised, in one line.
    pub name: String,
    /// Working time within which it is kept.
    pub target: SignedDuration,
    /// Share of that time after which it warns, from 0 to 1.
    pub warn_share: f64,
    /// What a customer gets if it is broken, in cents of the organisation's currency.
    pub compensation_cents: i64,
    /// What customers are told about that.
    pub sentence: String,
}

impl Promise {
    /// How its clock counts at an office.
    ///
    /// # Errors
    ///
    /// [`Error`], if target or share are none that a clock can have.
    pub fn policy(&self, hours: BusinessHours) -> Result<Policy, Error> {
        Policy::new(hours, self.target, self.warn_share)
    }
}

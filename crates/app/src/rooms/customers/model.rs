//! A customer.

use jiff::Timestamp;
use uuid::Uuid;

/// A customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Their id.
    pub id: Uuid,
    /// What they are called.
    pub name: String,
    /// Their e-mail address.
    pub email: Option<String>,
    /// The segment that they belong to.
    pub segment: String,
    /// The office that looks after them.
    pub office: Option<Uuid>,
    /// Since when they are a customer.
    pub since: Timestamp,
    /// When they left.
    pub left_at: Option<Timestamp>,
    /// What they pay a month, in cents of the organisation's currency.
    pub monthly_cents: Option<i64>,
}

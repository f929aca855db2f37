//! A department, and an office with its working hours.

use calendar::BusinessHours;
use uuid::Uuid;

/// A part of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Its id.
    pub id: Uuid,
    /// Its short name for programs.
    pub key: String,
    /// What people call it.
    pub name: String,
}

/// A place where people of the organisation work.
#[derive(Debug, Clone)]
pub struct Office {
    /// Its id.
    pub id: Uuid,
    /// Its short name for programs.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// When it works, in its own zone.
    pub hours: BusinessHours,
}

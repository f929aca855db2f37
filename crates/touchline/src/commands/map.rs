//! `touchline map`: BPMN files checked, written as something else, compared.

pub mod check;
pub mod convert;
pub mod diff;
mod views;

//! Models of business processes, pure and without input or output.
//!
//! [`xml`] is a file as a tree in which nothing is lost; [`model`] is what that tree says in the terms of BPMN 2.0, by
//! reference to it; [`map`] holds the map of a customer process: what the customer does on top, and below it the people,
//! systems and partners who make it happen; [`customer`] leads from the one to the other, and [`extension`] is what BPMN does
//! not say of it. [`view`] says what each view shows, [`check`] what is wrong or missing, [`diff`] what changed between two
//! versions; [`layout`] draws what has no drawing, and [`export`] writes other formats.

pub mod check;
pub mod customer;
pub mod diff;
pub mod edit;
pub mod export;
pub mod extension;
pub mod layout;
pub mod map;
pub mod model;
pub mod view;
pub mod xml;

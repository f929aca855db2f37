//! Models of business processes, pure and without input or output.
//!
//! [`map`] holds the map of a customer process: what the customer does on top, and below it the people, systems and
//! partners who make it happen.

pub mod map;

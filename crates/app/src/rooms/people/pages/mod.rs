//! The room's pages.

pub mod appearance;
pub mod sessions;
pub mod welcome;

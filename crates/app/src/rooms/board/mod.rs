//! Home: what needs me, and how customers get on.

pub mod pages;

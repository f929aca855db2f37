//! Search: one box for cases, processes and customers.

pub mod pages;

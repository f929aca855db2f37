//! Whole reports: from files in memory to results and pages.

mod files;
mod gathering;
mod page;
mod shop;

//! Cases at work: every command, every limit, any commands in any order, two editors at once.

mod commands;
mod desk;
mod editors;
mod limits;
mod properties;

//! The built program as a script or a person calls it.

mod bad_files;
mod bad_maps;
mod bad_scenarios;
mod bad_specs;
mod maps;
mod results;
mod run;
mod simulations;
mod usage;

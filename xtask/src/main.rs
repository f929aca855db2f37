//! The one door for people who build the project.

fn main() {}

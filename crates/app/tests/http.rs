//! What the application answers over HTTP; the folders below mirror its addresses, and every story is told on SQLite
//! and on PostgreSQL.

#[macro_use]
mod kit;

mod http {
    mod appearance;
    mod blueprints;
    mod cases;
    mod catalogue;
    mod feedback;
    mod grid;
    mod improve;
    mod logs;
    mod maps;
    mod observe;
    mod problem;
    pub mod processes;
    mod sign_in;
    mod welcome;
    pub mod whatif;
}

mod permissions;

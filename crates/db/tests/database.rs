//! What a database of this program does, told on SQLite and on PostgreSQL.

#[macro_use]
mod kit;

mod database {
    mod copies;
    mod journal;
    mod opening;
    mod values;
    mod writing;
}

//! Many rows at once: one statement for hundreds of rows.

use crate::{Error, Tx, Value};
use sqlx::{AssertSqlSafe, SqlSafeStr};

/// Values in one statement; SQLite takes 32,766, PostgreSQL 65,535.
const MAX_VALUES: usize = 4_096;

/// A statement for so few rows comes again and stays prepared; one for more would only drive others out.
const FEW: usize = 4;

impl Tx {
    /// Puts rows in. `into` is the statement up to the rows: `insert into offices (id, name) values`.
    ///
    /// # Errors
    ///
    /// [`Error`], as the database says.
    pub async fn insert_all(&mut self, into: &'static str, rows: Vec<Vec<Value>>) -> Result<(), Error> {
        self.insert_rows(into, rows).await
    }

    /// As [`insert_all`](Self::insert_all), for a statement that was put together from names of tables and columns.
    pub(crate) async fn insert_rows(&mut self, into: &str, rows: Vec<Vec<Value>>) -> Result<(), Error> {
        let Some(width) = rows.first().map(Vec::len).filter(|width| *width > 0) else { return Ok(()) };
        let per_statement = (MAX_VALUES / width).max(1);
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let values: Vec<Value> = rows.by_ref().take(per_statement).flatten().collect();
            let count = values.len() / width;
            let statement = if self.is_postgres() {
                statement(into, width, count, |number| format!("${number}"))
            } else {
                statement(into, width, count, |_| "?".to_owned())
            };
            self.execute(AssertSqlSafe(statement), values, count <= FEW).await?;
        }
        Ok(())
    }

    /// Runs a statement that is put together here, from nothing that a user typed.
    pub(crate) async fn script(&mut self, sql: impl SqlSafeStr) -> Result<(), Error> {
        self.execute(sql, Vec::new(), false).await.map(drop)
    }
}

/// `into` followed by `rows` times `($1, $2, …)`, each placeholder written by its number. SQLite takes `$1` for a name
/// that it looks up among all others, which is slow for thousands; its own `?` has no name.
fn statement(into: &str, width: usize, rows: usize, placeholder: impl Fn(usize) -> String) -> String {
    let mut sql = String::from(into);
    for row in 0..rows {
        sql.push_str(if row == 0 { " (" } else { ", (" });
        for column in 1..=width {
            sql.push_str(if column == 1 { "" } else { ", " });
            sql.push_str(&placeholder(row * width + column));
        }
        sql.push(')');
    }
    sql
}

#[cfg(test)]
mod tests {
    #[test]
    fn placeholders_run_on_over_the_rows() {
        assert_eq!(
            super::statement("insert into t (a, b) values", 2, 2, |number| format!("${number}")),
            "insert into t (a, b) values ($1, $2), ($3, $4)"
        );
    }
}

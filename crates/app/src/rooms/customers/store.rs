//! The room's SQL.

use super::Customer;
use crate::web::folded;
use db::{Connection, Error, FromRow, Row, Tx, values};
use uuid::Uuid;

impl FromRow for Customer {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            email: row.get(2)?,
            segment: row.get(3)?,
            office: row.get(4)?,
            since: row.get(5)?,
            left_at: row.get(6)?,
            monthly_cents: row.get(7)?,
        })
    }
}

const FIND: &str = "
    select id, name, email, segment, office, since, left_at, monthly_cents from customers where id = $1";

pub async fn find(db: &mut Connection, id: Uuid) -> Result<Option<Customer>, Error> {
    db.maybe(FIND, values![id]).await
}

const SEARCH: &str = "
    select id, name, email, segment, office, since, left_at, monthly_cents from customers
    where folded like $1 escape '\\' or email like $1 escape '\\' order by name, id limit $2";

pub async fn search(db: &mut Connection, pattern: &str, limit: u32) -> Result<Vec<Customer>, Error> {
    db.all(SEARCH, values![pattern, limit]).await
}

const ADD: &str = "
    insert into customers (id, name, folded, email, segment, office, since, left_at, monthly_cents) values";

pub async fn add(tx: &mut Tx, customers: &[Customer]) -> Result<(), Error> {
    let row = |customer: &Customer| {
        values![
            customer.id,
            &customer.name,
            folded(&customer.name),
            customer.email.as_deref().map(folded),
            &customer.segment,
            customer.office,
            customer.since,
            customer.left_at,
            customer.monthly_cents
        ]
    };
    tx.insert_all(ADD, customers.iter().map(row).collect()).await
}

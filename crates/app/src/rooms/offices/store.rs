//! The room's SQL.

use super::hours;
use super::model::{Department, Office};
use calendar::BusinessHours;
use db::{Connection, Error, FromRow, Row, Tx, values};
use uuid::Uuid;

impl FromRow for Department {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self { id: row.get(0)?, key: row.get(1)?, name: row.get(2)? })
    }
}

impl FromRow for Office {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let (key, zone, kept): (String, String, String) = (row.get(1)?, row.get(3)?, row.get(4)?);
        let hours = hours::read(&zone, &kept).unwrap_or_else(|error| {
            tracing::error!(%error, office = key, "hours that cannot be read count as always open");
            BusinessHours::always_open()
        });
        Ok(Self { id: row.get(0)?, key, name: row.get(2)?, hours })
    }
}

const DEPARTMENTS: &str = "select id, key, name from departments order by name";

pub async fn departments(db: &mut Connection) -> Result<Vec<Department>, Error> {
    db.all(DEPARTMENTS, values![]).await
}

const OFFICES: &str = "select id, key, name, zone, hours from offices order by name";

pub async fn offices(db: &mut Connection) -> Result<Vec<Office>, Error> {
    db.all(OFFICES, values![]).await
}

const OFFICE: &str = "select id, key, name, zone, hours from offices where id = $1";

pub async fn office(db: &mut Connection, id: Uuid) -> Result<Option<Office>, Error> {
    db.maybe(OFFICE, values![id]).await
}

const ADD_DEPARTMENTS: &str = "insert into departments (id, key, name) values";

pub async fn add_departments(tx: &mut Tx, departments: &[Department]) -> Result<(), Error> {
    let rows = departments.iter().map(|department| values![department.id, &department.key, &department.name]);
    tx.insert_all(ADD_DEPARTMENTS, rows.collect()).await
}

const ADD_OFFICES: &str = "insert into offices (id, key, name, zone, hours) values";

pub async fn add_offices(tx: &mut Tx, offices: &[Office]) -> Result<(), Error> {
    let row = |office: &Office| {
        values![office.id, &office.key, &office.name, office.hours.zone_name(), hours::written(&office.hours)]
    };
    tx.insert_all(ADD_OFFICES, offices.iter().map(row).collect()).await
}

//! Where a test keeps its data: a file in a folder of its own, or a database of its own in the cluster of the run.
//!
//! Both are gone when the test is over, however it ends.

use db::Location;
use futures_util::FutureExt;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use uuid::Uuid;

/// Names the cluster in which databases are made, by the address of one that is there.
const CLUSTER: &str = "TOUCHLINE_TEST_POSTGRES";

/// Each of these stories becomes two tests: one on SQLite, one on PostgreSQL.
#[macro_export]
macro_rules! both {
    ($($story:ident),+ $(,)?) => {$(
        mod $story {
            #[test]
            fn on_sqlite() {
                $crate::kit::on_sqlite(super::$story);
            }

            #[test]
            fn on_postgres() {
                $crate::kit::on_postgres(super::$story);
            }
        }
    )+};
}

/// Tells a story of a place in a new folder.
pub fn in_a_folder<F: Future<Output = ()>>(story: impl FnOnce(Location) -> F) {
    let folder = Folder::new();
    let location = Location::of(&folder.0, None).expect("a folder is a place");
    runtime().block_on(story(location));
}

/// Tells a story of a new database of PostgreSQL.
pub fn in_the_cluster<F: Future<Output = ()>>(story: impl FnOnce(Location) -> F) {
    let Ok(cluster) = std::env::var(CLUSTER) else {
        panic!("{CLUSTER} names no PostgreSQL: `cargo xtask test` starts one");
    };
    let name = format!("test_{}", Uuid::now_v7().simple());
    let (server, _) = cluster.rsplit_once('/').expect("an address ends with a database");
    let location = Location::Server(format!("{server}/{name}"));
    runtime().block_on(async {
        order(&cluster, format!("create database {name}")).await;
        let told = AssertUnwindSafe(story(location)).catch_unwind().await;
        order(&cluster, format!("drop database {name} with (force)")).await;
        told.unwrap_or_else(|panic| resume_unwind(panic));
    });
}

/// Tells a cluster to make or drop a database.
pub async fn order(cluster: &str, what: String) {
    let options: sqlx::postgres::PgConnectOptions = cluster.parse().expect("an address of PostgreSQL");
    let mut connection = options.connect().await.expect("the cluster answers");
    connection.execute(AssertSqlSafe(what)).await.expect("the cluster obeys");
    connection.close().await.expect("the cluster lets go");
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts")
}

/// A folder that is deleted when it is let go of.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("touchline-test-{}", Uuid::now_v7().simple()));
        std::fs::create_dir(&path).expect("the folder for temporary files can be written");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

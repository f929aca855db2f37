//! Opening: tables are made once, by whoever comes first, and newer data is left alone.

use crate::kit::{self, Folder};
use db::{Database, Error, LATEST, Location, values};
use futures_util::future::join_all;
use std::time::{Duration, Instant};

both!(tables_are_made_once, newer_data_is_left_alone, many_open_it_at_once);

async fn tables_are_made_once(database: Database) {
    let version = "select version from migrations order by version";
    let found: Vec<(i64,)> = database.read().await.unwrap().all(version, values![]).await.unwrap();
    assert_eq!(found, (1..=LATEST).map(|version| (version,)).collect::<Vec<_>>());
    kit::fill(&database).await;
    let before = kit::dump(&database).await;
    let again = kit::open(database.location().clone()).await;
    assert_eq!(kit::dump(&again).await, before);
    assert!(again.examine().await.unwrap().is_empty());
}

async fn newer_data_is_left_alone(database: Database) {
    let newer = LATEST + 1;
    write!(database, |tx| tx.run("insert into migrations (version) values ($1)", values![newer]).await)
        .await
        .unwrap();
    let refused = Database::open(database.location().clone()).await;
    assert!(matches!(refused, Err(Error::Newer { found, known }) if (found, known) == (newer, LATEST)));
}

async fn many_open_it_at_once(database: Database) {
    // Another place of the same kind, where nothing was made yet.
    let place = async |location: Location| {
        let opened = join_all((0..4).map(|_| Database::open(location.clone()))).await;
        for database in opened {
            let database = database.unwrap();
            assert!(database.examine().await.unwrap().is_empty());
            database.close().await;
        }
    };
    match database.location() {
        Location::File(_) => {
            let folder = Folder::new();
            for n in 0..5 {
                place(Location::of(&folder.0.join(n.to_string()), None).unwrap()).await;
            }
        }
        server @ Location::Server(_) => place(server.clone()).await,
    }
}

/// The command line works on an installation while the server writes to it all the time.
#[test]
fn another_process_writes_while_one_writes_all_the_time() {
    kit::on_sqlite(async |database| {
        let busy = tokio::spawn({
            let database = database.clone();
            async move {
                for n in 0.. {
                    let name = format!("busy {n}");
                    let write = write!(database, |tx| {
                        tx.run("insert into counters (name, value) values ($1, 1)", values![name]).await
                    });
                    write.await.unwrap();
                }
            }
        });
        let start = Instant::now();
        for n in 0..5 {
            let other = kit::open(database.location().clone()).await;
            let name = format!("other {n}");
            let write = write!(other, |tx| {
                tx.run("insert into counters (name, value) values ($1, 1)", values![name]).await
            });
            write.await.unwrap();
            other.close().await;
        }
        busy.abort();
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    });
}

//! Transactions: what is kept of them, and what of others.

use crate::kit;
use db::{Database, Error, Tx, values};
use futures_util::future::join_all;
use std::time::Duration;

both!(
    one_that_fails_takes_no_other_with_it,
    one_that_panics_takes_no_other_with_it,
    an_error_that_is_passed_over_loses_nothing_unheard,
    a_caller_who_goes_away_leaves_nothing_half_done,
    a_closed_database_takes_nothing_more,
    whoever_reads_while_writing_does_not_wait_for_others_who_do,
);

const PUT: &str = "insert into counters (name, value) values ($1, $2)";
const COUNT: &str = "select count(*) from counters";

async fn put(tx: &mut Tx, name: &str) -> Result<(), Error> {
    tx.run(PUT, values![name, 1_i64]).await.map(drop)
}

async fn count(database: &Database) -> i64 {
    let (count,) = database.read().await.unwrap().one(COUNT, values![]).await.unwrap();
    count
}

async fn one_that_fails_takes_no_other_with_it(database: Database) {
    let jobs = (0..300_u32).map(|n| {
        write!(database, |tx| {
            put(tx, &format!("{n} first")).await?;
            put(tx, &format!("{n} second")).await?;
            if n % 3 == 0 { Err(Error::Unreadable(n.to_string())) } else { Ok(n) }
        })
    });
    for (n, ended) in (0..).zip(join_all(jobs).await) {
        match ended {
            Ok(said) => assert!(n % 3 != 0 && said == n),
            Err(Error::Unreadable(said)) => assert!(n % 3 == 0 && said == n.to_string()),
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(count(&database).await, 400);
}

async fn one_that_panics_takes_no_other_with_it(database: Database) {
    let jobs = (0..30_u32).map(|n| {
        write!(database, |tx| {
            put(tx, &n.to_string()).await?;
            assert!(n != 7, "seven is too much");
            Ok::<_, Error>(())
        })
    });
    let ended = join_all(jobs).await;
    assert!(matches!(ended[7], Err(Error::Broken)));
    assert_eq!(ended.iter().filter(|ended| ended.is_ok()).count(), 29);
    assert_eq!(count(&database).await, 29);
    write!(database, |tx| put(tx, "7").await).await.unwrap();
}

/// SQLite goes on after a statement that failed, PostgreSQL does not: either all is kept, or the caller hears of it.
async fn an_error_that_is_passed_over_loses_nothing_unheard(database: Database) {
    let ended = write!(database, |tx| {
        put(tx, "one").await?;
        assert!(matches!(put(tx, "one").await, Err(Error::Taken(_))));
        Ok::<_, Error>(())
    })
    .await;
    assert_eq!(count(&database).await, i64::from(ended.is_ok()));
    write!(database, |tx| put(tx, "another").await).await.unwrap();
    assert_eq!(count(&database).await, i64::from(ended.is_ok()) + 1);
}

async fn a_caller_who_goes_away_leaves_nothing_half_done(database: Database) {
    let slow = write!(database, |tx| {
        put(tx, "slow, first").await?;
        tokio::time::sleep(Duration::from_millis(100)).await;
        put(tx, "slow, second").await
    });
    assert!(tokio::time::timeout(Duration::from_millis(30), slow).await.is_err(), "it went away");
    for n in 0..20 {
        write!(database, |tx| put(tx, &n.to_string()).await).await.unwrap();
    }
    tokio::time::sleep(Duration::from_millis(150)).await;
    assert_eq!(count(&database).await, 22, "what was under way came to its end");
}

async fn a_closed_database_takes_nothing_more(database: Database) {
    write!(database, |tx| put(tx, "before").await).await.unwrap();
    let shared = database.clone();
    database.close().await;
    assert!(write!(shared, |tx| put(tx, "after").await).await.is_err());
    assert!(shared.read().await.is_err());
    let again = kit::open(shared.location().clone()).await;
    assert_eq!(count(&again).await, 1);
    again.close().await;
}

async fn whoever_reads_while_writing_does_not_wait_for_others_who_do(database: Database) {
    let visits = (0..24).map(|n| {
        let database = &database;
        async move {
            let mut connection = database.read().await?;
            connection.one::<(i64,)>(COUNT, values![]).await?;
            tokio::task::yield_now().await;
            write!(database, |tx| put(tx, &n.to_string()).await).await
        }
    });
    for ended in tokio::time::timeout(Duration::from_secs(8), join_all(visits)).await.expect("nobody waits") {
        ended.unwrap();
    }
    assert_eq!(count(&database).await, 24);
}

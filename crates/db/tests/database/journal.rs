//! The journal: streams without gaps, whoever writes.

use crate::kit::entry;
use db::{Database, Error, Tx, journal, values};
use futures_util::future::join_all;
use jiff::Timestamp;
use uuid::Uuid;

both!(
    a_stream_is_read_back_in_order,
    of_two_who_give_one_number_the_later_is_refused,
    those_who_lock_a_stream_come_one_after_the_other,
    a_gap_is_found,
);

async fn append(tx: &mut Tx, stream: Uuid, version: u64) -> Result<(), Error> {
    journal::append(tx, vec![entry(stream, version)]).await
}

async fn a_stream_is_read_back_in_order(database: Database) {
    let (stream, other) = (Uuid::now_v7(), Uuid::now_v7());
    let entries: Vec<_> = (1..=700).map(|version| entry(stream, version)).collect();
    let written = entries.clone();
    write!(database, |tx| journal::append(tx, written).await).await.unwrap();
    write!(database, |tx| append(tx, other, 1).await).await.unwrap();

    let mut connection = database.read().await.unwrap();
    assert_eq!(journal::stream(&mut connection, stream, 0).await.unwrap(), entries);
    assert_eq!(journal::stream(&mut connection, stream, 698).await.unwrap(), entries[698..]);
    assert_eq!(journal::version(&mut connection, stream).await.unwrap(), 700);
    assert_eq!(journal::version(&mut connection, Uuid::now_v7()).await.unwrap(), 0);
    let last = journal::last(&mut connection, "case").await.unwrap();
    let page = journal::topic(&mut connection, "case", last - 2, 10).await.unwrap();
    assert_eq!(page.iter().map(|placed| placed.entry.stream).collect::<Vec<_>>(), [stream, other]);
    assert!(journal::topic(&mut connection, "person", 0, 10).await.unwrap().is_empty());
}

async fn of_two_who_give_one_number_the_later_is_refused(database: Database) {
    let stream = Uuid::now_v7();
    let writers = (0..20).map(|_| write!(database, |tx| append(tx, stream, 1).await));
    let ended = join_all(writers).await;
    assert_eq!(ended.iter().filter(|ended| ended.is_ok()).count(), 1);
    assert!(ended.iter().all(|ended| matches!(ended, Ok(()) | Err(Error::Taken(_)))), "{ended:?}");
    assert!(database.examine().await.unwrap().is_empty());
}

async fn those_who_lock_a_stream_come_one_after_the_other(database: Database) {
    let stream = Uuid::now_v7();
    let by = ("program", None);
    let writers = (0..60).map(|_| {
        write!(database, |tx| {
            journal::note(tx, "person", stream, by, Timestamp::UNIX_EPOCH, ("seen", "{}".into())).await
        })
    });
    let mut versions: Vec<u64> =
        join_all(writers).await.into_iter().map(|ended: Result<u64, Error>| ended.unwrap()).collect();
    versions.sort_unstable();
    assert_eq!(versions, (1..=60).collect::<Vec<_>>());
    assert!(database.examine().await.unwrap().is_empty());
}

async fn a_gap_is_found(database: Database) {
    let (whole, from_two, without_two) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    for (stream, version) in [(whole, 1), (whole, 2), (from_two, 2), (without_two, 1), (without_two, 3)] {
        write!(database, |tx| append(tx, stream, version).await).await.unwrap();
    }
    let found = database.examine().await.unwrap().join("\n");
    assert!(found.contains(&from_two.to_string()) && found.contains(&without_two.to_string()), "{found}");
    assert!(!found.contains(&whole.to_string()), "{found}");

    // Two events, and the last number is 2; but the first is missing.
    write!(database, |tx| tx.run("delete from journal", values![]).await).await.unwrap();
    for version in [0, 2] {
        write!(database, |tx| append(tx, from_two, version).await).await.unwrap();
    }
    assert_eq!(database.examine().await.unwrap().len(), 1);
}

//! Copies: everything is carried, as it was at one moment, and nothing is put where something is.

use crate::kit::{self, Folder, dump, entry, fill};
use db::{Database, Error, LATEST, Location, journal, values};
use std::path::{Path, PathBuf};
use uuid::Uuid;

both!(
    a_copy_holds_every_row_and_goes_back,
    a_copy_under_load_is_of_one_moment,
    a_copy_overwrites_nothing,
    nothing_is_restored_onto_data,
    what_is_no_copy_is_refused,
);

/// Another place of the same kind, which is empty.
async fn another(database: &Database, folder: &Folder, story: impl AsyncFnOnce(Location)) {
    match database.location() {
        Location::File(_) => story(Location::of(&folder.0.join("another"), None).unwrap()).await,
        Location::Server(address) => {
            let name = format!("test_{}", Uuid::now_v7().simple());
            let (server, _) = address.rsplit_once('/').unwrap();
            kit::order(address, format!("create database {name}")).await;
            story(Location::Server(format!("{server}/{name}"))).await;
            kit::order(address, format!("drop database {name} with (force)")).await;
        }
    }
}

fn left_in(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

async fn a_copy_holds_every_row_and_goes_back(database: Database) {
    let folder = Folder::new();
    let copy = folder.0.join("copy.db");
    fill(&database).await;
    let before = dump(&database).await;
    database.copy_to(&copy).await.unwrap();
    assert_eq!(left_in(&folder.0), std::slice::from_ref(&copy), "one file holds everything");
    let written = std::fs::read(&copy).unwrap();

    another(&database, &folder, async |location| {
        Database::restore(location.clone(), &copy).await.unwrap();
        let restored = kit::open(location).await;
        assert_eq!(dump(&restored).await, before);
        assert!(restored.examine().await.unwrap().is_empty());
        // Events go on after those that were carried.
        let last = journal::last(&mut restored.read().await.unwrap(), "case").await.unwrap();
        let stream = Uuid::now_v7();
        write!(restored, |tx| journal::append(tx, vec![entry(stream, 1)]).await).await.unwrap();
        assert!(journal::last(&mut restored.read().await.unwrap(), "case").await.unwrap() > last);
        restored.close().await;
    })
    .await;
    assert_eq!(std::fs::read(&copy).unwrap(), written, "the copy is left as it was");

    // The copy is a database, wherever it came from.
    let file = Location::of(&folder.0.join("file"), None).unwrap();
    Database::restore(file.clone(), &copy).await.unwrap();
    let restored = kit::open(file).await;
    assert_eq!(dump(&restored).await, before);
    restored.close().await;
    assert_eq!(dump(&database).await, before);
}

async fn a_copy_under_load_is_of_one_moment(database: Database) {
    let folder = Folder::new();
    fill(&database).await;
    // Each transaction writes one event and counts it, so that the two agree at every moment.
    let count = "insert into counters (name, value) values ('events', 1)
        on conflict (name) do update set value = counters.value + 1";
    let busy: Vec<_> = (0..4)
        .map(|_| {
            let database = database.clone();
            tokio::spawn(async move {
                let stream = Uuid::now_v7();
                for version in 1.. {
                    let write = write!(database, |tx| {
                        journal::append(tx, vec![entry(stream, version)]).await?;
                        tx.run(count, values![]).await
                    });
                    write.await.unwrap();
                }
            })
        })
        .collect();
    let (mut events, mut counted) = (0, 0);
    for n in 0..3 {
        let copy = folder.0.join(format!("{n}.db"));
        database.copy_to(&copy).await.unwrap();
        let location = Location::of(&folder.0.join(n.to_string()), None).unwrap();
        Database::restore(location.clone(), &copy).await.unwrap();
        let restored = kit::open(location).await;
        assert!(restored.examine().await.unwrap().is_empty());
        let mut connection = restored.read().await.unwrap();
        let before = events;
        (events,) = connection.one("select count(*) from journal", values![]).await.unwrap();
        let found: Option<(i64,)> =
            connection.maybe("select value from counters where name = 'events'", values![]).await.unwrap();
        counted = found.map_or(0, |(value,)| value);
        assert_eq!(events - 1_500, counted);
        assert!(events >= before);
        drop(connection);
        restored.close().await;
    }
    assert!(counted > 0, "something was written meanwhile");
    busy.iter().for_each(tokio::task::JoinHandle::abort);
    // Connections that read see what was written after the copies.
    for _ in 0..20 {
        let mut connection = database.read().await.unwrap();
        let (now,): (i64,) = connection.one("select count(*) from journal", values![]).await.unwrap();
        assert!(now >= events);
    }
}

async fn a_copy_overwrites_nothing(database: Database) {
    let folder = Folder::new();
    let place = folder.0.join("copy.db");
    std::fs::write(&place, "precious").unwrap();
    assert!(matches!(database.copy_to(&place).await, Err(Error::Occupied(_))));
    assert_eq!(std::fs::read(&place).unwrap(), b"precious");
    let nowhere = folder.0.join("copy.db/copy.db");
    assert!(matches!(database.copy_to(&nowhere).await, Err(Error::Folder { .. })), "a file is no folder");
    assert_eq!(left_in(&folder.0), [place]);
    database.copy_to(&folder.0.join("new/copy.db")).await.unwrap();
}

async fn nothing_is_restored_onto_data(database: Database) {
    let folder = Folder::new();
    let copy = folder.0.join("copy.db");
    fill(&database).await;
    database.copy_to(&copy).await.unwrap();
    let before = dump(&database).await;
    let refused = Database::restore(database.location().clone(), &copy).await;
    assert!(matches!(refused, Err(Error::Occupied(_))), "{refused:?}");
    assert_eq!(dump(&database).await, before);

    // One setting is data, too.
    another(&database, &folder, async |location| {
        let other = kit::open(location.clone()).await;
        write!(other, |tx| tx.run("insert into settings (key, value) values ('a', 'b')", values![]).await)
            .await
            .unwrap();
        let refused = Database::restore(location, &copy).await;
        assert!(matches!(refused, Err(Error::Occupied(_))), "{refused:?}");
        other.close().await;
    })
    .await;
    assert!(left_in(&folder.0).iter().all(|path| path.extension().is_none_or(|ending| ending != "part")));

    // What SQLite left behind of a file that is gone would get into the new one.
    let left = folder.0.join("left");
    std::fs::create_dir(&left).unwrap();
    std::fs::write(left.join("touchline.db-wal"), "left").unwrap();
    let refused = Database::restore(Location::of(&left, None).unwrap(), &copy).await;
    assert!(matches!(refused, Err(Error::Occupied(_))), "{refused:?}");
}

async fn what_is_no_copy_is_refused(database: Database) {
    let folder = Folder::new();
    let file = |name: &str| folder.0.join(name);
    fill(&database).await;
    database.copy_to(&file("copy")).await.unwrap();
    let copy = std::fs::read(file("copy")).unwrap();

    std::fs::write(file("text"), "no database at all, but long enough to be looked at").unwrap();
    std::fs::write(file("empty"), "").unwrap();
    std::fs::write(file("half"), &copy[..copy.len() / 2]).unwrap();
    let mut scratched = copy.clone();
    // Behind the list of tables, which stands in the first pages.
    let (start, end) = (copy.len() / 3 * 2, copy.len() / 3 * 2 + 9_000);
    scratched[start..end].fill(0xa5);
    std::fs::write(file("scratched"), scratched).unwrap();
    std::fs::write(file("newer"), &copy).unwrap();
    let newer = rusqlite::Connection::open(file("newer")).unwrap();
    newer.execute("insert into migrations (version) values (?1)", [LATEST + 1]).unwrap();
    newer.close().unwrap();

    for (name, is_right) in [
        ("text", (|error| matches!(error, Error::Foreign(_))) as fn(&Error) -> bool),
        ("empty", |error| matches!(error, Error::Foreign(_))),
        ("missing", |error| matches!(error, Error::Foreign(_))),
        ("half", |error| matches!(error, Error::Damaged { .. } | Error::Foreign(_))),
        ("scratched", |error| matches!(error, Error::Damaged { .. })),
        ("newer", |error| matches!(error, Error::Newer { .. })),
    ] {
        let location = Location::of(&file("place"), None).unwrap();
        let refused = Database::restore(location, &file(name)).await;
        assert!(refused.as_ref().is_err_and(is_right), "{name}: {refused:?}");
        assert!(!file("place").exists(), "{name}: nothing is left");
    }
}

//! Values go in and come out as they were.

use crate::kit;
use db::{Database, Error, values};
use jiff::Timestamp;
use uuid::Uuid;

both!(values_come_back_as_they_were, what_is_absent_stays_absent, what_does_not_fit_is_an_error);

const MAKE: &str = "
    create table kept (n bigint, id uuid, whole bigint, share double precision, words text, bytes bytea)";
const PUT: &str = "insert into kept (n, id, whole, share, words, bytes) values ($1, $2, $3, $4, $5, $6)";
const GET: &str = "select id, whole, share, words, bytes from kept where n = $1";

type Kept = (Option<Uuid>, Option<i64>, Option<f64>, Option<String>, Option<Vec<u8>>);

async fn put_and_get(database: &Database, n: i64, kept: Kept) -> Kept {
    let (id, whole, share, words, bytes) = kept;
    write!(database, |tx| tx.run(PUT, values![n, id, whole, share, words, bytes]).await).await.unwrap();
    database.read().await.unwrap().one(GET, values![n]).await.unwrap()
}

async fn values_come_back_as_they_were(database: Database) {
    write!(database, |tx| tx.run(MAKE, values![]).await).await.unwrap();
    let words = ["", "'; drop table kept; --", "Łódź – Връзка – 断网 – 🙂", "a\nb\tc\\"];
    let shares = [0.0, 1.0, -1.5, 1.0 / 3.0, f64::MAX, f64::MIN_POSITIVE];
    let wholes = [0, 1, -1, i64::MAX, i64::MIN];
    for n in 0..6 {
        let bytes: Vec<u8> = (0..n * 50).map(|byte| (byte % 256) as u8).collect();
        let kept: Kept = (
            Some(if n == 0 { Uuid::nil() } else { Uuid::now_v7() }),
            Some(wholes[n % wholes.len()]),
            Some(shares[n]),
            Some(words[n % words.len()].into()),
            Some(bytes),
        );
        assert_eq!(put_and_get(&database, n as i64, kept.clone()).await, kept);
    }
    let instants = ["1969-12-31T23:59:59.999999Z", "2026-03-02T08:00:00.000001Z", "9999-12-30T22:00:00Z"];
    for (n, instant) in (10_i64..).zip(instants) {
        let instant: Timestamp = instant.parse().unwrap();
        let put = values![n, None::<Uuid>, instant, None::<f64>, None::<String>, None::<Vec<u8>>];
        write!(database, |tx| tx.run(PUT, put).await).await.unwrap();
        let mut connection = database.read().await.unwrap();
        let (found,): (Timestamp,) =
            connection.one("select whole from kept where n = $1", values![n]).await.unwrap();
        assert_eq!(found, instant);
    }
}

async fn what_is_absent_stays_absent(database: Database) {
    write!(database, |tx| tx.run(MAKE, values![]).await).await.unwrap();
    let absent: Kept = (None, None, None, None, None);
    assert_eq!(put_and_get(&database, 1, absent.clone()).await, absent);
    let mut connection = database.read().await.unwrap();
    let found: Option<(i64,)> =
        connection.maybe("select n from kept where n = $1", values![2_i64]).await.unwrap();
    assert_eq!(found, None);
    let empty = connection.one::<(i64,)>("select n from kept where n = $1", values![2_i64]).await;
    assert!(matches!(empty, Err(Error::Answer(_))));
}

async fn what_does_not_fit_is_an_error(database: Database) {
    let mut connection = database.read().await.unwrap();
    let negative = connection.one::<(u64,)>("select cast(-1 as bigint)", values![]).await;
    assert!(matches!(negative, Err(Error::Answer(_))), "{negative:?}");
    let beyond = connection.one::<(Timestamp,)>("select cast($1 as bigint)", values![i64::MAX]).await;
    assert!(matches!(beyond, Err(Error::Answer(_))), "{beyond:?}");
    let absent = connection.one::<(i64,)>("select cast(null as bigint)", values![]).await;
    assert!(matches!(absent, Err(Error::Answer(_))), "{absent:?}");
    let none = connection.one::<(i64, i64)>("select cast(1 as bigint)", values![]).await;
    assert!(matches!(none, Err(Error::Answer(_))), "{none:?}");
    // The connection is still good.
    let (one,): (i64,) = connection.one("select cast(1 as bigint)", values![]).await.unwrap();
    assert_eq!(one, 1);
    drop(connection);
    kit::fill(&database).await;
}

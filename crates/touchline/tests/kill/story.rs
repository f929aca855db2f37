//! Rounds of writing and killing.

use super::client::Client;
use super::server::{Server, add_agent, doctor};
use db::{Database, Location};
use std::collections::BTreeSet;
use std::hash::{BuildHasher, RandomState};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// Rounds where nobody asked for the long form, and where someone did.
const ROUNDS: [u32; 2] = [20, 200];

/// Who write at a time.
const WRITERS: u32 = 4;

/// The longest that the server lives while they write, in milliseconds.
const LIFE_MS: u64 = 120;

const EMAIL: &str = "boris@linden.example";
const PASSWORD: &str = "a-long-one-for-tests";

#[test]
fn whatever_was_acknowledged_is_there_after_a_kill() {
    let folder = Folder::new();
    add_agent(&folder.0, EMAIL, PASSWORD);
    let is_long = std::env::var_os("TOUCHLINE_TEST_LONG").is_some();
    let mut client = None;
    let mut acknowledged = BTreeSet::new();
    for round in 0..ROUNDS[usize::from(is_long)] {
        let server = Server::start(&folder.0);
        let client = client.get_or_insert_with(|| {
            Client::sign_in(server.address, EMAIL, PASSWORD).expect("signing in goes well")
        });
        acknowledged.extend(write_until_killed(server, client, round));
    }
    assert!(acknowledged.len() > 100, "too little was written to tell: {}", acknowledged.len());
    doctor(&folder.0);
    let (kept, stale) = kept(&folder.0);
    assert_eq!(stale, 0, "cases that are not as their journal says");
    let lost: Vec<_> = acknowledged.difference(&kept).collect();
    assert!(lost.is_empty(), "of {} acknowledged, these are lost: {lost:?}", acknowledged.len());
}

/// Writes from several threads at once, kills the server in the midst of it, and says what it acknowledged.
fn write_until_killed(server: Server, client: &Client, round: u32) -> Vec<String> {
    let address = server.address;
    let opened = client.post(address, "/cases", "title=Slow&text=Since+Monday").expect("the server lives");
    let case = opened.header("location").unwrap_or_else(|| panic!("no case: {}", opened.body)).to_owned();
    let (sender, receiver) = mpsc::channel();
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let (client, sender, case) = (client.clone(), sender.clone(), case.clone());
            std::thread::spawn(move || {
                for n in 0.. {
                    let words = format!("comment-{round}-{writer}-{n}.");
                    match comment(&client, address, &case, &words) {
                        Some(303) => sender.send(words).expect("someone listens"),
                        // One case has only so many events.
                        Some(status) => assert_eq!(status, 422, "{words}"),
                        None => break,
                    }
                }
            })
        })
        .collect();
    drop(sender);
    std::thread::sleep(Duration::from_millis(RandomState::new().hash_one(round) % LIFE_MS));
    server.kill();
    writers.into_iter().for_each(|writer| writer.join().expect("a writer goes on until the kill"));
    receiver.into_iter().collect()
}

/// The one request that is written with; says how it was answered, if it was.
fn comment(client: &Client, server: SocketAddr, case: &str, words: &str) -> Option<u16> {
    let answer = client.post(server, &format!("{case}/comments"), &format!("text={words}"));
    answer.ok().map(|answer| answer.status)
}

/// Every comment in the journal, and how many cases are not as the journal says.
fn kept(data: &Path) -> (BTreeSet<String>, i64) {
    const COMMENTS: &str = "select data from journal where topic = 'case' and data like '%comment-%'";
    const STALE: &str = "
        select count(*) from (select stream, max(version) as last from journal where topic = 'case' group by stream) j
        left join cases c on c.id = j.stream where c.version is null or c.version <> j.last";
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (rows, stale): (Vec<(String,)>, (i64,)) = runtime.block_on(async {
        let database = Database::open(Location::of(data, None).expect("a place")).await.expect("it opens");
        let mut connection = database.read().await.expect("a connection");
        let stale = connection.one(STALE, Vec::new()).await.expect("a count");
        (connection.all(COMMENTS, Vec::new()).await.expect("rows"), stale)
    });
    let comments = rows
        .iter()
        .map(|(data,)| {
            let start = data.find("comment-").expect("it was asked for");
            let end = data[start..].find('.').expect("words end with a dot");
            data[start..=start + end].to_owned()
        })
        .collect();
    (comments, stale.0)
}

/// A folder that is deleted when it is let go of.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let name = format!("touchline-kill-{}-{}", std::process::id(), RandomState::new().hash_one(0));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).expect("the folder for temporary files can be written");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

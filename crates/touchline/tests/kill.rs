//! A server that is killed while people write: whatever it answered for is there afterwards.

mod kill {
    mod client;
    mod server;
    mod story;
}

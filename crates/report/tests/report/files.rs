//! Files in memory, and the made-up shop.

use std::collections::HashMap;
use std::io::{self, Cursor};

/// Files by path.
#[derive(Default)]
pub struct Memory(pub HashMap<String, Vec<u8>>);

impl Memory {
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect())
    }
}

impl report::Files for Memory {
    fn open(&self, path: &str) -> io::Result<Box<dyn eventlog::Seekable + '_>> {
        match self.0.get(path) {
            Some(content) => Ok(Box::new(Cursor::new(content))),
            None => Err(io::Error::from(io::ErrorKind::NotFound)),
        }
    }
}

/// The files of the made-up shop.
pub fn shop(orders: usize) -> Memory {
    Memory(samples::shop::in_memory(orders, 1).expect("memory is no disk"))
}

/// The spec that the project ships for the shop.
pub fn shop_spec() -> report::Spec {
    report::Spec::parse(include_str!("../../../../examples/shop.toml")).expect("a sound spec")
}

//! Files in memory, and the made-up shop.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{self, Cursor, Write};
use std::rc::Rc;

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
    #[derive(Clone, Default)]
    struct Shared(Rc<RefCell<Vec<u8>>>);
    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let files: RefCell<HashMap<String, Shared>> = RefCell::default();
    samples::shop::write(orders, 1, &mut |name| {
        let file = Shared::default();
        files.borrow_mut().insert(name.to_owned(), file.clone());
        Ok(Box::new(file))
    })
    .expect("memory is no disk");
    Memory(files.into_inner().into_iter().map(|(name, file)| (name, file.0.take())).collect())
}

/// The spec that the project ships for the shop.
pub fn shop_spec() -> report::Spec {
    report::Spec::parse(include_str!("../../../../examples/shop.toml")).expect("a sound spec")
}

//! What the fuzz targets share: input that arrives in pieces, as it does from a pipe.

use std::io::{self, Read};

/// A reader that hands out its input a few bytes at a time.
///
/// A streaming reader must come to the same end wherever its input is cut. The first byte of the fuzzer's input chooses
/// the size of the pieces, so that the fuzzer finds the cut that hurts.
pub struct Pieces<'a> {
    rest: &'a [u8],
    size: usize,
}

impl<'a> Pieces<'a> {
    /// Pieces of 1 to 256 bytes of what follows the first byte.
    pub fn new(input: &'a [u8]) -> Self {
        let (size, rest) = input.split_first().unwrap_or((&0, &[]));
        Self { rest, size: usize::from(*size) + 1 }
    }

    /// All that is still to be read, uncut: the same input for the reader that it is compared with.
    pub fn whole(&self) -> &'a [u8] {
        self.rest
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let end = into.len().min(self.size);
        self.rest.read(&mut into[..end])
    }
}

//! How much of anything is read before reading stops with a message.

/// Limits on input that nobody vouches for.
///
/// Reading needs less than 16 MiB beside what it keeps: 16 bytes an event, 12 more for a start and a resource, half as
/// much again while events are put in order, and the bytes of all different names with about ten more for each. A
/// million events need some 40 MB; a log at the limit of events needs 3 GB and its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one record (a row of CSV). A quote that is never closed ends here.
    pub record_bytes: usize,
    /// Columns of a table.
    pub columns: usize,
    /// Bytes after unpacking.
    pub unpacked_bytes: u64,
    /// How many times larger than its packed form a file may become, looked at after the first 64 MiB.
    pub unpack_ratio: u64,
    /// Events of a log.
    pub events: usize,
    /// Bytes of all different names of one kind (cases, activities, resources).
    pub name_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            record_bytes: 1 << 20,
            columns: 4096,
            unpacked_bytes: 16 << 30,
            unpack_ratio: 200,
            events: 100_000_000,
            name_bytes: 1 << 30,
        }
    }
}

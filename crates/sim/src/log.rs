//! What happened, row by row.

use std::io::{self, Write};

use jiff::{SignedDuration, Zoned};

/// A task that was done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogRow<'a> {
    /// The case, counted from zero.
    pub case: u64,
    /// Name of the activity.
    pub activity: &'a str,
    /// When it could have begun, in seconds from the start of the simulation.
    pub enabled_s: f64,
    /// When it began.
    pub start_s: f64,
    /// When it ended.
    pub end_s: f64,
    /// Name of who did it; empty where nobody had to.
    pub resource: &'a str,
}

/// Whoever takes the rows, in the order in which tasks end.
pub trait LogSink: Send {
    /// Takes a row.
    fn row(&mut self, row: &LogRow<'_>);
}

/// Writes rows as CSV: `case_id,activity,enable_time,start_time,end_time,resource`, times in RFC 3339 with microseconds.
///
/// An error of the writer is kept and given by [`finish`](Self::finish); rows after it are left out.
#[derive(Debug)]
pub struct CsvLog<W: Write> {
    out: W,
    start: Zoned,
    failed: Option<io::Error>,
}

impl<W: Write> CsvLog<W> {
    /// A log whose times count from `start`, with its header.
    pub fn new(mut out: W, start: &Zoned) -> Self {
        let failed = writeln!(out, "case_id,activity,enable_time,start_time,end_time,resource").err();
        Self { out, start: start.clone(), failed }
    }

    /// Flushes what was written.
    ///
    /// # Errors
    /// The first error of the writer.
    pub fn finish(mut self) -> io::Result<W> {
        match self.failed {
            Some(error) => Err(error),
            None => self.out.flush().map(|()| self.out),
        }
    }

    fn write(&mut self, row: &LogRow<'_>) -> io::Result<()> {
        write!(self.out, "{},{}", row.case, Field(row.activity))?;
        for at in [row.enabled_s, row.start_s, row.end_s] {
            let since = SignedDuration::from_micros((at * 1e6).round() as i64);
            let at = self.start.saturating_add(since);
            write!(self.out, ",{}", at.strftime("%Y-%m-%dT%H:%M:%S%.6f%:z"))?;
        }
        writeln!(self.out, ",{}", Field(row.resource))
    }
}

impl<W: Write + Send> LogSink for CsvLog<W> {
    fn row(&mut self, row: &LogRow<'_>) {
        if self.failed.is_none() {
            self.failed = self.write(row).err();
        }
    }
}

/// A field of CSV, in quotes where it needs them (RFC 4180).
struct Field<'a>(&'a str);

impl std::fmt::Display for Field<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0.contains([',', '"', '\n', '\r']) {
            write!(f, "\"{}\"", self.0.replace('"', "\"\""))
        } else {
            f.write_str(self.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_csv_in_the_zone_of_the_start() {
        let start: Zoned = "2024-01-01T09:00:00+02:00[Europe/Sofia]".parse().unwrap();
        let mut log = CsvLog::new(Vec::new(), &start);
        log.row(&LogRow {
            case: 7,
            activity: "Call, \"back\"",
            enabled_s: 0.0,
            start_s: 61.5,
            end_s: 86_400.000_000_4,
            resource: "Ana",
        });
        let text = String::from_utf8(log.finish().unwrap()).unwrap();
        assert_eq!(
            text,
            "case_id,activity,enable_time,start_time,end_time,resource\n\
             7,\"Call, \"\"back\"\"\",2024-01-01T09:00:00.000000+02:00,2024-01-01T09:01:01.500000+02:00,\
             2024-01-02T09:00:00.000000+02:00,Ana\n"
        );
    }
}

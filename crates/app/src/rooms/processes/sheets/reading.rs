//! Tables out of what people paste and upload: cells between tabs, CSV, workbooks. Everything is bounded before it is kept.

use super::{MAX_COLUMNS, MAX_ROWS, Sheet};
use crate::web::Text;
use calamine::{DataRef, Reader, Xlsx};
use std::io::{Cursor, Read};
use std::panic::catch_unwind;

/// The most that a workbook may unpack to, in bytes.
const MAX_UNPACKED: u64 = 64 << 20;

/// Longest cell that is kept, in characters; more than any field takes, so that its reader sees that it is too long.
const MAX_CELL: usize = 2_100;

/// Rows above the header that may be empty.
const MAX_BLANK: u32 = 1_000;

/// The table that was pasted.
///
/// # Errors
///
/// What is wrong with it, for people.
pub fn pasted(text: &str) -> Result<Sheet, Text> {
    separated(text)
}

/// The table of a file: a workbook, or text with separators.
///
/// # Errors
///
/// What is wrong with it, for people.
pub fn file(bytes: &[u8]) -> Result<Sheet, Text> {
    if bytes.starts_with(b"PK") {
        // The library that reads them breaks at some that are damaged.
        let read = catch_unwind(|| workbook(bytes));
        return read.unwrap_or_else(|_| Err(Text::key("sheet-unreadable")));
    }
    let mut text = Vec::new();
    let read = eventlog::decoded(bytes, None).map(|mut reader| reader.read_to_end(&mut text));
    match read {
        Ok(Ok(_)) => separated(std::str::from_utf8(&text).map_err(|_| Text::key("sheet-not-unicode"))?),
        _ => Err(Text::key("sheet-unreadable")),
    }
}

/// Cells between separators: tabs, if there are any in the first line, or else what stands there most often.
fn separated(text: &str) -> Result<Sheet, Text> {
    // The reader counts lines right only where they end with one sign, and browsers send two.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let often = |separator: char| first.matches(separator).count();
    let separator = if first.contains('\t') {
        b'\t'
    } else if often(';') > often(',') {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    for (record, number) in reader.records().zip(1..) {
        let record = record.map_err(|_| Text::key("sheet-unreadable"))?;
        let number = record.position().map_or(number, |position| position.line() as usize);
        table.push(number, record.iter().map(cell).collect())?;
    }
    table.sheet()
}

/// The first sheet of a workbook that has rows.
fn workbook(bytes: &[u8]) -> Result<Sheet, Text> {
    bounded(bytes)?;
    let unreadable = || Text::key("sheet-unreadable");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| unreadable())?;
        let (mut table, mut row, mut at) = (Table::default(), Vec::new(), 0);
        // Cells come one by one: a sheet that claims a million columns takes no memory for them.
        while let Some(found) = cells.next_cell().map_err(|_| unreadable())? {
            let (line, column) = found.get_position();
            if line != at {
                table.push(at as usize + 1, std::mem::take(&mut row))?;
                at = line;
            }
            if table.is_empty() && line > MAX_BLANK {
                break;
            }
            if (column as usize) < MAX_COLUMNS {
                row.resize(row.len().max(column as usize + 1), String::new());
                row[column as usize] = text_of(found.get_value());
            }
        }
        table.push(at as usize + 1, row)?;
        if !table.is_empty() {
            return table.sheet();
        }
    }
    Err(Text::key("sheet-empty"))
}

/// Unpacks every part to nowhere, so that a small file that would fill the memory is refused before it does.
fn bounded(bytes: &[u8]) -> Result<(), Text> {
    let unreadable = || Text::key("sheet-unreadable");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let mut left = MAX_UNPACKED;
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(|_| unreadable())?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| unreadable())?;
        let too_large = || Text::key("sheet-unpacks-too-large").with("n", MAX_UNPACKED >> 20);
        left = left.checked_sub(read).ok_or_else(too_large)?;
    }
    Ok(())
}

/// A cell of a workbook as a person reads it; a day as 2026-11-21.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cell(text),
        DataRef::SharedString(text) => cell(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A cell without blanks at its ends, without the mark that keeps a spreadsheet from calculating it, and cut where it is much
/// too long.
fn cell(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text);
    match text.char_indices().nth(MAX_CELL) {
        Some((cut, _)) => text[..cut].to_owned(),
        None => text.to_owned(),
    }
}

/// A table as it is read: the first row that is not empty is its header.
#[derive(Default)]
struct Table(Sheet);

impl Table {
    fn is_empty(&self) -> bool {
        self.0.header.is_empty()
    }

    fn push(&mut self, number: usize, mut row: Vec<String>) -> Result<(), Text> {
        row.truncate(MAX_COLUMNS);
        if row.iter().all(String::is_empty) {
            return Ok(());
        }
        if self.is_empty() {
            self.0.header = row;
            return Ok(());
        }
        if self.0.rows.len() >= MAX_ROWS {
            return Err(Text::key("sheet-too-many-rows").with("n", MAX_ROWS));
        }
        row.resize(self.0.header.len(), String::new());
        self.0.rows.push((number, row));
        Ok(())
    }

    fn sheet(self) -> Result<Sheet, Text> {
        if self.0.rows.is_empty() { Err(Text::key("sheet-empty")) } else { Ok(self.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::Index;
    use std::sync::LazyLock;
    use zip::write::SimpleFileOptions;

    fn refused(sheet: Result<Sheet, Text>) -> &'static str {
        sheet.expect_err("it is refused").name()
    }

    #[test]
    fn cells_stand_between_tabs_semicolons_or_commas() {
        for text in ["Name\tStage\nA\tx", "\u{feff}Name;Stage\r\nA;x\r\n", "\nName,Stage\n\n \"A\" ,x,more\n"]
        {
            let sheet = pasted(text).unwrap();
            assert_eq!(sheet.header, ["Name", "Stage"], "{text:?}");
            assert_eq!(sheet.rows.len(), 1);
            assert_eq!(sheet.rows[0].1[1], "x");
        }
    }

    #[test]
    fn a_cell_may_hold_lines_and_a_mark_against_formulas() {
        let sheet = pasted("Name\tAbout\n\"A\tb\nc\"\t'=1+1\nD\t-").unwrap();
        assert_eq!(pasted("Name\r\nA\r\nB\r\n").unwrap().rows.last().map(|(line, _)| *line), Some(3));
        assert_eq!(sheet.rows[0], (2, vec!["A\tb\nc".into(), "=1+1".into()]));
        assert_eq!(sheet.rows[1], (4, vec!["D".into(), "-".into()]), "rows keep the number of their line");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        assert_eq!(refused(pasted("")), "sheet-empty");
        assert_eq!(refused(pasted("Name\tStage\n\t\n")), "sheet-empty");
        assert_eq!(refused(file(b"PK\x03\x04 no archive")), "sheet-unreadable");
        assert_eq!(refused(file(b"Name;Stage\n\xcf\xf0\xee\xf6\xe5\xf1;x\n")), "sheet-not-unicode");
        let many = format!("Name\n{}", "A\n".repeat(MAX_ROWS + 1));
        assert_eq!(refused(pasted(&many)), "sheet-too-many-rows");
    }

    #[test]
    fn a_workbook_is_read_as_it_was_written_and_a_bomb_is_not() {
        use std::io::Write;
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (column, text) in ["Име", "Етап", "Months"].into_iter().enumerate() {
            sheet.write_string(2, column as u16, text).unwrap();
        }
        sheet.write_string(3, 0, "Смяна на тарифа").unwrap();
        sheet.write_number(3, 2, 12).unwrap();
        // Far away, and of no interest.
        sheet.write_string(3, 16_000, "far").unwrap();
        let read = file(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(read.header, ["Име", "Етап", "Months"]);
        assert_eq!(read.rows, [(4, vec!["Смяна на тарифа".into(), String::new(), "12".into()])]);

        let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
        bomb.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).unwrap();
        let zeros = vec![b' '; 1 << 20];
        (0..=MAX_UNPACKED >> 20).for_each(|_| bomb.write_all(&zeros).unwrap());
        assert_eq!(refused(file(&bomb.finish().unwrap().into_inner())), "sheet-unpacks-too-large");
    }

    /// The parts of a workbook with texts, a number, a day and a formula.
    static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let day = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
        let sheet = book.add_worksheet();
        for (column, text) in ["Name", "Stage", "Months", "Reviewed", "Sum"].into_iter().enumerate() {
            sheet.write_string(0, column as u16, text).unwrap();
        }
        sheet.write_string(1, 0, "Change of tariff").unwrap();
        sheet.write_number(1, 2, 12).unwrap();
        sheet.write_number_with_format(1, 3, 46_000, &day).unwrap();
        sheet.write_formula(1, 4, "=C2*2").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let count = archive.len();
        let part = |number| {
            let mut part = archive.by_index(number).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        };
        (0..count).map(part).collect()
    });

    proptest! {
        #[test]
        fn a_damaged_workbook_is_read_or_refused(
            damage in prop::collection::vec((any::<Index>(), any::<Index>(), any::<u8>(), 0..3_u8), 1..8),
        ) {
            use std::io::Write;
            let mut parts = PARTS.clone();
            for (part, at, byte, how) in damage {
                let content = &mut part.get_mut(&mut parts[..]).1;
                if content.is_empty() {
                    continue;
                }
                let at = at.index(content.len());
                match how {
                    0 => content[at] = byte,
                    1 => drop(content.remove(at)),
                    _ => content.insert(at, b'0' + byte % 10),
                }
            }
            let mut book = zip::ZipWriter::new(Cursor::new(Vec::new()));
            for (name, content) in &parts {
                book.start_file(name, SimpleFileOptions::default()).unwrap();
                book.write_all(content).unwrap();
            }
            if let Ok(sheet) = file(&book.finish().unwrap().into_inner()) {
                prop_assert!(sheet.rows.len() <= MAX_ROWS && sheet.header.len() <= MAX_COLUMNS);
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[\\PC\t\n\r\"',;]{0,80}") {
            if let Ok(sheet) = pasted(&text) {
                let whole = sheet.rows.iter().all(|(_, row)| row.len() == sheet.header.len());
                prop_assert!(whole && sheet.rows.is_sorted_by_key(|(line, _)| *line));
            }
        }
    }
}

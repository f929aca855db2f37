//! The catalogue as a spreadsheet, in the reader's language: CSV, or a workbook.

use super::Column;
use crate::rooms::processes::choices::Choices;
use crate::rooms::processes::entries::Entry;
use crate::rooms::processes::glance::Glance;
use crate::web::Say;
use language::Language;
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text with separators.
    Csv,
    /// A workbook of Excel.
    Xlsx,
}

/// The names of the figures behind what is said of a process.
const FIGURES: [&str; 7] = [
    "sheet-cases",
    "sheet-open",
    "sheet-median-hours",
    "sheet-promises",
    "sheet-kept",
    "sheet-answers",
    "sheet-score",
];

/// A process with its figures.
pub type Row<'a> = (&'a Entry, Option<&'a Glance>);

/// A cell.
enum Cell {
    Text(String),
    Number(f64),
    Empty,
}

fn header(language: Language) -> Vec<String> {
    let columns = Column::ALL.iter().map(|column| column.called(language));
    columns.chain(FIGURES.iter().map(|key| language.text(key))).collect()
}

fn cells((entry, glance): &Row<'_>, choices: &Choices, say: &Say) -> Vec<Cell> {
    let facts = &entry.facts;
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let said = Column::ALL.into_iter().map(|column| match column {
        Column::Name => text(&facts.name),
        Column::Key => text(&entry.key),
        Column::Description => text(&facts.description),
        Column::Stage => Cell::Text(say.of("stage-", facts.stage.as_str())),
        Column::Area => Cell::Text(facts.area.called(say)),
        Column::State => Cell::Text(say.of("state-", facts.state.as_str())),
        Column::Industry => text(facts.industry.as_deref().unwrap_or_default()),
        Column::Initiator => Cell::Text(say.of("initiator-", facts.initiator.as_str())),
        Column::Partners => text(&facts.partners.join("; ")),
        Column::Tags => text(&facts.tags.join("; ")),
        Column::Department => text(entry.department.as_deref().unwrap_or_default()),
        Column::Owner => {
            // Two people may have one name, but not one address.
            let known = entry.ids[0].as_deref().and_then(|id| choices.owner(id));
            text(known.map_or(entry.owner.as_deref().unwrap_or_default(), |owner| &owner.email))
        }
        Column::Promise => text(facts.promise.as_deref().unwrap_or_default()),
        Column::Reviewed => facts
            .reviewed_at
            .map_or(Cell::Empty, |at| Cell::Text(at.to_zoned(say.zone.clone()).date().to_string())),
        Column::Months => facts.review_months.map_or(Cell::Empty, |months| Cell::Number(f64::from(months))),
    });
    said.chain(figures(*glance)).collect()
}

fn figures(glance: Option<&Glance>) -> [Cell; 7] {
    let Some(glance) = glance else { return [const { Cell::Empty }; 7] };
    let rounded = |value: f64, digits: i32| (value * 10_f64.powi(digits)).round() / 10_f64.powi(digits);
    let some = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
    [
        Cell::Number(glance.cases as f64),
        Cell::Number(glance.open as f64),
        some(glance.median_s.map(|seconds| rounded(seconds / 3_600.0, 2))),
        Cell::Number(glance.promise.n as f64),
        some(glance.promise.share().map(|share| rounded(share, 4))),
        Cell::Number(glance.nps.n() as f64),
        some(glance.nps.score().map(|score| rounded(score, 1))),
    ]
}

/// The processes as CSV in UTF-8, as the spreadsheets of the language expect it. A text that a spreadsheet would calculate has an
/// apostrophe before it.
#[must_use]
pub fn csv(rows: &[Row<'_>], choices: &Choices, say: &Say) -> Vec<u8> {
    let separator = match say.language {
        Language::En | Language::Zh => b',',
        Language::Bg | Language::Pl | Language::Ru => b';',
    };
    // Without the mark Excel takes the text for one of another encoding.
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(&mut bytes);
    let written = |cell: Cell| match cell {
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    };
    // Writing to memory does not fail.
    let _ = writer.write_record(header(say.language));
    for row in rows {
        let _ = writer.write_record(cells(row, choices, say).into_iter().map(written));
    }
    let _ = writer.flush();
    drop(writer);
    bytes
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

/// The processes as a workbook. Texts are written as texts, so that nothing in them is calculated.
///
/// # Errors
///
/// What the writer says.
pub fn xlsx(rows: &[Row<'_>], choices: &Choices, say: &Say) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(say.text("sheet-name"))?;
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let header = header(say.language);
    let width = u16::try_from(header.len()).unwrap_or(u16::MAX);
    for (column, name) in (0..).zip(&header) {
        sheet.write_string_with_format(0, column, name, &bold)?;
        sheet.set_column_width(column, if column == 2 { 60 } else { 20 })?;
    }
    for (at, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells(row, choices, say)) {
            match cell {
                Cell::Text(text) if column == 2 => {
                    sheet.write_string_with_format(at, column, text, &wrapped)?
                }
                Cell::Text(text) => sheet.write_string(at, column, text)?,
                Cell::Number(number) => sheet.write_number(at, column, number)?,
                Cell::Empty => sheet,
            };
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, u32::try_from(rows.len()).unwrap_or(u32::MAX), width - 1)?;
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::super::{file, pasted};
    use super::*;
    use crate::rooms::processes::facts::Facts;
    use jiff::Timestamp;
    use jiff::tz::TimeZone;
    use uuid::Uuid;

    fn entry() -> Entry {
        let mut facts = Facts::named("=HYPERLINK(\"x\")");
        facts.partners = vec!["Courier".into(), "Town hall".into()];
        facts.description = "Two lines;\nand a \"quote\"".into();
        Entry::new((Uuid::nil(), "a-process".into(), 1), facts, None, None)
    }

    #[test]
    fn what_is_written_is_read_again_in_any_language_and_calculates_nothing() {
        let entry = entry();
        for language in Language::ALL {
            let say = Say { language, zone: TimeZone::UTC, now: Timestamp::UNIX_EPOCH };
            let rows: [Row<'_>; 1] = [(&entry, None)];
            let text = String::from_utf8(csv(&rows, &Choices::default(), &say)).unwrap();
            assert!(text.contains("\"'=HYPERLINK("), "{text}");
            let book = xlsx(&rows, &Choices::default(), &say).unwrap();
            for sheet in [pasted(&text).unwrap(), file(&book).unwrap()] {
                let columns = Column::guessed(&sheet.header);
                assert_eq!(columns[..15], Column::ALL.map(Some), "{language:?}: {:?}", sheet.header);
                let cells = &sheet.rows[0].1;
                assert_eq!(cells[0], "=HYPERLINK(\"x\")");
                assert_eq!((cells[1].as_str(), cells[8].as_str()), ("a-process", "Courier; Town hall"));
                assert_eq!(cells[2], "Two lines;\nand a \"quote\"");
            }
        }
    }
}

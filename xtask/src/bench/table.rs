//! Tables in Markdown, and figures with three digits and a unit that a person reads at once.

use std::fmt;

/// A table with a title. Columns that hold nothing are left out.
pub struct Table {
    /// Stands above it.
    pub title: String,
    /// Names of the columns.
    pub columns: &'static [&'static str],
    /// One cell a column, the first one the name of the row.
    pub rows: Vec<Vec<String>>,
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let filled = |n: usize| self.rows.iter().any(|row| row.get(n).is_some_and(|cell| !cell.is_empty()));
        let kept: Vec<usize> = (0..self.columns.len()).filter(|n| filled(*n)).collect();
        let line = |cell: &dyn Fn(usize) -> String| {
            kept.iter().map(|n| format!("| {} ", cell(*n))).collect::<String>() + "|"
        };
        writeln!(f, "### {}\n", self.title)?;
        writeln!(f, "{}", line(&|n| self.columns[n].to_owned()))?;
        writeln!(f, "{}", line(&|n| if n == 0 { "---" } else { "---:" }.to_owned()))?;
        for row in &self.rows {
            writeln!(f, "{}", line(&|n| row.get(n).cloned().unwrap_or_default()))?;
        }
        Ok(())
    }
}

const TIMES: &[(f64, &str)] = &[(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1.0, "ns")];
const COUNTS: &[(f64, &str)] = &[(1e9, "G"), (1e6, "M"), (1e3, "k"), (1.0, "")];

/// A time in its fitting unit.
pub fn time(ns: f64) -> String {
    let (size, unit) = fitting(ns, TIMES);
    format!("{} {unit}", digits(ns / size))
}

/// Two times in the unit that fits the first.
pub fn interval(low_ns: f64, high_ns: f64) -> String {
    let (size, unit) = fitting(low_ns, TIMES);
    format!("{} to {} {unit}", digits(low_ns / size), digits(high_ns / size))
}

/// So many of a thing a second, as in `1.25 GB/s`; the name of the thing may be empty.
pub fn rate(per_s: f64, thing: &str) -> String {
    let (size, unit) = fitting(per_s, COUNTS);
    format!("{} {unit}{thing}/s", digits(per_s / size))
}

/// Three digits, or all that stand before the point.
pub fn digits(value: f64) -> String {
    let before_point = if value >= 1.0 { value.log10().floor() as usize + 1 } else { 1 };
    format!("{value:.*}", 3_usize.saturating_sub(before_point))
}

fn fitting(value: f64, units: &'static [(f64, &'static str)]) -> (f64, &'static str) {
    let fits = units.iter().find(|(size, _)| value >= *size).or(units.last());
    fits.copied().unwrap_or((1.0, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_three_digits_and_a_fitting_unit() {
        let times = [0.5, 12.345, 999.0, 1_500.0, 2.5e6, 1.234e9, 1.2e12].map(time);
        assert_eq!(times, ["0.50 ns", "12.3 ns", "999 ns", "1.50 µs", "2.50 ms", "1.23 s", "1200 s"]);
        assert_eq!(interval(990_000.0, 1_010_000.0), "990 to 1010 µs");
        assert_eq!(rate(1.25e9, "B"), "1.25 GB/s");
        assert_eq!(rate(12_345.0, ""), "12.3 k/s");
    }

    #[test]
    fn empty_columns_are_left_out() {
        let rows =
            vec![vec!["x".into(), String::new(), "1".into()], vec!["y".into(), String::new(), String::new()]];
        let table = Table { title: "T".into(), columns: &["a", "b", "c"], rows };
        assert_eq!(table.to_string(), "### T\n\n| a | c |\n| --- | ---: |\n| x | 1 |\n| y |  |\n");
    }
}

//! Tables of several columns, as wide as what stands in them.

/// Rows below each other: the first column flush left, all others flush right.
pub fn grid(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let widths: Vec<usize> = (0..columns).map(|column| widest(column).unwrap_or(0)).collect();
    rows.iter().map(|row| line(row, &widths)).collect()
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut line = String::new();
    for (at, (cell, widest)) in row.iter().zip(widths).enumerate() {
        let blanks = " ".repeat(widest - width(cell));
        match at {
            0 => line.extend([cell.as_str(), &blanks]),
            _ => line.extend(["  ", &blanks, cell]),
        }
    }
    line.trim_end().to_owned()
}

/// How many places of a terminal a text takes: signs of Chinese take two (Unicode Standard Annex 11).
fn width(text: &str) -> usize {
    let of = |sign: char| match sign {
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' => 2,
        _ => 1,
    };
    text.chars().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other_in_any_script() {
        let rows = [["等待", "1 s"], ["Work", "12 s"]].map(|row| row.map(String::from).to_vec());
        assert_eq!(grid(&rows), ["等待   1 s", "Work  12 s"]);
    }
}

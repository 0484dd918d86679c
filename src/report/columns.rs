//! Text in columns.

/// Rows of cells, padded to the widest of their column, two spaces between; numbers are aligned to the
/// right if `right` says so for their column. Every line ends in a line break and in no spaces.
pub fn columns(rows: &[Vec<String>], right: impl Fn(usize) -> bool) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |c: usize| rows.iter().filter_map(|row| row.get(c)).map(|s| s.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().enumerate().map(|(c, cell)| {
            let width = widths[c];
            if right(c) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

/// A name and what it is, one a line.
pub fn facts(facts: &[(&str, String)]) -> String {
    let rows: Vec<Vec<String>> = facts.iter().map(|(name, value)| vec![name.to_string(), value.clone()]).collect();
    columns(&rows, |_| false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let rows = [vec!["a".into(), "12".into()], vec!["long".into(), "3".into()], vec!["é".into()]];
        assert_eq!(columns(&rows, |c| c == 1), "a     12\nlong   3\né\n");
        assert_eq!(facts(&[("n", "4".into()), ("name", "x".into())]), "n     4\nname  x\n");
    }
}

//! Standard output and standard error. Nothing here panics when they are gone.

use std::io::{self, Write as _};

use unicode_width::UnicodeWidthStr;

use super::failure::Failure;
use crate::disk;

/// Prints a text to standard output, all of it or an error.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).map_err(|it| unprinted(&it))
}

/// Why a text did not go to standard output.
pub(super) fn unprinted(error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Failure::ClosedPipe;
    }
    let why = disk::why(error);
    Failure::Work(format!("the text for standard output {why}; write it somewhere else"))
}

/// Prints a line to standard error. If nobody listens there, nobody can be told.
pub(super) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Rows as lines with their cells below each other, the last one as long as it is.
pub(super) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|it| it.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::from("  ");
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_below_each_other_as_wide_as_they_show() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let text = columns(&[row(["a", "one"]), row(["数据", "two"]), row(["bcd", ""])]);
        assert_eq!(text, "  a     one\n  数据  two\n  bcd\n");
    }
}

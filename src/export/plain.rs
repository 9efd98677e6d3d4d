//! A document as plain text, for terminals and for mail.
//!
//! Changes are marked as `[-before-]` and `{+after+}`, never by colour. Small tables become columns; a table too
//! wide for a terminal is told row by row. Lines are left long: whoever shows them folds them.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::document::{Block, Document, Inline, Span, Text};

/// The widest table that stands in columns, in terminal cells.
const WIDEST: usize = 96;

/// The document as plain text.
pub fn write(document: &Document) -> String {
    let blocks = document.blocks.iter().map(block);
    let mut out = blocks.collect::<Vec<_>>().join("\n\n");
    out.push('\n');
    out
}

fn block(block: &Block) -> String {
    match block {
        Block::Mark(text) => text.as_str().to_owned(),
        Block::Heading(level, text) => heading(*level, text.as_str()),
        Block::Paragraph(inline) => run(inline),
        Block::List(items) => {
            let items = items.iter().map(|item| format!("- {}", indented(&run(item), 2)));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Definitions(entries) => {
            let entries =
                entries.iter().map(|(name, text)| format!("{}: {}", name.as_str(), indented(&run(text), 4)));
            entries.collect::<Vec<_>>().join("\n")
        }
        Block::Table { head, rows } => table(head, rows),
    }
}

fn heading(level: u8, text: &str) -> String {
    let line = match level {
        1 => "=",
        2 => "-",
        _ => return format!("{} {text}", "#".repeat(usize::from(level))),
    };
    format!("{text}\n{}", line.repeat(text.width()))
}

fn run(inline: &Inline) -> String {
    let span = |span: &Span| {
        let text = span.text().as_str();
        match span {
            Span::Plain(_) | Span::Strong(_) => text.to_owned(),
            Span::Removed(_) => format!("[-{text}-]"),
            Span::Added(_) => format!("{{+{text}+}}"),
        }
    };
    inline.iter().map(span).collect()
}

/// Further lines of a text stand under its first one.
fn indented(text: &str, by: usize) -> String {
    text.replace('\n', &format!("\n{}", " ".repeat(by)))
}

fn table(head: &[Text], rows: &[Vec<Inline>]) -> String {
    let heads: Vec<String> = head.iter().map(|text| text.as_str().to_owned()).collect();
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(run).collect()).collect();
    let widths: Vec<usize> = (0..heads.len())
        .map(|at| {
            let column = rows.iter().filter_map(|row| row.get(at)).chain([&heads[at]]);
            column.map(|text| text.width()).max().unwrap_or(0)
        })
        .collect();
    let whole: usize = widths.iter().map(|width| width + 2).sum();
    let flat = rows.iter().flatten().all(|text| !text.contains('\n'));
    if flat && whole <= WIDEST { columns(&heads, &rows, &widths) } else { records(&heads, &rows) }
}

fn columns(heads: &[String], rows: &[Vec<String>], widths: &[usize]) -> String {
    let line = |row: &[String]| {
        let mut out = String::new();
        for (text, width) in row.iter().zip(widths) {
            let _ = write!(out, "{text}{}", " ".repeat(width - text.width() + 2));
        }
        out.trim_end().to_owned()
    };
    let rule = "-".repeat(widths.iter().map(|width| width + 2).sum::<usize>().saturating_sub(2));
    let mut lines = vec![line(heads), rule];
    lines.extend(rows.iter().map(|row| line(row)));
    lines.join("\n")
}

/// Each row as a few lines: the first cell, and the others under it, empty ones left out.
fn records(heads: &[String], rows: &[Vec<String>]) -> String {
    let record = |row: &Vec<String>| {
        let mut cells = heads.iter().zip(row);
        let first = cells.next().map(|(head, text)| format!("* {head}: {}", indented(text, 4)));
        let rest = cells
            .filter(|(_, text)| !text.is_empty())
            .map(|(head, text)| format!("  {head}: {}", indented(text, 4)));
        first.into_iter().chain(rest).collect::<Vec<_>>().join("\n")
    };
    rows.iter().map(record).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::document::{change, plain};

    #[test]
    fn small_tables_stand_in_columns_by_width() {
        let head = [Text::new("項目"), Text::new("n")];
        let rows = [vec![plain("甲"), plain("1")], vec![plain("ab"), plain("2")]];
        assert_eq!(table(&head, &rows), "項目  n\n-------\n甲    1\nab    2");
    }

    #[test]
    fn wide_tables_are_told_row_by_row() {
        let head = [Text::new("甲"), Text::new("乙"), Text::new("丙")];
        let rows = [vec![plain("一\n二"), plain(""), plain("三")]];
        assert_eq!(table(&head, &rows), "* 甲: 一\n    二\n  丙: 三");
    }

    #[test]
    fn changes_are_marked_in_signs() {
        let (before, after) = change("30日", "90日");
        assert_eq!((run(&before), run(&after)), ("[-30-]日".into(), "{+90+}日".into()));
    }
}

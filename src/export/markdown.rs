//! A document as Markdown (CommonMark with tables).
//!
//! What people typed is never markup: everything that could begin some is escaped, line by line.

use std::fmt::Write;

use super::document::{Block, Document, Inline, Span, Text};

/// The document as Markdown.
pub fn write(document: &Document) -> String {
    let blocks = document.blocks.iter().map(block);
    let mut out = blocks.collect::<Vec<_>>().join("\n\n");
    out.push('\n');
    out
}

fn block(block: &Block) -> String {
    match block {
        // Between a blank and a line's end or a colon `**` works whatever the text; inside a sentence it fails
        // beside Japanese punctuation, so spans are tags.
        Block::Mark(text) => format!("**{}**", one_line(text.as_str())),
        Block::Heading(level, text) => {
            format!("{} {}", "#".repeat(usize::from(*level)), one_line(text.as_str()))
        }
        Block::Paragraph(inline) => lines(inline),
        Block::List(items) => {
            let items = items.iter().map(|item| format!("- {}", cell(item)));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Definitions(entries) => {
            let entries = entries.iter().map(|(name, text)| {
                format!("- **{}**: {}", one_line(name.as_str()), cell(text))
            });
            entries.collect::<Vec<_>>().join("\n")
        }
        Block::Table { head, rows } => table(head, rows),
    }
}

fn table(head: &[Text], rows: &[Vec<Inline>]) -> String {
    let mut out = String::from("|");
    for text in head {
        let _ = write!(out, " {} |", one_line(text.as_str()));
    }
    out.push_str("\n|");
    out.push_str(&" --- |".repeat(head.len()));
    for row in rows {
        out.push_str("\n|");
        for inline in row {
            let _ = write!(out, " {} |", cell(inline));
        }
    }
    out
}

/// A run on one line: in cells, items, definitions.
fn cell(inline: &Inline) -> String {
    let whole = marked(inline, |text| escape(text).replace('\n', "<br>"));
    start(whole.trim())
}

/// A run as a paragraph: each line of it begins as text, never as markup.
fn lines(inline: &Inline) -> String {
    let whole = marked(inline, |text| escape(text).replace('\n', "<br>\n"));
    let lines = whole.trim().lines().map(|line| start(line.trim_start()));
    lines.collect::<Vec<_>>().join("\n")
}

fn one_line(text: &str) -> String {
    start(escape(text).replace('\n', "<br>").trim())
}

fn marked(inline: &Inline, escaped: impl Fn(&str) -> String) -> String {
    let span = |span: &Span| {
        let text = escaped(span.text().as_str());
        match span {
            Span::Plain(_) => text,
            Span::Strong(_) => format!("<strong>{text}</strong>"),
            Span::Removed(_) => format!("<del>{text}</del>"),
            Span::Added(_) => format!("<ins>{text}</ins>"),
        }
    };
    inline.iter().map(span).collect()
}

/// Everything that means something in the middle of a line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// What would begin a heading, list, rule or underline at the start of a line, escaped there.
fn start(line: &str) -> String {
    let digits: String = line.chars().take_while(char::is_ascii_digit).collect();
    let rest = line.strip_prefix(digits.as_str()).unwrap_or(line);
    let ordered = !digits.is_empty() && rest.starts_with(['.', ')']);
    if ordered {
        format!("{digits}\\{rest}")
    } else if line.starts_with(['#', '+', '-', '=', ':']) {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::words::Lang;
    use crate::export::document::plain;

    fn written(text: &str) -> String {
        lines(&plain(text))
    }

    #[test]
    fn what_people_typed_is_never_markup() {
        assert_eq!(
            written("<script>alert(1)</script>"),
            "&lt;script&gt;alert(1)&lt;/script&gt;"
        );
        assert_eq!(
            written("# 見出し\n- 行\n1. 数"),
            "\\# 見出し<br>\n\\- 行<br>\n1\\. 数"
        );
        assert_eq!(written("一\n==="), "一<br>\n\\===");
        assert_eq!(
            written("[x](javascript:a) `c` *b* \\"),
            "\\[x\\](javascript:a) \\`c\\` \\*b\\* \\\\"
        );
    }

    #[test]
    fn a_cell_stays_one_cell() {
        assert_eq!(cell(&plain("a|b\n|c")), "a\\|b<br>\\|c");
        assert_eq!(cell(&plain("\u{1b}[31m赤\u{202e}")), "\\[31m赤");
    }

    #[test]
    fn a_table_has_its_heads_and_rows() {
        let mut document = Document::new("題", Lang::Ja);
        document.table(&["甲", "乙"], vec![vec![plain("1"), plain("2")]]);
        let text = write(&document.finished());
        assert!(text.contains("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"), "{text}");
        assert!(text.starts_with("**【訓練】"), "{text}");
        assert!(text.trim_end().ends_with("**"), "{text}");
    }
}

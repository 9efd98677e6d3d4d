//! A problem of a file: where it is, what is wrong, and how to mend it.

use std::fmt;
use std::path::{Path, PathBuf};

use super::trouble::{Said, Trouble};
use crate::domain::words::Lang;

/// Something wrong with a file of material. Every problem counts alike: a file with one is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it was named to the program.
    pub path: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub trouble: Trouble,
}

impl Problem {
    /// A problem of the file as a whole, shown at its beginning.
    pub fn of_file(path: &Path, trouble: impl Into<Trouble>) -> Self {
        Self { path: path.to_owned(), line: 1, column: 1, trouble: trouble.into() }
    }

    /// What is wrong, in words.
    pub fn what(&self, lang: Lang) -> String {
        self.trouble.describe(lang).what
    }

    /// How to mend it, in words.
    pub fn remedy(&self, lang: Lang) -> String {
        self.trouble.describe(lang).remedy
    }

    /// The problem on one line: `path:line:column: what; remedy`.
    pub fn show(&self, lang: Lang) -> impl fmt::Display {
        let Said { what, remedy } = self.trouble.describe(lang);
        let path = quotable(&self.path.to_string_lossy());
        let gap = match lang {
            Lang::Ja => "。",
            Lang::En => "; ",
        };
        format!("{path}:{}:{}: {what}{gap}{remedy}", self.line, self.column)
    }
}

/// Words of a file or of its name, fit for a message: nothing invisible, nothing that moves a cursor, not too long.
pub(crate) fn quotable(text: &str) -> String {
    const MOST: usize = 200;
    let mut shown = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == MOST {
            shown.push('…');
            break;
        }
        if is_harmful(c) || c == '\n' || c == '\t' {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Whether a character may not stand in any text: it steers terminals, hides, or turns the order of reading.
pub(super) fn is_harmful(c: char) -> bool {
    let control = c.is_control() && c != '\n' && c != '\t';
    let separator = matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}');
    let direction = matches!(c,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    control || separator || direction
}

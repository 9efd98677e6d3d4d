//! The text of one file, and where its lines begin. Reading the bytes is the business of [`super::files`].

use std::path::{Path, PathBuf};

use super::problem::{Problem, is_harmful};
use super::trouble::{EncodingTrouble, FileTrouble, TextTrouble, Trouble};

/// How many problems of one file are told. Whoever has more mends these first.
pub const MOST_TOLD: usize = 500;

/// A file of material as text: UTF-8, without byte order mark.
pub struct Source {
    /// The file, as problems name it.
    pub path: PathBuf,
    /// The text.
    pub text: String,
    /// The byte at which each line begins.
    lines: Vec<usize>,
}

impl Source {
    /// The text of a file, and the byte order mark if it has one; or the reason why it is no text.
    pub fn of(path: &Path, bytes: Vec<u8>) -> Result<(Self, Option<Problem>), Problem> {
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(wrong) => {
                let valid = wrong.utf8_error().valid_up_to();
                let readable = wrong.as_bytes().get(..valid).map(String::from_utf8_lossy).unwrap_or_default();
                return Err(Self::new(path, readable.into_owned())
                    .problem(valid, FileTrouble::Encoding(EncodingTrouble::NotUtf8)));
            }
        };
        Ok(match text.strip_prefix('\u{feff}') {
            None => (Self::new(path, text), None),
            Some(bare) => {
                let mark = Problem::of_file(path, FileTrouble::Encoding(EncodingTrouble::ByteOrderMark));
                (Self::new(path, bare.to_owned()), Some(mark))
            }
        })
    }

    fn new(path: &Path, text: String) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        Self { path: path.to_owned(), text, lines }
    }

    /// The line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at)
    }

    /// The line and the column of a byte, both from 1; columns are characters.
    pub fn place(&self, at: usize) -> (usize, usize) {
        let line = self.line(at);
        let start = line.checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(0);
        let before = self.text.get(start..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// A problem at a byte of the text.
    pub fn problem(&self, at: usize, trouble: impl Into<Trouble>) -> Problem {
        let (line, column) = self.place(at);
        Problem { path: self.path.clone(), line, column, trouble: trouble.into() }
    }

    /// Problems at bytes of the text, in the order of the file; of very many, the first ones and a word about the rest.
    pub fn problems(&self, mut found: Vec<(usize, Trouble)>) -> Vec<Problem> {
        found.sort_by_key(|(at, _)| *at);
        let more = found.get(MOST_TOLD).map(|(at, _)| (*at, FileTrouble::More.into()));
        let told = found.into_iter().take(MOST_TOLD).chain(more);
        told.map(|(at, trouble)| self.problem(at, trouble)).collect()
    }

    /// Characters that stand in the file as they are and may not, comments included.
    pub fn harmful(&self) -> Vec<(usize, Trouble)> {
        let line_end = |at: usize| self.text.get(at..).is_some_and(|rest| rest.starts_with("\r\n"));
        let harmful = |(at, c): &(usize, char)| is_harmful(*c) && !line_end(*at);
        let found = self.text.char_indices().filter(harmful).take(MOST_TOLD + 1);
        found.map(|(at, c)| (at, TextTrouble::Harmful(c).into())).collect()
    }
}

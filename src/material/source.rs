//! The text of one file, and where its lines begin. Reading the bytes is the business of [`super::files`].

use std::path::{Path, PathBuf};

use super::problem::{Problem, is_harmful};
use super::trouble::{FileTrouble, TextTrouble, Trouble};

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
    /// The text of a file, and what is wrong with its characters; `None` when it is no text at all.
    pub fn of(path: &Path, bytes: Vec<u8>) -> (Option<Self>, Vec<Problem>) {
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(wrong) => {
                let readable = String::from_utf8_lossy(
                    wrong
                        .as_bytes()
                        .get(..wrong.utf8_error().valid_up_to())
                        .unwrap_or_default(),
                );
                let before = Self::new(path, readable.into_owned());
                let problem = before.problem(before.text.len(), FileTrouble::NotUtf8);
                return (None, vec![problem]);
            }
        };
        let mut problems = Vec::new();
        let source = match text.strip_prefix('\u{feff}') {
            None => Self::new(path, text),
            Some(bare) => {
                problems.push(Problem::of_file(path, FileTrouble::ByteOrderMark));
                Self::new(path, bare.to_owned())
            }
        };
        problems.extend(source.harmful());
        (Some(source), problems)
    }

    fn new(path: &Path, text: String) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        Self {
            path: path.to_owned(),
            text,
            lines,
        }
    }

    /// A problem at a byte of the text.
    pub fn problem(&self, at: usize, trouble: impl Into<Trouble>) -> Problem {
        let (line, column) = self.position(at);
        Problem {
            path: self.path.clone(),
            line,
            column,
            trouble: trouble.into(),
        }
    }

    /// The line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.position(at).0
    }

    /// Line and column, both from 1, columns in characters.
    fn position(&self, at: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = line
            .checked_sub(1)
            .and_then(|index| self.lines.get(index))
            .copied()
            .unwrap_or(0);
        let before = self.text.get(start..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// Characters that stand in the file as they are and may not, comments included.
    fn harmful(&self) -> Vec<Problem> {
        let line_end = |at: usize| self.text.get(at..).is_some_and(|rest| rest.starts_with("\r\n"));
        let harmful = |(at, c): &(usize, char)| is_harmful(*c) && !line_end(*at);
        let found = self.text.char_indices().filter(harmful);
        found
            .map(|(at, c)| self.problem(at, TextTrouble::Harmful(c)))
            .collect()
    }
}

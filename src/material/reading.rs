//! One file on its way from bytes to pieces, with everything that was found wrong on it so far.

use std::path::Path;

use super::decode::Sink;
use super::problem::Problem;
use super::sense::{self, Names};
use super::source::Source;
use super::tree::Node;
use super::{shapes, syntax};
use crate::domain::library::Material;

/// A file that was read.
pub struct Reading {
    /// The pieces in it; where there are problems they hold stand-ins.
    pub pieces: Vec<Material>,
    /// What is wrong with characters and syntax.
    problems: Vec<Problem>,
    parsed: Option<(Source, Node)>,
}

impl Reading {
    /// Reads the bytes of a file as far as they can be read.
    pub fn of(path: &Path, bytes: Vec<u8>) -> Self {
        let (source, mut problems) = Source::of(path, bytes);
        let mut pieces = Vec::new();
        let parsed = source.and_then(|source| {
            let root = syntax::parse(&source)
                .map_err(|problem| problems.push(problem))
                .ok()?;
            syntax::escaped_harm(&root, &source, &mut problems);
            pieces = shapes::read(&root, &mut Sink::new(&source));
            Some((source, root))
        });
        Self {
            pieces,
            problems,
            parsed,
        }
    }

    /// Where each piece begins, for problems that concern the piece as a whole.
    pub fn problem_of_piece(
        &self,
        index: usize,
        trouble: impl Into<super::trouble::Trouble>,
    ) -> Option<Problem> {
        let (source, root) = self.parsed.as_ref()?;
        let place = sense::piece_place(root, index).field("id");
        Some(source.problem(place.start(), trouble))
    }

    /// Everything wrong with the file, given the names that all material together knows.
    pub fn problems(&self, names: &Names) -> Vec<Problem> {
        let mut problems = self.problems.clone();
        if let Some((source, root)) = &self.parsed {
            let mut sink = Sink::new(source);
            let pieces = shapes::read(root, &mut sink);
            sense::check(&pieces, root, names, &mut sink);
            problems.extend(sink.problems());
        }
        problems
    }
}

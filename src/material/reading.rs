//! One file on its way from bytes to pieces, with everything that was found wrong on it so far.

use std::path::Path;

use super::decode::Sink;
use super::problem::Problem;
use super::sense::{self, Names};
use super::source::Source;
use super::tree::Node;
use super::trouble::Trouble;
use super::{shapes, syntax};
use crate::domain::library::Material;

/// A file that was read as far as it can be.
pub struct Reading {
    /// The pieces in it; where there are problems they hold stand-ins.
    pub pieces: Vec<Material>,
    /// What is wrong with the file as a whole.
    whole: Option<Problem>,
    /// The text, if it is one.
    source: Option<Source>,
    /// The tree, or where the syntax breaks off.
    root: Option<Result<Node, (usize, Trouble)>>,
}

impl Reading {
    /// Reads the bytes of a file.
    pub fn of(path: &Path, bytes: Vec<u8>) -> Self {
        match Source::of(path, bytes) {
            Err(problem) => Self {
                pieces: Vec::new(),
                whole: Some(problem),
                source: None,
                root: None,
            },
            Ok((source, whole)) => {
                let root = syntax::parse(&source).map_err(|(at, trouble)| (at, trouble.into()));
                let pieces = root.as_ref().map(|root| shapes::read(root, &mut Sink::default()));
                Self {
                    pieces: pieces.unwrap_or_default(),
                    whole,
                    source: Some(source),
                    root: Some(root),
                }
            }
        }
    }

    /// A problem that concerns one of the pieces as a whole, at its id.
    pub fn problem_of_piece(&self, index: usize, trouble: impl Into<Trouble>) -> Option<Problem> {
        let root = self.root.as_ref()?.as_ref().ok()?;
        let place = sense::piece_place(root, index).field("id");
        Some(self.source.as_ref()?.problem(place.start(), trouble))
    }

    /// Everything wrong with the file, given the names that all material together knows.
    pub fn problems(&self, names: &Names) -> Vec<Problem> {
        let mut problems: Vec<_> = self.whole.iter().cloned().collect();
        if let (Some(source), Some(root)) = (&self.source, &self.root) {
            let mut found = source.harmful();
            match root {
                Ok(root) => found.extend(examine(root, names)),
                Err(broken) => found.push(broken.clone()),
            }
            problems.extend(source.problems(found));
        }
        problems
    }
}

/// Everything wrong with what a file says.
fn examine(root: &Node, names: &Names) -> Vec<(usize, Trouble)> {
    let mut sink = Sink::default();
    let pieces = shapes::read(root, &mut sink);
    sense::check(&pieces, root, names, &mut sink);
    syntax::escaped_harm(root, &mut sink);
    sink.found()
}

//! One file on its way from bytes to pieces, with everything that was found wrong on it so far.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};
use std::path::{Path, PathBuf};

use super::decode::{Decode, Sink};
use super::problem::Problem;
use super::sense::{self, Names};
use super::source::Source;
use super::tree::Node;
use super::trouble::{FileTrouble, Trouble};
use super::{shapes, syntax, template};
use crate::domain::id::Slug;
use crate::domain::library::Material;

/// A file that was read as far as it can be.
pub struct Reading {
    /// The file, as problems name it.
    pub path: PathBuf,
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
        let path = path.to_owned();
        match Source::of(&path, bytes) {
            Err(problem) => Self { path, pieces: Vec::new(), whole: Some(problem), source: None, root: None },
            Ok((source, whole)) => {
                let root = syntax::parse(&source).map_err(|(at, trouble)| (at, trouble.into()));
                let pieces = root.as_ref().map(|root| shapes::read(root, &mut Sink::default()));
                Self {
                    path,
                    pieces: pieces.unwrap_or_default(),
                    whole,
                    source: Some(source),
                    root: Some(root),
                }
            }
        }
    }

    /// A problem that concerns one of the pieces as a whole, at its id.
    fn problem_of_piece(&self, index: usize, trouble: FileTrouble) -> Option<Problem> {
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
    template::unfilled(root, &mut sink);
    sink.found()
}

/// Two pieces of the same kind and name in different files: nobody could say which one is meant.
pub fn same_pieces(readings: &[Reading]) -> Vec<Problem> {
    let mut holders: HashMap<_, &Path> = HashMap::new();
    let mut problems = Vec::new();
    for reading in readings {
        let readable = |(_, piece): &(usize, &Material)| *piece.id() != Slug::stand_in();
        for (index, piece) in reading.pieces.iter().enumerate().filter(readable) {
            let holder = *holders.entry(key(piece)).or_insert(&reading.path);
            if holder != reading.path {
                let (name, other) = (piece.id().to_string(), holder.display().to_string());
                problems.extend(reading.problem_of_piece(index, FileTrouble::SamePiece { name, other }));
            }
        }
    }
    problems
}

/// What tells one piece from another: its kind and its name.
pub fn key(piece: &Material) -> (Discriminant<Material>, &Slug) {
    (discriminant(piece), piece.id())
}

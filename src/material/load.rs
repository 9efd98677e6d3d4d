//! Loading: the material inside the program, and what the organiser adds from files and folders.

use std::collections::HashSet;
use std::path::PathBuf;

use super::problem::Problem;
use super::reading::{Reading, key, same_pieces};
use super::sense::Names;
use super::{embedded, files};
use crate::domain::library::{Library, Material};

/// Where a piece comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Part of the program.
    Embedded,
    /// A file of the organiser.
    File(PathBuf),
}

/// A piece, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The piece itself.
    pub material: Material,
    /// Where it comes from.
    pub origin: Origin,
}

/// What was loaded, and what was wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Pieces without problems: the embedded ones, those of the same kind and name replaced by files, then the rest.
    pub pieces: Vec<Piece>,
    /// Everything wrong with the files given, in the order of path, line and column.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// The pieces as the domain uses them.
    pub fn library(&self) -> Library {
        Library { pieces: self.pieces.iter().map(|piece| piece.material.clone()).collect() }
    }

    fn overlay(&mut self, piece: Piece) {
        let same = |old: &Piece| key(&old.material) == key(&piece.material);
        match self.pieces.iter().position(same) {
            Some(place) => self.pieces[place] = piece,
            None => self.pieces.push(piece),
        }
    }
}

/// The material inside the program.
pub fn embedded() -> Library {
    Library { pieces: embedded::pieces().to_vec() }
}

/// The material inside the program, with files and folders (recursively, `.ron` only) laid over it.
///
/// A file with a problem gives no piece; the others are loaded all the same. Names are resolved against everything
/// given and everything embedded that is not replaced.
pub fn load_paths(paths: &[PathBuf]) -> Loaded {
    load_beside(paths, &[])
}

/// The same, with names that are resolved against the files and folders of a library too. Of those only the names are
/// used, and nothing is told but that one cannot be read.
pub(super) fn load_beside(paths: &[PathBuf], library: &[PathBuf]) -> Loaded {
    let mut problems = Vec::new();
    let readings = read_all(paths, &mut problems);
    let beside = read_all(library, &mut problems);
    let names = names_with(&readings, &beside);
    let twice = same_pieces(&readings);
    let mut loaded = Loaded { pieces: embedded_pieces(), problems };
    for reading in readings {
        let mut problems = reading.problems(&names);
        problems.extend(twice.iter().filter(|problem| problem.path == reading.path).cloned());
        if problems.is_empty() {
            let origin = Origin::File(reading.path);
            for material in reading.pieces {
                loaded.overlay(Piece { material, origin: origin.clone() });
            }
        }
        loaded.problems.extend(problems);
    }
    loaded.pieces.sort_by(|a, b| a.material.rank().cmp(&b.material.rank()));
    loaded.problems.sort_by(|a, b| (&a.path, a.line, a.column).cmp(&(&b.path, b.line, b.column)));
    // What is given and lies in the library as well was looked for twice.
    loaded.problems.dedup();
    loaded
}

/// The names that a few files may use: their own, those of a library that they don't replace, and the embedded ones
/// that neither replaces.
pub(super) fn names_with(given: &[Reading], library: &[Reading]) -> Names {
    let given: Vec<_> = given.iter().flat_map(|reading| &reading.pieces).collect();
    let mut replaced: HashSet<_> = given.iter().map(|piece| key(piece)).collect();
    let beside = library.iter().flat_map(|reading| &reading.pieces);
    let beside: Vec<_> = beside.filter(|piece| !replaced.contains(&key(piece))).collect();
    replaced.extend(beside.iter().map(|piece| key(piece)));
    let kept = embedded::pieces().iter().filter(|piece| !replaced.contains(&key(piece)));
    Names::of(kept.chain(beside).chain(given))
}

fn read_all(paths: &[PathBuf], problems: &mut Vec<Problem>) -> Vec<Reading> {
    let mut found: Vec<_> = paths.iter().flat_map(|path| files::find(path, problems)).collect();
    // A file that is named twice, once by its folder, is still one file.
    found.sort();
    found.dedup();
    let mut readings = Vec::new();
    for path in found {
        match files::read(&path) {
            Ok(bytes) => readings.push(Reading::of(&path, bytes)),
            Err(problem) => problems.push(problem),
        }
    }
    readings
}

fn embedded_pieces() -> Vec<Piece> {
    let piece = |material: &Material| Piece { material: material.clone(), origin: Origin::Embedded };
    embedded::pieces().iter().map(piece).collect()
}

//! Loading: the material inside the program, and what the organiser adds from files and folders.

use std::collections::BTreeMap;
use std::mem::{Discriminant, discriminant};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::files;
use super::problem::Problem;
use super::reading::Reading;
use super::sense::Names;
use super::trouble::FileTrouble;
use crate::domain::id::Slug;
use crate::domain::library::{Library, Material};

static SHIPPED: &[(&str, Dir<'_>)] = &[
    ("scenarios", include_dir!("$CARGO_MANIFEST_DIR/scenarios")),
    ("fact-sheets", include_dir!("$CARGO_MANIFEST_DIR/fact-sheets")),
    ("stakeholders", include_dir!("$CARGO_MANIFEST_DIR/stakeholders")),
    ("factors", include_dir!("$CARGO_MANIFEST_DIR/factors")),
    ("policies", include_dir!("$CARGO_MANIFEST_DIR/policies")),
    ("guidance", include_dir!("$CARGO_MANIFEST_DIR/guidance")),
];

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
        Library {
            pieces: self.pieces.iter().map(|piece| piece.material.clone()).collect(),
        }
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
    Loaded {
        pieces: embedded_pieces(),
        problems: Vec::new(),
    }
    .library()
}

/// The material inside the program, with files and folders (recursively, `.ron` only) laid over it.
///
/// A file with a problem gives no piece; the others are loaded all the same.
pub fn load_paths(paths: &[PathBuf]) -> Loaded {
    let mut loaded = Loaded {
        pieces: embedded_pieces(),
        problems: Vec::new(),
    };
    let mut found = Vec::new();
    for path in paths {
        found.extend(files::find(path, &mut loaded.problems));
    }
    // A file that is named twice, once by its folder, is still one file.
    found.sort();
    found.dedup();
    let mut readings = Vec::new();
    for path in found {
        match files::read(&path) {
            Ok(bytes) => readings.push((path.clone(), Reading::of(&path, bytes))),
            Err(problem) => loaded.problems.push(problem),
        }
    }
    let replaced = |piece: &&Piece| pieces(&readings).any(|given| key(given) == key(&piece.material));
    let kept = loaded
        .pieces
        .iter()
        .filter(|piece| !replaced(piece))
        .map(|piece| &piece.material);
    let names = Names::of(kept.chain(pieces(&readings)));
    let twice = same_pieces(&readings);
    for (path, reading) in readings {
        let mut problems = reading.problems(&names);
        problems.extend(twice.iter().filter(|problem| problem.path == path).cloned());
        if problems.is_empty() {
            let origin = Origin::File(path);
            for material in reading.pieces {
                loaded.overlay(Piece {
                    material,
                    origin: origin.clone(),
                });
            }
        }
        loaded.problems.extend(problems);
    }
    loaded
        .problems
        .sort_by(|a, b| (&a.path, a.line, a.column).cmp(&(&b.path, b.line, b.column)));
    loaded
}

/// What is wrong with the material inside the program: nothing, or it would not have been released.
pub fn embedded_problems() -> Vec<Problem> {
    let readings = embedded_readings();
    let names = Names::of(pieces(&readings));
    let mut problems: Vec<_> = readings
        .iter()
        .flat_map(|(_, reading)| reading.problems(&names))
        .collect();
    problems.extend(same_pieces(&readings));
    problems
}

fn embedded_pieces() -> Vec<Piece> {
    let piece = |material| Piece {
        material,
        origin: Origin::Embedded,
    };
    embedded_readings()
        .into_iter()
        .flat_map(|(_, reading)| reading.pieces)
        .map(piece)
        .collect()
}

fn embedded_readings() -> Vec<(PathBuf, Reading)> {
    let mut files: Vec<(PathBuf, &[u8])> = Vec::new();
    for (folder, dir) in SHIPPED {
        let ron = dir.files().filter(|file| {
            file.path()
                .extension()
                .is_some_and(|extension| extension == "ron")
        });
        files.extend(ron.map(|file| (Path::new(folder).join(file.path()), file.contents())));
    }
    let read = |(path, bytes): (PathBuf, &[u8])| {
        let reading = Reading::of(&path, bytes.to_vec());
        (path, reading)
    };
    files.into_iter().map(read).collect()
}

fn pieces(readings: &[(PathBuf, Reading)]) -> impl Iterator<Item = &Material> {
    readings.iter().flat_map(|(_, reading)| &reading.pieces)
}

/// Two pieces of the same kind and name among the files given: nobody could say which one is meant.
fn same_pieces(readings: &[(PathBuf, Reading)]) -> Vec<Problem> {
    let mut seen: BTreeMap<String, Vec<(Discriminant<Material>, &Path)>> = BTreeMap::new();
    let mut problems = Vec::new();
    for (path, reading) in readings {
        for (index, piece) in reading.pieces.iter().enumerate() {
            let (kind, id) = key(piece);
            let holders = seen.entry(id.to_string()).or_default();
            if let Some((_, other)) = holders.iter().find(|(other, _)| *other == kind) {
                let trouble = FileTrouble::SamePiece {
                    name: id.to_string(),
                    other: other.display().to_string(),
                };
                problems.extend(reading.problem_of_piece(index, trouble));
            }
            holders.push((kind, path));
        }
    }
    problems
}

fn key(material: &Material) -> (Discriminant<Material>, &Slug) {
    (discriminant(material), material.id())
}

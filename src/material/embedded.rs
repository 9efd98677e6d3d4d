//! The material inside the program: the folders beside `src/`, taken in when it is built.

use std::path::Path;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::problem::Problem;
use super::reading::{Reading, same_pieces};
use super::sense::Names;
use crate::domain::library::Material;

static SHIPPED: &[(&str, Dir<'_>)] = &[
    ("scenarios", include_dir!("$CARGO_MANIFEST_DIR/scenarios")),
    ("fact-sheets", include_dir!("$CARGO_MANIFEST_DIR/fact-sheets")),
    ("stakeholders", include_dir!("$CARGO_MANIFEST_DIR/stakeholders")),
    ("factors", include_dir!("$CARGO_MANIFEST_DIR/factors")),
    ("policies", include_dir!("$CARGO_MANIFEST_DIR/policies")),
    ("guidance", include_dir!("$CARGO_MANIFEST_DIR/guidance")),
];

/// The pieces inside the program, read once.
pub fn pieces() -> &'static [Material] {
    static PIECES: LazyLock<Vec<Material>> = LazyLock::new(|| {
        let mut pieces: Vec<Material> = readings().into_iter().flat_map(|reading| reading.pieces).collect();
        pieces.sort_by(|a, b| a.rank().cmp(&b.rank()));
        pieces
    });
    &PIECES
}

/// What is wrong with the material inside the program: nothing, or it should not have been released.
pub fn problems() -> Vec<Problem> {
    let readings = readings();
    let names = Names::of(pieces());
    let mut problems: Vec<_> = readings.iter().flat_map(|reading| reading.problems(&names)).collect();
    problems.extend(same_pieces(&readings));
    problems
}

fn readings() -> Vec<Reading> {
    let mut readings = Vec::new();
    for (folder, dir) in SHIPPED {
        let ron =
            dir.files().filter(|file| file.path().extension().is_some_and(|extension| extension == "ron"));
        readings.extend(
            ron.map(|file| Reading::of(&Path::new(folder).join(file.path()), file.contents().to_vec())),
        );
    }
    readings
}

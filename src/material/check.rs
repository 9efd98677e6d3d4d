//! Checking files of material: everything that is wrong with them, at once.

use std::path::PathBuf;

use super::load;
use super::problem::Problem;

/// Every problem of the files and folders given, or of the embedded material when none is given.
///
/// References are resolved against everything given and everything embedded.
pub fn check(paths: &[PathBuf]) -> Vec<Problem> {
    if paths.is_empty() {
        return load::embedded_problems();
    }
    load::load_paths(paths).problems
}

//! Checking files of material: everything that is wrong with them, at once.

use std::path::{Path, PathBuf};

use super::problem::Problem;
use super::reading::Reading;
use super::{embedded, load};

/// Every problem of the files and folders given, or of the embedded material when none is given.
///
/// References are resolved against everything given and everything embedded.
pub fn check(paths: &[PathBuf]) -> Vec<Problem> {
    if paths.is_empty() {
        return embedded::problems();
    }
    check_beside(paths, &[])
}

/// The same for files that are meant to lie in a library: they may use the names in its folders too.
///
/// What is wrong inside those folders is told when they are checked themselves, and not here.
pub fn check_beside(paths: &[PathBuf], library: &[PathBuf]) -> Vec<Problem> {
    load::load_beside(paths, library).problems
}

/// Every problem of one file whose content is at hand; `path` is only the name it goes by.
pub fn check_content(path: &Path, bytes: Vec<u8>) -> Vec<Problem> {
    let reading = [Reading::of(path, bytes)];
    let names = load::names_with(&reading, &[]);
    let [reading] = reading;
    reading.problems(&names)
}

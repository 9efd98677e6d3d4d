//! Finding and reading files: only regular ones of a sensible size, and never one outside the folder given.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::problem::Problem;
use super::trouble::{FileTrouble, FolderTrouble};

/// The largest file that is read, in bytes. A long scenario has about 100 KiB.
const LARGEST: u64 = 8 * 1024 * 1024;

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    let failed = |error: &std::io::Error| Problem::of_file(path, FileTrouble::Unreadable(error.to_string()));
    // Asked before opening: opening a pipe would wait for somebody to write into it.
    let facts = fs::metadata(path).map_err(|error| failed(&error))?;
    if !facts.is_file() {
        return Err(Problem::of_file(path, FileTrouble::NotAFile));
    }
    let mut bytes = Vec::new();
    // One byte more than allowed, in case the file grows, or hides its size.
    let file = File::open(path).map_err(|error| failed(&error))?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Problem::of_file(path, FileTrouble::TooLarge { most: LARGEST / 1024 / 1024 }));
    }
    Ok(bytes)
}

/// The files that `path` stands for: itself, or every `.ron` file of a folder and the folders in it, sorted.
pub fn find(path: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            problems.push(Problem::of_file(path, FileTrouble::NotFound));
            Vec::new()
        }
        Ok(facts) if facts.is_dir() => find_in(path, problems),
        // Whatever else is wrong with it comes out when it is read.
        _ => vec![path.to_owned()],
    }
}

fn find_in(folder: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let before = problems.len();
    match folder.canonicalize() {
        Ok(root) => walk(folder, &root, &mut found, problems),
        Err(error) => {
            problems.push(Problem::of_file(folder, FileTrouble::Unreadable(error.to_string())));
        }
    }
    if found.is_empty() && problems.len() == before {
        problems.push(Problem::of_file(folder, FileTrouble::Folder(FolderTrouble::Empty)));
    }
    found.sort();
    found
}

/// Links to folders are not followed: what lies inside `root` is reached anyway, what lies outside must not be.
fn walk(folder: &Path, root: &Path, found: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(Problem::of_file(folder, FileTrouble::Unreadable(error.to_string())));
            return;
        }
    };
    for entry in entries {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let kind = entry.file_type();
        if hidden {
            continue;
        }
        if kind.as_ref().is_ok_and(fs::FileType::is_dir) {
            walk(&path, root, found, problems);
        } else if kind.is_ok_and(|kind| kind.is_symlink()) && leaves(&path, root) {
            problems.push(Problem::of_file(&path, FileTrouble::Folder(FolderTrouble::LinkLeaves)));
        } else if is_ron(&path) && !path.is_dir() {
            found.push(path);
        }
    }
}

/// Whether a link leads out of the folder, or nowhere.
fn leaves(link: &Path, root: &Path) -> bool {
    !link.canonicalize().is_ok_and(|target| target.starts_with(root))
}

fn is_ron(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}

//! Which files are read at all, and which are refused without being read.

use std::fs;
use std::path::{Path, PathBuf};

use kijo::domain::words::Lang;
use kijo::material::check::check;
use kijo::material::load::load_paths;
use kijo::material::problem::Problem;
use kijo::material::trouble::{FileTrouble, FolderTrouble, Trouble};

const GOOD: &str = r#"Policies(format: 1, id: "good")"#;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn write(path: &Path, text: impl AsRef<[u8]>) -> PathBuf {
    fs::create_dir_all(path.parent().expect("a folder round it")).expect("folders");
    fs::write(path, text).expect("a file");
    path.to_owned()
}

/// What is wrong with a path, of which exactly one thing is wrong, at its very beginning.
fn only(path: &Path) -> FileTrouble {
    let problems = check(&[path.to_owned()]);
    match problems.as_slice() {
        [Problem { line: 1, column: 1, trouble: Trouble::File(trouble), .. }] => trouble.clone(),
        other => panic!("one problem of the file: {other:?}"),
    }
}

fn loaded_from(path: &Path) -> Vec<String> {
    let loaded = load_paths(&[path.to_owned()]);
    assert_eq!(loaded.problems, []);
    let pieces = loaded.pieces.iter().filter(|piece| piece.origin != kijo::material::load::Origin::Embedded);
    pieces.map(|piece| piece.material.id().to_string()).collect()
}

#[test]
fn what_is_not_there_is_told() {
    assert_eq!(only(&folder().path().join("nowhere.ron")), FileTrouble::NotFound);
}

#[test]
fn a_folder_is_read_to_its_depths_in_order_and_only_ron() {
    let folder = folder();
    let piece = |id: &str| format!("Policies(format: 1, id: \"{id}\")");
    write(&folder.path().join("b/c/deep.ron"), piece("deep"));
    write(&folder.path().join("z.RON"), piece("last"));
    write(&folder.path().join("a.ron"), piece("first"));
    write(&folder.path().join("notes.txt"), "not material");
    write(&folder.path().join(".hidden.ron"), "not material");
    write(&folder.path().join(".git/x.ron"), "not material");
    assert_eq!(loaded_from(folder.path()), ["first", "deep", "last"]);
}

#[test]
fn a_file_that_is_named_is_read_whatever_its_ending() {
    let folder = folder();
    let path = write(&folder.path().join("topics.txt"), GOOD);
    assert_eq!(loaded_from(&path), ["good"]);
}

#[test]
fn a_file_named_twice_is_one_file() {
    let folder = folder();
    let path = write(&folder.path().join("good.ron"), GOOD);
    assert_eq!(check(&[folder.path().to_owned(), path.clone(), path]), []);
}

#[test]
fn a_folder_without_material_is_told() {
    let folder = folder();
    write(&folder.path().join("notes.txt"), "x");
    assert_eq!(only(folder.path()), FileTrouble::Folder(FolderTrouble::Empty));
}

#[test]
fn a_file_over_eight_mebibytes_is_refused() {
    let folder = folder();
    let mut text = GOOD.as_bytes().to_vec();
    text.resize(8 * 1024 * 1024, b' ');
    let path = write(&folder.path().join("large.ron"), &text);
    assert_eq!(check(std::slice::from_ref(&path)), [], "exactly eight is fine");
    text.push(b' ');
    write(&path, &text);
    assert_eq!(only(&path), FileTrouble::TooLarge { most: 8 });
}

#[test]
fn a_path_is_shown_without_what_steers_a_terminal() {
    let path = PathBuf::from("no\u{1b}[2J\u{202e}where\n.ron");
    let problems = check(&[path]);
    let shown = problems.first().map(|problem| problem.show(Lang::En).to_string()).unwrap_or_default();
    assert!(shown.starts_with("no\\u{1b}[2J\\u{202e}where\\u{a}.ron:1:1: "), "{shown}");
}

/// Hundreds of thousands of mistakes are neither told one by one nor waited for.
#[test]
fn a_file_full_of_mistakes_ends_with_a_word_about_the_rest() {
    let hostile = [
        "\u{1}".repeat(300_000),
        format!("Policies(format: 1, id: \"a\", {})", "x: 1, ".repeat(60_000)),
        format!("Policies(format: 1, id: \"a\", topics: [{}])", "1, ".repeat(100_000)),
        format!("Policies(format: 1, id: \"a\", topics: [(id: \"b\", good: \"{}\")])", "{c}".repeat(100_000)),
        format!(
            "Policies(format: 1, id: \"a\", topics: [(id: \"b\", good: \"{}\")])",
            "\\u{202e}".repeat(50_000)
        ),
    ];
    let folder = folder();
    for text in hostile {
        let path = write(&folder.path().join("hostile.ron"), text);
        let problems = check(&[path]);
        assert_eq!(problems.last().map(|problem| &problem.trouble), Some(&Trouble::File(FileTrouble::More)));
        assert_eq!(problems.len(), 501);
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    #[test]
    fn pipes_and_devices_are_refused_without_reading() {
        let folder = folder();
        let pipe = folder.path().join("pipe.ron");
        let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is part of every Unix");
        assert!(made.success());
        assert_eq!(only(&pipe), FileTrouble::NotAFile);
        assert_eq!(only(folder.path()), FileTrouble::NotAFile, "in a folder as well");
        assert_eq!(only(Path::new("/dev/zero")), FileTrouble::NotAFile);
    }

    #[test]
    fn links_are_followed_only_within_the_folder() {
        let (folder, outside) = (folder(), folder());
        write(&folder.path().join("good.ron"), GOOD);
        write(&outside.path().join("other.ron"), r#"Policies(format: 1, id: "other")"#);
        symlink(outside.path(), folder.path().join("away")).expect("a link to a folder");
        symlink(folder.path(), folder.path().join("round")).expect("a link in a circle");
        let leaving = |problems: &[Problem]| {
            problems
                .iter()
                .all(|p| p.trouble == Trouble::File(FileTrouble::Folder(FolderTrouble::LinkLeaves)))
        };
        let problems = check(&[folder.path().to_owned()]);
        assert!(problems.len() == 1 && leaving(&problems), "{problems:?}");
        symlink(outside.path().join("other.ron"), folder.path().join("file.ron")).expect("a link to a file");
        symlink("nowhere", folder.path().join("broken.ron")).expect("a link to nothing");
        let problems = check(&[folder.path().to_owned()]);
        assert!(problems.len() == 3 && leaving(&problems), "{problems:?}");
        let loaded = load_paths(&[folder.path().to_owned()]).library();
        assert!(loaded.policy_topics("good").is_some() && loaded.policy_topics("other").is_none());
    }
}

//! Every file under `tests/broken` is broken on purpose; beside it stands what `check` has to say about it, in both
//! languages: every problem, at its line and column, with its remedy, and nothing else.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use kijo::domain::words::Lang;
use kijo::material::check::check;
use kijo::material::problem::Problem;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn broken_files() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder("broken")).expect("the folder of broken files is there");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "ron")).collect()
}

/// The problems of a broken file, checked together with the valid ones so that it may refer to them.
fn problems(path: &Path) -> Vec<Problem> {
    check(&[folder("material"), path.to_owned()])
}

fn told(problems: &[Problem]) -> String {
    let mut told = String::new();
    for problem in problems {
        let (line, column) = (problem.line, problem.column);
        let in_lang = |lang| (problem.what(lang), problem.remedy(lang));
        let ((en, en_remedy), (ja, ja_remedy)) = (in_lang(Lang::En), in_lang(Lang::Ja));
        writeln!(told, "{line}:{column}: {en}; {en_remedy}\n    {ja}。{ja_remedy}")
            .expect("a string takes everything");
    }
    told
}

#[test]
fn every_broken_file_tells_what_stands_beside_it() {
    let mut wrong = String::new();
    for path in broken_files() {
        let expected = fs::read_to_string(path.with_extension("expected")).unwrap_or_default();
        let found = told(&problems(&path));
        if expected != found {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            write!(wrong, "\n== {name} should tell ==\n{expected}== but tells ==\n{found}")
                .expect("a string");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn problems_are_those_of_the_broken_file_alone() {
    for path in broken_files() {
        let found = problems(&path);
        assert!(!found.is_empty(), "{} is not broken", path.display());
        assert!(found.iter().all(|problem| problem.path == path), "{found:?}");
    }
}

#[test]
fn no_expectation_is_left_without_its_file() {
    let entries = fs::read_dir(folder("broken")).expect("the folder of broken files is there");
    let stems = |extension: &'static str| {
        let paths =
            fs::read_dir(folder("broken")).expect("the folder").map(|entry| entry.expect("an entry").path());
        let paths = paths.filter(move |path| path.extension().is_some_and(|found| found == extension));
        paths.map(|path| path.with_extension("")).collect::<BTreeSet<_>>()
    };
    assert_eq!(stems("ron"), stems("expected"));
    assert_eq!(entries.count(), stems("ron").len() * 2, "nothing else lies in the folder");
    assert!(stems("ron").len() >= 30);
}

#[test]
fn a_problem_is_shown_on_one_line_with_its_place() {
    let path = folder("broken").join("syntax-missing-colon.ron");
    let found = problems(&path);
    let [problem] = found.as_slice() else {
        panic!("one problem: {found:?}");
    };
    let shown = problem.show(Lang::En).to_string();
    let place = format!("{}:3:5: ", path.display());
    assert_eq!(shown, format!("{place}a `:` is missing after the name of a field; write `name: value`"));
    let shown = problem.show(Lang::Ja).to_string();
    assert_eq!(shown, format!("{place}項目名のあとに `:` がありません。`項目名: 値` の形で書いてください"));
}

/// Whoever writes a file decides what stands in it; a message must not carry it to the terminal as it is.
#[test]
fn messages_hold_no_character_that_steers_a_terminal() {
    let harmful = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for problem in broken_files().iter().flat_map(|path| problems(path)) {
        for lang in [Lang::Ja, Lang::En] {
            let shown = problem.show(lang).to_string();
            assert!(!shown.contains(harmful), "{shown:?}");
        }
    }
}

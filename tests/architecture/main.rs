//! The house stays in order: who may import whom, every file says what it is, nothing prints behind the screen's back.
//!
//! `ARCHITECTURE.md` tells why; this holds it. The rules read tokens, not lines (see `scan`).

mod scan;

use std::fs;
use std::path::{Path, PathBuf};

use scan::{Token, own_paths, tokens};

/// Every layer, and which others it may import. Lower ones first; nothing lower imports anything higher.
const LAYERS: [(&str, &[&str]); 18] = [
    // The workshop as pure code.
    ("domain", &[]),
    // The drawing kit knows words handed to it, not the workshop.
    ("ui", &[]),
    ("terminal", &[]),
    ("text", &["domain"]),
    ("material", &["domain"]),
    ("store", &["domain"]),
    ("export", &["domain", "text"]),
    ("message", &["domain", "ui"]),
    ("keymap", &["domain", "ui", "message"]),
    ("config", &["domain", "ui", "material", "message", "keymap"]),
    ("screens", &["domain", "ui", "text", "message", "keymap"]),
    ("app", &["domain", "ui", "text", "message", "keymap", "screens"]),
    ("commands_file", &["domain", "text", "material", "store"]),
    ("begin", &["domain", "text", "material", "store"]),
    ("example", &["domain", "text", "material", "store", "begin", "commands_file"]),
    (
        "runtime",
        &[
            "domain",
            "ui",
            "terminal",
            "text",
            "material",
            "store",
            "export",
            "message",
            "keymap",
            "screens",
            "app",
            "commands_file",
            "begin",
            "example",
        ],
    ),
    (
        "cli",
        &[
            "domain",
            "ui",
            "terminal",
            "text",
            "material",
            "store",
            "export",
            "message",
            "keymap",
            "config",
            "screens",
            "app",
            "commands_file",
            "begin",
            "example",
            "runtime",
        ],
    ),
    ("main", &["cli"]),
];

/// Files that may be longer than 400 lines, and why.
const LONG: [(&str, &str); 4] = [
    ("src/domain/event.rs", "one list: everything that can happen, with its documentation"),
    ("src/domain/play.rs", "one state: a round, how events change it and what can be asked of it"),
    ("src/domain/scenario.rs", "one shape: an incident as authors write it"),
    ("src/screens/sheet_view.rs", "one view: a sheet as form and as table"),
];

const LONGEST: usize = 400;

struct File {
    /// From the root of the project, with `/`.
    path: String,
    source: String,
}

impl File {
    /// The modules it stands in: `src/app/update.rs` is `app::update`.
    fn module(&self) -> Vec<String> {
        let inside = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let mut parts: Vec<String> = inside.split('/').map(str::to_owned).collect();
        if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
            parts.pop();
        }
        parts
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files under a folder of the project, in order.
fn files(folder: &str) -> Vec<File> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "{folder} has Rust files");
    found
}

fn collect(folder: &Path, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("a file of the project").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix(root()).expect("inside the project");
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
            let source = fs::read_to_string(&path).expect("a readable file");
            found.push(File { path: parts.join("/"), source });
        }
    }
}

/// Why an import is not in order; `None` when it is.
fn trespass(layer: &str, path: &[String]) -> Option<String> {
    let target = path.first()?;
    let known = LAYERS.iter().find(|(name, _)| *name == layer);
    let Some((_, allowed)) = known else {
        return Some(format!("`{layer}` is no layer: add it to the table and to ARCHITECTURE.md"));
    };
    let fine = target == layer || allowed.contains(&target.as_str());
    (!fine).then(|| format!("`{layer}` imports `{}`", path.join("::")))
}

#[test]
fn every_layer_imports_only_what_lies_below() {
    let mut wrong = Vec::new();
    for file in files("src") {
        let module = file.module();
        let Some(layer) = module.first() else {
            continue;
        };
        // The binary stands outside the library and sees it by name.
        let (here, own_name) =
            if layer == "main" { (&[] as &[String], "kijo") } else { (&module[..], "crate") };
        for path in own_paths(&tokens(&file.source), here, own_name) {
            wrong.extend(trespass(layer, &path).map(|why| format!("{}: {why}", file.path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_layers_goes_only_downwards() {
    for (at, (layer, allowed)) in LAYERS.iter().enumerate() {
        for lower in *allowed {
            let place = LAYERS.iter().position(|(name, _)| name == lower);
            assert!(place.is_some_and(|place| place < at), "`{layer}` may not import `{lower}`");
        }
    }
}

#[test]
fn the_table_has_the_layers_that_there_are() {
    let mut there: Vec<String> =
        files("src").iter().filter_map(|file| file.module().first().cloned()).collect();
    there.dedup();
    there.sort();
    there.dedup();
    let mut listed: Vec<&str> = LAYERS.iter().map(|(name, _)| *name).collect();
    listed.sort_unstable();
    assert_eq!(there, listed);
}

#[test]
fn a_forbidden_import_would_be_seen() {
    let path = |text: &str| -> Vec<String> { text.split("::").map(str::to_owned).collect() };
    assert_eq!(trespass("domain", &path("domain::id::Slug")), None);
    assert!(trespass("domain", &path("text::catalog")).is_some());
    assert!(trespass("screens", &path("app::update")).is_some());
    assert!(trespass("store", &path("*")).is_some());
    assert!(trespass("helpers", &path("domain")).is_some());
}

/// All Rust code of the project.
fn everything() -> impl Iterator<Item = File> {
    ["src", "tests", "benches"].into_iter().flat_map(files)
}

#[test]
fn every_file_says_first_what_it_is() {
    let silent: Vec<String> =
        everything().filter(|file| !file.source.starts_with("//! ")).map(|file| file.path).collect();
    assert_eq!(silent, [] as [&str; 0]);
}

/// Where a macro of this name is called.
fn calls(tokens: &[Token], name: &str) -> bool {
    tokens.windows(2).any(|pair| pair[0].is_word(name) && pair[1].is_sign('!'))
}

#[test]
fn nothing_prints_behind_the_writers_back_and_nothing_is_left_to_do() {
    let banned = ["print", "println", "eprint", "eprintln", "dbg", "todo", "unimplemented"];
    let mut wrong = Vec::new();
    for file in files("src") {
        let tokens = tokens(&file.source);
        let found = banned.iter().filter(|name| calls(&tokens, name));
        wrong.extend(found.map(|name| format!("{}: {name}!", file.path)));
    }
    assert_eq!(wrong, [] as [&str; 0]);
}

#[test]
fn exceptions_from_lints_are_expected_with_a_reason() {
    let allows =
        |tokens: &[Token]| tokens.windows(2).any(|pair| pair[0].is_word("allow") && pair[1].is_sign('('));
    let wrong: Vec<String> =
        everything().filter(|file| allows(&tokens(&file.source))).map(|file| file.path).collect();
    assert_eq!(wrong, [] as [&str; 0], "use #[expect(lint, reason = \"…\")]");
}

#[test]
fn files_are_short_enough_to_be_read() {
    let long: Vec<String> = files("src")
        .into_iter()
        .filter(|file| file.source.lines().count() > LONGEST)
        .map(|file| file.path)
        .filter(|path| LONG.iter().all(|(listed, _)| listed != path))
        .collect();
    assert_eq!(long, [] as [&str; 0], "part them, or say here why they are one thing");
}

#[test]
fn half_of_all_files_have_at_most_150_lines() {
    let mut lines: Vec<usize> = files("src").iter().map(|file| file.source.lines().count()).collect();
    lines.sort_unstable();
    assert!(lines[lines.len() / 2] <= 150, "the median is {}", lines[lines.len() / 2]);
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).expect("a file of the project")
}

/// The names under a heading of Cargo.toml.
fn listed(manifest: &str, heading: &str) -> Vec<String> {
    let section = manifest.lines().skip_while(|line| *line != heading).skip(1);
    let entries = section.take_while(|line| !line.starts_with('['));
    entries.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())).collect()
}

#[test]
fn every_layer_and_every_dependency_has_its_line_in_the_book_of_the_house() {
    let (manifest, book) = (read("Cargo.toml"), read("ARCHITECTURE.md"));
    let crates = [listed(&manifest, "[dependencies]"), listed(&manifest, "[dev-dependencies]")].concat();
    assert!(crates.len() > 20, "the manifest was understood");
    let layers = LAYERS.iter().map(|(name, _)| (*name).to_owned());
    let missing: Vec<String> =
        crates.into_iter().chain(layers).filter(|name| !book.contains(&format!("`{name}`"))).collect();
    assert_eq!(missing, [] as [&str; 0]);
}

#[test]
fn every_dependency_is_used() {
    let code: Vec<Vec<Token>> = everything().map(|file| tokens(&file.source)).collect();
    let unused: Vec<String> = listed(&read("Cargo.toml"), "[dependencies]")
        .into_iter()
        .filter(|name| {
            let word = name.replace('-', "_");
            !code.iter().flatten().any(|token| token.is_word(&word))
        })
        .collect();
    assert_eq!(unused, [] as [&str; 0]);
}

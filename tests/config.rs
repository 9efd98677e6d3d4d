//! The configuration file. Of the files under `tests/config`, those with expectations beside them are broken: all of
//! their problems are told, in both languages, each at its line and column, and nothing else.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use kijo::config::{self, Config};
use kijo::domain::words::Lang;
use kijo::keymap::{BINDINGS, Context};
use kijo::material::problem::Problem;
use kijo::message::Action;
use kijo::ui::theme::Theme;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/config")
}

fn parse(text: &str) -> Result<Config, Vec<Problem>> {
    config::parse(Path::new("config.ron"), text.as_bytes().to_vec())
}

fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).expect("the folder").map(|entry| entry.expect("an entry").path());
    entries.filter(|path| path.extension().is_some_and(|ending| ending == "ron")).collect()
}

fn told(problems: &[Problem]) -> String {
    let mut told = String::new();
    for problem in problems {
        let (line, column) = (problem.line, problem.column);
        let in_lang = |lang| (problem.what(lang), problem.remedy(lang));
        let ((en, en_remedy), (ja, ja_remedy)) = (in_lang(Lang::En), in_lang(Lang::Ja));
        writeln!(told, "{line}:{column}: {en}; {en_remedy}\n    {ja}。{ja_remedy}").expect("a string");
    }
    told
}

#[test]
fn every_broken_file_tells_what_stands_beside_it() {
    let mut wrong = String::new();
    for path in files().into_iter().filter(|path| !path.ends_with("whole.ron")) {
        let expected = fs::read_to_string(path.with_extension("expected")).unwrap_or_default();
        let found = told(&config::read(&path).expect_err("it is broken"));
        if expected != found {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            write!(wrong, "\n== {name} should tell ==\n{expected}== but tells ==\n{found}")
                .expect("a string");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn everything_can_be_configured() {
    let config = config::read(&folder().join("whole.ron")).expect("nothing is wrong");
    assert_eq!((config.theme, config.lang), (Some(Theme::HighContrast), Some(Lang::En)));
    assert!(config.ascii && config.contributions);
    assert_eq!(config.turn_minutes, Some(10));
    let key = |context, action| config.keymap.key_for(context, action);
    assert_eq!(key(Context::Sheet, Action::Help).as_deref(), Some("Ctrl+V"));
    assert_eq!(key(Context::Sheet, Action::AddRow).as_deref(), Some("Ctrl+D"));
    assert_eq!(key(Context::Sheet, Action::RemoveRow), None);
    assert_eq!(key(Context::Console, Action::Skip).as_deref(), Some("Ctrl+D"));
    assert_eq!(key(Context::Console, Action::BreakOff).as_deref(), Some("Alt+Up"));
    assert_eq!(key(Context::Sheet, Action::BreakOff), None);
}

#[test]
fn everything_may_be_left_out() {
    for text in ["", "// not yet\n", "Config", "Config()", "Config(format: 1)", "Config(keys: [])"] {
        let config = parse(text).unwrap_or_else(|problems| panic!("{text}: {}", told(&problems)));
        assert_eq!((config.theme, config.lang, config.turn_minutes), (None, None, None));
        assert!(!config.ascii && !config.contributions);
        assert_eq!(config.keymap.bindings(), BINDINGS);
    }
}

#[test]
fn every_action_but_those_that_move_takes_another_key() {
    for action in Action::ALL.iter().filter(|action| !action.moves()) {
        let text = format!("Config(keys: [(at: Everywhere, key: \"Alt+F5\", does: {})])", action.name());
        let config = parse(&text).unwrap_or_else(|problems| panic!("{}", told(&problems)));
        let key = config.keymap.key_for(Context::Everywhere, *action);
        assert_eq!(key.as_deref(), Some("Alt+F5"), "{action:?}");
    }
}

#[test]
fn a_name_like_no_action_is_told_all_there_are() {
    let problems =
        parse("Config(keys: [(at: Sheet, key: \"Ctrl+V\", does: Zzz)])").expect_err("it is broken");
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    for lang in [Lang::Ja, Lang::En] {
        let remedy = problem.remedy(lang);
        let all = Action::ALL.iter().filter(|action| !action.moves());
        assert!(all.clone().all(|action| remedy.contains(action.name())), "{remedy}");
    }
}

#[test]
fn a_configuration_is_known_by_its_beginning_or_else_by_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let is_one = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("the file");
        config::is_one(&path)
    };
    assert!(is_one("mine.ron", "// mine\nConfig(format: 1)"));
    assert!(is_one("config.ron", "Confg(format: 1)"));
    assert!(is_one("config.ron", "Config(format: 1"));
    assert!(!is_one("config.ron", "Factors(format: 1, id: \"a\", factors: [])"));
    assert!(!is_one("factors.ron", "Factors(format: 1, id: \"a\", factors: [])"));
}

#[test]
fn the_readmes_example_is_one() {
    let readme = include_str!("../README.md");
    let example = readme.split_once("```ron\n").and_then(|(_, rest)| rest.split_once("```"));
    let (example, _) = example.expect("the README has one");
    let config = parse(example).unwrap_or_else(|problems| panic!("{}", told(&problems)));
    assert_eq!(config.keymap.key_for(Context::Everywhere, Action::Palette).as_deref(), Some("F11"));
}

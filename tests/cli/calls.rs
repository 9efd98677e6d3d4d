//! The command line as scripts and people meet it: what it prints, where, and with which exit status.

use crate::room::Room;

const VERBS: [&str; 13] = [
    "new",
    "new-material",
    "open",
    "console",
    "review",
    "check",
    "log",
    "apply",
    "report",
    "diff",
    "example",
    "completions",
    "man",
];

#[test]
fn every_verb_explains_itself_in_both_languages() {
    let room = Room::new();
    for verb in VERBS {
        let ja = room.kijo(&["--lang", "ja", verb, "--help"]);
        assert_eq!(ja.status, 0, "{verb}");
        assert!(ja.out.contains("使い方: kijo"), "{}", ja.out);
        assert!(ja.out.contains(&format!("例:\n  kijo {verb}")), "{}", ja.out);
        assert!(!ja.out.contains("Print help"), "{}", ja.out);
        let en = room.kijo(&[verb, "--help", "--lang=en"]);
        assert_eq!(en.status, 0, "{verb}");
        assert!(en.out.contains("Usage: kijo"), "{}", en.out);
        assert!(en.out.contains(&format!("Examples:\n  kijo {verb}")), "{}", en.out);
        assert!(en.out.is_ascii() || verb == "apply", "{}", en.out);
    }
    assert_eq!(room.kijo(&["-h"]).status, 0);
    assert!(room.kijo(&["--version"]).out.starts_with("kijo "));
}

#[test]
fn arguments_are_explained_in_the_order_they_are_given() {
    let help = Room::new().kijo(&["apply", "-h"]).out;
    let at = |text| help.find(text).expect("both are there");
    assert!(at("<FILE>  ") < at("<COMMANDS>  "), "{help}");
}

#[test]
fn the_language_is_asked_for_or_the_locales_or_japanese() {
    let room = Room::new();
    let says = |name: &str, value: &str| room.with(&[(name, value)], &["-h"]).out;
    assert!(says("LANG", "en_US.UTF-8").contains("Usage:"));
    assert!(says("LC_ALL", "en_GB.UTF-8").contains("Usage:"));
    for doubtful in ["ja_JP.UTF-8", "C", "", "fr_FR.UTF-8"] {
        assert!(says("LANG", doubtful).contains("使い方"), "{doubtful}");
    }
    let both = room.with(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "ja_JP.UTF-8")], &["-h"]);
    assert!(both.out.contains("使い方"));
    let asked = room.with(&[("LC_ALL", "ja_JP.UTF-8")], &["-h", "--lang", "en"]);
    assert!(asked.out.contains("Usage:"));
}

#[test]
fn the_configuration_is_read_where_it_lies_or_where_one_says() {
    let room = Room::new();
    let own = ".config/kijo/config.ron";
    let speaks_english = |arguments: &[&str]| room.kijo(arguments).out.contains("Usage:");
    room.write("own.ron", "Config(lang: \"en\")");
    assert!(!speaks_english(&["-h"]));
    assert!(speaks_english(&["-h", "--config", "own.ron"]) && speaks_english(&["--config=own.ron", "-h"]));
    room.write(own, "Config(lang: \"en\")");
    assert!(speaks_english(&["-h"]));
    assert!(!speaks_english(&["-h", "--lang", "ja"]), "options go before it");
    assert!(
        room.with(&[("LANG", "ja_JP.UTF-8")], &["-h"]).out.contains("Usage:"),
        "it goes before the locale"
    );
    room.write("config/kijo/config.ron", "Config(lang: \"ja\")");
    let elsewhere = room.path("config").display().to_string();
    assert!(room.with(&[("XDG_CONFIG_HOME", &elsewhere)], &["-h"]).out.contains("使い方"));
}

#[test]
fn a_broken_configuration_starts_nothing() {
    let room = Room::new();
    room.write("my.ron", "Config(\n  thme: Dark,\n  keys: [(at: Sheet, key: \"F7\", does: AddRow)],\n)");
    let told = room.kijo(&["--lang", "en", "--config", "my.ron", "new", "w.kijo"]);
    assert_eq!((told.status, told.out.as_str()), (2, ""));
    let lines: Vec<&str> = told.err.lines().collect();
    assert!(
        lines.len() == 2 && lines[0].starts_with("my.ron:2:3: ") && lines[1].starts_with("my.ron:3:27: "),
        "{lines:?}"
    );
    assert!(!room.path("w.kijo").exists());
    let told = room.kijo(&["--config", "my.ron", "new", "w.kijo"]);
    assert!(told.err.starts_with("my.ron:2:3: 項目 `thme` はありません。"), "{}", told.err);
    let told = room.kijo(&["--lang", "en", "--config", "none.ron", "new", "w.kijo"]);
    assert!(told.status == 2 && told.err.starts_with("none.ron:1:1: "), "{}", told.err);

    let checked = room.kijo(&["--lang", "en", "--config", "my.ron", "check", "my.ron"]);
    assert_eq!(checked.status, 1, "it can still be checked");
    assert!(checked.out.starts_with("my.ron:2:3: there is no field `thme`; "), "{}", checked.out);
    assert_eq!(room.kijo(&["--config", "my.ron", "-h"]).status, 0, "and help is there");
    room.write("good.ron", "Config()");
    assert_eq!(room.kijo(&["check", "good.ron"]).status, 0);
}

#[test]
fn a_broken_configuration_nobody_named_is_told_and_not_used() {
    let room = Room::new();
    room.write(".config/kijo/config.ron", "Config(\n  lang: \"en\",\n  thme: Dark,\n)");
    let made = room.kijo(&["new", "w.kijo"]);
    assert_eq!(made.status, 0, "{}", made.err);
    assert!(made.err.contains("config.ron:3:3: 項目 `thme` はありません。"), "{}", made.err);
    assert!(room.path("w.kijo").exists());
}

#[test]
fn wrong_use_is_told_with_a_mend() {
    let room = Room::new();
    for (arguments, ja, en) in [
        (&["nwe"][..], "「nwe」という命令はありません。", "unrecognized subcommand 'nwe'"),
        (&["new"], "引数が足りません：<FILE>", "required arguments"),
        (&["new", "--groups", "9", "x"], "--groups <N> に「9」は使えません。", "9 is not in 1..=8"),
        (&["--theme", "pink"], "使える値：dark、light、", "possible values: dark, light"),
        (&["--colour"], "「--colour」という引数はありません。", "unexpected argument '--colour'"),
    ] {
        let told = room.kijo(arguments);
        assert_eq!((told.status, told.out.as_str()), (2, ""), "{arguments:?}");
        assert!(told.err.contains(ja), "{}", told.err);
        let told = room.kijo(&[&["--lang", "en"], arguments].concat());
        assert_eq!(told.status, 2);
        assert!(told.err.contains(en), "{}", told.err);
    }
}

#[test]
fn a_screen_needs_a_terminal_and_says_so() {
    let room = Room::new();
    room.kijo(&["new", "w.kijo"]);
    for arguments in [&[][..], &["open", "w.kijo"], &["console", "w.kijo"], &["review", "w.kijo"]] {
        let told = room.kijo(arguments);
        assert_eq!(told.status, 2, "{arguments:?}");
        assert!(told.err.starts_with("端末がありません"), "{}", told.err);
        let told = room.kijo(&[&["--lang", "en"], arguments].concat());
        assert!(told.err.starts_with("there is no terminal"), "{}", told.err);
    }
    let told = room.kijo(&["open", "w.kijo", "--group", "2"]);
    assert!(told.err.contains("グループ2はこのワークショップにありません"), "{}", told.err);
    let told = room.kijo(&["--lang", "en", "open", "nowhere.kijo"]);
    assert_eq!(told.status, 2);
    assert!(told.err.starts_with("nowhere.kijo: not found."), "{}", told.err);
}

#[test]
fn a_new_workshop_says_where_it_is_and_what_comes_next() {
    let room = Room::new();
    let told =
        room.kijo(&["--lang", "en", "new", "--title", "Exercise", "--seed", "7", "--groups", "2", "w.kijo"]);
    assert_eq!((told.status, told.err.as_str()), (0, ""));
    assert!(told.out.starts_with("Workshop made: "), "{}", told.out);
    assert!(told.out.contains("kijo open ") && told.out.contains("kijo console "));
    let begun = &room.log("w.kijo")[0];
    assert_eq!(begun["kind"], "WorkshopCreated");
    assert_eq!(begun["body"]["title"], "Exercise");
    assert_eq!(begun["body"]["seed"], 7);
    assert_eq!(begun["body"]["groups"], 2);
    assert_eq!(begun["body"]["facilitation"], "Console");

    let again = room.kijo(&["new", "w.kijo"]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("上書きはしません"), "{}", again.err);
}

#[test]
fn a_new_workshop_prepares_what_is_named() {
    let room = Room::new();
    let told = room.kijo(&[
        "new",
        "--scenario",
        "web-exposure",
        "--second",
        "targeted-attack",
        "--automatic",
        "w.kijo",
    ]);
    assert_eq!(told.status, 0, "{}", told.err);
    assert!(!told.out.contains("console"), "nobody facilitates: {}", told.out);
    let begun = &room.log("w.kijo")[0]["body"];
    assert_eq!(begun["scenarios"], serde_json::json!(["web-exposure", "targeted-attack"]));
    assert_eq!(begun["facilitation"], "Automatic");

    let told = room.kijo(&["--lang", "en", "new", "--fact-sheet", "mine", "x.kijo"]);
    assert_eq!(told.status, 2);
    assert!(told.err.starts_with("--fact-sheet: the library has no \"mine\".\nIt has: "), "{}", told.err);
    assert!(!room.path("x.kijo").exists());
}

#[test]
fn titles_and_names_never_steer_the_terminal() {
    let room = Room::new();
    room.kijo(&["new", "--title", "a\u{1b}]0;owned\u{7}b\u{202e}c", "w.kijo"]);
    let log = room.kijo(&["log", "w.kijo"]);
    assert!(log.out.contains("「abc」"), "{}", log.out);
    let told = room.kijo(&["check", "a\u{1b}[2J.ron"]);
    assert_eq!(told.status, 2);
    assert!(told.err.contains("a<1B>[2J.ron") && !told.err.contains('\u{1b}'), "{:?}", told.err);
}

#[test]
fn a_library_with_problems_is_not_used_and_told() {
    let room = Room::new();
    room.write("mine/broken.ron", "Scenario(format: 1, id: \"x\"");
    let told = room.kijo(&["--lang", "en", "--library", "mine", "new", "w.kijo"]);
    assert_eq!(told.status, 2);
    assert!(told.err.starts_with("mine/broken.ron:1:"), "{}", told.err);
    room.write("data/kijo/library/also.ron", "Scenario(");
    let told = room.kijo(&["new", "w.kijo"]);
    assert!(told.err.contains("kijo/library/also.ron:1:"), "{}", told.err);
}

#[test]
fn shells_and_man_get_theirs() {
    let room = Room::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let told = room.kijo(&["completions", shell]);
        assert_eq!(told.status, 0, "{shell}");
        assert!(told.out.contains("fact-sheet"), "{shell}");
    }
    assert!(room.kijo(&["man"]).out.contains(".TH kijo 1"));
    assert_eq!(room.kijo(&["man", "--out", "man1"]).status, 0);
    for verb in VERBS {
        assert!(room.path(&format!("man1/kijo-{verb}.1")).exists(), "{verb}");
    }
}

#[cfg(unix)]
#[test]
fn files_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    let told = room.shell("umask 000; \"$KIJO\" new w.kijo && \"$KIJO\" report --out r.md w.kijo");
    assert_eq!(told.status, 0, "{}", told.err);
    for file in ["w.kijo", "r.md"] {
        let mode = std::fs::metadata(room.path(file)).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let room = Room::new();
    room.kijo(&["new", "w.kijo"]);
    let note = "(by: \"facilitator\", do: TakeNote(id: \"n\", text: \"長い一日の控え\")),\n";
    room.apply("w.kijo", &note.repeat(800));
    let told = room.shell("\"$KIJO\" log --json w.kijo | head -1; \"$KIJO\" log w.kijo | head -1");
    assert_eq!((told.status, told.err.as_str()), (0, ""));
    assert_eq!(told.out.lines().count(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_not_a_panic() {
    let room = Room::new();
    room.kijo(&["new", "w.kijo"]);
    for call in ["log w.kijo", "report w.kijo", "--help", "completions bash"] {
        let told = room.shell(&format!("\"$KIJO\" --lang en {call} > /dev/full"));
        assert_eq!(told.status, 2, "{call}");
        assert!(told.err.starts_with("the output cannot be written ("), "{}", told.err);
    }
}

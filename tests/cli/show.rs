//! `kijo show`: lists, whole pieces, and JSON that machines can rely on.

use serde_json::Value as Json;

use super::room::Room;

fn json(room: &Room, arguments: &[&str]) -> Vec<Json> {
    let told = room.kijo(arguments);
    assert_eq!(told.status, 0, "{arguments:?}: {}", told.err);
    serde_json::from_str(&told.out).expect("an array")
}

const KINDS: [&str; 17] = [
    "scenarios",
    "fact-sheets",
    "stakeholders",
    "factors",
    "requests",
    "policies",
    "introduction",
    "phases",
    "processes",
    "record-items",
    "csirt",
    "planning",
    "attack-stages",
    "deadlines",
    "glossary",
    "closing",
    "parameters",
];

#[test]
fn every_kind_is_told_in_words_in_both_languages() {
    let room = Room::new();
    let overview = room.kijo(&["show"]);
    for kind in KINDS {
        assert!(overview.out.contains(kind), "{kind}: {}", overview.out);
        for lang in ["ja", "en"] {
            let told = room.kijo(&["--lang", lang, "show", kind]);
            assert_eq!(told.status, 0, "{kind}: {}", told.err);
            let mark = if lang == "ja" { "【訓練】" } else { "EXERCISE" };
            assert!(told.out.starts_with(mark) && told.out.lines().count() > 6, "{kind}: {}", told.out);
        }
    }
}

#[test]
fn machines_get_an_array_of_objects_with_ids_and_texts_in_both_languages() {
    let room = Room::new();
    for kind in KINDS {
        let all = json(&room, &["show", kind, "--json"]);
        assert!(!all.is_empty(), "{kind}");
        for one in &all {
            assert!(one["id"].is_string(), "{kind}: {one}");
        }
    }
    let scenarios = json(&room, &["show", "scenarios", "--json"]);
    assert_eq!(scenarios[2]["id"], "web-exposure");
    assert!(scenarios[2]["title"]["ja"].is_string() && scenarios[2]["title"]["en"].is_string());
    assert_eq!(scenarios[2]["origin"], "embedded");
    let overview = json(&room, &["show", "--json"]);
    assert_eq!(overview[0]["count"], 8);
}

#[test]
fn an_incident_is_told_in_full_with_its_parameters_set() {
    let room = Room::new();
    let show = ["--lang", "en", "show", "scenarios", "web-exposure", "--set", "records=50"];
    let few = room.kijo(&[&show[..], &["--set", "cards=no"]].concat());
    assert_eq!(few.status, 0, "{}", few.err);
    assert!(few.out.contains("50 people") && !few.out.contains("5,000,000 people:"), "{}", few.out);
    let cards = room.kijo(&[&show[..], &["--set", "cards=yes", "--format", "markdown"]].concat());
    assert!(cards.out.contains("# EXERCISE") && cards.out != few.out);
    let elsewhere = room.kijo(&[&show[..], &["--fact-sheet", "example-retail"]].concat());
    assert!(elsewhere.out.contains("tsugumino.example.jp"), "the organisation speaks in the texts");
}

#[test]
fn requests_are_answered_by_each_fact_sheet() {
    let room = Room::new();
    let all = json(&room, &["show", "requests", "targeted-attack", "--json"]);
    let proxy = all.iter().find(|one| one["need"]["row"] == "proxy").expect("the proxy is asked for");
    assert!(proxy["answers"]["example-manufacturing"]["Partial"].is_array(), "{proxy}");
    let one = room.kijo(&["show", "requests", "targeted-attack", "--fact-sheet", "example-retail"]);
    assert!(one.out.contains("つぐみ野") && !one.out.contains("相模野"), "{}", one.out);
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    let room = Room::new();
    let cases = [
        (&["show", "scenarios", "web"][..], "web-exposure"),
        (&["show", "scenarios", "web-exposure", "--set", "people=5"], "records"),
        (&["show", "scenarios", "web-exposure", "--set", "records=0"], "records"),
        (&["show", "scenarios", "web-exposure", "--set", "cards=maybe"], "yes"),
        (&["show", "glossary", "csirt"], "glossary"),
        (&["show", "requests", "--fact-sheet", "mine"], "example-retail"),
        (&["show", "fact-sheet"], "fact-sheets"),
    ];
    for (arguments, hint) in cases {
        let told = room.kijo(&[&["--lang", "en"], arguments].concat());
        assert_eq!(told.status, 2, "{arguments:?}");
        assert!(told.err.contains(hint) && told.out.is_empty(), "{arguments:?}: {}", told.err);
    }
}

#[test]
fn a_folder_of_ones_own_adds_and_overrides_and_the_list_says_so() {
    let room = Room::new();
    let factor = |id: &str, title: &str| {
        format!(
            "Factors(format: 1, factors: [(id: \"{id}\", title: \"{title}\", story: \"話\", observe: \"見る\", strikes: AtStart, effects: [Leaks])])"
        )
    };
    room.write("mine/own.ron", &factor("c-20", "停電"));
    room.write("mine/other.ron", &factor("c-04", "別の記者"));
    let listed = room.kijo(&["--library", "mine", "show", "factors"]);
    let line = |id: &str| listed.out.lines().find(|line| line.starts_with(id)).unwrap_or_default().to_owned();
    assert!(line("c-20").contains("停電") && line("c-20").ends_with("mine/own.ron"), "{}", listed.out);
    assert!(line("c-04").contains("別の記者") && line("c-04").ends_with("mine/other.ron"), "{}", listed.out);
    assert!(line("c-05").ends_with("付属"), "{}", listed.out);
    let all = json(&room, &["--library", "mine", "show", "factors", "c-20", "--json"]);
    assert_eq!(all[0]["origin"], "mine/own.ron");
}

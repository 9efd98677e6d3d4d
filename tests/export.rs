//! Reports and differences: who may see what, hostile texts, both languages.

mod support;

use kijo::domain::command::Command;
use kijo::domain::comparison::{Pair, compare};
use kijo::domain::event::{Round, Step};
use kijo::domain::fact_sheet::LogKind;
use kijo::domain::gaps::{Flag, Gap};
use kijo::domain::id::{EntryId, Minute, RowId, slug};
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::words::Lang;
use kijo::export::document::{Block, Document};
use kijo::export::report::{Edition, build};
use kijo::export::{diff, markdown, plain};
use kijo::text::{gap, place, value};
use proptest::prelude::*;
use support::{Story, begun, choice, environment, response, several, text};

fn report(story: &Story, lang: Lang, edition: Edition) -> String {
    markdown::write(&build(&story.view(), lang, edition, "abcdef-42"))
}

/// Round one with something in every corner that some reader must not see, and something that all may.
fn played() -> Story {
    let mut story = begun();
    story.choose(Round::One, "leak");
    let at = Some(Round::One);
    story.respond(Round::One, "row", &[("action", text("回線を切る")), ("rule", several(&["escalation"]))]);
    story.add(Artefact::Agenda, at, "speakers", "speaker");
    let speaker = |field: &str| Cell::row(Artefact::Agenda, at, &RowId::from("speaker"), field);
    story.write(speaker("speaker-name"), text("田中"));
    story.write(speaker("speaker-role"), text("役割は盾になること"));
    let item = |row: &str, field: &str| Cell::row(Artefact::Report, at, &RowId::from(row), field);
    story.write(item("summary", "content"), text("概要は公表する"));
    story.write(item("cause", "content"), text("原因は言わない"));
    story.write(item("cause", "certainty"), choice("withheld"));
    story.question(Round::One, "q1", "いつ知ったのですか", "answered");
    story.by("sato");
    for request in ["answered", "open"] {
        story.command(Command::AskLog {
            round: Round::One,
            request: EntryId::from(request),
            row: slug("proxy"),
            log: LogKind::Access,
        });
    }
    story.by("facilitator");
    story.command(Command::AnswerLog {
        round: Round::One,
        request: EntryId::from("answered"),
        overrule: Some(kijo::domain::command::Overrule {
            text: "先週分だけあります".into(),
            note: "時間短縮のため".into(),
        }),
    });
    for inject in ["trend", "call"] {
        story.command(Command::GiveInject { round: Round::One, inject: slug(inject), text: None });
    }
    story.command(Command::Tick { round: Round::One, action: slug("preserve"), done: true });
    story.command(Command::PutFactor { round: Round::One, factor: slug("c-01"), draw: None });
    story.command(Command::TakeNote { id: EntryId::from("note"), text: "議論が止まった".into() });
    story.by("sato");
    story
}

#[test]
fn the_participants_edition_has_nothing_of_the_facilitators() {
    let story = played();
    let shown = report(&story, Lang::Ja, Edition::Participant);
    for secret in [
        "真相",
        "期待",
        "観察",
        "証拠を保全する",
        "議論が止まった",
        "時間短縮のため",
        "経営者不在",
        "ここに現れないものがあります",
    ] {
        assert!(!shown.contains(secret), "{secret} in\n{shown}");
    }
    for known in ["回線を切る", "先週分だけあります", "回答待ち", "役割は盾になること", "原因は言わない"]
    {
        assert!(shown.contains(known), "{known} not in\n{shown}");
    }
}

#[test]
fn the_facilitators_edition_adds_ticks_notes_and_reasons() {
    let shown = report(&played(), Lang::Ja, Edition::Facilitator);
    for known in
        ["証拠を保全する", "議論が止まった", "時間短縮のため", "経営者不在", "ここに現れないものがあります"]
    {
        assert!(shown.contains(known), "{known} not in\n{shown}");
    }
}

#[test]
fn the_press_edition_gives_away_only_what_the_conference_does() {
    let shown = report(&played(), Lang::Ja, Edition::Press);
    for secret in [
        "役割は盾になること",
        "会見での役割",
        "想定問答",
        "回線を切る",
        "原因は言わない",
        "佐藤",
        "先週分だけあります",
        "call",
        "通知・報告義務",
        "未記入",
    ] {
        assert!(!shown.contains(secret), "{secret} in\n{shown}");
    }
    for known in ["田中", "概要は公表する", "非開示", "いつ知ったのですか", "trend"] {
        assert!(shown.contains(known), "{known} not in\n{shown}");
    }
}

#[test]
fn no_edition_for_the_press_shows_an_inside_field() {
    use kijo::domain::sheet::SeenBy;
    let document = build(&played().view(), Lang::Ja, Edition::Press, "");
    let heads = document.blocks.iter().flat_map(|block| match block {
        Block::Table { head, .. } => head.clone(),
        Block::Definitions(entries) => entries.iter().map(|(name, _)| name.clone()).collect(),
        _ => Vec::new(),
    });
    let heads: Vec<String> = heads.map(|text| text.as_str().to_owned()).collect();
    let fields: Vec<_> = Artefact::ALL
        .iter()
        .flat_map(|artefact| artefact.sheet().sections)
        .flat_map(|section| section.fields)
        .collect();
    // The press record has an open field of the same name as the prepared answer.
    let open = |label: &str| {
        let mut same = fields.iter().filter(|field| field.label.ja == label);
        same.any(|field| field.seen_by == SeenBy::Everybody)
    };
    let inside = fields.iter().filter(|field| field.seen_by == SeenBy::Inside);
    for field in inside.filter(|field| !open(field.label.ja)) {
        assert!(!heads.contains(&field.label.ja.to_owned()), "{}", field.key);
    }
}

#[test]
fn every_section_and_both_ends_are_marked_as_an_exercise() {
    for (lang, mark) in [(Lang::Ja, "【訓練】"), (Lang::En, "EXERCISE")] {
        let document = build(&played().view(), lang, Edition::Participant, "");
        let is_mark =
            |block: Option<&Block>| matches!(block, Some(Block::Mark(text)) if text.as_str().contains(mark));
        assert!(is_mark(document.blocks.first()) && is_mark(document.blocks.last()));
        for block in &document.blocks {
            if let Block::Heading(..=2, text) = block {
                assert!(text.as_str().starts_with(mark), "{}", text.as_str());
            }
        }
    }
}

#[test]
fn a_report_speaks_the_language_it_was_asked_for() {
    let story = played();
    let (ja, en) =
        (report(&story, Lang::Ja, Edition::Participant), report(&story, Lang::En, Edition::Participant));
    assert!(ja.contains("### インシデント対応表"));
    assert!(ja.contains("未記入") && ja.contains("5,000件") && ja.contains("T＋0分"));
    assert!(en.contains("### Response table") && en.contains("Not filled in"));
    assert!(en.contains("5,000 records") && en.contains("T+0 min"));
    assert!(en.contains("Head of the log: abcdef-42"));
    assert!(!en.contains("未記入"));
}

/// A review with a reason that differs from the cell's own, and a second round.
fn reviewed() -> Story {
    let mut story = played();
    story.enter(Step::Review).because("保存が短すぎた").by("suzuki");
    let days = environment(Artefact::FactSheet, "proxy", "log-days");
    let base = story.view().revision(&days).map(|head| head.id.clone());
    story.command(Command::Revise {
        cell: days,
        base,
        value: Value::Number(90),
        reason: Some("費用の見積りが出た".into()),
    });
    story.write(response(Round::One, "row", "decision-owner"), several(&["executive"]));
    story.choose(Round::Two, "spam");
    story
}

#[test]
fn the_review_shows_before_after_reason_and_author() {
    let shown = plain::write(&build(&reviewed().view(), Lang::Ja, Edition::Participant, ""));
    for known in [
        "変更理由：保存が短すぎた",
        "[-30-]",
        "{+90+}",
        "費用の見積りが出た",
        "鈴木",
        "2026年11月21日（土）",
        "JST",
    ] {
        assert!(shown.contains(known), "{known} not in\n{shown}");
    }
}

#[test]
fn the_comparison_stands_in_the_report_without_a_total() {
    let shown = plain::write(&build(&reviewed().view(), Lang::Ja, Edition::Participant, ""));
    assert!(shown.contains("M2 判断の責任者がない行"), "{shown}");
    assert!(shown.contains("見直したファクトシートの行"), "{shown}");
    assert!(!shown.contains("総合"), "{shown}");
}

#[test]
fn a_difference_for_machines_names_cell_reason_author_and_mark() {
    let story = reviewed();
    let comparison = compare(&story.view(), Pair::Review);
    let json = diff::json(&story.view(), &comparison, Lang::Ja);
    let entries: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let find = |field: &str| {
        let entries = entries.as_array().expect("it is an array");
        entries.iter().find(|entry| entry["field"] == field).expect("it differs").clone()
    };
    let days = find("log-days");
    assert_eq!(days["artefact"], "fact-sheet");
    assert_eq!(days["row"], "proxy");
    assert_eq!(days["label"]["ja"], "保存日数");
    assert_eq!(days["label"]["en"], "Days kept");
    assert_eq!((&days["before"], &days["after"]), (&"30".into(), &"90".into()));
    assert_eq!(days["reason"], "保存が短すぎた：費用の見積りが出た");
    assert_eq!(days["author"], "鈴木");
    assert!(days["at"].as_str().is_some_and(|at| at.ends_with("+09:00")));
    assert_eq!(days["mark"], serde_json::Value::Null);
    let owner = find("decision-owner");
    assert_eq!((&owner["after"], &owner["mark"]), (&"経営者".into(), &"fixed".into()));
}

#[test]
fn a_difference_for_people_says_both_sides_and_why() {
    let story = reviewed();
    let comparison = compare(&story.view(), Pair::Review);
    let document = diff::document(&story.view(), &comparison, Lang::Ja);
    let shown = markdown::write(&document);
    assert!(shown.contains("| 保存日数 | <del>30</del> | <ins>90</ins> |"), "{shown}");
    assert!(shown.contains("保存が短すぎた"), "{shown}");
    assert!(shown.contains("<strong>解消</strong>"), "{shown}");
}

#[test]
fn gaps_and_places_are_told_in_words() {
    let mut story = begun();
    story.choose(Round::One, "leak");
    story.respond(Round::One, "row", &[("situation", text("外部から通報"))]);
    let view = story.view();
    let owner = response(Round::One, "row", "decision-owner");
    assert_eq!(
        place::cell(&view, &owner, Lang::Ja),
        "第一インシデント：インシデント対応表／No.1「外部から通報」：判断の責任者"
    );
    assert_eq!(
        gap::gap(&view, &Gap::Empty(owner), Lang::Ja),
        "No.1「外部から通報」：判断の責任者：未記入です"
    );
    let silent = Flag::Unreachable(slug("executive"));
    assert_eq!(gap::flag(&view, &silent, Lang::Ja), "経営者：連絡がつきません。代行者が未定です");
    let (_, time) = Artefact::ResponseTable.sheet().field("time").expect("it has one");
    assert_eq!(value::shown(&view, time, &Value::Minute(Minute(150)), Lang::En), "T+2 h 30 min");
    let (_, people) = Artefact::ResponseTable.sheet().field("action-owner").expect("it has one");
    let both = several(&["csirt", "pr"]);
    assert_eq!(value::shown(&view, people, &both, Lang::Ja), "CSIRT、広報");
}

/// The same report with a hostile text wherever people type.
fn hostile(typed: &str) -> Document {
    let mut story = begun();
    story.choose(Round::One, "leak");
    story.command(Command::NameGroup { name: format!("甲{typed}") });
    story.respond(Round::One, "row", &[("situation", text(typed)), ("action", text(typed))]);
    story.question(Round::One, "q1", &format!("問{typed}"), "answered");
    story.enter(Step::Review).because(&format!("理由{typed}"));
    story.write(environment(Artefact::FactSheet, "proxy", "management"), text(typed));
    build(&story.view(), Lang::Ja, Edition::Participant, typed)
}

#[test]
fn hostile_text_neither_breaks_tables_nor_becomes_markup() {
    let shown = markdown::write(&hostile("<img src=x onerror=alert(1)>|a|\n# b\n\u{1b}]0;x\u{7}\u{202e}"));
    assert!(!shown.contains("<img") && !shown.contains('\u{1b}') && !shown.contains('\u{202e}'));
    assert!(shown.lines().all(|line| line != "# b"), "{shown}");
    assert_tables_hold(&shown);
}

/// Every line of a table has as many cells as its head.
fn assert_tables_hold(markdown: &str) {
    let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
    let mut width = None;
    for line in markdown.lines() {
        if !line.starts_with('|') {
            width = None;
            continue;
        }
        let here = bars(line);
        assert_eq!(*width.get_or_insert(here), here, "{line}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_typed_stays_text(typed in "(?s).{0,30}[<>|`#*_\\[\\]\\\\\n\r\u{1b}\u{202e}&=+-]{0,8}.{0,30}") {
        prop_assume!(!typed.trim().is_empty());
        let document = hostile(&typed);
        let (markdown, plain) = (markdown::write(&document), plain::write(&document));
        assert_tables_hold(&markdown);
        for shown in [&markdown, &plain] {
            prop_assert!(!shown.chars().any(|c| c.is_control() && c != '\n'));
            let turns = shown.contains(['\u{202e}', '\u{2066}', '\u{200f}', '\u{feff}']);
            prop_assert!(!turns);
        }
        let ours = ["<br>", "<strong>", "</strong>", "<del>", "</del>", "<ins>", "</ins>"];
        let bare = ours.iter().fold(markdown, |text, tag| text.replace(tag, ""));
        prop_assert!(!bare.contains('<'), "{}", bare);
    }
}

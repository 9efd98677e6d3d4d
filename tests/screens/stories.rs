//! How the desks of the tests came to be where they are. Told by keys where the keys matter, by commands elsewhere.

use std::collections::BTreeMap;

use kijo::domain::command::Command;
use kijo::domain::event::{Actor, Facilitation, Place, Round, Step};
use kijo::domain::id::{EntryId, ParticipantId, RowId, slug};
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::words::Lang;

use crate::desk::Desk;

/// Two people take part, and Sato writes.
pub fn prepared(lang: Lang, facilitation: Facilitation) -> Desk {
    let mut desk = Desk::new(lang, facilitation);
    for (id, name) in [("sato", "佐藤 花子"), ("suzuki", "鈴木 一郎")] {
        let join = Command::Join { person: ParticipantId::from(id), name: name.into() };
        desk.command(Actor::Facilitator, join);
    }
    for (seat, person) in [("csirt", "sato"), ("cio", "suzuki")] {
        let seat = Command::Seat { stakeholder: slug(seat), person: Some(ParticipantId::from(person)) };
        desk.command(Actor::Facilitator, seat);
    }
    let pen = Command::HandPen { person: Some(ParticipantId::from("sato")) };
    desk.command(Actor::Facilitator, pen);
    desk
}

/// An incident is chosen and its first notice read; the initial response sheet is open.
pub fn in_round(lang: Lang, facilitation: Facilitation, round: Round, scenario: &str) -> Desk {
    let mut desk = prepared(lang, facilitation);
    choose(&mut desk, round, scenario);
    enter(&mut desk, Step::InitialResponse(round));
    desk.keys("F2 Esc");
    desk
}

/// Alone in round one of the targeted attack.
pub fn alone(lang: Lang) -> Desk {
    in_round(lang, Facilitation::Automatic, Round::One, "targeted-attack")
}

/// The same with a facilitator somewhere.
pub fn facilitated(lang: Lang) -> Desk {
    in_round(lang, Facilitation::Console, Round::One, "targeted-attack")
}

/// Round two of the other incident, with a factor in force.
pub fn under_factor(lang: Lang, factor: &str) -> Desk {
    let mut desk = facilitated(lang);
    choose(&mut desk, Round::Two, "web-exposure");
    let put = Command::PutFactor { round: Round::Two, factor: slug(factor), draw: None };
    desk.command(Actor::Facilitator, put);
    enter(&mut desk, Step::InitialResponse(Round::Two));
    desk.keys("F2 Esc");
    desk
}

pub fn choose(desk: &mut Desk, round: Round, scenario: &str) {
    let command = Command::ChooseIncident { round, scenario: slug(scenario), settings: BTreeMap::new() };
    desk.command(Actor::Facilitator, command);
}

/// Goes to a step by the list of steps, as people do.
pub fn enter(desk: &mut Desk, step: Step) {
    desk.keys("F3");
    let place = kijo::domain::flow::STEPS.iter().position(|one| *one == step).expect("every step is listed");
    desk.keys("PageUp*2").keys(&format!("Down*{place} Enter"));
    if desk.model.step != step {
        // It would end what is played, and asks.
        desk.keys("Enter");
    }
    assert_eq!(desk.model.step, step, "the list of steps leads there");
}

pub fn sheet(artefact: Artefact, round: Round) -> Place {
    Place { artefact, round: Some(round) }
}

pub fn text(text: &str) -> Value {
    Value::Text(text.into())
}

pub fn several(ids: &[&str]) -> Value {
    Value::Several(ids.iter().filter(|id| !id.is_empty()).map(|id| slug(id)).collect())
}

/// Adds a row with these fields.
pub fn row(desk: &mut Desk, place: Place, section: &str, id: &str, fields: &[(&str, Value)]) {
    let add = Command::AddRow { place, section: section.into(), row: RowId::from(id), after: None };
    let actor = desk.model.context().actor;
    desk.command(actor, add);
    for (field, value) in fields {
        let cell = Cell::row(place.artefact, place.round, &RowId::from(id), field);
        desk.writes(cell, value.clone());
    }
}

/// Three response rows: one by the rules, one without a rule, one hardly begun.
pub fn responses(desk: &mut Desk, round: Round) {
    use kijo::domain::id::Minute;
    let table = sheet(Artefact::ResponseTable, round);
    let first = [
        ("time", Value::Minute(Minute(15))),
        ("situation", text("JPCERT/CCから、設計部のPCが外部と通信しているとの連絡")),
        ("action", text("公開されている番号へ折り返し、通報の真偽を確かめる")),
        ("decision-owner", several(&["csirt"])),
        ("action-owner", several(&["csirt", "operator"])),
        ("rule", several(&["escalation"])),
        ("status", Value::Choice("done".into())),
    ];
    let second = [
        ("time", Value::Minute(Minute(40))),
        ("situation", text("設計部のPC 3台で不審な通信を確認")),
        ("action", text("LANから切り離し、電源は切らずに保全する")),
        ("decision-owner", several(&["cio"])),
        ("status", Value::Choice("in-progress".into())),
    ];
    row(desk, table, "rows", "r1", &first);
    row(desk, table, "rows", "r2", &second);
    row(desk, table, "rows", "r3", &[("situation", text("取引先への影響は未確認"))]);
}

/// What happens in a long table, again and again: situation, action, who decides, who acts, rule, status.
const TURNS: [(&str, &str, &str, &str, &str, &str); 10] = [
    (
        "JPCERT/CCから、設計部のPCが外部のサーバーと通信しているとの連絡。期間は3日分で、最後は11月17日の23:58",
        "メールの連絡先は使わず、公開されている番号へ折り返して真偽を確かめる。結果は15分後に報告する",
        "csirt",
        "csirt",
        "escalation",
        "done",
    ),
    (
        "プロキシーのログは7日分しかなく、11月5日の通信は確認できない",
        "残っている分を別の媒体へ写し、上書きを止める",
        "cio",
        "operator",
        "logs",
        "in-progress",
    ),
    (
        "設計部のPC 3台で不審な通信を確認。1台は電源が入ったまま利用者が作業中",
        "3台をLANから切り離す。電源は切らず、メモリーの保全を待つ",
        "cio",
        "operator",
        "stop-authority",
        "in-progress",
    ),
    (
        "取引先の図面が置かれたファイルサーバーへの接続履歴が見つかる",
        "持ち出された図面の一覧を作る",
        "csirt",
        "",
        "",
        "not-started",
    ),
    (
        "社長から、いつ公表するのかと聞かれる",
        "公表の要否と時期を、法務・広報と協議して決める",
        "",
        "pr",
        "publication",
        "undecided",
    ),
    (
        "コールセンターへ、情報が漏れていないかとの問い合わせが2件",
        "想定問答の暫定版を渡し、件数を1時間ごとに集める",
        "pr",
        "support",
        "",
        "in-progress",
    ),
    (
        "外線を止めると、受注の締めに間に合わないと営業から連絡",
        "止める範囲を設計部の区画に絞り、受注の経路は残す",
        "executive",
        "operator",
        "stop-authority",
        "done",
    ),
    (
        "個人データの有無が分からない",
        "対象のPCに置かれていたファイルの種類と件数を調べる",
        "legal",
        "csirt",
        "authorities",
        "not-started",
    ),
    (
        "ベンダーの担当者は連休中で、代表番号につながらない",
        "契約書で時間外の連絡先を確かめる",
        "cio",
        "vendor",
        "",
        "blocked",
    ),
    ("", "経過を取締役へ報告し、対策本部の設置を決める", "executive", "csirt", "response-hq", "done"),
];

/// Sixty response rows: a long afternoon and the days after it, not quite in the order of time.
pub fn sixty_rows(desk: &mut Desk, round: Round) {
    use kijo::domain::id::Minute;
    let table = sheet(Artefact::ResponseTable, round);
    for number in 0..60_u32 {
        let (situation, action, decides, acts, rule, status) = TURNS[number as usize % TURNS.len()];
        let late = if number % 7 == 3 { 45 } else { 0 };
        let mut fields = vec![
            ("time", Value::Minute(Minute(number * 20 + late))),
            ("situation", text(situation)),
            ("action", text(action)),
            ("decision-owner", several(&[decides])),
            ("action-owner", several(&[acts])),
            ("informed", text(if number % 3 == 0 { "対策本部（電話）" } else { "" })),
            ("rule", several(&[rule])),
            ("status", Value::Choice(status.into())),
        ];
        fields.retain(|(_, value)| !value.is_empty() && value.items() != [""]);
        row(desk, table, "rows", &format!("row-{number}"), &fields);
    }
}

/// Opens a change set of the review.
pub fn because(desk: &mut Desk, id: &str, reason: &str) {
    let open = Command::OpenChangeSet { id: EntryId(id.into()), reason: reason.into() };
    let actor = desk.model.context().actor;
    desk.command(actor, open);
}

//! Requests for logs, answered from the fact sheet as the group has revised it: the loop that makes round two differ.

use kijo::domain::command::{Command, Overrule, Refusal};
use kijo::domain::event::{Event, Facilitation, Step};
use kijo::domain::fact_sheet::LogKind;
use kijo::domain::id::{EntryId, Minute, slug};
use kijo::domain::log_request::{Resolution, Shortfall};
use kijo::domain::play::DisclosureKind;
use kijo::domain::scenario::{LogNeed, Request};
use kijo::domain::sheet::Value;
use kijo::domain::words::Lang;

use super::given::{
    ONE, Round, TWO, Table, choice, fact, in_round_two, kinds, participant, playing, several, shipped, table,
};
use super::material;

fn ask(round: Round, request: &str, row: &str, log: LogKind) -> Command {
    Command::AskLog { round, request: EntryId::from(request), row: slug(row), log }
}

fn answer(round: Round, request: &str) -> Command {
    Command::AnswerLog { round, request: EntryId::from(request), overrule: None }
}

fn resolution(table: &mut Table, command: Command) -> Resolution {
    let events = table.when(command);
    assert_eq!(kinds(&events), ["LogAsked", "LogResolved"]);
    match &events[1] {
        Event::LogResolved { resolution, .. } => resolution.clone(),
        other => panic!("{other:?} resolves nothing"),
    }
}

/// Makes a row of the fact sheet keep everything for ever.
fn improve(table: &mut Table, need: &LogNeed) {
    let row = need.row.as_str();
    table.write(&fact(row, "log-kinds"), several(&[need.kind.name()]));
    table.write(&fact(row, "log-retention"), choice("days"));
    table.write(&fact(row, "log-days"), Value::Number(4_000));
    for field in ["log-allowed", "log-complete", "log-central", "log-time-synced"] {
        table.write(&fact(row, field), choice("yes"));
    }
}

#[test]
fn the_answer_follows_from_the_row() {
    let mut table = playing();
    let partial =
        Resolution::Partial(vec![Shortfall::KeptTooShort { kept: 30, needed: 60 }, Shortfall::GoesRound]);
    assert_eq!(resolution(&mut table, ask(ONE, "a", "proxy", LogKind::Access)), partial);
    let other_kind = Resolution::NotAvailable(vec![Shortfall::KindNotCollected(LogKind::Query)]);
    assert_eq!(resolution(&mut table, ask(ONE, "b", "proxy", LogKind::Query)), other_kind);
    let no_log = Resolution::NotAvailable(vec![Shortfall::NoLog]);
    let asked = ask(ONE, "c", "file-server", LogKind::FileAccess);
    assert_eq!(resolution(&mut table, asked), no_log);
}

#[test]
fn what_the_review_improves_round_two_answers() {
    let library = material::shipped();
    for incident in library.scenarios() {
        for request in &incident.requests {
            the_loop_closes(incident.id.as_str(), request);
        }
    }
}

/// Round one asks in vain or in part; the review improves the row, with a reason; round two has its answer.
fn the_loop_closes(incident: &str, request: &Request) {
    let mut table = shipped();
    let need = &request.need;
    table.choose(ONE, incident);
    let first = ask(ONE, "first", need.row.as_str(), need.kind);
    let before = resolution(&mut table, first);
    table.when(answer(ONE, "first"));
    table.go(Step::Review);
    table.because("ログが足りなかった");
    improve(&mut table, need);
    table.choose(TWO, incident);
    let second = ask(TWO, "second", need.row.as_str(), need.kind);
    assert_eq!(resolution(&mut table, second), Resolution::Available, "{}", request.id);
    table.when(answer(TWO, "second"));
    let told = |round| {
        let asked = table.play(round).requests.first().expect("a request");
        asked.answer.clone().expect("an answer")
    };
    let expected =
        table.play(TWO).filled(table.view().scenario(TWO).expect("an incident"), &request.available);
    assert!(told(TWO).ja.starts_with(&expected.ja), "who extracted it stands below");
    if before != Resolution::Available {
        assert_ne!(told(ONE), told(TWO));
    }
}

#[test]
fn round_one_of_the_shipped_targeted_attack_cannot_see_who_read_the_files() {
    let library = material::shipped();
    let attack = library.scenario("targeted-attack").expect("shipped");
    let answers: Vec<Resolution> = attack
        .requests
        .iter()
        .map(|request| {
            let mut table = shipped();
            table.choose(ONE, "targeted-attack");
            let need = &request.need;
            resolution(&mut table, ask(ONE, "one", need.row.as_str(), need.kind))
        })
        .collect();
    let gone = |one: &&Resolution| matches!(one, Resolution::NotAvailable(_));
    let partial = |one: &&Resolution| matches!(one, Resolution::Partial(_));
    assert!(answers.iter().any(|one| gone(&one)), "the sample has gaps that teach");
    assert!(answers.iter().any(|one| partial(&one)));
}

#[test]
fn rows_that_are_not_on_the_sheet_cannot_be_asked_for_and_added_ones_can() {
    let mut table = playing();
    let asked = || ask(ONE, "a", "siem", LogKind::Detection);
    assert_eq!(table.refused(asked()), Refusal::NoSuchFact(slug("siem")));
    let place = super::given::of_workshop(kijo::domain::sheet::Artefact::FactSheet);
    table.add(place, "facts", "siem");
    table.write(&fact("siem", "log-kinds"), several(&["detection"]));
    let unknown = Resolution::Unknown(vec![Shortfall::RetentionUndefined]);
    assert_eq!(resolution(&mut table, asked()), unknown);
    table.when(Command::RemoveRow { place, row: kijo::domain::id::RowId::from("siem") });
    let again = ask(ONE, "b", "siem", LogKind::Detection);
    assert_eq!(table.refused(again), Refusal::NoSuchFact(slug("siem")));
}

#[test]
fn an_answer_is_given_once_to_a_request_that_was_made() {
    let mut table = playing();
    assert_eq!(table.refused(answer(ONE, "a")), Refusal::NoSuchRequest);
    table.when(ask(ONE, "a", "proxy", LogKind::Access));
    table.when(answer(ONE, "a"));
    assert_eq!(table.refused(answer(ONE, "a")), Refusal::AlreadyAnswered);
}

#[test]
fn the_answer_says_why_it_falls_short_in_both_languages() {
    let mut table = playing();
    table.when(ask(ONE, "a", "proxy", LogKind::Access));
    table.when(answer(ONE, "a"));
    let told = table.play(ONE).disclosed.last().expect("an answer");
    assert_eq!(told.kind, DisclosureKind::Answer);
    let ja = told.text.get(Lang::Ja);
    assert!(ja.starts_with("一部だけ分かりました"), "{ja}");
    assert!(ja.contains("保存は30日分で、必要な60日前に届きません"), "{ja}");
    assert!(told.text.get(Lang::En).contains("kept for 30 days, 60 days are needed"));
}

#[test]
fn what_nobody_knows_arrives_when_its_cost_is_spent_and_moves_no_clock() {
    let mut table = playing();
    table.until(ONE, 40);
    table.write(&fact("proxy", "log-retention"), choice("undefined"));
    table.write(&fact("proxy", "log-complete"), choice("yes"));
    let unknown = Resolution::Unknown(vec![Shortfall::RetentionUndefined]);
    assert_eq!(resolution(&mut table, ask(ONE, "a", "proxy", LogKind::Access)), unknown);
    assert_eq!(table.play(ONE).requests[0].asked, Minute(40));
    assert_eq!(table.play(ONE).requests[0].ready, Minute(70));
    table.when(answer(ONE, "a"));
    let told = table.play(ONE).disclosed.last().expect("an answer");
    assert_eq!(told.minute, Minute(70));
    assert_eq!(table.play(ONE).minute, Minute(40));
}

#[test]
fn getting_a_log_out_takes_as_long_as_the_sheet_says() {
    let mut table = playing();
    table.write(&fact("proxy", "log-minutes"), Value::Number(240));
    table.when(ask(ONE, "a", "proxy", LogKind::Access));
    assert_eq!(table.play(ONE).requests[0].ready, Minute(240));
}

#[test]
fn the_facilitator_may_know_better_but_says_why() {
    let mut table = playing();
    table.when(ask(ONE, "a", "proxy", LogKind::Access));
    let overrule = |text: &str, note: &str| Command::AnswerLog {
        round: ONE,
        request: EntryId::from("a"),
        overrule: Some(Overrule { text: text.into(), note: note.into() }),
    };
    assert_eq!(table.refused(overrule("全部あります", "")), Refusal::TextNeeded);
    assert_eq!(table.refused(overrule(" ", "理由")), Refusal::TextNeeded);
    let events = table.when(overrule("全部あります", "実機で確認済み"));
    assert_eq!(kinds(&events), ["LogOverruled", "LogAnswered"]);
    let asked = &table.play(ONE).requests[0];
    assert_eq!(asked.overruled.as_deref(), Some("実機で確認済み"));
    assert_eq!(asked.answer.as_ref().map(|text| text.get(Lang::Ja)), Some("全部あります"));
}

#[test]
fn an_inject_that_waits_for_an_answer_is_due_when_it_was_given() {
    let mut table = playing();
    let due = |table: &Table| -> bool {
        let view = table.view();
        let scenario = view.scenario(ONE).expect("an incident");
        table.play(ONE).due(scenario).any(|inject| inject.id == "asked")
    };
    table.when(ask(ONE, "a", "proxy", LogKind::Access));
    assert!(!due(&table), "asking is not enough");
    table.when(answer(ONE, "a"));
    assert!(due(&table));
}

#[test]
fn anybody_may_ask_but_only_the_facilitator_answers() {
    let mut table = playing();
    table.by(participant("sato"));
    table.when(ask(ONE, "a", "proxy", LogKind::Access));
    assert_eq!(table.refused(answer(ONE, "a")), Refusal::FacilitatorOnly);
}

#[test]
fn without_a_facilitator_the_answer_and_what_waits_for_it_come_at_once() {
    let mut table = table(material::small(), Facilitation::Automatic, 1);
    table.choose(ONE, "leak");
    table.by(participant("sato"));
    let events = table.when(ask(ONE, "a", "proxy", LogKind::Access));
    assert_eq!(kinds(&events), ["LogAsked", "LogResolved", "LogAnswered", "InjectGiven"]);
    let again = table.when(ask(ONE, "b", "proxy", LogKind::Access));
    assert_eq!(kinds(&again), ["LogAsked", "LogResolved", "LogAnswered"]);
}

#[test]
fn nothing_of_ours_is_an_answer_too() {
    let mut table = playing();
    table.write(&fact("file-server", "log-kinds"), several(&["file-access"]));
    table.write(&fact("file-server", "log-retention"), choice("days"));
    table.write(&fact("file-server", "log-days"), Value::Number(1));
    let asked = ask(ONE, "a", "file-server", LogKind::FileAccess);
    assert_eq!(resolution(&mut table, asked), Resolution::Available);
    table.when(answer(ONE, "a"));
    let told = table.play(ONE).disclosed.last().expect("an answer");
    assert!(told.text.get(Lang::En).contains("nothing in it concerns this case"));
}

#[test]
fn each_round_keeps_its_requests() {
    let mut table = in_round_two();
    table.when(ask(TWO, "a", "proxy", LogKind::Access));
    assert!(table.play(ONE).requests.is_empty());
    assert_eq!(table.refused(answer(ONE, "a")), Refusal::NoSuchRequest);
}

#[test]
fn every_kind_of_log_is_found_by_the_name_it_is_stored_under() {
    for (kind, name, words) in LogKind::ALL {
        assert_eq!((kind.name(), kind.words()), (name, words));
        assert_eq!(LogKind::named(name), Some(kind));
    }
}

#[test]
fn a_log_that_takes_for_ever_is_ready_at_the_end_of_time() {
    let mut table = playing();
    table.until(ONE, 10);
    table.write(&fact("proxy", "log-minutes"), Value::Number(u64::from(u32::MAX)));
    table.when(ask(ONE, "a", "proxy", LogKind::Access));
    assert_eq!(table.play(ONE).requests[0].ready, Minute(u32::MAX));
}

#[test]
fn a_request_that_is_sent_twice_is_asked_once() {
    let mut table = playing();
    table.when(ask(ONE, "a", "proxy", LogKind::Access));
    assert_eq!(table.when(ask(ONE, "a", "proxy", LogKind::Access)), []);
    assert_eq!(table.play(ONE).requests.len(), 1);
}

#[test]
fn an_answer_names_the_row_as_the_group_does() {
    let mut table = playing();
    let place = super::given::of_workshop(kijo::domain::sheet::Artefact::FactSheet);
    let title = |table: &mut Table, request: &str, row: &str| {
        table.when(ask(ONE, request, row, LogKind::Access));
        table.when(answer(ONE, request));
        let told = table.play(ONE).disclosed.last().expect("an answer");
        told.title.get(Lang::Ja).to_owned()
    };
    assert_eq!(title(&mut table, "a", "proxy"), "プロキシ：Web アクセス");
    table.add(place, "facts", "0f9d");
    assert_eq!(title(&mut table, "b", "0f9d"), "0f9d：Web アクセス");
    table.write(&fact("0f9d", "name"), super::given::text("新しいWAF"));
    assert_eq!(title(&mut table, "c", "0f9d"), "新しいWAF：Web アクセス");
}

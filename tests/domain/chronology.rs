//! The chronology: it fills itself, takes a line at the present time, and says nothing twice.

use kijo::domain::chronology::LineKind;
use kijo::domain::command::{Command, Refusal};
use kijo::domain::fact_sheet::LogKind;
use kijo::domain::id::{EntryId, Minute, RowId, slug};
use kijo::domain::sheet::{Artefact, Value};
use kijo::domain::words::Lang;

use super::given::{ONE, Table, at, cell, choice, playing, response, small, text};

fn jot(row: &str, words: &str) -> Command {
    Command::Jot { round: ONE, row: RowId::from(row), text: words.into() }
}

fn told(table: &Table) -> Vec<(u32, LineKind, String)> {
    let lines = table.view().chronology(ONE).into_iter();
    lines.map(|line| (line.minute.0, line.kind, line.words.get(Lang::Ja).to_owned())).collect()
}

#[test]
fn it_fills_itself_in_order_of_time() {
    let mut table = playing();
    table.until(ONE, 30);
    table.when(Command::AskLog {
        round: ONE,
        request: EntryId::from("ask"),
        row: slug("proxy"),
        log: LogKind::Access,
    });
    table.when(jot("line", "会議室に集合"));
    table.add(at(Artefact::ResponseTable, ONE), "rows", "row");
    table.write(&response(ONE, "row", "situation"), text("端末2台で検知"));
    table.write(&response(ONE, "row", "time"), Value::Minute(Minute(20)));
    let sent = at(Artefact::OutgoingTexts, ONE);
    table.write(&cell(sent, "to-staff", "out-sent"), Value::Minute(Minute(25)));
    assert_eq!(told(&table).len(), 4, "a text is not out before it is sent: {:?}", told(&table));
    table.write(&cell(sent, "to-staff", "out-status"), choice("sent"));
    let lines = told(&table);
    let kinds: Vec<_> = lines.iter().map(|(minute, kind, _)| (*minute, *kind)).collect();
    assert_eq!(
        kinds,
        [
            (0, LineKind::Received),
            (20, LineKind::Judged),
            (25, LineKind::Sent),
            (30, LineKind::Asked),
            (30, LineKind::Happened),
        ]
    );
    assert_eq!(lines[1].2, "端末2台で検知");
    table.write(&response(ONE, "row", "action"), text("2台を切り離す"));
    assert_eq!(told(&table)[1].2, "2台を切り離す", "what was done says more than what was found");
}

#[test]
fn an_answer_stands_behind_its_question() {
    let mut table = playing();
    let ask = Command::AskLog {
        round: ONE,
        request: EntryId::from("ask"),
        row: slug("file-server"),
        log: LogKind::FileAccess,
    };
    table.when(ask);
    table.when(Command::AnswerLog { round: ONE, request: EntryId::from("ask"), overrule: None });
    let kinds: Vec<LineKind> = told(&table).into_iter().map(|(_, kind, _)| kind).collect();
    assert_eq!(kinds, [LineKind::Received, LineKind::Asked, LineKind::Received]);
}

#[test]
fn a_line_of_ones_own_has_the_present_time_and_may_be_corrected() {
    let mut table = playing();
    table.until(ONE, 45);
    table.when(jot("line", " 社長に第一報 "));
    let own = at(Artefact::Chronology, ONE);
    assert_eq!(table.value(&cell(own, "line", "chron-time")), Value::Minute(Minute(45)));
    assert_eq!(table.value(&cell(own, "line", "chron-text")), text("社長に第一報"));
    table.write(&cell(own, "line", "chron-kind"), choice("sent"));
    table.write(&cell(own, "line", "chron-time"), Value::Minute(Minute(5)));
    assert_eq!(told(&table)[1], (5, LineKind::Sent, "社長に第一報".into()));
}

#[test]
fn a_line_needs_words_a_new_name_and_an_incident() {
    let mut table = playing();
    assert_eq!(table.refused(jot("line", "  ")), Refusal::TextNeeded);
    table.when(jot("line", "一行"));
    assert_eq!(table.refused(jot("line", "二行")), Refusal::RowExists(RowId::from("line")));
    assert_eq!(table.refused(jot("long", &"長".repeat(20_001))), Refusal::TooLong);
    assert_eq!(small().refused(jot("line", "一行")), Refusal::NoIncident(ONE));
}

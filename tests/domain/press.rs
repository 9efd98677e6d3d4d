//! Questions at the press conference (W-48).

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::{Event, Step};
use kijo::domain::gaps::Gap;
use kijo::domain::id::RowId;
use kijo::domain::sheet::Artefact;

use super::given::{ONE, TWO, Table, at, cell, choice, kinds, participant, playing, text};

fn question(row: &str, words: &str, hostility: u8) -> Command {
    Command::AskPress {
        round: ONE,
        row: RowId::from(row),
        text: words.into(),
        asked_by: "講師".into(),
        hostility,
    }
}

fn asked(table: &Table) -> Vec<String> {
    let rows = table.view().rows(at(Artefact::Press, ONE), "questions");
    rows.into_iter().map(|row| row.id.to_string()).collect()
}

#[test]
fn a_question_goes_into_the_record_behind_the_others() {
    let mut table = playing();
    let events = table.by(participant("sato")).when(question("one", "なぜ気づけなかったのですか", 2));
    assert_eq!(kinds(&events), ["RowAdded", "FieldRevised", "FieldRevised", "FieldRevised"]);
    table.when(question("two", "件数は確かですか", 3));
    assert_eq!(asked(&table), ["one", "two"]);
    let place = at(Artefact::Press, ONE);
    assert_eq!(table.value(&cell(place, "one", "question")), text("なぜ気づけなかったのですか"));
    assert_eq!(table.value(&cell(place, "one", "asked-by")), text("講師"));
    assert_eq!(table.value(&cell(place, "two", "hostility")), choice("3"));
}

#[test]
fn a_question_has_words_a_round_and_a_name_of_its_own() {
    let mut table = playing();
    assert_eq!(table.refused(question("one", " ", 1)), Refusal::TextNeeded);
    table.when(question("one", "なぜ", 1));
    let again = table.refused(question("one", "なぜ", 1));
    assert_eq!(again, Refusal::RowExists(RowId::from("one")));
    let early = Command::AskPress {
        round: TWO,
        row: RowId::from("two"),
        text: "なぜ".into(),
        asked_by: String::new(),
        hostility: 1,
    };
    assert_eq!(table.refused(early), Refusal::NoIncident(TWO));
}

#[test]
fn hostility_stays_between_one_and_three() {
    let mut table = playing();
    for (row, hostility, expected) in [("mild", 0, "1"), ("fierce", 200, "3")] {
        let events = table.when(question(row, "なぜ", hostility));
        let written = events.iter().any(
            |event| matches!(event, Event::FieldRevised { cell, value, .. } if cell.field == "hostility" && *value == choice(expected)),
        );
        assert!(written, "{row}");
    }
}

#[test]
fn a_question_without_an_answer_is_a_gap() {
    let mut table = playing();
    table.when(question("one", "なぜ", 1));
    let answer = cell(at(Artefact::Press, ONE), "one", "answer");
    let open = |table: &Table| table.view().gaps(Step::Press(ONE)).contains(&Gap::Empty(answer.clone()));
    assert!(open(&table));
    table.write(&answer, text("調査中です"));
    assert!(!open(&table));
}

#[test]
fn which_questions_the_press_may_ask_follows_from_their_conditions() {
    let mut table = super::given::shipped();
    for incident in ["targeted-attack", "web-exposure"] {
        table.choose(ONE, incident);
        let view = table.view();
        let scenario = view.scenario(ONE).expect("an incident");
        let play = table.play(ONE);
        let offered: Vec<_> = play.questions(scenario).map(|one| &one.id).collect();
        assert!(offered.len() >= 10, "{incident}");
        for question in &scenario.questions {
            let holds = play.holds(scenario, question.when.as_ref());
            assert_eq!(offered.contains(&&question.id), holds, "{}", question.id);
        }
    }
}

#[test]
fn a_question_is_no_longer_than_a_field() {
    let mut table = playing();
    let longest = "問".repeat(kijo::domain::revision::LONGEST_TEXT);
    assert_eq!(table.refused(question("one", &format!("{longest}問"), 1)), Refusal::TooLong);
    table.when(question("one", &longest, 1));
}

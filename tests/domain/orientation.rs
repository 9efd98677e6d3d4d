//! What a group may want to know before it closes a step: phases nobody touched, damage that may still spread; and
//! deadlines, counted from awareness.

use kijo::domain::command::Command;
use kijo::domain::coverage::untouched;
use kijo::domain::deadline::{Awareness, Uncounted, deadlines};
use kijo::domain::event::{Event, Facilitation, Round, Step};
use kijo::domain::gaps::Gap;
use kijo::domain::id::{Minute, RowId, Slug, slug};
use kijo::domain::sheet::{Artefact, Cell, Value};

use super::given::{ONE, TWO, Table, at, choice, response, shipped};

/// Round one of the targeted attack, T0 on 20 November 2026 at 16:40.
fn in_round_one() -> Table {
    let mut table = shipped();
    table.choose(ONE, "targeted-attack");
    table
}

fn phases(names: &[&str]) -> Vec<Slug> {
    names.iter().map(|name| slug(name)).collect()
}

fn ongoing(round: Round) -> Cell {
    Cell::form(Artefact::InitialResponse, Some(round), "ongoing")
}

fn aware(table: &mut Table, when: &str) {
    let cell = Cell::form(Artefact::InitialResponse, Some(ONE), "aware");
    table.write(&cell, Value::Text(when.into()));
}

fn tagged(table: &mut Table, row: &str, phase: &str) {
    table.add(at(Artefact::ResponseTable, ONE), "rows", row);
    table.write(&response(ONE, row, "phase"), choice(phase));
}

#[test]
fn each_step_asks_for_its_own_phases_and_never_for_f_and_g() {
    let mut table = in_round_one();
    let first = Step::InitialResponse(ONE);
    assert_eq!(untouched(&table.view(), first), phases(&[]), "the table has no rows yet");
    assert_eq!(untouched(&table.view(), Step::ResponseTable(ONE)), phases(&["b", "c", "d", "e"]));
    table.add(at(Artefact::ResponseTable, ONE), "rows", "row");
    let view = table.view();
    assert_eq!(untouched(&view, first), phases(&["a", "b", "c"]));
    for step in [Step::Report(ONE), Step::Press(ONE), Step::Review, Step::WrapUp] {
        assert_eq!(untouched(&view, step), phases(&[]), "{step:?}");
    }
    assert_eq!(
        untouched(&view, Step::ResponseTable(TWO)),
        phases(&[]),
        "a round that has not begun lacks nothing"
    );
}

#[test]
fn a_tag_that_somebody_confirmed_counts_until_the_row_goes() {
    let mut table = in_round_one();
    tagged(&mut table, "first", "c");
    tagged(&mut table, "second", "g");
    let step = Step::ResponseTable(ONE);
    assert_eq!(untouched(&table.view(), step), phases(&["b", "d", "e"]));
    assert!(!table.view().gaps(step).contains(&Gap::Untouched(slug("c"))));
    assert!(table.view().gaps(step).contains(&Gap::Untouched(slug("d"))));
    let place = at(Artefact::ResponseTable, ONE);
    table.when(Command::RemoveRow { place, row: RowId::from("first") });
    assert_eq!(untouched(&table.view(), step), phases(&["b", "c", "d", "e"]));
}

#[test]
fn phases_nobody_touched_are_counted_when_a_step_closes_and_block_nothing() {
    let mut table = in_round_one();
    let step = Step::ResponseTable(ONE);
    let gaps = u32::try_from(table.view().gaps(step).len()).expect("few");
    let events = table.when(Command::Close { step });
    assert_eq!(events, [Event::StepClosed { step, gaps }]);
}

#[test]
fn whether_the_damage_spreads_is_asked_until_it_is_answered() {
    let mut table = in_round_one();
    let (sheet, rows) = (Step::InitialResponse(ONE), Step::ResponseTable(ONE));
    let asks = |table: &Table, step| table.view().gaps(step).contains(&Gap::SpreadUnknown(ONE));
    assert!(asks(&table, rows));
    assert!(!asks(&table, sheet), "there it is an empty field");
    assert!(table.view().gaps(sheet).contains(&Gap::Empty(ongoing(ONE))));
    assert!(table.view().asks_for_spread(sheet));
    table.write(&ongoing(ONE), choice("unknown"));
    assert!(asks(&table, rows) && asks(&table, sheet));
    for answer in ["yes", "no"] {
        table.write(&ongoing(ONE), choice(answer));
        assert!(!asks(&table, rows) && !asks(&table, sheet) && !table.view().asks_for_spread(rows));
    }
    assert!(!table.view().asks_for_spread(Step::Report(ONE)));
    assert!(!table.view().asks_for_spread(Step::ResponseTable(TWO)), "nothing has happened there");
}

#[test]
fn deadlines_are_counted_from_t0_until_awareness_is_written_down() {
    let mut table = in_round_one();
    let due = |table: &Table, id: &str| {
        let running = deadlines(&table.view(), ONE).expect("the incident is chosen");
        let found = running.counted.iter().find(|(_, one)| one.id == *id).map(|(due, _)| *due);
        (running.from, found)
    };
    assert_eq!(due(&table, "gdpr-authority"), (Awareness::Start, Some(Minute(72 * 60))));
    aware(&mut table, "2026-11-20 17:10");
    assert_eq!(due(&table, "gdpr-authority"), (Awareness::Written(30), Some(Minute(72 * 60 + 30))));
    aware(&mut table, "2026-11-20 16:00");
    assert_eq!(due(&table, "gdpr-authority"), (Awareness::Written(-40), Some(Minute(72 * 60 - 40))));
    aware(&mut table, "2026-11-20");
    let beginning = Awareness::Written(-(16 * 60 + 40));
    assert_eq!(due(&table, "appi-prompt").0, beginning, "a day alone counts from its beginning, never late");
    aware(&mut table, "2025-01-01 09:00");
    assert_eq!(due(&table, "gdpr-authority").1, Some(Minute(0)), "long past, and never before T0");
}

#[test]
fn what_cannot_be_counted_says_why_and_the_soonest_comes_first() {
    let table = in_round_one();
    let running = deadlines(&table.view(), ONE).expect("the incident is chosen");
    assert!(running.counted.is_sorted_by_key(|(due, _)| *due));
    let why = |id: &str| running.uncounted.iter().find(|(one, _)| one.id == *id).map(|(_, why)| *why);
    assert_eq!(why("dora-initial"), Some(Uncounted::OtherStart), "it starts with the classification");
    assert_eq!(why("nis2-final"), Some(Uncounted::OtherStart), "it starts with a notice handed in");
    assert_eq!(why("sector-laws"), Some(Uncounted::NoLimit));
    let guidance = table.view().workshop.guidance().expect("there is guidance");
    assert_eq!(running.counted.len() + running.uncounted.len(), guidance.deadlines.len());
    assert_eq!(deadlines(&table.view(), TWO), None);
}

#[test]
fn a_group_alone_is_told_that_scenes_are_left_and_a_facilitator_needs_no_telling() {
    let left = |facilitation: Facilitation| {
        let mut table = super::given::table(super::material::shipped().clone(), facilitation, 1);
        table.choose(ONE, "targeted-attack");
        let gaps = table.view().gaps(Step::ResponseTable(ONE)).into_iter();
        gaps.filter(|gap| matches!(gap, Gap::ScenesLeft { .. })).collect::<Vec<_>>()
    };
    assert_eq!(left(Facilitation::Automatic), [Gap::ScenesLeft { next: Minute(120), left: 4 }]);
    assert_eq!(left(Facilitation::Console), []);
}

//! What comes to the group (状況付与): when it is due, how it is given, what happens without a facilitator.

use std::collections::BTreeMap;

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::{Event, Facilitation};
use kijo::domain::id::{Minute, slug};
use kijo::domain::play::DisclosureKind;
use kijo::domain::scenario::{Channel, Setting};
use kijo::domain::words::{Bilingual, Lang};

use super::given::{ONE, Table, kinds, participant, playing, small, table};
use super::material;

fn due(table: &Table) -> Vec<String> {
    let view = table.view();
    let scenario = view.scenario(ONE).expect("an incident");
    table.play(ONE).due(scenario).map(|one| one.id.to_string()).collect()
}

fn give(inject: &str) -> Command {
    Command::GiveInject { round: ONE, inject: slug(inject), text: None }
}

fn skip(inject: &str) -> Command {
    Command::SkipInject { round: ONE, inject: slug(inject) }
}

fn tick(done: bool) -> Command {
    Command::Tick { round: ONE, action: slug("preserve"), done }
}

fn given(events: &[Event]) -> Vec<String> {
    let ids = events.iter().filter_map(|event| match event {
        Event::InjectGiven { inject, .. } => Some(inject.to_string()),
        _ => None,
    });
    ids.collect()
}

#[test]
fn timed_ones_wait_for_their_time() {
    let mut table = playing();
    assert_eq!(due(&table), ["at-once"]);
    table.until(ONE, 59);
    assert_eq!(due(&table), ["at-once"]);
    table.until(ONE, 60);
    assert_eq!(due(&table), ["at-once", "timed"]);
}

#[test]
fn an_unticked_action_brings_its_consequence_and_a_ticked_one_does_not() {
    let mut table = playing();
    table.until(ONE, 90);
    assert!(due(&table).contains(&"unless".to_owned()));
    table.when(tick(true));
    assert!(!due(&table).contains(&"unless".to_owned()));
    assert_eq!(table.when(tick(true)), [], "it is ticked already");
    table.when(tick(false));
    assert!(due(&table).contains(&"unless".to_owned()));
}

#[test]
fn an_action_that_nobody_expects_cannot_be_ticked() {
    let command = Command::Tick { round: ONE, action: slug("panic"), done: true };
    assert_eq!(playing().refused(command), Refusal::NoSuchAction(slug("panic")));
}

#[test]
fn manual_ones_are_never_due_but_can_be_given() {
    let mut table = playing();
    table.until(ONE, 5_000);
    assert!(!due(&table).contains(&"trend".to_owned()));
    let events = table.when(give("trend"));
    assert_eq!(given(&events), ["trend"]);
}

#[test]
fn an_inject_is_given_or_skipped_once() {
    let mut table = playing();
    table.when(give("at-once"));
    table.when(skip("timed"));
    for (id, command) in
        [("at-once", give("at-once")), ("at-once", skip("at-once")), ("timed", give("timed"))]
    {
        assert_eq!(table.refused(command), Refusal::AlreadyGiven(slug(id)));
    }
    table.until(ONE, 60);
    assert_eq!(due(&table), [] as [&str; 0]);
}

#[test]
fn it_is_told_word_for_word_with_the_parameters_in_it() {
    let mut table = playing();
    table.until(ONE, 15);
    table.when(give("at-once"));
    let told = table.play(ONE).disclosed.last().expect("it was told");
    assert_eq!(told.kind, DisclosureKind::Inject);
    assert_eq!(told.minute, Minute(15));
    assert_eq!(told.text.get(Lang::Ja), "1,000件です");
    assert!(told.public);
}

#[test]
fn the_facilitator_may_edit_the_text_but_not_away() {
    let mut table = playing();
    let edited = |words: &str| Command::GiveInject {
        round: ONE,
        inject: slug("at-once"),
        text: Some(Bilingual::typed(words)),
    };
    assert_eq!(table.refused(edited(" ")), Refusal::TextNeeded);
    table.when(edited("続報です"));
    let told = table.play(ONE).disclosed.last().expect("it was told");
    assert_eq!(told.text.get(Lang::En), "続報です", "typed words are shown as typed in both");
}

#[test]
fn one_whose_condition_does_not_hold_is_not_there() {
    let mut table = playing();
    table.until(ONE, 60);
    assert!(!due(&table).contains(&"card-holder".to_owned()));
    assert_eq!(table.refused(give("card-holder")), Refusal::NoSuchInject(slug("card-holder")));
    let mut table = small();
    table.when(Command::ChooseIncident {
        round: ONE,
        scenario: slug("leak"),
        settings: BTreeMap::from([(slug("cards"), Setting::YesNo(true))]),
    });
    table.until(ONE, 60);
    assert!(due(&table).contains(&"card-holder".to_owned()));
}

fn improvise(inject: &str, title: &str, words: &str) -> Command {
    Command::Improvise {
        round: ONE,
        inject: slug(inject),
        title: title.into(),
        from: "総務".into(),
        channel: Channel::Phone,
        text: words.into(),
        public: false,
    }
}

#[test]
fn the_facilitator_can_write_one_on_the_spot() {
    let mut table = playing();
    assert_eq!(table.refused(improvise("new", "停電", "")), Refusal::TextNeeded);
    assert_eq!(table.refused(improvise("new", " ", "停電です")), Refusal::TextNeeded);
    assert_eq!(given(&table.when(improvise("new", "停電", "停電です"))), ["new"]);
    let again = table.refused(improvise("new", "停電", "また停電です"));
    assert_eq!(again, Refusal::AlreadyGiven(slug("new")));
}

#[test]
fn participants_give_nothing_while_somebody_facilitates() {
    let mut table = playing();
    table.by(participant("sato"));
    for command in [
        give("trend"),
        skip("timed"),
        tick(true),
        improvise("new", "停電", "停電です"),
        super::given::put(ONE, "c-01"),
        Command::TakeNote { id: kijo::domain::id::EntryId::from("note"), text: "迷いが長い".into() },
    ] {
        assert_eq!(table.refused(command), Refusal::FacilitatorOnly);
    }
}

/// A group that plays alone.
fn alone() -> Table {
    let mut table = table(material::small(), Facilitation::Automatic, 1);
    table.by(participant("sato"));
    table
}

#[test]
fn without_a_facilitator_what_is_due_comes_by_itself() {
    let mut table = alone();
    let events = table.choose(ONE, "leak");
    assert_eq!(kinds(&events), ["IncidentChosen", "SceneReleased", "InjectGiven"]);
    assert_eq!(given(&events), ["at-once"]);
    let events = table.when(Command::ReleaseScene { round: ONE, scene: slug("later") });
    assert_eq!(given(&events), ["timed", "unless"]);
    assert_eq!(due(&table), [] as [&str; 0]);
    let last = table.records.last().expect("events");
    assert_eq!(last.envelope.minute, Some(Minute(120)));
}

#[test]
fn without_a_facilitator_another_incident_may_still_be_chosen_before_play() {
    let mut table = alone();
    table.choose(ONE, "leak");
    table.choose(ONE, "spam");
    assert_eq!(table.play(ONE).scenario, "spam");
}

#[test]
fn notes_are_kept_with_their_group_and_time() {
    let mut table = playing();
    table.until(ONE, 20);
    let note =
        |words: &str| Command::TakeNote { id: kijo::domain::id::EntryId::from("note"), text: words.into() };
    assert_eq!(table.refused(note("\n")), Refusal::TextNeeded);
    table.when(note(" 迷いが長い "));
    let notes = &table.session.workshop().notes;
    assert_eq!(notes[0].text, "迷いが長い");
    assert_eq!(notes[0].minute, Some(Minute(20)));
}

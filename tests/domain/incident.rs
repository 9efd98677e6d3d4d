//! Choosing the incident of a round and its parameters (W-38, W-27).

use std::collections::BTreeMap;

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::{Event, Facilitation};
use kijo::domain::id::{Minute, Slug, slug};
use kijo::domain::play::DisclosureKind;
use kijo::domain::scenario::Setting;
use kijo::domain::sheet::Artefact;
use kijo::domain::words::Lang;

use super::given::{ONE, TWO, at, beginning, choose, form, kinds, playing, response, shipped, small, text};
use super::material;

fn with(settings: &[(&str, Setting)]) -> Command {
    Command::ChooseIncident {
        round: ONE,
        scenario: slug("leak"),
        settings: settings.iter().map(|(id, setting)| (slug(id), setting.clone())).collect(),
    }
}

fn chosen(events: &[Event]) -> BTreeMap<Slug, Setting> {
    match &events[0] {
        Event::IncidentChosen { settings, .. } => settings.clone(),
        other => panic!("{other:?} is no choice"),
    }
}

#[test]
fn what_nobody_sets_takes_its_default_and_is_recorded() {
    let events = small().when(with(&[("cards", Setting::YesNo(true))]));
    assert_eq!(kinds(&events), ["IncidentChosen", "SceneReleased"]);
    let expected = [
        (slug("records"), Setting::Number(1_000)),
        (slug("cards"), Setting::YesNo(true)),
        (slug("data"), Setting::Choice(slug("customer"))),
    ];
    assert_eq!(chosen(&events), BTreeMap::from(expected));
}

#[test]
fn the_first_notice_and_the_first_scene_come_with_it() {
    let table = playing();
    let play = table.play(ONE);
    assert_eq!(play.minute, Minute(0));
    let told: Vec<_> = play.disclosed.iter().map(|one| one.kind).collect();
    assert_eq!(told, [DisclosureKind::Hook, DisclosureKind::Scene]);
    assert_eq!(play.disclosed[0].text.get(Lang::Ja), "1,000件の情報が見つかりました");
    assert_eq!(play.disclosed[0].text.get(Lang::En), "1,000 records were found");
}

#[test]
fn numbers_stay_within_their_bounds() {
    for number in [1, 2_000] {
        small().when(with(&[("records", Setting::Number(number))]));
    }
    for number in [0, 2_001, u64::MAX] {
        let refusal = small().refused(with(&[("records", Setting::Number(number))]));
        assert_eq!(refusal, Refusal::Parameter(slug("records")));
    }
}

#[test]
fn a_value_of_another_kind_or_another_name_is_refused() {
    let wrong = [
        ("records", Setting::YesNo(true)),
        ("cards", Setting::Number(1)),
        ("data", Setting::Choice(slug("secrets"))),
        ("weather", Setting::YesNo(true)),
    ];
    for (name, setting) in wrong {
        let refusal = small().refused(with(&[(name, setting)]));
        assert_eq!(refusal, Refusal::Parameter(slug(name)));
    }
}

#[test]
fn every_offered_count_of_the_source_may_be_chosen() {
    for number in [50, 500, 5_000, 50_000, 500_000, 5_000_000] {
        let mut table = shipped();
        let settings = BTreeMap::from([(slug("records"), Setting::Number(number))]);
        table.when(Command::ChooseIncident { round: ONE, scenario: slug("targeted-attack"), settings });
        assert_eq!(table.play(ONE).settings["records"], Setting::Number(number));
    }
}

#[test]
fn only_prepared_incidents_can_be_chosen() {
    let library = material::small();
    let mut begun = beginning(&library, Facilitation::Console, 1);
    begun.scenarios = vec![slug("spam")];
    let session = kijo::store::Session::begin(kijo::store::MemoryLog::default(), library);
    let mut table = super::given::Table::on(session);
    table.for_the_room().when(Command::Create(begun));
    table.in_group(1);
    assert_eq!(table.refused(choose(ONE, "leak")), Refusal::NotPrepared(slug("leak")));
    assert_eq!(table.refused(choose(ONE, "absent")), Refusal::NotPrepared(slug("absent")));
    table.choose(ONE, "spam");
}

#[test]
fn before_play_another_incident_or_other_parameters_may_be_chosen() {
    let mut table = playing();
    table.when(with(&[("records", Setting::Number(50))]));
    assert_eq!(table.play(ONE).settings["records"], Setting::Number(50));
    table.choose(ONE, "spam");
    assert_eq!(table.play(ONE).scenario, "spam");
    assert_eq!(table.play(ONE).disclosed.len(), 2, "nothing of the former incident is left");
}

#[test]
fn once_anything_was_written_the_incident_stands() {
    let mut table = playing();
    table.write(&form(at(Artefact::InitialResponse, ONE), "case-name"), text("事案"));
    assert_eq!(table.refused(choose(ONE, "spam")), Refusal::IncidentUnderWay(ONE));
    table.choose(TWO, "spam");
}

#[test]
fn once_anything_was_told_moved_seen_or_added_the_incident_stands() {
    let give = Command::GiveInject { round: ONE, inject: slug("trend"), text: None };
    let scene = Command::ReleaseScene { round: ONE, scene: slug("later") };
    let clock = Command::MoveClock { round: ONE, minute: Minute(5) };
    let tick = Command::Tick { round: ONE, action: slug("preserve"), done: true };
    let row = super::given::add(at(Artefact::ResponseTable, ONE), "rows", "row");
    for command in [give, scene, super::given::put(ONE, "c-01"), clock, tick, row] {
        let mut table = playing();
        table.when(command);
        assert_eq!(table.refused(choose(ONE, "spam")), Refusal::IncidentUnderWay(ONE));
    }
}

#[test]
fn a_sheet_of_a_round_waits_for_its_incident() {
    let mut table = small();
    let add = super::given::add(at(Artefact::ResponseTable, TWO), "rows", "row");
    assert_eq!(table.refused(add), Refusal::NoIncident(TWO));
    let write = super::given::revise(&response(ONE, "row", "action"), None, text("遮断"));
    assert_eq!(table.refused(write), Refusal::NoIncident(ONE));
}

#[test]
fn the_case_name_is_suggested_from_kind_and_month() {
    let table = playing();
    let name = table.view().suggested_case_name(ONE).expect("a suggestion");
    assert_eq!(name.get(Lang::Ja), "情報漏えい 2026-11#1");
}

#[test]
fn the_critique_rates_the_goals_of_the_incidents_that_stand() {
    let mut table = playing();
    let goals = |table: &super::given::Table| -> Vec<String> {
        let place = super::given::of_workshop(Artefact::Critique);
        let rows = table.view().rows(place, "goals");
        rows.into_iter().map(|row| row.id.to_string()).collect()
    };
    assert_eq!(goals(&table), ["leak.logs"]);
    table.choose(ONE, "spam");
    assert_eq!(goals(&table), ["spam.logs"]);
    table.choose(TWO, "leak");
    assert_eq!(goals(&table), ["spam.logs", "leak.logs"]);
    table.choose(TWO, "spam");
    assert_eq!(goals(&table), ["spam.logs"]);
}

#[test]
fn the_time_axis_is_the_one_of_the_guidance_in_use() {
    let mut library = material::small();
    let other = library.guidances().next().map(|guidance| {
        let mut other = guidance.clone();
        other.id = slug("another");
        other.slots[0].id = slug("axis-3h");
        other
    });
    library.pieces.extend(other.map(kijo::domain::library::Material::Guidance));
    let mut table = super::given::table(library, Facilitation::Console, 1);
    table.choose(ONE, "leak");
    let rows = table.view().rows(at(Artefact::InitialResponse, ONE), "axis");
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["axis-1h"]);
}

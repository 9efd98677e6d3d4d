//! A workshop on its log: all or nothing, true names, newer files, frozen material.

use std::path::PathBuf;

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::{Audience, Event, Facilitation, Step};
use kijo::domain::id::{RevisionId, slug};
use kijo::domain::library::{Library, Material};
use kijo::domain::sheet::{Artefact, Cell};
use kijo::domain::words::Lang;
use kijo::store::{
    Base, EventLog, Fault, MemoryLog, New, Order, Reading, Repeat, Session, SqliteLog, Trouble, Unrecorded,
};
use tempfile::TempDir;

use super::given::{ONE, Table, add, at, beginning, choose, form, response, revise, text, time};
use super::material;

struct Folder {
    _folder: TempDir,
    path: PathBuf,
}

fn folder() -> Folder {
    let folder = tempfile::tempdir().expect("a folder for passing files");
    let path = folder.path().join("演習.kijo");
    Folder { _folder: folder, path }
}

fn create(folder: &Folder, library: &Library) -> Table<SqliteLog> {
    let begun = beginning(library, Facilitation::Console, 1);
    let order = |command| Order {
        command,
        base: Base::Named,
        context: kijo::domain::command::Context {
            actor: kijo::domain::event::Actor::Facilitator,
            group: None,
        },
        time: time(0),
    };
    let session = Session::create(&folder.path, library, begun, order).expect("a new file");
    Table::on(session)
}

fn open(folder: &Folder) -> Table<SqliteLog> {
    Table::on(Session::open(&folder.path).expect("a workshop"))
}

fn name() -> Cell {
    form(at(Artefact::InitialResponse, ONE), "case-name")
}

/// Two processes on one log in memory, the workshop begun.
fn two() -> (Table, Table, MemoryLog) {
    let (log, library) = (MemoryLog::default(), material::small());
    let (other, third) = (log.another(), log.another());
    let mut first = Table::on(Session::begin(log, library.clone()));
    let begun = beginning(&library, Facilitation::Console, 1);
    first.for_the_room().when(Command::Create(begun));
    first.in_group(1).choose(ONE, "leak");
    let mut second = Table::on(Session::begin(other, library));
    second.session.follow().expect("a log in memory");
    (first, second, third)
}

/// An event that a program of the future writes.
fn foretold() -> New {
    New {
        at: time(0).now,
        stated: None,
        actor: kijo::domain::event::Actor::Facilitator,
        audience: Audience::Room,
        group: None,
        round: None,
        minute: None,
        kind: "WeatherTurned".to_owned(),
        v: 1,
        body: serde_json::json!({ "to": "rain" }),
        blobs: Vec::new(),
    }
}

fn append(log: &mut impl EventLog, new: New) {
    log.transact(|_| Ok::<_, ()>(vec![new])).expect("recorded");
}

#[test]
fn several_commands_are_carried_out_together_or_not_at_all() {
    let (mut table, mut other, _) = two();
    let place = at(Artefact::ResponseTable, ONE);
    let good = table.order(add(place, "rows", "row"));
    let bad = table.order(add(place, "absent", "other"));
    let refused = table.session.execute_all(vec![good.clone(), bad]);
    let why = Refusal::NoSuchSection("absent".into());
    assert_eq!(refused, Err(Unrecorded::Refused((1, why))));
    assert!(table.view().rows(place, "rows").is_empty());
    assert_eq!(other.session.follow().expect("a log in memory"), []);
    assert_eq!(table.session.execute_all(vec![good]).map(|records| records.len()), Ok(1));
}

#[test]
fn later_commands_of_a_run_see_what_the_earlier_ones_did() {
    let (mut table, ..) = two();
    let place = at(Artefact::ResponseTable, ONE);
    let action = response(ONE, "row", "action");
    let mut orders = vec![
        table.order(add(place, "rows", "row")),
        table.order(revise(&action, None, text("一"))),
        table.order(revise(&action, None, text("二"))),
        table.order(revise(&action, None, text("三"))),
    ];
    for order in &mut orders {
        order.base = Base::Newest;
    }
    let records = table.session.execute_all(orders).expect("recorded");
    let written: Vec<(RevisionId, Option<RevisionId>)> = records
        .iter()
        .filter_map(|record| match &record.event {
            Event::FieldRevised { base, .. } => {
                let id = &record.envelope.id;
                Some((RevisionId(format!("{}-{}", id.origin, id.n)), base.clone()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(written.len(), 3);
    assert_eq!(written[0].1, None);
    assert_eq!(written[1].1.as_ref(), Some(&written[0].0), "names inside a run are the real ones");
    assert_eq!(written[2].1.as_ref(), Some(&written[1].0));
    assert_eq!(table.head(&name()), None);
    assert_eq!(table.head(&action).as_ref(), Some(&written[2].0));
    assert!(table.view().group.conflicts.is_empty());
}

#[test]
fn a_failed_save_leaves_everything_as_it_was_and_can_be_tried_again() {
    let mut log = MemoryLog::default();
    log.fail(Fault { at: 3, repeat: Repeat::Once, trouble: Trouble::DiskFull });
    let library = material::small();
    let begun = beginning(&library, Facilitation::Console, 1);
    let mut table = Table::on(Session::begin(log, library));
    table.for_the_room().when(Command::Create(begun));
    table.in_group(1).choose(ONE, "leak");
    let order = table.order(revise(&name(), None, text("事案")));
    let failed = table.session.execute(order.clone());
    assert!(matches!(failed, Err(Unrecorded::Failed(_))), "{failed:?}");
    assert_eq!(table.head(&name()), None, "nothing shows as saved before it is");
    let records = table.session.execute(order).expect("there is room again");
    assert_eq!(records.len(), 1);
    let id = &records[0].envelope.id;
    let expected = RevisionId(format!("{}-{}", id.origin, id.n));
    assert_eq!(table.head(&name()), Some(expected));
}

#[test]
fn whoever_writes_second_on_an_old_state_makes_a_conflict() {
    let (mut first, mut second, _) = two();
    first.write(&name(), text("一方"));
    let events = second.write(&name(), text("他方"));
    assert_eq!(super::given::kinds(&events), ["FieldRevised", "FieldConflict"]);
    first.session.follow().expect("a log in memory");
    for table in [&first, &second] {
        assert_eq!(table.value(&name()), text("一方"));
        assert_eq!(table.view().group.conflicts[0].value, text("他方"));
    }
}

#[test]
fn what_others_wrote_comes_back_first() {
    let (mut first, mut second, _) = two();
    first.go(Step::InitialResponse(ONE));
    let records = second.tried(Command::Close { step: Step::Choose(ONE) }).expect("recorded");
    assert_eq!(super::given::kinds(&records), ["StepEntered", "StepClosed"]);
}

#[test]
fn an_event_of_a_newer_program_ends_the_reading() {
    let (mut first, mut second, mut third) = two();
    append(&mut third, foretold());
    assert_eq!(second.session.follow().expect("a log in memory"), []);
    let kind = "WeatherTurned".to_owned();
    assert_eq!(*second.session.reading(), Reading::Newer { kind: kind.clone() });
    assert_eq!(second.refused(choose(ONE, "spam")), Refusal::ReadOnly);
    first.session.follow().expect("a log in memory");
    assert_eq!(*first.session.reading(), Reading::Newer { kind });
}

#[test]
fn a_file_is_read_up_to_the_event_of_a_newer_program() {
    let folder = folder();
    let mut table = create(&folder, &material::small());
    table.choose(ONE, "leak");
    drop(table);
    append(&mut SqliteLog::open(&folder.path).expect("a workshop").log, foretold());
    let mut table = open(&folder);
    assert!(matches!(table.session.reading(), Reading::Newer { kind } if kind == "WeatherTurned"));
    assert!(!table.session.is_writable());
    assert_eq!(table.play(ONE).scenario, "leak");
    let write = revise(&name(), None, text("事案"));
    assert_eq!(table.refused(write), Refusal::ReadOnly);
}

#[test]
fn a_newer_version_of_a_known_event_is_not_guessed_at() {
    let (_, mut second, mut third) = two();
    let newer = New { kind: "BrokenOff".to_owned(), v: 2, body: serde_json::Value::Null, ..foretold() };
    append(&mut third, newer);
    second.session.follow().expect("a log in memory");
    assert!(matches!(second.session.reading(), Reading::Newer { kind } if kind == "BrokenOff"));
    assert!(!second.session.workshop().broken_off);
}

#[test]
fn opened_again_it_is_the_same_workshop() {
    let folder = folder();
    let mut table = create(&folder, &material::small());
    table.choose(ONE, "leak");
    table.put(ONE, "c-01");
    table.add(at(Artefact::ResponseTable, ONE), "rows", "row");
    let owner = response(ONE, "row", "decision-owner");
    table.write(&owner, super::given::several(&["cio"]));
    table.write(&name(), text("事案"));
    let told = format!("{:?}", table.view().group.plays);
    let head = table.session.head();
    drop(table);
    let again = open(&folder);
    assert_eq!(format!("{:?}", again.view().group.plays), told);
    assert_eq!(again.value(&name()), text("事案"));
    assert_eq!(again.view().group.contact_failures.len(), 1);
    assert_eq!(again.session.head(), head);
    assert!(again.session.is_writable());
}

#[test]
fn every_opening_writes_under_a_name_of_its_own_and_works_on() {
    let folder = folder();
    let mut table = create(&folder, &material::small());
    table.choose(ONE, "leak");
    table.write(&name(), text("一"));
    let origin = table.session.origin().to_owned();
    drop(table);
    let mut table = open(&folder);
    assert_ne!(table.session.origin(), origin);
    table.write(&name(), text("二"));
    assert_eq!(table.value(&name()), text("二"));
    assert!(table.view().group.conflicts.is_empty());
}

#[test]
fn to_be_looked_at_only_means_just_that() {
    let folder = folder();
    create(&folder, &material::small()).choose(ONE, "leak");
    let session = Session::open_read_only(&folder.path).expect("a workshop");
    assert!(!session.is_writable());
    assert_eq!(Table::on(session).play(ONE).scenario, "leak");
}

#[test]
fn a_workshop_keeps_the_material_it_began_with() {
    let folder = folder();
    let mut library = material::small();
    create(&folder, &library).choose(ONE, "leak");
    for piece in &mut library.pieces {
        if let Material::Scenario(scenario) = piece {
            scenario.title = kijo::domain::words::Bilingual::typed("書き換え");
            scenario.injects.clear();
        }
    }
    let table = open(&folder);
    let frozen = &table.session.workshop().library;
    assert_eq!(**frozen, material::small());
    assert_ne!(**frozen, library);
    let view = table.view();
    let scenario = view.scenario(ONE).expect("an incident");
    assert_eq!(scenario.title.get(Lang::Ja), "情報漏えい");
    let begun = table.session.workshop().beginning.as_ref().expect("it began");
    assert_eq!(begun.material.len(), frozen.pieces.len());
}

#[test]
fn the_shipped_material_survives_being_frozen() {
    let folder = folder();
    drop(create(&folder, material::shipped()));
    let table = open(&folder);
    assert_eq!(*table.session.workshop().library, *material::shipped());
}

#[test]
fn a_beginning_that_is_refused_leaves_no_file() {
    let folder = folder();
    let library = material::small();
    let mut begun = beginning(&library, Facilitation::Console, 1);
    begun.scenarios.push(slug("absent"));
    let order = |command| Table::on(Session::begin(MemoryLog::default(), Library::default())).order(command);
    let refused = Session::create(&folder.path, &library, begun, order);
    assert!(matches!(refused, Err(Unrecorded::Refused(Refusal::NoSuchMaterial(_)))));
    assert!(!folder.path.exists());
}

#[test]
fn nothing_is_decided_past_an_event_of_a_newer_program() {
    let (_, mut second, mut third) = two();
    append(&mut third, foretold());
    let write = revise(&name(), None, text("事案"));
    assert_eq!(second.refused(write.clone()), Refusal::ReadOnly, "though it was not read yet");
    second.session.follow().expect("a log in memory");
    assert!(matches!(second.session.reading(), Reading::Newer { .. }));
    assert_eq!(second.refused(write), Refusal::ReadOnly);
}

#[test]
fn nothing_is_taken_in_past_an_event_of_a_newer_program() {
    let (mut first, mut second, mut third) = two();
    append(&mut third, foretold());
    second.session.follow().expect("a log in memory");
    let broken_off = New { kind: "BrokenOff".to_owned(), body: serde_json::Value::Null, ..foretold() };
    append(&mut third, broken_off);
    assert_eq!(second.session.follow().expect("a log in memory"), []);
    assert!(!second.session.workshop().broken_off, "what went before it is not known");
    assert_eq!(first.session.follow().expect("a log in memory"), []);
    assert!(!first.session.workshop().broken_off);
}

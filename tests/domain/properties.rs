//! Whatever people do in whatever order: nothing panics, nothing is lost, and the record tells the same story.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use kijo::domain::command::{Command, Overrule};
use kijo::domain::event::{Actor, Event, Facilitation, Record, Step};
use kijo::domain::fact_sheet::LogKind;
use kijo::domain::flow::STEPS;
use kijo::domain::id::{EntryId, GroupId, Minute, ParticipantId, RevisionId, RowId, slug};
use kijo::domain::scenario::{Channel, Setting};
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::workshop::Workshop;
use kijo::store::{MemoryLog, Session};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::given::{
    ONE, Round, TWO, Table, at, beginning, cell, fact, form, of_workshop, response, revise, several, table,
    text,
};
use super::material;

/// One thing that somebody tries.
#[derive(Clone, Debug)]
struct Attempt {
    command: Command,
    group: Option<GroupId>,
    actor: Actor,
    /// Whether a writing names the newest revision or none.
    on_head: bool,
}

fn rounds() -> impl Strategy<Value = Round> {
    select(vec![ONE, TWO])
}

fn rows() -> impl Strategy<Value = RowId> {
    select(vec!["a", "b", "proxy", "axis-1h", "cause", "persons", "authority", "siem"]).prop_map(RowId::from)
}

fn places() -> impl Strategy<Value = kijo::domain::event::Place> {
    let artefacts = select(Artefact::ALL.to_vec());
    (artefacts, rounds()).prop_map(|(artefact, round)| {
        if artefact.is_of_a_round() { at(artefact, round) } else { of_workshop(artefact) }
    })
}

fn cells() -> impl Strategy<Value = Cell> {
    (places(), rows(), any::<prop::sample::Index>()).prop_map(|(place, row, index)| {
        let sections = place.artefact.sheet().sections;
        let fields: Vec<_> = sections
            .iter()
            .flat_map(|section| section.fields.iter().map(move |field| (section.shape, field.key)))
            .collect();
        match index.get(&fields) {
            (kijo::domain::sheet::Shape::Form, key) => form(place, key),
            (_, key) => cell(place, row.as_str(), key),
        }
    })
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Empty),
        "[あ-んa-z \n]{0,6}".prop_map(Value::Text),
        select(vec!["2026-11-20 16:40", "2026-11-20"]).prop_map(text),
        select(vec!["yes", "no", "days", "s3", "done", "notify", "deferred", "a", "cio"])
            .prop_map(|id| Value::Choice(id.into())),
        select(vec!["cio", "csirt", "executive", "access", "personal-data", "escalation"])
            .prop_map(|id| several(&[id])),
        prop_oneof![0..500_u64, Just(u64::from(u32::MAX)), Just(u64::MAX)].prop_map(Value::Number),
        prop_oneof![0..5_000_u32, Just(u32::MAX)].prop_map(|minute| Value::Minute(Minute(minute))),
    ]
}

fn writing() -> impl Strategy<Value = Command> {
    let reasons = prop::option::of(select(vec!["", "理由"]).prop_map(str::to_owned));
    prop_oneof![
        8 => (cells(), values(), reasons).prop_map(|(cell, value, reason)| Command::Revise {
            cell, base: None, value, reason,
        }),
        // Fields that are sure to exist, so that conflicts and doubts come about.
        6 => (rounds(), select(vec!["一", "二", "三"])).prop_map(|(round, words)| {
            revise(&form(at(Artefact::InitialResponse, round), "case-name"), None, text(words))
        }),
        2 => (rounds(), select(vec!["cio", "csirt"])).prop_map(|(round, who)| {
            revise(&response(round, "a", "decision-owner"), None, several(&[who]))
        }),
        2 => (select(vec!["proxy", "siem"]), prop_oneof![0..90_u64, Just(u64::from(u32::MAX))])
            .prop_map(|(row, minutes)| revise(&fact(row, "log-minutes"), None, Value::Number(minutes))),
        3 => (places(), rows(), any::<prop::sample::Index>()).prop_map(|(place, row, index)| Command::AddRow {
            place,
            section: index.get(place.artefact.sheet().sections).id.to_owned(),
            row,
            after: None,
        }),
        2 => (rounds(), rows()).prop_map(|(round, row)| Command::AddRow {
            place: at(Artefact::ResponseTable, round), section: "rows".into(), row, after: None,
        }),
        1 => (places(), rows(), prop::option::of(rows())).prop_map(|(place, row, after)| Command::MoveRow {
            place, row, after,
        }),
        1 => (places(), rows()).prop_map(|(place, row)| Command::RemoveRow { place, row }),
        1 => (places(), rows()).prop_map(|(place, row)| Command::RestoreRow { place, row }),
        1 => select(vec!["", "理由"]).prop_map(|reason| Command::OpenChangeSet {
            id: EntryId::from("set"), reason: reason.into(),
        }),
    ]
}

fn playing() -> impl Strategy<Value = Command> {
    let minutes = prop_oneof![8 => 0..3_000_u32, 1 => Just(u32::MAX)];
    let injects = select(vec!["at-once", "timed", "unless", "asked", "trend", "new"]);
    let kinds = select(vec![LogKind::Access, LogKind::Query]);
    let factors = select(vec!["c-01", "c-02", "c-03", "c-04", "c-05"]);
    let ids = || select(vec!["r1", "r2", "r3"]).prop_map(EntryId::from);
    prop_oneof![
        3 => (rounds(), select(vec!["leak", "spam"]), prop::option::of(0..3_000_u64)).prop_map(
            |(round, scenario, records)| Command::ChooseIncident {
                round,
                scenario: slug(scenario),
                settings: records.map(|n| (slug("records"), Setting::Number(n))).into_iter().collect(),
            }
        ),
        2 => (rounds(), select(vec!["start", "later", "day"])).prop_map(|(round, scene)| {
            Command::ReleaseScene { round, scene: slug(scene) }
        }),
        3 => (rounds(), minutes).prop_map(|(round, minute)| Command::MoveClock { round, minute: Minute(minute) }),
        2 => (rounds(), injects.clone()).prop_map(|(round, inject)| Command::GiveInject {
            round, inject: slug(inject), text: None,
        }),
        1 => (rounds(), injects).prop_map(|(round, inject)| Command::SkipInject { round, inject: slug(inject) }),
        1 => rounds().prop_map(|round| Command::Improvise {
            round, inject: slug("new"), title: "停電".into(), from: String::new(), channel: Channel::Chat,
            text: "停電です".into(), public: false,
        }),
        2 => (rounds(), ids(), select(vec!["proxy", "siem", "absent"]), kinds).prop_map(
            |(round, request, row, log)| Command::AskLog { round, request, row: slug(row), log }
        ),
        2 => (rounds(), ids(), any::<bool>()).prop_map(|(round, request, overrule)| Command::AnswerLog {
            round,
            request,
            overrule: overrule.then(|| Overrule { text: "別の答え".into(), note: "理由".into() }),
        }),
        1 => (rounds(), any::<bool>()).prop_map(|(round, done)| Command::Tick {
            round, action: slug("preserve"), done,
        }),
        3 => (rounds(), factors).prop_map(|(round, factor)| Command::PutFactor {
            round, factor: slug(factor), draw: None,
        }),
        1 => (rounds(), rows()).prop_map(|(round, row)| Command::AskPress {
            round, row, text: "なぜ".into(), asked_by: String::new(), hostility: 9,
        }),
    ]
}

fn moving_on() -> impl Strategy<Value = Command> {
    let steps = || select(STEPS.to_vec());
    let sato = || ParticipantId::from("sato");
    prop_oneof![
        4 => steps().prop_map(|step| Command::Enter { step }),
        1 => steps().prop_map(|step| Command::Close { step }),
        1 => steps().prop_map(|step| Command::Reopen { step }),
        1 => Just(Command::Join { person: sato(), name: "佐藤".into() }),
        1 => Just(Command::Leave { person: sato() }),
        1 => prop::option::of(Just(sato())).prop_map(|person| Command::Seat { stakeholder: slug("cio"), person }),
        1 => Just(Command::HandPen { person: Some(sato()) }),
        1 => Just(Command::BreakOff),
        2 => Just(Command::Resume),
    ]
}

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let command = prop_oneof![4 => writing(), 3 => playing(), 2 => moving_on()];
    let group = prop_oneof![8 => Just(Some(GroupId(1))), 3 => Just(Some(GroupId(2))), 1 => Just(None)];
    let actor = prop_oneof![3 => Just(Actor::Facilitator), 1 => Just(super::given::participant("sato"))];
    let one = (command, group, actor, prop::bool::weighted(0.7));
    let attempt = one.prop_map(|(command, group, actor, on_head)| Attempt { command, group, actor, on_head });
    vec(attempt, 1..60)
}

/// Two groups, the first incident chosen in both, so that most attempts get somewhere.
fn played(facilitation: Facilitation, attempts: &[Attempt]) -> Table {
    let mut table = table(material::small(), facilitation, 2);
    for group in [1, 2] {
        table.in_group(group).choose(ONE, "leak");
    }
    for attempt in attempts {
        table.group = attempt.group;
        table.actor = attempt.actor.clone();
        let mut command = attempt.command.clone();
        if let Command::Revise { cell, base, .. } = &mut command
            && attempt.on_head
        {
            *base = table.head(cell);
        }
        // Refusals are fine; panics are not.
        let _ = table.tried(command);
    }
    table
}

/// Everything that is known of a workshop, in an order of its own.
fn picture(workshop: &Workshop) -> String {
    let mut picture = format!("{:?} {:?} {}\n", workshop.people, workshop.notes, workshop.broken_off);
    for (id, group) in &workshop.groups {
        let view = workshop.view(*id).expect("a group");
        let _ = writeln!(
            picture,
            "{id:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}\n{:?}\n{:?}\n{:?}",
            group.name,
            group.seats,
            group.recorder,
            group.step,
            group.stage,
            group.closed,
            group.plays,
            group.change_sets,
            group.conflicts,
            group.contact_failures,
        );
        for artefact in Artefact::ALL {
            for place in [of_workshop(artefact), at(artefact, ONE), at(artefact, TWO)] {
                let _ = writeln!(picture, "{:?}", group.sheets.all_rows(place));
                for cell in view.cells(place) {
                    let _ = writeln!(picture, "{cell:?} = {:?}", view.value(&cell));
                }
            }
        }
        let histories: BTreeMap<_, _> = group.sheets.histories().collect();
        let _ = writeln!(picture, "{histories:?}");
    }
    picture
}

/// The same workshop told once more from its record, checking each event against what stood before it.
fn replayed(records: &[Record]) -> Workshop {
    let mut workshop = Workshop::new(Arc::new(material::small()));
    let mut clocks: BTreeMap<(GroupId, Round), Minute> = BTreeMap::new();
    for record in records {
        if let Event::FieldRevised { cell, base, .. } = &record.event {
            for group in workshop.groups.iter().filter(|(id, _)| concerns(record, **id)) {
                let head = group.1.sheets.history(cell).and_then(|history| history.head());
                assert_eq!(head.map(|head| &head.id), base.as_ref(), "written on something else: {record:?}");
            }
        }
        workshop.apply(record);
        for (id, group) in &workshop.groups {
            for (round, play) in &group.plays {
                let clock = clocks.entry((*id, *round)).or_default();
                assert!(play.minute >= *clock, "time went back with {record:?}");
                *clock = play.minute;
            }
        }
    }
    workshop
}

fn concerns(record: &Record, group: GroupId) -> bool {
    record.envelope.group.is_none_or(|id| id == group)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_record_tells_the_same_story(attempts in attempts(), alone in any::<bool>()) {
        let facilitation = if alone { Facilitation::Automatic } else { Facilitation::Console };
        let table = played(facilitation, &attempts);
        let again = replayed(&table.records);
        prop_assert_eq!(picture(&again), picture(table.session.workshop()));
    }

    #[test]
    fn every_look_at_a_workshop_works(attempts in attempts()) {
        let table = played(Facilitation::Console, &attempts);
        let workshop = table.session.workshop();
        for id in workshop.groups.keys() {
            let view = workshop.view(*id).expect("a group");
            for step in STEPS {
                let gaps = view.gaps(step);
                prop_assert!(view.scenario(ONE).is_some() || !gaps.is_empty() || step.round().is_none());
            }
            for round in [ONE, TWO] {
                if let (Some(play), Some(scenario)) = (view.play(round), view.scenario(round)) {
                    let values = play.values(scenario);
                    let Some(kijo::domain::placeholder::Value::Number(records)) = values.get("records") else {
                        panic!("the incident has this number");
                    };
                    prop_assert!(*records <= 5_000);
                    let _ = play.due(scenario).count() + play.questions(scenario).count();
                }
            }
        }
    }

    #[test]
    fn two_who_race_lose_nothing(turns in vec((any::<bool>(), any::<bool>(), 0..3_usize), 1..30)) {
        let log = MemoryLog::default();
        let library = material::small();
        let other = log.another();
        let begun = beginning(&library, Facilitation::Console, 1);
        let mut first = Table::on(Session::begin(log, library.clone()));
        first.for_the_room().when(Command::Create(begun));
        first.in_group(1).choose(ONE, "leak");
        let mut tables = [first, Table::on(Session::begin(other, library))];
        tables[1].session.follow().expect("a log in memory");
        let fields = ["case-name", "reporter", "verbatim"];
        let mut written = Vec::new();
        for (turn, (second, looks, field)) in turns.into_iter().enumerate() {
            let table = &mut tables[usize::from(second)];
            if looks {
                table.session.follow().expect("a log in memory");
            }
            let cell = form(at(Artefact::InitialResponse, ONE), fields[field]);
            table.write(&cell, text(&format!("{turn}番")));
            written.push((cell, text(&format!("{turn}番"))));
        }
        for table in &mut tables {
            table.session.follow().expect("a log in memory");
        }
        let pictures = tables.each_ref().map(|table| picture(table.session.workshop()));
        prop_assert_eq!(&pictures[0], &pictures[1]);
        let group = &tables[0].session.workshop().groups[&GroupId(1)];
        let events: Vec<Record> = tables.iter().flat_map(|table| table.records.clone()).collect();
        for (cell, value) in written {
            let history = group.sheets.history(&cell).expect("it was written");
            let stands = history.head().is_some_and(|head| head.value == value);
            let open = group.conflicts.iter().any(|conflict| conflict.cell == cell && conflict.value == value);
            let revision = history.revisions.iter().find(|one| one.value == value).map(|one| &one.id);
            prop_assert!(stands || open || revision.is_some_and(|id| knowingly_replaced(&events, id)), "{:?}", value);
        }
    }
}

/// Whether somebody wrote over this revision with it before them.
fn knowingly_replaced(records: &[Record], id: &RevisionId) -> bool {
    records
        .iter()
        .any(|record| matches!(&record.event, Event::FieldRevised { base: Some(base), .. } if base == id))
}

#[test]
fn a_step_of_every_kind_is_known() {
    let round_of = |step: &Step| step.round();
    assert_eq!(STEPS.iter().filter_map(round_of).filter(|round| *round == TWO).count(), 6);
}

//! The shipped factors in any order and number, at any time: what grows never shrinks nor passes its bounds, and the
//! record tells the same story however often it is told.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, TimeDelta};
use kijo::domain::command::{Command, Context, Refusal};
use kijo::domain::event::{Actor, Beginning, Envelope, EventId, Facilitation, Record, Round, Step};
use kijo::domain::flow::STEPS;
use kijo::domain::id::{GroupId, Minute, Slug, slug};
use kijo::domain::library::{Library, Material};
use kijo::domain::play::Play;
use kijo::domain::scenario::{ParameterKind, Scenario};
use kijo::domain::workshop::{self, Workshop};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::material::{Settings, library, offered, scenarios};

const GROUP: GroupId = GroupId(1);

/// A workshop without a file, and what happened in it.
struct Table {
    workshop: Workshop,
    records: Vec<Record>,
}

/// One thing that the facilitator does.
#[derive(Clone, Debug)]
enum Move {
    Put(Slug),
    Wait(u32),
    Scene,
    Press,
}

/// The shipped material, in which every factor fits every incident.
fn fitting() -> Arc<Library> {
    static FITTING: OnceLock<Arc<Library>> = OnceLock::new();
    let made = FITTING.get_or_init(|| {
        let mut fitting = library().clone();
        let all: Vec<Slug> = library().factors().map(|factor| factor.id.clone()).collect();
        for piece in &mut fitting.pieces {
            if let Material::Scenario(scenario) = piece {
                scenario.factors.clone_from(&all);
            }
        }
        Arc::new(fitting)
    });
    Arc::clone(made)
}

impl Table {
    /// The second round of an incident begins.
    fn in_round_two(scenario: &Scenario, settings: &Settings) -> Self {
        let first = |found: Option<&Slug>| found.expect("one of each is shipped").clone();
        let library = fitting();
        let begun = Beginning {
            title: "机上演習".into(),
            facilitation: Facilitation::Console,
            seed: 1,
            material: Vec::new(),
            fact_sheet: slug("example-manufacturing"),
            stakeholders: slug("example-manufacturing-people"),
            policies: first(library.policies().map(|piece| &piece.id).next()),
            guidance: first(library.guidances().map(|piece| &piece.id).next()),
            scenarios: vec![scenario.id.clone()],
            groups: 1,
        };
        let mut table = Self { workshop: Workshop::new(library), records: Vec::new() };
        let choose = |round, settings: &Settings| Command::ChooseIncident {
            round,
            scenario: scenario.id.clone(),
            settings: settings.clone(),
        };
        let beginning = [
            Command::Create(begun),
            choose(Round::One, &Settings::new()),
            Command::Enter { step: Step::Review },
            choose(Round::Two, settings),
        ];
        for command in beginning {
            table.command(command).expect("nothing stands against it");
        }
        table
    }

    fn command(&mut self, command: Command) -> Result<(), Refusal> {
        let group = self.workshop.beginning.is_some().then_some(GROUP);
        let context = Context { actor: Actor::Facilitator, group };
        for event in workshop::decide(&self.workshop, command, &context)? {
            let n = self.records.len() as u64 + 1;
            let start = DateTime::parse_from_rfc3339("2026-11-21T13:00:00+09:00").expect("a time");
            let (round, minute) = self.workshop.reading(group, &event);
            let envelope = Envelope {
                id: EventId { origin: "test".into(), n },
                at: start + TimeDelta::minutes(n.cast_signed()),
                stated: None,
                actor: Actor::Facilitator,
                audience: event.audience(group),
                group,
                round,
                minute,
            };
            let record = Record { envelope, event };
            self.workshop.apply(&record);
            self.records.push(record);
        }
        Ok(())
    }

    /// Does what was meant, if it can be done now.
    fn attempt(&mut self, what: &Move) {
        let round = Round::Two;
        let play = self.play();
        let command = match what {
            Move::Put(factor) => Some(Command::PutFactor { round, factor: factor.clone(), draw: None }),
            Move::Wait(minutes) => {
                Some(Command::MoveClock { round, minute: Minute(play.minute.0.saturating_add(*minutes)) })
            }
            Move::Scene => {
                let scenario = self.workshop.library.scenario(play.scenario.as_str()).expect("shipped");
                play.next_scene(scenario)
                    .map(|scene| Command::ReleaseScene { round, scene: scene.id.clone() })
            }
            Move::Press => Some(Command::Enter { step: Step::Press(round) }),
        };
        // Refusals are fine: a factor that is in force, a clock that stands.
        if let Some(command) = command {
            let _ = self.command(command);
        }
    }

    fn play(&self) -> &Play {
        self.workshop.view(GROUP).and_then(|view| view.play(Round::Two)).expect("an incident")
    }

    /// The numbers of the incident as they stand.
    fn numbers(&self, scenario: &Scenario) -> BTreeMap<Slug, u64> {
        let values = self.play().values(scenario);
        let number = |id: &Slug| values.number(id.as_str()).map(|number| (id.clone(), number));
        scenario.parameters.iter().filter_map(|parameter| number(&parameter.id)).collect()
    }

    /// The same record, told from the beginning.
    fn again(&self) -> Workshop {
        let mut workshop = Workshop::new(fitting());
        self.records.iter().for_each(|record| workshop.apply(record));
        workshop
    }
}

/// Everything that factors touch: the rounds, what is flagged and what is missing.
fn picture(workshop: &Workshop) -> String {
    let view = workshop.view(GROUP).expect("a group");
    let gaps: Vec<_> = STEPS.into_iter().map(|step| view.gaps(step)).collect();
    format!("{:?}\n{gaps:?}", view.group.plays)
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let factors: Vec<Slug> = library().factors().map(|factor| factor.id.clone()).collect();
    let minutes = prop_oneof![8 => 0..2_000_u32, 1 => Just(60_000), 1 => Just(u32::MAX)];
    let one = prop_oneof![
        4 => select(factors).prop_map(Move::Put),
        4 => minutes.prop_map(Move::Wait),
        2 => Just(Move::Scene),
        1 => Just(Move::Press),
    ];
    vec(one, 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numbers_never_fall_and_never_pass_their_most(
        scenario in select(scenarios()), setting in any::<Index>(), moves in moves(),
    ) {
        let settings = setting.get(&offered(scenario)).clone();
        let mut table = Table::in_round_two(scenario, &settings);
        let (mut numbers, mut minute) = (table.numbers(scenario), table.play().minute);
        for one in &moves {
            table.attempt(one);
            let now = table.numbers(scenario);
            for (id, number) in &now {
                let parameter = scenario.parameters.iter().find(|parameter| parameter.id == *id);
                let Some(ParameterKind::Number { most, grows, .. }) = parameter.map(|parameter| &parameter.kind) else {
                    panic!("{id} is a number");
                };
                prop_assert!(*number >= numbers[id] && number <= most, "{}: {} after {}", id, number, numbers[id]);
                prop_assert!(*grows || *number == numbers[id], "{} does not grow", id);
            }
            prop_assert!(table.play().minute >= minute, "time went back");
            (numbers, minute) = (now, table.play().minute);
        }
    }

    #[test]
    fn the_same_events_make_the_same_round(
        scenario in select(scenarios()), setting in any::<Index>(), moves in moves(),
    ) {
        let settings = setting.get(&offered(scenario)).clone();
        let mut table = Table::in_round_two(scenario, &settings);
        for one in &moves {
            table.attempt(one);
        }
        let told = picture(&table.workshop);
        prop_assert_eq!(picture(&table.again()), &*told);
        prop_assert_eq!(picture(&table.again()), told);
    }
}

#[test]
fn spreading_damage_raises_every_number_of_every_incident() {
    for scenario in scenarios() {
        let mut table = Table::in_round_two(scenario, &Settings::new());
        let least = |id: &Slug, number: u64| {
            let parameter = scenario.parameters.iter().find(|parameter| parameter.id == *id);
            matches!(parameter.map(|one| &one.kind), Some(ParameterKind::Number { grows: true, most, .. }) if *most > number)
        };
        let before = table.numbers(scenario);
        for one in [Move::Put(slug("c-02")), Move::Wait(120), Move::Wait(480)] {
            table.attempt(&one);
        }
        for (id, number) in table.numbers(scenario) {
            assert!(least(&id, before[&id]) && number > before[&id], "{} {id}: {number}", scenario.id);
        }
    }
}

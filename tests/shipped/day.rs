//! A day at the table: what the facilitator and the group do, written down as files of commands and applied to a
//! workshop file the way `kijo apply` does it.

use kijo::begin::{self, Options};
use kijo::commands_file;
use kijo::domain::command::Command;
use kijo::domain::event::{Place, Round, Step};
use kijo::domain::id::{EntryId, GroupId, ParticipantId, RowId, Slug, slug};
use kijo::domain::library::{Library, Material};
use kijo::domain::play::Play;
use kijo::domain::scenario::{Inject, Scenario, Trigger};
use kijo::domain::sheet::{Artefact, Cell, Field, FieldKind, Shape, Source, Value};
use kijo::domain::words::Lang;
use kijo::domain::workshop::GroupView;
use kijo::store::Session;
use ron::extensions::Extensions;
use tempfile::TempDir;

use super::material::{Settings, library};

const FACILITATOR: &str = "facilitator";

/// Who writes for the group.
const RECORDER: &str = "佐藤";

/// A workshop in its file.
pub struct Day {
    _folder: TempDir,
    session: Session,
    /// Commands that are written down and not applied yet.
    file: Vec<String>,
    /// How many things were given a name of their own so far.
    named: usize,
}

impl Day {
    /// A facilitated workshop of one group in the organisation of a fact sheet, with these incidents at hand; the group
    /// has met.
    pub fn at(fact_sheet: &str, incidents: [&str; 2]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let library = at_hand(fact_sheet, incidents);
        let options =
            Options { fact_sheet: Some(fact_sheet.to_owned()), seed: Some(1), ..Options::default() };
        let path = folder.path().join("day.kijo");
        let session = begin::create(&path, &library, &options, Lang::Ja).expect("a workshop");
        let mut day = Self { _folder: folder, session, file: Vec::new(), named: 0 };
        let person = ParticipantId::from("sato");
        day.facilitator(&Command::Join { person: person.clone(), name: RECORDER.into() });
        day.facilitator(&Command::Seat { stakeholder: slug("csirt"), person: Some(person.clone()) });
        day.facilitator(&Command::HandPen { person: Some(person) });
        day.step(Step::Preparation, |_| {});
        day.step(Step::Introduction, |_| {});
        day
    }

    /// The group as it stands.
    pub fn view(&self) -> GroupView<'_> {
        self.session.workshop().view(GroupId(1)).expect("one group")
    }

    pub fn play(&self, round: Round) -> &Play {
        self.view().play(round).expect("an incident")
    }

    pub fn scenario(&self, round: Round) -> &'static Scenario {
        library().scenario(self.play(round).scenario.as_str()).expect("shipped")
    }

    /// The end of the record.
    pub fn head(&self) -> String {
        self.session.head()
    }

    /// The whole of a round: the incident, its sheets, the conference.
    pub fn round(&mut self, round: Round, incident: &str, settings: &Settings, factors: &[&str]) {
        self.step(Step::Choose(round), |day| {
            let (scenario, settings) = (slug(incident), settings.clone());
            day.facilitator(&Command::ChooseIncident { round, scenario, settings });
        });
        if round == Round::Two {
            self.step(Step::Factor, |day| {
                for factor in factors {
                    day.facilitator(&Command::PutFactor { round, factor: slug(factor), draw: None });
                }
            });
        }
        self.step(Step::InitialResponse(round), |day| {
            day.tick_the_first(round);
            day.work_on(Artefact::InitialResponse, Some(round));
        });
        self.step(Step::ResponseTable(round), |day| day.respond(round));
        self.step(Step::Report(round), |day| day.work_on(Artefact::Report, Some(round)));
        self.step(Step::Press(round), |day| day.meet_the_press(round));
    }

    /// The review: the fact-sheet row that fell short is improved for a reason, and somebody is to see to it.
    pub fn review(&mut self, row: &Slug, reason: &str) {
        self.step(Step::Review, |day| {
            let id = EntryId(day.name("set"));
            day.group(&Command::OpenChangeSet { id, reason: reason.into() });
            let row = RowId::from(row);
            let fact = |field: &str| Cell::row(Artefact::FactSheet, None, &row, field);
            day.revise(fact("log-retention"), Value::Choice("days".into()));
            day.revise(fact("log-days"), Value::Number(400));
            day.work_on(Artefact::Improvements, None);
        });
    }

    /// The critique.
    pub fn wrap_up(&mut self) {
        self.step(Step::WrapUp, |day| day.work_on(Artefact::Critique, None));
        self.happens();
    }

    /// Goes to a step, does what is done there and closes it.
    fn step(&mut self, step: Step, there: impl FnOnce(&mut Self)) {
        self.facilitator(&Command::Enter { step });
        there(self);
        self.facilitator(&Command::Close { step });
    }

    /// One expected action is seen at once, so that what would come without it never does.
    fn tick_the_first(&mut self, round: Round) {
        self.happens();
        if let Some(action) = forestalled(self.scenario(round)) {
            self.facilitator(&Command::Tick { round, action, done: true });
        }
    }

    /// Scene by scene: what is due is given out, every log is asked for, rows are written, for each phase too.
    fn respond(&mut self, round: Round) {
        let scenario = self.scenario(round);
        self.give_what_is_due(round);
        self.ask_for_everything(round);
        for scene in scenario.scenes.iter().skip(1) {
            self.facilitator(&Command::ReleaseScene { round, scene: scene.id.clone() });
            self.add_row(Artefact::ResponseTable, Some(round), "rows");
            self.give_what_is_due(round);
        }
        let play = self.play(round);
        let by_hand = |inject: &&Inject| inject.trigger == Trigger::Manual && play.is_open(scenario, inject);
        let open = scenario.injects.iter().filter(by_hand).map(|inject| inject.id.clone()).collect();
        self.give(round, open);
        for phase in ["a", "b", "c", "d", "e"] {
            let row = self.add_row(Artefact::ResponseTable, Some(round), "rows");
            let cell = Cell::row(Artefact::ResponseTable, Some(round), &row, "phase");
            self.revise(cell, Value::Choice(phase.into()));
        }
        self.fill(Artefact::ResponseTable, Some(round));
        for beside in [Artefact::Chronology, Artefact::DecisionMemo, Artefact::OutgoingTexts] {
            self.work_on(beside, Some(round));
        }
    }

    fn give_what_is_due(&mut self, round: Round) {
        self.happens();
        let due = self.play(round).due(self.scenario(round)).map(|inject| inject.id.clone()).collect();
        self.give(round, due);
    }

    fn give(&mut self, round: Round, injects: Vec<Slug>) {
        for inject in injects {
            self.facilitator(&Command::GiveInject { round, inject, text: None });
        }
    }

    fn ask_for_everything(&mut self, round: Round) {
        for one in &self.scenario(round).requests {
            let request = EntryId(self.name("log"));
            let (row, log) = (one.need.row.clone(), one.need.kind);
            self.group(&Command::AskLog { round, request: request.clone(), row, log });
            self.facilitator(&Command::AnswerLog { round, request, overrule: None });
        }
        self.give_what_is_due(round);
    }

    /// The agenda, and the five most hostile questions answered, or not.
    fn meet_the_press(&mut self, round: Round) {
        self.work_on(Artefact::Agenda, Some(round));
        // Factors may have struck as the conference opened.
        self.happens();
        let (play, scenario) = (self.play(round), self.scenario(round));
        let mut questions: Vec<_> = play.questions(scenario).collect();
        questions.sort_by_key(|question| std::cmp::Reverse(question.hostility));
        let asked: Vec<_> = questions
            .iter()
            .take(5)
            .map(|question| (play.filled(scenario, &question.text).ja, question.hostility))
            .collect();
        let outcomes = ["answered", "deferred", "declined", "unanswered", "contradicts"];
        for ((text, hostility), outcome) in asked.into_iter().zip(outcomes) {
            let row = RowId(self.name("question"));
            let asked_by = "社会部の記者".to_owned();
            self.facilitator(&Command::AskPress { round, row: row.clone(), text, asked_by, hostility });
            let cell = Cell::row(Artefact::Press, Some(round), &row, "outcome");
            self.revise(cell, Value::Choice(outcome.into()));
        }
        self.fill(Artefact::Press, Some(round));
    }

    /// Two rows more wherever rows can be added, and something in every cell.
    fn work_on(&mut self, artefact: Artefact, round: Option<Round>) {
        let sections = artefact.sheet().sections.iter().filter(|section| section.shape == Shape::Rows);
        for section in sections.flat_map(|section| [section, section]) {
            self.add_row(artefact, round, section.id);
        }
        self.fill(artefact, round);
    }

    fn add_row(&mut self, artefact: Artefact, round: Option<Round>, section: &str) -> RowId {
        let (place, row) = (Place { artefact, round }, RowId(self.name("row")));
        let command = Command::AddRow { place, section: section.into(), row: row.clone(), after: None };
        self.group(&command);
        row
    }

    /// Writes into every cell of a sheet in which nothing stands yet.
    fn fill(&mut self, artefact: Artefact, round: Option<Round>) {
        self.happens();
        let view = self.view();
        let cells = view.cells(Place { artefact, round });
        let empty = cells.into_iter().filter(|cell| view.value(cell).is_empty());
        let written: Vec<_> = empty.filter_map(|cell| Some((something(&view, &cell)?, cell))).collect();
        for (value, cell) in written {
            self.revise(cell, value);
        }
    }

    fn revise(&mut self, cell: Cell, value: Value) {
        self.group(&Command::Revise { cell, base: None, value, reason: None });
    }

    fn name(&mut self, kind: &str) -> String {
        self.named += 1;
        format!("{kind}-{}", self.named)
    }

    fn facilitator(&mut self, command: &Command) {
        self.write_down(FACILITATOR, command);
    }

    fn group(&mut self, command: &Command) {
        self.write_down(RECORDER, command);
    }

    fn write_down(&mut self, by: &str, command: &Command) {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let command = options.to_string(command).expect("a command can be written down");
        self.file.push(format!("(by: \"{by}\", do: {command}),"));
    }

    /// Applies what was written down.
    fn happens(&mut self) {
        let lines = std::mem::take(&mut self.file);
        if lines.is_empty() {
            return;
        }
        let file = format!("(\n    format: 1,\n    commands: [\n{}\n    ],\n)\n", lines.join("\n"));
        let applied = commands_file::apply(&mut self.session, &file);
        if let Err(failure) = applied {
            panic!("{}\n{file}", failure.describe(std::path::Path::new("day.ron"), Lang::En));
        }
    }
}

/// The shipped material without what this day does not use: all of it would be frozen into every file.
fn at_hand(fact_sheet: &str, incidents: [&str; 2]) -> Library {
    let mut library = library().clone();
    library.pieces.retain(|piece| match piece {
        Material::Scenario(one) => incidents.contains(&one.id.as_str()),
        Material::FactSheet(one) => one.id == *fact_sheet,
        _ => true,
    });
    library
}

/// The expected action without which something comes first.
pub fn forestalled(scenario: &Scenario) -> Option<Slug> {
    let unless = scenario.injects.iter().filter_map(|inject| match &inject.trigger {
        Trigger::Unless(action, at) => Some((at, action)),
        _ => None,
    });
    unless.min_by_key(|(at, _)| **at).map(|(_, action)| action.clone())
}

/// Something that a cell takes: an option that is offered, a number, or words.
fn something(view: &GroupView<'_>, cell: &Cell) -> Option<Value> {
    let (_, field) = cell.definition()?;
    Some(match field.kind {
        FieldKind::Line | FieldKind::Text => Value::Text(words(view, cell, field)),
        FieldKind::Choice(options) => Value::Choice(options.first()?.id.to_owned()),
        FieldKind::Given(source) => Value::Choice(offered(view, source)?),
        FieldKind::Several(source) => Value::Several(vec![slug(&offered(view, source)?)]),
        FieldKind::Number => Value::Number(50),
        FieldKind::Minute => Value::Minute(view.play(cell.round?)?.minute),
        FieldKind::Moment => Value::Text("2027-03-01 10:00".into()),
    })
}

fn words(view: &GroupView<'_>, cell: &Cell, field: &Field) -> String {
    let named =
        cell.round.filter(|_| field.key == "case-name").and_then(|round| view.suggested_case_name(round));
    named.map_or_else(|| format!("{}についての記入", field.label.ja), |name| name.ja)
}

/// The CSIRT where people are asked for, the first of anything else.
fn offered(view: &GroupView<'_>, source: Source) -> Option<String> {
    let mut ids = view.options(source).into_iter().map(|(id, _)| id);
    if source == Source::Stakeholders { ids.find(|id| id == "csirt") } else { ids.next() }
}

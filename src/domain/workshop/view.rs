//! One group looked at together with the material: what a cell holds, what may be picked, what a row is called.

use super::group::{Group, Stage};
use super::sheets::{Revision, goal_row};
use super::{Workshop, sheets};
use crate::domain::environment;
use crate::domain::event::{Place, Round};
use crate::domain::fact_sheet::LogKind;
use crate::domain::id::{GroupId, RowId, Slug};
use crate::domain::play::Play;
use crate::domain::scenario::Scenario;
use crate::domain::sheet::record::OUTGOING;
use crate::domain::sheet::report::{REPORT_COUNTS, REPORT_ITEMS};
use crate::domain::sheet::{Artefact, Cell, FieldKind, Shape, Source, Value};
use crate::domain::words::Bilingual;

/// One group and the workshop around it.
#[derive(Clone, Copy, Debug)]
pub struct GroupView<'a> {
    /// The workshop.
    pub workshop: &'a Workshop,
    /// The group.
    pub group: &'a Group,
    /// Its number.
    pub id: GroupId,
}

/// A moment to look at a cell: the three snapshots that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Snapshot {
    /// Round one as played.
    PlayedOne,
    /// Round one, and the environment, as reviewed.
    Reviewed,
    /// Round two as played; everything as it stands at the end.
    PlayedTwo,
}

impl Snapshot {
    /// The last part of the workshop that belongs to it.
    pub fn last_stage(self) -> Stage {
        match self {
            Self::PlayedOne => Stage::RoundOne,
            Self::Reviewed => Stage::Review,
            Self::PlayedTwo => Stage::WrapUp,
        }
    }
}

impl<'a> GroupView<'a> {
    /// What a cell holds now.
    pub fn value(&self, cell: &Cell) -> Value {
        match self.revision(cell) {
            Some(head) => head.value.clone(),
            None => self.given(cell),
        }
    }

    /// What a cell held in a snapshot. The sheets of round one keep changing in the review, and only there.
    pub fn value_at(&self, cell: &Cell, snapshot: Snapshot) -> Value {
        let history = self.group.sheets.history(cell);
        match history.and_then(|history| history.as_of(snapshot.last_stage())) {
            Some(revision) => revision.value.clone(),
            None => self.given(cell),
        }
    }

    /// The newest revision of a cell, if anybody ever wrote it.
    pub fn revision(&self, cell: &Cell) -> Option<&'a Revision> {
        self.group.sheets.history(cell)?.head()
    }

    /// What the material says in a cell.
    pub fn given(&self, cell: &Cell) -> Value {
        let Some(row) = cell.row.as_ref() else {
            return Value::Empty;
        };
        match cell.artefact {
            Artefact::FactSheet => {
                let found = self.workshop.fact_sheet().and_then(|sheet| sheet.row(row.as_str()));
                found.map_or(Value::Empty, |row| environment::fact(row, &cell.field))
            }
            Artefact::Stakeholders => {
                let list = self.workshop.stakeholders();
                let found =
                    list.and_then(|list| list.stakeholders.iter().find(|one| one.id == *row.as_str()));
                found.map_or(Value::Empty, |entry| environment::stakeholder(entry, &cell.field))
            }
            Artefact::InitialResponse if cell.field == "axis-slot" => {
                let slots = self.workshop.guidance().map(|guidance| &guidance.slots);
                let slot = slots.and_then(|slots| slots.iter().find(|slot| slot.id == *row.as_str()));
                slot.map_or(Value::Empty, |slot| Value::Material(slot.label.clone()))
            }
            _ => Value::Empty,
        }
    }

    /// The round as played so far; `None` before its incident is chosen.
    pub fn play(&self, round: Round) -> Option<&'a Play> {
        self.group.plays.get(&round)
    }

    /// The incident of a round.
    pub fn scenario(&self, round: Round) -> Option<&'a Scenario> {
        self.workshop.library.scenario(self.play(round)?.scenario.as_str())
    }

    /// Whether anything of a round was played beyond choosing its incident.
    pub fn has_been_played(&self, round: Round) -> bool {
        let Some(play) = self.play(round) else {
            return false;
        };
        let written = self.group.sheets.histories().any(|(cell, _)| cell.round == Some(round));
        let told = play.scenes.len() > 1 || !play.requests.is_empty() || !play.factors.is_empty();
        let given = !play.settled.is_empty() && !self.workshop.is_automatic();
        let scenes = self.scenario(round).into_iter().flat_map(|known| &known.scenes);
        let opened = scenes.map(|scene| scene.minute).next().unwrap_or_default();
        let seen = play.minute > opened || !play.ticked.is_empty();
        written || told || given || seen || self.has_changed_rows(round)
    }

    /// Whether anybody added, removed or restored a row on a sheet of the round.
    fn has_changed_rows(&self, round: Round) -> bool {
        let places = Artefact::OF_A_ROUND.map(|artefact| Place { artefact, round: Some(round) });
        let rows = places.iter().flat_map(|place| self.group.sheets.all_rows(*place));
        rows.into_iter().any(|row| !row.changes.is_empty())
    }

    /// Whether the group's stakeholder list has this one.
    pub fn has_stakeholder(&self, id: &Slug) -> bool {
        let place = Place { artefact: Artefact::Stakeholders, round: None };
        self.group.sheets.row(place, &RowId::from(id)).is_some_and(|row| !row.removed)
    }

    /// Whether a stakeholder is of the organisation itself.
    pub fn is_inside(&self, id: &Slug) -> bool {
        self.stakeholder_says(id, "side").items() == ["inside"]
    }

    fn stakeholder_says(&self, id: &Slug, field: &str) -> Value {
        self.value(&Cell::row(Artefact::Stakeholders, None, &RowId::from(id), field))
    }

    /// Whether a stakeholder answers nobody in this round: a factor says so, or it is night and there is no contact
    /// for such hours (C-01, C-06).
    pub fn is_unreachable(&self, round: Round, id: &Slug) -> bool {
        self.play(round).is_some_and(|play| {
            let asleep = || self.is_inside(id) && self.stakeholder_says(id, "after-hours").is_empty();
            play.is_unreachable(id.as_str()) || play.is_out_of_hours() && asleep()
        })
    }

    /// Whether a cell names people who are to decide or act.
    pub fn names_people(&self, cell: &Cell) -> bool {
        let kind = cell.definition().map(|(_, field)| field.kind);
        matches!(
            kind,
            Some(FieldKind::Several(Source::Stakeholders) | FieldKind::Given(Source::Stakeholders))
        )
    }

    /// What a list of the material offers: name and words.
    pub fn options(&self, source: Source) -> Vec<(String, Bilingual)> {
        let items = |items: &[crate::domain::guidance::Item]| -> Vec<(String, Bilingual)> {
            items.iter().map(|item| (item.id.to_string(), item.text.clone())).collect()
        };
        let guidance = self.workshop.guidance();
        match source {
            Source::Stakeholders => self.named_rows(Artefact::Stakeholders, "stakeholders"),
            Source::Facts => self.named_rows(Artefact::FactSheet, "facts"),
            Source::Topics => {
                let topics = self.workshop.topics().into_iter().flat_map(|topics| &topics.topics);
                topics.map(|topic| (topic.id.to_string(), topic.title.clone())).collect()
            }
            Source::Severities => guidance.map(|guidance| items(&guidance.severities)).unwrap_or_default(),
            Source::Priorities => guidance.map(|guidance| items(&guidance.priorities)).unwrap_or_default(),
            Source::Phases => {
                let phases = guidance.into_iter().flat_map(|guidance| &guidance.phases);
                phases.map(|phase| (phase.id.to_string(), phase.title.clone())).collect()
            }
            Source::CheckItems => {
                let processes = guidance.into_iter().flat_map(|guidance| &guidance.processes);
                let checks = processes.flat_map(|process| &process.items);
                checks.map(|item| (item.id.to_string(), item.text.clone())).collect()
            }
            Source::LogKinds => {
                LogKind::ALL.iter().map(|(_, name, words)| ((*name).to_owned(), (*words).into())).collect()
            }
        }
    }

    fn named_rows(&self, artefact: Artefact, section: &str) -> Vec<(String, Bilingual)> {
        let place = Place { artefact, round: None };
        let rows = self.group.sheets.rows(place, section);
        rows.map(|row| {
            let name = self.value(&Cell::row(artefact, None, &row.id, "name"));
            (row.id.to_string(), environment::words_of(name))
        })
        .collect()
    }

    /// Whether a list of the material offers this item.
    pub fn offers(&self, source: Source, id: &str) -> bool {
        self.options(source).iter().any(|(known, _)| known == id)
    }

    /// The words for one item of a list; its name when it is gone.
    pub fn words_for(&self, source: Source, id: &str) -> Bilingual {
        // The lists that tables name again and again are not put together for one name.
        let found = match source {
            Source::Stakeholders => self.name_of_row(Artefact::Stakeholders, id),
            Source::Facts => self.name_of_row(Artefact::FactSheet, id),
            Source::Topics => {
                let mut topics = self.workshop.topics().into_iter().flat_map(|topics| &topics.topics);
                topics.find(|topic| topic.id == *id).map(|topic| topic.title.clone())
            }
            _ => self.options(source).into_iter().find(|(known, _)| known == id).map(|(_, words)| words),
        };
        found.unwrap_or_else(|| Bilingual::typed(id))
    }

    fn name_of_row(&self, artefact: Artefact, id: &str) -> Option<Bilingual> {
        let row = RowId(id.to_owned());
        let found = self.group.sheets.row(Place { artefact, round: None }, &row)?;
        let name = || environment::words_of(self.value(&Cell::row(artefact, None, &row, "name")));
        (!found.removed).then(name)
    }

    /// What a row is called, when the material or its first field says so.
    pub fn row_title(&self, place: Place, row: &sheets::Row) -> Bilingual {
        let id = row.id.as_str();
        let guidance = self.workshop.guidance();
        let item = |items: &[crate::domain::guidance::Item]| {
            items.iter().find(|item| item.id == *id).map(|item| item.text.clone())
        };
        let listed = |list: &[(&str, crate::domain::words::Words)]| {
            list.iter().find(|(name, _)| *name == id).map(|(_, words)| (*words).into())
        };
        let given = match (place.artefact, row.section.as_str()) {
            (Artefact::Policy, _) => Some(self.words_for(Source::Topics, id)),
            (Artefact::Report, "items") => listed(REPORT_ITEMS),
            (Artefact::Report, "counts") => listed(REPORT_COUNTS),
            (Artefact::OutgoingTexts, _) => listed(OUTGOING),
            (Artefact::Report, "duties") => place.round.and_then(|round| self.duty(round, id)),
            (Artefact::Critique, "goals") => self.goal(id),
            (Artefact::Critique, "checks") => guidance.and_then(|guidance| item(&guidance.closing_checks)),
            (Artefact::Critique, "hot-wash") => guidance.and_then(|guidance| item(&guidance.hot_wash)),
            _ => None,
        };
        given.unwrap_or_else(|| self.first_words(place, row))
    }

    /// The first field that says something in words; times and numbers name nothing.
    fn first_words(&self, place: Place, row: &sheets::Row) -> Bilingual {
        let section = place.artefact.sheet().section(&row.section);
        let fields = section.map(|section| section.fields).unwrap_or_default();
        // What the press must not see names a row only where the row as a whole is not for the press.
        let open = fields.iter().filter(|field| field.seen_by == fields[0].seen_by);
        let mut words = open.map(|field| {
            let cell = Cell::row(place.artefact, place.round, &row.id, field.key);
            self.words_in(&cell, field.kind)
        });
        words.find(|words| *words != Bilingual::default()).unwrap_or_default()
    }

    fn words_in(&self, cell: &Cell, kind: FieldKind) -> Bilingual {
        match (self.value(cell), kind) {
            (Value::Several(ids), FieldKind::Several(source)) => {
                let words: Vec<Bilingual> =
                    ids.iter().map(|id| self.words_for(source, id.as_str())).collect();
                let join = |lang| words.iter().map(|one| one.get(lang)).collect::<Vec<_>>().join(", ");
                Bilingual::new(join(crate::domain::words::Lang::Ja), join(crate::domain::words::Lang::En))
            }
            (value, _) => environment::words_of(value),
        }
    }

    fn duty(&self, round: Round, id: &str) -> Option<Bilingual> {
        let scenario = self.scenario(round)?;
        let duty = scenario.duties.iter().find(|duty| duty.id == *id)?;
        Some(self.play(round)?.filled(scenario, &duty.text))
    }

    fn goal(&self, row: &str) -> Option<Bilingual> {
        self.workshop.library.scenarios().find_map(|scenario| {
            let goal = scenario.goals.iter().find(|goal| goal_row(scenario, goal.id.as_str()).0 == row)?;
            Some(goal.text.clone())
        })
    }

    /// Rows of a section that are in play, in order: duties whose condition does not hold are left out.
    pub fn rows(&self, place: Place, section: &str) -> Vec<&'a sheets::Row> {
        let sheets = &self.group.sheets;
        let rows = sheets.all_rows(place).iter().filter(|row| row.section == section && !row.removed);
        match (place.artefact, section, place.round) {
            (Artefact::Report, "duties", Some(round)) => {
                rows.filter(|row| self.duty_holds(round, row.id.as_str())).collect()
            }
            _ => rows.collect(),
        }
    }

    fn duty_holds(&self, round: Round, id: &str) -> bool {
        let (Some(scenario), Some(play)) = (self.scenario(round), self.play(round)) else {
            return false;
        };
        let duty = scenario.duties.iter().find(|duty| duty.id == *id);
        duty.is_some_and(|duty| play.holds(scenario, duty.when.as_ref()))
    }

    /// The suggested case name: kind, year and month, number (W-40). Never forced.
    pub fn suggested_case_name(&self, round: Round) -> Option<Bilingual> {
        let scenario = self.scenario(round)?;
        let month = scenario.starts.split('-').take(2).collect::<Vec<_>>().join("-");
        let number = match round {
            Round::One => 1,
            Round::Two => 2,
        };
        let name = |lang| format!("{} {month}#{number}", scenario.case_kind.get(lang));
        Some(Bilingual::new(name(crate::domain::words::Lang::Ja), name(crate::domain::words::Lang::En)))
    }

    /// Every cell of a sheet that is there now, section by section, row by row.
    pub fn cells(&self, place: Place) -> Vec<Cell> {
        let mut cells = Vec::new();
        for section in place.artefact.sheet().sections {
            let fields = section.fields.iter();
            if section.shape == Shape::Form {
                cells.extend(fields.map(|field| Cell::form(place.artefact, place.round, field.key)));
                continue;
            }
            for row in self.rows(place, section.id) {
                let of_row = section.fields.iter();
                cells.extend(of_row.map(|field| Cell::row(place.artefact, place.round, &row.id, field.key)));
            }
        }
        cells
    }
}

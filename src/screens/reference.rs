//! Reference beside the sheet: what is known so far, environment, people, policy, guidance, deadlines, glossary.

use super::{Desk, Seat};
use crate::domain::event::{Place, Round, Step};
use crate::domain::guidance::Guidance;
use crate::domain::id::RowId;
use crate::domain::sheet::{Artefact, Cell, Field, Section, Shape, Value};
use crate::domain::words::{Words, words};
use crate::text::{catalog as t, clock, names, record, value};
use crate::ui::theme::Role;

/// A stretch of text that looks one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How it looks.
    pub role: Role,
    /// The text.
    pub text: String,
}

impl Passage {
    /// A passage.
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self { role, text: text.into() }
    }
}

/// What there is to look up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What is known so far.
    #[default]
    Known,
    /// The chronology.
    Chronology,
    /// The sheet that belongs beside this one: table beside report, report beside table (W-15).
    Beside,
    /// The fact sheet.
    Facts,
    /// The stakeholders.
    People,
    /// The policy sheet.
    Policy,
    /// Guidance for this step.
    Guidance,
    /// Deadlines.
    Deadlines,
    /// The glossary.
    Glossary,
}

impl Tab {
    /// All tabs in order.
    pub const ALL: [Self; 9] = [
        Self::Known,
        Self::Chronology,
        Self::Beside,
        Self::Facts,
        Self::People,
        Self::Policy,
        Self::Guidance,
        Self::Deadlines,
        Self::Glossary,
    ];

    /// Title.
    pub const fn title(self) -> Words {
        match self {
            Self::Known => words("状況", "Known"),
            Self::Chronology => words("経過", "Log"),
            Self::Beside => words("用紙", "Sheets"),
            Self::Facts => words("環境", "Facts"),
            Self::People => words("関係者", "People"),
            Self::Policy => words("規定", "Policy"),
            Self::Guidance => words("手引き", "Guidance"),
            Self::Deadlines => words("期限", "Deadlines"),
            Self::Glossary => words("用語", "Glossary"),
        }
    }

    /// The tab to the right.
    #[must_use]
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::ALL[(place + 1) % Self::ALL.len()]
    }

    /// The tab to the left.
    #[must_use]
    pub fn previous(self) -> Self {
        let place = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::ALL[(place + Self::ALL.len() - 1) % Self::ALL.len()]
    }
}

/// What a tab says at a step.
pub fn passages(desk: &Desk<'_>, step: Step, tab: Tab) -> Vec<Passage> {
    match tab {
        Tab::Known => known(desk, step),
        Tab::Chronology => chronology(desk, step),
        Tab::Beside => beside(desk, step),
        Tab::Facts => rows(desk, Artefact::FactSheet, "facts"),
        Tab::People => rows(desk, Artefact::Stakeholders, "stakeholders"),
        Tab::Policy => policy(desk),
        Tab::Guidance => {
            desk.view.workshop.guidance().map(|all| guidance(desk, step, all)).unwrap_or_default()
        }
        Tab::Deadlines => {
            let mut passages = clocks(desk, step);
            passages
                .extend(desk.view.workshop.guidance().map(|all| deadlines(desk, all)).unwrap_or_default());
            passages
        }
        Tab::Glossary => desk.view.workshop.guidance().map(|all| glossary(desk, all)).unwrap_or_default(),
    }
}

/// The round one is in or was in last.
pub fn round(desk: &Desk<'_>, step: Step) -> Option<Round> {
    step.round()
        .or_else(|| [Round::Two, Round::One].into_iter().find(|round| desk.view.play(*round).is_some()))
}

fn known(desk: &Desk<'_>, step: Step) -> Vec<Passage> {
    let lang = desk.lang;
    let play = round(desk, step).and_then(|round| desk.view.play(round));
    let Some(play) = play else {
        return vec![Passage::new(Role::Muted, t::NOTHING_KNOWN.get(lang))];
    };
    let mut passages = Vec::new();
    for asked in play.requests.iter().filter(|asked| asked.answer.is_none()) {
        let row = desk.view.words_for(crate::domain::sheet::Source::Facts, asked.row.as_str());
        let text = t::being_checked(row.get(lang), asked.log.words().get(lang), lang);
        passages.push(Passage::new(Role::Warning, text));
    }
    for told in play.disclosed.iter().rev() {
        let at = clock::minute(told.minute, lang);
        let kind = names::disclosure(told.kind).get(lang);
        passages.push(Passage::new(Role::Label, format!("{at}  [{kind}] {}", told.title.get(lang))));
        if let Some(from) = &told.from {
            let channel = told.channel.map(|channel| names::channel(channel).get(lang)).unwrap_or_default();
            passages.push(Passage::new(Role::Muted, t::from_by(from.get(lang), channel, lang)));
        }
        passages.push(Passage::new(Role::Text, format!("{}\n", told.text.get(lang))));
    }
    passages
}

fn chronology(desk: &Desk<'_>, step: Step) -> Vec<Passage> {
    let lang = desk.lang;
    let round = round(desk, step);
    let lines = round.map(|round| desk.view.chronology(round)).unwrap_or_default();
    if lines.is_empty() {
        return vec![Passage::new(Role::Muted, record::NO_LINES.get(lang))];
    }
    let mut passages = vec![Passage::new(Role::Muted, format!("{}\n", record::ADD_LINE.get(lang)))];
    for line in lines {
        let head = format!("{}  [{}]", clock::minute(line.minute, lang), record::kind(line.kind).get(lang));
        passages.push(Passage::new(Role::Label, head));
        passages.push(Passage::new(Role::Text, line.words.get(lang)));
    }
    passages
}

/// The report while one is at the table, else the table.
fn beside(desk: &Desk<'_>, step: Step) -> Vec<Passage> {
    let Some(round) = round(desk, step) else {
        return vec![Passage::new(Role::Muted, t::NOTHING_KNOWN.get(desk.lang))];
    };
    let artefact = match step {
        Step::ResponseTable(_) => Artefact::Report,
        _ => Artefact::ResponseTable,
    };
    let place = Place { artefact, round: Some(round) };
    let mut passages = vec![Passage::new(Role::Title, crate::text::place::sheet(place, desk.lang))];
    for section in artefact.sheet().sections {
        passages.push(Passage::new(Role::Label, format!("[{}]", section.title.get(desk.lang))));
        passages.extend(written(desk, place, section));
    }
    passages
}

/// Everything written in a section, field by field.
fn written(desk: &Desk<'_>, place: Place, section: &'static Section) -> Vec<Passage> {
    let line = |cell: &Cell, field: &Field| {
        let value = desk.view.value(cell);
        let shown = value::shown(&desk.view, field, &value, desk.lang);
        (!value.is_empty())
            .then(|| Passage::new(Role::Text, format!("{}: {shown}", field.label.get(desk.lang))))
    };
    if section.shape == Shape::Form {
        let cell = |field: &Field| Cell::form(place.artefact, place.round, field.key);
        return section.fields.iter().filter_map(|field| line(&cell(field), field)).collect();
    }
    let mut passages = Vec::new();
    for (number, row) in desk.view.rows(place, section.id).into_iter().enumerate() {
        let title = desk.view.row_title(place, row);
        let title = format!("{}. {}", number + 1, title.get(desk.lang).replace('\n', " "));
        passages.push(Passage::new(Role::Muted, title));
        let cell = |field: &Field| Cell::row(place.artefact, place.round, &row.id, field.key);
        passages.extend(section.fields.iter().filter_map(|field| line(&cell(field), field)));
    }
    passages
}

fn rows(desk: &Desk<'_>, artefact: Artefact, section: &'static str) -> Vec<Passage> {
    let place = Place { artefact, round: None };
    let fields = artefact.sheet().section(section).map(|section| section.fields).unwrap_or_default();
    let mut passages = Vec::new();
    for row in desk.view.rows(place, section) {
        let mut named = false;
        for field in fields {
            let value = desk.view.value(&Cell::row(artefact, None, &row.id, field.key));
            if value.is_empty() || value.items() == ["not-applicable"] {
                continue;
            }
            let shown = value::shown(&desk.view, field, &value, desk.lang);
            if named {
                passages.push(Passage::new(Role::Text, format!("{}: {shown}", field.label.get(desk.lang))));
            } else {
                passages.push(Passage::new(Role::Label, shown));
                named = true;
            }
        }
        passages.push(Passage::new(Role::Text, ""));
    }
    passages
}

fn policy(desk: &Desk<'_>) -> Vec<Passage> {
    let lang = desk.lang;
    let topics = desk.view.workshop.topics().into_iter().flat_map(|topics| &topics.topics);
    let mut passages = Vec::new();
    for topic in topics {
        let read = |field: &str| {
            let cell = Cell::row(Artefact::Policy, None, &RowId::from(&topic.id), field);
            let value = desk.view.value(&cell);
            let field = cell.definition().map(|(_, field)| field);
            field.map(|field| value::shown(&desk.view, field, &value, lang)).unwrap_or_default()
        };
        let exists = read("exists");
        let exists = if exists.is_empty() { t::NOT_ANSWERED.get(lang).to_owned() } else { exists };
        passages.push(Passage::new(Role::Label, format!("{}  [{exists}]", topic.title.get(lang))));
        let source = [read("document"), read("clause"), read("page")];
        let source: Vec<&str> = source.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        for text in [source.join(" "), read("gist")] {
            if !text.is_empty() {
                passages.push(Passage::new(Role::Text, text));
            }
        }
    }
    passages
}

/// Phases that belong to a step (domain: "Used as").
pub fn phases_of(step: Step) -> &'static [&'static str] {
    match step {
        Step::InitialResponse(_) => &["a", "b", "c"],
        Step::ResponseTable(_) => &["b", "c", "d", "e"],
        Step::Report(_) => &["f", "g"],
        Step::Review => &["g"],
        _ => &[],
    }
}

fn processes_of(step: Step) -> &'static [&'static str] {
    match step {
        Step::InitialResponse(_) => &["p1", "p2"],
        Step::ResponseTable(_) => &["p3", "p4"],
        Step::Report(_) | Step::Press(_) => &["p4"],
        _ => &[],
    }
}

fn guidance(desk: &Desk<'_>, step: Step, all: &Guidance) -> Vec<Passage> {
    let lang = desk.lang;
    let mut passages = Vec::new();
    let topic = all.phases.iter().filter(|phase| phases_of(step).contains(&phase.id.as_str()));
    for phase in topic {
        let title = format!("{} {}", phase.id.as_str().to_uppercase(), phase.title.get(lang));
        passages.push(Passage::new(Role::Label, title));
        passages.push(Passage::new(Role::Muted, phase.essence.get(lang)));
        let actions =
            phase.actions.iter().map(|item| Passage::new(Role::Text, format!("- {}", item.text.get(lang))));
        passages.extend(actions);
        passages.push(Passage::new(Role::Text, ""));
    }
    for process in all.processes.iter().filter(|one| processes_of(step).contains(&one.id.as_str())) {
        passages.push(Passage::new(Role::Label, process.title.get(lang)));
        let items =
            process.items.iter().map(|item| Passage::new(Role::Text, format!("- {}", item.text.get(lang))));
        passages.extend(items);
        passages.push(Passage::new(Role::Text, ""));
    }
    if step == Step::Preparation {
        for topic in desk.view.workshop.topics().into_iter().flat_map(|topics| &topics.topics) {
            passages.push(Passage::new(Role::Label, topic.title.get(lang)));
            passages.push(Passage::new(Role::Muted, topic.question.get(lang)));
            passages.push(Passage::new(Role::Text, format!("{}\n", topic.good.get(lang))));
        }
    }
    if passages.is_empty() {
        passages.push(Passage::new(Role::Muted, t::NO_GUIDANCE.get(lang)));
    }
    passages
}

/// Clocks that complicating factors started, on exercise time.
fn clocks(desk: &Desk<'_>, step: Step) -> Vec<Passage> {
    let lang = desk.lang;
    let play = round(desk, step).and_then(|round| desk.view.play(round));
    let Some(play) = play else {
        return Vec::new();
    };
    let demands = play.demands().into_iter().flat_map(|demand| {
        let role = if demand.due < play.minute { Role::Error } else { Role::Warning };
        let (at, left) = (clock::minute(demand.due, lang), clock::left(demand.due, play.minute, lang));
        [Passage::new(role, demand.what.get(lang)), Passage::new(Role::Text, format!("{at}  {left}\n"))]
    });
    demands.collect()
}

fn deadlines(desk: &Desk<'_>, all: &Guidance) -> Vec<Passage> {
    let lang = desk.lang;
    let mut passages = vec![Passage::new(Role::Warning, t::NOT_LEGAL_ADVICE.get(lang))];
    for deadline in &all.deadlines {
        let limit = deadline.limit.map(|limit| clock::span(limit.0, lang)).unwrap_or_default();
        passages.push(Passage::new(Role::Label, format!("{}  {limit}", deadline.law.get(lang))));
        passages.push(Passage::new(Role::Text, deadline.applies.get(lang)));
        passages.push(Passage::new(Role::Text, deadline.clock_starts.get(lang)));
        let checked = deadline.checked_on.as_deref().unwrap_or(t::NOT_CONFIRMED.get(lang));
        passages.push(Passage::new(Role::Muted, format!("{} ({checked})\n", deadline.source.get(lang))));
    }
    passages
}

fn glossary(desk: &Desk<'_>, all: &Guidance) -> Vec<Passage> {
    let term = |term: &crate::domain::guidance::Term| {
        [
            Passage::new(Role::Label, term.term.get(desk.lang)),
            Passage::new(Role::Text, format!("{}\n", term.meaning.get(desk.lang))),
        ]
    };
    all.glossary.iter().flat_map(term).collect()
}

/// How many arrivals there are in all: a screen that has seen fewer shows a mark.
pub fn arrivals(desk: &Desk<'_>) -> usize {
    let plays = desk.view.group.plays.values();
    plays.map(|play| play.disclosed.len()).sum()
}

/// Whether a value names somebody who can't be reached now, for the mark beside it.
pub fn names_unreachable(desk: &Desk<'_>, cell: &Cell, value: &Value) -> bool {
    let Some(round) = cell.round.filter(|_| desk.view.names_people(cell) && desk.seat != Seat::Reader) else {
        return false;
    };
    value
        .items()
        .iter()
        .filter_map(|id| crate::domain::id::Slug::new(id))
        .any(|id| desk.view.is_unreachable(round, &id))
}

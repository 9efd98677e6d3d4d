//! What the facilitator (or, for a group alone, the program) does in a round: scenes, injects, answers, factors.

use crate::domain::command::{Command, Context, Overrule, Refusal};
use crate::domain::environment;
use crate::domain::event::{Draw, Event, Place, Round, Step};
use crate::domain::fact_sheet::{Known, LogKind};
use crate::domain::factor::Strikes;
use crate::domain::id::{EntryId, Minute, RowId, Slug};
use crate::domain::log_request::{Resolution, Shortfall, resolve};
use crate::domain::play::{Play, fitting};
use crate::domain::press;
use crate::domain::scenario::{LogNeed, Request, Scenario};
use crate::domain::sheet::{Artefact, Cell, Value};
use crate::domain::words::Bilingual;
use crate::domain::workshop::{GroupView, Workshop};

/// How many questions the press asks by itself: what fits into seven minutes.
const QUESTIONS_ASKED: usize = 7;

/// Minutes until somebody can extract a log again that nobody can extract out of hours (C-06).
const NIGHT: u32 = 12 * 60;

/// A round under way: everything a decision here looks at.
pub(super) struct UnderWay<'a> {
    pub(super) workshop: &'a Workshop,
    pub(super) view: GroupView<'a>,
    pub(super) round: Round,
    pub(super) scenario: &'a Scenario,
    pub(super) play: &'a Play,
}

pub(in crate::domain) fn decide(
    workshop: &Workshop,
    command: Command,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    use Command as C;
    if let C::TakeNote { id, text } = command {
        return take_note(workshop, context, id, &text);
    }
    let round = round_of(&command);
    let at = UnderWay::new(workshop, context, round)?;
    if !matches!(command, C::AskLog { .. }) {
        workshop.may_facilitate(&context.actor)?;
    }
    match command {
        C::ReleaseScene { scene, .. } => at.release_scene(&scene),
        C::MoveClock { minute, .. } => at.move_clock(minute),
        C::GiveInject { inject, text, .. } => at.give_inject(&inject, text),
        C::Improvise { inject, title, from, channel, text, public, .. } => {
            if text.trim().is_empty() || title.trim().is_empty() {
                return Err(Refusal::TextNeeded);
            }
            at.not_given(&inject)?;
            let (title, from, text) =
                (Bilingual::typed(title), Bilingual::typed(from), Bilingual::typed(text));
            Ok(vec![Event::InjectGiven { round, inject, title, from, channel, text, public }])
        }
        C::SkipInject { inject, .. } => {
            at.known_inject(&inject)?;
            at.not_given(&inject)?;
            Ok(vec![Event::InjectSkipped { round, inject }])
        }
        C::AskLog { request, row, log, .. } => at.ask(request, row, log),
        C::AnswerLog { request, overrule, .. } => at.answer(&request, overrule),
        C::Tick { action, done, .. } => {
            let known = at.scenario.expected.iter().any(|expected| expected.id == action);
            if !known {
                return Err(Refusal::NoSuchAction(action));
            }
            let same = at.play.ticked.contains(&action) == done;
            Ok(if same { Vec::new() } else { vec![Event::ActionTicked { round, action, done }] })
        }
        C::PutFactor { factor, draw, .. } => at.put_factor(&factor, draw),
        _ => Ok(Vec::new()),
    }
}

/// What comes of a group going to the press conference of a round.
pub(in crate::domain) fn press_opens(workshop: &Workshop, context: &Context, round: Round) -> Vec<Event> {
    UnderWay::new(workshop, context, round).map_or_else(|_| Vec::new(), |at| at.press_opens())
}

fn round_of(command: &Command) -> Round {
    use Command as C;
    match command {
        C::ReleaseScene { round, .. }
        | C::MoveClock { round, .. }
        | C::GiveInject { round, .. }
        | C::Improvise { round, .. }
        | C::SkipInject { round, .. }
        | C::AskLog { round, .. }
        | C::AnswerLog { round, .. }
        | C::Tick { round, .. }
        | C::PutFactor { round, .. } => *round,
        _ => Round::One,
    }
}

fn take_note(workshop: &Workshop, context: &Context, id: EntryId, text: &str) -> Result<Vec<Event>, Refusal> {
    workshop.may_facilitate(&context.actor)?;
    let step = workshop.group_of(context)?.group.step;
    match text.trim() {
        "" => Err(Refusal::TextNeeded),
        text => Ok(vec![Event::NoteTaken { id, text: text.to_owned(), step }]),
    }
}

impl<'a> UnderWay<'a> {
    fn new(workshop: &'a Workshop, context: &Context, round: Round) -> Result<Self, Refusal> {
        let view = workshop.group_of(context)?;
        let play = view.group.plays.get(&round).ok_or(Refusal::NoIncident(round))?;
        let scenario = workshop.library.scenario(play.scenario.as_str());
        let scenario = scenario.ok_or_else(|| Refusal::NoSuchMaterial(play.scenario.to_string()))?;
        Ok(Self { workshop, view, round, scenario, play })
    }

    fn release_scene(&self, id: &Slug) -> Result<Vec<Event>, Refusal> {
        let scene = self.scenario.scenes.iter().find(|scene| scene.id == *id);
        let scene = scene.ok_or_else(|| Refusal::NoSuchScene(id.clone()))?;
        if self.play.scenes.contains(id) {
            return Err(Refusal::AlreadyGiven(id.clone()));
        }
        let moved = self.moved_to(scene.minute);
        let mut events = vec![moved.release(self.scenario, scene, self.round)];
        events.extend(self.consequences(&moved));
        Ok(events)
    }

    fn move_clock(&self, minute: Minute) -> Result<Vec<Event>, Refusal> {
        if minute <= self.play.minute {
            return Err(Refusal::ClockGoesBack);
        }
        let moved = self.moved_to(minute);
        let mut events = vec![Event::ClockMoved { round: self.round, minute }];
        events.extend(self.consequences(&moved));
        Ok(events)
    }

    /// The round as it will stand at `minute`.
    pub(super) fn moved_to(&self, minute: Minute) -> Play {
        Play { minute: minute.max(self.play.minute), ..self.play.clone() }
    }

    /// What comes of the clock standing where `moved` has it: factors strike, and injects go out by themselves
    /// when nobody facilitates.
    fn consequences(&self, moved: &Play) -> Vec<Event> {
        let mut events = Vec::new();
        for put in self.play.factors.iter().filter(|put| put.struck.is_none()) {
            let strikes = self.workshop.library.factor(put.id.as_str()).map(|factor| factor.strikes);
            if let Some(Strikes::At(at)) = strikes
                && at <= moved.minute
            {
                events.extend(self.strike(&put.id, moved.minute, &put.effects));
            }
        }
        if self.workshop.is_automatic() {
            let due = moved.due(self.scenario);
            events.extend(due.map(|inject| moved.give(self.scenario, inject, self.round)));
        }
        events
    }

    fn known_inject(&self, id: &Slug) -> Result<&'a crate::domain::scenario::Inject, Refusal> {
        let inject = self.scenario.injects.iter().find(|inject| inject.id == *id);
        let inject = inject.filter(|inject| self.play.holds(self.scenario, inject.when.as_ref()));
        inject.ok_or_else(|| Refusal::NoSuchInject(id.clone()))
    }

    fn not_given(&self, id: &Slug) -> Result<(), Refusal> {
        let settled = self.play.settled.contains(id);
        if settled { Err(Refusal::AlreadyGiven(id.clone())) } else { Ok(()) }
    }

    fn give_inject(&self, id: &Slug, edited: Option<Bilingual>) -> Result<Vec<Event>, Refusal> {
        let inject = self.known_inject(id)?;
        self.not_given(id)?;
        let mut given = self.play.give(self.scenario, inject, self.round);
        if let (Some(edited), Event::InjectGiven { text, .. }) = (edited, &mut given) {
            if edited.ja.trim().is_empty() {
                return Err(Refusal::TextNeeded);
            }
            *text = edited;
        }
        Ok(vec![given])
    }

    fn ask(&self, request: EntryId, row: Slug, log: LogKind) -> Result<Vec<Event>, Refusal> {
        let place = Place { artefact: Artefact::FactSheet, round: None };
        let row_id = RowId::from(&row);
        let known = self.view.group.sheets.row(place, &row_id).is_some_and(|row| !row.removed);
        if !known {
            return Err(Refusal::NoSuchFact(row));
        }
        // Sent twice is asked once: two requests of one name could not be told apart.
        if self.play.requests.iter().any(|asked| asked.id == request) {
            return Ok(Vec::new());
        }
        let round = self.round;
        let meets = self.scenario.requests.iter().find(|one| one.need.row == row && one.need.kind == log);
        let need = meets.map_or_else(
            || LogNeed { row: row.clone(), kind: log, days: 0, properties: Vec::new() },
            |request| request.need.clone(),
        );
        let facts = environment::log_facts(|field| {
            self.view.value(&Cell::row(Artefact::FactSheet, None, &row_id, field))
        });
        let resolution = if self.play.is_log_lost(&row) {
            Resolution::NotAvailable(vec![Shortfall::Lost])
        } else {
            resolve(&need, facts.as_ref())
        };
        let extraction = facts.as_ref().and_then(|facts| facts.minutes).unwrap_or(0);
        let cost = meets.map_or(extraction, |request| request.cost.max(extraction));
        let waits = self.play.is_out_of_hours() && facts.is_some_and(|facts| facts.after_hours != Known::Yes);
        let night = if waits { NIGHT } else { 0 };
        let ready = Minute(self.play.minute.0.saturating_add(cost).saturating_add(night));
        let mut events = vec![
            Event::LogAsked { round, request: request.clone(), row: row.clone(), log },
            Event::LogResolved {
                round,
                request: request.clone(),
                meets: meets.map(|request| request.id.clone()),
                resolution: resolution.clone(),
                ready,
            },
        ];
        if self.workshop.is_automatic() {
            let text = self.play.answer(self.scenario, meets, &resolution);
            events.push(Event::LogAnswered { round, request, resolution, text });
            events.extend(self.on_request(meets));
        }
        Ok(events)
    }

    fn answer(&self, id: &EntryId, overrule: Option<Overrule>) -> Result<Vec<Event>, Refusal> {
        let asked = self.play.requests.iter().find(|asked| asked.id == *id);
        let asked = asked.ok_or(Refusal::NoSuchRequest)?;
        if asked.answer.is_some() {
            return Err(Refusal::AlreadyAnswered);
        }
        let (round, request) = (self.round, id.clone());
        let meets = asked.meets.as_ref();
        let meets = meets.and_then(|id| self.scenario.requests.iter().find(|one| one.id == *id));
        let resolution = asked.resolution.clone();
        match overrule {
            None => {
                let text = self.play.answer(self.scenario, meets, &resolution);
                Ok(vec![Event::LogAnswered { round, request, resolution, text }])
            }
            Some(Overrule { text, note }) if text.trim().is_empty() || note.trim().is_empty() => {
                Err(Refusal::TextNeeded)
            }
            Some(Overrule { text, note }) => Ok(vec![
                Event::LogOverruled { round, request: request.clone(), note },
                Event::LogAnswered { round, request, resolution, text: Bilingual::typed(text) },
            ]),
        }
    }

    /// Injects that wait for this very answer, given at once when nobody facilitates.
    fn on_request(&self, meets: Option<&Request>) -> Vec<Event> {
        use crate::domain::scenario::Trigger;
        let waits = |trigger: &Trigger| match (trigger, meets) {
            (Trigger::OnRequest(id), Some(request)) => *id == request.id,
            _ => false,
        };
        let open = self.scenario.injects.iter().filter(|inject| waits(&inject.trigger));
        open.filter(|inject| self.play.is_open(self.scenario, inject))
            .map(|inject| self.play.give(self.scenario, inject, self.round))
            .collect()
    }

    fn put_factor(&self, id: &Slug, draw: Option<Draw>) -> Result<Vec<Event>, Refusal> {
        if self.play.factors.iter().any(|put| put.id == *id) {
            return Err(Refusal::FactorInForce(id.clone()));
        }
        let library = &self.workshop.library;
        let factor = fitting(library, self.scenario, self.play).find(|factor| factor.id == *id);
        let factor = factor.ok_or_else(|| Refusal::FactorDoesNotFit(id.clone()))?;
        if let Some(draw) = &draw {
            let could = fitting(library, self.scenario, self.play).map(|factor| &factor.id);
            if !draw.candidates.iter().eq(could) || draw.candidates.get(draw.drawn) != Some(id) {
                return Err(Refusal::BadDraw);
            }
        }
        let mut events = vec![Event::FactorPut { round: self.round, factor: id.clone(), draw }];
        let now = match factor.strikes {
            Strikes::AtStart => true,
            Strikes::At(at) => at <= self.play.minute,
            Strikes::AtPress => self.view.group.step == Step::Press(self.round),
        };
        if now {
            events.extend(self.strike(id, self.play.minute, &factor.effects));
        }
        Ok(events)
    }

    /// Factors that waited for the press conference strike as it opens; when nobody facilitates, the press asks.
    fn press_opens(&self) -> Vec<Event> {
        let waits = |id: &Slug| {
            let factor = self.workshop.library.factor(id.as_str());
            factor.is_some_and(|factor| factor.strikes == Strikes::AtPress)
        };
        let mut opened = self.play.clone();
        let mut events = Vec::new();
        for put in opened.factors.iter_mut().filter(|put| put.struck.is_none() && waits(&put.id)) {
            put.struck = Some(self.play.minute);
            events.extend(self.strike(&put.id, self.play.minute, &put.effects));
        }
        if self.workshop.is_automatic() {
            events.extend(self.press_asks(&opened));
        }
        events
    }

    /// The most hostile questions of the scenario, each asked once, by its reporters in turn.
    fn press_asks(&self, opened: &Play) -> Vec<Event> {
        let here = Place { artefact: Artefact::Press, round: Some(self.round) };
        let mut questions: Vec<_> = opened.questions(self.scenario).collect();
        questions.sort_by_key(|question| std::cmp::Reverse(question.hostility));
        let mut reporters = self.scenario.reporters.iter().cycle();
        let mut after = self.view.group.sheets.all_rows(here).last().map(|row| row.id.clone());
        let mut events = Vec::new();
        for question in questions.into_iter().take(QUESTIONS_ASKED) {
            let row = RowId(format!("asked-{}", question.id));
            if self.view.group.sheets.row(here, &row).is_none() {
                let text = Value::Material(opened.filled(self.scenario, &question.text));
                let medium = reporters.next().map(|reporter| reporter.medium.clone()).unwrap_or_default();
                let after = after.replace(row.clone());
                let by = Value::Material(medium);
                events.extend(press::question(self.round, &row, after, text, by, question.hostility));
            }
        }
        events
    }
}

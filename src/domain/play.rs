//! One round as it is played: scenes, injects, requests, ticks, factors, and the exercise clock.
//!
//! Exercise time moves when a scene is released or the facilitator moves the clock on; it never goes back.

mod answer;
mod decide;
mod effects;
mod strike;

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Draw, Envelope, Event, Round};
use super::fact_sheet::{FactSheet, LogKind};
use super::factor::{Factor, FactorEffect};
use super::id::{EntryId, Minute, RevisionId, Slug};
use super::library::Library;
use super::log_request::Resolution;
use super::placeholder::{self, Value as Filling, Values};
use super::scenario::{
    Channel, Condition, Inject, ParameterKind, PressQuestion, Scenario, Scene, Setting, Trigger,
};
use super::words::{Bilingual, Lang};

pub(super) use decide::{decide, press_opens};

/// One round of one group.
#[derive(Clone, Debug)]
pub struct Play {
    /// The incident.
    pub scenario: Slug,
    /// Its parameters as set.
    pub settings: BTreeMap<Slug, Setting>,
    /// What the organisation puts into texts.
    pub organisation: Values,
    /// Exercise time.
    pub minute: Minute,
    /// Scenes released.
    pub scenes: BTreeSet<Slug>,
    /// Injects given or skipped.
    pub settled: BTreeSet<Slug>,
    /// Everything the group was told, in order.
    pub disclosed: Vec<Disclosure>,
    /// Requests for logs, in order.
    pub requests: Vec<AskedLog>,
    /// Expected actions the facilitator has seen.
    pub ticked: BTreeSet<Slug>,
    /// Complicating factors, in order.
    pub factors: Vec<FactorInForce>,
}

/// Something the group was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// Exercise time.
    pub minute: Minute,
    /// What sort of thing it is.
    pub kind: DisclosureKind,
    /// Title.
    pub title: Bilingual,
    /// Who it comes from; `None` for scenes and factors.
    pub from: Option<Bilingual>,
    /// How it arrived.
    pub channel: Option<Channel>,
    /// The text.
    pub text: Bilingual,
    /// Whether the public sees it too.
    pub public: bool,
    /// The handling phase that the material gives an inject; `None` for everything else.
    pub phase: Option<Slug>,
}

/// What sort of thing the group was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisclosureKind {
    /// The first notice.
    Hook,
    /// A scene.
    Scene,
    /// An inject (状況付与).
    Inject,
    /// The answer to a request.
    Answer,
    /// A complicating factor.
    Factor,
}

/// A request for a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedLog {
    /// Its name.
    pub id: EntryId,
    /// The fact-sheet row.
    pub row: Slug,
    /// The kind of log.
    pub log: LogKind,
    /// Exercise time at which it was asked for.
    pub asked: Minute,
    /// Exercise time at which the answer can be had.
    pub ready: Minute,
    /// The scenario's request it meets. Facilitator only.
    pub meets: Option<Slug>,
    /// How the fact sheet answers. Facilitator only until answered.
    pub resolution: Resolution,
    /// What the group was told.
    pub answer: Option<Bilingual>,
    /// Why the facilitator overruled the fact sheet. Facilitator only.
    pub overruled: Option<String>,
}

/// A complicating factor in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorInForce {
    /// The factor.
    pub id: Slug,
    /// How it was drawn.
    pub draw: Option<Draw>,
    /// When it struck; `None` while it is still to come.
    pub struck: Option<Minute>,
    /// What it does.
    pub effects: Vec<FactorEffect>,
    /// Fact-sheet rows whose logs it destroyed.
    pub lost: Vec<Slug>,
    /// The decisions on duties and the numbers that stood when it struck: what comes to light may open them again.
    pub stood: Vec<RevisionId>,
}

impl Play {
    /// A round that begins now, in the organisation that the fact sheet describes.
    pub fn new(
        scenario: &Scenario,
        settings: BTreeMap<Slug, Setting>,
        fact_sheet: Option<&FactSheet>,
    ) -> Self {
        let mut play = Self {
            scenario: scenario.id.clone(),
            settings,
            organisation: fact_sheet.map(Values::of_organisation).unwrap_or_default(),
            minute: Minute(0),
            scenes: BTreeSet::new(),
            settled: BTreeSet::new(),
            disclosed: Vec::new(),
            requests: Vec::new(),
            ticked: BTreeSet::new(),
            factors: Vec::new(),
        };
        let hook = Disclosure {
            minute: Minute(0),
            kind: DisclosureKind::Hook,
            title: scenario.title.clone(),
            from: Some(scenario.source.clone()),
            channel: Some(scenario.channel),
            text: play.filled(scenario, &scenario.hook),
            public: false,
            phase: None,
        };
        play.disclosed.push(hook);
        play
    }

    /// Takes in what happened. `library` is the frozen material; `fact_name` says what the group calls a row of its
    /// fact sheet.
    pub(super) fn apply(
        &mut self,
        event: &Event,
        envelope: &Envelope,
        library: &Library,
        fact_name: impl Fn(&Slug) -> Bilingual,
    ) {
        let now = envelope.minute.unwrap_or(self.minute);
        match event {
            Event::SceneReleased { scene, minute, text, .. } => {
                self.minute = self.minute.max(*minute);
                self.scenes.insert(scene.clone());
                let title = library
                    .scenario(self.scenario.as_str())
                    .and_then(|scenario| scenario.scenes.iter().find(|one| one.id == *scene))
                    .map(|scene| scene.title.clone())
                    .unwrap_or_default();
                self.tell(*minute, DisclosureKind::Scene, title, text.clone());
            }
            Event::ClockMoved { minute, .. } => self.minute = self.minute.max(*minute),
            Event::InjectGiven { inject, title, from, channel, text, public, .. } => {
                self.settled.insert(inject.clone());
                let known = library.scenario(self.scenario.as_str());
                let known = known.and_then(|scenario| scenario.injects.iter().find(|one| one.id == *inject));
                self.disclosed.push(Disclosure {
                    minute: now,
                    kind: DisclosureKind::Inject,
                    title: title.clone(),
                    from: Some(from.clone()),
                    channel: Some(*channel),
                    text: text.clone(),
                    public: *public,
                    phase: known.map(|inject| inject.phase.clone()),
                });
            }
            Event::InjectSkipped { inject, .. } => {
                self.settled.insert(inject.clone());
            }
            Event::ActionTicked { action, done: true, .. } => {
                self.ticked.insert(action.clone());
            }
            Event::ActionTicked { action, done: false, .. } => {
                self.ticked.remove(action);
            }
            Event::FactorPut { factor, draw, .. } => {
                let effects = library.factor(factor.as_str()).map(|known| known.effects.clone());
                self.factors.push(FactorInForce {
                    id: factor.clone(),
                    draw: draw.clone(),
                    struck: None,
                    effects: effects.unwrap_or_default(),
                    lost: Vec::new(),
                    stood: Vec::new(),
                });
            }
            Event::FactorStruck { factor, minute, lost, .. } => {
                if let Some(put) = self.factors.iter_mut().find(|put| put.id == *factor) {
                    put.struck = Some(*minute);
                    put.lost.clone_from(lost);
                }
                let scenario = library.scenario(self.scenario.as_str());
                if let (Some(known), Some(scenario)) = (library.factor(factor.as_str()), scenario) {
                    let (title, story) = (known.title.clone(), self.story(scenario, known, library));
                    self.tell(*minute, DisclosureKind::Factor, title, story);
                }
            }
            _ => self.apply_request(event, now, fact_name),
        }
    }

    fn apply_request(&mut self, event: &Event, now: Minute, fact_name: impl Fn(&Slug) -> Bilingual) {
        match event {
            Event::LogAsked { request, row, log, .. } => self.requests.push(AskedLog {
                id: request.clone(),
                row: row.clone(),
                log: *log,
                asked: now,
                ready: now,
                meets: None,
                resolution: Resolution::Unknown(Vec::new()),
                answer: None,
                overruled: None,
            }),
            Event::LogResolved { request, meets, resolution, ready, .. } => {
                if let Some(asked) = self.request_mut(request) {
                    asked.meets.clone_from(meets);
                    asked.resolution.clone_from(resolution);
                    asked.ready = *ready;
                }
            }
            Event::LogOverruled { request, note, .. } => {
                if let Some(asked) = self.request_mut(request) {
                    asked.overruled = Some(note.clone());
                }
            }
            Event::LogAnswered { request, resolution, text, .. } => {
                let Some(asked) = self.request_mut(request) else {
                    return;
                };
                asked.answer = Some(text.clone());
                asked.resolution = resolution.clone();
                let (row, log, ready) = (asked.row.clone(), asked.log, asked.ready);
                let name = fact_name(&row);
                let title = Bilingual::new(
                    format!("{}：{}", name.get(Lang::Ja), log.words().ja),
                    format!("{}: {}", name.get(Lang::En), log.words().en),
                );
                self.tell(now.max(ready), DisclosureKind::Answer, title, text.clone());
            }
            _ => {}
        }
    }

    fn tell(&mut self, minute: Minute, kind: DisclosureKind, title: Bilingual, text: Bilingual) {
        self.disclosed.push(Disclosure {
            minute,
            kind,
            title,
            from: None,
            channel: None,
            text,
            public: false,
            phase: None,
        });
    }

    fn request_mut(&mut self, id: &EntryId) -> Option<&mut AskedLog> {
        self.requests.iter_mut().find(|asked| asked.id == *id)
    }

    /// The parameters as they stand now: numbers that grow have grown (C-02).
    pub fn values(&self, scenario: &Scenario) -> Values {
        let mut values = self.organisation.clone();
        values.0.extend(Values::defaults(&scenario.parameters).0);
        for parameter in &scenario.parameters {
            if let Some(setting) = self.settings.get(&parameter.id) {
                values.set(parameter.id.clone(), Filling::of(parameter, setting));
            }
            if let ParameterKind::Number { grows: true, most, .. } = parameter.kind
                && let Some(Filling::Number(number)) = values.0.get_mut(&parameter.id)
            {
                *number = self.grown(*number).min(most.max(*number));
            }
        }
        values
    }

    /// A text of the scenario with the parameters filled in.
    pub fn filled(&self, scenario: &Scenario, text: &Bilingual) -> Bilingual {
        let values = self.values(scenario);
        Bilingual {
            ja: placeholder::fill(&text.ja, &values, Lang::Ja),
            en: text.en.as_ref().map(|en| placeholder::fill(en, &values, Lang::En)),
        }
    }

    /// What the group is told when a factor strikes: its own story, what it means in this incident, and the check items
    /// that it recalls.
    pub fn story(&self, scenario: &Scenario, factor: &Factor, library: &Library) -> Bilingual {
        let twist = scenario.twists.iter().find(|twist| twist.factor == factor.id);
        let twist = twist.map(|twist| self.filled(scenario, &twist.story));
        let story = self.filled(scenario, &factor.story);
        let more = twist.into_iter().chain(recalled(factor, library));
        more.fold(story, |story, more| story.and(&more, "\n\n"))
    }

    /// Whether a condition of the scenario holds.
    pub fn holds(&self, scenario: &Scenario, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| placeholder::holds(condition, &self.values(scenario)))
    }

    /// Injects that are due now and not yet given or skipped (付与待ち).
    pub fn due<'a>(&'a self, scenario: &'a Scenario) -> impl Iterator<Item = &'a Inject> {
        self.due_at(scenario, self.minute)
    }

    /// Injects that will be due at `minute`.
    pub fn due_at<'a>(&'a self, scenario: &'a Scenario, minute: Minute) -> impl Iterator<Item = &'a Inject> {
        scenario.injects.iter().filter(move |inject| {
            self.is_open(scenario, inject)
                && match &inject.trigger {
                    Trigger::At(at) => *at <= minute,
                    Trigger::Unless(action, at) => *at <= minute && !self.ticked.contains(action),
                    Trigger::OnRequest(request) => self.was_answered(request),
                    Trigger::Manual => false,
                }
        })
    }

    /// Whether an inject may still be given.
    pub fn is_open(&self, scenario: &Scenario, inject: &Inject) -> bool {
        !self.settled.contains(&inject.id) && self.holds(scenario, inject.when.as_ref())
    }

    fn was_answered(&self, request: &Slug) -> bool {
        self.requests.iter().any(|asked| asked.meets.as_ref() == Some(request) && asked.answer.is_some())
    }

    /// Questions the press may ask now: those whose condition holds and that are hostile enough.
    pub fn questions<'a>(&'a self, scenario: &'a Scenario) -> impl Iterator<Item = &'a PressQuestion> {
        let least = self.least_hostility();
        scenario.questions.iter().filter(move |question| {
            question.hostility >= least && self.holds(scenario, question.when.as_ref())
        })
    }

    /// The scene that comes next.
    pub fn next_scene<'a>(&self, scenario: &'a Scenario) -> Option<&'a Scene> {
        scenario.scenes.iter().find(|scene| !self.scenes.contains(&scene.id))
    }

    /// The event of releasing a scene.
    pub(super) fn release(&self, scenario: &Scenario, scene: &Scene, round: Round) -> Event {
        Event::SceneReleased {
            round,
            scene: scene.id.clone(),
            minute: scene.minute.max(self.minute),
            text: self.filled(scenario, &scene.text),
        }
    }

    /// The event of giving out an inject as written.
    pub(super) fn give(&self, scenario: &Scenario, inject: &Inject, round: Round) -> Event {
        Event::InjectGiven {
            round,
            inject: inject.id.clone(),
            title: self.filled(scenario, &inject.title),
            from: self.filled(scenario, &inject.from),
            channel: inject.channel,
            text: self.filled(scenario, &inject.text),
            public: inject.public,
        }
    }
}

/// The check items of the guidance that a factor recalls, as a list.
fn recalled(factor: &Factor, library: &Library) -> Option<Bilingual> {
    let ids = factor.effects.iter().flat_map(|effect| match effect {
        FactorEffect::Recalls(items) => items.as_slice(),
        _ => &[],
    });
    let known = || library.guidances().flat_map(|guidance| &guidance.processes).flat_map(|one| &one.items);
    let items = ids.filter_map(|id| known().find(|item| item.id == *id));
    let lines = items.map(|item| Bilingual::new("・", "- ").and(&item.text, ""));
    let list = lines.reduce(|all, line| all.and(&line, "\n"))?;
    Some(Bilingual::new("対応フローの確認項目：", "From the response flow:").and(&list, "\n"))
}

/// Factors that fit an incident and are not in force.
pub fn fitting<'a>(
    library: &'a Library,
    scenario: &'a Scenario,
    play: &'a Play,
) -> impl Iterator<Item = &'a Factor> {
    let free = |factor: &&Factor| play.factors.iter().all(|put| put.id != factor.id);
    library.factors().filter(|factor| factor.suits(scenario)).filter(free)
}

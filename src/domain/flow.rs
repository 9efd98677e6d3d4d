//! How a workshop moves on: it begins, steps are entered and closed, incidents are chosen (W-13…W-18, W-38).
//!
//! Nothing is blocked: a step may be left open and returned to, gaps are counted when it closes.

use std::collections::BTreeMap;

use super::command::{Command, Context, Refusal};
use super::event::{Beginning, Event, Round, Step};
use super::id::Slug;
use super::play;
use super::scenario::Setting;
use super::sheet::Artefact;
use super::workshop::{GroupView, Workshop};

/// All steps in the order of the workshop.
pub const STEPS: [Step; 15] = [
    Step::Preparation,
    Step::Introduction,
    Step::Choose(Round::One),
    Step::InitialResponse(Round::One),
    Step::ResponseTable(Round::One),
    Step::Report(Round::One),
    Step::Press(Round::One),
    Step::Review,
    Step::Choose(Round::Two),
    Step::Factor,
    Step::InitialResponse(Round::Two),
    Step::ResponseTable(Round::Two),
    Step::Report(Round::Two),
    Step::Press(Round::Two),
    Step::WrapUp,
];

impl Step {
    /// The next step; the last one is its own.
    #[must_use]
    pub fn next(self) -> Self {
        let place = STEPS.iter().position(|step| *step == self).unwrap_or_default();
        STEPS[(place + 1).min(STEPS.len() - 1)]
    }

    /// The step before; the first one is its own.
    #[must_use]
    pub fn previous(self) -> Self {
        let place = STEPS.iter().position(|step| *step == self).unwrap_or_default();
        STEPS[place.saturating_sub(1)]
    }

    /// The round it is part of.
    pub fn round(self) -> Option<Round> {
        match self {
            Self::Choose(round)
            | Self::InitialResponse(round)
            | Self::ResponseTable(round)
            | Self::Report(round)
            | Self::Press(round) => Some(round),
            Self::Factor => Some(Round::Two),
            _ => None,
        }
    }

    /// The sheets that are worked on in it.
    pub fn artefacts(self) -> &'static [Artefact] {
        match self {
            Self::Preparation => &[Artefact::Policy, Artefact::Rules],
            Self::InitialResponse(_) => &[Artefact::InitialResponse],
            Self::ResponseTable(_) => &[Artefact::ResponseTable],
            Self::Report(_) => &[Artefact::Report],
            Self::Press(_) => &[Artefact::Agenda, Artefact::Press],
            Self::Review => &[Artefact::Improvements],
            Self::WrapUp => &[Artefact::Critique],
            Self::Introduction | Self::Choose(_) | Self::Factor => &[],
        }
    }
}

/// Begins a workshop.
pub(super) fn create(workshop: &Workshop, beginning: Beginning) -> Result<Vec<Event>, Refusal> {
    if workshop.beginning.is_some() {
        return Err(Refusal::AlreadyBegun);
    }
    if !(1..=8).contains(&beginning.groups) {
        return Err(Refusal::Groups(beginning.groups));
    }
    let library = &workshop.library;
    let missing = |found: bool, id: &Slug| (!found).then(|| id.to_string());
    let absent = missing(library.fact_sheet(beginning.fact_sheet.as_str()).is_some(), &beginning.fact_sheet)
        .or_else(|| {
            let id = &beginning.stakeholders;
            missing(library.stakeholder_list(id.as_str()).is_some(), id)
        })
        .or_else(|| {
            missing(library.policy_topics(beginning.policies.as_str()).is_some(), &beginning.policies)
        })
        .or_else(|| missing(library.guidance(beginning.guidance.as_str()).is_some(), &beginning.guidance))
        .or_else(|| {
            let unknown = beginning.scenarios.iter().find(|id| library.scenario(id.as_str()).is_none());
            unknown.map(Slug::to_string)
        });
    match absent {
        Some(id) => Err(Refusal::NoSuchMaterial(id)),
        None => Ok(vec![Event::WorkshopCreated(beginning)]),
    }
}

pub(super) fn decide(
    workshop: &Workshop,
    command: Command,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let view = workshop.group_of(context)?;
    match command {
        Command::Enter { step } if view.group.step == step => Ok(Vec::new()),
        Command::Enter { step } => {
            let mut events = vec![Event::StepEntered { step }];
            if let Step::Press(round) = step {
                events.extend(play::press_opens(workshop, context, round));
            }
            Ok(events)
        }
        Command::Close { step } if view.group.closed.contains(&step) => Ok(Vec::new()),
        Command::Close { step } => {
            let gaps = u32::try_from(view.gaps(step).len()).unwrap_or(u32::MAX);
            Ok(vec![Event::StepClosed { step, gaps }])
        }
        Command::Reopen { step } if !view.group.closed.contains(&step) => Ok(Vec::new()),
        Command::Reopen { step } => Ok(vec![Event::StepReopened { step }]),
        Command::ChooseIncident { round, scenario, settings } => {
            choose(workshop, &view, round, scenario, settings)
        }
        _ => Ok(Vec::new()),
    }
}

fn choose(
    workshop: &Workshop,
    view: &GroupView<'_>,
    round: Round,
    id: Slug,
    mut settings: BTreeMap<Slug, Setting>,
) -> Result<Vec<Event>, Refusal> {
    if view.has_been_played(round) {
        return Err(Refusal::IncidentUnderWay(round));
    }
    let prepared = workshop.beginning.as_ref().is_some_and(|begun| begun.scenarios.contains(&id));
    let scenario = workshop.library.scenario(id.as_str()).filter(|_| prepared);
    let Some(scenario) = scenario else {
        return Err(Refusal::NotPrepared(id));
    };
    for (name, setting) in &settings {
        let parameter = scenario.parameters.iter().find(|parameter| parameter.id == *name);
        if !parameter.is_some_and(|parameter| parameter.allows(setting)) {
            return Err(Refusal::Parameter(name.clone()));
        }
    }
    for parameter in &scenario.parameters {
        settings.entry(parameter.id.clone()).or_insert_with(|| parameter.default_setting());
    }
    let mut events = Vec::new();
    if let Some(first) = scenario.scenes.first() {
        let play = play::Play::new(scenario, settings.clone(), workshop.fact_sheet());
        events.push(play.release(scenario, first, round));
        if workshop.is_automatic() {
            events
                .extend(play.due_at(scenario, first.minute).map(|inject| play.give(scenario, inject, round)));
        }
    }
    events.insert(0, Event::IncidentChosen { round, scenario: id, settings });
    Ok(events)
}

//! Choosing the incident of a round and its parameters (W-38).

use std::collections::BTreeMap;

use super::menu::{Entry, headed};
use super::{Desk, Pick, Wish};
use crate::domain::command::Command;
use crate::domain::event::Round;
use crate::domain::id::Slug;
use crate::domain::scenario::{Parameter, Scenario, Setting};
use crate::text::{catalog as t, names};
use crate::ui::theme::Role;

/// Settings made here before an incident is chosen, by incident.
pub type Settings = BTreeMap<Slug, BTreeMap<Slug, Setting>>;

/// The entries: the incidents prepared, each with its parameters; after choosing, what was chosen.
pub fn entries(desk: &Desk<'_>, round: Round, settings: &Settings) -> Vec<Entry> {
    let mut entries = Vec::new();
    if desk.view.play(round).is_some() {
        entries.extend(chosen(desk, round));
    }
    if desk.view.has_been_played(round) {
        return entries;
    }
    let prepared = desk.view.workshop.beginning.iter().flat_map(|begun| &begun.scenarios);
    let known = prepared.filter_map(|id| desk.view.workshop.library.scenario(id.as_str()));
    // What the other round plays comes last: Enter on the first goes on with something new.
    let (played, new): (Vec<_>, Vec<_>) = known.partition(|scenario| is_of_other(desk, round, scenario));
    for scenario in new.into_iter().chain(played) {
        entries.extend(incident(desk, round, scenario, settings.get(&scenario.id)));
    }
    entries
}

/// Whether the other round plays it.
fn is_of_other(desk: &Desk<'_>, round: Round, scenario: &Scenario) -> bool {
    desk.view.play(other(round)).is_some_and(|play| play.scenario == scenario.id)
}

const fn other(round: Round) -> Round {
    match round {
        Round::One => Round::Two,
        Round::Two => Round::One,
    }
}

fn chosen(desk: &Desk<'_>, round: Round) -> Option<Entry> {
    let scenario = desk.view.scenario(round)?;
    let hook = desk.view.play(round)?.disclosed.first()?;
    let title = t::going_on_with(scenario.title.get(desk.lang), desk.lang);
    Some(Entry::new(title, Wish::NextStep).role(Role::Ok).detail(hook.text.get(desk.lang)))
}

fn incident(
    desk: &Desk<'_>,
    round: Round,
    scenario: &Scenario,
    made: Option<&BTreeMap<Slug, Setting>>,
) -> Vec<Entry> {
    let lang = desk.lang;
    let settings: BTreeMap<Slug, Setting> = scenario
        .parameters
        .iter()
        .map(|parameter| {
            let made = made.and_then(|made| made.get(&parameter.id)).cloned();
            (parameter.id.clone(), made.unwrap_or_else(|| parameter.default_setting()))
        })
        .collect();
    let title = format!("{}. {}", scenario.number, scenario.title.get(lang));
    let heading = if is_of_other(desk, round, scenario) {
        names::played_in(&title, names::round(other(round)).get(lang), lang)
    } else {
        title
    };
    let command =
        Command::ChooseIncident { round, scenario: scenario.id.clone(), settings: settings.clone() };
    let mut entries =
        vec![Entry::new(t::PLAY_THIS.get(lang), Wish::Do(command)).detail(scenario.summary.get(lang))];
    entries.extend(scenario.parameters.iter().map(|parameter| {
        let setting = settings.get(&parameter.id).cloned().unwrap_or_else(|| parameter.default_setting());
        set(desk, scenario, parameter, &setting)
    }));
    headed(&heading, entries)
}

fn set(desk: &Desk<'_>, scenario: &Scenario, parameter: &Parameter, setting: &Setting) -> Entry {
    let wish = match setting {
        Setting::YesNo(yes) => Wish::Set(scenario.id.clone(), parameter.id.clone(), Setting::YesNo(!yes)),
        _ => Wish::Pick(Pick::Parameter(scenario.id.clone(), parameter.id.clone())),
    };
    Entry::new(format!("  {}", parameter.label.get(desk.lang)), wish)
        .note(names::setting(parameter, setting, desk.lang))
        .detail(t::PARAMETER_DETAIL.get(desk.lang))
}

/// What a step of a round shows while its incident is not chosen.
pub fn waiting(desk: &Desk<'_>, step: crate::domain::event::Step) -> Vec<Entry> {
    let Some(round) = step.round() else {
        return Vec::new();
    };
    let wish = Wish::Go(crate::domain::event::Step::Choose(round));
    vec![Entry::new(t::choose_first(names::round(round).get(desk.lang), desk.lang), wish)]
}

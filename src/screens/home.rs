//! The home screen: start a workshop, go on with one, look at the example.

use std::path::PathBuf;

use chrono::NaiveDateTime;

use super::Wish;
use super::menu::{Entry, headed};
use crate::domain::event::Facilitation;
use crate::domain::id::Slug;
use crate::domain::library::Library;
use crate::domain::scenario::Scenario;
use crate::domain::sheet::Artefact;
use crate::domain::words::Lang;
use crate::domain::workshop::Workshop;
use crate::text::{catalog as t, clock, names, stage as first, tour};
use crate::ui::clean::clean;

/// What one can choose at home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A new workshop of a group alone that plays at once.
    Play,
    /// The practice of the keys.
    Practice,
    /// A new workshop.
    New(Facilitation),
    /// Go on with this one.
    Resume(PathBuf),
    /// The finished example.
    Example,
    /// Choose the material of the next new workshop.
    Material,
    /// Another fact sheet.
    NextFactSheet,
    /// Another stakeholder list.
    NextStakeholders,
    /// Prepare this incident, or don't.
    Toggle(Slug),
    /// Another number of groups.
    NextGroups,
    /// Back to the top.
    Top,
    /// Leave.
    Quit,
}

/// A workshop one can go on with.
#[derive(Clone, Debug)]
pub struct Recent {
    /// The file.
    pub path: PathBuf,
    /// When it was last written.
    pub changed: NaiveDateTime,
    /// What it holds, or why it can't be read; `None` while nobody has asked.
    pub about: Option<String>,
}

/// What a workshop is and how far each group has come, to find the one to go on with.
pub fn about(workshop: &Workshop, lang: Lang) -> String {
    let title = workshop.beginning.as_ref().map(|beginning| beginning.title.clone());
    let groups = workshop.groups.keys().filter_map(|id| workshop.view(*id)).map(|view| {
        let step = names::step_in_full(view.group.step, lang);
        names::joined(&names::group(&view, lang), &step, lang)
    });
    title.into_iter().chain(groups).collect::<Vec<_>>().join("\n")
}

/// The material of the next new workshop.
#[derive(Clone, Debug)]
pub struct Material {
    /// Everything there is.
    pub library: Library,
    /// The fact sheet.
    pub fact_sheet: Option<Slug>,
    /// The stakeholder list.
    pub stakeholders: Option<Slug>,
    /// The incidents prepared.
    pub scenarios: Vec<Slug>,
    /// How many groups.
    pub groups: u8,
}

impl Material {
    /// What is taken when nobody chooses: the first of each, all incidents, one group.
    pub fn of(library: Library) -> Self {
        let fact_sheet = library.fact_sheets().next().map(|sheet| sheet.id.clone());
        let first = library.stakeholder_lists().next().map(|list| list.id.clone());
        let scenarios = library.scenarios().map(|scenario| scenario.id.clone()).collect();
        let mut material = Self { library, fact_sheet, stakeholders: None, scenarios, groups: 1 };
        material.stakeholders = material.list_of_the_sheet().or(first);
        material
    }

    /// The stakeholder list that goes with the fact sheet.
    fn list_of_the_sheet(&self) -> Option<Slug> {
        let list = self.library.fact_sheet(self.fact_sheet.as_ref()?.as_str())?.stakeholders.as_ref()?;
        self.library.stakeholder_list(list.as_str()).map(|list| list.id.clone())
    }

    /// Changes what the choice names. The last incident prepared stays: there has to be one to play.
    pub fn change(&mut self, choice: &Choice) {
        match choice {
            Choice::NextFactSheet => {
                let sheets = self.library.fact_sheets().map(|sheet| &sheet.id);
                self.fact_sheet = after(&sheets.collect::<Vec<_>>(), self.fact_sheet.as_ref());
                self.stakeholders = self.list_of_the_sheet().or(self.stakeholders.take());
            }
            Choice::NextStakeholders => {
                let lists = self.library.stakeholder_lists().map(|list| &list.id);
                self.stakeholders = after(&lists.collect::<Vec<_>>(), self.stakeholders.as_ref());
            }
            Choice::NextGroups => self.groups = self.groups % 8 + 1,
            Choice::Toggle(id) => match self.scenarios.iter().position(|prepared| prepared == id) {
                Some(place) if self.scenarios.len() > 1 => {
                    self.scenarios.remove(place);
                }
                Some(_) => {}
                None => self.scenarios.push(id.clone()),
            },
            _ => {}
        }
    }
}

/// The one after `now`, round and round.
fn after(all: &[&Slug], now: Option<&Slug>) -> Option<Slug> {
    let place = all.iter().position(|id| Some(*id) == now).map_or(0, |place| place + 1);
    all.get(place % all.len().max(1)).map(|id| (*id).clone())
}

/// The entries for choosing the material.
pub fn material(material: &Material, lang: Lang) -> Vec<Entry> {
    let Material { library, fact_sheet, stakeholders, scenarios, groups } = material;
    let sheet = fact_sheet.as_ref().and_then(|id| library.fact_sheet(id.as_str()));
    let list = stakeholders.as_ref().and_then(|id| library.stakeholder_list(id.as_str()));
    let mut entries = vec![
        Entry::new(t::MATERIAL_DONE.get(lang), Wish::Home(Choice::Top)).detail(t::MATERIAL_DETAIL.get(lang)),
        Entry::new(Artefact::FactSheet.sheet().title.get(lang), Wish::Home(Choice::NextFactSheet))
            .note(sheet.map(|sheet| sheet.organisation.get(lang)).unwrap_or_default())
            .detail(sheet.map(|sheet| sheet.summary.get(lang)).unwrap_or_default()),
        Entry::new(Artefact::Stakeholders.sheet().title.get(lang), Wish::Home(Choice::NextStakeholders))
            .note(list.map(|list| list.title.get(lang)).unwrap_or_default())
            .detail(t::PARAMETER_DETAIL.get(lang)),
        Entry::new(t::GROUPS.get(lang), Wish::Home(Choice::NextGroups))
            .note(groups.to_string())
            .detail(t::GROUPS_DETAIL.get(lang)),
    ];
    let incident = |scenario: &Scenario| {
        let mark = if scenarios.contains(&scenario.id) { "[x]" } else { "[ ]" };
        let title = format!("{mark} {}. {}", scenario.number, scenario.title.get(lang));
        Entry::new(title, Wish::Home(Choice::Toggle(scenario.id.clone()))).detail(scenario.summary.get(lang))
    };
    entries.extend(headed(t::PREPARED_INCIDENTS.get(lang), library.scenarios().map(incident).collect()));
    entries
}

/// The entries of the home screen. `recent` are workshops, newest first.
pub fn entries(recent: &[Recent], folder: &str, lang: Lang) -> Vec<Entry> {
    let mut entries = vec![
        Entry::new(first::PLAY.get(lang), Wish::Home(Choice::Play)).detail(first::play_detail(folder, lang)),
        Entry::new(tour::TITLE.get(lang), Wish::Home(Choice::Practice)).detail(tour::DETAIL.get(lang)),
        Entry::new(t::NEW_ALONE.get(lang), Wish::Home(Choice::New(Facilitation::Automatic)))
            .detail(t::new_alone_detail(folder, lang)),
        Entry::new(t::NEW_FACILITATED.get(lang), Wish::Home(Choice::New(Facilitation::Console)))
            .detail(t::new_facilitated_detail(folder, lang)),
    ];
    entries.push(
        Entry::new(t::MATERIAL.get(lang), Wish::Home(Choice::Material)).detail(t::MATERIAL_DETAIL.get(lang)),
    );
    let resume = recent.iter().map(|Recent { path, changed, about }| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let about = about.as_ref().map_or_else(String::new, |about| format!("{about}\n\n"));
        let detail = format!("{about}{}\n{}", t::RESUME_DETAIL.get(lang), path.to_string_lossy());
        Entry::new(clean(&name), Wish::Home(Choice::Resume(path.clone())))
            .note(clock::date_time(*changed, lang))
            .detail(clean(&detail))
    });
    let resume: Vec<Entry> = resume.collect();
    if !resume.is_empty() {
        entries.extend(headed(t::RESUME.get(lang), resume));
    }
    entries.push(
        Entry::new(t::EXAMPLE.get(lang), Wish::Home(Choice::Example))
            .under(t::LOOK_AROUND.get(lang))
            .detail(t::EXAMPLE_DETAIL.get(lang)),
    );
    entries.push(Entry::new(t::QUIT.get(lang), Wish::Home(Choice::Quit)).detail(t::QUIT_DETAIL.get(lang)));
    entries
}

//! The shipped pieces, and the settings that an organiser may play an incident in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use kijo::domain::fact_sheet::FactSheet;
use kijo::domain::id::Slug;
use kijo::domain::library::Library;
use kijo::domain::placeholder::{Value, Values};
use kijo::domain::scenario::{Condition, ParameterKind, Scenario, Setting};

/// What the parameters of an incident are set to.
pub type Settings = BTreeMap<Slug, Setting>;

/// The fact sheets that describe an organisation, as against the blank one.
pub const ORGANISATIONS: [&str; 3] = ["example-manufacturing", "example-public-office", "example-retail"];

/// The fact sheet to be filled in.
pub const BLANK: &str = "blank";

/// The material in the program.
pub fn library() -> &'static Library {
    static SHIPPED: OnceLock<Library> = OnceLock::new();
    SHIPPED.get_or_init(kijo::material::load::embedded)
}

/// The incidents by number.
pub fn scenarios() -> Vec<&'static Scenario> {
    let mut all: Vec<_> = library().scenarios().collect();
    all.sort_by_key(|scenario| scenario.number);
    all
}

pub fn sheet(id: &str) -> &'static FactSheet {
    library().fact_sheet(id).expect("a shipped fact sheet")
}

/// The least and the most of each number, with everything else there is to choose.
pub fn extremes(scenario: &Scenario) -> Vec<Settings> {
    combined(scenario, |numbers| vec![numbers.least, numbers.most])
}

/// Every setting that an organiser is offered, and the extremes.
pub fn offered(scenario: &Scenario) -> Vec<Settings> {
    combined(scenario, |numbers| [numbers.offered.as_slice(), &[numbers.least, numbers.most]].concat())
}

/// The same, and every number at which a condition of the incident turns.
pub fn turning(scenario: &Scenario) -> Vec<Settings> {
    let injects = scenario.injects.iter().map(|inject| &inject.when);
    let questions = scenario.questions.iter().map(|question| &question.when);
    let duties = scenario.duties.iter().map(|duty| &duty.when);
    let conditions: Vec<_> = injects.chain(questions).chain(duties).flatten().collect();
    combined(scenario, |numbers| {
        let bounds = conditions.iter().filter_map(|condition| match condition {
            Condition::AtLeast(name, bound) | Condition::Below(name, bound) if *name == *numbers.name => {
                Some(*bound)
            }
            _ => None,
        });
        let turns = bounds.flat_map(|bound| [bound.saturating_sub(1), bound]);
        let allowed = turns.filter(|number| (numbers.least..=numbers.most).contains(number));
        allowed.chain(numbers.offered.iter().copied()).chain([numbers.least, numbers.most]).collect()
    })
}

/// A parameter that is a number.
struct Numbers<'a> {
    name: &'a Slug,
    offered: &'a Vec<u64>,
    least: u64,
    most: u64,
}

/// Every combination of what the parameters may be; `pick` says which of the numbers.
fn combined(scenario: &Scenario, pick: impl Fn(&Numbers<'_>) -> Vec<u64>) -> Vec<Settings> {
    let mut all = vec![Settings::new()];
    for parameter in &scenario.parameters {
        let choices: Vec<Setting> = match &parameter.kind {
            ParameterKind::Number { offered, least, most, .. } => {
                let numbers = Numbers { name: &parameter.id, offered, least: *least, most: *most };
                BTreeSet::from_iter(pick(&numbers)).into_iter().map(Setting::Number).collect()
            }
            ParameterKind::Choice { options, .. } => {
                options.iter().map(|option| Setting::Choice(option.id.clone())).collect()
            }
            ParameterKind::YesNo { .. } => vec![Setting::YesNo(true), Setting::YesNo(false)],
        };
        let with = |settings: &Settings, choice: &Setting| {
            let mut settings = settings.clone();
            settings.insert(parameter.id.clone(), choice.clone());
            settings
        };
        all = all.iter().flat_map(|settings| choices.iter().map(|choice| with(settings, choice))).collect();
    }
    all
}

/// What the settings and the organisation put into the texts.
pub fn values(scenario: &Scenario, settings: &Settings, sheet: Option<&FactSheet>) -> Values {
    let mut values = sheet.map(Values::of_organisation).unwrap_or_default();
    for parameter in &scenario.parameters {
        let setting = settings.get(&parameter.id).cloned();
        let setting = setting.unwrap_or_else(|| parameter.default_setting());
        values.set(parameter.id.clone(), Value::of(parameter, &setting));
    }
    values
}

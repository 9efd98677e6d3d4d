//! The shipped pieces, and the settings that an organiser may play an incident in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use kijo::domain::fact_sheet::FactSheet;
use kijo::domain::id::Slug;
use kijo::domain::library::Library;
use kijo::domain::placeholder::{Value, Values};
use kijo::domain::scenario::{Condition, Parameter, ParameterKind, Scenario, Setting};

/// What the parameters of an incident are set to.
pub type Settings = BTreeMap<Slug, Setting>;

/// The fact sheets that describe an organisation, as against the blank one.
pub const ORGANISATIONS: [&str; 3] = ["example-manufacturing", "example-public-office", "example-retail"];

/// The fact sheet to be filled in.
pub const BLANK: &str = "yours";

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

/// Every setting of an incident that an organiser is offered, and the least and the most of each number.
pub fn offered(scenario: &Scenario) -> Vec<Settings> {
    combined(scenario, |_| Vec::new())
}

/// The same, and every number at which a condition of the incident turns.
pub fn turning(scenario: &Scenario) -> Vec<Settings> {
    let injects = scenario.injects.iter().map(|inject| &inject.when);
    let questions = scenario.questions.iter().map(|question| &question.when);
    let duties = scenario.duties.iter().map(|duty| &duty.when);
    let conditions: Vec<_> = injects.chain(questions).chain(duties).flatten().collect();
    combined(scenario, |parameter| {
        let bounds = conditions.iter().filter_map(|condition| match condition {
            Condition::AtLeast(name, bound) | Condition::Below(name, bound) if *name == parameter.id => {
                Some([bound.saturating_sub(1), *bound])
            }
            _ => None,
        });
        bounds.flatten().collect()
    })
}

/// Every combination of what the parameters may be, numbers together with `more` of them.
fn combined(scenario: &Scenario, more: impl Fn(&Parameter) -> Vec<u64>) -> Vec<Settings> {
    let mut all = vec![Settings::new()];
    for parameter in &scenario.parameters {
        let choices = choices(parameter, &more(parameter));
        let with = |settings: &Settings, choice: &Setting| {
            let mut settings = settings.clone();
            settings.insert(parameter.id.clone(), choice.clone());
            settings
        };
        all = all.iter().flat_map(|settings| choices.iter().map(|choice| with(settings, choice))).collect();
    }
    all
}

fn choices(parameter: &Parameter, more: &[u64]) -> Vec<Setting> {
    match &parameter.kind {
        ParameterKind::Number { offered, default, least, most, .. } => {
            let numbers: BTreeSet<u64> =
                [default, least, most].into_iter().chain(offered).chain(more).copied().collect();
            numbers.into_iter().map(Setting::Number).filter(|setting| parameter.allows(setting)).collect()
        }
        ParameterKind::Choice { options, .. } => {
            options.iter().map(|option| Setting::Choice(option.id.clone())).collect()
        }
        ParameterKind::YesNo { .. } => vec![Setting::YesNo(true), Setting::YesNo(false)],
    }
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

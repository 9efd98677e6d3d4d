//! The parameters of a scenario: whether their own numbers fit, and whether texts and conditions use them rightly.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Checker, Place};
use crate::domain::id::Slug;
use crate::domain::placeholder::BUILT_IN;
use crate::domain::scenario::{ChoiceOption, Condition, Parameter, ParameterKind, Scenario};
use crate::material::trouble::{NumberTrouble, ParameterTrouble, Reference, SenseTrouble};

/// The parameters that a scenario declares, and which of them were used so far.
pub struct Parameters<'d> {
    declared: BTreeMap<&'d Slug, (&'d ParameterKind, Place<'d>)>,
    used: BTreeSet<Slug>,
    /// Whether all declarations could be read.
    complete: bool,
    /// Whether the whole scenario could be read, so that what is not used is truly unused.
    whole: bool,
    /// The bytes of texts that are shown as they are: the declarations' own, and whatever names a piece in lists.
    plain: Vec<Range<usize>>,
}

impl<'d> Parameters<'d> {
    /// The parameters of a scenario, after reporting what is wrong with their declarations.
    pub fn of(scenario: &'d Scenario, at: Place<'d>, checker: &mut Checker<'_>) -> Self {
        let list = at.field("parameters");
        checker.unique_ids(list, scenario.parameters.iter().map(|parameter| &parameter.id));
        let mut declared = BTreeMap::new();
        for (index, parameter) in scenario.parameters.iter().enumerate() {
            let place = list.item(index);
            if BUILT_IN.contains(&parameter.id.as_str()) {
                let taken = ParameterTrouble::BuiltIn(parameter.id.to_string());
                checker.report(place.field("id"), SenseTrouble::Parameter(taken));
            }
            declaration(parameter, place.field("kind"), checker);
            declared.insert(&parameter.id, (&parameter.kind, place.field("id")));
        }
        Self {
            declared,
            used: BTreeSet::new(),
            complete: checker.is_whole(list),
            whole: checker.is_whole(at),
            plain: plain(scenario, at).into_iter().chain([list]).filter_map(span).collect(),
        }
    }

    /// Whether the text at a byte of the file is shown as it is.
    pub fn is_plain(&self, at: usize) -> bool {
        self.plain.iter().any(|span| span.contains(&at))
    }

    /// The kind of a parameter that is being used, or the reason why it cannot be.
    pub fn use_of(
        &mut self,
        name: &Slug,
        checker: &Checker<'_>,
    ) -> Result<&'d ParameterKind, Option<SenseTrouble>> {
        if let Some((kind, _)) = self.declared.get(name) {
            self.used.insert(name.clone());
            return Ok(kind);
        }
        if !self.complete {
            return Err(None);
        }
        let near = checker.nearest(name.as_str(), self.declared.keys().map(|name| name.as_str()));
        let unknown = SenseTrouble::Unknown { kind: Reference::Parameter, name: name.to_string(), near };
        Err(Some(unknown))
    }

    /// The condition asks something of a parameter that the parameter can answer.
    pub fn condition(&mut self, when: Option<&Condition>, place: Place<'_>, checker: &mut Checker<'_>) {
        let Some(condition) = when else {
            return;
        };
        let (Condition::Yes(name)
        | Condition::No(name)
        | Condition::Is(name, _)
        | Condition::AtLeast(name, _)
        | Condition::Below(name, _)) = condition;
        match self.use_of(name, checker) {
            Ok(kind) => answerable(condition, name, kind, place, checker),
            Err(Some(unknown)) => checker.report(place.item(0), unknown),
            Err(None) => {}
        }
    }

    /// Reports parameters that no text and no condition used.
    pub fn all_used(&self, checker: &mut Checker<'_>) {
        if !self.whole {
            return;
        }
        for (name, (_, place)) in &self.declared {
            if !self.used.contains(*name) {
                let unused = ParameterTrouble::Unused(name.to_string());
                checker.report(*place, SenseTrouble::Parameter(unused));
            }
        }
    }
}

/// Texts that are read before anything is set, or that name a piece in lists and logs.
fn plain<'d>(scenario: &Scenario, at: Place<'d>) -> Vec<Place<'d>> {
    let mut places: Vec<Place<'d>> =
        ["title", "case_kind", "summary", "source", "goals"].map(|name| at.field(name)).into();
    let of_each = |list: &str, count: usize, field: &str| {
        let list = at.field(list);
        (0..count).map(|index| list.item(index).field(field)).collect::<Vec<_>>()
    };
    places.extend(of_each("scenes", scenario.scenes.len(), "title"));
    places.extend(of_each("injects", scenario.injects.len(), "title"));
    places.extend(of_each("reporters", scenario.reporters.len(), "medium"));
    places
}

fn span(place: Place<'_>) -> Option<Range<usize>> {
    place.node().map(|node| node.start..node.end)
}

/// How a parameter of this kind is used in texts and conditions.
pub fn usage(kind: &ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Number { .. } => "{id}, AtLeast(\"id\", 100), Below(\"id\", 100)",
        ParameterKind::Choice { .. } => "{id}, Is(\"id\", \"option\")",
        ParameterKind::YesNo { .. } => "{id?…|…}, Yes(\"id\"), No(\"id\")",
    }
}

/// A parameter of this kind cannot be used like this.
pub fn wrong_kind(name: &Slug, kind: &ParameterKind) -> SenseTrouble {
    SenseTrouble::Parameter(ParameterTrouble::Kind { name: name.to_string(), used: usage(kind) })
}

fn answerable(
    condition: &Condition,
    name: &Slug,
    kind: &ParameterKind,
    place: Place<'_>,
    checker: &mut Checker<'_>,
) {
    match (condition, kind) {
        (Condition::Yes(_) | Condition::No(_), ParameterKind::YesNo { .. }) => {}
        (Condition::Is(_, option), ParameterKind::Choice { options, .. }) => {
            one_of(option, options, place.item(1), checker);
        }
        (Condition::AtLeast(_, n) | Condition::Below(_, n), ParameterKind::Number { least, most, .. }) => {
            // Both ask on which side of `n` the number lies.
            if n <= least || n > most {
                checker.report(place.item(1), SenseTrouble::Parameter(ParameterTrouble::NoDifference));
            }
        }
        _ => checker.report(place.item(0), wrong_kind(name, kind)),
    }
}

fn one_of(option: &Slug, options: &[ChoiceOption], place: Place<'_>, checker: &mut Checker<'_>) {
    let known = options.iter().map(|option| option.id.clone()).collect();
    checker.refers(place, option, Reference::ChoiceOption, &known);
}

fn declaration(parameter: &Parameter, place: Place<'_>, checker: &mut Checker<'_>) {
    match &parameter.kind {
        ParameterKind::YesNo { .. } => {}
        ParameterKind::Choice { options, default } => {
            checker.some(place, "options", options);
            checker.unique_ids(place.field("options"), options.iter().map(|option| &option.id));
            if !options.is_empty() && checker.is_whole(place.field("options")) {
                one_of(default, options, place.field("default"), checker);
            }
        }
        ParameterKind::Number { offered, default, least, most, .. } => {
            if least > most {
                checker.report(place.field("least"), SenseTrouble::Number(NumberTrouble::LeastOverMost));
                return;
            }
            checker.within(place.field("default"), *default, *least, *most);
            for (index, number) in offered.iter().enumerate() {
                checker.within(place.field("offered").item(index), *number, *least, *most);
            }
        }
    }
}

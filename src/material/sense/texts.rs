//! Placeholders in texts: written rightly, declared, used as what they are, and the same in both languages.

use std::collections::BTreeSet;

use super::Checker;
use super::parameters::{Parameters, wrong_kind};
use crate::domain::id::Slug;
use crate::domain::placeholder::{BUILT_IN, Part, scan};
use crate::domain::scenario::ParameterKind;
use crate::material::decode::Written;
use crate::material::tree::Text;
use crate::material::trouble::{TextTrouble, Trouble};

/// Checks the texts of a scenario, which are filled with its parameters before they are shown.
pub fn filled(texts: &[Written], parameters: &mut Parameters<'_>, checker: &mut Checker<'_>) {
    let starts = |written: &Written| written.ja.as_ref().or(written.en.as_ref()).map(|(start, _)| *start);
    let (labels, filled): (Vec<_>, Vec<_>) = texts
        .iter()
        .cloned()
        .partition(|written| starts(written).is_some_and(|start| parameters.is_plain(start)));
    plain(&labels, checker);
    for written in &filled {
        let ja = written.ja.as_ref().map(|text| used(text, parameters, checker));
        let en = written.en.as_ref().map(|text| used(text, parameters, checker));
        if let (Some(Some(ja)), Some(Some(en)), Some((start, _))) = (ja, en, &written.en) {
            same_in_both(&ja, &en, *start, checker);
        }
    }
}

/// Checks texts that are shown as they are: a placeholder in one would be seen by the group.
pub fn plain(texts: &[Written], checker: &mut Checker<'_>) {
    without_parameters(texts, |_| false, checker);
}

/// Checks texts that belong to no scenario but speak of the organisation.
pub fn of_any_scenario(texts: &[Written], checker: &mut Checker<'_>) {
    without_parameters(texts, is_built_in, checker);
}

fn without_parameters(texts: &[Written], allowed: impl Fn(&Part) -> bool, checker: &mut Checker<'_>) {
    for text in texts.iter().flat_map(|written| written.ja.iter().chain(&written.en)) {
        for found in scan(&text.1.value) {
            let part = found.part.as_ref().ok().filter(|part| !allowed(part));
            if let Some(name) = part.and_then(Part::name) {
                checker.report_in(text, found.at, TextTrouble::NoPlaceholderHere(name.to_string()));
            }
        }
    }
}

/// The parameters that a text uses; `None` when a flaw hides which ones.
fn used(
    text: &(usize, Text),
    parameters: &mut Parameters<'_>,
    checker: &mut Checker<'_>,
) -> Option<BTreeSet<Slug>> {
    let mut names = Some(BTreeSet::new());
    for found in scan(&text.1.value) {
        match found.part {
            Ok(part) => {
                if is_built_in(&part) {
                    continue;
                }
                if let Some(trouble) = misuse(&part, parameters, checker) {
                    checker.report_in(text, found.at, trouble);
                }
                if let (Some(names), Some(name)) = (&mut names, part.name()) {
                    names.insert(name.clone());
                }
            }
            Err(flaw) => {
                names = None;
                checker.report_in(text, found.at, TextTrouble::Placeholder(flaw));
            }
        }
    }
    names
}

/// Whether the fact sheet in use gives the words. One language may use them where the other needs none.
fn is_built_in(part: &Part) -> bool {
    matches!(part, Part::Value(name) if BUILT_IN.contains(&name.as_str()))
}

/// What is wrong with using this parameter in this way.
fn misuse(part: &Part, parameters: &mut Parameters<'_>, checker: &Checker<'_>) -> Option<Trouble> {
    let name = part.name()?;
    let kind = match parameters.use_of(name, checker) {
        Ok(kind) => kind,
        Err(unknown) => return unknown.map(Trouble::from),
    };
    match (part, kind) {
        (Part::Either { yes, no, .. }, ParameterKind::YesNo { .. }) => {
            (yes == no).then(|| TextTrouble::SidesEqual(name.to_string()).into())
        }
        (Part::Value(_), ParameterKind::Number { .. } | ParameterKind::Choice { .. }) => None,
        _ => Some(wrong_kind(name, kind).into()),
    }
}

fn same_in_both(ja: &BTreeSet<Slug>, en: &BTreeSet<Slug>, at: usize, checker: &mut Checker<'_>) {
    let only =
        |these: &BTreeSet<Slug>, those| these.difference(those).map(Slug::to_string).collect::<Vec<_>>();
    let (ja, en) = (only(ja, en), only(en, ja));
    if !ja.is_empty() || !en.is_empty() {
        checker.report_at(at, TextTrouble::LanguagesDiffer { ja, en });
    }
}

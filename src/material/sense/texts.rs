//! Placeholders in texts: written rightly, declared, used as what they are, and the same in both languages.

use std::collections::BTreeSet;

use super::Checker;
use super::parameters::{Parameters, wrong_kind};
use crate::domain::id::Slug;
use crate::domain::placeholder::{Part, scan};
use crate::domain::scenario::ParameterKind;
use crate::material::decode::Written;
use crate::material::tree::Text;
use crate::material::trouble::TextTrouble;

/// Checks the texts of a scenario, which are filled with its parameters before they are shown.
pub fn filled(texts: &[Written], parameters: &mut Parameters<'_>, checker: &mut Checker<'_, '_>) {
    let starts = |written: &Written| {
        written
            .ja
            .as_ref()
            .or(written.en.as_ref())
            .map(|(start, _)| *start)
    };
    let (labels, filled): (Vec<_>, Vec<_>) = texts
        .iter()
        .cloned()
        .partition(|written| starts(written).is_some_and(|start| parameters.declared_at(start)));
    shown_as_they_are(&labels, checker);
    for written in &filled {
        let ja = written.ja.as_ref().map(|text| used(text, parameters, checker));
        let en = written.en.as_ref().map(|text| used(text, parameters, checker));
        if let (Some(Some(ja)), Some(Some(en)), Some((start, _))) = (ja, en, &written.en) {
            same_in_both(&ja, &en, *start, checker);
        }
    }
}

/// Checks texts that are shown as they are: a placeholder in one would be seen by the group.
pub fn shown_as_they_are(texts: &[Written], checker: &mut Checker<'_, '_>) {
    for (start, text) in texts
        .iter()
        .flat_map(|written| written.ja.iter().chain(&written.en))
    {
        for found in scan(&text.value) {
            if let Some(name) = found.part.as_ref().ok().and_then(Part::name) {
                let place = start + text.written(found.at);
                checker.report_at(place, TextTrouble::NoPlaceholderHere(name.to_string()));
            }
        }
    }
}

/// The parameters that a text uses; `None` when a flaw hides which ones.
fn used(
    (start, text): &(usize, Text),
    parameters: &mut Parameters<'_>,
    checker: &mut Checker<'_, '_>,
) -> Option<BTreeSet<Slug>> {
    let mut names = Some(BTreeSet::new());
    for found in scan(&text.value) {
        let place = start + text.written(found.at);
        match found.part {
            Ok(part) => {
                fits(&part, place, parameters, checker);
                if let (Some(names), Some(name)) = (&mut names, part.name()) {
                    names.insert(name.clone());
                }
            }
            Err(flaw) => {
                names = None;
                checker.report_at(place, TextTrouble::Placeholder(flaw));
            }
        }
    }
    names
}

/// The placeholder names a parameter of the kind that can stand there.
fn fits(part: &Part, place: usize, parameters: &mut Parameters<'_>, checker: &mut Checker<'_, '_>) {
    let Some(name) = part.name() else {
        return;
    };
    let kind = match parameters.use_of(name) {
        Ok(kind) => kind,
        Err(unknown) => {
            if let Some(unknown) = unknown {
                checker.report_at(place, unknown);
            }
            return;
        }
    };
    match (part, kind) {
        (Part::Either { yes, no, .. }, ParameterKind::YesNo { .. }) => {
            if yes == no {
                checker.report_at(place, TextTrouble::SidesEqual(name.to_string()));
            }
        }
        (Part::Value(_), ParameterKind::Number { .. } | ParameterKind::Choice { .. }) => {}
        _ => checker.report_at(place, wrong_kind(name, kind)),
    }
}

fn same_in_both(ja: &BTreeSet<Slug>, en: &BTreeSet<Slug>, at: usize, checker: &mut Checker<'_, '_>) {
    let only =
        |these: &BTreeSet<Slug>, those| these.difference(those).map(Slug::to_string).collect::<Vec<_>>();
    let (ja, en) = (only(ja, en), only(en, ja));
    if !ja.is_empty() || !en.is_empty() {
        checker.report_at(at, TextTrouble::LanguagesDiffer { ja, en });
    }
}

//! Preparation (W-06…W-12): who plays whom, the policy sheet, the environment.

use super::menu::{Entry, headed};
use super::{Ask, Desk, Pick, Wish};
use crate::domain::event::Place;
use crate::domain::sheet::Artefact;
use crate::text::catalog as t;
use crate::text::names;
use crate::ui::theme::Role;

/// The entries of the preparation.
pub fn entries(desk: &Desk<'_>) -> Vec<Entry> {
    let lang = desk.lang;
    let mut entries = vec![
        Entry::new(t::FINISH_PREPARATION.get(lang), Wish::NextStep).detail(t::PREPARATION_DETAIL.get(lang)),
        Entry::new(t::GROUP_NAME.get(lang), Wish::Ask(Ask::GroupName))
            .note(names::group(&desk.view, lang))
            .detail(t::GROUP_NAME_DETAIL.get(lang)),
    ];
    entries.extend(headed(t::SHEETS_TO_PREPARE.get(lang), sheets(desk)));
    entries.extend(headed(t::PEOPLE.get(lang), people(desk)));
    entries.extend(headed(t::SEATS.get(lang), seats(desk)));
    entries
}

fn sheets(desk: &Desk<'_>) -> Vec<Entry> {
    let lang = desk.lang;
    let of = |artefact: Artefact, detail: &str| {
        let place = Place { artefact, round: None };
        Entry::new(artefact.sheet().title.get(lang), Wish::OpenSheet(place)).detail(detail)
    };
    let open = desk.view.gaps_of(Place { artefact: Artefact::Policy, round: None }).len();
    let fact_sheet = desk.view.workshop.fact_sheet();
    let summary =
        fact_sheet.map(|sheet| format!("{}\n\n{}", sheet.organisation.get(lang), sheet.summary.get(lang)));
    vec![
        of(Artefact::Policy, t::POLICY_DETAIL.get(lang)).note(t::unanswered(open, lang)),
        of(Artefact::Rules, t::RULES_DETAIL.get(lang)),
        of(Artefact::FactSheet, &summary.unwrap_or_default()),
        of(Artefact::Stakeholders, t::STAKEHOLDERS_DETAIL.get(lang)),
    ]
}

fn people(desk: &Desk<'_>) -> Vec<Entry> {
    let lang = desk.lang;
    let present = desk.view.workshop.people.iter().filter(|(_, person)| person.present);
    let mut entries: Vec<Entry> = present
        .map(|(id, person)| {
            let seats = desk.view.group.seats.iter().filter(|(_, who)| *who == id);
            let played: Vec<String> =
                seats.map(|(seat, _)| names::stakeholder(&desk.view, seat, lang)).collect();
            Entry::new(&person.name, Wish::Ask(Ask::Rename(id.clone())))
                .note(played.join(" / "))
                .detail(t::RENAME_DETAIL.get(lang))
        })
        .collect();
    entries.push(
        Entry::new(t::ADD_PERSON.get(lang), Wish::Ask(Ask::Person)).detail(t::ADD_PERSON_DETAIL.get(lang)),
    );
    let writes = desk.view.group.recorder.as_ref().map(|id| names::person(desk.view.workshop, id, lang));
    entries.push(
        Entry::new(t::RECORDER.get(lang), Wish::Pick(Pick::Pen))
            .note(writes.unwrap_or_else(|| t::PEN_NOBODY.get(lang).to_owned()))
            .detail(t::PEN_TITLE.get(lang)),
    );
    entries
}

fn seats(desk: &Desk<'_>) -> Vec<Entry> {
    let lang = desk.lang;
    let Some(list) = desk.view.workshop.stakeholders() else {
        return Vec::new();
    };
    let seat = |entry: &crate::domain::stakeholder::Stakeholder| {
        let who = desk.view.group.seats.get(&entry.id);
        let name = who.map(|id| names::person(desk.view.workshop, id, lang));
        let role = if name.is_some() || entry.optional { Role::Text } else { Role::Warning };
        let remarks = entry.remarks.as_ref().map_or("", |text| text.get(lang));
        Entry::new(entry.name.get(lang), Wish::Pick(Pick::SeatOf(entry.id.clone())))
            .note(name.unwrap_or_else(|| t::UNASSIGNED.get(lang).to_owned()))
            .role(role)
            .detail(format!("{}\n{remarks}", entry.real_role.get(lang)))
    };
    let inside = |entry: &&crate::domain::stakeholder::Stakeholder| {
        entry.side == crate::domain::stakeholder::Side::Inside
    };
    list.stakeholders.iter().filter(inside).map(seat).collect()
}

//! What has to fit together in fact sheets and stakeholder lists.

use std::collections::BTreeSet;

use super::{Checker, Place};
use crate::domain::fact_sheet::{FactRow, FactSheet};
use crate::domain::id::Slug;
use crate::domain::stakeholder::StakeholderList;
use crate::material::trouble::{Reference, SenseTrouble};

/// Reports everything that does not fit together in a fact sheet.
pub fn fact_sheet(sheet: &FactSheet, at: Place<'_>, checker: &mut Checker<'_>) {
    if let Some(list) = &sheet.stakeholders {
        let known = &checker.names.lists;
        checker.refers(at.field("stakeholders"), list, Reference::List, known);
    }
    let sections = at.field("sections");
    checker.unique_ids(sections, sheet.sections.iter().map(|section| &section.id));
    let rows = || {
        sheet.sections.iter().enumerate().flat_map(|(section, rows)| {
            let list = sections.item(section).field("rows");
            rows.rows.iter().enumerate().map(move |(index, row)| (list.item(index), row))
        })
    };
    // A row is named without its section, so its name is unique on the whole sheet.
    checker.unique(rows().map(|(place, row)| (place.field("id"), &row.id)));
    for (place, row) in rows() {
        people_of(row, place, checker);
    }
}

fn people_of(row: &FactRow, place: Place<'_>, checker: &mut Checker<'_>) {
    if let Some(owner) = &row.owner {
        checker.stakeholder(place.field("owner"), owner);
    }
    if let Some(extractor) = row.log.as_ref().and_then(|log| log.extractor.as_ref()) {
        checker.stakeholder(place.field("log").field("extractor"), extractor);
    }
}

/// Reports everything that does not fit together in a stakeholder list.
pub fn stakeholders(list: &StakeholderList, at: Place<'_>, checker: &mut Checker<'_>) {
    let places = at.field("stakeholders");
    checker.unique_ids(places, list.stakeholders.iter().map(|stakeholder| &stakeholder.id));
    // Only somebody of the same organisation can stand in.
    let known: BTreeSet<Slug> = list.stakeholders.iter().map(|stakeholder| stakeholder.id.clone()).collect();
    for (index, stakeholder) in list.stakeholders.iter().enumerate() {
        let Some(deputy) = &stakeholder.deputy else {
            continue;
        };
        let place = places.item(index).field("deputy");
        if *deputy == stakeholder.id {
            checker.report(place, SenseTrouble::OwnDeputy);
        } else if checker.is_whole(places) {
            checker.refers(place, deputy, Reference::Stakeholder, &known);
        }
    }
}

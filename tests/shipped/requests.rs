//! Requests for logs against the shipped fact sheets: all answers at a glance, to be read by people when they change.

use std::mem::{Discriminant, discriminant};

use kijo::domain::fact_sheet::FactSheet;
use kijo::domain::log_request::Resolution;
use kijo::domain::words::Lang;
use kijo::export::{material, plain};

use super::material::{BLANK, ORGANISATIONS, library, scenarios, sheet};

fn organisations() -> Vec<&'static FactSheet> {
    ORGANISATIONS.into_iter().map(sheet).collect()
}

/// How a fact sheet answers every request of every incident.
fn answers(sheet: &FactSheet) -> Vec<Resolution> {
    let requests = scenarios().into_iter().flat_map(|scenario| &scenario.requests);
    requests.map(|request| sheet.answers(&request.need)).collect()
}

#[test]
fn all_answers_of_all_organisations() {
    for (lang, name) in [(Lang::Ja, "requests_ja"), (Lang::En, "requests_en")] {
        let table = material::requests(library(), scenarios().into_iter(), &organisations(), lang);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, plain::write(&table)));
    }
}

#[test]
fn every_organisation_has_something_of_each_answer() {
    let each = [
        Resolution::Available,
        Resolution::Partial(Vec::new()),
        Resolution::NotAvailable(Vec::new()),
        Resolution::Unknown(Vec::new()),
    ];
    for sheet in organisations() {
        let answers: Vec<Discriminant<Resolution>> = answers(sheet).iter().map(discriminant).collect();
        for one in &each {
            let count = answers.iter().filter(|answer| **answer == discriminant(one)).count();
            // One in twenty: rare enough to be a character of the organisation, often enough to be met on the day.
            assert!(count * 20 >= answers.len(), "{}: {count} of {} are {one:?}", sheet.id, answers.len());
        }
    }
}

#[test]
fn every_incident_can_be_looked_into_everywhere_and_nowhere_completely() {
    for sheet in organisations() {
        for scenario in scenarios() {
            let answers: Vec<_> =
                scenario.requests.iter().map(|request| sheet.answers(&request.need)).collect();
            let (id, place) = (&scenario.id, &sheet.id);
            assert!(answers.contains(&Resolution::Available), "{id} in {place}: nothing can be learnt");
            let short = answers.iter().filter(|answer| **answer != Resolution::Available).count();
            assert!(short >= 3, "{id} in {place}: {short} answers fall short");
        }
    }
}

#[test]
fn organisations_differ() {
    let all: Vec<_> = organisations().into_iter().map(answers).collect();
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let same = all[one]
            .iter()
            .zip(&all[other])
            .filter(|(one, other)| discriminant(*one) == discriminant(*other));
        let (same, whole) = (same.count(), all[one].len());
        let names = [ORGANISATIONS[one], ORGANISATIONS[other]];
        assert!(same * 3 < whole * 2, "{names:?} agree on {same} of {whole}");
    }
}

#[test]
fn the_blank_sheet_promises_nothing() {
    let answers = answers(sheet(BLANK));
    let known: Vec<_> = answers.iter().filter(|answer| !matches!(answer, Resolution::Unknown(_))).collect();
    assert!(known.is_empty(), "not for the organisation to find out: {known:?}");
}

#[test]
fn every_row_that_is_asked_for_is_on_every_sheet() {
    for sheet in library().fact_sheets() {
        for scenario in scenarios() {
            for request in &scenario.requests {
                let row = request.need.row.as_str();
                assert!(sheet.row(row).is_some(), "{} has no {row} ({})", sheet.id, scenario.id);
            }
        }
    }
}

//! The table of typical incidents (W-19…W-26): number, source, receiving path and parameters are the source's.

use kijo::domain::id::slug;
use kijo::domain::scenario::{ParameterKind, Scenario, Setting};
use kijo::domain::words::Lang;

use super::material::{library, scenarios};

/// Persons of an incident with customers' data; the source prints the last one as "500,0000" (W-27).
const PERSONS: &[u64] = &[50, 500, 5_000, 50_000, 500_000, 5_000_000];

/// Complaints and targets.
const REPORTS: &[u64] = &[1, 5, 50, 500, 50_000];

const RECIPIENTS: &[u64] = &[1, 5, 50];

/// A line of the table.
struct Line {
    id: &'static str,
    /// Words that name the source, in both languages.
    source: [&'static str; 2],
    path: &'static [&'static str],
    /// The number's parameter, its unit and what is offered.
    number: Option<(&'static str, &'static str, &'static [u64])>,
    /// Whether payment cards are a question.
    cards: bool,
}

/// W-19…W-26 in order.
const TABLE: [Line; 8] = [
    Line {
        id: "targeted-attack",
        source: ["JPCERT/CC"; 2],
        path: &["csirt"],
        number: Some(("records", "名", PERSONS)),
        cards: true,
    },
    Line { id: "mail-published", source: ["記者", "reporter"], path: &["pr"], number: None, cards: false },
    Line {
        id: "web-exposure",
        source: ["匿名", "anonymous"],
        path: &["pr"],
        number: Some(("records", "名", PERSONS)),
        cards: true,
    },
    Line {
        id: "unique-address-spam",
        source: ["お客様", "customer"],
        path: &["support"],
        number: Some(("complaints", "件", REPORTS)),
        cards: false,
    },
    Line {
        id: "card-misuse",
        source: ["顧客", "customer"],
        path: &["support"],
        number: Some(("complaints", "件", REPORTS)),
        cards: false,
    },
    Line {
        id: "document-on-board",
        source: ["取引先", "business partner"],
        path: &["sales"],
        number: None,
        cards: false,
    },
    Line {
        id: "our-address-attacks",
        source: ["海外の会社", "foreign company"],
        path: &["support"],
        number: Some(("targets", "台", REPORTS)),
        cards: false,
    },
    Line {
        id: "mail-from-our-account",
        source: ["官公庁", "government office"],
        path: &["switchboard", "pr"],
        number: Some(("recipients", "名", RECIPIENTS)),
        cards: false,
    },
];

fn lines() -> impl Iterator<Item = (&'static Line, &'static Scenario)> {
    TABLE.iter().map(|line| (line, library().scenario(line.id).expect("shipped")))
}

#[test]
fn the_eight_typical_incidents_are_shipped_in_their_order() {
    let shipped: Vec<_> = scenarios().iter().map(|one| (one.number, one.id.as_str())).collect();
    let expected: Vec<_> = (1..).zip(TABLE.iter().map(|line| line.id)).collect();
    assert_eq!(shipped, expected);
}

#[test]
fn the_notice_comes_from_whom_the_source_says_and_reaches_whom_it_says() {
    for (line, scenario) in lines() {
        for (lang, words) in [Lang::Ja, Lang::En].into_iter().zip(line.source) {
            let source = scenario.source.get(lang);
            assert!(source.contains(words), "{}: {source}", line.id);
        }
        assert_eq!(scenario.path, line.path.iter().map(|id| slug(id)).collect::<Vec<_>>(), "{}", line.id);
    }
}

#[test]
fn the_numbers_offered_are_the_sources_and_others_may_be_typed() {
    for (line, scenario) in lines() {
        let numbers: Vec<_> = scenario
            .parameters
            .iter()
            .filter_map(|parameter| match &parameter.kind {
                ParameterKind::Number { offered, unit, .. } => {
                    Some((parameter.id.as_str(), unit.get(Lang::Ja), offered.as_slice()))
                }
                _ => None,
            })
            .collect();
        assert_eq!(numbers, line.number.into_iter().collect::<Vec<_>>(), "{}", line.id);
        let typed = |number: u64| scenario.parameters.iter().any(|one| one.allows(&Setting::Number(number)));
        let (least, most) =
            line.number.map_or((0, 0), |(.., offered)| (offered[0], offered[offered.len() - 1]));
        assert!(line.number.is_none() || (typed(1) && typed(least + 2) && typed(most + 1)), "{}", line.id);
    }
}

#[test]
fn five_million_people_unless_somebody_chooses_otherwise() {
    for id in ["targeted-attack", "web-exposure"] {
        let scenario = library().scenario(id).expect("shipped");
        let records = scenario.parameters.iter().find(|one| one.id == "records").expect("a number of people");
        assert_eq!(records.default_setting(), Setting::Number(5_000_000), "{id} (W-27)");
    }
}

#[test]
fn cards_are_a_question_where_the_source_asks_it() {
    for (line, scenario) in lines() {
        let asked: Vec<_> = scenario
            .parameters
            .iter()
            .filter(|one| matches!(one.kind, ParameterKind::YesNo { .. }))
            .map(|one| one.id.as_str())
            .collect();
        assert_eq!(asked, if line.cards { vec!["cards"] } else { vec![] }, "{}", line.id);
    }
}

#[test]
fn the_targeted_attack_is_after_customers_sales_or_design_data_and_no_other_incident_leaves_a_choice() {
    for (line, scenario) in lines() {
        let options: Vec<_> = scenario
            .parameters
            .iter()
            .filter_map(|one| match &one.kind {
                ParameterKind::Choice { options, .. } => Some(options),
                _ => None,
            })
            .flat_map(|options| options.iter().map(|option| option.id.as_str()))
            .collect();
        let expected: &[&str] =
            if line.id == "targeted-attack" { &["customer", "sales", "design"] } else { &[] };
        assert_eq!(options, expected, "{}", line.id);
    }
}

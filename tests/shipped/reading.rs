//! What a facilitator reads before the day, in every setting and for every organisation: filled in, well formed, and
//! of nobody else.

use std::collections::BTreeSet;

use kijo::domain::fact_sheet::FactSheet;
use kijo::domain::scenario::Scenario;
use kijo::domain::words::Lang;
use kijo::export::{markdown, material};

use super::material::{BLANK, Settings, extremes, library, offered, scenarios, sheet, values};

/// What no Japanese page has, whatever was filled in.
const NEVER_JA: [&str; 19] = [
    "{",
    "}",
    "。。",
    "、、",
    "。、",
    "、。",
    "？。",
    "！。",
    "（、",
    "、）",
    "「。",
    "「、",
    "「」",
    "『』",
    "（）",
    "のの、",
    "がが",
    "をを",
    "名名",
];

/// What no English page has.
const NEVER_EN: [&str; 26] = [
    "{",
    "}",
    ",,",
    ";;",
    " ,",
    " .",
    " ;",
    ",.",
    "()",
    "( ",
    " )",
    " '' ",
    "\"\"",
    " the the ",
    " a the ",
    " an the ",
    " a your ",
    " the your ",
    " your your ",
    " our the ",
    " its the ",
    " of of ",
    " to to ",
    " a a ",
    " and and ",
    "\u{2026}",
];

/// How to know each organisation by its name, in either script.
const NAMES: [(&str, [&str; 3]); 3] = [
    ("example-manufacturing", ["相模野", "Sagamino", "sagamino"]),
    ("example-public-office", ["萩見", "Hagimi", "hagimi"]),
    ("example-retail", ["つぐみ野", "Tsugumino", "tsugumino"]),
];

/// A page as somebody reads it.
struct Page<'a> {
    scenario: &'a Scenario,
    settings: &'a Settings,
    sheet: &'a FactSheet,
    lang: Lang,
    text: String,
}

impl<'a> Page<'a> {
    fn of(scenario: &'a Scenario, settings: &'a Settings, sheet: &'a FactSheet, lang: Lang) -> Self {
        let values = values(scenario, settings, Some(sheet));
        let document = material::scenario(library(), scenario, &values, Some(sheet), lang);
        Self { scenario, settings, sheet, lang, text: markdown::write(&document) }
    }

    /// Everything that is wrong with it.
    fn wrong(&self) -> Vec<String> {
        let never: &[&str] = match self.lang {
            Lang::Ja => &NEVER_JA,
            Lang::En => &NEVER_EN,
        };
        let others = NAMES.iter().filter(|(id, _)| self.sheet.id != **id).flat_map(|(_, names)| names);
        let mut found: Vec<usize> =
            never.iter().chain(others).filter_map(|what| self.text.find(what)).collect();
        if self.lang == Lang::En {
            found.extend(widened(&self.text));
            found.extend(miscounted(&self.text));
        }
        found.into_iter().map(|at| self.round(at)).collect()
    }

    /// The words round a byte, and when they are read.
    fn round(&self, at: usize) -> String {
        let (before, after) = self.text.split_at_checked(at).unwrap_or_default();
        let before: String = before.chars().rev().take(30).collect();
        let words = before.chars().rev().chain(after.chars().take(30)).collect::<String>().replace('\n', " ");
        format!("{} in {} {:?}: {words}", self.scenario.id, self.sheet.id, self.settings)
    }
}

/// The first two spaces between words. Columns stand further apart, and after figures.
fn widened(text: &str) -> Option<usize> {
    let mut gaps = text.match_indices("  ").map(|(at, _)| at);
    gaps.find(|at| {
        let (before, after) = text.split_at_checked(*at).unwrap_or_default();
        let is_word = |c: char| c.is_ascii_alphabetic();
        let after = after.strip_prefix("  ").unwrap_or_default();
        before.ends_with(|c| is_word(c) || matches!(c, ',' | '.' | ';'))
            && after.starts_with(is_word)
            && !after.starts_with("http")
    })
}

/// The first `1` before a plural: `1 people`, `1 complaints`.
fn miscounted(text: &str) -> Option<usize> {
    let mut ones = text.match_indices("1 ").map(|(at, _)| at);
    ones.find(|at| {
        let (before, after) = text.split_at_checked(*at).unwrap_or_default();
        let alone = !before
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | ':' | '-' | '/' | '+'));
        let word: String = after.chars().skip(2).take_while(char::is_ascii_alphabetic).collect();
        alone && is_plural(&word)
    })
}

fn is_plural(word: &str) -> bool {
    let looks = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    word == "people" || looks
}

/// Every page of every incident in one organisation, in these settings.
#[track_caller]
fn reads_well(sheet: &FactSheet, settings: fn(&Scenario) -> Vec<Settings>) {
    let mut wrong = BTreeSet::new();
    for scenario in scenarios() {
        for settings in &settings(scenario) {
            for lang in [Lang::Ja, Lang::En] {
                wrong.extend(Page::of(scenario, settings, sheet, lang).wrong());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_incident_reads_well_at_the_manufacturer() {
    reads_well(sheet("example-manufacturing"), offered);
}

#[test]
fn every_incident_reads_well_at_the_public_office() {
    reads_well(sheet("example-public-office"), extremes);
}

#[test]
fn every_incident_reads_well_at_the_retailer() {
    reads_well(sheet("example-retail"), extremes);
}

#[test]
fn every_incident_reads_well_before_the_sheet_is_filled_in() {
    reads_well(sheet(BLANK), extremes);
}

#[test]
fn what_is_looked_for_is_found() {
    assert_eq!(miscounted("at most 1 people"), Some(8));
    assert_eq!(miscounted("21 people, 1,001 people, 1 address, 1 was, 1 h"), None);
    assert_eq!(widened("one  two"), Some(3));
    assert_eq!(widened("Source:     203.0.113.12   Category: SSH\n1  Monday"), None);
}

#[test]
fn organisations_are_known_by_their_names() {
    for (id, [ja, en, domain]) in NAMES {
        let sheet = sheet(id);
        assert!(
            sheet.organisation.get(Lang::Ja).contains(ja) && sheet.organisation.get(Lang::En).contains(en),
            "{id}"
        );
        assert!(sheet.names.domain.contains(domain), "{id}");
    }
}

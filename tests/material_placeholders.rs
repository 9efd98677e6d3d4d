//! Placeholders: what an author writes is what the group reads, with the organiser's values in it.

use kijo::domain::id::slug;
use kijo::domain::placeholder::{Flaw, Part, Value, Values, fill, holds, parts, scan};
use kijo::domain::scenario::Condition;
use kijo::domain::words::{Bilingual, Lang};
use proptest::prelude::*;

fn values() -> Values {
    let mut values = Values::default();
    values.set(slug("records"), Value::Number(5_000_000));
    values.set(slug("cards"), Value::YesNo(true));
    values.set(slug("staff"), Value::YesNo(false));
    let label = Bilingual::new("顧客データ", "customer data");
    values.set(slug("data"), Value::Choice(slug("customer"), label));
    values
}

fn ja(text: &str) -> String {
    fill(text, &values(), Lang::Ja)
}

#[test]
fn numbers_have_thousands_separators_and_no_unit() {
    assert_eq!(ja("{records}名"), "5,000,000名");
    let number = |n| {
        let mut values = Values::default();
        values.set(slug("n"), Value::Number(n));
        fill("{n}", &values, Lang::En)
    };
    assert_eq!([number(0), number(999), number(1000)], ["0", "999", "1,000"]);
    assert_eq!(number(u64::MAX), "18,446,744,073,709,551,615");
}

#[test]
fn a_choice_is_shown_by_its_label_in_the_language() {
    assert_eq!(ja("{data}が"), "顧客データが");
    assert_eq!(fill("The {data}", &values(), Lang::En), "The customer data");
}

#[test]
fn yes_and_no_choose_between_two_texts() {
    assert_eq!(ja("番号{cards?と期限|}、{staff?社員|社外}"), "番号と期限、社外");
}

#[test]
fn doubled_braces_are_braces() {
    assert_eq!(ja("{{records}} {{{records}}}"), "{records} {5,000,000}");
}

#[test]
fn nothing_is_lost_when_something_is_wrong() {
    assert_eq!(ja("{unknown} {records?a|b} {cards}"), "{unknown} {records?a|b} {cards}");
    assert_eq!(ja("{records}名、{records"), "{records}名、{records", "a malformed text is shown as typed");
}

#[test]
fn every_flaw_is_found_at_its_byte() {
    let flaws = |text: &str| -> Vec<(usize, Flaw)> {
        let found = scan(text).into_iter();
        found.filter_map(|found| Some((found.at, found.part.err()?))).collect()
    };
    assert_eq!(flaws("あ{a"), [(3, Flaw::Unclosed)]);
    assert_eq!(flaws("{a と {b}"), [(0, Flaw::Unclosed)]);
    assert_eq!(flaws("a} b}}"), [(1, Flaw::Stray)]);
    assert_eq!(flaws("{a?x{b}y|z} {C}"), [(0, Flaw::Nested), (12, Flaw::Name("C".to_owned()))]);
    assert_eq!(flaws("{}{a b}"), [(0, Flaw::Name(String::new())), (2, Flaw::Name("a b".to_owned()))]);
    assert_eq!(flaws("{a?b}{a?b|c|d}"), [(0, Flaw::Sides("a".to_owned())), (5, Flaw::Sides("a".to_owned()))]);
    assert_eq!(parts("x{a"), Err(Flaw::Unclosed));
}

#[test]
fn conditions_ask_the_values() {
    let (records, cards, data) = (|| slug("records"), || slug("cards"), || slug("data"));
    let true_ones = [
        Condition::Yes(cards()),
        Condition::No(slug("staff")),
        Condition::Is(data(), slug("customer")),
        Condition::AtLeast(records(), 5_000_000),
        Condition::Below(records(), 5_000_001),
    ];
    let false_ones = [
        Condition::Yes(slug("staff")),
        Condition::No(cards()),
        Condition::Is(data(), slug("design")),
        Condition::AtLeast(records(), 5_000_001),
        Condition::Below(records(), 5_000_000),
    ];
    let mistaken_ones = [
        Condition::No(slug("unknown")),
        Condition::No(records()),
        Condition::Below(cards(), 1),
        Condition::Is(cards(), slug("customer")),
    ];
    assert!(true_ones.iter().all(|condition| holds(condition, &values())));
    assert!(!false_ones.iter().any(|condition| holds(condition, &values())));
    assert!(
        !mistaken_ones.iter().any(|condition| holds(condition, &values())),
        "without a fitting value nothing holds"
    );
}

fn part() -> impl Strategy<Value = Part> {
    let name = || "[a-z][a-z0-9]{0,5}".prop_map(|name| slug(&name));
    let side = "[^{}|]{0,8}";
    prop_oneof![
        "[^{}]{0,6}[{}]{0,3}[^{}]{1,6}".prop_map(Part::Words),
        name().prop_map(Part::Value),
        (name(), side, side).prop_map(|(name, yes, no)| Part::Either { name, yes, no }),
    ]
}

/// Two stretches of words beside each other read as one.
fn joined(parts: Vec<Part>) -> Vec<Part> {
    let mut joined: Vec<Part> = Vec::new();
    for part in parts {
        match (joined.last_mut(), part) {
            (Some(Part::Words(before)), Part::Words(words)) => before.push_str(&words),
            (_, part) => joined.push(part),
        }
    }
    joined
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn what_is_written_is_read_back(written in prop::collection::vec(part(), 0..6)) {
        let source: String = written.iter().map(Part::source).collect();
        prop_assert_eq!(parts(&source), Ok(joined(written)));
    }

    #[test]
    fn any_text_is_scanned_from_beginning_to_end(text in r"([a-z]|[{}?|]|あ|\{a\?b\|c\}){0,30}") {
        let found = scan(&text);
        prop_assert!(found.windows(2).all(|pair| pair[0].at < pair[1].at));
        prop_assert!(found.iter().all(|found| text.is_char_boundary(found.at)));
        let clean = found.iter().all(|found| found.part.is_ok());
        prop_assert_eq!(clean, parts(&text).is_ok());
        if !clean {
            prop_assert_eq!(fill(&text, &Values::default(), Lang::Ja), text);
        }
    }

    #[test]
    fn words_without_braces_stay_as_they_are(text in "[^{}]*") {
        prop_assert_eq!(fill(&text, &values(), Lang::En), text);
    }
}

#[test]
fn the_organisation_speaks_in_any_text() {
    use kijo::domain::fact_sheet::{FactSheet, OrganisationNames};
    let sheet = FactSheet {
        id: slug("harbour"),
        organisation: Bilingual::new("汐見市", "Shiomi City"),
        names: OrganisationNames {
            domain: "city.example.jp".into(),
            us: Bilingual::new("当市", "the city"),
            you: Bilingual::new("貴市", "your city"),
        },
        summary: Bilingual::default(),
        stakeholders: None,
        sections: Vec::new(),
    };
    let values = Values::of_organisation(&sheet);
    let text = "{organisation}: {us}, {you}, csirt@{domain}";
    assert_eq!(fill(text, &values, Lang::Ja), "汐見市: 当市, 貴市, csirt@city.example.jp");
    assert_eq!(fill(text, &values, Lang::En), "Shiomi City: the city, your city, csirt@city.example.jp");
    let company =
        FactSheet {
            organisation: Bilingual::new("株式会社甲", "Ko Co., Ltd."), stakeholders: None, ..sheet
        };
    let values = Values::of_organisation(&company);
    let told = fill("Ask {organisation}. Not {organisation}, {us}.", &values, Lang::En);
    assert_eq!(
        told, "Ask Ko Co., Ltd. Not Ko Co., Ltd., the city.",
        "an abbreviation ends a sentence by itself"
    );
}

//! Nothing real: no domain, address or telephone number in the material belongs to anybody.

use std::net::Ipv4Addr;

use super::language::{both, none};
use super::material::library;
use super::texts::wrong;

#[test]
fn no_domain_is_anybodys() {
    none(&wrong(|found| {
        let addresses = both(found).into_iter().flat_map(domains);
        addresses.into_iter().find(|domain| !is_reserved(domain))
    }));
    for sheet in library().fact_sheets() {
        assert!(is_reserved(&sheet.names.domain), "{}", sheet.names.domain);
    }
}

/// Whatever looks like a domain: labels between dots, the last one of letters.
fn domains(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')));
    let whole = runs.map(|run| run.trim_matches(['.', '-']).to_lowercase());
    let named = |run: &String| {
        let labels: Vec<&str> = run.split('.').collect();
        let last = labels.last().copied().unwrap_or_default();
        labels.len() > 1 && last.len() > 1 && last.chars().all(|c| c.is_ascii_lowercase())
    };
    whole.filter(named).collect()
}

/// Reserved for examples (RFC 2606 and JPRS); names of files and programs are no domains.
fn is_reserved(domain: &str) -> bool {
    let reserved = ["example.jp", "example.com", "example.org", "example.net"];
    let is_file = [".exe", ".js", ".zip", ".csv", ".pdf", ".xlsx"].iter().any(|end| domain.ends_with(end));
    let under = |known: &str| domain == known || domain.ends_with(&format!(".{known}"));
    is_file || reserved.into_iter().any(under)
}

#[test]
fn no_address_is_anybodys() {
    none(&wrong(|found| {
        let addresses = both(found).into_iter().flat_map(addresses);
        addresses.into_iter().find(|address| !is_documentation(*address)).map(|address| address.to_string())
    }));
}

fn addresses(text: &str) -> Vec<Ipv4Addr> {
    let runs = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    runs.filter_map(|run| run.trim_matches('.').parse().ok()).collect()
}

/// 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737).
fn is_documentation(address: Ipv4Addr) -> bool {
    matches!(address.octets(), [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _])
}

#[test]
fn no_telephone_number_is_anybodys() {
    none(&wrong(|found| {
        let numbers =
            both(found).into_iter().flat_map(|text| text.split(|c: char| !(c.is_ascii_digit() || c == '-')));
        let mut telephones = numbers.filter(|run| is_telephone(run));
        telephones.find(|number| !number.contains("0000")).map(str::to_owned)
    }));
}

/// Three groups of digits, the first beginning with 0, the last of three or four.
fn is_telephone(run: &str) -> bool {
    let groups: Vec<&str> = run.split('-').collect();
    groups.len() == 3 && run.starts_with('0') && (3..=4).contains(&groups[2].len()) && groups[1].len() >= 2
}

#[test]
fn what_is_looked_for_is_found() {
    let text = "https://open.example.org/allmail/ と nippon-bank.co.jp。v1.2, 3.5, PC-0212";
    assert_eq!(domains(text), ["open.example.org", "nippon-bank.co.jp"]);
    assert!(is_reserved("open.example.org") && !is_reserved("notexample.org"));
    assert!(!is_reserved("nippon-bank.co.jp"));
    assert_eq!(addresses("203.0.113.10から8.8.8.8へ、版は1.2.3").len(), 2);
    assert!(!is_documentation(Ipv4Addr::new(8, 8, 8, 8)));
    assert!(is_telephone("03-1234-5678") && !is_telephone("2026-11-20") && !is_telephone("0120"));
}

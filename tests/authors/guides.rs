//! The guides for authors say something about everything an author may write, and what they show is right.

use std::fs;
use std::path::Path;

use kijo::material::check::check_content;
use kijo::material::problem::Problem;
use kijo::material::trouble::{ParameterTrouble, Reference, SenseTrouble, ShapeTrouble, Trouble};

use crate::schema::{declared, mentions};

const GUIDES: [&str; 2] = ["docs/authors-guide.ja.md", "docs/authors-guide.en.md"];

fn guides() -> [(&'static str, String); 2] {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    GUIDES.map(|name| (name, fs::read_to_string(root.join(name)).expect("the guide")))
}

/// What is written as code in running text and tables.
fn code(guide: &str) -> Vec<&str> {
    let mut parts = guide.split("```");
    let prose = parts.by_ref().step_by(2);
    prose.flat_map(|text| text.split('`').skip(1).step_by(2)).collect()
}

/// The examples in RON.
fn examples(guide: &str) -> Vec<&str> {
    let blocks = guide.split("```ron\n").skip(1);
    blocks.map(|rest| rest.split_once("```").expect("the end of the example").0).collect()
}

fn problems(text: &str) -> Vec<Problem> {
    check_content(Path::new("example.ron"), text.into())
}

#[test]
fn every_field_and_every_word_stands_in_both_guides() {
    for (name, guide) in guides() {
        let code = code(&guide);
        for one in declared() {
            for field in &one.fields {
                let shown = code.iter().any(|code| mentions(code, field, ""));
                assert!(shown, "{name}: {}.{field}", one.name);
            }
            for word in &one.words {
                assert!(code.iter().any(|code| mentions(code, word, "")), "{name}: {}::{word}", one.name);
            }
        }
    }
}

#[test]
fn examples_of_whole_files_have_no_problem() {
    for (name, guide) in guides() {
        let examples = examples(&guide);
        let whole = examples.iter().filter(|text| text.contains("format: 1,"));
        let found: Vec<_> = whole.clone().map(|text| problems(text)).collect();
        assert_eq!(found, vec![Vec::new(); 5], "{name}");
    }
}

/// What a part of a file may lack: its other fields, and what stands in them.
fn is_of_a_part(problem: &Problem) -> bool {
    match &problem.trouble {
        Trouble::Shape(ShapeTrouble::MissingField(_)) => problem.line == 1,
        Trouble::Sense(SenseTrouble::Unknown { kind, .. }) => {
            matches!(kind, Reference::Expected | Reference::Request | Reference::Parameter)
        }
        Trouble::Sense(SenseTrouble::Parameter(ParameterTrouble::Unused(_))) => true,
        _ => false,
    }
}

#[test]
fn examples_of_parts_are_written_as_they_are_in_a_file() {
    for (name, guide) in guides() {
        let parts: Vec<_> =
            examples(&guide).into_iter().filter(|text| !text.contains("format: 1,")).collect();
        assert!(parts.len() >= 6, "{name}");
        for part in parts {
            let kind = if part.contains("slots:") { "Guidance" } else { "Scenario" };
            let wrong: Vec<_> = problems(&format!("{kind}(format: 1, id: \"part\",\n{part})"))
                .into_iter()
                .filter(|problem| !is_of_a_part(problem))
                .collect();
            assert_eq!(wrong, [], "{name}: {part}");
        }
    }
}

#[test]
fn every_effect_in_the_tables_is_written_as_it_is_in_a_file() {
    let all = declared();
    let effects = all.iter().find(|one| one.name == "FactorEffect").expect("the effects");
    for (name, guide) in guides() {
        let cells = guide.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once("` |")?.0));
        let is_effect = |cell: &&str| effects.words.iter().any(|word| cell.split('(').next() == Some(word));
        let shown: Vec<&str> = cells.filter(is_effect).collect();
        assert_eq!(shown.len(), effects.words.len(), "{name}");
        let file = format!(
            r#"Factors(format: 1, factors: [(id: "x", title: "x", story: "x", observe: "x", strikes: AtStart, effects: [{}])])"#,
            shown.join(", ")
        );
        assert_eq!(problems(&file), [], "{name}");
    }
}

#[test]
fn both_guides_have_the_same_parts() {
    let [(_, ja), (_, en)] = guides();
    let begins = |guide: &str, mark: &str| guide.lines().filter(|line| line.starts_with(mark)).count();
    for mark in ["## ", "### ", "| ", "```ron", "```sh", "- ["] {
        assert_eq!(begins(&ja, mark), begins(&en, mark), "{mark}");
    }
}

/// Links inside a page lead to its headings.
#[test]
fn links_inside_a_guide_lead_somewhere() {
    for (name, guide) in guides() {
        let anchor = |heading: &str| {
            let kept = heading.chars().filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-');
            kept.collect::<String>().to_lowercase().replace(' ', "-")
        };
        let headings = guide.lines().filter_map(|line| line.split_once("# ").map(|(_, text)| anchor(text)));
        let headings: Vec<_> = headings.collect();
        for link in guide.split("](#").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)) {
            assert!(headings.iter().any(|heading| heading == link), "{name}: {link}");
        }
    }
}

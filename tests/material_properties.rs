//! Whatever a file holds, checking it ends in words: it never panics, and every problem lies within the file.

use std::path::Path;

use kijo::domain::words::Lang;
use kijo::material::check::check_content;
use kijo::material::problem::Problem;
use proptest::prelude::*;

const VALID: [&str; 6] = [
    include_str!("material/scenario.ron"),
    include_str!("material/fact-sheet.ron"),
    include_str!("material/stakeholders.ron"),
    include_str!("material/factors.ron"),
    include_str!("material/policies.ron"),
    include_str!("material/guidance.ron"),
];

fn check(bytes: &[u8]) -> Vec<Problem> {
    check_content(Path::new("any.ron"), bytes.to_vec())
}

/// Every problem has words in both languages and a place that an editor can go to.
fn holds_together(bytes: &[u8]) -> Result<(), TestCaseError> {
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.split('\n').collect();
    for problem in check(bytes) {
        for lang in [Lang::Ja, Lang::En] {
            prop_assert!(!problem.what(lang).is_empty() && !problem.remedy(lang).is_empty());
        }
        let line = lines.get(problem.line.wrapping_sub(1));
        prop_assert!(line.is_some(), "line {} of {}", problem.line, lines.len());
        let length = line.map_or(0, |line| line.chars().count());
        prop_assert!((1..=length + 1).contains(&problem.column), "column {} of {length}", problem.column);
    }
    Ok(())
}

/// One change to a file: characters taken out at a place, others put in.
#[derive(Clone, Debug)]
struct Edit {
    place: prop::sample::Index,
    taken: usize,
    put: String,
}

fn edit() -> impl Strategy<Value = Edit> {
    let put = prop_oneof![
        "[ -~]{0,4}",
        r#"[(){}\[\]:,"'\\/*#r?|0-9-]{1,6}"#,
        "[（）：，「」、　あ-ん漢\u{200d}\u{202e}\u{1b}\r\n\t]{1,3}",
        prop::sample::select(vec![
            "None",
            "Some(",
            "format: 2",
            "id: \"x\",",
            "{records}",
            "{cards?a|b}",
            "r#\"",
            "/*",
            "true"
        ])
        .prop_map(str::to_owned),
    ];
    (any::<prop::sample::Index>(), 0..12_usize, put).prop_map(|(place, taken, put)| Edit {
        place,
        taken,
        put,
    })
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for edit in edits {
        let start = edit.place.index(chars.len() + 1);
        let end = (start + edit.taken).min(chars.len());
        chars.splice(start..end, edit.put.chars());
    }
    chars.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_bytes_end_in_words(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        holds_together(&bytes)?;
    }

    #[test]
    fn any_text_ends_in_words(text in any::<String>()) {
        holds_together(text.as_bytes())?;
        holds_together(format!("Policies(format: 1, id: \"a\", topics: [(id: \"{text}\", good: \"{text}\")])").as_bytes())?;
    }

    #[test]
    fn any_soup_of_signs_ends_in_words(text in r#"(Scenario|Factors|format|id|At|Some|r#"|"|'|[(){}\[\]:,0-9a-z \n]|あ|（|\\|//|/\*){0,60}"#) {
        holds_together(text.as_bytes())?;
    }

    #[test]
    fn any_change_to_a_valid_file_ends_in_words(file in 0..VALID.len(), edits in prop::collection::vec(edit(), 1..6)) {
        holds_together(edited(VALID[file], &edits).as_bytes())?;
    }

    /// Cutting a file anywhere leaves brackets open: that must never look like a valid piece.
    #[test]
    fn a_file_that_is_cut_off_is_never_valid(file in 0..VALID.len(), place in any::<prop::sample::Index>()) {
        let whole = VALID[file].trim_end();
        let chars: Vec<char> = whole.chars().collect();
        let cut: String = chars.iter().take(place.index(chars.len())).collect();
        holds_together(cut.as_bytes())?;
        prop_assert!(!check(cut.as_bytes()).is_empty());
    }
}

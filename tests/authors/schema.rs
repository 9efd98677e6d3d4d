//! What the material may say, read off the declarations that the program itself reads files by.

use std::fs;
use std::path::Path;

/// A type of the material as it is declared.
#[derive(Debug)]
pub struct Declared {
    /// The type.
    pub name: String,
    /// Its named fields; of an enum, those of its variants.
    pub fields: Vec<String>,
    /// Its keywords.
    pub words: Vec<String>,
}

/// Every type declared with `record!` or `variants!`.
pub fn declared() -> Vec<Declared> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/material/shapes");
    let mut all = Vec::new();
    for file in ["environment.rs", "frame.rs", "scenario.rs"] {
        let source = fs::read_to_string(folder.join(file)).expect("the declarations");
        all.extend(calls(&source).into_iter().map(|call| match call {
            ("record", head, body) => record(head, body),
            (_, head, body) => variants(head, body),
        }));
    }
    assert!(all.len() > 40, "the declarations were understood");
    all
}

/// The calls of both macros: which one, what stands before the first `;` in its brackets, and what after it.
fn calls(source: &str) -> Vec<(&'static str, &str, &str)> {
    let begins = |name: &'static str| source.match_indices(name).map(move |(at, _)| (at + name.len(), name));
    let mut starts: Vec<_> = begins("\nrecord!(").chain(begins("\nvariants!(")).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([source.len()]);
    let call = |((start, name), end): (&(usize, &'static str), usize)| {
        let rest = source.get(*start..end).unwrap_or_default();
        let inside = rest.rsplit_once(");").expect("the end of the call").0;
        let (head, body) = inside.split_once(';').expect("a head and a body");
        (name.trim_matches(['\n', '!', '(']), head, body)
    };
    starts.iter().zip(ends).map(call).collect()
}

fn name_of(head: &str) -> String {
    head.split([' ', ',']).next().unwrap_or_default().to_owned()
}

fn record(head: &str, body: &str) -> Declared {
    let fields = body.split(',').map(|field| field.trim().to_owned());
    Declared { name: name_of(head), fields: fields.collect(), words: Vec::new() }
}

fn variants(head: &str, body: &str) -> Declared {
    let mut found = Declared { name: name_of(head), fields: Vec::new(), words: Vec::new() };
    let mut inside = Vec::new();
    let mut word = String::new();
    for c in body.chars().chain([' ']) {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        let complete = std::mem::take(&mut word);
        match (complete.is_empty(), inside.last()) {
            (false, None) => found.words.push(complete),
            (false, Some('{')) => found.fields.push(complete),
            // Values in round brackets have no names in a file.
            _ => {}
        }
        match c {
            '(' | '{' => inside.push(c),
            ')' | '}' => drop(inside.pop()),
            _ => {}
        }
    }
    found
}

/// Whether a text names `word` as a whole word, followed at once by `after`.
pub fn mentions(text: &str, word: &str, after: &str) -> bool {
    let of_a_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let (before, rest) =
            (text.get(..at).unwrap_or_default(), text.get(at + word.len()..).unwrap_or_default());
        let begins = !before.chars().next_back().is_some_and(of_a_word);
        begins && rest.starts_with(after) && !rest.chars().next().is_some_and(of_a_word)
    })
}

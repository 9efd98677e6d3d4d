//! Placeholders: what the organiser chose, put into the texts of a scenario.
//!
//! `{records}` becomes the number with thousands separators (never a unit: the text writes it) or the label of a
//! choice; `{cards?text when yes|text when no}` one of two texts, without nesting; `{{` and `}}` are literal braces.
//! [`BUILT_IN`] names need no declaration: the fact sheet in use gives them, so that any scenario plays anywhere.
//! Whether a name is declared is for the loader of material to check; here an unknown one stays as it was typed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fact_sheet::{FactSheet, OrganisationNames};
use super::id::{Slug, slug};
use super::scenario::{Condition, Parameter, Setting};
use super::words::{Bilingual, Lang};

/// The text with every placeholder replaced by its value in `lang`.
///
/// Nothing is ever lost: a placeholder that is unknown or malformed stays as it was typed.
pub fn fill(text: &str, values: &Values, lang: Lang) -> String {
    let Ok(parts) = parts(text) else {
        return text.to_owned();
    };
    let mut filled = String::new();
    let mut abbreviated = false;
    for part in &parts {
        let shown = part.shown(values, lang);
        // "Sagamino Seiki Co., Ltd." at the end of a sentence has one full stop.
        filled.push_str(if abbreviated { shown.strip_prefix('.').unwrap_or(&shown) } else { &shown });
        abbreviated = matches!(part, Part::Value(_)) && shown.ends_with('.');
    }
    filled
}

/// Whether the piece is in play under these values. A parameter without a value makes every condition false.
pub fn holds(condition: &Condition, values: &Values) -> bool {
    match condition {
        Condition::Yes(name) => values.get(name.as_str()) == Some(&Value::YesNo(true)),
        Condition::No(name) => values.get(name.as_str()) == Some(&Value::YesNo(false)),
        Condition::Is(name, option) => {
            matches!(values.get(name.as_str()), Some(Value::Choice(chosen, _)) if chosen == option)
        }
        Condition::AtLeast(name, least) => {
            matches!(values.get(name.as_str()), Some(Value::Number(n)) if n >= least)
        }
        Condition::Below(name, bound) => {
            matches!(values.get(name.as_str()), Some(Value::Number(n)) if n < bound)
        }
    }
}

/// Names that every text of a scenario and a factor may use: the organisation, its domain, how it calls itself, how
/// others address it.
pub const BUILT_IN: [&str; 4] = ["organisation", "domain", "us", "you"];

/// What one parameter was set to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Words of the organisation.
    Words(Bilingual),
    /// A whole number.
    Number(u64),
    /// An option of a choice, and the words it puts into texts.
    Choice(Slug, Bilingual),
    /// Yes or no.
    YesNo(bool),
}

/// What every parameter of a scenario was set to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Values(pub BTreeMap<Slug, Value>);

impl Values {
    /// What the fact sheet puts into texts under the names that are [`BUILT_IN`].
    pub fn of_organisation(sheet: &FactSheet) -> Self {
        let OrganisationNames { domain, us, you } = &sheet.names;
        let words = [sheet.organisation.clone(), Bilingual::typed(domain), us.clone(), you.clone()];
        let named = BUILT_IN.into_iter().zip(words);
        Self(named.map(|(name, words)| (slug(name), Value::Words(words))).collect())
    }

    /// What holds when the organiser chooses nothing.
    pub fn defaults(parameters: &[Parameter]) -> Self {
        let value = |parameter: &Parameter| Value::of(parameter, &parameter.default_setting());
        Self(parameters.iter().map(|parameter| (parameter.id.clone(), value(parameter))).collect())
    }

    /// The value of the parameter named `name`.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The number that the parameter named `name` was set to, if it is one.
    pub fn number(&self, name: &str) -> Option<u64> {
        match self.get(name) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Sets the parameter named `name`.
    pub fn set(&mut self, name: Slug, value: Value) {
        self.0.insert(name, value);
    }
}

impl Value {
    /// What a setting puts into texts. An option the parameter does not have, which the loader refuses, has no words.
    pub fn of(parameter: &Parameter, setting: &Setting) -> Self {
        match setting {
            Setting::Number(number) => Self::Number(*number),
            Setting::YesNo(yes) => Self::YesNo(*yes),
            Setting::Choice(id) => {
                Self::Choice(id.clone(), parameter.label_of(id).cloned().unwrap_or_default())
            }
        }
    }
}

/// A stretch of a text: words as they are, or a placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words, braces already undoubled.
    Words(String),
    /// `{name}`
    Value(Slug),
    /// `{name?yes|no}`
    Either {
        /// The yes/no parameter.
        name: Slug,
        /// Words when it is yes.
        yes: String,
        /// Words when it is no.
        no: String,
    },
}

impl Part {
    /// The name of the parameter, if this is a placeholder.
    pub fn name(&self) -> Option<&Slug> {
        match self {
            Self::Words(_) => None,
            Self::Value(name) | Self::Either { name, .. } => Some(name),
        }
    }

    /// The part as an author writes it: the reverse of [`parts`].
    pub fn source(&self) -> String {
        match self {
            Self::Words(words) => words.replace('{', "{{").replace('}', "}}"),
            Self::Value(name) => format!("{{{name}}}"),
            Self::Either { name, yes, no } => format!("{{{name}?{yes}|{no}}}"),
        }
    }

    fn shown(&self, values: &Values, lang: Lang) -> String {
        match (self, self.name().and_then(|name| values.get(name.as_str()))) {
            (Self::Words(words), _) => words.clone(),
            (Self::Value(_), Some(Value::Number(n))) => thousands(*n),
            (Self::Value(_), Some(Value::Choice(_, words) | Value::Words(words))) => {
                words.get(lang).to_owned()
            }
            (Self::Either { yes, .. }, Some(Value::YesNo(true))) => yes.clone(),
            (Self::Either { no, .. }, Some(Value::YesNo(false))) => no.clone(),
            _ => self.source(),
        }
    }
}

/// What is wrong with a placeholder as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// `{` without `}`.
    Unclosed,
    /// `}` without `{`.
    Stray,
    /// `{` inside a placeholder.
    Nested,
    /// What stands for the name is not one: a-z, 0-9 and hyphens.
    Name(String),
    /// Not exactly one `|` after `?`.
    Sides(String),
}

/// A part, or a flaw, and the byte of the text at which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Bytes from the start of the text.
    pub at: usize,
    /// What stands there.
    pub part: Result<Part, Flaw>,
}

/// The parts of a text, or the first flaw in it.
pub fn parts(text: &str) -> Result<Vec<Part>, Flaw> {
    scan(text).into_iter().map(|found| found.part).collect()
}

/// Everything in a text, flaws included, so that all of them can be reported at once.
pub fn scan(text: &str) -> Vec<Found> {
    let mut scanner =
        Scanner { rest: text, at: 0, words: String::new(), words_at: 0, nested: 0, found: Vec::new() };
    while scanner.step() {}
    scanner.end_words();
    scanner.found
}

/// Reads a text from left to right, gathering words until something else begins.
struct Scanner<'t> {
    rest: &'t str,
    at: usize,
    words: String,
    words_at: usize,
    /// Outer placeholders reported as nested whose closing brace is still to come.
    nested: usize,
    found: Vec<Found>,
}

impl Scanner<'_> {
    /// Takes one character, doubled brace or placeholder; false at the end.
    fn step(&mut self) -> bool {
        let Some(next) = self.rest.chars().next() else {
            return false;
        };
        if self.rest.starts_with("{{") || self.rest.starts_with("}}") {
            self.take(2);
            self.words.push(next);
        } else if next == '{' {
            self.placeholder();
        } else if next == '}' && self.nested > 0 {
            self.nested -= 1;
            self.take(1);
        } else if next == '}' {
            self.push(Err(Flaw::Stray), 1);
        } else {
            self.take(next.len_utf8());
            self.words.push(next);
        }
        true
    }

    fn placeholder(&mut self) {
        let after = self.rest.strip_prefix('{').unwrap_or(self.rest);
        match after.find(['{', '}']).and_then(|end| after.split_at_checked(end)) {
            None => self.push(Err(Flaw::Unclosed), self.rest.len()),
            Some((inside, tail)) if tail.starts_with('}') => self.push(inner(inside), inside.len() + 2),
            // The outer brace alone is passed over, so that what is nested is still looked at.
            Some((inside, _)) if inside.contains('?') => {
                self.nested += 1;
                self.push(Err(Flaw::Nested), inside.len() + 1);
            }
            Some((inside, _)) => self.push(Err(Flaw::Unclosed), inside.len() + 1),
        }
    }

    fn push(&mut self, part: Result<Part, Flaw>, length: usize) {
        self.end_words();
        self.found.push(Found { at: self.at, part });
        self.take(length);
        self.words_at = self.at;
    }

    fn end_words(&mut self) {
        if !self.words.is_empty() {
            let words = std::mem::take(&mut self.words);
            self.found.push(Found { at: self.words_at, part: Ok(Part::Words(words)) });
        }
    }

    fn take(&mut self, length: usize) {
        let (_, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        self.at += length;
    }
}

/// What stands between two braces.
fn inner(inside: &str) -> Result<Part, Flaw> {
    let named = |name: &str| Slug::new(name).ok_or_else(|| Flaw::Name(name.to_owned()));
    let Some((name, sides)) = inside.split_once('?') else {
        return Ok(Part::Value(named(inside)?));
    };
    let name = named(name)?;
    match sides.split('|').collect::<Vec<_>>().as_slice() {
        [yes, no] => Ok(Part::Either { name, yes: (*yes).to_owned(), no: (*no).to_owned() }),
        _ => Err(Flaw::Sides(name.as_str().to_owned())),
    }
}

/// 5000000 → 5,000,000, in both languages.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

//! Templates: what an author begins with, and the mark of what is still to be written.
//!
//! A template is a file under `templates/`, once for each language. The long lists of rows and roles that the shipped
//! incidents ask for are not written there again: they come from the blank forms that are part of the material.

use std::ops::Range;
use std::path::Path;

use super::decode::Sink;
use super::sense::Place;
use super::source::Source;
use super::syntax;
use super::tree::{Node, Value};
use super::trouble::TextTrouble;
use crate::domain::words::{Lang, Words, words};

/// What stands in a text that is still to be written.
pub const MARK: Words = words("＜記入＞", "<fill in>");

/// What the blank forms among the material begin such a text with, and what the templates begin it with.
const BLANK: Words = words("（記入：", "(fill in: ");
const MARKED: Words = words("（＜記入＞", "(<fill in> ");

/// Where the rest of a list comes in, from a blank form.
const REST: &str = "//@rest\n";

/// A kind of material that an author can begin from a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// An incident.
    Scenario,
    /// An IT environment.
    FactSheet,
    /// People and organisations.
    Stakeholders,
    /// Complicating factors.
    Factor,
}

impl Template {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Scenario, Self::FactSheet, Self::Stakeholders, Self::Factor];

    /// The text of the file, with comments and marks in `lang`.
    pub fn text(self, lang: Lang) -> String {
        let text = self.file().get(lang);
        match self.blank() {
            None => text.to_owned(),
            Some((blank, list)) => text.replace(REST, &format!("{},\n", items(blank, list, lang))),
        }
    }

    fn file(self) -> Words {
        match self {
            Self::Scenario => words(
                include_str!("../../templates/scenario.ja.ron"),
                include_str!("../../templates/scenario.en.ron"),
            ),
            Self::FactSheet => words(
                include_str!("../../templates/fact-sheet.ja.ron"),
                include_str!("../../templates/fact-sheet.en.ron"),
            ),
            Self::Stakeholders => words(
                include_str!("../../templates/stakeholders.ja.ron"),
                include_str!("../../templates/stakeholders.en.ron"),
            ),
            Self::Factor => words(
                include_str!("../../templates/factor.ja.ron"),
                include_str!("../../templates/factor.en.ron"),
            ),
        }
    }

    /// The blank form of the kind, and the list of it that the template takes over.
    fn blank(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::FactSheet => Some((include_str!("../../fact-sheets/yours.ron"), "sections")),
            Self::Stakeholders => Some((include_str!("../../stakeholders/yours.ron"), "stakeholders")),
            Self::Scenario | Self::Factor => None,
        }
    }
}

/// Reports every text with a mark that nobody has replaced.
pub(super) fn unfilled(node: &Node, sink: &mut Sink) {
    if let Value::Text(text) = &node.value {
        let marked = [MARK.ja, MARK.en].into_iter().filter_map(|mark| Some((text.value.find(mark)?, mark)));
        if let Some((at, mark)) = marked.min() {
            sink.report(node.start + text.written(at), TextTrouble::Unfilled(mark));
        }
    }
    for inner in node.inner() {
        unfilled(inner, sink);
    }
}

/// The items of a list of a blank form as they are written there, in one language and with the templates' marks.
fn items(blank: &str, list: &str, lang: Lang) -> String {
    let (source, _) = Source::of(Path::new(list), blank.into()).expect("a blank form is text");
    let root = syntax::parse(&source).expect("a blank form is RON");
    let items = Place::of(&root).field(list).node().map(Node::inner).unwrap_or_default();
    let mut from = items.first().map_or(0, |item| item.start);
    let end = items.last().map_or(0, |item| item.end);
    let mut chosen = Vec::new();
    for item in &items {
        choose(item, lang, &mut chosen);
    }
    let mut written = String::new();
    for (place, text) in chosen {
        written.push_str(source.text.get(from..place.start).unwrap_or_default());
        written.push_str(text);
        from = place.end;
    }
    written.push_str(source.text.get(from..end).unwrap_or_default());
    written.replace(BLANK.get(lang), MARKED.get(lang))
}

/// Every text in two languages inside `node`: its place, and how the one in `lang` is written.
fn choose<'n>(node: &'n Node, lang: Lang, chosen: &mut Vec<(Range<usize>, &'n str)>) {
    let tongue = match lang {
        Lang::Ja => "ja",
        Lang::En => "en",
    };
    match Place::of(node).field(tongue).node().map(|node| &node.value) {
        Some(Value::Text(text)) => chosen.push((node.start..node.end, &text.raw)),
        _ => {
            for inner in node.inner() {
                choose(inner, lang, chosen);
            }
        }
    }
}

//! What differs between two snapshots: as a document, and as a list for machines.
//!
//! Only what a reader needs to see is in it: cells that differ, and gaps that stayed open or were closed.

use serde::Serialize;

use super::document::{Document, Inline, Text, change, plain, strong};
use super::json;
use crate::domain::comparison::{
    CellComparison, Change, Comparison, Mark, Pair, Presence, RowComparison, SheetComparison,
};
use crate::domain::event::Place;
use crate::domain::id::RowId;
use crate::domain::sheet::{Artefact, Value};
use crate::domain::words::{Lang, Words, words};
use crate::domain::workshop::GroupView;
use crate::text::{clock, measure, names, place, value};

/// One cell that differs or carries a mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The sheet.
    pub artefact: &'static str,
    /// The row's name; `None` in a form.
    pub row: Option<Text>,
    /// Where the row is: `both`, `only-before`, `only-after`.
    pub presence: &'static str,
    /// The field's name.
    pub field: &'static str,
    /// The field's label.
    pub label: Label,
    /// What it held, in words.
    pub before: Text,
    /// What it holds, in words.
    pub after: Text,
    /// Why: the change set's reason and the cell's own.
    pub reason: Option<Text>,
    /// Who wrote it last.
    pub author: Option<Text>,
    /// When, with offset.
    pub at: Option<String>,
    /// What became of a gap: `fixed`, `repeated`, `new`, `lost`.
    pub mark: Option<&'static str>,
}

/// A label in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Label {
    /// Japanese.
    pub ja: &'static str,
    /// English.
    pub en: &'static str,
}

impl From<Words> for Label {
    fn from(words: Words) -> Self {
        Self { ja: words.ja, en: words.en }
    }
}

/// The comparison as JSON: an array of [`Entry`].
pub fn json(view: &GroupView<'_>, comparison: &Comparison, lang: Lang) -> String {
    json::write(&entries(view, comparison, lang))
}

/// Every cell that differs or carries a mark, in the order of the sheets.
pub fn entries(view: &GroupView<'_>, comparison: &Comparison, lang: Lang) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (sheet, row) in rows(comparison) {
        for cell in row.cells.iter().filter(|cell| tells(cell)) {
            entries.push(entry(view, sheet, row, cell, lang));
        }
    }
    entries
}

fn entry(
    view: &GroupView<'_>,
    sheet: &SheetComparison,
    row: &RowComparison,
    cell: &CellComparison,
    lang: Lang,
) -> Entry {
    let shown = |value: &Value| Text::new(&value::shown(view, cell.field, value, lang));
    let last = cell.changes.last().or(row.change.as_ref());
    let id = row.after.as_ref().or(row.before.as_ref());
    Entry {
        artefact: slug(sheet.before.artefact),
        row: id.map(|id| Text::new(id.as_str())),
        presence: match row.presence {
            Presence::Both => "both",
            Presence::OnlyBefore => "only-before",
            Presence::OnlyAfter => "only-after",
        },
        field: cell.field.key,
        label: cell.field.label.into(),
        before: shown(&cell.before),
        after: shown(&cell.after),
        reason: last.and_then(|change| reason(change, lang)).map(|text| Text::new(&text)),
        author: last.map(|change| Text::new(&names::actor(view.workshop, &change.actor, lang))),
        at: last.map(|change| change.at.to_rfc3339()),
        mark: cell.mark.map(|mark| match mark {
            Mark::Fixed => "fixed",
            Mark::Repeated => "repeated",
            Mark::New => "new",
            Mark::Lost => "lost",
        }),
    }
}

/// The comparison as a document.
pub fn document(view: &GroupView<'_>, comparison: &Comparison, lang: Lang) -> Document {
    let title =
        names::joined(words("比較", "Comparison").get(lang), measure::pair(comparison.pair).get(lang), lang);
    let mut document = Document::new(&title, lang);
    document.paragraph(&names::group(view, lang));
    document.paragraph(&marks(comparison, lang));
    if !rows(comparison).any(|(_, row)| row.cells.iter().any(tells)) {
        document.paragraph(words("違いはありません。", "Nothing differs.").get(lang));
    }
    for sheet in &comparison.sheets {
        write_sheet(&mut document, view, comparison.pair, sheet);
    }
    document.finished()
}

/// How often each mark was given, on one line.
pub fn marks(comparison: &Comparison, lang: Lang) -> String {
    let counts = comparison.marks().into_iter().map(|(mark, count)| {
        let name = measure::mark(mark).get(lang);
        format!("{name} {count}")
    });
    let title = words("不足の増減", "Gaps").get(lang);
    names::joined(title, &value::list(counts, lang), lang)
}

fn write_sheet(document: &mut Document, view: &GroupView<'_>, pair: Pair, sheet: &SheetComparison) {
    let lang = document.lang;
    let telling = |row: &&RowComparison| row.cells.iter().any(tells);
    let sections = || sheet.sections.iter();
    if !sections().any(|section| section.rows.iter().any(|row| telling(&row))) {
        return;
    }
    document.heading(2, sheet.before.artefact.sheet().title.get(lang));
    let mut repeated = Vec::new();
    for section in sections() {
        for row in section.rows.iter().filter(telling) {
            let title = row_title(view, pair, sheet, section.section.title, row, lang);
            if let Some(labels) = only_repeated(row, lang) {
                repeated.push(plain(&names::joined(&title, &labels, lang)));
                continue;
            }
            document.heading(3, &title);
            if let Some(change) = &row.change {
                document.paragraph(&because(view, change, lang));
            }
            write_cells(document, view, pair, row);
        }
    }
    if !repeated.is_empty() {
        let title = words("どちらでも未記入・未整備の項目", "Open on both sides");
        document.heading(3, title.get(lang));
        document.list(repeated);
    }
}

/// The fields of a row in which nothing happened but that gaps stayed open; `None` when more did.
fn only_repeated(row: &RowComparison, lang: Lang) -> Option<String> {
    let mut told = row.cells.iter().filter(|cell| tells(cell)).peekable();
    let quiet = |cell: &CellComparison| !cell.differs && cell.mark == Some(Mark::Repeated);
    let all = told.peek().is_some()
        && row.change.is_none()
        && row.cells.iter().filter(|cell| tells(cell)).all(quiet);
    all.then(|| value::list(told.map(|cell| cell.field.label.get(lang).to_owned()), lang))
}

fn write_cells(document: &mut Document, view: &GroupView<'_>, pair: Pair, row: &RowComparison) {
    let lang = document.lang;
    let (before, after) = pair.snapshots();
    let head = [
        words("項目", "Field").get(lang),
        names::snapshot(before).get(lang),
        names::snapshot(after).get(lang),
        words("変更理由・記入者", "Reason, author").get(lang),
        words("不足", "Gap").get(lang),
    ];
    let cells = row.cells.iter().filter(|cell| tells(cell)).map(|cell| {
        let shown = |value: &Value| value::shown(view, cell.field, value, lang);
        let (one, two) = change(&shown(&cell.before), &shown(&cell.after));
        let why = cell.changes.iter().map(|change| because(view, change, lang));
        vec![
            plain(cell.field.label.get(lang)),
            one,
            two,
            plain(&why.collect::<Vec<_>>().join("\n")),
            cell.mark.map_or_else(Inline::new, |mark| strong(measure::mark(mark).get(lang))),
        ]
    });
    document.table(&head, cells.collect());
}

fn row_title(
    view: &GroupView<'_>,
    pair: Pair,
    sheet: &SheetComparison,
    section: Words,
    row: &RowComparison,
    lang: Lang,
) -> String {
    let titled = |at: Place, id: &Option<RowId>| id.as_ref().map(|id| place::row(view, at, id, lang));
    let (one, two) = (titled(sheet.before, &row.before), titled(sheet.after, &row.after));
    let title = match (one, two) {
        (Some(one), Some(two)) if one != two => format!("{one} | {two}"),
        (Some(one), _) | (None, Some(one)) => one,
        (None, None) => section.get(lang).to_owned(),
    };
    match row.presence {
        Presence::Both => title,
        presence => names::joined(measure::presence(pair, presence).get(lang), &title, lang),
    }
}

/// Why, who, when, on one line.
pub fn because(view: &GroupView<'_>, change: &Change, lang: Lang) -> String {
    let who = names::actor(view.workshop, &change.actor, lang);
    let by = format!("{who}, {}", clock::recorded(change.at, lang));
    match reason(change, lang) {
        Some(reason) => format!("{reason} ({by})"),
        None => by,
    }
}

fn reason(change: &Change, lang: Lang) -> Option<String> {
    match (&change.set, &change.own) {
        (Some(set), Some(own)) => Some(names::joined(set, own, lang)),
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (None, None) => None,
    }
}

fn tells(cell: &CellComparison) -> bool {
    cell.differs || cell.mark.is_some()
}

fn rows(comparison: &Comparison) -> impl Iterator<Item = (&SheetComparison, &RowComparison)> {
    comparison.sheets.iter().flat_map(|sheet| {
        let rows = sheet.sections.iter().flat_map(|section| &section.rows);
        rows.map(move |row| (sheet, row))
    })
}

/// The sheet's name for machines.
fn slug(artefact: Artefact) -> &'static str {
    match artefact {
        Artefact::Rules => "rules",
        Artefact::Policy => "policy",
        Artefact::FactSheet => "fact-sheet",
        Artefact::Stakeholders => "stakeholders",
        Artefact::InitialResponse => "initial-response",
        Artefact::ResponseTable => "response-table",
        Artefact::Report => "report",
        Artefact::Agenda => "agenda",
        Artefact::Press => "press",
        Artefact::Improvements => "improvements",
        Artefact::Critique => "critique",
        Artefact::Chronology => "chronology",
        Artefact::DecisionMemo => "decision-memo",
        Artefact::OutgoingTexts => "outgoing-texts",
    }
}

//! A sheet in a report, whatever it is: forms as definitions, rows as a table or one by one.
//!
//! Fields and their order come from the catalogue. What is expected and empty is said in words.

use std::collections::HashSet;

use super::{Edition, Writing};
use crate::domain::event::Place;
use crate::domain::gaps::Gap;
use crate::domain::id::RowId;
use crate::domain::sheet::{Artefact, Cell, Expected, Field, FieldKind, Section, SeenBy, Shape, Source};
use crate::domain::workshop::Row;
use crate::export::document::{Inline, Text, plain, strong};
use crate::text::{names, place, value};

/// A table has at most this many columns beside the row's number or title.
const COLUMNS: usize = 9;

/// A sheet, and which of its cells are gaps.
struct Open<'s> {
    at: Place,
    section: &'static Section,
    fields: Vec<&'static Field>,
    empty: &'s HashSet<Cell>,
}

impl Writing<'_> {
    /// A sheet with its sections; nothing when nobody wrote anything and nothing is expected.
    pub(super) fn sheet(&mut self, at: Place) {
        let empty = self.empty(at);
        let sections = at.artefact.sheet().sections.iter().map(|section| Open {
            at,
            section,
            fields: self.fields(at, section),
            empty: &empty,
        });
        let open: Vec<Open<'_>> = sections.filter(|open| self.says(open)).collect();
        if open.is_empty() {
            return;
        }
        let lang = self.lang();
        let title = at.artefact.sheet().title.get(lang);
        let level = if at.round.is_some() { 3 } else { 2 };
        self.document.heading(level, title);
        for one in &open {
            if at.artefact.sheet().sections.len() > 1 {
                self.document.heading(4, one.section.title.get(lang));
            }
            self.section(one);
        }
    }

    /// Fields that this edition's reader may see.
    fn fields(&self, at: Place, section: &'static Section) -> Vec<&'static Field> {
        let may_see = |field: &&Field| match self.edition {
            Edition::Press => is_for_the_press(at.artefact, section, field),
            Edition::Participant | Edition::Facilitator => true,
        };
        section.fields.iter().filter(may_see).collect()
    }

    /// Cells to be named as missing; what a group has not written is no business of the press.
    fn empty(&self, at: Place) -> HashSet<Cell> {
        if self.edition == Edition::Press {
            return HashSet::new();
        }
        let gaps = self.view.gaps_of(at).into_iter();
        gaps.filter_map(|gap| match gap {
            Gap::Empty(cell) => Some(cell),
            _ => None,
        })
        .collect()
    }

    /// Whether there is anything to say of a section: something written, or something missing.
    fn says(&self, open: &Open<'_>) -> bool {
        let rows = self.view.rows(open.at, open.section.id);
        let expected = open.fields.iter().any(|field| field.expected == Expected::Required);
        match open.section.shape {
            Shape::Form => expected || open.fields.iter().any(|field| !self.is_empty(open, None, field)),
            Shape::Rows => rows.iter().any(|row| !self.is_blank(open, &row.id)),
            Shape::Given => {
                let written = rows.iter().any(|row| !self.is_blank(open, &row.id));
                written || (expected && !rows.is_empty())
            }
        }
    }

    fn section(&mut self, open: &Open<'_>) {
        if open.section.shape == Shape::Form {
            let fields = open.fields.iter();
            let entries = fields.filter_map(|field| self.definition(open, None, field)).collect();
            self.document.definitions(entries);
            return;
        }
        let rows = self.view.rows(open.at, open.section.id);
        let (blank, written): (Vec<&Row>, Vec<&Row>) =
            rows.into_iter().partition(|row| self.is_blank(open, &row.id));
        if one_by_one(open.at.artefact) {
            self.records(open, &written);
        } else {
            self.table(open, &written);
        }
        self.blank(open, &blank);
    }

    fn records(&mut self, open: &Open<'_>, rows: &[&Row]) {
        for row in rows {
            let title = place::row(&self.view, open.at, &row.id, self.lang());
            self.document.heading(4, &title);
            let fields = open.fields.iter();
            let entries = fields.filter_map(|field| self.definition(open, Some(&row.id), field)).collect();
            self.document.definitions(entries);
        }
    }

    /// Rows as a table of the first fields, and what does not fit into it under it.
    fn table(&mut self, open: &Open<'_>, rows: &[&Row]) {
        let lang = self.lang();
        let (columns, further) = open.fields.split_at(open.fields.len().min(COLUMNS));
        let columns: Vec<&Field> = columns
            .iter()
            .copied()
            .filter(|field| field.expected == Expected::Required || self.is_used(open, rows, field))
            .collect();
        let first = match open.section.shape {
            Shape::Given => open.section.title.get(lang),
            _ => "No.",
        };
        let mut head = vec![first];
        head.extend(columns.iter().map(|field| field.label.get(lang)));
        let line = |row: &&Row| {
            let mut line = vec![plain(&self.row_name(open, row))];
            line.extend(columns.iter().map(|field| self.shown(open, Some(&row.id), field)));
            line
        };
        let lines = rows.iter().map(line).collect();
        self.document.table(&head, lines);
        for row in rows {
            let fields = further.iter();
            let entries: Vec<(Text, Inline)> =
                fields.filter_map(|field| self.definition(open, Some(&row.id), field)).collect();
            if !entries.is_empty() {
                let title = place::row(&self.view, open.at, &row.id, lang);
                self.document.heading(4, &title);
                self.document.definitions(entries);
            }
        }
    }

    /// Given rows that nobody filled in, by title, when something is expected of them.
    fn blank(&mut self, open: &Open<'_>, rows: &[&Row]) {
        let lang = self.lang();
        let missing = rows.iter().filter(|row| {
            let cells = open.fields.iter().map(|field| cell(open, Some(&row.id), field));
            open.section.shape == Shape::Given && cells.into_iter().any(|cell| open.empty.contains(&cell))
        });
        let titles = missing.map(|row| place::row(&self.view, open.at, &row.id, lang));
        let list = value::list(titles, lang);
        if !list.is_empty() {
            let text = names::joined(self.say("未記入", "Not filled in"), &list, lang);
            self.document.paragraph(&text);
        }
    }

    fn row_name(&self, open: &Open<'_>, row: &Row) -> String {
        match open.section.shape {
            Shape::Given => self.view.row_title(open.at, row).get(self.lang()).to_owned(),
            _ => {
                place::number(&self.view, open.at, row).map_or_else(String::new, |number| number.to_string())
            }
        }
    }

    /// A field with its content; `None` when it is empty and nobody expects it.
    fn definition(&self, open: &Open<'_>, row: Option<&RowId>, field: &Field) -> Option<(Text, Inline)> {
        let shown = self.shown(open, row, field);
        (!shown.is_empty()).then(|| (Text::new(field.label.get(self.lang())), shown))
    }

    fn shown(&self, open: &Open<'_>, row: Option<&RowId>, field: &Field) -> Inline {
        let cell = cell(open, row, field);
        let value = self.view.value(&cell);
        if self.edition == Edition::Press && self.is_withheld(open, row, field) {
            return plain(self.say("非開示", "Withheld"));
        }
        match (value.is_empty(), open.empty.contains(&cell)) {
            (false, _) => plain(&value::shown(&self.view, field, &value, self.lang())),
            (true, true) => strong(self.say("未記入", "Not filled in")),
            (true, false) => Inline::new(),
        }
    }

    /// Whether this is something of the report that the group withholds from the public.
    fn is_withheld(&self, open: &Open<'_>, row: Option<&RowId>, field: &Field) -> bool {
        let certainty = match (open.at.artefact, field.key) {
            (Artefact::Report, "content") => "certainty",
            (Artefact::Report, "count" | "bound") => "count-certainty",
            _ => return false,
        };
        let stated =
            row.map(|row| self.view.value(&Cell::row(Artefact::Report, open.at.round, row, certainty)));
        stated.is_some_and(|value| value.items() == ["withheld"])
    }

    fn is_empty(&self, open: &Open<'_>, row: Option<&RowId>, field: &Field) -> bool {
        self.view.value(&cell(open, row, field)).is_empty()
    }

    fn is_blank(&self, open: &Open<'_>, row: &RowId) -> bool {
        let written = |field: &&'static Field| !self.is_empty(open, Some(row), field);
        !open.fields.iter().any(written)
    }

    fn is_used(&self, open: &Open<'_>, rows: &[&Row], field: &Field) -> bool {
        rows.iter().any(|row| !self.is_empty(open, Some(&row.id), field))
    }
}

fn cell(open: &Open<'_>, row: Option<&RowId>, field: &Field) -> Cell {
    Cell { artefact: open.at.artefact, round: open.at.round, row: row.cloned(), field: field.key.to_owned() }
}

/// Sheets of which each row has many fields: told row by row.
fn one_by_one(artefact: Artefact) -> bool {
    matches!(artefact, Artefact::Policy | Artefact::FactSheet | Artefact::Stakeholders)
}

/// What a press conference gives away: never what only the inside may see (W-47), nor what a statement rests on.
fn is_for_the_press(artefact: Artefact, section: &Section, field: &Field) -> bool {
    let given_away = matches!(artefact, Artefact::Report | Artefact::Agenda | Artefact::Press);
    let internal =
        section.id == "duties" || field.key == "hostility" || field.kind == FieldKind::Several(Source::Facts);
    given_away && !internal && field.seen_by == SeenBy::Everybody
}

//! Where something stands, in words: a sheet and its round, a row by number and title, a cell.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::event::Place;
use crate::domain::id::RowId;
use crate::domain::sheet::{Cell, Shape};
use crate::domain::words::Lang;
use crate::domain::workshop::{GroupView, Row};
use crate::text::{either, names};

/// Titles of rows are cut to this many half-width cells.
const TITLE: usize = 48;

/// A sheet and its round: 「第一インシデント：インシデント対応表」.
pub fn sheet(place: Place, lang: Lang) -> String {
    let title = place.artefact.sheet().title.get(lang);
    match place.round {
        None => title.to_owned(),
        Some(round) => names::joined(names::round(round).get(lang), title, lang),
    }
}

/// A row: by number and first words where people add rows, by its title where the material gives them.
pub fn row(view: &GroupView<'_>, place: Place, id: &RowId, lang: Lang) -> String {
    let Some(found) = view.group.sheets.row(place, id) else {
        return id.to_string();
    };
    let title = short(view.row_title(place, found).get(lang));
    let section = place.artefact.sheet().section(&found.section);
    let by_number = section.is_some_and(|section| section.shape == Shape::Rows) && !found.given;
    match (number(view, place, found), title.is_empty()) {
        (Some(number), true) => format!("No.{number}"),
        (Some(number), false) if by_number => {
            either(lang, format!("No.{number}「{title}」"), format!("No. {number} \"{title}\""))
        }
        _ => title,
    }
}

/// A field, with its row if it is in one: 「No.3「再起動」：判断の責任者」.
pub fn field(view: &GroupView<'_>, cell: &Cell, lang: Lang) -> String {
    let definition = cell.definition();
    let label = definition.map_or(cell.field.as_str(), |(_, field)| field.label.get(lang));
    match &cell.row {
        None => label.to_owned(),
        Some(id) => names::joined(&row(view, place_of(cell), id, lang), label, lang),
    }
}

/// A cell with its sheet: 「第一インシデント：インシデント対応表／No.3「再起動」：判断の責任者」.
pub fn cell(view: &GroupView<'_>, cell: &Cell, lang: Lang) -> String {
    let (sheet, field) = (sheet(place_of(cell), lang), field(view, cell, lang));
    either(lang, format!("{sheet}／{field}"), format!("{sheet} / {field}"))
}

/// The sheet a cell is on.
pub fn place_of(cell: &Cell) -> Place {
    Place { artefact: cell.artefact, round: cell.round }
}

/// A row's number within its section, from 1; `None` for a row that was taken out.
pub fn number(view: &GroupView<'_>, place: Place, row: &Row) -> Option<usize> {
    let rows = view.rows(place, &row.section);
    rows.iter().position(|one| one.id == row.id).map(|at| at + 1)
}

/// The first line of a text, cut where it gets long.
///
/// Two full stops instead of `…`, whose width depends on the terminal.
pub fn short(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    if line.width() <= TITLE {
        return line.to_owned();
    }
    let mut left = TITLE;
    let kept = line.graphemes(true).map_while(|grapheme| {
        left = left.checked_sub(grapheme.width())?;
        Some(grapheme)
    });
    kept.collect::<String>() + ".."
}

//! Where an article goes when it is quoted: into the field made for it, or as a mention into the running text.
//!
//! It finds the place and writes nothing. Fields are found by what they take, as the catalogue of sheets says.

use crate::domain::id::Slug;
use crate::domain::sheet::{Cell, Field, FieldKind, Source, Value};
use crate::screens::Desk;
use crate::screens::sheet::{Item, SheetScreen};

/// How an article is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quote {
    /// As an item of a list of the material: a fact-sheet row, a policy topic, a check item.
    Item(Source, Slug),
    /// By these words in a running text.
    Mention(String),
    /// Not at all.
    Nothing,
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Into this field, which holds this value then.
    Field(Cell, Value),
    /// At the cursor of the text that is being written in this field.
    Text(Cell),
    /// Nowhere: no row that takes it is open.
    NoRow,
    /// Nowhere: no text is being written.
    NoText,
}

/// Where a quote goes from where one is.
pub fn target(desk: &Desk<'_>, sheet: Option<&SheetScreen>, quote: &Quote) -> Target {
    match quote {
        Quote::Item(source, id) => match sheet.and_then(|sheet| taking(desk, sheet, *source)) {
            Some((cell, field)) => {
                let held = desk.view.value(&cell);
                Target::Field(cell, with(field, &held, id))
            }
            // People are named in many fields: only the one under the cursor can be meant. Else they are mentioned.
            None if *source == Source::Stakeholders => text_target(sheet),
            None => Target::NoRow,
        },
        Quote::Mention(_) => text_target(sheet),
        Quote::Nothing => Target::NoText,
    }
}

fn text_target(sheet: Option<&SheetScreen>) -> Target {
    let editor = sheet.and_then(|sheet| sheet.editor.as_ref());
    let running = editor.filter(|editor| {
        let kind = editor.cell.definition().map(|(_, field)| field.kind);
        matches!(kind, Some(FieldKind::Text | FieldKind::Line))
    });
    running.map_or(Target::NoText, |editor| Target::Text(editor.cell.clone()))
}

/// The field under the cursor if it takes such items, else the first of the open row that does.
fn taking(desk: &Desk<'_>, sheet: &SheetScreen, source: Source) -> Option<(Cell, &'static Field)> {
    if let Some(Item::Field(cell)) = sheet.chosen(desk)
        && let Some((_, field)) = cell.definition().filter(|(_, field)| takes(field, source))
    {
        return Some((cell, field));
    }
    let row = sheet.row.as_ref().filter(|_| source != Source::Stakeholders)?;
    let section = sheet.section_of(desk, row)?;
    let field = section.fields.iter().find(|field| takes(field, source))?;
    Some((Cell::row(sheet.place.artefact, sheet.place.round, row, field.key), field))
}

fn takes(field: &Field, source: Source) -> bool {
    matches!(field.kind, FieldKind::Given(given) | FieldKind::Several(given) if given == source)
}

/// What a field holds with one more item; where there is room for one only, that one.
fn with(field: &Field, held: &Value, id: &Slug) -> Value {
    if matches!(field.kind, FieldKind::Given(_)) {
        return Value::Choice(id.to_string());
    }
    let mut items: Vec<Slug> = held.items().into_iter().filter_map(Slug::new).collect();
    if !items.contains(id) {
        items.push(id.clone());
    }
    Value::Several(items)
}

//! The rows of a section as a table: which columns there is room for, and how wide each is.
//!
//! What stands in the cells is for `sheet_view` to say.

use ratatui::layout::Rect;

use super::Desk;
use crate::domain::sheet::{Field, FieldKind, Section, Shape};
use crate::text::catalog as t;
use crate::ui::width::{clip, width};

/// Cells of the column that says what a given row is.
pub(super) fn title_width(area: Rect) -> usize {
    usize::from(area.width / 3).clamp(20, 48)
}

/// The columns a table shows at this width: the first ones first, each as wide as its kind needs.
pub(super) fn table_columns(section: &'static Section, area: Rect) -> Vec<(&'static Field, usize)> {
    let order: &[&str] = match section.id {
        "rows" => {
            &["time", "situation", "action", "decision-owner", "status", "action-owner", "rule", "informed"]
        }
        "axis" => &["axis-slot", "axis-task", "axis-decision-owner", "axis-action-owner", "axis-target"],
        _ => &[],
    };
    let fields: Vec<&'static Field> = if order.is_empty() {
        section.fields.iter().collect()
    } else {
        order.iter().filter_map(|key| section.fields.iter().find(|field| field.key == *key)).collect()
    };
    let title = if section.shape == Shape::Given { title_width(area) + 1 } else { 0 };
    let mut left = usize::from(area.width).saturating_sub(5 + title);
    let mut columns = Vec::new();
    for field in fields {
        let least = least_width(field.kind);
        if left < least + 1 {
            break;
        }
        left -= least + 1;
        columns.push((field, least));
    }
    share(left, &mut columns);
    columns
}

fn least_width(kind: FieldKind) -> usize {
    match kind {
        FieldKind::Minute => 12,
        FieldKind::Choice(_) | FieldKind::Number => 8,
        FieldKind::Given(_) | FieldKind::Several(_) => 10,
        FieldKind::Line | FieldKind::Moment => 14,
        FieldKind::Text => 16,
    }
}

/// What is left over goes to the texts.
fn share(left: usize, columns: &mut [(&'static Field, usize)]) {
    let texts = columns.iter().filter(|(field, _)| field.kind == FieldKind::Text).count();
    let takers = if texts > 0 { texts } else { columns.len() };
    for (field, room) in columns.iter_mut() {
        if takers > 0 && (texts == 0 || field.kind == FieldKind::Text) {
            *room += left / takers;
        }
    }
}

pub(super) fn table_heading(section: &'static Section, desk: &Desk<'_>, area: Rect) -> String {
    let mut line = format!(" {} ", t::NUMBER.get(desk.lang));
    if section.shape == Shape::Given {
        line.push_str(&padded("", title_width(area)));
        line.push(' ');
    }
    for (field, room) in table_columns(section, area) {
        line.push_str(&padded(field.label.get(desk.lang), room));
        line.push(' ');
    }
    line
}

/// `text` in exactly `room` cells.
pub(super) fn padded(text: &str, room: usize) -> String {
    let shown = clip(text, room);
    let gap = room.saturating_sub(width(&shown));
    format!("{shown}{}", " ".repeat(gap))
}

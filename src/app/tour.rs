//! The practice: a few lessons on a real sheet with the real keys. A lesson is over when it has been done.
//!
//! What is practised on lasts no longer than the practice; whoever opens it keeps the workshop in memory.

use super::effect::Effect;
use super::model::{Model, Notice, Over, Tone};
use super::{wishes, writing};
use crate::domain::event::Place;
use crate::domain::id::RowId;
use crate::domain::sheet::{Artefact, Cell, Value};
use crate::domain::words::Words;
use crate::message::Action;
use crate::screens::reading::{Reading, Subject};
use crate::screens::sheet::Item;
use crate::text::tour as t;

/// The sheet one practises on: short, and it gives no incident away.
pub const SHEET: Place = Place { artefact: Artefact::Improvements, round: None };

/// The section of its rows.
pub const SECTION: &str = "improvements";

/// Rows that the lesson takes of the screen.
pub(super) const ROWS: u16 = 3;

/// How far the practice is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tour {
    at: usize,
}

/// Something to be done once.
struct Lesson {
    words: Words,
    /// The keys its words name, in order.
    keys: &'static [Action],
    done: fn(&Model) -> bool,
}

const LESSONS: [Lesson; 8] = [
    Lesson { words: t::TYPE, keys: &[], done: has_typed },
    Lesson { words: t::NEXT, keys: &[Action::Next], done: has_moved_on },
    Lesson { words: t::PICK, keys: &[Action::Next, Action::Open], done: has_picked },
    Lesson { words: t::LOOK_UP, keys: &[Action::Reference], done: looks_up },
    Lesson { words: t::BACK, keys: &[Action::Back], done: |model| model.over.is_none() },
    Lesson { words: t::ROW, keys: &[Action::AddRow], done: has_two_rows },
    Lesson { words: t::PALETTE, keys: &[Action::Palette, Action::Open], done: reads_help },
    Lesson { words: t::END, keys: &[Action::Open], done: |_| false },
];

/// Begins the practice in a row of its sheet.
pub(super) fn begin(model: &mut Model, row: &RowId) {
    wishes::open_sheet(model, SHEET);
    writing::open_row(model, row);
    model.tour = Some(Tour::default());
}

/// The next lesson, if this one is done.
pub(super) fn go_on(model: &mut Model) {
    if let Some(tour) = model.tour
        && LESSONS[tour.at].done_in(model)
    {
        model.tour = Some(Tour { at: tour.at + 1 });
    }
}

/// What the practice makes of an action: it ends, or the action is for later. Says whether that was all.
pub(super) fn takes(model: &mut Model, action: Action, effects: &mut Vec<Effect>) -> bool {
    let Some(tour) = model.tour else { return false };
    let at_the_end = tour.at + 1 == LESSONS.len();
    if (action == Action::Back && model.over.is_none()) || (action == Action::Open && at_the_end) {
        effects.push(Effect::Leave);
        return true;
    }
    let of_use = [
        Action::Next,
        Action::Previous,
        Action::Up,
        Action::Down,
        Action::PageUp,
        Action::PageDown,
        Action::Open,
        Action::Back,
        Action::Help,
        Action::Reference,
        Action::AddRow,
        Action::Palette,
        Action::Language,
        Action::Theme,
        Action::Blank,
        Action::Quit,
    ];
    let later = !of_use.contains(&action);
    if later {
        model.notice = Some(Notice { tone: Tone::Info, text: t::LATER.get(model.lang).to_owned() });
    }
    later
}

/// What the lesson says: its heading, how one gets out, its words.
pub(super) fn words(model: &Model, tour: Tour) -> [String; 3] {
    let lang = model.lang;
    let lesson = &LESSONS[tour.at];
    let key = |action: &Action| model.key(*action).unwrap_or_default();
    let keys: Vec<String> = lesson.keys.iter().map(key).collect();
    let way_out = if model.over.is_some() { t::CLOSE } else { t::LEAVE };
    [
        t::heading(tour.at + 1, LESSONS.len(), lang),
        way_out.get(lang).to_owned(),
        t::lesson(lesson.words, &keys, lang),
    ]
}

impl Lesson {
    fn done_in(&self, model: &Model) -> bool {
        (self.done)(model)
    }
}

/// Enough to see that it was no slip of the finger.
const A_WORD: usize = 4;

fn has_typed(model: &Model) -> bool {
    let editor = model.sheet.as_ref().and_then(|sheet| sheet.editor.as_ref());
    editor.is_some_and(|editor| editor.field.text().chars().count() >= A_WORD)
}

fn has_moved_on(model: &Model) -> bool {
    let Some(desk) = model.desk() else { return false };
    let chosen = model.sheet.as_ref().and_then(|sheet| sheet.chosen(&desk));
    let is_elsewhere = |cell: &Cell| chosen != Some(Item::Field(cell.clone()));
    desk.view.group.sheets.histories().any(|(cell, _)| is_elsewhere(cell))
}

fn has_picked(model: &Model) -> bool {
    let Some(view) = model.view() else { return false };
    view.group.sheets.histories().any(|(cell, _)| matches!(view.value(cell), Value::Choice(_)))
}

fn looks_up(model: &Model) -> bool {
    matches!(&model.over, Some(Over::Reading(Reading { subject: Subject::Reference(_), .. })))
}

fn has_two_rows(model: &Model) -> bool {
    model.view().is_some_and(|view| view.rows(SHEET, SECTION).len() > 1)
}

fn reads_help(model: &Model) -> bool {
    matches!(&model.over, Some(Over::Reading(Reading { subject: Subject::Help, .. })))
}

//! The chronology (クロノロジー): what happened, was received, judged, asked for and sent, on exercise time.
//!
//! It fills itself from what the group was told and wrote, and takes a line in a second. Nothing in it is stored
//! twice: only the lines that people add are rows of their own.

use super::command::{Context, Refusal};
use super::environment::words_of;
use super::event::{Event, Place, Round};
use super::id::{Minute, RowId};
use super::play::{Disclosure, DisclosureKind};
use super::revision::LONGEST_TEXT;
use super::sheet::record::OUTGOING;
use super::sheet::{Artefact, Cell, Value};
use super::words::{Bilingual, Lang};
use super::workshop::{GroupView, Workshop};

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Exercise time.
    pub minute: Minute,
    /// What sort of thing it is.
    pub kind: LineKind,
    /// What it says.
    pub words: Bilingual,
    /// The sheet it stands on; `None` for what the group was told or asked for.
    pub from: Option<Artefact>,
}

/// What sort of thing a line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineKind {
    /// 発生
    Happened,
    /// 受付
    Received,
    /// 照会
    Asked,
    /// 判断
    Judged,
    /// 指示
    Ordered,
    /// 発信
    Sent,
}

impl LineKind {
    /// The kind that people picked for a line of their own.
    fn named(name: &str) -> Self {
        match name {
            "received" => Self::Received,
            "judged" => Self::Judged,
            "ordered" => Self::Ordered,
            "sent" => Self::Sent,
            _ => Self::Happened,
        }
    }
}

/// Adds a line at the present exercise time.
pub(super) fn jot(
    workshop: &Workshop,
    context: &Context,
    round: Round,
    row: &RowId,
    text: &str,
) -> Result<Vec<Event>, Refusal> {
    let view = workshop.group_of(context)?;
    let play = view.play(round).ok_or(Refusal::NoIncident(round))?;
    if text.trim().is_empty() {
        return Err(Refusal::TextNeeded);
    }
    if text.chars().count() > LONGEST_TEXT {
        return Err(Refusal::TooLong);
    }
    let place = Place { artefact: Artefact::Chronology, round: Some(round) };
    if view.group.sheets.row(place, row).is_some() {
        return Err(Refusal::RowExists(row.clone()));
    }
    let after = view.group.sheets.all_rows(place).last().map(|last| last.id.clone());
    let write = |field: &str, value: Value| Event::FieldRevised {
        cell: Cell::row(place.artefact, place.round, row, field),
        base: None,
        value,
        change_set: None,
        reason: None,
    };
    Ok(vec![
        Event::RowAdded { place, section: "lines".to_owned(), row: row.clone(), after },
        write("chron-time", Value::Minute(play.minute)),
        write("chron-text", Value::Text(text.trim().to_owned())),
    ])
}

impl GroupView<'_> {
    /// The chronology of a round, earliest first; what was told at one time stands before what was done then.
    pub fn chronology(&self, round: Round) -> Vec<Line> {
        let Some(play) = self.play(round) else {
            return Vec::new();
        };
        let line = |told: &Disclosure| {
            let kind = match told.kind {
                DisclosureKind::Hook | DisclosureKind::Inject | DisclosureKind::Answer => LineKind::Received,
                DisclosureKind::Factor => LineKind::Happened,
                DisclosureKind::Scene => return None,
            };
            Some(Line { minute: told.minute, kind, words: told.title.clone(), from: None })
        };
        // An answer that is there at once stands behind its question.
        let (answers, told): (Vec<_>, Vec<_>) =
            play.disclosed.iter().partition(|told| told.kind == DisclosureKind::Answer);
        let mut lines: Vec<Line> = told.into_iter().filter_map(line).collect();
        lines.extend(play.requests.iter().map(|asked| {
            let row = self.words_for(super::sheet::Source::Facts, asked.row.as_str());
            let log = Bilingual::from(asked.log.words());
            let words = row.and(&Bilingual::new("：", ": "), "").and(&log, "");
            Line { minute: asked.asked, kind: LineKind::Asked, words, from: None }
        }));
        lines.extend(answers.into_iter().filter_map(line));
        lines.extend(self.responses(round));
        lines.extend(self.sent(round));
        lines.extend(self.own_lines(round));
        lines.sort_by_key(|line| line.minute);
        lines
    }

    fn responses(&self, round: Round) -> Vec<Line> {
        let read = self.reader(Artefact::ResponseTable, round);
        let line = |row: &RowId| {
            let minute = minute(&read(row, "time"))?;
            let words = [read(row, "action"), read(row, "situation")].map(words_of).into_iter();
            let words = words.into_iter().find(|words| !words.ja.trim().is_empty())?;
            Some(Line { minute, kind: LineKind::Judged, words, from: Some(Artefact::ResponseTable) })
        };
        self.lines_of(Artefact::ResponseTable, "rows", round, line)
    }

    /// Texts that have gone out.
    fn sent(&self, round: Round) -> Vec<Line> {
        let read = self.reader(Artefact::OutgoingTexts, round);
        let line = |row: &RowId| {
            let minute =
                minute(&read(row, "out-sent")).filter(|_| read(row, "out-status").items() == ["sent"])?;
            let (_, title) = OUTGOING.iter().find(|(id, _)| *id == row.as_str())?;
            let how = words_of(read(row, "out-channel"));
            let words = Bilingual::from(*title);
            let words = if how.ja.is_empty() { words } else { words.and(&how, " / ") };
            Some(Line { minute, kind: LineKind::Sent, words, from: Some(Artefact::OutgoingTexts) })
        };
        self.lines_of(Artefact::OutgoingTexts, "texts", round, line)
    }

    fn own_lines(&self, round: Round) -> Vec<Line> {
        let read = self.reader(Artefact::Chronology, round);
        let line = |row: &RowId| {
            let minute = minute(&read(row, "chron-time"))?;
            let kind = LineKind::named(read(row, "chron-kind").items().first().copied().unwrap_or_default());
            let words = words_of(read(row, "chron-text"));
            let said = !words.get(Lang::Ja).trim().is_empty();
            said.then_some(Line { minute, kind, words, from: Some(Artefact::Chronology) })
        };
        self.lines_of(Artefact::Chronology, "lines", round, line)
    }

    fn reader(&self, artefact: Artefact, round: Round) -> impl Fn(&RowId, &str) -> Value {
        move |row, field| self.value(&Cell::row(artefact, Some(round), row, field))
    }

    fn lines_of(
        &self,
        artefact: Artefact,
        section: &str,
        round: Round,
        line: impl Fn(&RowId) -> Option<Line>,
    ) -> Vec<Line> {
        let rows = self.rows(Place { artefact, round: Some(round) }, section);
        rows.into_iter().filter_map(|row| line(&row.id)).collect()
    }
}

fn minute(value: &Value) -> Option<Minute> {
    match value {
        Value::Minute(minute) => Some(*minute),
        _ => None,
    }
}

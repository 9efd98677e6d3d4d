//! Real time as this screen has seen it: how long the writer has written, what is left of the time box.
//!
//! Time comes in as a message and is counted here; nobody is hurried by it. Nothing of it is stored.

use std::collections::BTreeMap;
use std::time::Duration;

use super::model::{Model, Over};
use crate::domain::guidance::{TimeBox, Timetable};
use crate::domain::id::{GroupId, ParticipantId};
use crate::screens::Seat;

const MINUTE: Duration = Duration::from_secs(60);
const SECOND: Duration = Duration::from_secs(1);

/// Real time of one screen.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    /// Since the screen was opened.
    now: Duration,
    /// Spent in each time box of the timetable. A look at another step costs only the look.
    spent: BTreeMap<usize, Duration>,
    turn: Turn,
}

/// Who writes, since when, and who did before.
#[derive(Clone, Debug, Default)]
struct Turn {
    of: Option<(GroupId, Option<ParticipantId>)>,
    since: Duration,
    before: Option<ParticipantId>,
}

impl Watch {
    /// How long the screen has been open.
    pub fn now(&self) -> Duration {
        self.now
    }

    /// Who wrote before the one who writes now.
    pub(super) fn gave(&self) -> Option<ParticipantId> {
        self.turn.before.clone()
    }
}

/// Real time went on; it was spent in the step this screen is at.
pub(super) fn pass(model: &mut Model, now: Duration) {
    let passed = now.saturating_sub(model.watch.now);
    if let Some(place) = timetable(model).and_then(|table| table.time_box(model.step)) {
        *model.watch.spent.entry(place).or_default() += passed;
    }
    model.watch.now = model.watch.now.max(now);
}

/// Notices that somebody else writes now: their turn begins.
pub(super) fn see(model: &mut Model) {
    let writes = model.view().map(|view| (view.id, view.group.recorder.clone()));
    let turn = &mut model.watch.turn;
    if writes != turn.of {
        turn.before = turn.of.take().and_then(|(_, person)| person);
        turn.of = writes;
        turn.since = model.watch.now;
    }
}

/// Whole minutes since the writer began, where the organiser wants them shown: with how many were meant.
pub(super) fn turn(model: &Model) -> Option<(u64, u32)> {
    let meant = model.turn_minutes.filter(|_| model.seat == Seat::Participants)?;
    let (_, recorder) = model.watch.turn.of.as_ref()?;
    recorder.as_ref()?;
    Some((turn_time(model).as_secs() / 60, meant))
}

fn turn_time(model: &Model) -> Duration {
    model.watch.now.saturating_sub(model.watch.turn.since)
}

/// The time box of this step, and the seconds of it that are left; negative once they are used up.
pub(super) fn time_box(model: &Model) -> Option<(&TimeBox, i64)> {
    let table = timetable(model)?;
    let place = table.time_box(model.step)?;
    let spent = model.watch.spent.get(&place).map_or(0, Duration::as_secs);
    let one = &table.boxes[place];
    Some((one, i64::from(one.minutes) * 60 - i64::try_from(spent).unwrap_or(i64::MAX)))
}

fn timetable(model: &Model) -> Option<&Timetable> {
    model.workshop.guidance()?.timetables.first()
}

/// How long until what is shown of real time is out of date; `None` while none is shown.
pub fn wake_in(model: &Model) -> Option<Duration> {
    if model.blank {
        return None;
    }
    let until = |time: Duration, unit: Duration| {
        let over = time.as_nanos() % unit.as_nanos();
        unit.saturating_sub(Duration::from_nanos(u64::try_from(over).unwrap_or(0)))
    };
    match &model.over {
        Some(Over::Clock) => {
            time_box(model)?;
            let place = timetable(model)?.time_box(model.step)?;
            let spent = model.watch.spent.get(&place).copied().unwrap_or_default();
            Some(until(spent, SECOND))
        }
        Some(Over::HandOver(_)) => None,
        _ => turn(model).map(|_| until(turn_time(model), MINUTE)),
    }
}

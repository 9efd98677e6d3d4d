//! The deadlines of the guidance on exercise time, counted from awareness. For reference only.
//!
//! It counts and decides nothing: whether a law applies at all is for the group to find out.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::environment::words_of;
use super::event::Round;
use super::guidance::{ClockStart, Deadline};
use super::id::Minute;
use super::sheet::{Artefact, Cell};
use super::workshop::GroupView;

/// The deadlines of a round as they run now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadlines<'a> {
    /// What they are counted from.
    pub from: Awareness,
    /// Those that can be counted, soonest first, with the exercise time by which they end.
    pub counted: Vec<(Minute, &'a Deadline)>,
    /// The others, in the order of the guidance, and why not.
    pub uncounted: Vec<(&'a Deadline, Uncounted)>,
}

/// When the organisation became aware.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awareness {
    /// Nobody has written it down: T0 stands for it.
    Start,
    /// As the initial response sheet says (認知日時); minutes from T0, negative before it.
    Written(i64),
}

impl Awareness {
    /// Minutes from T0.
    pub fn minutes(self) -> i64 {
        match self {
            Self::Start => 0,
            Self::Written(minutes) => minutes,
        }
    }
}

/// Why a deadline is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncounted {
    /// It names no number of hours or days that could be counted.
    NoLimit,
    /// Its clock starts with something else than awareness.
    OtherStart,
}

/// The deadlines of a round; `None` before its incident is chosen.
pub fn deadlines<'a>(view: &GroupView<'a>, round: Round) -> Option<Deadlines<'a>> {
    view.play(round)?;
    let from = awareness(view, round);
    let (mut counted, mut uncounted) = (Vec::new(), Vec::new());
    for deadline in view.workshop.guidance().into_iter().flat_map(|guidance| &guidance.deadlines) {
        match (deadline.limit, deadline.counts_from) {
            (Some(limit), ClockStart::Awareness) => counted.push((due(from, limit), deadline)),
            (Some(_), ClockStart::Other) => uncounted.push((deadline, Uncounted::OtherStart)),
            (None, _) => uncounted.push((deadline, Uncounted::NoLimit)),
        }
    }
    counted.sort_by_key(|(due, _)| *due);
    Some(Deadlines { from, counted, uncounted })
}

/// What ended before T0 ended at T0, as far as the exercise is concerned.
fn due(from: Awareness, limit: Minute) -> Minute {
    let minutes = (from.minutes() + i64::from(limit.0)).max(0);
    Minute(u32::try_from(minutes).unwrap_or(u32::MAX))
}

/// The moment on the initial response sheet, put on exercise time by where the scenario has T0.
pub fn awareness(view: &GroupView<'_>, round: Round) -> Awareness {
    let cell = Cell::form(Artefact::InitialResponse, Some(round), "aware");
    let starts = view.scenario(round).and_then(|scenario| moment(&scenario.starts));
    let written = moment(&words_of(view.value(&cell)).ja);
    match (starts, written) {
        (Some(starts), Some(written)) => Awareness::Written((written - starts).num_minutes()),
        _ => Awareness::Start,
    }
}

/// A date and time; of a day alone its beginning, so that nothing is counted late.
fn moment(text: &str) -> Option<NaiveDateTime> {
    let plain = text.trim().replace('T', " ");
    let day = || NaiveDate::parse_from_str(&plain, "%Y-%m-%d").ok();
    NaiveDateTime::parse_from_str(&plain, "%Y-%m-%d %H:%M")
        .ok()
        .or_else(|| day().map(|day| day.and_time(NaiveTime::MIN)))
}

//! Workshop files as verbs without a screen read them.

use std::path::Path;

use super::arguments::Place;
use super::out::{Stop, complain};
use crate::domain::words::Lang;
use crate::domain::workshop::GroupView;
use crate::store::{Reading, Session};
use crate::text::cli as t;

/// Opens a workshop to be read. What cannot be read of it is said on standard error.
pub fn read(path: &Path, lang: Lang) -> Result<Session, Stop> {
    let session = Session::open_read_only(path).map_err(|error| error.describe(lang))?;
    if let Some(short) = falls_short(&session, lang) {
        complain(&short);
    }
    Ok(session)
}

/// What of a file is not understood.
pub fn falls_short(session: &Session, lang: Lang) -> Option<String> {
    let path = session.path().display().to_string();
    match session.reading() {
        Reading::Complete => None,
        Reading::Damaged(damage) => Some(t::damaged(&path, &damage.describe(lang), lang)),
        Reading::Newer { kind } => Some(t::newer(&path, kind, lang)),
    }
}

/// The group that is asked for.
pub fn group<'a>(session: &'a Session, place: &Place, lang: Lang) -> Result<GroupView<'a>, Stop> {
    let view = session.workshop().view(place.group());
    view.ok_or_else(|| t::no_group(&place.file.display().to_string(), place.group(), lang).into())
}

//! `kijo log`: everything recorded, for people and for machines.

use std::path::Path;

use serde::Serialize;

use super::Answer;
use super::out::{Out, Stop};
use crate::domain::event::Envelope;
use crate::domain::words::Lang;
use crate::domain::workshop::Workshop;
use crate::store::{Opened, Session, SqliteLog, Stored, decode};
use crate::text::{cli as t, clock, event, names};

/// A record for machines: the envelope, then what happened.
#[derive(Serialize)]
struct Line<'a> {
    seq: u64,
    #[serde(flatten)]
    envelope: &'a Envelope,
    kind: &'a str,
    v: u32,
    body: &'a serde_json::Value,
    chain: String,
}

/// Prints the log. Of a damaged file, what can be trusted; then the answer is no.
pub fn run(path: &Path, json: bool, out: &mut Out, lang: Lang) -> Result<Answer, Stop> {
    let Opened { entries, damage, .. } =
        SqliteLog::open_read_only(path).map_err(|error| error.describe(lang))?;
    if json {
        print_json(&entries, out)?;
    } else {
        // Rows and people are told by the names they have now.
        let session = Session::open_read_only(path).map_err(|error| error.describe(lang))?;
        for stored in &entries {
            out.line(&line(session.workshop(), stored, lang))?;
        }
    }
    match damage {
        None => Ok(Answer::Yes),
        Some(damage) => {
            out.finish()?;
            let path = path.display().to_string();
            Err(Stop::Refused(anyhow::Error::msg(t::damaged(&path, &damage.describe(lang), lang))))
        }
    }
}

fn print_json(entries: &[Stored], out: &mut Out) -> Result<(), Stop> {
    out.exact("[")?;
    for (place, stored) in entries.iter().enumerate() {
        let entry = &stored.entry;
        let line = Line {
            seq: stored.seq,
            envelope: &entry.envelope,
            kind: &entry.kind,
            v: entry.v,
            body: &entry.body,
            chain: stored.chain.to_string(),
        };
        let line = serde_json::to_string(&line).map_err(|error| error.to_string())?;
        out.exact(if place == 0 { "\n" } else { ",\n" })?;
        out.json(&line)?;
    }
    out.exact("\n]\n")
}

/// When, exercise time, who, who may see it, what.
fn line(workshop: &Workshop, stored: &Stored, lang: Lang) -> String {
    let Stored { entry, .. } = stored;
    let envelope = &entry.envelope;
    let when = match envelope.stated {
        None => envelope.at.format("%Y-%m-%d %H:%M:%S").to_string(),
        Some(stated) => t::stated(&stated.format("%Y-%m-%d %H:%M:%S").to_string(), lang),
    };
    let minute = envelope.minute.map_or_else(|| "-".to_owned(), |minute| clock::minute(minute, lang));
    let who = names::actor(workshop, &envelope.actor, lang);
    let audience = names::audience(envelope.audience, lang);
    let what = match decode(stored) {
        Some(record) => event::event(workshop, envelope.group, &record.event, lang),
        None => t::unknown_kind(&entry.kind, lang),
    };
    format!("{when}  {minute}  {who}  [{audience}]  {what}").replace('\n', " ")
}

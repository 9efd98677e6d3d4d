//! Events of the domain as entries of the log, and back. Old versions of an event are lifted here, on JSON.

use serde_json::{Map, Value};

use super::entry::{Entry, Stored};
use crate::domain::event::{Event, Record};

/// The version that events are written in.
const VERSION: u32 = 1;

/// Kind, version and body of an event.
pub(super) fn encode(event: &Event) -> (String, u32, Value) {
    match serde_json::to_value(event) {
        Ok(Value::Object(fields)) if fields.len() == 1 => {
            let (kind, body) = fields.into_iter().next().unwrap_or_default();
            (kind, VERSION, body)
        }
        Ok(Value::String(kind)) => (kind, VERSION, Value::Null),
        other => unreachable!("an event is one variant of an enum: {other:?}"),
    }
}

/// The record in an entry; `None` when this program does not know such events.
pub fn decode(stored: &Stored) -> Option<Record> {
    let Entry { envelope, kind, v, body } = &stored.entry;
    if *v != VERSION {
        return None;
    }
    let tagged = match body {
        Value::Null => Value::String(kind.clone()),
        body => Value::Object(Map::from_iter([(kind.clone(), body.clone())])),
    };
    let event = serde_json::from_value(tagged).ok()?;
    Some(Record { envelope: envelope.clone(), event })
}

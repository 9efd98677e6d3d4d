//! The material seen as cells: what a fact-sheet row or a stakeholder says before anybody changed it, and back again.

use super::fact_sheet::{FactRow, Known, LogFacts, LogKind, MayStop, Retention};
use super::id::Slug;
use super::sheet::Value;
use super::stakeholder::{Side, Stakeholder};
use super::words::Bilingual;

/// What a fact-sheet row says in a field.
pub fn fact(row: &FactRow, field: &str) -> Value {
    match field {
        "name" => material(&row.name),
        "environment" => material(&row.environment),
        "management" => material(&row.management),
        "patching" => optional(row.patching.as_ref()),
        "privileged" => number(row.privileged),
        "internet" => known(row.internet),
        "encrypted" => known(row.encrypted),
        "owner" => named(row.owner.as_ref()),
        "may-stop" => may_stop(row.may_stop),
        "stops" => optional(row.stops.as_ref()),
        _ => row.log.as_ref().map_or(Value::Empty, |log| log_fact(log, field)),
    }
}

fn log_fact(log: &LogFacts, field: &str) -> Value {
    match field {
        "log-kinds" => Value::Several(log.kinds.iter().filter_map(|kind| Slug::new(kind.name())).collect()),
        "log-method" => material(&log.method),
        "log-retention" => Value::Choice(retention_name(log.retention).to_owned()),
        "log-days" => match log.retention {
            Retention::Days(days) => number(Some(days)),
            _ => Value::Empty,
        },
        "log-allowed" => known(log.allowed),
        "log-complete" => known(log.complete),
        "log-central" => known(log.central),
        "log-time-synced" => known(log.time_synced),
        "log-analysis" => optional(log.analysis.as_ref()),
        "log-extractor" => named(log.extractor.as_ref()),
        "log-minutes" => number(log.minutes),
        "log-after-hours" => known(log.after_hours),
        _ => Value::Empty,
    }
}

/// What a stakeholder's entry says in a field.
pub fn stakeholder(entry: &Stakeholder, field: &str) -> Value {
    match field {
        "name" => material(&entry.name),
        "side" => Value::Choice(
            match entry.side {
                Side::Inside => "inside",
                Side::Outside => "outside",
            }
            .to_owned(),
        ),
        "real-role" => material(&entry.real_role),
        "remarks" => optional(entry.remarks.as_ref()),
        "deputy" => named(entry.deputy.as_ref()),
        "primary" => optional(entry.contacts.primary.as_ref()),
        "alternate" => optional(entry.contacts.alternate.as_ref()),
        "after-hours" => optional(entry.contacts.after_hours.as_ref()),
        _ => Value::Empty,
    }
}

/// What a row logs, read back from its cells; `None` when no kind of log is named.
pub fn log_facts(cell: impl Fn(&str) -> Value) -> Option<LogFacts> {
    let kinds: Vec<LogKind> = cell("log-kinds").items().into_iter().filter_map(LogKind::named).collect();
    if kinds.is_empty() {
        return None;
    }
    let known = |field: &str| known_of(&cell(field));
    Some(LogFacts {
        kinds,
        method: words_of(cell("log-method")),
        retention: retention_of(&cell("log-retention"), &cell("log-days")),
        allowed: known("log-allowed"),
        complete: known("log-complete"),
        central: known("log-central"),
        time_synced: known("log-time-synced"),
        analysis: Some(words_of(cell("log-analysis"))).filter(|text| !text.ja.is_empty()),
        extractor: cell("log-extractor").items().first().and_then(|id| Slug::new(id)),
        minutes: match cell("log-minutes") {
            Value::Number(minutes) => u32::try_from(minutes).ok(),
            _ => None,
        },
        after_hours: known("log-after-hours"),
    })
}

/// A text cell's words.
pub fn words_of(value: Value) -> Bilingual {
    match value {
        Value::Text(text) => Bilingual::typed(text),
        Value::Material(text) => text,
        _ => Bilingual::default(),
    }
}

fn material(text: &Bilingual) -> Value {
    Value::Material(text.clone())
}

fn optional(text: Option<&Bilingual>) -> Value {
    text.map_or(Value::Empty, material)
}

fn number(number: Option<u32>) -> Value {
    number.map_or(Value::Empty, |number| Value::Number(number.into()))
}

fn named(id: Option<&Slug>) -> Value {
    id.map_or(Value::Empty, |id| Value::Choice(id.to_string()))
}

fn known(known: Known) -> Value {
    let name = match known {
        Known::Yes => "yes",
        Known::No => "no",
        Known::Unknown => "unknown",
        Known::NotApplicable => "not-applicable",
    };
    Value::Choice(name.to_owned())
}

/// An empty cell is one nobody has looked into: unknown, not inapplicable.
fn known_of(value: &Value) -> Known {
    match value.items().first().copied() {
        Some("yes") => Known::Yes,
        Some("no") => Known::No,
        Some("not-applicable") => Known::NotApplicable,
        _ => Known::Unknown,
    }
}

fn may_stop(may_stop: MayStop) -> Value {
    let name = match may_stop {
        MayStop::Freely => "freely",
        MayStop::WithApproval => "with-approval",
        MayStop::Never => "never",
        MayStop::Undecided => "undecided",
    };
    Value::Choice(name.to_owned())
}

fn retention_name(retention: Retention) -> &'static str {
    match retention {
        Retention::Days(_) => "days",
        Retention::Overwritten => "overwritten",
        Retention::Undefined => "undefined",
        Retention::NotKept => "not-kept",
    }
}

fn retention_of(kind: &Value, days: &Value) -> Retention {
    match (kind.items().first().copied(), days) {
        (Some("days"), Value::Number(days)) => Retention::Days(u32::try_from(*days).unwrap_or(u32::MAX)),
        (Some("overwritten"), _) => Retention::Overwritten,
        (Some("not-kept"), _) => Retention::NotKept,
        _ => Retention::Undefined,
    }
}

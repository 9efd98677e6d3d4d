//! How a configuration is written: its fields, and what may stand in them.

use super::bindings::{self, Override};
use super::trouble::ConfigTrouble;
use super::{Config, name};
use crate::domain::words::Lang;
use crate::material::decode::{Decode, Fields, Sink, variants};
use crate::material::shapes::format_is_known;
use crate::material::tree::{Field, Node, Value};
use crate::material::trouble::{Form, ShapeTrouble};
use crate::ui::theme::Theme;

variants!(Theme, Self::default(); Dark, Light, HighContrast, Plain);

/// The configuration that a file holds; after a problem, a stand-in.
pub fn read(root: &Node, sink: &mut Sink) -> Config {
    let Some(given) = fields_of(root, sink) else {
        return Config::default();
    };
    // Without a word about it, it is written as this program reads it.
    if given.iter().any(|field| field.name == "format") && !format_is_known(root, given, sink) {
        // Another format may call everything by other names: more problems would only mislead.
        return Config::default();
    }
    let mut fields = Fields::of_file(root, given, sink);
    let theme = fields.take("theme");
    let lang = fields.take("lang");
    let ascii: Option<bool> = fields.take("ascii");
    let keys: Vec<Whole<Override>> = fields.take("keys");
    let contributions: Option<bool> = fields.take("contributions");
    let turn: Option<TurnMinutes> = fields.take("turn_minutes");
    fields.finish();
    let keys: Vec<Override> = keys.into_iter().filter_map(|Whole(key)| key).collect();
    Config {
        theme,
        lang,
        ascii: ascii.unwrap_or_default(),
        keymap: bindings::keymap(&keys, sink),
        contributions: contributions.unwrap_or_default(),
        turn_minutes: turn.map(|TurnMinutes(minutes)| minutes),
    }
}

fn fields_of<'n>(root: &'n Node, sink: &mut Sink) -> Option<&'n [Field]> {
    match &root.value {
        _ if name(root) != Some("Config") => {
            sink.report(root.start, ConfigTrouble::NotOne);
            None
        }
        Value::Record(_, fields) => Some(fields),
        Value::Word(_) => Some(&[]),
        Value::Tuple(_, items) if items.is_empty() => Some(&[]),
        _ => {
            sink.report(root.start, ShapeTrouble::WrongForm { wanted: Form::Record, found: Form::Tuple });
            None
        }
    }
}

/// A value, if nothing inside it is wrong: what was told once is not looked at further.
struct Whole<T>(Option<T>);

impl<T: Decode> Decode for Whole<T> {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        let value = T::decode(node, sink);
        Self((sink.places().range(node.start..node.end).next().is_none()).then_some(value))
    }

    fn stand_in() -> Self {
        Self(None)
    }
}

impl Decode for Lang {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        let Value::Text(text) = &node.value else {
            sink.wrong_form(Form::Text, node);
            return Self::stand_in();
        };
        match text.value.as_str() {
            "ja" => Self::Ja,
            "en" => Self::En,
            other => {
                let (found, near) = (format!("\"{other}\""), None);
                let unknown = ShapeTrouble::UnknownVariant { found, near, allowed: &["\"ja\"", "\"en\""] };
                sink.report(node.start, unknown);
                Self::stand_in()
            }
        }
    }

    fn stand_in() -> Self {
        Self::default()
    }
}

/// Minutes that one person writes.
struct TurnMinutes(u32);

/// Nobody writes for longer than this without a break.
const MOST_MINUTES: u32 = 240;

impl Decode for TurnMinutes {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        let Whole(read) = Whole::<u32>::decode(node, sink);
        if let (Some(minutes), Value::Number(found)) = (read, &node.value)
            && !(1..=MOST_MINUTES).contains(&minutes)
        {
            let (found, most) = (found.clone(), u64::from(MOST_MINUTES));
            sink.report(node.start, ShapeTrouble::OutOfRange { found, least: 1, most });
        }
        Self(read.unwrap_or_default())
    }

    fn stand_in() -> Self {
        Self(0)
    }
}

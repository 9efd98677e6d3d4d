//! How each piece of material is written: the fields and keywords of the domain's types, and the file round them.
//!
//! Whether ids lead anywhere and numbers fit together is not asked here but in [`super::sense`].

mod basic;
mod environment;
mod frame;
mod scenario;

use super::FORMAT;
use super::decode::{Fields, Record, Sink};
use super::tree::{Field, Node, Value};
use super::trouble::{Form, ShapeTrouble};
use crate::domain::factor::Factor;
use crate::domain::library::Material;

/// Names that a file may begin with.
pub(crate) const KINDS: &[&str] =
    &["Scenario", "FactSheet", "Stakeholders", "Factors", "Policies", "Guidance"];

/// The pieces of a file. Those of a file with problems hold stand-ins: good for finding more problems only.
pub fn read(root: &Node, sink: &mut Sink) -> Vec<Material> {
    let Some((kind, fields)) = kind_of(root, sink) else {
        return Vec::new();
    };
    if !format_is_known(root, fields, sink) {
        // Another format may call everything by other names: more problems would only mislead.
        return Vec::new();
    }
    let fields = Fields::of_file(root, fields, sink);
    match kind {
        "Scenario" => vec![Material::Scenario(whole(fields))],
        "FactSheet" => vec![Material::FactSheet(whole(fields))],
        "Stakeholders" => vec![Material::Stakeholders(whole(fields))],
        "Policies" => vec![Material::Policies(whole(fields))],
        "Guidance" => vec![Material::Guidance(whole(fields))],
        _ => factors(fields).into_iter().map(Material::Factor).collect(),
    }
}

fn whole<T: Record>(mut fields: Fields<'_, '_>) -> T {
    let piece = T::of_fields(&mut fields);
    fields.finish();
    piece
}

fn factors(mut fields: Fields<'_, '_>) -> Vec<Factor> {
    let factors = fields.take("factors");
    fields.finish();
    factors
}

/// The kind of material and its fields.
fn kind_of<'n>(root: &'n Node, sink: &mut Sink) -> Option<(&'n str, &'n [Field])> {
    let name = match &root.value {
        Value::Record(name, _) | Value::Tuple(name, _) => name.as_ref(),
        Value::Word(name) => Some(name),
        _ => None,
    };
    let Some(name) = name.filter(|name| KINDS.contains(&name.as_str())) else {
        sink.report(root.start, ShapeTrouble::UnknownRoot { found: name.cloned(), allowed: KINDS });
        return None;
    };
    let Value::Record(_, fields) = &root.value else {
        let found = if matches!(root.value, Value::Word(_)) { Form::Word } else { Form::Tuple };
        sink.report(root.start, ShapeTrouble::WrongForm { wanted: Form::Record, found });
        return None;
    };
    Some((name, fields))
}

/// Whether the file is written in the format that this program reads; reports it where it is not.
pub(crate) fn format_is_known(root: &Node, fields: &[Field], sink: &mut Sink) -> bool {
    let mut formats = fields.iter().filter(|field| field.name == "format");
    let Some(first) = formats.next() else {
        sink.report(root.start, ShapeTrouble::MissingField("format"));
        return true;
    };
    for again in formats {
        sink.report(again.start, ShapeTrouble::DuplicateField("format".to_owned()));
    }
    match &first.node.value {
        Value::Number(found) if found.parse() == Ok(FORMAT) => true,
        Value::Number(found) => {
            sink.report(first.node.start, ShapeTrouble::Format { found: found.clone(), known: FORMAT });
            false
        }
        _ => {
            sink.wrong_form(Form::Number, &first.node);
            true
        }
    }
}

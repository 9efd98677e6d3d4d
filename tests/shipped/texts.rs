//! Every text in two languages of the shipped material, with the place where it stands.

use std::sync::OnceLock;

use kijo::domain::library::Material;
use serde_json::{Map, Value as Json};

use super::material::library;

/// A text and where it stands: `scenario card-misuse/injects/flood/text`.
#[derive(Debug)]
pub struct Found {
    pub place: String,
    pub ja: String,
    pub en: Option<String>,
}

impl Found {
    /// The piece of material it belongs to.
    pub fn piece(&self) -> &str {
        self.place.split('/').next().unwrap_or_default()
    }
}

/// All of them, in the order of the material.
pub fn all() -> &'static [Found] {
    static ALL: OnceLock<Vec<Found>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut found = Vec::new();
        for piece in &library().pieces {
            let whole = match piece {
                Material::Scenario(one) => serde_json::to_value(one),
                Material::FactSheet(one) => serde_json::to_value(one),
                Material::Stakeholders(one) => serde_json::to_value(one),
                Material::Factor(one) => serde_json::to_value(one),
                Material::Policies(one) => serde_json::to_value(one),
                Material::Guidance(one) => serde_json::to_value(one),
            };
            let place = format!("{} {}", kind(piece), piece.id());
            walk(&whole.expect("material can be written"), &place, &mut found);
        }
        found
    })
}

/// What is wrong with some text, one line for each place; empty when all is well.
pub fn wrong(judge: impl Fn(&Found) -> Option<String>) -> Vec<String> {
    all().iter().filter_map(|found| Some(format!("{}: {}", found.place, judge(found)?))).collect()
}

fn kind(piece: &Material) -> &'static str {
    match piece {
        Material::Scenario(_) => "scenario",
        Material::FactSheet(_) => "fact sheet",
        Material::Stakeholders(_) => "stakeholders",
        Material::Factor(_) => "factor",
        Material::Policies(_) => "policies",
        Material::Guidance(_) => "guidance",
    }
}

fn walk(node: &Json, place: &str, found: &mut Vec<Found>) {
    match node {
        Json::Object(fields) => match text(fields) {
            Some((ja, en)) => found.push(Found { place: place.to_owned(), ja, en }),
            None => fields.iter().for_each(|(name, inner)| walk(inner, &format!("{place}/{name}"), found)),
        },
        Json::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                walk(item, &format!("{place}/{}", name(item, number)), found);
            }
        }
        _ => {}
    }
}

/// A text in two languages is an object of `ja` and, where the author gave it, `en`.
fn text(fields: &Map<String, Json>) -> Option<(String, Option<String>)> {
    let only_languages = fields.keys().all(|name| name == "ja" || name == "en");
    let word = |name: &str| fields.get(name).and_then(Json::as_str).map(str::to_owned);
    Some((word("ja")?, word("en"))).filter(|_| only_languages)
}

/// What an item of a list is called; its number where it has no name.
fn name(item: &Json, number: usize) -> String {
    let named = ["id", "factor", "role"].iter().find_map(|key| item.get(key)?.as_str());
    named.map_or_else(|| number.to_string(), str::to_owned)
}

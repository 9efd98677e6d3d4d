//! Whether values fit together: names that lead somewhere, times in order, numbers within bounds.
//!
//! Works on decoded pieces, stand-ins and all, beside the tree that knows the places. What was already reported as
//! unreadable is not reported again: a problem inside something damaged is left out.

mod checker;
mod environment;
mod frame;
mod names;
mod parameters;
mod place;
mod scenario;
mod texts;

pub use names::Names;
pub use place::Place;

use checker::Checker;

use super::decode::Sink;
use super::tree::{Node, Value};
use crate::domain::library::Material;

/// Reports everything that does not fit together in the pieces of one file.
pub fn check(pieces: &[Material], root: &Node, names: &Names, sink: &mut Sink) {
    let texts = sink.texts().to_vec();
    let mut checker = Checker::new(names, sink);
    match pieces.first() {
        // Its texts are filled with its parameters, which have to be known first.
        Some(Material::Scenario(_)) => {}
        Some(Material::Factor(_)) => texts::of_any_scenario(&texts, &mut checker),
        _ => texts::plain(&texts, &mut checker),
    }
    let ids =
        pieces.iter().enumerate().map(|(index, piece)| (piece_place(root, index).field("id"), piece.id()));
    checker.unique(ids);
    for (index, piece) in pieces.iter().enumerate() {
        let at = piece_place(root, index);
        match piece {
            Material::Scenario(piece) => scenario::check(piece, at, &texts, &mut checker),
            Material::FactSheet(piece) => environment::fact_sheet(piece, at, &mut checker),
            Material::Stakeholders(piece) => environment::stakeholders(piece, at, &mut checker),
            Material::Factor(piece) => frame::factor(piece, at, &mut checker),
            Material::Policies(piece) => frame::policies(piece, at, &mut checker),
            Material::Guidance(piece) => frame::guidance(piece, at, &mut checker),
        }
    }
}

/// Where the piece with this number stands: the whole file, or an item of its factors.
pub fn piece_place(root: &Node, index: usize) -> Place<'_> {
    let place = Place::of(root);
    match &root.value {
        Value::Record(Some(name), _) if name == "Factors" => place.field("factors").item(index),
        _ => place,
    }
}

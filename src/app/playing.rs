//! What moves the play on: the next scene, a factor drawn by lot.

use rand::RngExt;

use super::effect::Effect;
use super::model::Model;
use super::wishes::{carry_out, do_it, say};
use crate::domain::command::Command;
use crate::domain::event::{Draw, Round};
use crate::domain::id::Slug;
use crate::domain::play::fitting;
use crate::domain::scenario::Scene;
use crate::screens::Wish;
use crate::text::{catalog as t, clock};

/// The scene that comes next, and its round.
pub(super) fn scene_to_come(model: &Model) -> Option<(Round, &Scene)> {
    let round = model.round()?;
    let view = model.view()?;
    let scene = view.play(round)?.next_scene(view.scenario(round)?)?;
    Some((round, scene))
}

/// Releases the next scene after a look.
pub(super) fn next_scene(model: &mut Model, effects: &mut Vec<Effect>) {
    let lang = model.lang;
    let found = scene_to_come(model).map(|(round, scene)| {
        let title = format!("{}  {}", clock::minute(scene.minute, lang), scene.title.get(lang));
        (t::release(&title, lang), Command::ReleaseScene { round, scene: scene.id.clone() })
    });
    match found {
        Some((text, command)) => carry_out(model, Wish::Confirm { text, command }, effects),
        None => say(model, t::NO_MORE_SCENES),
    }
}

/// Draws a factor among those that fit.
pub(super) fn draw(model: &mut Model, round: Round, effects: &mut Vec<Effect>) {
    let candidates: Vec<Slug> = model
        .view()
        .and_then(|view| {
            let fit = fitting(&model.workshop.library, view.scenario(round)?, view.play(round)?);
            Some(fit.map(|factor| factor.id.clone()).collect())
        })
        .unwrap_or_default();
    if candidates.is_empty() {
        return;
    }
    let drawn = model.rng.random_range(0..candidates.len());
    let factor = candidates[drawn].clone();
    do_it(model, Command::PutFactor { round, factor, draw: Some(Draw { candidates, drawn }) }, effects);
}

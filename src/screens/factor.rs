//! The complicating factor of round two (W-51): chosen, or drawn among those that fit.

use super::menu::{Entry, headed};
use super::{Desk, Seat, Wish};
use crate::domain::command::Command;
use crate::domain::event::Round;
use crate::domain::factor::Factor;
use crate::domain::play::fitting;
use crate::text::{catalog as t, factors, names};
use crate::ui::theme::Role;

/// The entries: factors in force, then what could still be put in force.
pub fn entries(desk: &Desk<'_>) -> Vec<Entry> {
    let (lang, round) = (desk.lang, Round::Two);
    let (Some(play), Some(scenario)) = (desk.view.play(round), desk.view.scenario(round)) else {
        return vec![
            Entry::new(
                t::CHOOSE_INCIDENT_FIRST.get(lang),
                Wish::Go(crate::domain::event::Step::Choose(round)),
            )
            .detail(t::FACTOR_DETAIL.get(lang)),
        ];
    };
    let library = &desk.view.workshop.library;
    // The story is told when it strikes; before that it is the facilitator's.
    let detail = |factor: &Factor, struck: bool| {
        let (story, watch) = (&factor.story, &factor.observe);
        let [story, watch] = [story, watch].map(|text| play.filled(scenario, text).get(lang).to_owned());
        match desk.seat {
            Seat::Facilitator => format!("{story}\n\n[{}]\n{watch}", t::WATCH_FOR.get(lang)),
            _ if struck => play.story(scenario, factor, library).get(lang).to_owned(),
            _ => factors::told_when(factor.strikes, lang),
        }
    };
    let in_force = play.factors.iter().filter_map(|put| Some((put, library.factor(put.id.as_str())?)));
    let in_force = in_force.map(|(put, factor)| {
        Entry::new(factor.title.get(lang), Wish::NextStep)
            .role(Role::Warning)
            .note(names::strikes(factor.strikes, lang))
            .detail(detail(factor, put.struck.is_some()))
    });
    let mut entries = headed(t::FACTORS_IN_FORCE.get(lang), in_force.collect());
    if desk.seat != Seat::Facilitator && !desk.view.workshop.is_automatic() {
        entries.push(
            Entry::new(factors::BY_FACILITATOR.get(lang), Wish::NextStep).detail(t::FACTOR_DETAIL.get(lang)),
        );
        return entries;
    }
    let mut free: Vec<Entry> = fitting(library, scenario, play)
        .map(|factor| {
            let command = Command::PutFactor { round, factor: factor.id.clone(), draw: None };
            let text = t::put_in_force(factor.title.get(lang), lang);
            Entry::new(factor.title.get(lang), Wish::Confirm { text, command })
                .note(names::strikes(factor.strikes, lang))
                .detail(detail(factor, false))
        })
        .collect();
    if !free.is_empty() {
        free.insert(
            0,
            Entry::new(t::DRAW_FACTOR.get(lang), Wish::Draw(round)).detail(t::FACTOR_DETAIL.get(lang)),
        );
    }
    entries.extend(headed(t::FACTORS_THAT_FIT.get(lang), free));
    entries
}

//! What the lists of the response table offer, and what choosing there does: filters, orders.

use super::effect::Effect;
use super::model::Model;
use super::writing;
use crate::domain::event::Place;
use crate::domain::id::RowId;
use crate::screens::Pick;
use crate::screens::listing::{Filter, Order, is_listed};
use crate::screens::picker::{Choice, Picker};
use crate::text::table;

/// The orders, in the list's order.
const ORDERS: [Order; 2] = [Order::AsEntered, Order::ByTime];

/// The table that can be filtered, if that is what one looks at.
pub(super) fn place(model: &Model) -> Option<Place> {
    model.sheet.as_ref().map(|sheet| sheet.place).filter(|place| is_listed(*place, "rows"))
}

/// The list of filters, each with how many rows it lets through.
pub(super) fn filters(model: &Model, what: Pick) -> Option<Picker> {
    let (place, desk) = (place(model)?, model.desk()?);
    let rows = desk.view.rows(place, "rows");
    let choices = Filter::every(&desk).into_iter().enumerate().map(|(number, filter)| {
        let count = rows.iter().filter(|row| filter.fits(&desk, place, &row.id)).count();
        let choice = Choice::new(number.to_string(), filter.words(&desk));
        let mut choice = choice.note(table::rows(count, model.lang));
        choice.marked = filter == *model.listing.chosen_filter();
        choice
    });
    Some(Picker::new(what, table::FILTER_TITLE.get(model.lang), choices.collect()))
}

/// The list of orders.
pub(super) fn orders(model: &Model, what: Pick) -> Option<Picker> {
    place(model)?;
    let choices = ORDERS.iter().enumerate().map(|(number, order)| {
        let words = if *order == Order::ByTime { table::BY_TIME } else { table::AS_ENTERED };
        let mut choice = Choice::new(number.to_string(), words.get(model.lang));
        choice.marked = *order == model.listing.chosen_order();
        choice
    });
    Some(Picker::new(what, table::SORT_TITLE.get(model.lang), choices.collect()))
}

/// A filter was chosen.
pub(super) fn filter(model: &mut Model, id: &str, effects: &mut Vec<Effect>) {
    let every = model.desk().map(|desk| Filter::every(&desk)).unwrap_or_default();
    let chosen = id.parse::<usize>().ok().and_then(|number| every.into_iter().nth(number));
    if let Some(chosen) = chosen {
        looked_at(model, effects, |model| {
            let rows = rows(model);
            model.listing.filter(chosen, rows);
        });
    }
}

/// An order was chosen.
pub(super) fn sort(model: &mut Model, id: &str, effects: &mut Vec<Effect>) {
    let chosen = id.parse::<usize>().ok().and_then(|number| ORDERS.get(number));
    if let Some(order) = chosen {
        looked_at(model, effects, |model| model.listing.sort(*order));
    }
}

/// A table is opened: the filter holds for the rows it has now.
pub(super) fn opened(model: &mut Model) {
    let (filter, rows) = (model.listing.chosen_filter().clone(), rows(model));
    model.listing.filter(filter, rows);
}

/// Changes how the table is looked at; the cursor stays on its row, if that is still shown.
fn looked_at(model: &mut Model, effects: &mut Vec<Effect>, change: impl FnOnce(&mut Model)) {
    let held = writing::hold(model);
    change(model);
    writing::hold_on(model, held, effects);
    writing::settle(model);
}

fn rows(model: &Model) -> Vec<RowId> {
    let all = place(model).zip(model.view()).map(|(place, view)| view.rows(place, "rows"));
    all.into_iter().flatten().map(|row| row.id.clone()).collect()
}

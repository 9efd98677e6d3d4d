//! A file of commands: what somebody wrote down of a workshop, to be carried out all at once.
//!
//! ```text
//! (
//!     format: 1,
//!     commands: [
//!         (by: "facilitator", do: Join(person: "sato", name: "佐藤")),
//!         (at: "2026-11-21T10:10:00+09:00", by: "佐藤", group: 1, do: Enter(step: Introduction)),
//!     ],
//! )
//! ```
//!
//! `do` is a [`Command`] of the domain. `by` is `facilitator`, or a person by name or by the name the file gave them.
//! `at` is when it is said to have been. `group` may be left out for what concerns the room, and where there is only
//! one group. Names that a file introduces (of rows, people, requests, change sets, notes) are symbols: each applying
//! replaces them by fresh random ones.
//!
//! All or nothing: one transaction. Nothing here makes a workshop, and nothing here prints.

mod failure;
mod mistake;
mod people;
mod reading;
mod symbols;

use chrono::{DateTime, FixedOffset, Local};

use crate::domain::command::{Command, Context};
use crate::domain::id::GroupId;
use crate::domain::workshop::Workshop;
use crate::store::{Base, Order, Session, Time};

pub use failure::Failure;
pub use mistake::{Mistake, Spot, Wrong};
pub use reading::{LARGEST, parse, parse_bytes};

use people::Roster;

/// The version of the format that this program reads.
pub const FORMAT: u32 = 1;

/// The commands of a file, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commands(pub Vec<Entry>);

/// One command of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it begins.
    pub spot: Spot,
    /// Real time it is said to have happened at.
    pub at: Option<DateTime<FixedOffset>>,
    /// Who wants it, as written.
    pub by: String,
    /// Where that is written.
    pub by_spot: Spot,
    /// The group it concerns, if the file says so.
    pub group: Option<GroupId>,
    /// What is wanted, with the symbols of the file.
    pub command: Command,
}

/// Carries out the commands of a file on a workshop: all of them, or none. Says how many there were.
pub fn apply(session: &mut Session, text: &str) -> Result<usize, Failure> {
    carry_out(session, parse(text).map_err(Failure::Broken)?)
}

/// The same for a file that was read already.
pub fn carry_out(session: &mut Session, commands: Commands) -> Result<usize, Failure> {
    // Somebody may have joined since the file was opened.
    session.follow().map_err(Failure::Failed)?;
    let spots: Vec<Spot> = commands.0.iter().map(|entry| entry.spot).collect();
    let count = spots.len();
    let orders = orders(session.workshop(), commands).map_err(Failure::Broken)?;
    if orders.is_empty() {
        return Ok(0);
    }
    match session.execute_all(orders) {
        Ok(_) => Ok(count),
        Err(failed) => Err(Failure::of(failed, &spots)),
    }
}

/// The commands as the workshop takes them: symbols replaced, people found.
fn orders(workshop: &Workshop, commands: Commands) -> Result<Vec<Order>, Vec<Mistake>> {
    let symbols = symbols::of(&commands);
    let mut roster = Roster::of(workshop);
    let now = Local::now().fixed_offset();
    let only_group = only_group(workshop);
    let mut mistakes = Vec::new();
    let mut orders = Vec::new();
    for mut entry in commands.0 {
        symbols.replace(&mut entry.command);
        roster.see(&mut entry.command);
        match roster.actor(&entry.by, &symbols) {
            Err(wrong) => mistakes.push(Mistake::at(entry.by_spot, wrong)),
            Ok(actor) => orders.push(Order {
                command: entry.command,
                base: Base::Newest,
                context: Context { actor, group: entry.group.or(only_group) },
                time: Time { now, stated: entry.at },
            }),
        }
    }
    if mistakes.is_empty() { Ok(orders) } else { Err(mistakes) }
}

/// Where there is one group, it need not be named.
fn only_group(workshop: &Workshop) -> Option<GroupId> {
    let mut groups = workshop.groups.keys();
    groups.next().copied().filter(|_| groups.next().is_none())
}

//! Records of a draft: what changed in a cell since its last record, one JSON line each.
//!
//! Reading them back stops at the first line that is torn or does not fit, and keeps what came before.

use serde::{Deserialize, Serialize};

/// Text typed into a cell and not recorded yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The cell, in whatever form the caller names cells.
    pub cell: String,
    /// The revision it was typed over.
    pub base: Option<String>,
    /// The whole text.
    pub text: String,
}

/// One line of a draft file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Record {
    /// The text of a cell changed. A cell without a draft starts from nothing, so its first record is the whole text.
    Edit {
        /// The cell.
        cell: String,
        /// The revision it was typed over.
        base: Option<String>,
        /// Characters at the start that stayed.
        prefix: usize,
        /// Characters after them that went.
        removed: usize,
        /// What came in their place.
        text: String,
    },
    /// The draft of a cell was recorded or given up.
    Clear {
        /// The cell.
        cell: String,
    },
}

impl Record {
    /// The change from `old` to `new`.
    pub fn edit(cell: &str, base: Option<&str>, old: &str, new: &str) -> Self {
        let prefix = alike(old.chars(), new.chars());
        let (old_rest, new_rest) = (old.chars().count() - prefix, new.chars().count() - prefix);
        let suffix = alike(old.chars().rev().take(old_rest), new.chars().rev().take(new_rest));
        Self::Edit {
            cell: cell.to_owned(),
            base: base.map(str::to_owned),
            prefix,
            removed: old_rest - suffix,
            text: new.chars().skip(prefix).take(new_rest - suffix).collect(),
        }
    }

    /// The record as a line.
    pub fn line(&self) -> Vec<u8> {
        let mut line = serde_json::to_vec(self).expect("strings and numbers are always JSON");
        line.push(b'\n');
        line
    }
}

/// The drafts that `lines` add up to, in the order in which their cells were first typed into, and how many bytes were
/// understood.
pub fn replay(lines: &[u8]) -> (Vec<Draft>, usize) {
    let (mut drafts, mut understood) = (Vec::new(), 0);
    for line in lines.split_inclusive(|byte| *byte == b'\n') {
        let whole = line.ends_with(b"\n");
        let record = serde_json::from_slice(line).ok().filter(|_| whole);
        if record.and_then(|record| apply(&mut drafts, record)).is_none() {
            break;
        }
        understood += line.len();
    }
    (drafts, understood)
}

/// Applies `record`; `None`, and nothing changed, when it does not fit.
fn apply(drafts: &mut Vec<Draft>, record: Record) -> Option<()> {
    match record {
        Record::Clear { cell } => drafts.retain(|draft| draft.cell != cell),
        Record::Edit { cell, base, prefix, removed, text: inserted } => {
            let place = drafts.iter().position(|draft| draft.cell == cell);
            let old = place.and_then(|place| drafts.get(place)).map_or("", |draft| draft.text.as_str());
            let rest = prefix.checked_add(removed)?;
            if rest > old.chars().count() {
                return None;
            }
            let text =
                old.chars().take(prefix).chain(inserted.chars()).chain(old.chars().skip(rest)).collect();
            let draft = Draft { cell, base, text };
            match place.and_then(|place| drafts.get_mut(place)) {
                Some(old) => *old = draft,
                None => drafts.push(draft),
            }
        }
    }
    Some(())
}

/// How many characters both have in common from the start.
fn alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::Record;

    #[test]
    fn a_key_in_a_long_field_makes_a_short_record() {
        let old = "あ".repeat(20_000);
        let new = format!("{}い{}", "あ".repeat(10_000), "あ".repeat(10_000));

        assert!(Record::edit("cell", None, &old, &new).line().len() < 100);
    }
}

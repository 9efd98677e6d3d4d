//! Why the commands of a file were not carried out, in words.

use std::path::Path;

use super::{Mistake, Spot};
use crate::domain::command::Refusal;
use crate::domain::words::Lang;
use crate::store::{StoreError, Unrecorded};
use crate::text::{either, refusal};

/// Why nothing of a file was carried out.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The file is not what it should be.
    Broken(Vec<Mistake>),
    /// The workshop refused one of the commands.
    Refused {
        /// Which one, from 1.
        number: usize,
        /// Where it begins in the file.
        spot: Spot,
        /// Why.
        why: Refusal,
    },
    /// The workshop file could not be read or written.
    Failed(StoreError),
}

impl Failure {
    /// What became of a transaction, given where each command stands.
    pub(super) fn of(failed: Unrecorded<(usize, Refusal)>, spots: &[Spot]) -> Self {
        match failed {
            Unrecorded::Failed(error) => Self::Failed(error),
            Unrecorded::Refused((place, why)) => {
                Self::Refused { number: place + 1, spot: spots.get(place).copied().unwrap_or_default(), why }
            }
        }
    }

    /// All of it in `lang`, one problem a line; `path` is the file of commands.
    pub fn describe(&self, path: &Path, lang: Lang) -> String {
        match self {
            Self::Broken(mistakes) => {
                let lines = mistakes.iter().map(|mistake| mistake.show(path, lang));
                lines.collect::<Vec<_>>().join("\n")
            }
            Self::Refused { number, spot, why } => {
                let (path, line, column) = (path.display(), spot.line, spot.column);
                let why = refusal::refusal(why, lang);
                either(
                    lang,
                    format!(
                        "{path}:{line}:{column}: {number}番目の命令を実行できません。{why}\n何も記録していません。"
                    ),
                    format!(
                        "{path}:{line}:{column}: command {number} was refused. {why}\nNothing was recorded."
                    ),
                )
            }
            Self::Failed(error) => error.describe(lang),
        }
    }
}

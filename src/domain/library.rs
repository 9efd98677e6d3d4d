//! Everything a workshop may use, as loaded; frozen into the log when a workshop starts.

use serde::{Deserialize, Serialize};

use super::fact_sheet::FactSheet;
use super::factor::Factor;
use super::guidance::Guidance;
use super::id::Slug;
use super::policy::PolicyTopics;
use super::scenario::Scenario;
use super::stakeholder::StakeholderList;

/// One piece of material: one RON file holds one, except that a file of factors holds several.
#[expect(clippy::large_enum_variant, reason = "a library holds a few dozen pieces")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Material {
    /// An incident.
    Scenario(Scenario),
    /// An IT environment.
    FactSheet(FactSheet),
    /// People and organisations.
    Stakeholders(StakeholderList),
    /// A complicating factor.
    Factor(Factor),
    /// Topics of the policy sheet.
    Policies(PolicyTopics),
    /// Phases, processes and the frame of the workshop.
    Guidance(Guidance),
}

impl Material {
    /// The name of the piece.
    pub fn id(&self) -> &Slug {
        match self {
            Self::Scenario(piece) => &piece.id,
            Self::FactSheet(piece) => &piece.id,
            Self::Stakeholders(piece) => &piece.id,
            Self::Factor(piece) => &piece.id,
            Self::Policies(piece) => &piece.id,
            Self::Guidance(piece) => &piece.id,
        }
    }
}

impl Material {
    /// Where a piece stands in lists: incidents by number, factors by name, everything else as it was loaded.
    pub fn rank(&self) -> (u32, &str) {
        match self {
            Self::Scenario(piece) => (piece.number, ""),
            Self::Factor(piece) => (0, piece.id.as_str()),
            _ => (0, ""),
        }
    }
}

/// All material that is at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// Pieces in the order they were loaded.
    pub pieces: Vec<Material>,
}

macro_rules! pick {
    ($all:ident, $one:ident, $variant:ident, $type:ty, $what:literal) => {
        #[doc = concat!("Every ", $what, ".")]
        pub fn $all(&self) -> impl Iterator<Item = &$type> {
            self.pieces.iter().filter_map(|piece| match piece {
                Material::$variant(found) => Some(found),
                _ => None,
            })
        }

        #[doc = concat!("The ", $what, " named `id`.")]
        pub fn $one(&self, id: &str) -> Option<&$type> {
            self.$all().find(|piece| piece.id == *id)
        }
    };
}

impl Library {
    pick!(scenarios, scenario, Scenario, Scenario, "scenario");
    pick!(fact_sheets, fact_sheet, FactSheet, FactSheet, "fact sheet");
    pick!(stakeholder_lists, stakeholder_list, Stakeholders, StakeholderList, "stakeholder list");
    pick!(factors, factor, Factor, Factor, "complicating factor");
    pick!(policies, policy_topics, Policies, PolicyTopics, "set of policy topics");
    pick!(guidances, guidance, Guidance, Guidance, "set of guidance");

    /// Adds pieces; one of the same kind and name replaces the earlier one.
    pub fn overlay(&mut self, pieces: impl IntoIterator<Item = Material>) {
        for piece in pieces {
            let same = |old: &Material| {
                std::mem::discriminant(old) == std::mem::discriminant(&piece) && old.id() == piece.id()
            };
            match self.pieces.iter().position(same) {
                Some(place) => self.pieces[place] = piece,
                None => self.pieces.push(piece),
            }
        }
    }
}

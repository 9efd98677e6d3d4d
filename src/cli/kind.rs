//! Kinds of material as the command line names them.

use clap::ValueEnum;

use crate::domain::library::Material;
use crate::export::material::Part;

/// A kind of material, or a part of the guidance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Scenarios,
    FactSheets,
    Stakeholders,
    Factors,
    Requests,
    Policies,
    Introduction,
    Phases,
    Processes,
    RecordItems,
    Csirt,
    Planning,
    AttackStages,
    Deadlines,
    Glossary,
    Closing,
    Parameters,
}

impl Kind {
    /// All of them, in the order they are listed.
    pub fn all() -> &'static [Self] {
        Self::value_variants()
    }

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scenarios => "scenarios",
            Self::FactSheets => "fact-sheets",
            Self::Stakeholders => "stakeholders",
            Self::Factors => "factors",
            Self::Requests => "requests",
            Self::Policies => "policies",
            Self::Introduction => "introduction",
            Self::Phases => "phases",
            Self::Processes => "processes",
            Self::RecordItems => "record-items",
            Self::Csirt => "csirt",
            Self::Planning => "planning",
            Self::AttackStages => "attack-stages",
            Self::Deadlines => "deadlines",
            Self::Glossary => "glossary",
            Self::Closing => "closing",
            Self::Parameters => "parameters",
        }
    }

    /// The part of the guidance it is, if it is one.
    pub const fn part(self) -> Option<Part> {
        Some(match self {
            Self::Introduction => Part::Introduction,
            Self::Phases => Part::Phases,
            Self::Processes => Part::Processes,
            Self::RecordItems => Part::RecordItems,
            Self::Csirt => Part::CsirtFunctions,
            Self::Planning => Part::PlanningPoints,
            Self::AttackStages => Part::AttackStages,
            Self::Deadlines => Part::Deadlines,
            Self::Glossary => Part::Glossary,
            Self::Closing => Part::Closing,
            Self::Parameters => Part::Parameters,
            _ => return None,
        })
    }

    /// Whether a piece is of this kind.
    pub const fn holds(self, material: &Material) -> bool {
        matches!(
            (self, material),
            (Self::Scenarios, Material::Scenario(_))
                | (Self::FactSheets, Material::FactSheet(_))
                | (Self::Stakeholders, Material::Stakeholders(_))
                | (Self::Factors, Material::Factor(_))
                | (Self::Policies, Material::Policies(_))
        )
    }
}

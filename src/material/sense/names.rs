//! The names that one piece may use of another.

use std::collections::BTreeSet;

use crate::domain::id::Slug;
use crate::domain::library::Material;

/// Names of everything at hand that other pieces refer to.
#[derive(Debug, Default)]
pub struct Names {
    /// Rows of fact sheets.
    pub rows: BTreeSet<Slug>,
    /// Stakeholders.
    pub stakeholders: BTreeSet<Slug>,
    /// Stakeholder lists.
    pub lists: BTreeSet<Slug>,
    /// Phases of the guidance.
    pub phases: BTreeSet<Slug>,
    /// Complicating factors.
    pub factors: BTreeSet<Slug>,
    /// Incidents.
    pub scenarios: BTreeSet<Slug>,
    /// Topics of the policy sheet.
    pub topics: BTreeSet<Slug>,
    /// Check items of the guidance.
    pub check_items: BTreeSet<Slug>,
}

impl Names {
    /// The names in all these pieces.
    pub fn of<'m>(pieces: impl IntoIterator<Item = &'m Material>) -> Self {
        let mut names = Self::default();
        for piece in pieces {
            names.add(piece);
        }
        names
    }

    fn add(&mut self, piece: &Material) {
        match piece {
            Material::FactSheet(sheet) => self.rows.extend(sheet.rows().map(|row| row.id.clone())),
            Material::Stakeholders(list) => {
                self.lists.insert(list.id.clone());
                self.stakeholders.extend(list.stakeholders.iter().map(|stakeholder| stakeholder.id.clone()));
            }
            Material::Guidance(guidance) => {
                self.phases.extend(guidance.phases.iter().map(|phase| phase.id.clone()));
                let items = guidance.processes.iter().flat_map(|process| &process.items);
                self.check_items.extend(items.map(|item| item.id.clone()));
            }
            Material::Factor(factor) => drop(self.factors.insert(factor.id.clone())),
            Material::Policies(policies) => {
                self.topics.extend(policies.topics.iter().map(|topic| topic.id.clone()));
            }
            Material::Scenario(scenario) => drop(self.scenarios.insert(scenario.id.clone())),
        }
    }
}

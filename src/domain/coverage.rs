//! What a round's response touched: phases by actor and by stakeholder, check items, stakeholders by step.
//!
//! Only tags that somebody confirmed count: a row's phase and check item are written down or they are not there. Rows
//! whose phase is only suggested are named apart.

use super::event::{Place, Round, Step};
use super::id::{RowId, Slug};
use super::sheet::{Artefact, Cell, RESPONSE_OWNERS, Source};
use super::stakeholder::ActorRole;
use super::workshop::GroupView;

/// All actors of the handling phases, in their order.
pub const ACTORS: [ActorRole; 6] = [
    ActorRole::User,
    ActorRole::LanIt,
    ActorRole::LanBusiness,
    ActorRole::Ciso,
    ActorRole::Expert,
    ActorRole::Isp,
];

/// What one round touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Phases A–G, in order.
    pub phases: Vec<PhaseCoverage>,
    /// Check items of the processes, in order.
    pub items: Vec<ItemCoverage>,
    /// Stakeholders, in the order of the list: the first view, also for roles that are no actor.
    pub stakeholders: Vec<StakeholderCoverage>,
}

/// One phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseCoverage {
    /// The phase.
    pub phase: Slug,
    /// Response rows tagged with it.
    pub rows: Vec<RowId>,
    /// Response rows that seem to belong to it; nobody has confirmed that, so they count nowhere.
    pub suggested: Vec<RowId>,
    /// By actor, in the order of [`ACTORS`].
    pub actors: Vec<ActorCoverage>,
    /// By stakeholder: those named as owners in its rows, in the order of the list.
    pub stakeholders: Vec<(Slug, Vec<RowId>)>,
}

/// One actor in one phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorCoverage {
    /// The actor.
    pub actor: ActorRole,
    /// Whether the phase foresees this actor at all; if not, an empty cell is no gap.
    pub foreseen: bool,
    /// Rows of the phase that this actor owns.
    pub rows: Vec<RowId>,
}

/// One check item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemCoverage {
    /// The process it belongs to.
    pub process: Slug,
    /// The item.
    pub item: Slug,
    /// The kind of incident it is for; `None` for all.
    pub only: Option<Slug>,
    /// Response rows tagged with it.
    pub rows: Vec<RowId>,
}

/// One stakeholder in the steps of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderCoverage {
    /// The stakeholder.
    pub stakeholder: Slug,
    /// Cells that name it, per sheet, in the order of [`Artefact::OF_A_ROUND`].
    pub named: Vec<(Artefact, Vec<Cell>)>,
}

impl StakeholderCoverage {
    /// Whether no sheet of the round names it.
    pub fn is_never_named(&self) -> bool {
        self.named.iter().all(|(_, cells)| cells.is_empty())
    }
}

/// What a round touched, as its sheets stand in `view`; `None` when the round was not played.
pub fn coverage(view: &GroupView<'_>, round: Round) -> Option<Coverage> {
    view.play(round)?;
    let rows = tagged(view, round);
    Some(Coverage {
        phases: phases(view, &rows),
        items: items(view, &rows),
        stakeholders: stakeholders(view, round),
    })
}

/// The phases that belong to a step, by name; F and G belong to what comes after the response.
pub fn phases_of(step: Step) -> &'static [&'static str] {
    match step {
        Step::InitialResponse(_) => &["a", "b", "c"],
        Step::ResponseTable(_) => &["b", "c", "d", "e"],
        Step::Report(_) => &["f", "g"],
        Step::Review => &["g"],
        _ => &[],
    }
}

/// Phases of a step that no response row of its round is tagged with; never F and G, which no row has to touch inside a
/// round.
pub fn untouched(view: &GroupView<'_>, step: Step) -> Vec<Slug> {
    let (Step::InitialResponse(round) | Step::ResponseTable(round)) = step else {
        return Vec::new();
    };
    if view.play(round).is_none() {
        return Vec::new();
    }
    let rows = tagged(view, round);
    // Before the table has a row, nothing could have been touched yet: that is no finding.
    if rows.is_empty() && matches!(step, Step::InitialResponse(_)) {
        return Vec::new();
    }
    let touched = |id: &Slug| rows.iter().any(|row| row.phase.as_deref() == Some(id.as_str()));
    let known = view.workshop.guidance().into_iter().flat_map(|guidance| &guidance.phases);
    let here = known.map(|phase| &phase.id).filter(|id| phases_of(step).contains(&id.as_str()));
    here.filter(|id| !touched(id)).cloned().collect()
}

/// A response row with what it is tagged with.
struct Tagged {
    id: RowId,
    phase: Option<String>,
    suggested: Option<Slug>,
    item: Option<String>,
    owners: Vec<String>,
}

fn tagged(view: &GroupView<'_>, round: Round) -> Vec<Tagged> {
    let place = Place { artefact: Artefact::ResponseTable, round: Some(round) };
    let rows = view.rows(place, "rows").into_iter();
    rows.map(|row| {
        let items = |field: &str| -> Vec<String> {
            let value = view.value(&Cell::row(place.artefact, place.round, &row.id, field));
            value.items().into_iter().map(str::to_owned).collect()
        };
        Tagged {
            phase: items("phase").pop(),
            suggested: view.suggested(&Cell::row(place.artefact, place.round, &row.id, "phase")),
            item: items("item").pop(),
            owners: RESPONSE_OWNERS.iter().flat_map(|field| items(field)).collect(),
            id: row.id.clone(),
        }
    })
    .collect()
}

fn phases(view: &GroupView<'_>, rows: &[Tagged]) -> Vec<PhaseCoverage> {
    let known = view.workshop.guidance().into_iter().flat_map(|guidance| &guidance.phases);
    known
        .map(|phase| {
            let here: Vec<&Tagged> =
                rows.iter().filter(|row| row.phase.as_deref() == Some(phase.id.as_str())).collect();
            let seeming = rows.iter().filter(|row| row.suggested.as_ref() == Some(&phase.id));
            let owned = |owns: &dyn Fn(&str) -> bool| -> Vec<RowId> {
                let rows = here.iter().filter(|row| row.owners.iter().any(|id| owns(id)));
                rows.map(|row| row.id.clone()).collect()
            };
            let actors = ACTORS.iter().map(|actor| ActorCoverage {
                actor: *actor,
                foreseen: phase.actors.contains(actor),
                rows: owned(&|id| is_actor(view, id, *actor)),
            });
            let people = listed(view).into_iter().filter_map(|who| {
                let rows = owned(&|id| who == *id);
                (!rows.is_empty()).then_some((who, rows))
            });
            PhaseCoverage {
                phase: phase.id.clone(),
                rows: here.iter().map(|row| row.id.clone()).collect(),
                suggested: seeming.map(|row| row.id.clone()).collect(),
                actors: actors.collect(),
                stakeholders: people.collect(),
            }
        })
        .collect()
}

fn items(view: &GroupView<'_>, rows: &[Tagged]) -> Vec<ItemCoverage> {
    let processes = view.workshop.guidance().into_iter().flat_map(|guidance| &guidance.processes);
    let checks = processes.flat_map(|process| process.items.iter().map(move |item| (process, item)));
    checks
        .map(|(process, item)| {
            let here = rows.iter().filter(|row| row.item.as_deref() == Some(item.id.as_str()));
            ItemCoverage {
                process: process.id.clone(),
                item: item.id.clone(),
                only: item.only.clone(),
                rows: here.map(|row| row.id.clone()).collect(),
            }
        })
        .collect()
}

fn stakeholders(view: &GroupView<'_>, round: Round) -> Vec<StakeholderCoverage> {
    let named = Artefact::OF_A_ROUND.map(|artefact| (artefact, people_of(view, artefact, round)));
    listed(view)
        .into_iter()
        .map(|who| {
            let per_sheet = named.iter().map(|(artefact, cells)| {
                let naming = cells.iter().filter(|(_, ids)| ids.iter().any(|id| who == **id));
                (*artefact, naming.map(|(cell, _)| cell.clone()).collect())
            });
            StakeholderCoverage { named: per_sheet.collect(), stakeholder: who.clone() }
        })
        .collect()
}

/// Cells of a sheet that name people, and whom.
fn people_of(view: &GroupView<'_>, artefact: Artefact, round: Round) -> Vec<(Cell, Vec<String>)> {
    let place = Place { artefact, round: Some(round) };
    let cells = view.cells(place).into_iter().filter(|cell| view.names_people(cell));
    cells
        .map(|cell| {
            let ids = view.value(&cell).items().into_iter().map(str::to_owned).collect();
            (cell, ids)
        })
        .collect()
}

/// The stakeholders of the group's list.
pub(super) fn listed(view: &GroupView<'_>) -> Vec<Slug> {
    let options = view.options(Source::Stakeholders).into_iter();
    options.filter_map(|(id, _)| Slug::new(&id)).collect()
}

fn is_actor(view: &GroupView<'_>, stakeholder: &str, actor: ActorRole) -> bool {
    let list = view.workshop.stakeholders().into_iter().flat_map(|list| &list.stakeholders);
    let mut found = list.filter(|one| one.id == *stakeholder);
    found.any(|one| one.actors.contains(&actor))
}

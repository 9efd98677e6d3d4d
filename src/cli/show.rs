//! `kijo show`: the material at hand, in lists and in full, for people and for machines.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::Answer;
use super::arguments::{DocumentFormat, Show};
use super::kind::Kind;
use super::out::{Out, Stop};
use super::surroundings::Surroundings;
use crate::begin;
use crate::domain::fact_sheet::FactSheet;
use crate::domain::guidance::Guidance;
use crate::domain::library::{Library, Material};
use crate::domain::placeholder::{Value, Values};
use crate::domain::scenario::Scenario;
use crate::domain::words::{Bilingual, Lang};
use crate::export::document::{Document, plain as cell};
use crate::export::material::{self as pages, Part};
use crate::export::{markdown, plain};
use crate::material::load::{Loaded, Origin, Piece};
use crate::text::cli::show as t;
use crate::text::value;

/// Prints what was asked for.
pub fn run(wanted: &Show, here: &Surroundings, out: &mut Out) -> Result<Answer, Stop> {
    let loaded = begin::loaded(&here.library, here.lang)?;
    let library = loaded.library();
    let shown = Shown { wanted, lang: here.lang, loaded: &loaded, library: &library };
    if wanted.json {
        out.json(&shown.json()?)?;
        out.exact("\n")?;
    } else {
        for (number, document) in shown.documents()?.iter().enumerate() {
            if number > 0 {
                out.exact("\n")?;
            }
            out.exact(&match wanted.format {
                DocumentFormat::Markdown => markdown::write(document),
                DocumentFormat::Text => plain::write(document),
            })?;
        }
    }
    Ok(Answer::Yes)
}

struct Shown<'a> {
    wanted: &'a Show,
    lang: Lang,
    loaded: &'a Loaded,
    library: &'a Library,
}

/// A piece for machines: everything an author wrote, and where it comes from.
#[derive(Serialize)]
struct Entry<'a, T> {
    #[serde(flatten)]
    piece: &'a T,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<&'static str>,
}

impl Shown<'_> {
    /// Everything of the kind, or what was named.
    fn json(&self) -> Result<String, Stop> {
        let kinds = self.kinds();
        let array = match self.wanted.what {
            None => {
                let kind = |(kind, count): (Kind, usize)| {
                    let title = Bilingual::from(t::kind(kind.name()));
                    json!({"id": kind.name(), "title": title, "count": count})
                };
                kinds.into_iter().map(kind).collect()
            }
            Some(kind) => match kind.part() {
                Some(part) => {
                    self.no_ids(kind)?;
                    let guidances = self.library.guidances();
                    guidances.flat_map(|guidance| part_json(guidance, part)).collect()
                }
                None if kind == Kind::Requests => self.requests_json()?,
                None => self.named(kind)?.into_iter().map(piece_json).collect(),
            },
        };
        serde_json::to_string_pretty(&Json::Array(array)).map_err(|error| Stop::from(error.to_string()))
    }

    fn documents(&self) -> Result<Vec<Document>, Stop> {
        let Some(kind) = self.wanted.what else {
            return Ok(vec![self.overview()]);
        };
        if let Some(part) = kind.part() {
            self.no_ids(kind)?;
            let guidances = self.library.guidances();
            return Ok(guidances.map(|one| pages::guidance(self.library, one, part, self.lang)).collect());
        }
        match kind {
            Kind::Requests => {
                let sheets = self.sheets()?;
                let all = self.named(Kind::Scenarios)?;
                let scenarios = all.iter().filter_map(|piece| match &piece.material {
                    Material::Scenario(scenario) => Some(scenario),
                    _ => None,
                });
                Ok(vec![pages::requests(self.library, scenarios, &sheets, self.lang)])
            }
            Kind::Policies => {
                self.no_ids(kind)?;
                Ok(self.library.policies().map(|one| pages::policies(self.library, one, self.lang)).collect())
            }
            _ if self.wanted.ids.is_empty() => Ok(vec![self.list(kind)]),
            _ => self.named(kind)?.into_iter().map(|piece| self.whole(piece)).collect(),
        }
    }

    /// What there is to show.
    fn overview(&self) -> Document {
        let mut document = Document::new(t::OVERVIEW.get(self.lang), self.lang);
        let rows = self.kinds().into_iter().map(|(kind, count)| {
            vec![
                cell(kind.name()),
                cell(t::kind(kind.name()).get(self.lang)),
                cell(&value::number(count as u64)),
            ]
        });
        let head = [t::WHAT.get(self.lang), t::CONTENT.get(self.lang), t::COUNT.get(self.lang)];
        document.table(&head, rows.collect());
        document.finished()
    }

    fn kinds(&self) -> Vec<(Kind, usize)> {
        let guidance = self.library.guidances().next();
        let count = |kind: Kind| match kind.part() {
            Some(part) => guidance.map_or(0, |guidance| part_json(guidance, part).len()),
            None if kind == Kind::Requests => self.library.scenarios().map(|one| one.requests.len()).sum(),
            None if kind == Kind::Policies => self.library.policies().map(|one| one.topics.len()).sum(),
            None => self.of(kind).count(),
        };
        Kind::all().iter().map(|kind| (*kind, count(*kind))).collect()
    }

    /// A list of pieces: name, title, and where each comes from.
    fn list(&self, kind: Kind) -> Document {
        let mut document = Document::new(t::kind(kind.name()).get(self.lang), self.lang);
        let rows = self.of(kind).map(|piece| {
            let id = piece.material.id().as_str();
            vec![cell(id), cell(title(&piece.material).get(self.lang)), cell(&origin(piece, self.lang))]
        });
        let head = [t::ID.get(self.lang), t::TITLE.get(self.lang), t::FROM.get(self.lang)];
        document.table(&head, rows.collect());
        document.paragraph(&t::in_full(kind.name(), self.lang));
        document.finished()
    }

    /// Pieces of a kind, in the order of the library.
    fn of(&self, kind: Kind) -> impl Iterator<Item = &Piece> {
        self.loaded.pieces.iter().filter(move |piece| kind.holds(&piece.material))
    }

    /// The pieces named, or all of them when none is.
    fn named(&self, kind: Kind) -> Result<Vec<&Piece>, Stop> {
        let ids = &self.wanted.ids;
        if ids.is_empty() {
            return Ok(self.of(kind).collect());
        }
        let found = |id: &String| {
            let piece = self.of(kind).find(|piece| piece.material.id() == id.as_str());
            let all = || self.of(kind).map(|piece| piece.material.id().as_str()).collect::<Vec<_>>();
            piece.ok_or_else(|| crate::text::cli::not_in_library(kind.name(), id, &all(), self.lang).into())
        };
        ids.iter().map(found).collect()
    }

    fn no_ids(&self, kind: Kind) -> Result<(), Stop> {
        if self.wanted.ids.is_empty() { Ok(()) } else { Err(t::no_ids(kind.name(), self.lang).into()) }
    }

    fn whole(&self, piece: &Piece) -> Result<Document, Stop> {
        let (library, lang) = (self.library, self.lang);
        Ok(match &piece.material {
            Material::Scenario(one) => {
                let sheets = self.sheets()?;
                let sheet = sheets.first().copied();
                pages::scenario(library, one, &self.values(one, sheet)?, sheet, lang)
            }
            Material::FactSheet(one) => pages::fact_sheet(library, one, lang),
            Material::Stakeholders(one) => pages::stakeholders(library, one, lang),
            Material::Factor(one) => pages::factor(library, one, lang),
            Material::Policies(one) => pages::policies(library, one, lang),
            Material::Guidance(one) => pages::guidance(library, one, Part::Introduction, lang),
        })
    }

    /// The fact sheets asked for, or all of them.
    fn sheets(&self) -> Result<Vec<&FactSheet>, Stop> {
        let wanted = &self.wanted.fact_sheet;
        if wanted.is_empty() {
            return Ok(self.library.fact_sheets().collect());
        }
        let all = || self.library.fact_sheets().map(|sheet| sheet.id.as_str()).collect::<Vec<_>>();
        let found = |id: &String| {
            let sheet = self.library.fact_sheet(id);
            sheet
                .ok_or_else(|| crate::text::cli::not_in_library("--fact-sheet", id, &all(), self.lang).into())
        };
        wanted.iter().map(found).collect()
    }

    /// What the texts of a scenario are filled with: its defaults, and what was set.
    fn values(&self, scenario: &Scenario, sheet: Option<&FactSheet>) -> Result<Values, Stop> {
        let mut values = sheet.map(Values::of_organisation).unwrap_or_default();
        values.0.extend(Values::defaults(&scenario.parameters).0);
        for set in &self.wanted.set {
            let (name, to) = set.split_once('=').unwrap_or((set, ""));
            let parameter = scenario.parameters.iter().find(|parameter| parameter.id == *name);
            let known = || scenario.parameters.iter().map(|one| one.id.as_str()).collect::<Vec<_>>();
            let parameter = parameter.ok_or_else(|| t::no_parameter(name, &known(), self.lang))?;
            let setting = parameter.read(to).ok_or_else(|| t::no_value(name, to, self.lang))?;
            values.set(parameter.id.clone(), Value::of(parameter, &setting));
        }
        Ok(values)
    }

    fn requests_json(&self) -> Result<Vec<Json>, Stop> {
        let sheets = self.sheets()?;
        let mut all = Vec::new();
        for piece in self.named(Kind::Scenarios)? {
            let Material::Scenario(scenario) = &piece.material else { continue };
            for request in &scenario.requests {
                let answers: serde_json::Map<String, Json> = sheets
                    .iter()
                    .map(|sheet| (sheet.id.to_string(), json!(sheet.answers(&request.need))))
                    .collect();
                all.push(json!({
                    "id": request.id, "scenario": scenario.id, "need": request.need, "answers": answers,
                }));
            }
        }
        Ok(all)
    }
}

fn origin(piece: &Piece, lang: Lang) -> String {
    match &piece.origin {
        Origin::Embedded => t::EMBEDDED.get(lang).to_owned(),
        Origin::File(path) => path.display().to_string(),
    }
}

fn title(material: &Material) -> Bilingual {
    match material {
        Material::Scenario(one) => one.title.clone(),
        Material::FactSheet(one) => one.organisation.clone(),
        Material::Stakeholders(one) => one.title.clone(),
        Material::Factor(one) => one.title.clone(),
        Material::Policies(_) | Material::Guidance(_) => Bilingual::default(),
    }
}

fn piece_json(piece: &Piece) -> Json {
    let origin = match &piece.origin {
        Origin::Embedded => "embedded".to_owned(),
        Origin::File(path) => path.display().to_string(),
    };
    let origin = Some(origin);
    match &piece.material {
        Material::Scenario(one) => json!(Entry { piece: one, origin, list: None }),
        Material::FactSheet(one) => json!(Entry { piece: one, origin, list: None }),
        Material::Stakeholders(one) => json!(Entry { piece: one, origin, list: None }),
        Material::Factor(one) => json!(Entry { piece: one, origin, list: None }),
        Material::Policies(one) => json!(Entry { piece: one, origin, list: None }),
        Material::Guidance(one) => json!(Entry { piece: one, origin, list: None }),
    }
}

/// The objects of a part of the guidance; where it has several lists, each object names its own.
fn part_json(guidance: &Guidance, part: Part) -> Vec<Json> {
    fn all<T: Serialize>(items: &[T], list: Option<&'static str>) -> Vec<Json> {
        items.iter().map(|piece| json!(Entry { piece, origin: None, list })).collect()
    }
    match part {
        Part::Introduction => {
            [all(&guidance.goals, Some("goals")), all(&guidance.ground_rules, Some("ground-rules"))].concat()
        }
        Part::Phases => all(&guidance.phases, None),
        Part::Processes => all(&guidance.processes, None),
        Part::RecordItems => all(&guidance.record_items, None),
        Part::CsirtFunctions => all(&guidance.csirt_functions, None),
        Part::PlanningPoints => all(&guidance.planning_points, None),
        Part::AttackStages => all(&guidance.attack_stages, None),
        Part::Deadlines => all(&guidance.deadlines, None),
        Part::Glossary => all(&guidance.glossary, None),
        Part::Closing => [
            all(&guidance.closing_checks, Some("closing-checks")),
            all(&guidance.hot_wash, Some("hot-wash")),
            all(&guidance.next_steps, Some("next-steps")),
        ]
        .concat(),
        Part::Parameters => [
            all(&guidance.timetables, Some("timetables")),
            all(&guidance.slots, Some("slots")),
            all(&guidance.severities, Some("severities")),
            all(&guidance.priorities, Some("priorities")),
        ]
        .concat(),
    }
}

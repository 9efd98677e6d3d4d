//! Beginning a workshop: which material, which file, which options when nobody says otherwise.

use std::path::{Path, PathBuf};

use chrono::Local;

use crate::domain::command::{Command, Context, Refusal};
use crate::domain::event::{Actor, Beginning, Facilitation, Step};
use crate::domain::id::{GroupId, Slug};
use crate::domain::library::Library;
use crate::domain::words::Lang;
use crate::material;
use crate::material::load::Loaded;
use crate::store::{Base, Order, Session, StoreError, Time, Trouble, Unrecorded};
use crate::text::{catalog as t, refusal};

/// What may be said about a new workshop; the rest is taken from the library.
#[derive(Clone, Debug)]
pub struct Options {
    /// Title.
    pub title: Option<String>,
    /// Facilitated, or a group alone.
    pub facilitation: Facilitation,
    /// The incidents prepared; all of the library when empty.
    pub scenarios: Vec<String>,
    /// The fact sheet; the library's first when `None`.
    pub fact_sheet: Option<String>,
    /// The stakeholder list; when `None`, the one that goes with the fact sheet, or else the library's first.
    pub stakeholders: Option<String>,
    /// How many groups.
    pub groups: u8,
    /// Seed of draws; random when `None`.
    pub seed: Option<u64>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            title: None,
            facilitation: Facilitation::Console,
            scenarios: Vec::new(),
            fact_sheet: None,
            stakeholders: None,
            groups: 1,
            seed: None,
        }
    }
}

/// The embedded material with the user's own over it.
pub fn library(folders: &[PathBuf], lang: Lang) -> Result<Library, String> {
    loaded(folders, lang).map(|loaded| loaded.library())
}

/// The same, with where each piece comes from.
pub fn loaded(folders: &[PathBuf], lang: Lang) -> Result<Loaded, String> {
    let loaded = material::load::load_paths(folders);
    if loaded.problems.is_empty() {
        return Ok(loaded);
    }
    let lines = loaded.problems.iter().map(|problem| problem.show(lang).to_string());
    Err(lines.collect::<Vec<_>>().join("\n"))
}

/// Makes a workshop file.
pub fn create(path: &Path, library: &Library, options: &Options, lang: Lang) -> Result<Session, String> {
    let beginning = beginning(library, options, lang)?;
    let now = Local::now().fixed_offset();
    let order = |command| Order {
        command,
        base: Base::Named,
        context: Context { actor: Actor::Facilitator, group: None },
        time: Time { now, stated: None },
    };
    Session::create(path, library, beginning, order).map_err(|failed| not_begun(failed, lang))
}

/// For those who want to play at once: the introduction is on the screen. The preparation waits in the list of steps.
pub fn straight_in(mut session: Session, lang: Lang) -> Result<Session, String> {
    let order = Order {
        command: Command::Enter { step: Step::Introduction },
        base: Base::Named,
        context: Context { actor: Actor::System, group: Some(GroupId(1)) },
        time: Time { now: Local::now().fixed_offset(), stated: None },
    };
    session.execute(order).map_err(|failed| not_begun(failed, lang))?;
    Ok(session)
}

fn not_begun(failed: Unrecorded<Refusal>, lang: Lang) -> String {
    match failed {
        Unrecorded::Refused(why) => refusal::refusal(&why, lang),
        Unrecorded::Failed(error) => error.describe(lang),
    }
}

/// The beginning that options and library make.
pub fn beginning(library: &Library, options: &Options, lang: Lang) -> Result<Beginning, String> {
    let missing = || t::NO_MATERIAL.get(lang).to_owned();
    let named = |given: &Option<String>, first: Option<&Slug>| match given {
        Some(id) => Slug::new(id).ok_or_else(|| t::no_such_material(id, lang)),
        None => first.cloned().ok_or_else(missing),
    };
    let scenarios = if options.scenarios.is_empty() {
        library.scenarios().map(|scenario| scenario.id.clone()).collect()
    } else {
        let all =
            options.scenarios.iter().map(|id| Slug::new(id).ok_or_else(|| t::no_such_material(id, lang)));
        all.collect::<Result<Vec<_>, _>>()?
    };
    let fact_sheet = named(&options.fact_sheet, library.fact_sheets().map(|piece| &piece.id).next())?;
    let goes_with_it = library.fact_sheet(fact_sheet.as_str()).and_then(|sheet| sheet.stakeholders.as_ref());
    let first_list = library.stakeholder_lists().map(|piece| &piece.id).next();
    Ok(Beginning {
        title: options.title.clone().unwrap_or_else(|| t::WORKSHOP_TITLE.get(lang).to_owned()),
        facilitation: options.facilitation,
        seed: options.seed.unwrap_or_else(rand::random),
        material: Vec::new(),
        fact_sheet,
        stakeholders: named(&options.stakeholders, goes_with_it.or(first_list))?,
        policies: named(&None, library.policies().map(|piece| &piece.id).next())?,
        guidance: named(&None, library.guidances().map(|piece| &piece.id).next())?,
        scenarios,
        groups: options.groups,
    })
}

/// A name for a new file in `folder` that nothing has yet; the folder is made, readable by its owner only.
pub fn vacant(folder: &Path, day: &str) -> Result<PathBuf, StoreError> {
    use std::os::unix::fs::DirBuilderExt;
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    if made.is_err() && !folder.is_dir() {
        return Err(StoreError::new(folder, Trouble::Permission));
    }
    let names = (1..).map(|number| folder.join(format!("workshop-{day}-{number}.kijo")));
    let free = names.into_iter().find(|path| !path.exists());
    free.ok_or_else(|| StoreError::new(folder, Trouble::AlreadyExists))
}

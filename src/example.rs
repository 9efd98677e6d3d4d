//! The finished example: a two-round workshop built from a file of commands, so that it cannot drift from the program.
//!
//! It holds no story of its own; that stands in `example/workshop.ron`, and in English in `example/english.ron`.

mod english;

use std::borrow::Cow;
use std::path::Path;

use crate::begin::{self, Options};
use crate::commands_file;
use crate::domain::event::Facilitation;
use crate::domain::words::{Lang, Words, words};
use crate::store::Session;

/// What happened in it, as a file of commands.
const WORKSHOP: &str = include_str!("../example/workshop.ron");

/// Where that file lies, for messages.
const WRITTEN_IN: &str = "example/workshop.ron";

const TITLE: Words =
    words("情報セキュリティ机上演習（記入例）", "Information security tabletop (finished example)");

/// Draws are the same in every copy.
const SEED: u64 = 20_261_118;

/// Makes the example as a workshop file of its own, to be read, exported or played on.
pub fn create(path: &Path, lang: Lang) -> Result<Session, String> {
    let library = begin::library(&[], lang)?;
    let options = Options {
        title: Some(TITLE.get(lang).to_owned()),
        facilitation: Facilitation::Console,
        scenarios: ["targeted-attack", "web-exposure"].map(str::to_owned).to_vec(),
        seed: Some(SEED),
        ..Options::default()
    };
    let mut session = begin::create(path, &library, &options, lang)?;
    let commands = match lang {
        Lang::Ja => Cow::Borrowed(WORKSHOP),
        Lang::En => Cow::Owned(english::of(WORKSHOP)?),
    };
    let applied = commands_file::apply(&mut session, &commands);
    applied.map_err(|failure| failure.describe(Path::new(WRITTEN_IN), lang))?;
    Ok(session)
}

/// Opens the example to be looked at only. `folder`, where the user's workshops lie, serves where the system has no
/// place for what is temporary.
pub fn open(folder: &Path, lang: Lang) -> Result<Session, String> {
    let place = tempfile::tempdir().or_else(|_| tempfile::tempdir_in(folder));
    let place = place.map_err(|error| error.to_string())?;
    let path = place.path().join("example.kijo");
    let mut session = create(&path, lang)?;
    session.checkpoint().map_err(|error| error.describe(lang))?;
    drop(session);
    // The folder, readable by its owner only, goes as soon as the file is open: nothing is left behind, however the
    // program ends. Where an open file can't be removed, the system clears it away.
    Session::open_read_only(&path).map_err(|error| error.describe(lang))
}

//! Where the program runs: language, look, folders. Options go before the environment.

use std::ffi::OsString;
use std::path::PathBuf;

use etcetera::BaseStrategy;

use super::arguments::{Global, Place};
use crate::domain::words::Lang;
use crate::runtime::Setup;
use crate::screens::Seat;
use crate::ui::theme::{Frames, Look, Theme};

/// What holds for every verb.
#[derive(Debug)]
pub struct Surroundings {
    /// The language.
    pub lang: Lang,
    /// Theme and frames.
    pub look: Look,
    /// Where workshops go when nobody says otherwise.
    pub folder: PathBuf,
    /// Folders of the user's own material.
    pub library: Vec<PathBuf>,
}

impl Surroundings {
    /// As the options say, or else the environment.
    pub fn new(options: &Global, lang: Lang) -> Self {
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let by_itself = if no_colour { Theme::Plain } else { Theme::default() };
        let data = etcetera::choose_base_strategy().map(|home| home.data_dir().join("kijo"));
        let own = data.as_ref().map(|folder| folder.join("library")).ok();
        let library = own.filter(|folder| folder.is_dir()).into_iter();
        Self {
            lang,
            look: Look {
                theme: options.theme.map_or(by_itself, Theme::from),
                frames: if options.ascii { Frames::Ascii } else { Frames::Box },
            },
            folder: data.unwrap_or_else(|_| PathBuf::from(".")),
            library: library.chain(options.library.iter().cloned()).collect(),
        }
    }

    /// The screen for somebody at a group's workshop.
    pub fn setup(&self, seat: Seat, place: Option<&Place>) -> Setup {
        Setup {
            seat,
            group: place.map_or(crate::domain::id::GroupId(1), Place::group),
            lang: self.lang,
            look: self.look,
            folder: self.folder.clone(),
            library: self.library.clone(),
        }
    }
}

/// The language, found before the arguments are understood: their help is in it.
pub fn lang(arguments: impl Iterator<Item = OsString>) -> Lang {
    asked(arguments).unwrap_or_else(from_locale)
}

fn asked(arguments: impl Iterator<Item = OsString>) -> Option<Lang> {
    let mut arguments = arguments.filter_map(|argument| argument.into_string().ok());
    let mut found = None;
    while let Some(argument) = arguments.next() {
        let value = match argument.as_str() {
            "--" => break,
            "--lang" => arguments.next(),
            other => other.strip_prefix("--lang=").map(str::to_owned),
        };
        found = match value.as_deref() {
            Some("ja") => Some(Lang::Ja),
            Some("en") => Some(Lang::En),
            _ => found,
        };
    }
    found
}

fn from_locale() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match set {
        Some(locale) if locale.starts_with("en") => Lang::En,
        _ => Lang::Ja,
    }
}

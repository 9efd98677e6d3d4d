//! Where the program runs: language, look, keys, folders. Options go before the environment, the environment before
//! the configuration file; only the locale, which nobody set for this program, comes after it.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::arguments::{Global, Place};
use crate::config::{self, Config};
use crate::domain::words::Lang;
use crate::material::problem::Problem;
use crate::runtime::Setup;
use crate::screens::Seat;
use crate::text::cli as t;
use crate::ui::theme::{Frames, Look, Theme};

/// What is configured.
#[derive(Debug, Default)]
pub struct Configured {
    /// By the file, or the usual.
    pub config: Config,
    /// What is wrong with the file in its usual place: then it configures nothing. Who named a file is refused instead.
    pub ignored: Vec<Problem>,
}

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
    /// What is configured besides.
    config: Config,
    /// What the screens say at first.
    notice: Option<String>,
}

impl Surroundings {
    /// As the options say, or else the environment, or else the configuration.
    pub fn new(options: &Global, configured: Configured, lang: Lang) -> Self {
        let Configured { config, ignored } = configured;
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let by_itself = if no_colour { Theme::Plain } else { config.theme.unwrap_or_default() };
        let data = etcetera::choose_base_strategy().map(|home| home.data_dir().join("kijo"));
        let own = data.as_ref().map(|folder| folder.join("library")).ok();
        let library = own.filter(|folder| folder.is_dir()).into_iter();
        Self {
            lang,
            look: Look {
                theme: options.theme.map_or(by_itself, Theme::from),
                frames: if options.ascii || config.ascii { Frames::Ascii } else { Frames::Box },
            },
            folder: data.unwrap_or_else(|_| PathBuf::from(".")),
            library: library.chain(options.library.iter().cloned()).collect(),
            config,
            notice: ignored.first().map(|first| t::config_ignored(&first.show(lang).to_string(), lang)),
        }
    }

    /// The screen for somebody at a group's workshop.
    pub fn setup(&self, seat: Seat, place: Option<&Place>) -> Setup {
        Setup {
            seat,
            group: place.map_or(crate::domain::id::GroupId(1), Place::group),
            lang: self.lang,
            look: self.look,
            keymap: self.config.keymap.clone(),
            contributions: self.config.contributions,
            turn_minutes: self.config.turn_minutes,
            folder: self.folder.clone(),
            library: self.library.clone(),
            notice: self.notice.clone(),
        }
    }
}

/// What has to be known before the arguments are understood: their help is in the language that is asked for.
#[derive(Debug, Default)]
pub struct Asked {
    /// `--lang`
    pub lang: Option<Lang>,
    /// `--config`
    pub config: Option<PathBuf>,
}

impl Asked {
    /// What these arguments ask for; wrong ones are complained about later.
    pub fn of(arguments: impl Iterator<Item = OsString>) -> Self {
        let mut arguments = arguments.take_while(|argument| argument != "--");
        let mut asked = Self::default();
        while let Some(argument) = arguments.next() {
            let mut value = |option: &str| match argument.as_bytes().strip_prefix(option.as_bytes())? {
                [] => arguments.next(),
                [b'=', value @ ..] => Some(OsStr::from_bytes(value).to_owned()),
                _ => None,
            };
            if let Some(lang) = value("--lang") {
                asked.lang = [("ja", Lang::Ja), ("en", Lang::En)]
                    .into_iter()
                    .find_map(|(name, known)| (lang == name).then_some(known))
                    .or(asked.lang);
            } else if let Some(path) = value("--config") {
                asked.config = Some(path.into());
            }
        }
        asked
    }
}

/// The configuration: the file asked for, or the one in its usual place if there is one.
pub fn config(asked: Option<&Path>) -> Result<Configured, Vec<Problem>> {
    if let Some(path) = asked {
        let config = config::read(path)?;
        return Ok(Configured { config, ignored: Vec::new() });
    }
    let home = etcetera::choose_base_strategy().ok();
    let usual = home.map(|home| home.config_dir().join("kijo").join(config::NAME));
    let read = usual.filter(|path| path.exists()).map(|path| config::read(&path)).transpose();
    Ok(match read {
        Ok(config) => Configured { config: config.unwrap_or_default(), ignored: Vec::new() },
        Err(ignored) => Configured { config: Config::default(), ignored },
    })
}

/// The language: as asked for, or as configured, or that of the locale.
pub fn lang(asked: Option<Lang>, config: Option<&Config>) -> Lang {
    asked.or_else(|| config.and_then(|config| config.lang)).unwrap_or_else(from_locale)
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

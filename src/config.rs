//! The configuration file: colours, language and keys that somebody wants every time. All of it may be left out.
//!
//! It is RON like material, read by the same tree, and told about with the same kind of messages: everything that is
//! wrong at once, each with its place and how to mend it. A file with a problem configures nothing. Where the file
//! lies, and what goes before it, is `cli`'s business.

mod bindings;
mod shape;
mod trouble;

use std::ffi::OsStr;
use std::path::Path;

use crate::domain::words::Lang;
use crate::keymap::Keymap;
use crate::material::decode::Sink;
use crate::material::files;
use crate::material::problem::Problem;
use crate::material::shapes::KINDS;
use crate::material::source::Source;
use crate::material::syntax;
use crate::material::tree::{Node, Value};
use crate::material::trouble::{SyntaxTrouble, Trouble};
use crate::ui::theme::Theme;

/// What the file is called.
pub const NAME: &str = "config.ron";

/// What somebody wants every time.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The colours.
    pub theme: Option<Theme>,
    /// The language.
    pub lang: Option<Lang>,
    /// Whether frames are drawn with ASCII characters only.
    pub ascii: bool,
    /// The keys: the usual ones with the changes of the file.
    pub keymap: Keymap,
    /// Whether it is shown who contributed how much. Off unless asked for: counting people invites blame.
    pub contributions: bool,
    /// Minutes after which somebody else should write; `None` when nobody is to be reminded.
    pub turn_minutes: Option<u32>,
}

/// Reads a configuration file, or says everything that is wrong with it.
pub fn read(path: &Path) -> Result<Config, Vec<Problem>> {
    let bytes = files::read(path).map_err(|problem| vec![problem])?;
    parse(path, bytes)
}

/// Whether this is a configuration file: that is how it begins, or else what it is called.
pub fn is_one(path: &Path) -> bool {
    let source = files::read(path).ok().and_then(|bytes| Source::of(path, bytes).ok());
    let root = source.and_then(|(source, _)| syntax::parse(&source).ok());
    match root.as_ref().and_then(name) {
        Some("Config") => true,
        Some(kind) if KINDS.contains(&kind) => false,
        _ => path.file_name() == Some(OsStr::new(NAME)),
    }
}

/// The same for content that is at hand; `path` is only the name it goes by.
pub fn parse(path: &Path, bytes: Vec<u8>) -> Result<Config, Vec<Problem>> {
    let (source, whole) = Source::of(path, bytes).map_err(|problem| vec![problem])?;
    let mut problems: Vec<Problem> = whole.into_iter().collect();
    let mut found = source.harmful();
    let config = match syntax::parse(&source) {
        Ok(root) => {
            let mut sink = Sink::default();
            let config = shape::read(&root, &mut sink);
            syntax::escaped_harm(&root, &mut sink);
            found.extend(sink.found());
            config
        }
        // Nothing is configured yet, or everything stands in comments.
        Err((_, SyntaxTrouble::Empty)) => Config::default(),
        Err((at, broken)) => {
            found.push((at, Trouble::from(broken)));
            Config::default()
        }
    };
    problems.extend(source.problems(found));
    if problems.is_empty() { Ok(config) } else { Err(problems) }
}

/// The name that a file begins with.
fn name(root: &Node) -> Option<&str> {
    match &root.value {
        Value::Record(name, _) | Value::Tuple(name, _) => name.as_deref(),
        Value::Word(name) => Some(name),
        _ => None,
    }
}

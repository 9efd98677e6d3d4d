//! The home screen: start a workshop, go on with one, look at the example.

use std::path::PathBuf;

use super::Wish;
use super::menu::{Entry, headed};
use crate::domain::event::Facilitation;
use crate::domain::words::Lang;
use crate::text::catalog as t;

/// What one can choose at home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A new workshop.
    New(Facilitation),
    /// Go on with this one.
    Resume(PathBuf),
    /// The finished example.
    Example,
    /// Leave.
    Quit,
}

/// The entries of the home screen. `recent` are workshop files, newest first.
pub fn entries(recent: &[PathBuf], folder: &str, lang: Lang) -> Vec<Entry> {
    let mut entries = vec![
        Entry::new(
            t::NEW_ALONE.get(lang),
            Wish::Home(Choice::New(Facilitation::Automatic)),
        )
        .detail(t::new_alone_detail(folder, lang)),
        Entry::new(
            t::NEW_FACILITATED.get(lang),
            Wish::Home(Choice::New(Facilitation::Console)),
        )
        .detail(t::new_facilitated_detail(folder, lang)),
    ];
    let resume = recent.iter().map(|path| {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        Entry::new(
            crate::ui::clean::clean(&name).into_owned(),
            Wish::Home(Choice::Resume(path.clone())),
        )
        .detail(format!(
            "{}\n\n{}",
            t::RESUME_DETAIL.get(lang),
            crate::ui::clean::clean(&path.to_string_lossy())
        ))
    });
    let resume: Vec<Entry> = resume.collect();
    if !resume.is_empty() {
        entries.extend(headed(t::RESUME.get(lang), resume));
    }
    entries.push(
        Entry::new(t::EXAMPLE.get(lang), Wish::Home(Choice::Example))
            .under(t::LOOK_AROUND.get(lang))
            .detail(t::EXAMPLE_DETAIL.get(lang)),
    );
    entries.push(Entry::new(t::QUIT.get(lang), Wish::Home(Choice::Quit)).detail(t::QUIT_DETAIL.get(lang)));
    entries
}

//! Snapshots of the screen, one file for each screen, language and size.

use kijo::domain::words::Lang;

use crate::desk::Desk;

/// Both languages.
pub const LANGS: [Lang; 2] = [Lang::Ja, Lang::En];

/// The sizes that matter: the least, the one designed for, the roomy one.
pub const LEAST: (u16, u16) = (80, 24);
pub const COMMON: (u16, u16) = (120, 36);
pub const ROOMY: (u16, u16) = (200, 60);

/// Holds the screen to what it was.
pub fn shot(name: &str, desk: &Desk) {
    let (width, height) = desk.model.size;
    let lang = match desk.model.lang {
        Lang::Ja => "ja",
        Lang::En => "en",
    };
    hold(&format!("{name}_{lang}_{width}x{height}"), &desk.screen_and_cursor());
}

/// Tells the story in both languages and holds the screen at the least size.
pub fn both(name: &str, story: impl Fn(Lang) -> Desk) {
    at_sizes(name, &[LEAST], story);
}

/// The same at every size.
pub fn everywhere(name: &str, story: impl Fn(Lang) -> Desk) {
    at_sizes(name, &[LEAST, COMMON, ROOMY], story);
}

/// The same at several sizes.
pub fn at_sizes(name: &str, sizes: &[(u16, u16)], story: impl Fn(Lang) -> Desk) {
    for lang in LANGS {
        let mut desk = story(lang);
        for (width, height) in sizes {
            desk.size(*width, *height);
            shot(name, &desk);
        }
    }
}

/// Holds a text to what it was.
pub fn hold(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

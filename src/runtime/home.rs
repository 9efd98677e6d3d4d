//! The home screen at work: lists what is there, makes new workshops, opens old ones and the example.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Local};
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::practice::{Going, Practice};
use super::{Reply, Setup};
use crate::begin;
use crate::domain::event::Facilitation;
use crate::domain::id::Slug;
use crate::domain::words::Lang;
use crate::keymap::{Context, Keymap};
use crate::message::Action;
use crate::screens::home::{self as screen, Choice, Material, Recent};
use crate::screens::menu::{Entry, Menu};
use crate::screens::{Seat, Wish, frame};
use crate::store::{Session, StoreError};
use crate::terminal::Input;
use crate::text::{catalog as t, names};
use crate::ui::text_field::EditKey;
use crate::ui::theme::{Look, Role};
use crate::ui::widgets::{banner, ground, key_bar, put, row_at};

/// How many workshops are listed.
const RECENT: usize = 8;

/// The home screen.
pub(super) struct Home {
    menu: Menu,
    entries: Vec<Entry>,
    recent: Vec<Recent>,
    folder: PathBuf,
    library: Vec<PathBuf>,
    lang: Lang,
    look: Look,
    keymap: Keymap,
    /// The material chosen for the next new workshop, once somebody looked at it.
    material: Option<Material>,
    page: Page,
    problem: Option<String>,
    size: (u16, u16),
    practice: Option<Practice>,
}

/// What the home screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    /// What one can do.
    Top,
    /// The material of the next new workshop.
    Material,
}

/// Where one went from home.
pub(super) enum Went {
    Nowhere,
    Away,
    To(Box<Session>, Seat),
}

impl Home {
    pub(super) fn new(setup: &Setup) -> Self {
        let mut home = Self {
            menu: Menu::default(),
            entries: Vec::new(),
            recent: recent(&setup.folder),
            folder: setup.folder.clone(),
            library: setup.library.clone(),
            lang: setup.lang,
            look: setup.look,
            keymap: setup.keymap.clone(),
            material: None,
            page: Page::Top,
            problem: setup.notice.clone(),
            size: (80, 24),
            practice: None,
        };
        home.list();
        home
    }

    fn list(&mut self) {
        let folder = crate::ui::clean::clean(&self.folder.to_string_lossy()).into_owned();
        self.entries = match (&self.material, self.page) {
            (Some(material), Page::Material) => screen::material(material, self.lang),
            _ => screen::entries(&self.recent, &folder, self.lang),
        };
    }

    pub(super) fn look(&self) -> Look {
        self.look
    }

    fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        self.recent.iter_mut().for_each(|recent| recent.about = None);
        self.list();
    }

    /// Looks into the workshop that the cursor is on, once: the others may never be asked for.
    fn look_into(&mut self) {
        let chosen = self.entries.get(self.menu.at).map(|entry| &entry.wish);
        let Some(Wish::Home(Choice::Resume(path))) = chosen else { return };
        let unknown = self.recent.iter_mut().find(|recent| recent.path == *path && recent.about.is_none());
        let Some(recent) = unknown else { return };
        let lang = self.lang;
        let about = match Session::open_read_only(&recent.path) {
            Ok(session) => screen::about(session.workshop(), lang),
            Err(error) => error.describe(lang),
        };
        recent.about = Some(about);
        self.list();
    }

    /// The language shown.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    pub(super) fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
    }

    /// Says what went wrong.
    pub(super) fn say(&mut self, error: &StoreError) {
        self.problem = Some(error.describe(self.lang));
    }

    pub(super) fn update(&mut self, input: &Input<Reply>) -> Went {
        let went = self.take(input);
        if matches!(went, Went::Nowhere) {
            self.look_into();
        }
        went
    }

    fn take(&mut self, input: &Input<Reply>) -> Went {
        if let Some(practice) = self.practice.as_mut().filter(|_| !matches!(input, Input::Quit(_))) {
            if practice.update(input) == Going::Over {
                let lang = practice.lang();
                self.practice = None;
                self.speak(lang);
            }
            return Went::Nowhere;
        }
        let action = match input {
            Input::Quit(_) => return Went::Away,
            Input::Mouse(mouse) => self.mouse(*mouse),
            Input::Key(key) => match EditKey::from_key(key) {
                Some(EditKey::Up) => Some(Action::Up),
                Some(EditKey::Down) => Some(Action::Down),
                Some(EditKey::Newline) => Some(Action::Open),
                Some(_) => None,
                None => self.keymap.action(Context::Everywhere, key),
            },
            _ => None,
        };
        match action {
            None => Went::Nowhere,
            Some(Action::Quit) => Went::Away,
            Some(Action::Language) => {
                self.speak(self.lang.other());
                Went::Nowhere
            }
            Some(Action::Theme) => {
                self.look.theme = self.look.theme.next();
                Went::Nowhere
            }
            Some(action) => match self.menu.act(action, &self.entries) {
                Wish::Home(choice) => self.choose(choice),
                _ => Went::Nowhere,
            },
        }
    }

    /// A click on an entry chooses it, one on the chosen entry opens it; the wheel scrolls what it is over.
    fn mouse(&mut self, mouse: MouseEvent) -> Option<Action> {
        let middle = middle(Rect::new(0, 0, self.size.0, self.size.1));
        let at = Position { x: mouse.column, y: mouse.row };
        let (rows, action) = match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => return self.menu.click(&self.entries, middle, at),
            MouseEventKind::ScrollDown => (1, Action::Down),
            MouseEventKind::ScrollUp => (-1, Action::Up),
            _ => return None,
        };
        let scrolled = self.menu.wheel(&self.entries, middle, at, rows);
        self.menu.arrange(&self.entries, middle);
        (!scrolled).then_some(action)
    }

    fn choose(&mut self, choice: Choice) -> Went {
        self.problem = None;
        let opened = match choice {
            Choice::Quit => return Went::Away,
            Choice::Play => self.begin(Facilitation::Automatic).and_then(|session| {
                let playing = begin::straight_in(session, self.lang);
                playing.map(|session| (session, Seat::Participants))
            }),
            Choice::New(facilitation) => {
                self.begin(facilitation).map(|session| (session, Seat::Participants))
            }
            Choice::Resume(path) => {
                let opened = Session::open(&path).map(|session| (session, Seat::Participants));
                opened.map_err(|error| error.describe(self.lang))
            }
            Choice::Example => {
                let opened = crate::example::open(&self.folder, self.lang);
                opened.map(|session| (session, Seat::Reader))
            }
            Choice::Practice => {
                match Practice::begin(self.lang, self.look, self.keymap.clone(), self.size) {
                    Ok(practice) => self.practice = Some(practice),
                    Err(problem) => self.problem = Some(problem),
                }
                return Went::Nowhere;
            }
            choice => return self.turn(&choice),
        };
        match opened {
            Ok((session, seat)) => Went::To(Box::new(session), seat),
            Err(problem) => {
                self.problem = Some(problem);
                Went::Nowhere
            }
        }
    }

    /// Turns to another page, or changes the material.
    fn turn(&mut self, choice: &Choice) -> Went {
        if *choice == Choice::Material && self.material.is_none() {
            match begin::library(&self.library, self.lang) {
                Ok(library) => self.material = Some(Material::of(library)),
                Err(problem) => self.problem = Some(problem),
            }
        }
        let page = match choice {
            Choice::Top => Page::Top,
            _ if self.material.is_some() => Page::Material,
            _ => Page::Top,
        };
        if page != self.page {
            self.menu = Menu::default();
            self.page = page;
        }
        if let Some(material) = &mut self.material {
            material.change(choice);
        }
        self.list();
        Went::Nowhere
    }

    fn begin(&self, facilitation: Facilitation) -> Result<Session, String> {
        let day = Local::now().format("%Y-%m-%d").to_string();
        let path = begin::vacant(&self.folder, &day).map_err(|error| error.describe(self.lang))?;
        let Some(material) = &self.material else {
            let library = begin::library(&self.library, self.lang)?;
            let options = begin::Options { facilitation, ..begin::Options::default() };
            return begin::create(&path, &library, &options, self.lang);
        };
        let options = begin::Options {
            facilitation,
            fact_sheet: material.fact_sheet.as_ref().map(Slug::to_string),
            stakeholders: material.stakeholders.as_ref().map(Slug::to_string),
            scenarios: material.scenarios.iter().map(Slug::to_string).collect(),
            groups: material.groups,
            ..begin::Options::default()
        };
        begin::create(&path, &material.library, &options, self.lang)
    }

    pub(super) fn draw(&self, screen: &mut Frame<'_>) {
        if let Some(practice) = &self.practice {
            return practice.draw(screen);
        }
        let area = screen.area();
        ground(self.look.style(Role::Text), screen.buffer_mut());
        if area.width < frame::SMALLEST.0 || area.height < frame::SMALLEST.1 {
            let text = t::TOO_SMALL.get(self.lang);
            put(text, self.look.style(Role::Text), row_at(area, area.y), screen.buffer_mut());
            return;
        }
        let title = format!("{}  {}", names::EXERCISE.get(self.lang), t::HOME_TITLE.get(self.lang));
        let style = self.look.style(Role::Banner);
        let top = row_at(area, area.y);
        screen.buffer_mut().set_style(top, style);
        put(&title, style, top, screen.buffer_mut());
        if let Some(problem) = &self.problem {
            banner(problem, Role::Error, self.look, row_at(area, area.y + 1), screen.buffer_mut());
        }
        self.menu.draw(&self.entries, middle(area), screen, self.look);
        let actions = [Action::Up, Action::Down, Action::Open, Action::Language, Action::Quit];
        let keys: Vec<(String, &str)> = actions
            .iter()
            .filter_map(|action| {
                let key = self.keymap.key_for(Context::Everywhere, *action)?;
                Some((key, action.label().get(self.lang)))
            })
            .collect();
        let bar = Rect { y: area.bottom() - 1, height: 1, ..area };
        key_bar(&keys, self.look, bar, screen.buffer_mut());
    }
}

/// Where the entries are.
fn middle(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        y: area.y + 3,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(5),
    }
}

/// Workshop files of a folder, newest first. A folder that can't be read has none.
fn recent(folder: &Path) -> Vec<Recent> {
    let Ok(listed) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found: Vec<(std::time::SystemTime, PathBuf)> = listed
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "kijo"))
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    found.sort();
    let newest = found.into_iter().rev().take(RECENT);
    newest
        .map(|(changed, path)| {
            let changed = DateTime::<Local>::from(changed).naive_local();
            Recent { path, changed, about: None }
        })
        .collect()
}

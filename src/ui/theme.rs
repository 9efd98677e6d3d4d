//! What things mean on screen, and how each meaning looks.
//!
//! Screens name a [`Role`], never a colour. Only the 16 ANSI colours are used, and no state is told by colour alone:
//! roles that carry one have a [`Role::mark`] in ASCII. Whether `NO_COLOR` is set is for the caller to find out.

use ratatui::style::{Color, Style};
use ratatui::symbols::border;

/// A meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text; also the ground everything is drawn on.
    Text,
    /// What may be overlooked: hints, counts.
    Muted,
    /// Title of a screen or panel.
    Title,
    /// Name of a field or column.
    Label,
    /// The word that says a field is required.
    Required,
    /// A field one could type in.
    Input,
    /// The field one is typing in.
    InputFocused,
    /// Frame and title of the panel that has the keys.
    Focus,
    /// Frame of a panel that has not.
    Frame,
    /// The selected row of a list or table.
    Selection,
    /// Name of a key.
    Key,
    /// Came in since.
    Added,
    /// Went out since.
    Removed,
    /// Done, saved.
    Ok,
    /// Wants a look.
    Warning,
    /// Failed.
    Error,
    /// Everybody may see it.
    Public,
    /// For the facilitator's eyes only.
    Private,
    /// The line across the screen that must not be overlooked.
    Banner,
}

impl Role {
    /// All of them, for samples and tests.
    pub const ALL: [Self; 19] = [
        Self::Text,
        Self::Muted,
        Self::Title,
        Self::Label,
        Self::Required,
        Self::Input,
        Self::InputFocused,
        Self::Focus,
        Self::Frame,
        Self::Selection,
        Self::Key,
        Self::Added,
        Self::Removed,
        Self::Ok,
        Self::Warning,
        Self::Error,
        Self::Public,
        Self::Private,
        Self::Banner,
    ];

    /// The mark in ASCII that says the same where colours cannot be seen; empty where the place already says it.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Added => "+",
            Self::Removed => "-",
            Self::Ok => "v",
            Self::Warning => "!",
            Self::Error => "x",
            Self::Selection | Self::InputFocused => ">",
            Self::Required => "*",
            _ => "",
        }
    }
}

/// A set of looks for all roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark ground.
    #[default]
    Dark,
    /// Light ground, for a lit room with a projector.
    Light,
    /// Black ground, few colours, everything bold.
    HighContrast,
    /// No colour at all (`NO_COLOR`): bold, underline and reverse only.
    Plain,
}

impl Theme {
    /// The next one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::HighContrast,
            Self::HighContrast => Self::Plain,
            Self::Plain => Self::Dark,
        }
    }

    /// How `role` looks.
    pub fn style(self, role: Role) -> Style {
        match self {
            Self::Dark => dark(role),
            Self::Light => light(role),
            Self::HighContrast => high_contrast(role),
            Self::Plain => plain(role),
        }
    }
}

/// With what frames are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frames {
    /// Box-drawing characters; some Japanese terminals draw them two cells wide.
    #[default]
    Box,
    /// `+`, `-` and `|` (`--ascii`).
    Ascii,
}

/// Theme and frames together: what every widget needs to draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// How the roles look.
    pub theme: Theme,
    /// With what frames are drawn.
    pub frames: Frames,
}

impl Look {
    /// How `role` looks.
    pub fn style(self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// The characters frames are drawn with.
    pub fn border(self) -> border::Set<'static> {
        match self.frames {
            Frames::Box => border::PLAIN,
            Frames::Ascii => border::Set {
                top_left: "+",
                top_right: "+",
                bottom_left: "+",
                bottom_right: "+",
                vertical_left: "|",
                vertical_right: "|",
                horizontal_top: "-",
                horizontal_bottom: "-",
            },
        }
    }
}

fn on(fg: Color, bg: Color) -> Style {
    Style::new().fg(fg).bg(bg)
}

fn dark(role: Role) -> Style {
    let ground = Color::Black;
    match role {
        Role::Text | Role::Input => on(Color::White, ground),
        Role::Muted | Role::Frame => on(Color::Gray, ground),
        Role::Title | Role::Label => on(Color::White, ground).bold(),
        Role::Required | Role::Warning => on(Color::LightYellow, ground).bold(),
        Role::InputFocused => on(Color::White, Color::Blue),
        Role::Focus | Role::Key => on(Color::LightCyan, ground).bold(),
        Role::Selection => on(Color::Black, Color::LightCyan).bold(),
        Role::Added => on(Color::LightGreen, ground).underlined(),
        Role::Removed => on(Color::LightRed, ground).crossed_out(),
        Role::Ok | Role::Public => on(Color::LightGreen, ground),
        Role::Error => on(Color::LightRed, ground).bold(),
        Role::Private => on(Color::White, Color::Magenta).bold(),
        Role::Banner => on(Color::Black, Color::LightYellow).bold(),
    }
}

fn light(role: Role) -> Style {
    let ground = Color::White;
    match role {
        // The grey of many terminals is too pale on white for the back of a room.
        Role::Text | Role::Input | Role::Muted | Role::Frame => on(Color::Black, ground),
        Role::Title | Role::Label => on(Color::Black, ground).bold(),
        Role::Required | Role::Warning => on(Color::Magenta, ground).bold(),
        Role::InputFocused => on(Color::Black, Color::Gray),
        Role::Focus | Role::Key => on(Color::Blue, ground).bold(),
        Role::Selection => on(Color::White, Color::Blue).bold(),
        Role::Added => on(Color::Blue, ground).underlined(),
        Role::Removed => on(Color::Red, ground).crossed_out(),
        Role::Ok | Role::Public => on(Color::Blue, ground),
        Role::Error => on(Color::Red, ground).bold(),
        Role::Private => on(Color::White, Color::Magenta).bold(),
        Role::Banner => on(Color::White, Color::Red).bold(),
    }
}

fn high_contrast(role: Role) -> Style {
    let base = on(Color::White, Color::Black).bold();
    match role {
        Role::Added => base.underlined(),
        Role::Removed => base.crossed_out(),
        Role::Selection | Role::Banner => on(Color::Black, Color::White).bold(),
        Role::Private => on(Color::Black, Color::LightYellow).bold(),
        Role::Required | Role::Warning | Role::Error | Role::Focus | Role::Key => {
            on(Color::LightYellow, Color::Black).bold()
        }
        _ => base,
    }
}

fn plain(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Added => style.underlined(),
        Role::Removed => style.crossed_out(),
        Role::Selection | Role::Banner | Role::Private => style.reversed(),
        Role::Title | Role::Label | Role::Required | Role::Focus | Role::Key => style.bold(),
        Role::Warning | Role::Error => style.bold().underlined(),
        // A field that one types in is shown by its frame and the cursor: underlined kanji are hard to read.
        _ => style,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a terminal makes of a colour, as red, green and blue.
    type Palette = fn(Color) -> Option<[u8; 3]>;

    fn xterm(color: Color) -> Option<[u8; 3]> {
        Some(match color {
            Color::Black => [0, 0, 0],
            Color::Red => [205, 0, 0],
            Color::Magenta => [205, 0, 205],
            Color::Blue => [0, 0, 238],
            Color::Gray => [229, 229, 229],
            Color::DarkGray => [127, 127, 127],
            Color::LightRed => [255, 0, 0],
            Color::LightGreen => [0, 255, 0],
            Color::LightYellow => [255, 255, 0],
            Color::LightMagenta => [255, 0, 255],
            Color::LightCyan => [0, 255, 255],
            Color::White => [255, 255, 255],
            _ => return None,
        })
    }

    /// The Linux console, and the VGA text mode before it.
    fn vga(color: Color) -> Option<[u8; 3]> {
        Some(match color {
            Color::Black => [0, 0, 0],
            Color::Red => [170, 0, 0],
            Color::Magenta => [170, 0, 170],
            Color::Blue => [0, 0, 170],
            Color::Gray => [170, 170, 170],
            Color::DarkGray => [85, 85, 85],
            Color::LightRed => [255, 85, 85],
            Color::LightGreen => [85, 255, 85],
            Color::LightYellow => [255, 255, 85],
            Color::LightMagenta => [255, 85, 255],
            Color::LightCyan => [85, 255, 255],
            Color::White => [255, 255, 255],
            _ => return None,
        })
    }

    /// Windows Terminal.
    fn campbell(color: Color) -> Option<[u8; 3]> {
        Some(match color {
            Color::Black => [12, 12, 12],
            Color::Red => [197, 15, 31],
            Color::Magenta => [136, 23, 152],
            Color::Blue => [0, 55, 218],
            Color::Gray => [204, 204, 204],
            Color::DarkGray => [118, 118, 118],
            Color::LightRed => [231, 72, 86],
            Color::LightGreen => [22, 198, 12],
            Color::LightYellow => [249, 241, 165],
            Color::LightMagenta => [180, 0, 158],
            Color::LightCyan => [97, 214, 214],
            Color::White => [242, 242, 242],
            _ => return None,
        })
    }

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(rgb: [u8; 3]) -> f64 {
        let [red, green, blue] = rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.0722f64.mul_add(blue, 0.2126f64.mul_add(red, 0.7152 * green))
    }

    fn contrast(ink: [u8; 3], ground: [u8; 3]) -> f64 {
        let (one, other) = (luminance(ink), luminance(ground));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_role_can_be_read_on_its_ground() {
        let palettes: [(&str, Palette); 3] = [("xterm", xterm), ("VGA", vga), ("Campbell", campbell)];
        for (name, palette) in palettes {
            for theme in [Theme::Dark, Theme::Light, Theme::HighContrast] {
                for role in Role::ALL {
                    let style = theme.style(role);
                    let colour = |color: Option<Color>| {
                        palette(color.expect("a colour")).expect("a colour of these palettes")
                    };
                    let contrast = contrast(colour(style.fg), colour(style.bg));
                    assert!(contrast >= 4.5, "{theme:?} {role:?} on {name}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn without_colours_nothing_is_coloured() {
        for role in Role::ALL {
            let style = Theme::Plain.style(role);
            assert!(style.fg.is_none() && style.bg.is_none(), "{role:?}");
        }
    }
}

//! The steps of a day in order, and where one is.

use super::{Look, Role, put, top_that_shows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Behind us.
    Done,
    /// Where we are.
    Here,
    /// Still to come.
    Open,
}

/// One step.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// Its name.
    pub title: &'a str,
    /// How far it has come.
    pub progress: Progress,
}

/// Draws one step to a row, `[v]` done, `[>]` here, `[ ]` open; where not all fit, those around the present one.
/// Returns the first step drawn, for clicks.
pub fn rail(steps: &[Step<'_>], look: Look, area: Rect, screen: &mut Buffer) -> usize {
    let area = area.intersection(screen.area);
    let height = usize::from(area.height);
    let here = steps.iter().position(|step| step.progress == Progress::Here);
    // One row more than needed, so that the next step is in view too.
    let seen = here.map(|here| (here + usize::from(height > 1)).min(steps.len() - 1));
    let top = top_that_shows(seen, 0, steps.len(), height);
    for (row, step) in area.rows().zip(steps.iter().skip(top)) {
        let (mark, role) = match step.progress {
            Progress::Done => ("[v]", Role::Ok),
            Progress::Here => ("[>]", Role::Focus),
            Progress::Open => ("[ ]", Role::Muted),
        };
        put(&format!("{mark} {}", step.title), look.style(role), row, screen);
    }
    top
}

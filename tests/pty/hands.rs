//! What somebody before the screen does: looks where the cursor stands, moves it to what is wanted, types, picks.
//!
//! Knows how lists, fields and dialogs look at 80 to 100 columns, and nothing of what they hold.

use crate::pty::{Shown, Terminal, flowing};

pub const TAB: &str = "\t";
pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";
pub const BACK_TAB: &str = "\x1b[Z";
pub const CTRL_END: &str = "\x1b[1;5F";
pub const HELP: &str = "\x1bOP";
pub const REFERENCE: &str = "\x1bOQ";
pub const STEPS: &str = "\x1bOR";
pub const OTHER_SHEET: &str = "\x1bOS";
pub const MENU: &str = "\x1b[15~";

/// Ctrl with a letter.
pub fn ctrl(letter: char) -> String {
    char::from(u8::try_from(letter).expect("a letter") & 0x1f).to_string()
}

/// A key by the name it has on the screen.
pub fn key(name: &str) -> Option<String> {
    let known = match name {
        "Tab" => TAB,
        "Shift+Tab" => BACK_TAB,
        "Enter" => ENTER,
        "Esc" => ESC,
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "PageDown" => "\x1b[6~",
        "F1" => HELP,
        "F2" => REFERENCE,
        "F3" => STEPS,
        "F4" => OTHER_SHEET,
        "F5" => MENU,
        other => {
            let letter = other.strip_prefix("Ctrl+")?.chars().next()?;
            return Some(ctrl(letter.to_ascii_lowercase()));
        }
    };
    Some(known.to_owned())
}

impl Shown {
    /// The rows inside the box that lies over the screen; empty when there is none.
    pub fn dialog(&self) -> Vec<String> {
        let inside = |row: &String| {
            let (_, rest) = row.split_once(['│', '|'])?;
            let (inner, _) = rest.rsplit_once(['│', '|'])?;
            Some(inner.trim().to_owned())
        };
        self.rows.iter().filter_map(inside).collect()
    }

    /// The row with the cursor's mark, from the mark on, without the mark of what is required. Ends in blanks: `回答 `
    /// is not the beginning of 回答者.
    pub fn chosen(&self) -> String {
        let row = self.chosen_row();
        let name = row.split("  ").next().unwrap_or_default();
        format!("{}  ", name.replace(" 必須", "").replace(" req.", ""))
    }

    /// The same to its end.
    pub fn chosen_row(&self) -> String {
        let dialog = self.dialog();
        let rows = if dialog.is_empty() { &self.rows } else { &dialog };
        let mut marked = rows.iter().map(|row| row.trim()).filter_map(|row| row.strip_prefix('>'));
        marked.next_back().unwrap_or_default().trim_start().to_owned()
    }

    /// The top line, and the title of a round's sheet where one is open: a narrow top line has no room for it.
    pub fn head(&self) -> String {
        let title = Some(self.rows[2].trim()).filter(|title| title.contains("インシデント："));
        format!("{}\n{}", self.rows[0], title.unwrap_or_default())
    }
}

impl Terminal {
    /// Presses a key and waits until the cursor's mark stands elsewhere.
    pub fn step(&mut self, key: &str, towards: &str) {
        let before = self.shown().chosen();
        self.press(key);
        self.until(&format!("{towards}, from {before}"), |shown| shown.chosen() != before);
    }

    /// Everything pressed so far has been dealt with: help opens and closes.
    pub fn settled(&mut self) {
        self.press(HELP);
        self.see("ヘルプ");
        self.until("help", |shown| !shown.dialog().is_empty());
        self.press(ESC);
        self.until("the screen behind help", |shown| shown.dialog().is_empty());
    }

    /// Puts the cursor on the entry, row or field that begins with `name`.
    pub fn go_to(&mut self, name: &str) {
        self.go_where(name, |shown| shown.chosen().starts_with(name));
    }

    /// Opens the row of a table that has `words` in it.
    pub fn open_row(&mut self, words: &str, first: &str) {
        self.go_where(words, |shown| shown.chosen_row().contains(words));
        self.press(ENTER);
        self.until(first, |shown| shown.chosen().starts_with(first));
    }

    fn go_where(&mut self, name: &str, there: impl Fn(&Shown) -> bool) {
        if there(&self.shown()) {
            return;
        }
        let shown = self.shown();
        let row = |wanted: &str| shown.rows.iter().position(|row| row.trim().starts_with(wanted));
        match (row(">"), row(name)) {
            (Some(here), Some(there)) if here < there => {}
            _ => {
                self.press(&BACK_TAB.repeat(120));
                self.settled();
            }
        }
        let mut trail = Vec::new();
        while !there(&self.shown()) {
            trail.push(self.shown().chosen().trim().to_owned());
            self.step(TAB, &format!("{name} by way of {trail:?}"));
        }
    }

    /// Chooses an entry of a menu.
    pub fn choose(&mut self, name: &str) {
        self.go_to(name);
        let before = self.shown().chosen();
        self.press(ENTER);
        self.until(&format!("what comes of {name}"), |shown| {
            shown.chosen() != before || !shown.dialog().is_empty()
        });
    }

    /// Chooses an entry of the list that lies over the screen, by typing.
    pub fn pick(&mut self, typed: &str, name: &str) {
        self.press(typed);
        self.until(&format!("{name} in the list"), |shown| picked(shown).contains(&flowing(name)));
        self.press(ENTER);
    }

    /// Writes into a field and sees it there.
    pub fn write(&mut self, field: &str, text: &str) {
        self.go_to(field);
        self.press(text);
        self.see(text);
    }

    /// Picks what a field holds by typing some of it.
    pub fn fill(&mut self, field: &str, typed: &str, name: &str) {
        self.go_to(field);
        self.pick(typed, name);
        self.until("the list to close", |shown| shown.dialog().is_empty());
        self.see(name);
    }

    /// Goes back to where the row or sheet was opened from.
    pub fn back(&mut self) {
        self.step(ESC, "back");
    }

    /// Leaves the field and waits until everything is saved.
    pub fn saved(&mut self) {
        self.press(TAB);
        self.settled();
        self.see("保存済み");
    }

    /// Carries out what the key bar or the menu of keys calls `name`.
    pub fn act(&mut self, name: &str) {
        self.press(MENU);
        self.see("何をしますか");
        self.pick(name, name);
    }

    /// Opens a step from the list of steps.
    pub fn step_to(&mut self, name: &str) {
        self.press(STEPS);
        self.see("どの工程へ");
        self.pick(name, name);
        let there =
            |shown: &Shown| shown.dialog().is_empty() && shown.head().contains(name) && shown.has("保存済み");
        self.until(name, |shown| there(shown) || shown.has("元には戻せません"));
        if !there(&self.shown()) {
            self.press(ENTER);
            self.until(name, there);
        }
    }

    /// Holds the step to be done, with all its gaps, and sees the next one.
    pub fn finish_step(&mut self, next: &str) {
        self.press(&ctrl('n'));
        self.until("what is missing, or the next step", |shown| {
            shown.has("このまま次へ") || shown.head().contains(next)
        });
        if self.shown().has("このまま次へ") {
            self.press(ENTER);
        }
        self.until(next, |shown| shown.head().contains(next));
    }

    /// Reads what lies over the screen and closes it.
    pub fn close(&mut self) {
        self.press(ESC);
        self.until("what is behind it", |shown| shown.dialog().is_empty());
    }
}

/// The option that a list's cursor is on.
pub fn picked(shown: &Shown) -> String {
    let dialog = shown.dialog();
    let mut marked = dialog.iter().filter(|row| row.starts_with('>'));
    flowing(marked.next_back().map_or("", |row| row.as_str()))
}

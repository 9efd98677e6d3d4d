//! The one writer for everything the program prints. It never panics: a reader that is gone ends the program
//! quietly, a disk that is full is an error.

use std::io::{self, BufWriter, Stdout, Write};

use crate::ui::clean::clean;

/// Why a verb ended early.
#[derive(Debug)]
pub enum Stop {
    /// Nobody reads any more.
    Gone,
    /// What was to be printed cannot be written.
    Unwritable(io::Error),
    /// The answer is no, for this reason.
    Refused(anyhow::Error),
    /// Wrong use or broken input: what, and the mend.
    Wrong(anyhow::Error),
}

impl From<String> for Stop {
    fn from(wrong: String) -> Self {
        Self::Wrong(anyhow::Error::msg(wrong))
    }
}

/// Standard output.
#[derive(Debug)]
pub struct Out {
    page: BufWriter<Stdout>,
}

impl Default for Out {
    fn default() -> Self {
        Self { page: BufWriter::new(io::stdout()) }
    }
}

impl Out {
    /// Prints lines, free of anything that would steer a terminal.
    pub fn line(&mut self, text: &str) -> Result<(), Stop> {
        self.exact(&clean(text))?;
        self.exact("\n")
    }

    /// Prints exactly this: documents that were cleaned when they were built.
    pub fn exact(&mut self, text: &str) -> Result<(), Stop> {
        self.page.write_all(text.as_bytes()).map_err(|error| stopped(&error))
    }

    /// Prints JSON. What would steer a terminal is written as an escape, which is the same to every reader of JSON.
    pub fn json(&mut self, text: &str) -> Result<(), Stop> {
        self.exact(&escaped(text))
    }

    /// Hands over what is still held back.
    pub fn finish(&mut self) -> Result<(), Stop> {
        self.page.flush().map_err(|error| stopped(&error))
    }
}

/// Says on standard error what went wrong. Where that is gone too, nobody is left to be told.
pub fn complain(text: &str) {
    let _ = io::stderr().write_all(format!("{}\n", clean(text)).as_bytes());
}

fn stopped(error: &io::Error) -> Stop {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Stop::Gone,
        kind => Stop::Unwritable(io::Error::new(kind, error.to_string())),
    }
}

/// Harmful characters stand only inside the texts of JSON, never between them.
fn escaped(json: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(json.len());
    let mut bytes = [0; 4];
    for c in json.chars() {
        if c == '\n' || clean(c.encode_utf8(&mut bytes)).contains(c) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            write!(out, "\\u{unit:04x}").expect("writing to a String cannot fail");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_the_same_without_steering_a_terminal() {
        let text = "安全\u{202e}\u{9b}\u{e0041}👩\u{200d}👧\u{7f}";
        let json = serde_json::to_string(text).expect("JSON");
        let shown = escaped(&json);
        assert_eq!(clean(&shown), shown);
        assert_eq!(serde_json::from_str::<String>(&shown).expect("JSON"), text);
    }
}

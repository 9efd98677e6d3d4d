//! From text to commands: everything that is wrong with a file is told at once, except that its syntax stops at the
//! first mistake.

use std::path::Path;

use chrono::DateTime;
use ron::extensions::Extensions;
use serde::Deserialize;

use super::{Commands, Entry, FORMAT, Mistake, Spot, Wrong};
use crate::domain::command::Command;
use crate::domain::id::GroupId;
use crate::material::decode::Sink;
use crate::material::problem::Problem;
use crate::material::source::Source;
use crate::material::syntax;
use crate::material::tree::{Node, Value};
use crate::material::trouble::{SyntaxTrouble, Trouble};

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 8 * 1024 * 1024;

/// How many mistakes are told. Whoever has more mends these first.
const MOST_TOLD: usize = 100;

/// Reads a file of commands.
pub fn parse(text: &str) -> Result<Commands, Vec<Mistake>> {
    parse_bytes(text.as_bytes().to_vec())
}

/// Reads the bytes of a file of commands.
pub fn parse_bytes(bytes: Vec<u8>) -> Result<Commands, Vec<Mistake>> {
    if bytes.len() as u64 > LARGEST {
        return Err(vec![Mistake::at(Spot { line: 1, column: 1 }, Wrong::TooLarge)]);
    }
    // Problems of the text know their place; which file it is, is the caller's to say.
    let (source, mark) = Source::of(Path::new(""), bytes).map_err(|problem| vec![problem.into()])?;
    let root = syntax::parse(&source).map_err(|(at, trouble)| vec![broken(&source, at, trouble)])?;
    let mut mistakes: Vec<Mistake> = mark.into_iter().map(Mistake::from).collect();
    let mut sink = Sink::default();
    syntax::escaped_harm(&root, &mut sink);
    let harmful = [source.harmful(), sink.found()].concat();
    mistakes.extend(source.problems(harmful).into_iter().map(Mistake::from));
    let entries = match items(&source, &root) {
        Ok(items) => read_all(&source, items, &mut mistakes),
        Err(mistake) => {
            mistakes.push(mistake);
            Vec::new()
        }
    };
    if mistakes.is_empty() {
        return Ok(Commands(entries));
    }
    mistakes.sort_by_key(|mistake| mistake.spot);
    mistakes.truncate(MOST_TOLD);
    Err(mistakes)
}

/// A command as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    at: Option<String>,
    by: String,
    group: Option<GroupId>,
    r#do: Command,
}

/// The nodes of the commands, if the file has the form of one.
fn items<'a>(source: &Source, root: &'a Node) -> Result<&'a [Node], Mistake> {
    let wrong = |node: &Node, wrong| Mistake::at(spot(source, node.start), wrong);
    let form = || wrong(root, Wrong::Form);
    let Value::Record(None, fields) = &root.value else {
        return Err(form());
    };
    let [format, commands] = ["format", "commands"]
        .map(|name| fields.iter().find(|field| field.name == name).map(|field| &field.node));
    let (Some(format), Some(commands), 2) = (format, commands, fields.len()) else {
        return Err(form());
    };
    match (&format.value, &commands.value) {
        (Value::Number(number), _) if *number != FORMAT.to_string() => Err(wrong(format, Wrong::Format)),
        (Value::Number(_), Value::List(items)) => Ok(items),
        _ => Err(form()),
    }
}

fn read_all(source: &Source, items: &[Node], mistakes: &mut Vec<Mistake>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for item in items {
        match read(source, item) {
            Ok(entry) => entries.push(entry),
            Err(mistake) => mistakes.push(mistake),
        }
        if mistakes.len() >= MOST_TOLD {
            break;
        }
    }
    entries
}

fn read(source: &Source, item: &Node) -> Result<Entry, Mistake> {
    let begins = spot(source, item.start);
    // Texts over several lines mean the same in files with Windows line ends.
    let text = source.text.get(item.start..item.end).unwrap_or_default().replace("\r\n", "\n");
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let written: Written = options
        .from_str(&text)
        .map_err(|error| Mistake::at(within(begins, error.span.start), Wrong::Value(error.code)))?;
    let at = written.at.map(|text| {
        let parsed = DateTime::parse_from_rfc3339(&text);
        parsed.map_err(|_| Mistake::at(spot_of(source, item, "at"), Wrong::Time(text)))
    });
    Ok(Entry {
        spot: begins,
        at: at.transpose()?,
        by: written.by,
        by_spot: spot_of(source, item, "by"),
        group: written.group,
        command: written.r#do,
    })
}

/// Where the value of a field stands.
fn spot_of(source: &Source, item: &Node, name: &str) -> Spot {
    let field = match &item.value {
        Value::Record(_, fields) => fields.iter().find(|field| field.name == name),
        _ => None,
    };
    spot(source, field.map_or(item.start, |field| field.node.start))
}

fn spot(source: &Source, at: usize) -> Spot {
    let (line, column) = source.place(at);
    Spot { line, column }
}

/// A position within a command as one within the file.
fn within(begins: Spot, inner: ron::error::Position) -> Spot {
    let column = if inner.line == 1 { begins.column + inner.col - 1 } else { inner.col };
    Spot { line: begins.line + inner.line - 1, column }
}

fn broken(source: &Source, at: usize, trouble: SyntaxTrouble) -> Mistake {
    let wrong = match trouble {
        SyntaxTrouble::Empty => Wrong::Form,
        trouble => Wrong::Text(trouble.into()),
    };
    Mistake::at(spot(source, at), wrong)
}

impl From<Problem> for Mistake {
    fn from(problem: Problem) -> Self {
        let Problem { line, column, trouble, .. } = problem;
        let wrong: Trouble = trouble;
        Self::at(Spot { line, column }, Wrong::Text(wrong))
    }
}

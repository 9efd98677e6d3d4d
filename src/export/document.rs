//! A document without a format: headings, paragraphs, tables, definitions, lists.
//!
//! Every text in it is [`Text`], which nothing that steers a terminal or hides from the reader gets into; writers
//! only have to escape what is special in their own format.

use serde::{Serialize, Serializer};

use crate::domain::words::Lang;
use crate::text::clean::clean;
use crate::text::emphasis::{self, Piece};
use crate::text::names;

/// A text fit to be written out. Line breaks are `\n`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// The text without control, escape and direction characters.
    pub fn new(text: &str) -> Self {
        Self(clean(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A whole document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its language.
    pub lang: Lang,
    /// Its title, without the mark of an exercise.
    pub title: Text,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// 【訓練】: the mark of an exercise, on a line of its own.
    Mark(Text),
    /// A heading, 1 (the document) to 4.
    Heading(u8, Text),
    /// A paragraph.
    Paragraph(Inline),
    /// A list.
    List(Vec<Inline>),
    /// Names and what they stand for.
    Definitions(Vec<(Text, Inline)>),
    /// A table.
    Table {
        /// Heads of the columns.
        head: Vec<Text>,
        /// Rows, each as long as the head.
        rows: Vec<Vec<Inline>>,
    },
}

/// A run of text.
pub type Inline = Vec<Span>;

/// A stretch of text that looks one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain.
    Plain(Text),
    /// Something the reader must not overlook.
    Strong(Text),
    /// What was there before a change.
    Removed(Text),
    /// What a change brought.
    Added(Text),
}

impl Span {
    /// The text.
    pub fn text(&self) -> &Text {
        match self {
            Self::Plain(text) | Self::Strong(text) | Self::Removed(text) | Self::Added(text) => text,
        }
    }
}

/// Plain text as a run.
pub fn plain(text: &str) -> Inline {
    vec![Span::Plain(Text::new(text))]
}

/// Strong text as a run.
pub fn strong(text: &str) -> Inline {
    vec![Span::Strong(Text::new(text))]
}

/// An earlier and a later text, what differs emphasised.
pub fn change(before: &str, after: &str) -> (Inline, Inline) {
    let (one, two) = emphasis::compared(&clean(before), &clean(after));
    let spans = |pieces: Vec<Piece>, changed: fn(Text) -> Span| -> Inline {
        let span = |piece| match piece {
            Piece::Kept(text) => Span::Plain(Text(text)),
            Piece::Changed(text) => changed(Text(text)),
        };
        pieces.into_iter().map(span).collect()
    };
    (spans(one, Span::Removed), spans(two, Span::Added))
}

impl Document {
    /// A document marked as an exercise on top; [`Document::finished`] marks it at the bottom.
    pub fn new(title: &str, lang: Lang) -> Self {
        let mut document = Self { lang, title: Text::new(title), blocks: Vec::new() };
        document.mark();
        document.heading(1, title);
        document
    }

    /// A heading. Those of sections carry the mark, so that no page is without it.
    pub fn heading(&mut self, level: u8, text: &str) {
        let marked = match (level, self.lang) {
            (..=2, Lang::Ja) => format!("{}{text}", names::EXERCISE.ja),
            (..=2, Lang::En) => format!("{}: {text}", names::EXERCISE.en),
            _ => text.to_owned(),
        };
        self.blocks.push(Block::Heading(level, Text::new(&marked)));
    }

    /// A paragraph; nothing when it is empty.
    pub fn paragraph(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.blocks.push(Block::Paragraph(plain(text)));
        }
    }

    /// A list; nothing when it is empty.
    pub fn list(&mut self, items: Vec<Inline>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Definitions; nothing when there are none.
    pub fn definitions(&mut self, entries: Vec<(Text, Inline)>) {
        if !entries.is_empty() {
            self.blocks.push(Block::Definitions(entries));
        }
    }

    /// A table; nothing when it has no rows.
    pub fn table(&mut self, head: &[&str], rows: Vec<Vec<Inline>>) {
        if !rows.is_empty() {
            let head = head.iter().map(|text| Text::new(text)).collect();
            self.blocks.push(Block::Table { head, rows });
        }
    }

    /// The document, marked at the bottom too.
    #[must_use]
    pub fn finished(mut self) -> Self {
        self.mark();
        self
    }

    fn mark(&mut self) {
        let mark = match self.lang {
            Lang::Ja => "【訓練】これは演習の記録です。実在の組織・事案ではありません",
            Lang::En => "EXERCISE: this records an exercise, not a real organisation or incident",
        };
        self.blocks.push(Block::Mark(Text::new(mark)));
    }
}

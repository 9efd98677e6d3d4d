//! The tree of a file: every value and every name with its place, and nothing of RON's syntax.
//!
//! The only module that knows which parser reads RON. Maps, characters and bytes are not used by material and are
//! kept only as "something strange", so that they can be reported.

use ron2::ast::{self, Expr, StructBody};

use super::trouble::Form;

/// A value and where it stands, in bytes of the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
    /// What stands there.
    pub value: Value,
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `"…"`
    Text(Text),
    /// `12`, as written.
    Number(String),
    /// `true`
    YesNo(bool),
    /// `[…]`
    List(Vec<Node>),
    /// `(name: …)` or `Word(name: …)`
    Record(Option<String>, Vec<Field>),
    /// `(…, …)` or `Word(…, …)`
    Tuple(Option<String>, Vec<Node>),
    /// `Word`
    Word(String),
    /// `Some(…)` or `None`: material may leave them out.
    Maybe(Option<Box<Node>>),
    /// What material does not use.
    Strange,
}

/// A text as it reads, and as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The text, with line ends as `\n`.
    pub value: String,
    /// The text as written, quotes included.
    pub raw: String,
}

/// A named value.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The name.
    pub name: String,
    /// First byte of the name.
    pub start: usize,
    /// The value.
    pub node: Node,
}

impl Node {
    /// The tree of a document; `None` when there is nothing in it.
    pub fn of(document: &ast::Document<'_>) -> Option<Self> {
        document.value.as_ref().map(Self::of_expr)
    }

    /// What `Some(…)` holds, however deeply; any other value is itself.
    pub fn bare(&self) -> &Self {
        match &self.value {
            Value::Maybe(Some(inner)) => inner.bare(),
            _ => self,
        }
    }

    /// The values inside this one.
    pub fn inner(&self) -> Vec<&Self> {
        match &self.value {
            Value::List(items) | Value::Tuple(_, items) => items.iter().collect(),
            Value::Record(_, fields) => fields.iter().map(|field| &field.node).collect(),
            Value::Maybe(inner) => inner.iter().map(Box::as_ref).collect(),
            Value::Text(_) | Value::Number(_) | Value::YesNo(_) | Value::Word(_) | Value::Strange => {
                Vec::new()
            }
        }
    }

    /// The form of the value.
    pub fn form(&self) -> Form {
        match &self.value {
            Value::Text(_) => Form::Text,
            Value::Number(_) => Form::Number,
            Value::YesNo(_) => Form::YesNo,
            Value::List(_) => Form::List,
            Value::Record(None, _) => Form::Record,
            Value::Tuple(None, _) => Form::Tuple,
            Value::Record(Some(_), _) | Value::Tuple(Some(_), _) | Value::Word(_) => Form::Word,
            Value::Maybe(None) => Form::Nothing,
            Value::Maybe(Some(inner)) => inner.form(),
            Value::Strange => Form::Strange,
        }
    }

    fn of_expr(expr: &Expr<'_>) -> Self {
        let span = expr.span();
        let value = match expr {
            Expr::Unit(_) => Value::Record(None, Vec::new()),
            Expr::Bool(yes) => Value::YesNo(yes.value),
            Expr::Number(number) => Value::Number(number.raw.clone().into_owned()),
            Expr::String(text) => Value::Text(Text::of(text)),
            Expr::Option(option) => {
                let inner = option.value.as_ref().map(|inner| Box::new(Self::of_expr(&inner.expr)));
                Value::Maybe(inner)
            }
            Expr::Seq(list) => Value::List(list.items.iter().map(|item| Self::of_expr(&item.expr)).collect()),
            Expr::Tuple(tuple) => Value::Tuple(None, items(&tuple.elements)),
            Expr::AnonStruct(record) => Value::Record(None, fields(&record.fields)),
            Expr::Struct(named) => of_named(named),
            Expr::Char(_) | Expr::Byte(_) | Expr::Bytes(_) | Expr::Map(_) | Expr::Error(_) => Value::Strange,
        };
        Self { start: span.start_offset, end: span.end_offset, value }
    }
}

impl Text {
    fn of(text: &ast::StringExpr<'_>) -> Self {
        Self { value: text.value.replace("\r\n", "\n"), raw: text.raw.clone().into_owned() }
    }

    /// How many bytes after the opening quote's first byte the byte `at` of the value is written.
    pub fn written(&self, at: usize) -> usize {
        let opening = self.raw.find('"').map_or(0, |quote| quote + 1);
        let escapes = !self.raw.starts_with('r');
        let mut rest = self.raw.get(opening..).unwrap_or_default();
        let mut read = 0;
        while read < at && !rest.is_empty() {
            let (written, meant) = one(rest, escapes);
            read += meant;
            rest = rest.get(written..).unwrap_or_default();
        }
        self.raw.len() - rest.len()
    }
}

/// How long the first character of a text is as written, and as read.
fn one(rest: &str, escapes: bool) -> (usize, usize) {
    let mut chars = rest.chars();
    let first = chars.next().map_or(1, char::len_utf8);
    if rest.starts_with("\r\n") {
        return (2, 1);
    }
    if !escapes || !rest.starts_with('\\') {
        return (first, first);
    }
    match chars.next() {
        Some('x') => (4, 1),
        Some('u') => {
            let written = rest.find('}').map_or(rest.len(), |end| end + 1);
            let digits = rest.get(3..written.saturating_sub(1)).unwrap_or_default();
            let meant = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
            (written, meant.map_or(1, char::len_utf8))
        }
        _ => (2, 1),
    }
}

fn of_named(named: &ast::StructExpr<'_>) -> Value {
    let name = named.name.name.clone().into_owned();
    match &named.body {
        None => Value::Word(name),
        Some(StructBody::Tuple(tuple)) => Value::Tuple(Some(name), items(&tuple.elements)),
        Some(StructBody::Fields(record)) => Value::Record(Some(name), fields(&record.fields)),
    }
}

fn items(elements: &[ast::TupleElement<'_>]) -> Vec<Node> {
    elements.iter().map(|element| Node::of_expr(&element.expr)).collect()
}

fn fields(fields: &[ast::StructField<'_>]) -> Vec<Field> {
    let field = |field: &ast::StructField<'_>| Field {
        name: field.name.name.clone().into_owned(),
        start: field.name.span.start_offset,
        node: Node::of_expr(&field.value),
    };
    fields.iter().map(field).collect()
}

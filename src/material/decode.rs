//! From tree to values, never stopping: what cannot be read is reported, a stand-in takes its place, and reading
//! goes on. The stand-ins never leave this layer: a file with a problem gives no piece.
//!
//! The two macros list fields and variants; the compiler checks that none is missing.

use std::collections::BTreeSet;

use super::source::MOST_TOLD;
use super::tree::{Field, Node, Text, Value};
use super::trouble::{Form, ShapeTrouble, Trouble};

/// A value that can be read from a tree.
pub trait Decode: Sized {
    /// The value at `node`, or a stand-in after reporting why there is none.
    fn decode(node: &Node, sink: &mut Sink) -> Self;

    /// What takes the place of a value that cannot be read.
    fn stand_in() -> Self;

    /// What holds when the field is left out, if it may be.
    fn absent() -> Option<Self> {
        None
    }
}

/// A struct, read field by field.
pub trait Record: Decode {
    /// The value, by asking for each of its fields.
    fn of_fields(fields: &mut Fields<'_, '_>) -> Self;
}

/// Gathers what is wrong with one file, and at which byte.
#[derive(Default)]
pub struct Sink {
    found: Vec<(usize, Trouble)>,
    texts: Vec<Written>,
}

/// A text in two languages as it stands in the file.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The Japanese one and its first byte.
    pub ja: Option<(usize, Text)>,
    /// The English one and its first byte.
    pub en: Option<(usize, Text)>,
}

impl Sink {
    /// Notes what is wrong at a byte of the file.
    pub fn report(&mut self, at: usize, trouble: impl Into<Trouble>) {
        if !self.is_full() {
            self.found.push((at, trouble.into()));
        }
    }

    /// Whether so much is wrong that nobody will read more of it.
    pub fn is_full(&self) -> bool {
        self.found.len() > 2 * MOST_TOLD
    }

    /// The word among `known` that `word` was probably meant to be.
    pub fn nearest<'k>(&self, word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
        // What nobody will read need not be searched for, and nothing this long is a slip of the finger.
        if self.is_full() || word.len() > 64 {
            return None;
        }
        let known: Vec<&str> = known.into_iter().collect();
        let close = similar::get_close_matches(word, &known, 1, 0.6);
        close.first().map(|near| (*near).to_owned())
    }

    /// Notes a text, so that its placeholders can be checked when all parameters are known.
    pub fn text(&mut self, written: Written) {
        self.texts.push(written);
    }

    /// The texts noted, in the order of the file.
    pub fn texts(&self) -> &[Written] {
        &self.texts
    }

    /// The bytes at which something is wrong.
    pub fn places(&self) -> BTreeSet<usize> {
        self.found.iter().map(|(at, _)| *at).collect()
    }

    /// Everything noted.
    pub fn found(self) -> Vec<(usize, Trouble)> {
        self.found
    }

    /// Notes that something of another form stands here.
    pub fn wrong_form(&mut self, wanted: Form, node: &Node) {
        self.report(node.start, ShapeTrouble::WrongForm { wanted, found: node.form() });
    }
}

/// The fields of a record while they are being read.
pub struct Fields<'n, 's> {
    /// Where a missing field is reported.
    start: usize,
    /// `None` when the record itself could not be read, so that its fields are not called missing.
    given: Option<&'n [Field]>,
    asked: Vec<&'static str>,
    sink: &'s mut Sink,
}

impl<'n, 's> Fields<'n, 's> {
    /// The fields of `node`, which should be `(…)` or `name(…)`.
    pub fn of(node: &'n Node, name: &str, sink: &'s mut Sink) -> Self {
        let fields = match &node.value {
            Value::Record(found, fields) if found.as_deref().is_none_or(|found| found == name) => {
                Some(fields.as_slice())
            }
            _ => {
                sink.wrong_form(Form::Record, node);
                None
            }
        };
        Self { start: node.start, given: fields, asked: Vec::new(), sink }
    }

    /// The fields of a file, `format` being read already.
    pub fn of_file(node: &'n Node, fields: &'n [Field], sink: &'s mut Sink) -> Self {
        Self { start: node.start, given: Some(fields), asked: vec!["format"], sink }
    }

    /// The field called `name`.
    pub fn take<T: Decode>(&mut self, name: &'static str) -> T {
        self.asked.push(name);
        let Some(fields) = self.given else {
            return T::stand_in();
        };
        let mut named = fields.iter().filter(|field| field.name == name);
        let Some(first) = named.next() else {
            return T::absent().unwrap_or_else(|| {
                self.sink.report(self.start, ShapeTrouble::MissingField(name));
                T::stand_in()
            });
        };
        for again in named {
            self.sink.report(again.start, ShapeTrouble::DuplicateField(name.to_owned()));
        }
        T::decode(&first.node, self.sink)
    }

    /// Reports the fields that nobody asked for.
    pub fn finish(self) {
        for field in self.given.unwrap_or_default() {
            if !self.asked.contains(&field.name.as_str()) {
                let near = self.sink.nearest(&field.name, self.asked.iter().copied());
                let unknown = ShapeTrouble::UnknownField {
                    name: field.name.clone(),
                    near,
                    allowed: self.asked.clone(),
                };
                self.sink.report(field.start, unknown);
            }
        }
    }
}

/// A keyword and what stands in its brackets.
pub struct Variant<'n> {
    node: &'n Node,
    name: &'n str,
}

impl<'n> Variant<'n> {
    /// The keyword at `node`, if one of `allowed` (each as it is written) stands there.
    pub fn of(node: &'n Node, allowed: &'static [&'static str], sink: &mut Sink) -> Option<Self> {
        let words = || allowed.iter().map(|form| form.split('(').next().unwrap_or(form));
        let (name, found) = match &node.value {
            Value::Word(name) | Value::Tuple(Some(name), _) | Value::Record(Some(name), _) => {
                (name, name.clone())
            }
            // Quotes round a keyword are the usual slip.
            Value::Text(text) => (&text.value, format!("\"{}\"", text.value)),
            _ => {
                sink.wrong_form(Form::Word, node);
                return None;
            }
        };
        if !words().any(|word| word == found) {
            let near = sink.nearest(name, words());
            sink.report(node.start, ShapeTrouble::UnknownVariant { found, near, allowed });
            return None;
        }
        Some(Self { node, name })
    }

    /// Whether this is the keyword that `form` begins with.
    pub fn is(&self, form: &str) -> bool {
        form.split('(').next() == Some(self.name)
    }

    /// What stands in the brackets, if it is as many values as it should be.
    pub fn items(&self, count: usize, form: &'static str, sink: &mut Sink) -> Option<&'n [Node]> {
        let items = match &self.node.value {
            Value::Tuple(_, items) if items.len() == count => Some(items.as_slice()),
            Value::Word(_) if count == 0 => Some([].as_slice()),
            _ => None,
        };
        if items.is_none() {
            sink.report(self.node.start, ShapeTrouble::VariantForm { wanted: form });
        }
        items
    }

    /// The named fields in the brackets, if that is what stands there.
    pub fn fields<'s>(&self, form: &'static str, sink: &'s mut Sink) -> Option<Fields<'n, 's>> {
        let Value::Record(_, fields) = &self.node.value else {
            sink.report(self.node.start, ShapeTrouble::VariantForm { wanted: form });
            return None;
        };
        Some(Fields { start: self.node.start, given: Some(fields), asked: Vec::new(), sink })
    }
}

/// `record!(Type: field, …)`: a struct that is written `(field: …, …)`; `absent` says what holds when it is left out.
macro_rules! record {
    ($type:ident $(absent $absent:expr)?; $($field:ident),+ $(,)?) => {
        impl $crate::material::decode::Record for $type {
            fn of_fields(fields: &mut $crate::material::decode::Fields<'_, '_>) -> Self {
                Self { $($field: fields.take(stringify!($field))),+ }
            }
        }

        impl $crate::material::decode::Decode for $type {
            fn decode(node: &$crate::material::tree::Node, sink: &mut $crate::material::decode::Sink) -> Self {
                let mut fields = $crate::material::decode::Fields::of(node, stringify!($type), sink);
                let value = $crate::material::decode::Record::of_fields(&mut fields);
                fields.finish();
                value
            }

            fn stand_in() -> Self {
                Self { $($field: $crate::material::decode::Decode::stand_in()),+ }
            }

            $(fn absent() -> Option<Self> {
                Some($absent)
            })?
        }
    };
}
pub(crate) use record;

/// `variants!(Type, stand-in; Word, Word(value, …), Word { field, … })`: an enum that is written by keyword.
macro_rules! variants {
    (
        $type:ident, $stand_in:expr $(, absent $absent:expr)?;
        $($variant:ident $(($($item:ident),+))? $({$($field:ident),+ $(,)?})?),+ $(,)?
    ) => {
        // The compiler checks that every variant is listed.
        const _: fn(&$type) = |value| match value {
            $($type::$variant { .. } => (),)+
        };

        impl $crate::material::decode::Decode for $type {
            fn decode(node: &$crate::material::tree::Node, sink: &mut $crate::material::decode::Sink) -> Self {
                const FORMS: &[&str] =
                    &[$($crate::material::decode::form!($variant $(($($item),+))? $({$($field),+})?)),+];
                let Some(variant) = $crate::material::decode::Variant::of(node, FORMS, sink) else {
                    return Self::stand_in();
                };
                $(if variant.is(stringify!($variant)) {
                    let form = $crate::material::decode::form!($variant $(($($item),+))? $({$($field),+})?);
                    let value = $crate::material::decode::variant!(variant, form, sink, $variant $(($($item),+))? $({$($field),+})?);
                    return value.unwrap_or_else(Self::stand_in);
                })+
                Self::stand_in()
            }

            fn stand_in() -> Self {
                $stand_in
            }

            $(fn absent() -> Option<Self> {
                Some($absent)
            })?
        }
    };
}
pub(crate) use variants;

/// How a variant is written.
macro_rules! form {
    ($variant:ident) => { stringify!($variant) };
    ($variant:ident($first:ident $(, $item:ident)*)) => {
        concat!(stringify!($variant), "(", stringify!($first) $(, ", ", stringify!($item))*, ")")
    };
    ($variant:ident { $first:ident $(, $field:ident)* }) => {
        concat!(stringify!($variant), "(", stringify!($first), ": …" $(, ", ", stringify!($field), ": …")*, ")")
    };
}
pub(crate) use form;

/// The value of a variant, or `None` after reporting what its brackets should hold.
macro_rules! variant {
    ($found:ident, $form:ident, $sink:ident, $variant:ident) => {
        $found.items(0, $form, $sink).map(|_| Self::$variant)
    };
    ($found:ident, $form:ident, $sink:ident, $variant:ident($($item:ident),+)) => {
        match $found.items([$(stringify!($item)),+].len(), $form, $sink) {
            Some([$($item),+]) => Some(Self::$variant($($crate::material::decode::Decode::decode($item, $sink)),+)),
            _ => None,
        }
    };
    ($found:ident, $form:ident, $sink:ident, $variant:ident { $($field:ident),+ }) => {
        $found.fields($form, $sink).map(|mut fields| {
            let value = Self::$variant { $($field: fields.take(stringify!($field))),+ };
            fields.finish();
            value
        })
    };
}
pub(crate) use variant;

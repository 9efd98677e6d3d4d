//! The small things that everything else is made of: texts, numbers, ids, lists.

use crate::domain::id::{Minute, Slug, slug};
use crate::domain::words::Bilingual;
use crate::material::decode::{Decode, Fields, Sink, Written};
use crate::material::tree::{Node, Text, Value};
use crate::material::trouble::{Form, ShapeTrouble, TextTrouble, Tongue};

impl Decode for String {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        text(node, Tongue::None, sink).map(|text| text.value.clone()).unwrap_or_default()
    }

    fn stand_in() -> Self {
        Self::new()
    }
}

impl Decode for Slug {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        let Value::Text(text) = &node.value else {
            sink.wrong_form(Form::Text, node);
            return Self::stand_in();
        };
        Self::new(&text.value).unwrap_or_else(|| {
            let near = mended(&text.value);
            sink.report(node.start, ShapeTrouble::BadId { found: text.value.clone(), near });
            Self::stand_in()
        })
    }

    fn stand_in() -> Self {
        slug("unreadable")
    }
}

/// The id that was probably meant: case, underscores and blanks are the usual slips.
fn mended(text: &str) -> Option<String> {
    let mended = text.trim().to_lowercase().replace(['_', ' '], "-");
    Slug::new(&mended).map(String::from)
}

impl Decode for Bilingual {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        match &node.value {
            Value::Text(_) => {
                let ja = Ja::decode(node, sink);
                bilingual(ja, None, sink)
            }
            Value::Record(None, _) => {
                let mut fields = Fields::of(node, "", sink);
                let (ja, en) = (fields.take("ja"), fields.take("en"));
                fields.finish();
                bilingual(ja, en, sink)
            }
            _ => {
                sink.wrong_form(Form::Bilingual, node);
                Self::stand_in()
            }
        }
    }

    fn stand_in() -> Self {
        Self::default()
    }
}

fn bilingual(Ja(ja): Ja, en: Option<En>, sink: &mut Sink) -> Bilingual {
    let en = en.and_then(|En(en)| en);
    let words = |text: &Option<(usize, Text)>| text.as_ref().map(|(_, text)| text.value.clone());
    let value = Bilingual { ja: words(&ja).unwrap_or_default(), en: words(&en) };
    sink.text(Written { ja, en });
    value
}

/// The Japanese half of a text, with its place.
struct Ja(Option<(usize, Text)>);

impl Decode for Ja {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        Self(text(node, Tongue::Ja, sink).map(|text| (node.start, text.clone())))
    }

    fn stand_in() -> Self {
        Self(None)
    }
}

/// The English half of a text, with its place.
struct En(Option<(usize, Text)>);

impl Decode for En {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        Self(text(node, Tongue::En, sink).map(|text| (node.start, text.clone())))
    }

    fn stand_in() -> Self {
        Self(None)
    }
}

fn text<'n>(node: &'n Node, tongue: Tongue, sink: &mut Sink) -> Option<&'n Text> {
    let Value::Text(text) = &node.value else {
        sink.wrong_form(Form::Text, node);
        return None;
    };
    if text.value.trim().is_empty() {
        sink.report(node.start, TextTrouble::Empty(tongue));
    }
    Some(text)
}

impl Decode for bool {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        let Value::YesNo(yes) = node.value else {
            sink.wrong_form(Form::YesNo, node);
            return Self::stand_in();
        };
        yes
    }

    fn stand_in() -> Self {
        false
    }
}

macro_rules! whole_number {
    ($($type:ident),+) => {
        $(impl Decode for $type {
            fn decode(node: &Node, sink: &mut Sink) -> Self {
                let number = number(node, u64::from($type::MAX), sink);
                number.and_then(|number| Self::try_from(number).ok()).unwrap_or_else(Self::stand_in)
            }

            fn stand_in() -> Self {
                0
            }
        })+
    };
}

whole_number!(u8, u32, u64);

fn number(node: &Node, most: u64, sink: &mut Sink) -> Option<u64> {
    let Value::Number(written) = &node.value else {
        sink.wrong_form(Form::Number, node);
        return None;
    };
    let plain = written.replace('_', "");
    let (digits, radix) = match plain.get(..2) {
        Some("0x") => (plain.trim_start_matches("0x"), 16),
        Some("0o") => (plain.trim_start_matches("0o"), 8),
        Some("0b") => (plain.trim_start_matches("0b"), 2),
        _ => (plain.as_str(), 10),
    };
    let number = u64::from_str_radix(digits, radix).ok().filter(|number| *number <= most);
    if number.is_none() {
        sink.report(node.start, ShapeTrouble::OutOfRange { found: written.clone(), least: 0, most });
    }
    number
}

impl Decode for Minute {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        Self(u32::decode(node, sink))
    }

    fn stand_in() -> Self {
        Self::default()
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        let Value::List(items) = &node.value else {
            sink.wrong_form(Form::List, node);
            return Self::stand_in();
        };
        items.iter().map(|item| T::decode(item, sink)).collect()
    }

    fn stand_in() -> Self {
        Self::new()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        match &node.value {
            Value::Maybe(None) => None,
            Value::Maybe(Some(inner)) => Some(T::decode(inner, sink)),
            _ => Some(T::decode(node, sink)),
        }
    }

    fn stand_in() -> Self {
        None
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

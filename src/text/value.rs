//! What a cell holds, in words.
//!
//! For reading only: what an input field starts with is the stored text, not this.

pub use crate::domain::placeholder::thousands as number;
use crate::domain::sheet::{Field, FieldKind, Source, Value};
use crate::domain::words::Lang;
use crate::domain::workshop::GroupView;
use crate::text::clock;

/// A cell's value in words: names for ids, separators in numbers, weekdays in dates. Empty when it is.
pub fn shown(view: &GroupView<'_>, field: &Field, value: &Value, lang: Lang) -> String {
    match (value, field.kind) {
        (Value::Empty, _) => String::new(),
        (Value::Text(text), FieldKind::Moment) => clock::moment(text, lang),
        (Value::Text(text), _) => text.clone(),
        (Value::Material(text), _) => text.get(lang).to_owned(),
        (Value::Number(number), _) => self::number(*number),
        (Value::Minute(minute), _) => clock::minute(*minute, lang),
        (Value::Choice(id), FieldKind::Given(source)) => item(view, source, id, lang),
        (Value::Choice(id), _) => {
            let option = field.option(id);
            option.map_or_else(|| id.clone(), |option| option.words.get(lang).to_owned())
        }
        (Value::Several(ids), FieldKind::Several(source)) => {
            list(ids.iter().map(|id| item(view, source, id.as_str(), lang)), lang)
        }
        (Value::Several(ids), _) => list(ids.iter().map(ToString::to_string), lang),
    }
}

/// Several names in a row: 「甲、乙」, `A, B`.
pub fn list(names: impl Iterator<Item = String>, lang: Lang) -> String {
    let between = match lang {
        Lang::Ja => "、",
        Lang::En => ", ",
    };
    names.collect::<Vec<_>>().join(between)
}

fn item(view: &GroupView<'_>, source: Source, id: &str, lang: Lang) -> String {
    view.words_for(source, id).get(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_separators_by_thousands() {
        assert_eq!(number(50), "50");
        assert_eq!(number(5_000_000), "5,000,000");
    }
}

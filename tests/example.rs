//! The finished example holds what it promises: it applies without a refusal, and it shows a workshop well done, the same
//! one in both languages.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use kijo::domain::event::{Place, Round};
use kijo::domain::flow::STEPS;
use kijo::domain::gaps::Flag;
use kijo::domain::id::{EntryId, GroupId, RowId};
use kijo::domain::log_request::Resolution;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::words::Lang;
use kijo::domain::workshop::{GroupView, Revision, Snapshot, Stage, Workshop};
use kijo::example;
use kijo::store::{Entry, SqliteLog};
use serde_json::Value as Json;
use unicode_width::UnicodeWidthChar as _;

/// The example, made once for all tests.
fn workshop() -> &'static Workshop {
    static MADE: OnceLock<Workshop> = OnceLock::new();
    MADE.get_or_init(|| {
        let place = tempfile::tempdir().expect("the example is there");
        let path = place.path().join("example.kijo");
        let session = example::create(&path, Lang::Ja).expect("the example is there");
        session.workshop().clone()
    })
}

fn group() -> GroupView<'static> {
    workshop().view(GroupId(1)).expect("the example is there")
}

fn of_round(artefact: Artefact, round: Round) -> Place {
    Place { artefact, round: Some(round) }
}

fn revisions() -> impl Iterator<Item = (&'static Cell, &'static Revision)> {
    let histories = group().group.sheets.histories();
    histories.flat_map(|(cell, history)| history.revisions.iter().map(move |one| (cell, one)))
}

/// Why a revision was made: its own reason, or its change set's.
fn reason(revision: &Revision) -> Option<&str> {
    let sets = &group().group.change_sets;
    let of_set = |id: &EntryId| sets.iter().find(|set| set.id == *id).map(|set| set.reason.as_str());
    let own = revision.reason.as_deref();
    own.or_else(|| revision.change_set.as_ref().and_then(of_set))
}

/// Rows of the response table in which nobody decides or nobody acts.
fn without_owner(round: Round, snapshot: Snapshot) -> usize {
    let view = group();
    let rows = view.rows(of_round(Artefact::ResponseTable, round), "rows");
    let nobody = |row: &RowId, field: &str| {
        let cell = Cell::row(Artefact::ResponseTable, Some(round), row, field);
        view.value_at(&cell, snapshot).is_empty()
    };
    let written = |row: &RowId| !nobody(row, "situation");
    let open = rows.iter().filter(|row| written(&row.id));
    open.filter(|row| nobody(&row.id, "decision-owner") || nobody(&row.id, "action-owner")).count()
}

#[test]
fn it_is_opened_to_be_read_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("the example is there");
    let session = example::open(folder.path(), Lang::En).expect("the example is there");
    assert!(!session.is_writable());
    assert_eq!(session.workshop().groups.len(), 1);
    assert!(!cfg!(unix) || !session.path().exists());
    assert_eq!(std::fs::read_dir(folder.path()).expect("the example is there").count(), 0);
}

#[test]
fn both_rounds_are_played_and_every_step_is_closed() {
    let view = group();
    for round in [Round::One, Round::Two] {
        assert!(view.has_been_played(round));
        assert!(view.play(round).expect("the example is there").scenes.len() >= 4);
    }
    assert_eq!(view.group.stage, Stage::WrapUp);
    for step in STEPS {
        assert!(view.group.closed.contains(&step), "{step:?} is left open");
    }
}

#[test]
fn the_review_changes_all_eight_artefacts_each_time_for_a_reason() {
    let in_review = |revision: &Revision| revision.stage == Stage::Review;
    for artefact in Artefact::REVISABLE {
        let mut changed = revisions().filter(|(cell, one)| cell.artefact == artefact && in_review(one));
        assert!(changed.next().is_some(), "{artefact:?} is not revised");
    }
    for (cell, revision) in revisions().filter(|(_, one)| in_review(one)) {
        let needed = Artefact::REVISABLE.contains(&cell.artefact);
        assert!(!needed || reason(revision).is_some(), "{cell:?} has no reason");
    }
    assert!((5..=8).contains(&group().group.change_sets.len()));
}

#[test]
fn the_factor_is_in_force_and_somebody_stands_in_for_whoever_is_silent() {
    let view = group();
    let factors = &view.play(Round::Two).expect("the example is there").factors;
    assert_eq!(factors.len(), 1);
    assert_eq!(factors[0].id, *"c-01");
    assert!(factors[0].struck.is_some() && factors[0].draw.is_some());
    let failed = &view.group.contact_failures;
    assert!(failed.iter().any(|failure| failure.stakeholder == *"cio"));
    for artefact in [Artefact::InitialResponse, Artefact::ResponseTable] {
        let place = of_round(artefact, Round::Two);
        for row in view.group.sheets.all_rows(place) {
            let mut flags = view.flags(place, &row.id).into_iter();
            assert!(!flags.any(|flag| matches!(flag, Flag::Unreachable(_))), "{:?}", row.id);
        }
    }
}

#[test]
fn nothing_is_left_in_conflict() {
    assert_eq!(group().group.conflicts, []);
}

#[test]
fn the_comparison_has_something_to_show() {
    assert_eq!(without_owner(Round::One, Snapshot::PlayedOne), 2);
    assert_eq!(without_owner(Round::One, Snapshot::Reviewed), 0);
    assert_eq!(without_owner(Round::Two, Snapshot::PlayedTwo), 0);
    let answer = |round| {
        let asked = &group().play(round).expect("the example is there").requests;
        let of_the_directory = asked.iter().find(|one| one.row == *"ad").expect("the example is there");
        of_the_directory.resolution.clone()
    };
    assert!(matches!(answer(Round::One), Resolution::Partial(_)));
    assert_eq!(answer(Round::Two), Resolution::Available);
}

#[test]
fn the_first_round_shows_every_kind_of_answer_and_all_are_given() {
    let view = group();
    let asked = |round| view.play(round).expect("the example is there").requests.iter();
    let has = |is: fn(&Resolution) -> bool| asked(Round::One).any(|one| is(&one.resolution));
    assert!(has(|one| *one == Resolution::Available));
    assert!(has(|one| matches!(one, Resolution::Partial(_))));
    assert!(has(|one| matches!(one, Resolution::NotAvailable(_))));
    assert!(has(|one| matches!(one, Resolution::Unknown(_))));
    assert!([Round::One, Round::Two].into_iter().flat_map(asked).all(|one| one.answer.is_some()));
}

#[test]
fn every_given_row_of_the_second_round_and_of_the_critique_is_filled() {
    for step in STEPS.iter().filter(|step| step.round() == Some(Round::Two)) {
        assert_eq!(group().gaps(*step), [], "{step:?}");
    }
    assert_eq!(group().gaps(*STEPS.last().expect("the example is there")), []);
}

#[test]
fn improvements_have_a_reason_an_owner_and_a_date() {
    let place = Place { artefact: Artefact::Improvements, round: None };
    assert!(group().rows(place, "improvements").len() >= 6);
    assert_eq!(group().gaps_of(place), []);
}

#[test]
fn what_people_wrote_shows_the_same_in_every_terminal() {
    let reasons = group().group.change_sets.iter().map(|set| set.reason.as_str());
    let notes = workshop().notes.iter().map(|note| note.text.as_str());
    let people = workshop().people.values().map(|person| person.name.as_str());
    let cells = revisions().filter_map(|(_, revision)| match &revision.value {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let own = revisions().filter_map(|(_, revision)| revision.reason.as_deref());
    for text in reasons.chain(notes).chain(people).chain(cells).chain(own) {
        // Characters of ambiguous width, such as ○ or →, are the ones that the two tables measure differently.
        let unsteady = text.chars().find(|c| c.width() != c.width_cjk());
        assert_eq!(unsteady, None, "{text}");
        assert!(!text.contains("漏洩"), "{text}");
    }
}

#[test]
fn table_cells_end_in_nouns() {
    let tables = [Artefact::InitialResponse, Artefact::ResponseTable, Artefact::Report];
    for (cell, revision) in revisions().filter(|(cell, _)| tables.contains(&cell.artefact)) {
        let quoted = cell.field == "verbatim";
        if let (Value::Text(text), false) = (&revision.value, quoted) {
            let polite = ["です", "ます", "した", "する", "。"].iter().any(|end| text.ends_with(end));
            assert!(!polite, "{text}");
        }
    }
}

/// What every Japanese text of the example is in English.
fn pairs() -> Vec<(String, String)> {
    ron::from_str(include_str!("../example/english.ron")).expect("the table is readable")
}

#[test]
fn every_pair_of_texts_is_used_and_stands_there_once() {
    let commands = include_str!("../example/workshop.ron");
    for (japanese, _) in pairs() {
        let literal = ron::to_string(&japanese).expect("a text can be written");
        assert!(commands.contains(&literal), "{literal} is not in the example");
    }
    let different: BTreeSet<String> = pairs().into_iter().map(|(japanese, _)| japanese).collect();
    assert_eq!(different.len(), pairs().len());
}

/// The numbers of a text but nought, as an amount of 1,050万 or 10.5 million is one: they mean the same in each language.
fn numbers(text: &str) -> Vec<u64> {
    let text = text.replace("万", " million*").replace(" million", "million");
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && !",.*".contains(c));
    words.flat_map(amounts).filter(|number| *number > 0).collect()
}

/// The numbers of a word: of `203.0.113.4` all four, of `10.5million` one.
fn amounts(word: &str) -> Vec<u64> {
    let whole = |text: &str| text.replace(',', "").parse::<u64>().ok();
    if let Some((amount, rest)) = word.split_once("million") {
        let unit = if rest.starts_with('*') { 10_000 } else { 1_000_000 };
        let (ones, tenths) = amount.split_once('.').unwrap_or((amount, "0"));
        let number = whole(ones).zip(whole(tenths)).map(|(ones, tenths)| ones * unit + tenths * unit / 10);
        return number.into_iter().collect();
    }
    word.split(|c: char| !c.is_ascii_digit() && c != ',').filter_map(whole).collect()
}

/// The numbers that a text spells out: of each, all words that may stand for it.
fn spelled_out(text: &str) -> Vec<u64> {
    const WORDS: [&str; 12] = [
        "a an one once first january",
        "two twice both second february",
        "three third march",
        "four fourth april",
        "five fifth may",
        "six sixth june",
        "seven july",
        "eight august",
        "nine september",
        "ten october",
        "november",
        "noon december",
    ];
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    let number = |word| WORDS.iter().zip(1..).find(|(list, _)| list.split(' ').any(|one| one == word));
    words.filter_map(number).map(|(_, number)| number).collect()
}

#[test]
fn both_languages_say_the_same_numbers_and_times() {
    for (japanese, english) in pairs() {
        let mut wanted = numbers(&japanese);
        for number in numbers(&english) {
            let at = wanted.iter().position(|one| *one == number);
            wanted.remove(at.unwrap_or_else(|| panic!("{number} is not in {japanese}\n{english}")));
        }
        let mut words = spelled_out(&english);
        for number in wanted {
            let at = words.iter().position(|one| *one == number);
            words.remove(at.unwrap_or_else(|| panic!("{number} is missing: {japanese}\n{english}")));
        }
    }
}

/// What is recorded of the example in this language.
fn recorded(lang: Lang) -> Vec<Entry> {
    let place = tempfile::tempdir().expect("the example is there");
    let path = place.path().join("example.kijo");
    drop(example::create(&path, lang).expect("the example is there"));
    let opened = SqliteLog::open_read_only(&path).expect("the example is there");
    opened.entries.into_iter().map(|stored| stored.entry).collect()
}

/// All that is told in English. Material is recorded in both languages.
fn in_english(body: &Json) -> String {
    match body {
        Json::Object(fields) => {
            let told = fields.iter().filter(|(name, _)| *name != "ja" || !fields.contains_key("en"));
            told.map(|(_, inner)| in_english(inner)).collect()
        }
        Json::Array(items) => items.iter().map(in_english).collect(),
        Json::String(text) => text.clone(),
        _ => String::new(),
    }
}

#[test]
fn the_english_example_is_the_same_workshop_and_english_throughout() {
    let (japanese, english) = (recorded(Lang::Ja), recorded(Lang::En));
    assert_eq!(japanese.len(), english.len());
    for (one, two) in japanese.iter().zip(&english) {
        assert!(in_english(&two.body).is_ascii(), "{}", two.body);
        let shape = |of: &Entry| {
            let field = |name: &str| of.body.pointer(&format!("/cell/{name}")).map(ToString::to_string);
            let value = of.body.pointer("/value").and_then(|value| value.as_object()?.keys().next().cloned());
            let time = (of.envelope.stated, of.envelope.round, of.envelope.minute);
            (of.kind.clone(), time, field("artefact"), field("field"), value)
        };
        assert_eq!(shape(one), shape(two));
    }
}

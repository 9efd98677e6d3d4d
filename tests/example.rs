//! The finished example holds what it promises: it applies without a refusal, and it shows a workshop well done.

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

//! Round one against round two, and against its review: what is aligned, why it changed, what is measured.

mod support;

use kijo::domain::command::Command;
use kijo::domain::comparison::{Comparison, Mark, Pair, Presence, RowComparison, compare};
use kijo::domain::coverage::coverage;
use kijo::domain::event::{Actor, Place, Round, Step};
use kijo::domain::id::{EntryId, Minute, ParticipantId, RowId, slug};
use kijo::domain::metrics::{Amount, Behind, Reading, What, contributions, metrics};
use kijo::domain::sheet::{Artefact, Cell, Value};
use proptest::prelude::*;
use support::{Story, begun, choice, environment, response, several, text};

fn rows(comparison: &Comparison, artefact: Artefact) -> Vec<&RowComparison> {
    let sheets = comparison.sheets.iter().filter(|sheet| sheet.before.artefact == artefact);
    sheets.flat_map(|sheet| &sheet.sections).flat_map(|section| &section.rows).collect()
}

type Names<'a> = (Option<&'a str>, Option<&'a str>);

/// Which response row stands against which.
fn pairs(comparison: &Comparison) -> Vec<Names<'_>> {
    let aligned = rows(comparison, Artefact::ResponseTable).into_iter();
    aligned
        .map(|row| {
            let (one, two) = (row.before.as_ref(), row.after.as_ref());
            (one.map(RowId::as_str), two.map(RowId::as_str))
        })
        .collect()
}

type Response<'a> = (&'a str, &'a [(&'a str, Value)]);

/// Both rounds of two incidents, with these response rows.
fn two_rounds(incidents: [&str; 2], one: &[Response<'_>], two: &[Response<'_>]) -> Story {
    let mut story = begun();
    for (round, incident, rows) in [(Round::One, incidents[0], one), (Round::Two, incidents[1], two)] {
        story.choose(round, incident);
        for (row, fields) in rows {
            story.respond(round, row, fields);
        }
    }
    story
}

#[test]
fn response_rows_meet_by_topic_phase_and_item_one_to_one() {
    let about = |rule: &str, phase: &str| [("rule", several(&[rule])), ("phase", choice(phase))];
    let story = two_rounds(
        ["leak", "spam"],
        &[
            ("one-a", &about("escalation", "a")),
            ("one-b", &about("escalation", "a")),
            ("one-c", &about("publication", "c")),
        ],
        &[("two-a", &about("escalation", "a")), ("two-d", &about("publication", "a"))],
    );
    let comparison = compare(&story.view(), Pair::Rounds);
    assert_eq!(
        pairs(&comparison),
        [(Some("one-a"), Some("two-a")), (Some("one-b"), None), (Some("one-c"), None), (None, Some("two-d")),]
    );
}

#[test]
fn words_never_align_rows_of_different_incidents() {
    let told = [("situation", text("外部への通信が見つかり、端末を特定した"))];
    let different = two_rounds(["leak", "spam"], &[("one", &told)], &[("two", &told)]);
    let comparison = compare(&different.view(), Pair::Rounds);
    assert_eq!(pairs(&comparison), [(Some("one"), None), (None, Some("two"))]);

    let same = two_rounds(["leak", "leak"], &[("one", &told)], &[("two", &told)]);
    let comparison = compare(&same.view(), Pair::Rounds);
    assert_eq!(pairs(&comparison), [(Some("one"), Some("two"))]);
}

#[test]
fn a_change_of_the_review_carries_reason_author_and_time() {
    let mut story = begun();
    story.choose(Round::One, "leak").enter(Step::Review);
    story.because("ログが足りなかった").by("suzuki");
    story.write(environment(Artefact::FactSheet, "proxy", "log-days"), Value::Number(90));
    let comparison = compare(&story.view(), Pair::Review);
    let facts = rows(&comparison, Artefact::FactSheet);
    let cell = facts[0].cells.iter().find(|cell| cell.field.key == "log-days").expect("the field is there");
    assert_eq!((&cell.before, &cell.after), (&Value::Number(30), &Value::Number(90)));
    let change = cell.changes.last().expect("somebody changed it");
    assert_eq!(change.set.as_deref(), Some("ログが足りなかった"));
    assert_eq!(change.actor, Actor::Participant(ParticipantId::from("suzuki")));
    assert!(change.at.to_rfc3339().starts_with("2026-11-21T13:"));
    assert_eq!(facts.iter().filter(|row| row.differs()).count(), 1);
}

#[test]
fn rows_added_and_taken_out_in_the_review_say_why() {
    let mut story = begun();
    story.add(Artefact::Rules, None, "rules", "old");
    story.write(environment(Artefact::Rules, "old", "document"), text("旧規程"));
    story.choose(Round::One, "leak").enter(Step::Review);
    story.because("規程を作り直す");
    story.command(Command::RemoveRow {
        place: Place { artefact: Artefact::Rules, round: None },
        row: RowId::from("old"),
    });
    story.add(Artefact::Rules, None, "rules", "new");
    let comparison = compare(&story.view(), Pair::Review);
    let found: Vec<_> = rows(&comparison, Artefact::Rules)
        .into_iter()
        .map(|row| {
            let why = row.change.as_ref().and_then(|change| change.set.clone());
            (row.presence, why)
        })
        .collect();
    let why = Some("規程を作り直す".to_owned());
    assert_eq!(found, [(Presence::OnlyBefore, why.clone()), (Presence::OnlyAfter, why)]);
}

#[test]
fn gaps_are_marked_fixed_repeated_new_and_lost() {
    let key = || ("rule", several(&["escalation"]));
    let story = two_rounds(
        ["leak", "spam"],
        &[("one", &[key(), ("action", text("連絡"))])],
        &[("two", &[key(), ("situation", text("通報"))]), ("alone", &[("phase", choice("c"))])],
    );
    let comparison = compare(&story.view(), Pair::Rounds);
    let table = rows(&comparison, Artefact::ResponseTable);
    let mark = |row: usize, field: &str| {
        let cells = &table[row].cells;
        cells.iter().find(|cell| cell.field.key == field).and_then(|cell| cell.mark)
    };
    assert_eq!(mark(0, "situation"), Some(Mark::Fixed));
    assert_eq!(mark(0, "action-owner"), Some(Mark::Repeated));
    assert_eq!(mark(0, "action"), Some(Mark::Lost));
    assert_eq!(mark(1, "action"), Some(Mark::New));
}

#[test]
fn a_policy_gap_closed_in_the_review_counts_for_round_two_only() {
    let mut story = begun();
    story.write(environment(Artefact::Policy, "escalation", "exists"), choice("no"));
    story.choose(Round::One, "leak");
    story.respond(Round::One, "one", &[("rule", several(&["escalation"]))]);
    story.enter(Step::Review).because("規定を定めた");
    story.write(environment(Artefact::Policy, "escalation", "exists"), choice("yes"));
    story.choose(Round::Two, "spam");
    story.respond(Round::Two, "two", &[("rule", several(&["escalation"]))]);
    let comparison = compare(&story.view(), Pair::Rounds);
    let topic = rows(&comparison, Artefact::Policy)[0];
    assert_eq!(topic.cells[0].mark, Some(Mark::Fixed));
    assert_eq!(both(&story, What::WithoutRule), counts(1, 0));
    assert_eq!(both(&story, What::PolicyGaps), counts(2, 1));
}

fn both(story: &Story, what: What) -> (Option<Amount>, Option<Amount>) {
    let measured = metrics(&story.view()).measures;
    let found = measured.into_iter().find(|one| one.what == what);
    let measure = found.expect("everything is measured");
    let amount = |reading: Option<Reading>| reading.map(|reading| reading.amount);
    (amount(measure.one), amount(measure.two))
}

fn counts(one: usize, two: usize) -> (Option<Amount>, Option<Amount>) {
    (Some(Amount::Count(one)), Some(Amount::Count(two)))
}

#[test]
fn what_was_not_recorded_has_no_number() {
    let mut story = begun();
    let measured = metrics(&story.view()).measures;
    assert!(measured.iter().all(|one| one.one.is_none() && one.two.is_none()));
    story.choose(Round::One, "leak");
    assert_eq!(both(&story, What::NoDecisionOwner), (None, None));
    assert_eq!(both(&story, What::Answered), (None, None));
}

#[test]
fn a_first_contact_counts_from_when_it_was_made() {
    let mut story = begun();
    story.choose(Round::One, "leak");
    story.add(Artefact::InitialResponse, Some(Round::One), "contacts", "president");
    let contact = |field: &str| {
        Cell::row(Artefact::InitialResponse, Some(Round::One), &RowId::from("president"), field)
    };
    story
        .write(contact("contact-whom"), several(&["executive"]))
        .write(contact("contact-done"), choice("not-yet"));
    assert_eq!(both(&story, What::FirstEscalation).0, None, "named is not reached");
    story.by("facilitator").command(Command::MoveClock { round: Round::One, minute: Minute(130) });
    story.write(contact("contact-done"), choice("done"));
    assert_eq!(both(&story, What::FirstEscalation).0, Some(Amount::At(Minute(130))));
}

#[test]
fn escalation_is_the_first_time_an_executive_could_be_reached() {
    let mut story = begun();
    story.choose(Round::One, "leak");
    let owned = |minute: u32, owner: &str| {
        [("time", Value::Minute(Minute(minute))), ("decision-owner", several(&[owner]))]
    };
    story
        .respond(Round::One, "late", &owned(150, "executive"))
        .respond(Round::One, "own", &owned(10, "csirt"))
        .respond(Round::One, "early", &owned(90, "executive"));
    assert_eq!(both(&story, What::FirstEscalation), (Some(Amount::At(Minute(90))), None));
    assert_eq!(both(&story, What::ScenesToEscalation).0, Some(Amount::Count(1)));

    story.choose(Round::Two, "spam").by("facilitator");
    story.command(Command::PutFactor { round: Round::Two, factor: slug("c-01"), draw: None });
    story.command(Command::MoveClock { round: Round::Two, minute: Minute(60) });
    story.respond(Round::Two, "silent", &owned(70, "executive"));
    assert_eq!(both(&story, What::FirstEscalation).1, None);
    assert_eq!(both(&story, What::NobodyStandsIn), counts(0, 1));
    let factors = metrics(&story.view()).factors;
    assert_eq!(factors, [(Round::Two, slug("c-01"), Some(Minute(60)))]);
}

#[test]
fn requests_are_counted_as_they_were_answered() {
    let mut story = begun();
    story.choose(Round::One, "leak");
    ask(&mut story, Round::One, "r1");
    story.enter(Step::Review).because("全件を通し、長く保存する");
    story.write(environment(Artefact::FactSheet, "proxy", "log-days"), Value::Number(90));
    story.write(environment(Artefact::FactSheet, "proxy", "log-complete"), choice("yes"));
    story.choose(Round::Two, "spam");
    ask(&mut story, Round::Two, "r2");
    assert_eq!(both(&story, What::LogsPartial), counts(1, 0));
    assert_eq!(both(&story, What::LogsAvailable), counts(0, 1));
    assert_eq!(both(&story, What::FactsRevised), (None, Some(Amount::Count(1))));
}

fn ask(story: &mut Story, round: Round, request: &str) {
    story.by("sato").command(Command::AskLog {
        round,
        request: EntryId::from(request),
        row: slug("proxy"),
        log: kijo::domain::fact_sheet::LogKind::Access,
    });
    story.by("facilitator").command(Command::AnswerLog {
        round,
        request: EntryId::from(request),
        overrule: None,
    });
    story.by("sato");
}

#[test]
fn press_outcomes_and_duties_are_measured() {
    let mut story = begun();
    story.choose(Round::One, "leak");
    story
        .question(Round::One, "q1", "件数は", "answered")
        .question(Round::One, "q2", "原因は", "deferred")
        .question(Round::One, "q3", "先ほどと違います", "contradicts");
    story.by("facilitator").command(Command::MoveClock { round: Round::One, minute: Minute(150) });
    let duty = Cell::row(Artefact::Report, Some(Round::One), &RowId::from("authority"), "duty-decision");
    story.by("sato").write(duty, choice("notify"));
    assert_eq!(both(&story, What::Answered).0, Some(Amount::Count(1)));
    assert_eq!(both(&story, What::Deferred).0, Some(Amount::Count(1)));
    assert_eq!(both(&story, What::Contradictions).0, Some(Amount::Count(1)));
    assert_eq!(both(&story, What::DutiesDecided).0, Some(Amount::Share { part: 1, whole: 1 }));
    assert_eq!(both(&story, What::DutyMargin).0, Some(Amount::Margin(30)));
    assert_eq!(contributions(&story.view(), Round::One)[&ParticipantId::from("sato")], 3 * 4 + 1,);
}

#[test]
fn coverage_counts_confirmed_tags_by_phase_actor_and_item() {
    let mut story = begun();
    story.choose(Round::One, "leak");
    story.respond(
        Round::One,
        "row",
        &[
            ("phase", choice("c")),
            ("item", choice("p2-fact-check")),
            ("action-owner", several(&["csirt", "pr"])),
        ],
    );
    let covered = coverage(&story.view(), Round::One).expect("the round was played");
    let contained = &covered.phases[1];
    assert_eq!(contained.rows, [RowId::from("row")]);
    let touched: Vec<_> = contained.actors.iter().map(|actor| (actor.foreseen, actor.rows.len())).collect();
    assert_eq!(touched, [(false, 0), (true, 1), (false, 0), (true, 0), (false, 0), (false, 0)]);
    assert_eq!(contained.stakeholders.len(), 2);
    assert!(covered.phases[0].rows.is_empty());
    assert_eq!(covered.items[0].rows.len(), 1);
    let silent = covered.stakeholders.iter().filter(|one| one.is_never_named());
    assert_eq!(silent.map(|one| one.stakeholder.clone()).collect::<Vec<_>>(), [slug("executive")]);
    let measured = metrics(&story.view()).measures;
    let phases = measured.iter().find(|one| one.what == What::PhasesTouched);
    let reading = phases.and_then(|one| one.one.clone()).expect("it was played");
    assert_eq!(reading.amount, Amount::Share { part: 1, whole: 2 });
    assert_eq!(reading.behind, [Behind::Phase(slug("a"))]);
    assert_eq!(both(&story, What::CheckItemsTouched).0, Some(Amount::Share { part: 1, whole: 1 }));
}

#[test]
fn a_round_one_sheet_revised_in_the_review_is_measured_as_it_was_played() {
    let mut story = begun();
    story.choose(Round::One, "leak");
    story.respond(Round::One, "row", &[("phase", choice("a"))]);
    story.enter(Step::Review).because("担当を決めた");
    story.write(response(Round::One, "row", "decision-owner"), several(&["pr"]));
    story.choose(Round::Two, "spam");
    assert_eq!(both(&story, What::NoDecisionOwner), (Some(Amount::Count(1)), None));
    let comparison = compare(&story.view(), Pair::Review);
    assert_eq!(comparison.marks()[0].1, 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever the tags: every row stands in the comparison exactly once.
    #[test]
    fn every_row_is_aligned_exactly_once(
        one in prop::collection::vec(0..3usize, 0..5),
        two in prop::collection::vec(0..3usize, 0..5),
        same in any::<bool>(),
    ) {
        let mut story = begun();
        let phases = ["a", "c"];
        let incidents = ["leak", if same { "leak" } else { "spam" }];
        for (round, incident, tags) in [(Round::One, incidents[0], &one), (Round::Two, incidents[1], &two)] {
            story.choose(round, incident);
            for (at, tag) in tags.iter().enumerate() {
                let mut fields = vec![("situation", text("同じ状況"))];
                fields.extend(phases.get(*tag).map(|phase| ("phase", choice(phase))));
                story.respond(round, &format!("{round:?}-{at}"), &fields);
            }
        }
        let comparison = compare(&story.view(), Pair::Rounds);
        let aligned = rows(&comparison, Artefact::ResponseTable);
        let mut before: Vec<_> = aligned.iter().filter_map(|row| row.before.clone()).collect();
        let mut after: Vec<_> = aligned.iter().filter_map(|row| row.after.clone()).collect();
        before.sort();
        before.dedup();
        after.sort();
        after.dedup();
        prop_assert_eq!(before.len(), one.len());
        prop_assert_eq!(after.len(), two.len());
        prop_assert_eq!(aligned.iter().filter(|row| row.before.is_some()).count(), one.len());
        prop_assert_eq!(aligned.iter().filter(|row| row.after.is_some()).count(), two.len());
    }
}

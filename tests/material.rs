//! Valid material: what is written is what the program gets, from the shipped folders and from the organiser's files.

use std::fs;
use std::path::{Path, PathBuf};

use kijo::domain::fact_sheet::{Known, LogKind, MayStop, Retention};
use kijo::domain::factor::{FactorEffect, Strikes};
use kijo::domain::id::{Minute, slug};
use kijo::domain::library::{Library, Material};
use kijo::domain::placeholder::{Values, fill};
use kijo::domain::scenario::{Channel, Condition, LogProperty, Need, ParameterKind, Trigger, Weight};
use kijo::domain::stakeholder::{ActorRole, Decision, Side};
use kijo::domain::words::{Bilingual, Lang};
use kijo::material::check::check;
use kijo::material::load::{Origin, embedded, load_paths};
use kijo::material::trouble::{FileTrouble, Trouble};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/material")
}

fn library() -> Library {
    let loaded = load_paths(&[fixtures()]);
    assert_eq!(loaded.problems, []);
    loaded.library()
}

fn ja(text: &str) -> Bilingual {
    Bilingual::typed(text)
}

#[test]
fn the_shipped_material_has_no_problem() {
    assert_eq!(check(&[]), []);
}

#[test]
fn what_is_given_lies_over_what_is_shipped() {
    let loaded = load_paths(&[fixtures()]);
    let given = |origin: &Origin| matches!(origin, Origin::File(path) if path.starts_with(fixtures()));
    let (given, shipped): (Vec<_>, Vec<_>) = loaded.pieces.iter().partition(|piece| given(&piece.origin));
    assert_eq!(given.len(), 7, "five files of one piece and one of two");
    assert_eq!(shipped.len(), embedded().pieces.len());
    assert!(shipped.iter().all(|piece| piece.origin == Origin::Embedded));
}

#[test]
fn a_scenario_is_read_as_written() {
    let library = library();
    let scenario = library.scenario("test-scenario").expect("the scenario");
    assert_eq!(scenario.number, 1);
    assert_eq!(scenario.title, Bilingual::new("小さな事案", "A small incident"));
    assert_eq!(scenario.case_kind, ja("標的型攻撃事案"), "a plain text is Japanese only");
    assert_eq!(scenario.starts, "2026-11-20T16:40");
    assert_eq!(scenario.path, [slug("test-csirt")]);
    assert_eq!(scenario.channel, Channel::Mail);
    assert_eq!(
        scenario.truth,
        ja("本当は\n\"違う\"話です。{{これは波括弧}}"),
        "raw strings keep lines and quotes"
    );
    assert_eq!(scenario.marks[1].need, Need::IfRelevant);
    assert_eq!(scenario.scenes[1].minute, Minute(60));
    assert_eq!(scenario.duties[0].by, Some(Minute(4320)));
    assert_eq!(scenario.questions[0].when, Some(Condition::Is(slug("data"), slug("customer"))));
    assert_eq!(scenario.questions[0].hostility, 2);
    assert_eq!(scenario.reporters[0].medium, ja("社会部"));
    assert_eq!(scenario.requests[0].need.kind, LogKind::Access);
    assert_eq!(scenario.requests[0].need.properties, [LogProperty::Complete]);
}

#[test]
fn injects_and_parameters_are_read_as_written() {
    let library = library();
    let scenario = library.scenario("test-scenario").expect("the scenario");
    let [call, press] = scenario.injects.as_slice() else {
        panic!("two injects");
    };
    assert_eq!((&call.trigger, &call.when), (&Trigger::At(Minute(30)), &None));
    assert_eq!(call.prompts[0].lines, [ja("誰が答えますか。"), ja("何と答えますか。")]);
    assert_eq!(press.trigger, Trigger::Unless(slug("statement"), Minute(90)));
    assert_eq!(press.when, Some(Condition::AtLeast(slug("records"), 1001)));
    assert_eq!((press.weight, press.public), (Weight::Spare, true));
    assert!(press.prompts.is_empty(), "an empty list may be left out");
    let offered = vec![50, 5000];
    let unit = Bilingual::new("名", "people");
    let number = ParameterKind::Number { offered, default: 50, least: 1, most: 5_000_000, unit, grows: true };
    assert_eq!(scenario.parameters[0].kind, number);
    assert_eq!(scenario.parameters[1].kind, ParameterKind::YesNo { default: false });
    let values = Values::defaults(&scenario.parameters);
    let shown = fill(scenario.hook.get(Lang::Ja), &values, Lang::Ja);
    assert_eq!(shown, "50名の顧客データが見つかりました。");
    let shown = fill(scenario.hook.get(Lang::En), &values, Lang::En);
    assert_eq!(shown, "Customer data of 50 people was found.");
}

#[test]
fn a_fact_sheet_is_read_as_written() {
    let library = library();
    let sheet = library.fact_sheet("test-sheet").expect("the fact sheet");
    let proxy = sheet.row("test-proxy").expect("the proxy");
    assert_eq!((proxy.privileged, proxy.internet), (Some(3), Known::Yes));
    assert_eq!((proxy.encrypted, proxy.may_stop), (Known::NotApplicable, MayStop::WithApproval));
    let log = proxy.log.as_ref().expect("its log");
    assert_eq!(log.kinds, [LogKind::Access, LogKind::Connection]);
    assert_eq!((log.retention, log.minutes), (Retention::Days(30), Some(20)));
    assert_eq!(
        (log.complete, log.central, log.time_synced),
        (Known::No, Known::Unknown, Known::NotApplicable)
    );
    let ad = sheet.row("test-ad").expect("the directory");
    assert_eq!((ad.privileged, &ad.patching), (Some(2), &None), "Some(…) and None may be written out");
    assert_eq!((ad.may_stop, &ad.log), (MayStop::Undecided, &None));
}

#[test]
fn people_factors_topics_and_guidance_are_read_as_written() {
    let library = library();
    let people = library.stakeholder_list("test-people").expect("the list");
    let csirt = &people.stakeholders[0];
    assert_eq!((csirt.side, &csirt.deputy, csirt.optional), (Side::Inside, &Some(slug("test-pr")), false));
    assert_eq!(
        (csirt.actors.as_slice(), csirt.decides.as_slice()),
        ([ActorRole::LanIt, ActorRole::Ciso].as_slice(), [Decision::EngageVendor].as_slice())
    );
    assert_eq!((&csirt.contacts.primary, &csirt.contacts.alternate), (&Some(ja("内線 100")), &None));
    assert_eq!(people.stakeholders[1].contacts.after_hours, None, "contacts may be left out");
    let factor = library.factor("test-c-01").expect("the first factor");
    assert_eq!(factor.strikes, Strikes::AtStart);
    let effects =
        [FactorEffect::Unreachable(vec![slug("test-pr")]), FactorEffect::NotEncrypted(slug("test-ad"))];
    assert_eq!(factor.effects, effects);
    let factor = library.factor("test-c-02").expect("the second factor");
    assert_eq!(factor.strikes, Strikes::At(Minute(60)));
    assert_eq!(factor.effects[0], FactorEffect::CountsRise { every: Minute(30), percent: 150, times: 3 });
    assert_eq!(factor.effects[1], FactorEffect::HostilePress { hostility: 3, minutes: 5 });
    assert_eq!(
        library.policy_topics("test-policies").expect("the topics").topics[0].good,
        ja("基準と判断者")
    );
    let guidance = library.guidance("test-guidance").expect("the guidance");
    assert_eq!((guidance.slots[0].until, guidance.slots[2].until), (Some(Minute(60)), None));
    assert_eq!(guidance.processes[0].items[0].only, Some(slug("targeted-mail")));
    assert_eq!(guidance.deadlines[1].checked_on, None);
}

#[test]
fn a_piece_that_two_files_have_is_told_at_the_second() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "Policies(\n    format: 1,\n    id: \"twice\",\n)\n";
    let (first, second) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
    fs::write(&first, text).and_then(|()| fs::write(&second, text)).expect("two files");
    let loaded = load_paths(&[folder.path().to_owned()]);
    let [problem] = loaded.problems.as_slice() else {
        panic!("one problem: {:?}", loaded.problems);
    };
    assert_eq!((&problem.path, problem.line, problem.column), (&second, 3, 9));
    let same = FileTrouble::SamePiece { name: "twice".to_owned(), other: first.display().to_string() };
    assert_eq!(problem.trouble, Trouble::File(same));
}

#[test]
fn a_file_with_a_problem_gives_no_piece_and_the_others_are_loaded() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    write("good.ron", r#"Policies(format: 1, id: "good")"#);
    write("bad.ron", r#"Policies(format: 1, id: "bad", topics: [(id: "a")])"#);
    let loaded = load_paths(&[folder.path().to_owned()]);
    assert!(loaded.problems.iter().all(|problem| problem.path.ends_with("bad.ron")));
    assert_eq!(loaded.problems.len(), 3, "title, question and good are missing");
    let library = loaded.library();
    assert!(library.policy_topics("good").is_some());
    assert!(library.policy_topics("bad").is_none());
}

#[test]
fn a_given_piece_replaces_the_shipped_one_of_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let ids: Vec<_> = embedded().policies().map(|topics| topics.id.clone()).collect();
    let path = folder.path().join("topics.ron");
    for id in &ids {
        fs::write(&path, format!("Policies(format: 1, id: \"{id}\")")).expect("a file");
        let loaded = load_paths(std::slice::from_ref(&path));
        assert_eq!(loaded.pieces.len(), embedded().pieces.len());
        let replaced = loaded.pieces.iter().find(|piece| piece.material.id() == id).expect("the piece");
        assert_eq!(replaced.origin, Origin::File(path.clone()));
        assert!(matches!(&replaced.material, Material::Policies(topics) if topics.topics.is_empty()));
    }
}

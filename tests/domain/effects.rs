//! What each kind of effect does, alone and beside others: any factor an organiser writes is made of these.

use kijo::domain::command::Command;
use kijo::domain::event::{Event, Step};
use kijo::domain::fact_sheet::LogKind;
use kijo::domain::factor::{FactorEffect, Strikes};
use kijo::domain::gaps::{Flag, Gap};
use kijo::domain::id::{EntryId, Minute, RowId, slug};
use kijo::domain::log_request::{Resolution, Shortfall};
use kijo::domain::play::{Disclosure, DisclosureKind};
use kijo::domain::scenario::Channel;
use kijo::domain::sheet::{Artefact, Value};
use kijo::domain::words::{Bilingual, Lang};

use super::given::{
    TWO, Table, at, cell, choice, fact, in_round_two, in_round_two_on, kinds, of_workshop, response, several,
    text,
};
use super::material::{with_factor, with_factors};

/// Round two with one more factor, made of these effects and already put in force.
fn struck(effects: Vec<FactorEffect>) -> Table {
    let mut table = in_round_two_on(with_factor(Strikes::AtStart, effects));
    table.put(TWO, "made");
    table
}

fn slugs(ids: &[&str]) -> Vec<kijo::domain::id::Slug> {
    ids.iter().map(|id| slug(id)).collect()
}

fn words(ja: &str) -> Bilingual {
    Bilingual::new(ja, format!("en: {ja}"))
}

fn row(table: &mut Table) {
    table.add(at(Artefact::ResponseTable, TWO), "rows", "row");
}

fn flags(table: &Table, artefact: Artefact, row: &str) -> Vec<Flag> {
    table.view().flags(at(artefact, TWO), &RowId::from(row))
}

fn ask(table: &mut Table, request: &str, row: &str, log: LogKind) -> (Resolution, Minute) {
    let command = Command::AskLog { round: TWO, request: EntryId::from(request), row: slug(row), log };
    match table.when(command).pop() {
        Some(Event::LogResolved { resolution, ready, .. }) => (resolution, ready),
        other => panic!("{other:?} resolves nothing"),
    }
}

fn told(table: &Table) -> &Disclosure {
    table.play(TWO).disclosed.last().expect("something was told")
}

fn after_hours(table: &mut Table, who: &str) {
    table.because("夜間の連絡先を決めた");
    table.write(&cell(of_workshop(Artefact::Stakeholders), who, "after-hours"), text("当番の携帯"));
}

#[test]
fn at_night_only_those_with_a_contact_for_the_night_answer() {
    let mut table = struck(vec![FactorEffect::OutOfHours]);
    row(&mut table);
    after_hours(&mut table, "csirt");
    let owner = response(TWO, "row", "decision-owner");
    let events = table.write(&owner, several(&["csirt", "pr"]));
    assert_eq!(kinds(&events), ["FieldRevised", "ContactFailed"]);
    assert_eq!(flags(&table, Artefact::ResponseTable, "row"), [Flag::Unreachable(slug("pr"))]);
    table.write(&response(TWO, "row", "deputy"), several(&["csirt"]));
    assert_eq!(flags(&table, Artefact::ResponseTable, "row"), []);
}

#[test]
fn nobody_outside_is_asleep() {
    let mut table = struck(vec![FactorEffect::OutOfHours]);
    let side = cell(of_workshop(Artefact::Stakeholders), "pr", "side");
    table.because("外の人");
    table.write(&side, choice("outside"));
    assert!(!table.view().is_unreachable(TWO, &slug("pr")));
}

#[test]
fn a_contact_for_the_night_helps_nobody_who_is_out_of_reach_anyway() {
    let made = [
        ("night", Strikes::AtStart, vec![FactorEffect::OutOfHours]),
        ("gone", Strikes::AtStart, vec![FactorEffect::Unreachable(slugs(&["cio", "executive"]))]),
    ];
    let mut table = in_round_two_on(with_factors(made));
    table.put(TWO, "night");
    after_hours(&mut table, "cio");
    let silent = |table: &Table| {
        let all = ["cio", "executive", "csirt", "pr"];
        all.into_iter().filter(|who| table.view().is_unreachable(TWO, &slug(who))).collect::<Vec<_>>()
    };
    assert_eq!(silent(&table), ["executive", "csirt", "pr"]);
    table.put(TWO, "gone");
    assert_eq!(silent(&table), ["cio", "executive", "csirt", "pr"], "both hold at once");
}

#[test]
fn at_night_a_log_that_nobody_can_extract_then_waits_for_the_morning() {
    let mut table = struck(vec![FactorEffect::OutOfHours]);
    assert_eq!(ask(&mut table, "a", "proxy", LogKind::Access).1, Minute(30 + 12 * 60));
    table.because("夜間も取り出せるようにした");
    table.write(&fact("proxy", "log-after-hours"), choice("yes"));
    assert_eq!(ask(&mut table, "b", "proxy", LogKind::Access).1, Minute(30));
}

#[test]
fn lost_logs_answer_nothing_any_more() {
    let mut table = in_round_two_on(with_factor(
        Strikes::At(Minute(60)),
        vec![FactorEffect::LogsLost(slugs(&["proxy"]))],
    ));
    table.put(TWO, "made");
    assert!(matches!(ask(&mut table, "a", "proxy", LogKind::Access).0, Resolution::Partial(_)));
    table.until(TWO, 60);
    let gone = Resolution::NotAvailable(vec![Shortfall::Lost]);
    assert_eq!(ask(&mut table, "b", "proxy", LogKind::Access).0, gone);
    let first = &table.play(TWO).requests[0];
    assert!(matches!(first.resolution, Resolution::Partial(_)), "what was extracted before stays");
}

#[test]
fn the_log_that_matters_next_is_lost_and_the_record_says_which() {
    let mut table = in_round_two_on(with_factor(Strikes::AtStart, vec![FactorEffect::NextLogLost]));
    let events = table.put(TWO, "made");
    assert!(matches!(&events[1], Event::FactorStruck { lost, .. } if *lost == [slug("proxy")]));
    assert!(table.play(TWO).is_log_lost(&slug("proxy")));
}

#[test]
fn a_log_that_was_asked_for_is_no_longer_the_next() {
    let mut table = in_round_two_on(with_factor(Strikes::At(Minute(60)), vec![FactorEffect::NextLogLost]));
    table.put(TWO, "made");
    ask(&mut table, "a", "proxy", LogKind::Access);
    table.until(TWO, 60);
    assert!(!table.play(TWO).is_log_lost(&slug("proxy")), "the only core request was asked before");
}

#[test]
fn rows_that_rely_on_what_cannot_be_used_are_blocked() {
    let mut table = struck(vec![FactorEffect::Unusable(slugs(&["proxy"]))]);
    row(&mut table);
    table.write(&response(TWO, "row", "facts"), several(&["proxy", "personal-data"]));
    assert_eq!(flags(&table, Artefact::ResponseTable, "row"), [Flag::Unusable(slug("proxy"))]);
    let gone = Resolution::NotAvailable(vec![Shortfall::Lost]);
    assert_eq!(ask(&mut table, "a", "proxy", LogKind::Access).0, gone);
    table.write(&response(TWO, "row", "facts"), several(&["personal-data"]));
    assert_eq!(flags(&table, Artefact::ResponseTable, "row"), []);
}

#[test]
fn whoever_may_not_know_is_flagged_where_named() {
    let mut table = struck(vec![FactorEffect::TellOnly(slugs(&["csirt", "executive"]))]);
    row(&mut table);
    table.write(&response(TWO, "row", "action-owner"), several(&["csirt", "cio"]));
    table.write(&response(TWO, "row", "informed"), text("広報（口頭）、CSIRT"));
    let mut found = flags(&table, Artefact::ResponseTable, "row");
    found.retain(|flag| matches!(flag, Flag::NotToKnow(_)));
    assert_eq!(found, [Flag::NotToKnow(slug("cio")), Flag::NotToKnow(slug("pr"))]);
    table.add(at(Artefact::InitialResponse, TWO), "contacts", "first");
    let first = cell(at(Artefact::InitialResponse, TWO), "first", "contact-whom");
    table.write(&first, several(&["pr"]));
    assert_eq!(flags(&table, Artefact::InitialResponse, "first"), [Flag::NotToKnow(slug("pr"))]);
}

#[test]
fn two_circles_leave_those_in_both() {
    let mut table = struck(vec![
        FactorEffect::TellOnly(slugs(&["csirt", "executive"])),
        FactorEffect::TellOnly(slugs(&["csirt", "pr"])),
    ]);
    row(&mut table);
    table.write(&response(TWO, "row", "action-owner"), several(&["csirt", "executive", "pr"]));
    let found = flags(&table, Artefact::ResponseTable, "row");
    assert_eq!(found, [Flag::NotToKnow(slug("executive")), Flag::NotToKnow(slug("pr"))]);
}

#[test]
fn a_name_inside_another_word_names_nobody() {
    let mut table = struck(vec![FactorEffect::TellOnly(slugs(&["executive"]))]);
    row(&mut table);
    table.write(&response(TWO, "row", "informed"), text("CSIRTS, prompt, 経営層"));
    assert_eq!(flags(&table, Artefact::ResponseTable, "row"), []);
    table.write(&response(TWO, "row", "informed"), text("広報"));
    assert_eq!(flags(&table, Artefact::ResponseTable, "row"), [Flag::NotToKnow(slug("pr"))]);
}

#[test]
fn who_has_to_be_brought_in_is_missing_until_named() {
    let mut table = struck(vec![FactorEffect::BringIn(slugs(&["pr", "executive"]))]);
    let step = Step::ResponseTable(TWO);
    let missing = |table: &Table| {
        let gaps = table.view().gaps(step).into_iter();
        gaps.filter(|gap| matches!(gap, Gap::NotBroughtIn(_))).collect::<Vec<_>>()
    };
    let both = [Gap::NotBroughtIn(slug("executive")), Gap::NotBroughtIn(slug("pr"))];
    assert_eq!(missing(&table), both);
    row(&mut table);
    table.write(&response(TWO, "row", "informed"), text("広報に電話"));
    assert_eq!(missing(&table), [Gap::NotBroughtIn(slug("executive"))]);
    table.write(&response(TWO, "row", "decision-owner"), several(&["executive"]));
    assert_eq!(missing(&table), []);
}

#[test]
fn a_rule_that_is_called_for_is_missing_until_a_row_names_it() {
    let mut table = struck(vec![FactorEffect::NeedsRule(slug("publication"))]);
    let missing = Gap::RuleNeeded(slug("publication"));
    let step = Step::ResponseTable(TWO);
    assert!(table.view().gaps(step).contains(&missing));
    row(&mut table);
    table.write(&response(TWO, "row", "rule"), several(&["escalation"]));
    assert!(table.view().gaps(step).contains(&missing));
    table.write(&response(TWO, "row", "rule"), several(&["escalation", "publication"]));
    assert!(!table.view().gaps(step).contains(&missing));
}

#[test]
fn what_is_demanded_by_a_clock_is_missing_until_reported() {
    let demand = FactorEffect::Demands {
        what: words("監督官庁への回答"),
        within: Minute(120),
        items: slugs(&["summary", "persons"]),
    };
    let mut table = in_round_two_on(with_factor(Strikes::At(Minute(60)), vec![demand]));
    table.put(TWO, "made");
    assert!(table.play(TWO).demands().is_empty());
    table.until(TWO, 60);
    assert_eq!(table.play(TWO).demands()[0].due, Minute(180));
    let open = |table: &Table| {
        let gaps = table.view().gaps(Step::Report(TWO)).into_iter();
        let rows = gaps.filter_map(|gap| match gap {
            Gap::Demanded { row, due: Minute(180), .. } => Some(row.to_string()),
            _ => None,
        });
        rows.collect::<Vec<_>>()
    };
    assert_eq!(open(&table), ["summary", "persons"]);
    let report = at(Artefact::Report, TWO);
    table.write(&cell(report, "summary", "content"), text("調査中です"));
    table.write(&cell(report, "persons", "count"), Value::Number(0));
    assert!(open(&table).is_empty());
}

#[test]
fn the_groups_own_newest_words_become_public() {
    let mut table = in_round_two_on(with_factor(Strikes::At(Minute(60)), vec![FactorEffect::Leaks]));
    row(&mut table);
    table.write(&response(TWO, "row", "action"), text("まだ誰にも言わない"));
    table.put(TWO, "made");
    assert_eq!(kinds(&table.until(TWO, 60)), ["ClockMoved", "FactorStruck", "InjectGiven"]);
    let leak = told(&table);
    assert!(leak.public && leak.text.get(Lang::Ja).contains("「まだ誰にも言わない」"), "{leak:?}");
    assert!(leak.text.get(Lang::En).contains("'まだ誰にも言わない'"), "what people type has one language");
}

#[test]
fn where_nothing_was_written_nothing_leaks() {
    let mut table = struck(vec![FactorEffect::Leaks]);
    assert_eq!(told(&table).kind, DisclosureKind::Factor);
    row(&mut table);
    assert_eq!(kinds(&table.until(TWO, 60)), ["ClockMoved"], "it strikes once");
}

#[test]
fn a_channel_that_others_read_is_flagged_where_it_is_used() {
    let mut table = struck(vec![FactorEffect::Compromised(vec![Channel::Mail, Channel::Chat])]);
    row(&mut table);
    table.write(&response(TWO, "row", "informed"), text("全社員（メール）"));
    assert_eq!(flags(&table, Artefact::ResponseTable, "row"), [Flag::Compromised(Channel::Mail)]);
    table.write(&response(TWO, "row", "informed"), text("CIO by internal Chat"));
    assert_eq!(flags(&table, Artefact::ResponseTable, "row"), [Flag::Compromised(Channel::Chat)]);
    table.write(&response(TWO, "row", "informed"), text("全社員（電話連絡網）"));
    assert_eq!(flags(&table, Artefact::ResponseTable, "row"), []);
}

#[test]
fn a_message_arrives_with_the_factor_and_speaks_of_the_incident() {
    let message = FactorEffect::Message {
        from: words("攻撃者"),
        channel: Channel::Mail,
        text: words("{organisation}の{us}へ"),
        public: true,
    };
    let table = struck(vec![message]);
    let told = told(&table);
    assert_eq!((told.kind, told.channel, told.public), (DisclosureKind::Inject, Some(Channel::Mail), true));
    assert!(told.text.get(Lang::Ja).ends_with("の当社へ") && !told.text.ja.contains('{'), "{told:?}");
}

fn other_numbers(percent: u32) -> FactorEffect {
    FactorEffect::OtherNumbers {
        percent,
        from: words("取引先"),
        channel: Channel::Phone,
        text: words("こちらの数は違います"),
    }
}

#[test]
fn a_second_notice_names_other_numbers_until_the_group_settles_which_hold() {
    let mut table = in_round_two_on(with_factor(Strikes::At(Minute(60)), vec![other_numbers(40)]));
    table.put(TWO, "made");
    let report = at(Artefact::Report, TWO);
    let (early, count) = (cell(report, "cards", "count"), cell(report, "persons", "count"));
    table.write(&count, Value::Number(1_000));
    table.until(TWO, 60);
    assert_eq!(told(&table).text.get(Lang::Ja), "こちらの数は違います\n件数：400件");
    let contradicted = [Flag::Contradicted { since: Minute(60) }];
    assert_eq!(flags(&table, Artefact::Report, "persons"), contradicted);
    table.write(&early, Value::Number(7));
    assert_eq!(flags(&table, Artefact::Report, "cards"), [], "written with the notice in hand");
    table.write(&count, Value::Number(1_000));
    assert_eq!(flags(&table, Artefact::Report, "persons"), [], "the same again is an answer");
}

#[test]
fn other_numbers_stay_within_what_the_incident_allows() {
    let table = struck(vec![other_numbers(100_000)]);
    assert!(told(&table).text.get(Lang::Ja).ends_with("件数：2,000件"));
}

#[test]
fn numbers_that_rise_twice_make_a_report_stale_twice() {
    let mut table = in_round_two();
    table.put(TWO, "c-02");
    let count = cell(at(Artefact::Report, TWO), "persons", "count");
    table.write(&count, Value::Number(10));
    table.until(TWO, 100);
    for risen in [200, 300] {
        assert_eq!(flags(&table, Artefact::Report, "persons"), []);
        table.until(TWO, risen);
        let stale = [Flag::Stale { risen: Minute(risen) }];
        assert_eq!(flags(&table, Artefact::Report, "persons"), stale);
        table.write(&count, Value::Number(10));
    }
}

#[test]
fn two_factors_that_raise_numbers_raise_them_one_upon_the_other() {
    let rise =
        |every: u32, percent: u32| FactorEffect::CountsRise { every: Minute(every), percent, times: 1 };
    let made =
        [("slow", Strikes::AtStart, vec![rise(100, 110)]), ("fast", Strikes::AtStart, vec![rise(50, 120)])];
    let mut table = in_round_two_on(with_factors(made));
    table.put(TWO, "slow");
    table.put(TWO, "fast");
    let number = |table: &Table| {
        let scenario = table.view().scenario(TWO).expect("an incident");
        table.play(TWO).values(scenario).number("records").expect("a number")
    };
    for (minute, expected) in [(49, 1_000), (50, 1_200), (100, 1_320), (900, 1_320)] {
        table.until(TWO, minute);
        assert_eq!(number(&table), expected, "T+{minute}");
    }
}

#[test]
fn encryption_that_fails_after_the_report_opens_it_again() {
    let mut table = in_round_two();
    table.put(TWO, "c-05");
    let report = at(Artefact::Report, TWO);
    table.write(&cell(report, "summary", "content"), text("暗号化しています"));
    table.write(&cell(report, "summary", "relies"), several(&["personal-data"]));
    table.write(&cell(report, "authority", "duty-decision"), choice("not-needed"));
    table.when(Command::Close { step: Step::Report(TWO) });
    assert_eq!(flags(&table, Artefact::Report, "summary"), []);
    table.until(TWO, 1_440);
    assert_eq!(flags(&table, Artefact::Report, "summary"), [Flag::Falsified(slug("personal-data"))]);
    assert_eq!(flags(&table, Artefact::Report, "authority"), [Flag::Reopened]);
    let gaps = table.view().gaps(Step::Report(TWO));
    assert!(
        gaps.iter()
            .any(|gap| matches!(gap, Gap::Flagged(_, row, Flag::Reopened) if row.as_str() == "authority"))
    );
}

#[test]
fn recalled_check_items_stand_below_the_story() {
    let library = with_factor(Strikes::AtStart, vec![FactorEffect::Recalls(slugs(&["p1-record"]))]);
    let item = library.guidances().next().expect("guidance").processes[0].items[0].clone();
    let effects = vec![FactorEffect::Recalls(vec![item.id])];
    let mut table = in_round_two_on(with_factor(Strikes::AtStart, effects));
    table.put(TWO, "made");
    let story = told(&table).text.get(Lang::Ja).to_owned();
    assert_eq!(story, format!("話\n\n対応フローの確認項目：\n・{}", item.text.ja));
}

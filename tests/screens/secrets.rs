//! What only the facilitator may see is on no screen of the participants, however the workshop is played.

use std::collections::BTreeSet;

use kijo::domain::command::{Command, Overrule};
use kijo::domain::event::{Actor, Facilitation, Round, Step};
use kijo::domain::fact_sheet::LogKind;
use kijo::domain::flow::STEPS;
use kijo::domain::id::{EntryId, Minute, slug};
use kijo::domain::scenario::{Scenario, Trigger};
use kijo::domain::words::{Bilingual, Lang};
use kijo::screens::Seat;
use kijo::screens::reference::{self, Tab};

use crate::desk::{Desk, library};
use crate::shots::LANGS;
use crate::stories::{choose, enter, prepared};

/// What nobody but the facilitator reads, cut so that no placeholder is within.
#[derive(Default)]
struct Secrets {
    pieces: Vec<(String, String)>,
    /// What the group knows anyway; a piece of it is no secret, even where a secret repeats it.
    known: String,
}

/// Shorter pieces than this could be anything.
const LEAST: usize = 14;

impl Secrets {
    fn of(lang: Lang) -> Self {
        let mut secrets = Self::default();
        for scenario in library().scenarios() {
            secrets.scenario(scenario, lang);
        }
        for factor in library().factors() {
            secrets.add("observe", &factor.observe, lang);
        }
        secrets
    }

    fn scenario(&mut self, scenario: &Scenario, lang: Lang) {
        self.add("truth", &scenario.truth, lang);
        for inject in &scenario.injects {
            self.add("expected", &inject.expected, lang);
            for line in inject.prompts.iter().flat_map(|prompt| &prompt.lines) {
                self.add("prompt", line, lang);
            }
        }
        for question in &scenario.questions {
            self.add("listen for", &question.listen_for, lang);
        }
        for action in &scenario.expected {
            self.add("expected action", &action.text, lang);
        }
        // Role cards are handed to those who play the role: no secret.
    }

    fn add(&mut self, what: &str, text: &Bilingual, lang: Lang) {
        let pieces = text.get(lang).split(['{', '}', '\n']).map(squeezed);
        // A piece within braces is a name or an alternative; what is shown of it is too short to tell.
        let telling = pieces.filter(|piece| piece.chars().count() >= LEAST && !piece.contains(['?', '|']));
        self.pieces.extend(telling.map(|piece| (what.to_owned(), piece.chars().take(30).collect())));
    }

    /// The group was told this.
    fn know(&mut self, text: &Bilingual, lang: Lang) {
        self.known.push_str(&squeezed(text.get(lang)));
    }

    fn look_for(&self, screen: &str) {
        if let Some((what, piece)) = self.found_in(screen) {
            panic!("{what}: {piece}\n{screen}");
        }
    }

    fn found_in(&self, screen: &str) -> Option<&(String, String)> {
        let squeezed = squeezed(screen);
        let hidden = self.pieces.iter().filter(|(_, piece)| !self.known.contains(piece));
        hidden.into_iter().find(|(_, piece)| squeezed.contains(piece))
    }
}

/// A text without frames and spaces, so that wrapping hides nothing.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !('\u{2500}'..='\u{257f}').contains(c)).collect()
}

/// Everything a participant can look at now. What was searched before is not searched again.
struct Eyes<'a> {
    secrets: &'a Secrets,
    seen: BTreeSet<String>,
}

impl<'a> Eyes<'a> {
    fn on(secrets: &'a Secrets) -> Self {
        Self { secrets, seen: BTreeSet::new() }
    }

    fn read(&mut self, text: String) {
        if !self.seen.contains(&text) {
            self.secrets.look_for(&text);
            self.seen.insert(text);
        }
    }

    fn look(&mut self, desk: &Desk) {
        self.read(desk.screen());
    }

    fn look_everywhere(&mut self, desk: &mut Desk) {
        for keys in ["F2", "Esc F5", "Esc F3", "Esc Ctrl+R"] {
            desk.keys(keys);
            self.look(desk);
        }
        desk.keys("Esc");
        // The reference, whole: it is drawn from these.
        let seen = desk.model.desk().expect("the group is there");
        for tab in Tab::ALL {
            let passages = reference::passages(&seen, desk.model.step, tab, 0);
            let texts: Vec<String> = passages.into_iter().map(|passage| passage.text).collect();
            self.read(texts.join("\n"));
        }
    }

    fn walk(&mut self, desk: &mut Desk) {
        // One column less than side by side, and high enough that hardly anything scrolls.
        desk.size(99, 150);
        for step in STEPS {
            enter(desk, step);
            self.look(desk);
            // The detail of an entry is shown when the cursor comes to it.
            if desk.model.sheet.is_none() {
                for entry in desk.model.entries() {
                    self.read(format!("{}{}{}", entry.title, entry.note, entry.detail));
                }
            }
            self.look_everywhere(desk);
        }
    }
}

/// Plays both rounds of a scenario to the end of its clock.
fn play(desk: &mut Desk, scenario: &Scenario, round: Round) {
    choose(desk, round, scenario.id.as_str());
    let mut number = 0;
    for row in scenario.requests.iter().map(|request| &request.need) {
        number += 1;
        let ask = Command::AskLog {
            round,
            request: EntryId(format!("{round:?}-{number}")),
            row: row.row.clone(),
            log: row.kind,
        };
        let actor = desk.model.context().actor;
        desk.command(actor, ask);
    }
    for scene in &scenario.scenes {
        if desk.view().play(round).is_some_and(|play| !play.scenes.contains(&scene.id)) {
            let release = Command::ReleaseScene { round, scene: scene.id.clone() };
            desk.command(Actor::Facilitator, release);
        }
    }
}

#[test]
fn alone() {
    let scenarios: Vec<&Scenario> = library().scenarios().collect();
    for (lang, first, second) in [(Lang::Ja, 0, 1), (Lang::En, 1, 0)] {
        let secrets = Secrets::of(lang);
        let mut desk = prepared(lang, Facilitation::Automatic);
        play(&mut desk, scenarios[first], Round::One);
        play(&mut desk, scenarios[second], Round::Two);
        for factor in &scenarios[second].factors {
            let put = Command::PutFactor { round: Round::Two, factor: factor.clone(), draw: None };
            desk.command(Actor::Facilitator, put);
        }
        Eyes::on(&secrets).walk(&mut desk);
    }
}

#[test]
fn with_a_facilitator() {
    for (lang, scenario) in LANGS.into_iter().zip(library().scenarios()) {
        let mut secrets = Secrets::of(lang);
        let mut desk = prepared(lang, Facilitation::Console);
        play(&mut desk, scenario, Round::One);
        keep_secrets(&mut desk, scenario, &mut secrets, lang);
        Eyes::on(&secrets).walk(&mut desk);
    }
}

/// The facilitator ticks, notes, overrules, and holds things back.
fn keep_secrets(desk: &mut Desk, scenario: &Scenario, secrets: &mut Secrets, lang: Lang) {
    let round = Round::One;
    for action in &scenario.expected {
        let tick = Command::Tick { round, action: action.id.clone(), done: true };
        desk.command(Actor::Facilitator, tick);
    }
    let note = "このグループは公表を急ぎすぎている、と思う";
    let why = "訓練の進行の都合でわざと違う回答をした";
    desk.command(Actor::Facilitator, Command::TakeNote { id: EntryId("note".into()), text: note.into() });
    let overrule = Command::AnswerLog {
        round,
        request: EntryId("One-1".into()),
        overrule: Some(Overrule {
            text: "担当者が休みで取り出せません。".into(), note: why.into()
        }),
    };
    desk.command(Actor::Facilitator, overrule);
    let skipped = &scenario.injects[0].id;
    let skip = Command::SkipInject { round, inject: skipped.clone() };
    desk.command(Actor::Facilitator, skip);
    secrets.add("note", &Bilingual::typed(note), lang);
    secrets.add("note of an answer", &Bilingual::typed(why), lang);
    secrets.know(&scenario.hook, lang);
    for scene in &scenario.scenes {
        secrets.know(&scene.text, lang);
    }
    for inject in &scenario.injects {
        // Nothing was given by hand, so nothing of it is known.
        secrets.add("an inject held back", &inject.text, lang);
    }
    for request in scenario.requests.iter().skip(1) {
        secrets.add("an answer not given", &request.partial, lang);
    }
}

#[test]
fn scenes_to_come_are_not_shown() {
    for lang in LANGS {
        for scenario in library().scenarios() {
            let mut secrets = Secrets::default();
            secrets.know(&scenario.hook, lang);
            for scene in scenario.scenes.iter().filter(|scene| scene.minute > Minute(0)) {
                secrets.add("a scene to come", &scene.text, lang);
                secrets.add("its title", &scene.title, lang);
            }
            let later = scenario.injects.iter().filter(|inject| inject.trigger != Trigger::At(Minute(0)));
            for inject in later {
                secrets.add("an inject to come", &inject.text, lang);
            }
            let mut desk = prepared(lang, Facilitation::Automatic);
            choose(&mut desk, Round::One, scenario.id.as_str());
            enter(&mut desk, Step::InitialResponse(Round::One));
            Eyes::on(&secrets).look_everywhere(&mut desk);
        }
    }
}

#[test]
fn the_console_shows_what_is_looked_for() {
    for lang in LANGS {
        let secrets = Secrets::of(lang);
        let console = crate::stories::facilitated(lang).beside(kijo::screens::Seat::Facilitator);
        let entries = console.model.entries();
        let telling = entries.iter().filter(|entry| secrets.found_in(&entry.detail).is_some());
        assert!(telling.count() > 20, "else the search finds nothing anywhere");
    }
}

/// Whatever the fact sheet says to a request, the console shows beforehand what the group is then told.
#[test]
fn the_facilitator_sees_the_answer_that_will_be_given() {
    for (lang, scenario) in LANGS.into_iter().zip(library().scenarios()) {
        let mut desk = prepared(lang, Facilitation::Console);
        play(&mut desk, scenario, Round::One);
        let beyond = Command::AskLog {
            round: Round::One,
            request: EntryId::from("beyond the scenario"),
            row: slug("proxy"),
            log: LogKind::Print,
        };
        let actor = desk.model.context().actor;
        desk.command(actor, beyond);
        let console = desk.beside(Seat::Facilitator);
        let shown: Vec<String> = console.model.entries().into_iter().map(|entry| entry.detail).collect();
        let asked = desk.view().play(Round::One).expect("a round").requests.clone();
        assert!(asked.len() > scenario.requests.len(), "{}", asked.len());
        for request in asked {
            let (round, request) = (Round::One, request.id);
            let answer = Command::AnswerLog { round, request: request.clone(), overrule: None };
            desk.command(Actor::Facilitator, answer);
            let play = desk.view().play(round).expect("a round");
            let told = play.requests.iter().find(|one| one.id == request).and_then(|one| one.answer.clone());
            let told = told.expect("an answer");
            assert!(shown.iter().any(|detail| detail.contains(told.get(lang))), "{}", told.get(lang));
        }
    }
}

#[test]
fn a_factor_is_no_story_before_it_strikes_and_none_to_choose_from_where_somebody_facilitates() {
    let opened = |facilitation: Facilitation| {
        let mut desk = prepared(Lang::Ja, facilitation);
        choose(&mut desk, Round::Two, "web-exposure");
        enter(&mut desk, Step::Factor);
        desk
    };
    let facilitated = opened(Facilitation::Console);
    assert!(!facilitated.screen().contains("被害がとめどなく広がる"), "{}", facilitated.screen());
    assert!(facilitated.screen().contains("進行役が決めます"));
    let mut alone = opened(Facilitation::Automatic);
    alone.keys("Down*2");
    assert!(alone.screen().contains("T＋2時間に起こります"), "{}", alone.screen());
    alone.keys("Enter Enter");
    assert!(!alone.screen().contains("もう古くなっています"), "the story waits: {}", alone.screen());
}

#[test]
fn the_console_shows_the_round_that_the_group_is_in() {
    let mut desk = prepared(Lang::Ja, Facilitation::Console);
    choose(&mut desk, Round::One, "targeted-attack");
    choose(&mut desk, Round::Two, "web-exposure");
    enter(&mut desk, Step::InitialResponse(Round::One));
    let console = desk.beside(Seat::Facilitator);
    assert!(console.screen().contains("退勤時刻を過ぎて"), "{}", console.screen());
}

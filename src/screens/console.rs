//! The facilitator's console, plain: scenes, injects, requests, expected actions, factors, press questions, gaps.
//!
//! Everything that becomes visible to the group goes through a look and a yes.

use super::menu::{Entry, headed};
use super::{Ask, Desk, Wish};
use crate::domain::command::Command;
use crate::domain::event::{Place, Round};
use crate::domain::id::{RowId, Slug};
use crate::domain::play::Play;
use crate::domain::scenario::{Inject, PressQuestion, Scenario, Trigger};
use crate::domain::sheet::Artefact;
use crate::text::{catalog as t, clock, gap, names, place};
use crate::ui::theme::Role;

/// The round the facilitator works in: the one the group is in, or else the furthest whose incident is chosen.
pub fn round(desk: &Desk<'_>) -> Option<Round> {
    let here = desk.view.group.step.round();
    here.into_iter().chain([Round::Two, Round::One]).find(|round| desk.view.play(*round).is_some())
}

/// The entries of the console. `fresh` names rows of questions that are put.
pub fn entries(desk: &Desk<'_>, fresh: &RowId) -> Vec<Entry> {
    let lang = desk.lang;
    let mut entries = Vec::new();
    if let Some(round) = round(desk)
        && let (Some(play), Some(scenario)) = (desk.view.play(round), desk.view.scenario(round))
    {
        let at = At { desk, round, play, scenario };
        entries.extend(headed(t::SCENES.get(lang), at.scenes()));
        entries.extend(headed(t::DUE_INJECTS.get(lang), at.due()));
        entries.extend(headed(t::REQUESTS.get(lang), at.requests()));
        entries.extend(headed(t::EXPECTED_ACTIONS.get(lang), at.expected()));
        entries.extend(headed(t::OTHER_INJECTS.get(lang), at.others()));
        if round == Round::Two {
            entries.extend(headed(t::FACTORS.get(lang), super::factor::entries(desk)));
        }
        entries.extend(headed(t::PRESS_QUESTIONS.get(lang), at.questions(fresh)));
        entries.extend(headed(t::ROLE_CARDS.get(lang), at.roles()));
        entries.extend(headed(t::TRUTH.get(lang), at.truth()));
    } else {
        entries.push(
            Entry::new(t::WAITING_FOR_INCIDENT.get(lang), Wish::Nothing).detail(t::CONSOLE_DETAIL.get(lang)),
        );
    }
    entries.extend(headed(t::GAPS.get(lang), gaps(desk)));
    entries.extend(headed(t::NOTES.get(lang), notes(desk)));
    let critique = Place { artefact: Artefact::Critique, round: None };
    entries.push(
        Entry::new(Artefact::Critique.sheet().title.get(lang), Wish::OpenSheet(critique))
            .under(t::CLOSING.get(lang))
            .detail(t::CRITIQUE_DETAIL.get(lang)),
    );
    entries
}

struct At<'a> {
    desk: &'a Desk<'a>,
    round: Round,
    play: &'a Play,
    scenario: &'a Scenario,
}

impl At<'_> {
    fn text(&self, text: &crate::domain::words::Bilingual) -> String {
        self.play.filled(self.scenario, text).get(self.desk.lang).to_owned()
    }

    fn scenes(&self) -> Vec<Entry> {
        let lang = self.desk.lang;
        let next = self.play.next_scene(self.scenario).map(|scene| {
            let command = Command::ReleaseScene { round: self.round, scene: scene.id.clone() };
            let title = format!("{}  {}", clock::minute(scene.minute, lang), self.text(&scene.title));
            let text = t::release(&title, lang);
            Entry::new(title, Wish::Confirm { text, command }).detail(self.text(&scene.text))
        });
        let now = Entry::new(t::MOVE_CLOCK.get(lang), Wish::Ask(Ask::Clock(self.round)))
            .note(clock::minute(self.play.minute, lang))
            .detail(t::MOVE_CLOCK_DETAIL.get(lang));
        next.into_iter().chain([now]).collect()
    }

    fn inject(&self, inject: &Inject, role: Role) -> Entry {
        let lang = self.desk.lang;
        let command = Command::GiveInject { round: self.round, inject: inject.id.clone(), text: None };
        let title = self.text(&inject.title);
        let prompts: Vec<String> = inject
            .prompts
            .iter()
            .flat_map(|prompt| {
                let who = names::stakeholder(&self.desk.view, &prompt.role, lang);
                prompt.lines.iter().map(move |line| format!("- {who}: {}", self.text(line)))
            })
            .collect();
        let detail = format!(
            "{}\n\n{}\n\n[{}]\n{}\n\n[{}]\n{}",
            t::from_by(&self.text(&inject.from), names::channel(inject.channel).get(lang), lang),
            self.text(&inject.text),
            t::EXPECTED_HERE.get(lang),
            self.text(&inject.expected),
            t::PROMPTS.get(lang),
            prompts.join("\n"),
        );
        let note =
            format!("{} / {}", t::due_when(&inject.trigger, lang), names::weight(inject.weight).get(lang));
        let text = t::give(&title, lang);
        Entry::new(title, Wish::Confirm { text, command }).role(role).note(note).detail(detail)
    }

    fn due(&self) -> Vec<Entry> {
        self.play.due(self.scenario).map(|inject| self.inject(inject, Role::Warning)).collect()
    }

    fn others(&self) -> Vec<Entry> {
        let due: Vec<&Slug> = self.play.due(self.scenario).map(|inject| &inject.id).collect();
        let open = self.scenario.injects.iter().filter(|inject| self.play.is_open(self.scenario, inject));
        let mut rest: Vec<&Inject> = open.filter(|inject| !due.contains(&&inject.id)).collect();
        rest.sort_by_key(|inject| match inject.trigger {
            Trigger::At(minute) | Trigger::Unless(_, minute) => minute.0,
            Trigger::Manual => u32::MAX - 1,
            Trigger::OnRequest(_) => u32::MAX,
        });
        let mut entries: Vec<Entry> =
            rest.into_iter().map(|inject| self.inject(inject, Role::Text)).collect();
        entries.push(
            Entry::new(t::IMPROVISE.get(self.desk.lang), Wish::Ask(Ask::Inject(self.round)))
                .detail(t::IMPROVISE_DETAIL.get(self.desk.lang)),
        );
        entries
    }

    fn requests(&self) -> Vec<Entry> {
        let lang = self.desk.lang;
        let entry = |asked: &crate::domain::play::AskedLog| {
            let name = self.desk.view.words_for(crate::domain::sheet::Source::Facts, asked.row.as_str());
            let title = format!("{}: {}", name.get(lang), asked.log.words().get(lang));
            let why: Vec<String> = asked
                .resolution
                .shortfalls()
                .iter()
                .map(|one| format!("- {}", one.words().get(lang)))
                .collect();
            let meets =
                asked.meets.as_ref().and_then(|id| self.scenario.requests.iter().find(|one| one.id == *id));
            let told = asked.answer.clone();
            let view = self.desk.view;
            let told = told.unwrap_or_else(|| view.answer(self.round, &asked.row, meets, &asked.resolution));
            let detail = format!(
                "{}: {}\n{}\n{}: {}\n\n{}",
                t::RESOLUTION.get(lang),
                names::resolution(&asked.resolution).get(lang),
                why.join("\n"),
                t::READY_AT.get(lang),
                clock::minute(asked.ready, lang),
                told.get(lang),
            );
            let command = Command::AnswerLog { round: self.round, request: asked.id.clone(), overrule: None };
            let wish = match &asked.answer {
                Some(_) => Wish::Nothing,
                None => Wish::Confirm { text: t::answer(&title, lang), command },
            };
            let state = if asked.answer.is_some() { t::ANSWERED } else { t::WAITING };
            let role = if asked.answer.is_some() { Role::Muted } else { Role::Warning };
            Entry::new(title, wish).note(state.get(lang)).role(role).detail(detail)
        };
        let mut asked: Vec<_> = self.play.requests.iter().collect();
        asked.sort_by_key(|asked| asked.answer.is_some());
        asked.into_iter().map(entry).collect()
    }

    fn expected(&self) -> Vec<Entry> {
        let lang = self.desk.lang;
        let entry = |action: &crate::domain::scenario::ExpectedAction| {
            let done = self.play.ticked.contains(&action.id);
            let command = Command::Tick { round: self.round, action: action.id.clone(), done: !done };
            let mark = if done { "[x]" } else { "[ ]" };
            let text = self.text(&action.text);
            Entry::new(format!("{mark} {text}"), Wish::Do(command))
                .detail(format!("{text}\n\n{}", t::TICK_DETAIL.get(lang)))
        };
        self.scenario.expected.iter().map(entry).collect()
    }

    fn questions(&self, fresh: &RowId) -> Vec<Entry> {
        let lang = self.desk.lang;
        let entry = |question: &PressQuestion| {
            let text = self.text(&question.text);
            let command = Command::AskPress {
                round: self.round,
                row: fresh.clone(),
                text: text.clone(),
                asked_by: t::LECTURER.get(lang).to_owned(),
                hostility: question.hostility,
            };
            let detail =
                format!("{text}\n\n[{}]\n{}", t::LISTEN_FOR.get(lang), self.text(&question.listen_for));
            Entry::new(text.clone(), Wish::Confirm { text: t::put_question(&text, lang), command })
                .note(t::hostility(question.hostility, lang))
                .detail(detail)
        };
        let mut questions: Vec<&PressQuestion> = self.play.questions(self.scenario).collect();
        questions.sort_by_key(|question| std::cmp::Reverse(question.hostility));
        let mut entries: Vec<Entry> = questions.into_iter().map(entry).collect();
        entries.push(Entry::new(t::FREE_QUESTION.get(lang), Wish::Ask(Ask::PressQuestion(self.round))));
        entries
    }

    fn roles(&self) -> Vec<Entry> {
        let lang = self.desk.lang;
        let card = |card: &crate::domain::scenario::RoleCard| {
            let name = names::stakeholder(&self.desk.view, &card.role, lang);
            let detail = t::role_card(&self.text(&card.knows), &self.text(&card.worries), lang);
            Entry::new(name, Wish::Nothing).detail(detail)
        };
        let reporter = |card: &crate::domain::scenario::ReporterCard| {
            Entry::new(card.medium.get(lang), Wish::Nothing).detail(self.text(&card.after))
        };
        let roles = self.scenario.roles.iter().map(card);
        roles.chain(self.scenario.reporters.iter().map(reporter)).collect()
    }

    fn truth(&self) -> Vec<Entry> {
        let lang = self.desk.lang;
        vec![
            Entry::new(t::WHAT_REALLY_HAPPENED.get(lang), Wish::Nothing)
                .role(Role::Private)
                .detail(self.text(&self.scenario.truth)),
        ]
    }
}

/// Everything missing in the round being played, of any sheet.
fn gaps(desk: &Desk<'_>) -> Vec<Entry> {
    let round = round(desk);
    let sheets = Artefact::OF_A_ROUND.into_iter().filter(|_| round.is_some());
    sheets
        .filter_map(|artefact| {
            let at = Place { artefact, round };
            let gaps = desk.view.gaps_of(at);
            let listed: Vec<String> =
                gaps.iter().map(|one| format!("- {}", gap::gap(&desk.view, one, desk.lang))).collect();
            (!gaps.is_empty()).then(|| {
                Entry::new(place::sheet(at, desk.lang), Wish::OpenSheet(at))
                    .note(t::missing(gaps.len(), desk.lang))
                    .detail(listed.join("\n"))
            })
        })
        .collect()
}

fn notes(desk: &Desk<'_>) -> Vec<Entry> {
    let lang = desk.lang;
    let here = desk.view.workshop.notes.iter().filter(|note| note.group == Some(desk.view.id));
    let mut entries: Vec<Entry> = here
        .rev()
        .map(|note| {
            let at = note.minute.map(|minute| clock::minute(minute, lang)).unwrap_or_default();
            Entry::new(note.text.clone(), Wish::Nothing).note(at).detail(note.text.clone())
        })
        .collect();
    entries.push(Entry::new(t::NEW_NOTE.get(lang), Wish::Ask(Ask::Note)).detail(t::NOTE_DETAIL.get(lang)));
    entries
}

//! Guidance: what this step is about first, the rest below it; the question between phases C and D; the glossary.

use super::{Article, Passage, Quote, Tab};
use crate::domain::coverage::phases_of;
use crate::domain::event::Step;
use crate::domain::guidance::{Guidance, Phase, Process, Term};
use crate::domain::sheet::Source;
use crate::screens::Desk;
use crate::text::{catalog as t, reference};
use crate::ui::theme::Role;

fn processes_of(step: Step) -> &'static [&'static str] {
    match step {
        Step::InitialResponse(_) => &["p1", "p2"],
        Step::ResponseTable(_) => &["p3", "p4"],
        Step::Report(_) | Step::Press(_) => &["p4"],
        _ => &[],
    }
}

pub(super) fn articles(desk: &Desk<'_>, step: Step, all: &Guidance) -> Vec<Article> {
    let of_step = |phase: &&Phase| phases_of(step).contains(&phase.id.as_str());
    let belongs = |process: &&Process| processes_of(step).contains(&process.id.as_str());
    let mut articles: Vec<Article> = Vec::new();
    let asked = spreading(desk, step);
    if !asked.is_empty() {
        articles.push(Article::between(Tab::Guidance, [asked, vec![Passage::new(Role::Text, "")]].concat()));
    }
    let before = articles.len();
    articles.extend(all.phases.iter().filter(of_step).flat_map(|one| phase(desk, one)));
    articles.extend(all.processes.iter().filter(belongs).flat_map(|one| process(desk, one)));
    if step == Step::Preparation {
        articles.extend(topics(desk));
    }
    if articles.len() == before {
        articles.push(line(Role::Muted, t::NO_GUIDANCE.get(desk.lang)));
        articles.push(line(Role::Text, ""));
    }
    articles.push(line(Role::Title, reference::OTHER_STEPS.get(desk.lang)));
    articles.extend(all.phases.iter().filter(|one| !of_step(one)).flat_map(|one| phase(desk, one)));
    articles.extend(all.processes.iter().filter(|one| !belongs(one)).flat_map(|one| process(desk, one)));
    articles
}

fn line(role: Role, text: &str) -> Article {
    Article::between(Tab::Guidance, vec![Passage::new(role, text)])
}

/// "Is the damage still spreading?", with what each answer leads to; nothing where that is settled.
pub fn spreading(desk: &Desk<'_>, step: Step) -> Vec<Passage> {
    if !desk.view.asks_for_spread(step) {
        return Vec::new();
    }
    let question = Passage::new(Role::Label, reference::SPREADING.get(desk.lang));
    let answers = reference::ANSWERS.iter();
    let answers = answers.map(|words| Passage::new(Role::Muted, format!("- {}", words.get(desk.lang))));
    [question].into_iter().chain(answers).collect()
}

fn phase(desk: &Desk<'_>, phase: &Phase) -> Vec<Article> {
    let lang = desk.lang;
    let title = format!("{} {}", phase.id.as_str().to_uppercase(), phase.title.get(lang));
    let head =
        vec![Passage::new(Role::Label, title.clone()), Passage::new(Role::Muted, phase.essence.get(lang))];
    let head = Article::new(Tab::Guidance, phase.id.as_str(), title, head)
        .quoted(Quote::Item(Source::Phases, phase.id.clone()));
    let actions = phase.actions.iter().map(|item| {
        let text = item.text.get(lang);
        let key = format!("{} {}", phase.id, item.id);
        Article::new(Tab::Guidance, key, text, vec![Passage::new(Role::Text, format!("- {text}"))])
    });
    [head].into_iter().chain(actions).chain([line(Role::Text, "")]).collect()
}

fn process(desk: &Desk<'_>, process: &Process) -> Vec<Article> {
    let lang = desk.lang;
    let title = process.title.get(lang);
    let head = vec![Passage::new(Role::Label, title)];
    let head = Article::new(Tab::Guidance, process.id.as_str(), title, head);
    let items = process.items.iter().map(|item| {
        let text = item.text.get(lang);
        let key = format!("{} {}", process.id, item.id);
        Article::new(Tab::Guidance, key, text, vec![Passage::new(Role::Text, format!("- {text}"))])
            .quoted(Quote::Item(Source::CheckItems, item.id.clone()))
    });
    [head].into_iter().chain(items).chain([line(Role::Text, "")]).collect()
}

/// What a good rule on each topic says, while people look up their own.
fn topics(desk: &Desk<'_>) -> Vec<Article> {
    let lang = desk.lang;
    let topics = desk.view.workshop.topics().into_iter().flat_map(|topics| &topics.topics);
    let article = |topic: &crate::domain::policy::PolicyTopic| {
        let passages = vec![
            Passage::new(Role::Label, topic.title.get(lang)),
            Passage::new(Role::Muted, topic.question.get(lang)),
            Passage::new(Role::Text, format!("{}\n", topic.good.get(lang))),
        ];
        let key = format!("topic {}", topic.id);
        Article::new(Tab::Guidance, key, topic.title.get(lang), passages)
            .quoted(Quote::Item(Source::Topics, topic.id.clone()))
    };
    topics.map(article).collect()
}

pub(super) fn glossary(desk: &Desk<'_>, all: &Guidance) -> Vec<Article> {
    let article = |term: &Term| {
        let title = term.term.get(desk.lang);
        let passages = vec![
            Passage::new(Role::Label, title),
            Passage::new(Role::Text, format!("{}\n", term.meaning.get(desk.lang))),
        ];
        Article::new(Tab::Glossary, term.id.as_str(), title, passages)
    };
    all.glossary.iter().map(article).collect()
}

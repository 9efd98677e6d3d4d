//! Deadlines: the clocks that factors started first, then those of the guidance, soonest first.
//!
//! Reference only. It counts on exercise time; whether one applies is for the group to decide.

use super::{Article, Passage, Tab, round};
use crate::domain::deadline::deadlines;
use crate::domain::event::{Round, Step};
use crate::domain::guidance::Deadline;
use crate::domain::id::Minute;
use crate::screens::Desk;
use crate::text::{catalog as t, clock, reference};
use crate::ui::theme::Role;

pub(super) fn articles(desk: &Desk<'_>, step: Step) -> Vec<Article> {
    let lang = desk.lang;
    let round = round(desk, step).filter(|round| desk.view.play(*round).is_some());
    let mut articles = round.map(|round| clocks(desk, round)).unwrap_or_default();
    let muted = |text: String| Passage::new(Role::Muted, text);
    let mut caution = vec![
        Passage::new(Role::Warning, t::NOT_LEGAL_ADVICE.get(lang)),
        muted(reference::YOU_DECIDE.get(lang).to_owned()),
    ];
    let Some((round, running)) = round.and_then(|round| Some((round, deadlines(&desk.view, round)?))) else {
        caution.push(muted(format!("{}\n", reference::COUNTS_LATER.get(lang))));
        articles.push(Article::between(Tab::Deadlines, caution));
        let all = desk.view.workshop.guidance().into_iter().flat_map(|guidance| &guidance.deadlines);
        articles.extend(all.map(|deadline| article(desk, deadline, None)));
        return articles;
    };
    caution.push(muted(format!("{}\n", reference::counted_from(running.from, lang))));
    articles.push(Article::between(Tab::Deadlines, caution));
    let counted = running.counted.into_iter();
    articles.extend(counted.map(|(due, deadline)| article(desk, deadline, Some(runs(desk, round, due)))));
    if !running.uncounted.is_empty() {
        let heading = Passage::new(Role::Title, reference::NOT_COUNTED.get(lang));
        articles.push(Article::between(Tab::Deadlines, vec![heading]));
    }
    let uncounted = running.uncounted.into_iter();
    articles.extend(uncounted.map(|(deadline, why)| {
        let why = Passage::new(Role::Muted, reference::uncounted(why).get(lang));
        article(desk, deadline, Some(why))
    }));
    articles
}

/// By when, on the exercise clock and on the calendar, and what is left.
fn runs(desk: &Desk<'_>, round: Round, due: Minute) -> Passage {
    let now = desk.view.play(round).map(|play| play.minute).unwrap_or_default();
    let starts = desk.view.scenario(round).map(|scenario| scenario.starts.as_str());
    let day = starts.and_then(|starts| clock::on_calendar(starts, due, desk.lang)).unwrap_or_default();
    let role = if due < now { Role::Error } else { Role::Warning };
    Passage::new(role, format!("{}   {day}", reference::runs(due, now, desk.lang)))
}

fn article(desk: &Desk<'_>, deadline: &Deadline, counted: Option<Passage>) -> Article {
    let lang = desk.lang;
    let limit = deadline.limit.map(|limit| clock::span(limit.0, lang)).unwrap_or_default();
    let title = format!("{}  {limit}", deadline.law.get(lang)).trim_end().to_owned();
    let checked = deadline.checked_on.as_deref().unwrap_or(t::NOT_CONFIRMED.get(lang));
    let mut passages = vec![Passage::new(Role::Label, title.clone())];
    passages.extend(counted);
    passages.extend([
        Passage::new(Role::Text, deadline.applies.get(lang)),
        Passage::new(Role::Text, deadline.clock_starts.get(lang)),
        Passage::new(Role::Muted, format!("{} ({checked})\n", deadline.source.get(lang))),
    ]);
    Article::new(Tab::Deadlines, deadline.id.as_str(), title, passages)
}

/// Clocks that complicating factors started, on exercise time.
fn clocks(desk: &Desk<'_>, round: Round) -> Vec<Article> {
    let lang = desk.lang;
    let Some(play) = desk.view.play(round) else {
        return Vec::new();
    };
    let demands = play.demands().into_iter().enumerate();
    let demands = demands.map(|(number, demand)| {
        let role = if demand.due < play.minute { Role::Error } else { Role::Warning };
        let (at, left) = (clock::minute(demand.due, lang), clock::left(demand.due, play.minute, lang));
        let what = demand.what.get(lang);
        let passages = vec![Passage::new(role, what), Passage::new(Role::Text, format!("{at}  {left}\n"))];
        Article::new(Tab::Deadlines, format!("clock {number}"), what, passages)
    });
    demands.collect()
}

//! What the group was told so far, newest first; the chronology; and the sheet that belongs beside the one that is open.

use super::{Article, News, Passage, Quote, Tab, round};
use crate::domain::event::{Place, Step};
use crate::domain::play::{AskedLog, Disclosure};
use crate::domain::sheet::{Artefact, Cell, Field, Section, Shape, Source};
use crate::screens::Desk;
use crate::text::{catalog as t, clock, names, record, reference, value};
use crate::ui::theme::Role;

pub(super) fn told(desk: &Desk<'_>, step: Step, fresh: usize) -> Vec<Article> {
    let play = round(desk, step).and_then(|round| desk.view.play(round));
    let Some(play) = play else {
        return nothing_yet(desk, Tab::Known);
    };
    let open = play.requests.iter().filter(|asked| asked.answer.is_none());
    let mut articles: Vec<Article> = open.map(|asked| being_checked(desk, asked)).collect();
    let newest = play.disclosed.iter().enumerate().rev().enumerate();
    articles.extend(newest.map(|(age, (number, told))| {
        let news = if age < fresh { News::New } else { News::Old };
        disclosure(desk, told, number, news)
    }));
    articles
}

fn nothing_yet(desk: &Desk<'_>, tab: Tab) -> Vec<Article> {
    vec![Article::between(tab, vec![Passage::new(Role::Muted, t::NOTHING_KNOWN.get(desk.lang))])]
}

fn being_checked(desk: &Desk<'_>, asked: &AskedLog) -> Article {
    let row = desk.view.words_for(Source::Facts, asked.row.as_str());
    let text = t::being_checked(row.get(desk.lang), asked.log.words().get(desk.lang), desk.lang);
    let passages = vec![Passage::new(Role::Warning, text.clone())];
    Article::new(Tab::Known, format!("asked {}", asked.id.0), text, passages)
}

fn disclosure(desk: &Desk<'_>, told: &Disclosure, number: usize, news: News) -> Article {
    let lang = desk.lang;
    let at = clock::minute(told.minute, lang);
    let kind = names::disclosure(told.kind).get(lang);
    let title = format!("{at}  [{kind}] {}", told.title.get(lang));
    let headline = match news {
        News::New => Passage::new(Role::Added, format!("+ {}  {title}", reference::NEW.get(lang))),
        News::Old => Passage::new(Role::Label, title.clone()),
    };
    let mut passages = vec![headline];
    if let Some(from) = &told.from {
        let channel = told.channel.map(|channel| names::channel(channel).get(lang)).unwrap_or_default();
        passages.push(Passage::new(Role::Muted, t::from_by(from.get(lang), channel, lang)));
    }
    passages.push(Passage::new(Role::Text, format!("{}\n", told.text.get(lang))));
    let quote = Quote::Mention(format!("{at} {}", told.title.get(lang)));
    Article { news, ..Article::new(Tab::Known, format!("told {number}"), title, passages).quoted(quote) }
}

/// What happened, line by line.
pub(super) fn chronology(desk: &Desk<'_>, step: Step) -> Vec<Article> {
    let lang = desk.lang;
    let lines = round(desk, step).map(|round| desk.view.chronology(round)).unwrap_or_default();
    let muted = |text: String| Article::between(Tab::Chronology, vec![Passage::new(Role::Muted, text)]);
    if lines.is_empty() {
        return vec![muted(record::NO_LINES.get(lang).to_owned())];
    }
    let article = |(number, line): (usize, crate::domain::chronology::Line)| {
        let (at, words) = (clock::minute(line.minute, lang), line.words.get(lang));
        let head = format!("{at}  [{}]", record::kind(line.kind).get(lang));
        let first = words.lines().next().unwrap_or_default();
        let (title, quote) = (format!("{head} {first}"), Quote::Mention(format!("{at} {first}")));
        let passages = vec![Passage::new(Role::Label, head), Passage::new(Role::Text, words)];
        // Only lines of one's own are found: the others say again what stands elsewhere.
        if line.from != Some(Artefact::Chronology) {
            return Article::between(Tab::Chronology, passages);
        }
        Article::new(Tab::Chronology, format!("line {number}"), title, passages).quoted(quote)
    };
    let head = muted(format!("{}\n", record::ADD_LINE.get(lang)));
    [head].into_iter().chain(lines.into_iter().enumerate().map(article)).collect()
}

/// The report while one is at the table, else the table.
pub(super) fn beside(desk: &Desk<'_>, step: Step) -> Vec<Article> {
    let Some(round) = round(desk, step) else {
        return nothing_yet(desk, Tab::Beside);
    };
    let artefact = match step {
        Step::ResponseTable(_) => Artefact::Report,
        _ => Artefact::ResponseTable,
    };
    let place = Place { artefact, round: Some(round) };
    let mut passages = vec![Passage::new(Role::Title, crate::text::place::sheet(place, desk.lang))];
    for section in artefact.sheet().sections {
        passages.push(Passage::new(Role::Label, format!("[{}]", section.title.get(desk.lang))));
        passages.extend(written(desk, place, section));
    }
    vec![Article::between(Tab::Beside, passages)]
}

/// Everything written in a section, field by field.
fn written(desk: &Desk<'_>, place: Place, section: &'static Section) -> Vec<Passage> {
    let line = |cell: &Cell, field: &Field| {
        let value = desk.view.value(cell);
        let shown = value::shown(&desk.view, field, &value, desk.lang);
        (!value.is_empty())
            .then(|| Passage::new(Role::Text, format!("{}: {shown}", field.label.get(desk.lang))))
    };
    if section.shape == Shape::Form {
        let cell = |field: &Field| Cell::form(place.artefact, place.round, field.key);
        return section.fields.iter().filter_map(|field| line(&cell(field), field)).collect();
    }
    let mut passages = Vec::new();
    for (number, row) in desk.view.rows(place, section.id).into_iter().enumerate() {
        let title = desk.view.row_title(place, row);
        let title = format!("{}. {}", number + 1, title.get(desk.lang).replace('\n', " "));
        passages.push(Passage::new(Role::Muted, title));
        let cell = |field: &Field| Cell::row(place.artefact, place.round, &row.id, field.key);
        passages.extend(section.fields.iter().filter_map(|field| line(&cell(field), field)));
    }
    passages
}

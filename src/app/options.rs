//! What each list offers: who, which, what, with notes that help to choose.

use super::able::works;
use super::{listing, model::Model, steps};
use crate::domain::event::{Place, Round};
use crate::domain::fact_sheet::LogKind;
use crate::domain::id::{RowId, Slug};
use crate::domain::scenario::{ParameterKind, Setting};
use crate::domain::sheet::{Artefact, Cell, FieldKind, Source, Value};
use crate::domain::words::Lang;
use crate::message::Action;
use crate::screens::picker::{Choice, Picker};
use crate::screens::{Pick, Seat};
use crate::text::{catalog as t, clock, names, place, record, table, value};

/// The list for a pick; `None` when there is nothing to pick from.
pub(super) fn picker(model: &Model, what: Pick) -> Option<Picker> {
    let lang = model.lang;
    match &what {
        Pick::Cell(cell) => cell_options(model, cell, what.clone()),
        Pick::StandIn(cell, silent) => {
            let name = names::stakeholder(&model.view()?, silent, lang);
            let mut options = stakeholders(model, Some(cell));
            options.retain(|option| option.id != silent.as_str());
            Some(Picker::new(what, t::stand_in(&name, lang), options))
        }
        Pick::SeatOf(seat) => {
            let title = names::stakeholder(&model.view()?, seat, lang);
            Some(Picker::new(what, title, people(model, t::UNASSIGNED.get(lang))))
        }
        Pick::Pen => {
            let options = people(model, t::PEN_NOBODY.get(lang));
            let title = t::PEN_TITLE.get(lang);
            let hint =
                if options.len() == 1 { format!("{title}\n{}", t::PEN_HINT.get(lang)) } else { title.into() };
            Some(Picker::new(what, hint, options))
        }
        Pick::LogRow(round) => {
            let options = log_rows(model, *round);
            Some(Picker::new(what, t::LOG_ROW_TITLE.get(lang), options))
        }
        Pick::LogKind(_, row) => {
            Some(Picker::new(what.clone(), t::LOG_KIND_TITLE.get(lang), log_kinds(model, row)))
        }
        Pick::Parameter(scenario, parameter) => parameter_options(model, scenario, parameter, what.clone()),
        Pick::Palette => Some(Picker::new(what, t::PALETTE_TITLE.get(lang), palette(model)).fuzzy()),
        Pick::Step => Some(steps::picker(model, what)),
        Pick::Filter => listing::filters(model, what),
        Pick::Order => listing::orders(model, what),
        Pick::Sheet(round) => Some(sheets(model, *round, what)),
        Pick::Version(cell) => versions(model, cell, what.clone()),
        Pick::Conflict(conflict) => conflict_options(model, conflict, what.clone()),
        Pick::Orphans => Some(orphans(model, what)),
        Pick::Group => Some(super::hand_over::groups(model, what)),
    }
}

fn cell_options(model: &Model, cell: &Cell, what: Pick) -> Option<Picker> {
    let view = model.view()?;
    let (_, field) = cell.definition()?;
    let held = view.value(cell);
    let marked = held.items();
    let title = field.label.get(model.lang);
    let (options, several) = match field.kind {
        FieldKind::Choice(options) => {
            let choice = |option: &crate::domain::sheet::Choice| {
                Choice::new(option.id, option.words.get(model.lang))
                    .finds(format!("{} {}", option.words.ja, option.words.en))
            };
            (options.iter().map(choice).collect(), false)
        }
        FieldKind::Given(Source::Stakeholders) => (stakeholders(model, Some(cell)), false),
        FieldKind::Several(Source::Stakeholders) => (stakeholders(model, Some(cell)), true),
        FieldKind::Given(source) => (offered(model, source), false),
        FieldKind::Several(source) => (offered(model, source), true),
        _ => return None,
    };
    let mut options: Vec<Choice> = options;
    let suggested = view.suggested(cell);
    for option in &mut options {
        option.marked = marked.contains(&option.id.as_str());
        if suggested.as_ref().is_some_and(|id| *id == *option.id) {
            table::SUGGESTED_NOTE.get(model.lang).clone_into(&mut option.note);
        }
    }
    if !several && !held.is_empty() {
        options.push(Choice::new("", t::EMPTY_TEXT.get(model.lang)));
    }
    let hint = if several { t::SEVERAL_HINT.get(model.lang) } else { "" };
    let picker = Picker::new(what, format!("{title}  {hint}"), options);
    Some(if several { picker.several() } else { picker })
}

fn offered(model: &Model, source: Source) -> Vec<Choice> {
    let all = model.view().map(|view| view.options(source)).unwrap_or_default();
    all.into_iter()
        .map(|(id, words)| {
            let finds = format!("{} {}", words.get(Lang::Ja), words.get(Lang::En));
            Choice::new(id, words.get(model.lang)).finds(finds)
        })
        .collect()
}

/// Stakeholders, found by kanji, kana or Latin; who plays them stands beside. That somebody can't be reached is
/// not said here: one finds out by trying.
fn stakeholders(model: &Model, cell: Option<&Cell>) -> Vec<Choice> {
    let _ = cell;
    let Some(view) = model.view() else {
        return Vec::new();
    };
    let list = model.workshop.stakeholders();
    view.options(Source::Stakeholders)
        .into_iter()
        .map(|(id, words)| {
            let entry = list.and_then(|list| list.stakeholders.iter().find(|one| one.id == *id.as_str()));
            let reading = entry.map_or("", |entry| entry.reading.as_str());
            let player = view.group.seats.iter().find(|(seat, _)| **seat == *id.as_str());
            let player = player.map(|(_, person)| names::person(&model.workshop, person, model.lang));
            let finds = format!("{} {} {reading}", words.get(Lang::Ja), words.get(Lang::En));
            Choice::new(id, words.get(model.lang)).finds(finds).note(player.unwrap_or_default())
        })
        .collect()
}

fn people(model: &Model, nobody: &str) -> Vec<Choice> {
    let present = model.workshop.people.iter().filter(|(_, person)| person.present);
    let mut options: Vec<Choice> =
        present.map(|(id, person)| Choice::new(id.as_str(), person.name.clone())).collect();
    options.push(Choice::new("", nobody));
    options
}

/// Rows that log something come first; rows of no concern to the incident are listed all the same.
fn log_rows(model: &Model, round: Round) -> Vec<Choice> {
    let Some(view) = model.view() else {
        return Vec::new();
    };
    let marks = view.scenario(round).map(|scenario| scenario.marks.as_slice()).unwrap_or_default();
    view.options(Source::Facts)
        .into_iter()
        .map(|(id, words)| {
            let need = marks.iter().find(|mark| mark.row == *id.as_str()).map(|mark| mark.need);
            let finds = format!("{} {}", words.get(Lang::Ja), words.get(Lang::En));
            let note = if need.is_some() { names::need(need).get(model.lang) } else { "" };
            Choice::new(id, words.get(model.lang)).finds(finds).note(note)
        })
        .collect()
}

/// Kinds that the fact sheet names for the row come first; the others may be asked for all the same.
fn log_kinds(model: &Model, row: &Slug) -> Vec<Choice> {
    let kept = model
        .view()
        .map(|view| view.value(&Cell::row(Artefact::FactSheet, None, &RowId::from(row), "log-kinds")));
    let kept = kept.unwrap_or_default();
    let kept = kept.items();
    let mut kinds: Vec<_> =
        LogKind::ALL.iter().map(|(_, name, words)| (kept.contains(name), name, words)).collect();
    kinds.sort_by_key(|(kept, ..)| !kept);
    let choice = |(kept, name, words): (bool, &&'static str, &crate::domain::words::Words)| {
        let note = if kept { t::ON_THE_FACT_SHEET.get(model.lang) } else { "" };
        Choice::new(*name, words.get(model.lang)).finds(format!("{} {}", words.ja, words.en)).note(note)
    };
    kinds.into_iter().map(choice).collect()
}

fn parameter_options(model: &Model, scenario: &Slug, parameter: &Slug, what: Pick) -> Option<Picker> {
    let scenario = model.workshop.library.scenario(scenario.as_str())?;
    let parameter = scenario.parameters.iter().find(|one| one.id == *parameter)?;
    let made = model.settings.get(&scenario.id).and_then(|made| made.get(&parameter.id));
    let set = made.cloned().unwrap_or_else(|| parameter.default_setting());
    let mut options: Vec<Choice> = match &parameter.kind {
        ParameterKind::Number { offered, .. } => {
            let mut options: Vec<Choice> = offered
                .iter()
                .map(|number| {
                    let label = names::setting(parameter, &Setting::Number(*number), model.lang);
                    Choice::new(number.to_string(), label)
                })
                .collect();
            options.push(Choice::new("other", t::OTHER_NUMBER.get(model.lang)));
            options
        }
        ParameterKind::Choice { options, .. } => options
            .iter()
            .map(|option| Choice::new(option.id.as_str(), option.label.get(model.lang)))
            .collect(),
        ParameterKind::YesNo { .. } => return None,
    };
    for option in &mut options {
        option.marked =
            setting_of(model, &scenario.id, &parameter.id, &option.id).is_some_and(|one| one == set);
    }
    Some(Picker::new(what, parameter.label.get(model.lang), options))
}

/// The setting that an option of a parameter stands for.
pub(super) fn setting_of(model: &Model, scenario: &Slug, parameter: &Slug, id: &str) -> Option<Setting> {
    let scenario = model.workshop.library.scenario(scenario.as_str())?;
    let parameter = scenario.parameters.iter().find(|one| one.id == *parameter)?;
    let setting = match parameter.kind {
        ParameterKind::Number { .. } => Setting::Number(id.parse().ok()?),
        ParameterKind::Choice { .. } => Setting::Choice(Slug::new(id)?),
        ParameterKind::YesNo { .. } => Setting::YesNo(id == "yes"),
    };
    parameter.allows(&setting).then_some(setting)
}

/// Every action that makes sense here, with its key.
fn palette(model: &Model) -> Vec<Choice> {
    let sheet = [
        Action::Quote,
        Action::AddRow,
        Action::RemoveRow,
        Action::RestoreRow,
        Action::MoveRowUp,
        Action::MoveRowDown,
        Action::History,
        Action::OtherSheet,
    ];
    let facilitator = [
        Action::Skip,
        Action::Overrule,
        Action::Improvise,
        Action::MoveClock,
        Action::Note,
        Action::NextScene,
    ];
    let looking = [
        Action::Help,
        Action::Reference,
        Action::Search,
        Action::Steps,
        Action::OtherSheet,
        Action::FilterRows,
        Action::SortRows,
        Action::History,
        Action::NextGroup,
        Action::BigClock,
        Action::Contributions,
        Action::Language,
        Action::Theme,
        Action::Blank,
        Action::Quit,
    ];
    let fits = |action: &&Action| {
        let action = **action;
        !action.moves()
            && action != Action::Palette
            && works(model, action)
            && (model.seat != Seat::Reader || looking.contains(&action))
            && (model.sheet.is_some() || !sheet.contains(&action))
            && (model.seat == Seat::Facilitator
                || model.workshop.is_automatic() && action == Action::NextScene
                || !facilitator.contains(&action))
    };
    let choice = |action: &Action| {
        let words = action.label();
        Choice::new(action.name(), words.get(model.lang))
            .note(model.key(*action).unwrap_or_default())
            .finds(format!("{}\n{}\n{}", words.ja, action.reading(), words.en))
    };
    Action::ALL.iter().filter(fits).map(choice).collect()
}

/// The sheets of a round, each with what is missing on it.
fn sheets(model: &Model, round: Round, what: Pick) -> Picker {
    let options = Artefact::OF_A_ROUND.into_iter().map(|artefact| {
        let at = Place { artefact, round: Some(round) };
        let gaps = model.view().map_or(0, |view| view.gaps_of(at).len());
        let note = if gaps > 0 { t::missing(gaps, model.lang) } else { String::new() };
        let title = artefact.sheet().title;
        let mut choice = Choice::new(format!("{artefact:?}"), title.get(model.lang))
            .note(note)
            .finds(format!("{} {}", title.ja, title.en));
        choice.marked = model.sheet.as_ref().is_some_and(|sheet| sheet.place == at);
        choice
    });
    Picker::new(what, record::SHEETS.get(model.lang), options.collect())
}

fn versions(model: &Model, cell: &Cell, what: Pick) -> Option<Picker> {
    let view = model.view()?;
    let (_, field) = cell.definition()?;
    let history = view.group.sheets.history(cell);
    let revisions = history.map(|history| history.revisions.as_slice()).unwrap_or_default();
    let options: Vec<Choice> = revisions
        .iter()
        .enumerate()
        .rev()
        .map(|(number, revision)| {
            let text = value::shown(&view, field, &revision.value, model.lang).replace('\n', " ");
            let who = names::actor(&model.workshop, &revision.actor, model.lang);
            let at = revision.minute.map(|minute| clock::minute(minute, model.lang)).unwrap_or_default();
            let reason = revision.change_set.as_ref().and_then(|id| {
                view.group.change_sets.iter().find(|set| set.id == *id).map(|set| set.reason.clone())
            });
            Choice::new(number.to_string(), text).note(format!("{who} {at} {}", reason.unwrap_or_default()))
        })
        .collect();
    let title = if options.is_empty() { t::HISTORY_EMPTY } else { t::HISTORY_TITLE };
    Some(Picker::new(
        what,
        format!("{}\n{}", place::cell(&view, cell, model.lang), title.get(model.lang)),
        options,
    ))
}

/// The value of a version in the list.
pub(super) fn version_of(model: &Model, cell: &Cell, id: &str) -> Option<Value> {
    let history = model.view()?.group.sheets.history(cell)?;
    history.revisions.get(id.parse::<usize>().ok()?).map(|revision| revision.value.clone())
}

fn conflict_options(model: &Model, id: &crate::domain::id::RevisionId, what: Pick) -> Option<Picker> {
    let view = model.view()?;
    let conflict = view.group.conflicts.iter().find(|one| one.id == *id)?;
    let (_, field) = conflict.cell.definition()?;
    let shown = |held: &Value| {
        let text = value::shown(&view, field, held, model.lang);
        if text.is_empty() { t::EMPTY_TEXT.get(model.lang).to_owned() } else { beginning(&text) }
    };
    let first = shown(&view.value(&conflict.cell));
    let second = shown(&conflict.value);
    let who = names::actor(&model.workshop, &conflict.actor, model.lang);
    let lang = model.lang;
    let title = format!(
        "{}\n{}\n\n[{}]\n{first}\n\n[{} / {who}]\n{second}\n",
        place::cell(&view, &conflict.cell, lang),
        t::CONFLICT_TITLE.get(lang),
        t::WHICH_THEIRS.get(lang),
        t::WHICH_MINE.get(lang),
    );
    let mut options =
        vec![Choice::new("first", t::WHICH_THEIRS.get(lang)), Choice::new("second", t::WHICH_MINE.get(lang))];
    if matches!(field.kind, FieldKind::Text | FieldKind::Line) {
        options.push(Choice::new("both", t::WHICH_BOTH.get(lang)));
    }
    Some(Picker::new(what, title, options))
}

/// As much of a text as leaves room for another one beside it and for the question.
fn beginning(text: &str) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let lines: Vec<&str> = text.lines().collect();
    let whole = lines[..lines.len().min(4)].join("\n");
    let mut start: String = whole.graphemes(true).take(140).collect();
    if start.len() < text.trim_end().len() {
        start.push_str(" ..");
    }
    start
}

fn orphans(model: &Model, what: Pick) -> Picker {
    let lang = model.lang;
    let view = model.view();
    let listed: Vec<String> = model
        .orphans
        .iter()
        .take(8)
        .map(|(cell, unsaved)| {
            let name = view.as_ref().map(|view| place::cell(view, cell, lang)).unwrap_or_default();
            let text: String = unsaved.text.chars().take(40).collect();
            format!("- {name}: {}", text.replace('\n', " "))
        })
        .collect();
    let title = format!(
        "{} {}\n{}\n",
        t::DRAFTS_LEFT.get(lang),
        t::drafts(model.orphans.len(), lang),
        listed.join("\n")
    );
    let options = vec![
        Choice::new("take", t::DRAFTS_TAKE.get(lang)),
        Choice::new("later", t::DRAFTS_LATER.get(lang)),
        Choice::new("discard", t::DRAFTS_DISCARD.get(lang)),
    ];
    Picker::new(what, title, options)
}

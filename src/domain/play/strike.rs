//! What happens at the moment a complicating factor strikes. What it does from then on is asked of [`Play`].

use super::decide::UnderWay;
use crate::domain::environment::words_of;
use crate::domain::event::{Event, Place, Round};
use crate::domain::fact_sheet::LogKind;
use crate::domain::factor::{Factor, FactorEffect};
use crate::domain::id::{Minute, RowId, Slug};
use crate::domain::play::Play;
use crate::domain::press;
use crate::domain::scenario::{Channel, ParameterKind, Request, Weight};
use crate::domain::sheet::{Artefact, Cell};
use crate::domain::words::{Bilingual, Lang};

impl UnderWay<'_> {
    /// The events of a factor striking at `minute`, with what comes along.
    pub(super) fn strike(&self, id: &Slug, minute: Minute, effects: &[FactorEffect]) -> Vec<Event> {
        let lost = self.lost(effects);
        let mut events = vec![Event::FactorStruck { round: self.round, factor: id.clone(), minute, lost }];
        if effects.contains(&FactorEffect::ConferenceFailed) {
            events.extend(self.open_questions_again());
        }
        if let Some(factor) = self.workshop.library.factor(id.as_str()) {
            let now = self.moved_to(minute);
            let told = effects.iter().filter_map(|effect| self.told(effect, &now));
            let given = told.enumerate().map(|(number, told)| self.arrives(factor, number, told));
            events.extend(given);
        }
        events
    }

    /// Fact-sheet rows whose logs are gone from now on.
    fn lost(&self, effects: &[FactorEffect]) -> Vec<Slug> {
        let rows = effects.iter().flat_map(|effect| match effect {
            FactorEffect::LogsLost(rows) => rows.clone(),
            FactorEffect::NextLogLost => self.next_log().into_iter().collect(),
            _ => Vec::new(),
        });
        rows.collect()
    }

    /// The row of the first core request for a log, no inventory, that nobody has asked for and that is still there.
    fn next_log(&self) -> Option<Slug> {
        let asked = |row: &Slug| self.play.requests.iter().any(|asked| asked.row == *row);
        let is_log = |request: &&Request| request.need.kind != LogKind::Inventory;
        let core =
            self.scenario.requests.iter().filter(|request| request.weight == Weight::Core).filter(is_log);
        let mut rows = core.map(|request| &request.need.row);
        rows.find(|row| !asked(row) && !self.play.is_log_lost(row)).cloned()
    }

    /// What an effect tells the group at once, besides the factor's story.
    fn told(&self, effect: &FactorEffect, now: &Play) -> Option<Told> {
        let filled = |text: &Bilingual| now.filled(self.scenario, text);
        match effect {
            FactorEffect::Message { from, channel, text, public } => {
                Some(Told { from: filled(from), channel: *channel, text: filled(text), public: *public })
            }
            FactorEffect::OtherNumbers { percent, from, channel, text } => {
                let mut text = filled(text);
                if let Some(numbers) = self.other_numbers(now, *percent) {
                    text = text.and(&numbers, "\n");
                }
                Some(Told { from: filled(from), channel: *channel, text, public: false })
            }
            FactorEffect::Leaks => Some(Told {
                from: Bilingual::new("SNSの匿名アカウント", "an anonymous account on social media"),
                channel: Channel::Social,
                text: quoted(&self.newest_words()?),
                public: true,
            }),
            _ => None,
        }
    }

    fn arrives(&self, factor: &Factor, number: usize, told: Told) -> Event {
        let Told { from, channel, text, public } = told;
        let inject = Slug::new(&format!("factor-{}-{}", factor.id, number + 1));
        let inject = inject.unwrap_or_else(|| factor.id.clone());
        Event::InjectGiven {
            round: self.round,
            inject,
            title: factor.title.clone(),
            from,
            channel,
            text,
            public,
        }
    }

    /// Every number of the incident as somebody else counts it, a line each; `None` when it has no numbers.
    fn other_numbers(&self, now: &Play, percent: u32) -> Option<Bilingual> {
        let values = now.values(self.scenario);
        let lines = self.scenario.parameters.iter().filter_map(|parameter| {
            let ParameterKind::Number { unit, most, .. } = &parameter.kind else {
                return None;
            };
            let number = values.number(parameter.id.as_str())?;
            let other = number.saturating_mul(u64::from(percent)).div_ceil(100).clamp(1, *most);
            let other = crate::domain::placeholder::thousands(other);
            Some(Bilingual::new(
                format!("{}：{other}{}", parameter.label.ja, unit.ja),
                format!("{}: {other} {}", parameter.label.get(Lang::En), unit.get(Lang::En)),
            ))
        });
        lines.reduce(|all, line| all.and(&line, "\n"))
    }

    /// What stands in the last row of the response table that says anything: what the group did, or else found.
    fn newest_words(&self) -> Option<String> {
        let place = Place { artefact: Artefact::ResponseTable, round: Some(self.round) };
        let rows = self.view.rows(place, "rows").into_iter().rev();
        let cells = rows.flat_map(|row| {
            ["action", "situation"].map(|field| Cell::row(place.artefact, place.round, &row.id, field))
        });
        let mut words = cells.map(|cell| words_of(self.view.value(&cell)).ja);
        words.find(|text| !text.trim().is_empty())
    }

    /// Questions that the first conference left open are asked again (C-03).
    fn open_questions_again(&self) -> Vec<Event> {
        let place = Place { artefact: Artefact::Press, round: Some(Round::One) };
        let here = Place { artefact: Artefact::Press, round: Some(self.round) };
        let read = |row: &RowId, field: &str| {
            self.view.value(&Cell::row(Artefact::Press, Some(Round::One), row, field))
        };
        let mut after = self.view.group.sheets.all_rows(here).last().map(|row| row.id.clone());
        let mut events = Vec::new();
        for row in self.view.group.sheets.rows(place, "questions") {
            let left_open = read(&row.id, "outcome").items().iter().any(|id| press::LEFT_OPEN.contains(id));
            let again = RowId(format!("again-{}", row.id));
            if left_open && self.view.group.sheets.row(here, &again).is_none() {
                let (text, by) = (read(&row.id, "question"), read(&row.id, "asked-by"));
                let after = after.replace(again.clone());
                events.extend(press::question(self.round, &again, after, text, by, 3));
            }
        }
        events
    }
}

/// A message that arrives with a factor.
struct Told {
    from: Bilingual,
    channel: Channel,
    text: Bilingual,
    public: bool,
}

fn quoted(words: &str) -> Bilingual {
    Bilingual::new(
        format!("対応の記録を写した画面が投稿された。読み取れる文面は次のとおり。\n「{words}」"),
        format!("A picture of the response record has been posted. It reads:\n'{words}'"),
    )
}

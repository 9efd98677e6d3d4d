//! The report of a whole workshop for one group, in the edition its reader may see.
//!
//! Everything here is read off the state; nothing is judged. The press edition holds only what a press conference
//! gives away: what is public, the report without its inside knowledge, the agenda without roles, the record.

mod closing;
mod incident;
mod opening;
mod review;
mod sheets;

use super::document::{Document, Inline, Text, plain};
use crate::domain::event::Round;
use crate::domain::words::{Lang, Words, words};
use crate::domain::workshop::{GroupView, Stage};
use crate::text::names;

/// Whom a report is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// The group: everything it wrote and was told.
    #[default]
    Participant,
    /// The press: only what the conference gives away.
    Press,
    /// The facilitator: ticks, notes and how requests were resolved as well.
    Facilitator,
}

impl Edition {
    /// The edition's name.
    pub const fn words(self) -> Words {
        match self {
            Self::Participant => words("参加者版", "Participants' edition"),
            Self::Press => words("報道機関版", "Press edition"),
            Self::Facilitator => {
                words("進行役版（参加者に渡さないこと）", "Facilitator's edition (not for participants)")
            }
        }
    }
}

/// The report. `log_head` names the end of the record it was made from, so that it can be checked later.
pub fn build(view: &GroupView<'_>, lang: Lang, edition: Edition, log_head: &str) -> Document {
    let beginning = view.workshop.beginning.as_ref();
    let title = beginning.map_or("", |begun| begun.title.as_str());
    // Round one is shown as played; what the review changed in it stands in the chapter after it.
    let played = view.group.as_of(Stage::RoundOne);
    let mut writing = Writing {
        view: *view,
        edition,
        document: Document::new(title, lang),
        has_review: view.group.stage >= Stage::Review,
    };
    writing.opening();
    writing.view.group = &played;
    writing.round(Round::One);
    writing.view.group = view.group;
    if edition != Edition::Press {
        writing.review();
    }
    writing.round(Round::Two);
    if edition != Edition::Press {
        writing.closing();
    }
    let at = names::joined(writing.say("記録の末尾", "Head of the log"), log_head, lang);
    writing.document.paragraph(&at);
    writing.document.finished()
}

/// A report as it is being written.
struct Writing<'a> {
    view: GroupView<'a>,
    edition: Edition,
    document: Document,
    /// Whether the group got as far as the review.
    has_review: bool,
}

impl Writing<'_> {
    fn lang(&self) -> Lang {
        self.document.lang
    }

    fn say(&self, ja: &'static str, en: &'static str) -> &'static str {
        words(ja, en).get(self.lang())
    }

    fn is_for_facilitator(&self) -> bool {
        self.edition == Edition::Facilitator
    }

    /// An entry of a definition list.
    fn entry(&self, ja: &'static str, en: &'static str, text: &str) -> (Text, Inline) {
        (Text::new(self.say(ja, en)), plain(text))
    }
}

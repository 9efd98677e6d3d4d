//! The sheets as data: artefacts, sections, fields and kinds of field.
//!
//! Forms, history, comparison, exports and handouts all derive from this catalogue; nobody else knows which
//! fields a sheet has. A sheet is a set of sections; a section is filled in once or holds rows.

mod critique;
mod environment;
mod incident;
mod press;
pub mod record;
pub mod report;
mod value;

use serde::{Deserialize, Serialize};

use super::event::Round;
use super::id::RowId;
use super::words::Words;

pub use incident::RESPONSE_OWNERS;
pub use value::{Misread, Value, read};

/// Everything that people fill in. The first eight are the revisable ones of W-49.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Artefact {
    /// インシデント対応規定: the organisation's real documents, and what should change in them.
    Rules,
    /// インシデント対応ポリシー: the workshop's policy sheet.
    Policy,
    /// 想定IT環境ファクトシート
    FactSheet,
    /// ステークホルダーリスト
    Stakeholders,
    /// 初期対応シート
    InitialResponse,
    /// インシデント対応表
    ResponseTable,
    /// インシデント報告書
    Report,
    /// 式次第（アジェンダ）
    Agenda,
    /// 会見の記録
    Press,
    /// 改善の一覧
    Improvements,
    /// 講評
    Critique,
    /// クロノロジー: lines that people add to what fills itself.
    Chronology,
    /// 経営判断メモ
    DecisionMemo,
    /// 対外・内部への文: statements, notices, lines for the desk.
    OutgoingTexts,
}

impl Artefact {
    /// All of them, in the order of the workshop.
    pub const ALL: [Self; 14] = [
        Self::Rules,
        Self::Policy,
        Self::FactSheet,
        Self::Stakeholders,
        Self::InitialResponse,
        Self::ResponseTable,
        Self::Chronology,
        Self::DecisionMemo,
        Self::OutgoingTexts,
        Self::Report,
        Self::Agenda,
        Self::Press,
        Self::Improvements,
        Self::Critique,
    ];

    /// The eight artefacts that the review may revise (W-49).
    pub const REVISABLE: [Self; 8] = [
        Self::Rules,
        Self::Policy,
        Self::FactSheet,
        Self::Stakeholders,
        Self::InitialResponse,
        Self::ResponseTable,
        Self::Report,
        Self::Agenda,
    ];

    /// The artefacts of a round, in the order they are worked on.
    pub const OF_A_ROUND: [Self; 8] = [
        Self::InitialResponse,
        Self::ResponseTable,
        Self::Chronology,
        Self::DecisionMemo,
        Self::OutgoingTexts,
        Self::Report,
        Self::Agenda,
        Self::Press,
    ];

    /// Whether each round has its own.
    pub fn is_of_a_round(self) -> bool {
        Self::OF_A_ROUND.contains(&self)
    }

    /// Whether it starts from the material and is carried over from round to round.
    pub fn is_environment(self) -> bool {
        matches!(self, Self::Rules | Self::Policy | Self::FactSheet | Self::Stakeholders)
    }

    /// Its sheet.
    pub fn sheet(self) -> &'static Sheet {
        match self {
            Self::Rules => &environment::RULES,
            Self::Policy => &environment::POLICY,
            Self::FactSheet => &environment::FACT_SHEET,
            Self::Stakeholders => &environment::STAKEHOLDERS,
            Self::InitialResponse => &incident::INITIAL_RESPONSE,
            Self::ResponseTable => &incident::RESPONSE_TABLE,
            Self::Report => &report::REPORT,
            Self::Agenda => &press::AGENDA,
            Self::Press => &press::PRESS,
            Self::Improvements => &critique::IMPROVEMENTS,
            Self::Critique => &critique::CRITIQUE,
            Self::Chronology => &record::CHRONOLOGY,
            Self::DecisionMemo => &record::DECISION_MEMO,
            Self::OutgoingTexts => &record::OUTGOING_TEXTS,
        }
    }
}

/// A sheet: its title and its sections.
#[derive(Debug)]
pub struct Sheet {
    /// Title.
    pub title: Words,
    /// Sections in order.
    pub sections: &'static [Section],
}

impl Sheet {
    /// The section named `id`.
    pub fn section(&self, id: &str) -> Option<&'static Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The field named `key`, and the section it is in.
    pub fn field(&self, key: &str) -> Option<(&'static Section, &'static Field)> {
        self.sections
            .iter()
            .find_map(|section| Some((section, section.fields.iter().find(|field| field.key == key)?)))
    }
}

/// A part of a sheet.
#[derive(Debug)]
pub struct Section {
    /// Name within the sheet.
    pub id: &'static str,
    /// Title.
    pub title: Words,
    /// Filled in once, or in rows.
    pub shape: Shape,
    /// Fields in order. A key is unique within the sheet.
    pub fields: &'static [Field],
}

/// How often a section is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Once.
    Form,
    /// In rows that people add, move and remove.
    Rows,
    /// In rows that are given (topics, items, goals); people may fill them but not add any.
    Given,
}

/// One field.
#[derive(Debug)]
pub struct Field {
    /// Name within the sheet.
    pub key: &'static str,
    /// Label.
    pub label: Words,
    /// What to write.
    pub hint: Words,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether leaving it empty is listed as missing (never blocked).
    pub expected: Expected,
    /// Who may see it.
    pub seen_by: SeenBy,
}

/// Whether an empty field is a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// 必須: an empty one is listed when the step closes.
    Required,
    /// 任意
    Optional,
    /// Required when the row has no rule to stand on (W-45).
    WithoutRule,
}

/// Who may see a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenBy {
    /// Whoever sees the sheet.
    Everybody,
    /// The group and the facilitator, never the press (W-47).
    Inside,
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// One of these.
    Choice(&'static [Choice]),
    /// One item of a list that the material gives.
    Given(Source),
    /// Any number of items of a list that the material gives.
    Several(Source),
    /// A whole number.
    Number,
    /// Exercise time, minutes from T0.
    Minute,
    /// A calendar date and time.
    Moment,
}

/// A list that the material gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Stakeholders.
    Stakeholders,
    /// Policy topics.
    Topics,
    /// Fact-sheet rows.
    Facts,
    /// The severity scale.
    Severities,
    /// The priority scale.
    Priorities,
    /// Phases A–G.
    Phases,
    /// Check items of the processes P1–P4.
    CheckItems,
    /// Kinds of log.
    LogKinds,
}

/// One option of a choice.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// Name, stored.
    pub id: &'static str,
    /// Words shown.
    pub words: Words,
}

const fn choice(id: &'static str, ja: &'static str, en: &'static str) -> Choice {
    Choice { id, words: Words { ja, en } }
}

impl Field {
    const fn new(key: &'static str, label: Words, hint: Words, kind: FieldKind) -> Self {
        Self { key, label, hint, kind, expected: Expected::Optional, seen_by: SeenBy::Everybody }
    }

    const fn required(self) -> Self {
        Self { expected: Expected::Required, ..self }
    }

    const fn without_rule(self) -> Self {
        Self { expected: Expected::WithoutRule, ..self }
    }

    const fn inside(self) -> Self {
        Self { seen_by: SeenBy::Inside, ..self }
    }

    /// The option named `id`, if this is a choice that has it.
    pub fn option(&self, id: &str) -> Option<&'static Choice> {
        match self.kind {
            FieldKind::Choice(options) => options.iter().find(|option| option.id == id),
            _ => None,
        }
    }
}

/// One place that can be written to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// The sheet.
    pub artefact: Artefact,
    /// The round, for sheets that each round has.
    pub round: Option<Round>,
    /// The row, in a section of rows.
    pub row: Option<RowId>,
    /// The field.
    pub field: String,
}

impl Cell {
    /// A field of a form.
    pub fn form(artefact: Artefact, round: Option<Round>, field: &str) -> Self {
        Self { artefact, round, row: None, field: field.to_owned() }
    }

    /// A field of a row.
    pub fn row(artefact: Artefact, round: Option<Round>, row: &RowId, field: &str) -> Self {
        Self { artefact, round, row: Some(row.clone()), field: field.to_owned() }
    }

    /// What its number counts, if it holds one: persons (名) and records (件) are never mixed.
    pub fn unit(&self) -> Option<Words> {
        match (self.artefact, self.field.as_str()) {
            (Artefact::Report, "count") => report::unit(self.row.as_ref()?),
            (Artefact::FactSheet, "privileged") => Some(Words { ja: "個", en: "accounts" }),
            (Artefact::FactSheet, "log-days") => Some(Words { ja: "日", en: "days" }),
            (Artefact::FactSheet, "log-minutes") => Some(Words { ja: "分", en: "min" }),
            _ => None,
        }
    }

    /// The field's definition; `None` when the sheet has no such field.
    pub fn definition(&self) -> Option<(&'static Section, &'static Field)> {
        self.artefact.sheet().field(&self.field)
    }
}

//! A scenario: one incident as it will unfold, with everything the facilitator gives out or keeps back.
//!
//! Sources: W-19…W-27 (the eight incidents), W-29 (marks), W-38. Times are minutes from T0.

use serde::{Deserialize, Serialize};

use super::fact_sheet::LogKind;
use super::id::{Minute, Slug};
use super::words::{Bilingual, Words, words};

/// One incident, ready to be played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// Name; never changes.
    pub id: Slug,
    /// Number in the table of typical incidents (W-19 is 1).
    pub number: u32,
    /// Title as the group sees it when choosing.
    pub title: Bilingual,
    /// The short kind used in suggested case names, for example 標的型攻撃事案 (W-40).
    pub case_kind: Bilingual,
    /// Two or three sentences for choosing, without spoilers.
    pub summary: Bilingual,
    /// T0 on the calendar, `2026-11-20T16:40`: nights, holidays and business days matter.
    pub starts: String,
    /// Who tells the organisation, in words.
    pub source: Bilingual,
    /// Stakeholders that the first notice passes through, in order; the last one hands it to the group.
    pub path: Vec<Slug>,
    /// How the first notice arrives.
    pub channel: Channel,
    /// The first notice, word for word, as the group gets it.
    pub hook: Bilingual,
    /// What really happened. Facilitator only.
    pub truth: Bilingual,
    /// What the organiser may set; texts use it as `{id}`.
    pub parameters: Vec<Parameter>,
    /// How much each fact-sheet row matters here (W-29). Rows not named are out of scope.
    pub marks: Vec<Mark>,
    /// The scenes the facilitator releases, in order of time.
    pub scenes: Vec<Scene>,
    /// What is given to the group (状況付与).
    pub injects: Vec<Inject>,
    /// What the group may ask for, and what each resolution tells.
    pub requests: Vec<Request>,
    /// Actions the facilitator ticks when the group has really taken them.
    pub expected: Vec<ExpectedAction>,
    /// Questions the press may ask.
    pub questions: Vec<PressQuestion>,
    /// Notification duties to check; prompts, never conclusions.
    pub duties: Vec<Duty>,
    /// What this scenario is meant to teach.
    pub goals: Vec<Goal>,
    /// Complicating factors that fit (W-51).
    pub factors: Vec<Slug>,
    /// What each role knows and worries about.
    pub roles: Vec<RoleCard>,
    /// Who the reporters are.
    pub reporters: Vec<ReporterCard>,
    /// What complicating factors mean in this incident.
    #[serde(default)]
    pub twists: Vec<Twist>,
}

/// What a complicating factor means in one incident: told below the factor's own story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Twist {
    /// The factor.
    pub factor: Slug,
    /// The story, with parameters.
    pub story: Bilingual,
}

/// A way a message reaches somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Channel {
    /// 電話
    Phone,
    /// メール
    Mail,
    /// 社内チャット
    Chat,
    /// 口頭
    InPerson,
    /// Web の問い合わせフォーム
    WebForm,
    /// 書面
    Letter,
    /// SNS
    Social,
    /// 報道
    Press,
    /// 監視・検知システム
    Alert,
}

impl Channel {
    /// Whether free words speak of this channel, as people write it.
    pub fn is_named_in(self, words: &str) -> bool {
        let names: &[&str] = match self {
            Self::Phone => &["電話", "phone", "call"],
            Self::Mail => &["メール", "mail"],
            Self::Chat => &["チャット", "chat"],
            Self::InPerson => &["口頭", "対面", "in person"],
            Self::WebForm => &["フォーム", "web form"],
            Self::Letter => &["書面", "郵送", "letter"],
            Self::Social => &["SNS", "social"],
            Self::Press => &["報道", "press"],
            Self::Alert => &["監視", "alert"],
        };
        let words = words.to_lowercase();
        names.iter().any(|name| words.contains(&name.to_lowercase()))
    }
}

/// Something the organiser may set before the round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    /// Name, used in texts as `{id}`.
    pub id: Slug,
    /// Label.
    pub label: Bilingual,
    /// What it may be.
    pub kind: ParameterKind,
}

/// What a parameter may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParameterKind {
    /// A whole number; `offered` are shown, any number from `least` to `most` may be typed (W-27).
    Number {
        /// Values to pick from.
        offered: Vec<u64>,
        /// The value when nobody chooses.
        default: u64,
        /// Smallest allowed.
        least: u64,
        /// Largest allowed.
        most: u64,
        /// Unit after the number: 名, 件, 台.
        unit: Bilingual,
        /// Whether C-02 lets it grow.
        grows: bool,
    },
    /// One of several words.
    Choice {
        /// The options.
        options: Vec<ChoiceOption>,
        /// The option when nobody chooses.
        default: Slug,
    },
    /// Yes or no; texts use `{id?text when yes|text when no}`.
    YesNo {
        /// The value when nobody chooses.
        default: bool,
    },
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceOption {
    /// Name, used in conditions.
    pub id: Slug,
    /// Words put into texts.
    pub label: Bilingual,
}

/// When a piece of the scenario is in play at all. `None` means always.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// The yes/no parameter is yes.
    Yes(Slug),
    /// The yes/no parameter is no.
    No(Slug),
    /// The choice parameter has this option.
    Is(Slug, Slug),
    /// The number parameter is at least this.
    AtLeast(Slug, u64),
    /// The number parameter is below this.
    Below(Slug, u64),
}

/// How much a fact-sheet row matters: 必須 or 必要に応じて (W-29).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The fact-sheet row.
    pub row: Slug,
    /// How much it matters.
    pub need: Need,
}

/// How much a fact-sheet row matters to an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Need {
    /// ○ 必須
    Required,
    /// △ 必要に応じて
    IfRelevant,
}

/// A moment of the exercise. Exercise time moves when the facilitator releases one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// Name.
    pub id: Slug,
    /// Exercise time at which it opens.
    pub minute: Minute,
    /// Title.
    pub title: Bilingual,
    /// What the group is told when it opens.
    pub text: Bilingual,
}

/// Whether a piece fits into a 45-minute round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weight {
    /// Play it.
    Core,
    /// Play it if there is time.
    Spare,
}

/// Something that comes to the group (状況付与).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inject {
    /// Name.
    pub id: Slug,
    /// Short title for lists.
    pub title: Bilingual,
    /// When it becomes due.
    pub trigger: Trigger,
    /// In play only when this holds.
    pub when: Option<Condition>,
    /// Who it comes from, in words.
    pub from: Bilingual,
    /// Stakeholders that receive it.
    pub to: Vec<Slug>,
    /// How it arrives.
    pub channel: Channel,
    /// The text, with parameters.
    pub text: Bilingual,
    /// What a good group does now. Facilitator only.
    pub expected: Bilingual,
    /// What the facilitator may ask each role, in rising directness.
    pub prompts: Vec<Prompt>,
    /// Phase it belongs to (A…G).
    pub phase: Slug,
    /// Whether the public sees it too (SNS, press) or only the organisation.
    pub public: bool,
    /// Core or spare.
    pub weight: Weight,
    /// Real minutes it takes to play.
    pub takes: u32,
}

/// When an inject becomes due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trigger {
    /// At this exercise time.
    At(Minute),
    /// When the facilitator wants.
    Manual,
    /// After this request was answered.
    OnRequest(Slug),
    /// At this time, unless the facilitator has ticked the expected action.
    Unless(Slug, Minute),
}

/// What the facilitator may ask a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    /// The stakeholder asked.
    pub role: Slug,
    /// Questions in rising directness.
    pub lines: Vec<Bilingual>,
}

/// Something the group may ask for; answered from the fact sheet as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Name.
    pub id: Slug,
    /// What is asked for.
    pub need: LogNeed,
    /// The answer when the log is there.
    pub available: Bilingual,
    /// The answer when only part of it is there.
    pub partial: Bilingual,
    /// The answer when it is not there.
    pub missing: Bilingual,
    /// Exercise minutes until the answer arrives.
    pub cost: u32,
    /// Core or spare.
    pub weight: Weight,
    /// Real minutes it takes to play.
    pub takes: u32,
}

/// What a question needs of a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogNeed {
    /// The fact-sheet row.
    pub row: Slug,
    /// The kind of log.
    pub kind: LogKind,
    /// How many days back it must reach.
    pub days: u32,
    /// Properties the answer depends on.
    pub properties: Vec<LogProperty>,
}

/// A property of a log that an answer may depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogProperty {
    /// Allowed traffic is recorded too, not only what was refused.
    Allowed,
    /// Everything passes here, nothing goes round it.
    Complete,
    /// Collected centrally, out of reach of whoever holds the machine.
    Central,
    /// The clock is synchronised.
    TimeSynced,
}

impl LogProperty {
    /// The property in words that follow "whether" / 「…かどうか」.
    pub fn words(self) -> Words {
        match self {
            Self::Allowed => words("許可した通信も記録している", "allowed traffic is recorded"),
            Self::Complete => words("すべてがここに現れる", "everything shows up here"),
            Self::Central => words("集中管理している", "it is collected centrally"),
            Self::TimeSynced => words("時刻が同期している", "its clock is synchronised"),
        }
    }
}

/// An action that the facilitator ticks when the group has really taken it. Nothing is inferred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectedAction {
    /// Name, used by `Unless`.
    pub id: Slug,
    /// The action.
    pub text: Bilingual,
}

/// A question the press may ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PressQuestion {
    /// Name.
    pub id: Slug,
    /// In play only when this holds.
    pub when: Option<Condition>,
    /// The question, with parameters.
    pub text: Bilingual,
    /// 1 friendly, 2 insistent, 3 hostile.
    pub hostility: u8,
    /// What a good answer does. Facilitator only.
    pub listen_for: Bilingual,
}

/// A duty to notify that the group should think of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Name.
    pub id: Slug,
    /// In play only when this holds.
    pub when: Option<Condition>,
    /// "Check whether…".
    pub text: Bilingual,
    /// Exercise time by which it should be decided.
    pub by: Option<Minute>,
}

/// A learning goal; rated P/S/M/U in the critique.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Name.
    pub id: Slug,
    /// The goal.
    pub text: Bilingual,
}

/// What one role knows and worries about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleCard {
    /// The stakeholder.
    pub role: Slug,
    /// What you know.
    pub knows: Bilingual,
    /// What you worry about.
    pub worries: Bilingual,
}

/// A reporter at the press conference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReporterCard {
    /// Name.
    pub id: Slug,
    /// The medium: city desk, IT trade press, industry paper.
    pub medium: Bilingual,
    /// What this reporter is after.
    pub after: Bilingual,
}

/// What a parameter was set to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Setting {
    /// A number.
    Number(u64),
    /// An option.
    Choice(Slug),
    /// Yes or no.
    YesNo(bool),
}

impl Parameter {
    /// The setting when nobody chooses.
    pub fn default_setting(&self) -> Setting {
        match &self.kind {
            ParameterKind::Number { default, .. } => Setting::Number(*default),
            ParameterKind::Choice { default, .. } => Setting::Choice(default.clone()),
            ParameterKind::YesNo { default } => Setting::YesNo(*default),
        }
    }

    /// The words of an option; `None` when this is no choice or has no such option.
    pub fn label_of(&self, option: &Slug) -> Option<&Bilingual> {
        match &self.kind {
            ParameterKind::Choice { options, .. } => {
                options.iter().find(|one| one.id == *option).map(|one| &one.label)
            }
            _ => None,
        }
    }

    /// A setting as it is typed: yes or no, the id of an option, a number. `None` when this parameter may not have it.
    pub fn read(&self, typed: &str) -> Option<Setting> {
        let setting = match &self.kind {
            ParameterKind::Number { .. } => Setting::Number(typed.replace([',', '_'], "").parse().ok()?),
            ParameterKind::Choice { .. } => Setting::Choice(Slug::new(typed)?),
            ParameterKind::YesNo { .. } => Setting::YesNo(match typed {
                "yes" => true,
                "no" => false,
                _ => return None,
            }),
        };
        self.allows(&setting).then_some(setting)
    }

    /// Whether `setting` is one this parameter may have.
    pub fn allows(&self, setting: &Setting) -> bool {
        match (&self.kind, setting) {
            (ParameterKind::Number { least, most, .. }, Setting::Number(n)) => (least..=most).contains(&n),
            (ParameterKind::Choice { options, .. }, Setting::Choice(id)) => {
                options.iter().any(|option| option.id == *id)
            }
            (ParameterKind::YesNo { .. }, Setting::YesNo(_)) => true,
            _ => false,
        }
    }
}

//! Values that are well-formed one by one and don't fit together.

use super::{Said, perhaps, say};
use crate::domain::words::{Lang, Words, words};
use crate::material::problem::quotable;

/// Values that don't fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SenseTrouble {
    /// A name that nothing has.
    Unknown {
        /// What it should be the name of.
        kind: Reference,
        /// The name.
        name: String,
        /// An existing name like it.
        near: Option<String>,
    },
    /// A name that stands twice where each may stand once.
    Twice(String),
    /// A list that needs at least one item.
    Nothing,
    /// Not a moment of the calendar.
    Moment(String),
    /// Not a day of the calendar.
    Day(String),
    /// A stakeholder that stands in for itself.
    OwnDeputy,
    /// Numbers that don't fit together.
    Number(NumberTrouble),
    /// A parameter that is not used as what it is.
    Parameter(ParameterTrouble),
}

/// Numbers that don't fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberTrouble {
    /// A minute that comes before the one above it.
    Order {
        /// The minute.
        minute: u32,
        /// The one above it.
        after: u32,
    },
    /// The first scene is not at minute 0.
    FirstScene(u32),
    /// A number outside of its bounds.
    Bounds {
        /// The number.
        found: u64,
        /// The smallest allowed.
        least: u64,
        /// The largest allowed.
        most: u64,
    },
    /// `least` is greater than `most`.
    LeastOverMost,
    /// Other numbers that are the same.
    SameNumbers,
}

/// A parameter that is not used as what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterTrouble {
    /// It is of a kind that cannot be used like this.
    Kind {
        /// The parameter.
        name: String,
        /// How a parameter of its kind is used.
        used: &'static str,
    },
    /// It changes nothing.
    Unused(String),
    /// Its name is one that the fact sheet gives.
    BuiltIn(String),
    /// A condition that holds for every number allowed, or for none.
    NoDifference,
}

/// What a name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A row of a fact sheet.
    Row,
    /// A stakeholder.
    Stakeholder,
    /// A stakeholder list.
    List,
    /// An incident.
    Scenario,
    /// A phase of the guidance.
    Phase,
    /// A complicating factor.
    Factor,
    /// A complicating factor that the scenario lists.
    FittingFactor,
    /// An expected action of the scenario.
    Expected,
    /// A request of the scenario.
    Request,
    /// A parameter of the scenario.
    Parameter,
    /// An option of a choice.
    ChoiceOption,
    /// A topic of the policy sheet.
    Topic,
    /// A check item of the guidance.
    CheckItem,
    /// An item or a count of the report.
    ReportItem,
}

impl SenseTrouble {
    pub(super) fn describe(&self, lang: Lang) -> Said {
        match self {
            Self::Unknown { kind, name, near } => kind.unknown(name, near.as_deref(), lang),
            Self::Twice(name) => say!(
                lang,
                ["`{name}` が重複しています", "一つを残すか、別の名前にしてください"],
                ["`{name}` stands here twice", "keep one, or give it another name"],
            ),
            Self::Nothing => say!(
                lang,
                ["リストが空です", "一つ以上書いてください"],
                ["the list is empty", "write at least one"],
            ),
            Self::Moment(found) => {
                let found = quotable(found);
                say!(
                    lang,
                    [
                        "`{found}` は日時ではありません",
                        "`2026-11-20T16:40` の形で、実在する日時を書いてください"
                    ],
                    ["`{found}` is not a date and time", "write an existing one like `2026-11-20T16:40`"],
                )
            }
            Self::Day(found) => {
                let found = quotable(found);
                say!(
                    lang,
                    ["`{found}` は日付ではありません", "`2026-11-21` の形で、実在する日付を書いてください"],
                    ["`{found}` is not a date", "write an existing one like `2026-11-21`"],
                )
            }
            Self::OwnDeputy => say!(
                lang,
                ["自分自身が代行者になっています", "別の関係者の id にするか、`deputy` を消してください"],
                ["a stakeholder stands in for itself", "name another stakeholder, or leave `deputy` out"],
            ),
            Self::Number(trouble) => trouble.describe(lang),
            Self::Parameter(trouble) => trouble.describe(lang),
        }
    }
}

impl NumberTrouble {
    fn describe(self, lang: Lang) -> Said {
        match self {
            Self::Order { minute, after } => say!(
                lang,
                ["{minute} 分が、前にある {after} 分より後になっていません", "時刻の順に並べてください"],
                ["minute {minute} does not come after minute {after} above it", "put them in order of time"],
            ),
            Self::FirstScene(minute) => say!(
                lang,
                ["最初の場面が {minute} 分です", "最初の場面は 0 分（T0）にしてください"],
                ["the first scene is at minute {minute}", "put the first scene at minute 0 (T0)"],
            ),
            Self::Bounds { found, least, most } => say!(
                lang,
                ["{found} は範囲外です", "{least} から {most} までにしてください"],
                ["{found} is out of range", "write a number from {least} to {most}"],
            ),
            Self::SameNumbers => say!(
                lang,
                ["100 パーセントでは同じ数になります", "100 以外にしてください"],
                ["at 100 percent the numbers are the same", "write any other percentage"],
            ),
            Self::LeastOverMost => say!(
                lang,
                ["`least` が `most` より大きくなっています", "二つを入れ替えるか、直してください"],
                ["`least` is greater than `most`", "swap or correct them"],
            ),
        }
    }
}

impl ParameterTrouble {
    fn describe(&self, lang: Lang) -> Said {
        match self {
            Self::Kind { name, used } => say!(
                lang,
                ["パラメーター `{name}` はこの使い方ができません", "次のように使ってください: {used}"],
                ["the parameter `{name}` cannot be used like this", "use it like this: {used}"],
            ),
            Self::Unused(name) => say!(
                lang,
                ["パラメーター `{name}` がどこにも使われていません", "文の中で使うか、消してください"],
                ["the parameter `{name}` is not used anywhere", "use it in a text, or remove it"],
            ),
            Self::BuiltIn(name) => say!(
                lang,
                ["`{{{name}}}` は環境ファクトシートから入る言葉の名前です", "別の名前にしてください"],
                [
                    "`{{{name}}}` stands for words that the fact sheet gives",
                    "give the parameter another name"
                ],
            ),
            Self::NoDifference => say!(
                lang,
                [
                    "この条件は、許されたどの数でも結果が同じです",
                    "`least` から `most` までの数で結果が分かれるようにしてください"
                ],
                [
                    "this condition is the same for every number allowed",
                    "choose a number that lies between `least` and `most`"
                ],
            ),
        }
    }
}

impl Reference {
    fn unknown(self, name: &str, near: Option<&str>, lang: Lang) -> Said {
        let (name, hint, kind) = (quotable(name), perhaps(near, lang), self.kind().get(lang));
        let place = self.place().get(lang);
        say!(
            lang,
            ["`{name}` という{kind}はありません", "{hint}{place}"],
            ["there is no {kind} `{name}`", "{hint}{place}"],
        )
    }

    fn kind(self) -> Words {
        match self {
            Self::Row => words("環境ファクトシートの行", "fact-sheet row"),
            Self::Stakeholder => words("関係者", "stakeholder"),
            Self::List => words("関係者リスト", "stakeholder list"),
            Self::Scenario => words("シナリオ", "scenario"),
            Self::Phase => words("フェーズ", "phase"),
            Self::Factor | Self::FittingFactor => words("付加要因", "complicating factor"),
            Self::Expected => words("期待する行動", "expected action"),
            Self::Request => words("依頼", "request"),
            Self::Parameter => words("パラメーター", "parameter"),
            Self::ChoiceOption => words("選択肢", "option"),
            Self::Topic => words("ポリシーの項目", "policy topic"),
            Self::CheckItem => words("確認項目", "check item"),
            Self::ReportItem => words("報告書の項目", "item of the report"),
        }
    }

    /// Where such names come from.
    fn place(self) -> Words {
        match self {
            Self::Row => words(
                "環境ファクトシートの `rows` にある id を書いてください",
                "use the id of a row of a fact sheet",
            ),
            Self::Stakeholder => {
                words("関係者リストにある id を書いてください", "use the id of a stakeholder of a list")
            }
            Self::Scenario => words("シナリオの id を書いてください", "use the id of a scenario"),
            Self::List => words("関係者リストの id を書いてください", "use the id of a stakeholder list"),
            Self::Phase => words(
                "ガイダンスの `phases` にある id を書いてください",
                "use the id of a phase of the guidance",
            ),
            Self::Factor => {
                words("付加要因のファイルにある id を書いてください", "use the id of a complicating factor")
            }
            Self::FittingFactor => words(
                "`factors` に加えるか、その中の id を書いてください",
                "add it to `factors`, or use an id from there",
            ),
            Self::Expected => words(
                "`expected` に加えるか、その中の id を書いてください",
                "add it to `expected`, or use an id from there",
            ),
            Self::Request => words(
                "`requests` に加えるか、その中の id を書いてください",
                "add it to `requests`, or use an id from there",
            ),
            Self::Parameter => words(
                "`parameters` に加えるか、その中の id を書いてください",
                "add it to `parameters`, or use an id from there",
            ),
            Self::Topic => words(
                "ポリシーの `topics` にある id を書いてください",
                "use the id of a topic of the policy sheet",
            ),
            Self::CheckItem => words(
                "ガイダンスの `processes` の `items` にある id を書いてください",
                "use the id of an item of a process of the guidance",
            ),
            Self::ReportItem => words(
                "summary、data-kinds、persons など、報告書の項目の id を書いてください",
                "use the id of an item of the report, such as summary, data-kinds, persons",
            ),
            Self::ChoiceOption => words(
                "`options` に加えるか、その中の id を書いてください",
                "add it to `options`, or use an id from there",
            ),
        }
    }
}

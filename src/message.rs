//! What can happen in the user interface: typing, moving about, and the actions that keys, palette and mouse share.
//!
//! Messages know nothing of keys; `keymap` says which key means which action.

use std::time::Duration;

use crate::domain::words::{Words, words};
use crate::ui::text_field::EditKey;

/// Something happened in the user interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Text was typed, one burst.
    Typed(String),
    /// Text was pasted, as it came.
    Pasted(String),
    /// An edit in a text field.
    Edit(EditKey),
    /// An action.
    Act(Action),
    /// A click at a column and a row of the screen.
    Click(u16, u16),
    /// The wheel over a column and a row of the screen: rows down, negative up.
    Wheel(u16, u16, i16),
    /// The screen has another size.
    Resized(u16, u16),
    /// Typing rests.
    Rest,
    /// Real time went on: so long has this screen been open.
    Time(Duration),
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $ja:literal, $en:literal $(, $reading:literal)?;)*) => {
        /// Everything one can do besides typing. Each has a label in both languages and is found in the palette, the
        /// Japanese one also by how it is read, where that is given.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $name,)* }

        impl Action {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// What it is called.
            pub const fn label(self) -> Words {
                match self { $(Self::$name => words($ja, $en),)* }
            }

            /// The Japanese label in kana; empty where nobody gave it.
            pub const fn reading(self) -> &'static str {
                match self { $(Self::$name => concat!("" $(, $reading)?),)* }
            }

            /// Its name in configuration files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

actions! {
    /// The next field or item.
    Next = "次へ", "Next";
    /// The field or item before.
    Previous = "前へ", "Previous";
    /// One item up.
    Up = "上へ", "Move up";
    /// One item down.
    Down = "下へ", "Move down";
    /// One view up.
    PageUp = "前の画面", "Page up";
    /// One view down.
    PageDown = "次の画面", "Page down";
    /// Open, choose, do.
    Open = "決定", "Open";
    /// Back to where one came from; keeps the text.
    Back = "戻る", "Back";
    /// Help for where one is.
    Help = "ヘルプ", "Help", "へるぷ";
    /// Reference beside the sheet.
    Reference = "参照", "Reference", "さんしょう";
    /// One search across the reference.
    Search = "参照を検索", "Search the reference", "さんしょうをけんさく";
    /// Insert something of the reference into what is being written.
    Quote = "参照から引用", "Insert from the reference", "さんしょうからいんよう";
    /// The steps of the workshop.
    Steps = "工程", "Steps", "こうてい";
    /// The other sheet of this step.
    OtherSheet = "別の表", "Other sheet", "べつのひょう";
    /// The command palette.
    Palette = "メニュー", "Menu", "めにゅー";
    /// Hold this step to be done and go on.
    NextStep = "次の工程", "Next step", "つぎのこうてい";
    /// Let exercise time move on to the next scene.
    NextScene = "次の場面へ進める", "Release the next scene", "つぎのばめんへすすめる";
    /// Ask for a log.
    AskLog = "ログを照会", "Ask for a log", "ろぐをしょうかい";
    /// The chronology so far.
    Chronology = "クロノロジー", "Chronology", "くろのろじー";
    /// Add a line to the chronology.
    Jot = "クロノロジーに一行", "Add to the chronology", "くろのろじーにいちぎょう";
    /// All sheets of this round.
    Sheets = "用紙の一覧", "All sheets", "ようしのいちらん";
    /// Change who writes.
    HandPen = "記入者の交代", "Change recorder", "きにゅうしゃのこうたい";
    /// Hand the screen over to another group.
    HandGroup = "別のグループに交代", "Hand over to another group", "べつのぐるーぷにこうたい";
    /// Add a row.
    AddRow = "行を追加", "Add a row", "ぎょうをついか";
    /// Take the row out.
    RemoveRow = "行を削除", "Delete the row", "ぎょうをさくじょ";
    /// Put the row taken out last back.
    RestoreRow = "削除した行を戻す", "Restore deleted row", "さくじょしたぎょうをもどす";
    /// Move the row up.
    MoveRowUp = "行を上へ移動", "Move row up", "ぎょうをうえへいどう";
    /// Move the row down.
    MoveRowDown = "行を下へ移動", "Move row down", "ぎょうをしたへいどう";
    /// Show only some rows of the response table.
    FilterRows = "行の絞り込み", "Filter rows", "ぎょうのしぼりこみ";
    /// The rows of the response table in another order.
    SortRows = "行の並べ替え", "Sort rows", "ぎょうのならべかえ";
    /// Confirm what is suggested for a response row.
    ConfirmSuggestion = "推定のまま確定", "Confirm suggestion", "すいていのままかくてい";
    /// Every version of this field.
    History = "この欄の履歴", "Field history", "このらんのりれき";
    /// Begin a new set of changes with its reason.
    NewReason = "新しい変更理由", "New reason for changes", "あたらしいへんこうりゆう";
    /// Look at texts that two people wrote at once.
    Conflicts = "同時編集の確認", "Settle conflicts", "どうじへんしゅうのかくにん";
    /// Put a question to the press conference.
    AskPress = "記者の質問を追加", "Put a press question", "きしゃのしつもんをついか";
    /// Try again what could not be saved.
    SaveAgain = "保存し直す", "Save again", "ほぞんしなおす";
    /// Japanese or English.
    Language = "日本語／English", "日本語 / English", "にほんご";
    /// The next theme.
    Theme = "配色を変える", "Change theme", "はいしょくをかえる";
    /// Blank the screen, or show it again.
    Blank = "画面を隠す", "Blank the screen", "がめんをかくす";
    /// The time in digits for the whole room.
    BigClock = "大きな時計", "Big clock", "おおきなとけい";
    /// Who wrote how much.
    Contributions = "記入の内訳", "Who wrote how much", "きにゅうのうちわけ";
    /// A real incident: break off; or go on.
    BreakOff = "実インシデント発生（演習中断・再開）", "Real incident: break off / resume", "じついんしでんとはっせい えんしゅうちゅうだん さいかい";
    /// Facilitator: don't give this one out.
    Skip = "付与しない", "Skip", "ふよしない";
    /// Facilitator: answer otherwise than the fact sheet.
    Overrule = "回答を差し替える", "Overrule the answer", "かいとうをさしかえる";
    /// Facilitator: write an inject on the spot.
    Improvise = "状況付与をその場で書く", "Write an inject", "じょうきょうふよをそのばでかく";
    /// Facilitator: let exercise time move on.
    MoveClock = "演習時刻を進める", "Move the clock", "えんしゅうじこくをすすめる";
    /// Facilitator: a private note.
    Note = "メモ", "Private note", "めも";
    /// Facilitator: the next group.
    NextGroup = "次のグループ", "Next group", "つぎのぐるーぷ";
    /// Leave the program; everything is saved.
    Quit = "終了", "Quit", "しゅうりょう";
}

impl Action {
    /// The action that a configuration file calls so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|action| action.name() == name).copied()
    }

    /// Whether it moves about, opens or goes back. Its keys are the same for everybody: fields and lists hang on them.
    pub const fn moves(self) -> bool {
        matches!(
            self,
            Self::Next
                | Self::Previous
                | Self::Up
                | Self::Down
                | Self::PageUp
                | Self::PageDown
                | Self::Open
                | Self::Back
        )
    }
}

//! What can happen in the user interface: typing, moving about, and the actions that keys, palette and mouse share.
//!
//! Messages know nothing of keys; `keymap` says which key means which action.

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
    /// The wheel: rows down, negative up.
    Wheel(i16),
    /// The screen has another size.
    Resized(u16, u16),
    /// Typing rests.
    Rest,
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $ja:literal, $en:literal;)*) => {
        /// Everything one can do besides typing. Each has a label in both languages and is found in the palette.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $name,)* }

        impl Action {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// What it is called.
            pub const fn label(self) -> Words {
                match self { $(Self::$name => words($ja, $en),)* }
            }
        }
    };
}

actions! {
    /// The next field or item.
    Next = "次の項目", "Next";
    /// The field or item before.
    Previous = "前の項目", "Previous";
    /// One item up.
    Up = "上へ", "Move up";
    /// One item down.
    Down = "下へ", "Move down";
    /// One view up.
    PageUp = "前の画面", "Page up";
    /// One view down.
    PageDown = "次の画面", "Page down";
    /// Open, choose, do.
    Open = "開く・決める", "Open";
    /// Back to where one came from; keeps the text.
    Back = "戻る", "Back";
    /// Help for where one is.
    Help = "ヘルプ", "Help";
    /// Reference beside the sheet.
    Reference = "参照", "Reference";
    /// The steps of the workshop.
    Steps = "工程", "Steps";
    /// The other sheet of this step.
    OtherSheet = "別の表", "Other sheet";
    /// The command palette.
    Palette = "メニュー", "Menu";
    /// Hold this step to be done and go on.
    NextStep = "次の工程へ", "Next step";
    /// Ask for a log.
    AskLog = "ログを照会", "Ask for a log";
    /// The chronology so far.
    Chronology = "クロノロジー", "Chronology";
    /// Add a line to the chronology.
    Jot = "クロノロジーに一行", "Add to the chronology";
    /// All sheets of this round.
    Sheets = "用紙の一覧", "All sheets";
    /// Change who writes.
    HandPen = "記入者の交代", "Change recorder";
    /// Add a row.
    AddRow = "行を追加", "Add a row";
    /// Take the row out.
    RemoveRow = "行を削除", "Delete the row";
    /// Put the row taken out last back.
    RestoreRow = "削除した行を戻す", "Restore deleted row";
    /// Move the row up.
    MoveRowUp = "行を上へ移動", "Move row up";
    /// Move the row down.
    MoveRowDown = "行を下へ移動", "Move row down";
    /// Show only some rows of the response table.
    FilterRows = "行の絞り込み", "Filter rows";
    /// The rows of the response table in another order.
    SortRows = "行の並べ替え", "Sort rows";
    /// Confirm the phase that is suggested for a response row.
    ConfirmPhase = "推定フェーズを確定", "Confirm suggested phase";
    /// Every version of this field.
    History = "この欄の履歴", "Field history";
    /// Begin a new set of changes with its reason.
    NewReason = "新しい変更理由", "New reason for changes";
    /// Look at texts that two people wrote at once.
    Conflicts = "同時編集の確認", "Settle conflicts";
    /// Let exercise time move on to the next scene.
    NextScene = "次の場面へ進める", "Release the next scene";
    /// Put a question to the press conference.
    AskPress = "記者の質問を追加", "Put a press question";
    /// Try again what could not be saved.
    SaveAgain = "保存し直す", "Save again";
    /// Japanese or English.
    Language = "日本語／English", "日本語 / English";
    /// The next theme.
    Theme = "配色を変える", "Change theme";
    /// Blank the screen, or show it again.
    Blank = "画面を隠す", "Blank the screen";
    /// A real incident: break off; or go on.
    BreakOff = "実インシデント発生（演習中断・再開）", "Real incident: break off / resume";
    /// Facilitator: don't give this one out.
    Skip = "付与しない", "Skip";
    /// Facilitator: answer otherwise than the fact sheet.
    Overrule = "回答を差し替える", "Overrule the answer";
    /// Facilitator: write an inject on the spot.
    Improvise = "状況付与をその場で書く", "Write an inject";
    /// Facilitator: let exercise time move on.
    MoveClock = "演習時刻を進める", "Move the clock";
    /// Facilitator: a private note.
    Note = "メモ", "Private note";
    /// Facilitator: the next group.
    NextGroup = "次のグループ", "Next group";
    /// Leave the program; everything is saved.
    Quit = "終了", "Quit";
}

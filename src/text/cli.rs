//! Words of the command line: what verbs say. The help is in [`help`].

pub mod help;
pub mod show;

use crate::domain::event::Facilitation;
use crate::domain::id::GroupId;
use crate::domain::words::{Lang, Words, words};
use crate::text::{either, names};

/// Where to read on.
pub const SEE_HELP: Words = words("使い方は `kijo --help` で確かめられます。", "See `kijo --help`.");

/// Why there is no screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTerminal {
    /// Input or output is no terminal.
    Missing,
    /// It cannot place text.
    Dumb,
    /// It was there and is gone.
    Lost,
    /// Its input cannot be read.
    Deaf,
}

/// There is no screen, why, and what to do; `detail` is what the system says.
pub fn no_terminal(detail: &str, why: NoTerminal, lang: Lang) -> String {
    let (ja, en) = match why {
        NoTerminal::Missing => (
            "端末がありません（入力か出力が端末ではありません）。\n端末の中で実行してください。端末なしで使えるのは new、check、log、apply、report、diff です。".to_owned(),
            "there is no terminal: input or output is not one.\nRun it inside a terminal. new, check, log, apply, report and diff work without.".to_owned(),
        ),
        NoTerminal::Dumb => (
            "この端末では画面に文字を配置できません（TERM が未設定か dumb です）。\n別の端末を使うか、TERM を正しく設定してください。".to_owned(),
            "this terminal cannot place text on the screen (TERM is unset or \"dumb\").\nUse another terminal, or set TERM.".to_owned(),
        ),
        NoTerminal::Lost => (
            format!("端末との接続が切れました（{detail}）。\n保存したものと書きかけは残っています。もう一度開いてください。"),
            format!("{detail}.\nWhat was saved, and drafts, are still there: open the file again."),
        ),
        NoTerminal::Deaf => (
            format!("キー入力を読めません（{detail}）。\n別の端末で開いてください。"),
            format!("{detail}.\nOpen the file in another terminal."),
        ),
    };
    either(lang, ja, en)
}

/// Standard output takes no more.
pub fn unwritable(reason: &str, lang: Lang) -> String {
    either(
        lang,
        format!("出力を書き込めません（{reason}）。\n出力先の空き容量と許可を確かめてください。"),
        format!(
            "the output cannot be written ({reason}).\nCheck the room and the permissions where it goes."
        ),
    )
}

/// A workshop was made, and what to do next.
pub fn created(path: &str, facilitation: Facilitation, lang: Lang) -> String {
    let file = quoted(path);
    let console = match (facilitation, lang) {
        (Facilitation::Automatic, _) => String::new(),
        (Facilitation::Console, Lang::Ja) => format!("\n  kijo console {file}   進行役の画面（別の画面で）"),
        (Facilitation::Console, Lang::En) => {
            format!("\n  kijo console {file}   the facilitator's console (on another screen)")
        }
    };
    either(
        lang,
        format!(
            "ワークショップを作成しました: {path}\n次にすること:\n  kijo open {file}   参加者の画面{console}"
        ),
        format!("Workshop made: {path}\nNext:\n  kijo open {file}   the participants' screen{console}"),
    )
}

/// The example was written, and what to do with it.
pub fn example_written(path: &str, lang: Lang) -> String {
    let file = quoted(path);
    either(
        lang,
        format!(
            "完成例を書き出しました: {path}\n次にすること:\n  kijo review {file}   見る\n  kijo diff {file}   二回を比べる\n  kijo report {file}   報告書"
        ),
        format!(
            "Example written: {path}\nNext:\n  kijo review {file}   look at it\n  kijo diff {file}   compare the rounds\n  kijo report {file}   the report"
        ),
    )
}

/// A template was written, and what to do with it; `mark` is what is to be replaced.
pub fn template_written(path: &str, mark: &str, lang: Lang) -> String {
    let file = quoted(path);
    either(
        lang,
        format!(
            "ひな形を書き出しました: {path}\n次にすること:\n  1. 「{mark}」の文を、自分の言葉に書き換える\n  2. kijo check {file}   書き残しと誤りを、行と桁で確かめる\n  3. 自作の教材のフォルダーに置き、--library で指定する\n       kijo --library フォルダー show   加わったことを確かめる\n       kijo --library フォルダー new workshop.kijo   使って始める"
        ),
        format!(
            "Template written: {path}\nNext:\n  1. replace every text with {mark} by your own words\n  2. kijo check {file}   what is left, and what is wrong, by line and column\n  3. put it into a folder of your own material and name that with --library\n       kijo --library FOLDER show   see that it is there\n       kijo --library FOLDER new workshop.kijo   begin with it"
        ),
    )
}

/// A file of material needs an ending of its own.
pub fn not_ron(path: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "{path}：教材のファイル名は .ron で終わる必要があります。\n名前の最後を .ron にしてください。"
        ),
        format!("{path}: the name of a file of material ends in .ron.\nGive it that ending."),
    )
}

/// The configuration file in its usual place can't be read; `problem` is the first thing that is wrong with it.
pub fn config_ignored(problem: &str, lang: Lang) -> String {
    either(
        lang,
        format!("設定ファイルに誤りがあるため、標準の設定で動いています。{problem}"),
        format!("The configuration file has a mistake and is not used: {problem}"),
    )
}

/// Where the work is.
pub fn saved_in(path: &str, lang: Lang) -> String {
    let file = quoted(path);
    either(
        lang,
        format!("保存先: {path}\n続きは: kijo open {file}\n報告書は: kijo report {file}"),
        format!("Saved in: {path}\nTo go on: kijo open {file}\nFor a report: kijo report {file}"),
    )
}

/// A document was written.
pub fn written_to(path: &str, lang: Lang) -> String {
    either(lang, format!("書き出しました: {path}"), format!("Written to: {path}"))
}

/// The library lacks what an option names.
pub fn not_in_library(option: &str, id: &str, all: &[&str], lang: Lang) -> String {
    either(
        lang,
        format!(
            "{option}: 「{id}」という教材はありません。\n使えるもの: {}。自作の教材は --library でフォルダーを指定してください。",
            all.join("、")
        ),
        format!(
            "{option}: the library has no \"{id}\".\nIt has: {}. Name a folder of your own material with --library.",
            all.join(", ")
        ),
    )
}

/// The workshop has no such group.
pub fn no_group(path: &str, group: GroupId, lang: Lang) -> String {
    let name = names::group_number(group, lang);
    either(
        lang,
        format!(
            "{path}：{name}はこのワークショップにありません。\n--group に、あるグループの番号（1から）を指定してください。"
        ),
        format!(
            "{path}: there is no {} in this workshop.\nName one that there is with --group, from 1.",
            name.to_lowercase()
        ),
    )
}

/// A file opens only so far.
pub fn damaged(path: &str, damage: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "{path}：壊れています。{damage}\n読めるところまでを使います。元のファイルには書き込みません。"
        ),
        format!("{path}: damaged: {damage}\nIt is used as far as it goes. The file itself is left as it is."),
    )
}

/// One damaged place, for `check`.
pub fn damage(path: &str, damage: &str, lang: Lang) -> String {
    either(
        lang,
        format!("{path}: 壊れています。{damage}控えがあれば、それを使ってください"),
        format!("{path}: damaged: {damage} If you have a copy, use that"),
    )
}

/// A newer program wrote an event that this one does not know.
pub fn newer(path: &str, kind: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "{path}：新しい版のプログラムによる記録（{kind}）があります。その手前までを使い、書き込みはしません。\nプログラムを更新してください。"
        ),
        format!(
            "{path}: a newer version of the program recorded \"{kind}\". It is used up to there and not written to.\nUpdate the program."
        ),
    )
}

/// An event of a kind that this program does not know.
pub fn unknown_kind(kind: &str, lang: Lang) -> String {
    either(
        lang,
        format!("この版では読めない記録（{kind}）"),
        format!("a record this version does not know ({kind})"),
    )
}

/// How much a workshop file holds.
pub fn intact(path: &str, entries: u64, writers: usize, head: &str, lang: Lang) -> String {
    either(
        lang,
        format!("{path}: 記録 {entries} 件、書き込み元 {writers}、記録の末尾 {head}"),
        format!("{path}: {entries} records by {writers} writers, head of the log {head}"),
    )
}

/// How many problems there are altogether.
pub fn problems(count: usize, lang: Lang) -> String {
    match count {
        0 => either(lang, "問題は見つかりませんでした。".into(), "No problems found.".into()),
        1 => either(lang, "問題が 1 件あります。".into(), "1 problem found.".into()),
        _ => either(lang, format!("問題が {count} 件あります。"), format!("{count} problems found.")),
    }
}

/// When something is said to have been that was written down later.
pub fn stated(time: &str, lang: Lang) -> String {
    either(lang, format!("{time}（後から記入）"), format!("{time} (written later)"))
}

/// A file of commands was carried out.
pub fn applied(count: usize, path: &str, lang: Lang) -> String {
    let commands = if count == 1 { "command" } else { "commands" };
    either(
        lang,
        format!("命令 {count} 件を記録しました: {path}"),
        format!("{count} {commands} carried out: {path}"),
    )
}

/// The group has not got so far.
pub fn nothing_to_compare(path: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "{path}：このグループはまだそこまで進んでいないため、比べるものがありません。\n第二インシデントの前なら --with review、ほかのグループなら --group を指定してください。"
        ),
        format!(
            "{path}: the group has not got that far, so there is nothing to compare.\nBefore round two use --with review; for another group, --group."
        ),
    )
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let plain =
        |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '+' | ',' | '=' | '@' | '%');
    if path.chars().all(plain) { path.to_owned() } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_quoted_for_the_shell_where_it_matters() {
        assert_eq!(quoted("/tmp/演習.kijo"), "/tmp/演習.kijo");
        assert_eq!(quoted("my file"), "'my file'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
    }
}

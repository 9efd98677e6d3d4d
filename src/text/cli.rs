//! Words of the command line: what verbs say, and the Japanese help. The English help stands with the arguments.

use crate::domain::event::Facilitation;
use crate::domain::id::GroupId;
use crate::domain::words::{Lang, Words, words};
use crate::text::{either, names};

/// Heading over examples.
pub const EXAMPLES: Words = words("例:", "Examples:");
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

/// Where the work is.
pub fn saved_in(path: &str, lang: Lang) -> String {
    let file = quoted(path);
    either(
        lang,
        format!("保存先: {path}\n続きは: kijo open {file}"),
        format!("Saved in: {path}\nTo go on: kijo open {file}"),
    )
}

/// A document was written.
pub fn written_to(path: &str, lang: Lang) -> String {
    either(
        lang,
        format!("書き出しました: {path}"),
        format!("Written to: {path}"),
    )
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
        0 => either(
            lang,
            "問題は見つかりませんでした。".into(),
            "No problems found.".into(),
        ),
        1 => either(lang, "問題が 1 件あります。".into(), "1 problem found.".into()),
        _ => either(
            lang,
            format!("問題が {count} 件あります。"),
            format!("{count} problems found."),
        ),
    }
}

/// When something is said to have been that was written down later.
pub fn stated(time: &str, lang: Lang) -> String {
    either(
        lang,
        format!("{time}（後から記入）"),
        format!("{time} (written later)"),
    )
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
    if path.chars().all(plain) {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

/// The Japanese help of `verb`, or of `verb.option`; the program itself has no name. The first line is the short one.
pub fn japanese(name: &str) -> Option<&'static str> {
    JAPANESE
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

/// Everything that has Japanese help.
pub fn named() -> impl Iterator<Item = &'static str> {
    JAPANESE.iter().map(|(name, _)| *name)
}

/// Calls of a verb to learn from.
pub fn examples(verb: &str) -> Option<Words> {
    CALLS
        .iter()
        .find(|(known, _)| *known == verb)
        .map(|(_, calls)| *calls)
}

const GROUP: &str = "グループの番号（1から。省略すると1）";
const FILE: &str = "ワークショップのファイル";

const JAPANESE: &[(&str, &str)] = &[
    (
        "",
        "セキュリティインシデントの机上演習を端末で進めます\n\n命令を付けずに実行すると、ホーム画面が開きます。新しく始める、続きから始める、完成例を見る、を選べます。",
    ),
    (
        ".lang",
        "言語: ja または en（省略すると LC_ALL、LC_MESSAGES、LANG から。迷うときは日本語）",
    ),
    (
        ".theme",
        "配色: dark、light、high-contrast、plain（NO_COLOR があれば plain）",
    ),
    (".ascii", "枠線を ASCII 文字だけで描く"),
    (".library", "自作の教材のフォルダー。何度でも指定できます"),
    (".help", "この説明を表示"),
    (".version", "版を表示"),
    (
        "new",
        "ワークショップのファイルを作ります\n\n教材はファイルの中に固定され、あとで教材フォルダーを変えても影響しません。すでにあるファイルには上書きしません。",
    ),
    ("new.file", "作るファイル"),
    (
        "new.scenario",
        "用意するインシデント。何度でも指定できます（省略すると全部）",
    ),
    (
        "new.second",
        "第二インシデント用に、--scenario のほかに用意するもの",
    ),
    ("new.fact_sheet", "ファクトシート（省略すると最初のもの）"),
    (
        "new.stakeholders",
        "ステークホルダーリスト（省略すると最初のもの）",
    ),
    ("new.groups", "グループの数（1から8。省略すると1）"),
    ("new.seed", "くじの種（省略すると無作為）"),
    ("new.title", "ワークショップの題名"),
    (
        "new.automatic",
        "進行役なし。回答や状況付与はプログラムが行います",
    ),
    ("open", "参加者の画面を開きます。投影しても安全です"),
    ("open.file", FILE),
    ("open.group", GROUP),
    (
        "console",
        "進行役だけの画面を、別の画面で開きます\n\n参加者にまだ見せてはいけないものが表示されます。",
    ),
    ("console.file", FILE),
    ("console.group", GROUP),
    (
        "review",
        "ワークショップを変更せずに見ます: 履歴、比較、網羅の度合い",
    ),
    ("review.file", FILE),
    ("review.group", GROUP),
    (
        "check",
        "教材のファイルとワークショップのファイルを検査します\n\n教材の問題は一行に一つ、「ファイル:行:桁: 問題。直し方」の形で出ます。ワークショップのファイル（.kijo）は全体を読み、記録のつながりを確かめます。問題があれば終了コードは 1 です。",
    ),
    (
        "check.paths",
        "教材のファイル（.ron）、ワークショップ（.kijo）、フォルダー",
    ),
    (
        "log",
        "ワークショップの記録をすべて表示します\n\n一件一行で、日時、演習時刻、誰が、誰に見えるか、何を、の順に出ます。進行役だけの情報も含みます。",
    ),
    ("log.file", FILE),
    ("log.json", "JSON の配列で、一件ごとに記録の全体を出力"),
    (
        "apply",
        "命令のファイルをワークショップに適用します。全部か、まったくしないかのどちらかです\n\nファイルは RON で書きます: `(format: 1, commands: [(at: \"2026-11-21T10:10:00+09:00\", by: \"facilitator\", group: 1, do: …)])`\nat と group は省略できます。by は facilitator か参加者の名前です。新しい行・人・照会・メモに付けた名前は、そのファイルの中だけで通じます。命令が断られたら終了コードは 1、ファイルに誤りがあれば 2 で、どちらの場合も何も記録しません。",
    ),
    ("apply.file", FILE),
    ("apply.commands", "命令のファイル。- は標準入力"),
    ("report", "ワークショップの報告書を書き出します"),
    ("report.file", FILE),
    ("report.group", GROUP),
    ("report.format", "形式: markdown（省略時）または text"),
    (
        "report.edition",
        "誰に渡すか: participants（省略時）、press、facilitator",
    ),
    ("report.out", "表示せず、新しいファイルに書き出す"),
    (
        "diff",
        "第一インシデントと第二インシデントを比べます\n\ndiff(1) と同じく、違いがなければ終了コードは 0、あれば 1 です。",
    ),
    ("diff.file", FILE),
    ("diff.group", GROUP),
    (
        "diff.with",
        "第一インシデントと比べるもの: round-two（省略時）、review（検討後の同じ用紙）",
    ),
    ("diff.format", "形式: text（省略時）または json"),
    ("example", "二回の演習を終えた完成例を見る、または写しを作ります"),
    ("example.out", "開かずに、新しいファイルに書き出す"),
    ("completions", "シェルの補完を出力します"),
    ("completions.shell", "bash、zsh、fish、elvish、powershell"),
    ("man", "man ページを表示、またはすべてフォルダーに書き出します"),
    ("man.out", "命令ごとに一ページずつ書き出すフォルダー"),
];

const CALLS: &[(&str, Words)] = &[
    (
        "",
        words(
            "  kijo                        ホーム画面\n  kijo new workshop.kijo      作る\n  kijo open workshop.kijo     参加者の画面\n  kijo console workshop.kijo  進行役の画面",
            "  kijo                        home screen\n  kijo new workshop.kijo      make a workshop\n  kijo open workshop.kijo     the participants' screen\n  kijo console workshop.kijo  the facilitator's console",
        ),
    ),
    (
        "new",
        words(
            "  kijo new workshop.kijo\n  kijo new --groups 3 --title 2026年度演習 workshop.kijo\n  kijo new --scenario web-exposure --second targeted-attack --automatic workshop.kijo",
            "  kijo new workshop.kijo\n  kijo new --groups 3 --title 'Exercise 2026' workshop.kijo\n  kijo new --scenario web-exposure --second targeted-attack --automatic workshop.kijo",
        ),
    ),
    (
        "open",
        same("  kijo open workshop.kijo\n  kijo open --group 2 --theme light workshop.kijo"),
    ),
    (
        "console",
        same("  kijo console workshop.kijo\n  kijo console --group 2 workshop.kijo"),
    ),
    ("review", same("  kijo review workshop.kijo")),
    (
        "check",
        same("  kijo check scenarios/\n  kijo check my-scenario.ron workshop.kijo"),
    ),
    (
        "log",
        same("  kijo log workshop.kijo | less\n  kijo log --json workshop.kijo > log.json"),
    ),
    (
        "apply",
        same("  kijo apply workshop.kijo day-one.ron\n  kijo apply workshop.kijo - < day-one.ron"),
    ),
    (
        "report",
        same("  kijo report workshop.kijo\n  kijo report --edition press --out press.md workshop.kijo"),
    ),
    (
        "diff",
        same("  kijo diff workshop.kijo\n  kijo diff --with review --format json workshop.kijo"),
    ),
    (
        "example",
        same("  kijo example\n  kijo example --out example.kijo"),
    ),
    (
        "completions",
        same("  kijo completions bash > ~/.local/share/bash-completion/completions/kijo"),
    ),
    (
        "man",
        same("  kijo man | man -l -\n  kijo man --out ~/.local/share/man/man1"),
    ),
];

/// Calls that need no words.
const fn same(calls: &'static str) -> Words {
    words(calls, calls)
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

//! The Japanese help of the command line, and examples in both languages. The English help stands with the arguments.

use crate::domain::words::{Words, words};

/// Heading over examples.
pub const EXAMPLES: Words = words("例:", "Examples:");
/// The Japanese help of `verb`, or of `verb.option`; the program itself has no name. The first line is the short one.
pub fn japanese(name: &str) -> Option<&'static str> {
    JAPANESE.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// Everything that has Japanese help.
pub fn named() -> impl Iterator<Item = &'static str> {
    JAPANESE.iter().map(|(name, _)| *name)
}

/// Calls of a verb to learn from.
pub fn examples(verb: &str) -> Option<Words> {
    CALLS.iter().find(|(known, _)| *known == verb).map(|(_, calls)| *calls)
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
        "言語: ja または en（省略すると設定ファイル、LC_ALL、LC_MESSAGES、LANG から。迷うときは日本語）",
    ),
    (".theme", "配色: dark、light、high-contrast、plain（NO_COLOR があれば plain）"),
    (".ascii", "枠線を ASCII 文字だけで描く"),
    (".config", "設定ファイル（省略すると、設定用フォルダー ~/.config の kijo/config.ron）"),
    (".library", "自作の教材のフォルダー。何度でも指定できます"),
    (".help", "この説明を表示"),
    (".version", "版を表示"),
    (
        "new",
        "ワークショップのファイルを作ります\n\n教材はファイルの中に固定され、あとで教材フォルダーを変えても影響しません。すでにあるファイルには上書きしません。",
    ),
    ("new.file", "作るファイル"),
    ("new.scenario", "用意するインシデント。何度でも指定できます（省略すると全部）"),
    ("new.second", "第二インシデント用に、--scenario のほかに用意するもの"),
    ("new.fact_sheet", "ファクトシート（省略すると最初のもの）"),
    ("new.stakeholders", "ステークホルダーリスト（省略するとファクトシートに合うもの）"),
    ("new.groups", "グループの数（1から8。省略すると1）"),
    ("new.seed", "くじの種（省略すると無作為）"),
    ("new.title", "ワークショップの題名"),
    ("new.automatic", "進行役なし。回答や状況付与はプログラムが行います"),
    (
        "new-material",
        "教材のひな形を書き出します。記入して使います\n\nすべての項目が、意味、単位、使える言葉の説明とともに並んでいます。書くところには「＜記入＞」の印があり、書き残しは kijo check が知らせます。説明と印は、プログラムの言語になります。すでにあるファイルには上書きしません。",
    ),
    (
        "new-material.kind",
        "scenario（シナリオ）、fact-sheet（ファクトシート）、stakeholders（ステークホルダーリスト）、factor（付加要因）",
    ),
    ("new-material.file", "作るファイル。名前の最後は .ron"),
    ("open", "参加者の画面を開きます。投影しても安全です"),
    ("open.file", FILE),
    ("open.group", GROUP),
    ("console", "進行役だけの画面を、別の画面で開きます\n\n参加者にまだ見せてはいけないものが表示されます。"),
    ("console.file", FILE),
    ("console.group", GROUP),
    ("review", "ワークショップを変更せずに見ます: 履歴、比較、網羅の度合い"),
    ("review.file", FILE),
    ("review.group", GROUP),
    (
        "show",
        "手元の教材を表示します: インシデント、ファクトシート、付加要因、ガイダンスなど\n\n何も指定しなければ、何があるかを表示します。種類を指定するとその一覧、id も指定するとその全文です。進行役だけの情報も含みます。",
    ),
    (
        "show.what",
        "scenarios、fact-sheets、stakeholders、factors、requests、policies、introduction、phases、processes、record-items、csirt、planning、attack-stages、deadlines、glossary、closing、parameters",
    ),
    ("show.ids", "全文を表示するものの id（requests ではインシデントの id）"),
    ("show.json", "JSON の配列で出力。文は日英の両方"),
    ("show.set", "インシデントのパラメーターを設定。`records=50`、`cards=yes` など。何度でも指定できます"),
    (
        "show.fact_sheet",
        "照会に答えるファクトシート。何度でも指定できます（省略すると最初のもの、requests ではすべて）",
    ),
    ("show.format", "形式: text（省略時）または markdown"),
    (
        "check",
        "教材、ワークショップ、設定のファイルを検査します\n\n教材と設定の問題は一行に一つ、「ファイル:行:桁: 問題。直し方」の形で出ます。付属の教材、一緒に指定したファイル、--library のフォルダーにある名前を使えます。ワークショップのファイル（.kijo）は全体を読み、記録のつながりを確かめます。問題があれば終了コードは 1 です。",
    ),
    ("check.paths", "教材か設定のファイル（.ron）、ワークショップ（.kijo）、フォルダー"),
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
    ("report.edition", "誰に渡すか: participants（省略時）、press、facilitator"),
    ("report.out", "表示せず、新しいファイルに書き出す"),
    (
        "diff",
        "第一インシデントと第二インシデントを比べます\n\ndiff(1) と同じく、違いがなければ終了コードは 0、あれば 1 です。",
    ),
    ("diff.file", FILE),
    ("diff.group", GROUP),
    ("diff.with", "第一インシデントと比べるもの: round-two（省略時）、review（検討後の同じ用紙）"),
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
        "new-material",
        same(
            "  kijo new-material scenario mine/scenario.ron\n  kijo new-material fact-sheet mine/facts.ron\n  kijo check mine/",
        ),
    ),
    ("open", same("  kijo open workshop.kijo\n  kijo open --group 2 --theme light workshop.kijo")),
    ("console", same("  kijo console workshop.kijo\n  kijo console --group 2 workshop.kijo")),
    ("review", same("  kijo review workshop.kijo")),
    (
        "show",
        same(
            "  kijo show\n  kijo show scenarios\n  kijo show scenarios web-exposure --set records=50 --set cards=yes\n  kijo show requests --fact-sheet example-manufacturing\n  kijo show glossary --json",
        ),
    ),
    (
        "check",
        same(
            "  kijo check mine/\n  kijo check my-scenario.ron workshop.kijo\n  kijo --library mine check draft.ron\n  kijo check ~/.config/kijo/config.ron",
        ),
    ),
    ("log", same("  kijo log workshop.kijo | less\n  kijo log --json workshop.kijo > log.json")),
    ("apply", same("  kijo apply workshop.kijo day-one.ron\n  kijo apply workshop.kijo - < day-one.ron")),
    (
        "report",
        same("  kijo report workshop.kijo\n  kijo report --edition press --out press.md workshop.kijo"),
    ),
    ("diff", same("  kijo diff workshop.kijo\n  kijo diff --with review --format json workshop.kijo")),
    ("example", same("  kijo example\n  kijo example --out example.kijo")),
    ("completions", same("  kijo completions bash > ~/.local/share/bash-completion/completions/kijo")),
    ("man", same("  kijo man | man -l -\n  kijo man --out ~/.local/share/man/man1")),
];

/// Calls that need no words.
const fn same(calls: &'static str) -> Words {
    words(calls, calls)
}

//! What each place of the program is for, and how one works there. The keys in the sentences are those of the reader.

use crate::domain::event::Step;
use crate::domain::sheet::Artefact;
use crate::domain::words::{Lang, Words, words};
use crate::text::either;

/// What the facilitator's console is for.
pub const CONSOLE: Words = words(
    "進行役だけの画面です。投影しないでください。場面を進め、状況付与を出し、照会への回答を確かめ、メモを残します。",
    "For the facilitator's eyes only: don't project it. Release scenes, give injects, look over the answers to requests, take notes.",
);

/// What somebody can do who only looks.
pub const READER: Words = words(
    "見るだけで開いています。何も書き換わりません。",
    "Opened to be looked at: nothing can be changed here.",
);

/// What a step is for.
pub const fn of_step(step: Step) -> Words {
    match step {
        Step::Preparation => words(
            "演習の前に、誰が参加して誰の役を演じるかを決め、環境・関係者・ポリシーの用紙を整えるところです。",
            "Before the exercise: say who takes part and who plays whom, and get environment, stakeholders and policy ready.",
        ),
        Step::Introduction => words(
            "ねらい、約束ごと、進め方を全員で確かめるところです。読むだけで先へ進めます。",
            "Goals, ground rules and the course of the day, for everybody. It only has to be read.",
        ),
        Step::Choose(_) => words(
            "演じるインシデントを選ぶところです。件数などの条件もここで決めます。選ぶと第一報が届きます。",
            "Choose the incident to play, with its counts and other conditions. The first notice arrives then.",
        ),
        Step::InitialResponse(_) => of_sheet(Artefact::InitialResponse),
        Step::ResponseTable(_) => of_sheet(Artefact::ResponseTable),
        Step::Report(_) => of_sheet(Artefact::Report),
        Step::Press(_) => of_sheet(Artefact::Agenda),
        Step::Review => words(
            "第一インシデントを振り返り、規定・環境・関係者と各用紙を見直すところです。変更には必ず理由を添え、履歴が残ります。",
            "Look back on round one and revise rules, environment, people and sheets. Every change has a reason and stays in the history.",
        ),
        Step::Factor => words(
            "第二インシデントを難しくする付加要因を、選ぶか、くじで引くところです。",
            "Choose, or draw by lot, the factor that makes round two harder.",
        ),
        Step::WrapUp => words(
            "講評と改善の一覧をまとめ、次に何をするかを決めるところです。",
            "The critique, the list of improvements, and what to do next.",
        ),
    }
}

/// What a sheet is for.
pub const fn of_sheet(artefact: Artefact) -> Words {
    match artefact {
        Artefact::Rules => words(
            "組織の実際の規定（文書・条項・ページ）と、その変えるべき点を書き出す表です。",
            "The organisation's real rules (document, clause, page), and what should change in them.",
        ),
        Artefact::Policy => words(
            "問いごとに、規定に定めがあるか、どこにあるかを調べて書くシートです。対応表はここを根拠にします。",
            "For each question: is there a rule, and where does it stand? The response table refers to this.",
        ),
        Artefact::FactSheet => words(
            "想定するIT環境です。何があり、どう管理され、どのログが残るか。ログの照会への回答は、ここに書かれた状態から決まります。",
            "The IT environment: what there is, how it is managed, what is logged. Requests for logs are answered from what stands here.",
        ),
        Artefact::Stakeholders => words(
            "誰が何をでき、何を決められるかの一覧です。連絡がつかないときの代わりの人もここで決めます。",
            "Who can do and decide what, and who stands in when somebody cannot be reached.",
        ),
        Artefact::InitialResponse => words(
            "第一報を受けて、いつ誰から何を知らされたかを書き、重要度をその根拠とともに判断するシートです。はじめは暫定で構いません。",
            "After the first notice: who told what and when, and how grave it is, with the grounds. Tentative will do at first.",
        ),
        Artefact::ResponseTable => words(
            "把握した状況と、それへの対処・判断を時刻の順に書く表です。責任者と、根拠にしたポリシーを添えます。定めがなければ、判断の根拠を書きます。",
            "What was known and what was done or decided, in order of time, with owners and the policy it rests on. Without a rule, write the grounds.",
        ),
        Artefact::Report => words(
            "社外に出す報告書です。判明したこと、まだ分からないこと、影響、対応、再発防止をまとめます。対応表と並行して書けます。",
            "The report to the outside: what is known, what is not yet, impact, response, prevention. It may be written beside the table.",
        ),
        Artefact::Agenda => words(
            "記者会見の式次第です。会見の名称、配布先、進行、話す人を決めます。会見での役割は記者に見せません。",
            "The agenda of the press conference: its name, recipients, outline, speakers. Their roles are never shown to the press.",
        ),
        Artefact::Press => words(
            "記者会見の質問と回答の記録です。誰がどう答え、どうなったかを書きます。",
            "Questions and answers of the press conference: who answered what, and what came of it.",
        ),
        Artefact::Chronology => words(
            "クロノロジーに自分たちで書き足した行です。届いたことや決めたことの行は、自動で加わります。",
            "The lines of the chronology that you wrote yourselves. What arrived and was decided comes in by itself.",
        ),
        Artefact::DecisionMemo => words(
            "経営に諮る事項を一つずつ、選択肢・推奨案・期限・責任者・決定とともに書くメモです。",
            "One memo for each matter for the executives: options, recommendation, by when, owner, decision.",
        ),
        Artefact::OutgoingTexts => words(
            "公表文、本人への通知、取引先や内部への連絡、窓口の応答文を用意するところです。",
            "The public statement, notices to individuals, partners and staff, and lines for the support desk.",
        ),
        Artefact::Improvements => words(
            "見つかった改善点を、理由・担当・期限とともに並べる一覧です。",
            "What is to be improved, with reason, owner and due date.",
        ),
        Artefact::Critique => words(
            "良かった点、改善すべき点、学習目標の達成度、締めくくりの確認、振り返りを書く用紙です。",
            "Strengths, points to improve, goals, closing checks and the hot wash.",
        ),
    }
}

/// How one works with a menu; `menu` is the key of everything one can do.
pub fn in_menus(menu: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "上下の矢印で選び、Enter で決めます。選んだものの説明が横または下に出ます。{menu} でできることの一覧が開きます。書いたことはすべて自動で保存されます。"
        ),
        format!(
            "Choose with the arrows, decide with Enter. The text of what is chosen stands beside or below. {menu} opens everything one can do. Everything is saved by itself."
        ),
    )
}

/// How one works on a sheet.
pub fn on_sheets(menu: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "文字はそのまま欄に入ります。Tab で次の欄、Shift+Tab で前の欄へ移ります。選ぶ欄では Enter か文字入力で一覧が開きます。行は Enter で開き、Esc で表に戻ります。{menu} でできることの一覧が開きます。途中で別の工程へ移っても、書いたことは残ります。"
        ),
        format!(
            "What you type goes into the field. Tab goes to the next field, Shift+Tab back. In fields that are picked, Enter or typing opens the list. Enter opens a row, Esc goes back to the table. {menu} opens everything one can do. Nothing is lost when you go elsewhere."
        ),
    )
}

/// Something cannot be done where one is.
pub fn not_now(menu: &str, lang: Lang) -> String {
    either(
        lang,
        format!("今はできません。ここで使える操作は {menu} のメニューにあります。"),
        format!("Not here. {menu} lists what can be done."),
    )
}

/// Nothing is behind where one is; `steps` and `quit` are the keys that lead elsewhere.
pub fn nothing_behind(steps: &str, quit: &str, lang: Lang) -> String {
    either(
        lang,
        format!("書いたことは残っています。ほかの工程へは {steps}、終了は {quit} です。"),
        format!("What you wrote is kept. {steps} goes to other steps, {quit} quits."),
    )
}

/// Somebody is about to leave the round for good by choosing a step that comes after it.
pub fn ends_what_is_played(step: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "まだ終えていない工程があります。「{step}」へ移ると、これまでに書いたものの変更には理由が要るようになり、元には戻せません。"
        ),
        format!(
            "Not all steps before it are done. Once you go to \"{step}\", changes to what was written so far want a reason, and there is no way back."
        ),
    )
}

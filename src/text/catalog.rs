//! Words of the screens, in both languages. A missing translation does not compile.

use crate::domain::words::{Lang, Words, words};

use super::either;

macro_rules! catalog {
    ($($name:ident = $ja:literal, $en:literal;)*) => {
        $(#[doc = $en] pub const $name: Words = words($ja, $en);)*
    };
}

catalog! {
    ADD_PERSON = "参加者を追加", "Add a participant";
    ADD_PERSON_DETAIL = "お名前を入れます。一人がいくつかの役割を兼ねてもかまいません。", "Type a name. One person may play several roles.";
    AFTER_REVIEW = "このあと", "After this";
    ANSWERED = "回答済み", "answered";
    ARTEFACTS_TO_REVISE = "見直す対象（変更には理由が必要です）", "What may be revised (every change needs a reason)";
    AT_THE_END = "おわりに", "At the end";
    BLANK = "画面を隠しています。どのキーでも戻ります。", "The screen is blank. Any key brings it back.";
    BREAK_OFF = "実インシデントが起きました。演習を中断します。", "A real incident: break the exercise off.";
    BROKEN_OFF = "実インシデント対応中：演習は中断しています（メニューから再開できます）", "REAL INCIDENT: the exercise is broken off (resume from the menu)";
    CHANGES_MADE = "見直しの履歴（新しい順）", "Changes made (newest first)";
    CHOOSE_INCIDENT_FIRST = "先に第二インシデントを選んでください", "Choose the incident of round two first";
    CLOCK_HINT = "T0からの時間（例 90、2h、1d 3h）。今より前には戻せません。", "Time since T0 (90, 2h, 1d 3h). It never goes back.";
    DRAFT_KEPT = "下書き保管中", "draft kept";
    FACILITATOR = "進行役", "Facilitator";
    FLOOR = "会場", "The floor";
    GAPS_AT_THE_END = "Enter このまま終える   Esc 戻って埋める", "Enter finish all the same   Esc go back";
    GAPS_HINT = "Enter このまま次へ   Esc 戻って埋める", "Enter go on all the same   Esc go back";
    GROUPS = "グループ数", "Number of groups";
    GROUPS_DETAIL = "1から8まで。グループごとに kijo open ファイル名 --group 番号 で画面を開きます。", "1 to 8. Each group opens its own screen with kijo open FILE --group N.";
    MATERIAL = "素材を選ぶ（環境・関係者・事案・グループ数）", "Choose the material (environment, people, incidents, groups)";
    MATERIAL_DETAIL = "新しいワークショップで使うファクトシート、ステークホルダー、事案を選びます。選ばなければ付属のものを使います。", "Choose fact sheet, stakeholders and incidents of the next new workshop. Without choosing, the embedded ones are used.";
    MATERIAL_DONE = "これでよい（戻る）", "Done (back)";
    PREPARED_INCIDENTS = "準備する事案（Enter で印を付け外し）", "Incidents to prepare (Enter marks or unmarks)";
    HELP_TITLE = "ヘルプ", "Help";
    MORE = "上下・PageDown で続き", "arrows, PageDown: more";
    NO_MORE_SCENES = "残りの場面はありません。", "There are no more scenes.";
    OTHER_NUMBER = "ほかの数を入力", "Another number";
    OVERRULE = "ファクトシートと違う回答をする", "Answer otherwise than the fact sheet";
    OVERRULE_HINT = "「回答 // 理由」の形で書きます。理由は進行役だけに見えます。", "Write \"answer // why\". The why is for the facilitator only.";
    READING_HINT = "Esc または Enter で閉じる", "Esc or Enter closes";
    REFERENCE_HINT = "Tab で次の見出し   Esc で閉じる", "Tab next tab   Esc closes";
    SEVERAL_HINT = "（Tab で複数に印、Enter で決定）", "(Tab marks several, Enter decides)";
    TEXT_NEEDED = "何か入力してください。", "Please type something.";
    CLOSING = "講評", "Closing";
    CONFLICT_HERE = "別の人も同時に書きました。メニューの「同時編集の確認」で選んでください。", "Somebody else wrote here at the same time. Settle it from the menu.";
    CONFLICT_TITLE = "同じ欄が同時に書き換えられました。どちらを残しますか。", "This field was written twice at once. Which text shall stand?";
    CONSOLE = "進行役用", "FACILITATOR";
    CONSOLE_DETAIL = "グループが第一インシデントを選ぶと、ここに場面と状況付与が並びます。", "Once the group has chosen its incident, scenes and injects appear here.";
    CRITIQUE_DETAIL = "良かった点、改善すべき点、学習目標の達成度、締めくくりの確認、振り返りの問いを記入します。", "Strengths, points to improve, goals, closing checks and the hot wash.";
    DRAFTS_LEFT = "前回の終了時に書きかけだった文があります。", "Texts were being written when the program last ended.";
    DRAFTS_TAKE = "書きかけを元の欄に戻す", "Put them back into their fields";
    DRAFTS_LATER = "今は決めない（そのまま保管）", "Not now (they stay where they are)";
    DRAFTS_DISCARD = "書きかけを捨てる", "Discard them";
    DRAW_FACTOR = "くじで一つ引く", "Draw one by lot";
    DUE_INJECTS = "付与待ち", "Due injects";
    EMPTY_TEXT = "（空）", "(empty)";
    ENTER_TO_PICK = "Enter で選択、文字を打つと絞り込み", "Enter to pick; type to filter";
    EXAMPLE = "完成例を見る", "Look at the finished example";
    EXAMPLE_DETAIL = "二回の演習を終えたワークショップの記録です。見るだけで、何も変わりません。", "The record of a finished two-round workshop. Nothing can be changed in it.";
    EXPECTED_ACTIONS = "期待する行動（見たら印を付ける）", "Expected actions (tick what you saw)";
    EXPECTED_HERE = "期待する対応", "Expected";
    FACTORS = "付加要因", "Complicating factors";
    FACTORS_IN_FORCE = "発動している付加要因", "In force";
    FACTORS_THAT_FIT = "この事案に合う付加要因", "Factors that fit this incident";
    FACTOR_DETAIL = "付加要因は、規定をそのまま当てはめられない状況をつくります。選ぶか、くじで引きます。", "A complicating factor makes applying the rules take ingenuity. Choose one, or draw.";
    FINISHED_DETAIL = "お疲れさまでした。報告書は kijo report、第一・第二の比較は kijo diff で出力できます。", "Well done. `kijo report` writes everything out, `kijo diff` compares the rounds.";
    FINISH_PREPARATION = "準備を終えてイントロダクションへ", "Finish preparing, go to the introduction";
    FINISH_REVIEW = "見直しを終えて第二インシデントへ", "Finish the review, go to round two";
    FINISH_WORKSHOP = "ワークショップを終える", "Finish the workshop";
    FREE_QUESTION = "会場からの質問を書く", "Write a question from the floor";
    GAPS = "抜けの一覧", "Gaps";
    GOALS = "目的", "Goals";
    GROUND_RULES = "約束ごと", "Ground rules";
    GROUP_NAME = "グループ名", "Name of the group";
    GROUP_NAME_DETAIL = "画面の一番上に出ます。", "Shown in the top line.";
    HISTORY_EMPTY = "この欄にはまだ履歴がありません。", "This field has no history yet.";
    HISTORY_TITLE = "この欄の履歴（選ぶとその版に戻します）", "History of this field (pick a version to take it back)";
    HOME_TITLE = "kijo 机上　セキュリティインシデント机上演習", "kijo  security-incident tabletop exercise";
    IMPROVEMENTS_DETAIL = "気づいたことを、理由・担当・期限とともに書き残します。", "Write down what to improve, with reason, owner and date.";
    IMPROVISE = "その場で状況付与を書く", "Write an inject on the spot";
    IMPROVISE_DETAIL = "「件名：本文」の形で一行で書きます。グループにすぐ届きます。", "One line, \"title: text\". The group gets it at once.";
    INTRODUCTION_DETAIL = "約束ごとを読み合わせたら、Enter で第一インシデントへ進みます。", "Read the ground rules together, then press Enter for round one.";
    KEYS = "キー", "Keys";
    LECTURER = "講師", "Lecturer";
    LISTEN_FOR = "聞きどころ", "Listen for";
    LOG_KIND_TITLE = "どの種類のログを照会しますか", "Which kind of log?";
    LOG_ROW_TITLE = "どのシステムのログを照会しますか", "Whose log do you want?";
    LOOK_AROUND = "そのほか", "More";
    MOVE_CLOCK = "演習時刻を進める", "Move the clock on";
    MOVE_CLOCK_DETAIL = "次の場面を待たずに時刻だけを進めます。戻すことはできません。", "Moves exercise time without a scene. It never goes back.";
    NAME_PROMPT = "お名前", "Name";
    NEW_ALONE = "新しいワークショップ（進行役なし、準備から）", "New workshop without a facilitator (from the preparation)";
    NEW_FACILITATED = "新しいワークショップ（進行役あり）", "New workshop with a facilitator";
    NEW_NOTE = "メモを取る", "Take a note";
    NEW_REASON = "変更理由を決める", "Set the reason for changes";
    NEXT_STEPS = "次のステップの候補", "Next steps to consider";
    NOTES = "メモ（進行役だけに見えます）", "Notes (facilitator only)";
    NOTE_DETAIL = "メモはグループには見えません。時刻と工程が添えられます。", "The group never sees notes. Time and step are kept with them.";
    NOTHING_FOUND = "該当するものがありません。文字を消すと、ほかも出ます。", "Nothing found. Erase what you typed to see the others.";
    NOTHING_KNOWN = "まだ何も起きていません。インシデントを選ぶと、ここに第一報が届きます。", "Nothing has happened yet. Once an incident is chosen, the first notice appears here.";
    NOT_ANSWERED = "未回答", "not answered";
    NOT_CONFIRMED = "未確認", "not confirmed";
    NOT_FOR_THE_PRESS = "内部情報：記者には見せません", "Internal: never shown to the press";
    NOT_LEGAL_ADVICE = "参考情報です。法的助言ではありません。", "For reference only; this is not legal advice.";
    NO_CONFLICT = "同時に書き換えられた欄はありません。", "No field was written twice at once.";
    NO_GUIDANCE = "この工程の手引きはありません。Tab でほかの見出しを見られます。", "There is no guidance for this step. Tab shows the other tabs.";
    NO_REASON_YET = "まだ理由がありません", "no reason yet";
    NO_RULE = "規定がない・不足する場合", "Where no rule exists or it falls short";
    NO_MATERIAL = "ファクトシート・ステークホルダー・規定項目・手引きのどれかがありません。--library で素材のフォルダーを指定してください。", "A fact sheet, stakeholder list, policy topics or guidance is missing: name a folder of material with --library.";
    NUMBER = "No", "No";
    NUMBER_PROMPT = "数を入れてください", "Type a number";
    ON_THE_FACT_SHEET = "ファクトシートに記載あり", "on the fact sheet";
    OTHER_INJECTS = "そのほかの状況付与", "Other injects";
    PALETTE_TITLE = "何をしますか（文字を打つと絞り込み）", "What would you like to do? (type to filter)";
    PARAMETER_DETAIL = "Enter で変更します。", "Enter changes it.";
    PEN_NOBODY = "グループとして記入", "The group as such";
    PEN_TITLE = "誰が記入しますか", "Who writes now?";
    PEN_HINT = "名前は「事前準備」の「参加者を追加」で登録できます。", "Names are added in the preparation: Add a participant.";
    PEOPLE = "参加者", "Participants";
    PLAY_THIS = "この事案で始める", "Play this incident";
    POLICY_DETAIL = "自社の規定を調べて、項目ごとに有無・文書名・条項・ページを書き写します。ない・不明も大切な発見です。", "Look up your own rules: per topic whether one exists, document, clause, page. No and unknown are findings too.";
    PREPARATION_DETAIL = "参加者と役割を決め、ポリシーを調べます。空欄があっても先へ進めます。", "Decide who plays whom and look up your policy. Gaps never block you.";
    PRESS_QUESTIONS = "記者の質問", "Press questions";
    PROMPTS = "声かけ（だんだん直接に）", "Prompts (rising directness)";
    QUESTION_PROMPT = "質問", "Question";
    QUIT = "終了", "Quit";
    QUIT_DETAIL = "kijo を終わります。", "Leaves kijo.";
    READY_AT = "回答できる時刻", "Answer ready at";
    RESUME_EXERCISE = "実インシデント対応を終えました。演習を再開します。", "The real incident is over: resume the exercise.";
    READ_ONLY_HERE = "閲覧のみです。ここでは何も変わりません。", "Read only: nothing is changed here.";
    READ_ONLY = "閲覧のみ", "READ ONLY";
    REASON_HINT = "見直しでの変更には理由が要ります。次に理由を変えるまで、続く変更にも使われます。", "Every change in the review needs a reason. It is used for further changes until you set another.";
    REASON_TITLE = "変更理由", "Reason for the change";
    RECORDER = "記入者", "Recorder";
    RELEASE_HINT = "Enter で実行、Esc でやめる", "Enter to go on, Esc to leave it";
    RENAME_DETAIL = "Enter で名前を直します。", "Enter corrects the name.";
    REQUESTS = "ログの照会", "Log requests";
    REQUIRED_MARK = " 必須", " req.";
    RESOLUTION = "ファクトシートによる判定", "By the fact sheet";
    RESUME = "続きから", "Go on with";
    RESUME_DETAIL = "Enter で続きから始めます。", "Enter goes on where it was left.";
    REVIEW_DETAIL = "講評や気づきをもとに、規定・環境・関係者・各シートを直します。先に変更理由を決めると、続く変更に付きます。", "Revise rules, environment, people and sheets. Set a reason first; it goes with the changes that follow.";
    ROLE_CARDS = "役割カード・記者カード", "Role and reporter cards";
    RULES_DETAIL = "実際の規定の条文と、改めるならどう改めるかを書きます。", "Clauses of your real rules, and how they should read.";
    SAVED = "保存済み", "saved";
    SAVE_FIRST = "書きかけの文が保存されてから、もう一度選んでください。", "Please try again once what was typed is saved.";
    SAVING = "保存中", "saving";
    SCENES = "場面と時刻", "Scenes and time";
    SEATS = "役割（社内）", "Roles (inside)";
    SHEETS_TO_PREPARE = "事前に調べるもの", "Sheets to prepare";
    STAKEHOLDERS_DETAIL = "誰が何を決められるか、連絡先と代行者を確かめます。", "Who may decide what; contacts and deputies.";
    START_ROUND_ONE = "第一インシデントへ進む", "Go to round one";
    STEPS_TITLE = "どの工程へ移りますか（途中の工程にもいつでも戻れます）", "Which step? (you may always come back)";
    TICK_DETAIL = "グループが実際に行ったときに印を付けます。「〜しなければ起きる」状況付与は、この印で止まります。", "Tick when the group has really done it. Injects that happen unless it is done follow this tick.";
    TOO_SMALL = "画面が小さすぎます。80×24 以上に広げてください。", "The screen is too small. Please enlarge it to 80x24.";
    TRUTH = "真相（進行役だけに見えます）", "The truth (facilitator only)";
    UNASSIGNED = "未割当", "nobody yet";
    UNREACHABLE = "連絡がつきません", "cannot be reached";
    WAITING = "回答待ち", "waiting";
    WAITING_FOR_INCIDENT = "インシデントの選択待ち", "Waiting for an incident to be chosen";
    WATCH_FOR = "見どころ", "Watch for";
    WHAT_REALLY_HAPPENED = "何が起きていたか", "What really happened";
    WHICH_BOTH = "両方を残す（続けて書く）", "Keep both, one after the other";
    WHICH_MINE = "あとから書かれたほう", "The later text";
    WHICH_THEIRS = "先に保存されたほう", "The text saved first";
    WORKSHOP_TITLE = "セキュリティインシデント机上演習", "Security-incident tabletop exercise";
    WORKSHOP_OVER = "ワークショップを終えました", "The workshop is over";
    WRITE_NOTE = "メモ", "Note";
}

/// How many policy topics still want something.
pub fn unanswered(count: usize, lang: Lang) -> String {
    match count {
        0 => either(lang, "記入済み".into(), "complete".into()),
        _ => either(lang, format!("未記入 {count}"), format!("{count} open")),
    }
}

/// How much is missing.
pub fn missing(count: usize, lang: Lang) -> String {
    match count {
        0 => either(lang, "抜けなし".into(), "nothing missing".into()),
        _ => either(lang, format!("抜け {count}"), format!("{count} missing")),
    }
}

/// An incident is chosen; Enter goes on.
pub fn going_on_with(title: &str, lang: Lang) -> String {
    either(lang, format!("Enter で次へ（選択済み：{title}）"), format!("Enter to go on (chosen: {title})"))
}

/// A factor is about to be put in force.
pub fn put_in_force(title: &str, lang: Lang) -> String {
    either(lang, format!("付加要因「{title}」を発動します。"), format!("Put \"{title}\" in force."))
}

/// A scene is about to be released.
pub fn release(title: &str, lang: Lang) -> String {
    either(
        lang,
        format!("場面「{title}」へ進めます。演習時刻は戻せません。"),
        format!("Release \"{title}\". Exercise time never goes back."),
    )
}

/// An inject is about to be given out.
pub fn give(title: &str, lang: Lang) -> String {
    either(
        lang,
        format!("状況付与「{title}」を参加者に開示します。"),
        format!("Give \"{title}\" to the group."),
    )
}

/// An answer is about to be given.
pub fn answer(title: &str, lang: Lang) -> String {
    either(lang, format!("「{title}」の回答を参加者に開示します。"), format!("Answer \"{title}\"."))
}

/// A question is about to be put.
pub fn put_question(question: &str, lang: Lang) -> String {
    either(lang, format!("会見で質問します：{question}"), format!("Ask at the conference: {question}"))
}

/// How hostile a question is.
pub fn hostility(level: u8, lang: Lang) -> String {
    match level {
        1 => either(lang, "おだやか".into(), "friendly".into()),
        2 => either(lang, "踏み込んだ".into(), "insistent".into()),
        _ => either(lang, "厳しい".into(), "hostile".into()),
    }
}

/// Who a message comes from and how.
pub fn from_by(from: &str, channel: &str, lang: Lang) -> String {
    either(lang, format!("{from}より（{channel}）"), format!("From {from} ({channel})"))
}

/// A role card.
pub fn role_card(knows: &str, worries: &str, lang: Lang) -> String {
    either(
        lang,
        format!("知っていること\n{knows}\n\n気がかり\n{worries}"),
        format!("You know\n{knows}\n\nYou worry about\n{worries}"),
    )
}

/// A change of the review.
pub fn change(before: &str, after: &str, reason: &str, who: &str, lang: Lang) -> String {
    let shown = |text: &str| {
        if text.is_empty() { EMPTY_TEXT.get(lang).to_owned() } else { text.to_owned() }
    };
    let (before, after) = (shown(before), shown(after));
    either(
        lang,
        format!("変更前\n{before}\n\n変更後\n{after}\n\n変更理由\n{reason}\n\n記入者：{who}"),
        format!("Before\n{before}\n\nAfter\n{after}\n\nReason\n{reason}\n\nBy {who}"),
    )
}

/// A log that is still being looked for.
pub fn being_checked(row: &str, log: &str, lang: Lang) -> String {
    either(lang, format!("確認中：{row}（{log}）"), format!("Being checked: {row} ({log})"))
}

/// Who writes.
pub fn writes(name: &str, lang: Lang) -> String {
    either(lang, format!("記入者 {name}"), format!("Recorder {name}"))
}

/// The place where a row is added.
pub fn add_to(section: &str, lang: Lang) -> String {
    either(lang, format!("「{section}」に行を追加"), format!("Add a row: {section}"))
}

/// A suggestion, never forced.
pub fn for_example(name: &str, lang: Lang) -> String {
    either(lang, format!("例：{name}"), format!("e.g. {name}"))
}

/// Somebody can't be reached; who stands in?
pub fn stand_in(name: &str, lang: Lang) -> String {
    either(
        lang,
        format!("{name}に電話しましたが、連絡がつきません。誰が代わりに判断しますか。"),
        format!("{name} cannot be reached. Who decides in their place?"),
    )
}

/// Somebody can't be reached, and nobody is to stand in.
pub fn not_reached(name: &str, lang: Lang) -> String {
    either(lang, format!("{name}には連絡がつきません。"), format!("{name} cannot be reached."))
}

/// A step is about to close with things missing.
pub fn closing_with_gaps(step: &str, count: usize, lang: Lang) -> String {
    either(
        lang,
        format!("「{step}」には抜けが{count}か所あります。このまま先へ進めます（抜けも大切な発見です）。"),
        format!("\"{step}\" has {count} gaps. You may go on: gaps are findings, too."),
    )
}

/// Something arrived.
pub fn arrived(count: usize, key: &str, lang: Lang) -> String {
    either(lang, format!("新しい情報 {count} 件（{key} で読む）"), format!("{count} new ({key} to read)"))
}

/// Texts that are not saved; `menu` is the key of the menu.
pub fn not_saved(reason: &str, menu: &str, lang: Lang) -> String {
    either(
        lang,
        format!("保存できません（{menu}「保存し直す」）：{reason}"),
        format!("Not saved ({menu}: Save again): {reason}"),
    )
}

/// Too much was pasted.
pub fn overflow(dropped: usize, lang: Lang) -> String {
    either(
        lang,
        format!("この欄は20,000文字までです。{dropped}文字が入りませんでした。"),
        format!("A field holds 20,000 characters; {dropped} did not get in."),
    )
}

/// What a file of a new workshop will be.
pub fn new_alone_detail(folder: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "付属のシナリオで、一つのグループが第一インシデントから振り返りまで進みます。照会への回答と状況付与は自動で届きます。\n\n保存先：{folder}"
        ),
        format!(
            "One group plays from round one to the wrap-up on the embedded material. Answers and injects come by themselves.\n\nSaved in {folder}"
        ),
    )
}

/// The same with a facilitator.
pub fn new_facilitated_detail(folder: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "進行役が別の画面（kijo console ファイル名）から場面と状況付与を出します。\n\n保存先：{folder}"
        ),
        format!(
            "A facilitator gives out scenes and injects on another screen (kijo console FILE).\n\nSaved in {folder}"
        ),
    )
}

/// How many drafts somebody left behind.
pub fn drafts(count: usize, lang: Lang) -> String {
    either(lang, format!("書きかけの欄：{count}"), format!("{count} fields"))
}

/// The incident of a round has to be chosen before its sheets can be filled in.
pub fn choose_first(round: &str, lang: Lang) -> String {
    either(
        lang,
        format!("先に{round}を選びます（Enter）"),
        format!("{round}: choose the incident first (Enter)"),
    )
}

/// Which numbers are allowed.
pub fn between(least: u64, most: u64, lang: Lang) -> String {
    let (least, most) = (super::value::number(least), super::value::number(most));
    either(
        lang,
        format!("{least} から {most} までの数を入れてください。"),
        format!("Type a number from {least} to {most}."),
    )
}

/// The library has nothing of that name.
pub fn no_such_material(id: &str, lang: Lang) -> String {
    either(
        lang,
        format!("「{id}」という素材はありません。kijo show で一覧を確かめてください。"),
        format!("There is no material named \"{id}\": `kijo show` lists what there is."),
    )
}

/// When an inject becomes due, in few words for a list.
pub fn due_when(trigger: &crate::domain::scenario::Trigger, lang: Lang) -> String {
    use crate::domain::scenario::Trigger;
    match trigger {
        Trigger::Unless(_, minute) => {
            let at = super::clock::minute(*minute, lang);
            either(lang, format!("{at}（未実施なら）"), format!("{at} (unless done)"))
        }
        Trigger::OnRequest(_) => either(lang, "照会への回答後".into(), "after an answer".into()),
        other => super::names::trigger(other, lang),
    }
}

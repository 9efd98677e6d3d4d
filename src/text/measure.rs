//! Words for what a comparison and the metrics say.

use crate::domain::comparison::{Mark, Pair, Presence};
use crate::domain::id::Minute;
use crate::domain::metrics::{Amount, What};
use crate::domain::words::{Lang, Words, words};
use crate::text::{clock, either, value};

/// Which two snapshots are compared.
pub const fn pair(pair: Pair) -> Words {
    match pair {
        Pair::Rounds => words("第一インシデントと第二インシデント", "Round one against round two"),
        Pair::Review => words("第一インシデント実施時と検討後", "Round one as played against as reviewed"),
    }
}

/// What became of a gap.
pub const fn mark(mark: Mark) -> Words {
    match mark {
        Mark::Fixed => words("解消", "Fixed"),
        Mark::Repeated => words("再発", "Repeated"),
        Mark::New => words("新規", "New"),
        Mark::Lost => words("後退", "Lost"),
    }
}

/// On which side a row is; what counts as earlier and later depends on the pair.
pub const fn presence(pair: Pair, presence: Presence) -> Words {
    match (pair, presence) {
        (_, Presence::Both) => words("両方", "Both"),
        (Pair::Rounds, Presence::OnlyBefore) => words("第一インシデントのみ", "Only in round one"),
        (Pair::Rounds, Presence::OnlyAfter) => words("第二インシデントのみ", "Only in round two"),
        (Pair::Review, Presence::OnlyBefore) => words("取り除いた行", "Taken out"),
        (Pair::Review, Presence::OnlyAfter) => words("加えた行", "Added"),
    }
}

/// What is measured.
pub const fn what(what: What) -> Words {
    match what {
        What::FirstEscalation => words("経営層への最初の報告・相談", "First escalation to executives"),
        What::ScenesToEscalation => words("そのときまでの場面数", "Scenes until then"),
        What::NoDecisionOwner => words("判断の責任者がない行", "Rows without decision owner"),
        What::NoActionOwner => words("対応の責任者がない行", "Rows without action owner"),
        What::NobodyStandsIn => {
            words("連絡がつかず代行者も未定の行", "Rows with an unreachable owner and no stand-in")
        }
        What::PhasesTouched => words("触れたフェーズ", "Phases touched"),
        What::CheckItemsTouched => words("触れた確認項目", "Check items touched"),
        What::ActorsInvolved => words("関わった主体", "Actors involved"),
        What::WithoutRule => words("準拠する規定がない行", "Rows without a rule"),
        What::Supplemented => words("規定がない行の補足", "Of these, fully supplemented"),
        What::PolicyGaps => words("規定が整っていないポリシー項目", "Policy topics without a full rule"),
        What::LogsAvailable => words("照会：ログあり", "Requests: available"),
        What::LogsPartial => words("照会：一部あり", "Requests: partial"),
        What::LogsMissing => words("照会：ログなし", "Requests: not available"),
        What::LogsUnknown => words("照会：確認中", "Requests: being checked"),
        What::FactsRevised => words("見直したファクトシートの行", "Fact-sheet rows revised"),
        What::ReportComplete => words("報告書の記入", "Report filled in"),
        What::ReportUnsure => words("調査中・不明の報告事項", "Report items not yet known"),
        What::Contradictions => words("報告・先の回答との矛盾", "Contradictions"),
        What::Answered => words("会見：回答", "Press: answered"),
        What::Deferred => words("会見：後日回答", "Press: deferred"),
        What::Declined => words("会見：回答を差し控え", "Press: declined"),
        What::Unanswered => words("会見：回答なし", "Press: unanswered"),
        What::DutiesDecided => words("判断した通知・報告義務", "Duties decided"),
        What::DutyMargin => words("期限までの最小の余裕", "Smallest margin to a deadline"),
        What::NeverContacted => words("一度も名前の出ない関係者", "Stakeholders never named"),
        What::ImprovementsComplete => {
            words("理由・担当・期限がそろった改善", "Improvements with reason, owner, due")
        }
        What::ChecksPassed => words("締めくくりの確認", "Closing checks passed"),
    }
}

/// A measured number; words where nothing is recorded.
pub fn amount(amount: Option<Amount>, lang: Lang) -> String {
    match amount {
        None => words("記録なし", "not recorded").get(lang).into(),
        Some(Amount::Count(count)) => value::number(count as u64),
        Some(Amount::Share { part, whole }) => format!("{part}/{whole}"),
        Some(Amount::At(minute)) => clock::minute(minute, lang),
        Some(Amount::Margin(minutes)) => margin(minutes, lang),
    }
}

fn margin(minutes: i64, lang: Lang) -> String {
    let span = clock::span(u32::try_from(minutes.unsigned_abs()).unwrap_or(u32::MAX), lang);
    if minutes < 0 {
        either(lang, format!("{span}超過"), format!("{span} late"))
    } else {
        either(lang, format!("{span}の余裕"), format!("{span} to spare"))
    }
}

/// When a factor struck.
pub fn struck(at: Option<Minute>, lang: Lang) -> String {
    at.map_or_else(|| words("未発生", "not yet").get(lang).into(), |at| clock::minute(at, lang))
}

//! Where a Japanese or English line may be broken (禁則処理, after JIS X 4051 in its common, strict form).
//!
//! Answers for two neighbouring graphemes only; `wrap` fills the rows. Does not hyphenate and knows no words of
//! scripts without spaces other than Japanese.

use super::width::Grapheme;

/// How a grapheme behaves at the end or head of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    kind: Kind,
    /// Japanese text breaks between any two characters, words of narrow scripts only around them.
    alone: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Space,
    /// 行末禁則: never the last of a row.
    Opening,
    /// 行頭禁則: never the first of a row.
    Closing,
    /// The same, but behind a space it begins a word (`.env`).
    AsciiClosing,
    Digit,
    /// A counter that would be misread when parted from its number (「500」「名」).
    Unit,
    /// 分離禁止: doubled, it is one mark.
    Pair,
    /// A word may go on in the next row behind it.
    Joint,
    Other,
}

impl Class {
    /// The class of `grapheme`.
    pub fn of(grapheme: &Grapheme<'_>) -> Self {
        let first = grapheme.text.chars().next().unwrap_or(' ');
        Self { kind: kind(first), alone: grapheme.cells >= 2 || matches!(first, '｡'..='ﾟ') }
    }

    /// Whether a row may end behind this one and the next begin with `after`.
    pub fn may_break_before(self, after: Self) -> bool {
        match (self.kind, after.kind) {
            (Kind::Space, Kind::Closing)
            | (Kind::Digit, Kind::Digit | Kind::Unit)
            | (Kind::Pair, Kind::Pair)
            | (Kind::Opening, _) => false,
            (Kind::Space, _) | (Kind::Joint, Kind::Other) => true,
            (_, Kind::Space | Kind::Closing | Kind::AsciiClosing) => false,
            _ => self.alone || after.alone,
        }
    }
}

#[rustfmt::skip]
fn kind(c: char) -> Kind {
    match c {
        ' ' => Kind::Space,
        '0'..='9' | '０'..='９' => Kind::Digit,
        '-' | '/' => Kind::Joint,
        ',' | '.' | '!' | '?' | ';' | ':' | ')' | ']' | '}' | '%' => Kind::AsciiClosing,
        '(' | '[' | '{' | '¥' | '«' | '‘' | '“' | '№' | '｢'
        | '（' | '［' | '｛' | '｟' | '「' | '『' | '【' | '〔' | '〈' | '《' | '〘' | '〖' | '〝' | '￥' | '＄' | '＃'
            => Kind::Opening,
        '»' | '’' | '”' | '‐' | '–' | '‰' | '℃' | '‼' | '⁇' | '⁈' | '⁉'
        | '、' | '。' | '，' | '．' | '・' | '：' | '；' | '？' | '！' | '％'
        | '）' | '］' | '｝' | '｠' | '」' | '』' | '】' | '〕' | '〉' | '》' | '〙' | '〗' | '〟'
        | '々' | '〻' | 'ゝ' | 'ゞ' | 'ヽ' | 'ヾ' | 'ー' | '゛' | '゜' | '゠' | '〜' | '～' | '\u{3099}' | '\u{309A}'
        | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ'
        | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ' | 'ㇰ'..='ㇿ'
        | '｡' | '｣' | '､' | '･' | 'ｧ'..='ｰ' | 'ﾞ' | 'ﾟ'
            => Kind::Closing,
        '名' | '件' | '人' | '円' | '年' | '月' | '日' | '時' | '分' | '秒' | '台' | '回' | '社' | '個' | '歳' | '枚'
        | '通' | '本' | '者' | '万' | '億' | '千' | '百' | '割' | '倍' | '週' | '号' | '版' | '条' | '項' | '頁' | '階'
            => Kind::Unit,
        '…' | '‥' | '—' | '―' | '─' => Kind::Pair,
        _ => Kind::Other,
    }
}

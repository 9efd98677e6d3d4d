//! Where a Japanese or English line may be broken (禁則処理, after JIS X 4051 in its common, strict form).
//!
//! Answers for two neighbouring graphemes only; `wrap` fills the rows. Does not hyphenate and knows no words of
//! scripts without spaces other than Japanese.

use super::width::Grapheme;

/// Whether a row may end after `before` and the next begin with `after`.
pub fn may_break(before: &Grapheme<'_>, after: &Grapheme<'_>) -> bool {
    let (Some(a), Some(b)) = (before.text.chars().next(), after.text.chars().next()) else {
        return false;
    };
    if a == ' ' {
        // A dot or bracket behind a space begins a word (`.env`); Japanese marks still cling to their text.
        return b.is_ascii() || !clings_to_the_text_before(b);
    }
    if b == ' ' || clings_to_the_text_before(b) || clings_to_the_text_behind(a) {
        return false;
    }
    if is_number(a) && (is_number(b) || is_unit(b)) || (a == b && is_pair(a)) {
        return false;
    }
    stands_alone(before, a) || stands_alone(after, b) || (matches!(a, '-' | '/') && b.is_ascii_alphabetic())
}

/// Japanese text breaks between any two characters, words of narrow scripts only around them.
fn stands_alone(grapheme: &Grapheme<'_>, first: char) -> bool {
    grapheme.cells >= 2 || matches!(first, '｡'..='ﾟ')
}

/// 行頭禁則: never the first of a row.
fn clings_to_the_text_before(c: char) -> bool {
    matches!(
        c,
        '、' | '。' | '，' | '．' | '・' | '：' | '；' | '？' | '！' | '‼' | '⁇' | '⁈' | '⁉'
            | '）' | '］' | '｝' | '」' | '』' | '】' | '〕' | '〉' | '》' | '〙' | '〗' | '〟' | '’' | '”' | '»' | '｠'
            | '々' | '〻' | 'ゝ' | 'ゞ' | 'ヽ' | 'ヾ' | 'ー' | '゛' | '゜' | '‐' | '゠' | '–' | '〜' | '～'
            | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ'
            | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ' | 'ㇰ'..='ㇿ'
            | '｡' | '｣' | '､' | '･' | 'ｧ'..='ｰ' | 'ﾞ' | 'ﾟ' | '％' | '‰' | '℃'
            | '\u{3099}' | '\u{309A}'
            | ',' | '.' | '!' | '?' | ';' | ':' | ')' | ']' | '}' | '%'
    )
}

/// 行末禁則: never the last of a row.
fn clings_to_the_text_behind(c: char) -> bool {
    matches!(
        c,
        '（' | '［'
            | '｛'
            | '「'
            | '『'
            | '【'
            | '〔'
            | '〈'
            | '《'
            | '〘'
            | '〖'
            | '〝'
            | '‘'
            | '“'
            | '«'
            | '｟'
            | '｢'
            | '('
            | '['
            | '{'
            | '￥'
            | '¥'
            | '＄'
            | '＃'
            | '№'
    )
}

/// 分離禁止: doubled, they are one mark.
fn is_pair(c: char) -> bool {
    matches!(c, '…' | '‥' | '—' | '―' | '─')
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

/// Counters that would be misread when parted from their number (「500」「名」).
fn is_unit(c: char) -> bool {
    matches!(
        c,
        '名' | '件'
            | '人'
            | '円'
            | '年'
            | '月'
            | '日'
            | '時'
            | '分'
            | '秒'
            | '台'
            | '回'
            | '社'
            | '個'
            | '歳'
            | '枚'
            | '通'
            | '本'
            | '者'
            | '万'
            | '億'
            | '千'
            | '百'
            | '割'
            | '倍'
            | '週'
            | '号'
            | '版'
            | '条'
            | '項'
            | '頁'
            | '階'
    )
}

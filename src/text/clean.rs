//! Text that may be shown or written out: no control, escape or direction characters, whoever typed it.
//!
//! What makes up writing stays: joiners of emoji families, variation selectors of names, full-width spaces.

/// The text without characters that steer a terminal or turn the direction of reading. Line breaks become `\n`.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push('\n'),
            '\t' => out.push(' '),
            c if is_steering(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Control characters, direction marks and overrides, and other characters that are never seen.
fn is_steering(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'
                ..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'
                ..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_or_the_reader_is_dropped() {
        assert_eq!(clean("a\u{1b}[31mb\u{7}\u{9b}c"), "a[31mbc");
        assert_eq!(clean("報\u{202e}告\u{2066}書\u{200f}"), "報告書");
        assert_eq!(clean("一\r\n二\r三\u{2028}四"), "一\n二\n三\n四");
    }

    #[test]
    fn what_makes_up_writing_stays() {
        let text = "葛\u{e0100}城　👩\u{200d}👩\u{200d}👧 ハ\u{309a}";
        assert_eq!(clean(text), text);
    }
}

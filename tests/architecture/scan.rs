//! Rust source as tokens, and the paths in it: enough to know what a file imports, in `use` trees, in expressions and
//! inside macros alike.
//!
//! It expands nothing and checks nothing: the compiler has done that.

/// A token. Comments, and what stands inside strings and characters, are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Word(String),
    /// `::`
    Step,
    /// Any other sign.
    Sign(char),
}

impl Token {
    pub fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Word(text) if text == word)
    }

    pub fn is_sign(&self, sign: char) -> bool {
        *self == Self::Sign(sign)
    }

    fn is_root(&self, own_name: &str) -> bool {
        ["crate", "self", "super", own_name].iter().any(|root| self.is_word(root))
    }
}

pub fn tokens(source: &str) -> Vec<Token> {
    let mut scanner = Scanner { rest: source.chars().collect(), at: 0 };
    let mut tokens = Vec::new();
    while scanner.at < scanner.rest.len() {
        tokens.extend(scanner.next());
    }
    tokens
}

struct Scanner {
    rest: Vec<char>,
    at: usize,
}

impl Scanner {
    fn look(&self, ahead: usize) -> char {
        self.rest.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn next(&mut self) -> Option<Token> {
        let c = self.look(0);
        match (c, self.look(1)) {
            ('/', '/') => self.skip_line(),
            ('/', '*') => self.skip_comment(),
            ('"', _) => self.skip_string(),
            ('\'', _) => self.skip_character(),
            (':', ':') => {
                self.at += 2;
                return Some(Token::Step);
            }
            _ if is_wordy(c) => return self.word(),
            _ => {
                self.at += 1;
                return (!c.is_whitespace()).then_some(Token::Sign(c));
            }
        }
        None
    }

    /// A word, or the string that a prefix like `r#` or `b` begins.
    fn word(&mut self) -> Option<Token> {
        let start = self.at;
        while is_wordy(self.look(0)) {
            self.at += 1;
        }
        let word: String = self.rest[start..self.at].iter().collect();
        let after = self.rest.get(self.at..).unwrap_or_default();
        let hashes = after.iter().take_while(|c| **c == '#').count();
        let raw = word.ends_with('r') && word.len() <= 2 && self.look(hashes) == '"';
        if raw {
            self.skip_raw_string(hashes);
            return None;
        }
        if word == "r" && hashes == 1 && is_wordy(self.look(1)) {
            self.at += 1;
            return self.word();
        }
        Some(Token::Word(word))
    }

    fn skip_line(&mut self) {
        while self.at < self.rest.len() && self.look(0) != '\n' {
            self.at += 1;
        }
    }

    fn skip_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.rest.len() {
            match (self.look(0), self.look(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            self.at += 2;
            if depth == 0 {
                return;
            }
        }
    }

    fn skip_string(&mut self) {
        self.at += 1;
        while self.at < self.rest.len() && self.look(0) != '"' {
            self.at += if self.look(0) == '\\' { 2 } else { 1 };
        }
        self.at += 1;
    }

    fn skip_raw_string(&mut self, hashes: usize) {
        self.at += hashes + 1;
        let closes =
            |scanner: &Self| scanner.look(0) == '"' && (1..=hashes).all(|ahead| scanner.look(ahead) == '#');
        while self.at < self.rest.len() && !closes(self) {
            self.at += 1;
        }
        self.at += hashes + 1;
    }

    /// A character; of a lifetime only the quote.
    fn skip_character(&mut self) {
        self.at += 1;
        if self.look(0) == '\\' {
            self.at += 2;
            while self.at < self.rest.len() && self.look(0) != '\'' {
                self.at += 1;
            }
            self.at += 1;
        } else if self.look(1) == '\'' {
            self.at += 2;
        }
    }
}

fn is_wordy(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every path into our own crate, from its root: `crate::a::{b, c::d}` gives `a::b` and `a::c::d`.
///
/// `module` is where the file stands; `own_name` is what the crate is called from outside. A path that only goes up,
/// like `super::*`, is given as far as it is known.
pub fn own_paths(tokens: &[Token], module: &[String], own_name: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut inner = Inner { depth: 0, modules: Vec::new() };
    for (at, token) in tokens.iter().enumerate() {
        inner.pass(tokens, at);
        let begins = at == 0 || tokens[at - 1] != Token::Step;
        if begins && token.is_root(own_name) && tokens.get(at + 1) == Some(&Token::Step) {
            let mut here = module.to_vec();
            here.extend(inner.modules.iter().map(|(name, _)| name.clone()));
            let start = if token.is_word("crate") || token.is_word(own_name) { Vec::new() } else { here };
            let skip = usize::from(!token.is_word("super"));
            tree(tokens, at + 2 * skip, start, &mut paths);
        }
    }
    paths
}

/// Modules written inside the file, with the depth of braces they opened at.
struct Inner {
    depth: usize,
    modules: Vec<(String, usize)>,
}

impl Inner {
    fn pass(&mut self, tokens: &[Token], at: usize) {
        match &tokens[at] {
            Token::Sign('{') => {
                if let [Token::Word(keyword), Token::Word(name)] = &tokens[at.saturating_sub(2)..at]
                    && keyword == "mod"
                {
                    self.modules.push((name.clone(), self.depth));
                }
                self.depth += 1;
            }
            Token::Sign('}') => {
                self.depth = self.depth.saturating_sub(1);
                let depth = self.depth;
                self.modules.retain(|(_, opened)| *opened < depth);
            }
            _ => {}
        }
    }
}

/// Follows a path or a tree of paths from `at`; gives the place behind it.
fn tree(tokens: &[Token], mut at: usize, mut path: Vec<String>, paths: &mut Vec<Vec<String>>) -> usize {
    loop {
        match tokens.get(at) {
            Some(Token::Word(word)) if word == "super" => {
                path.pop();
            }
            Some(Token::Word(word)) if word == "self" => {}
            Some(Token::Word(word)) => path.push(word.clone()),
            Some(Token::Sign('*')) => path.push("*".to_owned()),
            Some(Token::Sign('{')) => {
                at += 1;
                while at < tokens.len() && !tokens[at].is_sign('}') {
                    at = tree(tokens, at, path.clone(), paths);
                    while tokens.get(at).is_some_and(|token| !token.is_sign(',') && !token.is_sign('}')) {
                        at += 1;
                    }
                    at += usize::from(tokens.get(at).is_some_and(|token| token.is_sign(',')));
                }
                return at + 1;
            }
            _ => break,
        }
        at += 1;
        if tokens.get(at) != Some(&Token::Step) {
            break;
        }
        at += 1;
    }
    paths.push(path);
    at
}

/// What is wrong with the scanner would be wrong with every rule.
mod tests {
    use super::{own_paths, tokens};

    fn paths(source: &str) -> Vec<String> {
        let module = ["screens".to_owned(), "sheet".to_owned()];
        let found = own_paths(&tokens(source), &module, "kijo");
        found.into_iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn nested_use_trees_are_taken_apart() {
        let source = "use crate::{domain::{self, event::{Event as E, Round}, id::*}, ui}; use std::fmt;";
        let expected = ["domain", "domain::event::Event", "domain::event::Round", "domain::id::*", "ui"];
        assert_eq!(paths(source), expected);
    }

    #[test]
    fn leading_super_and_self_are_resolved() {
        assert_eq!(paths("use super::menu::Menu;"), ["screens::menu::Menu"]);
        assert_eq!(paths("use super::super::store::{Session, Time};"), ["store::Session", "store::Time"]);
        assert_eq!(paths("use self::view::draw;"), ["screens::sheet::view::draw"]);
        assert_eq!(paths("pub(super) fn f() { super::super::app::update() }"), ["app::update"]);
    }

    #[test]
    fn modules_inside_a_file_count() {
        let source =
            "mod tests { use super::super::super::store::Log; mod deep { use super::x; } } use super::y;";
        assert_eq!(paths(source), ["store::Log", "screens::sheet::tests::x", "screens::y"]);
    }

    #[test]
    fn paths_in_expressions_types_and_macros_are_seen() {
        let source = "fn f<'a>(x: &'a crate::store::Log) { format!(\"{}\", crate::app::f('\\'', '\"')); kijo::cli::main() }";
        assert_eq!(paths(source), ["store::Log", "app::f", "cli::main"]);
        assert_eq!(paths("macro_rules! m { () => { $crate::material::load() } }"), ["material::load"]);
    }

    #[test]
    fn words_in_comments_and_strings_are_not() {
        let source = r##"
            //! See [`crate::app`].
            /* crate::a /* crate::b */ crate::c */
            const A: &str = "crate::app \" crate::app"; const B: &str = r#"crate::" "crate::app"#; const C: &[u8] = b"crate::x";
        "##;
        assert_eq!(paths(source), [] as [&str; 0]);
    }
}

//! The command line as its reader's language has it: help, headings, examples.

use clap::builder::Resettable;
use clap::{Command, CommandFactory};

use super::arguments::Arguments;
use crate::domain::words::Lang;
use crate::text::cli::help as t;

const JAPANESE: &str = "{about-with-newline}\n使い方: {usage}\n\n{all-args}{after-help}";

/// The command line with its help in `lang`.
pub fn command(lang: Lang) -> Command {
    let command = Arguments::command();
    let named = named(command, "", lang);
    named.mut_subcommands(|verb| {
        let name = verb.get_name().to_owned();
        self::named(verb, &name, lang)
    })
}

/// `verb` is empty for the program itself.
fn named(command: Command, verb: &str, lang: Lang) -> Command {
    let command = match t::examples(verb) {
        Some(examples) => {
            let heading = t::EXAMPLES.get(lang);
            command.after_help(format!("{heading}\n{}", examples.get(lang)))
        }
        None => command,
    };
    match lang {
        Lang::En => command,
        Lang::Ja => japanese(command, verb),
    }
}

fn japanese(command: Command, verb: &str) -> Command {
    let command = match t::japanese(verb) {
        Some(about) => {
            let first = about.lines().next().unwrap_or_default();
            command.about(first.to_owned()).long_about(about)
        }
        None => command,
    };
    // Under headings of our own, clap would sort what is given by place by its name.
    let mut place = 0;
    command.help_template(JAPANESE).subcommand_help_heading("命令").subcommand_value_name("命令").mut_args(
        |argument| {
            let name = format!("{verb}.{}", argument.get_id());
            let heading = if argument.is_positional() { "引数" } else { "オプション" };
            place += 1;
            let argument = argument.help_heading(heading).display_order(place);
            match t::japanese(&name) {
                Some(words) => argument.help(words).long_help(Resettable::Reset),
                None => argument,
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_and_option_has_japanese_words() {
        let command = Arguments::command();
        let mut names = vec![String::new()];
        let mut collect = |verb: &str, command: &Command| {
            let arguments = command.get_arguments();
            names.extend(arguments.map(|argument| format!("{verb}.{}", argument.get_id())));
        };
        collect("", &command);
        for verb in command.get_subcommands() {
            collect(verb.get_name(), verb);
        }
        names.extend(command.get_subcommands().map(|verb| verb.get_name().to_owned()));
        let missing: Vec<_> = names.iter().filter(|name| t::japanese(name).is_none()).collect();
        assert!(missing.is_empty(), "without Japanese: {missing:?}");
        let unknown: Vec<_> = t::named().filter(|name| !names.iter().any(|known| known == name)).collect();
        assert!(unknown.is_empty(), "words for nothing: {unknown:?}");
    }

    #[test]
    fn every_verb_has_an_example() {
        let command = Arguments::command();
        for verb in command.get_subcommands() {
            let examples = t::examples(verb.get_name());
            let calls = format!("kijo {}", verb.get_name());
            assert!(
                examples.is_some_and(|words| words.ja.contains(&calls) && words.en.contains(&calls)),
                "{calls}"
            );
        }
    }

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        command(Lang::Ja).debug_assert();
        command(Lang::En).debug_assert();
    }
}

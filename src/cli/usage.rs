//! What is said when arguments are not understood, and when help or version is asked for.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Answer;
use super::out::{Out, Stop};
use crate::domain::words::Lang;
use crate::text::cli as t;

/// Prints what was asked for, or says what was wrong.
pub fn told(error: &clap::Error, out: &mut Out, lang: Lang) -> Result<Answer, Stop> {
    let rendered = error.render().to_string();
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        out.exact(&rendered)?;
        return Ok(Answer::Yes);
    }
    let what = match lang {
        Lang::En => None,
        Lang::Ja => japanese(error),
    };
    Err(Stop::from(what.unwrap_or_else(|| rendered.trim_end().to_owned())))
}

fn japanese(error: &clap::Error) -> Option<String> {
    let has = |kind| error.get(kind).map(words);
    let argument = has(ContextKind::InvalidArg).unwrap_or_default();
    let value = has(ContextKind::InvalidValue).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("「{argument}」という引数はありません。"),
        ErrorKind::InvalidSubcommand => {
            format!("「{}」という命令はありません。", has(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} に値がありません。"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{argument} に「{value}」は使えません。")
        }
        ErrorKind::MissingRequiredArgument => format!("引数が足りません：{argument}。"),
        ErrorKind::ArgumentConflict => format!("{argument} は重ねて使えません。"),
        _ => return None,
    };
    let valid = has(ContextKind::ValidValue).map(|valid| format!("使える値：{valid}。"));
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = near.into_iter().find_map(has).map(|near| format!("「{near}」の誤りではありませんか。"));
    let parts = [Some(what), valid, near];
    let said: String = parts.into_iter().flatten().collect();
    Some(format!("{said}\n{}", t::SEE_HELP.get(Lang::Ja)))
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(several) => several.join("、"),
        other => other.to_string(),
    }
}

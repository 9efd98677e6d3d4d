//! `kijo new-material`: a template of a kind of material in a new file, and what to do with it.

use std::path::Path;

use super::Answer;
use super::arguments::Template;
use super::file;
use super::out::{Out, Stop};
use crate::domain::words::Lang;
use crate::material::template;
use crate::text::cli as t;

/// Writes the template in the language of the program.
pub fn run(kind: Template, path: &Path, out: &mut Out, lang: Lang) -> Result<Answer, Stop> {
    let shown = path.display().to_string();
    // A library is read by its `.ron` files: any other name would not be found there.
    if path.extension().is_none_or(|ending| ending != "ron") {
        return Err(t::not_ron(&shown, lang).into());
    }
    let text = template::Template::from(kind).text(lang);
    file::write(path, &text).map_err(|error| error.describe(lang))?;
    out.line(&t::template_written(&shown, template::MARK.get(lang), lang))?;
    Ok(Answer::Yes)
}

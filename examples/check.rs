//! Prints every problem of the files and folders given; to be replaced by `kijo check`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use kijo::domain::words::Lang;
use kijo::material::check::check;

fn main() -> ExitCode {
    let (options, paths): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|word| word == "--ja");
    let lang = if options.is_empty() { Lang::En } else { Lang::Ja };
    let paths: Vec<_> = paths.into_iter().map(PathBuf::from).collect();
    let problems = check(&paths);
    let mut out = std::io::stdout().lock();
    for problem in &problems {
        if writeln!(out, "{}", problem.show(lang)).is_err() {
            return ExitCode::FAILURE;
        }
    }
    if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

//! The command line: one verb, one file.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::domain::id::GroupId;
use crate::domain::words::Lang;
use crate::runtime::{self, Setup};
use crate::screens::Seat;
use crate::ui::theme::Look;

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[arg(long, global = true)]
    en: bool,
}

#[derive(Subcommand)]
enum Verb {
    New { file: PathBuf },
    Open { file: PathBuf },
    Console { file: PathBuf },
}

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let lang = if arguments.en { Lang::En } else { Lang::Ja };
    let mut setup = Setup {
        seat: Seat::Participants,
        group: GroupId(1),
        lang,
        look: Look::default(),
        folder: PathBuf::from("."),
        library: Vec::new(),
    };
    let done = match arguments.verb {
        None => runtime::home(setup)
            .map(|_| ())
            .map_err(|error| error.to_string()),
        Some(Verb::New { file }) => {
            let library = crate::begin::library(&[], lang);
            let options = crate::begin::Options::default();
            library
                .and_then(|library| crate::begin::create(&file, &library, &options, lang))
                .map(|_| ())
        }
        Some(Verb::Open { file }) => runtime::open(&file, setup)
            .map(|_| ())
            .map_err(|error| error.to_string()),
        Some(Verb::Console { file }) => {
            setup.seat = Seat::Facilitator;
            runtime::open(&file, setup)
                .map(|_| ())
                .map_err(|error| error.to_string())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("{problem}\n").as_bytes());
            ExitCode::from(2)
        }
    }
}

//! The verbs and their options. The comments here are the English help; `text::cli` has the Japanese one.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::domain::comparison::Pair;
use crate::domain::id::GroupId;
use crate::domain::words::Lang;
use crate::export::report::Edition;
use crate::material::template;
use crate::ui::theme::Theme;

use super::kind::Kind;

/// Runs a security-incident tabletop workshop in the terminal.
///
/// Without a verb the home screen opens: start a workshop, go on with one, look at the example.
#[derive(Parser)]
#[command(
    name = "kijo",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Option<Verb>,
    #[command(flatten)]
    pub global: Global,
    /// Print the version
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// Options of every verb.
#[derive(Args)]
pub struct Global {
    /// Language: ja or en (otherwise from the configuration, LC_ALL, LC_MESSAGES or LANG)
    #[arg(long, global = true, value_name = "LANG", hide_possible_values = true)]
    pub lang: Option<Language>,
    /// Colours: dark, light, high-contrast or plain (NO_COLOR means plain)
    #[arg(long, global = true, value_name = "THEME", hide_possible_values = true)]
    pub theme: Option<Colours>,
    /// Draw frames with ASCII characters only
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Configuration file (otherwise kijo/config.ron in the folder for configuration, ~/.config)
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder of material of one's own; may be given several times
    #[arg(long, global = true, value_name = "DIR")]
    pub library: Vec<PathBuf>,
    /// Print help
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

/// What to do.
#[derive(Subcommand)]
pub enum Verb {
    /// Make a workshop file.
    ///
    /// The material is frozen into the file, so that the workshop stays the same when the library changes. An
    /// existing file is never overwritten.
    New(New),
    /// Write a template of material, to be filled in.
    ///
    /// Every field stands in it with a comment: what it means, its unit, the words allowed. What is to be written is
    /// marked with `<fill in>`; `kijo check` tells where a mark is left. Comments and marks are in the language of the
    /// program. An existing file is never overwritten.
    NewMaterial {
        /// scenario, fact-sheet, stakeholders or factor
        #[arg(hide_possible_values = true)]
        kind: Template,
        /// The new file, ending in .ron
        file: PathBuf,
    },
    /// Open the participants' screen, safe to project.
    Open(Place),
    /// Open the facilitator's private console, on a second screen.
    ///
    /// It shows what participants must not see yet.
    Console(Place),
    /// Look at a workshop without changing it: history, comparison, coverage.
    Review(Place),
    /// Print the material at hand: incidents, fact sheets, factors, guidance.
    ///
    /// Without a name, what there is. With the name of a kind, its list; with ids, those in full. Everything is
    /// printed, the facilitator's secrets too.
    Show(Show),
    /// Check files of material, workshop files and the configuration.
    ///
    /// Each problem of material or configuration stands on a line of its own, `path:line:column: what; remedy`. A file
    /// may use the names of the shipped material, of the other files given and of the folders given with --library. A
    /// workshop file (`.kijo`) is read as a whole and its chain of records is verified. The exit status is 1 when
    /// something is wrong.
    Check {
        /// Files (.ron, .kijo) and folders of material
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Print everything recorded in a workshop.
    ///
    /// One line for each record: when, exercise time, who, who may see it, what. Everything is printed, the
    /// facilitator's secrets too.
    Log {
        /// Workshop file
        file: PathBuf,
        /// Print an array of JSON objects, each the whole record
        #[arg(long)]
        json: bool,
    },
    /// Carry out a file of commands on a workshop: all of them, or none.
    ///
    /// The file is RON: `(format: 1, commands: [(at: "2026-11-21T10:10:00+09:00", by: "facilitator", group: 1, do: …)])`.
    /// `at` and `group` may be left out. `by` is `facilitator` or somebody who takes part. Names given to new rows,
    /// people, requests and notes count within the file only. The exit status is 1 when the workshop refuses a
    /// command, 2 when the file is not what it should be; nothing is recorded then.
    Apply {
        /// Workshop file
        file: PathBuf,
        /// File of commands, or - for standard input
        commands: PathBuf,
    },
    /// Write the report of a workshop.
    Report(Report),
    /// Compare round one with round two.
    ///
    /// As with diff(1), the exit status is 0 when nothing differs and 1 when something does.
    Diff(Diff),
    /// Look at a finished two-round workshop, or make a copy of it.
    Example {
        /// Write the example to a new file instead of opening it
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Print completions for a shell.
    Completions {
        /// bash, zsh, fish, elvish or powershell
        #[arg(hide_possible_values = true)]
        shell: Shell,
    },
    /// Print the man page, or write all man pages to a folder.
    Man {
        /// Folder to write one page for each verb to
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
}

/// What the new workshop shall be.
#[derive(Args)]
pub struct New {
    /// The new file
    pub file: PathBuf,
    /// Incident to prepare; may be given several times (all of the library when left out)
    #[arg(long, value_name = "ID")]
    pub scenario: Vec<String>,
    /// Incident to prepare for round two, besides those of --scenario
    #[arg(long, value_name = "ID", requires = "scenario")]
    pub second: Option<String>,
    /// Fact sheet (the first of the library when left out)
    #[arg(long, value_name = "ID")]
    pub fact_sheet: Option<String>,
    /// Stakeholder list (the one that goes with the fact sheet when left out)
    #[arg(long, value_name = "ID")]
    pub stakeholders: Option<String>,
    /// Number of groups, 1 to 8
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true, value_parser = clap::value_parser!(u8).range(1..=8))]
    pub groups: u8,
    /// Seed of draws (random when left out)
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Title of the workshop
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// No facilitator: the program itself answers and gives things out
    #[arg(long)]
    pub automatic: bool,
}

/// Kinds of template as the command line names them.
#[derive(Clone, Copy, ValueEnum)]
pub enum Template {
    Scenario,
    FactSheet,
    Stakeholders,
    Factor,
}

/// Which material.
#[derive(Args)]
pub struct Show {
    /// scenarios, fact-sheets, stakeholders, factors, requests, policies, introduction, phases, processes,
    /// record-items, csirt, planning, attack-stages, deadlines, glossary, closing or parameters
    #[arg(value_name = "WHAT", hide_possible_values = true)]
    pub what: Option<Kind>,
    /// Ids of pieces to print in full (for requests: of incidents)
    #[arg(value_name = "ID")]
    pub ids: Vec<String>,
    /// Print an array of JSON objects, texts in both languages
    #[arg(long)]
    pub json: bool,
    /// Set a parameter of the incident, as `records=50` or `cards=yes`; may be given several times
    #[arg(long, value_name = "NAME=VALUE")]
    pub set: Vec<String>,
    /// Fact sheet that answers the requests; may be given several times (the first, for requests all, when left out)
    #[arg(long, value_name = "ID")]
    pub fact_sheet: Vec<String>,
    /// Format: text or markdown
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: DocumentFormat,
}

/// A workshop, and one of its groups.
#[derive(Args)]
pub struct Place {
    /// Workshop file
    pub file: PathBuf,
    /// Group, from 1
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true)]
    group: u8,
}

impl Place {
    /// The group.
    pub fn group(&self) -> GroupId {
        GroupId(self.group)
    }
}

/// Which report.
#[derive(Args)]
pub struct Report {
    #[command(flatten)]
    pub place: Place,
    /// Format: markdown or text
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "markdown",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: DocumentFormat,
    /// Whom it is for: participants, press or facilitator
    #[arg(
        long,
        value_name = "EDITION",
        default_value = "participants",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub edition: Reader,
    /// Write it to a new file instead of printing it
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Which comparison.
#[derive(Args)]
pub struct Diff {
    #[command(flatten)]
    pub place: Place,
    /// Compare round one with: round-two, or review (the same sheets after the review)
    #[arg(
        long,
        value_name = "WHAT",
        default_value = "round-two",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub with: Later,
    /// Format: text or json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: DiffFormat,
}

/// Formats of documents.
#[derive(Clone, Copy, ValueEnum)]
pub enum DocumentFormat {
    Markdown,
    Text,
}

/// Formats of comparisons.
#[derive(Clone, Copy, ValueEnum)]
pub enum DiffFormat {
    Text,
    Json,
}

/// Languages as the command line names them.
#[derive(Clone, Copy, ValueEnum)]
pub enum Language {
    Ja,
    En,
}

/// Themes as the command line names them.
#[derive(Clone, Copy, ValueEnum)]
pub enum Colours {
    Dark,
    Light,
    HighContrast,
    Plain,
}

/// Editions as the command line names them.
#[derive(Clone, Copy, ValueEnum)]
pub enum Reader {
    Participants,
    Press,
    Facilitator,
}

/// What round one is compared with.
#[derive(Clone, Copy, ValueEnum)]
pub enum Later {
    RoundTwo,
    Review,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Ja => Self::Ja,
            Language::En => Self::En,
        }
    }
}

impl From<Colours> for Theme {
    fn from(colours: Colours) -> Self {
        match colours {
            Colours::Dark => Self::Dark,
            Colours::Light => Self::Light,
            Colours::HighContrast => Self::HighContrast,
            Colours::Plain => Self::Plain,
        }
    }
}

impl From<Template> for template::Template {
    fn from(template: Template) -> Self {
        match template {
            Template::Scenario => Self::Scenario,
            Template::FactSheet => Self::FactSheet,
            Template::Stakeholders => Self::Stakeholders,
            Template::Factor => Self::Factor,
        }
    }
}

impl From<Reader> for Edition {
    fn from(reader: Reader) -> Self {
        match reader {
            Reader::Participants => Self::Participant,
            Reader::Press => Self::Press,
            Reader::Facilitator => Self::Facilitator,
        }
    }
}

impl From<Later> for Pair {
    fn from(later: Later) -> Self {
        match later {
            Later::RoundTwo => Self::Rounds,
            Later::Review => Self::Review,
        }
    }
}

//! A folder of its own in which the program is called, with nothing of the caller's surroundings.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The folder.
pub struct Room(TempDir);

/// What a call came to.
#[derive(Debug)]
pub struct Told {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Room {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("the folder");
        fs::write(path, text).expect("the file");
    }

    /// Calls the program.
    pub fn kijo(&self, arguments: &[&str]) -> Told {
        self.with(&[], arguments)
    }

    /// The same with variables of the environment.
    pub fn with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Told {
        let mut command = self.command(env!("CARGO_BIN_EXE_kijo"));
        command.envs(variables.iter().copied()).args(arguments);
        told(&mut command)
    }

    /// The same with something to read.
    pub fn fed(&self, arguments: &[&str], input: &str) -> Told {
        let mut command = self.command(env!("CARGO_BIN_EXE_kijo"));
        told(command.args(arguments).write_stdin(input))
    }

    /// Lets a shell run a line; `$KIJO` is the program.
    pub fn shell(&self, line: &str) -> Told {
        told(self.command("/bin/sh").args(["-c", line]))
    }

    /// Carries out commands, which must succeed.
    pub fn apply(&self, file: &str, commands: &str) {
        let text = format!("(format: 1, commands: [\n{commands}])");
        let done = self.fed(&["apply", file, "-"], &text);
        assert_eq!(done.status, 0, "{}", done.err);
    }

    /// The log of a workshop.
    pub fn log(&self, file: &str) -> Vec<serde_json::Value> {
        let told = self.kijo(&["log", "--json", file]);
        serde_json::from_str(&told.out).expect("an array of objects")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.0.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("KIJO", env!("CARGO_BIN_EXE_kijo"))
            .env("XDG_DATA_HOME", self.0.path().join("data"))
            .env("HOME", self.0.path())
            .env("TMPDIR", self.0.path());
        command
    }
}

fn told(command: &mut Command) -> Told {
    let output = command.output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Told {
        status: output.status.code().expect("it was not killed"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

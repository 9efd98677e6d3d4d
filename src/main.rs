//! The `kijo` program: arguments in, exit status out.

use std::process::ExitCode;

fn main() -> ExitCode {
    kijo::cli::main()
}

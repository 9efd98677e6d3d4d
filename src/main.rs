//! The `kijo` program.

fn main() {}

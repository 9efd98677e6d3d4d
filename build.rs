//! Builds again when a file of the embedded material comes or goes: `include_dir` alone notices only changes.

fn main() {
    for folder in ["scenarios", "fact-sheets", "stakeholders", "factors", "policies", "guidance"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}

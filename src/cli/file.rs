//! New files: documents and templates. Workshop files are the business of the store.

use std::io::Write;
use std::path::Path;

use crate::store::{StoreError, Trouble};

/// Writes a new file, readable by its owner only: all of it, or none. A file that is there stays as it is.
pub fn write(path: &Path, text: &str) -> Result<(), StoreError> {
    let fails = |error: &std::io::Error| StoreError::new(path, Trouble::from_io(error));
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| fails(&error))?;
    file.write_all(text.as_bytes()).map_err(|error| fails(&error))?;
    file.as_file().sync_all().map_err(|error| fails(&error))?;
    file.persist_noclobber(path).map_err(|error| fails(&error.error))?;
    Ok(())
}

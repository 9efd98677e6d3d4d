//! Names and places: what lies where, and whether a workshop file may lie there at all.
//!
//! It looks at names and folders only; the content of the file is never opened here.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{StoreError, Trouble};
use super::network;

/// The real path of an existing, ordinary file on a drive of this machine.
///
/// Links are followed once and for all, so that everybody finds the same files beside it.
pub fn existing(path: &Path) -> Result<PathBuf, StoreError> {
    let fails = |error: io::Error| StoreError::from_io(path, &error);
    let real = fs::canonicalize(path).map_err(fails)?;
    if !fs::metadata(&real).map_err(fails)?.is_file() {
        return Err(StoreError::new(path, Trouble::NotAFile));
    }
    refuse_network(&real)?;
    Ok(real)
}

/// The real path for a file that is to be made; its folder is there, the file is not.
pub fn vacant(path: &Path) -> Result<PathBuf, StoreError> {
    let fails = |error: io::Error| StoreError::from_io(path, &error);
    if fs::symlink_metadata(path).is_ok() {
        return Err(StoreError::new(path, Trouble::AlreadyExists));
    }
    let name = path.file_name().ok_or_else(|| StoreError::new(path, Trouble::NotAFile))?;
    let real = fs::canonicalize(folder_of(path)).map_err(fails)?.join(name);
    refuse_network(&real)?;
    Ok(real)
}

/// The folder a file lies in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The log that `SQLite` keeps beside the main file.
pub fn wal_of(path: &Path) -> PathBuf {
    beside(path, "-wal")
}

/// The file whose name is that of `path` with `suffix`.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Makes the names in the folder of `path` last through a power cut.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    // Windows neither needs this nor can open a folder.
    if cfg!(unix) {
        fs::File::open(folder_of(path))?.sync_all()?;
    }
    Ok(())
}

/// A name for `SQLite` that says: nobody changes this file, so look for nothing beside it and lock nothing.
pub fn immutable_uri(path: &Path) -> String {
    let start = if cfg!(windows) { "file:///" } else { "file:" };
    let name: String = path.as_os_str().as_encoded_bytes().iter().map(|byte| uri_part(*byte)).collect();
    format!("{start}{name}?immutable=1")
}

fn uri_part(byte: u8) -> String {
    match byte {
        b'\\' if cfg!(windows) => "/".to_owned(),
        b'/' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    }
}

/// Which file a name or a descriptor stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity(u64, u64);

impl Identity {
    /// The file of that name.
    pub fn of(path: &Path) -> io::Result<Self> {
        fs::metadata(path).map(|found| Self::from(&found))
    }

    /// The file behind that descriptor.
    pub fn of_open(file: &fs::File) -> io::Result<Self> {
        file.metadata().map(|found| Self::from(&found))
    }
}

#[cfg(unix)]
impl From<&fs::Metadata> for Identity {
    fn from(found: &fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self(found.dev(), found.ino())
    }
}

/// Where an open file can't be moved, its name is identity enough.
#[cfg(not(unix))]
impl From<&fs::Metadata> for Identity {
    fn from(_: &fs::Metadata) -> Self {
        Self(0, 0)
    }
}

fn refuse_network(real: &Path) -> Result<(), StoreError> {
    match network::drive_of(real) {
        Some(kind) => Err(StoreError::new(real, Trouble::NetworkDrive(kind))),
        None => Ok(()),
    }
}

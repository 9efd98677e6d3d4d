//! Draft files whose process is gone. They are offered, and removed only when somebody says so.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::delta::{Draft, replay};
use super::draft::SUFFIX;
use super::error::StoreError;
use super::place::{self, Identity};

/// More than a day of typing; what lies behind it in a file is not ours.
const MOST_BYTES: u64 = 64 << 20;

/// What a process left behind. As long as this value lives, no other process is offered the same.
#[derive(Debug)]
pub struct Orphan {
    /// What was typed and not recorded, in the order in which the cells were first typed into.
    pub drafts: Vec<Draft>,
    /// When it was last typed into.
    pub modified: SystemTime,
    path: PathBuf,
    /// Held for its lock.
    _file: File,
}

impl Orphan {
    /// The draft file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the dead process appended under.
    pub fn origin(&self) -> &str {
        let name = self.path.file_name().and_then(|name| name.to_str());
        let parts = name.and_then(|name| name.rsplit_once(SUFFIX));
        parts.map_or("", |(_, origin)| origin)
    }

    /// Removes it for good: its texts were recorded, or somebody gave them up.
    pub fn discard(self) -> Result<(), StoreError> {
        fs::remove_file(&self.path).map_err(|error| StoreError::from_io(&self.path, &error))
    }
}

/// What dead processes left beside `workshop`, oldest first. Files in which all is recorded are tidied away on the
/// way.
///
/// A file that can't be read is passed over: it stays where it is.
pub fn orphans(workshop: &Path) -> Result<Vec<Orphan>, StoreError> {
    let real = place::existing(workshop)?;
    let fails = |error: io::Error| StoreError::from_io(&real, &error);
    let prefix = place::beside(&real, SUFFIX);
    let prefix = prefix.file_name().unwrap_or_default().as_encoded_bytes();
    let mut found = Vec::new();
    for item in fs::read_dir(place::folder_of(&real)).map_err(fails)? {
        let item = item.map_err(fails)?;
        // A link or a pipe of that name is not ours, and opening it might never return.
        let ordinary = item.file_type().is_ok_and(|kind| kind.is_file());
        if ordinary && item.file_name().as_encoded_bytes().starts_with(prefix) {
            found.extend(adopt(item.path()).unwrap_or_default());
        }
    }
    found.sort_by_key(|orphan| orphan.modified);
    Ok(found)
}

/// The orphan at `path`; `None` when its process lives or it holds nothing.
fn adopt(path: PathBuf) -> io::Result<Option<Orphan>> {
    let file = File::open(&path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    // Between opening and locking, another process may have recorded and removed it.
    if !Identity::of(&path).is_ok_and(|named| Identity::of_open(&file).is_ok_and(|open| open == named)) {
        return Ok(None);
    }
    let mut lines = Vec::new();
    (&file).take(MOST_BYTES).read_to_end(&mut lines)?;
    let (drafts, understood) = replay(&lines);
    if drafts.is_empty() {
        if understood == lines.len() {
            fs::remove_file(&path)?;
        }
        return Ok(None);
    }
    Ok(Some(Orphan { modified: file.metadata()?.modified()?, drafts, path, _file: file }))
}

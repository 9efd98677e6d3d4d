//! Typing that is not recorded yet: an append-only file beside the workshop, one per running process.
//!
//! A draft is no event: it has no history and no author, and it goes away when its text is recorded. The file is locked
//! while its process lives; what a dead process left behind is an [`Orphan`](super::Orphan).

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use super::delta::Draft;
use super::delta::Record;
use super::error::{StoreError, Trouble};
use super::place;

/// The drafts of this process.
#[derive(Debug)]
pub struct DraftFile {
    /// Shared with every [`DraftSync`] that is still on its way.
    file: Arc<File>,
    path: PathBuf,
    /// What the file says.
    drafts: Vec<Draft>,
    /// How long the file is up to the last whole record. After a failed write more may stand there.
    length: u64,
    tail: Tail,
}

/// What follows the last whole record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tail {
    Clean,
    /// Possibly a torn record, which would hide every record after it.
    Torn,
}

/// Bringing to disk what a draft file holds, which may take as long as the disk wants: for a thread that can wait.
#[derive(Debug)]
pub struct DraftSync {
    file: Arc<File>,
    path: PathBuf,
}

impl DraftSync {
    /// Makes everything written before this was asked for last through a power cut.
    pub fn finish(self) -> Result<(), StoreError> {
        self.file.sync_data().map_err(|error| StoreError::from_io(&self.path, &error))
    }
}

/// What comes after the name of the workshop file in the name of a draft file, before the origin.
pub(super) const SUFFIX: &str = ".draft-";

impl DraftFile {
    /// A new, empty draft file for the process that writes to `workshop` as `origin`.
    pub fn open(workshop: &Path, origin: &str) -> Result<Self, StoreError> {
        let real = place::existing(workshop)?;
        let path = place::beside(&real, &format!("{SUFFIX}{origin}"));
        let fails = |error: std::io::Error| StoreError::from_io(&path, &error);
        // Locked before it gets its name: nobody can take it for an orphan in between.
        let passing =
            tempfile::Builder::new().prefix(".kijo-").tempfile_in(place::folder_of(&path)).map_err(fails)?;
        passing.as_file().lock().map_err(fails)?;
        let file = passing.persist_noclobber(&path).map_err(|error| fails(error.error))?;
        place::sync_folder(&path).map_err(fails)?;
        Ok(Self { file: Arc::new(file), path, drafts: Vec::new(), length: 0, tail: Tail::Clean })
    }

    /// Writes down that `cell`, typed over the revision `base`, now reads `text`. It survives the process from then on,
    /// and a power cut after [`sync`](Self::sync).
    pub fn record(&mut self, cell: &str, base: Option<&str>, text: &str) -> Result<(), StoreError> {
        let old = self.drafts.iter().position(|draft| draft.cell == cell);
        let before = old.and_then(|place| self.drafts.get(place));
        if before.is_some_and(|draft| draft.text == text && draft.base.as_deref() == base) {
            return Ok(());
        }
        let before = before.map_or("", |draft| draft.text.as_str());
        let line = Record::edit(cell, base, before, text).line();
        self.write(&line)?;
        let draft = Draft { cell: cell.to_owned(), base: base.map(str::to_owned), text: text.to_owned() };
        match old.and_then(|place| self.drafts.get_mut(place)) {
            Some(old) => *old = draft,
            None => self.drafts.push(draft),
        }
        Ok(())
    }

    /// Forgets the draft of `cell`: its text was recorded, or given up.
    pub fn clear(&mut self, cell: &str) -> Result<(), StoreError> {
        let Some(place) = self.drafts.iter().position(|draft| draft.cell == cell) else {
            return Ok(());
        };
        // Cutting waits for what is being synced, and whoever types must not.
        if self.drafts.len() == 1 && !self.is_being_synced() {
            self.cut(0)?;
        } else {
            let line = Record::Clear { cell: cell.to_owned() }.line();
            self.write(&line)?;
        }
        self.drafts.remove(place);
        Ok(())
    }

    /// Makes everything written so far last through a power cut, once somebody finishes it.
    pub fn sync(&self) -> DraftSync {
        DraftSync { file: Arc::clone(&self.file), path: self.path.clone() }
    }

    /// Whether a [`DraftSync`] is still on its way.
    pub fn is_being_synced(&self) -> bool {
        Arc::strong_count(&self.file) > 1
    }

    /// What is drafted now, in the order in which the cells were first typed into.
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// Ends drafting. The file goes away when all is clear; else it stays, synced, to be found by the next process.
    pub fn finish(self) -> Result<(), StoreError> {
        if self.drafts.is_empty() {
            return std::fs::remove_file(&self.path).map_err(|error| self.fails(&error));
        }
        self.sync().finish()
    }

    fn write(&mut self, line: &[u8]) -> Result<(), StoreError> {
        if self.tail == Tail::Torn {
            self.cut(self.length)?;
        }
        self.tail = Tail::Torn;
        (&*self.file).write_all(line).map_err(|error| self.fails(&error))?;
        self.tail = Tail::Clean;
        self.length += line.len() as u64;
        Ok(())
    }

    /// Shortens the file to `length`, the end of a whole record.
    fn cut(&mut self, length: u64) -> Result<(), StoreError> {
        self.file
            .set_len(length)
            .and_then(|()| (&*self.file).seek(SeekFrom::Start(length)))
            .map_err(|error| self.fails(&error))?;
        self.length = length;
        self.tail = Tail::Clean;
        Ok(())
    }

    fn fails(&self, error: &std::io::Error) -> StoreError {
        StoreError::new(&self.path, Trouble::from_io(error))
    }
}

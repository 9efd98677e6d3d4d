//! What can go wrong with a file, and what a person can do about it.
//!
//! Unknown kinds of event are not here: whoever turns entries into events meets them.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;

use super::connect::is_damage;
use super::damage::{Damage, Harm};
use crate::domain::words::{Lang, Words, words};

/// A file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.describe(Lang::En))]
pub struct StoreError {
    /// The file.
    pub path: PathBuf,
    /// What is the matter.
    pub trouble: Trouble,
}

/// What is the matter with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no such file, or no such folder to create it in.
    NotFound,
    /// Something of that name is there already; it is never overwritten.
    AlreadyExists,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// It is a file of something else.
    NotAWorkshop,
    /// A newer version of the program wrote it, in this format.
    NewerFormat(u32),
    /// It is damaged.
    Damaged(Damage),
    /// Another process held it for longer than is reasonable.
    Busy,
    /// There is no room left.
    DiskFull,
    /// It can only be read here.
    ReadOnly,
    /// The system does not allow it.
    Permission,
    /// It lies on a drive of another machine; the name of the kind of drive.
    NetworkDrive(String),
    /// It was moved, replaced or deleted while open.
    Moved,
    /// The system reported something else.
    Io(String),
}

/// Why a transaction recorded nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unrecorded<R> {
    /// The caller's own decision refused.
    #[error("refused")]
    Refused(R),
    /// The file failed.
    #[error(transparent)]
    Failed(#[from] StoreError),
}

impl StoreError {
    /// This trouble with this file.
    pub fn new(path: &Path, trouble: Trouble) -> Self {
        Self { path: path.to_owned(), trouble }
    }

    /// The file, what is the matter with it, and what to do, in `lang`.
    pub fn describe(&self, lang: Lang) -> String {
        let path = self.path.display();
        let (what, remedy) = self.said(lang);
        match lang {
            Lang::Ja => format!("{path}：{what}\n{remedy}"),
            Lang::En => format!("{path}: {what}\n{remedy}"),
        }
    }

    /// The same on one line, where it is clear which file is meant.
    pub fn in_short(&self, lang: Lang) -> String {
        let (what, remedy) = self.said(lang);
        match lang {
            Lang::Ja => format!("{what}{remedy}"),
            Lang::En => format!("{what} {remedy}"),
        }
    }

    /// What is wrong, and how to mend it.
    fn said(&self, lang: Lang) -> (String, &'static str) {
        let (what, remedy) = self.trouble.words();
        let detail = match &self.trouble {
            Trouble::NewerFormat(found) => found.to_string(),
            Trouble::Damaged(damage) => damage.describe(lang),
            Trouble::NetworkDrive(text) | Trouble::Io(text) => text.clone(),
            _ => String::new(),
        };
        (what.get(lang).replace("{}", &detail), remedy.get(lang))
    }

    pub(super) fn from_io(path: &Path, error: &io::Error) -> Self {
        Self::new(path, Trouble::from_io(error))
    }

    pub(super) fn from_sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        Self::new(path, Trouble::from_sqlite(error))
    }
}

impl Trouble {
    /// What the system says, in our words.
    pub fn from_io(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound | Kind::NotADirectory => Self::NotFound,
            Kind::AlreadyExists => Self::AlreadyExists,
            Kind::PermissionDenied => Self::Permission,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::DiskFull,
            Kind::IsADirectory => Self::NotAFile,
            _ => Self::Io(error.to_string()),
        }
    }

    /// What SQLite says, in our words.
    pub(super) fn from_sqlite(error: &rusqlite::Error) -> Self {
        // The shared memory beside the file could not grow.
        if error.sqlite_extended_error_code() == Some(SQLITE_IOERR_SHMSIZE) {
            return Self::DiskFull;
        }
        match error.sqlite_error_code() {
            Some(
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed,
            ) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            // The workshop file is known to be there by then, so it is a file beside it that could not be made.
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) => Self::ReadOnly,
            Some(ErrorCode::PermissionDenied) => Self::Permission,
            Some(ErrorCode::NotADatabase) => Self::NotAWorkshop,
            _ if is_damage(error) => Self::Damaged(Damage::of_file(Harm::Unreadable(error.to_string()))),
            _ => Self::Io(error.to_string()),
        }
    }

    fn words(&self) -> (Words, Words) {
        match self {
            Self::NotFound | Self::AlreadyExists | Self::NotAFile | Self::NotAWorkshop => {
                self.words_of_names()
            }
            Self::NewerFormat(_) | Self::Damaged(_) | Self::Moved | Self::Io(_) => self.words_of_content(),
            Self::Busy | Self::DiskFull | Self::ReadOnly | Self::Permission | Self::NetworkDrive(_) => {
                self.words_of_places()
            }
        }
    }

    fn words_of_names(&self) -> (Words, Words) {
        match self {
            Self::NotFound => (
                words("見つかりません。", "not found."),
                words("名前とフォルダーを確かめてください。", "Check the name and the folder."),
            ),
            Self::AlreadyExists => (
                words("同じ名前のものがすでにあります。", "something of that name is there already."),
                words(
                    "上書きはしません。別の名前を指定してください。",
                    "It is never overwritten. Choose another name.",
                ),
            ),
            Self::NotAFile => (
                words("ふつうのファイルではありません。", "not an ordinary file."),
                words("ワークショップのファイルを指定してください。", "Name a workshop file."),
            ),
            _ => (
                words("ワークショップのファイルではありません。", "not a workshop file."),
                words(
                    "何も書き込んでいません。別のファイルを指定してください。",
                    "Nothing was written to it. Name another file.",
                ),
            ),
        }
    }

    fn words_of_content(&self) -> (Words, Words) {
        match self {
            Self::NewerFormat(_) => (
                words(
                    "新しい版のプログラムが作ったファイルです（形式 {}）。",
                    "written by a newer version of the program (format {}).",
                ),
                words("プログラムを更新してから開いてください。", "Update the program, then open it."),
            ),
            Self::Damaged(_) => (
                words("ファイルが壊れています。{}", "the file is damaged. {}"),
                words(
                    "元のファイルには書き込みません。控えがあれば、それを開いてください。",
                    "The file itself is left as it is. If you have a copy, open that.",
                ),
            ),
            Self::Moved => (
                words(
                    "開いている間に、移動・置き換え・削除されました。",
                    "moved, replaced or deleted while it was open.",
                ),
                words(
                    "元の場所に戻すか、「控えを保存」で別の名前に保存してください。",
                    "Put it back, or save a copy under another name.",
                ),
            ),
            _ => (
                words("読み書きに失敗しました（{}）。", "reading or writing failed ({})."),
                words("ディスクを確かめて、もう一度試してください。", "Check the disk and try again."),
            ),
        }
    }

    fn words_of_places(&self) -> (Words, Words) {
        match self {
            Self::Busy => (
                words("別のプロセスが使用中です。", "another process is using it."),
                words(
                    "少し待って、もう一度試してください。停止中（Ctrl+Z）のものがないか確かめてください。",
                    "Wait a little and try again. Check that none is stopped (Ctrl+Z).",
                ),
            ),
            Self::DiskFull => (
                words("空き容量がありません。", "there is no room left on the disk."),
                words("不要なファイルを消して、もう一度試してください。", "Make room and try again."),
            ),
            Self::ReadOnly => (
                words("ここには書き込めません。", "it can only be read here."),
                words(
                    "書き込めるフォルダーに（隣の -wal ファイルも一緒に）移すか、閲覧だけで開いてください。",
                    "Move it to a folder that can be written, with the -wal file beside it, or open it for reading only.",
                ),
            ),
            Self::Permission => (
                words("許可がありません。", "permission denied."),
                words(
                    "ファイルとフォルダーの権限を確かめてください。",
                    "Check the rights of the file and its folder.",
                ),
            ),
            _ => (
                words("ネットワーク上のドライブ（{}）にあります。", "it lies on a network drive ({})."),
                words(
                    "記録が失われるおそれがあるため開きません。この機械のディスクに移してください。",
                    "Records could be lost there, so it is not opened. Move it to a disk of this machine.",
                ),
            ),
        }
    }
}

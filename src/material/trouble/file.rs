//! A file that cannot be read, or should not be.

use super::{Said, say};
use crate::domain::words::Lang;
use crate::material::problem::quotable;

/// A file that cannot be read, or should not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// Nothing has this name.
    NotFound,
    /// A folder, a pipe, a device: refused without reading.
    NotAFile,
    /// The system refuses, in its own words.
    Unreadable(String),
    /// More than `most` mebibytes.
    TooLarge {
        /// Mebibytes that are allowed.
        most: u64,
    },
    /// Not written in the encoding that everything here is written in.
    Encoding(EncodingTrouble),
    /// A folder that does not hold what it should.
    Folder(FolderTrouble),
    /// More problems than anybody would read.
    More,
    /// Another of the files given has a piece of the same kind and name.
    SamePiece {
        /// The name of both.
        name: String,
        /// Where the other one is.
        other: String,
    },
}

/// Characters in another encoding than UTF-8 without byte order mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingTrouble {
    /// Not text in UTF-8.
    NotUtf8,
    /// U+FEFF at the beginning, as some editors write it.
    ByteOrderMark,
}

/// A folder that does not hold what it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderTrouble {
    /// A link that leads out of it, or nowhere.
    LinkLeaves,
    /// Not a single `.ron` file.
    Empty,
}

impl FileTrouble {
    pub(super) fn describe(&self, lang: Lang) -> Said {
        match self {
            Self::NotFound => say!(
                lang,
                ["ファイルもフォルダーもありません", "名前と場所を確かめてください"],
                ["no such file or folder", "check the name and the place"],
            ),
            Self::NotAFile => say!(
                lang,
                [
                    "通常のファイルではありません",
                    "RON ファイルか、RON ファイルの入ったフォルダーを指定してください"
                ],
                ["not a regular file", "name a RON file or a folder with RON files"],
            ),
            Self::Unreadable(reason) => say!(
                lang,
                ["読み込めません（{reason}）", "アクセス権と場所を確かめてください"],
                ["cannot be read ({reason})", "check the permissions and the place"],
            ),
            Self::TooLarge { most } => say!(
                lang,
                [
                    "ファイルが大きすぎます（{most} MiB まで）",
                    "素材のファイルかどうかを確かめ、大きければ分けてください"
                ],
                [
                    "the file is too large (at most {most} MiB)",
                    "check that it is a file of material, or split it"
                ],
            ),
            Self::More => say!(
                lang,
                ["ほかにも多くの問題があります", "ここまでの問題を直してから、もう一度確かめてください"],
                ["there are many more problems", "mend these first, then check again"],
            ),
            Self::Encoding(trouble) => trouble.describe(lang),
            Self::Folder(trouble) => trouble.describe(lang),
            Self::SamePiece { name, other } => same_piece(name, other, lang),
        }
    }
}

fn same_piece(name: &str, other: &str, lang: Lang) -> Said {
    let other = quotable(other);
    say!(
        lang,
        [
            "同じ種類で同じ id `{name}` の素材が {other} にもあります",
            "どちらかの id を変えるか、片方だけを指定してください"
        ],
        ["{other} has a piece of the same kind and id `{name}`", "rename one of them, or give only one"],
    )
}

impl EncodingTrouble {
    fn describe(self, lang: Lang) -> Said {
        match self {
            Self::NotUtf8 => say!(
                lang,
                [
                    "UTF-8 の文字ではありません",
                    "エディターで文字コードを UTF-8（BOM なし）にして保存し直してください"
                ],
                ["not text in UTF-8", "save the file again as UTF-8 without BOM"],
            ),
            Self::ByteOrderMark => say!(
                lang,
                ["先頭に BOM があります", "BOM を取り除き、UTF-8（BOM なし）で保存してください"],
                ["the file begins with a byte order mark", "remove the BOM, save as UTF-8 without BOM"],
            ),
        }
    }
}

impl FolderTrouble {
    fn describe(self, lang: Lang) -> Said {
        match self {
            Self::LinkLeaves => say!(
                lang,
                [
                    "リンクの先がフォルダーの外にあるか、ありません",
                    "ファイルそのものをフォルダーに置くか、直接指定してください"
                ],
                [
                    "the link leads out of the folder, or nowhere",
                    "put the file itself into the folder, or name it directly"
                ],
            ),
            Self::Empty => say!(
                lang,
                ["フォルダーに .ron ファイルがありません", "素材のあるフォルダーを指定してください"],
                ["the folder has no .ron file", "name a folder with material"],
            ),
        }
    }
}

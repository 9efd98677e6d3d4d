//! Names of things: slugs for material, random numbers for what people add. Never a position in a list.

use std::borrow::Borrow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The name of a piece of material: lower-case Latin letters, digits and hyphens. Never renumbered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

impl Slug {
    /// A slug, if `text` is one.
    pub fn new(text: &str) -> Option<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let edge = |c: Option<char>| c.is_some_and(|c| c != '-');
        let valid = text.len() <= 64
            && text.chars().all(fits)
            && edge(text.chars().next())
            && edge(text.chars().next_back());
        valid.then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::new(&text).ok_or_else(|| format!("`{text}` is not an id: use a-z, 0-9 and -"))
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Slug {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Slug {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A slug known at compile time.
///
/// # Panics
///
/// When `text` is not a slug: a mistake of the programmer, found by the first test that gets there.
pub fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap_or_else(|| panic!("`{text}` is not a slug"))
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// A new random name of 128 bits, from a number drawn by the caller.
            pub fn random(bits: u128) -> Self {
                Self(format!("{bits:032x}"))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<&Slug> for $name {
            fn from(slug: &Slug) -> Self {
                Self(slug.as_str().to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id! {
    /// A row of a sheet: the slug of the material row it edits, or 128 random bits in hexadecimal.
    RowId
}
text_id! {
    /// A person who takes part.
    ParticipantId
}
text_id! {
    /// Things recorded once and referred to later: a request, a press question, an improvement, a change set, a note.
    EntryId
}
text_id! {
    /// One revision of one cell.
    RevisionId
}

impl RevisionId {
    /// Whether it was written under `origin`: a revision is named after its event.
    pub fn is_of(&self, origin: &str) -> bool {
        let number = self.0.strip_prefix(origin);
        number.is_some_and(|number| number.starts_with('-'))
    }
}

/// A group of participants, numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupId(pub u8);

/// Minutes of exercise time since T0, the moment the organisation became aware.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minute(pub u32);

//! Hash chains, one per origin, over every column of every entry.
//!
//! They show damage. They are no signature: whoever can write the file can write a fitting chain.

use std::collections::BTreeMap;
use std::fmt;

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use super::damage::Harm;

/// A SHA-256.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hash(pub [u8; 32]);

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The end of one origin's chain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Number of entries of this origin.
    pub n: u64,
    /// Hash of the last one.
    pub chain: Hash,
}

/// The ends of all chains of a file, by origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chains(BTreeMap<String, Link>);

impl Chains {
    /// The end of the chain of `origin`; nothing written yet is number 0.
    pub fn end(&self, origin: &str) -> Link {
        self.0.get(origin).copied().unwrap_or_default()
    }

    /// Makes `link` the end of the chain of `origin`.
    pub fn extend(&mut self, origin: &str, link: Link) {
        match self.0.get_mut(origin) {
            Some(end) => *end = link,
            None => drop(self.0.insert(origin.to_owned(), link)),
        }
    }

    /// Extends the chain of `origin` if `link`, as read from a file, is the one that must come next.
    pub fn check(&mut self, origin: &str, link: Link, columns: &[ValueRef<'_>]) -> Result<(), Harm> {
        let end = self.end(origin);
        if link.n != end.n + 1 {
            return Err(Harm::Missing);
        }
        if link.chain != next(end.chain, columns) {
            return Err(Harm::Altered);
        }
        self.extend(origin, link);
        Ok(())
    }

    /// Origins and the ends of their chains.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Link)> {
        self.0.iter().map(|(origin, link)| (origin.as_str(), *link))
    }

    /// Number of origins.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// One hash for all chains; the order of the entries of different origins does not matter.
    pub fn head(&self) -> Hash {
        let mut hash = Sha256::new();
        for (origin, link) in self.iter() {
            hash.update(origin.as_bytes());
            hash.update(link.n.to_le_bytes());
            hash.update(link.chain.0);
        }
        Hash(hash.finalize().into())
    }
}

/// The hash after `last` of an entry with these columns. Types and lengths go in, so that no two entries look alike.
pub fn next(last: Hash, columns: &[ValueRef<'_>]) -> Hash {
    let mut hash = Sha256::new();
    hash.update(last.0);
    for column in columns {
        match column {
            ValueRef::Null => hash.update([0]),
            ValueRef::Integer(number) => {
                hash.update([1]);
                hash.update(number.to_le_bytes());
            }
            ValueRef::Real(number) => {
                hash.update([2]);
                hash.update(number.to_le_bytes());
            }
            ValueRef::Text(bytes) => with_length(&mut hash, 3, bytes),
            ValueRef::Blob(bytes) => with_length(&mut hash, 4, bytes),
        }
    }
    Hash(hash.finalize().into())
}

fn with_length(hash: &mut Sha256, kind: u8, bytes: &[u8]) {
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

//! What the log stores, before and after it is stored.
//!
//! Bodies are plain JSON here. Turning them into events of the domain is the caller's work.

use chrono::{DateTime, FixedOffset};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::chain::Hash;
use crate::domain::event::{Actor, Audience, Envelope, EventId, Round};
use crate::domain::id::{GroupId, Minute};

/// An entry as it stands in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// Position in this file: 1, 2, 3, … The same entry may have another one in another file.
    pub seq: u64,
    /// The entry.
    pub entry: Entry,
    /// Hash over the entry and over everything its origin wrote before.
    pub chain: Hash,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What is known about every event.
    pub envelope: Envelope,
    /// Which event it is.
    pub kind: String,
    /// Version of the body.
    pub v: u32,
    /// What the event says.
    pub body: Value,
}

/// An entry to be appended: everything but its name, which the log gives.
#[derive(Clone, Debug, PartialEq)]
pub struct New {
    /// Real time at which it is recorded.
    pub at: DateTime<FixedOffset>,
    /// Real time it is said to have happened at.
    pub stated: Option<DateTime<FixedOffset>>,
    /// Who did it.
    pub actor: Actor,
    /// Who may see it.
    pub audience: Audience,
    /// The group it belongs to.
    pub group: Option<GroupId>,
    /// The round it belongs to.
    pub round: Option<Round>,
    /// Reading of the exercise clock.
    pub minute: Option<Minute>,
    /// Which event it is.
    pub kind: String,
    /// Version of the body.
    pub v: u32,
    /// What the event says.
    pub body: Value,
    /// Bytes that the body refers to by hash; stored in the same transaction, once.
    pub blobs: Vec<Blob>,
}

impl New {
    /// The entry under the name `id`.
    pub fn named(self, id: EventId) -> Entry {
        Entry {
            envelope: Envelope {
                id,
                at: self.at,
                stated: self.stated,
                actor: self.actor,
                audience: self.audience,
                group: self.group,
                round: self.round,
                minute: self.minute,
            },
            kind: self.kind,
            v: self.v,
            body: self.body,
        }
    }
}

/// Bytes stored under their own hash: frozen material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    hash: String,
    bytes: Vec<u8>,
}

impl Blob {
    /// These bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self { hash: name_of(&bytes), bytes }
    }

    /// SHA-256 of the bytes, 64 hexadecimal digits: the name to fetch them by.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The name that `bytes` are stored under.
pub(super) fn name_of(bytes: &[u8]) -> String {
    Hash(Sha256::digest(bytes).into()).to_string()
}

//! Documents out of a workshop: reports and differences, and the formats they are written in.
//!
//! A document is built once, without a format ([`document`]), and each writer turns that one form into text. What
//! a reader must not see never gets into the document: see [`report::Edition`].

pub mod diff;
pub mod document;
pub mod json;
pub mod markdown;
pub mod material;
pub mod plain;
pub mod report;

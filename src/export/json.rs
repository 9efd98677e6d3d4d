//! Values as JSON for machines: indented, with a line end at the end.

use serde::Serialize;

/// The value as JSON.
///
/// # Panics
///
/// Never for the types of this crate: they have no maps with keys other than strings.
pub fn write<T: Serialize + ?Sized>(value: &T) -> String {
    let mut out = serde_json::to_string_pretty(value).expect("plain data always becomes JSON");
    out.push('\n');
    out
}

//! However it ends: what was typed is safe, the terminal is given back, and nobody waits.

use std::time::Duration;

use crate::pty::Room;

/// Generous for a busy machine; a program that waits for something never ends.
const AT_ONCE: Duration = Duration::from_secs(5);

#[test]
fn leaving_ends_at_once() {
    let room = Room::new();
    let mut screen = room.open(&[], (80, 24));
    screen.see("新しいワークショップ");
    screen.press("\r");
    screen.see("事前準備");
    screen.press("\x11");
    let ended = screen.end();
    assert_eq!(ended.code, 0);
    assert!(ended.took < AT_ONCE, "{:?}", ended.took);
    ended.assert_given_back();
}

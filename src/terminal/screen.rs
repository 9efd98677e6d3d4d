//! What of a frame reaches the terminal: only what changed, in one write, and nothing at all when nothing did.
//!
//! An input method composes at the real cursor, and every byte disturbs it there. Which cells changed is ratatui's to
//! say, how a cell is written crossterm's.

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use std::io::{self, Write};

/// What crossterm's backend ends every drawing with: fifteen bytes for colours that the last four reset as well.
const RESETS: &[u8] = b"\x1b[39m\x1b[49m\x1b[59m\x1b[0m";
const RESET: &[u8] = b"\x1b[0m";

/// A terminal that frames are written to.
#[derive(Debug)]
pub struct Screen<W> {
    out: W,
    /// Columns and rows, as last told: asking the system for every frame would cost more than the frame.
    size: Size,
    frame: Vec<u8>,
    cursor: Cursor,
}

/// What the terminal's cursor is like after what was written so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cursor {
    /// As others left it.
    Unknown,
    /// Not shown.
    Hidden,
    /// Shown where the last cell was drawn.
    Astray,
    /// Shown here.
    At(Position),
}

impl<W: Write> Screen<W> {
    /// A terminal that was just cleared.
    pub fn new(out: W, size: Size) -> Self {
        Self { out, size, frame: Vec::new(), cursor: Cursor::Unknown }
    }

    /// It has another size now.
    pub fn resized(&mut self, size: Size) {
        self.size = size;
    }

    fn plain(&mut self) -> CrosstermBackend<&mut Vec<u8>> {
        CrosstermBackend::new(&mut self.frame)
    }

    fn is_shown(&self) -> bool {
        matches!(self.cursor, Cursor::Astray | Cursor::At(_))
    }
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.plain().draw(content)?;
        if let Some(cells) = self.frame.strip_suffix(RESETS).map(<[u8]>::len) {
            self.frame.truncate(cells);
            self.frame.extend_from_slice(RESET);
        }
        if self.is_shown() {
            self.cursor = Cursor::Astray;
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor != Cursor::Hidden {
            self.plain().hide_cursor()?;
            self.cursor = Cursor::Hidden;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !self.is_shown() {
            self.plain().show_cursor()?;
            self.cursor = Cursor::Astray;
        }
        Ok(())
    }

    /// Only as far as it is known: a terminal that is asked for its cursor may never answer.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        match self.cursor {
            Cursor::At(position) => Ok(position),
            Cursor::Unknown | Cursor::Hidden | Cursor::Astray => Ok(Position::ORIGIN),
        }
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor != Cursor::At(position) {
            self.plain().set_cursor_position(position)?;
            if self.is_shown() {
                self.cursor = Cursor::At(position);
            }
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.plain().clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    /// The end of a frame. The terminal shows it at once or not at all.
    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let mut whole = Vec::with_capacity(self.frame.len() + 16);
        queue!(whole, BeginSynchronizedUpdate)?;
        whole.append(&mut self.frame);
        queue!(whole, EndSynchronizedUpdate)?;
        self.out.write_all(&whole)?;
        self.out.flush()
    }
}

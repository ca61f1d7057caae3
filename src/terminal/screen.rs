//! The terminal while it is ours: entering, drawing, leaving.
//!
//! Leaving is the part that must not fail. It may be asked for by the owner's `Drop`, by the panic
//! hook on any thread, or by a signal's way out; whoever comes first does it, every step is tried
//! whatever became of the one before, and the others do nothing.

use std::fmt;
use std::io::{self, Write};
use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::terminal::{
    self, Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen,
};
use ratatui::crossterm::{Command, cursor, queue};
use ratatui::layout::Size;

use super::canvas::{self, Canvas};
use super::clipboard::Copied;
use super::robustness_worker;
use crate::ui::Frame;

/// A frame has so many columns and rows at most: more than any screen has points for letters.
const LARGEST: Size = Size { width: 2000, height: 1000 };

/// Exit code of a program that panics.
const PANICKED: i32 = 101;

/// Whether the terminal is ours. There is one terminal, and the panic hook must be able to ask.
static HELD: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours; dropping it gives it back.
pub(super) struct Screen<W: Write> {
    canvas: Canvas<W>,
    mouse: bool,
    held: &'static AtomicBool,
}

impl<W: Write> Screen<W> {
    /// Takes the terminal.
    pub(super) fn enter(out: W, mouse: bool) -> io::Result<Self> {
        // The owner exists before anything is changed, so that whatever fails is undone by its drop.
        let mut screen = Self::new(out, size(), mouse, &HELD);
        screen.take()?;
        Ok(screen)
    }

    /// A screen of this size, which is drawn on while it is `held`.
    pub(super) fn new(out: W, size: Size, mouse: bool, held: &'static AtomicBool) -> Self {
        Self { canvas: Canvas::new(out, size), mouse, held }
    }

    /// Takes the terminal back after it was left, or after somebody else may have changed its modes.
    pub(super) fn reenter(&mut self) -> io::Result<()> {
        // Crossterm takes raw mode for granted once it is on; a shell may have turned it off.
        terminal::disable_raw_mode()?;
        self.take()?;
        self.resize(size());
        Ok(())
    }

    fn take(&mut self) -> io::Result<()> {
        self.held.store(true, Ordering::SeqCst);
        terminal::enable_raw_mode()?;
        let mouse = self.mouse;
        self.canvas.forget_cursor();
        write_modes(self.canvas.out(), mouse)
    }

    /// Gives the terminal back, to be [re-entered](Self::reenter) later.
    pub(super) fn leave(&mut self) {
        leave(self.held, self.canvas.out());
    }

    /// Draws a frame; if it looks like the last one, nothing is written.
    pub(super) fn draw(&mut self, render: impl FnOnce(&mut Frame)) -> io::Result<()> {
        if self.held.load(Ordering::SeqCst) {
            self.canvas.draw(render)?;
        }
        Ok(())
    }

    /// Makes the next frame one of this size, drawn anew from the first cell to the last.
    pub(super) fn resize(&mut self, size: Size) {
        self.canvas.clear(known(size));
    }

    /// Makes the next frame one that is drawn anew.
    pub(super) fn repaint(&mut self) {
        self.resize(self.size());
    }

    /// The size of the next frame.
    pub(super) const fn size(&self) -> Size {
        self.canvas.size()
    }

    /// Sends the terminal something for its clipboard.
    pub(super) fn copy(&mut self, copied: &Copied) -> io::Result<()> {
        if !self.held.load(Ordering::SeqCst) {
            return Ok(());
        }
        let out = self.canvas.out();
        out.write_all(copied.sequence().as_bytes())?;
        out.flush()
    }

    /// Turns the reports of the mouse on or off.
    pub(super) fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        if !self.held.load(Ordering::SeqCst) {
            // It is asked for when the terminal is ours again.
            return Ok(());
        }
        let out = self.canvas.out();
        queue!(out, Mouse(on))?;
        out.flush()
    }
}

impl<W: Write> Drop for Screen<W> {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Gives the terminal back if it is ours: as often as you like, from any thread.
fn leave(held: &AtomicBool, out: &mut impl Write) {
    if held.swap(false, Ordering::SeqCst) {
        unwrite_modes(out);
        // Last: until then nothing that is typed is echoed over the screen.
        let _ = terminal::disable_raw_mode();
    }
}

/// Makes a panic, on whichever thread, give the terminal back before its message is printed, and
/// end the process: half an explorer would be worse than none. One without the robustness worker is whole.
pub(super) fn leave_on_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if robustness_worker::is_here() {
            return;
        }
        leave(&HELD, &mut io::stdout());
        report(panic);
        process::exit(PANICKED);
    }));
}

/// Undoes what a program before us may have left behind, and what would lead our frames astray: line
/// feeds that go back to the first column, inserting, margins with an origin of their own, line
/// drawing for letters.
const PLAIN: &[u8] = b"\x1b[20l\x1b[4l\x1b[?6l\x1b[r\x1b(B";

/// Writes what makes the terminal ours, at once. Nothing is asked of it.
fn write_modes(out: &mut impl Write, mouse: bool) -> io::Result<()> {
    let mut modes = Vec::new();
    // Consoles without an alternate screen need the clearing.
    queue!(modes, EnterAlternateScreen)?;
    modes.extend_from_slice(PLAIN);
    queue!(modes, Clear(ClearType::All), cursor::Hide, EnableBracketedPaste)?;
    if mouse {
        queue!(modes, Mouse(true))?;
    }
    out.write_all(&modes)?;
    out.flush()
}

/// Writes what undoes [`write_modes`] and anything that a frame cut short could have left behind.
fn unwrite_modes(out: &mut impl Write) {
    let mut modes = [canvas::END, b"\x1b[m"].concat();
    let _ = queue!(modes, Mouse(false), DisableBracketedPaste);
    // For consoles without an alternate screen, again: the shell goes on at the top of a blank one.
    let _ = queue!(modes, Clear(ClearType::All), cursor::MoveTo(0, 0));
    let _ = queue!(modes, LeaveAlternateScreen, cursor::Show);
    let _ = out.write_all(&modes);
    let _ = out.flush();
}

/// The size of the terminal.
fn size() -> Size {
    known(terminal::size().map_or(Size::ZERO, Size::from))
}

/// A size, or the customary one where the terminal does not know its own and says 0. What no terminal
/// is as large as would not fit into memory.
fn known(size: Size) -> Size {
    let width = if size.width == 0 { 80 } else { size.width.min(LARGEST.width) };
    let height = if size.height == 0 { 24 } else { size.height.min(LARGEST.height) };
    Size { width, height }
}

/// Reports of the mouse's buttons, wheel and drags, on or off.
///
/// Crossterm's own command also asks for every movement without a button, which would wake us up
/// for nothing whenever the pointer crosses the window.
struct Mouse(bool);

impl Command for Mouse {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(if self.0 { "\x1b[?1002h\x1b[?1006h" } else { "\x1b[?1006l\x1b[?1002l" })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        use ratatui::crossterm::event::{DisableMouseCapture, EnableMouseCapture};
        if self.0 {
            EnableMouseCapture.execute_winapi()
        } else {
            DisableMouseCapture.execute_winapi()
        }
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests;

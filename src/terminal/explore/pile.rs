//! What has piled up while a frame was drawn: what of it still matters.

use ratatui::crossterm::event::{Event, MouseEventKind};

use crate::terminal::watch::Happening;

/// Drops what is overtaken by what comes next: the stations of a drag and of a resize.
pub(super) fn thin_out(pile: &mut Vec<Happening>) {
    // Of a run `dedup_by` keeps the first, and we want the last.
    pile.reverse();
    pile.dedup_by(|earlier, later| is_overtaken(earlier, later));
    pile.reverse();
}

fn is_overtaken(earlier: &Happening, later: &Happening) -> bool {
    let (Happening::Input(earlier), Happening::Input(later)) = (earlier, later) else {
        return false;
    };
    match (earlier, later) {
        (Event::Resize(..), Event::Resize(..)) => true,
        (Event::Mouse(earlier), Event::Mouse(later)) => {
            matches!(earlier.kind, MouseEventKind::Drag(_)) && earlier.kind == later.kind
        }
        _ => false,
    }
}

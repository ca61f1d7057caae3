//! Parses the sections of a pack on a thread of its own, ahead of whoever reads them.
//!
//! Parsing takes as long as all the rest of loading a pack. The tables are handed over in the order
//! of the files, a batch of them at a time: what is parsed and not yet read is kept small, since it
//! takes dozens of times the memory of its text.

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::Scope;

use toml::de::DeTable;

use super::files::SourceFile;
use super::log::Finding;
use super::sections::{Section, sections};
use super::syntax;

/// So many bytes of text are a batch; a longer section is one by itself.
const BATCH: usize = 16 << 10;

/// A section, and its tables or what is wrong with its syntax.
pub(super) type Parsed<'t> = (Section<'t>, Result<DeTable<'t>, Vec<Finding>>);

/// Everything that the files hold, first to last, batch by batch.
pub(super) fn parse<'scope, 't: 'scope>(
    files: &'t [SourceFile],
    scope: &'scope Scope<'scope, '_>,
) -> Receiver<Vec<Parsed<'t>>> {
    let (batches, parsed) = mpsc::sync_channel(1);
    scope.spawn(move || parse_all(files, &batches));
    parsed
}

/// Parses until everything is handed over, or nobody wants more.
fn parse_all<'t>(files: &'t [SourceFile], batches: &SyncSender<Vec<Parsed<'t>>>) {
    let readable = files.iter().zip(0..).filter(|(file, _)| file.is_readable);
    let mut batch = Vec::new();
    let mut size = 0;
    for section in readable.flat_map(|(file, number)| sections(number, &file.text)) {
        batch.push((section, syntax::parse(&section)));
        size += section.text.len();
        if size >= BATCH {
            size = 0;
            if batches.send(std::mem::take(&mut batch)).is_err() {
                return;
            }
        }
    }
    // Whoever has enough does not miss the rest.
    let _ = batches.send(batch);
}

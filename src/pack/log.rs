//! The list of what is wrong with a pack, filled while it is read.
//!
//! Reading never stops at an error: whoever finds one logs it here, puts something harmless in its
//! place and goes on. [`super::errors`] turns the list into text once reading is over.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;

/// The first so many findings of a pack are kept, and the rest only counted: nobody reads more, and
/// a file of nothing but errors would fill the memory.
const KEPT: usize = 100;

/// After so many findings a pack is not worth reading on.
const PATIENCE: usize = 10_000;

/// Where something stands in a pack. Ordered as the pack is read: by file, then by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Index into the pack's files.
    pub(super) file: u32,
    /// Bytes of the file's text; `None` means the file as a whole.
    bytes: Option<(u32, u32)>,
}

impl Place {
    /// A file as a whole.
    pub(super) const fn file(file: u32) -> Self {
        Self { file, bytes: None }
    }

    /// These bytes of a file. Files are bounded well below 4 GiB, so offsets fit.
    pub(super) fn new(file: u32, bytes: Range<usize>) -> Self {
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, bytes: Some((offset(bytes.start), offset(bytes.end))) }
    }

    /// The bytes, unless the file as a whole is meant.
    pub(super) fn bytes(self) -> Option<Range<usize>> {
        self.bytes.map(|(start, end)| start as usize..end as usize)
    }
}

/// One thing that is wrong: what, where, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    /// Where; `None` means the pack as a whole.
    pub(super) place: Option<Place>,
    /// What is wrong, without a full stop.
    pub(super) what: String,
    /// How to mend it; may be empty.
    pub(super) help: String,
    /// Another place that has to do with it, and how.
    pub(super) related: Option<(Place, &'static str)>,
}

impl Finding {
    /// Something wrong at a place.
    pub(super) fn new(place: Place, what: impl Into<String>) -> Self {
        Self { place: Some(place), what: what.into(), help: String::new(), related: None }
    }

    /// Something wrong with the pack as a whole.
    pub(super) fn of_pack(what: impl Into<String>) -> Self {
        Self { place: None, what: what.into(), help: String::new(), related: None }
    }

    /// Says how to mend it.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Points at another place as well.
    pub(super) const fn related(mut self, place: Place, how: &'static str) -> Self {
        self.related = Some((place, how));
        self
    }
}

/// Everything found wrong so far. Shared by all readers of one pack, hence the cells.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// By place, and in the order they were found where the place is the same. Those about the
    /// pack as a whole come first.
    first: RefCell<BTreeMap<(Option<Place>, usize), Finding>>,
    total: Cell<usize>,
    too_much: Cell<bool>,
}

impl Log {
    /// Notes a finding.
    pub(super) fn add(&self, finding: Finding) {
        let mut first = self.first.borrow_mut();
        first.insert((finding.place, self.total.get()), finding);
        if first.len() > KEPT {
            first.pop_last();
        }
        self.total.set(self.total.get() + 1);
    }

    /// Notes a finding that makes it pointless to read on.
    pub(super) fn add_last(&self, finding: Finding) {
        self.add(finding);
        self.too_much.set(true);
    }

    /// Whether it is pointless to read on.
    pub(super) fn is_enough(&self) -> bool {
        self.too_much.get() || self.total() > PATIENCE
    }

    /// How many there are.
    pub(super) fn total(&self) -> usize {
        self.total.get()
    }

    /// The first of them, in the order of the pack.
    pub(super) fn into_first(self) -> impl Iterator<Item = Finding> {
        self.first.into_inner().into_values()
    }
}

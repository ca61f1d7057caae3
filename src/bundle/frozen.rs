//! A decision as bytes, and back: as it was checked, without anything to check again.
//!
//! It is for one build of the program only, which writes and reads it: numbers are little-endian, a
//! list or text is preceded by its length, what may be missing by whether it is there.

use crate::decision::{
    Alternative, CaseStudy, Claim, Code, Criterion, Decision, Example, Favour, Mark, Missing, Note,
    NoteKind, Outcome, Scale, Source, Trust, Use, UseCase, Weight,
};

/// The bytes of a decision.
pub(crate) fn freeze(decision: &Decision) -> Vec<u8> {
    let mut bytes = Vec::new();
    decision.freeze(&mut bytes);
    bytes
}

/// The decision of these bytes; `None` where [`freeze`] has not made them.
pub(crate) fn thaw(mut bytes: &[u8]) -> Option<Decision> {
    let decision = Decision::thaw(&mut bytes)?;
    bytes.is_empty().then_some(decision)
}

/// What has bytes.
trait Frozen: Sized {
    /// Appends its bytes.
    fn freeze(&self, to: &mut Vec<u8>);

    /// Takes it off the front of the bytes.
    fn thaw(from: &mut &[u8]) -> Option<Self>;
}

/// Structures are their fields, one after the other. One that is left out here does not compile.
macro_rules! fields {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Frozen for $name {
            fn freeze(&self, to: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($field.freeze(to);)*
            }

            fn thaw(from: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: Frozen::thaw(from)?),* })
            }
        }
    )*};
}

fields! {
    Decision {
        id, title, question, scale, missing, rubric, alternatives, sources, criteria, use_cases,
        case_studies, notes, examples
    }
    Scale { worst, best, unit }
    Mark { rating, means }
    Alternative { id, name, summary }
    Source { id, title, publisher, published, trust }
    Criterion { id, name, question, group, weight, scale, claims }
    Claim { source, alternative, rating, range, says, caution }
    UseCase { id, name, description, weights, examples, favours, caution }
    Favour { source, alternative, says, caution }
    CaseStudy { id, name, summary, criteria, use_cases, uses, outcomes }
    Use { alternative, source, says, caution }
    Outcome { source, says, caution }
    Note { id, kind, title, body, alternatives, criteria, sources }
    Example { id, title, codes }
    Code { alternative, language, file, text }
}

/// So many bytes off the front.
fn take<'b>(from: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (taken, rest) = from.split_at_checked(count)?;
    *from = rest;
    Some(taken)
}

impl Frozen for u8 {
    fn freeze(&self, to: &mut Vec<u8>) {
        to.push(*self);
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        take(from, 1).map(|it| it[0])
    }
}

/// A length or an index: a pack is far smaller than 4 GiB.
impl Frozen for usize {
    fn freeze(&self, to: &mut Vec<u8>) {
        let Ok(small) = u32::try_from(*self) else { unreachable!("no pack is so large: {self}") };
        to.extend(small.to_le_bytes());
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        Self::try_from(u32::from_le_bytes(take(from, 4)?.try_into().ok()?)).ok()
    }
}

impl Frozen for f64 {
    fn freeze(&self, to: &mut Vec<u8>) {
        to.extend(self.to_le_bytes());
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        Some(Self::from_le_bytes(take(from, 8)?.try_into().ok()?))
    }
}

impl Frozen for String {
    fn freeze(&self, to: &mut Vec<u8>) {
        self.len().freeze(to);
        to.extend(self.as_bytes());
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        let length = usize::thaw(from)?;
        std::str::from_utf8(take(from, length)?).ok().map(str::to_owned)
    }
}

impl<T: Frozen> Frozen for Vec<T> {
    fn freeze(&self, to: &mut Vec<u8>) {
        self.len().freeze(to);
        for it in self {
            it.freeze(to);
        }
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        let length = usize::thaw(from)?;
        // Everything takes a byte or more, so a wrong length asks for no room that is not there.
        let mut list = Self::with_capacity(length.min(from.len()));
        for _ in 0..length {
            list.push(T::thaw(from)?);
        }
        Some(list)
    }
}

impl<T: Frozen> Frozen for Option<T> {
    fn freeze(&self, to: &mut Vec<u8>) {
        u8::from(self.is_some()).freeze(to);
        if let Some(it) = self {
            it.freeze(to);
        }
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        match u8::thaw(from)? {
            0 => Some(None),
            1 => T::thaw(from).map(Some),
            _ => None,
        }
    }
}

impl<A: Frozen, B: Frozen> Frozen for (A, B) {
    fn freeze(&self, to: &mut Vec<u8>) {
        self.0.freeze(to);
        self.1.freeze(to);
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        Some((A::thaw(from)?, B::thaw(from)?))
    }
}

impl Frozen for Weight {
    fn freeze(&self, to: &mut Vec<u8>) {
        self.tenths().freeze(to);
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        Self::from_tenths(u8::thaw(from)?)
    }
}

impl Frozen for Trust {
    fn freeze(&self, to: &mut Vec<u8>) {
        self.size().freeze(to);
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        Self::new(f64::thaw(from)?)
    }
}

impl Frozen for Missing {
    fn freeze(&self, to: &mut Vec<u8>) {
        to.push(*self as u8);
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        let number = u8::thaw(from)?;
        Self::ALL.into_iter().find(|it| *it as u8 == number)
    }
}

impl Frozen for NoteKind {
    fn freeze(&self, to: &mut Vec<u8>) {
        to.push(*self as u8);
    }

    fn thaw(from: &mut &[u8]) -> Option<Self> {
        let number = u8::thaw(from)?;
        Self::ALL.into_iter().find(|it| *it as u8 == number)
    }
}

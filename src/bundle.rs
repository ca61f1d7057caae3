//! The packs that the binary carries: what `src/build.rs` has made of the folders in `content/`.
//!
//! They are read and checked when the program is built, and a fault in one of them is a fault of the
//! build. At a start there is nothing left to parse or to check, only to copy; that is what lets the
//! first frame come at once.
//!
//! Must not: know TOML, or anything of packs on the disk.

#[cfg_attr(not(test), expect(dead_code, reason = "src/build.rs freezes, this side only thaws"))]
mod frozen;

use crate::decision::Decision;

/// A pack as the binary carries it.
struct Carried {
    /// The name of its folder in `content/`.
    id: &'static str,
    /// That of the folder, as if it had been loaded from the disk.
    fingerprint: &'static str,
    decision: &'static [u8],
}

/// In alphabetical order of their ids.
static PACKS: &[Carried] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The ids of all packs, in alphabetical order.
pub(crate) fn ids() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|it| it.id)
}

/// The pack with this id, if there is one: the id, the decision, the fingerprint.
pub(crate) fn get(id: &str) -> Option<(&'static str, Decision, &'static str)> {
    let Carried { id, fingerprint, decision } = PACKS.iter().find(|it| it.id == id)?;
    let Some(decision) = frozen::thaw(decision) else {
        unreachable!("src/build.rs has frozen {id} with the same code")
    };
    Some((id, decision, fingerprint))
}

#[cfg(test)]
mod tests;

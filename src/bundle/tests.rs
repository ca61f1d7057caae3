use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::frozen::{freeze, thaw};
use super::*;
use crate::pack;

/// The packs of the corpus that load, and those that the binary carries.
fn decisions() -> Vec<Decision> {
    let folder = Path::new("tests/packs/valid").read_dir().expect("the corpus");
    let paths = folder.map(|it| it.expect("an entry").path());
    let packs: Vec<PathBuf> =
        paths.filter(|it| it.is_dir() || it.extension().is_some_and(|it| it == "toml")).collect();
    assert!(packs.len() > 3, "{packs:?}");
    let of = |pack: &PathBuf| pack::load(pack).expect("it is sound").decision;
    packs.iter().map(of).chain(ids().map(|id| get(id).expect("it is carried").1)).collect()
}

#[test]
fn what_was_frozen_thaws_to_the_same() {
    for decision in decisions() {
        assert_eq!(thaw(&freeze(&decision)).as_ref(), Some(&decision), "{}", decision.id);
    }
}

#[test]
fn every_carried_pack_is_what_its_folder_says_now() {
    assert!(ids().count() > 0);
    assert!(ids().is_sorted());
    for id in ids() {
        let (carried, decision, fingerprint) = get(id).expect("it is carried");
        let folder = pack::load(&Path::new("content").join(id)).expect("it is sound");
        assert_eq!((carried, fingerprint), (id, &*folder.fingerprint));
        assert_eq!(decision.id, id, "the id is the name of the folder");
        assert_eq!(decision, folder.decision);
    }
    assert!(get("no-such-pack").is_none());
}

proptest! {
    #[test]
    fn bytes_that_nobody_froze_are_refused_or_thaw(
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        put in prop::collection::vec(any::<u8>(), 0..5),
        away in 0_usize..5,
    ) {
        let decisions = decisions();
        let mut bytes = freeze(which.get(&decisions));
        let at = at.index(bytes.len());
        let end = (at + away).min(bytes.len());
        bytes.splice(at..end, put);
        let _ = thaw(&bytes);
        prop_assert_eq!(thaw(&bytes[..at]), None, "half of it");
    }
}

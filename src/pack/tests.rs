//! What holds of packs as a whole. The corpus is in `tests/packs.rs`.

use super::*;

#[test]
fn every_bundled_pack_loads() {
    for id in bundled_ids() {
        if let Err(errors) = open(id) {
            panic!("{errors}");
        }
    }
}

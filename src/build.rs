//! Reads the packs in `content/` with the program's own reader, once and for all: the binary carries
//! them as they are after that (`bundle::frozen`). What is wrong with one of them ends the build.

#![expect(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "rooms of the program, of which not everything is needed here, and nothing exported"
)]

mod decision;
mod diagnostic;
mod pack;
mod schema;

/// The binary that is being built will carry packs; there is nothing yet.
mod bundle {
    pub(crate) mod frozen;

    use crate::decision::Decision;

    pub(crate) fn ids() -> impl Iterator<Item = &'static str> {
        std::iter::empty()
    }

    pub(crate) fn get(_: &str) -> Option<(&'static str, Decision, &'static str)> {
        None
    }
}

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=content");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names a folder for the result")?);
    let entries = fs::read_dir("content")?.collect::<Result<Vec<_>, _>>()?;
    let mut folders: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
    folders.retain(|it| it.is_dir());
    folders.sort();
    let mut list = String::from("&[\n");
    for folder in folders {
        list.push_str(&carry(&folder, &out)?);
    }
    list.push_str("]\n");
    fs::write(out.join("packs.rs"), list)?;
    Ok(())
}

/// Freezes the pack in a folder. What `src/bundle.rs` has to say to carry it.
fn carry(folder: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    let pack = match pack::load(folder) {
        Ok(pack) => pack,
        // As the return value of `main` it would be shown on one line.
        Err(errors) => {
            eprintln!("{errors}");
            return Err(format!("the pack in {} is wrong", folder.display()).into());
        }
    };
    let id = folder.file_name().unwrap_or_default().to_str().ok_or("an id is plain text")?;
    let file = format!("{id}.pack");
    fs::write(out.join(&file), bundle::frozen::freeze(&pack.decision))?;
    let mut entry = String::new();
    writeln!(entry, "    Carried {{")?;
    writeln!(entry, "        id: {id:?},")?;
    writeln!(entry, "        fingerprint: {:?},", pack.fingerprint)?;
    writeln!(entry, "        decision: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\")),")?;
    writeln!(entry, "    }},")?;
    Ok(entry)
}

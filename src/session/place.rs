//! Where sessions live when nobody says where.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

/// Where a session lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the file that the user named, made for committing.
    Named(PathBuf),
    /// In the platform's state directory.
    State(PathBuf),
    /// Nowhere: there is no home directory to keep it in.
    Nowhere,
}

impl Place {
    /// The place in the state directory for a pack with this id. A pack that is a file or a folder
    /// of its own (`origin`) has a place of its own too, so that two packs with one id do not
    /// share a session.
    #[must_use]
    pub fn of_pack(id: &str, origin: Option<&Path>) -> Self {
        let Some(folder) = Self::folder() else { return Self::Nowhere };
        let name = match origin {
            None => format!("{}.toml", file_name(id)),
            Some(origin) => {
                // A pack that was just read can be made canonical; if it cannot, its path will do.
                let whole = origin.canonicalize().unwrap_or_else(|_| origin.to_path_buf());
                let hash = fnv1a(whole.as_os_str().as_encoded_bytes());
                format!("{}-{hash:016x}.toml", file_name(id))
            }
        };
        Self::State(folder.join(name))
    }

    /// The folder for sessions in the platform's state directory; `None` without a home directory.
    #[must_use]
    pub fn folder() -> Option<PathBuf> {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.state_dir().unwrap_or_else(|| base.data_dir()).join("weigh"))
    }

    /// Whether nobody has been here before: there is no folder for sessions. From now on there is;
    /// where it cannot be made, nobody is a newcomer each time.
    #[must_use]
    pub fn is_first_visit() -> bool {
        let folder = Self::folder().filter(|folder| !folder.exists());
        folder.is_some_and(|folder| fs::create_dir_all(folder).is_ok())
    }

    /// The file, where there is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Named(path) | Self::State(path) => Some(path),
            Self::Nowhere => None,
        }
    }
}

/// An id as part of a file name that every system takes: few bytes, so that there is room for the
/// ends of the names of copies.
fn file_name(id: &str) -> String {
    const LONGEST: usize = 64;
    let safe = |c: char| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '_' };
    let name: String = id.chars().map(safe).collect();
    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8());
    name[..ends.take_while(|end| *end <= LONGEST).last().unwrap_or(0)].to_owned()
}

/// The hash of Fowler, Noll and Vo: short, and the same on every machine and in every version.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_becomes_a_file_name_without_ways_out_of_the_folder() {
        assert_eq!(file_name("live-chat_2"), "live-chat_2");
        assert_eq!(file_name("../../etc"), "______etc");
        assert_eq!(file_name(&"x".repeat(100)).len(), 64);
        assert_eq!(file_name(&"漢".repeat(100)), "漢".repeat(21));
    }

    #[test]
    fn two_packs_with_one_id_have_two_places() {
        let place = |origin: Option<&str>| Place::of_pack("id", origin.map(Path::new));
        if place(None) != Place::Nowhere {
            assert_ne!(place(None), place(Some("one.toml")));
            assert_ne!(place(Some("one.toml")), place(Some("two.toml")));
            assert_eq!(place(Some("one.toml")), place(Some("one.toml")));
        }
    }

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }
}

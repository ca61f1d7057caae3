//! A short number for all that a pack contains, to notice later that it has changed.

use std::hash::Hasher as _;

use twox_hash::XxHash64;

/// xxHash with 64 bits: not proof against forgery, which is not asked for, but the same on every
/// machine and in every version of the program, and done before anybody notices.
pub(super) struct Fingerprint(XxHash64);

impl Fingerprint {
    /// Of nothing.
    pub(super) fn new() -> Self {
        Self(XxHash64::with_seed(0))
    }

    /// Takes in one file. The line endings of Windows count as plain ones, so that a checkout with
    /// either is the same pack.
    pub(super) fn add(&mut self, path: &str, text: &str) {
        let text = if text.contains('\r') { &text.replace("\r\n", "\n") } else { text };
        for part in [path, text] {
            self.0.write(part.as_bytes());
            // No text has this byte in UTF-8, so it ends one part and begins the next.
            self.0.write(&[0xff]);
        }
    }

    /// Sixteen hexadecimal digits.
    pub(super) fn hex(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> String {
        let mut fingerprint = Fingerprint::new();
        for (path, text) in files {
            fingerprint.add(path, text);
        }
        fingerprint.hex()
    }

    #[test]
    fn it_is_the_published_function() {
        let mut fingerprint = Fingerprint::new();
        assert_eq!(fingerprint.hex(), "ef46db3751d8e999");
        fingerprint.0.write(b"a");
        assert_eq!(fingerprint.hex(), "d24ec4f1a98c6e5b");
    }

    #[test]
    fn it_changes_with_the_text_the_path_and_where_one_file_ends() {
        let all = [
            of(&[("a", "bc")]),
            of(&[("a", "bd")]),
            of(&[("ab", "c")]),
            of(&[("a", "b"), ("c", "")]),
            of(&[]),
        ];
        for (i, one) in all.iter().enumerate() {
            assert!(all[..i].iter().all(|other| other != one), "{i}");
        }
    }

    #[test]
    fn it_does_not_change_with_the_line_endings() {
        assert_eq!(of(&[("a", "b\r\nc")]), of(&[("a", "b\nc")]));
    }
}

//! A short number for all that a pack contains, to notice later that it has changed.

/// FNV-1a with 64 bits: not proof against forgery, which is not asked for, but the same on every
/// machine and in every version of the program.
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    /// Of nothing.
    pub(super) const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Takes in one file. The line endings of Windows count as plain ones, so that a checkout with
    /// either is the same pack.
    pub(super) fn add(&mut self, path: &str, text: &str) {
        let text = if text.contains('\r') { &text.replace("\r\n", "\n") } else { text };
        for part in [path, text] {
            part.bytes().for_each(|it| self.byte(it));
            // No text has this byte in UTF-8, so it ends one part and begins the next.
            self.byte(0xff);
        }
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    /// Sixteen hexadecimal digits.
    pub(super) fn hex(&self) -> String {
        format!("{:016x}", self.0)
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
        b"foobar".iter().for_each(|&it| fingerprint.byte(it));
        assert_eq!(fingerprint.hex(), "85944171f73967e8");
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

//! Packs on disk that cannot be kept in version control: links, pipes, huge files, wrong bytes.

use std::fs::{self, File};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::*;

/// A directory with a sound pack in it, which nobody else uses.
fn pack_dir() -> TempDir {
    let dir = tempfile::tempdir().expect("there is room for a few files");
    fs::write(dir.path().join("pack.toml"), SOUND).expect("it can be written");
    dir
}

/// What is said of the pack in a directory, with the directory called `pack`.
fn said(dir: &TempDir) -> String {
    said_of(dir.path(), dir)
}

/// What is said of a path, with the directory called `pack`.
fn said_of(path: &Path, dir: &TempDir) -> String {
    let start = Instant::now();
    let said = refusal(load(path)).replace(&dir.path().display().to_string(), "pack");
    assert!(start.elapsed() < Duration::from_secs(10), "{said}");
    said
}

/// An example in the pack whose code is this file.
fn add_example(dir: &TempDir, file: &str) {
    let example = format!(
        "{SOUND}\n[[example]]\nid = 'e'\ntitle = 'E'\n\
         code = [{{ alternative = 'boat', language = 'text', file = '{file}' }}]"
    );
    fs::write(dir.path().join("pack.toml"), example).expect("it can be written");
}

/// A file that is so long without taking room on the disk.
fn sparse(path: &Path, length: u64) {
    let file = File::create(path).expect("it can be created");
    file.set_len(length).expect("the file system has sparse files");
}

#[test]
fn a_path_that_leads_nowhere_is_told_so() {
    let dir = pack_dir();
    let said = said_of(&dir.path().join("pakc.toml"), &dir);
    assert!(
        said.starts_with("error: there is no such file or directory\n--> pack/pakc.toml"),
        "{said}"
    );
    assert!(refusal(open(dir.path().join("nowhere"))).contains("there is no pack"));
}

#[test]
fn the_same_pack_opens_by_its_file_and_by_its_directory() {
    let dir = pack_dir();
    let file = open(dir.path().join("pack.toml")).expect("it is sound");
    let directory = open(dir.path()).expect("it is sound");
    assert_eq!(file.decision, directory.decision);
    assert_eq!(file.fingerprint, directory.fingerprint);
}

#[test]
fn a_slash_at_the_end_of_a_directory_is_not_doubled() {
    let dir = pack_dir();
    fs::write(dir.path().join("pack.toml"), "x = 1").unwrap();
    let said = said_of(&dir.path().join(""), &dir);
    assert!(said.contains(" --> pack/pack.toml:1:1\n"), "{said}");
}

#[test]
fn bytes_that_are_not_text_are_shown_where_they_are() {
    let dir = pack_dir();
    fs::write(dir.path().join("latin1.toml"), b"a = 1\nname = \"Caf\xe9\" # \x1b[31m\n").unwrap();
    fs::write(dir.path().join("utf16.toml"), b"\xff\xfe[\0d\0").unwrap();
    let said = said(&dir);
    assert!(said.contains(" --> pack/latin1.toml:2:12\n"), "{said}");
    assert!(said.contains("2 | name = \"Caf\u{fffd}\" # \u{fffd}[31m\n"), "{said}");
    assert!(said.contains(" --> pack/utf16.toml:1:1\n"), "{said}");
    assert_eq!(said.matches("error: this is not UTF-8 text").count(), 2, "{said}");
    assert_eq!(said.matches("error:").count(), 2, "what is missing elsewhere is not asked: {said}");
}

#[test]
fn a_file_of_ten_gigabytes_is_refused_at_once() {
    let dir = pack_dir();
    let huge = dir.path().join("huge.toml");
    sparse(&huge, 10 << 30);
    for said in [said(&dir), said_of(&huge, &dir)] {
        assert!(
            said.starts_with("error: this file is larger than 64 MiB\n--> pack/huge.toml"),
            "{said}"
        );
    }
}

#[test]
fn a_pack_of_many_large_files_is_refused_at_once() {
    let dir = pack_dir();
    (0..5).for_each(|it| sparse(&dir.path().join(format!("{it}.toml")), 60 << 20));
    assert!(said(&dir).starts_with("error: the pack is larger than 256 MiB\n--> pack\n"));
}

#[test]
fn a_large_example_is_refused_at_once() {
    let dir = pack_dir();
    add_example(&dir, "huge.txt");
    sparse(&dir.path().join("huge.txt"), (1 << 20) + 1);
    assert!(said(&dir).starts_with("error: this file is larger than 1 MiB\n  --> pack/pack.toml:"));
    sparse(&dir.path().join("huge.txt"), 1 << 20);
    load(dir.path()).expect("one byte less is allowed");
}

#[test]
fn too_many_files_are_refused() {
    let dir = pack_dir();
    fs::create_dir(dir.path().join("deeper")).unwrap();
    (0..10_000).for_each(|it| drop(File::create(dir.path().join(format!("deeper/{it}"))).unwrap()));
    assert!(said(&dir).starts_with("error: the pack has more than 10000 files\n--> pack\n"));
}

#[test]
fn directories_too_deep_in_one_another_are_refused() {
    let dir = pack_dir();
    let mut deep = dir.path().to_owned();
    (0..32).for_each(|_| deep.push("d"));
    fs::create_dir_all(&deep).unwrap();
    load(dir.path()).expect("so deep is allowed");
    fs::create_dir(deep.join("d")).unwrap();
    assert!(
        said(&dir).starts_with("error: the pack's directories are nested more than 32 levels deep")
    );
}

#[test]
fn hidden_files_are_none_of_ours() {
    let dir = pack_dir();
    fs::write(dir.path().join(".pack.toml.swp"), "x").unwrap();
    fs::write(dir.path().join(".#pack.toml"), "= broken").unwrap();
    load(dir.path()).expect("they are not read");
}

#[test]
fn a_directory_may_be_called_like_a_file() {
    let dir = pack_dir();
    fs::create_dir(dir.path().join("more.toml")).unwrap();
    fs::write(dir.path().join("more.toml/s.toml"), "[[source]]\nid = 's'\ntitle = 'S'").unwrap();
    assert_eq!(load(dir.path()).expect("it is sound").decision.sources.len(), 2);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use super::*;

    #[test]
    fn a_file_that_may_not_be_read_is_told_so() {
        let dir = pack_dir();
        let secret = dir.path().join("secret.toml");
        fs::write(&secret, "").unwrap();
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o0)).unwrap();
        if File::open(&secret).is_ok() {
            return; // Permissions do not bind the superuser.
        }
        let said = said(&dir);
        assert!(
            said.starts_with("error: this cannot be read: permission denied\n--> pack/secret.toml"),
            "{said}"
        );
    }

    #[test]
    fn links_in_a_circle_are_told_so() {
        let dir = pack_dir();
        symlink("loop.toml", dir.path().join("loop.toml")).unwrap();
        fs::create_dir(dir.path().join("sub")).unwrap();
        symlink("..", dir.path().join("sub/up")).unwrap();
        symlink(".", dir.path().join("here")).unwrap();
        let said = said(&dir);
        assert!(said.contains("is broken or part of a loop\n--> pack/loop.toml"), "{said}");
        assert!(said.contains("points to a directory that contains it\n--> pack/sub/up"), "{said}");
        assert!(said.contains("points to a directory that contains it\n--> pack/here"), "{said}");
        let alone = said_of(&dir.path().join("loop.toml"), &dir);
        assert!(alone.starts_with("error: this cannot be read: "), "{alone}");
        assert!(alone.contains("help: fix that"), "{alone}");
        assert!(refusal(open(dir.path().join("loop.toml"))).contains("this cannot be read"));
    }

    #[test]
    fn links_that_leave_the_pack_are_not_followed() {
        let outside = pack_dir();
        let dir = pack_dir();
        symlink(outside.path().join("pack.toml"), dir.path().join("file.toml")).unwrap();
        symlink(outside.path(), dir.path().join("directory")).unwrap();
        symlink("nothing.toml", dir.path().join("nowhere.toml")).unwrap();
        let said = said(&dir);
        assert!(
            said.contains("this symbolic link points outside the pack\n--> pack/file.toml"),
            "{said}"
        );
        assert!(
            said.contains("this symbolic link points outside the pack\n--> pack/directory"),
            "{said}"
        );
        assert!(said.contains("this symbolic link is broken"), "{said}");
    }

    #[test]
    fn a_link_to_a_directory_of_the_same_pack_would_count_its_files_twice() {
        let dir = pack_dir();
        fs::create_dir(dir.path().join("sub")).unwrap();
        symlink("sub", dir.path().join("again")).unwrap();
        assert!(said(&dir).contains("its files would be read twice\n--> pack/again"));
    }

    #[test]
    fn a_link_within_the_pack_is_followed_and_so_is_one_to_the_pack() {
        let dir = pack_dir();
        fs::rename(dir.path().join("pack.toml"), dir.path().join("data")).unwrap();
        symlink("data", dir.path().join("pack.toml")).unwrap();
        add_example(&dir, "link.txt");
        fs::write(dir.path().join("code.txt"), "print()").unwrap();
        symlink("code.txt", dir.path().join("link.txt")).unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        symlink(dir.path(), elsewhere.path().join("pack")).unwrap();
        let pack = load(&elsewhere.path().join("pack")).expect("it is sound");
        assert_eq!(pack.decision.examples[0].codes[0].text, "print()");
    }

    #[test]
    fn an_example_cannot_leave_the_pack_by_a_link() {
        let outside = pack_dir();
        let dir = pack_dir();
        symlink(outside.path().join("pack.toml"), dir.path().join("link.txt")).unwrap();
        add_example(&dir, "link.txt");
        assert!(said(&dir).contains("the path leads out of the pack's folder"));
        fs::create_dir(dir.path().join("examples")).unwrap();
        fs::remove_file(dir.path().join("link.txt")).unwrap();
        symlink(outside.path(), dir.path().join("examples/sub")).unwrap();
        add_example(&dir, "examples/sub/pack.toml");
        assert!(said(&dir).contains("the path leads out of the pack's folder"));
    }

    #[test]
    fn pipes_and_devices_are_not_waited_for() {
        let dir = pack_dir();
        let pipe = dir.path().join("pipe.toml");
        let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is everywhere");
        assert!(made.success());
        for said in [said(&dir), said_of(&pipe, &dir)] {
            assert!(
                said.starts_with("error: this is not a regular file\n--> pack/pipe.toml"),
                "{said}"
            );
        }
        assert!(said_of(Path::new("/dev/zero"), &dir).contains("this is not a regular file"));
        fs::rename(&pipe, dir.path().join("pipe.txt")).unwrap();
        add_example(&dir, "pipe.txt");
        assert!(said(&dir).starts_with("error: this is not a regular file\n  --> pack/pack.toml:"));
    }

    #[test]
    fn a_file_name_cannot_drive_a_terminal() {
        use std::os::unix::ffi::OsStrExt;
        let dir = pack_dir();
        let name = std::ffi::OsStr::from_bytes(b"a\x1b[31m\nb\xff.toml");
        fs::write(dir.path().join(name), "x").unwrap();
        let said = said(&dir);
        assert!(said.contains("--> pack/a b\u{fffd}.toml:1:2"), "{said}");
    }
}

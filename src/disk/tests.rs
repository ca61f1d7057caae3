//! What holds of files, whatever stands in them.

use super::*;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_folder_in_the_way_is_renamed_with_what_is_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("it.toml");
    fs::create_dir(&path).unwrap();
    fs::write(path.join("inside"), "kept").unwrap();
    let beside = move_away(&path, "corrupt").unwrap();
    assert!(!path.exists());
    assert_eq!(fs::read(beside.join("inside")).unwrap(), b"kept");
}

#[test]
fn a_path_that_ends_with_a_slash_names_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none/");
    assert_eq!(folder_of(&path), path);
    let error = write(&path, b"", Existing::Keep).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
}

#[cfg(unix)]
#[test]
fn a_link_into_a_folder_that_is_not_there_is_not_taken_for_its_own_folder() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("link");
    std::os::unix::fs::symlink("/nonexistent/it", &link).unwrap();
    for error in [write(&link, b"", Existing::Keep).unwrap_err(), probe(&link).unwrap_err()] {
        assert_eq!(snag(&error), Some(Snag::DeadLink));
    }
}

#[test]
fn a_file_is_created_whole_and_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new");
    write(&path, b"text", Existing::Keep).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"text");
    assert_eq!(names(folder.path()), ["new"]);
}

#[test]
fn a_file_that_has_to_be_kept_is_kept_and_nothing_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old");
    fs::write(&path, "old").unwrap();
    let error = write(&path, b"new", Existing::Keep).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["old"]);
}

#[test]
fn a_folder_or_a_file_in_a_missing_folder_cannot_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let kind = |path: &Path| write(path, b"", Existing::Replace).unwrap_err().kind();
    assert_eq!(kind(folder.path()), io::ErrorKind::IsADirectory);
    assert_eq!(kind(&folder.path().join("no/where")), io::ErrorKind::NotFound);
    assert!(names(folder.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_permissions_and_a_protected_one_its_text() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, "old").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    write(&path, b"new", Existing::Replace).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
    let error = write(&path, b"newer", Existing::Replace).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
    assert_eq!(fs::read(&path).unwrap(), b"new");
}

#[cfg(unix)]
#[test]
fn a_link_is_written_through_also_where_its_end_is_not_there_yet() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("real")).unwrap();
    let link = folder.path().join("link");
    symlink("real/file", &link).unwrap();
    for text in ["first", "second"] {
        write(&link, text.as_bytes(), Existing::Replace).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(folder.path().join("real/file")).unwrap(), text);
    }
    let circle = folder.path().join("circle");
    symlink("circle", &circle).unwrap();
    assert!(write(&circle, b"", Existing::Replace).is_err());
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_stays_a_device() {
    write(Path::new("/dev/null"), b"text", Existing::Keep).unwrap();
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn reading_stops_at_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    assert_eq!(read(&path, 4).unwrap(), None);
    fs::write(&path, "four").unwrap();
    assert_eq!(read(&path, 4).unwrap().as_deref(), Some(&b"four"[..]));
    assert_eq!(read(&path, 3).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    assert_eq!(read(folder.path(), 3).unwrap_err().kind(), io::ErrorKind::IsADirectory);
}

#[test]
fn what_is_moved_away_takes_the_first_free_number() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("session.toml");
    for number in 1..=3 {
        fs::write(&path, number.to_string()).unwrap();
        let beside = move_away(&path, "corrupt").unwrap();
        assert!(beside.ends_with(format!("session.toml.corrupt-{number}")));
        assert_eq!(fs::read_to_string(beside).unwrap(), number.to_string());
    }
    let beside = keep_beside(&path, "corrupt", b"other").unwrap();
    assert!(beside.ends_with("session.toml.corrupt-4"));
}

#[cfg(unix)]
#[test]
fn what_the_killed_left_behind_goes_and_what_somebody_is_writing_stays() {
    let folder = tempfile::tempdir().unwrap();
    let left = folder.path().join(".weigh-aB3dE6.tmp");
    fs::write(&left, "half of a rep").unwrap();
    fs::write(folder.path().join(".weigh-notes.tmp"), "somebody's own").unwrap();
    let draft = Draft::open(&folder.path().join("one"), Existing::Keep, Patience::Endless).unwrap();
    assert!(!left.exists());
    write(&folder.path().join("two"), b"two", Existing::Keep).unwrap();
    draft.write(b"one").unwrap();
    assert_eq!(names(folder.path()), [".weigh-notes.tmp", "one", "two"]);
}

//! The file that a session lives in.

mod error;

use std::path::{Path, PathBuf};
use std::{fs, io, mem};

pub use error::LoadError;

use self::error::{Cause, shown};
use super::comments::Comments;
use super::encode::{encode_with, head_remarks, names};
use super::{Decoded, Kept, Notice, Place, decode, encode};
use crate::decision::Decision;
use crate::disk::{self, Existing, Snag};
use crate::judgement::Workspace;

/// No session is larger than this, in bytes.
const LIMIT: u64 = 1 << 20;

/// A session on disk: loaded once, saved as often as one likes.
///
/// It knows what it last saw in the file, so that it writes only when there is something to write,
/// and notices when somebody else has written in between. Then the file is theirs: from that moment
/// this session is kept in a copy beside it, the same one all the time, until the file is read again.
#[derive(Debug)]
pub struct Store {
    place: Place,
    fingerprint: String,
    kept: Kept,
    /// What somebody wrote by hand into the file that was loaded.
    comments: Comments,
    /// The session as it would be written for what was last loaded or saved.
    last: String,
    /// The bytes last seen on disk.
    seen: Option<Vec<u8>>,
    /// Whether somebody has asked what the file says; else it is to be written whatever that is.
    looked: bool,
    /// Where the session is kept while the file is somebody else's.
    beside: Option<Beside>,
    /// What stands in the file could not be read again.
    unread: bool,
    /// The file may not be touched: it could neither be read nor moved away.
    blocked: bool,
    /// Why the last attempt to save failed.
    failure: Option<Notice>,
}

/// A copy beside the file, which is ours as long as these are its bytes.
#[derive(Debug)]
struct Beside {
    path: PathBuf,
    bytes: Vec<u8>,
}

/// What was found in the file.
#[derive(Debug)]
pub struct Loaded {
    /// What it says; the pack's defaults where there was nothing.
    pub workspace: Workspace,
    /// What the user should hear.
    pub notices: Vec<Notice>,
    /// Whether there was a session at all.
    pub found: bool,
}

impl Store {
    /// The session at this place, of a pack with this fingerprint. Nothing is read yet: a store
    /// that is never loaded starts afresh, and the first save keeps what was there before beside it.
    #[must_use]
    pub fn new(place: Place, decision: &Decision, fingerprint: &str) -> Self {
        let kept = Kept::default();
        let last = encode(decision, fingerprint, &Workspace::of(decision), &kept);
        Self {
            place,
            fingerprint: fingerprint.to_owned(),
            kept,
            comments: Comments::default(),
            last,
            seen: None,
            looked: false,
            beside: None,
            unread: false,
            blocked: false,
            failure: None,
        }
    }

    /// Where the session lives.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Why what was last given to [`Self::save`] is not on disk; `None` when it is, or when there is no
    /// place to save it in.
    #[must_use]
    pub fn failure(&self) -> Option<&Notice> {
        self.failure.as_ref()
    }

    /// The copy that the session is kept in while the file is somebody else's.
    #[must_use]
    pub fn beside(&self) -> Option<&Path> {
        self.beside.as_ref().map(|it| it.path.as_path())
    }

    /// Whether the file could not be read again, and waits to be mended.
    #[must_use]
    pub const fn is_unread(&self) -> bool {
        self.unread
    }

    /// The day that the session is of, where it says so.
    #[must_use]
    pub fn date(&self) -> Option<String> {
        self.kept.date()
    }

    /// The session as text, with what was kept of the file, but for its comments.
    #[must_use]
    pub fn text(&self, decision: &Decision, workspace: &Workspace) -> String {
        encode(decision, &self.fingerprint, workspace, &self.kept)
    }

    /// What is kept from now on; undo may lead back to scenarios as they were before.
    fn go_on_with(&mut self, kept: Kept) {
        let before = mem::replace(&mut self.kept, kept);
        self.kept.remember(before);
    }

    /// The session as it stands in the file, comments and all.
    fn file(&self, decision: &Decision, workspace: &Workspace) -> String {
        let Self { fingerprint, kept, comments, .. } = self;
        let (file, _) = encode_with(decision, fingerprint, workspace, kept, comments);
        let plain = self.text(decision, workspace);
        // Whatever is written by hand, it must not change what the session says.
        let says = |text: &str| decode(text, decision, fingerprint);
        if file == plain || says(&file) == says(&plain) { file } else { plain }
    }

    /// Reads the session. Where there is none, the pack's defaults.
    ///
    /// A session in the state directory that cannot be read is renamed, and a notice says where.
    ///
    /// # Errors
    /// When the user named the file and it cannot be read, or is not a session of this pack.
    pub fn load(&mut self, decision: &Decision) -> Result<Loaded, LoadError> {
        let is_ours = matches!(self.place, Place::State(_));
        // What might never come to its end is read only for whoever has asked for it by name.
        match self.read(decision, is_ours) {
            Err(LoadError { path, cause }) if is_ours => {
                let notice = self.move_away(&path, &cause);
                Ok(Loaded::nothing(decision, vec![notice]))
            }
            read => read,
        }
    }

    /// Reads the session, a pipe or a device only where it may take for ever.
    fn read(&mut self, decision: &Decision, in_time: bool) -> Result<Loaded, LoadError> {
        let Some(path) = self.place.path().map(Path::to_path_buf) else {
            let notice = "There is no home directory, so the session will not be saved.";
            return Ok(Loaded::nothing(decision, vec![Notice::new(notice)]));
        };
        self.looked = true;
        let read = if in_time && disk::is_through(&path) {
            Err(Cause::Io(Snag::NoFile.into()))
        } else {
            read(&path, decision, &self.fingerprint)
        };
        match read {
            Ok(None) => {
                self.seen = None;
                self.beside = None;
                Ok(Loaded::nothing(decision, Vec::new()))
            }
            Ok(Some((bytes, decoded))) => {
                let Decoded { workspace, kept, notices } = decoded;
                self.go_on_with(kept);
                self.comments = self.comments_of(&bytes, decision, &workspace);
                self.last = self.file(decision, &workspace);
                self.seen = Some(bytes);
                self.beside = None;
                Ok(Loaded { workspace, notices, found: true })
            }
            Err(cause) => Err(LoadError { path, cause }),
        }
    }

    /// Reads the session again, as somebody has edited it. What cannot be read stays where it is, to
    /// be mended, and what was loaded before still stands.
    ///
    /// # Errors
    /// When it cannot be read, or is not a session of this pack; and as long as the last attempt to
    /// save has failed, since what was to be saved would be lost.
    pub fn reload(&mut self, decision: &Decision) -> Result<Loaded, LoadError> {
        if let (false, Some(why), Some(path)) = (self.blocked, &self.failure, self.place.path()) {
            let cause = Cause::Unsaved(why.clone());
            return Err(LoadError { path: path.to_path_buf(), cause });
        }
        let loaded = self.read(decision, true);
        self.unread = loaded.is_err();
        if self.unread {
            // No file has what still stands, so that it is to be written whatever else happens.
            self.last.clear();
        } else {
            // Whatever was in the way of it has been mended.
            self.blocked = false;
            self.failure = None;
        }
        loaded
    }

    /// Whether the file that the session was loaded from, or saved in, is there no more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.seen.is_some() && self.place.path().is_some_and(|it| !it.exists())
    }

    /// Whether the session begins afresh: what the file says was never asked for, and is kept beside
    /// the session as soon as that is written.
    #[must_use]
    pub const fn is_afresh(&self) -> bool {
        !self.looked
    }

    /// The file of the session, which is there from now on.
    ///
    /// # Errors
    /// When there is no place for it, or it cannot be written.
    pub fn file_of(
        &mut self,
        decision: &Decision,
        workspace: &Workspace,
    ) -> Result<PathBuf, Notice> {
        let Some(path) = self.place.path().map(Path::to_path_buf).filter(|_| !self.blocked) else {
            return Err(Notice::new(
                "There is no session file, because the session cannot be saved.",
            ));
        };
        if self.is_afresh() || !path.exists() {
            let text = self.file(decision, workspace);
            self.write(&path, &text).map_err(|error| unsaved(&path, &error))?;
            self.last = text;
            self.failure = None;
        }
        Ok(path)
    }

    /// Carries a workspace over from one version of a decision to another, by ids, and goes on with
    /// that. What the other version does not have is kept, as when a session is loaded.
    ///
    /// # Errors
    /// When what was set cannot be so in the other version, such as a rating off its new scale.
    pub fn carry_over(
        &mut self,
        workspace: &Workspace,
        from: &Decision,
        to: &Decision,
        fingerprint: &str,
    ) -> Result<(Workspace, Vec<Notice>), LoadError> {
        let is_saved = self.last == self.file(from, workspace);
        // Under its new id; and no word of a change, which is why we are here.
        let text = if from.id == to.id {
            encode(from, fingerprint, workspace, &self.kept)
        } else {
            let renamed = Decision { id: to.id.clone(), ..from.clone() };
            encode(&renamed, fingerprint, workspace, &self.kept)
        };
        let decoded = decode(&text, to, fingerprint).map_err(|faults| LoadError {
            path: self.place.path().map(Path::to_path_buf).unwrap_or_default(),
            cause: Cause::Faulty(faults),
        })?;
        let Decoded { workspace, kept, notices } = decoded;
        self.go_on_with(kept);
        fingerprint.clone_into(&mut self.fingerprint);
        if is_saved {
            // For another version alone nothing is written.
            self.last = self.file(to, &workspace);
        }
        Ok((workspace, notices))
    }

    /// Goes on at another place, where nobody has looked yet.
    pub fn move_to(&mut self, place: Place) {
        self.place = place;
        self.last.clear();
        (self.seen, self.beside) = (None, None);
        (self.looked, self.unread, self.blocked) = (false, false, false);
    }

    /// What somebody wrote by hand into a session.
    fn comments_of(&self, bytes: &[u8], decision: &Decision, workspace: &Workspace) -> Comments {
        let Ok(text) = std::str::from_utf8(bytes) else { return Comments::default() };
        let names = names(decision, workspace.present.own_criteria());
        let mut comments = Comments::of(text, &head_remarks(), &names);
        let Self { fingerprint, kept, .. } = self;
        let (_, written) = encode_with(decision, fingerprint, workspace, kept, &comments);
        comments.settle(&written);
        comments
    }

    /// Writes the session, if it is not what was last loaded or saved, and says what the user should
    /// hear.
    ///
    /// What somebody else has written since this store last looked is not written over: the session
    /// goes on in a copy beside it, which is said once. That a session cannot be saved is said once,
    /// too, not at every attempt; [`Self::failure`] always knows.
    pub fn save(&mut self, decision: &Decision, workspace: &Workspace) -> Vec<Notice> {
        if self.blocked {
            return Vec::new();
        }
        let text = self.file(decision, workspace);
        if text == self.last {
            // Whoever went back to what is on disk has nothing unsaved, whatever failed meanwhile.
            self.failure = None;
            return Vec::new();
        }
        let Some(path) = self.place.path().map(Path::to_path_buf) else { return Vec::new() };
        match self.write(&path, &text) {
            Ok(notices) => {
                self.last = text;
                self.failure = None;
                notices
            }
            Err(error) => {
                let notice = unsaved(&path, &error);
                let is_news = self.failure.replace(notice.clone()).is_none();
                if is_news { vec![notice] } else { Vec::new() }
            }
        }
    }

    fn write(&mut self, path: &Path, text: &str) -> io::Result<Vec<Notice>> {
        if text.len() as u64 > LIMIT {
            // It could not be read again.
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let path = disk::resolve(path)?;
        if disk::is_through(&path) {
            // It would neither be replaced nor read back.
            return Err(Snag::NoFile.into());
        }
        fs::create_dir_all(disk::folder_of(&path))?;
        let there = disk::read(&path, LIMIT)?;
        let other = there.filter(|it| self.seen.as_ref() != Some(it) && it != text.as_bytes());
        let notices = match other {
            Some(_) if self.looked => return self.write_beside(&path, text),
            Some(other) => {
                let kept = shown(&disk::keep_beside(&path, "conflict", &other)?);
                let notice = format!("A saved session already existed; it is kept as {kept}.");
                vec![Notice::new(notice)]
            }
            None => Vec::new(),
        };
        disk::write(&path, text.as_bytes(), Existing::Replace)?;
        self.seen = Some(text.as_bytes().to_vec());
        self.looked = true;
        self.beside = None;
        Ok(notices)
    }

    /// Keeps the session beside the file, which is somebody else's now: in the copy that there is of
    /// it, unless somebody has laid hands on that too.
    fn write_beside(&mut self, path: &Path, text: &str) -> io::Result<Vec<Notice>> {
        let bytes = text.as_bytes().to_vec();
        if let Some(ours) = &mut self.beside
            && disk::read(&ours.path, LIMIT).is_ok_and(|it| it.as_ref() == Some(&ours.bytes))
        {
            disk::write(&ours.path, &bytes, Existing::Replace)?;
            ours.bytes = bytes;
            return Ok(Vec::new());
        }
        let beside = disk::keep_beside(path, "conflict", &bytes)?;
        let kept = shown(&beside);
        self.beside = Some(Beside { path: beside, bytes });
        let notice = if self.unread {
            format!(
                "The session file still cannot be read. It is kept unchanged until it can be read; \
                 your changes are saved in {kept}."
            )
        } else {
            format!(
                "The session file was changed by another program and is kept unchanged; your \
                 changes are saved in {kept}. F5 (reload) reads the changed file."
            )
        };
        Ok(vec![Notice::new(notice)])
    }

    /// Moves a session that cannot be read out of the way.
    fn move_away(&mut self, path: &Path, cause: &Cause) -> Notice {
        let what = format!("{} {}", shown(path), cause.in_a_word());
        match disk::move_away(path, "corrupt") {
            Ok(beside) => Notice::new(format!(
                "The saved session {what}. It is kept as {}, and a new session starts.",
                shown(&beside)
            )),
            Err(error) => {
                self.blocked = true;
                self.failure = Some(Notice::new(format!("The session is not saved: {what}.")));
                Notice::new(format!(
                    "The saved session {what}, and it cannot be renamed because its folder {}. A new \
                     session starts, but it is not saved.",
                    disk::why(&error)
                ))
            }
        }
    }
}

impl Loaded {
    fn nothing(decision: &Decision, notices: Vec<Notice>) -> Self {
        Self { workspace: Workspace::of(decision), notices, found: false }
    }
}

/// Why a session could not be saved, and what to do about it.
fn unsaved(path: &Path, error: &io::Error) -> Notice {
    Notice::new(format!(
        "The session could not be saved: {} {}; fix that, or name another file with --session.",
        shown(path),
        disk::why(error)
    ))
}

/// Reads and decodes a session; `None` where there is no such file.
fn read(
    path: &Path,
    decision: &Decision,
    fingerprint: &str,
) -> Result<Option<(Vec<u8>, Decoded)>, Cause> {
    let Some(bytes) = disk::read(path, LIMIT).map_err(Cause::Io)? else { return Ok(None) };
    let text = std::str::from_utf8(&bytes).map_err(|_| Cause::NotText)?;
    let decoded = decode(text, decision, fingerprint).map_err(Cause::Faulty)?;
    Ok(Some((bytes, decoded)))
}

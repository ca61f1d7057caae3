//! From the arguments to a pack and a judgement on it.

use std::cell::OnceCell;
use std::path::Path;

use super::args::Judge;
use super::failure::Failure;
use super::inputs::{Inputs, whole};
use super::output;
use super::settings::shown;
use crate::assessment::{Assessment, assess};
use crate::decision::{ClaimRef, text};
use crate::diagnostic::nearest;
use crate::disk;
use crate::judgement::{Judgement, Workspace};
use crate::pack::{self, Origin, Pack};
use crate::report::{Context, Request, shell_word};
use crate::session::{Notice, Place, Store};

/// A decision, what the session and the options say of it, and where the session lives.
#[derive(Debug)]
pub(super) struct Case {
    /// The pack as it was named, as far as that is text.
    pub(super) name: String,
    pub(super) pack: Pack,
    /// The present judgement and the scenarios.
    pub(super) workspace: Workspace,
    pub(super) store: Store,
    /// What the user should hear before anything else.
    pub(super) notices: Vec<Notice>,
}

impl Case {
    /// Opens the pack, loads the session and applies the options, in the order in which the help
    /// lists them.
    pub(super) fn open(name: &Path, judge: &Judge) -> Result<Self, Failure> {
        let pack = pack::open(name)?;
        let place = match &judge.session {
            Some(file) => Place::Named(file.clone()),
            None => Place::of_pack(&pack.decision.id, path_of(&pack)),
        };
        if let Some(file) = &judge.session {
            check_folder(file)?;
            check_is_no_part(file, &pack)?;
        }
        let mut store = Store::new(place, &pack.decision, &pack.fingerprint);
        let mut workspace = Workspace::of(&pack.decision);
        let mut notices = Vec::new();
        if !judge.fresh {
            let loaded = store.load(&pack.decision)?;
            (workspace, notices) = (loaded.workspace, loaded.notices);
            if let (false, Some(file)) = (loaded.found, &judge.session) {
                let file = file.to_string_lossy();
                notices.push(Notice::new(format!(
                    "There is no session file {} yet; the session starts from the pack's weights.",
                    text::line(&file)
                )));
            }
        }
        let mut case =
            Self { name: name.to_string_lossy().into_owned(), pack, workspace, store, notices };
        case.apply(judge)?;
        Ok(case)
    }

    /// What follows.
    pub(super) fn assess(&self) -> Assessment {
        assess(&self.pack.decision, &self.workspace.present)
    }

    /// The files that it all comes from.
    pub(super) fn inputs(&self) -> Inputs {
        Inputs::new(&self.pack.decision, path_of(&self.pack), self.store.place().path())
    }

    /// The session as text.
    pub(super) fn session(&self) -> String {
        self.store.text(&self.pack.decision, &self.workspace)
    }

    /// What a report is made from; `session` is the text of the session.
    pub(super) fn context<'a>(
        &'a self,
        assessment: &'a Assessment,
        session: &'a str,
        request: Request<'a>,
    ) -> Context<'a> {
        Context {
            decision: &self.pack.decision,
            judgement: &self.workspace.present,
            scenarios: self.workspace.scenarios.list(),
            assessment,
            robustness: OnceCell::new(),
            fingerprint: &self.pack.fingerprint,
            pack: &self.name,
            session,
            request,
        }
    }

    /// Says the notices on standard error.
    pub(super) fn say_notices(&self) {
        for notice in &self.notices {
            output::complain(&format!("note: {notice}"));
        }
    }

    fn apply(&mut self, judge: &Judge) -> Result<(), Failure> {
        let decision = &self.pack.decision;
        let judgement = &mut self.workspace.present;
        if let Some(id) = &judge.use_case {
            let ids = decision.use_cases.iter().map(|it| it.id.as_str());
            let found = decision.use_case(id);
            let use_case = found.ok_or_else(|| unknown(&self.name, "use case", id, ids))?;
            judgement.apply_use_case(decision, use_case);
        }
        for (id, weight) in &judge.weight {
            let found = judgement.criteria(decision).position(|it| it.id == *id);
            let criterion = found.ok_or_else(|| {
                let ids = judgement.criteria(decision).map(|it| it.id.as_str());
                unknown(&self.name, "criterion", id, ids)
            })?;
            judgement.set_weight(criterion, *weight);
        }
        for (id, trust) in &judge.trust {
            let ids = decision.sources.iter().map(|it| it.id.as_str());
            let found = decision.source(id);
            let source = found.ok_or_else(|| unknown(&self.name, "source", id, ids))?;
            judgement.set_trust(source, *trust);
        }
        for id in &judge.exclude {
            exclude(&self.pack, &self.name, judgement, id)?;
        }
        Ok(())
    }
}

/// Excludes what an id names: a claim where it has a slash, else a criterion, else an alternative;
/// `criterion:` and `alternative:` before it say which.
fn exclude(pack: &Pack, name: &str, judgement: &mut Judgement, id: &str) -> Result<(), Failure> {
    let decision = &pack.decision;
    if id.contains('/') {
        let claim = decision.find_claim(id).ok_or_else(|| {
            let ids = claim_ids(pack);
            unknown_claim(name, id, ids.iter().map(String::as_str))
        })?;
        judgement.set_claim_excluded(claim, true);
        return Ok(());
    }
    let (kind, id) = match id.split_once(':') {
        Some((kind @ ("criterion" | "alternative"), id)) => (kind, id),
        _ => ("criterion or alternative", id),
    };
    let criterion = judgement.criteria(decision).position(|it| it.id == id);
    if let Some(criterion) = criterion.filter(|_| kind != "alternative") {
        judgement.set_criterion_excluded(criterion, true);
        return Ok(());
    }
    let Some(alternative) = decision.alternative(id).filter(|_| kind != "criterion") else {
        let criteria = judgement.criteria(decision).map(|it| it.id.as_str());
        let alternatives = decision.alternatives.iter().map(|it| it.id.as_str());
        return Err(match kind {
            "criterion" => unknown(name, kind, id, criteria),
            "alternative" => unknown(name, kind, id, alternatives),
            _ => unknown(name, kind, id, criteria.chain(alternatives)),
        });
    };
    if judgement.set_alternative_excluded(decision, alternative, true) {
        return Ok(());
    }
    let id = text::line(id);
    Err(Failure::Usage(format!(
        "--exclude {id} would leave fewer than two alternatives to compare; exclude fewer"
    )))
}

/// Objects to a session in a folder that does not exist: it could neither be read nor saved.
fn check_folder(file: &Path) -> Result<(), Failure> {
    let target = disk::resolve(file).unwrap_or_else(|_| file.to_owned());
    let folder = disk::folder_of(&target);
    if folder.exists() {
        return Ok(());
    }
    Err(Failure::Work(format!(
        "there is no folder {} for the session file {}; create it, or name another file with --session",
        shown(folder),
        shown(file)
    )))
}

/// Objects to a session where the pack would take it for a part of itself.
fn check_is_no_part(file: &Path, pack: &Pack) -> Result<(), Failure> {
    let inputs = Inputs::new(&pack.decision, path_of(pack), None);
    if !whole(file).is_some_and(|it| inputs.reads(&it)) {
        return Ok(());
    }
    Err(Failure::Work(format!(
        "the session file {} would be read as part of the pack; name a file outside the pack",
        shown(file)
    )))
}

/// What to say of an id that names nothing of its kind.
pub(super) fn unknown<'a>(
    pack: &str,
    kind: &str,
    id: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Failure {
    let pack = text::line(pack);
    let hint = did_you_mean(id, known);
    let id = text::line(id);
    let word = shell_word(&pack);
    Failure::Usage(format!(
        "{pack} has no {kind} `{id}`{hint} `weigh list {word}` shows the ids it has"
    ))
}

/// The same for claims, which are too many for a list: those of a criterion are explained with it.
fn unknown_claim<'a>(pack: &str, id: &str, known: impl IntoIterator<Item = &'a str>) -> Failure {
    let pack = text::line(pack);
    let hint = did_you_mean(id, known);
    let id = text::line(id);
    let word = shell_word(&pack);
    Failure::Usage(format!(
        "{pack} has no claim `{id}`{hint} `weigh explain --pack {word} CRITERION` shows the ids of \
         the claims on a criterion"
    ))
}

/// The end of a sentence about an unknown id: the nearest known one, where one is near.
fn did_you_mean<'a>(id: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    match nearest(id, known) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => ".".to_owned(),
    }
}

/// The ids of all claims of a pack.
fn claim_ids(pack: &Pack) -> Vec<String> {
    let criteria = pack.decision.criteria.iter().enumerate();
    criteria
        .flat_map(|(j, it)| (0..it.claims.len()).map(move |c| ClaimRef::new(j, c)))
        .map(|at| pack.decision.claim_id(at))
        .collect()
}

/// The path of a pack that is not bundled.
pub(super) fn path_of(pack: &Pack) -> Option<&Path> {
    match &pack.origin {
        Origin::Bundled(_) => None,
        Origin::Disk(path) => Some(path),
    }
}

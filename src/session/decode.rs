//! From the text of a session to a workspace.

mod own;
mod tables;

pub(super) use self::tables::SESSION;
use super::{Kept, Notice, SCHEMA};
use crate::decision::{Decision, Trust, Weight, text};
use crate::diagnostic::{Fault, Faults, Fields, Item, quoted};
use crate::judgement::{Judgement, Scenarios, Subject, Workspace};

/// What a session says.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The present judgement and the scenarios.
    pub workspace: Workspace,
    /// What was not understood, to be written back.
    pub kept: Kept,
    /// What the user should hear.
    pub notices: Vec<Notice>,
}

/// Reads a session of this decision; `fingerprint` is the pack's. An empty text is the session of
/// somebody who has changed nothing.
///
/// # Errors
/// When the text is not TOML, not a session, one of another pack or another schema, or contains
/// numbers that are off their scale: everything that is wrong with it.
pub fn decode(text: &str, decision: &Decision, fingerprint: &str) -> Result<Decoded, Faults> {
    let mut reader = Reader::new(decision, false);
    if !text.trim().is_empty() {
        let read =
            Fields::parse(text, &SESSION).and_then(|fields| reader.session(fields, fingerprint));
        reader.collect(read);
    }
    reader.finish(text)
}

/// Reads on past what is wrong, to report all of it.
struct Reader<'a> {
    decision: &'a Decision,
    judgement: Judgement,
    scenarios: Scenarios,
    kept: Kept,
    /// What was kept, in words, such as "criterion `speed`".
    unknown: Vec<String>,
    faults: Vec<Fault>,
    /// Whether the pack is not the one the session was written for.
    pack_changed: bool,
}

/// How one entry of a section is read.
type ReadEntry<'a> = fn(&mut Reader<'a>, &str, &Item<'_>) -> Result<(), Fault>;

impl<'a> Reader<'a> {
    fn new(decision: &'a Decision, pack_changed: bool) -> Self {
        Self {
            decision,
            judgement: Judgement::of(decision),
            scenarios: Scenarios::default(),
            kept: Kept::default(),
            unknown: Vec::new(),
            faults: Vec::new(),
            pack_changed,
        }
    }

    fn finish(self, text: &str) -> Result<Decoded, Faults> {
        if !self.faults.is_empty() {
            return Err(Faults::new(text, self.faults));
        }
        let mut notices = Vec::new();
        if self.pack_changed {
            notices.push(Notice::new(
                "The pack has changed since this session was saved; your changes still apply.",
            ));
        }
        if !self.unknown.is_empty() {
            notices.push(unknown_notice(&self.unknown));
        }
        let workspace = Workspace { present: self.judgement, scenarios: self.scenarios };
        Ok(Decoded { workspace, kept: self.kept, notices })
    }

    /// Notes what was wrong, if anything was.
    fn collect(&mut self, read: Result<(), Fault>) {
        self.faults.extend(read.err());
    }

    /// The whole session.
    fn session(&mut self, mut fields: Fields<'_>, fingerprint: &str) -> Result<(), Fault> {
        self.is_ours(&mut fields)?;
        let written_for = fields.take_string("fingerprint")?;
        self.pack_changed = !written_for.is_empty() && written_for != fingerprint;
        if let Some(item) = fields.take("date") {
            let read = self.date(&item);
            self.collect(read);
        }
        self.items(fields.take("scenario"), |it, _, item| it.scenario(item));
        self.judgement(fields)
    }

    /// A named judgement. What it names and the pack does not have is kept with it.
    fn scenario(&mut self, item: &Item<'_>) -> Result<(), Fault> {
        let mut fields = item.table()?;
        let name = fields.take("name").ok_or_else(|| {
            item.fault("a scenario needs a name", "write name = \"What it is called\"")
        })?;
        let mut inner = Self::new(self.decision, self.pack_changed);
        let read = inner.judgement(fields);
        inner.collect(read);
        self.faults.append(&mut inner.faults);
        let id = name.string()?;
        let within = |what: String| format!("{what} in the scenario {}", quoted(id));
        self.unknown.extend(inner.unknown.into_iter().map(within));
        let saved = self.scenarios.add(id, inner.judgement);
        saved.map_err(|error| {
            name.fault(error.to_string(), "give it a name that no other scenario has")
        })?;
        if let Some(scenario) = self.scenarios.list().last() {
            self.kept.scenario(scenario, inner.kept);
        }
        Ok(())
    }

    /// What somebody thinks: the present judgement, or a scenario.
    fn judgement(&mut self, mut fields: Fields<'_>) -> Result<(), Fault> {
        // Your own criteria come first, since the rest may name them.
        self.items(fields.take("criterion"), |it, _, item| it.own_criterion(item));
        if let Some(item) = fields.take("use_case") {
            let read = self.use_case(&item);
            self.collect(read);
        }
        let note = fields.take_string("note");
        let note = note.map(|note| self.judgement.set_note(Subject::Decision, text::lines(&note)));
        self.collect(note);
        self.items(fields.take("excluded_criteria"), Self::exclude_criterion);
        self.items(fields.take("excluded_claims"), Self::exclude_claim);
        self.items(fields.take("excluded_alternatives"), Self::exclude_alternative);
        self.entries(fields.take("weights"), Self::weight);
        self.entries(fields.take("trust"), Self::trust);
        self.entries(fields.take("own_rating"), Self::own_ratings);
        self.entries(fields.take("notes"), Self::note);
        for (key, item) in fields.rest() {
            self.unknown.push(format!("key {}", quoted(&key)));
            self.kept.top(&key, item.kept()?);
        }
        Ok(())
    }

    /// Objects to whatever is not a session of this schema and this pack.
    fn is_ours(&self, fields: &mut Fields<'_>) -> Result<(), Fault> {
        let missing = |key: &str| Fault {
            at: 0..0,
            what: format!("this is not a session file: it has no `{key}`"),
            help: format!(
                "a session file begins with schema = {SCHEMA} and pack = \"{}\"",
                self.decision.id
            ),
        };
        let schema = fields.take("schema").ok_or_else(|| missing("schema"))?;
        let number = schema.integer()?;
        if number != SCHEMA {
            let what = format!(
                "this session file uses schema {number}, but this version of weigh reads schema {SCHEMA}"
            );
            return Err(schema.fault(what, "open it with the version of weigh that wrote it"));
        }
        let pack = fields.take("pack").ok_or_else(|| missing("pack"))?;
        let id = pack.string()?;
        if id != self.decision.id {
            let what = format!("this session file belongs to the pack {}", quoted(id));
            let help =
                format!("open that pack, or name a session file of {}", quoted(&self.decision.id));
            return Err(pack.fault(what, help));
        }
        Ok(())
    }

    /// Reads every entry of a section.
    fn entries(&mut self, section: Option<Item<'_>>, read: ReadEntry<'a>) {
        let Some(section) = section else { return };
        match section.table() {
            Ok(fields) => {
                for (key, item) in fields.rest() {
                    let read = read(self, &key, &item);
                    self.collect(read);
                }
            }
            Err(fault) => self.faults.push(fault),
        }
    }

    /// Reads every item of a list; those that are strings, with the string.
    fn items(&mut self, list: Option<Item<'_>>, read: ReadEntry<'a>) {
        let Some(list) = list else { return };
        match list.list() {
            Ok(items) => {
                for item in items {
                    let read = read(self, item.string().unwrap_or_default(), &item);
                    self.collect(read);
                }
            }
            Err(fault) => self.faults.push(fault),
        }
    }

    /// The day stands beside the judgement, not in it: thinking the same on another day is no change.
    fn date(&mut self, item: &Item<'_>) -> Result<(), Fault> {
        item.day()?;
        self.kept.top(Kept::DATE, item.kept()?);
        Ok(())
    }

    /// The use case with its weights; the table of weights says what differs from them.
    fn use_case(&mut self, item: &Item<'_>) -> Result<(), Fault> {
        let id = item.string()?;
        if let Some(use_case) = self.decision.use_case(id) {
            self.judgement.apply_use_case(self.decision, use_case);
        } else {
            self.unknown.push(format!("use case {}", quoted(id)));
            self.kept.top("use_case", item.kept()?);
        }
        Ok(())
    }

    fn exclude_criterion(&mut self, id: &str, item: &Item<'_>) -> Result<(), Fault> {
        item.string()?;
        if let Some(criterion) = self.criterion(id) {
            self.judgement.set_criterion_excluded(criterion, true);
        } else {
            self.unknown.push(format!("criterion {}", quoted(id)));
            self.kept.item("excluded_criteria", item.kept()?);
        }
        Ok(())
    }

    fn exclude_claim(&mut self, id: &str, item: &Item<'_>) -> Result<(), Fault> {
        item.string()?;
        if let Some(claim) = self.decision.find_claim(id) {
            self.judgement.set_claim_excluded(claim, true);
        } else {
            self.unknown.push(format!("claim {}", quoted(id)));
            self.kept.item("excluded_claims", item.kept()?);
        }
        Ok(())
    }

    fn exclude_alternative(&mut self, id: &str, item: &Item<'_>) -> Result<(), Fault> {
        item.string()?;
        let Some(alternative) = self.decision.alternative(id) else {
            self.unknown.push(format!("alternative {}", quoted(id)));
            self.kept.item("excluded_alternatives", item.kept()?);
            return Ok(());
        };
        if self.judgement.set_alternative_excluded(self.decision, alternative, true) {
            Ok(())
        } else {
            let what = "this excludes all alternatives except one";
            Err(item.fault(what, "leave at least two alternatives to compare"))
        }
    }

    fn weight(&mut self, id: &str, item: &Item<'_>) -> Result<(), Fault> {
        let weight = weight_of(item)?;
        match self.criterion(id) {
            Some(criterion) => self.judgement.set_weight(criterion, weight),
            None => self.keep("criterion", "weights", id, item)?,
        }
        Ok(())
    }

    fn trust(&mut self, id: &str, item: &Item<'_>) -> Result<(), Fault> {
        let number = item.number()?;
        let trust = Trust::new(number).ok_or_else(|| {
            item.fault(
                format!("trust must be between 0 and 1, not {number}"),
                "0 is no trust, 1 is full trust",
            )
        })?;
        match self.decision.source(id) {
            Some(source) => self.judgement.set_trust(source, trust),
            None => self.keep("source", "trust", id, item)?,
        }
        Ok(())
    }

    fn note(&mut self, id: &str, item: &Item<'_>) -> Result<(), Fault> {
        let note = text::lines(item.string()?);
        match self.criterion(id) {
            Some(criterion) => self.judgement.set_note(Subject::Criterion(criterion), note),
            None => self.keep("criterion", "notes", id, item)?,
        }
        Ok(())
    }

    /// Keeps an entry of a section whose id the pack does not have.
    fn keep(
        &mut self,
        kind: &str,
        section: &'static str,
        id: &str,
        item: &Item<'_>,
    ) -> Result<(), Fault> {
        self.unknown.push(format!("{kind} {}", quoted(id)));
        self.kept.entry(section, &[id], item.kept()?);
        Ok(())
    }

    /// Index of the criterion with this id, the pack's or your own.
    fn criterion(&self, id: &str) -> Option<usize> {
        self.judgement.criteria(self.decision).position(|it| it.id == id)
    }
}

fn weight_of(item: &Item<'_>) -> Result<Weight, Fault> {
    let number = item.number()?;
    Weight::from_f64(number).ok_or_else(|| {
        let help = "write a number such as 7.5";
        item.fault(
            format!("weight must be between 0 and 10, with at most one decimal, not {number}"),
            help,
        )
    })
}

/// Says what a session names and the pack does not have.
fn unknown_notice(unknown: &[String]) -> Notice {
    const LISTED: usize = 4;
    // What several tables and scenarios name is one thing that is not there.
    let mut named: Vec<&String> = Vec::new();
    for it in unknown {
        if !named.contains(&it) {
            named.push(it);
        }
    }
    let mut listed: Vec<String> = named.iter().take(LISTED).map(|&it| it.clone()).collect();
    if named.len() > LISTED {
        listed.push(format!("{} more", named.len() - LISTED));
    }
    Notice::new(format!(
        "Some entries of the session do not fit this pack: {}. They stay in the session file but \
         have no effect.",
        listed.join("; ")
    ))
}

//! What is asked of a report, beside its format: how much it says, and what stands on it.

/// The status of a record unless told.
pub const PROPOSED: &str = "proposed";

/// How much a report says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The verdict and what it rests on, without the evidence claim by claim.
    Verdict,
    /// Everything.
    Full,
}

/// What is asked of a report. The default asks for nothing in particular.
#[derive(Debug, Clone, Copy, Default)]
pub struct Request<'a> {
    /// How much it says; the format's own choice where nobody says.
    pub scope: Option<Scope>,
    /// The day to put on it, `YYYY-MM-DD`.
    pub date: Option<&'a str>,
    /// The status of a record, such as `accepted`; [`PROPOSED`] where nobody says.
    pub status: Option<&'a str>,
    /// Who made the decision that is recorded.
    pub decision_makers: &'a [String],
}

impl Scope {
    /// Every scope, the smallest first.
    pub const ALL: [Self; 2] = [Self::Verdict, Self::Full];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Full => "full",
        }
    }

    /// What it is, in a few words.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Verdict => "the verdict and what it rests on",
            Self::Full => "everything, claim by claim",
        }
    }

    /// The scope with this name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl<'a> Request<'a> {
    /// Whether everything is said.
    pub(super) fn is_full(&self) -> bool {
        self.scope != Some(Scope::Verdict)
    }

    /// The options of the command line that ask for the same.
    pub(super) fn options(&self) -> Vec<(&'static str, &'a str)> {
        let scope = self.scope.map(|it| ("--scope", it.name()));
        let date = self.date.map(|it| ("--date", it));
        let status = self.status.map(|it| ("--status", it));
        let makers = self.decision_makers.iter().map(|it| ("--decision-maker", it.as_str()));
        scope.into_iter().chain(date).chain(status).chain(makers).collect()
    }
}

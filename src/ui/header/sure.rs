//! How sure the lead is, in words: on how many of the weightings that could have been chosen it
//! holds.
//!
//! The weightings near the present one come first: of those there are to be of all, most are nobody's.
//!
//! Which words there is room for depends on the widest figures there could be, not on those there
//! are, so that nothing moves when figures get better.

use crate::app::App;
use crate::assessment::Strength;
use crate::ui::Look;
use crate::ui::look::cautious_percent;
use crate::ui::text::width;

/// The shares of the weightings on which somebody leads, ready to be read.
struct Shares {
    /// Who does what: `wins`, where the verdict has named the leader.
    wins: String,
    /// On all weightings.
    any: String,
    /// How far off that may be; empty where it is exact.
    error: String,
    near: String,
    ranking: String,
}

/// How sure the lead is, in exactly so many lines, 1 or 2.
pub(super) fn lines(app: &App, look: &Look, cells: usize, lines: usize) -> Option<Vec<String>> {
    let shares = Shares::of(app, look)?;
    let forms = if lines > 1 { Shares::two_lines } else { Shares::one_line };
    let widest = shares.widest();
    let fits = |form: usize| {
        let lines = forms(&widest, form);
        lines.is_some_and(|lines| lines.iter().all(|line| width(line) <= cells))
    };
    // The first one that fits, or the last one there is.
    let next = |form: &usize| {
        let next = form + 1;
        (!fits(*form) && forms(&widest, next).is_some()).then_some(next)
    };
    forms(&shares, std::iter::successors(Some(0), next).last()?)
}

impl Shares {
    fn of(app: &App, look: &Look) -> Option<Self> {
        let (assessment, alternatives) = (app.assessment(), &app.decision().alternatives);
        let verdict = assessment.verdict()?;
        let name = |a: usize| alternatives[a].name.as_str();
        let known = app.robustness();
        // A tie names two; told of is the one that wins more of what is near.
        let (mut first, mut second, mut whose) = (verdict.first, verdict.second, String::new());
        if verdict.strength == Strength::Tie {
            let is_less = match known {
                Some(known) => known.near[first] < known.near[second],
                None => assessment.ahead(first, second)?.1 < 0.5,
            };
            if is_less {
                (first, second) = (second, first);
            }
            whose = format!("{} ", name(first));
        }
        let Some(known) = known else {
            // One against one is exact, and quickly said.
            let (any, near) = assessment.ahead(first, second)?;
            let wins = match alternatives.len() {
                2 => format!("{whose}wins"),
                _ => format!("{whose}beats {} on", name(second)),
            };
            let ranking = look.glyphs.ellipsis.into();
            return Some(Self {
                wins,
                any: cautious_percent(any),
                error: String::new(),
                near: cautious_percent(near),
                ranking,
            });
        };
        let share = |shares: &[f64]| cautious_percent(shares[first]);
        let error = look.error(known.any_error);
        Some(Self {
            wins: format!("{whose}wins"),
            any: share(&known.any),
            error,
            near: share(&known.near),
            ranking: share(&known.ranking),
        })
    }

    /// The same with the widest figures there could be.
    fn widest(&self) -> Self {
        let widest = || ">99%".to_owned();
        let (wins, error) = (self.wins.clone(), self.error.clone());
        Self { wins, any: widest(), error, near: widest(), ranking: widest() }
    }

    /// On one line: the form with this number, from many words to few.
    fn one_line(&self, form: usize) -> Option<Vec<String>> {
        let Self { wins, any, error, near, ranking } = self;
        let line = match form {
            0 => format!(
                "{wins} {near} near yours, {any}{error} of all weightings, {ranking} in your ranking"
            ),
            1 => format!("{wins} {near} near yours, {any}{error} of all weightings"),
            2 => format!("{wins} {near} near yours, {any}{error} overall"),
            3 => format!("{wins} {near} near yours"),
            4 => format!("near yours {near}"),
            _ => return None,
        };
        Some(vec![line])
    }

    /// The same on two lines.
    fn two_lines(&self, form: usize) -> Option<Vec<String>> {
        let Self { wins, any, error, near, ranking } = self;
        let near = format!("{wins} {near} near yours");
        Some(match form {
            0 => vec![
                format!("{near}, {any}{error} of all weightings"),
                format!("{ranking} in your ranking"),
            ],
            1 => vec![near, format!("{any}{error} of all weightings, {ranking} in your ranking")],
            2 => vec![near, format!("{any}{error} overall, {ranking} in your ranking")],
            3 => vec![near, format!("{any}{error} of all weightings")],
            _ => return None,
        })
    }
}

//! Every figure and sign on the screen, in one table: where it stands, how it looks, what it means.
//!
//! The help is made from it. A label is how the figure looks with the characters of Unicode, with
//! numbers and names for an example.

/// A part of the screen with figures of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the titles say it")]
pub enum Spot {
    Header,
    UseCases,
    Criteria,
    CaseStudies,
    Evidence,
    WhatIf,
    Compare,
    Source,
    Sources,
    Disagreements,
    Reference,
    Shares,
    Swings,
    Weights,
    Pairs,
    Methods,
}

impl Spot {
    /// Every spot.
    pub const ALL: [Self; 16] = [
        Self::Header,
        Self::UseCases,
        Self::Criteria,
        Self::CaseStudies,
        Self::Evidence,
        Self::WhatIf,
        Self::Compare,
        Self::Source,
        Self::Sources,
        Self::Disagreements,
        Self::Reference,
        Self::Shares,
        Self::Swings,
        Self::Weights,
        Self::Pairs,
        Self::Methods,
    ];

    /// Its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Header => "the verdict, above everything",
            Self::UseCases => "use cases",
            Self::Criteria => "criteria",
            Self::CaseStudies => "case studies",
            Self::Evidence => "the evidence on a criterion",
            Self::WhatIf => "what if?",
            Self::Compare => "a scenario against now",
            Self::Source => "a source",
            Self::Sources => "sources",
            Self::Disagreements => "disagreements",
            Self::Reference => "the reference",
            Self::Shares => "how sure: shares",
            Self::Swings => "how sure: swings",
            Self::Weights => "how sure: weights",
            Self::Pairs => "how sure: pairs",
            Self::Methods => "how sure: methods",
        }
    }
}

/// A figure or sign on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// Where it stands.
    pub spot: Spot,
    /// How it looks.
    pub label: &'static str,
    /// What it means, in one line.
    pub meaning: &'static str,
}

/// Shortens the table below.
const fn figure(spot: Spot, label: &'static str, meaning: &'static str) -> Figure {
    Figure { spot, label, meaning }
}

/// Every figure and sign there is, spot by spot.
#[rustfmt::skip]
pub const FIGURES: &[Figure] = {
    use Spot as S;
    &[
        figure(S::Header, "72.1", "Score: 0 would be the worst rating on everything that counts, 100 the best"),
        figure(S::Header, "▓ ░", "On a bar: where the score could go if every disagreement among the sources fell against it, or for it"),
        figure(S::Header, "leads, +10.2", "Margin: the points between the first and the second. Below 2 it is too close to call, from 20 strong"),
        figure(S::Header, "wins 63%", "Of all ways to weigh the criteria, the share on which it comes first"),
        figure(S::Header, "beats X on 63%", "The same against the second alone, while the shares among all are being sampled"),
        figure(S::Header, "±0.6", "How far off the sampled share of all weightings may be, in points, 19 times out of 20; what the others are sampled to is told in How sure"),
        figure(S::Header, "98% near yours", "The same for the weightings like yours: those in which every criterion keeps at least half of its share"),
        figure(S::Header, "91% in your ranking", "The same for the weightings in which no criterion counts less than one that matters less to you"),
        figure(S::Header, "with X up at 7.9", "The nearest tipping point: the leader changes when this one weight moves there; or that no slider alone can do it"),
        figure(S::Header, "flips if 4% moves", "The least part of all weight that has to move from some criteria to another for somebody else to lead"),
        figure(S::Header, "▓░ at worst", "The verdict if every disagreement among the sources went against the leader"),
        figure(S::Header, "+3 changes", "How far you are from the use case, or from the pack: weights moved, evidence judged, notes"),

        figure(S::UseCases, "N 28", "Who would lead if you applied it, and by how many points"),
        figure(S::UseCases, "•", "The use case whose weights you started from"),
        figure(S::UseCases, "4 of 5", "On its page: how many of the sources that speak of it name this alternative"),
        figure(S::UseCases, "8.0  24%", "On its page: the weight it gives a criterion, and that criterion's share"),

        figure(S::Criteria, "━━●━━", "The slider: how important the criterion is to you, from 0 to 10"),
        figure(S::Criteria, "╼●  ●  ●╾", "The same a little further left, in the middle of its cell, and a little further right"),
        figure(S::Criteria, "━━ ╌╌", "Who would lead with the slider there; each alternative has its stroke and colour"),
        figure(S::Criteria, "┊", "A tipping point: beyond it somebody else leads"),
        figure(S::Criteria, "○", "A slider that counts for nothing: excluded, or not rated for every alternative"),
        figure(S::Criteria, "◇", "Where the scenario that you compare with has the slider"),
        figure(S::Criteria, "3.0", "The weight, from 0 (does not matter) to 10"),
        figure(S::Criteria, "24%", "Share: this criterion's weight over the sum of all; what the score counts with"),
        figure(S::Criteria, "N 3.2", "Contribution: whom the criterion speaks for, the first or the second, and how many points of the margin it gives"),
        figure(S::Criteria, "◂◂ ▸▸", "The same drawn, where there is room: each of the two has a side, and the largest contribution fills it"),
        figure(S::Criteria, "*", "Before a name: it has ratings or a note of your own"),

        figure(S::CaseStudies, "N D", "Which alternatives they use; some use several"),
        figure(S::CaseStudies, "52%", "How much it speaks to you: the shares of the criteria it tells about, added up"),

        figure(S::Evidence, "━━●━━ 2.5", "The rating: the mean of what the sources say, each as far as it is trusted"),
        figure(S::Evidence, "2–4", "The lowest and the highest rating among the sources; the thick part of the line"),
        figure(S::Evidence, "put N ahead", "How many sources rate this alternative higher than every other"),
        figure(S::Evidence, "[2]", "The number of the source, as in the list of sources"),
        figure(S::Evidence, "N 4.0", "Under a source: its own rating of that alternative, the mean of its claims"),
        figure(S::Evidence, "N 4 turns on ...", "One claim: whom it is about, the mark it was given, and what the source says in our words"),
        figure(S::Evidence, "!", "Why to be careful with what stands above it"),

        figure(S::WhatIf, "Curves", "The score of each alternative (upwards) as this one weight runs from 0 to 10 (to the right)"),
        figure(S::WhatIf, "D  N+", "Whose curve ends there; with a +, others end in the same point"),
        figure(S::WhatIf, "●", "Where the weight stands now"),
        figure(S::WhatIf, "┊ 7.9", "A tipping point: at this weight the leader changes"),
        figure(S::WhatIf, "leads from, to", "The weights between which it leads, everything else kept"),
        figure(S::WhatIf, "The map", "The weights of two criteria, one to the right and one upwards; each region shows who leads there, the point is where you are"),

        figure(S::Compare, "3.0→8.0", "A criterion's weight in the scenario, and now"),
        figure(S::Compare, "0→73%", "Its share in the scenario, and now"),
        figure(S::Compare, "+36.4", "By how many points its change moved the margin of the first over the second of now"),
        figure(S::Compare, "sum = margin", "The changes of all criteria add up to the change of the margin"),

        figure(S::Source, "Trust 50%", "How much its ratings count beside those of the other sources; at 0% it is not heard"),
        figure(S::Source, "N 4", "One claim: whom it is about, and the mark it was given"),

        figure(S::Sources, "claims", "How many single statements of the source the ratings rest on"),
        figure(S::Sources, "alone N 12.3", "Who would lead, and by how many points, if only this source were heard"),
        figure(S::Sources, "trust 50%", "How much its ratings count beside those of the others; you set it"),
        figure(S::Sources, "without N 4.2", "Who would lead, and by how many points, if this source were not heard"),

        figure(S::Disagreements, "points", "How far the margin moves between the two ends of what the sources say"),
        figure(S::Disagreements, "2.0–4.0", "The lowest and the highest rating of the alternative above it among the sources; +9: so many have no room"),

        figure(S::Reference, "[2]", "The number of a source, as in the list of sources"),
        figure(S::Reference, "▸", "What the page beside the list shows"),

        figure(S::Shares, "all weightings", "Of all ways to weigh the criteria, each as likely as any other, the share on which it comes first"),
        figure(S::Shares, "near yours", "The same where every criterion keeps at least half of the share you give it: for who would weigh much like you"),
        figure(S::Shares, "in your ranking", "The same where no criterion weighs less than one that is less important to you: your order holds, the sizes are open"),
        figure(S::Shares, "63.0% ±0.2", "Found by trying many weightings; the true figure lies that near, with 95% confidence. Without ± it is exact"),
        figure(S::Shares, "4 points moved", "The least weight that has to go from some criteria to another for somebody else to draw level"),
        figure(S::Shares, "4.2, not 2.5", "A single rating that would change the leader if it were this instead"),

        figure(S::Swings, "0╌╌╌●╌╌╌10", "Where the leader's margin over the best of the others goes as this one weight moves from 0 to 10, everything else kept"),
        figure(S::Swings, "-12.3  +18.3", "The margins where the two weights stand, the lower one first; below 0 somebody else leads"),
        figure(S::Swings, "━━ ╌╌", "Who leads: right of 0 whoever leads now, left of it whoever leads at the end of the bar to its left; strokes as on the sliders"),
        figure(S::Swings, "●", "The margin now: the same in every line"),
        figure(S::Swings, "┊", "A margin of 0: where the leader changes"),

        figure(S::Weights, "comes first on", "Of all ways to weigh the criteria, the share on which it comes first; these are its people"),
        figure(S::Weights, "○ 7.0%", "Your own share of a criterion: its weight over the sum of all"),
        figure(S::Weights, "● 20.1%", "The share that those give it, on average, who would choose the selected alternative"),
        figure(S::Weights, "+13.1", "By how many points they weigh it more than you, or less; the largest differences come first"),

        figure(S::Pairs, "63%", "The share of all weightings on which the alternative of the row is ahead of that of the column; exact"),

        figure(S::Methods, "N  TOPSIS", "Whom another method puts first, given the same ratings and shares"),
        figure(S::Methods, "0.648", "The score it gives, on a scale of its own: to be compared within a line only"),
        figure(S::Methods, "3 of 4 agree", "How many of them put the same alternative first as the verdict does"),
    ]
};

impl Figure {
    /// The figures of a spot.
    pub fn of(spot: Spot) -> impl Iterator<Item = &'static Self> {
        FIGURES.iter().filter(move |it| it.spot == spot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spot_has_figures_and_every_label_stands_once_in_its_spot() {
        for spot in Spot::ALL {
            assert!(Figure::of(spot).next().is_some(), "{spot:?}");
            let mut labels: Vec<&str> = Figure::of(spot).map(|it| it.label).collect();
            labels.sort_unstable();
            labels.dedup();
            assert_eq!(labels.len(), Figure::of(spot).count(), "{spot:?}");
        }
    }

    #[test]
    fn meanings_begin_like_sentences_and_end_without_a_stop() {
        for Figure { label, meaning, .. } in FIGURES {
            assert!(meaning.starts_with(char::is_uppercase), "{label}: {meaning}");
            assert!(!meaning.ends_with('.'), "{label}: {meaning}");
        }
    }
}

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
    Overview,
    Reversals,
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
        Self::Overview,
        Self::Reversals,
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
            Self::Overview => "how sure: overview",
            Self::Reversals => "how sure: reversals",
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
        figure(S::Header, "leads clearly", "The verdict, by its confidence: under 65 % too close to call, under 80 % leans to, under 95 % leads, else leads clearly"),
        figure(S::Header, "79 % confidence", "How often the leader stays ahead of its closest rival when weights, sources and missing ratings vary: each weight by up to half of itself, on each criterion one source drawn by trust, a missing rating anywhere on its scale"),
        figure(S::Header, "ahead by 5.0", "Margin: the points between the leader and the runner-up"),
        figure(S::Header, "Tolerance 14 %", "The leader stays the same while no share changes by more than this part of itself; it is about weights only"),
        figure(S::Header, "2 ratings missing", "Ratings that are missing on criteria with weight, the weight that they touch, and what they could do to the verdict"),
        figure(S::Header, "Closest reversal", "The least part of the weight that has to move from one criterion to another so that a rival is tied"),
        figure(S::Header, "66.6", "Score: 0 would be the worst rating on every criterion that counts, 100 the best"),
        figure(S::Header, "├──█──┤", "On a bar: the range of the score that disagreement of the sources and missing ratings leave open; the bar is solid up to the score"),
        figure(S::Header, "+3 changes", "How much differs from the use case, or from the pack: weights, evidence, notes"),

        figure(S::UseCases, "N 28", "The alternative that would lead if you applied the use case, and by how many points"),
        figure(S::UseCases, "•", "The use case that is applied"),
        figure(S::UseCases, "4 of 5", "On its page: how many of the sources that mention the use case favour this alternative"),
        figure(S::UseCases, "8.0  24%", "On its page: the weight that it gives a criterion, and the share of that criterion"),

        figure(S::Criteria, "━━●━━", "The slider: the weight of the criterion, from 0 to 10"),
        figure(S::Criteria, "╼●  ●  ●╾", "The same a little further left, in the middle of its cell, and a little further right"),
        figure(S::Criteria, "━━ ╌╌", "The alternative that would lead with the slider there; each has its stroke and colour"),
        figure(S::Criteria, "┊", "A tipping point: a weight at which the leader changes"),
        figure(S::Criteria, "○", "The slider of a criterion that does not count: excluded, or not rated"),
        figure(S::Criteria, "◇", "Where the scenario that you compare with has the slider"),
        figure(S::Criteria, "3.0", "The weight, from 0 (does not matter) to 10"),
        figure(S::Criteria, "24%", "Share: the weight divided by the sum of all weights"),
        figure(S::Criteria, "N 3.2", "Contribution: which of leader and runner-up the criterion favours, and by how many points"),
        figure(S::Criteria, "◂◂ ▸▸", "The same drawn, where there is room: each of the two has a side, and the largest contribution fills it"),
        figure(S::Criteria, "*", "Before a name: it has ratings or a note of your own"),

        figure(S::CaseStudies, "N D", "The alternatives that they use; some use several"),
        figure(S::CaseStudies, "52%", "Relevance: the sum of the shares of the criteria that the case study concerns"),

        figure(S::Evidence, "━━●━━ 2.5", "The rating: the mean over the sources, weighted by trust"),
        figure(S::Evidence, "2–4", "The lowest and the highest rating among the sources; the thick part of the line"),
        figure(S::Evidence, "missing", "No rating that counts: on a criterion rated for others it counts as the pack says, the middle of the scale or the worst"),
        figure(S::Evidence, "put N ahead", "How many sources rate this alternative higher than every other"),
        figure(S::Evidence, "[2]", "The number of the source, as in the list of sources"),
        figure(S::Evidence, "N 4.0", "Under a source: its rating of that alternative, the mean of its claims"),
        figure(S::Evidence, "N 4 turns on ...", "One claim: the alternative, its rating, and what the source says in our words"),
        figure(S::Evidence, "!", "Why to be careful with the claim above it"),

        figure(S::WhatIf, "Curves", "The score of each alternative (upwards) as this one weight runs from 0 to 10 (to the right)"),
        figure(S::WhatIf, "D  N+", "The alternative whose curve ends there; with a +, others end in the same point"),
        figure(S::WhatIf, "●", "The weight now"),
        figure(S::WhatIf, "┊ 7.9", "A tipping point: at this weight the leader changes"),
        figure(S::WhatIf, "leads from, to", "The weights between which it leads, everything else kept"),
        figure(S::WhatIf, "The map", "The weights of two criteria, one to the right and one upwards; each region shows the leader there, the point shows the present weights"),

        figure(S::Compare, "3.0→8.0", "The weight of a criterion in the scenario, and now"),
        figure(S::Compare, "0→73%", "Its share in the scenario, and now"),
        figure(S::Compare, "+36.4", "By how many points its change moved the margin of the leader of now over the runner-up"),
        figure(S::Compare, "sum = margin", "The changes of all criteria add up to the change of the margin"),

        figure(S::Source, "Trust 50%", "How far you trust the source: how much its ratings count beside those of the others; at 0% they do not count"),
        figure(S::Source, "N 4", "One claim: the alternative, and its rating"),

        figure(S::Sources, "claims", "How many claims of the source the ratings rest on"),
        figure(S::Sources, "alone N 12.3", "The alternative that would lead, and by how many points, with this source alone"),
        figure(S::Sources, "trust 50%", "How far you trust the source: how much its ratings count beside those of the others"),
        figure(S::Sources, "without N 4.2", "The alternative that would lead, and by how many points, without this source"),

        figure(S::Disagreements, "points", "How far the margin moves between the ends of what the sources say"),
        figure(S::Disagreements, "2.0–4.0", "The lowest and the highest rating of the alternative above it among the sources; +9: so many have no room"),

        figure(S::Reference, "[2]", "The number of a source, as in the list of sources"),
        figure(S::Reference, "▸", "The entry that the page beside the list shows"),

        figure(S::Overview, "similar weights", "The share of similar weights on which the alternative comes first: every weight changed by up to half of itself"),
        figure(S::Overview, "same order", "The share of all weights in the same order as yours on which it comes first: no criterion weighs less than one that weighs less for you"),
        figure(S::Overview, "all weights", "The share of all weights there are, each as likely as any other, on which it comes first"),
        figure(S::Overview, "63.0 % ±0.2", "The share was drawn, and is right to within so many points (95 % confidence); without ± it is exact"),
        figure(S::Overview, "0╌╌╌●╌╌╌10", "The swing of one weight: the margin of the leader over the best of the others as this weight runs from 0 to 10, everything else kept"),
        figure(S::Overview, "-12.3  +18.3", "The lower and the higher margin of the two ends; below 0 another alternative leads"),
        figure(S::Overview, "━━ ╌╌", "The alternative that leads: right of 0 the present leader, left of 0 the one that leads at the end of the bar; strokes as on the sliders"),
        figure(S::Overview, "●", "The margin now: the same in every line"),
        figure(S::Overview, "┊", "A margin of 0: there the leader changes"),

        figure(S::Reversals, "Weight", "The least part of the weight that has to move so that a rival is tied; below it, if that is less, with criteria at weight 0 too"),
        figure(S::Reversals, "Slider", "The smallest change of one weight alone after which another alternative leads"),
        figure(S::Reversals, "Rating", "A single rating at which a rival is tied; the smallest changes first"),
        figure(S::Reversals, "Missing", "What is missing, and the rating of it from which on another alternative leads"),
        figure(S::Reversals, "Sources", "The verdict if every disagreement went against the leader"),
        figure(S::Reversals, "4 of 5 sources", "How many of the sources put the leader ahead when each is the only one that is trusted"),
        figure(S::Reversals, "[2]", "The verdict without this source, by its number in the list of sources"),

        figure(S::Weights, "comes first on", "The share of all weights on which it comes first; the list below is about these weights"),
        figure(S::Weights, "○ 7.0%", "Your own share of a criterion"),
        figure(S::Weights, "● 20.1%", "The mean share of a criterion among the weights on which the selected alternative comes first"),
        figure(S::Weights, "+13.1", "The difference of the two in points; the largest differences come first"),

        figure(S::Pairs, "63%", "The share of all weights on which the alternative of the row is ahead of that of the column; exact"),

        figure(S::Methods, "N  TOPSIS", "The alternative that another method chooses, given the same values and shares"),
        figure(S::Methods, "0.648", "The score that it gives, on a scale of its own: compare it within a line only"),
        figure(S::Methods, "3 of 4 agree", "How many of them choose the leader of the verdict"),
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

//! `weigh.report/1`: the report for programs. Stable; ids as keys, numbers unrounded.

mod judgement;
mod robustness;
mod scenarios;

use serde::{Serialize, Serializer};

use self::judgement::Session;
use self::robustness::{Opinion, RatingReversal, Reversal, Robustness, Weights};
use self::scenarios::Scenario;
use super::outline::weights::set_by;
use super::{Context, command};
use crate::assessment::{self, Band, words};

/// Renders the report.
pub(super) fn render(context: &Context<'_>) -> String {
    let report = Report::of(context);
    let mut json = serde_json::to_string_pretty(&report)
        .unwrap_or_else(|_| unreachable!("keys are strings, and nothing else can fail"));
    json.push('\n');
    json
}

/// A map whose entries stay in their order, which is the pack's.
struct Map<'a, T>(Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Map<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    decision: Decision<'a>,
    alternatives: Vec<Alternative<'a>>,
    verdict: Verdict<'a>,
    criteria: Vec<Criterion<'a>>,
    robustness: Option<Robustness<'a>>,
    rating_reversals: Vec<RatingReversal<'a>>,
    central_weights: Map<'a, Option<Weights<'a>>>,
    nearest_reversal: Option<Reversal<'a>>,
    sources: Vec<Source<'a>>,
    disagreements: Disagreements<'a>,
    second_opinions: Vec<Opinion<'a>>,
    case_studies: Vec<CaseStudy<'a>>,
    scenarios: Vec<Scenario<'a>>,
    judgement: Session<'a>,
    about: About<'a>,
}

#[derive(Serialize)]
struct Decision<'a> {
    id: &'a str,
    title: &'a str,
    question: &'a str,
}

#[derive(Serialize)]
struct Alternative<'a> {
    id: &'a str,
    name: &'a str,
    score: Option<f64>,
    /// With all its ratings at the least value among the sources, and at the most.
    low: Option<f64>,
    high: Option<f64>,
    /// With all its missing ratings at the worst, and at the best.
    missing_low: Option<f64>,
    missing_high: Option<f64>,
    first: Option<f64>,
    excluded: bool,
}

/// Who leads and by how much: all there is to say of a scenario.
#[derive(Serialize)]
struct Standing<'a> {
    leader: Option<&'a str>,
    margin: Option<f64>,
}

#[derive(Serialize)]
struct Verdict<'a> {
    leader: Option<&'a str>,
    runner_up: Option<&'a str>,
    margin: Option<f64>,
    strength: Option<&'static str>,
    tied: Vec<&'a str>,
    dominant: bool,
    confidence: Option<f64>,
    confidence_error: Option<f64>,
    closest_rival: Option<&'a str>,
    tolerance: Option<f64>,
    one_source: bool,
    weights_unset: bool,
    because: Vec<Contribution<'a>>,
    against: Vec<Contribution<'a>>,
    missing: Missing<'a>,
}

/// What a criterion adds to the margin of the leader over the runner-up.
#[derive(Serialize)]
struct Contribution<'a> {
    criterion: &'a str,
    points: f64,
}

#[derive(Serialize)]
struct Missing<'a> {
    share: f64,
    unrated: Vec<&'a str>,
    cells: Vec<Cell<'a>>,
    jointly: bool,
}

#[derive(Serialize)]
struct Cell<'a> {
    criterion: &'a str,
    alternative: &'a str,
    reversed_from: Option<f64>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a str,
    name: &'a str,
    group: &'a str,
    weight: f64,
    set_by: &'static str,
    share: f64,
    included: bool,
    excluded_because: Option<&'static str>,
    scale: Scale,
    unit: Option<&'a str>,
    values: Map<'a, f64>,
    ratings: Map<'a, Rating>,
    points: Map<'a, f64>,
    contribution: Option<f64>,
    bands: Vec<Stretch<'a>>,
    swing: Option<Swing<'a>>,
    disagreement: Option<&'static str>,
}

#[derive(Serialize)]
struct Scale {
    worst: f64,
    best: f64,
}

/// The margin of the first where a weight stands at either end of its slider.
#[derive(Serialize)]
struct Swing<'a> {
    at_0: SwingEnd<'a>,
    at_10: SwingEnd<'a>,
}

#[derive(Serialize)]
struct SwingEnd<'a> {
    margin: f64,
    leader: Option<&'a str>,
}

#[derive(Serialize)]
struct Rating {
    #[serde(rename = "rating")]
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    sources: usize,
    claims: usize,
    own: bool,
    missing: bool,
}

#[derive(Serialize)]
struct Stretch<'a> {
    from: f64,
    to: f64,
    leader: Option<&'a str>,
}

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    title: &'a str,
    trust: f64,
    rates_all: bool,
    leader_alone: Option<&'a str>,
    leader_without: Option<&'a str>,
    margin_without: Option<f64>,
    /// How many ratings would then be missing that are not missing now.
    missing_without: usize,
}

#[derive(Serialize)]
struct Disagreements<'a> {
    leader: Option<&'a str>,
    margin: Option<f64>,
}

#[derive(Serialize)]
struct CaseStudy<'a> {
    id: &'a str,
    name: &'a str,
    relevance: f64,
    alternatives: Vec<&'a str>,
}

/// How to make the report again.
#[derive(Serialize)]
struct About<'a> {
    weigh: &'static str,
    date: Option<&'a str>,
    command: String,
    /// The file that the command reads; nothing where its options say all.
    session: Option<&'a str>,
}

impl<'a> Report<'a> {
    fn of(context: &Context<'a>) -> Self {
        let Context { decision, assessment, .. } = *context;
        let disagreements = assessment.under_disagreements();
        let robustness = context.robustness();
        Self {
            schema: "weigh.report/1",
            decision: Decision {
                id: &decision.id,
                title: &decision.title,
                question: &decision.question,
            },
            alternatives: alternatives(context),
            verdict: verdict(context),
            criteria: criteria(context),
            robustness: robustness::robustness(context, robustness),
            rating_reversals: robustness::rating_reversals(context),
            central_weights: robustness::central_weights(context, robustness),
            nearest_reversal: robustness::nearest_reversal(context),
            sources: sources(context),
            disagreements: Disagreements {
                leader: id(context, disagreements.and_then(|it| it.leader)),
                margin: disagreements.map(|it| it.margin),
            },
            second_opinions: robustness::second_opinions(context),
            case_studies: case_studies(context),
            scenarios: context
                .scenarios
                .iter()
                .map(|it| scenarios::scenario(context, it))
                .collect(),
            judgement: Session::of(context),
            about: about(context),
        }
    }
}

/// Who leads in an assessment, and by how much.
fn standing<'a>(context: &Context<'a>, assessment: &assessment::Assessment) -> Standing<'a> {
    let verdict = assessment.verdict();
    Standing {
        leader: id(context, verdict.and_then(|it| it.leader)),
        margin: verdict.map(|it| it.margin),
    }
}

/// What the report's judgement comes to.
fn verdict<'a>(context: &Context<'a>) -> Verdict<'a> {
    let Context { decision, judgement, assessment, .. } = *context;
    let verdict = assessment.verdict();
    let leads = verdict.filter(|it| it.leader.is_some());
    let confidence = context.confidence();
    let mut contributions: Vec<(usize, f64)> = leads.map_or_else(Vec::new, |it| {
        let of = |j| (j, assessment.contribution(j, (it.first, it.second)));
        (0..assessment.criteria()).map(of).collect()
    });
    contributions.sort_by(|x, y| y.1.total_cmp(&x.1));
    let contribution = |&(j, points): &(usize, f64)| Contribution {
        criterion: &judgement.criterion(decision, j).id,
        points,
    };
    let tied = if leads.is_some() { Vec::new() } else { words::tied(assessment) };
    Verdict {
        leader: id(context, leads.and_then(|it| it.leader)),
        runner_up: id(context, leads.map(|it| it.second)),
        margin: verdict.map(|it| it.margin),
        strength: confidence.map(|it| assessment.strength(it).name()),
        tied: tied.into_iter().filter_map(|a| id(context, Some(a))).collect(),
        dominant: assessment.is_dominant(),
        confidence: confidence.and_then(|it| it.confidence),
        confidence_error: confidence.filter(|it| it.confidence.is_some()).map(|it| it.error),
        closest_rival: id(context, confidence.and_then(|it| it.closest_rival)),
        tolerance: verdict.map(|_| assessment.tolerance().unwrap_or(0.0)),
        one_source: assessment.rests_on_one_source(),
        weights_unset: assessment.is_unweighted(decision, judgement),
        because: contributions.iter().filter(|it| it.1 > 0.0).map(contribution).collect(),
        against: contributions.iter().rev().filter(|it| it.1 < 0.0).map(contribution).collect(),
        missing: missing(context),
    }
}

fn missing<'a>(context: &Context<'a>) -> Missing<'a> {
    let Context { decision, judgement, assessment, .. } = *context;
    let gaps = assessment.gaps();
    let criterion = |j: usize| judgement.criterion(decision, j);
    let cell = |gap: &assessment::Gap| Cell {
        criterion: &criterion(gap.criterion).id,
        alternative: &decision.alternatives[gap.alternative].id,
        reversed_from: gap
            .reversal
            .map(|it| decision.scale_of(criterion(gap.criterion)).at(it.value)),
    };
    Missing {
        share: gaps.share,
        unrated: gaps.unrated.iter().map(|&j| criterion(j).id.as_str()).collect(),
        cells: gaps.cells.iter().map(cell).collect(),
        jointly: gaps.jointly,
    }
}

/// The id of an alternative.
fn id<'a>(context: &Context<'a>, alternative: Option<usize>) -> Option<&'a str> {
    alternative.map(|a| context.decision.alternatives[a].id.as_str())
}

/// Something for every alternative.
fn by_alternative<'a, T>(context: &Context<'a>, value: impl Fn(usize) -> T) -> Map<'a, T> {
    let alternatives = context.decision.alternatives.iter().enumerate();
    Map(alternatives.map(|(a, it)| (it.id.as_str(), value(a))).collect())
}

fn alternatives<'a>(context: &Context<'a>) -> Vec<Alternative<'a>> {
    let Context { decision, judgement, assessment, .. } = *context;
    let scores = assessment.scores();
    let (ranges, missing) = (assessment.score_ranges(), assessment.missing_ranges());
    let number = |it: f64| scores.map(|_| it);
    let alternatives = decision.alternatives.iter().enumerate();
    alternatives
        .map(|(a, it)| Alternative {
            id: &it.id,
            name: &it.name,
            score: scores.map(|it| it[a]),
            low: number(ranges[a].0),
            high: number(ranges[a].1),
            missing_low: number(missing[a].0),
            missing_high: number(missing[a].1),
            first: context.confidence().map(|it| it.first[a]),
            excluded: judgement.is_alternative_excluded(a),
        })
        .collect()
}

fn criteria<'a>(context: &Context<'a>) -> Vec<Criterion<'a>> {
    let starts = context.judgement.starting_weights(context.decision);
    let of = |j: usize| criterion(context, set_by(context, &starts, j), j);
    (0..context.assessment.criteria()).map(of).collect()
}

fn criterion<'a>(context: &Context<'a>, set_by: &'static str, j: usize) -> Criterion<'a> {
    let Context { decision, judgement, assessment, .. } = *context;
    let it = judgement.criterion(decision, j);
    let (exclusion, scale) = (assessment.exclusion(j), decision.scale_of(it));
    let pair = assessment.verdict().map(|it| (it.first, it.second));
    let stretch =
        |band: Band| Stretch { from: band.from, to: band.to, leader: id(context, band.leader) };
    let end =
        |it: assessment::SwingEnd| SwingEnd { margin: it.margin, leader: id(context, it.leader) };
    Criterion {
        id: &it.id,
        name: &it.name,
        group: &it.group,
        weight: judgement.weight(j).size(),
        set_by,
        share: assessment.share(j),
        included: exclusion.is_none(),
        excluded_because: exclusion.map(|it| words::exclusion(*it)),
        scale: Scale { worst: scale.worst, best: scale.best },
        unit: scale.unit.as_deref(),
        values: by_alternative(context, |a| assessment.value(j, a)),
        ratings: by_alternative(context, |a| rating(context, j, a)),
        points: by_alternative(context, |a| assessment.points_of(j, a)),
        bands: assessment.bands(j).into_iter().map(stretch).collect(),
        contribution: pair.map(|it| assessment.contribution(j, it)),
        swing: assessment.swing(j).map(|it| Swing { at_0: end(it.at_zero), at_10: end(it.at_ten) }),
        disagreement: assessment.disagreement(j).map(assessment::Disagreement::name),
    }
}

fn rating(context: &Context<'_>, j: usize, a: usize) -> Rating {
    let rating = context.assessment.rating(j, a);
    Rating {
        mean: rating.map(|it| it.rating),
        low: rating.map(|it| it.low),
        high: rating.map(|it| it.high),
        sources: rating.map_or(0, |it| it.sources),
        claims: rating.map_or(0, |it| it.claims),
        own: rating.is_some_and(|it| it.own),
        missing: rating.is_none(),
    }
}

fn sources<'a>(context: &Context<'a>) -> Vec<Source<'a>> {
    let Context { decision, judgement, assessment, .. } = *context;
    let sources = decision.sources.iter().enumerate();
    sources
        .map(|(s, it)| {
            let without = assessment::without_source(decision, judgement, assessment, s);
            let alone = assessment::only_source(decision, judgement, s);
            let rated =
                |a: usize| decision.claims_from(s).any(|at| decision.claim(at).alternative == a);
            Source {
                id: &it.id,
                title: &it.title,
                trust: judgement.trust(s).size(),
                rates_all: (0..decision.alternatives.len()).all(rated),
                leader_alone: id(context, alone.and_then(|it| it.leader)),
                leader_without: id(context, without.verdict.and_then(|it| it.leader)),
                margin_without: without.verdict.map(|it| it.margin),
                missing_without: without.missing,
            }
        })
        .collect()
}

fn case_studies<'a>(context: &Context<'a>) -> Vec<CaseStudy<'a>> {
    let Context { decision, assessment, .. } = *context;
    decision
        .case_studies
        .iter()
        .map(|it| {
            // In the order of the pack, and each once however often it is used.
            let used = |a: &usize| it.uses.iter().any(|used| used.alternative == *a);
            let alternatives = (0..decision.alternatives.len()).filter(used);
            CaseStudy {
                id: &it.id,
                name: &it.name,
                relevance: assessment.relevance(it),
                alternatives: alternatives.filter_map(|a| id(context, Some(a))).collect(),
            }
        })
        .collect()
}

fn about<'a>(context: &Context<'a>) -> About<'a> {
    let command = command::of(context, "json");
    About {
        weigh: env!("CARGO_PKG_VERSION"),
        date: context.request.date,
        command: command.line,
        session: command.needs_session.then_some(context.session),
    }
}

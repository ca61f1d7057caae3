//! `weigh.report/1`: the report for programs. Stable; ids as keys, numbers unrounded.

mod judgement;
mod robustness;
mod scenarios;

use serde::{Serialize, Serializer};

use self::judgement::Session;
use self::robustness::{Opinion, Reversal, Robustness, Weights};
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
}

#[derive(Serialize)]
struct Verdict<'a> {
    leader: Option<&'a str>,
    margin: Option<f64>,
    strength: Option<&'static str>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a str,
    name: &'a str,
    weight: f64,
    set_by: &'static str,
    share: f64,
    included: bool,
    excluded_because: Option<String>,
    values: Map<'a, Option<f64>>,
    ratings: Map<'a, Rating>,
    points: Map<'a, f64>,
    bands: Vec<Stretch<'a>>,
    swing: Option<Swing<'a>>,
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
    leader_without: Option<&'a str>,
    margin_without: Option<f64>,
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
        let robustness = assessment.robustness();
        Self {
            schema: "weigh.report/1",
            decision: Decision {
                id: &decision.id,
                title: &decision.title,
                question: &decision.question,
            },
            alternatives: alternatives(context),
            verdict: verdict(context, assessment),
            criteria: (0..assessment.criteria()).map(|j| criterion(context, j)).collect(),
            robustness: robustness::robustness(context, robustness.as_ref()),
            central_weights: robustness::central_weights(context, robustness.as_ref()),
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

/// What an assessment comes to.
fn verdict<'a>(context: &Context<'a>, assessment: &assessment::Assessment) -> Verdict<'a> {
    let verdict = assessment.verdict();
    Verdict {
        leader: id(context, verdict.and_then(|it| it.leader)),
        margin: verdict.map(|it| it.margin),
        strength: verdict.map(|it| it.strength.name()),
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
    let scores = context.assessment.scores();
    let alternatives = context.decision.alternatives.iter().enumerate();
    alternatives
        .map(|(a, it)| Alternative { id: &it.id, name: &it.name, score: scores.map(|it| it[a]) })
        .collect()
}

fn criterion<'a>(context: &Context<'a>, j: usize) -> Criterion<'a> {
    let Context { decision, judgement, assessment, .. } = *context;
    let it = judgement.criterion(decision, j);
    let exclusion = assessment.exclusion(j);
    let stretch =
        |band: Band| Stretch { from: band.from, to: band.to, leader: id(context, band.leader) };
    let end =
        |it: assessment::SwingEnd| SwingEnd { margin: it.margin, leader: id(context, it.leader) };
    Criterion {
        id: &it.id,
        name: &it.name,
        weight: judgement.weight(j).size(),
        set_by: set_by(context, j),
        share: assessment.share(j),
        included: exclusion.is_none(),
        excluded_because: exclusion.map(|it| words::exclusion(decision, it)),
        values: by_alternative(context, |a| assessment.value(j, a)),
        ratings: by_alternative(context, |a| rating(context, j, a)),
        points: by_alternative(context, |a| assessment.points_of(j, a)),
        bands: assessment.bands(j).into_iter().map(stretch).collect(),
        swing: assessment.swing(j).map(|it| Swing { at_0: end(it.at_zero), at_10: end(it.at_ten) }),
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
    }
}

fn sources<'a>(context: &Context<'a>) -> Vec<Source<'a>> {
    let Context { decision, judgement, .. } = *context;
    let sources = decision.sources.iter().enumerate();
    sources
        .map(|(s, it)| {
            let without = assessment::without_source(decision, judgement, s);
            Source {
                id: &it.id,
                title: &it.title,
                trust: judgement.trust(s).size(),
                leader_without: id(context, without.and_then(|it| it.leader)),
                margin_without: without.map(|it| it.margin),
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

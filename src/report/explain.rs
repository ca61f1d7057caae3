//! One thing of a decision as plain text, evidence and all: what `weigh explain` prints.

use super::document::{Document, Text};
use super::outline::evidence::{case_lines, claim_line, favour_line};
use super::outline::weights::{rating_line, shares};
use super::{Context, text};
use crate::assessment::{source_mean, without_source, words};
use crate::decision::{ClaimRef, Example, Trust, Weight};
use crate::judgement::Subject;

/// Explains everything that has this id: a criterion, use case, case study, source, note, code
/// example or alternative. `None` where nothing has.
#[must_use]
pub fn explain(context: &Context<'_>, id: &str) -> Option<String> {
    let Context { decision, judgement, .. } = *context;
    let mut document = Document::default();
    let it = &mut document;
    if let Some(j) = judgement.criteria(decision).position(|it| it.id == id) {
        criterion(context, j, it);
    }
    if let Some(u) = decision.use_case(id) {
        use_case(context, u, it);
    }
    if let Some(c) = decision.case_study(id) {
        case_study(context, c, it);
    }
    if let Some(s) = decision.source(id) {
        source(context, s, it);
    }
    if let Some(n) = decision.notes.iter().position(|it| it.id == id) {
        note(context, n, it);
    }
    if let Some(a) = decision.alternative(id) {
        alternative(context, a, it);
    }
    if let Some(e) = decision.examples.iter().find(|it| it.id == id) {
        example(context, e, it);
    }
    (!document.blocks.is_empty()).then(|| text::document(&document))
}

fn criterion(context: &Context<'_>, j: usize, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let it = judgement.criterion(decision, j);
    title(document, "Criterion", &it.name);
    sentence(document, &it.question);
    let weight = judgement.weight(j);
    document.paragraph(match assessment.exclusion(j) {
        None => format!("Weight {weight}, share {}.", shares(context)[j]),
        Some(why) => format!("Weight {weight}; {}.", words::exclusion(*why)),
    });
    let scale = decision.scale_of(it);
    let (worst, best) = (words::written(scale.worst), words::written(scale.best));
    let unit = scale.unit.as_ref().map_or_else(String::new, |unit| format!(" {unit}"));
    document.paragraph(format!("From {worst}{unit} (worst) to {best}{unit} (best):"));
    let line = |a: usize| {
        let name = &decision.alternatives[a].name;
        format!("{name}: {}", rating_line(context, j, a)).into()
    };
    document.list((0..decision.alternatives.len()).map(line).collect());
    let yours: Vec<Text> = (0..decision.alternatives.len())
        .filter_map(|a| Some((a, judgement.own_rating(j, a)?)))
        .filter(|(_, own)| !own.reason.is_empty())
        .map(|(a, own)| format!("{}: {}", decision.alternatives[a].name, own.reason).into())
        .collect();
    if !yours.is_empty() {
        document.paragraph("Your reasons:");
        document.list(yours);
    }
    if let Some(note) = judgement.note(Subject::Criterion(j)) {
        document.paragraph(format!("Your note: {note}"));
    }
    let tippings = words::tipping(decision, judgement, assessment, j);
    if !tippings.is_empty() {
        document.paragraph("What would change the verdict:");
        document.list(tippings.into_iter().map(|it| it.sentence.into()).collect());
    }
    if it.claims.is_empty() {
        document.paragraph("No source rates this.");
    }
    for source in 0..decision.sources.len() {
        claims_of(context, j, source, document);
    }
}

/// What a source says on a criterion: what its claims amount to, and each of them.
fn claims_of(context: &Context<'_>, j: usize, source: usize, document: &mut Document) {
    let Context { decision, judgement, .. } = *context;
    let claims = &judgement.criterion(decision, j).claims;
    let mut own: Vec<usize> = (0..claims.len()).filter(|&c| claims[c].source == source).collect();
    if own.is_empty() {
        return;
    }
    own.sort_by_key(|&c| claims[c].alternative);
    let scale = decision.scale_of(judgement.criterion(decision, j));
    let mean = |a: usize| {
        let mean = words::rating(source_mean(decision, judgement, j, source, a)?, scale);
        Some(format!("{} {mean}", decision.alternatives[a].name))
    };
    let means: Vec<String> = (0..decision.alternatives.len()).filter_map(mean).collect();
    let trust = judgement.trust(source);
    let trust =
        if trust == Trust::FULL { String::new() } else { format!(", trust {}", trust.size()) };
    let title = &decision.sources[source].title;
    let amounts = if means.is_empty() { "all excluded".to_owned() } else { means.join(", ") };
    document
        .paragraph(Text::default().citation(source).plain(format!(" {title}{trust}: {amounts}")));
    let claim = |c: usize| {
        let at = ClaimRef::new(j, c);
        claim_line(context, at).plain(" Id: ").code(decision.claim_id(at))
    };
    document.list(own.into_iter().map(claim).collect());
}

fn use_case(context: &Context<'_>, u: usize, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let it = &decision.use_cases[u];
    title(document, "Use case", &it.name);
    sentence(document, &it.description);
    if !it.examples.is_empty() {
        document.paragraph(format!("Such as {}.", it.examples.join("; ")));
    }
    let applied = assessment.use_case(decision, judgement, u);
    let would = words::would(decision, assessment.verdict(), applied.verdict());
    document.paragraph(format!("If it is applied, {would}."));
    if let Some(kept) = words::kept(decision, judgement, u) {
        document.paragraph(format!("Kept: {kept}."));
    }
    document.paragraph("Its weights, set by the author of the pack as a starting point:");
    let mut weights = it.weights.clone();
    weights.sort_by_key(|&(j, weight)| (std::cmp::Reverse(weight), j));
    let line =
        |&(j, weight): &(usize, Weight)| format!("{}: {weight}", decision.criteria[j].name).into();
    document.list(weights.iter().map(line).collect());
    caution(document, it.caution.as_deref());
    if !it.favours.is_empty() {
        document.paragraph("Which side the sources take:");
        document.list(it.favours.iter().map(|it| favour_line(context, it)).collect());
        sources(context, document);
    }
}

fn case_study(context: &Context<'_>, c: usize, document: &mut Document) {
    let Context { decision, assessment, .. } = *context;
    let it = &decision.case_studies[c];
    title(document, "Case study", &it.name);
    sentence(document, &it.summary);
    let criteria: Vec<&str> =
        it.criteria.iter().map(|&j| decision.criteria[j].name.as_str()).collect();
    if !criteria.is_empty() {
        let relevance = words::decimal(100.0 * assessment.relevance(it));
        let criteria = words::list(&criteria);
        document.paragraph(format!("Concerns {criteria}: relevance {relevance} %."));
    }
    let use_cases: Vec<&str> =
        it.use_cases.iter().map(|&u| decision.use_cases[u].name.as_str()).collect();
    if !use_cases.is_empty() {
        document.paragraph(format!("Use cases: {}.", use_cases.join("; ")));
    }
    document.list(case_lines(context, it));
    sources(context, document);
}

fn source(context: &Context<'_>, s: usize, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let it = &decision.sources[s];
    title(document, "Source", &format!("[{}] {}", s + 1, it.title));
    let by: Vec<&str> =
        [&it.publisher, &it.published].into_iter().flatten().map(String::as_str).collect();
    if !by.is_empty() {
        document.paragraph(format!("{}.", by.join(", ")));
    }
    let trust = judgement.trust(s).size();
    let without = words::without_source(
        decision,
        judgement,
        assessment.verdict(),
        &without_source(decision, judgement, assessment, s),
    );
    document.paragraph(format!("Trust {trust}. Without it, {without}."));
    for (j, criterion) in decision.criteria.iter().enumerate() {
        let claims = (0..criterion.claims.len()).filter(|&c| criterion.claims[c].source == s);
        let lines: Vec<Text> = claims.map(|c| claim_line(context, ClaimRef::new(j, c))).collect();
        if !lines.is_empty() {
            document.heading(3, criterion.name.as_str());
            document.list(lines);
        }
    }
}

fn note(context: &Context<'_>, n: usize, document: &mut Document) {
    let decision = context.decision;
    let it = &decision.notes[n];
    let mut kind = it.kind.name().to_owned();
    kind[..1].make_ascii_uppercase();
    title(document, if kind == "Faq" { "Question" } else { &kind }, &it.title);
    body(&it.body, document);
    let sources = it.sources.iter().map(|&s| format!("[{}] {}", s + 1, decision.sources[s].title));
    let sources: Vec<Text> = sources.map(Text::from).collect();
    if !sources.is_empty() {
        document.paragraph("Sources:");
        document.list(sources);
    }
}

/// The same program by one alternative after the other.
fn example(context: &Context<'_>, it: &Example, document: &mut Document) {
    title(document, "Code", &it.title);
    for code in &it.codes {
        let name = &context.decision.alternatives[code.alternative].name;
        document.paragraph(format!("{name}, {}:", code.language));
        document.verbatim(code.text.as_str());
    }
}

/// The paragraphs and lists of a note.
fn body(body: &str, document: &mut Document) {
    let mut paragraph = String::new();
    let mut items: Vec<Text> = Vec::new();
    for line in body.lines().chain([""]) {
        let item = line.trim_start().strip_prefix("- ");
        if item.is_none() && !line.trim().is_empty() && items.is_empty() {
            paragraph.push_str(line);
            paragraph.push(' ');
            continue;
        }
        if !paragraph.is_empty() {
            document.paragraph(std::mem::take(&mut paragraph));
        }
        if let Some(item) = item {
            items.push(item.into());
        } else {
            document.list(std::mem::take(&mut items));
            if !line.trim().is_empty() {
                paragraph.push_str(line);
                paragraph.push(' ');
            }
        }
    }
}

fn alternative(context: &Context<'_>, a: usize, document: &mut Document) {
    let Context { decision, judgement, assessment, .. } = *context;
    let it = &decision.alternatives[a];
    title(document, "Alternative", &it.name);
    sentence(document, &it.summary);
    if let Some(scores) = assessment.scores() {
        document.paragraph(format!("Score: {}.", words::points(scores[a])));
    }
    let line = |j: usize| {
        let name = &judgement.criterion(decision, j).name;
        format!("{name}: {}", rating_line(context, j, a)).into()
    };
    document.list((0..assessment.criteria()).map(line).collect());
}

fn title(document: &mut Document, kind: &str, name: &str) {
    document.heading(2, format!("{kind}: {name}"));
}

fn sentence(document: &mut Document, text: &str) {
    if !text.is_empty() {
        document.paragraph(text);
    }
}

fn caution(document: &mut Document, caution: Option<&str>) {
    if let Some(caution) = caution {
        document.paragraph(format!("Caution: {caution}"));
    }
}

/// What the numbers in brackets stand for.
fn sources(context: &Context<'_>, document: &mut Document) {
    document.paragraph("Sources:");
    let source = |it: &crate::decision::Source| Text::from(it.title.as_str());
    document.numbered(context.decision.sources.iter().map(source).collect());
}

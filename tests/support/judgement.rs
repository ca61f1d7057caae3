//! Any judgement there may be.

use proptest::prelude::*;
use weigh::decision::{ClaimRef, Criterion, Decision, Scale, Trust, Weight, text};
use weigh::judgement::{Judgement, OwnRating, Subject};

/// A text as it comes out of the sanitiser, with what is special in TOML.
fn any_text() -> impl Strategy<Value = String> {
    let raw = prop_oneof!["\\PC{0,20}", "[\"'\\\\#=\\[\\]{}\n ab]{0,12}"];
    raw.prop_map(|it| text::lines(&it))
}

fn any_line() -> impl Strategy<Value = String> {
    any_text().prop_map(|it| text::line(&it).into_owned())
}

/// Any judgement on a decision, with up to three criteria of your own.
pub(crate) fn any_judgement(decision: &Decision) -> impl Strategy<Value = Judgement> + use<> {
    let decision = decision.clone();
    let own = (any_line(), any_line(), any_line(), 0_u8..=100, any::<bool>());
    (
        proptest::option::of(0..decision.use_cases.len()),
        proptest::collection::vec((any::<prop::sample::Index>(), 0_u8..=100, any::<bool>()), 0..12),
        proptest::collection::vec((any::<prop::sample::Index>(), 0.0..=1.0_f64), 0..4),
        proptest::collection::vec(
            (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
            0..6,
        ),
        proptest::collection::vec(own, 0..4),
        proptest::collection::vec(
            (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0.0..=1.0_f64, any_text()),
            0..6,
        ),
        proptest::collection::vec((any::<prop::sample::Index>(), any_text()), 0..4),
        any_text(),
    )
        .prop_map(move |(use_case, weights, trusts, excluded, own, ratings, notes, note)| {
            let mut judgement = Judgement::of(&decision);
            for (number, (name, question, group, tenths, measured)) in own.into_iter().enumerate() {
                judgement.add_criterion(Criterion {
                    id: format!("own {number}.{}", name.chars().take(3).collect::<String>())
                        .trim()
                        .into(),
                    name: format!("x{name}"),
                    question,
                    group,
                    weight: Weight::from_tenths(tenths).expect("in range"),
                    scale: measured.then(|| Scale {
                        worst: 1e9,
                        best: -0.25,
                        unit: Some("m\u{b2}".into()),
                    }),
                    claims: Vec::new(),
                });
            }
            if let Some(use_case) = use_case {
                judgement.apply_use_case(&decision, use_case);
            }
            let criteria = judgement.criteria_count();
            for (j, tenths, excluded) in weights {
                judgement
                    .set_weight(j.index(criteria), Weight::from_tenths(tenths).expect("in range"));
                judgement.set_criterion_excluded(j.index(criteria), excluded);
            }
            for (s, trust) in trusts {
                judgement.set_trust(
                    s.index(decision.sources.len()),
                    Trust::new(trust).expect("in range"),
                );
            }
            for (j, c) in excluded {
                let j = j.index(decision.criteria.len());
                let claims = decision.criteria[j].claims.len();
                if claims > 0 {
                    judgement.set_claim_excluded(ClaimRef::new(j, c.index(claims)), true);
                }
            }
            for (j, a, value, reason) in ratings {
                let (j, a) = (j.index(criteria), a.index(decision.alternatives.len()));
                let scale = decision.scale_of(judgement.criterion(&decision, j));
                let rating = scale.at(value).clamp(scale.low(), scale.high());
                judgement.set_own_rating(j, a, Some(OwnRating { rating, reason }));
            }
            for (j, note) in notes {
                judgement.set_note(Subject::Criterion(j.index(criteria)), note);
            }
            judgement.set_note(Subject::Decision, note);
            judgement
        })
}

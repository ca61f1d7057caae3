//! What holds of reports. `tests/report.rs` has what holds of them on the command line.

use super::*;
use crate::assessment::assess;
use crate::decision::tests::small;

fn rendered(id: &str, judgement: &Judgement) -> String {
    let decision = small();
    let assessment = assess(&decision, judgement);
    Format::of_id(id).expect("a format").render(Context {
        decision: &decision,
        judgement,
        scenarios: &[],
        assessment: &assessment,
        robustness: OnceCell::new(),
        fingerprint: "0123456789abcdef",
        pack: "small.toml",
        session: "schema = 1\n",
        request: Request::default(),
    })
}

#[test]
fn every_format_has_an_id_and_ends_with_a_line_break() {
    assert_eq!(FORMATS.len(), IDS.len());
    for (format, id) in FORMATS.iter().zip(IDS) {
        assert_eq!(format.id, id);
        assert!(rendered(id, &Judgement::of(&small())).ends_with('\n'));
    }
}

#[test]
fn a_report_reads_like_this() {
    let decision = small();
    let mut judgement = Judgement::of(&decision);
    judgement.apply_use_case(&decision, 0);
    judgement.set_weight(2, crate::decision::Weight::DEFAULT);
    judgement.set_claim_excluded(crate::decision::ClaimRef::new(0, 2), true);
    for id in IDS {
        let report = rendered(id, &judgement);
        // The style sheet of a page is a file of its own.
        let (before, style) = report.split_once("<style>").unwrap_or((&report, ""));
        let after = style.split_once("</style>").map_or("", |(_, after)| after);
        insta::assert_snapshot!(id, format!("{before}{after}"));
    }
}

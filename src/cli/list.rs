//! `weigh list`: the bundled packs, or the ids of what is in one.

use super::args::{Judge, List};
use super::case::Case;
use super::failure::Failure;
use super::output;
use crate::decision::Decision;
use crate::judgement::Judgement;
use crate::pack::{self, Pack};

/// Runs the command.
pub(super) fn run(args: &List) -> Result<(), Failure> {
    let Some(name) = &args.pack else { return output::print(&bundled()) };
    // What stands in a session that nobody names is no part of the pack.
    let fresh = args.session.is_none();
    let case =
        Case::open(name, &Judge { session: args.session.clone(), fresh, ..Judge::default() })?;
    case.say_notices();
    output::print(&contents(&case.pack.decision, &case.workspace.present))
}

/// The bundled packs.
fn bundled() -> String {
    let row = |pack: Pack| vec![pack.decision.id, pack.decision.title, pack.decision.question];
    output::columns(&pack::bundled_ids().filter_map(pack::bundled).map(row).collect::<Vec<_>>())
}

/// The ids of everything that options and `explain` take.
fn contents(decision: &Decision, judgement: &Judgement) -> String {
    let mut text = format!("{} ({})\n", decision.title, decision.id);
    let mut section = |title: &str, rows: Vec<Vec<String>>| {
        if !rows.is_empty() {
            text.push('\n');
            text.push_str(title);
            text.push('\n');
            text.push_str(&output::columns(&rows));
        }
    };
    let row = |id: &str, name: &str| vec![id.to_owned(), name.to_owned()];
    section("Alternatives", decision.alternatives.iter().map(|it| row(&it.id, &it.name)).collect());
    section("Use cases", decision.use_cases.iter().map(|it| row(&it.id, &it.name)).collect());
    section("Criteria", decision.criteria.iter().map(|it| row(&it.id, &it.name)).collect());
    let own = judgement.own_criteria();
    section("Your own criteria", own.iter().map(|it| row(&it.id, &it.name)).collect());
    section("Sources", decision.sources.iter().map(|it| row(&it.id, &it.title)).collect());
    section("Case studies", decision.case_studies.iter().map(|it| row(&it.id, &it.name)).collect());
    section("Notes", decision.notes.iter().map(|it| row(&it.id, &it.title)).collect());
    section("Code", decision.examples.iter().map(|it| row(&it.id, &it.title)).collect());
    text
}

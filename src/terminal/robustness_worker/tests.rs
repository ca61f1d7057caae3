//! The robustness worker, asked by hand. Nothing here depends on how long anything takes.

use std::sync::mpsc::{self, Receiver};

use super::*;
use crate::assessment::{Assessment, Robustness, assess};
use crate::decision::tests::small;
use crate::decision::{Alternative, Claim, Decision, Weight};
use crate::judgement::Judgement;

/// So many alternatives, each the best in something.
fn disagreeing(alternatives: usize) -> Decision {
    let mut decision = small();
    decision.alternatives = (0..alternatives)
        .map(|a| Alternative { id: format!("a{a}"), name: format!("A{a}"), summary: String::new() })
        .collect();
    let scale = decision.scale.clone();
    for (j, criterion) in decision.criteria.iter_mut().enumerate() {
        criterion.scale = None;
        let rating = |a: usize| scale.at(((a * 7 + j * 3) % alternatives) as f64 / 10.0);
        criterion.claims = (0..alternatives)
            .map(|alternative| Claim {
                source: 0,
                alternative,
                rating: rating(alternative),
                range: None,
                says: String::new(),
                caution: None,
            })
            .collect();
    }
    decision
}

/// What follows when the first criterion has this weight, in tenths.
fn assessment(weight: u8) -> Assessment {
    let decision = disagreeing(7);
    let mut judgement = Judgement::of(&decision);
    judgement.set_weight(0, Weight::from_tenths(weight).expect("in range"));
    assess(&decision, &judgement)
}

fn question(generation: u64, weight: u8) -> Question {
    Question { generation, assessment: assessment(weight) }
}

/// A worker with its answers.
fn worker() -> (RobustnessWorker, Receiver<Happening>) {
    let (answers, answered) = mpsc::channel();
    (RobustnessWorker::new(answers), answered)
}

fn figures(happening: Happening) -> (u64, Robustness) {
    match happening {
        Happening::Action(Action::Refined { generation, robustness }) => (generation, *robustness),
        other => panic!("{other:?} is no figure"),
    }
}

#[test]
fn the_figures_are_those_of_a_report() {
    let (mut worker, answered) = worker();
    worker.ask(Some(question(1, 50)));
    let (generation, robustness) = figures(answered.recv().expect("an answer"));
    assert_eq!((generation, Some(robustness)), (1, assessment(50).robustness()));
}

#[test]
fn only_the_newest_question_is_answered() {
    let (mut worker, answered) = worker();
    for generation in 1..=50 {
        worker.ask(Some(question(generation, 50)));
    }
    worker.ask(Some(question(51, 70)));
    let mut order = Vec::new();
    let last = loop {
        let (generation, robustness) = figures(answered.recv().expect("an answer"));
        order.push(generation);
        if generation == 51 {
            break robustness;
        }
    };
    assert!(order.is_sorted() && order.len() <= 3, "{order:?}");
    assert_eq!(Some(last), assessment(70).robustness());
}

#[test]
fn there_is_never_more_than_one_question_in_the_inbox() {
    let (mut worker, _answered) = worker();
    // There is no thread, so that the inbox is for us to look at.
    worker.is_started = true;
    for generation in 1..=3 {
        worker.ask(Some(question(generation, 50)));
        assert!(!worker.inbox.is_wanted(), "whatever is at work is to stop");
    }
    assert_eq!(worker.inbox.next().map(|it| it.generation), Some(3));
    assert!(worker.inbox.is_wanted());
    // Asked for nothing, it stops and does not begin anything else.
    worker.ask(Some(question(4, 50)));
    worker.ask(None);
    assert!(!worker.inbox.is_wanted());
    let inbox = Arc::clone(&worker.inbox);
    drop(worker);
    assert!(inbox.next().is_none());
}

#[test]
fn no_thread_is_started_before_the_first_question() {
    let (mut worker, answered) = worker();
    worker.ask(None);
    assert!(!worker.is_started);
    drop(worker);
    assert!(answered.recv().is_err());
}

#[test]
fn dropped_in_the_middle_of_its_work_it_ends() {
    let (mut worker, answered) = worker();
    worker.ask(Some(question(1, 50)));
    drop(worker);
    // The answers end, so the thread has let go of them.
    assert!(answered.into_iter().count() <= 1);
}

#[test]
fn what_is_forgotten_is_not_worked_on_any_more() {
    let (mut worker, _answered) = worker();
    worker.is_started = true;
    worker.ask(Some(question(1, 50)));
    assert_eq!(worker.inbox.next().map(|it| it.generation), Some(1));
    worker.ask(Some(question(2, 50)));
    worker.forget();
    assert!(!worker.inbox.is_wanted());
    worker.ask(Some(question(3, 50)));
    assert_eq!(worker.inbox.next().map(|it| it.generation), Some(3));
}

#[test]
fn the_message_of_a_panic_is_kept() {
    let of = |panic: Box<dyn Any + Send>| message(panic.as_ref()).to_owned();
    assert_eq!(of(Box::new("plain")), "plain");
    assert_eq!(of(Box::new(String::from("composed"))), "composed");
    assert_eq!(of(Box::new(7)), "an error in the program");
}

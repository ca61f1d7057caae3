//! The pollster, asked by hand. Nothing here depends on how long anything takes.

use std::sync::mpsc::{self, Receiver};

use super::*;
use crate::assessment::{Assessment, assess};
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

fn poll(generation: u64, weight: u8) -> Poll {
    Poll { generation, assessment: assessment(weight) }
}

/// A pollster with what it answers.
fn pollster(pace: Duration) -> (Pollster, Receiver<Happening>) {
    let (answers, answered) = mpsc::channel();
    (Pollster::with_pace(answers, pace), answered)
}

fn figures(happening: Happening) -> (u64, Robustness) {
    match happening {
        Happening::Action(Action::Sampled { generation, robustness }) => (generation, robustness),
        other => panic!("{other:?} is no figure"),
    }
}

/// What comes until the figures of this question are settled, those of other questions included.
fn until_settled(answered: &Receiver<Happening>, question: u64) -> Vec<(u64, Robustness)> {
    let mut all = Vec::new();
    loop {
        let (generation, robustness) = figures(answered.recv().expect("an answer"));
        let is_last = generation == question && robustness.is_settled();
        all.push((generation, robustness));
        if is_last {
            return all;
        }
    }
}

#[test]
fn the_last_figures_are_those_of_a_report() {
    let (mut pollster, answered) = pollster(Duration::ZERO);
    pollster.ask(Some(poll(1, 50)));
    let all = until_settled(&answered, 1);
    assert_eq!(all.last().map(|it| &it.1), assessment(50).robustness().as_ref());
    // Each is better than the one before, and all are worth showing.
    let errors: Vec<f64> = all.iter().map(|it| it.1.error).collect();
    assert!(errors.windows(2).all(|pair| pair[1] < pair[0]), "{errors:?}");
    assert!(errors[0] < VAGUE, "{errors:?}");
}

#[test]
fn between_the_first_figures_and_the_last_it_keeps_the_pace() {
    let (mut pollster, answered) = pollster(Duration::MAX);
    pollster.ask(Some(poll(1, 50)));
    assert!(until_settled(&answered, 1).len() <= 2);
}

#[test]
fn once_another_question_is_answered_the_one_before_is_never_heard_of_again() {
    let (mut pollster, answered) = pollster(Duration::ZERO);
    for generation in 1..=50 {
        pollster.ask(Some(poll(generation, 50)));
    }
    pollster.ask(Some(poll(51, 70)));
    let all = until_settled(&answered, 51);
    let order: Vec<u64> = all.iter().map(|it| it.0).collect();
    assert!(order.is_sorted(), "{order:?}");
    assert_eq!(all.last().map(|it| &it.1), assessment(70).robustness().as_ref());
}

#[test]
fn there_is_never_more_than_one_question_on_the_desk() {
    let (mut pollster, _answered) = pollster(Duration::ZERO);
    // Nobody is at work, so that the desk is for us to look at.
    pollster.at_work = true;
    for generation in 1..=3 {
        pollster.ask(Some(poll(generation, 50)));
        assert!(!pollster.desk.wants_it(), "whatever is at work is to stop");
    }
    assert_eq!(pollster.desk.next().map(|it| it.generation), Some(3));
    assert!(pollster.desk.wants_it());
    // Asked for nothing, it stops and does not begin anything else.
    pollster.ask(Some(poll(4, 50)));
    pollster.ask(None);
    assert!(!pollster.desk.wants_it());
    let desk = Arc::clone(&pollster.desk);
    drop(pollster);
    assert!(desk.next().is_none());
}

#[test]
fn nothing_is_started_for_somebody_who_never_asks() {
    let (mut pollster, answered) = pollster(Duration::ZERO);
    pollster.ask(None);
    assert!(!pollster.at_work);
    drop(pollster);
    assert!(answered.recv().is_err());
}

#[test]
fn dropped_in_the_middle_of_its_work_it_ends() {
    let (mut pollster, answered) = pollster(Duration::ZERO);
    pollster.ask(Some(poll(1, 50)));
    drop(pollster);
    // The answers end, so the thread has let go of them.
    let heard = answered.into_iter().count();
    assert!(heard <= 200, "{heard}");
}

#[test]
fn what_can_be_told_exactly_is() {
    let decision = small();
    let assessment = assess(&decision, &Judgement::of(&decision));
    let (mut pollster, answered) = pollster(Duration::ZERO);
    let expected = assessment.robustness();
    pollster.ask(Some(Poll { generation: 4, assessment }));
    let (generation, robustness) = figures(answered.recv().expect("an answer"));
    assert_eq!((generation, Some(robustness)), (4, expected));
}

#[test]
fn what_is_forgotten_is_not_worked_on_any_more() {
    let (mut pollster, _answered) = pollster(Duration::ZERO);
    // Nobody is at work, so that the desk is for us to look at.
    pollster.at_work = true;
    pollster.ask(Some(poll(1, 50)));
    assert_eq!(pollster.desk.next().map(|it| it.generation), Some(1));
    pollster.ask(Some(poll(2, 50)));
    pollster.forget();
    assert!(!pollster.desk.wants_it());
    pollster.ask(Some(poll(3, 50)));
    assert_eq!(pollster.desk.next().map(|it| it.generation), Some(3));
}

#[test]
fn the_words_of_a_panic_are_kept() {
    let of = |panic: Box<dyn Any + Send>| message(panic.as_ref()).to_owned();
    assert_eq!(of(Box::new("plain")), "plain");
    assert_eq!(of(Box::new(String::from("composed"))), "composed");
    assert_eq!(of(Box::new(7)), "an error in the program");
}

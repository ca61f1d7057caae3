//! The mouse.

use super::navigate::Step;
use super::{App, Overlay, Pane, Tab};
use crate::decision::Importance;

/// How many lines a notch of the wheel moves.
const WHEEL: isize = 3;

/// Something the mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointer {
    /// What it does.
    pub gesture: Gesture,
    /// What is under it.
    pub target: Target,
}

/// What the mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesture {
    /// The left button goes down.
    Press,
    /// It moves with the left button down.
    Drag,
    /// The left button goes up.
    Release,
    /// The wheel turns away from the user.
    WheelUp,
    /// The wheel turns towards the user.
    WheelDown,
}

/// What is under the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Nothing that answers.
    Nothing,
    /// A pane, beside its rows.
    Pane(Pane),
    /// A row of a pane by its index.
    Row(Pane, usize),
    /// A place on a criterion's slider.
    Slider(usize, Importance),
    /// A tab of the right pane.
    Tab(Tab),
    /// A row of the overlay's list.
    Result(usize),
    /// The overlay, beside its rows.
    Overlay,
}

impl App {
    /// Follows the mouse. Returns whether a row of the overlay was chosen.
    pub(super) fn point(&mut self, pointer: Pointer) -> bool {
        match (pointer.gesture, pointer.target) {
            (Gesture::Press, target) => return self.press(target),
            (Gesture::Drag, Target::Slider(j, importance)) if self.dragging == Some(j) => {
                self.slide(j, importance);
            }
            (Gesture::Drag, _) => {}
            (Gesture::Release, _) => {
                self.dragging = None;
                if let Some(before) = self.dragged_from.take() {
                    self.finish_gesture(before);
                }
            }
            (Gesture::WheelUp, target) => self.wheel(target, -1),
            (Gesture::WheelDown, target) => self.wheel(target, 1),
        }
        false
    }

    fn press(&mut self, target: Target) -> bool {
        match target {
            // A click beside what is open closes it.
            Target::Nothing => self.overlay = None,
            Target::Overlay => {}
            Target::Pane(pane) => self.focus_on(pane),
            Target::Row(pane, index) => {
                // A second click on a use case applies it; the first shows what it is.
                let again = self.focus == pane && self.selected(pane) == index;
                self.select(pane, index);
                self.focus_on(pane);
                if pane == Pane::UseCases && again {
                    self.apply_use_case(index);
                }
            }
            Target::Slider(j, importance) => {
                self.select(Pane::Criteria, j);
                self.focus_on(Pane::Criteria);
                self.dragged_from = Some(self.judgement.clone());
                self.dragging = Some(j);
                self.slide(j, importance);
            }
            Target::Tab(tab) => {
                self.show_tab(tab);
                self.focus = Pane::Detail;
            }
            Target::Result(index) => match &mut self.overlay {
                Some(Overlay::Search(search)) => {
                    search.selected = index;
                    return true;
                }
                Some(Overlay::Palette(palette)) => {
                    palette.selected = index;
                    return true;
                }
                Some(Overlay::Export(form)) => form.set_format(index),
                Some(Overlay::Form(form)) => form.selected = index,
                Some(Overlay::Reference(reference)) => reference.select(index),
                Some(Overlay::Sources(at) | Overlay::Disputes(at)) => {
                    // The first click selects, the second opens.
                    let again = *at == index;
                    *at = index;
                    return again;
                }
                _ => {}
            },
        }
        false
    }

    fn slide(&mut self, j: usize, importance: Importance) {
        self.change_in_passing(|judgement, _| {
            judgement.set_importance(j, importance);
            judgement.set_aside(j, false);
        });
    }

    fn wheel(&mut self, target: Target, direction: isize) {
        let step = Step::By(direction * WHEEL);
        match target {
            Target::Result(_) | Target::Overlay => self.step(step),
            Target::Row(pane, _) | Target::Pane(pane) => self.step_in(pane, Step::By(direction)),
            Target::Slider(..) => self.step_in(Pane::Criteria, Step::By(direction)),
            Target::Tab(_) => self.step_in(Pane::Detail, Step::By(direction)),
            Target::Nothing => {}
        }
    }
}

//! The mouse.

use super::navigate::Step;
use super::{App, Overlay, Pane, Section, Tab, Window};
use crate::decision::{Trust, Weight};
use crate::search::Place;

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

/// What the mouse has hold of while it drags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handle {
    /// The slider of a criterion.
    Slider(usize),
    /// The weight of a criterion, on the chart of the scores.
    Chart(usize),
    /// The weights of two criteria, on the map.
    Map(usize, usize),
    /// A divider between two columns, by its index.
    Divider(usize),
    /// The trust of a source.
    Trust(usize),
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
    Slider(usize, Weight),
    /// A place on the chart of a criterion's scores.
    Chart(usize, Weight),
    /// A place on the map of two criteria, each with its weight there.
    Map([(usize, Weight); 2]),
    /// A divider between two columns by its index, and where the mouse moves it to: so many cells
    /// to the right of its usual place.
    Divider(usize, i16),
    /// A place on the track of a source's trust.
    Trust(usize, Trust),
    /// Where the header names the key for help.
    Help,
    /// The bar of an alternative in the header.
    Bar(usize),
    /// A tab of the right pane.
    Tab(Tab),
    /// A section of the robustness view.
    Section(Section),
    /// A section of the help: the keys, or else the figures.
    HelpSection(bool),
    /// A row of the overlay's list.
    Result(usize),
    /// The overlay, beside its rows.
    Overlay,
}

impl Target {
    /// What a press here takes hold of.
    const fn handle(self) -> Option<Handle> {
        match self {
            Self::Slider(j, _) => Some(Handle::Slider(j)),
            Self::Chart(j, _) => Some(Handle::Chart(j)),
            Self::Map([(first, _), (second, _)]) => Some(Handle::Map(first, second)),
            Self::Divider(at, _) => Some(Handle::Divider(at)),
            Self::Trust(source, _) => Some(Handle::Trust(source)),
            _ => None,
        }
    }
}

impl App {
    /// Follows the mouse. Returns whether a row of the overlay was chosen.
    pub(super) fn point(&mut self, pointer: Pointer) -> bool {
        match (pointer.gesture, pointer.target) {
            (Gesture::Press, target) => {
                // Where the release of an earlier drag was lost, it ends here.
                self.end_drag();
                let again = self.clicked.replace(target) == Some(target);
                return self.press(target, again);
            }
            (Gesture::Drag, target) => {
                if target.handle() == self.dragging {
                    self.drag_to(target);
                }
            }
            (Gesture::Release, _) => self.end_drag(),
            (Gesture::WheelUp, target) => self.wheel(target, -1),
            (Gesture::WheelDown, target) => self.wheel(target, 1),
        }
        false
    }

    /// Ends the drag under way, if there is one: from now on it is one step of undo.
    pub(super) fn end_drag(&mut self) {
        self.dragging = None;
        if let Some(before) = self.dragged_from.take() {
            self.finish_gesture(before);
        }
    }

    /// `again`: the last thing that happened was a press on the same target.
    fn press(&mut self, target: Target, again: bool) -> bool {
        match target {
            Target::Nothing => self.press_beside(),
            Target::Overlay => {}
            Target::Help => self.open_help(),
            Target::Pane(pane) => self.focus_on(pane),
            Target::Bar(alternative) => self.open_reference(Some(Place::Alternative(alternative))),
            Target::Row(pane, index) => {
                self.select(pane, index);
                self.focus_on(pane);
                // A second click on a use case applies it; the first shows what it is.
                if pane == Pane::UseCases && again {
                    self.apply_use_case(index);
                }
            }
            Target::Slider(j, _) => {
                self.select(Pane::Criteria, j);
                self.focus_on(Pane::Criteria);
                self.take_hold(target);
            }
            Target::Chart(..) => {
                self.focus_on_plots();
                self.take_hold(target);
            }
            Target::Divider(at, _) => {
                // A second click puts it back.
                if again {
                    self.arrangement.moved[at] = 0;
                }
                self.dragging = target.handle();
            }
            Target::Map([_, (second, _)]) => {
                self.focus_on_plots();
                // Moving weights may make another criterion the obvious one for the other axis;
                // the map under the hand stays what it is.
                self.hold(second);
                // What is held comes first where there is room for one only, as it does from now on.
                self.view.set_pane(Pane::Detail, Window::default());
                self.take_hold(target);
            }
            Target::Trust(source, _) => {
                if let Some(Overlay::Sources(selected)) = &mut self.overlay {
                    *selected = source;
                    self.take_hold(target);
                }
            }
            Target::Tab(tab) => {
                self.show_tab(tab);
                self.focus = Pane::Detail;
            }
            Target::Section(section) => self.show_section(section),
            Target::HelpSection(keys) => self.show_in_help(keys),
            Target::Result(index) => return self.press_result(index, again),
        }
        false
    }

    /// A click beside what is open closes it, unless something typed would be lost.
    fn press_beside(&mut self) {
        match &self.overlay {
            Some(Overlay::Form(_) | Overlay::Export(_)) => {}
            Some(Overlay::Help(_) | Overlay::Search(_) | Overlay::Palette(_)) => self.close(),
            _ => self.overlay = None,
        }
    }

    /// A press on a row of the overlay. Returns whether it chooses the row.
    fn press_result(&mut self, index: usize, again: bool) -> bool {
        if let Some(Overlay::Disagreements(criterion)) = self.overlay {
            let pressed = self.disagreements().get(index).copied().unwrap_or(criterion);
            self.overlay = Some(Overlay::Disagreements(pressed));
            return again;
        }
        if matches!(self.overlay, Some(Overlay::Robustness(_))) {
            self.press_in_robustness(index);
            return again;
        }
        match &mut self.overlay {
            Some(Overlay::Search(search)) => search.selected = index,
            Some(Overlay::Palette(palette)) => palette.selected = index,
            Some(Overlay::Export(form)) => {
                form.set_row(index);
                return false;
            }
            Some(Overlay::Form(form)) => {
                form.selected = index;
                return false;
            }
            Some(Overlay::Reference(reference)) => {
                reference.select(index);
                return again && !reference.reading;
            }
            Some(Overlay::Sources(selected)) => {
                *selected = index;
                return again;
            }
            Some(
                Overlay::Disagreements(_)
                | Overlay::Robustness(_)
                | Overlay::Help(_)
                | Overlay::Trouble(_),
            )
            | None => return false,
        }
        true
    }

    /// The pane that the plots of what-if go with: the right one in its tab, else the criteria above
    /// them.
    fn pane_of_plots(&self) -> Pane {
        if self.tab() == Tab::WhatIf { Pane::Detail } else { Pane::Criteria }
    }

    /// Gives the keys to the pane that the plots go with, unless that would bring the tab to the
    /// fore, and with it the plots elsewhere than under the mouse.
    fn focus_on_plots(&mut self) {
        let pane = self.pane_of_plots();
        if pane == Pane::Detail || self.tab != Tab::WhatIf {
            self.focus_on(pane);
        }
    }

    /// Begins a drag.
    fn take_hold(&mut self, target: Target) {
        self.dragged_from = Some(self.judgement.clone());
        self.dragging = target.handle();
        self.drag_to(target);
    }

    /// Sets what is dragged to where the mouse is.
    fn drag_to(&mut self, target: Target) {
        match target {
            Target::Slider(j, weight) | Target::Chart(j, weight) => {
                self.slide(&[(j, weight)]);
            }
            Target::Map(both) => self.slide(&both),
            Target::Divider(at, moved) => self.arrangement.moved[at] = moved,
            Target::Trust(source, trust) => {
                self.change_in_passing(|judgement, _| judgement.set_trust(source, trust));
            }
            _ => {}
        }
    }

    fn slide(&mut self, weights: &[(usize, Weight)]) {
        let count = self.judgement.criteria_count();
        let moved = |(j, to): &(usize, Weight)| *j < count && self.judgement.weight(*j) != *to;
        let moved: Vec<_> = weights.iter().copied().filter(moved).collect();
        if moved.is_empty() {
            return;
        }
        self.change_in_passing(|judgement, _| {
            for (j, weight) in moved {
                judgement.set_weight(j, weight);
                judgement.set_criterion_excluded(j, false);
            }
        });
    }

    fn wheel(&mut self, target: Target, direction: isize) {
        let lines = Step::By(direction * WHEEL);
        let window = self.view.overlay;
        let pane = match target {
            Target::Nothing | Target::Bar(_) | Target::Help | Target::Divider(..) => return,
            Target::Result(_)
            | Target::Overlay
            | Target::Trust(..)
            | Target::Section(_)
            | Target::HelpSection(_) => {
                match &mut self.overlay {
                    // The wheel scrolls what is under it, whichever of the two has the keys.
                    Some(Overlay::Reference(it)) if target == Target::Overlay => {
                        it.scroll(lines, window);
                    }
                    Some(Overlay::Reference(it)) => it.walk(lines),
                    Some(Overlay::Robustness(it))
                        if it.section == Section::Weights && target == Target::Overlay =>
                    {
                        self.scroll_robustness(lines);
                    }
                    Some(Overlay::Export(it)) => it.scroll(lines, window),
                    _ => self.step(lines),
                }
                return;
            }
            Target::Row(pane, _) | Target::Pane(pane) => pane,
            Target::Slider(..) => Pane::Criteria,
            Target::Chart(..) | Target::Map(_) => self.pane_of_plots(),
            Target::Tab(_) => Pane::Detail,
        };
        if self.focus != pane {
            self.focus_on(pane);
        }
        if self.is_among_scenarios() {
            // The wheel scrolls; what is compared with is chosen by a click.
            self.scroll(pane, Step::By(direction));
        } else {
            self.step_in(pane, Step::By(direction));
        }
    }
}

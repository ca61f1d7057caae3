//! Going from one thing to another.

use super::{App, Back, FIRST_CLAIM, Help, Overlay, Palette, Pane, Reference, Search, Tab, Window};
use crate::decision::ClaimRef;
use crate::search::Place;

/// A movement of the selection, or of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// So many up (negative) or down.
    By(isize),
    /// So many pages.
    Page(isize),
    First,
    Last,
}

impl Step {
    /// Where it leads from `at`, within 0..=`last`, with pages of this length.
    pub(super) fn from(self, at: usize, last: usize, page: usize) -> usize {
        let by = |steps: isize| at.saturating_add_signed(steps).min(last);
        match self {
            Self::By(steps) => by(steps),
            Self::Page(pages) => by(pages.saturating_mul(page.cast_signed())),
            Self::First => 0,
            Self::Last => last,
        }
    }
}

impl App {
    /// Moves whatever has the keys.
    pub(super) fn step(&mut self, step: Step) {
        let window = self.view.overlay;
        let last_result = self.overlay_results().saturating_sub(1);
        let disagreements = match self.overlay {
            Some(Overlay::Disagreements(_)) => self.disagreements(),
            _ => Vec::new(),
        };
        match &mut self.overlay {
            Some(Overlay::Help(help)) => {
                let at = help.offset.min(window.furthest());
                help.offset = step.from(at, window.furthest(), window.page());
            }
            Some(Overlay::Trouble(trouble)) => {
                let at = trouble.offset.min(window.furthest());
                trouble.offset = step.from(at, window.furthest(), window.page());
            }
            Some(Overlay::Search(search)) => {
                search.selected = step.from(search.selected, last_result, window.page());
            }
            Some(Overlay::Palette(palette)) => {
                palette.selected = step.from(palette.selected, last_result, window.page());
            }
            Some(Overlay::Export(form)) => form.step(step, window),
            Some(Overlay::Form(form)) => {
                form.selected = step.from(form.selected, form.lines.len() - 1, window.page());
            }
            Some(Overlay::Sources(selected)) => {
                *selected = step.from(*selected, self.decision.sources.len() - 1, window.page());
            }
            Some(Overlay::Disagreements(criterion)) => {
                let at = disagreements.iter().position(|it| it == criterion).unwrap_or(0);
                *criterion = disagreements
                    .get(step.from(at, last_result, window.page()))
                    .copied()
                    .unwrap_or(*criterion);
            }
            Some(Overlay::Robustness(_)) => self.step_in_robustness(step),
            Some(Overlay::Reference(reference)) => reference.step(step, window),
            None => self.step_in(self.focus, step),
        }
    }

    /// Moves the selection of a pane, or the text where nothing can be selected.
    pub(super) fn step_in(&mut self, pane: Pane, step: Step) {
        if pane == Pane::Detail && self.tab() == Tab::Compare {
            self.step_among_scenarios(step);
            return;
        }
        let window = self.view.pane(pane);
        let count = self.count(pane);
        if pane == Pane::Detail && count > 0 {
            self.step_among_stops(step, window, count);
        } else if count == 0 {
            self.scroll(pane, step);
        } else {
            // Case studies change their order as weights move; the selection stays on one.
            let order = match pane {
                Pane::CaseStudies => self.case_studies(),
                _ => (0..count).collect(),
            };
            let at = order.iter().position(|it| *it == self.selected(pane)).unwrap_or(0);
            self.select(pane, order[step.from(at, count - 1, window.page())]);
        }
    }

    /// Selects a scenario, or by pages scrolls what is said about it.
    fn step_among_scenarios(&mut self, step: Step) {
        match (self.compared(), step) {
            (None, _) | (_, Step::Page(_)) => self.scroll(Pane::Detail, step),
            (Some(at), _) => self.compare_with(step.from(at, self.scenarios.len() - 1, 1)),
        }
    }

    /// Moves the text of a pane.
    pub(super) fn scroll(&mut self, pane: Pane, step: Step) {
        let window = self.view.pane(pane);
        let offset = step.from(window.offset, window.furthest(), window.page());
        self.view.set_pane(pane, Window { offset, ..window });
    }

    /// Moves among the stops of the right pane as a pager would: a stop that is not wholly in sight
    /// is first scrolled to its end.
    fn step_among_stops(&mut self, step: Step, window: Window, count: usize) {
        let stops = self.view.stops;
        let at = self.selected(Pane::Detail);
        let mut scroll = |offset: usize| {
            self.view.set_pane(Pane::Detail, Window { offset, ..window });
        };
        match step {
            Step::By(lines) if lines > 0 && stops.to > window.offset + window.height => {
                scroll(window.offset + lines.unsigned_abs());
            }
            Step::By(lines) if lines < 0 && stops.from < window.offset => {
                scroll(window.offset.saturating_sub(lines.unsigned_abs()));
            }
            Step::Page(pages) if pages > 0 => {
                scroll((window.offset + window.page()).min(window.furthest()));
                self.select(Pane::Detail, stops.last.max(at).min(count - 1));
                if stops.last <= at && stops.to <= window.offset + window.height {
                    self.select(Pane::Detail, (at + 1).min(count - 1));
                }
            }
            Step::Page(_) => {
                scroll(window.offset.saturating_sub(window.page()));
                self.select(Pane::Detail, stops.first.min(at));
                if stops.first >= at && stops.from >= window.offset {
                    self.select(Pane::Detail, at.saturating_sub(1));
                }
            }
            _ => self.select(Pane::Detail, step.from(at, count - 1, 1)),
        }
    }

    /// Selects something in a pane; unless it is the right pane, that explains it from now on.
    pub(super) fn select(&mut self, pane: Pane, index: usize) {
        if pane == Pane::Detail && self.tab() == Tab::Compare {
            self.compare_with(index);
            return;
        }
        self.selected[pane as usize] = index;
        let subject = match pane {
            Pane::UseCases if index < self.count(pane) => Place::UseCase(index),
            Pane::Criteria => Place::Criterion(index),
            Pane::CaseStudies if index < self.count(pane) => Place::CaseStudy(index),
            _ => return,
        };
        self.explain(subject);
    }

    /// Lets the right pane explain something, from its beginning.
    pub(super) fn explain(&mut self, subject: Place) {
        if self.subject != subject {
            self.subject = subject;
            self.explain_anew();
        }
    }

    /// Lets the right pane begin again with what it explains.
    pub(super) fn explain_anew(&mut self) {
        self.opened_from = None;
        self.selected[Pane::Detail as usize] = FIRST_CLAIM;
        self.view.set_pane(Pane::Detail, Window::default());
    }

    /// Gives a pane the keys.
    pub(super) fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        if pane != Pane::Detail {
            self.select(pane, self.selected(pane));
        }
    }

    /// Shows the tab to the right, or to the left; of a list, the page on what is selected to the
    /// right, and to the left the list again.
    pub(super) fn turn_tab(&mut self, right: bool) {
        if matches!(self.overlay, Some(Overlay::Robustness(_))) {
            self.turn_section(right);
            return;
        }
        if matches!(self.overlay, Some(Overlay::Help(_))) {
            self.turn_help();
            return;
        }
        // Nothing turns unseen.
        if self.overlay.is_some() {
            return;
        }
        // Only a criterion has several tabs.
        let list = match self.subject {
            Place::Criterion(_) => None,
            Place::UseCase(_) => Some(Pane::UseCases),
            Place::CaseStudy(_) => Some(Pane::CaseStudies),
            _ => return,
        };
        if let Some(list) = list {
            match (right, self.focus) {
                (true, it) if it == list => self.focus_on(Pane::Detail),
                (false, Pane::Detail) => self.focus_on(list),
                _ => {}
            }
            return;
        }
        let tabs = Tab::ALL.len();
        let at = self.tab() as usize;
        self.show_tab(Tab::ALL[(at + if right { 1 } else { tabs - 1 }) % tabs]);
    }

    /// Shows a tab on the selected criterion, and gives it the keys.
    pub(super) fn read_tab(&mut self, tab: Tab) {
        if !matches!(self.subject, Place::Criterion(_)) {
            self.select(Pane::Criteria, self.selected(Pane::Criteria));
        }
        self.show_tab(tab);
        self.focus_on(Pane::Detail);
    }

    /// Shows a tab of the right pane.
    pub(super) fn show_tab(&mut self, tab: Tab) {
        self.tab = tab;
        self.view.set_pane(Pane::Detail, Window::default());
    }

    /// Goes to a place: selects it, explains it, and gives its pane the keys.
    pub(super) fn go_to(&mut self, place: Place) {
        let (pane, index) = match place {
            Place::Criterion(j) => (Pane::Criteria, j),
            Place::UseCase(u) => (Pane::UseCases, u),
            Place::CaseStudy(k) => (Pane::CaseStudies, k),
            Place::Claim(claim) => {
                self.select(Pane::Criteria, claim.criterion);
                self.tab = Tab::Evidence;
                self.focus = Pane::Detail;
                self.select_claim(claim);
                return;
            }
            Place::Source(_) => {
                self.explain(place);
                self.focus = Pane::Detail;
                return;
            }
            Place::Alternative(_) | Place::Note(_) | Place::Example(_) => {
                self.open_reference(Some(place));
                return;
            }
        };
        self.select(pane, index);
        self.focus = pane;
    }

    /// Selects a claim, if the right pane lists it.
    pub(super) fn select_claim(&mut self, claim: ClaimRef) {
        if let Some(at) = self.claims().iter().position(|it| *it == claim) {
            self.select(Pane::Detail, FIRST_CLAIM + at);
        }
    }

    /// What Enter does in the panes.
    pub(super) fn open_selected(&mut self) {
        match (self.focus, self.selected_claim()) {
            (Pane::UseCases, _) => self.apply_use_case(self.selected(Pane::UseCases)),
            (Pane::Criteria, _) => self.read_why(),
            (Pane::CaseStudies, _) => self.focus_on(Pane::Detail),
            (Pane::Detail, _) if self.tab() == Tab::Compare => self.switch(),
            // Of a claim, a criterion shows the source, and the source shows the criterion.
            (Pane::Detail, Some(claim)) if matches!(self.subject, Place::Source(_)) => {
                self.go_to(Place::Claim(claim));
            }
            (Pane::Detail, Some(claim)) => {
                self.explain(Place::Source(self.decision.claim(claim).source));
                self.select_claim(claim);
                self.opened_from = Some(Back::Claim(claim));
            }
            (Pane::Detail, None) if self.tab() == Tab::WhatIf => self.read_why(),
            (Pane::Detail, None) => match self.subject {
                Place::UseCase(u) => self.apply_use_case(u),
                // From its head to the first claim.
                _ if self.count(Pane::Detail) > 0 => self.step(Step::By(1)),
                _ => {}
            },
        }
    }

    /// Shows why: the evidence on the selected criterion, from its beginning.
    pub(super) fn read_why(&mut self) {
        self.read_tab(Tab::Evidence);
        self.selected[Pane::Detail as usize] = 0;
    }

    /// What Esc does: closes the overlay, else goes back from the right pane to what it explains,
    /// else to the criteria. A zoomed pane is left before the next one is gone to.
    pub(super) fn close(&mut self) {
        match self.overlay.take() {
            // Back from the page to the list.
            Some(Overlay::Reference(reference)) if reference.reading => {
                self.overlay = Some(Overlay::Reference(Reference { reading: false, ..reference }));
                return;
            }
            // Back from the preview to the form.
            Some(Overlay::Export(mut form)) if form.reading => {
                form.reading = false;
                self.overlay = Some(Overlay::Export(form));
                return;
            }
            Some(Overlay::Form(form)) => {
                self.lay_aside(form);
                return;
            }
            // Back to what it lies over.
            Some(
                Overlay::Help(Help { over, .. })
                | Overlay::Search(Search { over, .. })
                | Overlay::Palette(Palette { over, .. }),
            ) => {
                self.overlay = over.map(|it| *it);
                return;
            }
            Some(_) => return,
            None => {}
        }
        match (self.focus, self.subject) {
            (Pane::Detail, Place::Source(_)) if self.opened_from.is_some() => {
                match self.opened_from.take() {
                    Some(Back::Claim(claim)) => self.go_to(Place::Claim(claim)),
                    Some(Back::Sources) => self.open_sources(),
                    None => {}
                }
            }
            _ if self.arrangement.zoomed => self.zoom(),
            (Pane::Detail, Place::UseCase(_)) => self.focus_on(Pane::UseCases),
            (Pane::Detail, Place::CaseStudy(_)) => self.focus_on(Pane::CaseStudies),
            _ => self.focus_on(Pane::Criteria),
        }
    }
}

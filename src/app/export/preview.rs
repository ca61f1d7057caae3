//! The report of an export, as it would be written.

use super::{App, ExportForm, Overlay, ReportKind};
use crate::decision::text::visible;

/// Bytes of a report that are kept for showing: more than anybody reads before writing it.
const MOST: usize = 1 << 17;

/// What the form wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PreviewQuestion {
    /// Number of the form that asks.
    opening: u64,
    /// The report that would be written.
    pub report: ReportKind,
}

/// A report to look at: its lines, safe to show, of a very long one the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The lines that are kept.
    pub lines: Vec<String>,
    /// How many there are in all.
    pub length: usize,
    /// The bytes of the whole report.
    pub bytes: usize,
}

impl Preview {
    /// A report to look at.
    #[must_use]
    pub fn of(report: &str) -> Self {
        let mut left = MOST;
        let kept = report.lines().map_while(|line| {
            let room = left;
            left = left.saturating_sub(line.len() + 1);
            let fits = |(at, c): &(usize, char)| at + c.len_utf8() <= room;
            let kept: String = line.char_indices().take_while(fits).map(|it| it.1).collect();
            (room > 0).then(|| kept.replace('\t', "    ").chars().map(visible).collect())
        });
        Self { lines: kept.collect(), length: report.lines().count(), bytes: report.len() }
    }

    /// Whether something of the report is left out.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.bytes > MOST
    }
}

impl ExportForm {
    /// If the report is another one now, the preview of the old one goes.
    pub(super) fn report_changed(&mut self, before: ReportKind) {
        if self.report() != before {
            self.preview = None;
            self.offset = 0;
        }
    }

    fn preview_question(&self) -> PreviewQuestion {
        PreviewQuestion { opening: self.opening, report: self.report() }
    }
}

impl App {
    /// What the export pane wants to see, while it is open. The judgement does not change under it.
    #[must_use]
    pub fn preview_question(&self) -> Option<PreviewQuestion> {
        match &self.overlay {
            Some(Overlay::Export(form)) => Some(form.preview_question()),
            _ => None,
        }
    }

    /// Sees a report; any other than that in the form is overtaken.
    pub(in crate::app) fn previewed(&mut self, question: PreviewQuestion, preview: Preview) {
        if let Some(Overlay::Export(form)) = &mut self.overlay
            && form.preview_question() == question
        {
            form.preview = Some(preview);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_report_drives_the_terminal() {
        let preview = Preview::of("a\u{1b}[31m\tb\r\n\u{202e}c\n");
        assert_eq!(preview.lines, ["a\u{fffd}[31m    b", "\u{fffd}c"]);
        assert!(!preview.is_cut());
    }

    #[test]
    fn of_a_long_report_the_beginning_is_kept_and_the_length_known() {
        let report = "äöü\n".repeat(MOST);
        let preview = Preview::of(&report);
        let kept: usize = preview.lines.iter().map(|it| it.len() + 1).sum();
        assert!((MOST - 8..=MOST + 8).contains(&kept), "{kept}");
        assert_eq!((preview.length, preview.bytes), (MOST, report.len()));
        assert!(preview.is_cut());
        assert_eq!(Preview::of(&"x".repeat(3 * MOST)).lines[0].len(), MOST);
    }
}

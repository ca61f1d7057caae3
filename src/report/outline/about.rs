//! Who says it, and how to make the same report again.

use super::super::document::{Document, Text};
use super::super::{Context, command};

/// The sources by number.
pub(super) fn sources(context: &Context<'_>, document: &mut Document) {
    let Context { decision, judgement, .. } = *context;
    if decision.sources.is_empty() {
        return;
    }
    document.heading(2, "Sources");
    let source = |(s, it): (usize, &crate::decision::Source)| {
        let mut parts = vec![it.title.clone()];
        parts.extend(it.publisher.clone());
        parts.extend(it.published.clone());
        parts.push(format!("trust {}", judgement.trust(s).size()));
        Text::from(parts.join(", "))
    };
    document.sources(decision.sources.iter().enumerate().map(source).collect());
}

/// Pack, version and command line.
pub(super) fn about(context: &Context<'_>, format: &str, document: &mut Document) {
    document.heading(2, "About this report");
    document.paragraph(
        Text::from("Pack ")
            .code(context.decision.id.as_str())
            .plain(", fingerprint ")
            .code(context.fingerprint)
            .plain(format!("; weigh {}.", env!("CARGO_PKG_VERSION"))),
    );
    if !context.request.is_full() {
        document.paragraph(
            Text::from("This is the short form. With ")
                .code("--scope full")
                .plain(" it has the evidence claim by claim and the outcome of every case study."),
        );
    }
    let command = command::of(context, format);
    document.paragraph(if command.needs_session {
        format!("To reproduce it, save the session below as {} and type:", command::SESSION)
    } else {
        "To reproduce it, type:".to_owned()
    });
    document.verbatim(command.line);
    if command.needs_session {
        document.paragraph("The session:");
        document.verbatim(context.session);
    }
}

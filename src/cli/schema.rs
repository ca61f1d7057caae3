//! `weigh schema`: what a kind of file may say, as a JSON Schema.

use super::args::Schema;
use super::failure::Failure;
use super::output;
use crate::schema::Document;
use crate::ui::Theme;
use crate::{config, pack, session};

/// Every kind of file that people write.
pub static DOCUMENTS: [&Document; 4] =
    [&pack::DOCUMENT, &session::DOCUMENT, &config::DOCUMENT, Theme::DOCUMENT];

/// Runs the command.
pub(super) fn run(args: &Schema) -> Result<(), Failure> {
    let document = DOCUMENTS.iter().find(|it| it.name == args.name);
    output::print(&document.map(|it| it.schema()).unwrap_or_default())
}

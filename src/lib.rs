//! `weigh`: a terminal decision explorer.
//!
//! Three nouns rule the house. A [`Decision`](decision::Decision) is what is known, a
//! [`Judgement`](judgement::Judgement) is what you think, an
//! [`Assessment`](assessment::Assessment) is what follows. Everything else turns one into another,
//! or shows them.
//!
//! ```text
//! argv ─▶ cli ─▶ pack ─▶ Decision ─┐
//!                session ─▶ Judgement ─┤
//!                                      ├─▶ assess ─▶ Assessment ─▶ ui      (screen)
//!  keys ─▶ input ─▶ Action ─▶ app ─────┘                        └▶ report  (files, stdout)
//! ```
//!
//! | room | owns | may use |
//! |---|---|---|
//! | [`decision`] | what is known | nothing |
//! | [`judgement`] | what you think | decision |
//! | [`assessment`] | what follows: scores, bands, verdict, robustness | judgement, decision |
//! | [`schema`] | what a file may say: its tables and keys, and their JSON Schema | nothing |
//! | [`diagnostic`] | what is wrong with a text, with line and caret | decision, schema |
//! | `bundle` | the packs that the binary carries, read when it was built | decision |
//! | [`pack`] | TOML to a decision, with diagnostics | bundle, decision, diagnostic, schema |
//! | [`session`] | a judgement with its scenarios to TOML and back, on disk | judgement, decision, diagnostic, disk, schema |
//! | [`search`] | fuzzy search over a decision | decision |
//! | [`report`] | all three nouns to text | assessment, judgement, decision, disk |
//! | [`app`] | the explorer's state and its update | assessment, judgement, decision, search |
//! | [`input`] | keys and mouse to actions | app, diagnostic, schema |
//! | [`ui`] | the screen, drawn from the app | app and what it uses; input for key labels, diagnostic and schema for themes |
//! | [`config`] | the user's settings, from the text of their file | diagnostic, schema; input for the keys |
//! | [`terminal`] | raw mode, signals, the event loop, effects | app and the three nouns, ui, report, disk |
//! | [`cli`] | the command line | everything but search and bundle |
//! | `disk` | bounded reading, atomic replacing; below session, report, terminal and cli | nothing |
//!
//! `src/build.rs` is no room: it runs when the program is built, and reads with the rooms up to `pack`
//! the packs that the binary is to carry.
//!
//! `tests/architecture.rs` holds the `use` lines to this table. State changes go one way:
//! `Event → Action → update(&mut App, Action) → Option<Effect>`, and then the screen is drawn from
//! `&App`.

pub mod app;
pub mod assessment;
mod bundle;
pub mod cli;
pub mod config;
pub mod decision;
pub mod diagnostic;
mod disk;
pub mod input;
pub mod judgement;
pub mod pack;
pub mod report;
pub mod schema;
pub mod search;
pub mod session;
pub mod terminal;
pub mod ui;

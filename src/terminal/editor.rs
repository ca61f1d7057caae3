//! The user's editor: which it is, and running it.
//!
//! The command is split into words and started as they are: no shell reads it, so that nothing in
//! a file's name is anything but a name.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::watch::Happening;

/// The variables that name the editor, the first that says something counts.
const VARIABLES: [&str; 2] = ["VISUAL", "EDITOR"];

/// The words of the command that starts the editor.
pub(super) fn words(variable: impl Fn(&str) -> Option<OsString>) -> Result<Vec<OsString>, String> {
    for name in VARIABLES {
        let Some(value) = variable(name).filter(|it| !it.is_empty()) else { continue };
        let Some(text) = value.to_str() else { return Ok(vec![value]) };
        let words = split(text).ok_or_else(|| format!("{name} has a quote that is not closed"))?;
        if words.iter().any(|it| !it.is_empty()) {
            return Ok(words.into_iter().map(OsString::from).collect());
        }
    }
    Err("No editor is set: quit, run `export EDITOR=nano` (or another editor), and start weigh again"
        .into())
}

/// Splits a command line at white space. Quotes of both kinds keep what is within together, and a
/// backslash keeps the next character what it is, except within single quotes. `None` where a quote
/// is left open.
fn split(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(open), _) if character == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None | Some('"'), '\\') => {
                // At the very end it is one like any other character.
                word.get_or_insert_default().push(characters.next().unwrap_or('\\'));
            }
            (None, _) if character.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

/// Starts the editor on a file, and has `sender` told when it has come to its end.
pub(super) fn start(words: &[OsString], path: &Path, sender: &Sender<Happening>) -> io::Result<()> {
    let [program, arguments @ ..] = words else { return Err(io::ErrorKind::NotFound.into()) };
    // Absolute, so that a name that begins with a dash is no option.
    let path = std::path::absolute(path)?;
    // Whoever waits is there before there is an editor: one that nobody waits for would go on reading
    // keys beside us. Where the editor cannot be started, they wait for nothing.
    let (hand, handed) = mpsc::channel::<Child>();
    let sender = sender.clone();
    let wait = move || {
        if let Ok(mut child) = handed.recv() {
            let _ = sender.send(Happening::Edited(child.wait()));
        }
    };
    thread::Builder::new().name("editor".into()).spawn(wait)?;
    let child = Command::new(program).args(arguments).arg(path).spawn()?;
    let _ = hand.send(child);
    Ok(())
}

/// What the user hears of an editor that could not do its work; `None` of one that did.
pub(super) fn complaint(words: &[OsString], end: &io::Result<ExitStatus>) -> Option<String> {
    let name = words.first().map(|it| it.to_string_lossy()).unwrap_or_default();
    let name = crate::decision::text::line(&name).into_owned();
    match end {
        Ok(status) if status.success() => None,
        Ok(status) => Some(match status.code() {
            Some(code) => format!("{name} ended with code {code}; nothing was reloaded"),
            None => format!("{name} was ended by a signal; nothing was reloaded"),
        }),
        Err(error) => {
            Some(format!("{name} could not be started: {error}; check VISUAL and EDITOR"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_split_as_a_shell_would_and_nothing_in_it_is_run() {
        for (line, expected) in [
            ("vi", vec!["vi"]),
            ("  code  -w ", vec!["code", "-w"]),
            ("'/my editor/it' --wait", vec!["/my editor/it", "--wait"]),
            (r#"a "b \" c"'d' ''"#, vec!["a", "b \" cd", ""]),
            (r"a\ b 'c\d'", vec!["a b", r"c\d"]),
            (r"end\", vec![r"end\"]),
            ("vi; rm $(x) `y` *", vec!["vi;", "rm", "$(x)", "`y`", "*"]),
            ("", vec![]),
        ] {
            let expected: Vec<String> = expected.into_iter().map(Into::into).collect();
            assert_eq!(split(line), Some(expected), "{line}");
        }
        assert_eq!(split("vi 'x"), None);
        assert_eq!(split("vi \"x'"), None);
    }

    #[test]
    fn visual_goes_before_editor_and_what_is_empty_is_not_set() {
        let with = |visual: &'static str, editor: &'static str| {
            words(move |name| Some(if name == "VISUAL" { visual } else { editor }.into()))
        };
        assert_eq!(with("code -w", "vi"), Ok(vec!["code".into(), "-w".into()]));
        assert_eq!(with("", "vi"), Ok(vec!["vi".into()]));
        assert_eq!(with("  ", "vi"), Ok(vec!["vi".into()]));
        assert!(with("", "").expect_err("none is set").contains("export EDITOR="));
        assert!(words(|_| None).is_err());
        assert_eq!(with("'vi", "x"), Err("VISUAL has a quote that is not closed".into()));
    }
}

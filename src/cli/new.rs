//! `weigh new`: a commented starter pack, ready to be filled in.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::args::{Command, New};
use super::failure::Failure;
use super::output;
use super::settings::shown;
use crate::decision::text;
use crate::{disk, pack, report};

/// The pack, with places for what is generated.
const STARTER: &str = include_str!("new/starter.toml");

/// The name of the file where a folder is asked for.
const FILE: &str = "decision.toml";

/// Runs the command. Asks nothing, overwrites nothing.
pub(super) fn run(args: &New) -> Result<(), Failure> {
    let starter = starter(&args.path, &args.alternatives)?;
    let file = file(&args.path)?;
    report::write(&file, &starter, false).map_err(|error| {
        if error.is_existing() {
            Failure::Work(format!("{} already exists; choose another name", shown(&args.path)))
        } else {
            error.into()
        }
    })?;
    let path = args.path.to_string_lossy();
    let written = shown(&args.path);
    output::print(&format!("{written} is written; open it with `weigh {}`\n", argument(&path)))
}

/// The path of a pack as an argument in a shell, where it is taken for nothing else that `weigh` knows.
fn argument(path: &str) -> String {
    let is_taken = path.starts_with('-')
        || pack::bundled_ids().any(|it| it == path)
        || Command::NAMES.contains(&path);
    report::shell_word(&if is_taken { format!("./{path}") } else { path.to_owned() })
}

/// The file to write: the path itself where it is a `.toml` file, otherwise one in the folder of
/// that name, which is created where its own folder is there.
fn file(path: &Path) -> Result<PathBuf, Failure> {
    if is_file(path) {
        return Ok(path.to_owned());
    }
    let name = shown(path);
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let folder = shown(disk::folder_of(path));
            return Err(Failure::Work(format!(
                "{name} cannot be created: there is no folder {folder}; create it, or name another",
            )));
        }
        Err(error) if !path.is_dir() => {
            return Err(Failure::Work(format!("{name} {}; name another", disk::why(&error))));
        }
        _ => {}
    }
    // Whatever .toml file is in there would become part of the pack.
    let is_empty = fs::read_dir(path).is_ok_and(|mut it| it.next().is_none());
    if is_empty {
        Ok(path.join(FILE))
    } else {
        Err(Failure::Work(format!("the folder {name} is not empty; name a new one")))
    }
}

/// The text of a starter pack with these alternatives.
fn starter(path: &Path, names: &[String]) -> Result<String, Failure> {
    let names: Vec<String> = names.iter().map(|it| text::line(it).trim().to_owned()).collect();
    check(&names)?;
    let ids = ids(&names);
    // A folder may be called `v1.2`.
    let name = if is_file(path) { path.file_stem() } else { path.file_name() };
    let name = name.unwrap_or_default().to_string_lossy();
    let title = text::line(&name);
    let id = match slug(&title) {
        id if id.is_empty() => "decision".to_owned(),
        id => id,
    };
    // A place and what is around it take turns; in what is filled in, a place is a word like any other.
    let filled = STARTER.split('@').enumerate().map(|(n, part)| match part {
        _ if n % 2 == 0 => part.to_owned(),
        "ID" => quoted(&id),
        "TITLE" => quoted(if title.is_empty() { &id } else { &title }),
        "ALTERNATIVES" => alternatives(&ids, &names),
        "EASE" => claims(&ids, "rating", |a| if a == 0 { 4 } else { 3 }),
        "COST" => claims(&ids, "value", |a| if a == 0 { 200 } else { 100 }),
        "FIRST" => quoted(&ids[0]),
        other => unreachable!("a test fills in every place of the starter: {other}"),
    });
    Ok(filled.collect())
}

/// Whether a path is that of a file, whatever is there.
fn is_file(path: &Path) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case("toml"))
}

/// Objects to fewer than two alternatives, and to two that nobody could tell apart.
fn check(names: &[String]) -> Result<(), Failure> {
    let hint = "as in --alternatives Boat,Train";
    let objection = |what: String| Err(Failure::Usage(format!("{what}, {hint}")));
    if names.iter().any(String::is_empty) {
        return objection("an alternative has no name; give each one a name".to_owned());
    }
    if names.len() < 2 {
        let what = "a decision needs at least two alternatives";
        return objection(format!("{what}; name more"));
    }
    for (a, name) in names.iter().enumerate() {
        if names[..a].iter().any(|it| spoken(it) == spoken(name)) {
            return objection(format!(
                "the alternative `{name}` is named twice; give each one a different name"
            ));
        }
    }
    Ok(())
}

/// A name without what is hard to hear: case, spaces and dashes.
fn spoken(name: &str) -> String {
    let is_silent = |c: char| c.is_whitespace() || c == '-' || c == '_';
    let spoken: String = name.to_lowercase().chars().filter(|&c| !is_silent(c)).collect();
    if spoken.is_empty() { name.to_owned() } else { spoken }
}

/// An id for every name, each another one: where two names have the same letters and digits, as C and
/// C++ have, a number tells them apart.
fn ids(names: &[String]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for name in names {
        let slug = match slug(name) {
            slug if slug.is_empty() => "alternative".to_owned(),
            slug => slug,
        };
        let numbered = (2..).map(|number| format!("{slug}-{number}"));
        let id = std::iter::once(slug.clone()).chain(numbered).find(|it| !ids.contains(it));
        ids.extend(id);
    }
    ids
}

fn alternatives(ids: &[String], names: &[String]) -> String {
    let alternative = |(id, name): (&String, &String)| {
        format!("[[alternative]]\nid = {}\nname = {}\nsummary = \"\"\n", quoted(id), quoted(name))
    };
    ids.iter().zip(names).map(alternative).collect::<Vec<_>>().join("\n")
}

fn claims(ids: &[String], key: &str, mark: impl Fn(usize) -> u32) -> String {
    ids.iter().enumerate().fold(String::new(), |mut toml, (a, id)| {
        let _ = writeln!(toml, "  [[criterion.claim]]");
        let _ = writeln!(toml, "  source = \"first-look\"\n  alternative = {}", quoted(id));
        let _ = writeln!(toml, "  {key} = {}\n  says = \"Why, in one plain sentence.\"", mark(a));
        toml
    })
}

/// An id made of a name: its letters and digits in lower case, with dashes between the words.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let slug = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
    // What an id may be made of is for the loader to say; lower case may leave combining marks.
    slug.chars().filter(|c| c.is_alphanumeric() || *c == '-').take(64).collect()
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_an_id() {
        for (name, id) in
            [("Node.js", "node-js"), ("  C++ / Rust ", "c-rust"), ("数据库", "数据库"), ("+", "")]
        {
            assert_eq!(slug(name), id);
        }
    }

    #[test]
    fn names_are_filled_in_as_they_are_and_a_folder_gives_its_whole_name() {
        let names = ["@EASE@", "B@ID@"].map(str::to_owned);
        let text = starter(Path::new("v1.2"), &names).expect("a pack");
        for line in ["id = \"v1-2\"", "title = \"v1.2\"", "name = \"@EASE@\"", "name = \"B@ID@\""] {
            assert!(text.lines().any(|it| it.trim() == line), "{line} in\n{text}");
        }
        let text = starter(Path::new("Way.TOML"), &names).expect("a pack");
        assert!(text.contains("title = \"Way\""), "{text}");
    }

    #[test]
    fn a_path_is_an_argument_that_a_shell_and_weigh_take_as_it_is() {
        for (path, word) in [
            ("travel.toml", "travel.toml"),
            ("nodejs-vs-django", "./nodejs-vs-django"),
            ("sub/nodejs-vs-django", "sub/nodejs-vs-django"),
            ("list", "./list"),
            ("-odd", "./-odd"),
            ("tra vel dir", "'tra vel dir'"),
            ("it's", "'it'\\''s'"),
        ] {
            assert_eq!(argument(path), word);
        }
    }

    #[test]
    fn names_with_the_same_letters_have_ids_that_differ() {
        let names = ["C", "C++", "C 2", "C#", "+", "-"].map(str::to_owned);
        assert_eq!(ids(&names), ["c", "c-2", "c-2-2", "c-3", "alternative", "alternative-2"]);
    }
}

//! What somebody wrote into a session file by hand stays when it is saved.

use weigh::decision::{Trust, Weight};
use weigh::judgement::Workspace;
use weigh::pack::Pack;

use super::home::Home;
use super::{boat, named};

/// A session with comments wherever they can be.
fn commented(pack: &Pack) -> String {
    format!(
        "# Our trip, decided together.\n\n\
         # A judgement on the decision named below, saved by weigh.\n\
         # Only what differs from the pack or the use case stands here.\n\
         schema = 1\npack = \"boat\"\nfingerprint = \"{}\"\nuse_case = \"holiday\"   # for now\n\
         excluded_claims = [\n    # biased\n    \"comfort/guide/boat\",\n    \"speed/guide/boat\", # off\n    # so far\n]  # two\n\n\
         [weights]  # in points\n# we met on Monday\n# Comfort\n# Ann said so\n  comfort   =  7  # not more\n\
         # Price\n# too dear?\n# Speed\nspeed = 3.0\n\n\n\
         # on trust\n[trust]\nguide = 0.25 # he exaggerates\n\n\
         [notes]\nspeed = 'no hurry'\n\n\
         [[scenario]] # for Ann\nname = \"Ann's\"\n\n[scenario.weights]\n# hers\ncomfort = 9.0\n\n# The end.\n",
        pack.fingerprint
    )
}

/// The session after it was loaded, changed and saved.
fn saved(home: &Home, pack: &Pack, change: impl FnOnce(&mut Workspace)) -> String {
    let mut store = named(home, pack);
    let mut workspace = store.load(&pack.decision).expect("a session").workspace;
    change(&mut workspace);
    assert!(store.save(&pack.decision, &workspace).is_empty());
    home.read("team.toml")
}

fn set(workspace: &mut Workspace, criterion: usize, tenths: u8) {
    let weight = Weight::from_tenths(tenths).expect("in range");
    workspace.present.set_weight(criterion, weight);
}

#[test]
fn a_slider_that_moved_alters_one_line_of_a_file_full_of_comments() {
    let home = Home::new();
    let pack = boat(&home);
    let before = commented(&pack);
    home.write("team.toml", &before);
    let after = saved(&home, &pack, |it| set(it, 0, 80));
    let expected = before.replace("  comfort   =  7  # not more", "  comfort   =  8.0  # not more");
    assert_eq!(after, expected, "{after}");
}

#[test]
fn comments_survive_save_after_save() {
    let home = Home::new();
    let pack = boat(&home);
    home.write("team.toml", commented(&pack));
    let comments = |text: &str| -> Vec<String> {
        let behind = |line: &str| line.split_once('#').map(|(_, it)| it.to_owned());
        text.lines().filter_map(behind).collect()
    };
    let all = comments(&commented(&pack));
    for (criterion, tenths) in [(0, 90), (1, 45), (2, 1), (1, 30)] {
        let text = saved(&home, &pack, |it| set(it, criterion, tenths));
        assert_eq!(comments(&text), all, "{text}");
    }
}

#[test]
fn a_comment_goes_with_its_value_and_comes_back_with_it() {
    let home = Home::new();
    let pack = boat(&home);
    let before = commented(&pack);
    home.write("team.toml", &before);
    let mut store = named(&home, &pack);
    let loaded = store.load(&pack.decision).expect("a session").workspace;
    let mut reset = loaded.clone();
    reset.present.reset_weights(&pack.decision);
    reset.present.set_trust(0, Trust::FULL);
    store.save(&pack.decision, &reset);
    let text = home.read("team.toml");
    for gone in ["# for now", "# not more", "[trust]", "# he exaggerates"] {
        assert!(!text.contains(gone), "{gone} in\n{text}");
    }
    // Among the weights the criteria are named, value or not.
    for kept in ["# Comfort\n# Ann said so\n# Price\n# too dear?\n", "# The end.", "# off"] {
        assert!(text.contains(kept), "{kept} in\n{text}");
    }
    store.save(&pack.decision, &loaded);
    assert_eq!(home.read("team.toml"), before);
}

#[test]
fn a_list_that_changes_keeps_the_comments_on_what_stays() {
    let home = Home::new();
    let pack = boat(&home);
    home.write("team.toml", commented(&pack));
    let text = saved(&home, &pack, |it| {
        let at = |id: &str| pack.decision.find_claim(id).expect("a claim");
        it.present.set_claim_excluded(at("comfort/guide/boat"), false);
        it.present.set_claim_excluded(at("speed/guide/train"), true);
    });
    let list = "excluded_claims = [\n    \"speed/guide/boat\", # off\n    \"speed/guide/train\",\n    # so far\n]  # two\n";
    assert!(text.contains(list), "{text}");
}

#[test]
fn a_file_written_in_other_forms_keeps_its_meaning_and_every_word() {
    let home = Home::new();
    let pack = boat(&home);
    for text in [
        "schema = 1\npack = \"boat\" # first\nweight.comfort = 7 # second\nweight.speed = 1\n",
        "schema = 1\npack = \"boat\"\n# first\nweights = { comfort = 7 } # second\n",
        "# first\nschema = 0x1\npack = 'boat'\nexcluded_criteria = ['price'] # second\n[weights]\ncomfort = 7\n",
        "schema = 1\npack = \"boat\"\n[own_rating.comfort]\n# first\nboat = { reason = \"r\", rating = 4 }\n\
         [own_rating.speed.train]\nrating = 2 # second\n",
        "schema = 1\npack = \"boat\"\nexcluded_claims = [ # first\n  \"speed/guide/boat\" # second\n]\n",
        "scenario = [{ name = \"A\", weights = { comfort = 1 } }] # first\nschema = 1 # second\npack = \"boat\"\n",
        "[weights] # first\ncomfort = 5 # second\n[trust]\n\"guide\" = 1\n",
    ] {
        let text = if text.contains("schema") {
            text.to_owned()
        } else {
            format!("schema = 1\npack = \"boat\"\n{text}")
        };
        home.write("team.toml", &text);
        let mut expected = None;
        for tenths in [20, 30, 40] {
            let after = saved(&home, &pack, |it| {
                set(it, 1, tenths);
                expected.get_or_insert_with(|| it.clone());
            });
            for word in ["# first", "# second"] {
                assert_eq!(after.matches(word).count(), 1, "{word} in\n{after}\nof\n{text}");
            }
        }
        let mut expected = expected.expect("saved");
        set(&mut expected, 1, 40);
        let mut store = named(&home, &pack);
        assert_eq!(store.load(&pack.decision).expect("a session").workspace, expected, "{text}");
    }
}

//! Which tables and keys a session has.

use crate::schema::{Key, Kind, Others, Table};

/// A session. What it names beside these keys is kept, for a newer weigh may know it.
pub(in crate::session) static SESSION: Table = Table {
    heading: "a session",
    about: "What somebody thinks of a decision, as far as it differs from the pack. What is unknown \
            here is kept in the file and counts for nothing.",
    keys: &[
        Key::new("schema", Kind::Exactly(1), "The version of this format.").required(),
        Key::new("pack", Kind::Id, "The id of the decision.").required(),
        Key::new("fingerprint", Kind::Text, "Of the pack for which this was written."),
        Key::new("date", Kind::Day, "The day that reports bear, such as 2026-03-31."),
        Key::new("scenario", Kind::Tables(&SCENARIO), "What else somebody thought, by name."),
    ],
    shared: JUDGEMENT,
    others: Others::Kept,
    ..Table::EMPTY
};

/// `[[scenario]]`.
static SCENARIO: Table = Table {
    heading: "a scenario",
    about: "A named judgement.",
    keys: &[
        Key::new("name", Kind::Name, "What it is called; no two are called the same.").required()
    ],
    shared: JUDGEMENT,
    others: Others::Kept,
    ..Table::EMPTY
};

/// What a session says, and each of its scenarios.
const JUDGEMENT: &[Key] = &[
    Key::new(
        "use_case",
        Kind::Text,
        "Where the weights come from: the id of a use case. The table of weights says what differs.",
    ),
    Key::new("note", Kind::Text, "A note on the decision as a whole."),
    Key::new(
        "excluded_criteria",
        Kind::List(&Kind::Text, 0),
        "Criteria that do not count, by their ids.",
    ),
    Key::new(
        "excluded_claims",
        Kind::List(&Kind::Text, 0),
        "Claims that do not count: criterion/source/alternative, and /2 for a second one.",
    ),
    Key::new(
        "excluded_alternatives",
        Kind::List(&Kind::Text, 0),
        "Alternatives that are not compared, by their ids; at least two are left.",
    ),
    Key::new(
        "weights",
        Kind::Table(&WEIGHTS),
        "Weights of criteria, by their ids: 0 to 10 with one decimal at most; what is not named has the use case's or the pack's.",
    ),
    Key::new("trust", Kind::Table(&TRUSTS), "How far sources are trusted, by their ids: 0 to 1."),
    Key::new(
        "own_rating",
        Kind::Table(&RATINGS),
        "Your own ratings, by the ids of criterion and alternative.",
    ),
    Key::new("notes", Kind::Table(&NOTES), "Notes on criteria, by their ids."),
    Key::new("criterion", Kind::Tables(&CRITERION), "Criteria of your own."),
];

static WEIGHTS: Table = Table { others: Others::Each(Kind::WEIGHT), ..Table::EMPTY };
static TRUSTS: Table = Table { others: Others::Each(Kind::TRUST), ..Table::EMPTY };
static NOTES: Table = Table { others: Others::Each(Kind::Text), ..Table::EMPTY };

/// Your own ratings, by criterion.
static RATINGS: Table = Table { others: Others::Each(Kind::Table(&OF_CRITERION)), ..Table::EMPTY };

/// Those on one criterion, by alternative.
static OF_CRITERION: Table = Table { others: Others::Each(Kind::Table(&RATING)), ..Table::EMPTY };

static RATING: Table = Table {
    heading: "a rating of your own",
    about: "A rating of your own, in place of what the sources say.",
    keys: &[
        Key::new("rating", Kind::Number, "The mark, on the criterion's scale.").required(),
        Key::new("reason", Kind::Text, "Why you see it so."),
    ],
    ..Table::EMPTY
};

/// `[[criterion]]`.
static CRITERION: Table = Table {
    heading: "a criterion of your own",
    about: "A criterion that the pack does not have.",
    keys: &[
        Key::new("id", Kind::Name, "What the rest of the session calls it.").required(),
        Key::new("name", Kind::Name, "Its name on the screen.").required(),
        Key::new("question", Kind::Text, "What it asks of an alternative."),
        Key::new("group", Kind::Text, "The heading under which it stands."),
        Key::new(
            "weight",
            Kind::WEIGHT,
            "How much it matters: 0 to 10 with one decimal at most; 5 if left out.",
        ),
        Key::new("scale", Kind::Table(&SCALE), "What its ratings go from and to."),
    ],
    ..Table::EMPTY
};

static SCALE: Table = Table {
    heading: "a scale",
    keys: &[
        Key::new("worst", Kind::Number, "The number that counts for nothing.").required(),
        Key::new("best", Kind::Number, "The number that counts in full.").required(),
        Key::new("unit", Kind::Text, "The unit of measurement."),
    ],
    ..Table::EMPTY
};

//! Which tables and keys a session has.

use crate::schema::{Key, Kind, Others, Table};

/// A session. What it names beside these keys is kept, for a newer weigh may know it.
pub(in crate::session) static SESSION: Table = Table {
    heading: "a session",
    about: "A judgement on a decision: what differs from the pack. Unknown keys are kept in the file \
            but have no effect.",
    keys: &[
        Key::new("schema", Kind::Exactly(1), "The version of this format.").required(),
        Key::new("pack", Kind::Id, "The id of the decision.").required(),
        Key::new(
            "fingerprint",
            Kind::Text,
            "The fingerprint of the pack that the session was saved with.",
        ),
        Key::new("date", Kind::Day, "The date on reports, such as 2026-03-31."),
        Key::new("scenario", Kind::Tables(&SCENARIO), "The saved scenarios."),
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
        Key::new("name", Kind::Name, "Its name; no two scenarios have the same name.").required()
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
        "The id of the use case that the weights come from. `weights` lists what differs from it.",
    ),
    Key::new("note", Kind::Text, "A note on the decision as a whole."),
    Key::new("excluded_criteria", Kind::List(&Kind::Text, 0), "The ids of the excluded criteria."),
    Key::new(
        "excluded_claims",
        Kind::List(&Kind::Text, 0),
        "The excluded claims: criterion/source/alternative, with /2 for a second such claim.",
    ),
    Key::new(
        "excluded_alternatives",
        Kind::List(&Kind::Text, 0),
        "The ids of the excluded alternatives; at least two alternatives must remain.",
    ),
    Key::new(
        "weights",
        Kind::Table(&WEIGHTS),
        "The weights of criteria, by their ids: 0 to 10 with at most one decimal. A criterion that is not named has the weight of the use case or the pack.",
    ),
    Key::new("trust", Kind::Table(&TRUSTS), "How far sources are trusted, by their ids: 0 to 1."),
    Key::new(
        "own_rating",
        Kind::Table(&RATINGS),
        "Your own ratings, by the ids of criterion and alternative.",
    ),
    Key::new("notes", Kind::Table(&NOTES), "Notes on criteria, by their ids."),
    Key::new("criterion", Kind::Tables(&CRITERION), "Your own criteria."),
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
    about: "Your own rating, which replaces what the sources say.",
    keys: &[
        Key::new("rating", Kind::Number, "The rating, on the criterion's scale.").required(),
        Key::new("reason", Kind::Text, "The reason for it."),
    ],
    ..Table::EMPTY
};

/// `[[criterion]]`.
static CRITERION: Table = Table {
    heading: "a criterion of your own",
    about: "A criterion that the pack does not have.",
    keys: &[
        Key::new("id", Kind::Name, "The id that the rest of the session refers to.").required(),
        Key::new("name", Kind::Name, "Its name on the screen.").required(),
        Key::new("question", Kind::Text, "The question that a rating answers."),
        Key::new("group", Kind::Text, "The heading that it is listed under."),
        Key::new(
            "weight",
            Kind::WEIGHT,
            "Its weight: 0 to 10 with at most one decimal; 5 if left out.",
        ),
        Key::new("scale", Kind::Table(&SCALE), "The scale of its ratings."),
    ],
    ..Table::EMPTY
};

static SCALE: Table = Table {
    heading: "a scale",
    keys: &[
        Key::new("worst", Kind::Number, "The worst number on the scale.").required(),
        Key::new(
            "best",
            Kind::Number,
            "The best number on the scale; it may be the smaller of the two.",
        )
        .required(),
        Key::new("unit", Kind::Text, "The unit of measurement."),
    ],
    ..Table::EMPTY
};

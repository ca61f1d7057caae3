//! The reports on offer in the explorer: those that there are.

use crate::app::{Offer, ScopeOffer};
use crate::report::{FORMATS, Format, Scope};

/// Every scope.
static SCOPES: [ScopeOffer; Scope::ALL.len()] = {
    let [verdict, full] = Scope::ALL;
    [offer_of(verdict), offer_of(full)]
};

const fn offer_of(scope: Scope) -> ScopeOffer {
    ScopeOffer { name: scope.name(), about: scope.about() }
}

/// The reports on offer, the default first.
#[must_use]
pub fn offers() -> Vec<Offer> {
    let offer = |format: &Format| {
        let scope = format.scope.and_then(|own| Scope::ALL.iter().position(|it| *it == own));
        Offer {
            id: format.id,
            extension: format.extension,
            about: format.about,
            scopes: if scope.is_some() { &SCOPES } else { &[] },
            scope: scope.unwrap_or(0),
        }
    };
    FORMATS.iter().map(offer).collect()
}

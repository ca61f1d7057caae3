//! The pictures of the documentation, each made by a key script.

use std::sync::Arc;

use weigh::decision::Decision;
use weigh::ui::{Depth, picture};

use crate::stage::{Stage, keys};

/// A picture of the screen after some keys.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene {
    /// Name of its file, without the extension.
    pub(crate) name: &'static str,
    size: (u16, u16),
    theme: &'static str,
    depth: Depth,
    keys: &'static str,
}

const fn scene(name: &'static str, size: (u16, u16), keys: &'static str) -> Scene {
    Scene { name, size, theme: "dark", depth: Depth::True, keys }
}

/// Applies the use case of REST APIs, whose verdict is a close one, and goes back to the criteria.
const REST: &str = "shift-tab down down down down down down down down down enter tab";

/// Every picture.
pub(crate) const SCENES: &[Scene] = &[
    scene(
        "main",
        (120, 36),
        "shift-tab down down down down down down down down down enter tab down down down down down",
    ),
    Scene { theme: "light", ..scene("main-light", (120, 36), REST) },
    Scene { theme: "mono", depth: Depth::Mono, ..scene("main-mono", (120, 36), REST) },
    Scene { theme: "colour-blind", ..scene("main-colour-blind", (120, 36), REST) },
    Scene { theme: "high-contrast", ..scene("main-high-contrast", (120, 36), REST) },
    scene("main-80x24", (80, 24), REST),
    scene("main-50x14", (50, 14), REST),
    scene("use-case", (120, 36), "shift-tab down down down down down down down down down"),
    scene("case-study", (120, 36), "tab tab down down"),
    scene("evidence", (120, 36), "down down down down down tab down x down"),
    scene(
        "what-if",
        (120, 36),
        "shift-tab down down down down down down down down down enter tab down down down down down tab right",
    ),
    scene(
        "map",
        (200, 60),
        "shift-tab down down down down down down down down down enter tab c down down down down down tab",
    ),
    scene(
        "compare",
        (120, 36),
        "p shift-tab down down down down down down down down down enter tab p down down 1 down 9 down down down 8 space down tab left",
    ),
    scene("search", (120, 36), "/ s e c u r"),
    scene("palette", (120, 36), ": t i p"),
    scene("export", (160, 48), "e down ctrl-s"),
    scene("sources", (120, 36), "s left left"),
    scene("disagreements", (120, 36), "d"),
    scene("robustness", (120, 36), "v"),
    scene("swings", (120, 36), "v right"),
    scene("typical-weights", (120, 36), "v right right down"),
    scene("reference", (160, 48), "i end right"),
    scene("own-rating", (120, 36), "end o 4 down w e space k n o w space i t"),
    scene("help", (120, 36), "?"),
];

impl Scene {
    /// Draws it, as SVG.
    ///
    /// # Panics
    /// When its script names a key that does not exist, or it a theme.
    #[must_use]
    pub(crate) fn draw(&self, decision: &Arc<Decision>) -> String {
        let mut stage = Stage::new(decision, (self.theme, self.depth), self.size);
        for key in keys(self.keys) {
            stage.press(key);
        }
        picture::svg(stage.buffer(), stage.paper, &format!("weigh: {}", self.name))
    }
}

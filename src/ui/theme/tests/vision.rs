//! How colours are seen: contrast, and colours under deficiencies of colour vision.

/// A colour: red, green and blue.
pub(super) type Rgb = (u8, u8, u8);

/// Linear light of each of the three, 0 to 1 (sRGB, IEC 61966-2-1).
fn linear((r, g, b): Rgb) -> [f64; 3] {
    [r, g, b].map(|it| {
        let it = f64::from(it) / 255.0;
        if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
    })
}

/// The contrast ratio of WCAG 2, 1 to 21.
pub(super) fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |it| {
        let [r, g, b] = linear(it);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A kind of colour vision, as what it makes of linear light.
type Vision = [[f64; 3]; 3];

/// Normal vision and the three dichromacies: Machado, Oliveira and Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1.
pub(super) const VISIONS: [(&str, Vision); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn times(matrix: &Vision, vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

/// A colour in CIELAB (D65), as this vision sees it.
fn lab(colour: Rgb, vision: &Vision) -> [f64; 3] {
    const XYZ: Vision = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    const WHITE: [f64; 3] = [0.950_47, 1.0, 1.088_83];
    let seen = times(vision, linear(colour)).map(|it| it.clamp(0.0, 1.0));
    let xyz = times(&XYZ, seen);
    let root = |i: usize| {
        let t: f64 = xyz[i] / WHITE[i];
        if t > (6.0_f64 / 29.0).powi(3) { t.cbrt() } else { t * 841.0 / 108.0 + 4.0 / 29.0 }
    };
    let (x, y, z) = (root(0), root(1), root(2));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How far apart two colours are to this vision: CIE76, of which about 2.3 are just noticed.
pub(super) fn distance(one: Rgb, other: Rgb, vision: &Vision) -> f64 {
    let (one, other) = (lab(one, vision), lab(other, vision));
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn contrast_and_distance_have_the_published_values() {
    let close = |x: f64, y: f64| (x - y).abs() < 0.01;
    assert!(close(contrast((0, 0, 0), (255, 255, 255)), 21.0));
    // The grey that is known to pass WCAG's 4.5 on white by a hair.
    assert!(close(contrast((0x76, 0x76, 0x76), (255, 255, 255)), 4.54));
    let [normal, protan, deutan, tritan] = VISIONS.map(|it| it.1);
    let [l, a, b] = lab((255, 0, 0), &normal);
    assert!(close(l, 53.24) && close(a, 80.09) && close(b, 67.20), "{l} {a} {b}");
    // Greys look the same to all; red and green do not.
    for vision in [normal, protan, deutan, tritan] {
        assert!(distance((128, 128, 128), (129, 129, 129), &vision) < 0.5);
        assert!(lab((200, 200, 200), &vision)[1..].iter().all(|it| it.abs() < 0.1));
    }
    let red_from_green = |vision| distance((0x99, 0x55, 0x11), (0x55, 0x77, 0x11), vision);
    assert!(red_from_green(&deutan) < red_from_green(&normal) / 3.0);
}

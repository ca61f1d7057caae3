//! The map against plain scoring, against the bands of one slider, and by known numbers.

use proptest::prelude::*;

use super::*;
use crate::assessment::fixture::{assessed, decision};
use crate::assessment::{assess, tipping_points};
use crate::judgement::Judgement;

fn tenths(tenths: u8) -> Weight {
    Weight::from_tenths(tenths).expect("in range")
}

fn near(x: f64, y: f64) -> bool {
    (x - y).abs() < 1e-6
}

/// How far inside a convex polygon a point is; negative outside.
fn depth(region: &Region, (x, y): Point) -> f64 {
    edges(&region.corners)
        .map(|((x1, y1), (x2, y2))| {
            let (along, across) = (x2 - x1, y2 - y1);
            (along * (y - y1) - across * (x - x1)) / along.hypot(across)
        })
        .fold(f64::INFINITY, f64::min)
}

prop_compose! {
    /// Values in tenths, so that many are equal, of 2 to 7 alternatives on 2 to 6 criteria, and
    /// weights of which a third are 0.
    fn cases()(alternatives in 2_usize..8, criteria in 2_usize..7)(
        values in prop::collection::vec(prop::collection::vec(0_u8..=10, criteria), alternatives),
        weights in prop::collection::vec(prop_oneof![1 => Just(0_u8), 2 => 0_u8..=100], criteria),
    ) -> (Vec<Vec<f64>>, Vec<u8>) {
        let values = values.iter().map(|row| row.iter().map(|it| f64::from(*it) / 10.0).collect());
        (values.collect(), weights)
    }
}

proptest! {
    #[test]
    fn the_region_around_a_point_names_the_leader_that_scoring_finds_there(
        (values, weights) in cases(),
        points in prop::collection::vec((0_u8..=100, 0_u8..=100), 20),
    ) {
        let decision = decision(&values, &weights);
        let mut judgement = Judgement::of(&decision);
        let assessment = assess(&decision, &judgement);
        let regions = assessment.regions(0, 1);
        for (x, y) in points {
            judgement.set_weight(0, tenths(x));
            judgement.set_weight(1, tenths(y));
            let there = assess(&decision, &judgement);
            let verdict = there.verdict().expect("scored");
            prop_assert_eq!(assessment.leader_over((0, 1), (tenths(x), tenths(y))), verdict.leader);
            if there.has_equal_shares() {
                continue;
            }
            let point = (tenths(x).size(), tenths(y).size());
            let inside: Vec<&Region> = regions.iter().filter(|it| depth(it, point) > 1e-6).collect();
            prop_assert!(inside.len() < 2, "{:?} overlap at {:?}", inside, point);
            if let Some(region) = inside.first() {
                prop_assert_eq!(region.leader, verdict.leader, "at {:?} of {:?}", point, &regions);
            }
            prop_assert!(regions.iter().any(|it| depth(it, point) > -1e-6), "a gap at {point:?}");
            let spans = regions.iter().filter_map(|it| it.span(point.1).map(|span| (it, span)));
            let widths: f64 = spans.clone().map(|(_, (from, to))| to - from).sum();
            // A level border belongs to the regions on both of its sides.
            prop_assert!(widths > 10.0 - 1e-3, "{widths}");
            for (region, (from, to)) in spans {
                prop_assert!(depth(region, (f64::midpoint(from, to), point.1)) > -1e-6);
            }
        }
    }

    #[test]
    fn regions_are_convex_and_fill_the_square((values, weights) in cases()) {
        let regions = assessed(&values, &weights).regions(1, 0);
        prop_assert!(near(regions.iter().map(Region::share).sum(), 1.0), "{regions:?}");
        for region in &regions {
            for corner in &region.corners {
                prop_assert!((0.0..=10.0).contains(&corner.0) && (0.0..=10.0).contains(&corner.1));
                prop_assert!(depth(region, *corner) > -1e-6, "{region:?} is not convex");
            }
        }
        let mut leaders: Vec<usize> = regions.iter().filter_map(|it| it.leader).collect();
        leaders.sort_unstable();
        prop_assert!(leaders.windows(2).all(|pair| pair[0] != pair[1]), "{regions:?}");
    }

    /// Along the lines through the present point, the map is the slider's track.
    #[test]
    fn through_the_present_point_the_regions_are_the_bands((values, weights) in cases()) {
        let assessment = assessed(&values, &weights);
        let at = f64::from(weights[1]) / 10.0;
        let regions = assessment.regions(0, 1);
        let bands = assessment.bands(0);
        for band in bands.iter().filter(|band| band.to - band.from > 1e-4) {
            let middle = f64::midpoint(band.from, band.to);
            let found: Vec<_> = regions.iter().filter(|it| depth(it, (middle, at)) > 1e-5).collect();
            prop_assert!(found.iter().all(|it| it.leader == band.leader), "{bands:?} {regions:?}");
        }
        // Off the rim, where a border may run along the line, each tip is a border that is crossed.
        for tip in tipping_points(&bands) {
            let close = |it: &Region| depth(it, (tip, at)).abs() < 1e-6;
            prop_assert!(regions.iter().any(close), "{tip} {regions:?}");
        }
    }

    #[test]
    fn turning_the_axes_turns_the_map((values, weights) in cases()) {
        let assessment = assessed(&values, &weights);
        let shares = |regions: Vec<Region>| {
            let mut shares: Vec<_> = regions.iter().map(|it| (it.leader, it.share())).collect();
            shares.sort_by(|x, y| x.0.cmp(&y.0).then(x.1.total_cmp(&y.1)));
            shares
        };
        let (one, other) = (shares(assessment.regions(0, 1)), shares(assessment.regions(1, 0)));
        prop_assert_eq!(one.len(), other.len());
        for (x, y) in one.iter().zip(&other) {
            prop_assert!(x.0 == y.0 && near(x.1, y.1), "{one:?} {other:?}");
        }
    }
}

/// The first is better by 1 for each point of the one, the second for each of the other, and 2 ahead.
#[test]
fn two_alternatives_part_at_a_line() {
    let values = [vec![1.0, 0.0, 0.0], vec![0.0, 1.0, 0.2]];
    let assessment = assessed(&values, &[50, 50, 100]);
    let regions = assessment.regions(0, 1);
    // The first leads where x > y + 2: a triangle of 8 by 8.
    let first = regions.iter().find(|it| it.leader == Some(0)).expect("it leads somewhere");
    assert!(near(first.share(), 0.32) && first.corners.len() == 3, "{regions:?}");
    assert_eq!(first.borders().count(), 1);
    let (from, to) = first.span(4.0).expect("it lies there");
    assert!(near(from, 6.0) && near(to, 10.0));
    assert_eq!(first.span(9.0), None);
    assert_eq!(assessment.leader_over((0, 1), (tenths(70), tenths(50))), None);
    assert_eq!(assessment.leader_over((0, 1), (tenths(71), tenths(50))), Some(0));
    assert_eq!(assessment.leader_over((0, 1), (tenths(69), tenths(50))), Some(1));
}

#[test]
fn who_leads_only_in_the_middle_is_found() {
    // Four that lead in a corner each, and a fifth that is nobody's first choice on the rim.
    let values = [
        vec![1.0, 1.0, 0.0],
        vec![1.0, 0.0, 0.5],
        vec![0.0, 1.0, 0.5],
        vec![0.0, 0.0, 1.0],
        vec![0.5, 0.5, 0.55],
    ];
    let regions = assessed(&values, &[0, 0, 100]).regions(0, 1);
    let middle = regions.iter().find(|it| it.leader == Some(4)).expect("it leads in the middle");
    assert!(middle.corners.iter().all(|(x, y)| (0.5..9.5).contains(x) && (0.5..9.5).contains(y)));
    assert_eq!(regions.len(), 5);
}

#[test]
fn those_who_cannot_be_told_apart_share_a_region() {
    // They differ on the third criterion, but not in what it and the fourth add up to.
    let values = [vec![0.9, 0.1, 0.4, 0.6], vec![0.9, 0.1, 0.6, 0.4], vec![0.1, 0.9, 0.5, 0.5]];
    let regions = assessed(&values, &[50; 4]).regions(0, 1);
    let leaders: Vec<_> = regions.iter().map(|it| it.leader).collect();
    assert!(leaders.len() == 2 && leaders.contains(&None) && leaders.contains(&Some(2)));
    let alike = vec![vec![0.5; 3]; 300];
    let regions = assessed(&alike, &[50; 3]).regions(0, 1);
    assert_eq!(regions, [Region { leader: None, corners: SQUARE.to_vec() }]);
}

#[test]
fn at_the_corner_where_nothing_counts_all_count_the_same() {
    let values = [vec![1.0, 0.0, 0.0, 0.0], vec![0.9, 1.0, 0.0, 0.0], vec![0.0, 0.0, 1.0, 1.0]];
    let assessment = assessed(&values, &[50, 50, 0, 0]);
    assert_eq!(assessment.leader_over((0, 1), (tenths(0), tenths(0))), Some(2));
    assert_eq!(assessment.leader_over((0, 1), (tenths(1), tenths(0))), Some(0));
    assert!(assessment.regions(0, 1).iter().all(|it| it.leader != Some(2)));
}

#[test]
fn without_two_criteria_in_the_score_there_is_no_map() {
    let values = [vec![1.0, 0.0, 0.3], vec![0.0, 1.0, 0.4]];
    let decision = decision(&values, &[50; 3]);
    let mut judgement = Judgement::of(&decision);
    judgement.set_criterion_excluded(1, true);
    let assessment = assess(&decision, &judgement);
    assert_eq!((assessment.regions(0, 1), assessment.regions(1, 0)), (vec![], vec![]));
    assert_eq!(assessment.regions(0, 0), []);
    assert_eq!(assessment.leader_over((0, 1), (tenths(10), tenths(10))), None);
    assert!(!assessment.regions(0, 2).is_empty());
    // Nothing excluded is offered for the other axis.
    assert_eq!(assessment.widest_swing_beside(0), Some(2));
    judgement.set_criterion_excluded(2, true);
    assert_eq!(assess(&decision, &judgement).widest_swing_beside(0), None);
}

#[test]
fn the_widest_swing_is_that_of_whatever_tells_the_two_best_apart_most() {
    let values = [vec![0.9, 0.5, 0.2, 0.6], vec![0.1, 0.5, 0.9, 0.5]];
    assert_eq!(assessed(&values, &[50; 4]).widest_swing_beside(0), Some(2));
    assert_eq!(assessed(&values, &[50; 4]).widest_swing_beside(2), Some(0));
    // How important this one is changes nothing.
    for own in 0..=100 {
        assert_eq!(assessed(&values, &[own, 50, 30, 20]).widest_swing_beside(0), Some(2));
    }
}

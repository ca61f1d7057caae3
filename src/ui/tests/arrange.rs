//! Zoomed panes, columns made wider, the welcome, and overlays on low screens.

use super::*;

/// The cells at which frames begin on a line of the screen.
fn edges(stage: &Stage, y: u16) -> Vec<u16> {
    let buffer = stage.buffer();
    (0..buffer.area.width).filter(|x| buffer[(*x, y)].symbol() == "╭").collect()
}

/// The line of the screen on which the panes begin.
fn top(stage: &Stage) -> u16 {
    let text = stage.text();
    let line = text.lines().position(|it| it.starts_with('╭')).expect("a frame");
    u16::try_from(line).expect("small")
}

#[test]
fn zoomed_panes() {
    for (name, size, keys) in [
        ("zoom-criteria", (120, 36), "z"),
        ("zoom-use-cases", (80, 24), "shift-tab z"),
        ("zoom-detail", (200, 60), "tab z"),
    ] {
        let mut stage = Stage::plain(travel(), size);
        insta::assert_snapshot!(name, text_of(stage.keys(keys).buffer()));
    }
}

#[test]
fn a_zoomed_pane_is_alone_at_every_size_and_the_status_says_the_way_back() {
    for size in [(60, 16), (80, 24), (120, 36), (200, 60)] {
        for keys in ["z", "tab z", "tab tab z", "shift-tab z"] {
            let mut stage = Stage::plain(crowd(), size);
            stage.keys(keys);
            assert_eq!(edges(&stage, top(&stage)), [0], "{keys} {size:?}");
            let last = stage.text().lines().last().unwrap_or_default().to_owned();
            assert!(last.starts_with(" z all panes"), "{last}");
            stage.keys("esc");
            assert!(edges(&stage, top(&stage)).len() > 1, "{keys} {size:?}");
        }
    }
}

#[test]
fn dividers_move_by_keys_keep_their_place_over_a_resize_and_leave_every_column_readable() {
    let mut stage = Stage::plain(crowd(), (120, 36));
    let y = top(&stage);
    assert_eq!(edges(&stage, y), [0, 30, 84]);
    assert_eq!(edges(stage.keys(">"), y), [0, 30, 88]);
    assert_eq!(edges(stage.keys("shift-tab <"), y), [0, 26, 88]);
    stage.resize(80, 24);
    assert_eq!(edges(&stage, top(&stage)), [0, 29]);
    stage.resize(120, 36);
    assert_eq!(edges(&stage, y), [0, 26, 88]);
    assert_eq!(edges(stage.keys("< < < <"), y), [0, 22, 88]);
    assert_eq!(edges(stage.keys("> > > > > > > > > > > > >"), y), [0, 54, 88]);
    // What the keys could not move is not owed.
    assert_eq!(edges(stage.keys("<"), y), [0, 50, 88]);
    stage.keys(&format!("tab {}", "> ".repeat(30)).trim().replace("  ", " "));
    assert_eq!(edges(&stage, y), [0, 50, 90]);
    for width in 60..240 {
        stage.resize(width, 30);
        let edges = edges(&stage, top(&stage));
        let widths: Vec<u16> = edges
            .iter()
            .zip(edges.iter().skip(1).chain([&width]))
            .map(|(from, to)| to - from)
            .collect();
        assert!(widths.iter().all(|it| *it >= 22), "{width}: {widths:?}");
        let criteria = widths[widths.len() - 2];
        assert!(criteria >= 34, "{width}: {widths:?}");
    }
}

/// The mouse with its left button down at a place, and what it does there.
fn mouse(stage: &mut Stage, gesture: Gesture, (x, y): (u16, u16)) -> Target {
    let kind = match gesture {
        Gesture::Press => MouseEventKind::Down(MouseButton::Left),
        Gesture::Drag => MouseEventKind::Drag(MouseButton::Left),
        Gesture::Release => MouseEventKind::Up(MouseButton::Left),
        Gesture::WheelUp => MouseEventKind::ScrollUp,
        Gesture::WheelDown => MouseEventKind::ScrollDown,
    };
    let event = MouseEvent { kind, column: x, row: y, modifiers: KeyModifiers::NONE };
    let area = stage.buffer().area;
    let target = target(&stage.app, &stage.look, Size::new(area.width, area.height), event);
    stage.act(Action::Point(Pointer { gesture, target }));
    target
}

#[test]
fn dividers_follow_the_mouse_and_a_second_click_puts_them_back() {
    use Gesture::{Drag, Press, Release};
    let mut stage = Stage::plain(crowd(), (120, 36));
    let y = top(&stage);
    assert_eq!(edges(&stage, y), [0, 30, 84]);
    for (drag, after) in [
        // By either of the two frames, and to where the mouse is.
        ((30, 40), [0, 40, 84]),
        ((39, 35), [0, 36, 84]),
        ((83, 83), [0, 36, 84]),
        ((84, 85), [0, 36, 85]),
        // As far as the columns stay readable, however far the mouse goes.
        ((85, 119), [0, 36, 90]),
        ((36, 0), [0, 22, 90]),
        ((90, 2), [0, 22, 56]),
    ] {
        let (from, to) = drag;
        mouse(&mut stage, Press, (from, y + 5));
        mouse(&mut stage, Drag, (from.midpoint(to), y + 9));
        mouse(&mut stage, Drag, (to, y + 2));
        mouse(&mut stage, Release, (to, y + 2));
        assert_eq!(edges(&stage, y), after, "{drag:?}");
        assert_eq!((stage.app.focus(), stage.app.dragging()), (Pane::Criteria, None));
    }
    for _ in 0..2 {
        mouse(&mut stage, Press, (56, y + 5));
        mouse(&mut stage, Release, (56, y + 5));
    }
    assert_eq!(edges(&stage, y), [0, 22, 84]);
    // It is no change of the judgement.
    stage.keys("u");
    assert_eq!(stage.app.notice(), Some("Nothing to undo"));
    // Where there are two columns, the same.
    stage.resize(80, 24);
    let y = top(&stage);
    let at = edges(&stage, y)[1];
    mouse(&mut stage, Press, (at, y + 1));
    mouse(&mut stage, Drag, (at - 4, y + 1));
    assert_eq!(edges(&stage, y), [0, at - 3]);
    // A pane that is alone has none.
    mouse(&mut stage, Release, (0, 0));
    stage.keys("z");
    for x in 0..80 {
        assert!(!matches!(stage.target(x, y + 1), Target::Divider(..)), "{x}");
    }
}

#[test]
fn a_drag_on_a_trust_moves_that_one_wherever_the_mouse_gets_to() {
    use Gesture::{Drag, Press, Release};
    for size in [(120, 36), (50, 16)] {
        let mut stage = Stage::plain(travel(), size);
        stage.keys("s");
        let is_first = |it: &Target| matches!(it, Target::Trust(0, _));
        let positions = stage.buffer().area.positions();
        let track: Vec<_> = positions.filter(|at| is_first(&stage.target(at.x, at.y))).collect();
        let (first, last) = (track[0], track[track.len() - 1]);
        for (gesture, place, after) in [
            (Press, (first.x, first.y), Trust::NONE),
            (Drag, (last.x, last.y + 1), Trust::FULL),
            (Drag, (first.x, 0), Trust::NONE),
            (Drag, (last.x + 3, last.y), Trust::FULL),
            (Drag, (0, 0), Trust::NONE),
            (Release, (0, 0), Trust::NONE),
            (Drag, (last.x, last.y), Trust::NONE),
        ] {
            mouse(&mut stage, gesture, place);
            let trusts = [0, 1].map(|s| stage.app.judgement().trust(s));
            assert_eq!(trusts, [after, Trust::FULL], "{gesture:?} {place:?}");
        }
        stage.keys("u");
        assert_eq!(stage.app.judgement().trust(0), Trust::FULL);
    }
}

#[test]
fn a_press_on_the_handle_of_a_trust_moves_nothing() {
    for size in [(120, 36), (50, 16)] {
        for hundredths in 0..=100 {
            let mut decision = travel();
            let trust = Trust::new(f64::from(hundredths) / 100.0).expect("in range");
            decision.sources[0].trust = trust;
            let mut stage = Stage::plain(decision, size);
            stage.keys("s");
            let buffer = stage.buffer();
            let is_handle = |x: u16, y: u16| {
                buffer[(x, y)].symbol() == "●" && matches!(stage.target(x, y), Target::Trust(0, _))
            };
            let place = buffer.area.positions().find(|at| is_handle(at.x, at.y)).expect("a handle");
            mouse(&mut stage, Gesture::Press, (place.x, place.y));
            assert_eq!(stage.app.judgement().trust(0), trust, "{size:?}");
        }
    }
}

#[test]
fn the_bars_hear_the_mouse_and_the_words_beside_them_do_not() {
    for width in [60, 80, 120, 200] {
        let stage = Stage::plain(travel(), (width, 36));
        let screen = stage.text();
        let (y, line) =
            screen.lines().enumerate().find(|it| it.1.contains(" 67.5")).expect("a bar");
        // From the space before the name to the edge of the screen.
        let name = line[..line.rfind("Train").expect("it is there")].chars().count();
        let cells = usize::from(width) - name + 1;
        let bars = (0..width).filter(|x| {
            let target = stage.target(*x, u16::try_from(y).expect("small"));
            assert!(matches!(target, Target::Bar(1) | Target::Nothing), "{target:?}");
            target == Target::Bar(1)
        });
        assert_eq!(bars.count(), cells, "{width}\n{screen}");
    }
}

#[test]
fn undo_stands_beside_news_where_there_is_something_to_undo() {
    let mut stage = Stage::plain(travel(), (120, 36));
    let last = |stage: &Stage| stage.text().lines().last().unwrap_or_default().to_owned();
    let line = last(stage.keys("u"));
    assert!(line.contains("Nothing to undo") && !line.contains("u undo"), "{line}");
    let line = last(stage.keys("space"));
    assert!(line.contains("is excluded") && line.contains("u undo"), "{line}");
}

#[test]
fn what_if_below_the_criteria_hears_the_mouse() {
    use Gesture::{Drag, Press, Release, WheelDown};
    for (keys, focus) in [("", Pane::Criteria), ("shift-tab", Pane::Criteria)] {
        let mut stage = Stage::plain(travel(), (200, 60));
        stage.keys(keys);
        let area = stage.buffer().area;
        let find = |stage: &Stage, wanted: fn(&Target) -> bool| {
            area.positions().filter(|at| wanted(&stage.target(at.x, at.y))).collect::<Vec<_>>()
        };
        let chart = find(&stage, |it| matches!(it, Target::Chart(0, _)));
        let map = find(&stage, |it| matches!(it, Target::Map(_)));
        assert!(chart.len() > 200 && map.len() > 200, "{} {}", chart.len(), map.len());
        let (first, last) = (chart[0], chart[chart.len() - 1]);
        mouse(&mut stage, Press, (first.x, first.y));
        assert_eq!(stage.app.judgement().weight(0), Weight::MIN);
        assert_eq!(stage.app.focus(), focus);
        // Beyond the plot it goes on, to the end of the scale.
        mouse(&mut stage, Drag, (last.x, 2));
        mouse(&mut stage, Drag, (199, 2));
        mouse(&mut stage, Release, (199, 2));
        assert_eq!(stage.app.judgement().weight(0), Weight::MAX);
        // One gesture is one step of undo.
        stage.keys("u");
        assert_eq!(stage.app.judgement().weight(0).tenths(), 50);
        let corner = map[0];
        let Target::Map([(first, _), (second, _)]) = mouse(&mut stage, Press, (corner.x, corner.y))
        else {
            panic!("a map")
        };
        mouse(&mut stage, Release, (corner.x, corner.y));
        let now = |j| stage.app.judgement().weight(j);
        assert_eq!((now(first), now(second)), (Weight::MIN, Weight::MAX));
        // The wheel there goes through the criteria, whose pane it belongs to.
        mouse(&mut stage, WheelDown, (corner.x, corner.y));
        assert_eq!((stage.app.focus(), stage.app.selected(Pane::Criteria)), (Pane::Criteria, 1));
    }
}

#[test]
fn a_drag_on_what_if_below_the_criteria_keeps_the_plot_under_the_mouse() {
    let mut stage = Stage::plain(travel(), (200, 60));
    // The tab is chosen, but a use case is what is explained.
    stage.keys("tab right shift-tab shift-tab");
    let area = stage.buffer().area;
    let is_chart = |it: &Target| matches!(it, Target::Chart(..));
    let chart: Vec<_> = area.positions().filter(|at| is_chart(&stage.target(at.x, at.y))).collect();
    let place = chart[chart.len() / 2];
    let Target::Chart(j, there) = mouse(&mut stage, Gesture::Press, (place.x, place.y)) else {
        panic!("a chart")
    };
    assert_eq!(stage.target(place.x, place.y), Target::Chart(j, there));
    assert_eq!(stage.app.judgement().weight(j), there);
}

#[test]
fn a_newcomer_is_told_how_to_begin_without_a_slider_out_of_sight() {
    for (name, size) in
        [("welcome-120x36", (120, 36)), ("welcome-80x24", (80, 24)), ("welcome-50x14", (50, 14))]
    {
        let mut stage = Stage::plain(travel(), size);
        stage.app = stage.app.clone().with_welcome(true);
        stage.draw();
        insta::assert_snapshot!(name, text_of(stage.buffer()));
        assert!(stage.text().matches('●').count() >= 3, "{}", stage.text());
        stage.keys("esc");
        assert_eq!(stage.text(), Stage::plain(travel(), size).text());
    }
    for (width, height) in [(30, 8), (33, 11), (30, 12), (60, 16), (300, 80)] {
        let mut stage = Stage::new(crowd(), (width, height), Theme::default(), &Glyphs::ASCII);
        stage.app = stage.app.clone().with_welcome(true);
        stage.draw();
        assert!(stage.text().contains("> "), "{}", stage.text());
    }
}

#[test]
fn no_overlay_hides_the_verdict_where_there_is_room_for_both() {
    for (width, height) in [(50, 12), (59, 14), (60, 16), (80, 17), (80, 18), (80, 24), (200, 60)] {
        let mut stage = Stage::plain(divided(), (width, height));
        for keys in ["?", "/", ":", "e", "s", "d", "v", "i", "o", "n", "a"] {
            stage.keys(keys);
            assert!(stage.app.overlay().is_some());
            let screen = stage.text();
            let head: Vec<&str> = screen.lines().take(2).collect();
            let said = "Train leads, ";
            assert!(head[1].contains(said), "{keys} {width}×{height}\n{screen}");
            stage.keys("esc esc");
        }
    }
}

#[test]
fn the_use_case_stands_in_the_header_of_every_screen() {
    let mut decision = travel();
    decision.title = "Which way of travelling to the islands".into();
    for width in [30, 40, 50, 59, 60, 80, 120] {
        let mut stage = Stage::plain(decision.clone(), (width, 14));
        stage.keys("shift-tab enter tab h");
        let first = stage.text().lines().next().unwrap_or_default().to_owned();
        assert!(first.contains("Hol"), "{width}: {first}");
        assert!(first.contains(if width >= 80 { "+1 change" } else { "+1" }), "{width}: {first}");
    }
}

#[test]
fn long_names_cost_the_header_no_figure() {
    let mut decision = travel();
    decision.alternatives[1].name = "数据库框架 and a train that goes on and on".into();
    for size in [(30, 8), (40, 9), (50, 14), (60, 16), (80, 24), (120, 36), (200, 60)] {
        let stage = Stage::plain(decision.clone(), size);
        let screen = stage.text();
        let head: Vec<&str> = screen.lines().take(4).collect();
        assert!(head[1].contains("91 %"), "{size:?}\n{screen}");
        assert!(size.1 < 12 || screen.contains(" 67.5") && screen.contains(" 51.2"), "{screen}");
    }
}

#[test]
fn where_nothing_is_left_to_score_the_screen_says_what_to_do() {
    let mut stage = Stage::plain(travel(), (120, 36));
    stage.keys("space down space down space");
    assert!(stage.text().contains("x includes a criterion again, o rates it"));
    // Where the sources have no say, nothing was taken out.
    let mut stage = Stage::plain(travel(), (120, 36));
    let sources = stage.app.decision().sources.len();
    stage.keys(&format!("s{}", " 0 down".repeat(sources)));
    let text = stage.keys("esc").text();
    assert!(text.contains("s trusts a source again, o rates a criterion"), "{text}");
    let mut stage = Stage::plain(travel(), (120, 36));
    for _ in 0..stage.app.decision().criteria.len() {
        stage.keys("tab g");
        for _ in 0..20 {
            stage.keys("down");
            let claim = stage.app.selected_claim();
            if claim.is_some_and(|it| !stage.app.judgement().is_claim_excluded(it)) {
                stage.keys("x");
            }
        }
        stage.keys("shift-tab down");
    }
    assert!(
        stage.text().contains("x includes a claim again, o rates a criterion"),
        "{}",
        stage.text()
    );
    let mut bare = travel();
    (bare.use_cases, bare.case_studies) = (Vec::new(), Vec::new());
    let stage = Stage::plain(bare, (120, 36));
    insta::assert_snapshot!("bare", text_of(stage.buffer()));
}

#[test]
fn figures_that_grow_move_nothing() {
    let mut stage = Stage::plain(travel(), (200, 60));
    let y = top(&stage) + 2;
    let ends = |stage: &Stage| {
        let buffer = stage.buffer();
        let line = picture::symbols(buffer, y, 0..buffer.area.width);
        let edge = line.char_indices().filter(|(_, it)| *it == '│').map(|(at, _)| at);
        (text::width(line.split('│').nth(2).unwrap_or_default()), edge.count())
    };
    let first = ends(&stage);
    // 9.9 and 10.0, 9 % and 100 %, gains from 0 to 100.
    for keys in ["9", "shift-right", "=", "0", "=", "down 0", "down 0"] {
        assert_eq!(ends(stage.keys(keys)), first, "{keys}\n{}", stage.text());
    }
}

#[test]
fn a_pane_that_stands_alone_says_which_others_there_are_and_a_click_goes_there() {
    for (size, names) in [
        ((30, 8), ["Uses", "Criteria", "Why", "Cases"]),
        ((50, 14), ["Uses", "Criteria", "Why", "Cases"]),
        ((59, 15), ["Use cases", "Criteria", "Why", "Case studies"]),
    ] {
        for (at, pane) in Pane::ALL.into_iter().enumerate() {
            let mut stage = Stage::plain(travel(), size);
            let y = top(&stage);
            let line = stage.text().lines().nth(y.into()).unwrap_or_default().to_owned();
            assert!(line.contains("▸Criteria "), "{line}");
            let column = line.find(names[at]).unwrap_or_else(|| panic!("{}: {line}", names[at]));
            let x = line[..column].chars().count();
            mouse(&mut stage, Gesture::Press, (u16::try_from(x).expect("small"), y));
            assert_eq!(stage.app.focus(), pane, "{line}");
        }
    }
    let mut stage = Stage::plain(travel(), (50, 14));
    stage.keys("tab");
    assert!(
        stage.text().contains("╭ Use cases  Criteria ▸Comfort  Case studies"),
        "{}",
        stage.text()
    );
}

#[test]
fn overlays_leave_no_shreds_of_what_is_below_them() {
    for decision in [travel(), crowd()] {
        for size in
            [(200, 60), (120, 36), (92, 30), (80, 24), (60, 18), (60, 16), (50, 14), (30, 8)]
        {
            let mut stage = Stage::plain(decision.clone(), size);
            for keys in ["?", "/", ":", "e", "s", "d", "v", "i", "o", "n", "a"] {
                stage.keys(keys);
                let screen = stage.buffer().area;
                let header = layout::places(&stage.app, screen).expect("it has room").header;
                // Not every pack has something to show in each.
                let Some(overlay) = stage.app.overlay() else { continue };
                let area = overlay::area(overlay, &stage.app, &stage.look, screen);
                let beside = (area.x, screen.right() - area.right());
                assert!(beside == (0, 0) || (beside.0 >= 4 && beside.1 >= 4), "{keys} {area}");
                let is_whole = area.y == 0 || area.y >= header.bottom();
                assert!(is_whole, "{keys} {area} {header}");
                stage.keys("esc esc");
            }
        }
    }
}

#[test]
fn nothing_but_the_last_line_changes_when_the_welcome_goes() {
    for (width, height) in [(30, 8), (50, 14), (80, 24), (120, 36), (200, 60)] {
        let mut stage = Stage::plain(travel(), (width, height));
        stage.app = stage.app.clone().with_welcome(true);
        stage.draw();
        let above = |stage: &Stage| -> Vec<String> {
            stage.text().lines().take(usize::from(height) - 1).map(str::to_owned).collect()
        };
        let with = above(&stage);
        assert_eq!(with, above(stage.keys("esc")), "{width}×{height}");
    }
}

#[test]
fn what_hangs_on_no_slider_stands_still_while_one_moves() {
    let mut stage = Stage::plain(travel(), (120, 36));
    stage.keys("l h");
    let touched = |stage: &Stage| stage.frame.touched().iter().map(|it| it.area()).sum::<u32>();
    let moving = touched(stage.keys("l"));
    assert!((100..1000).contains(&moving), "{moving} cells");
    // What takes a criterion back in changes why it is rated as it is, and overlays lie over all.
    let all = stage.buffer().area.area();
    for (keys, stands) in
        [("x x l", false), ("l", true), ("u", false), ("?", false), ("esc", false), ("l", true)]
    {
        let touched = touched(stage.keys(keys));
        assert_eq!(touched < 1000, stands, "{keys}");
        assert!(stands || touched == all, "{keys}");
    }
}

#[test]
fn what_is_not_about_the_selected_criterion_stands_still_while_another_one_is_selected() {
    let touched = |stage: &Stage| stage.frame.touched().iter().map(|it| it.area()).sum::<u32>();
    let pane = |stage: &Stage, pane| {
        let places = layout::places(&stage.app, stage.buffer().area).expect("room");
        places.pane(pane).map_or(0, Rect::area)
    };
    let mut stage = Stage::plain(travel(), (120, 36));
    stage.keys("j k");
    // The header is short, and drawn every time.
    let header = layout::places(&stage.app, stage.buffer().area).expect("room").header.area();
    let known = pane(&stage, Pane::Detail) + header;
    for keys in ["j", "k"] {
        let touched = touched(stage.keys(keys));
        assert!((known + 1..known + 200).contains(&touched), "{keys}: {touched} {known}");
    }
    // Where the list has to scroll, all of it is drawn.
    let mut stage = Stage::plain(travel(), (120, 8));
    stage.keys("j k");
    let criteria = pane(&stage, Pane::Criteria);
    assert!(touched(stage.keys("end")) >= criteria);
    assert!(touched(stage.keys("h l")) < criteria);
}

#[test]
fn the_trust_in_two_sources_is_explained_and_the_selected_one_named_in_full() {
    let mut decision = travel();
    decision.sources[1].title =
        "A captain on what it takes to cross the strait in winter when nobody else does".into();
    for size in [(120, 36), (80, 24)] {
        let text = Stage::plain(decision.clone(), size).keys("s down").text();
        let text: Vec<&str> = text.split_whitespace().filter(|it| *it != "│").collect();
        let text = text.join(" ");
        assert!(text.contains("move how far you trust the selected source"), "{text}");
        assert!(text.contains(&decision.sources[1].title), "{text}");
    }
}

//! The loop, fed by hand.

use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent};

use super::*;

fn mouse(kind: MouseEventKind, column: u16) -> Happening {
    let modifiers = KeyModifiers::NONE;
    Happening::Input(Event::Mouse(MouseEvent { kind, column, row: 0, modifiers }))
}

fn drag(column: u16) -> Happening {
    mouse(MouseEventKind::Drag(MouseButton::Left), column)
}

fn thinned(mut pile: Vec<Happening>) -> String {
    thin_out(&mut pile);
    format!("{pile:?}")
}

#[test]
fn of_a_drag_only_the_last_station_counts() {
    let press = || mouse(MouseEventKind::Down(MouseButton::Left), 1);
    let release = || mouse(MouseEventKind::Up(MouseButton::Left), 9);
    let pile = vec![press(), drag(2), drag(3), drag(4), release(), press(), drag(5), drag(6)];
    let expected = vec![press(), drag(4), release(), press(), drag(6)];
    assert_eq!(thinned(pile), format!("{expected:?}"));
}

#[test]
fn of_a_resize_only_the_last_size_counts() {
    let resize = |width| Happening::Input(Event::Resize(width, 10));
    let pile = (1..500).map(resize).chain([drag(1), resize(7), resize(8)]).collect();
    let expected = [resize(499), drag(1), resize(8)];
    assert_eq!(thinned(pile), format!("{expected:?}"));
}

#[test]
fn every_notch_of_the_wheel_counts() {
    let wheel = |column| mouse(MouseEventKind::ScrollDown, column);
    let pile = vec![wheel(1), wheel(1), wheel(1)];
    let expected = [wheel(1), wheel(1), wheel(1)];
    assert_eq!(thinned(pile), format!("{expected:?}"));
}

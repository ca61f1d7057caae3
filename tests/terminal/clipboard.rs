//! What is sent to the terminal's clipboard.

use crate::pty::{Pty, Setup};
use crate::{explorer, start};

/// The texts that were sent, decoded by another program than ours.
fn sent(pty: &Pty) -> Vec<String> {
    let bytes = String::from_utf8_lossy(&pty.seen().bytes).into_owned();
    let sent = bytes.split("\x1b]52;c;").skip(1).map(|rest| {
        let end = rest.find("\x1b\\").expect("the sequence ends");
        decoded(&rest[..end])
    });
    sent.collect()
}

/// Base64 by its definition: six bits a digit.
fn decoded(base64: &str) -> String {
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = base64.trim_end_matches('=').chars().flat_map(|digit| {
        let value = digits.find(digit).expect("a digit of Base64");
        (0..6).rev().map(move |bit| value >> bit & 1 == 1)
    });
    let bits: Vec<bool> = bits.collect();
    let byte = |bits: &[bool]| bits.iter().fold(0_u8, |byte, bit| byte << 1 | u8::from(*bit));
    String::from_utf8(bits.chunks_exact(8).map(byte).collect()).expect("text")
}

#[test]
fn the_verdict_is_sent_as_a_sentence() {
    let pty = explorer();
    pty.keys("y");
    pty.wait_for_text("Sent to the terminal's clipboard: ");
    let sent = sent(&pty);
    assert_eq!(sent.len(), 1);
    assert!(sent[0].starts_with("Leans to Django with ") && !sent[0].contains('\n'), "{sent:?}");
    pty.wait_for_text("Some terminals refuse it.");
}

#[test]
fn a_pane_is_sent_whole_though_only_a_part_of_it_is_in_sight() {
    let pty = explorer();
    pty.keys("\tY");
    pty.wait_for_text("Sent to the terminal's clipboard: ");
    let sent = sent(&pty);
    let text = sent.first().expect("one was sent");
    assert!(text.starts_with("Performance\n") && !text.contains('│'), "{text}");
    assert!(text.lines().count() > 36, "{text}");
    let last = text.lines().rfind(|it| !it.trim().is_empty()).expect("a line").trim();
    let in_sight = pty.seen().text().contains(last);
    assert!(!in_sight, "{last} is in sight");
}

#[test]
fn in_tmux_the_user_is_told_of_its_setting() {
    let pty = start(Setup::weigh().env("TMUX", "/tmp/tmux-0/default,1,0"));
    pty.keys("y");
    pty.wait_for_text("set-clipboard on");
}

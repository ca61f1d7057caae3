//! How long the work behind a frame takes.

fn main() {
    divan::main();
}

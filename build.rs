//! Sees to it that a file added to `content/` gets into the binary.

fn main() {
    println!("cargo::rerun-if-changed=content");
}

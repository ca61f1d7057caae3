//! Writes the JSON Schemas of `assets/schema`: `cargo run --example schemas`.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/schema");
    std::fs::create_dir_all(&folder)?;
    for document in weigh::cli::DOCUMENTS {
        std::fs::write(folder.join(format!("{}.schema.json", document.name)), document.schema())?;
    }
    Ok(())
}

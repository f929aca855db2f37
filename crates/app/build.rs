//! Stops early, with the way out, where the assets were not built.

fn main() {
    println!("cargo:rerun-if-changed=../../web/dist");
    if !std::path::Path::new("../../web/dist/app.css").exists() {
        println!("cargo:warning=web/dist is missing: run `cargo xtask assets` first");
        std::process::exit(1);
    }
}

//! Stops early, with the way out, where the assets were not built.

fn main() {
    println!("cargo:rerun-if-changed=../../web/dist");
    let is_built = |name| std::path::Path::new("../../web/dist").join(name).exists();
    if !is_built("app.css.gz") && !is_built("app.css") {
        println!("cargo:warning=web/dist is missing: run `cargo xtask assets` first");
        std::process::exit(1);
    }
}

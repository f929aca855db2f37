//! Builds the texts in anew when a file of them is added: the macro that embeds them cannot tell.

fn main() {
    println!("cargo::rerun-if-changed=../../locales");
}

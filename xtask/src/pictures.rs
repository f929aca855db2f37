//! `cargo xtask pictures`: photographs a report and the demo's pages for the README, on a desk and on a phone, by day and by night.

use crate::place::{root, target};
use crate::shell::{Result, is_superuser, read, run as run_command};
use crate::{npm, program, shop, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One picture: a window on the page.
struct Picture {
    /// Name of the file in `docs/pictures`, without `.png`.
    name: &'static str,
    /// The id of the element at the top of the window; empty for the top of the page.
    anchor: &'static str,
    /// Width of the window in CSS pixels; a picture has twice as many.
    width: u32,
    /// Height of the window.
    height: u32,
    scheme: Scheme,
}

/// What the reader's system prefers.
#[derive(Clone, Copy)]
enum Scheme {
    Light,
    Dark,
}

const DESK: u32 = 1280;
const PHONE: u32 = 390;

const PICTURES: &[Picture] = &[
    Picture { name: "report", anchor: "", width: DESK, height: 1530, scheme: Scheme::Light },
    Picture { name: "report-dark", anchor: "", width: DESK, height: 1530, scheme: Scheme::Dark },
    Picture { name: "report-phone", anchor: "map", width: PHONE, height: 1000, scheme: Scheme::Light },
    Picture { name: "report-phone-dark", anchor: "listen", width: PHONE, height: 1000, scheme: Scheme::Dark },
    Picture { name: "report-scores", anchor: "listen", width: DESK, height: 940, scheme: Scheme::Light },
    Picture { name: "report-improve", anchor: "improve", width: DESK, height: 1180, scheme: Scheme::Light },
];

/// Of which page, and which pictures.
#[derive(clap::Args)]
pub struct Args {
    /// Takes this report instead of building all, and photographs nothing else
    #[arg(long, value_name = "FILE.html")]
    page: Option<PathBuf>,
    /// Writes the pictures here instead of docs/pictures
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Writes every picture anew.
pub fn run(args: &Args) -> Result {
    let page = match &args.page {
        Some(page) => fs::canonicalize(page).map_err(|e| format!("{}: {e}", page.display()))?,
        None => shop::report()?,
    };
    let out = args.out.clone().unwrap_or_else(|| root().join("docs/pictures"));
    fs::create_dir_all(&out)?;
    let chromium = tools::chromium()?;
    for picture in PICTURES {
        let file = fs::canonicalize(&out)?.join(format!("{}.png", picture.name));
        take(chromium, picture, &page, &file)?;
        println!("{}", file.display());
    }
    if args.page.is_none() { pages(chromium, &out) } else { Ok(()) }
}

/// The demo's pages are behind a sign-in, so the browser tests' driver takes them.
fn pages(chromium: &str, out: &Path) -> Result {
    npm::install("e2e")?;
    let mut camera = Command::new("node");
    camera.arg("pictures.mjs").arg(fs::canonicalize(out)?).current_dir(root().join("e2e"));
    camera.env("TOUCHLINE_PROGRAM", program::release()?).env("TOUCHLINE_CHROMIUM", chromium);
    run_command(&mut camera)
}

fn take(chromium: &str, picture: &Picture, page: &Path, file: &Path) -> Result {
    // A folder of its own for each run: Chromium neither finds old state nor meets another one at work.
    let folder = target()?.join("pictures").join(format!("{}-{}", picture.name, std::process::id()));
    fs::create_dir_all(&folder)?;
    let frame = folder.join("frame.html");
    fs::write(&frame, picture.frame(&address(page)))?;
    let mut camera = Command::new(chromium);
    camera.args(["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"]);
    camera.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
    camera.args(["--allow-file-access-from-files", "--force-device-scale-factor=2"]);
    if is_superuser() {
        // Chromium's sandbox refuses to start for the superuser. The only page it opens here is our own.
        camera.arg("--no-sandbox");
    }
    camera.arg(format!("--user-data-dir={}", folder.join("profile").display()));
    camera.arg(format!("--window-size={},{}", picture.width, picture.height));
    camera.arg(format!("--screenshot={}", file.display())).arg(address(&frame));
    let _ = fs::remove_file(file);
    // Chromium talks of buses and batteries; that is shown only when it fails.
    read(&mut camera)?;
    fs::remove_dir_all(&folder)?;
    // Chromium also ends well when it took no picture.
    if file.is_file() { Ok(()) } else { Err(format!("Chromium wrote no {}", file.display()).into()) }
}

impl Picture {
    /// A page that shows the other one in a frame of exactly this size.
    ///
    /// A window of Chromium is at least 500 pixels wide, a frame may be narrower. The frame also scrolls to the anchor,
    /// and takes light or dark from the page around it.
    fn frame(&self, page: &str) -> String {
        let Self { width, height, anchor, .. } = self;
        let scheme = match self.scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        format!(
            "<!doctype html><meta charset=utf-8><meta name=color-scheme content={scheme}>\n\
             <style>body {{ margin: 0 }} iframe {{ display: block; border: 0; width: {width}px; height: {height}px }}</style>\n\
             <iframe src=\"{page}{anchor}\"></iframe>\n"
        )
    }
}

/// The address that a browser opens, with what is special in an address written as `%XX`.
fn address(file: &Path) -> String {
    let path = file.to_string_lossy().replace('\\', "/");
    let mut address = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => {
                address.push(byte.into());
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_letters_and_writes_the_rest_as_bytes() {
        assert_eq!(address(Path::new("/a b/ж#.html")), "file:///a%20b/%D0%B6%23.html");
        assert_eq!(address(Path::new(r"C:\a\b.html")), "file:///C:/a/b.html");
    }

    #[test]
    fn a_frame_has_the_size_the_scheme_and_the_place() {
        let picture = Picture { name: "x", anchor: "map", width: 390, height: 600, scheme: Scheme::Dark };
        let frame = picture.frame("file:///a/b.html");
        for part in ["width: 390px", "height: 600px", "content=dark", "src=\"file:///a/b.html#map\""] {
            assert!(frame.contains(part), "{part} in {frame}");
        }
    }
}

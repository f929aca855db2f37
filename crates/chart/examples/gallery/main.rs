//! Writes a page with every picture of the crate, and the map as a file of its own beside it:
//! `cargo run -p chart --example gallery -- gallery.html`.

mod figures;
mod shop;

use chart::bars::Lie;
use chart::map::{self, Direction};
use chart::{Svg, bars, compare, dots, series};
use std::error::Error;
use std::path::PathBuf;

const PAGE: &str = "\
:root{color-scheme:light dark}
body{margin:1.5rem;font-family:system-ui;background:var(--chart-ground)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:3rem;margin-top:3rem;align-items:start}
h2{font-size:1.05rem;margin:0 0 .8rem}
@media(min-width:700px){.tall{display:none}}
@media(max-width:699px){.wide{display:none}body{margin:.5rem 0}.two{grid-template-columns:1fr;padding:0 12px}}";

fn main() -> Result<(), Box<dyn Error>> {
    let path = PathBuf::from(std::env::args().nth(1).ok_or("give the path of the page to write")?);
    let shop = shop::Shop::new();
    let draw = |direction| map::draw(&shop.map, &shop.steps, &shop.flows, &shop::text(), direction);
    let (wide, tall) = (draw(Direction::LeftToRight), draw(Direction::TopToBottom));
    std::fs::write(path.with_extension("svg"), wide.to_document())?;

    let charts = |width: f64| -> String {
        let score = |value: f64| format!("{value:.1}");
        let money = |value: f64| format!("R$ {}", shop::thousands(value as u32));
        let section = |title: &str, svg: &Svg| format!("<section><h2>{title}</h2>{svg}</section>");
        [
            section("Review score by month", &series::draw(&figures::months(), &score, width)),
            section("Lateness and the review score", &compare::draw(&figures::lateness(), &score, width)),
            section("Review score by state", &dots::draw(&figures::states(), &score, width)),
            section(
                "Compensation by month",
                &bars::draw(&figures::compensation(Lie::Standing), &money, width),
            ),
            section("Compensation by state", &bars::draw(&figures::compensation(Lie::Lying), &money, width)),
        ]
        .concat()
    };
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Gallery</title><style>{}\n{PAGE}</style><div class=\"wide\">{wide}<div class=\"two\">{}</div></div>\
         <div class=\"tall\">{tall}<div class=\"two\">{}</div></div>",
        chart::style(),
        charts(640.0),
        charts(366.0),
    );
    std::fs::write(path, page)?;
    Ok(())
}

//! Writes a page with every picture of the crate: `cargo run -p chart --example gallery -- gallery.html`.

mod shop;

use chart::map::{self, Direction};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .ok_or("give the path of the page to write")?;
    let shop = shop::Shop::new();
    let draw = |direction| {
        map::draw(
            &shop.map,
            &shop.steps,
            &shop.flows,
            &shop::text(),
            direction,
        )
    };
    let (wide, tall) = (draw(Direction::LeftToRight), draw(Direction::TopToBottom));
    std::fs::write(format!("{path}.svg"), wide.to_document())?;
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Gallery</title><style>{}\n:root{{color-scheme:light dark}}body{{margin:1rem;font-family:system-ui}}\
         @media(min-width:700px){{.tall{{display:none}}}}@media(max-width:699px){{.wide{{display:none}}body{{margin:0}}}}</style>\
         <div class=\"wide\">{wide}</div><div class=\"tall\">{tall}</div>",
        chart::style(),
    );
    std::fs::write(path, page)?;
    Ok(())
}

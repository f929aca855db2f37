//! Who orders: names, regions, segments.

use std::io;

use rand::{Rng, RngExt};

use super::Open;
use super::table::Table;
use super::truth::{REGIONS, Region, SCRIPT_NAME};
use crate::odds::{Odds, draw, pick};

/// Percentages of [`SEGMENTS`].
const SEGMENT_SHARES: Odds<3> = [62, 24, 14];
const SEGMENTS: [&str; 3] = ["private", "club", "business"];
const BUSINESS: usize = 2;

const FIRST_NAMES: [&str; 32] = [
    "Zoë",
    "Łukasz",
    "Françoise",
    "Jürgen",
    "Søren",
    "Aoife",
    "Иванка",
    "Γιώργος",
    "Núria",
    "Anaïs",
    "Björn",
    "Željko",
    "Siân",
    "Małgorzata",
    "Tomáš",
    "Ødegård",
    "Emma",
    "Luca",
    "Sofia",
    "Noah",
    "Marta",
    "Pieter",
    "Chiara",
    "Hugo",
    "Ines",
    "Jonas",
    "Katrin",
    "Liam",
    "Nina",
    "Oscar",
    "Paula",
    "Victor",
];
const LAST_NAMES: [&str; 32] = [
    "Müller",
    "Kowalczyk",
    "Dubois",
    "O'Brien",
    "Sørensen",
    "Peña",
    "Петрова",
    "Παπαδόπουλος",
    "García Núñez",
    "Lefèvre",
    "Åkesson",
    "Horvat",
    "van den Berg",
    "Wiśniewska",
    "Novák",
    "Rossi",
    "Ferrari",
    "Schmidt",
    "Jansen",
    "Silva",
    "Byrne",
    "Nagy",
    "Weiß",
    "Laurent",
    "Moreau",
    "Ricci",
    "Virtanen",
    "Dahl",
    "Costa",
    "Bauer",
    "Peeters",
    "Murphy",
];
const FIRMS: [&str; 8] = [
    "Weber, Söhne & Co. KG",
    "Café \"Zum Anker\"",
    "Studio Ø, Aarhus",
    "Hôtel de l'Étoile",
    "Pensão \"Boa Vista\"",
    "Lindqvist & Dotter AB",
    "Trattoria Da Gino, Bari",
    "B&B <Lighthouse>",
];

/// The shop's customers; of each one byte is kept, the region.
pub(super) struct Customers {
    regions: Vec<u8>,
}

impl Customers {
    /// Makes five customers for eight orders, and writes them.
    pub(super) fn written(orders: usize, open: &mut Open<'_>, rng: &mut impl Rng) -> io::Result<Self> {
        let mut table = Table::opened(open, "customers.csv", "customer_id,name,region,segment")?;
        let shares = REGIONS.each_ref().map(|region| region.customers);
        let mut regions = Vec::new();
        for index in 0..(orders * 5).div_ceil(8) {
            let region = draw(&shares, rng);
            let segment = draw(&SEGMENT_SHARES, rng);
            let name = if index == 0 { SCRIPT_NAME.to_owned() } else { name(segment, rng) };
            table.id("C-", index + 1).text(&name).text(REGIONS[region].name).text(SEGMENTS[segment]).end()?;
            regions.push(region as u8);
        }
        table.close()?;
        Ok(Self { regions })
    }

    /// Who placed an order: some come back often. The first order is the script's, so that its name is always met.
    pub(super) fn of_order(&self, order: usize, rng: &mut impl Rng) -> usize {
        let place: f64 = rng.random();
        let customer = (self.regions.len() as f64 * place.powf(1.5)) as usize;
        if order == 0 { 0 } else { customer }
    }

    /// Where a customer lives.
    pub(super) fn region(&self, customer: usize) -> &'static Region {
        &REGIONS[usize::from(self.regions[customer])]
    }
}

fn name(segment: usize, rng: &mut impl Rng) -> String {
    if segment == BUSINESS {
        return (*pick(&FIRMS, rng)).to_owned();
    }
    format!("{} {}", pick(&FIRST_NAMES, rng), pick(&LAST_NAMES, rng))
}

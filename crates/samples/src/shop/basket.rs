//! What is ordered.

use rand::Rng;

use crate::odds::{Odds, draw, pick};

/// Percentages of one, two, three and four parcels.
const LINES: Odds<4> = [76, 15, 6, 3];

/// Something the shop sells.
pub(super) struct Product {
    pub name: &'static str,
    pub category: &'static str,
    pub price_cents: u64,
    /// What its parcel costs to send nearby.
    pub freight_cents: u64,
}

/// The products of one order, each in a parcel of its own.
pub(super) struct Basket {
    pub products: Vec<&'static Product>,
}

impl Basket {
    /// Somebody's choice.
    pub(super) fn filled(rng: &mut impl Rng) -> Self {
        let parcels = draw(&LINES, rng) + 1;
        Self { products: (0..parcels).map(|_| pick(&PRODUCTS, rng)).collect() }
    }

    /// Whether it travels in several parcels.
    pub(super) fn is_split(&self) -> bool {
        self.products.len() > 1
    }
}

const PRODUCTS: [Product; 24] = [
    product("Linen cushion, 50 × 50 cm", "textiles", 3490, 490),
    product("Wool blanket \"Fjord\"", "textiles", 11_900, 690),
    product("Cotton towels, set of 4", "textiles", 4250, 490),
    product("Bed linen, 140 × 200 cm", "textiles", 8900, 590),
    product("Ship's lantern", "lighting", 6400, 690),
    product("Desk lamp \"Mole\"", "lighting", 7990, 690),
    product("Pendant lamp, smoked glass", "lighting", 14_900, 990),
    product("Candles, box of 12", "lighting", 1890, 490),
    product("Stoneware mug", "kitchen", 1490, 490),
    product("Cast-iron pan, 26 cm", "kitchen", 5900, 790),
    product("Oak chopping board", "kitchen", 3800, 590),
    product("Enamel kettle", "kitchen", 4650, 690),
    product("Side table, ash", "furniture", 18_900, 1990),
    product("Folding chair", "furniture", 9500, 1490),
    product("Wall shelf \"Quay\", 80 cm", "furniture", 7400, 1290),
    product("Coat rack, beech", "furniture", 12_900, 1690),
    product("Barometer, brass", "decoration", 8400, 590),
    product("Framed sea chart", "decoration", 6900, 790),
    product("Vase, hand-blown", "decoration", 5490, 690),
    product("Rope mat, 60 × 90 cm", "decoration", 4400, 590),
    product("Herb planter, zinc", "garden", 3200, 690),
    product("Hammock, cotton", "garden", 9800, 890),
    product("Bird house \"Gull\"", "garden", 2750, 590),
    product("Watering can, 5 l", "garden", 3690, 690),
];

const fn product(
    name: &'static str,
    category: &'static str,
    price_cents: u64,
    freight_cents: u64,
) -> Product {
    Product { name, category, price_cents, freight_cents }
}
